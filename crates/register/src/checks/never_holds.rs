//! A clause that no possible situation meets says nothing, and was probably meant to say something.

use crate::Register;
use crate::compiled::Known;
use crate::fault::Fault;
use crate::resolved::ValueSet;
use std::collections::BTreeSet;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let words = &register.resolved.words;
    let everything: Known = std::array::from_fn(|at| words.attributes.get(at).map_or(ValueSet::MAX, |one| one.all()));
    for (duty, compiled) in register.resolved.duties.iter().zip(&register.compiled.duties) {
        for (beside, list) in [(false, &duty.lead), (true, &duty.beside)] {
            let mut met: BTreeSet<u16> = BTreeSet::new();
            for stretch in &compiled.stretches {
                let table = if beside { &stretch.beside } else { &stretch.lead };
                met.extend(register.possible_clauses(table, &everything).some);
            }
            for (clause, number) in list.iter().zip(0_u16..) {
                let past = clause.period.until.is_some_and(|until| until <= register.resolved.begins);
                if !met.contains(&number) && !past {
                    faults.push(
                        Fault::warning(
                            "never-holds",
                            format!("`{}`: no possible situation meets `{}`", duty.id, clause.id),
                        )
                        .at(clause.place.clone())
                        .help("its conditions contradict each other, or an `[[impossible]]` combination"),
                    );
                }
            }
        }
    }
}
