//! Two local acts must not fill one slot for one municipality at once.

use crate::Register;
use crate::fault::Fault;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let instruments = &register.resolved.instruments;
    for (number, one) in instruments.iter().enumerate().filter(|(_, one)| one.has_power) {
        for other in instruments[number + 1..].iter().filter(|other| other.has_power && other.slot == one.slot) {
            let shared = one.municipalities.iter().find(|municipality| other.municipalities.contains(municipality));
            if let Some(municipality) = shared
                && one.period.overlaps(other.period)
            {
                let name = &register.resolved.territory.at(*municipality).names.fi;
                faults.push(
                    Fault::error(
                        "two-instruments",
                        format!("two instruments fill one slot for {name} at the same time"),
                    )
                    .at(one.place.clone())
                    .also_at(other.place.clone())
                    .help("close the earlier one with `until`"),
                );
            }
        }
    }
}
