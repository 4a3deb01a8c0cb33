//! The plan, played: each deed done by the post whose task it is, through the actions of casework, at its instant.

mod clock;
mod deeds;
mod queries;
pub(crate) mod set_up;

use std::collections::BTreeMap;

use casework::House;
use casework::demonstration::Mark;
use casework::post::Acting;
use casework::reorganisation::Order;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use uuid::Uuid;

use crate::plan::{Act, Plan, Planned};
use crate::source::{Fault, Source};

pub use clock::{Hands, Numbered};

/// Why a world could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `demo/` is not sound.
    #[error(transparent)]
    Source(#[from] Fault),
    /// Casework refused something that the plan wanted.
    #[error("{story}, event {event}, on {on}: {why}")]
    Deed {
        /// The story.
        story: String,
        /// Which event of it, from 1; 0: the first meeting.
        event: usize,
        /// The day.
        on: Date,
        /// What stands against it.
        why: Box<casework::Error>,
    },
    /// A story asks for something that is not there.
    #[error("{story}, event {event}, on {on}: {what}")]
    Story {
        /// The story.
        story: String,
        /// Which event of it, from 1; 0: the first meeting.
        event: usize,
        /// The day.
        on: Date,
        /// What.
        what: String,
    },
    /// Casework refused something beside the stories.
    #[error(transparent)]
    Casework(#[from] casework::Error),
}

impl From<storage::Error> for Error {
    fn from(fault: storage::Error) -> Self {
        Self::Casework(fault.into())
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The day that is played.
    pub on: Date,
    /// What was made until then.
    pub made: Made,
    /// Deeds done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// People.
    pub people: u32,
    /// Cases.
    pub cases: u32,
    /// Decisions.
    pub decisions: u32,
    /// Hand-overs offered.
    pub hand_overs: u32,
    /// Documents.
    pub documents: u32,
    /// Posts.
    pub posts: u32,
    /// Accounts.
    pub accounts: u32,
}

/// What became of a person of the plan.
#[derive(Debug, Clone, Default)]
struct Lived {
    person: Option<Uuid>,
    /// Cases by the word that the story has for them.
    cases: BTreeMap<String, Opened>,
    /// The last hand-over that was offered, and to which organ.
    offered: Option<(Uuid, String)>,
    /// The last decision.
    decided: Option<Uuid>,
}

/// A case of the plan.
#[derive(Debug, Clone)]
struct Opened {
    id: Uuid,
    number: i64,
    /// Who read it last, and the version that it then had or was left with.
    read: Option<(String, i64)>,
}

/// Somebody who plays.
struct Player<'a> {
    house: &'a House,
    hands: &'a Hands,
    source: &'a Source,
    plan: &'a Plan,
    posts: BTreeMap<String, Vec<set_up::Known>>,
    lived: Vec<Lived>,
    made: Made,
    seed: u64,
}

/// Makes the world in a database that is empty but for its tables: marks it, sets up posts and accounts, plays the plan,
/// and puts the clock at `now`. `hands` are those of the clock with which the house was opened.
///
/// # Errors
/// What stands against it. A database in which it broke off stays marked as one that is not whole.
pub async fn make(
    house: &House,
    hands: &Hands,
    source: &Source,
    now: Timestamp,
    seed: u64,
    told: impl Fn(Progress),
) -> Result<Made, Error> {
    let day = house.day(now);
    let plan = Plan::of(source, &house.register, day, seed);
    let operator = Acting::operator();
    hands.put(at(house, crate::plan::BEFORE_ALL, 8 * 60));
    house.mark_demonstration(&operator, &Mark { day, seed, whole: false }).await?;
    let lived = vec![Lived::default(); plan.people.len()];
    let (posts, mut made) = set_up::set_up(house, source).await?;
    made.people = 0;
    let mut player = Player { house, hands, source, plan: &plan, posts, lived, made, seed };
    let of = plan.acts.len();
    let mut begun = 0;
    while let Some(first) = plan.acts.get(begun) {
        let day = first.on;
        let many = plan.acts[begun..].iter().take_while(|act| act.on == day).count();
        for (which, act) in plan.acts[begun..begun + many].iter().enumerate() {
            player.stand(*act, which, many);
            player.act(*act).await?;
        }
        begun += many;
        told(Progress { on: day, made: player.made, done: begun, of });
    }
    hands.put(now);
    house.climb_reminders(day, u32::MAX).await?;
    house.climb_unanswered(u32::MAX).await?;
    house.demonstration_is_whole(&operator).await?;
    storage::journal::seal_all(&house.store).await?;
    Ok(player.made)
}

/// The instant at which the clock must stand when the database of a world is opened.
#[must_use]
pub fn begins() -> Timestamp {
    crate::plan::BEFORE_ALL.to_zoned(jiff::tz::TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |there| there.timestamp())
}

/// An instant of a day: so many minutes after it began.
fn at(house: &House, day: Date, minutes: i64) -> Timestamp {
    let begins = house.start_of(day).unwrap_or(Timestamp::UNIX_EPOCH);
    begins.saturating_add(minutes.minutes()).unwrap_or(begins)
}

impl Player<'_> {
    /// Puts the clock where an act of a day is done: nights at one o'clock, the rest spread over the hours of an office.
    fn stand(&self, act: Planned, which: usize, many: usize) {
        let minutes = match act.act {
            Act::Night => 60,
            Act::PlanLaw(_) | Act::ApplyLaw(_) => 6 * 60,
            Act::Meet(_) | Act::Event(..) => {
                let part = |count: usize| i64::try_from(count).unwrap_or_default();
                8 * 60 + 10 + part(which) * (7 * 60) / part(many).max(1)
            }
        };
        self.hands.put(at(self.house, act.on, minutes));
    }

    async fn act(&mut self, planned: Planned) -> Result<(), Error> {
        let operator = Acting::operator();
        match planned.act {
            Act::Night => {
                self.house.climb_reminders(planned.on, u32::MAX).await?;
                self.house.climb_unanswered(u32::MAX).await?;
            }
            Act::PlanLaw(day) => {
                self.house.plan_reorganisation(&operator, day, true).await?;
            }
            Act::ApplyLaw(day) => {
                self.house.apply_reorganisation(&operator, Order::of(day), &|_| {}).await?;
            }
            Act::Meet(person) => self.meet(person, planned.on).await?,
            Act::Event(person, event) => self.event(person, event, planned.on).await?,
        }
        Ok(())
    }
}
