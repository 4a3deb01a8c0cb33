//! `kotopolku duties`.

use super::ANSWERED;
use crate::arguments::{Duties, Format};
use crate::context::{Context, Trouble};
use crate::print::{self, Look, say, shown};
use register::ask::Facts;
use register::resolved::{DutyIndex, Role};
use web::said;

pub fn run(context: &Context, command: &Duties) -> Result<u8, Trouble> {
    let (w, register) = (context.w, &*context.register);
    let on = context.day(command.on.as_deref())?;
    let mut found: Vec<(DutyIndex, Option<Role>)> =
        (0..).zip(&register.resolved.duties).map(|(index, _)| (index, None)).collect();
    if !command.words.is_empty() {
        found = register.search(&command.words.join(" ")).into_iter().map(|hit| (hit.duty, None)).collect();
    }
    if let Some(atom) = &command.atom {
        let carriers = register.duties_of_atom(atom);
        if carriers.is_empty() {
            return Err(Trouble::wrong_use(w.cli_unknown_atom(atom), String::new()));
        }
        found.retain(|(duty, _)| carriers.contains(duty));
    }
    if let Some(organ) = &command.organ {
        let organ = register.organ(organ).map_err(|refusal| context.refused(&refusal, &Facts::none()))?;
        let borne = register.duties_of(organ, on);
        found = found
            .into_iter()
            .filter_map(|(duty, _)| borne.iter().find(|one| one.duty == duty).map(|one| (duty, Some(one.role))))
            .collect();
        found.sort_by_key(|(_, role)| *role == Some(Role::Beside));
    }
    let duty = |index: DutyIndex| &register.resolved.duties[usize::from(index)];
    if command.format == Format::Json {
        let list: Vec<_> = found.iter().map(|(index, _)| said::duty_short(register, duty(*index), on)).collect();
        print::json(&list);
        return Ok(ANSWERED);
    }
    if found.is_empty() {
        say(w.cli_duties_none());
        return Ok(ANSWERED);
    }
    say(&shown(Look::Strong, &w.cli_duties(found.len(), &w.day(on))));
    let language = said::register_language(w.language());
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|(index, role)| {
            let one = duty(*index);
            let role = match role {
                Some(Role::Lead) => w.cli_lead().to_owned(),
                Some(_) => w.cli_beside().to_owned(),
                None => said::duty_short(register, one, on).leads.join(", "),
            };
            vec![format!("  {}", one.id), one.title.get(language).to_owned(), one.atoms.join(" "), role]
        })
        .collect();
    print::rows(&rows);
    Ok(ANSWERED)
}
