//! Who may do what in a case: a post acts through the holding that its organ has in the case now. When the holding ends,
//! so does the right. What a post may not see does not exist for it: the refusal is that of a case that is not there.
//!
//! Whoever shows what was written in a case asks here and gets a [`Stretch`] with the case: the time from which it may be
//! shown. The statements that read a file take one, so that none is read without having asked.

use authorization::{Action, Ground, Held, Reason};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use storage::View;
use uuid::Uuid;

use super::model::{Case, Refusal};
use super::queries::{self, written};
use crate::Error;
use crate::handover::queries as withheld;
use crate::holding::queries as holdings;
use crate::holding::{Holding, Role};
use crate::opening::queries as openings;
use crate::post::Acting;

/// A stretch of time: what was written in it may be seen. Where a person did not let an organ's papers pass on (681/2023
/// § 85), the organ that follows sees what was written since, and the one that went keeps what was written before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// What was written before this instant is not in it.
    pub since: Timestamp,
    /// What was written in this instant or after is not in it.
    pub before: Timestamp,
}

impl Stretch {
    /// All that was ever written: for what runs by itself, and for whoever nothing is kept from.
    pub(crate) const WHOLE: Self = Self { since: Timestamp::UNIX_EPOCH, before: Timestamp::MAX };

    /// From an instant on; none: all.
    pub(crate) fn since(border: Option<Timestamp>) -> Self {
        Self { since: border.unwrap_or(Self::WHOLE.since), ..Self::WHOLE }
    }

    /// Until an instant.
    pub(crate) fn before(border: Timestamp) -> Self {
        Self { before: border, ..Self::WHOLE }
    }

    /// Whether what was written at an instant is in it.
    pub(crate) fn holds(self, written: Timestamp) -> bool {
        self.since <= written && written < self.before
    }

    /// Whether something is kept from whoever follows.
    pub(crate) fn begins_late(self) -> bool {
        self.since > Self::WHOLE.since
    }

    /// The last instant in it, or an earlier one.
    pub(crate) fn at_most(self, at: Timestamp) -> Timestamp {
        at.min(self.before.checked_sub(SignedDuration::from_micros(1)).unwrap_or(self.before))
    }
}

/// A case with the holdings through which the acting organ sees it, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Borne {
    /// The case.
    pub case: Case,
    /// The holdings: at least one, but for a case that was opened outside of them.
    pub held: Vec<Holding>,
    /// Why it is seen.
    pub why: Reason,
    /// What may be seen of what was written in it.
    pub stretch: Stretch,
}

/// The case, and the holdings through which the acting organ bears it at an instant: at least one. Of a case that is
/// closed, those that held when it closed: its own organs still see it.
///
/// # Errors
/// [`Refusal::Unknown`] when there is no such case, or the organ has no holding in it.
pub(crate) async fn bears(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
    action: Action,
) -> Result<Borne, Error> {
    let found = queries::one(view, case).await?.ok_or(Refusal::Unknown)?;
    let held = holdings::borne(view, case, acting.organ(), at).await?;
    may(acting, &found, &held, action)?;
    let stretch = stretch(view, acting, case).await?;
    let why = bears_because(acting, &found, &held)?;
    Ok(Borne { case: found, held, why, stretch })
}

/// Whether a post may do something through these holdings.
///
/// # Errors
/// [`Refusal::Unknown`] when it may not even see the case; [`Refusal::FunctionMayNot`] when it may, and not do that.
fn may(acting: &Acting, case: &Case, held: &[Holding], action: Action) -> Result<(), Refusal> {
    let function = acting.does().ok_or(Refusal::Unknown)?;
    let all = all_held(held);
    let can = |action| !held.is_empty() && authorization::may(function, all, action);
    if can(action) {
        Ok(())
    } else if can(Action::Read) {
        Err(Refusal::FunctionMayNot { number: case.number, function, action })
    } else {
        Err(Refusal::Unknown)
    }
}

/// What holdings are together, for who may do what.
fn all_held(held: &[Holding]) -> Held {
    held.iter().fold(Held::NOTHING, |all, one| {
        let leads = one.role == Role::Lead;
        one.also.iter().fold(all.with(&one.verb, leads), |all, verb| all.with(verb, leads))
    })
}

