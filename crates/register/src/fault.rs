//! A fault in the register's files, said to the person who must mend it: what, where, how.

use std::fmt;
use std::sync::Arc;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The register cannot be trusted; nothing is answered from it.
    Error,
    /// The register answers, but somebody should look.
    Warning,
}

/// A place in a file of the register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path below the register's folder, with forward slashes.
    pub file: Arc<str>,
    /// Line, counted from one.
    pub line: usize,
    /// Column in characters, counted from one.
    pub column: usize,
    /// The line as it stands in the file.
    pub text: String,
    /// How many characters of the line the fault covers.
    pub width: usize,
}

impl Place {
    /// The place of the byte range `span` in a file's text.
    pub fn of(file: &Arc<str>, text: &str, span: std::ops::Range<usize>) -> Self {
        let start = floor(text, span.start);
        let end = floor(text, span.end.max(span.start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Self {
            file: file.clone(),
            line: text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            text: text[line_start..line_end].to_owned(),
            width: text[start..end.min(line_end).max(start)].chars().count().max(1),
        }
    }

    /// A place that is a whole file.
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: file.clone(), line: 1, column: 1, text: String::new(), width: 1 }
    }
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.file, self.line)
    }
}

/// One fault found while reading or checking a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Stable name of the check that found it, as in `gap-in-coverage`.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in a sentence without Rust names; the register's own words in back-ticks.
    pub message: String,
    /// Where; further places follow in `also`.
    pub place: Option<Place>,
    /// Other places that belong to the fault (the other clause of an overlap).
    pub also: Vec<Place>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Fault {
    /// An error without a place yet.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), place: None, also: Vec::new(), help: None }
    }

    /// A warning without a place yet.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// The same, with its place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, with another place that belongs to it.
    #[must_use]
    pub fn also_at(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }

    /// The same, with the way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a help that names the nearest of `candidates`, if any is near.
    #[must_use]
    pub fn did_you_mean<'a>(self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(word, candidates) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let grade = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(out, "{grade}[{}]: {}", self.code, self.message)?;
        for place in self.place.iter().chain(&self.also) {
            writeln!(out, "  --> {}:{}:{}", place.file, place.line, place.column)?;
            if !place.text.trim().is_empty() {
                let number = place.line.to_string();
                let gap = " ".repeat(number.len());
                writeln!(out, " {number} | {}", place.text)?;
                let width = place.width.min(place.text.chars().count().saturating_sub(place.column - 1)).max(1);
                writeln!(out, " {gap} | {}{}", " ".repeat(place.column - 1), "^".repeat(width))?;
            }
        }
        if let Some(help) = &self.help {
            writeln!(out, "  help: {help}")?;
        }
        Ok(())
    }
}

/// The candidate most like `word`, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|left, right| left.0.total_cmp(&right.0).then_with(|| right.1.cmp(left.1)))
        .map(|(_, candidate)| candidate)
}
