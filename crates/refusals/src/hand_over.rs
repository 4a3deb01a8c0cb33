//! About hand-overs.

use casework::handover::Refusal;

use crate::{Teller, Wrong, one};

pub(crate) fn wrong(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    let w = t.w;
    let organ = |word: &str| t.organ_name(word);
    let said = match refusal {
        Refusal::StaysWithLead { number, lead } => w.handover_stays_with_lead(&organ(lead), &number.to_string()),
        Refusal::MoreMustBeKnown { number, lead, .. } => {
            w.handover_more_must_be_known(&organ(lead), &number.to_string())
        }
        Refusal::AlreadyOffered { number, to, since } => {
            w.handover_already_offered(&number.to_string(), &t.instant(*since), &organ(to))
        }
        Refusal::AlreadyPlanned { number, to, from } => {
            w.handover_already_planned(&t.instant(*from), &number.to_string(), &organ(to))
        }
        Refusal::OnlyReceiver { to } => w.handover_only_receiver(&organ(to)),
        Refusal::OnlyLead { lead } => w.handover_only_lead(&organ(lead)),
        Refusal::AlreadySettled { stage, at } => {
            let when = t.instant(*at);
            match *stage {
                "accepted" => w.handover_settled_accepted(&when),
                "returned" => w.handover_settled_returned(&when),
                _ => w.handover_settled_withdrawn(&when),
            }
        }
        Refusal::ConsentAwaited => w.handover_consent_awaited().to_owned(),
        Refusal::ConsentNotNeeded => w.handover_consent_no_act().to_owned(),
        Refusal::ConsentStep { .. } => w.form_consent_step().to_owned(),
        Refusal::WhoSaidIt => return one("by", w.handover_who_said_it()),
        Refusal::TooEarly { earliest } => w.handover_too_early(&t.instant(*earliest)),
        Refusal::TooLate { latest } => w.handover_too_late(&t.instant(*latest)),
        Refusal::NoLongerNamed { to, named: Some(named) } => w.handover_no_longer_named(&organ(named), &organ(to)),
        Refusal::NoLongerNamed { to, named: None } => w.handover_no_longer_named_ask(&organ(to)),
        Refusal::PreviewIsStale => w.handover_stale().to_owned(),
        _ => return None,
    };
    one("", said)
}
