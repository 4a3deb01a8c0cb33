//! That a decision was notified. Making one is a step of the case: `case/step.rs`.

use axum::Form;
use axum::extract::Path;
use casework::case::reading::WholeCase;
use casework::decision::{Decision, Kind, NewNotification};
use web::register::telling::begun;

use crate::case::step::{about, back_to, opened};
use crate::form::{At, Choice, Field, FormPage, Input, Sent, Values, read_day, written_day};
use crate::said::{Wrong, refused};
use crate::shell::{Answer, Instead, OrPage as _};

const KINDS: [Kind; 5] = [Kind::HandedOver, Kind::Letter, Kind::ProofOfReceipt, Kind::Electronic, Kind::Publication];

async fn found(at: &At, number: &str, id: &str) -> Result<(WholeCase, Decision), Instead> {
    let whole = opened(at, number).await?;
    let all = at.house().decisions_of_case(at.acting(), whole.case.id).await.or_page(&at.visit)?;
    let decision = all.into_iter().find(|one| one.id.to_string() == id).ok_or_else(|| at.absent())?;
    Ok((whole, decision))
}

fn page(at: &At, whole: &WholeCase, decision: &Decision, values: &Values) -> FormPage {
    let (t, w) = (at.t(), at.w());
    let version = t.version(&whole.case);
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(w.decision_form_notify()), back_to(at, whole), address);
    let result = match &decision.made.result {
        Some(result) => t.result(version, result),
        None => t.step(version, &decision.made.step),
    };
    page.told.push((w.decision_head_result().to_owned(), begun(&result)));
    page.told.push((w.decision_head_at().to_owned(), t.instant(decision.made.at)));
    page.lead.push(w.decision_form_lead().to_owned());
    let kinds = KINDS
        .into_iter()
        .map(|kind| {
            let said = match kind {
                Kind::HandedOver => w.decision_kind_handed_over(),
                Kind::Letter => w.decision_kind_letter(),
                Kind::ProofOfReceipt => w.decision_kind_proof_of_receipt(),
                Kind::Electronic => w.decision_kind_electronic(),
                Kind::Publication => w.decision_kind_publication(),
            };
            Choice::new(kind.word(), begun(said))
        })
        .collect();
    page.fields.push(Field::new("kind", w.decision_form_kind(), Input::Radios(kinds), values.of("kind", "")));
    let today = written_day(at.house().day(at.house().store.now()));
    let sent = Field::new("sent", w.decision_form_sent(), Input::Short, values.of("sent", today));
    page.fields.push(sent.hint(w.form_day_hint()));
    let received = Field::new("received", w.decision_form_received(), Input::Short, values.of("received", ""));
    page.fields.push(received.hint(w.decision_form_received_hint()));
    let reason = Field::new("reason", w.decision_form_reason(), Input::Line, values.of("reason", ""));
    page.fields.push(reason.hint(w.decision_form_reason_hint()));
    if !values.of("limit", "").is_empty() {
        page.fields.push(Field::new("limit", w.decision_form_limit(), Input::Line, values.of("limit", "")));
    }
    page.button = Some(w.decision_form_do().to_owned());
    page
}

/// `/{language}/desk/cases/{number}/decisions/{id}/notify`.
pub async fn show(at: At, Path((_, number, id)): Path<(String, String, String)>) -> Answer {
    let (whole, decision) = found(&at, &number, &id).await?;
    let values = at.draft().await?;
    at.answer(page(&at, &whole, &decision, &values), &values)
}

/// Sending it.
pub async fn send(
    at: At,
    Path((_, number, id)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let (whole, decision) = found(&at, &number, &id).await?;
    let (w, back) = (at.w(), at.t().case_href(whole.case.number));
    if sent.wanted() == "draft" {
        return at.keep(&sent, about(&whole), &back).await;
    }
    let mut wrong = Wrong::new();
    let mut day = |name: &str, label: &str| {
        let word = sent.word(name)?;
        let read = read_day(&word);
        if read.is_none() {
            wrong.push((name.to_owned(), w.form_day_wrong(label)));
        }
        read
    };
    let (on, received) = (day("sent", w.decision_form_sent()), day("received", w.decision_form_received()));
    let kind = KINDS.into_iter().find(|kind| kind.word() == sent.get("kind"));
    if kind.is_none() {
        wrong.insert(0, ("kind".to_owned(), w.decision_form_kind_missing().to_owned()));
    }
    let mut asks_limit = false;
    if let (Some(kind), true) = (kind, wrong.is_empty()) {
        let (reason, limit) = (sent.get("reason"), sent.word("limit"));
        let new = NewNotification {
            decision: decision.id,
            kind,
            sent: on,
            received,
            reason: &reason,
            limit: limit.as_deref(),
            replaces: None,
        };
        match at.house().notify_decision(at.acting(), new).await {
            Ok(_) => return at.done(&back, "notified").await,
            Err(fault) => wrong = refused(&at.t(), t_version(&at, &whole), fault).or_page(&at.visit)?,
        }
        asks_limit = wrong.iter().any(|(field, _)| field == "limit");
    }
    let values = Values::sent(&sent);
    let mut page = page(&at, &whole, &decision, &values);
    if asks_limit && !page.fields.iter().any(|field| field.name == "limit") {
        page.fields.push(Field::new("limit", w.decision_form_limit(), Input::Line, values.of("limit", "")));
    }
    page.mend(wrong);
    at.answer(page, &values)
}

fn t_version<'a>(at: &'a At, whole: &WholeCase) -> Option<&'a register::resolved::Version> {
    at.t().version(&whole.case)
}
