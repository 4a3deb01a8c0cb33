//! `kotopolku case`: a matter in hand.

use casework::case::field::Given;
use casework::case::link::LinkKind;
use casework::case::reading::Wanted;
use casework::holding::{Between, NewHolding, Role};
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};
use web::said::register_language;

use super::{DONE, NOBODY, UNDETERMINED, case_shown};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};

/// `case`
#[derive(Debug, Subcommand)]
pub enum Case {
    /// The case types, and from when until when their cases are opened
    Types,
    /// Open a case about a person: the register says who leads it. Exit status 3 or 4 when it lies between chairs
    Open {
        /// The case type (see `case types`)
        case_type: String,
        /// The person
        #[arg(long, value_name = "PERSON")]
        person: String,
    },
    /// The open cases of the post's organ, or those about a person
    List {
        /// Only those about this person, closed ones too
        #[arg(long, value_name = "PERSON", conflicts_with_all = ["of_type", "status", "role", "after"])]
        person: Option<String>,
        /// Only of this case type
        #[arg(long = "type", value_name = "TYPE")]
        of_type: Option<String>,
        /// Only in this status
        #[arg(long, value_name = "WORD")]
        status: Option<String>,
        /// Only where the organ leads, or stands beside
        #[arg(long, value_parser = PossibleValuesParser::new(["lead", "beside"]))]
        role: Option<String>,
        /// Only those with a greater number
        #[arg(long, value_name = "NUMBER")]
        after: Option<i64>,
        /// How many at most
        #[arg(long, value_name = "COUNT", default_value_t = 50)]
        at_most: u32,
    },
    /// A case with all that belongs to it, and why the post sees it
    Show {
        /// The case's number
        case: String,
    },
    /// Take a step in a case
    Step {
        /// The case's number
        case: String,
        /// The step (see `case show`)
        step: String,
        /// The version of the case that it is based on, as `case show` says it
        #[arg(long, value_name = "VERSION")]
        seen: i64,
        /// A value to write down; may be repeated
        #[arg(long, value_name = "FIELD=VALUE")]
        field: Vec<String>,
        /// How the case ends
        #[arg(long, value_name = "RESULT")]
        result: Option<String>,
    },
    /// Say that a case belongs together with another
    Link {
        /// The case's number; the post's organ leads it
        case: String,
        /// The other's number
        other: String,
        /// How: it goes on where the other ended, or the two are handled together
        #[arg(long = "how", value_parser = PossibleValuesParser::new(["continues", "joined"]), default_value = "joined")]
        how: String,
    },
    /// Say that a case belongs together with another no longer
    Unlink {
        /// The case's number
        case: String,
        /// The link, as `case show --format json` shows it
        link: String,
    },
    /// The cases that the post's organ looks after because nobody leads them
    BetweenChairs,
    /// Ask the register again about a case between chairs, with what is known now
    Settle {
        /// The case's number
        case: String,
    },
    /// What was done in a case, or all values of one of its fields
    History {
        /// The case's number
        case: String,
        /// Only the values of this field
        #[arg(long, value_name = "FIELD")]
        field: Option<String>,
    },
}

