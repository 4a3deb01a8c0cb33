//! Hand-overs: offering a case, what the receiver sees before it answers, taking it over, returning it with a reason, taking
//! the offer back, the person's consent.

use axum::Form;
use axum::extract::Path;
use casework::Error;
use casework::handover::{Consent, ConsentStep, Ground, Listed, Preview, ReturnReason, SaidBy};
use uuid::Uuid;
use web::components::Link;
use web::register::telling::begun;

use crate::case::step::{back_to, opened};
use crate::form::{About, At, Choice, Field, FormPage, Input, Sent, Values};
use crate::said::{Wrong, fact_title, fact_value, hand_over, limits_named, refused};
use crate::shell::{Answer, Instead, OrPage as _, led_to};

/// `/{language}/desk/cases/{number}/hand-over`: what offering means.
pub async fn show_offer(at: At, Path((_, number)): Path<(String, String)>) -> Answer {
    let page = offer_page(&at, &number).await?;
    at.answer(page, &Values::default())
}

async fn offer_page(at: &At, number: &str) -> Result<FormPage, Instead> {
    let whole = opened(at, number).await?;
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(at.w().handover_form_offer_title()), back_to(at, &whole), address);
    page.lead =
        vec![at.w().handover_form_offer_lead().to_owned(), at.w().handover_form_offer_lead_goes_on().to_owned()];
    page.button = Some(at.w().handover_form_offer().to_owned());
    page.drafts = false;
    Ok(page)
}

/// Offering it to whom the register names.
pub async fn send_offer(at: At, Path((_, number)): Path<(String, String)>) -> Answer {
    let whole = opened(&at, &number).await?;
    match at.house().offer_hand_over(at.acting(), whole.case.id).await {
        Ok(moved) => {
            let to = match moved.hand_over {
                Some(id) => at.t().href(&format!("/desk/hand-overs/{id}")),
                None => at.t().case_href(whole.case.number),
            };
            Ok(led_to(&format!("{to}?done=offered")))
        }
        Err(fault) => {
            let wrong = refused(&at.t(), None, fault).or_page(&at.visit)?;
            let mut page = offer_page(&at, &number).await?;
            page.mend(wrong);
            at.answer(page, &Values::default())
        }
    }
}

/// A hand-over and what this post is in it.
struct Seen {
    listed: Listed,
    preview: Option<Preview>,
    receives: bool,
    leads: bool,
}

async fn seen(at: &At, id: &str) -> Result<Seen, Instead> {
    let id = Uuid::parse_str(id).ok().filter(|read| read.to_string() == id).ok_or_else(|| at.absent())?;
    let listed = at.house().hand_over(at.acting(), id).await.or_page(&at.visit)?;
    let organ = at.acting().organ();
    let open = listed.hand_over.stage.is_open();
    let receives = open && listed.hand_over.to == organ;
    let preview = match receives {
        true => Some(at.house().preview_hand_over(at.acting(), id).await.or_page(&at.visit)?),
        false => None,
    };
    Ok(Seen { leads: open && listed.hand_over.from == organ, receives, preview, listed })
}

fn consent(at: &At, of: Consent) -> &'static str {
    let w = at.w();
    match of {
        Consent::NotNeeded => w.handover_consent_not_needed(),
        Consent::Needed => w.handover_consent_needed(),
        Consent::Asked => w.handover_consent_asked(),
        Consent::Given => w.handover_consent_given(),
        Consent::Refused => w.handover_consent_refused(),
        Consent::Withdrawn => w.handover_consent_withdrawn(),
    }
}

fn address(at: &At, id: Uuid, act: &str) -> String {
    at.t().href(&format!("/desk/hand-overs/{id}{act}"))
}

