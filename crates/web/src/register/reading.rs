//! Reads the day and the place that a page is asked about, and remembers what could not be understood.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use calendar::Date;
use register::Register;
use register::ask::{Facts, Refusal};
use register::resolved::MunicipalityIndex;

use super::telling::read_day;
use crate::components::{ErrorLine, ErrorSummary, Field, Link};
use crate::said;
use crate::shell::{Frame, Visit};

/// What is read out of the address of a page. What is wrong stands beside its field, and the rest is kept.
#[derive(Debug)]
pub struct Reading<'a> {
    visit: &'a Visit,
    register: &'a Register,
    faults: Vec<ErrorLine>,
}

impl<'a> Reading<'a> {
    /// Nothing is read yet.
    pub fn new(visit: &'a Visit, register: &'a Register) -> Self {
        Self { visit, register, faults: Vec::new() }
    }

    /// A day; `unsaid` when it is not said or cannot be read.
    pub fn day(&mut self, name: &str, unsaid: Date) -> Date {
        let Some(word) = self.visit.address.value(name) else { return unsaid.max(self.register.resolved.begins) };
        let Some(day) = read_day(word) else {
            self.fault(name, self.visit.w.telling_unreadable_day(word));
            return unsaid;
        };
        match self.register.day(day) {
            Ok(day) => day,
            Err(refused) => {
                self.refuse(name, &refused);
                self.register.resolved.begins
            }
        }
    }

    /// A municipality that exists on the day; none when it is not said or is unknown.
    pub fn municipality(&mut self, name: &str, on: Date) -> Option<MunicipalityIndex> {
        let word = self.visit.address.value(name)?;
        match self.register.municipality(word, on) {
            Ok(found) => Some(found),
            Err(refused) => {
                self.refuse(name, &refused);
                None
            }
        }
    }

    /// Something of a field was not understood.
    pub fn fault(&mut self, field: &str, what: String) {
        self.faults.push(ErrorLine { message: what, field: field.to_owned(), mended: None });
    }

    /// The register refuses what stands in a field.
    pub fn refuse(&mut self, field: &str, refused: &Refusal) {
        let said = said::refusal(self.visit.w, self.register, &Facts::none(), refused);
        let Some(near) = said.near else {
            return self.fault(field, format!("{} {}", said.what, said.todo).trim().to_owned());
        };
        let territory = &self.register.resolved.territory;
        let shown = match territory.by_code(&near) {
            Some(found) => territory.at(found).names.get(said::register_language(self.visit.language())),
            None => near.as_str(),
        };
        let to = self.visit.address.with(field, &near).href(self.visit.language());
        let mended = Some(Link::to(self.visit.w.who_did_you_mean(shown), to));
        self.faults.push(ErrorLine { message: said.what, field: field.to_owned(), mended });
    }

    /// Whether everything was understood.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// A field for a day, with what is wrong with it.
    pub fn day_field(&self, name: &str, label: &str, shown: Date) -> Field {
        let written = self.visit.address.value(name).map(str::to_owned);
        let readable = self.error(name).is_none();
        let value = if readable { shown.to_string() } else { written.unwrap_or_default() };
        Field { day: true, ..self.field(name, label, value) }
    }

    /// A field for a municipality; it offers those of the day.
    pub fn municipality_field(&self, name: &str, label: &str, hint: &str, on: Date) -> Field {
        let language = said::register_language(self.visit.language());
        let territory = &self.register.resolved.territory;
        let mut offers: Vec<String> =
            self.register.municipalities_on(on).map(|one| territory.at(one).names.get(language).to_owned()).collect();
        offers.sort_by(|one, other| self.visit.w.order(one, other));
        let written = self.visit.address.value(name).unwrap_or_default();
        // A code in the address is shown as the name that people know.
        let value = match self.register.municipality(written, on) {
            Ok(found) => territory.at(found).names.get(language).to_owned(),
            Err(_) => written.to_owned(),
        };
        Field { hint: Some(hint.to_owned()), offers, ..self.field(name, label, value) }
    }

    /// A field for text.
    pub fn field(&self, name: &str, label: &str, value: String) -> Field {
        Field {
            name: name.to_owned(),
            label: label.to_owned(),
            hint: None,
            value,
            error: self.error(name),
            day: false,
            offers: Vec::new(),
        }
    }

    fn error(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|fault| fault.field == name).map(|fault| fault.message.clone())
    }

    /// What needs mending, for the top of the page.
    pub fn summary(&self) -> ErrorSummary {
        ErrorSummary { w: self.visit.w, errors: self.faults.clone() }
    }

    /// The frame of a page, which says in its title when something needs mending.
    pub fn framed(&self, mut frame: Frame) -> Frame {
        frame.to_mend = !self.is_sound();
        frame
    }

    /// The page with the status that fits.
    pub fn answer(&self, page: Response) -> Response {
        if self.is_sound() { page } else { (StatusCode::BAD_REQUEST, page).into_response() }
    }
}

/// A form that asks with `GET`, so that its address is the question.
#[derive(Debug, Clone, PartialEq, Eq, askama::Template)]
#[template(
    source = r#"<form method="get" action="{{ action }}" class="k-ask" novalidate>{% for (name, value) in hidden %}<input type="hidden" name="{{ name }}" value="{{ value }}">{% endfor %}<div class="k-ask__fields">{% for field in fields %}{{ field }}{% endfor %}</div><button class="govuk-button" type="submit">{{ button }}</button></form>"#,
    ext = "html"
)]
pub struct Form {
    /// Where it leads.
    pub action: String,
    /// What is kept.
    pub hidden: Vec<(String, String)>,
    /// What is asked.
    pub fields: Vec<Field>,
    /// What the button says.
    pub button: String,
}

impl askama::filters::HtmlSafe for Form {}
