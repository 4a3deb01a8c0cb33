//! Changes put together as people speak of them: "from the TE offices to the employment authorities", for whom, where;
//! which office in which municipalities stands folded below.

use calendar::Date;
use register::ask::{Change, Side};
use register::resolved::{Force, MunicipalityIndex};

use crate::components::Link;
use crate::register::Telling;
use crate::said;
use crate::shell::Address;

/// A duty that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The duty.
    pub duty: Link,
    /// How it moved.
    pub ways: Vec<Way>,
    /// From which organ to which, and where, in some situation; one alone is told by the ways.
    pub pairs: Vec<Pair>,
    /// Where that is told, when not here.
    pub places: Option<String>,
}

/// One way in which it moved: between the same kinds of organ, for the same people.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Who led before, and whether it must.
    pub before: End,
    /// Who leads after.
    pub after: End,
    /// For whom; empty: in every situation.
    pub whom: String,
    /// "292 kommuner"
    pub places: String,
}

/// One end of a way.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The kind, the organ, or nobody.
    pub who: Link,
    /// Nobody leads.
    pub nobody: bool,
    /// It may, but need not.
    pub may: bool,
}

/// From which organ to which, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Before.
    pub before: Link,
    /// After.
    pub after: Link,
    /// The municipalities.
    pub municipalities: Vec<String>,
}

/// What must be the same for two changes to be told together.
type Key = (Option<String>, Option<Force>, Option<String>, Option<Force>, String);

/// Changes by duty.
///
/// Of the whole country, which office is followed by which is told duty by duty: `elsewhere` is the address of this
/// page, from which a link to one duty is made.
pub fn moved(telling: &Telling<'_>, changes: &[Change], days: (Date, Date), elsewhere: Option<&Address>) -> Vec<Moved> {
    let mut all: Vec<Moved> = Vec::new();
    for of_duty in changes.chunk_by(|one, other| one.duty == other.duty) {
        let Some(first) = of_duty.first() else { continue };
        let duty = &telling.register.resolved.duties[usize::from(first.duty)];
        all.push(Moved {
            duty: Link::to(telling.text(&duty.title), telling.duty_href(&duty.id)),
            ways: ways(telling, of_duty, days, elsewhere.is_some()),
            pairs: Vec::new(),
            places: None,
        });
        let Some(last) = all.last_mut() else { continue };
        let pairs = pairs(telling, of_duty, days);
        if pairs.len() < 2 && pairs.iter().all(|pair| pair.municipalities.len() < 2) {
            continue;
        }
        match elsewhere {
            Some(address) => last.places = Some(address.with("duty", &duty.id).href(telling.w.language())),
            None => last.pairs = pairs,
        }
    }
    all.sort_by(|one, other| telling.w.order(&one.duty.text, &other.duty.text));
    all
}

/// `together`: all situations of the same ends are told as one, for the overview.
fn ways(telling: &Telling<'_>, changes: &[Change], days: (Date, Date), together: bool) -> Vec<Way> {
    let kind = |side: &Side| side.organ.map(|organ| telling.register.resolved.organs.at(organ).kind.clone());
    let mut groups: Vec<(Key, Vec<&Change>)> = Vec::new();
    for change in changes {
        let whom = if together { String::new() } else { whom(telling, change) };
        let key = (kind(&change.before), change.before.force, kind(&change.after), change.after.force, whom);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, list)) => list.push(change),
            None => groups.push((key, vec![change])),
        }
    }
    groups.into_iter().map(|(_, list)| way(telling, whoms(telling, &list), &list, days)).collect()
}

/// For whom the changes are: in words where it is the same for all, else in how many kinds of situation.
fn whoms(telling: &Telling<'_>, changes: &[&Change]) -> String {
    let mut all: Vec<String> = changes.iter().map(|change| whom(telling, change)).collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [one] => one.clone(),
        more => telling.w.compare_some(more.len()),
    }
}