fn page(at: &At, seen: &Seen) -> FormPage {
    let (t, w, of) = (at.t(), at.w(), &seen.listed.hand_over);
    let title = w.handover_title(&seen.listed.number.to_string(), &t.case_type(&seen.listed.case_type));
    let desk = Link::to(w.desk_answer(), t.href("/desk#answer"));
    let mut page = FormPage::new(at.frame(title), desk, address(at, of.id, "/accept"));
    page.drafts = false;
    let mut row = |head: &str, said: String| page.told.push((head.to_owned(), said));
    row(w.handover_row_now(), begun(&hand_over(&t, of)));
    row(w.handover_row_from(), t.organ_name(&of.from));
    row(w.handover_row_to(), t.organ_name(&of.to));
    row(w.handover_row_offered(), w.handover_by(&t.instant(of.offered), &of.offered_by));
    if of.not_before > of.offered && of.stage.is_open() {
        row(w.handover_row_earliest(), t.instant(of.not_before));
    }
    let changed = seen.preview.as_ref().and_then(|preview| preview.changed.as_deref());
    let because = match (of.ground, changed) {
        (Ground::Lead, _) => w.handover_because_lead().to_owned(),
        (Ground::Facts, Some(attribute)) => w.handover_because_fact(&fact_title(&t, attribute)),
        (Ground::Facts, None) => w.handover_because_facts().to_owned(),
    };
    row(w.handover_row_because(), because);
    let basis: Vec<String> = t.basis(&of.why.basis).into_iter().map(|basis| basis.citation).collect();
    row(w.responsibility_basis(), basis.join("; "));
    row(w.handover_row_consent(), consent(at, of.consent).to_owned());
    for (organ, when) in &seen.listed.reminders {
        row(w.handover_row_reminded(), w.handover_by(&t.instant(*when), &t.organ_name(organ)));
    }
    if let Some(preview) = &seen.preview {
        row(w.handover_row_opened(), t.instant(preview.opened));
        if let Some(about) = &preview.about {
            let types = &t.desk.house.register.resolved.case_types;
            let of_type = types.iter().find(|one| one.id == preview.case_type);
            let version = of_type.and_then(|one| one.versions.iter().find(|one| one.status(&about.status).is_some()));
            row(w.handover_row_status(), begun(&t.status(version, &about.status)));
            if let Some(code) = &about.municipality {
                row(w.handover_row_municipality(), fact_value(&t, "municipality", code));
            }
            if !about.limits.is_empty() {
                row(w.handover_row_limits(), limits_named(&t, &preview.duty, &about.limits));
            }
            if !about.languages.is_empty() {
                row(
                    w.handover_row_languages(),
                    w.list(&about.languages.iter().map(|one| w.language_of(one)).collect::<Vec<_>>()),
                );
            }
            if let Some(language) = &about.interpreter {
                row(w.handover_row_interpreter(), fact_value(&t, "interpreter", language));
            }
            if about.protected {
                row(w.handover_row_protected(), w.handover_protected().to_owned());
            }
        }
    }
    if seen.receives {
        page.lead = vec![w.handover_form_preview_lead().to_owned()];
        page.button = Some(w.handover_form_accept().to_owned());
        page.links.push(Link::to(w.handover_form_return(), address(at, of.id, "/return")));
    }
    if seen.leads {
        page.acts.push((w.handover_form_withdraw().to_owned(), address(at, of.id, "/withdraw")));
        if of.consent != Consent::NotNeeded {
            page.links.push(Link::to(w.handover_form_consent(), address(at, of.id, "/consent")));
        }
        page.links
            .push(Link::to(w.desk_case_title_short(&seen.listed.number.to_string()), t.case_href(seen.listed.number)));
    }
    page
}

/// `/{language}/desk/hand-overs/{id}`.
pub async fn show(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = seen(&at, &id).await?;
    let mut page = page(&at, &seen);
    if at.visit.address.value("done") == Some("offered") {
        page.lead.insert(0, at.w().did_offered().to_owned());
    }
    at.answer(page, &Values::default())
}

async fn again(at: &At, id: &str, fault: Error) -> Answer {
    let wrong = refused(&at.t(), None, fault).or_page(&at.visit)?;
    let seen = seen(at, id).await?;
    let mut page = page(at, &seen);
    page.mend(wrong);
    at.answer(page, &Values::default())
}

/// Taking it over.
pub async fn accept(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = seen(&at, &id).await?;
    match at.house().accept_hand_over(at.acting(), seen.listed.hand_over.id, None).await {
        Ok(effect) => {
            // What begins later is not seen before it does.
            let begun = effect <= at.house().store.now();
            let to = if begun { at.t().case_href(seen.listed.number) } else { at.t().href("/desk") };
            Ok(led_to(&format!("{to}?done=accepted")))
        }
        Err(fault) => again(&at, &id, fault).await,
    }
}

/// Taking the offer back.
pub async fn withdraw(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = seen(&at, &id).await?;
    match at.house().withdraw_hand_over(at.acting(), seen.listed.hand_over.id).await {
        Ok(()) => Ok(led_to(&format!("{}?done=withdrawn", at.t().case_href(seen.listed.number)))),
        Err(fault) => again(&at, &id, fault).await,
    }
}

fn return_page(at: &At, seen: &Seen, values: &Values) -> FormPage {
    let (w, of) = (at.w(), &seen.listed.hand_over);
    let shown = page(at, seen);
    let back = Link::to(shown.title(), address(at, of.id, ""));
    let mut page = FormPage::new(at.frame(w.handover_form_return()), back, address(at, of.id, "/return"));
    page.lead.push(w.handover_form_return_lead(&at.t().organ_name(&of.from)));
    let reasons = vec![
        Choice::new(ReturnReason::FactsWrong.word(), begun(w.handover_reason_facts_wrong())),
        Choice::new(ReturnReason::NotOurs.word(), begun(w.handover_reason_not_ours())),
        Choice::new(ReturnReason::NotYet.word(), begun(w.handover_reason_not_yet())),
    ];
    let reason = Field::new("reason", w.handover_form_reason(), Input::Radios(reasons), values.of("reason", ""));
    page.fields.push(reason);
    let note = Field::new("note", w.handover_form_note(), Input::Lines, values.of("note", ""));
    page.fields.push(note.hint(w.handover_form_note_hint()));
    page.button = Some(w.handover_form_return_do().to_owned());
    page
}

