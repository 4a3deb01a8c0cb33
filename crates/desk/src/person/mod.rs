//! The page of a person: what is known of them as far as it may be seen, the cases that the organ bears, and both as lines in
//! time; and the ways to what is recorded.

pub mod fact;
pub mod new;

use askama::Template;
use axum::extract::{Path, State as Stored};
use casework::case::reading::WholeCase;
use casework::person::{Known, Masked, Name, Shown};
use jiff::civil::Date;
use uuid::Uuid;
use web::components::{Breadcrumb, Link};
use web::shell::{Frame, Trouble, Visit, page};

use crate::DeskState;
use crate::case::{colours, holding_rows, tracks_of};
use crate::components::{Cell, Look, Span, Table, Track, Tracks};
use crate::said::{Teller, born, did, fact_title, fact_value, person_name};
use crate::shell::{Answer, OrPage as _, Signed};

#[derive(Template)]
#[template(path = "person/page.html")]
struct PersonPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    said: Option<&'static str>,
    ways: Vec<Link>,
    alike: Vec<Link>,
    born: String,
    protected: bool,
    sight: String,
    facts: Option<Table>,
    cases: Option<Table>,
    tracks: Option<Tracks>,
    holdings: Option<Table>,
}

/// `/{language}/desk/people/{id}`.
pub async fn show(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    signed: Signed,
    Path((_, id)): Path<(String, String)>,
) -> Answer {
    // One way to write an identity, so that a person has one address.
    let person = Uuid::parse_str(&id).ok().filter(|read| read.to_string() == id);
    let person = person.ok_or_else(|| Trouble::not_found(&visit))?;
    let (house, acting) = (&desk.house, &signed.acting);
    let known = house.person(acting, person, None).await.or_page(&visit)?;
    let circle = house.person_circle(acting, person).await.or_page(&visit)?;
    let mut cases = Vec::new();
    for case in house.cases_of_person(acting, person).await.or_page(&visit)? {
        cases.push(house.case(acting, case.id).await.or_page(&visit)?);
    }
    // Just recorded: whoever may be the same is shown once, and nothing is merged.
    let alike = match visit.address.value("done") {
        Some("alike") => house.possible_duplicates(acting, person).await.or_page(&visit)?,
        _ => Vec::new(),
    };

    let t = Teller::new(&desk, &visit);
    let w = visit.w;
    let now = house.store.now();
    let today = house.day(now);
    let name = known.name_on(today);
    let title = name.as_ref().map_or_else(|| w.desk_person_not_named().to_owned(), person_name);
    let organ = t.organ_name(acting.organ());
    let first = cases.iter().flat_map(|whole| &whole.holdings).map(|one| one.from).min();
    let since = first.map_or(today, |first| t.day_of(first));
    let facts = facts(&t, &known, today);
    let rows = cases.iter().flat_map(|whole| whole.holdings.iter().map(|one| (one, Some(whole.case.number))));
    let heads = crate::case::heads(w);
    let heads: Vec<&str> = heads.into_iter().chain([w.case_head_number()]).collect();
    let named = |name: Option<&Name>| name.map_or_else(|| w.desk_person_not_named().to_owned(), person_name);
    let alike = alike.iter().map(|one| Link::to(named(one.name.as_ref()), t.person_href(one.person))).collect();
    let shown = PersonPage {
        frame: signed.frame(&desk, &visit, None, title.clone()),
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.account_desk_title(), t.href("/desk")), Link::plain(title.clone())],
        },
        said: visit.address.value("done").and_then(|what| did(w, what)),
        ways: vec![
            Link::to(w.fact_form_choose(), t.href(&format!("/desk/people/{person}/facts"))),
            Link::to(w.desk_open_case(), t.href(&format!("/desk/people/{person}/open-case"))),
        ],
        alike,
        born: born(&t, known.birth),
        protected: circle.protected,
        sight: if cases.is_empty() { w.desk_person_sight_recorded(&organ) } else { w.desk_person_sight(&organ) },
        cases: (!cases.is_empty()).then(|| case_table(&t, &cases)),
        tracks: (!cases.is_empty()).then(|| {
            let tracks = tracks(&t, &known, &cases, since);
            Tracks::new(w, "path", w.desk_person_line(), since, today, tracks)
        }),
        holdings: (!cases.is_empty()).then(|| Table::new(w.desk_line(), &heads, holding_rows(&t, rows, now))),
        facts,
    };
    page(&visit, &shown).or_page(&visit)
}

fn value(t: &Teller<'_>, fact: &Shown) -> Cell {
    match &fact.value {
        Masked::Seen(seen) => Cell::typed(fact_value(t, &fact.attribute, seen)),
        Masked::Withheld => Cell::default().tag(t.w.person_withheld(), true),
    }
}

