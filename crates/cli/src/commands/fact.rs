//! `kotopolku fact`: what is known of a person, as timelines.

use casework::person::{Correction, NewFact, Recorded, Shown};
use clap::Subcommand;
use web::said::register_language;

use super::DONE;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};
use crate::said::fact as said;

/// `fact`
#[derive(Debug, Subcommand)]
pub enum Fact {
    /// Record that something is so from a day on: an attribute of the register, municipality, name, language, address …
    Record {
        /// The person
        person: String,
        /// The attribute, for instance labour (see `kotopolku who --help`), municipality, name, interpreter, phone
        attribute: String,
        /// The value, for instance unemployed-job-seeker
        value: String,
        /// The first day [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// The first day on which it no longer holds
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        /// Where it comes from: person, population-register, decision …
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
        /// Where several hold at a time, which of them: a word, for instance work
        #[arg(long, value_name = "WORD", default_value = "")]
        slot: String,
    },
    /// Say that what is known of an attribute no longer holds from a day on
    End {
        /// The person
        person: String,
        /// The attribute
        attribute: String,
        /// The first day on which it no longer holds [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Which of several
        #[arg(long, value_name = "WORD", default_value = "")]
        slot: String,
    },
    /// Correct a fact that was wrong; what was believed before is kept
    Correct {
        /// The person
        person: String,
        /// The fact, as `fact history` shows it
        fact: String,
        /// What is so instead
        value: String,
        /// The first day
        #[arg(long, value_name = "DAY")]
        from: String,
        /// The first day on which it no longer holds
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
        /// Where it comes from
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
    },
    /// Withdraw a fact that was never so
    Withdraw {
        /// The person
        person: String,
        /// The fact, as `fact history` shows it
        fact: String,
    },
    /// All that was ever believed, with who recorded it when
    History {
        /// The person
        person: String,
        /// Only of this attribute
        attribute: Option<String>,
    },
}

pub async fn run(desk: &Desk, what: &Fact) -> Result<u8, Trouble> {
    let acting = desk.acting().await?;
    let house = &desk.house;
    let recorded = match what {
        Fact::History { person, attribute } => {
            let person = desk.person(person)?;
            let all = house.person_history(&acting, person, attribute.as_deref()).await;
            history(desk, &all.map_err(|error| desk.trouble(error))?);
            return Ok(DONE);
        }
        Fact::Record { person, attribute, value, from, until, source, slot } => {
            let new = NewFact {
                attribute: attribute.clone(),
                slot: slot.clone(),
                value: value.clone(),
                from: desk.day(from.as_deref())?,
                until: until.as_deref().map(|day| desk.a_day(day)).transpose()?,
                source: source.clone(),
            };
            house.record_fact(&acting, desk.person(person)?, &new).await
        }
        Fact::End { person, attribute, from, slot } => {
            house.end_fact(&acting, desk.person(person)?, attribute, slot, desk.day(from.as_deref())?).await
        }
        Fact::Correct { person, fact, value, from, until, source } => {
            let instead = Correction {
                value: value.clone(),
                from: desk.a_day(from)?,
                until: until.as_deref().map(|day| desk.a_day(day)).transpose()?,
                source: source.clone(),
            };
            house.correct_fact(&acting, desk.person(person)?, desk.identity(fact)?, &instead).await
        }
        Fact::Withdraw { person, fact } => {
            house.withdraw_fact(&acting, desk.person(person)?, desk.identity(fact)?).await
        }
    };
    tell(desk, &recorded.map_err(|error| desk.trouble(error))?);
    Ok(DONE)
}

/// What a recording brought about.
pub fn tell(desk: &Desk, recorded: &Recorded) {
    let w = desk.w();
    let language = register_language(w.language());
    let contradictions: Vec<_> = recorded
        .contradictions
        .iter()
        .map(|one| {
            serde_json::json!({
                "on": one.on.to_string(),
                "attributes": one.attributes,
                "why": one.why.get(language),
            })
        })
        .collect();
    let object = serde_json::json!({
        "person": recorded.person,
        "attribute": recorded.attribute,
        "fact": recorded.fact,
        "written": recorded.written.iter().map(said::fact).collect::<Vec<_>>(),
        "withdrawn": recorded.withdrawn.iter().map(said::fact).collect::<Vec<_>>(),
        "contradictions": contradictions,
    });
    desk.answer(&object, || {
        if recorded.is_change() {
            say(&w.fact_recorded(&said::title(desk, &recorded.attribute)));
            part(desk, w.fact_now(), &recorded.written);
            part(desk, w.fact_before(), &recorded.withdrawn);
        } else {
            say(w.fact_no_change());
        }
        for one in &recorded.contradictions {
            let attributes: Vec<String> = one.attributes.iter().map(|id| said::title(desk, id)).collect();
            let said = w.fact_contradiction(&w.list(&attributes), &w.day(one.on), one.why.get(language));
            say(&shown(Look::Amber, &said));
        }
    });
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
