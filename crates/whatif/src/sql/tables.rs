//! The tables.

use super::{Part, column, quoted};
use crate::places::Places;
use calendar::{Date, Period};
use register::compiled::Finder;
use register::resolved::{Attribute, AttributeKind, ResolverIndex};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Rows of one INSERT: engines limit how long a statement may be.
const ROWS: usize = 400;
/// Stands for "no end is known".
const FOREVER: &str = "'9999-12-31'";
/// Stands for "from before anything that is asked".
const EVER: &str = "'0001-01-01'";

pub(super) fn write(part: &Part<'_>) -> String {
    let mut out = String::new();
    let days = part.days.iter().map(|day| format!("'{day}'"));
    table(&mut out, "kotopolku_day", "on_day VARCHAR(10)", days);
    let duties = &part.register.resolved.duties;
    let named = part.duties.iter().map(|at| format!("{at}, {}", quoted(&duties[usize::from(*at)].id)));
    table(&mut out, "kotopolku_duty", "duty_id INTEGER, duty VARCHAR(80)", named);
    let stretches = part.stretches();
    let written = stretches.iter().map(|one| format!("{}, {}, {}", one.number, one.duty, period(one.stretch.period)));
    let columns = "stretch_id INTEGER, duty_id INTEGER, from_day VARCHAR(10), until_day VARCHAR(10)";
    table(&mut out, "kotopolku_stretch", columns, written);
    let finders = boxes(part, &mut out);
    organs(part, &finders, &mut out);
    places(part, &mut out);
    bands(part, &mut out);
    out
}

/// Boxes and what they refuse; comes back with the ways of finding that they use.
fn boxes(part: &Part<'_>, out: &mut String) -> BTreeSet<ResolverIndex> {
    let words = &part.register.resolved.words;
    let (mut finders, mut boxes, mut refused) = (BTreeSet::new(), Vec::new(), Vec::new());
    for one in part.stretches() {
        let table = &one.stretch.lead;
        let clauses = &part.register.resolved.duties[usize::from(one.duty)].lead;
        for (bit, clause) in table.clause_of_bit().iter().enumerate() {
            let clause = &clauses[usize::from(*clause)];
            let number = boxes.len() + 1;
            let (organ, finder) = match clause.bearer.as_ref().map(|bearer| bearer.resolver) {
                None => ("NULL".to_owned(), "NULL".to_owned()),
                Some(resolver) => match &part.register.compiled.finders[usize::from(resolver)] {
                    Finder::Fixed(organ) => (quoted(&part.register.resolved.organs.at(*organ).id), "NULL".to_owned()),
                    Finder::Listed { .. } => {
                        finders.insert(resolver);
                        ("NULL".to_owned(), resolver.to_string())
                    }
                },
            };
            boxes.push(format!(
                "{number}, {}, {}, {organ}, {finder}, '{}'",
                one.number,
                quoted(&clause.id),
                clause.force.id()
            ));
            for attribute in table.attributes() {
                let word = words.at(attribute);
                for (value, at) in word.values.iter().zip(0_u8..) {
                    if table.mask(attribute, at) >> bit & 1 == 0 {
                        refused.push(format!("{number}, {}, {}", quoted(&word.id), quoted(&value.id)));
                    }
                }
            }
        }
    }
    let columns = "box_id INTEGER, stretch_id INTEGER, clause VARCHAR(80), organ VARCHAR(80), finder_id INTEGER, \
                   force_word VARCHAR(4)";
    table(out, "kotopolku_box", columns, boxes.into_iter());
    let columns = "box_id INTEGER, attribute VARCHAR(40), value VARCHAR(40)";
    table(out, "kotopolku_refused", columns, refused.into_iter());
    finders
}

fn organs(part: &Part<'_>, finders: &BTreeSet<ResolverIndex>, out: &mut String) {
    let register = part.register;
    let mut rows = Vec::new();
    for finder in finders {
        let listed = &register.compiled.finders[usize::from(*finder)];
        let starts = listed.starts();
        for (number, from) in starts.iter().enumerate() {
            let stretch = Period::new(Some(*from), starts.get(number + 1).copied());
            if !part.days.iter().any(|day| stretch.contains(*day)) {
                continue;
            }
            for (one, at) in register.resolved.territory.municipalities.iter().zip(0..) {
                if let Some(organ) = listed.organ(Some(at), *from) {
                    let organ = quoted(&register.resolved.organs.at(organ).id);
                    rows.push(format!("{finder}, {}, '{}', {organ}", period(stretch), one.code));
                }
            }
        }
    }
    let columns = "finder_id INTEGER, from_day VARCHAR(10), until_day VARCHAR(10), municipality VARCHAR(6), \
                   organ VARCHAR(80)";
    table(out, "kotopolku_finder", columns, rows.into_iter());
}

