//! Documents of a case: adding a file or a version of one, fetching it, withdrawing it. The bytes go through as they come;
//! what a browser might run is only ever given out for saving.

use axum::Form;
use axum::body::Body;
use axum::extract::multipart::{Field as Part, Multipart};
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse as _;
use casework::Error;
use casework::case::reading::WholeCase;
use casework::document::{Document, Handling, Offered};
use futures_util::TryStreamExt as _;
use serde::Deserialize;
use tokio_util::io::{ReaderStream, StreamReader};
use uuid::Uuid;
use web::shell::encoded;

use crate::case::step::{back_to, opened};
use crate::form::{About, At, Field, FormPage, Input, Sent, Values};
use crate::said::{Wrong, refused, size};
use crate::shell::{Answer, Instead, OrPage as _, led_to};

/// What a file is added to.
struct Adding {
    whole: WholeCase,
    /// The document that gets a new version; none: a document of its own.
    document: Option<Document>,
}

async fn adding(at: &At, number: &str, document: Option<&str>) -> Result<Adding, Instead> {
    let whole = opened(at, number).await?;
    let Some(id) = document else { return Ok(Adding { whole, document: None }) };
    let all = at.house().documents_of_case(at.acting(), whole.case.id).await.or_page(&at.visit)?;
    let found = all.into_iter().find(|one| one.id.to_string() == id && one.withdrawn.is_none());
    Ok(Adding { whole, document: Some(found.ok_or_else(|| at.absent())?) })
}

impl Adding {
    fn last(&self) -> i64 {
        self.document.as_ref().and_then(|one| one.versions.last()).map_or(0, |last| last.number)
    }

    async fn page(&self, at: &At) -> Result<FormPage, Instead> {
        let w = at.w();
        let title = if self.document.is_some() { w.document_form_version() } else { w.document_form_add() };
        let address = at.visit.href(at.visit.address.path());
        let mut page = FormPage::new(at.frame(title), back_to(at, &self.whole), address);
        if let Some(last) = self.document.as_ref().and_then(|one| one.versions.last()) {
            page.told.push((w.document_head_name().to_owned(), last.name.clone()));
            page.told.push((w.document_head_version().to_owned(), w.number(last.number)));
        }
        page.hide("seen", self.last().to_string());
        let largest = at.house().largest_document().await.or_page(&at.visit)?;
        let file = Field::new("file", w.document_form_file(), Input::File, String::new());
        page.fields.push(file.hint(w.document_form_hint(&size(&at.t(), largest))));
        page.button = Some(title.to_owned());
        page.file = true;
        page.drafts = false;
        Ok(page)
    }

    async fn take(&self, at: &At, seen: i64, part: Part<'_>) -> Result<(), Error> {
        let name = part.file_name().unwrap_or_default().to_owned();
        let claimed = part.content_type().map(str::to_owned);
        let offered = Offered { name: &name, claimed: claimed.as_deref() };
        let source = StreamReader::new(part.map_err(std::io::Error::other));
        match &self.document {
            Some(document) => at.house().add_version(at.acting(), document.id, seen, offered, source).await.map(drop),
            None => at.house().add_document(at.acting(), self.whole.case.id, offered, source).await.map(drop),
        }
    }
}

async fn receive(at: At, number: &str, document: Option<&str>, mut sent: Multipart) -> Answer {
    let adding = adding(&at, number, document).await?;
    let back = at.t().case_href(adding.whole.case.number);
    let mut seen = adding.last();
    let mut wrong: Wrong = vec![("file".to_owned(), at.w().document_form_choose().to_owned())];
    let broke = || vec![("file".to_owned(), at.w().document_broke_off().to_owned())];
    loop {
        let part = match sent.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(_) => {
                wrong = broke();
                break;
            }
        };
        match part.name() {
            Some("seen") => match part.text().await {
                Ok(text) => seen = text.parse().unwrap_or(seen),
                Err(_) => wrong = broke(),
            },
            // A field without a file is sent with an empty name.
            Some("file") if part.file_name().is_some_and(|name| !name.is_empty()) => {
                match adding.take(&at, seen, part).await {
                    Ok(()) => return Ok(led_to(&format!("{back}?done=document"))),
                    Err(fault) => wrong = refused(&at.t(), None, fault).or_page(&at.visit)?,
                }
                break;
            }
            _ => {}
        }
    }
    let mut page = adding.page(&at).await?;
    page.mend(wrong);
    at.answer(page, &Values::default())
}

