//! Moving running cases to another version of their type. A running case keeps its version; when it is to be moved, that is
//! planned first, for each case: whether its status is there in the other version, which values carry over, which time
//! limits end and begin. Then it is done in batches, each case with a receipt, and it can be undone as long as nothing else
//! happened in the case.
//!
//! What is still to be done follows from the plan and the receipts alone: a run that was cut off is simply called again,
//! here or on another node.

mod actions;
mod model;
mod queries;
mod rules;

pub use model::{
    CasePreview, Lost, MoveProgress, MoveReceipt, NotBack, NotMoved, PlannedCase, Receipted, Refusal, Stage,
    VersionMove, WhyLost,
};
pub use rules::preview;