/// `/{language}/desk/hand-overs/{id}/return`.
pub async fn show_return(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = seen(&at, &id).await?;
    if !seen.receives {
        return Err(at.absent());
    }
    let values = at.draft().await?;
    at.answer(return_page(&at, &seen, &values), &values)
}

/// Returning it.
pub async fn send_return(
    at: At,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let seen = seen(&at, &id).await?;
    let of = seen.listed.hand_over.id;
    if sent.wanted() == "draft" {
        return at.keep(&sent, About::default(), &address(&at, of, "")).await;
    }
    let reasons = [ReturnReason::FactsWrong, ReturnReason::NotOurs, ReturnReason::NotYet];
    let wrong: Wrong = match reasons.into_iter().find(|reason| reason.word() == sent.get("reason")) {
        None => vec![("reason".to_owned(), at.w().handover_form_reason_missing().to_owned())],
        Some(reason) => {
            let note = sent.word("note");
            match at.house().return_hand_over(at.acting(), of, reason, note.as_deref()).await {
                Ok(()) => return at.done(&at.t().href("/desk"), "returned").await,
                Err(fault) => refused(&at.t(), None, fault).or_page(&at.visit)?,
            }
        }
    };
    let values = Values::sent(&sent);
    let mut page = return_page(&at, &seen, &values);
    page.mend(wrong);
    at.answer(page, &values)
}

fn consent_page(at: &At, seen: &Seen, values: &Values) -> FormPage {
    let (w, of) = (at.w(), &seen.listed.hand_over);
    let title = page(at, seen);
    let back = Link::to(title.title(), address(at, of.id, ""));
    let mut page = FormPage::new(at.frame(w.handover_form_consent()), back, address(at, of.id, "/consent"));
    page.told.push((w.handover_row_consent().to_owned(), begun(consent(at, of.consent))));
    let steps = [ConsentStep::Asked, ConsentStep::Given, ConsentStep::Refused, ConsentStep::Withdrawn];
    let steps = steps.into_iter().filter(|step| of.consent.after(*step).is_ok());
    let said = |step: ConsentStep| match step {
        ConsentStep::Asked => w.handover_form_consent_asked(),
        ConsentStep::Given => w.handover_form_consent_given(),
        ConsentStep::Refused => w.handover_form_consent_refused(),
        ConsentStep::Withdrawn => w.handover_form_consent_withdrawn(),
    };
    let steps = steps.map(|step| Choice::new(step.word(), said(step))).collect();
    page.fields.push(Field::new("step", w.handover_form_consent_what(), Input::Radios(steps), values.of("step", "")));
    let by = vec![
        Choice::new(SaidBy::Person.word(), w.desk_source_person()),
        Choice::new(SaidBy::Representative.word(), w.handover_form_consent_representative()),
    ];
    let by = Field::new("by", w.handover_form_consent_by(), Input::Radios(by), values.of("by", ""));
    page.fields.push(by.hint(w.handover_form_consent_by_hint()));
    page.button = Some(w.handover_form_consent_do().to_owned());
    page.drafts = false;
    page
}

/// `/{language}/desk/hand-overs/{id}/consent`.
pub async fn show_consent(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let seen = seen(&at, &id).await?;
    if !seen.leads {
        return Err(at.absent());
    }
    at.answer(consent_page(&at, &seen, &Values::default()), &Values::default())
}

/// Recording a step of it.
pub async fn send_consent(
    at: At,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let seen = seen(&at, &id).await?;
    let steps = [ConsentStep::Asked, ConsentStep::Given, ConsentStep::Refused, ConsentStep::Withdrawn];
    let by = [SaidBy::Person, SaidBy::Representative].into_iter().find(|by| by.word() == sent.get("by"));
    let wrong: Wrong = match steps.into_iter().find(|step| step.word() == sent.get("step")) {
        None => vec![("step".to_owned(), at.w().handover_form_consent_missing().to_owned())],
        Some(step) => {
            let by = by.filter(|_| step != ConsentStep::Asked);
            match at.house().consent_to_hand_over(at.acting(), seen.listed.hand_over.id, step, by).await {
                Ok(_) => return Ok(led_to(&address(&at, seen.listed.hand_over.id, ""))),
                Err(fault) => refused(&at.t(), None, fault).or_page(&at.visit)?,
            }
        }
    };
    let values = Values::sent(&sent);
    let mut page = consent_page(&at, &seen, &values);
    page.mend(wrong);
    at.answer(page, &values)
}
