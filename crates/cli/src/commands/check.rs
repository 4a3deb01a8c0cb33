//! `kotopolku check`.

use super::{ANSWERED, FAULTY};
use crate::arguments::{Arguments, Check, Format};
use crate::context::{self, Trouble};
use crate::print::{self, Look, shown};
use register::checks::{self, Report};
use register::fault::{Fault, Place, Severity};
use serde::Serialize;

#[derive(Serialize)]
struct CheckSaid {
    sound: bool,
    edition: Option<String>,
    duties: usize,
    stretches: usize,
    situations: String,
    cells: u64,
    questions: usize,
    faults: Vec<FaultSaid>,
}

#[derive(Serialize)]
struct FaultSaid {
    code: String,
    severity: &'static str,
    message: String,
    place: Option<PlaceSaid>,
    also: Vec<PlaceSaid>,
    help: Option<String>,
}

#[derive(Serialize)]
struct PlaceSaid {
    file: String,
    line: usize,
    column: usize,
}

pub fn run(arguments: &Arguments, command: &Check) -> Result<u8, Trouble> {
    let w = context::language(arguments.lang).words();
    let (edition, report) = match context::load(arguments) {
        Ok(register) => (Some(register.edition.as_str().to_owned()), checks::run(&register)),
        Err(faults) => (None, Report { faults, proof: checks::Proof::default(), questions: 0 }),
    };
    let sound = edition.is_some() && report.is_sound();
    if command.format == Format::Json {
        print::json(&said(sound, edition, &report));
    } else {
        print::faults(report.faults.iter());
        let count = |severity| report.faults.iter().filter(|fault| fault.severity == severity).count();
        if count(Severity::Warning) > 0 {
            print::say(&w.cli_warnings(count(Severity::Warning)));
        }
        if sound {
            let proof = &report.proof;
            let situations = i64::try_from(proof.situations).unwrap_or(i64::MAX);
            print::say(&w.cli_sound(
                &w.number(i64::try_from(proof.cells).unwrap_or(i64::MAX)),
                &w.number(proof.duties),
                &w.number(report.questions),
                &w.number(situations),
                &w.number(proof.stretches),
            ));
        } else {
            print::say(&shown(Look::Amber, &w.cli_unsound(count(Severity::Error))));
        }
    }
    Ok(if sound { ANSWERED } else { FAULTY })
}

fn said(sound: bool, edition: Option<String>, report: &Report) -> CheckSaid {
    CheckSaid {
        sound,
        edition,
        duties: report.proof.duties,
        stretches: report.proof.stretches,
        situations: report.proof.situations.to_string(),
        cells: report.proof.cells,
        questions: report.questions,
        faults: report.faults.iter().map(fault).collect(),
    }
}

fn fault(fault: &Fault) -> FaultSaid {
    let place = |place: &Place| PlaceSaid { file: place.file.to_string(), line: place.line, column: place.column };
    FaultSaid {
        code: fault.code.to_owned(),
        severity: if fault.severity == Severity::Error { "error" } else { "warning" },
        message: fault.message.clone(),
        place: fault.place.as_ref().map(place),
        also: fault.also.iter().map(place).collect(),
        help: fault.help.clone(),
    }
}
