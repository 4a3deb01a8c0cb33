//! Every line of the seed text (`atoms.csv`) is carried by a duty, and every duty names only lines that exist.

use crate::Register;
use crate::fault::{Fault, Place};
use std::collections::BTreeSet;

/// The file that lists the lines of the seed text.
const ATOMS: &str = "atoms.csv";

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let Some(file) = register.files.get(ATOMS) else { return };
    let listed: BTreeSet<&str> = file
        .text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(';').next())
        .map(str::trim)
        .filter(|id| !id.is_empty() && !id.starts_with('#'))
        .collect();
    let borne: BTreeSet<&str> =
        register.resolved.duties.iter().flat_map(|duty| &duty.atoms).map(String::as_str).collect();
    for atom in listed.difference(&borne) {
        faults.push(
            Fault::error("unborne-atom", format!("no duty carries `{atom}` of the seed text"))
                .at(Place::file(&file.path))
                .help(format!("add it to the `atoms` of the duty that carries it: `atoms = [\"{atom}\"]`")),
        );
    }
    for duty in &register.resolved.duties {
        for atom in duty.atoms.iter().filter(|atom| !listed.contains(atom.as_str())) {
            faults.push(
                Fault::error("unborne-atom", format!("`{}` names `{atom}`, which is no line of the seed text", duty.id))
                    .at(duty.place.clone())
                    .did_you_mean(atom, listed.iter().copied()),
            );
        }
    }
}
