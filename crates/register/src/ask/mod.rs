//! Asking the register: who, what, whom, how it differs, written out.
//!
//! | question | where |
//! |---|---|
//! | who leads, who stands beside, why | [`Register::who`] |
//! | the same through time | [`Register::through_time`] |
//! | whether a condition holds, as far as is known | [`Register::holds`] |
//! | what an organ must do | [`Register::duties_of`] |
//! | whom it steers and who steers it | [`Register::chain`] |
//! | what differs between two days | [`Register::difference`] |
//! | the whole division for a region and a day | [`Register::division`] |
//! | which duty is meant by these words | [`Register::search`] |

mod chain;
mod difference;
mod division;
mod facts;
mod holds;
mod lookup;
mod organ;
mod reason;
mod search;
mod time;
mod who;

pub use chain::{Chain, Link};
pub use difference::{Change, Side};
pub use division::{Division, DivisionEntry, DivisionOrgan};
pub use facts::{Facts, Given};
pub use lookup::{Place, Refusal};
pub use organ::OrganDuty;
pub use reason::{Condition, Excluded, Reason, Step};
pub use search::Hit;
pub use time::TimeStretch;
pub use who::{Answer, Ask, Bearing, Nobody, Outcome, Possible, Undetermined};

#[expect(unused_imports, reason = "named in the documentation above")]
use crate::Register;
