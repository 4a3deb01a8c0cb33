//! Values on their way into a statement and out of a row: the few kinds that both engines keep.
//!
//! An absent value still has its kind, because PostgreSQL wants to know what it is that is absent.

use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::given::to_microseconds;

/// One value, or the absence of one, of a kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// True or false.
    Bool(Option<bool>),
    /// A whole number.
    Int(Option<i64>),
    /// Text.
    Text(Option<String>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// An identity.
    Id(Option<Uuid>),
    /// A day.
    Day(Option<Date>),
    /// An instant, to the microsecond.
    Instant(Option<Timestamp>),
    /// A small structure.
    Json(Option<serde_json::Value>),
}

/// A small structure on its way into the database; [`Row::structure`](crate::Row::structure) reads it.
///
/// # Errors
/// When it cannot be written as JSON: a map whose keys are no texts, for one.
pub fn structure<T: serde::Serialize + ?Sized>(value: &T) -> Result<serde_json::Value, crate::Error> {
    serde_json::to_value(value).map_err(|fault| crate::Error::Statement(fault.to_string()))
}

/// The kinds of [`Value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// True or false.
    Bool,
    /// A whole number.
    Int,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// An identity.
    Id,
    /// A day.
    Day,
    /// An instant.
    Instant,
    /// A small structure.
    Json,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bool => "true or false",
            Self::Int => "a whole number",
            Self::Text => "a text",
            Self::Bytes => "bytes",
            Self::Id => "an identity (UUID)",
            Self::Day => "a day",
            Self::Instant => "an instant",
            Self::Json => "JSON",
        })
    }
}

/// What can be read from a column.
pub trait FromColumn: Sized {
    /// The kind that the column must hold.
    const KIND: Kind;
    /// From a value of that kind; `None` when it is absent and must not be, or does not fit.
    fn from_value(value: Value) -> Option<Self>;
}

macro_rules! kinds {
    ($($variant:ident: $type:ty),+ $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::from(Some(value))
            }
        }
        impl FromColumn for $type {
            const KIND: Kind = Kind::$variant;
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::$variant(inner) => inner,
                    _ => None,
                }
            }
        }
    )+};
    (optional $($variant:ident: $type:ty),+ $(,)?) => {$(
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$variant(value)
            }
        }
    )+};
}

kinds! {
    Bool: bool, Int: i64, Text: String, Bytes: Vec<u8>, Id: Uuid, Day: Date, Instant: Timestamp, Json: serde_json::Value,
}
kinds! {
    optional Bool: bool, Int: i64, Text: String, Bytes: Vec<u8>, Id: Uuid, Day: Date, Json: serde_json::Value,
}

impl From<Option<Timestamp>> for Value {
    fn from(value: Option<Timestamp>) -> Self {
        Self::Instant(value.map(to_microseconds))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.to_owned()))
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(str::to_owned))
    }
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Self::Text(Some(value.clone()))
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(Some(value.to_vec()))
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Int(Some(value.into()))
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Self::Int(Some(value.into()))
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    const KIND: Kind = T::KIND;
    fn from_value(value: Value) -> Option<Self> {
        if value.is_absent() { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl Value {
    /// Whether there is none.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        match self {
            Self::Bool(value) => value.is_none(),
            Self::Int(value) => value.is_none(),
            Self::Text(value) => value.is_none(),
            Self::Bytes(value) => value.is_none(),
            Self::Id(value) => value.is_none(),
            Self::Day(value) => value.is_none(),
            Self::Instant(value) => value.is_none(),
            Self::Json(value) => value.is_none(),
        }
    }

    /// The absence of a value of this kind.
    #[must_use]
    pub const fn absent(kind: Kind) -> Self {
        match kind {
            Kind::Bool => Self::Bool(None),
            Kind::Int => Self::Int(None),
            Kind::Text => Self::Text(None),
            Kind::Bytes => Self::Bytes(None),
            Kind::Id => Self::Id(None),
            Kind::Day => Self::Day(None),
            Kind::Instant => Self::Instant(None),
            Kind::Json => Self::Json(None),
        }
    }
}

/// The values of a statement, in the order of its `$1`, `$2`, …: `args![id, from, None::<i64>]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::Value::from($value)),*] };
}
