//! The question: one at a time, why it is asked, "I do not know" always allowed.
//!
//! A question is the fields of a form; the page writes the form round it (`method="get"`), with what is already known
//! as hidden fields, so that the address of the next page is the question with one more answer in it.

use askama::Template;

use super::{Examples, stands_in_pages};
use crate::words::Words;

/// The value that stands for "I do not know" in addresses.
pub const UNKNOWN: &str = "unknown";

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As it stands in the address.
    pub value: String,
    /// As people say it.
    pub title: String,
    /// What explains it, if it needs that.
    pub hint: Option<String>,
}

/// How it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// One of several.
    Choices(Vec<Choice>),
    /// Whole years.
    Years,
    /// A day, or how long ago it was when the exact day is not known.
    Day(Vec<Choice>),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/question.html")]
pub struct Question {
    /// The texts.
    pub w: &'static Words,
    /// The name in the address.
    pub name: String,
    /// The question itself, as a heading.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// How it is answered.
    pub input: Input,
    /// What was answered before, kept also when it could not be understood.
    pub given: Option<String>,
    /// What is wrong with what was answered.
    pub error: Option<String>,
    /// Whether the question is the heading of the page.
    pub heading: bool,
}

/// A text field with its label: for the place, the day and the search.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/field.html")]
pub struct Field {
    /// The name in the address, and the id.
    pub name: String,
    /// The label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// What was written, kept also when it could not be understood.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// A day: a short field, with the sign that numbers are to be written.
    pub day: bool,
    /// What to choose from, offered by the browser as one writes.
    pub offers: Vec<String>,
}

stands_in_pages!(Question, Field);

impl Question {
    fn is(&self, value: &str) -> bool {
        self.given.as_deref() == Some(value)
    }

    /// What was written in the field, when it was none of the choices.
    fn written(&self) -> &str {
        let choices: &[Choice] = match &self.input {
            Input::Choices(choices) | Input::Day(choices) => choices,
            Input::Years => &[],
        };
        self.given
            .as_deref()
            .filter(|given| *given != UNKNOWN && choices.iter().all(|choice| choice.value != *given))
            .unwrap_or_default()
    }

    fn described(&self) -> String {
        let mut ids = format!("{}-why", self.name);
        if self.error.is_some() {
            ids.push_str(&format!(" {}-error", self.name));
        }
        ids
    }

    /// What a list of choices holds: those of a day stand beside the field for the exact one.
    fn choices(&self) -> &[Choice] {
        match &self.input {
            Input::Choices(choices) | Input::Day(choices) => choices,
            Input::Years => &[],
        }
    }

    fn day(&self) -> bool {
        matches!(self.input, Input::Day(_))
    }

    fn years(&self) -> bool {
        matches!(self.input, Input::Years)
    }
}

impl Field {
    fn described(&self) -> String {
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.name));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }
}

impl Examples for Question {
    fn examples(w: &'static Words) -> Vec<Self> {
        let choice = |value: &str, title: &str| Choice { value: value.to_owned(), title: title.to_owned(), hint: None };
        let labour = Self {
            w,
            name: "labour".to_owned(),
            question: "Är personen anmäld som arbetssökande?".to_owned(),
            why: "Arbetssökande hör till arbetskraftsmyndigheten, andra i regel till kommunen.".to_owned(),
            input: Input::Choices(vec![choice("job-seeker", "Ja"), choice("at-home", "Nej, hemma med barn")]),
            given: None,
            error: None,
            heading: false,
        };
        let answered = Self { name: "labour-2".to_owned(), given: Some(UNKNOWN.to_owned()), ..labour.clone() };
        let age = Self {
            name: "age".to_owned(),
            question: "Hur gammal är personen?".to_owned(),
            why: "Barn och unga har egna bestämmelser.".to_owned(),
            input: Input::Years,
            given: Some("sjutton".to_owned()),
            error: Some("Skriv åldern i hela år.".to_owned()),
            ..labour.clone()
        };
        let day = Self {
            name: "first-permit".to_owned(),
            question: "Vilken dag fick personen sitt första uppehållstillstånd?".to_owned(),
            why: "Rätten till bedömning gäller i tre år från den dagen.".to_owned(),
            input: Input::Day(vec![
                choice("within-3-years", "Högst tre år sedan"),
                choice("over-3-years", "Mer än tre år sedan"),
            ]),
            ..labour.clone()
        };
        vec![labour, answered, age, day]
    }
}

impl Examples for Field {
    fn examples(_: &'static Words) -> Vec<Self> {
        let place = Self {
            name: "in".to_owned(),
            label: "Kommun".to_owned(),
            hint: Some("Namn eller nummer, till exempel Forssa eller 061".to_owned()),
            value: String::new(),
            error: None,
            day: false,
            offers: vec!["Forssa".to_owned(), "Helsingfors".to_owned()],
        };
        let day = Self {
            name: "on".to_owned(),
            label: "Dag".to_owned(),
            value: "31.2.2021".to_owned(),
            error: Some("Den 31 februari finns inte.".to_owned()),
            day: true,
            offers: Vec::new(),
            ..place.clone()
        };
        vec![place, day]
    }
}
