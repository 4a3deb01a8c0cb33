//! Goal 5: proving that every situation has exactly one answer; and how long a register takes to load.

use crate::measure::median;
use crate::table::Table;
use register::Register;
use register::checks::prove;
use register::source::Files;
use std::hint::black_box;

/// Measures the proof of one register.
pub fn measure(name: &str, register: &Register, goal: Option<f64>, table: &mut Table) {
    let mut faults = Vec::new();
    let proof = prove(register, &mut faults);
    let time = median(31, || {
        let mut faults = Vec::new();
        black_box(prove(register, &mut faults));
    });
    let text = format!("{:.3} ms; {proof:?}; {} faults", time * 1e3, faults.len());
    match goal {
        Some(goal) => table.ratio(&format!("5: {name}"), text, format!("goal {goal} ms"), time * 1e3, goal, 1.0),
        None => table.add(&format!("5: {name}"), text, String::new(), String::new(), String::new(), None),
    }
}

/// Measures how long files take to become a register.
pub fn load(name: &str, files: &Files, table: &mut Table) {
    let count = files.all().count();
    let time = median(9, || {
        let _ = black_box(Register::from_files(files.clone()));
    });
    let answering = median(9, || {
        let _ = black_box(Register::answering(files.clone()));
    });
    for (what, time) in [("", time), (", without its questions, as to answer", answering)] {
        let text = format!("{:.1} ms for {count} files: read, resolved, compiled", time * 1e3);
        table.add(&format!("load {name}{what}"), text, String::new(), String::new(), String::new(), None);
    }
}
