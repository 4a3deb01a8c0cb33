//! Hand-over: one lead ends and the next begins in the same instant, after an offer and an answer; and what a changed fact
//! moves. Why it is as it is: `docs/decisions/0014-hand-over.md`.
//!
//! Basis: the register says who leads (each offer carries its answer with the citations). 681/2023 § 85: a municipality
//! contacts the one that a client moves to with the client's consent. No act sets a time for the answer.
//!
//! | what | who may |
//! |---|---|
//! | [`House::preview_fact_change`], [`House::change_fact_and_move`] | whoever may record a fact about the person |
//! | [`House::offer_hand_over`], [`House::withdraw_hand_over`], [`House::consent_to_hand_over`] | the lead in force |
//! | [`House::preview_hand_over`], [`House::accept_hand_over`], [`House::return_hand_over`] | the organ it is offered to |
//! | [`House::hand_over_by_law`] | the lead, when silence lasted and the law itself names the receiver |
//! | [`House::unanswered_hand_overs`], [`House::remind_hand_over`] | the organs that it climbed to |
//! | [`House::assign_hand_over`] | of those, one whom the register lets decide over the receiver |
//! | [`House::climb_unanswered`] | any node, at any time |
//!
//! [`House::preview_fact_change`]: crate::House::preview_fact_change
//! [`House::change_fact_and_move`]: crate::House::change_fact_and_move
//! [`House::offer_hand_over`]: crate::House::offer_hand_over
//! [`House::withdraw_hand_over`]: crate::House::withdraw_hand_over
//! [`House::consent_to_hand_over`]: crate::House::consent_to_hand_over
//! [`House::preview_hand_over`]: crate::House::preview_hand_over
//! [`House::accept_hand_over`]: crate::House::accept_hand_over
//! [`House::return_hand_over`]: crate::House::return_hand_over
//! [`House::hand_over_by_law`]: crate::House::hand_over_by_law
//! [`House::unanswered_hand_overs`]: crate::House::unanswered_hand_overs
//! [`House::remind_hand_over`]: crate::House::remind_hand_over
//! [`House::assign_hand_over`]: crate::House::assign_hand_over
//! [`House::climb_unanswered`]: crate::House::climb_unanswered

mod actions;
mod answering;
mod climbing;
mod facts;
mod model;
mod moving;
pub(crate) mod queries;
mod rules;
mod sight;

pub use climbing::Climbed;
pub use facts::{FactChange, FactMoves, When};
pub use model::{
    AnswerTime, Consent, ConsentStep, Ground, HandOver, How, Refusal, ReturnReason, SaidBy, Sight, Stage,
    WithdrawReason,
};
pub use moving::{CaseMove, Move};
pub use rules::AtOnce;
pub use sight::{About, Listed, Preview};
