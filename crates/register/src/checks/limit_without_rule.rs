//! A time limit with a number has a rule by which its last day is found, and one that fits its unit.

use crate::Register;
use crate::fault::Fault;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    for duty in &register.resolved.duties {
        for limit in &duty.limits {
            let Some(budget) = limit.budget else { continue };
            match limit.rule {
                None => faults.push(
                    Fault::error(
                        "limit-without-rule",
                        format!("limit `{}` of `{}` does not say how {budget} are counted", limit.id, duty.id),
                    )
                    .at(limit.place.clone())
                    .help("add `rule = \"month-end-clipped\"`, or another of those in `register/README.md`"),
                ),
                Some(rule) if !rule.fits(budget.unit) => faults.push(
                    Fault::error(
                        "limit-without-rule",
                        format!(
                            "limit `{}` of `{}`: {budget} cannot be counted by `{}`",
                            limit.id,
                            duty.id,
                            rule.name()
                        ),
                    )
                    .at(limit.place.clone())
                    .help("take a rule that counts this unit"),
                ),
                Some(_) => {}
            }
        }
    }
}
