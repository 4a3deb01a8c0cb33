//! Writing for people: short, aligned, coloured only on a terminal.

use register::fault::Fault;
use serde::Serialize;
use std::io::{IsTerminal as _, Write as _};
use unicode_width::UnicodeWidthStr as _;

/// A way of setting words off, seen only on a terminal that wants colour.
#[derive(Debug, Clone, Copy)]
pub enum Look {
    /// A heading.
    Strong,
    /// What is beside the point.
    Quiet,
    /// What needs attention.
    Amber,
}

/// The words as they are shown.
pub fn shown(look: Look, words: &str) -> String {
    let coloured = std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none()
        && std::env::var("TERM").is_ok_and(|term| term != "dumb");
    if !coloured {
        return words.to_owned();
    }
    let code = match look {
        Look::Strong => "1",
        Look::Quiet => "2",
        Look::Amber => "33",
    };
    format!("\u{1b}[{code}m{words}\u{1b}[0m")
}

/// Rows with their columns aligned; the last column is never padded.
pub fn rows(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::new();
        for (number, cell) in row.iter().enumerate() {
            line.push_str(cell);
            if number + 1 < row.len() {
                line.push_str(&" ".repeat(widths[number] - cell.width() + 2));
            }
        }
        say(line.trim_end());
    }
}

/// One line. A reader that has gone away (`| head`) is no fault.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// An object for programs.
pub fn json(object: &impl Serialize) {
    match serde_json::to_string_pretty(object) {
        Ok(text) => say(&text),
        Err(error) => eprintln!("kotopolku: {error}"),
    }
}

/// Faults, on standard error.
pub fn faults<'a>(faults: impl Iterator<Item = &'a Fault>) {
    for fault in faults {
        eprintln!("{fault}");
    }
}
