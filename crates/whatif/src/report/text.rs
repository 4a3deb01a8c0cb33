//! The report as a table for people.

use super::{Report, Side};
use register::Register;
use register::resolved::Force;
use register::source::Language;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The words around the figures, in the reader's language; whoever shows the report takes them from `words/`.
#[derive(Debug, Clone)]
pub struct Labels {
    /// The language of duties and organs.
    pub language: Language,
    /// Heading of the column of persons.
    pub persons: String,
    /// Heading of the column of those who led.
    pub before: String,
    /// Heading of the column of those who lead.
    pub after: String,
    /// Nobody leads.
    pub nobody: String,
    /// The municipality has no such organ.
    pub no_organ: String,
    /// Depends on something that is missing; the attribute's name is written behind it.
    pub missing: String,
    /// The register has a fault there.
    pub fault: String,
    /// Written behind an organ that may and need not.
    pub may: String,
    /// Nothing changes for anybody.
    pub nothing: String,
}

impl Report {
    /// Writes the changes of each duty, all municipalities together, largest first; `by_municipality` writes each
    /// municipality by itself.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_text(
        &self,
        register: &Register,
        labels: &Labels,
        by_municipality: bool,
        mut out: impl Write,
    ) -> io::Result<()> {
        let resolved = &register.resolved;
        let mut duties: BTreeMap<_, BTreeMap<_, u64>> = BTreeMap::new();
        for one in self.moves.iter().filter(|one| one.is_change()) {
            let place = by_municipality.then_some(one.municipality);
            *duties.entry(one.duty).or_default().entry((place, one.before, one.after)).or_insert(0) += one.persons;
        }
        if duties.is_empty() {
            return writeln!(out, "{}", labels.nothing);
        }
        for (duty, moves) in duties {
            writeln!(out, "{}", resolved.duties[usize::from(duty)].title.get(labels.language))?;
            let mut moves: Vec<_> = moves.into_iter().collect();
            moves.sort_by_key(|((place, ..), persons)| (*place, std::cmp::Reverse(*persons)));
            let lines: Vec<[String; 4]> = moves
                .into_iter()
                .map(|((place, before, after), persons)| {
                    let place = place.map_or_else(String::new, |place| match place {
                        Some(at) => resolved.territory.at(at).names.get(labels.language).to_owned(),
                        None => "–".to_owned(),
                    });
                    let name = |side| labels.side(side, register);
                    [persons.to_string(), place, name(before), name(after)]
                })
                .collect();
            let head = [labels.persons.clone(), String::new(), labels.before.clone(), labels.after.clone()];
            let width =
                |column: usize| lines.iter().chain([&head]).map(|line| line[column].chars().count()).max().unwrap_or(0);
            let widths = [width(0), width(1), width(2)];
            for line in [&head].into_iter().chain(&lines) {
                write!(out, "  {:>1$}  ", line[0], widths[0])?;
                if by_municipality {
                    write!(out, "{:<1$}  ", line[1], widths[1])?;
                }
                writeln!(out, "{:<2$}  → {}", line[2], line[3], widths[2])?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

impl Labels {
    fn side(&self, side: Side, register: &Register) -> String {
        match side {
            Side::Lead(organ, force) => {
                let name = register.resolved.organs.at(organ).names.get(self.language);
                match force {
                    Force::Must => name.to_owned(),
                    Force::May => format!("{name} {}", self.may),
                }
            }
            Side::Nobody => self.nobody.clone(),
            Side::NoOrgan => self.no_organ.clone(),
            Side::Missing(attribute) => {
                format!("{} {}", self.missing, register.resolved.words.at(attribute).title.get(self.language))
            }
            Side::Fault => self.fault.clone(),
        }
    }
}
