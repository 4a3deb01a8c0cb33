//! An answer of the register in words: why it is so, what was refused, and the same for programs.
//!
//! Pages, the interface for programs and the command line all say it from here, so that they say the same.

mod condition;
mod duty;
mod for_whom;
mod organ;
mod reason;
mod refusal;
mod who;

pub use condition::{clause_conditions, condition, fact, value_set};
pub use duty::{
    AmountSaid, ClauseSaid, DutySaid, DutyShort, ItemSaid, LimitSaid, NoteSaid, clause, duty, duty_short, situations,
};
pub use for_whom::{ForWhom, for_whom, limit_for_whom, values};
pub use organ::{ChainSaid, ChangeSaid, LinkSaid, OrganSaid, OrganShort, SideSaid, chain, change, organ, organ_short};
pub use reason::{because, rejected};
pub use refusal::{Said, refusal};
pub use who::{AskSaid, BasisSaid, BearerSaid, CertaintySaid, PossibleSaid, Text3, ValueSaid, WhoSaid, bases, who};

use crate::words::{Language, Words};
use register::Register;
use register::resolved::{Citation, OrganIndex};

/// The register's language of a language of the pages; a language that the register does not have reads it in English.
pub fn register_language(language: Language) -> register::source::Language {
    register::source::Language::of(language.code()).unwrap_or(register::source::Language::En)
}

/// The name of an organ.
pub fn organ_name<'a>(w: &Words, register: &'a Register, organ: OrganIndex) -> &'a str {
    register.resolved.organs.at(organ).names.get(register_language(w.language()))
}

/// The name of an organ for a narrow line.
pub fn organ_short_name<'a>(w: &Words, register: &'a Register, organ: OrganIndex) -> &'a str {
    register.resolved.organs.at(organ).short.get(register_language(w.language()))
}

/// A citation with its source, as the language writes it: `681/2023 14 § 1 mom. 3 punkten`.
pub fn citation(w: &Words, register: &Register, citation: &Citation) -> String {
    let source = &register.resolved.sources[usize::from(citation.source)];
    let language = register_language(w.language());
    let section = citation.section_text(language);
    let name =
        if source.kind == "act" || source.kind == "decree" { source.id.as_str() } else { source.names.get(language) };
    if section.is_empty() { name.to_owned() } else { format!("{name} {section}") }
}
