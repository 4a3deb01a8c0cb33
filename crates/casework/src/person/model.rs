//! What is known of a person.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// When somebody was born, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Birth {
    /// The year.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

/// A fact: what is known of an attribute for a time, who said so, and who recorded it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its identity.
    pub id: Uuid,
    /// An attribute of the register, or `municipality`, or one of the person's own.
    pub attribute: String,
    /// Where several hold at a time (two telephone numbers), which of them; else empty.
    pub slot: String,
    /// The value: of an attribute of the register its word, a day or a number.
    pub value: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// Where it comes from: a machine's word such as `person`, `population-register`, `decision`.
    pub source: String,
    /// The post that recorded it.
    pub recorded_by: String,
    /// Its organ.
    pub recorded_organ: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The fact that it stands instead of.
    pub replaces: Option<Uuid>,
    /// When it was withdrawn: since then it is no longer believed.
    pub withdrawn_at: Option<Timestamp>,
}

/// Why something about a person cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such person for this post.
    #[error("there is no such person")]
    Unknown,
}
