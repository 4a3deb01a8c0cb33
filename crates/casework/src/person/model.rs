//! What is known of a person.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::rules::Stretch;

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
    /// The fact of which it is what goes on being believed, where another was said of other days of it.
    pub rest_of: Option<Uuid>,
    /// When it was first said.
    pub said_at: Timestamp,
    /// By which organ.
    pub said_organ: String,
    /// When it was withdrawn: since then it is no longer believed.
    pub withdrawn_at: Option<Timestamp>,
}

/// A fact that somebody says. Without a last day it holds until the next one that is known to begin later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFact {
    /// An attribute of the register, `municipality`, or one of [`OWN`](super::OWN).
    pub attribute: String,
    /// Where several hold at a time, which of them; else empty.
    pub slot: String,
    /// The value; of a name [`Name::written`](super::Name::written).
    pub value: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// Where it comes from: a machine's word such as `person`, `population-register`, `decision`.
    pub source: String,
}

impl NewFact {
    /// From a day on, of the only slot.
    #[must_use]
    pub fn since(from: Date, attribute: &str, value: &str, source: &str) -> Self {
        Self {
            attribute: attribute.to_owned(),
            slot: String::new(),
            value: value.to_owned(),
            from,
            until: None,
            source: source.to_owned(),
        }
    }
}

/// What somebody may see or may not. A value that is withheld is not there: there is no way from here to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Masked<T> {
    /// It may be seen.
    Seen(T),
    /// It may not: the person is protected, and whoever looks is not a named handler.
    Withheld,
}

impl<T> Masked<T> {
    /// The value, if it may be seen.
    #[must_use]
    pub fn seen(&self) -> Option<&T> {
        match self {
            Self::Seen(value) => Some(value),
            Self::Withheld => None,
        }
    }
}

/// A fact as somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its identity.
    pub id: Uuid,
    /// The attribute.
    pub attribute: String,
    /// The slot.
    pub slot: String,
    /// The value.
    pub value: Masked<String>,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// The post that recorded it.
    pub recorded_by: String,
    /// Its organ.
    pub recorded_organ: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The fact that it stands instead of.
    pub replaces: Option<Uuid>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
}

/// Facts of the register that cannot all be true on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The first day that shows it.
    pub on: Date,
    /// The attributes that do not go together.
    pub attributes: Vec<String>,
    /// Why not.
    pub why: register::source::Text,
}

/// What recording did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// The person.
    pub person: Uuid,
    /// The attribute.
    pub attribute: String,
    /// The fact that says it: new, or one that said the same already; none where nothing is said instead.
    pub fact: Option<Uuid>,
    /// What was written: what was said, and what goes on being believed of the rows that had to give way.
    pub written: Vec<Shown>,
    /// What is no longer believed.
    pub withdrawn: Vec<Shown>,
    /// Facts that now contradict each other. They are recorded all the same: which one is wrong, a person says.
    pub contradictions: Vec<Contradiction>,
    /// The days on which something else is believed now than before; none where that would tell of what is closed to the
    /// organ.
    pub days: Vec<Stretch>,
}

impl Recorded {
    /// Whether what is believed changed.
    #[must_use]
    pub fn is_change(&self) -> bool {
        !self.written.is_empty() || !self.withdrawn.is_empty()
    }
}

/// Why something about a person cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such person for this post.
    #[error("there is no such person")]
    Unknown,
    /// The register does not know the attribute, the value or the municipality.
    #[error("{0}")]
    Register(#[from] register::ask::Refusal),
    /// The value is not written as such a value is.
    #[error("this cannot be the value of `{attribute}`")]
    Value {
        /// The attribute.
        attribute: String,
    },
    /// The attribute has one slot only, or the slot is no word.
    #[error("`{attribute}` has no slot `{slot}`")]
    Slot {
        /// The attribute.
        attribute: String,
        /// The slot.
        slot: String,
    },
    /// Where it comes from is no machine's word.
    #[error("where it comes from is said with a word of small letters, digits and -.:")]
    Source(String),
    /// It would end before it begins.
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    /// The day is none that a person can have a fact on.
    #[error("a day lies between {first} and {last}")]
    DayOutOfReach {
        /// The first.
        first: Date,
        /// The last.
        last: Date,
    },
    /// An age in years is not recorded: it follows from the birth.
    #[error("an age follows from the birth: say when the person was born")]
    AgeFollowsFromBirth,
    /// There is no such fact that is believed.
    #[error("there is no such fact that is believed")]
    UnknownFact,
    /// Nothing is known of the attribute on the day.
    #[error("nothing is known of `{attribute}` on {on}, so nothing can end")]
    NothingToEnd {
        /// The attribute.
        attribute: String,
        /// The day.
        on: Date,
    },
    /// There can be no such birth: no such day, or a month without its year, or a day without its month.
    #[error("there is no such birth")]
    NoSuchBirth(Birth),
    /// The birth lies ahead.
    #[error("nobody known was born on {0}, which lies ahead")]
    BornLater(Date),
    /// A reason, or a basis, must be said in words.
    #[error("say why, in words")]
    NoReason,
    /// Somebody is not related to, nor compared with, themself.
    #[error("this is one and the same person")]
    SameOne,
    /// Something has been said of these two; it must be taken back first.
    #[error("something has been said of these two already")]
    SaidAlready,
    /// These two are so related already, in some of the days.
    #[error("these two are so related already")]
    RelatedAlready,
    /// Only the lead of an open case of the person does that.
    #[error("only the lead of an open case of the person may do that")]
    OnlyTheLead,
    /// A protected person has a named handler.
    #[error("a protected person has one named handler at least")]
    NoHandler,
    /// There is no such post today.
    #[error("there is no post `{0}` today")]
    UnknownPost(String),
    /// There is no such protection that has not been ended.
    #[error("there is no such protection of the person that has not ended")]
    NotProtected,
    /// A search needs a word of two letters at least.
    #[error("a search needs a word of two letters at least")]
    NothingToFind,
    /// So many were found that a list would help nobody.
    #[error("{found} people are called so: say more of the name")]
    TooMany {
        /// How many.
        found: usize,
        /// How many a search shows at most.
        most: usize,
    },
}
