//! What may be asked about a situation.

use register::Register;
use register::resolved::{Attribute, AttributeKind};
use serde::Serialize;

use super::answer::Answered;
use super::asked::Asked;
use crate::said::Text3;

/// The vocabulary of the register.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct VocabularySaid {
    /// What may be asked about a situation, in the order in which it is asked.
    pub attributes: Vec<AttributeSaid>,
    /// What cannot be true together.
    pub impossible: Vec<ImpossibleSaid>,
    /// Ways of bearing a duty, strongest first.
    pub verbs: Vec<VerbSaid>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// Something that may be asked about a situation.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct AttributeSaid {
    /// Its word, which is also the name of the parameter.
    #[schema(example = "labour")]
    pub id: String,
    /// `choice`: one of the values; `age`: whole years; `day`: a day, or one of the values; `territory`: it follows
    /// from the municipality and is not asked.
    #[schema(example = "choice")]
    pub kind: String,
    /// Its name.
    pub title: Text3,
    /// What is asked.
    pub question: Text3,
    /// Why it is asked.
    pub why: Text3,
    /// Its values; for an age the first and the last year.
    pub values: Vec<AttributeValue>,
}

/// A value of an attribute.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct AttributeValue {
    /// Its word.
    #[schema(example = "unemployed-job-seeker")]
    pub id: String,
    /// Its name.
    pub title: Text3,
}

/// What cannot be true together.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct ImpossibleSaid {
    /// Why not.
    pub why: Text3,
    /// The combinations; in each, all that it names cannot hold at once.
    pub combinations: Vec<Vec<CombinedSaid>>,
}

/// An attribute of a combination.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct CombinedSaid {
    /// The attribute.
    pub attribute: String,
    /// One of these values.
    pub values: Vec<String>,
}

/// A way of bearing a duty.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct VerbSaid {
    /// Its word.
    #[schema(example = "arrange")]
    pub id: String,
    /// The verb behind the organ's name.
    pub third: Text3,
    /// The smaller, the stronger.
    pub rank: u8,
}

/// What may be asked about a situation: attributes, values, questions
#[utoipa::path(
    get, path = "/attributes", tag = "vocabulary", operation_id = "attributes",
    responses((status = 200, description = "The vocabulary", body = VocabularySaid)),
)]
pub async fn attributes(asked: Asked) -> Answered {
    asked.sound()?;
    asked.answer(&say(&asked.register))
}

fn say(register: &Register) -> VocabularySaid {
    let words = &register.resolved.words;
    let mut verbs: Vec<VerbSaid> = words
        .verbs
        .iter()
        .map(|verb| VerbSaid { id: verb.id.clone(), third: (&verb.third).into(), rank: verb.rank })
        .collect();
    verbs.sort_by_key(|verb| verb.rank);
    let impossible = words.impossible.iter().map(|one| ImpossibleSaid {
        why: (&one.why).into(),
        combinations: one
            .boxes
            .iter()
            .map(|one| {
                let parts = one.parts.iter().map(|(index, set)| {
                    let attribute = words.at(*index);
                    let values = attribute.values.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                    CombinedSaid {
                        attribute: attribute.id.clone(),
                        values: values.map(|(_, value)| value.id.clone()).collect(),
                    }
                });
                parts.collect()
            })
            .collect(),
    });
    VocabularySaid {
        attributes: words.attributes.iter().map(attribute).collect(),
        impossible: impossible.collect(),
        verbs,
        edition: register.edition.as_str().to_owned(),
    }
}

fn attribute(one: &Attribute) -> AttributeSaid {
    let kind = match one.kind {
        AttributeKind::Choice => "choice",
        AttributeKind::Age => "age",
        AttributeKind::Day(_) => "day",
        AttributeKind::Territory(_) => "territory",
    };
    let mut values: Vec<AttributeValue> =
        one.values.iter().map(|value| AttributeValue { id: value.id.clone(), title: (&value.title).into() }).collect();
    if one.kind == AttributeKind::Age && values.len() > 2 {
        values.drain(1..values.len() - 1);
    }
    AttributeSaid {
        id: one.id.clone(),
        kind: kind.to_owned(),
        title: (&one.title).into(),
        question: (&one.question).into(),
        why: (&one.why).into(),
        values,
    }
}