/// What is believed, those that hold today first; each with where it comes from.
fn facts(t: &Teller<'_>, known: &Known, today: Date) -> Option<Table> {
    let w = t.w;
    let holds = |fact: &Shown| fact.from <= today && fact.until.is_none_or(|until| today < until);
    let mut facts: Vec<&Shown> = known.facts.iter().collect();
    facts.sort_by_key(|fact| !holds(fact));
    let rows: Vec<Vec<Cell>> = facts
        .into_iter()
        .map(|fact| {
            let last = fact.until.and_then(|until| until.yesterday().ok());
            vec![
                Cell::of(fact_title(t, &fact.attribute)).quiet(&fact.slot),
                value(t, fact),
                Cell::of(w.day_short(fact.from)),
                Cell::of(last.map_or_else(|| w.timeline_onward().to_owned(), |last| w.day_short(last))),
                Cell::of(source(t, &fact.source)).quiet(t.organ_name(&fact.recorded_organ)),
                ways(t, known, fact, holds(fact)),
            ]
        })
        .collect();
    let heads = [
        w.person_head_attribute(),
        w.person_head_value(),
        w.person_head_from(),
        w.person_head_until(),
        w.person_head_source(),
        w.desk_ways(),
    ];
    (!rows.is_empty()).then(|| Table::new(w.desk_person_facts(), &heads, rows))
}

/// What can be done with a fact that is seen.
fn ways(t: &Teller<'_>, known: &Known, fact: &Shown, holds: bool) -> Cell {
    let w = t.w;
    if fact.value.seen().is_none() {
        return Cell::default();
    }
    let to = |act: &str| t.href(&format!("/desk/people/{}/facts/{}/{}/{act}", known.person, fact.attribute, fact.id));
    let end = holds.then(|| (w.desk_fact_end().to_owned(), to("end")));
    let correct = (w.desk_fact_correct().to_owned(), to("correct"));
    let withdraw = (w.desk_fact_withdraw().to_owned(), to("withdraw"));
    Cell::default().links(end.into_iter().chain([correct, withdraw]).collect())
}

/// Where a fact comes from; a word that is known in every language is said in it.
pub(super) fn source(t: &Teller<'_>, word: &str) -> String {
    match word {
        "person" => t.w.desk_source_person(),
        "population-register" => t.w.desk_source_population_register(),
        "decision" => t.w.desk_source_decision(),
        // An organ of the register may be the source, by its word.
        other => return t.organ_name(other),
    }
    .to_owned()
}

fn case_table(t: &Teller<'_>, cases: &[WholeCase]) -> Table {
    let w = t.w;
    let rows = cases
        .iter()
        .map(|whole| {
            let case = &whole.case;
            let version = t.version(case);
            vec![
                Cell::link(case.number.to_string(), t.case_href(case.number)),
                Cell::of(t.case_type(&case.case_type)),
                Cell::of(t.status(version, &case.status)),
                Cell::of(t.instant(case.opened)),
            ]
        })
        .collect();
    let heads = [w.case_head_number(), w.case_head_type(), w.case_head_status(), w.case_head_opened()];
    Table::new(w.desk_person_cases(), &heads, rows)
}

/// The register's facts that reach into the time of the cases, then each case with those who bear it. Numbers lead to the
/// rows of the holdings; facts have their days in the table of facts.
fn tracks(t: &Teller<'_>, known: &Known, cases: &[WholeCase], since: Date) -> Vec<Track> {
    let mut tracks: Vec<Track> = Vec::new();
    let attributes = &t.desk.house.register.resolved.words.attributes;
    let drawn = |fact: &&Shown| {
        let of_register = attributes.iter().any(|one| one.id == fact.attribute);
        (of_register || fact.attribute == "municipality") && fact.until.is_none_or(|until| until > since)
    };
    for fact in known.facts.iter().filter(drawn) {
        // What tells where a protected person is to be found is not drawn at all.
        let Some(seen) = fact.value.seen() else { continue };
        let title = fact_title(t, &fact.attribute);
        let value = fact_value(t, &fact.attribute, seen);
        let place = match tracks.iter().position(|track| track.title == title) {
            Some(place) => place,
            None => {
                tracks.push(Track { title, spans: Vec::new() });
                tracks.len() - 1
            }
        };
        let spans = &mut tracks[place].spans;
        let span = Span { number: None, from: fact.from, until: fact.until, look: Look::Dotted, name: value };
        spans.push(span);
    }
    let colours = colours(cases.iter().flat_map(|whole| &whole.holdings));
    let mut first = 1;
    for whole in cases {
        let title = t.w.desk_case_title(&whole.case.number.to_string(), &t.case_type(&whole.case.case_type));
        tracks.extend(tracks_of(t, &whole.holdings, &colours, first, &title));
        first += whole.holdings.len();
    }
    tracks
}
