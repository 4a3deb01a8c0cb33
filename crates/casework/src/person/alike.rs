//! People who may be one and the same. The program suggests, by a score that shows its reasons; an official says, with a
//! reason of their own, whether they are. Nobody is merged: `same` links two people, and can be taken back.

use authorization::Action;
use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Entry, Look, Unit, View, Word};
use uuid::Uuid;

use super::attributes::text;
use super::model::{Birth, Refusal};
use super::name::Name;
use super::queries::finding;
use super::sight::{self, Sight, protected, sight, writes};
use crate::post::Acting;
use crate::{Error, House};

/// Why two people look alike, or do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A name of the one has the same words as a name of the other, in whatever order and spelling.
    SameName,
    /// All words of a name of the one are in a name of the other, which has more.
    NameWithin,
    /// So many words are the same.
    SharedWords(usize),
    /// Born on the same day.
    SameBirth,
    /// Born on the same day, were day and month not the other way round.
    DayAndMonthSwapped,
    /// What is known of both births is the same: the year at least.
    BirthAgrees,
    /// The births are a year or less apart.
    BirthNear,
    /// The births are not the same.
    BirthDiffers,
}

impl Reason {
    /// What it counts.
    #[must_use]
    pub const fn points(self) -> i32 {
        match self {
            Self::SameName => 60,
            Self::NameWithin => 45,
            Self::SharedWords(1) => 15,
            Self::SharedWords(_) => 30,
            Self::SameBirth => 40,
            Self::DayAndMonthSwapped => 25,
            Self::BirthAgrees => 15,
            Self::BirthNear => 0,
            Self::BirthDiffers => -40,
        }
    }
}

/// From how many points on two people are suggested.
pub const SUGGESTED_FROM: i32 = 50;

/// Somebody who may be the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The other.
    pub person: Uuid,
    /// A name of theirs.
    pub name: Option<Name>,
    /// The points together.
    pub score: i32,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What an official says of two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They are one and the same.
    Same,
    /// They are two.
    Different,
}

impl Verdict {
    /// The word in the database and in answers.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

impl std::str::FromStr for Verdict {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        [Self::Same, Self::Different].into_iter().find(|verdict| verdict.word() == word).ok_or(())
    }
}

/// What was said of a person and another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its identity.
    pub id: Uuid,
    /// The other person.
    pub other: Uuid,
    /// What was said.
    pub verdict: Verdict,
    /// Why, in the official's words.
    pub reason: String,
    /// By which post.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Timestamp,
}

/// The reasons for and against two people being the same. Pure.
#[must_use]
pub fn reasons(one: (&[Name], Birth), other: (&[Name], Birth)) -> Vec<Reason> {
    let names = one.0.iter().flat_map(|name| other.0.iter().filter_map(|with| likeness(name, with)));
    names.max_by_key(|reason| reason.points()).into_iter().chain(births(one.1, other.1)).collect()
}

/// Compares two names in each writing that they have.
fn likeness(one: &Name, other: &Name) -> Option<Reason> {
    let writings = |name: &Name| {
        let plain = Name { given_latin: None, family_latin: None, ..name.clone() }.words();
        let latin =
            Name { given: name.given_latin.clone(), family: name.family_latin.clone(), ..Name::default() }.words();
        [plain, latin]
    };
    let mut best: Option<Reason> = None;
    for words in writings(one).iter().filter(|words| !words.is_empty()) {
        for with in writings(other).iter().filter(|words| !words.is_empty()) {
            let mut left = with.clone();
            let shared =
                words.iter().filter(|word| left.iter().position(|at| at == *word).map(|at| left.remove(at)).is_some());
            let reason = match shared.count() {
                0 => continue,
                shared if shared == words.len() && shared == with.len() => Reason::SameName,
                shared if shared > 1 && shared == words.len().min(with.len()) => Reason::NameWithin,
                shared => Reason::SharedWords(shared),
            };
            if best.is_none_or(|best| best.points() < reason.points()) {
                best = Some(reason);
            }
        }
    }
    best
}

fn births(one: Birth, other: Birth) -> Option<Reason> {
    let (a, b) = (one.year?, other.year?);
    let differs = |one: Option<i8>, other: Option<i8>| matches!((one, other), (Some(one), Some(other)) if one != other);
    let whole = one.day.is_some() && other.day.is_some();
    Some(if a == b && whole && one == other {
        Reason::SameBirth
    } else if a == b && whole && one.month == other.day && one.day == other.month {
        Reason::DayAndMonthSwapped
    } else if a == b && !differs(one.month, other.month) && !differs(one.day, other.day) {
        Reason::BirthAgrees
    } else if (a - b).abs() <= 1 {
        Reason::BirthNear
    } else {
        Reason::BirthDiffers
    })
}

/// Those whom the acting post sees and who may be the same, the most alike first. One of whom an official has said
/// something is not suggested again.
pub(super) async fn suggest(
    view: &View,
    acting: &Acting,
    seen: &Sight,
    person: Uuid,
    now: Timestamp,
    today: Date,
) -> Result<Vec<Likeness>, Error> {
    let birth = sight::birth(view, seen, person, now).await?;
    let names = finding::names(view, seen, person).await?;
    let mut found = Vec::new();
    for other in finding::sharing_a_word(view, acting, person, now).await? {
        let of_other = protected(view, acting, other, today).await?;
        if !of_other.sees_where() {
            continue;
        }
        let theirs = finding::names(view, &of_other, other).await?;
        let born = sight::birth(view, &of_other, other, now).await?;
        let reasons = reasons((&names, birth), (&theirs, born));
        let score = reasons.iter().map(|reason| reason.points()).sum();
        if score >= SUGGESTED_FROM {
            found.push(Likeness { person: other, name: theirs.into_iter().next(), score, reasons });
        }
    }
    found.sort_by_key(|likeness| (-likeness.score, likeness.person));
    Ok(found)
}