pub async fn run(desk: &Desk, what: &Case) -> Result<u8, Trouble> {
    if matches!(what, Case::Types) {
        types(desk);
        return Ok(DONE);
    }
    let (w, house) = (desk.w(), &desk.house);
    let acting = desk.acting().await?;
    let trouble = |error: casework::Error| desk.trouble(error);
    match what {
        Case::Types => {}
        Case::Open { case_type, person } => {
            let opened = house.open_case(&acting, case_type, desk.person(person)?).await.map_err(trouble)?;
            let title = title(desk, case_type);
            let object = json!({
                "case": opened.number,
                "id": opened.id,
                "case_type": case_type,
                "lead": holding(&opened.route.lead),
                "beside": opened.route.beside.iter().map(holding).collect::<Vec<_>>(),
                "between_chairs": opened.route.between(),
            });
            desk.answer(&object, || {
                say(&w.case_opened(&opened.number.to_string(), &title));
                lead(desk, &opened.route.lead);
            });
            return Ok(status(opened.route.between()));
        }
        Case::List { person: Some(person), .. } => {
            let cases = house.cases_of_person(&acting, desk.person(person)?).await.map_err(trouble)?;
            case_shown::list(desk, &cases.iter().map(|case| (case, None)).collect::<Vec<_>>(), None);
        }
        Case::List { person: None, of_type, status, role, after, at_most } => {
            if let Some(word) = of_type {
                house.case_type(word).map_err(|refusal| desk.trouble(refusal))?;
            }
            let wanted = Wanted {
                case_type: of_type.clone(),
                status: status.clone(),
                role: role.as_deref().and_then(|role| role.parse::<Role>().ok()),
                after: *after,
                most: Some(*at_most),
                ..Wanted::default()
            };
            let page = house.cases_of_organ(&acting, &wanted).await.map_err(trouble)?;
            let rows: Vec<_> = page.rows.iter().map(|one| (&one.case, Some((one.role, one.between_chairs)))).collect();
            case_shown::list(desk, &rows, page.next);
        }
        Case::Show { case } => {
            let case = desk.case(&acting, case).await?;
            let whole = house.case(&acting, case).await.map_err(trouble)?;
            case_shown::whole(desk, &whole);
        }
        Case::Step { case, step, seen, field, result } => {
            let id = desk.case(&acting, case).await?;
            let given = given(desk, field)?;
            let taken = house.take_step(&acting, id, step, *seen, &given, result.as_deref()).await.map_err(trouble)?;
            let closing = taken.closing.as_ref().map(case_shown::closing);
            let object =
                json!({ "case": case, "id": id, "version": taken.version, "status": taken.status, "closing": closing });
            desk.answer(&object, || {
                say(&w.case_stepped(case, &taken.status, &taken.version.to_string()));
                if let Some(closing) = &taken.closing {
                    case_shown::say_closing(desk, closing);
                }
            });
        }
        Case::Link { case, other, how } => {
            let (one, another) = (desk.case(&acting, case).await?, desk.case(&acting, other).await?);
            let kind = how.parse::<LinkKind>().map_err(|()| Trouble::wrong_use(how.clone(), ""))?;
            let id = house.link_cases(&acting, one, another, kind).await.map_err(trouble)?;
            let object = json!({ "id": id, "case": case, "other": other, "how": how });
            desk.answer(&object, || say(&w.case_linked(&id.to_string(), case, other)));
        }
        Case::Unlink { case, link } => {
            let (id, link) = (desk.case(&acting, case).await?, desk.identity(link)?);
            house.unlink_cases(&acting, id, link).await.map_err(trouble)?;
            desk.answer(&json!({ "id": link, "case": case }), || say(w.case_unlinked()));
        }
        Case::BetweenChairs => {
            let page = house.between_chairs(&acting, None, None).await.map_err(trouble)?;
            let all: Vec<Value> = page
                .rows
                .iter()
                .map(|one| {
                    json!({
                        "case": one.case.number,
                        "id": one.case.id,
                        "case_type": one.case.case_type,
                        "since": one.cursor.since.to_string(),
                        "why": one.why(),
                    })
                })
                .collect();
            desk.answer(&json!({ "cases": all, "more": page.next.is_some() }), || {
                if page.rows.is_empty() {
                    return say(w.case_between_none());
                }
                for one in &page.rows {
                    let number = one.case.number.to_string();
                    let title = title(desk, &one.case.case_type);
                    say(&shown(Look::Strong, &format!("{number} · {title} · {}", desk.instant(one.cursor.since))));
                    lead(desk, &one.today.lead);
                }
            });
        }
        Case::Settle { case } => {
            let id = desk.case(&acting, case).await?;
            let settled = house.settle(&acting, id).await.map_err(trouble)?;
            let between = settled.route.between();
            let object = json!({
                "case": case,
                "id": id,
                "settled": between.is_none(),
                "lead": holding(&settled.route.lead),
                "beside": settled.route.beside.iter().map(holding).collect::<Vec<_>>(),
                "between_chairs": between,
            });
            desk.answer(&object, || {
                say(&if between.is_none() { w.case_settled(case) } else { w.case_not_settled(case) });
                lead(desk, &settled.route.lead);
            });
            return Ok(status(between));
        }
        Case::History { case, field } => {
            let id = desk.case(&acting, case).await?;
            match field {
                Some(field) => {
                    let rows = house.field_history(&acting, id, field).await.map_err(trouble)?;
                    case_shown::values(desk, &rows);
                }
                None => {
                    let whole = house.case(&acting, id).await.map_err(trouble)?;
                    case_shown::changes(desk, &whole.changes);
                }
            }
        }
    }
    Ok(DONE)
}

