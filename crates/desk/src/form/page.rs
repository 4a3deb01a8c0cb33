//! The page of a form.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use web::components::{Breadcrumb, ErrorLine, ErrorSummary, Link};
use web::shell::{Frame, Trouble, Visit, page};

use super::Values;
use crate::components::Table;

/// The policy of every page, with the script that keeps drafts.
const KEEPS_DRAFTS: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; script-src 'self'; connect-src 'self'";

/// One of several answers.
#[derive(Debug, Clone)]
pub struct Choice {
    /// As it is sent.
    pub value: String,
    /// As people say it.
    pub title: String,
}

impl Choice {
    /// An answer.
    pub fn new(value: impl Into<String>, title: impl Into<String>) -> Self {
        Self { value: value.into(), title: title.into() }
    }
}

/// How something is written.
#[derive(Debug, Clone)]
pub enum Input {
    /// On one line.
    Line,
    /// On one short line: a number, a day.
    Short,
    /// On one line, with names that can be taken; another may be written.
    Offered(Vec<String>),
    /// On several lines.
    Lines,
    /// One of several, all seen.
    Radios(Vec<Choice>),
    /// A file.
    File,
}

/// What somebody else wrote in the same field meanwhile.
#[derive(Debug, Clone)]
pub struct Changed {
    /// What stands there now.
    pub now: String,
    /// Who wrote it, when.
    pub by: String,
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name and id.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// How it is written.
    pub input: Input,
    /// What stands in it.
    pub value: String,
    /// What is to be mended.
    pub wrong: Option<String>,
    /// What somebody else wrote meanwhile.
    pub changed: Option<Changed>,
    /// Stands under "more", which is closed.
    pub aside: bool,
}

impl Field {
    /// A field with what stands in it.
    pub fn new(name: impl Into<String>, label: impl Into<String>, input: Input, value: String) -> Self {
        let (name, label) = (name.into(), label.into());
        Self { name, label, hint: None, input, value, wrong: None, changed: None, aside: false }
    }

    /// The same with something that helps.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()).filter(|hint| !hint.is_empty()), ..self }
    }

    fn described(&self) -> String {
        let parts =
            [("hint", self.hint.is_some()), ("changed", self.changed.is_some()), ("error", self.wrong.is_some())];
        let ids: Vec<String> =
            parts.iter().filter(|(_, is)| *is).map(|(part, _)| format!("{}-{part}", self.name)).collect();
        ids.join(" ")
    }

    fn is_choice(&self) -> bool {
        matches!(self.input, Input::Radios(_))
    }

    fn is_short(&self) -> bool {
        matches!(self.input, Input::Short)
    }

    fn rows(&self) -> usize {
        // Room for what is written, and a little more.
        (self.value.lines().count() + self.value.chars().count() / 70 + 2).clamp(4, 20)
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "form/page.html")]
pub struct FormPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    errors: ErrorSummary,
    /// Said first.
    pub lead: Vec<String>,
    /// That somebody else changed it meanwhile, and what they did.
    pub conflict: Option<(String, Option<Table>)>,
    /// Name and value of what is to be known first.
    pub told: Vec<(String, String)>,
    /// What will follow.
    pub follows: Vec<(String, Vec<(String, String)>)>,
    /// The fields.
    pub fields: Vec<Field>,
    /// Sent along unseen.
    pub hidden: Vec<(String, String)>,
    action: String,
    /// What the button says; none: there is nothing to send.
    pub button: Option<String>,
    /// It is shown what will happen: a button leads back to the fields.
    pub confirms: bool,
    /// Whether it can be kept as a draft.
    pub drafts: bool,
    /// That a draft stands in it.
    pub draft: Option<String>,
    /// Other ways on, after the form.
    pub links: Vec<Link>,
    /// Other things that can be done, each with its address.
    pub acts: Vec<(String, String)>,
    /// Where one goes back to.
    pub back: Link,
    /// It sends a file.
    pub file: bool,
    status: StatusCode,
}

impl FormPage {
    /// A form under a page that it goes back to.
    pub fn new(frame: Frame, back: Link, action: String) -> Self {
        let w = frame.w;
        let desk = Link::to(w.account_desk_title(), frame.at("/desk"));
        let steps = vec![desk, back.clone(), Link::plain(frame.title.clone())];
        Self {
            breadcrumb: Breadcrumb { w, steps },
            errors: ErrorSummary { w, errors: Vec::new() },
            frame,
            lead: Vec::new(),
            conflict: None,
            told: Vec::new(),
            follows: Vec::new(),
            fields: Vec::new(),
            hidden: Vec::new(),
            action,
            button: None,
            confirms: false,
            drafts: true,
            draft: None,
            links: Vec::new(),
            acts: Vec::new(),
            back,
            file: false,
            status: StatusCode::OK,
        }
    }

    /// Its title.
    pub fn title(&self) -> String {
        self.frame.title.clone()
    }

    /// Sends along unseen.
    pub fn hide(&mut self, name: &str, value: impl Into<String>) {
        self.hidden.push((name.to_owned(), value.into()));
    }

    /// Says what is to be mended: beside its field, and on top. What belongs to no field leads to the first.
    pub fn mend(&mut self, wrong: Vec<(String, String)>) {
        if wrong.is_empty() {
            return;
        }
        self.status = StatusCode::UNPROCESSABLE_ENTITY;
        self.frame.to_mend = true;
        for (name, message) in wrong {
            let field = match self.fields.iter_mut().find(|field| field.name == name) {
                Some(field) => {
                    field.wrong = Some(message.clone());
                    field.aside = false;
                    field.name.clone()
                }
                None => self.fields.first().map_or_else(|| "act".to_owned(), |field| field.name.clone()),
            };
            self.errors.errors.push(ErrorLine { message, field, mended: None });
        }
    }

    /// Says that somebody else changed it meanwhile.
    pub fn conflicts(&mut self, said: String, table: Option<Table>) {
        self.status = StatusCode::CONFLICT;
        self.frame.to_mend = true;
        self.conflict = Some((said, table));
    }

    /// Turns the form into the page that shows first what will change: what was written is told and sent along.
    pub fn confirm(&mut self, shown: impl Fn(&Field) -> String) {
        for field in std::mem::take(&mut self.fields) {
            if !field.value.trim().is_empty() {
                self.told.push((field.label.clone(), shown(&field)));
            }
            self.hidden.push((field.name, field.value));
        }
        self.confirms = true;
        self.drafts = false;
        self.draft = None;
    }

    fn has_aside(&self) -> bool {
        self.fields.iter().any(|field| field.aside)
    }

    /// Says whether a draft stands in it.
    pub fn with_draft(&mut self, values: &Values, told: impl Fn(jiff::Timestamp, bool) -> String) {
        self.draft = values.draft.map(|(saved, late)| told(saved, late));
    }

    /// The answer.
    ///
    /// # Errors
    /// When the page cannot be written.
    pub fn answer(&self, visit: &Visit) -> Result<Response, Trouble> {
        let mut response = (self.status, page(visit, self)?).into_response();
        if self.drafts && self.button.is_some() {
            // One script of ours, which may send the form to us.
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(KEEPS_DRAFTS));
        }
        Ok(response)
    }
}
