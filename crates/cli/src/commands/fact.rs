//! `kotopolku fact`: what is known of a person, as timelines.

mod change;

use casework::handover::{FactMoves, Move, When};
use casework::person::{Recorded, Shown};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use web::said::register_language;

use self::change::{Change, Correct, End, Record, Said, Saved, Withdraw};
use super::{DONE, case_moves};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};
use crate::said::fact as said;

/// `fact`
#[derive(Debug, Subcommand)]
pub enum Fact {
    /// Show what a change would do before it is saved: which open cases would get another lead, and who would see them
    Preview {
        /// The change
        #[command(subcommand)]
        change: Change,
    },
    /// Record that something is so from a day on: an attribute of the register, municipality, name, language, address …
    Record(Saved<Record>),
    /// Say that what is known of an attribute no longer holds from a day on
    End(Saved<End>),
    /// Correct a fact that was wrong; what was believed before is kept
    Correct(Saved<Correct>),
    /// Withdraw a fact that was never so
    Withdraw(Saved<Withdraw>),
    /// All that was ever believed, with who recorded it when
    History {
        /// The person
        person: String,
        /// Only of this attribute
        attribute: Option<String>,
    },
}

pub async fn run(desk: &Desk, what: &Fact) -> Result<u8, Trouble> {
    match what {
        Fact::Preview { change: Change::Record(what) } => preview(desk, what).await?,
        Fact::Preview { change: Change::End(what) } => preview(desk, what).await?,
        Fact::Preview { change: Change::Correct(what) } => preview(desk, what).await?,
        Fact::Preview { change: Change::Withdraw(what) } => preview(desk, what).await?,
        Fact::Record(saved) => save(desk, saved).await?,
        Fact::End(saved) => save(desk, saved).await?,
        Fact::Correct(saved) => save(desk, saved).await?,
        Fact::Withdraw(saved) => save(desk, saved).await?,
        Fact::History { person, attribute } => {
            let acting = desk.acting().await?;
            let person = desk.person(person)?;
            let all = desk.house.person_history(&acting, person, attribute.as_deref()).await;
            history(desk, &all.map_err(|error| desk.trouble(error))?);
        }
    }
    Ok(DONE)
}

/// What it would do.
async fn preview(desk: &Desk, what: &impl Said) -> Result<(), Trouble> {
    let (w, acting) = (desk.w(), desk.acting().await?);
    let (person, change) = (desk.person(what.person())?, what.change(desk)?);
    let moves = desk.house.preview_fact_change(&acting, person, &change).await.map_err(|error| desk.trouble(error))?;
    let mut object = object(desk, &moves.recorded);
    object["fact"] = Value::Null;
    for row in object["written"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        // What is not kept has no identity and was recorded by nobody.
        row.retain(|name, _| !["id", "recorded_by", "recorded_organ", "recorded_at"].contains(&name.as_str()));
    }
    for row in object["withdrawn"].as_array_mut().into_iter().flatten() {
        row["withdrawn_at"] = Value::Null;
    }
    follow(&mut object, &moves);
    object["shown"] = moves.shown.clone().into();
    desk.answer(&object, || {
        let change = moves.recorded.is_change();
        say(if change { w.fact_preview() } else { w.fact_preview_no_change() });
        parts(desk, &moves.recorded);
        say("");
        say(&shown(Look::Strong, w.fact_follows()));
        if moves.cases.is_empty() {
            say(w.fact_follows_none());
        }
        say_when(desk, moves.when);
        for one in &moves.cases {
            case_moves::text(desk, one);
        }
        say("");
        say(&shown(Look::Quiet, &w.fact_save(&moves.shown)));
    });
    Ok(())
}

/// Saves it as it was shown; where nothing was shown, as it would be shown now.
async fn save<C: Said + Args>(desk: &Desk, saved: &Saved<C>) -> Result<(), Trouble> {
    let (w, acting) = (desk.w(), desk.acting().await?);
    let (person, change) = (desk.person(saved.what.person())?, saved.what.change(desk)?);
    let based_on = match saved.based_on.as_deref().map(str::trim) {
        Some(word) if word.len() == 64 && word.chars().all(|sign| sign.is_ascii_hexdigit()) => word.to_lowercase(),
        Some(word) => return Err(Trouble::wrong_use(w.fact_based_on_wrong(word), "").coded("based-on-wrong")),
        None => {
            let now = desk.house.preview_fact_change(&acting, person, &change).await;
            now.map_err(|error| desk.trouble(error))?.shown
        }
    };
    let moves = desk.house.change_fact_and_move(&acting, person, &change, Some(&based_on)).await;
    let moves = moves.map_err(|error| desk.trouble(error))?;
    let mut object = object(desk, &moves.recorded);
    follow(&mut object, &moves);
    desk.answer(&object, || {
        text(desk, &moves.recorded);
        let moved: Vec<_> = moves.cases.iter().filter(|one| one.what != Move::Nothing).collect();
        if moved.is_empty() {
            return;
        }
        say("");
        say(&shown(Look::Strong, w.fact_follows()));
        say_when(desk, moves.when);
        for one in moved {
            case_moves::text(desk, one);
        }
    });
    Ok(())
}

