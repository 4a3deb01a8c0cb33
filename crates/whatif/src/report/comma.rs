//! The report as CSV.

use super::{Report, Side};
use register::Register;
use std::io::Write;

impl Report {
    /// Writes one line a move: duty, municipality, organ and force on both days, persons. Organs and attributes are
    /// written with their words of the register, so that the file can be joined with others; `changes` leaves out those
    /// for whom nothing changes.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_csv(&self, register: &Register, changes: bool, out: impl Write) -> std::io::Result<()> {
        let mut file = csv::Writer::from_writer(out);
        file.write_record(["duty", "municipality", "before", "before_force", "after", "after_force", "persons"])?;
        let resolved = &register.resolved;
        for one in self.moves.iter().filter(|one| !changes || one.is_change()) {
            let (before, before_force) = cells(one.before, register);
            let (after, after_force) = cells(one.after, register);
            file.write_record([
                resolved.duties[usize::from(one.duty)].id.as_str(),
                one.municipality.map_or("abroad", |at| resolved.territory.at(at).code.as_str()),
                &before,
                before_force,
                &after,
                after_force,
                &one.persons.to_string(),
            ])?;
        }
        file.flush()
    }

    /// Writes one line a bad row: number, id, reason.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_bad_rows(&self, register: &Register, out: impl Write) -> std::io::Result<()> {
        let mut file = csv::Writer::from_writer(out);
        file.write_record(["row", "id", "reason"])?;
        for bad in &self.bad.first {
            let id = bad.id.as_deref().unwrap_or_default();
            file.write_record([&bad.row.to_string(), id, &bad.reason.describe(register)])?;
        }
        file.flush()
    }
}

fn cells(side: Side, register: &Register) -> (String, &'static str) {
    match side {
        Side::Lead(organ, force) => (register.resolved.organs.at(organ).id.clone(), force.id()),
        Side::Nobody => ("nobody".to_owned(), ""),
        Side::NoOrgan => ("no-organ".to_owned(), ""),
        Side::Missing(attribute) => (format!("undetermined:{}", register.resolved.words.at(attribute).id), ""),
        Side::Fault => ("fault".to_owned(), ""),
    }
}
