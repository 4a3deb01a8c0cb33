//! An organ (or kind, or municipality) that ended has a successor, or the register says why it has none.

use crate::Register;
use crate::fault::Fault;

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let organs = &register.resolved.organs;
    for organ in organs.organs.iter().filter(|organ| organ.period.until.is_some()) {
        let by_kind = organs.kind(&organ.kind).map(|kind| &organs.kinds[usize::from(kind)]);
        let explained = !organ.succeeded_by.is_empty()
            || organ.ended.is_some()
            || by_kind.is_some_and(|kind| {
                kind.period.until == organ.period.until && (!kind.succeeded_by.is_empty() || kind.ended.is_some())
            });
        if !explained {
            faults.push(
                Fault::error(
                    "without-successor",
                    format!("`{}` ends {} and nothing comes after it", organ.id, organ.period),
                )
                .at(organ.place.clone())
                .help("add `succeeded_by = [\"…\"]`, or `ended = { … }` with the reason"),
            );
        }
    }
}
