//! `kotopolku diff`.

use super::ANSWERED;
use crate::arguments::{Diff, Format};
use crate::context::{Context, Trouble};
use crate::print::{self, Look, say, shown};
use register::ask::{Facts, Side};
use web::said;

pub fn run(context: &Context, command: &Diff) -> Result<u8, Trouble> {
    let (w, register) = (context.w, &*context.register);
    let none = Facts::none();
    let before = context.day(Some(&command.before))?;
    let after = context.day(Some(&command.after))?;
    let place = match &command.place {
        None => None,
        Some(word) => {
            Some(register.municipality(word, before.max(after)).map_err(|refusal| context.refused(&refusal, &none))?)
        }
    };
    let duty = match &command.duty {
        None => None,
        Some(word) => Some(register.duty(word).map_err(|refusal| context.refused(&refusal, &none))?),
    };
    let changes = register.difference(before, after, place, duty);
    if command.format == Format::Json {
        let list: Vec<_> = changes.iter().map(|one| said::change(w, register, one)).collect();
        print::json(&list);
        return Ok(ANSWERED);
    }
    if changes.is_empty() {
        say(&w.cli_diff_none(&w.day(after), &w.day(before)));
        return Ok(ANSWERED);
    }
    say(&shown(Look::Strong, &w.cli_diff_title(&w.day(after), &w.day(before), changes.len())));
    let language = said::register_language(w.language());
    let mut last = None;
    for change in &changes {
        if last != Some(change.duty) {
            last = Some(change.duty);
            let duty = &register.resolved.duties[usize::from(change.duty)];
            say("");
            say(&format!("{} ({})", shown(Look::Strong, duty.title.get(language)), duty.id));
        }
        let side = |side: &Side| match side.organ {
            None => w.cli_diff_nobody().to_owned(),
            Some(organ) => {
                let force = match side.force {
                    Some(register::resolved::Force::May) => w.responsibility_may(),
                    _ => w.responsibility_must(),
                };
                format!("{} ({force})", said::organ_name(w, register, organ))
            }
        };
        let mut words = vec![w.cli_diff_where(change.municipalities.len())];
        words.extend(said::change(w, register, change).conditions);
        say(&format!("  {} → {}", side(&change.before), side(&change.after)));
        say(&shown(Look::Quiet, &format!("    {}", words.join("; "))));
    }
    Ok(ANSWERED)
}
