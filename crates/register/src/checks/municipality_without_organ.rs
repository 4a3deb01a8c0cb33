//! A clause that holds in a municipality must find an organ there.
//!
//! Checked for every clause, every stretch of the list by which it finds its organ, and every municipality that exists
//! then and that the clause's territory lets in.

use crate::Register;
use crate::compiled::Finder;
use crate::fault::Fault;
use crate::resolved::{Clause, Duty, MunicipalityIndex};
use calendar::{Date, Period};

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    for duty in &register.resolved.duties {
        for clause in duty.lead.iter().chain(&duty.beside) {
            if let Some((day, missing)) = first_missing(register, clause) {
                faults.push(fault(register, duty, clause, day, &missing));
            }
        }
    }
}

fn first_missing(register: &Register, clause: &Clause) -> Option<(Date, Vec<MunicipalityIndex>)> {
    let finder = &register.compiled.finders[usize::from(clause.bearer.as_ref()?.resolver)];
    let Finder::Listed { starts, .. } = finder else { return None };
    let begins = register.resolved.begins;
    let first = clause.period.from.map_or(begins, |from| from.max(begins));
    let days = std::iter::once(first)
        .chain(starts.iter().copied())
        .chain(register.resolved.territory.municipalities.iter().filter_map(|one| one.period.from));
    for day in days.filter(|day| clause.period.contains(*day) && *day >= begins) {
        let missing: Vec<MunicipalityIndex> = register
            .municipalities_on(day)
            .filter(|one| register.clause_reaches(clause, *one, day) && finder.organ(Some(*one), day).is_none())
            .collect();
        if !missing.is_empty() {
            return Some((day, missing));
        }
    }
    None
}

fn fault(register: &Register, duty: &Duty, clause: &Clause, day: Date, missing: &[MunicipalityIndex]) -> Fault {
    let names: Vec<&str> =
        missing.iter().take(3).map(|one| register.resolved.territory.at(*one).names.fi.as_str()).collect();
    let more = if missing.len() > 3 { format!(" and {} more", missing.len() - 3) } else { String::new() };
    let kind = clause.bearer.as_ref().map_or("", |bearer| bearer.kind.as_str());
    Fault::error(
        "municipality-without-organ",
        format!(
            "`{}`: there is no `{kind}` for {}{more} on {day} ({})",
            duty.id,
            names.join(", "),
            Period { from: Some(day), until: clause.period.until }
        ),
    )
    .at(clause.place.clone())
    .help("put the municipality on the map, or shut its `territory` out of the clause and say who leads there")
}
