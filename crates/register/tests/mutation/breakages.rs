//! The ways of breaking the register. The list is the same every time: of each way, so many places, evenly drawn.

use calendar::Date;
use register::source::{Conjunction, Day, SourceClause, SourceDuty, SourceMap, SourceRegister, Values};
use serde_spanned::Spanned;

/// One breakage.
pub struct Breakage {
    /// The way.
    pub kind: &'static str,
    /// Where, in words.
    pub what: String,
    /// The duty that it touches, when it touches one only.
    pub duty: Option<String>,
    /// What it does.
    pub change: Box<dyn Fn(&mut SourceRegister) + Send + Sync>,
}

/// Which list of a duty a clause stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Lead,
    Nobody,
    Beside,
}

impl List {
    fn of(self, duty: &SourceDuty) -> &[Spanned<SourceClause>] {
        match self {
            Self::Lead => &duty.lead,
            Self::Nobody => &duty.nobody,
            Self::Beside => &duty.beside,
        }
    }

    fn of_mut(self, duty: &mut SourceDuty) -> &mut Vec<Spanned<SourceClause>> {
        match self {
            Self::Lead => &mut duty.lead,
            Self::Nobody => &mut duty.nobody,
            Self::Beside => &mut duty.beside,
        }
    }
}

/// A place of a clause: duty, list, number.
type At = (usize, List, usize);

/// So many of each way.
const EACH: usize = 20;

