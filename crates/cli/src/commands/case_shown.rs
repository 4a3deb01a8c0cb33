//! How cases are shown: in lists, and one with all that belongs to it.

use casework::case::field::WrittenField;
use casework::case::link::{Link, LinkKind};
use casework::case::reading::WholeCase;
use casework::case::{Case, Change, Closing};
use casework::holding::{Holding, Role};
use register::resolved::Version;
use serde_json::{Value, json};
use web::said::register_language;

use super::access::{because, why_written};
use super::case::title;
use crate::desk::Desk;
use crate::print::{Look, plain, say, shown, table};
use crate::said::case as said;

/// A verb as it stands after an organ's name.
pub fn verb(desk: &Desk, word: &str) -> String {
    let verbs = &desk.house.register.resolved.words.verbs;
    let found = verbs.iter().find(|verb| verb.id == word);
    found.map_or(word, |verb| verb.third.get(register_language(desk.w().language()))).to_owned()
}

fn status(desk: &Desk, version: Option<&Version>, word: &str) -> String {
    let found = version.and_then(|version| version.status(word));
    found.map_or(word, |status| status.title.get(register_language(desk.w().language()))).to_owned()
}

fn role(desk: &Desk, role: Role, keeps: bool) -> &'static str {
    let w = desk.w();
    match role {
        Role::Lead if keeps => w.case_role_keeps(),
        Role::Lead => w.case_role_lead(),
        Role::Beside => w.case_role_beside(),
    }
}

fn object(case: &Case) -> Value {
    json!({
        "case": case.number,
        "id": case.id,
        "case_type": case.case_type,
        "type_version": case.type_version,
        "duty": case.duty,
        "person": case.person,
        "municipality": case.municipality,
        "status": case.status,
        "result": case.result,
        "opened": case.opened.to_string(),
        "opened_organ": case.opened_organ,
        "closed": case.closed.map(|at| at.to_string()),
        "version": case.version,
    })
}

/// A list of cases; with how the organ stands in each, where that is known.
pub fn list(desk: &Desk, cases: &[(&Case, Option<(Role, bool)>)], next: Option<i64>) {
    let w = desk.w();
    let all: Vec<Value> = cases
        .iter()
        .map(|(case, stands)| {
            let mut one = object(case);
            if let Some((role, keeps)) = stands {
                one["role"] = role.word().into();
                one["between_chairs"] = (*keeps).into();
            }
            one
        })
        .collect();
    desk.answer(&json!({ "cases": all, "next": next }), || {
        if cases.is_empty() {
            say(w.case_none());
            return say(&shown(Look::Quiet, w.case_none_todo()));
        }
        let rows: Vec<Vec<String>> = cases
            .iter()
            .map(|(case, stands)| {
                vec![
                    case.number.to_string(),
                    title(desk, &case.case_type),
                    status(desk, desk.house.version_of(case).ok(), &case.status),
                    stands.map(|(one, keeps)| role(desk, one, keeps).to_owned()).unwrap_or_default(),
                    desk.instant(case.opened),
                    case.person.map(|person| person.to_string()).unwrap_or_default(),
                ]
            })
            .collect();
        let heads = [
            w.case_head_number(),
            w.case_head_type(),
            w.case_head_status(),
            w.case_head_role(),
            w.case_head_opened(),
            w.case_head_person(),
        ];
        table(&heads, &rows);
        if let Some(next) = next {
            say(&shown(Look::Quiet, &w.case_more(&next.to_string())));
        }
    });
}

/// A case with all that belongs to it.
pub fn whole(desk: &Desk, whole: &WholeCase) {
    let w = desk.w();
    let case = &whole.case;
    desk.answer(&whole_object(whole), || {
        let version = desk.house.version_of(case).ok();
        let number = case.number.to_string();
        let heading = format!("{number} · {} · {}", title(desk, &case.case_type), status(desk, version, &case.status));
        say(&shown(Look::Strong, &heading));
        say(&format!(
            "{} {} · {} {} · {} {}",
            w.case_head_version(),
            case.version,
            w.case_head_opened(),
            desk.instant(case.opened),
            w.case_head_person(),
            case.person.map(|person| person.to_string()).unwrap_or_default()
        ));
        say(&shown(Look::Quiet, &because(desk, &whole.why)));
        if let Some(closing) = &whole.closing {
            say_closing(desk, closing);
        }
        say("");
        holdings(desk, &whole.holdings);
        fields(desk, whole, version);
        steps(desk, whole, version);
        links(desk, whole);
    });
}

/// The cases that belong together with this one.
fn links(desk: &Desk, whole: &WholeCase) {
    if whole.links.is_empty() {
        return;
    }
    let w = desk.w();
    let row = |link: &Link| {
        let how = match link.kind {
            LinkKind::Continues if link.case == whole.case.id => w.case_link_continues(),
            LinkKind::Continues => w.case_link_continued(),
            LinkKind::Joined => w.case_link_joined(),
        };
        vec![how.to_owned(), link.number_beside(whole.case.id).to_string(), link.id.to_string()]
    };
    say("");
    table(
        &[w.case_links(), w.case_head_number(), w.case_head_link()],
        &whole.links.iter().map(row).collect::<Vec<_>>(),
    );
}

fn holdings(desk: &Desk, all: &[Holding]) {
    let w = desk.w();
    let (leads, mut beside): (Vec<&Holding>, Vec<&Holding>) = all.iter().partition(|one| one.role == Role::Lead);
    beside.sort_by_key(|one| (one.from, one.organ.as_str()));
    let rows: Vec<Vec<String>> = leads
        .into_iter()
        .chain(beside)
        .map(|one| {
            vec![
                role(desk, one.role, one.between_chairs).to_owned(),
                desk.organ_name(&one.organ).to_owned(),
                desk.instant(one.from),
                one.until.map(|at| desk.instant(at)).unwrap_or_default(),
                one.path.basis.join(", "),
            ]
        })
        .collect();
    let heads = [w.case_head_role(), w.case_head_organ(), w.case_head_from(), w.case_head_until(), w.case_head_basis()];
    table(&heads, &rows);
}