/// Why a post sees a case through these holdings: the lead's first.
fn bears_because(acting: &Acting, case: &Case, held: &[Holding]) -> Result<Reason, Refusal> {
    let first = held.iter().min_by_key(|one| (one.role != Role::Lead, one.from)).ok_or(Refusal::Unknown)?;
    let ground = Ground::Bears {
        leads: first.role == Role::Lead,
        verb: first.verb.clone(),
        duty: case.duty.clone(),
        basis: first.path.basis.clone(),
        since: first.from,
        until: first.until,
    };
    because(acting, ground)
}

fn because(acting: &Acting, ground: Ground) -> Result<Reason, Refusal> {
    let function = acting.does().ok_or(Refusal::Unknown)?;
    Ok(Reason { function, organ: acting.organ().to_owned(), ground })
}

/// What an organ that bears a case may see of what was written in it.
pub(crate) async fn stretch(view: &View, acting: &Acting, case: Uuid) -> Result<Stretch, storage::Error> {
    Ok(Stretch::since(withheld::closed_before(view, case, acting.organ()).await?))
}

/// As [`bears`], for reading alone: also the organ that led the case until it went to another to which the person did not
/// let its papers pass on. It keeps what was written until then, as it stood then, until retention ends.
///
/// # Errors
/// As [`bears`].
pub(crate) async fn sees(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
    today: Date,
    action: Action,
) -> Result<Borne, Error> {
    match bears(view, acting, case, at, action).await {
        Err(Error::Refused(crate::Refusal::Case(Refusal::Unknown))) => {}
        said => return said,
    }
    let Some(kept) = withheld::kept_before(view, case, acting.organ(), at, today).await? else {
        return opened(view, acting, case, at, action).await;
    };
    let mut found = queries::one(view, case).await?.ok_or(Refusal::Unknown)?;
    if let Some((version, status, type_version)) = written::standing_before(view, case, kept).await? {
        found = Case { version, status, type_version, ..found };
    }
    let mut held = holdings::of_case(view, case).await?;
    held.retain(|holding| holding.organ == acting.organ() && holding.from < kept);
    may(acting, &found, &held, action)?;
    let why = because(acting, Ground::Keeps { before: kept })?;
    Ok(Borne { why, case: Case { result: None, closed: None, ..found }, held, stretch: Stretch::before(kept) })
}

/// A case that the acting post opened outside of its organ's holdings, while the hour lasts: to be read, and no more.
async fn opened(view: &View, acting: &Acting, case: Uuid, at: Timestamp, action: Action) -> Result<Borne, Error> {
    let reads = matches!(action, Action::Read | Action::ReadDocument);
    let opening = openings::in_force(view, case, acting.post(), at).await?.filter(|_| reads);
    let opening = opening.ok_or(Refusal::Unknown)?;
    let found = queries::one(view, case).await?.ok_or(Refusal::Unknown)?;
    let stretch = stretch(view, acting, case).await?;
    let ground = Ground::Opened { opening: opening.id, why: opening.reason, until: opening.until };
    Ok(Borne { case: found, held: Vec::new(), why: because(acting, ground)?, stretch })
}

/// The open case, and the holding through which the acting organ leads it at an instant.
///
/// # Errors
/// [`Refusal::Unknown`] as [`bears`]; [`Refusal::Closed`]; [`Refusal::NotLead`], which names the one that leads.
pub(crate) async fn leads(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
    action: Action,
) -> Result<(Case, Holding), Error> {
    let Borne { case: found, held, .. } = bears(view, acting, case, at, Action::Read).await?;
    if found.closed.is_some() {
        return Err(Refusal::Closed(found.number).into());
    }
    match held.iter().find(|holding| holding.role == Role::Lead).cloned() {
        Some(lead) => {
            may(acting, &found, &held, action)?;
            Ok((found, lead))
        }
        None => {
            let lead = holdings::lead_at(view, case, at).await?.map(|lead| lead.organ).unwrap_or_default();
            Err(Refusal::NotLead { number: found.number, lead }.into())
        }
    }
}