impl House {
    /// People who may be the same as this one, among those whom the acting post sees.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn possible_duplicates(&self, acting: &Acting, person: Uuid) -> Result<Vec<Likeness>, Error> {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                let seen = sight(&look, acting, person, now, today, Action::Read).await?;
                let found = suggest(&look, acting, &seen, person, now, today).await?;
                for person in found.iter().map(|likeness| likeness.person).chain([person]) {
                    let entry = Entry::new(&acting.actor, Word::of("compare"), Word::of("person"), person);
                    look.journal(entry.person(person));
                }
                Ok(found)
            })
            .await
    }

    /// Says of two people whether they are the same, and why. What was said before must be taken back first.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::SameOne`], [`Refusal::NoReason`], [`Refusal::SaidAlready`]; the database's.
    pub async fn say_alike(
        &self,
        acting: &Acting,
        one: Uuid,
        other: Uuid,
        verdict: Verdict,
        reason: &str,
    ) -> Result<Uuid, Error> {
        let reason = &text(reason, 2000).ok_or(Refusal::NoReason)?;
        if one == other {
            return Err(Refusal::SameOne.into());
        }
        let pair = (one.min(other), one.max(other));
        self.store
            .write(|unit: Unit| async move {
                let (now, today) = (unit.now(), self.day(unit.now()));
                for person in [one, other] {
                    writes(&unit, acting, person, now, today).await?;
                }
                let before = finding::said_of(&unit, one).await?;
                if before.iter().any(|said| said.other == other) {
                    return Err(Refusal::SaidAlready.into());
                }
                let id = finding::say(&unit, acting, pair, verdict, reason).await?;
                for person in [one, other] {
                    let entry = Entry::new(&acting.actor, Word::of(verdict.word()), Word::of("alike"), id);
                    unit.journal(entry.person(person));
                }
                Ok(id)
            })
            .await
    }

    /// Takes back what was said of the person and another.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::NoReason`]; the database's.
    pub async fn take_back_alike(&self, acting: &Acting, person: Uuid, said: Uuid, why: &str) -> Result<(), Error> {
        let why = &text(why, 2000).ok_or(Refusal::NoReason)?;
        self.store
            .write(|unit: Unit| async move {
                let seen = writes(&unit, acting, person, unit.now(), self.day(unit.now())).await?;
                let before = finding::said_of(&unit, person).await?;
                let known = |one: &Said| one.id == said && seen.stretch.holds(one.recorded_at);
                let before = before.into_iter().find(known).ok_or(Refusal::Unknown)?;
                finding::take_back(&unit, acting, said, why).await?;
                for person in [person, before.other] {
                    let entry = Entry::new(&acting.actor, Word::of("take-back"), Word::of("alike"), said);
                    unit.journal(entry.person(person));
                }
                Ok(())
            })
            .await
    }

    /// What is said of the person and others: with whom it is linked, and from whom it is kept apart. Others whom the
    /// acting post does not see are left out.
    ///
    /// # Errors
    /// [`Refusal::Unknown`]; the database's.
    pub async fn said_alike(&self, acting: &Acting, person: Uuid) -> Result<Vec<Said>, Error> {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                let own = sight(&look, acting, person, now, today, Action::Read).await?;
                let mut seen = Vec::new();
                for said in finding::said_of(&look, person).await? {
                    if !own.stretch.holds(said.recorded_at) {
                        continue;
                    }
                    match sight(&look, acting, said.other, now, today, Action::Read).await {
                        Ok(sight) if sight.sees_where() => seen.push(said),
                        Ok(_) | Err(Error::Refused(_)) => {}
                        Err(fault) => return Err(fault),
                    }
                }
                look.journal(Entry::new(&acting.actor, Word::of("read"), Word::of("alike"), person).person(person));
                Ok(seen)
            })
            .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(one: (&[Name], Birth), other: (&[Name], Birth)) -> i32 {
        reasons(one, other).iter().map(|reason| reason.points()).sum()
    }

    #[test]
    fn the_order_and_the_writing_of_a_name_do_not_hide_it() {
        let born = Birth::on(1990, 5, 1);
        let arabic = [Name::of("محمد", "علي").in_latin("Mohammed", "Ali")];
        let latin = [Name::of("ALI", "Mohammed")];
        assert_eq!(reasons((&arabic, born), (&latin, born)), [Reason::SameName, Reason::SameBirth]);
        let longer = [Name::of("Mohammed Hassan", "Ali")];
        assert_eq!(reasons((&longer, born), (&latin, Birth::default())), [Reason::NameWithin]);
    }

    #[test]
    fn a_name_alone_is_suggested_and_another_birth_is_not() {
        let name = [Name::of("Ольга", "Ёлкина")];
        let same = [Name::of("Елкина", "ольга")];
        let born = Birth::on(1990, 5, 1);
        assert!(score((&name, born), (&same, Birth::default())) >= SUGGESTED_FROM);
        assert!(score((&name, born), (&same, Birth { year: Some(1990), ..Birth::default() })) >= SUGGESTED_FROM);
        assert!(score((&name, born), (&same, Birth::on(1990, 1, 5))) >= SUGGESTED_FROM);
        assert!(score((&name, born), (&same, Birth::on(1985, 5, 1))) < SUGGESTED_FROM);
        assert!(score((&name, born), (&[Name::of("Ольга", "Иванова")], born)) >= SUGGESTED_FROM, "born the same day");
        assert!(score((&name, born), (&[Name::of("Ольга", "Иванова")], Birth::on(1990, 7, 1))) < SUGGESTED_FROM);
    }
}
