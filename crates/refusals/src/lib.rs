//! What casework refuses, in words: the field that it belongs to, and the sentence, in the reader's language. Pages and the
//! interface for programs say the same, and say it from here; what to do about it they say themselves, because one has
//! forms and links and the other has neither. The command line, which says more, has its own.

mod case;
mod hand_over;
mod person;

use authorization::Action;
use casework::person::NAME;
use casework::{House, Refusal, post};
use jiff::Timestamp;
use web::said::register_language;
use web::words::Words;

/// What is to be mended: the name of a field, empty when it belongs to none; and what is wrong.
pub type Wrong = Vec<(String, String)>;

/// A house in a language.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'h> {
    /// The house.
    pub house: &'h House,
    /// The texts.
    pub w: &'static Words,
}

/// What is to be mended when this was refused; none when no sentence can say it: there is no such thing for this post, or it
/// is shown in another way.
#[must_use]
pub fn refused(t: &Teller<'_>, refusal: &Refusal) -> Option<Wrong> {
    match refusal {
        Refusal::Case(refusal) => case::wrong(t, refusal),
        Refusal::Person(refusal) => person::wrong(t, refusal),
        Refusal::HandOver(refusal) => hand_over::wrong(t, refusal),
        Refusal::Post(post::Refusal::FunctionMayNot { function, action: of }) => {
            one("", t.w.access_function_may_not(function, action(t.w, *of)))
        }
        _ => None,
    }
}

impl Teller<'_> {
    /// An instant: its day alone where a day begins with it.
    #[must_use]
    pub fn instant(&self, at: Timestamp) -> String {
        let there = at.to_zoned(self.house.zone.clone());
        let day = self.w.day_short(there.date());
        if (there.hour(), there.minute()) == (0, 0) {
            return day;
        }
        self.w.desk_instant(&day, &format!("{:02}", there.hour()), &format!("{:02}", there.minute()))
    }

    /// The name of an organ; its word where the register does not know it.
    #[must_use]
    pub fn organ_name(&self, organ: &str) -> String {
        let register = &self.house.register;
        register
            .organ(organ)
            .map_or_else(|_| organ.to_owned(), |index| web::said::organ_name(self.w, register, index).to_owned())
    }

    /// The name of a case type.
    #[must_use]
    pub fn case_type(&self, word: &str) -> String {
        let found = self.house.register.resolved.case_types.iter().find(|one| one.id == word);
        found.map_or(word, |one| one.title.get(register_language(self.w.language()))).to_owned()
    }

    /// What an attribute is called: by the register, or one of the person's own.
    #[must_use]
    pub fn attribute(&self, attribute: &str) -> String {
        let w = self.w;
        match attribute {
            "municipality" => w.fact_municipality(),
            NAME => w.fact_own_name(),
            "mother-tongue" => w.fact_own_mother_tongue(),
            "language" => w.fact_own_language(),
            "interpreter" => w.fact_own_interpreter(),
            "nationality" => w.fact_own_nationality(),
            "address" => w.fact_own_address(),
            "phone" => w.fact_own_phone(),
            "email" => w.fact_own_email(),
            "contact" => w.fact_own_contact(),
            "support-need" => w.fact_own_support_need(),
            other => {
                let attributes = &self.house.register.resolved.words.attributes;
                let found = attributes.iter().find(|attribute| attribute.id == other);
                return found.map_or(other, |found| found.title.get(register_language(w.language()))).to_owned();
            }
        }
        .to_owned()
    }
}

/// One sentence that belongs to a field.
#[expect(clippy::unnecessary_wraps, reason = "each arm of a noun says it or says nothing")]
fn one(field: &str, said: impl Into<String>) -> Option<Wrong> {
    Some(vec![(field.to_owned(), said.into())])
}

/// What somebody wanted to do, after "may not".
#[must_use]
pub fn action(w: &Words, of: Action) -> &str {
    match of {
        Action::List => w.action_list(),
        Action::Read => w.action_read(),
        Action::Search => w.action_search(),
        Action::Count => w.action_count(),
        Action::Export => w.action_export(),
        Action::ReadDocument => w.action_read_document(),
        Action::WriteField => w.action_write_field(),
        Action::TakeStep => w.action_take_step(),
        Action::Decide => w.action_decide(),
        Action::Notify => w.action_notify(),
        Action::Offer => w.action_offer(),
        Action::Answer => w.action_answer(),
        Action::Upload => w.action_upload(),
        Action::Withdraw => w.action_withdraw(),
        Action::RecordFact => w.action_record_fact(),
        Action::Protect => w.action_protect(),
        Action::Link => w.action_link(),
        Action::ChangeLimit => w.action_change_limit(),
        Action::SeeJournal => w.action_see_journal(),
        Action::SeeFigures => w.action_see_figures(),
        Action::Draw => w.action_draw(),
        Action::Open => w.action_open(),
        Action::BreakGlass => w.action_break_glass(),
        Action::Review => w.action_review(),
        Action::ManagePosts => w.action_manage_posts(),
    }
}
