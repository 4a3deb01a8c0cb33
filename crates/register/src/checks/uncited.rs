//! No answer without its basis: every clause, limit, relation and area names where it stands in the law.

use crate::Register;
use crate::fault::{Fault, Place};
use crate::resolved::{Citation, Role};

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let mut look = |what: String, basis: &[Citation], place: &Place| {
        if basis.is_empty() {
            faults.push(
                Fault::error("uncited", format!("{what} has no basis"))
                    .at(place.clone())
                    .help("add `basis = [\"681/2023 §14\"]`; what only the seed text says cites `seed`"),
            );
        }
    };
    for duty in &register.resolved.duties {
        for clause in duty.lead.iter().chain(&duty.beside) {
            if clause.role != Role::Nobody {
                look(format!("clause `{}` of `{}`", clause.id, duty.id), &clause.basis, &clause.place);
            }
        }
        for limit in duty.limits.iter().chain(&duty.retention) {
            look(format!("limit `{}` of `{}`", limit.id, duty.id), &limit.basis, &limit.place);
        }
        for item in duty.contents.iter().chain(&duty.results) {
            look(format!("item `{}` of `{}`", item.id, duty.id), &item.basis, &item.place);
        }
    }
    for relation in &register.resolved.organs.relations {
        look(
            format!("what is between `{}` and `{}`", relation.from_name, relation.to_name),
            &relation.basis,
            &relation.place,
        );
    }
    for area in register.resolved.territory.maps.iter().flat_map(|map| &map.areas) {
        if area.source.is_none() {
            look("this area".to_owned(), &area.basis, &area.place);
        }
    }
}
