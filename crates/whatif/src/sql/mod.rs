//! The compiled register as plain tables and one query of standard SQL.
//!
//! For populations that one machine cannot hold: any SQL engine, on however many machines, gives the same answers. Nothing
//! but joins and a group-by is used, so that the text runs as it stands on the engines that were tried (SQLite, DuckDB,
//! DataFusion; see `benches/peers/`).
//!
//! | table | one row |
//! |---|---|
//! | `kotopolku_day` | a day that is asked about |
//! | `kotopolku_duty` | a duty about a person |
//! | `kotopolku_stretch` | a stretch of time in which its clauses do not change |
//! | `kotopolku_box` | an alternative of a clause: which clause, which organ or way of finding it, must or may |
//! | `kotopolku_refused` | a value of an attribute that an alternative does not accept |
//! | `kotopolku_finder` | the organ of a municipality in a stretch of time |
//! | `kotopolku_place` | what a municipality is on an asked day: itself or its successor, with what follows from it |
//! | `kotopolku_band` | which days fall into which band of a day attribute, asked about on that day |
//!
//! The population is a table `population` with `id`, `municipality` (a code, or `abroad`) and one column an attribute, hyphens
//! written as underscores; see [`Export::columns`]. NULL means "not known". A day is text, 2024-12-31; that something never
//! happened is told by a day that has not come, 9999-12-31.
//!
//! An answer is `undetermined` where the known facts leave more than one. Combinations that the vocabulary calls
//! impossible are not taken out: that can leave an answer open here that [`crate::run`] settles, never the other way.

mod query;
mod tables;

use calendar::Date;
use register::Register;
use register::resolved::{AttributeIndex, AttributeKind, DutyIndex, Subject};

/// Tables and query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Statements that create and fill the tables.
    pub tables: String,
    /// The query: `id`, `on_day`, `duty`, `answer`, `alternatives`. The answer is an organ with `must` or `may`, `nobody`,
    /// `no-organ` or `undetermined`.
    pub query: String,
    /// The columns of the population with their types.
    pub columns: Vec<(String, &'static str)>,
}

/// What is written out.
#[derive(Debug)]
struct Part<'a> {
    register: &'a Register,
    days: Vec<Date>,
    duties: Vec<DutyIndex>,
    /// Attributes that some written table restricts.
    attributes: Vec<AttributeIndex>,
}

/// The duties about persons as they stand on some days.
pub fn export(register: &Register, days: &[Date]) -> Export {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let about_persons = |duty: &&(DutyIndex, &register::resolved::Duty)| duty.1.subject == Subject::Person;
    let numbered: Vec<(DutyIndex, &register::resolved::Duty)> = (0..).zip(&register.resolved.duties).collect();
    let duties: Vec<DutyIndex> = numbered.iter().filter(about_persons).map(|(at, _)| *at).collect();
    let mut part = Part { register, days, duties, attributes: Vec::new() };
    let mut attributes: Vec<AttributeIndex> =
        part.stretches().iter().flat_map(|stretch| stretch.stretch.lead.attributes()).collect();
    attributes.sort_unstable();
    attributes.dedup();
    part.attributes = attributes;
    let mut columns = vec![("id".to_owned(), "VARCHAR(40)"), ("municipality".to_owned(), "VARCHAR(6)")];
    for attribute in part.attributes.iter().map(|at| register.resolved.words.at(*at)).filter(|one| one.is_asked()) {
        let kind = if attribute.kind == AttributeKind::Age { "INTEGER" } else { "VARCHAR(40)" };
        columns.push((column(&attribute.id), kind));
    }
    Export { tables: tables::write(&part), query: query::write(&part), columns }
}

/// A stretch that holds one of the days.
#[derive(Debug, Clone, Copy)]
struct NumberedStretch<'a> {
    number: usize,
    duty: DutyIndex,
    stretch: &'a register::compiled::Stretch,
}

impl<'a> Part<'a> {
    fn stretches(&self) -> Vec<NumberedStretch<'a>> {
        let register = self.register;
        let mut all = Vec::new();
        for duty in &self.duties {
            for stretch in &register.compiled.duties[usize::from(*duty)].stretches {
                if self.days.iter().any(|day| stretch.period.contains(*day)) {
                    all.push(NumberedStretch { number: all.len() + 1, duty: *duty, stretch });
                }
            }
        }
        all
    }
}

/// The name of an attribute's column.
fn column(attribute: &str) -> String {
    attribute.replace('-', "_")
}

/// A text as SQL writes it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
