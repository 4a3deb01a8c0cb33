//! Filling a demonstration database with as many people as one wants, for measuring. A million are not played: they are
//! written in batches, each a unit of work, every row past the database's own constraints and triggers, with a line in the
//! journal for each person and each case. Who bears a case is asked of the register for the day of its opening and for the
//! midnight of each reorganisation since, with the rules of casework.
//!
//! How many there are is kept in the same unit as the batch. So it can be stopped anywhere, and goes on where it was.

mod batch;
mod kinds;
mod queries;
mod rows;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use casework::House;
use casework::account::NewAccount;
use casework::demonstration::{Mark, Refusal};
use casework::post::{Acting, NewPost};
use jiff::civil::date;
use storage::{Unit, View};

use crate::play::Error;
use crate::play::set_up;
use crate::source::Source;

pub use kinds::Country;

/// People in one unit of work: few enough that others do not wait for long.
const TOGETHER: u64 = 500;
/// After so many units what was written in the journal is sealed.
const SEAL_AFTER: u64 = 16;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Filled {
    /// People that were filled in, those of earlier runs included.
    pub people: u64,
    /// Of so many.
    pub of: u64,
    /// People a second in this run.
    pub per_second: f64,
    /// What remains, at that pace.
    pub remaining: Option<Duration>,
}

/// Fills a demonstration database until so many people were filled in. One that is empty becomes a demonstration first.
///
/// # Errors
/// [`Refusal::InUse`] for a database that is in use and no demonstration; what the database refuses. What was written until
/// then is kept.
pub async fn fill(
    house: &House,
    source: &Source,
    people: u64,
    seed: u64,
    told: impl Fn(Filled),
) -> Result<Filled, Error> {
    let country = Country::shipped()?;
    let operator = Acting::operator();
    if house.demonstration().await?.is_none() {
        let day = house.day(house.store.now());
        house.mark_demonstration(&operator, &Mark { day, seed, whole: false }).await?;
        set_up::set_up(house, source).await?;
        set_up_posts(house).await?;
        set_up_officials(house, &country).await?;
        house.demonstration_is_whole(&operator).await?;
    }
    if house.demonstration().await?.is_none_or(|mark| !mark.whole) {
        return Err(casework::Error::from(Refusal::None).into());
    }
    // A demonstration that was played has its own officials, and takes no more once it is whole.
    set_up_posts(house).await?;
    let maker = batch::Maker::new(house, source, &country, seed)?;
    let began = Instant::now();
    let before = house.store.read(|view: View| async move { queries::filled(&view).await }).await?;
    let mut done = before;
    let mut units = 0;
    while done < people {
        let maker = &maker;
        let write = |unit: Unit| async move {
            // Read within the unit: another run may have written meanwhile.
            let from = queries::filled(&unit).await?;
            // Always the same batches, wherever an earlier run ended: a batch's days are drawn once.
            let until = people.min((from / TOGETHER + 1) * TOGETHER);
            if from < until {
                let batch = maker.batch(&unit, from..until);
                queries::write(&unit, batch).await?;
                queries::set_filled(&unit, until).await?;
            }
            Ok::<_, casework::Error>(until.max(from))
        };
        done = house.store.write(write).await?;
        units += 1;
        if units % SEAL_AFTER == 0 {
            storage::journal::seal_all(&house.store).await?;
        }
        told(far(done, people, done.saturating_sub(before), began.elapsed()));
    }
    storage::journal::seal_all(&house.store).await?;
    Ok(far(done, people, done.saturating_sub(before), began.elapsed()))
}

fn far(people: u64, of: u64, here: u64, taken: Duration) -> Filled {
    #[expect(clippy::cast_precision_loss, reason = "a count of people is far below 2 to the 52nd")]
    let (here, left, seconds) = (here as f64, of.saturating_sub(people) as f64, taken.as_secs_f64());
    let per_second = if seconds > 0.0 { here / seconds } else { 0.0 };
    let remaining = (per_second > 0.0).then(|| Duration::from_secs_f64(left / per_second));
    Filled { people, of, per_second, remaining }
}

/// A post for each organ that bears cases of people: who opened a case is somebody who is there.
async fn set_up_posts(house: &House) -> Result<(), Error> {
    let there: BTreeSet<String> = house.posts().await?.into_iter().map(|post| post.id).collect();
    for organ in &house.register.resolved.organs.organs {
        let id = post_of(&organ.id);
        if !kinds::BEARERS.contains(&organ.kind.as_str()) || there.contains(&id) {
            continue;
        }
        let first = organ.period.from.unwrap_or_default().max(date(2021, 1, 1));
        if organ.period.until.is_some_and(|until| until <= first) {
            continue;
        }
        let new = NewPost {
            id,
            organ: organ.id.clone(),
            function: "handler".to_owned(),
            title: "käsittelijä".to_owned(),
            from: first,
            until: organ.period.until,
        };
        house.add_post(&Acting::operator(), &new).await?;
    }
    Ok(())
}

/// Officials of the largest organs, as whom one looks at what was filled in.
async fn set_up_officials(house: &House, country: &Country) -> Result<(), Error> {
    let operator = Acting::operator();
    for official in &country.official {
        let (login, name, language) = (official.login.clone(), official.name.clone(), official.language.clone());
        house.add_account(&operator, &NewAccount { login, name, language }).await?;
        for organ in &official.organs {
            house.give_post(&operator, &official.login, &post_of(organ)).await?;
        }
    }
    Ok(())
}

/// The word of an organ's post.
fn post_of(organ: &str) -> String {
    format!("{organ}/filled")
}
