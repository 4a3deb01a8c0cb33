//! The division of responsibility written out, as a municipal programme carries it.
//!
//! [`appendix`] writes it from the register, in our words, as a typed text; [`Appendix::markdown`] and
//! [`Appendix::html`] set it for the command line, and the page of the same name shows it in its frame.

mod markdown;
mod write;

use askama::Template;
use calendar::Date;
use register::resolved::OrganIndex;
use register::source::Level;

use crate::components::Basis;
use crate::words::Words;
pub use write::{appendix, appendix_in};

/// The division of responsibility for a place on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Appendix {
    /// The texts of its language.
    pub w: &'static Words,
    /// "Forssaregionen", "Forssa".
    pub place: String,
    /// Its municipalities, where it is not one alone.
    pub municipalities: Vec<String>,
    /// The day.
    pub on: Date,
    /// The edition of the register that it is written from.
    pub edition: String,
    /// State, region, municipality, person.
    pub parts: Vec<Part>,
    /// Duties that nobody has on the day.
    pub nobody: Vec<Unborne>,
    /// Everything it rests on, in the order of the register.
    pub sources: Vec<Basis>,
}

/// One level with its actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The level.
    pub level: Level,
    /// Its heading.
    pub title: &'static str,
    /// Its actors.
    pub actors: Vec<Actor>,
}

/// An organ, or several that bear the same, with what they do.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// A name for links inside the text.
    pub anchor: String,
    /// The organs.
    pub organs: Vec<OrganIndex>,
    /// Their names.
    pub title: String,
    /// The page of the first.
    pub page: String,
    /// What one should know: a missing translation, an unconfirmed area.
    pub notes: Vec<String>,
    /// What it answers for.
    pub leads: Vec<Task>,
    /// What it does beside others.
    pub beside: Vec<Task>,
    /// Who steers, supervises and advises it.
    pub above: Vec<String>,
}

/// A duty as one organ bears it.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The duty's id.
    pub duty: String,
    /// The lines of the seed text that it carries.
    pub atoms: Vec<String>,
    /// The duty's page.
    pub page: String,
    /// "TE-byrån i Tavastland ordnar"
    pub who: String,
    /// "Integrationsplan"
    pub title: String,
    /// What it is; empty beside others, for it is told where it is led.
    pub summary: String,
    /// For whom, by which provision.
    pub clauses: Vec<TaskClause>,
}

/// One provision by which an organ bears a duty.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskClause {
    /// The organ may, but need not.
    pub may: bool,
    /// Sentences: for whom, on which condition, how certain.
    pub sentences: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

/// A duty that nobody has.
#[derive(Debug, Clone, PartialEq)]
pub struct Unborne {
    /// Its name.
    pub title: String,
    /// Its page.
    pub page: String,
    /// Why nobody has it.
    pub why: Vec<String>,
}

/// The text alone, for the frame of a page or a document of its own.
#[derive(Debug, Template)]
#[template(path = "appendix/body.html")]
pub struct Body<'a> {
    /// The text.
    pub appendix: &'a Appendix,
    /// Names lead to the pages of this site; a document of its own has no such pages.
    pub linked: bool,
}

impl askama::filters::HtmlSafe for Body<'_> {}

#[derive(Template)]
#[template(path = "appendix/document.html")]
struct Document<'a> {
    appendix: &'a Appendix,
    body: Body<'a>,
}

impl Appendix {
    /// Its heading.
    pub fn title(&self) -> String {
        self.w.appendix_title_in(&self.place)
    }

    /// What it is, for whom and when.
    pub fn lead(&self) -> String {
        self.w.appendix_lead(&self.w.day(self.on), &self.w.appendix_in_place(&self.place))
    }

    /// The day, written out.
    pub fn day(&self) -> String {
        self.w.appendix_day(&self.w.day(self.on))
    }

    /// Which municipalities, where it is not one alone.
    pub fn of_municipalities(&self) -> Option<String> {
        let several = !self.municipalities.is_empty();
        several.then(|| self.w.appendix_municipalities(&self.w.list(&self.municipalities)))
    }

    /// As a document of its own, with its style in it and nothing loaded from elsewhere.
    ///
    /// # Errors
    /// When the template cannot be written.
    pub fn html(&self) -> Result<String, askama::Error> {
        Document { appendix: self, body: Body { appendix: self, linked: false } }.render()
    }
}

impl Actor {
    /// Its tasks under their headings.
    pub fn groups(&self, w: &'static Words) -> Vec<(&'static str, &[Task])> {
        let both = [(w.appendix_leads(), self.leads.as_slice()), (w.appendix_beside(), self.beside.as_slice())];
        both.into_iter().filter(|(_, tasks)| !tasks.is_empty()).collect()
    }
}

impl Body<'_> {
    /// A source by its name.
    fn name<'b>(&self, source: &'b Basis) -> &'b str {
        source.title.as_ref().unwrap_or(&source.citation)
    }

    /// Where the name of a source leads.
    fn leads_to<'b>(&self, source: &'b Basis) -> Option<&'b String> {
        if self.linked { source.page.as_ref() } else { source.text.as_ref() }
    }
}

impl TaskClause {
    /// Its citations, joined.
    pub fn cited(&self) -> String {
        self.basis.iter().map(|basis| basis.citation.as_str()).collect::<Vec<_>>().join("; ")
    }
}
