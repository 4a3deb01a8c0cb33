//! `when` and `unless`: what must hold of a situation, as written.

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_spanned::Spanned;
use std::fmt;

/// One or several conjunctions; any one of them is enough.
#[derive(Debug, Clone, Default)]
pub struct AnyOf(pub Vec<Conjunction>);

/// Attributes with the values that are accepted of each; all must hold.
#[derive(Debug, Clone, Default)]
pub struct Conjunction(pub Vec<(Spanned<String>, Spanned<Values>)>);

/// The accepted values of one attribute.
#[derive(Debug, Clone)]
pub enum Values {
    /// Value ids, or `@group`.
    OneOf(Vec<Spanned<String>>),
    /// A range of whole years, half open.
    Years {
        /// First year that counts.
        from: Option<u8>,
        /// First year that does not count any more.
        until: Option<u8>,
    },
}

impl<'de> Deserialize<'de> for AnyOf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = AnyOf;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a table of attributes, or a list of such tables")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AnyOf, A::Error> {
                conjunction(map).map(|one| AnyOf(vec![one]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<AnyOf, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element::<Conjunction>()? {
                    all.push(one);
                }
                Ok(AnyOf(all))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

impl<'de> Deserialize<'de> for Conjunction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Conjunction;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a table of attributes")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Conjunction, A::Error> {
                conjunction(map)
            }
        }
        deserializer.deserialize_map(Read)
    }
}

fn conjunction<'de, A: MapAccess<'de>>(mut map: A) -> Result<Conjunction, A::Error> {
    let mut parts = Vec::new();
    while let Some(attribute) = map.next_key::<Spanned<String>>()? {
        parts.push((attribute, map.next_value::<Spanned<Values>>()?));
    }
    Ok(Conjunction(parts))
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Values;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a list of values, or `{ from = 18, until = 23 }` for an age")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element::<Spanned<String>>()? {
                    values.push(value);
                }
                Ok(Values::OneOf(values))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let (mut from, mut until) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "from" => from = Some(map.next_value()?),
                        "until" => until = Some(map.next_value()?),
                        _ => return Err(serde::de::Error::unknown_field(&key, &["from", "until"])),
                    }
                }
                Ok(Values::Years { from, until })
            }
        }
        deserializer.deserialize_any(Read)
    }
}