fn fields(desk: &Desk, whole: &WholeCase, version: Option<&Version>) {
    let w = desk.w();
    let language = register_language(w.language());
    let rows: Vec<Vec<String>> = whole
        .fields
        .present
        .iter()
        .filter_map(|one| {
            let title = version.and_then(|version| version.field(&one.field));
            let title = title.map_or(one.field.as_str(), |field| field.title.get(language));
            Some(vec![title.to_owned(), one.value.as_ref()?.to_string()])
        })
        .collect();
    if !rows.is_empty() {
        say("");
        table(&[w.case_head_field(), w.case_head_value()], &rows);
    }
}

fn steps(desk: &Desk, whole: &WholeCase, version: Option<&Version>) {
    if whole.case.closed.is_some() {
        return;
    }
    let w = desk.w();
    let rows: Vec<Vec<String>> = whole
        .steps
        .iter()
        .map(|one| {
            let against: Vec<String> = one.against.iter().map(|one| said::against(w, one)).collect();
            vec![one.step.clone(), status(desk, version, &one.to), against.join("; ")]
        })
        .collect();
    say("");
    table(&[w.case_head_step(), w.case_head_to(), w.case_head_against()], &rows);
}

fn whole_object(whole: &WholeCase) -> Value {
    let holdings: Vec<Value> = whole
        .holdings
        .iter()
        .map(|one| {
            json!({
                "id": one.id,
                "role": one.role.word(),
                "organ": one.organ,
                "verb": one.verb,
                "also": one.also,
                "force": one.force,
                "from": one.from.to_string(),
                "until": one.until.map(|at| at.to_string()),
                "between_chairs": one.between_chairs,
                "cause": one.cause.word(),
                "edition": one.edition,
                "path": one.path,
            })
        })
        .collect();
    let fields: serde_json::Map<String, Value> = whole
        .fields
        .present
        .iter()
        .filter_map(|one| Some((one.field.clone(), one.value.as_ref()?.to_string().into())))
        .collect();
    let steps: Vec<Value> = whole
        .steps
        .iter()
        .map(|one| {
            json!({
                "step": one.step,
                "to": one.to,
                "ends": one.ends,
                "decides": one.decides,
                "results": one.results,
                "may": one.may(),
                "against": one.against.iter().map(said::against_word).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut object = object(&whole.case);
    object["seen_through"] = whole.held.iter().map(|held| Value::from(held.id.to_string())).collect();
    object["why"] = why_written(&whole.why);
    object["holdings"] = holdings.into();
    object["fields"] = fields.into();
    object["steps"] = steps.into();
    object["changes"] = whole.changes.iter().map(change).collect();
    object["closing"] = whole.closing.as_ref().map(closing).into();
    object
}

fn change(one: &Change) -> Value {
    json!({
        "version": one.case_version,
        "what": one.what.word(),
        "step": one.step,
        "taken_as": one.taken_as,
        "from": one.from_status,
        "to": one.to_status,
        "result": one.result,
        "decision": one.decision,
        "post": one.post,
        "organ": one.organ,
        "at": one.at.to_string(),
    })
}

/// What was done.
pub fn changes(desk: &Desk, all: &[Change]) {
    let w = desk.w();
    desk.answer(&json!({ "changes": all.iter().map(change).collect::<Vec<_>>() }), || {
        let rows: Vec<Vec<String>> = all
            .iter()
            .map(|one| {
                vec![
                    one.case_version.to_string(),
                    desk.instant(one.at),
                    one.step.clone().unwrap_or_else(|| one.what.word().to_owned()),
                    one.to_status.clone(),
                    one.post.clone(),
                ]
            })
            .collect();
        let heads = [w.case_head_version(), w.case_head_at(), w.case_head_step(), w.case_head_to(), w.case_head_by()];
        table(&heads, &rows);
    });
}

/// All values of a field.
pub fn values(desk: &Desk, all: &[WrittenField]) {
    let w = desk.w();
    let object: Vec<Value> = all
        .iter()
        .map(|one| {
            json!({
                "field": one.field,
                "value": one.value,
                "type_version": one.type_version,
                "version": one.case_version,
                "by": one.by,
                "organ": one.organ,
                "at": one.at.to_string(),
            })
        })
        .collect();
    desk.answer(&json!({ "values": object }), || {
        let rows: Vec<Vec<String>> = all
            .iter()
            .map(|one| {
                let value = one.value.clone().unwrap_or_default();
                vec![one.case_version.to_string(), desk.instant(one.at), one.by.clone(), value]
            })
            .collect();
        table(&[w.case_head_version(), w.case_head_at(), w.case_head_by(), w.case_head_value()], &rows);
    });
}

/// How a case ended, for programs.
pub fn closing(closing: &Closing) -> Value {
    json!({
        "result": closing.result,
        "rule": closing.rule,
        "basis": closing.basis,
        "closed_on": closing.closed_on.to_string(),
        "keep_until": closing.keep_until.map(|day| day.to_string()),
    })
}

/// How a case ended.
pub fn say_closing(desk: &Desk, closing: &Closing) {
    let w = desk.w();
    say(&w.case_closed_with(&plain(&closing.result)));
    if let Some(day) = closing.keep_until {
        say(&shown(Look::Quiet, &w.case_kept_until(&w.day(day))));
    }
}
