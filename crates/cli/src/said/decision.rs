//! What is refused about decisions. An organ that cannot decide is told which link is missing.

use casework::decision::appeal::Possible;
use casework::decision::{Effect, MissingLink, Refusal, WrongDay};
use casework::holding::{Between, Role};
use serde_json::{Value, json};

use crate::commands::case_shown::verb;
use crate::commands::decision_shown::{kind, role};
use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => {
            Trouble::refused(w.decision_unknown()).coded("decision-unknown").todo(w.decision_unknown_todo())
        }
        Refusal::NotCompetent { number, link } => {
            let missing = missing(desk, link);
            Trouble::refused(w.decision_not_competent(&missing.what, &number.to_string()))
                .coded("not-competent")
                .todo(missing.todo)
                .with("case", *number)
                .with("link", missing.code)
                .with("missing", missing.details)
        }
        Refusal::DecidesNothing { step, deciding } if deciding.is_empty() => {
            Trouble::refused(w.decision_decides_nothing_none(step)).coded("decides-nothing").with("step", step.as_str())
        }
        Refusal::DecidesNothing { step, deciding } => {
            Trouble::wrong_use(w.decision_decides_nothing(step), w.decision_decides_nothing_todo(&w.list(deciding)))
                .coded("decides-nothing")
                .with("step", step.as_str())
                .with("deciding", deciding.clone())
        }
        Refusal::StandsNoLonger { effect, by } => {
            let id = by.to_string();
            let what = match effect {
                Effect::Replaces => w.decision_stands_no_longer_replaced(&id),
                Effect::Annuls => w.decision_stands_no_longer_annulled(&id),
            };
            Trouble::refused(what).coded("stands-no-longer").with("effect", effect.word()).with("by", id)
        }
        Refusal::OfAnotherMatter => Trouble::refused(w.decision_of_another_matter()).coded("of-another-matter"),
        Refusal::NotifiedAlready { notification, received } => {
            let id = notification.to_string();
            Trouble::refused(w.decision_notified_already(&w.day(*received)))
                .coded("notified-already")
                .todo(w.decision_notified_already_todo(&id))
                .with("notification", id)
                .with("received", received.to_string())
        }
        Refusal::NotTheLastNotification => Trouble::stale(w.decision_not_the_last_notification())
            .coded("not-the-last-notification")
            .todo(w.decision_not_the_last_notification_todo()),
        Refusal::WrongDay { day, fault } => {
            let said = w.day(*day);
            let (what, code, other) = match fault {
                WrongDay::BeforeDecision(made) => {
                    (w.decision_day_before_decision(&said, &w.day(*made)), "before-decision", made)
                }
                WrongDay::BeforeSending(sent) => {
                    (w.decision_day_before_sending(&said, &w.day(*sent)), "before-sending", sent)
                }
                WrongDay::NotYet(today) => (w.decision_day_not_yet(&said, &w.day(*today)), "not-yet", today),
            };
            Trouble::wrong_use(what, String::new())
                .coded("notification-day-wrong")
                .with("day", day.to_string())
                .with("fault", code)
                .with("other", other.to_string())
        }
        Refusal::NoReason => {
            Trouble::wrong_use(w.decision_no_reason(), w.decision_no_reason_todo()).coded("reason-missing")
        }
        Refusal::StateTheDay(of) => {
            Trouble::wrong_use(w.decision_state_the_day(kind(desk, *of)), w.decision_state_the_day_todo())
                .coded("state-the-day")
                .with("kind", of.word())
        }
        Refusal::SayWhichLimit(may) => {
            Trouble::wrong_use(w.decision_say_which_limit(&limits(desk, may)), w.decision_say_which_limit_todo())
                .coded("say-which-limit")
                .with("limits", limit_objects(may))
        }
        Refusal::NotALimit { limit, possible } => {
            let todo = match possible.as_slice() {
                [] => w.decision_not_a_limit_none().to_owned(),
                possible => w.decision_not_a_limit_todo(&limits(desk, possible)),
            };
            Trouble::wrong_use(w.decision_not_a_limit(limit), todo)
                .coded("not-a-limit")
                .with("limit", limit.as_str())
                .with("limits", limit_objects(possible))
        }
        Refusal::NotForThisPost => Trouble::refused(w.decision_not_for_this_post())
            .coded("replay-not-for-this-post")
            .todo(w.decision_not_for_this_post_todo()),
    }
}