/// `/{language}/desk/cases/{number}/documents/new`.
pub async fn show_add(at: At, Path((_, number)): Path<(String, String)>) -> Answer {
    let page = adding(&at, &number, None).await?.page(&at).await?;
    at.answer(page, &Values::default())
}

/// Adding it.
pub async fn send_add(at: At, Path((_, number)): Path<(String, String)>, sent: Multipart) -> Answer {
    receive(at, &number, None, sent).await
}

/// `/{language}/desk/cases/{number}/documents/{id}/version`.
pub async fn show_version(at: At, Path((_, number, id)): Path<(String, String, String)>) -> Answer {
    let page = adding(&at, &number, Some(&id)).await?.page(&at).await?;
    at.answer(page, &Values::default())
}

/// Adding a version.
pub async fn send_version(at: At, Path((_, number, id)): Path<(String, String, String)>, sent: Multipart) -> Answer {
    receive(at, &number, Some(&id), sent).await
}

/// Which version.
#[derive(Debug, Deserialize)]
pub struct Which {
    version: Option<i64>,
}

/// `/{language}/desk/documents/{id}?version=`: its bytes. They are held against their hash on the way.
pub async fn fetch(at: At, Path((_, id)): Path<(String, String)>, Query(which): Query<Which>) -> Answer {
    let id: Uuid = id.parse().map_err(|_| at.absent())?;
    let opened = at.house().document(at.acting(), id, which.version).await.or_page(&at.visit)?;
    let kind = &opened.version.kind;
    let shown = kind.handling() == Handling::Show;
    let how = if shown { "inline" } else { "attachment" };
    let plain: String = opened
        .version
        .name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '_' })
        .collect();
    let name = format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(&opened.version.name));
    let found = if shown { kind.found.as_str() } else { "application/octet-stream" };
    let mut headers = HeaderMap::new();
    let value =
        |text: &str| HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, value(found));
    headers.insert(header::CONTENT_DISPOSITION, value(&name));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(opened.version.size));
    // Whatever it is, it runs nothing and loads nothing.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    Ok((headers, Body::from_stream(ReaderStream::new(opened.content))).into_response())
}

fn withdraw_page(at: &At, adding: &Adding, values: &Values) -> FormPage {
    let w = at.w();
    let address = at.visit.href(at.visit.address.path());
    let mut page = FormPage::new(at.frame(w.document_form_withdraw()), back_to(at, &adding.whole), address);
    if let Some(last) = adding.document.as_ref().and_then(|one| one.versions.last()) {
        page.told.push((w.document_head_name().to_owned(), last.name.clone()));
    }
    page.lead.push(w.document_form_withdraw_lead().to_owned());
    page.fields.push(Field::new("reason", w.document_form_reason(), Input::Lines, values.of("reason", "")));
    page.button = Some(w.document_form_withdraw().to_owned());
    page
}

/// `/{language}/desk/cases/{number}/documents/{id}/withdraw`.
pub async fn show_withdraw(at: At, Path((_, number, id)): Path<(String, String, String)>) -> Answer {
    let adding = adding(&at, &number, Some(&id)).await?;
    let values = at.draft().await?;
    at.answer(withdraw_page(&at, &adding, &values), &values)
}

/// Withdrawing it.
pub async fn send_withdraw(
    at: At,
    Path((_, number, id)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let adding = adding(&at, &number, Some(&id)).await?;
    let back = at.t().case_href(adding.whole.case.number);
    if sent.wanted() == "draft" {
        return at.keep(&sent, About { case: Some(adding.whole.case.id), person: None }, &back).await;
    }
    let document = adding.document.as_ref().map(|one| one.id).ok_or_else(|| at.absent())?;
    match at.house().withdraw_document(at.acting(), document, &sent.get("reason")).await {
        Ok(()) => at.done(&back, "document-withdrawn").await,
        Err(fault) => {
            let wrong = refused(&at.t(), None, fault).or_page(&at.visit)?;
            let values = Values::sent(&sent);
            let mut page = withdraw_page(&at, &adding, &values);
            page.mend(wrong);
            at.answer(page, &values)
        }
    }
}