fn places(part: &Part<'_>, out: &mut String) {
    let register = part.register;
    let territory = &register.resolved.territory;
    let places = Places::new(register);
    let followed: Vec<&Attribute> = part
        .attributes
        .iter()
        .map(|at| register.resolved.words.at(*at))
        .filter(|one| !one.is_asked() || one.id == "place")
        .collect();
    let mut columns = "on_day VARCHAR(10), given VARCHAR(6), municipality VARCHAR(6)".to_owned();
    for attribute in &followed {
        let _ = write!(columns, ", {} VARCHAR(40)", column(&attribute.id));
    }
    let mut rows = Vec::new();
    for day in &part.days {
        for number in 0..=places.abroad() {
            let on = places.on(number, *day);
            let given = match territory.municipalities.get(number) {
                Some(one) if on.is_some() => one.code.as_str(),
                Some(_) => continue,
                None => "abroad",
            };
            let code = on.map_or("abroad", |at| territory.at(at).code.as_str());
            let mut row = format!("'{day}', '{given}', '{code}'");
            for attribute in &followed {
                let value = match &attribute.kind {
                    AttributeKind::Territory(map) => territory
                        .map(map)
                        .and_then(|map| territory.maps[usize::from(map)].target(on?, *day))
                        .and_then(|value| attribute.values.get(usize::from(value)))
                        .map(|value| value.id.as_str()),
                    _ => Some(if on.is_some() { "finland" } else { "abroad" }),
                };
                let _ = write!(row, ", {}", value.map_or_else(|| "NULL".to_owned(), quoted));
            }
            rows.push(row);
        }
    }
    table(out, "kotopolku_place", &columns, rows.into_iter());
}

/// Days before this one fall into the band of this one: nobody now alive was born earlier.
const FIRST: Date = calendar::day(1850, 1, 1);

fn bands(part: &Part<'_>, out: &mut String) {
    let mut rows = Vec::new();
    for attribute in part.attributes.iter().map(|at| part.register.resolved.words.at(*at)) {
        if !matches!(attribute.kind, AttributeKind::Day(_)) {
            continue;
        }
        for on in &part.days {
            let mut runs: Vec<(Date, Option<u8>)> = Vec::new();
            let mut day = FIRST;
            // The day after `on` has not come yet; all later ones are like it.
            while let Ok(next) = day.tomorrow() {
                let band = attribute.band(Some(day), *on);
                if runs.last().is_none_or(|(_, last)| *last != band) {
                    runs.push((day, band));
                }
                if day > *on {
                    break;
                }
                day = next;
            }
            for (number, (from, band)) in runs.iter().enumerate() {
                let Some(value) = band.and_then(|band| attribute.values.get(usize::from(band))) else { continue };
                let from = if number == 0 { EVER.to_owned() } else { format!("'{from}'") };
                // The last holds for every day to come, the very last of the calendar included.
                let until =
                    runs.get(number + 1).map_or_else(|| "'9999-12-32'".to_owned(), |(until, _)| format!("'{until}'"));
                rows.push(format!("'{on}', {}, {}, {from}, {until}", quoted(&attribute.id), quoted(&value.id)));
            }
        }
    }
    let columns = "on_day VARCHAR(10), attribute VARCHAR(40), value VARCHAR(40), from_day VARCHAR(10), \
                   until_day VARCHAR(10)";
    table(out, "kotopolku_band", columns, rows.into_iter());
}

fn period(period: Period) -> String {
    let from = period.from.map_or_else(|| EVER.to_owned(), |day| format!("'{day}'"));
    let until = period.until.map_or_else(|| FOREVER.to_owned(), |day| format!("'{day}'"));
    format!("{from}, {until}")
}

/// Writes a table with its rows.
fn table(out: &mut String, name: &str, columns: &str, rows: impl Iterator<Item = String>) {
    let _ = write!(out, "CREATE TABLE {name} ({columns})");
    for (number, row) in rows.enumerate() {
        let before = if number % ROWS == 0 { format!(";\nINSERT INTO {name} VALUES\n") } else { ",\n".to_owned() };
        let _ = write!(out, "{before}({row})");
    }
    let _ = writeln!(out, ";\n");
}
