//! Every line of the seed text (`atoms.csv`) is carried by the duties it names, and every duty names only lines that exist.

use crate::Register;
use crate::fault::{Fault, Place};
use crate::resolved::Duty;
use std::collections::BTreeSet;

/// The file that lists the lines of the seed text.
const ATOMS: &str = "atoms.csv";

/// Its first line.
const HEADER: &str = "id;bearer;verb;duty;sv;fi;en";

/// A line of the seed text: its name, the duties that carry it, where it stands.
struct Atom<'a> {
    id: &'a str,
    duties: Vec<&'a str>,
    place: Place,
}

pub(super) fn check(register: &Register, faults: &mut Vec<Fault>) {
    let Some(file) = register.files.get(ATOMS) else { return };
    let mut atoms: Vec<Atom<'_>> = Vec::new();
    let mut start = 0;
    for (number, line) in file.text.split_inclusive('\n').enumerate() {
        let place = file.place(start..start + line.trim_end().len());
        start += line.len();
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if number == 0 {
            if line != HEADER {
                faults.push(
                    Fault::error(
                        "unreadable-file",
                        "the list of the seed text's lines has other columns than expected",
                    )
                    .at(place)
                    .help(format!("the first line is `{HEADER}`")),
                );
                return;
            }
            continue;
        }
        match line.split(';').map(str::trim).collect::<Vec<_>>().as_slice() {
            [id, _, _, duties, texts @ ..] if texts.len() == 3 && texts.iter().all(|text| !text.is_empty()) => {
                atoms.push(Atom { id, duties: duties.split(' ').collect(), place });
            }
            cells => faults.push(
                Fault::error("unreadable-file", "this line of the seed text cannot be read").at(place).help(format!(
                    "it has seven cells, none of them empty, divided by semicolons; here are {}",
                    cells.len()
                )),
            ),
        }
    }
    unborne(register, &atoms, faults);
    unknown(register, &atoms, faults);
}

/// Lines that no duty carries, or that a duty does not carry though the line names it.
fn unborne(register: &Register, atoms: &[Atom<'_>], faults: &mut Vec<Fault>) {
    let duties = &register.resolved.duties;
    for atom in atoms {
        if !duties.iter().any(|duty| duty.atoms.iter().any(|borne| borne == atom.id)) {
            faults.push(
                Fault::error("unborne-atom", format!("no duty carries `{}` of the seed text", atom.id))
                    .at(atom.place.clone())
                    .help(format!("add it to the `atoms` of the duty that carries it: `atoms = [\"{}\"]`", atom.id)),
            );
            continue;
        }
        for name in &atom.duties {
            match duties.iter().find(|duty| duty.id == *name) {
                None => faults.push(
                    Fault::error("unknown-duty", format!("`{name}` is no duty"))
                        .at(atom.place.clone())
                        .did_you_mean(name, duties.iter().map(|duty| duty.id.as_str())),
                ),
                Some(duty) if !duty.atoms.iter().any(|borne| borne == atom.id) => faults.push(
                    Fault::error(
                        "unborne-atom",
                        format!("`{name}` should carry `{}` of the seed text and does not", atom.id),
                    )
                    .at(duty.place.clone())
                    .also_at(atom.place.clone())
                    .help(format!("add \"{}\" to its `atoms`, or take the duty out of the line", atom.id)),
                ),
                Some(_) => {}
            }
        }
    }
}

/// Duties that name a line which does not exist.
fn unknown(register: &Register, atoms: &[Atom<'_>], faults: &mut Vec<Fault>) {
    let listed: BTreeSet<&str> = atoms.iter().map(|atom| atom.id).collect();
    for duty in &register.resolved.duties {
        for atom in duty.atoms.iter().filter(|atom| !listed.contains(atom.as_str())) {
            faults.push(
                Fault::error(
                    "unborne-atom",
                    format!("`{}` names `{atom}`, which is no line of the seed text", duty.id),
                )
                .at(written(register, duty, atom))
                .did_you_mean(atom, listed.iter().copied()),
            );
        }
    }
}

/// Where the duty's file names the line.
fn written(register: &Register, duty: &Duty, atom: &str) -> Place {
    let quoted = format!("\"{atom}\"");
    let found = register.files.get(&duty.place.file).and_then(|file| {
        let at = file.text.find(&quoted)?;
        Some(file.place(at..at + quoted.len()))
    });
    found.unwrap_or_else(|| duty.place.clone())
}