/// Every breakage.
pub fn list(source: &SourceRegister) -> Vec<Breakage> {
    let mut all = Vec::new();
    let everywhere = clauses(source, &[List::Lead, List::Nobody, List::Beside]);
    let leads = clauses(source, &[List::Lead]);
    let gaps = clauses(source, &[List::Nobody]);
    let besides = clauses(source, &[List::Beside]);
    let borne: Vec<At> = leads.iter().chain(&besides).copied().collect();

    for (kind, places) in [("drop a lead", &leads), ("drop a declared gap", &gaps), ("drop one beside", &besides)] {
        in_clauses(
            &mut all,
            source,
            kind,
            places,
            |_| true,
            |duty, list, number| drop(list.of_mut(duty).remove(number)),
        );
    }
    clause(&mut all, source, "begin a day later", &everywhere, |one| one.from.is_some(), |one| shift(&mut one.from, 1));
    clause(
        &mut all,
        source,
        "begin a day sooner",
        &everywhere,
        |one| one.from.is_some(),
        |one| shift(&mut one.from, -1),
    );
    clause(&mut all, source, "end a day later", &everywhere, |one| one.until.is_some(), |one| shift(&mut one.until, 1));
    clause(
        &mut all,
        source,
        "end a day sooner",
        &everywhere,
        |one| one.until.is_some(),
        |one| shift(&mut one.until, -1),
    );
    clause(
        &mut all,
        source,
        "another kind of organ",
        &borne,
        |_| true,
        |one| {
            if let Some(organ) = &mut one.organ {
                let other = match organ.get_ref().as_str() {
                    "municipality" => "kela",
                    _ => "municipality",
                };
                *organ.get_mut() = other.to_owned();
            }
            one.by = None;
            one.slot = None;
        },
    );
    clause(
        &mut all,
        source,
        "another organ of the kind",
        &borne,
        |one| one.organ.as_ref().is_some_and(|organ| organ.get_ref().contains(':')),
        |one| {
            if let Some(organ) = &mut one.organ {
                let other = match organ.get_ref().split_once(':') {
                    Some(("ministry", "justice")) => "ministry:interior",
                    Some(("ministry", _)) => "ministry:justice",
                    Some(("te-office", "pirkanmaa")) => "te-office:lappi",
                    Some(("te-office", _)) => "te-office:pirkanmaa",
                    Some(("ely-centre", _)) => "ely-centre:lappi",
                    Some(("economic-development-centre", _)) => "economic-development-centre:lappi",
                    Some(("regional-state-agency", _)) => "regional-state-agency:lappi",
                    _ => "kela",
                };
                *organ.get_mut() = other.to_owned();
            }
        },
    );
    clause(
        &mut all,
        source,
        "found by another map",
        &borne,
        |one| one.by.is_some() || is(one, "ely-centre") || is(one, "economic-development-centre"),
        |one| {
            let other = match (&one.by, one.organ.as_ref().map(|organ| organ.get_ref().as_str())) {
                (Some(by), Some("ely-centre")) if by.get_ref() == "ely" => "ely-integration",
                (_, Some("ely-centre")) => "ely",
                (Some(by), Some("economic-development-centre")) if by.get_ref().ends_with("minors") => {
                    "economic-development-centre"
                }
                (_, Some("economic-development-centre")) => "economic-development-centre-minors",
                (_, Some("te-office")) => "te-office",
                _ => return,
            };
            one.by = Some(word(other));
        },
    );
    clause(
        &mut all,
        source,
        "must becomes may, or may must",
        &leads,
        |_| true,
        |one| {
            let may = one.force.as_ref().is_some_and(|force| force.get_ref() == "may");
            one.force = Some(word(if may { "must" } else { "may" }));
        },
    );
    clause(
        &mut all,
        source,
        "another verb",
        &borne,
        |_| true,
        |one| {
            let same = one.verb.as_ref().is_some_and(|verb| verb.get_ref() == "supervise");
            one.verb = Some(word(if same { "arrange" } else { "supervise" }));
        },
    );
    clause(&mut all, source, "close a slot", &borne, |one| one.slot.is_some(), |one| one.slot = None);
    clause(
        &mut all,
        source,
        "drop a citation",
        &everywhere,
        |one| one.basis.len() > 1,
        |one| drop(one.basis.remove(0)),
    );
    clause(&mut all, source, "drop all citations", &borne, |one| !one.basis.is_empty(), |one| one.basis.clear());
    clause(&mut all, source, "drop a condition", &everywhere, |one| one.when.is_some(), |one| one.when = None);
    clause(
        &mut all,
        source,
        "drop an exception",
        &everywhere,
        |one| one.unless.is_some(),
        |one| {
            if let Some(unless) = &mut one.unless {
                unless.0.pop();
            }
        },
    );
    clause(
        &mut all,
        source,
        "accept a value less",
        &everywhere,
        |one| several(one).is_some(),
        |one| {
            if let Some(values) = several_mut(one) {
                values.pop();
            }
        },
    );
    clause(
        &mut all,
        source,
        "accept a value more",
        &everywhere,
        |one| labour(one).is_some(),
        |one| {
            if let Some(values) = labour_mut(one) {
                let more = ["employed", "job-seeker"].into_iter().find(|more| {
                    !values.iter().any(|value| value.get_ref() == more || value.get_ref().starts_with('@'))
                });
                values.push(word(more.unwrap_or("pensioner")));
            }
        },
    );
    for (kind, by) in [("an age limit a year higher", 1_i16), ("an age limit a year lower", -1)] {
        clause(
            &mut all,
            source,
            kind,
            &everywhere,
            |one| years(one).is_some(),
            move |one| {
                if let Some((from, until)) = years_mut(one)
                    && let Some(limit) = until.as_mut().or(from.as_mut())
                {
                    *limit = limit.saturating_add_signed(i8::try_from(by).unwrap_or(0));
                }
            },
        );
    }
    clause(
        &mut all,
        source,
        "misspell an organ",
        &borne,
        |one| one.organ.is_some(),
        |one| {
            if let Some(organ) = &mut one.organ {
                organ.get_mut().push('x');
            }
        },
    );
    clause(
        &mut all,
        source,
        "misspell an attribute",
        &everywhere,
        |one| conjunction(one).is_some(),
        |one| {
            if let Some(first) = conjunction_mut(one) {
                first.0[0].0.get_mut().push('x');
            }
        },
    );
    clause(
        &mut all,
        source,
        "misspell a source",
        &everywhere,
        |one| !one.basis.is_empty(),
        |one| one.basis[0].get_mut().insert(0, '9'),
    );
    around(&mut all, source);
    all
}

