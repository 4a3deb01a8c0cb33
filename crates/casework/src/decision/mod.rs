//! Administrative decisions: made, notified, appealable until, replaced; never edited.
//!
//! A decision is made by an organ that holds the verb `decide` in the case in that instant, through a post whose function
//! the step allows. The refusal names the link that is missing ([`MissingLink`]). The register is asked once more on the
//! day itself, with the facts of the holding: a holding that the law no longer supports is told, and refused unless the
//! official says on what the organ still decides.
//!
//! | what | where |
//! |---|---|
//! | who may decide | [`rules`] |
//! | what the register says of it on another day, or in another edition | [`asking`] |
//! | until when it can be appealed | [`appeal`] |
//! | whether it would come out the same again | [`replay`] |
//!
//! The day on which a decision counts as received is stated by the official, with what it rests on; where the duty has a
//! limit `receipt-<kind>` in the register, that day is counted from the sending. The shipped register has none yet: the
//! sections on notification in the Administrative Procedure Act (434/2003) and the act on electronic services (13/2003)
//! have not been read for it.

mod actions;
pub mod appeal;
pub mod asking;
mod model;
mod notifying;
pub(crate) mod queries;
mod reading;
pub mod replay;
mod replaying;
pub mod rules;

pub use model::{
    Decided, Decision, Effect, Kind, Made, NewDecision, NewNotification, NoAppeal, Notification, Refusal, Standing,
    WrongDay,
};
pub use replaying::{Counts, Replayed};
pub use rules::MissingLink;
