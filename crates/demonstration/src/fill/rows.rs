//! What is written of a batch: rows of each table, in the order in which the database takes them.

use jiff::Timestamp;
use storage::{Entry, Value};
use uuid::Uuid;

/// A row: its values, in the order of the columns.
pub(super) type Row = Vec<Value>;

/// All rows of a batch.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub people: Vec<Row>,
    pub facts: Vec<Row>,
    pub keys: Vec<Row>,
    pub first_leads: Vec<Row>,
    pub cases: Vec<Row>,
    pub beside: Vec<Row>,
    /// The reorganisations since, the first one first.
    pub reforms: Vec<Reform>,
    pub limits: Vec<Row>,
    pub ladders: Vec<Row>,
    /// The steps of each kind of case, in their order.
    pub steps: Vec<Taken>,
    /// The lines of the journal.
    pub lines: Vec<Entry>,
}

/// What a reorganisation does to the cases of a batch.
#[derive(Debug)]
pub(super) struct Reform {
    /// The midnight.
    pub at: Timestamp,
    /// Who stood beside and no longer does.
    pub ended: Vec<Uuid>,
    pub leads: Vec<Row>,
    pub beside: Vec<Row>,
}

/// A step that is taken in all cases of a kind in a batch.
#[derive(Debug)]
pub(super) struct Taken {
    pub step: String,
    pub status: String,
    pub result: Option<String>,
    /// When the cases close with it.
    pub closes: Option<Timestamp>,
    pub day: jiff::civil::Date,
    pub at: Timestamp,
    pub cases: Vec<Uuid>,
    /// The limits that it meets.
    pub meets: Vec<Uuid>,
    /// Limits that it starts, and their ladders.
    pub starts: Vec<Row>,
    pub ladders: Vec<Row>,
    pub changes: Vec<Row>,
    pub fields: Vec<Row>,
    pub closings: Vec<Row>,
}
