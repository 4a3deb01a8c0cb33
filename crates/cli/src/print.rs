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

/// The same under headings.
pub fn table(headings: &[&str], body: &[Vec<String>]) {
    let columns = headings.len();
    let mut widths: Vec<usize> = headings.iter().map(|heading| heading.width()).collect();
    let body: Vec<Vec<String>> = body.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
    for row in &body {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (number, cell) in cells.enumerate().take(columns) {
            line.push_str(cell);
            if number + 1 < columns {
                line.push_str(&" ".repeat(widths[number].saturating_sub(cell.width()) + 2));
            }
        }
        line.trim_end().to_owned()
    };
    say(&shown(Look::Strong, &line(&mut headings.iter().copied())));
    for row in &body {
        say(&line(&mut row.iter().map(String::as_str)));
    }
}

/// What somebody wrote, on one line and harmless to a terminal: signs that steer it, or turn the direction of what
/// follows, are shown as `�`.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\n' | '\r' | '\t' => ' ',
            '\u{200e}' | '\u{200f}' => sign,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            _ if sign.is_control() => '\u{fffd}',
            _ => sign,
        })
        .collect()
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