/// Breakages outside the duties: maps, municipalities, instruments, words, relations.
fn around(all: &mut Vec<Breakage>, source: &SourceRegister) {
    let maps: Vec<(usize, usize)> = source
        .maps
        .iter()
        .enumerate()
        .flat_map(|(map, (_, parsed))| (0..parsed.content.area.len()).map(move |area| (map, area)))
        .collect();
    area(all, source, "drop an area", &maps, |_| true, |map, at| drop(map.area.remove(at)));
    area(
        all,
        source,
        "give an area to its neighbour",
        &maps,
        |_| true,
        |map, at| {
            let other = (at + 1) % map.area.len();
            let (organ, value) = (map.area[other].get_ref().organ.clone(), map.area[other].get_ref().value.clone());
            let area = map.area[at].get_mut();
            (area.organ, area.value) = (organ, value);
        },
    );
    area(
        all,
        source,
        "move a region to the next area",
        &maps,
        |area| !area.regions.is_empty(),
        |map, at| {
            let moved = map.area[at].get_mut().regions.remove(0);
            let other = (at + 1) % map.area.len();
            map.area[other].get_mut().regions.push(moved);
        },
    );
    area(
        all,
        source,
        "move a municipality to the next area",
        &maps,
        |area| !area.municipalities.is_empty(),
        |map, at| {
            let moved = map.area[at].get_mut().municipalities.remove(0);
            let other = (at + 1) % map.area.len();
            map.area[other].get_mut().municipalities.push(moved);
        },
    );
    area(
        all,
        source,
        "drop a municipality from its area",
        &maps,
        |area| !area.municipalities.is_empty(),
        |map, at| {
            map.area[at].get_mut().municipalities.remove(0);
        },
    );
    area(
        all,
        source,
        "an area begins a day later",
        &maps,
        |area| area.from.is_some(),
        |map, at| shift(&mut map.area[at].get_mut().from, 1),
    );
    area(
        all,
        source,
        "an area ends a day sooner",
        &maps,
        |area| area.until.is_some(),
        |map, at| shift(&mut map.area[at].get_mut().until, -1),
    );

    let filling: Vec<usize> =
        (0..source.instruments.len()).filter(|at| source.instruments[*at].content.fills.is_some()).collect();
    for at in filling {
        let members = source.instruments[at].content.municipalities.len();
        for number in drawn(members, 8) {
            let code = source.instruments[at].content.municipalities[number].get_ref().clone();
            push(all, "take a municipality out of the pilot", code, None, move |broken| {
                broken.instruments[at].content.municipalities.remove(number);
            });
        }
        for code in ["061", "694", "905", "286"] {
            push(all, "put a municipality into the pilot", code.to_owned(), None, move |broken| {
                broken.instruments[at].content.municipalities.push(word(code));
            });
        }
        push(all, "the pilot begins a day later", "1 day".to_owned(), None, move |broken| {
            shift(&mut broken.instruments[at].content.from, 1)
        });
        push(all, "the pilot ends a day sooner", "1 day".to_owned(), None, move |broken| {
            shift(&mut broken.instruments[at].content.until, -1)
        });
        push(all, "drop the pilot", "whole".to_owned(), None, move |broken| drop(broken.instruments.remove(at)));
    }
    for number in 0..source.vocabulary.content.impossible.len() {
        push(all, "let an impossible combination be", format!("number {}", number + 1), None, move |broken| {
            broken.vocabulary.content.impossible.remove(number);
        });
    }
    for (attribute, spanned) in &source.vocabulary.content.attribute {
        for (number, band) in spanned.get_ref().band.iter().enumerate() {
            if band.get_ref().within.is_none() && band.get_ref().during.is_none() {
                continue;
            }
            let name = attribute.clone();
            push(all, "another length of a band", format!("{attribute} {}", band.get_ref().id), None, move |broken| {
                if let Some(attribute) = broken.vocabulary.content.attribute.get_mut(&name) {
                    let band = attribute.get_mut().band[number].get_mut();
                    for length in [&mut band.within, &mut band.during].into_iter().flatten() {
                        *length.get_mut() = "5 years".to_owned();
                    }
                }
            });
        }
        for group in spanned.get_ref().groups.keys() {
            let (name, group) = (attribute.clone(), group.clone());
            push(all, "a group without its last value", format!("{attribute} @{group}"), None, move |broken| {
                if let Some(attribute) = broken.vocabulary.content.attribute.get_mut(&name)
                    && let Some(members) = attribute.get_mut().groups.get_mut(&group)
                {
                    members.pop();
                }
            });
        }
    }
    for number in drawn(source.municipalities.len(), 20) {
        let one = &source.municipalities[number];
        let what = format!("{} ({})", one.fi, one.code);
        push(all, "a municipality in another region", what, None, move |broken| {
            let region = &mut broken.municipalities[number].region;
            *region = if region == "19" { "14".to_owned() } else { "19".to_owned() };
        });
    }
    for (file, parsed) in source.organs.iter().enumerate() {
        for number in drawn(parsed.content.relation.len(), 8) {
            let one = parsed.content.relation[number].get_ref();
            let what = format!("{} {} {}", one.from_organ.get_ref(), one.verb.get_ref(), one.to_organ.get_ref());
            push(all, "drop what is between two organs", what, None, move |broken| {
                broken.organs[file].content.relation.remove(number);
            });
        }
    }
}