/// What follows, for programs.
fn follow(object: &mut Value, moves: &FactMoves) {
    object["cases"] = moves.cases.iter().map(case_moves::object).collect();
    object["when"] = match moves.when {
        When::Past => json!({ "word": "past" }),
        When::Backdated { since } => json!({ "word": "backdated", "since": since.to_string() }),
        When::Today => json!({ "word": "today" }),
        When::Future { from } => json!({ "word": "future", "from": from.to_string() }),
    };
}

fn say_when(desk: &Desk, when: When) {
    let w = desk.w();
    let said = match when {
        When::Today => return,
        When::Past => w.fact_past().to_owned(),
        When::Backdated { since } => w.fact_backdated(&w.day(since)),
        When::Future { from } => w.fact_future(&w.day(from)),
    };
    say(&said);
}

/// What a recording brought about that moves nothing.
pub fn tell(desk: &Desk, recorded: &Recorded) {
    desk.answer(&object(desk, recorded), || text(desk, recorded));
}

fn object(desk: &Desk, recorded: &Recorded) -> Value {
    let language = register_language(desk.w().language());
    let contradictions: Vec<_> = recorded
        .contradictions
        .iter()
        .map(|one| {
            json!({
                "on": one.on.to_string(),
                "attributes": one.attributes,
                "why": one.why.get(language),
            })
        })
        .collect();
    json!({
        "person": recorded.person,
        "attribute": recorded.attribute,
        "fact": recorded.fact,
        "written": recorded.written.iter().map(said::fact).collect::<Vec<_>>(),
        "withdrawn": recorded.withdrawn.iter().map(said::fact).collect::<Vec<_>>(),
        "contradictions": contradictions,
    })
}

fn text(desk: &Desk, recorded: &Recorded) {
    let w = desk.w();
    if recorded.is_change() {
        say(&w.fact_recorded(&said::title(desk, &recorded.attribute)));
    } else {
        say(w.fact_no_change());
    }
    parts(desk, recorded);
}

fn parts(desk: &Desk, recorded: &Recorded) {
    let w = desk.w();
    part(desk, w.fact_now(), &recorded.written);
    part(desk, w.fact_before(), &recorded.withdrawn);
    for one in &recorded.contradictions {
        let attributes: Vec<String> = one.attributes.iter().map(|id| said::title(desk, id)).collect();
        let why = one.why.get(register_language(w.language()));
        say(&shown(Look::Amber, &w.fact_contradiction(&w.list(&attributes), &w.day(one.on), why)));
    }
}

fn part(desk: &Desk, heading: &str, facts: &[Shown]) {
    if facts.is_empty() {
        return;
    }
    let w = desk.w();
    say("");
    say(&shown(Look::Strong, heading));
    let rows: Vec<Vec<String>> = facts
        .iter()
        .map(|fact| {
            vec![
                said::shown_value(desk, fact),
                desk.short(Some(fact.from)),
                desk.last_day(fact.until),
                fact.source.clone(),
            ]
        })
        .collect();
    table(&[w.person_head_value(), w.person_head_from(), w.person_head_until(), w.person_head_source()], &rows);
}

fn history(desk: &Desk, facts: &[Shown]) {
    let w = desk.w();
    let all: Vec<_> = facts.iter().map(said::fact).collect();
    desk.answer(&serde_json::json!({ "facts": all }), || {
        if facts.is_empty() {
            return say(w.person_no_facts());
        }
        let rows: Vec<Vec<String>> = facts
            .iter()
            .map(|fact| {
                vec![
                    said::title(desk, &fact.attribute),
                    said::shown_value(desk, fact),
                    desk.short(Some(fact.from)),
                    desk.last_day(fact.until),
                    fact.source.clone(),
                    fact.recorded_by.clone(),
                    desk.instant(fact.recorded_at),
                    fact.withdrawn_at.map(|at| desk.instant(at)).unwrap_or_default(),
                    fact.id.to_string(),
                ]
            })
            .collect();
        let heads = [
            w.person_head_attribute(),
            w.person_head_value(),
            w.person_head_from(),
            w.person_head_until(),
            w.person_head_source(),
            w.person_head_by(),
            w.person_head_recorded(),
            w.person_head_withdrawn(),
            w.person_head_fact(),
        ];
        table(&heads, &rows);
    });
}
