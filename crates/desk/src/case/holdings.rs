//! Holdings: as responsibility lines, as lines in time, and as rows of a table.

use casework::case::reading::WholeCase;
use casework::holding::{Holding, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use web::components::{Bearing, Force, Line, Lines, Link};
use web::words::Words;

use crate::components::{Cell, Look, Span, Track, Tracks};
use crate::said::{Teller, fact_title, fact_value};

/// Since when, and until when where that is known.
pub fn period(t: &Teller<'_>, held: &Holding, now: Timestamp) -> String {
    let from = t.instant(held.from);
    match held.until {
        Some(until) => t.w.desk_since_until(&from, &t.instant(until)),
        None if held.from > now => t.w.desk_from_later(&from),
        None => t.w.desk_since(&from),
    }
}

/// Who bears the case now, or will; of a closed case, who bore it when it closed.
pub fn lines(t: &Teller<'_>, whole: &WholeCase, now: Timestamp) -> Lines {
    let closed = whole.case.closed;
    let mut shown: Vec<&Holding> = whole
        .holdings
        .iter()
        .filter(|one| match closed {
            Some(_) => one.until == closed,
            None => one.until.is_none_or(|until| until > now),
        })
        .collect();
    shown.sort_by_key(|one| (one.from > now, one.role != Role::Lead, one.from));
    let mut lines: Vec<Line> = shown.into_iter().map(|one| line(t, one, now)).collect();
    if lines.is_empty() {
        lines.push(Line::new(t.w, Bearing::Nobody, Link::plain(t.w.desk_responsible_none()), ""));
    }
    Lines { lines }
}

fn line(t: &Teller<'_>, one: &Holding, now: Timestamp) -> Line {
    let w = t.w;
    let bearing = match one.role {
        Role::Lead if one.between_chairs => Bearing::Nobody,
        Role::Lead => Bearing::Lead,
        Role::Beside => Bearing::Beside,
    };
    let mut tags: Vec<String> = Vec::new();
    if one.between_chairs {
        tags.push(w.case_role_keeps().to_owned());
    }
    if one.from > now {
        tags.push(w.desk_planned().to_owned());
    }
    tags.extend(t.certainty(&one.path.certainty));
    let because = one
        .path
        .facts
        .iter()
        .map(|(attribute, value)| w.said_fact(&fact_title(t, attribute), &fact_value(t, attribute, value)))
        .collect();
    Line {
        force: match one.force.as_str() {
            "must" => Some(Force::Must),
            "may" => Some(Force::May),
            _ => None,
        },
        period: Some(period(t, one, now)),
        because,
        basis: t.basis(&one.path.basis),
        tags,
        ..Line::new(w, bearing, t.organ(&one.organ, t.day_of(one.from)), t.verbs(one))
    }
}

/// Each organ with the place of its colour, in the order in which they came.
pub fn colours<'a>(holdings: impl Iterator<Item = &'a Holding>) -> Vec<&'a str> {
    let mut organs: Vec<&str> = Vec::new();
    for one in holdings {
        if !organs.contains(&one.organ.as_str()) {
            organs.push(&one.organ);
        }
    }
    organs
}

/// Holdings in the order of the table: leads in their chain, then those beside.
fn ordered(holdings: &[Holding]) -> Vec<&Holding> {
    let mut all: Vec<&Holding> = holdings.iter().collect();
    all.sort_by_key(|one| (one.role != Role::Lead, one.from, one.organ.as_str()));
    all
}

/// The lines of a case: one of its leads, one of those beside for each that there are at once. Rows of the table are
/// counted from `first`.
pub fn tracks_of(t: &Teller<'_>, holdings: &[Holding], colours: &[&str], first: usize, lead_title: &str) -> Vec<Track> {
    let mut tracks = vec![Track { title: lead_title.to_owned(), spans: Vec::new() }];
    for (at, one) in ordered(holdings).into_iter().enumerate() {
        let place = colours.iter().position(|organ| *organ == one.organ).unwrap_or_default();
        let span = Span {
            number: Some(first + at),
            from: t.day_of(one.from),
            until: one.until.map(|until| t.day_of(until)),
            look: if one.between_chairs { Look::Nobody } else { Look::Colour(place) },
            name: t.organ_name(&one.organ),
        };
        let fits = |track: &Track| track.spans.iter().all(|last| last.until.is_some_and(|until| until <= span.from));
        let place = match one.role {
            Role::Lead => Some(0),
            Role::Beside => (1..tracks.len()).find(|at| fits(&tracks[*at])),
        };
        match place.and_then(|at| tracks.get_mut(at)) {
            Some(track) => track.spans.push(span),
            None => tracks.push(Track { title: t.w.responsibility_beside().to_owned(), spans: vec![span] }),
        }
    }
    tracks
}

/// The drawing of a case.
pub fn tracks(t: &Teller<'_>, whole: &WholeCase, now: Timestamp) -> Tracks {
    let colours = colours(whole.holdings.iter());
    let tracks = tracks_of(t, &whole.holdings, &colours, 1, t.w.responsibility_lead());
    let first = whole.holdings.iter().map(|one| one.from).min().unwrap_or(whole.case.opened);
    let about = t.w.desk_line_about(&whole.case.number.to_string());
    Tracks::new(t.w, "holdings", about, t.day_of(first), t.day_of(now), tracks)
}

/// The headings of the table of holdings.
pub fn heads(w: &Words) -> [&str; 6] {
    [
        w.timeline_number(),
        w.timeline_from(),
        w.timeline_until(),
        w.case_head_organ(),
        w.case_head_role(),
        w.timeline_basis(),
    ]
}

/// Rows of the table of holdings; each may stand under a case.
pub fn holding_rows<'a>(
    t: &Teller<'_>,
    holdings: impl Iterator<Item = (&'a Holding, Option<i64>)>,
    now: Timestamp,
) -> Vec<Vec<Cell>> {
    let mut all: Vec<(&Holding, Option<i64>)> = holdings.collect();
    all.sort_by_key(|(one, case)| (*case, one.role != Role::Lead, one.from, one.organ.as_str()));
    all.into_iter()
        .enumerate()
        .map(|(at, (one, case))| {
            let role = begun_role(t, one);
            let organ = Cell::of(t.organ_name(&one.organ)).quiet(t.verbs(one));
            let organ = if one.holds_at(now) { organ.tag(t.w.timeline_today(), false) } else { organ };
            let case = case.map(|case| Cell::link(case.to_string(), t.case_href(case)));
            let row = [
                Cell::of((at + 1).to_string()),
                Cell::of(t.instant(one.from)),
                Cell::of(one.until.map_or_else(|| t.w.timeline_onward().to_owned(), |until| last(t, until))),
                organ,
                Cell::of(role),
                Cell { basis: t.basis(&one.path.basis), ..Cell::default() },
            ];
            row.into_iter().chain(case).collect()
        })
        .collect()
}

fn begun_role(t: &Teller<'_>, one: &Holding) -> String {
    web::register::telling::begun(t.role(one.role, one.between_chairs))
}

/// Until when: the last day where it ends with a day, else the instant.
fn last(t: &Teller<'_>, until: Timestamp) -> String {
    let there = until.to_zoned(t.desk.house.zone.clone());
    let day: Date = there.date();
    if (there.hour(), there.minute()) == (0, 0) {
        t.w.day_short(day.yesterday().unwrap_or(day))
    } else {
        t.instant(until)
    }
}
