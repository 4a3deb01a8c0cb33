//! Bringing a route about: the holdings of an open case become those that the register names, all in one instant.
//!
//! What stays the same is left alone: an organ that leads with the same verb goes on in the same holding, and so does one
//! that stands beside. An edition or a basis that changed, and nothing else, begins no new holding: responsibility did
//! not move.

use jiff::Timestamp;
use storage::{Error, Unit};
use uuid::Uuid;

use super::model::{Cause, Holding, NewHolding, Role};
use super::queries::{self, Written};

/// What a transfer did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transfer {
    /// The lead that ended, and the one that begins in the same instant.
    pub lead: Option<(Uuid, Uuid)>,
    /// Those who begin to stand beside.
    pub begun: Vec<Uuid>,
    /// Those beside who end.
    pub ended: Vec<Uuid>,
    /// Holdings planned for later that were withdrawn, because what was to follow them changed.
    pub withdrawn: Vec<Uuid>,
}

impl Transfer {
    /// Whether nothing moved.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What to bring about, from when, and why.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// The lead.
    pub lead: &'a NewHolding,
    /// Those beside.
    pub beside: &'a [NewHolding],
    /// The instant: now, or later (then it is planned), or the begin of the present lead at the earliest.
    pub from: Timestamp,
    /// The register's edition.
    pub edition: &'a str,
    /// Why.
    pub cause: Cause,
    /// The hand-over, fact or run.
    pub cause_id: Option<Uuid>,
    /// The post that writes it.
    pub post: &'a str,
}

/// Makes the holdings of an open case, from an instant on, those that are wanted. Holdings that were planned to begin
/// after that instant, and have not begun, are withdrawn; whoever planned them plans anew.
///
/// # Errors
/// What the database refuses: a closed case, an instant before the present lead began.
pub(crate) async fn bring_about(unit: &Unit, case: Uuid, wanted: Wanted<'_>) -> Result<Transfer, Error> {
    let mut done = Transfer::default();
    let mut held = queries::of_case(unit, case).await?;
    // The last planned one first: each withdrawal lets the one before it go on.
    held.sort_by_key(|holding| (holding.role == Role::Lead, holding.from));
    for planned in held.iter().rev().filter(|holding| holding.from > unit.now() && holding.from >= wanted.from) {
        queries::withdraw(unit, planned.id).await?;
        done.withdrawn.push(planned.id);
    }
    if !done.withdrawn.is_empty() {
        held = queries::of_case(unit, case).await?;
    }
    let written = Written {
        case,
        from: wanted.from,
        edition: wanted.edition,
        cause: wanted.cause,
        cause_id: wanted.cause_id,
        post: wanted.post,
    };
    let last = held.iter().find(|holding| holding.role == Role::Lead && holding.until.is_none());
    let Some(last) = last else { return Err(Error::NotOne(0)) };
    if !same(last, wanted.lead) {
        let next = queries::next_lead(unit, wanted.lead, last.id, written).await?;
        done.lead = Some((last.id, next));
    }
    let open = |holding: &&Holding| holding.role == Role::Beside && holding.until.is_none_or(|end| end > wanted.from);
    for beside in held.iter().filter(open) {
        let goes_on = wanted.beside.iter().any(|new| same(beside, new));
        if !goes_on && beside.until.is_none() {
            queries::end_beside(unit, beside.id, wanted.from.max(beside.from)).await?;
            done.ended.push(beside.id);
        }
    }
    for new in wanted.beside {
        // One whose end was planned for later is begun again in the instant of that end, so that there is no gap.
        let present = held.iter().filter(open).filter(|beside| same(beside, new));
        match present.map(|beside| beside.until).max_by_key(|until| (until.is_none(), *until)) {
            Some(None) => {}
            Some(Some(end)) => {
                done.begun.push(queries::beside(unit, new, Written { from: end, ..written }).await?);
            }
            None => done.begun.push(queries::beside(unit, new, written).await?),
        }
    }
    Ok(done)
}

/// Whether a holding is already what is wanted.
pub(crate) fn same(holding: &Holding, wanted: &NewHolding) -> bool {
    holding.organ == wanted.organ
        && holding.verb == wanted.verb
        && holding.also == wanted.also
        && holding.force == wanted.force
        && holding.between_chairs == wanted.path.between.is_some()
}
