//! What is refused about hand-overs.

use casework::handover::Refusal;

use crate::commands::case_moves::{answer, asked};
use crate::commands::handover_shown::{consent, last_day};
use crate::commands::limit_shown::{rule, telling};
use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    let organ = |word: &str| desk.organ_name(word).to_owned();
    match refusal {
        Refusal::Unknown => {
            Trouble::refused(w.handover_unknown()).coded("handover-unknown").todo(w.handover_unknown_todo())
        }
        Refusal::StaysWithLead { number, lead } => {
            Trouble::refused(w.handover_stays_with_lead(&organ(lead), &number.to_string()))
                .coded("stays-with-lead")
                .with("case", *number)
                .with("lead", lead.as_str())
        }
        Refusal::MoreMustBeKnown { number, lead, between } => {
            let (question, possible) = asked(desk, between);
            let todo = match answer(desk, between) {
                Some(answer) => format!("{}: {question} {answer}", w.handover_row_question()),
                None => question,
            };
            Trouble::refused(w.handover_more_must_be_known(&organ(lead), &number.to_string()))
                .coded("more-must-be-known")
                .todo(todo)
                .with("case", *number)
                .with("lead", lead.as_str())
                .with("possible", possible.to_vec())
        }
        Refusal::AlreadyOffered { number, to, since } => {
            let case = number.to_string();
            Trouble::refused(w.handover_already_offered(&case, &desk.instant(*since), &organ(to)))
                .coded("already-offered")
                .todo(w.handover_already_offered_todo(&case))
                .with("case", *number)
                .with("to", to.as_str())
                .with("since", since.to_string())
        }
        Refusal::AlreadyPlanned { number, to, from } => {
            Trouble::refused(w.handover_already_planned(&desk.instant(*from), &number.to_string(), &organ(to)))
                .coded("already-planned")
                .with("case", *number)
                .with("to", to.as_str())
                .with("from", from.to_string())
        }
        Refusal::OnlyReceiver { to } => {
            Trouble::refused(w.handover_only_receiver(&organ(to))).coded("only-receiver").with("to", to.as_str())
        }
        Refusal::OnlyLead { lead } => {
            Trouble::refused(w.handover_only_lead(&organ(lead))).coded("only-lead").with("lead", lead.as_str())
        }
        Refusal::AlreadySettled { stage, at } => {
            let when = desk.instant(*at);
            let what = match *stage {
                "accepted" => w.handover_settled_accepted(&when),
                "returned" => w.handover_settled_returned(&when),
                _ => w.handover_settled_withdrawn(&when),
            };
            Trouble::refused(what)
                .coded("already-settled")
                .todo(w.handover_settled_todo())
                .with("stage", *stage)
                .with("at", at.to_string())
        }
        Refusal::ConsentAwaited => Trouble::refused(w.handover_consent_awaited())
            .coded("consent-awaited")
            .todo(w.handover_consent_awaited_todo()),
        Refusal::ConsentNotNeeded => Trouble::refused(w.handover_consent_no_act()).coded("consent-not-needed"),
        Refusal::ConsentStep { stands, step } => {
            Trouble::refused(w.handover_consent_step(consent(w, *stands), step.word()))
                .coded("consent-step")
                .with("stands", stands.word())
                .with("step", step.word())
        }
        Refusal::WhoSaidIt => {
            Trouble::wrong_use(w.handover_who_said_it(), w.handover_who_said_it_todo()).coded("who-said-it")
        }
        Refusal::TooEarly { earliest } => Trouble::refused(w.handover_too_early(&desk.instant(*earliest)))
            .coded("too-early")
            .with("earliest", earliest.to_string()),
        Refusal::TooLate { latest } => Trouble::refused(w.handover_too_late(&desk.instant(*latest)))
            .coded("too-late")
            .with("latest", latest.to_string()),
        Refusal::NotLapsed { answer_by } => {
            let what = match answer_by {
                Some(answer_by) => w.handover_not_lapsed(&w.day(last_day(desk, *answer_by))),
                None => w.handover_not_lapsed_no_time().to_owned(),
            };
            Trouble::refused(what).coded("not-lapsed").with("answer_by", answer_by.map(|at| at.to_string()))
        }
        Refusal::NoLongerNamed { to, named } => {
            let what = match named {
                Some(named) => w.handover_no_longer_named(&organ(named), &organ(to)),
                None => w.handover_no_longer_named_ask(&organ(to)),
            };
            Trouble::refused(what)
                .coded("no-longer-named")
                .todo(w.handover_no_longer_named_todo())
                .with("to", to.as_str())
                .with("named", named.as_deref())
        }
        Refusal::LawDoesNotCompel { to, force, certainty } => {
            let what =
                if force == "must" { w.handover_law_unsure(&organ(to)) } else { w.handover_law_lets(&organ(to)) };
            Trouble::refused(what)
                .coded("law-does-not-compel")
                .with("to", to.as_str())
                .with("force", force.as_str())
                .with("certainty", certainty.as_str())
        }
        Refusal::SteeringIsNotDeciding { organ: above, to } => {
            Trouble::refused(w.handover_steering_is_not_deciding(&organ(above), &organ(to)))
                .coded("steering-is-not-deciding")
                .with("organ", above.as_str())
                .with("to", to.as_str())
        }
        Refusal::PreviewIsStale => {
            Trouble::stale(w.handover_stale()).coded("preview-is-stale").todo(w.handover_stale_todo())
        }
        Refusal::Uncountable { length, rule: by } => {
            let said = telling(desk).length(Some(*length));
            Trouble::wrong_use(w.handover_uncountable(&said, &rule(desk, None, *by)), w.handover_uncountable_todo())
                .coded("uncountable")
                .with("length", length.to_string())
                .with("rule", by.name())
        }
    }
}