/// The limits that may count, each with its length and the days on which it is in force.
fn limits(desk: &Desk, may: &[Possible]) -> String {
    let w = desk.w();
    let said: Vec<String> = may
        .iter()
        .map(|one| match (one.when_made, one.when_received) {
            (true, false) => w.decision_limit_when_made(&one.limit),
            (false, true) => w.decision_limit_when_received(&one.limit),
            _ => one.limit.clone(),
        })
        .collect();
    w.either(&said)
}

fn limit_objects(may: &[Possible]) -> Vec<Value> {
    may.iter()
        .map(|one| {
            json!({
                "limit": one.limit, "budget": one.budget,
                "when_made": one.when_made, "when_received": one.when_received,
            })
        })
        .collect()
}

/// The link that is missing, in words.
struct Missing {
    what: String,
    todo: String,
    code: &'static str,
    details: Value,
}

fn missing(desk: &Desk, link: &MissingLink) -> Missing {
    let w = desk.w();
    let names = |organs: &[String]| w.list(&organs.iter().map(|organ| desk.organ_name(organ)).collect::<Vec<_>>());
    let told = |code, what: String, todo: &str, details| Missing { what, todo: todo.to_owned(), code, details };
    match link {
        MissingLink::Closed { at } => {
            told("closed", w.decision_link_closed(&desk.instant(*at)), "", json!({ "at": at.to_string() }))
        }
        MissingLink::NeverBore => told("never-bore", w.decision_link_never_bore().to_owned(), "", json!({})),
        MissingLink::Ended { at } => {
            told("ended", w.decision_link_ended(&desk.instant(*at)), "", json!({ "at": at.to_string() }))
        }
        MissingLink::NotBegun { at } => {
            told("not-begun", w.decision_link_not_begun(&desk.instant(*at)), "", json!({ "at": at.to_string() }))
        }
        MissingLink::LooksAfter { why } => told(
            "looks-after",
            w.decision_link_looks_after(between(desk, why)),
            w.decision_link_looks_after_todo(),
            json!({ "why": why }),
        ),
        MissingLink::OtherVerbs { verbs, deciding } => {
            let has = w.list(&verbs.iter().map(|word| verb(desk, word)).collect::<Vec<_>>());
            let what = if deciding.is_empty() {
                w.decision_link_other_verbs_nobody(&has)
            } else {
                w.decision_link_other_verbs(&has, &names(deciding))
            };
            told("other-verbs", what, "", json!({ "verbs": verbs, "deciding": deciding }))
        }
        MissingLink::OtherRole { role: is, by } => {
            let may: Vec<&str> = by.iter().map(|one| role(desk, *one)).collect();
            let what = w.decision_link_other_role(&w.either(&may), role(desk, *is));
            let by: Vec<&str> = by.iter().copied().map(Role::word).collect();
            told("other-role", what, "", json!({ "role": is.word(), "by": by }))
        }
        MissingLink::Function { function, allowed } => told(
            "function",
            w.decision_link_function(&w.either(allowed), function),
            w.decision_link_function_todo(),
            json!({ "function": function, "allowed": allowed }),
        ),
        MissingLink::NotByLaw { on, edition, now, clauses } => {
            let what = if now.is_empty() {
                w.decision_link_not_by_law_nobody(&w.day(*on))
            } else {
                w.decision_link_not_by_law(&w.day(*on), &names(now))
            };
            let details = json!({ "on": on.to_string(), "edition": edition, "now": now, "clauses": clauses });
            told("not-by-law", what, w.decision_link_not_by_law_todo(), details)
        }
        MissingLink::OrganNotThere { on } => {
            told("organ-not-there", w.decision_link_organ_not_there(&w.day(*on)), "", json!({ "on": on.to_string() }))
        }
    }
}

/// Why a case lies between chairs.
fn between(desk: &Desk, why: &Between) -> &'static str {
    let w = desk.w();
    match why {
        Between::Nobody => w.decision_between_nobody(),
        Between::Ask { .. } | Between::AskMunicipality { .. } => w.decision_between_ask(),
        Between::Undetermined { .. } => w.decision_between_undetermined(),
        Between::Contradiction => w.decision_between_contradiction(),
    }
}