fn push(
    all: &mut Vec<Breakage>,
    kind: &'static str,
    what: String,
    duty: Option<String>,
    change: impl Fn(&mut SourceRegister) + Send + Sync + 'static,
) {
    all.push(Breakage { kind, what, duty, change: Box::new(change) });
}

fn clauses(source: &SourceRegister, lists: &[List]) -> Vec<At> {
    let begins = source.vocabulary.content.begins;
    let mut all = Vec::new();
    for (duty, (_, _, parsed)) in source.duties.iter().enumerate() {
        for list in lists {
            for (number, clause) in list.of(&parsed.content).iter().enumerate() {
                if clause.get_ref().until.is_none_or(|until| until > begins) {
                    all.push((duty, *list, number));
                }
            }
        }
    }
    all
}

fn in_clauses(
    all: &mut Vec<Breakage>,
    source: &SourceRegister,
    kind: &'static str,
    places: &[At],
    fits: impl Fn(&SourceClause) -> bool,
    change: impl Fn(&mut SourceDuty, List, usize) + Send + Sync + Copy + 'static,
) {
    let of = |at: &At| at.1.of(&source.duties[at.0].2.content)[at.2].get_ref();
    let fitting: Vec<At> = places.iter().copied().filter(|at| fits(of(at))).collect();
    for number in drawn(fitting.len(), EACH) {
        let at = fitting[number];
        let name = of(&at).id.as_ref().map_or_else(|| format!("{}", at.2 + 1), |id| id.get_ref().clone());
        let duty = source.duties[at.0].1.clone();
        push(all, kind, format!("{duty}: {name}"), Some(duty.clone()), move |broken| {
            if let Some((_, _, parsed)) = broken.duties.iter_mut().find(|(_, id, _)| *id == duty) {
                change(&mut parsed.content, at.1, at.2);
            }
        });
    }
}

fn clause(
    all: &mut Vec<Breakage>,
    source: &SourceRegister,
    kind: &'static str,
    places: &[At],
    fits: impl Fn(&SourceClause) -> bool,
    change: impl Fn(&mut SourceClause) + Send + Sync + Copy + 'static,
) {
    in_clauses(all, source, kind, places, fits, move |duty, list, number| change(list.of_mut(duty)[number].get_mut()));
}

