//! `kotopolku organs`.

use super::ANSWERED;
use crate::arguments::{Format, Organs};
use crate::context::{Context, Trouble};
use crate::print::{self, Look, say, shown};
use register::ask::Facts;
use register::resolved::OrganIndex;
use web::said;

pub fn run(context: &Context, command: &Organs) -> Result<u8, Trouble> {
    let (w, register) = (context.w, &*context.register);
    let on = context.day(command.on.as_deref())?;
    let found: Vec<OrganIndex> = match &command.place {
        Some(word) => {
            let municipality =
                register.municipality(word, on).map_err(|refusal| context.refused(&refusal, &Facts::none()))?;
            register.organs_of(municipality, on)
        }
        // Every municipality is an organ too; the list would drown in them.
        None => (0..)
            .zip(&register.resolved.organs.organs)
            .filter(|(_, organ)| organ.period.contains(on) && organ.kind != "municipality")
            .map(|(index, _)| index)
            .collect(),
    };
    if command.format == Format::Json {
        let list: Vec<_> = found.iter().map(|organ| said::organ_short(register, *organ)).collect();
        print::json(&list);
        return Ok(ANSWERED);
    }
    say(&shown(Look::Strong, &w.cli_organs(found.len(), &w.day(on))));
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|organ| {
            let id = &register.resolved.organs.at(*organ).id;
            vec![format!("  {id}"), said::organ_name(w, register, *organ).to_owned()]
        })
        .collect();
    print::rows(&rows);
    Ok(ANSWERED)
}