fn way(telling: &Telling<'_>, whom: String, changes: &[&Change], days: (Date, Date)) -> Way {
    let end = |sides: Vec<Side>, on: Date| {
        let first = sides[0];
        let one = sides.iter().all(|side| side.organ == first.organ);
        let who = match first.organ {
            None => Link::plain(telling.w.responsibility_nobody()),
            Some(organ) if one => telling.organ(organ, on),
            Some(organ) => {
                let organs = &telling.register.resolved.organs;
                let id = &organs.at(organ).kind;
                let kind = organs.kind(id).map(|kind| telling.text(&organs.kinds[usize::from(kind)].names));
                Link::plain(kind.unwrap_or(id))
            }
        };
        End { who, nobody: first.organ.is_none(), may: first.force == Some(Force::May) }
    };
    let mut places: Vec<MunicipalityIndex> =
        changes.iter().flat_map(|change| &change.municipalities).copied().collect();
    places.sort_unstable();
    places.dedup();
    Way {
        before: end(changes.iter().map(|change| change.before).collect(), days.0),
        after: end(changes.iter().map(|change| change.after).collect(), days.1),
        whom,
        places: match places.as_slice() {
            [one] => telling.municipality(*one).to_owned(),
            more => telling.w.organ_municipalities(more.len()),
        },
    }
}

/// From which organ to which, and in which municipalities, in some situation.
fn pairs(telling: &Telling<'_>, changes: &[Change], days: (Date, Date)) -> Vec<Pair> {
    let link = |side: &Side, on: Date| match side.organ {
        Some(organ) => telling.organ(organ, on),
        None => Link::plain(telling.w.responsibility_nobody()),
    };
    let mut pairs: Vec<(Link, Link, Vec<MunicipalityIndex>)> = Vec::new();
    for change in changes {
        let (before, after) = (link(&change.before, days.0), link(&change.after, days.1));
        match pairs.iter_mut().find(|(one, other, _)| *one == before && *other == after) {
            Some((_, _, list)) => list.extend(&change.municipalities),
            None => pairs.push((before, after, change.municipalities.clone())),
        }
    }
    let named = |mut list: Vec<MunicipalityIndex>| {
        list.sort_unstable();
        list.dedup();
        let mut names: Vec<String> = list.into_iter().map(|one| telling.municipality(one).to_owned()).collect();
        names.sort_by(|one, other| telling.w.order(one, other));
        names
    };
    let mut pairs: Vec<Pair> =
        pairs.into_iter().map(|(before, after, list)| Pair { before, after, municipalities: named(list) }).collect();
    pairs.sort_by(|one, other| {
        telling.w.order(&one.before.text, &other.before.text).then(telling.w.order(&one.after.text, &other.after.text))
    });
    let itself = pairs.iter().all(|pair| pair.municipalities.len() == 1) && pairs.len() > 1;
    // Each municipality from or to itself: the names say it all.
    if itself { merged(telling, pairs) } else { pairs }
}

/// Many pairs of one municipality each: told by the organ that is the same, the names behind it.
fn merged(telling: &Telling<'_>, pairs: Vec<Pair>) -> Vec<Pair> {
    let mut all: Vec<Pair> = Vec::new();
    for pair in pairs {
        match all.iter_mut().find(|known| known.before == pair.before || known.after == pair.after) {
            Some(known) => {
                if known.before != pair.before {
                    known.before = Link::plain(telling.w.compare_each());
                }
                if known.after != pair.after {
                    known.after = Link::plain(telling.w.compare_each());
                }
                known.municipalities.extend(pair.municipalities);
            }
            None => all.push(pair),
        }
    }
    all
}

/// What the situations of a change have in common.
fn whom(telling: &Telling<'_>, change: &Change) -> String {
    let said: Vec<String> = change
        .common
        .iter()
        .map(|(attribute, set)| {
            let values = said::values(telling.w, telling.register, *attribute, *set);
            telling.w.said_fact(telling.attribute(*attribute), &values)
        })
        .collect();
    said.join("; ")
}
