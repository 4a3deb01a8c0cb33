//! People: whose path it is. What is known of a person is a timeline for each attribute, with source and recorder; a
//! correction never erases what was believed before.
//!
//! | what | where |
//! |---|---|
//! | how a timeline takes in a new statement (pure) | `rules.rs` |
//! | which attributes there are beside the register's, and how their values are written (pure) | `attributes.rs` |
//! | names in any script, and how they are found again (pure) | `name.rs` |
//! | recording, correcting, ending | `recording.rs` |
//! | adding a person; the birth | `adding.rs`, `birth.rs` |
//! | household, relations, representatives | `circle.rs` |
//! | protection and its named handlers | `protection.rs` |
//! | people who may be one and the same | `alike.rs` |
//! | reading and finding | `reading.rs` |
//! | what the people of a list are called | `naming.rs` |
//! | who may see the person, and what of it | `sight.rs` |
//! | the situation that the register is asked with | `situation.rs` |
//!
//! Two timelines lie in each fact: the days on which something is so, and the instants since when and until when it was
//! believed. `known_at` asks the second.

mod adding;
mod alike;
mod attributes;
mod birth;
mod circle;
mod model;
mod name;
mod naming;
mod protection;
mod queries;
mod reading;
mod recording;
pub mod rules;
mod sight;
mod situation;

#[expect(unused_imports, reason = "for units of work of other nouns")]
pub(crate) use adding::correct_birth;
pub use adding::{Added, NewPerson};
pub use alike::{Likeness, Reason, SUGGESTED_FROM, Said, Verdict, reasons};
pub use attributes::{Form, NAME, OWN, Own, own_attribute, tells_where};
pub use circle::{Capacity, Kin, NewRelation, NewRepresentative, Other, Relation, Representative};
pub use model::{Birth, Contradiction, Fact, Masked, NewFact, Recorded, Refusal, Shown};
pub use name::{Name, folded};
pub use protection::{NewProtection, Protection};
pub use reading::{Circle, FOUND_AT_MOST, Found, Known};
pub use recording::Correction;
pub(crate) use recording::{correct, end, record, withdraw};
pub(crate) use sight::{protected, sight};
pub(crate) use situation::situation;
pub use situation::{MUNICIPALITY, Situation};
