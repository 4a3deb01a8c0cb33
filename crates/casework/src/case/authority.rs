//! Who may do what in a case: a post acts through the holding that its organ has in the case now. When the holding ends,
//! so does the right. What a post may not see does not exist for it: the refusal is that of a case that is not there.
//!
//! Whoever shows what was written in a case asks here and gets a [`Stretch`] with the case: the time from which it may be
//! shown. The statements that read a file take one, so that none is read without having asked.

use authorization::{Action, Ground, HANDLERS_ONLY, Held, Reason, Standing};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use storage::View;
use uuid::Uuid;

use super::model::{Case, Refusal};
use super::queries::{self, written};
use crate::drawing::queries as drawings;
use crate::handover::queries as withheld;
use crate::holding::queries as holdings;
use crate::holding::{Holding, Role};
use crate::opening::queries as openings;
use crate::post::Acting;
use crate::{Error, person};

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
    may(acting, &found, Standing { held: all_held(&held), ..Standing::default() }, action)?;
    through_holdings(view, acting, found, held).await
}

async fn through_holdings(view: &View, acting: &Acting, case: Case, held: Vec<Holding>) -> Result<Borne, Error> {
    let stretch = stretch(view, acting, case.id).await?;
    let why = bears_because(acting, &case, &held)?;
    Ok(Borne { case, held, why, stretch })
}

/// Whether a post that stands so to a case may do something.
///
/// # Errors
/// [`Refusal::Unknown`] when it may not even see the case; [`Refusal::HandlersOnly`], [`Refusal::FunctionMayNot`] when it may,
/// and not do that.
fn may(acting: &Acting, case: &Case, standing: Standing, action: Action) -> Result<(), Refusal> {
    let function = acting.does().filter(|_| acting.takes(&case.duty)).ok_or(Refusal::Unknown)?;
    // What a function may without a case gives nothing in one.
    let outside = standing.held == Held::NOTHING && !(standing.keeps || standing.opened || standing.drawn);
    if outside {
        Err(Refusal::Unknown)
    } else if standing.may(function, action) {
        Ok(())
    } else if (Standing { shielded: false, ..standing }).may(function, action) {
        Err(Refusal::HandlersOnly { number: case.number, action })
    } else if standing.may(function, Action::Read) {
        Err(Refusal::FunctionMayNot { number: case.number, function, action })
    } else {
        Err(Refusal::Unknown)
    }
}

/// That a post may know of a case because its organ saw it once: for whoever is told why they are no longer competent.
///
/// # Errors
/// [`Refusal::Unknown`].
pub(crate) async fn ever_saw(view: &View, acting: &Acting, case: &Case, held: &[Holding]) -> Result<(), Error> {
    let own: Vec<Holding> = held.iter().filter(|holding| holding.organ == acting.organ()).cloned().collect();
    let secluded = openings::is_secluded(view, case.id).await?;
    Ok(may(acting, case, Standing { held: all_held(&own), secluded, ..Standing::default() }, Action::Read)?)
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

/// As [`bears`], for reading alone: also a post that opened the case from outside, while the hour lasts; the organ that led it
/// until it went to another to which the person did not let its papers pass on, which keeps what was written until then, as it
/// stood then, until retention ends; and an organ that supervises, when a supervision case of its own drew the file. Of a
/// secluded case, none of these.
///
/// # Errors
/// As [`bears`]; [`Refusal::HandlersOnly`].
pub(crate) async fn sees(
    view: &View,
    acting: &Acting,
    case: Uuid,
    at: Timestamp,
    today: Date,
    action: Action,
) -> Result<Borne, Error> {
    let found = queries::one(view, case).await?.ok_or(Refusal::Unknown)?;
    let held = holdings::borne(view, case, acting.organ(), at).await?;
    let mut standing = Standing { held: all_held(&held), ..Standing::default() };
    if let (true, Some(person)) = (HANDLERS_ONLY.has(action), found.person) {
        standing.shielded = !person::protected(view, acting, person, today).await?.sees_where();
    }
    match may(acting, &found, standing, action) {
        Ok(()) => return through_holdings(view, acting, found, held).await,
        Err(Refusal::Unknown) if !openings::is_secluded(view, case).await? => {}
        Err(refused) => return Err(refused.into()),
    }
    if let Some(opening) = openings::in_force(view, case, acting.post(), at).await? {
        may(acting, &found, Standing { opened: true, ..standing }, action)?;
        let stretch = stretch(view, acting, case).await?;
        let ground = Ground::Opened { opening: opening.id, why: opening.reason, until: opening.until };
        return Ok(Borne { case: found, held: Vec::new(), why: because(acting, ground)?, stretch });
    }
    if let Some(kept) = withheld::kept_before(view, case, acting.organ(), at, today).await? {
        may(acting, &found, Standing { keeps: true, ..standing }, action)?;
        return keeps(view, acting, found, kept).await;
    }
    let drawn = drawings::seen_by(view, case, acting.organ(), at).await?.ok_or(Refusal::Unknown)?;
    may(acting, &found, Standing { drawn: true, ..standing }, action)?;
    let stretch = stretch(view, acting, case).await?;
    let ground = Ground::Drawn { by: drawn.supervision_number, why: drawn.reason, since: drawn.at };
    Ok(Borne { case: found, held: Vec::new(), why: because(acting, ground)?, stretch })
}

/// The case as it stood when its papers did not pass on.
async fn keeps(view: &View, acting: &Acting, case: Case, kept: Timestamp) -> Result<Borne, Error> {
    let mut found = case;
    if let Some((version, status, type_version)) = written::standing_before(view, found.id, kept).await? {
        found = Case { version, status, type_version, ..found };
    }
    let mut held = holdings::of_case(view, found.id).await?;
    held.retain(|holding| holding.organ == acting.organ() && holding.from < kept);
    let why = because(acting, Ground::Keeps { before: kept })?;
    Ok(Borne { why, case: Case { result: None, closed: None, ..found }, held, stretch: Stretch::before(kept) })
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
            may(acting, &found, Standing { held: all_held(&held), ..Standing::default() }, action)?;
            Ok((found, lead))
        }
        None => {
            let lead = holdings::lead_at(view, case, at).await?.map(|lead| lead.organ).unwrap_or_default();
            Err(Refusal::NotLead { number: found.number, lead }.into())
        }
    }
}
