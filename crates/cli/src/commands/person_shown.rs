//! How people are shown: those that were found, and one with all that is known and all that stand round.

use casework::person::{Circle, Found, Known, Masked, Relation, Representative};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::print::{Look, plain, say, shown, table};
use crate::said::fact as said;

/// People who were found.
pub fn found(desk: &Desk, found: &[Found]) {
    let w = desk.w();
    let all: Vec<Value> = found
        .iter()
        .map(|one| {
            json!({
                "person": one.person,
                "names": one.names.iter().map(said::name).collect::<Vec<_>>(),
                "born": said::birth(one.birth),
                "protected": one.protected,
            })
        })
        .collect();
    desk.answer(&json!({ "people": all }), || {
        if found.is_empty() {
            say(w.person_none_found());
            return say(&shown(Look::Quiet, w.person_none_found_todo()));
        }
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|one| {
                let names: Vec<String> = one.names.iter().map(said::name).collect();
                vec![names.join(" / "), said::birth(one.birth), one.person.to_string()]
            })
            .collect();
        table(&[w.person_head_name(), w.person_head_born(), w.person_head_person()], &rows);
    });
}

/// A person.
pub fn person(desk: &Desk, known: &Known, circle: &Circle) {
    let w = desk.w();
    desk.answer(&object(known, circle), || {
        let name = known.name_on(desk.today());
        let name = name.as_ref().map_or_else(|| w.person_no_name().to_owned(), said::name);
        say(&shown(Look::Strong, &format!("{} · {}", plain(&name), said::born(desk, known.birth))));
        if circle.protected {
            say(&shown(Look::Amber, w.person_protected()));
        }
        if known.facts.is_empty() {
            say(w.person_no_facts());
            say(&shown(Look::Quiet, &w.person_no_facts_todo(&known.person.to_string())));
        } else {
            say("");
            facts(desk, known);
        }
        if !circle.relations.is_empty() {
            say("");
            relations(desk, &circle.relations);
        }
        if !circle.representatives.is_empty() {
            say("");
            representatives(desk, &circle.representatives);
        }
    });
}

fn facts(desk: &Desk, known: &Known) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = known
        .facts
        .iter()
        .map(|fact| {
            vec![
                said::title(desk, &fact.attribute),
                said::shown_value(desk, fact),
                desk.short(Some(fact.from)),
                desk.last_day(fact.until),
                fact.source.clone(),
            ]
        })
        .collect();
    let heads = [
        w.person_head_attribute(),
        w.person_head_value(),
        w.person_head_from(),
        w.person_head_until(),
        w.person_head_source(),
    ];
    table(&heads, &rows);
}

fn relations(desk: &Desk, relations: &[Relation]) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = relations
        .iter()
        .map(|one| {
            let other = match &one.other {
                Masked::Seen(other) => {
                    let name = other.name.as_ref().map(said::name).unwrap_or_default();
                    format!("{name} {}", other.person).trim_start().to_owned()
                }
                Masked::Withheld => w.person_withheld().to_owned(),
            };
            let (from, until) = (desk.short(one.from), desk.last_day(one.until));
            vec![one.kin.word().to_owned(), other, from, until, one.id.to_string()]
        })
        .collect();
    let heads =
        [w.person_head_kin(), w.person_head_other(), w.person_head_from(), w.person_head_until(), w.person_head_fact()];
    table(&heads, &rows);
}

fn representatives(desk: &Desk, all: &[Representative]) {
    let w = desk.w();
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            vec![
                one.capacity.word().to_owned(),
                one.name.clone(),
                one.scope.clone(),
                desk.short(Some(one.from)),
                desk.last_day(one.until),
                one.id.to_string(),
            ]
        })
        .collect();
    let heads = [
        w.person_head_kin(),
        w.person_head_name(),
        w.person_head_scope(),
        w.person_head_from(),
        w.person_head_until(),
        w.person_head_fact(),
    ];
    table(&heads, &rows);
}

fn object(known: &Known, circle: &Circle) -> Value {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let relations: Vec<Value> = circle
        .relations
        .iter()
        .map(|one| {
            let other = one.other.seen();
            json!({
                "id": one.id,
                "kin": one.kin.word(),
                "other": other.map(|other| other.person),
                "name": other.and_then(|other| other.name.as_ref()).map(said::name),
                "from": day(one.from),
                "until": day(one.until),
                "source": one.source,
            })
        })
        .collect();
    let representatives: Vec<Value> = circle
        .representatives
        .iter()
        .map(|one| {
            json!({
                "id": one.id,
                "capacity": one.capacity.word(),
                "name": one.name,
                "contact": one.contact.seen().cloned().flatten(),
                "scope": one.scope,
                "basis": one.basis,
                "from": one.from.to_string(),
                "until": day(one.until),
            })
        })
        .collect();
    let protections: Vec<Value> = circle
        .protections
        .iter()
        .map(|one| {
            json!({
                "id": one.id,
                "basis": one.basis,
                "from": one.from.to_string(),
                "until": day(one.until),
                "handlers": one.handlers,
            })
        })
        .collect();
    json!({
        "person": known.person,
        "version": known.version,
        "born": said::birth(known.birth),
        "protected": circle.protected,
        "facts": known.facts.iter().map(said::fact).collect::<Vec<_>>(),
        "relations": relations,
        "representatives": representatives,
        "protections": protections,
    })
}
