//! A clause must not rest only on acts that were not in force while it held.

use crate::Register;
use crate::fault::Fault;
use calendar::Period;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let sources = &register.resolved.sources;
    let begins = Some(register.resolved.begins);
    for duty in &register.resolved.duties {
        for clause in duty.lead.iter().chain(&duty.beside) {
            let held = clause.period.intersect(Period { from: begins, until: None });
            if clause.basis.is_empty() || held.is_empty() {
                continue;
            }
            let in_force = |from, until| Period { from, until }.overlaps(held);
            let stands = clause.basis.iter().any(|citation| {
                let source = &sources[usize::from(citation.source)];
                in_force(source.from, source.until)
            });
            if !stands {
                let acts: Vec<&str> =
                    clause.basis.iter().map(|citation| sources[usize::from(citation.source)].id.as_str()).collect();
                faults.push(
                    Fault::error(
                        "source-not-in-force",
                        format!(
                            "`{}`: `{}` holds {}, when {} was not in force",
                            duty.id,
                            clause.id,
                            clause.period,
                            acts.join(", ")
                        ),
                    )
                    .at(clause.place.clone())
                    .help("cite the act of that time, or correct the days of the clause or of the source"),
                );
            }
        }
    }
}
