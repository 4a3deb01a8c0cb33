//! Steps, hand-overs and cases between chairs, in words.

use casework::case::between::BetweenChairs;
use casework::case::rules::{Against, NextStep};
use casework::handover::{Consent, HandOver, ReturnReason, Sight, Stage, WithdrawReason};
use casework::holding::Between;
use register::resolved::{Taker, Version};

use super::Teller;

/// What must be so before a step can be taken; that it can be taken now when nothing stands against it.
pub fn next_step(t: &Teller<'_>, version: Option<&Version>, step: &NextStep) -> String {
    if step.against.is_empty() {
        return t.w.desk_step_now().to_owned();
    }
    let said: Vec<String> = step.against.iter().map(|one| against(t, version, one)).collect();
    said.join("; ")
}

/// What stands against a step.
pub fn against(t: &Teller<'_>, version: Option<&Version>, one: &Against) -> String {
    let w = t.w;
    match one {
        Against::Closed => w.case_against_closed().to_owned(),
        Against::NotFrom { from, .. } => {
            let from: Vec<String> = from.iter().map(|word| t.status(version, word)).collect();
            w.desk_step_from(&w.either(&from))
        }
        Against::NotTaker { by, .. } => {
            let by: Vec<&str> = by
                .iter()
                .map(|taker| match taker {
                    Taker::Lead => w.desk_taker_lead(),
                    Taker::Beside => w.desk_taker_beside(),
                    Taker::Person => w.desk_taker_person(),
                })
                .collect();
            w.desk_step_taker(&w.either(&by))
        }
        Against::NotFunction { by, .. } => w.desk_step_function(&w.either(by)),
        Against::OnlyKeeps => w.case_against_keeps().to_owned(),
        Against::Empty(fields) => {
            let fields: Vec<String> = fields.iter().map(|word| t.field(version, word)).collect();
            w.desk_step_fields(&w.list(&fields))
        }
        Against::ResultNeeded { of } | Against::NotItsResult { of, .. } => {
            let of: Vec<String> = of.iter().map(|word| t.result(version, word)).collect();
            w.desk_step_result(&w.either(&of))
        }
        Against::NeedsDecision => w.desk_step_decision().to_owned(),
    }
}

/// Where a hand-over stands.
pub fn hand_over(t: &Teller<'_>, one: &HandOver) -> String {
    let w = t.w;
    match &one.stage {
        Stage::Offered { .. } if matches!(one.consent, Consent::Needed | Consent::Asked) => {
            w.desk_stage_consent().to_owned()
        }
        Stage::Offered { .. } => w.desk_stage_offered().to_owned(),
        Stage::Lapsed { organ, .. } => w.desk_stage_lapsed(&t.organ_name(organ)),
        Stage::Accepted { effect, .. } => w.desk_stage_accepted(&t.instant(*effect)),
        Stage::Returned { at, reason, note } => {
            let reason = match reason {
                ReturnReason::FactsWrong => w.desk_return_facts_wrong(),
                ReturnReason::NotOurs => w.desk_return_not_ours(),
                ReturnReason::NotYet => w.desk_return_not_yet(),
                ReturnReason::AssignedBack => w.desk_return_assigned_back(),
            };
            // The note is the receiver's own words, for those to whom the person lets it pass on.
            let note = note.as_deref().filter(|_| one.consent.sight() == Sight::Short);
            let said = w.desk_stage_returned(&t.instant(*at), reason);
            note.map_or(said.clone(), |note| format!("{said}. {note}"))
        }
        Stage::Withdrawn { at, reason } => {
            let reason = match reason {
                WithdrawReason::ByLead => w.desk_withdraw_by_lead(),
                WithdrawReason::FactsChanged => w.desk_withdraw_facts_changed(),
                WithdrawReason::LeadChanged => w.desk_withdraw_lead_changed(),
                WithdrawReason::CalledOff => w.desk_withdraw_called_off(),
                WithdrawReason::CaseClosed => w.desk_withdraw_case_closed(),
            };
            w.desk_stage_withdrawn(&t.instant(*at), reason)
        }
    }
}

/// Why a case lies between chairs, and what settles it.
pub fn between(t: &Teller<'_>, one: &BetweenChairs) -> String {
    match one.why() {
        Some(why) => between_why(t, why),
        None => t.w.desk_between_settled(&t.organ_name(&one.today.lead.organ)),
    }
}

pub(super) fn between_why(t: &Teller<'_>, why: &Between) -> String {
    let w = t.w;
    match why {
        Between::Nobody => w.desk_between_nobody().to_owned(),
        Between::Ask { attribute, .. } => {
            let all = &t.desk.house.register.resolved.words.attributes;
            let found = all.iter().find(|one| one.id == *attribute);
            w.desk_between_ask(found.map_or(attribute.as_str(), |one| t.register.text(&one.question)))
        }
        Between::AskMunicipality { .. } => w.desk_between_municipality().to_owned(),
        Between::Undetermined { possible } => {
            let organs: Vec<String> = possible.iter().map(|organ| t.organ_name(organ)).collect();
            w.desk_between_undetermined(&w.list(&organs))
        }
        Between::Contradiction => w.desk_between_contradiction().to_owned(),
    }
}