fn area(
    all: &mut Vec<Breakage>,
    source: &SourceRegister,
    kind: &'static str,
    places: &[(usize, usize)],
    fits: impl Fn(&register::source::SourceArea) -> bool,
    change: impl Fn(&mut SourceMap, usize) + Send + Sync + Copy + 'static,
) {
    let fitting: Vec<(usize, usize)> =
        places.iter().copied().filter(|(map, area)| fits(source.maps[*map].1.content.area[*area].get_ref())).collect();
    for number in drawn(fitting.len(), EACH) {
        let (map, at) = fitting[number];
        let one = source.maps[map].1.content.area[at].get_ref();
        let name = one.organ.as_ref().or(one.value.as_ref()).map_or("", |name| name.get_ref().as_str());
        push(all, kind, format!("{}: {name}", source.maps[map].0), None, move |broken| {
            change(&mut broken.maps[map].1.content, at);
        });
    }
}

/// At most `most` numbers below `count`, evenly drawn with a little wandering that is the same every time.
fn drawn(count: usize, most: usize) -> Vec<usize> {
    if count <= most {
        return (0..count).collect();
    }
    let mut seed = 0x9E37_79B9_u64;
    (0..most)
        .map(|step| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (from, until) = (step * count / most, (step + 1) * count / most);
            from + usize::try_from(seed >> 33).unwrap_or(0) % (until - from)
        })
        .collect()
}

fn word(text: &str) -> Spanned<String> {
    Spanned::new(0..0, text.to_owned())
}

fn is(clause: &SourceClause, organ: &str) -> bool {
    clause.organ.as_ref().is_some_and(|name| name.get_ref() == organ)
}

fn shift(day: &mut Option<Day>, by: i8) {
    if let Some(Day(date)) = day {
        let moved: Result<Date, _> = if by > 0 { date.tomorrow() } else { date.yesterday() };
        *date = moved.unwrap_or(*date);
    }
}

fn conjunction(clause: &SourceClause) -> Option<&Conjunction> {
    clause.when.as_ref()?.0.first().filter(|one| !one.0.is_empty())
}

fn conjunction_mut(clause: &mut SourceClause) -> Option<&mut Conjunction> {
    clause.when.as_mut()?.0.first_mut().filter(|one| !one.0.is_empty())
}

fn several(clause: &SourceClause) -> Option<()> {
    conjunction(clause)?.0.iter().find_map(|(_, values)| match values.get_ref() {
        Values::OneOf(values) if values.len() > 1 => Some(()),
        _ => None,
    })
}

fn several_mut(clause: &mut SourceClause) -> Option<&mut Vec<Spanned<String>>> {
    conjunction_mut(clause)?.0.iter_mut().find_map(|(_, values)| match values.get_mut() {
        Values::OneOf(values) if values.len() > 1 => Some(values),
        _ => None,
    })
}

fn labour(clause: &SourceClause) -> Option<()> {
    conjunction(clause)?.0.iter().find_map(|(name, _)| (name.get_ref() == "labour").then_some(()))
}

fn labour_mut(clause: &mut SourceClause) -> Option<&mut Vec<Spanned<String>>> {
    conjunction_mut(clause)?.0.iter_mut().find_map(|(name, values)| match values.get_mut() {
        Values::OneOf(values) if name.get_ref() == "labour" => Some(values),
        _ => None,
    })
}

fn years(clause: &SourceClause) -> Option<()> {
    conjunction(clause)?.0.iter().find_map(|(_, values)| matches!(values.get_ref(), Values::Years { .. }).then_some(()))
}

fn years_mut(clause: &mut SourceClause) -> Option<(&mut Option<u8>, &mut Option<u8>)> {
    conjunction_mut(clause)?.0.iter_mut().find_map(|(_, values)| match values.get_mut() {
        Values::Years { from, until } => Some((from, until)),
        Values::OneOf(_) => None,
    })
}