/// Fields with their values, as they were written.
pub fn given(desk: &Desk, written: &[String]) -> Result<Vec<Given>, Trouble> {
    let field = |word: &String| {
        let wrong = || Trouble::wrong_use(desk.w().case_field_form(word), "").coded("field-form");
        let (field, value) = word.split_once('=').ok_or_else(wrong)?;
        Ok(Given::new(field.trim(), value))
    };
    written.iter().map(field).collect()
}

/// The exit status of a case that lies between chairs, or not.
fn status(between: Option<&Between>) -> u8 {
    match between {
        None => DONE,
        Some(Between::Nobody) => NOBODY,
        Some(_) => UNDETERMINED,
    }
}

/// The name of a case type.
pub fn title(desk: &Desk, case_type: &str) -> String {
    let found = desk.house.case_type(case_type);
    found.map_or(case_type, |found| found.title.get(register_language(desk.w().language()))).to_owned()
}

fn holding(one: &NewHolding) -> Value {
    json!({
        "organ": one.organ,
        "verb": one.verb,
        "also": one.also,
        "force": one.force,
        "basis": one.path.basis,
        "clauses": one.path.clauses,
    })
}

/// Who leads, or why nobody does, and what to do about it.
fn lead(desk: &Desk, lead: &NewHolding) {
    let w = desk.w();
    let organ = desk.organ_name(&lead.organ);
    let Some(between) = &lead.path.between else {
        let force = if lead.force == "may" { w.responsibility_may() } else { w.responsibility_must() };
        say(&w.case_lead(force, organ, &case_shown::verb(desk, &lead.verb)));
        for basis in &lead.path.basis {
            say(&shown(Look::Quiet, &format!("  · {basis}")));
        }
        return;
    };
    let language = register_language(w.language());
    match between {
        Between::Nobody => say(&shown(Look::Amber, &w.case_between_nobody(organ))),
        Between::Ask { attribute, values, .. } => {
            let attributes = &desk.house.register.resolved.words.attributes;
            let found = attributes.iter().find(|one| one.id == *attribute);
            let question = found.map_or(attribute.as_str(), |found| found.question.get(language));
            say(&shown(Look::Amber, &w.case_between_ask(organ, question)));
            say(&w.case_between_ask_todo(attribute, &w.either(values)));
        }
        Between::AskMunicipality { .. } => {
            say(&shown(Look::Amber, &w.case_between_ask(organ, w.case_ask_municipality())));
        }
        Between::Undetermined { .. } => say(&shown(Look::Amber, &w.case_between_undetermined(organ))),
        Between::Contradiction => say(&shown(Look::Amber, &w.case_between_contradiction(organ))),
    }
}

fn types(desk: &Desk) {
    let w = desk.w();
    let register = &desk.house.register;
    let language = register_language(w.language());
    let types = &register.resolved.case_types;
    let object: Vec<Value> = types
        .iter()
        .map(|one| {
            let versions: Vec<Value> = one
                .versions
                .iter()
                .map(|version| {
                    json!({
                        "id": version.id,
                        "from": version.period.from.map(|day| day.to_string()),
                        "until": version.period.until.map(|day| day.to_string()),
                        "steps": version.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(),
                    })
                })
                .collect();
            json!({
                "id": one.id,
                "title": one.title.get(language),
                "duty": register.resolved.duties[usize::from(one.duty)].id,
                "keeper": one.keeper,
                "versions": versions,
            })
        })
        .collect();
    desk.answer(&json!({ "case_types": object }), || {
        let rows: Vec<Vec<String>> = types
            .iter()
            .flat_map(|one| one.versions.iter().map(move |version| (one, version)))
            .map(|(one, version)| {
                vec![
                    one.id.clone(),
                    one.title.get(language).to_owned(),
                    version.id.clone(),
                    desk.short(version.period.from),
                    desk.last_day(version.period.until),
                ]
            })
            .collect();
        let heads = [w.case_head_type(), "", w.case_head_version(), w.case_head_first(), w.case_head_last()];
        table(&heads, &rows);
    });
}
