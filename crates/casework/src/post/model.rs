//! What a post is.

use authorization::{Action, Function, Held};
use jiff::civil::Date;
use storage::{Actor, Word};
use uuid::Uuid;

/// What stands in the organ's place where a person acts in what is theirs. The register has no such organ, so that no post
/// can be set up that looks like one.
const PERSON: &str = "person";

/// What stands in the organ's place where the operator acts.
const OPERATOR: &str = "operator";

/// A post: a function at an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its word: `te-hame/expert-1`.
    pub id: String,
    /// The organ, by its word in the register.
    pub organ: String,
    /// The function: `handler`, `decision-maker` …
    pub function: String,
    /// Its name, as the organ writes it.
    pub title: String,
    /// Its first day.
    pub from: Date,
    /// The first day on which it is no more.
    pub until: Option<Date>,
}

/// A post that is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Its word: small letters, digits and `.:_/+-`.
    pub id: String,
    /// The organ, by its word in the register.
    pub organ: String,
    /// The function.
    pub function: String,
    /// Its name.
    pub title: String,
    /// Its first day.
    pub from: Date,
    /// The first day on which it is no more.
    pub until: Option<Date>,
}

/// Somebody who acts, as this post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// Its line in the journal.
    pub actor: Actor,
    /// The function.
    pub function: String,
    /// The duties in whose cases alone it acts; none: in all.
    duties: Option<Vec<Word>>,
}

impl Acting {
    /// Somebody of an organ who acts with a function.
    #[must_use]
    pub fn of(actor: Actor, function: String) -> Self {
        Self { actor, function, duties: None }
    }

    /// The same, in cases of these duties alone.
    #[must_use]
    pub fn for_duties(self, duties: Vec<Word>) -> Self {
        Self { duties: Some(duties), ..self }
    }

    /// The duties in whose cases alone it acts; none: in all.
    #[must_use]
    pub fn duties(&self) -> Option<&[Word]> {
        self.duties.as_deref()
    }

    /// Whether it acts in cases of a duty.
    #[must_use]
    pub fn takes(&self, duty: &str) -> bool {
        self.duties().is_none_or(|duties| duties.iter().any(|one| one.as_str() == duty))
    }

    /// The operator of the program, who sets up posts and runs what runs by itself. It has no organ of the register and
    /// sees no file.
    #[must_use]
    pub fn operator() -> Self {
        Self::of(Actor { post: Word::of(OPERATOR), organ: Word::of(OPERATOR) }, OPERATOR.to_owned())
    }

    /// The person whose path it is, acting in what is theirs. They have no organ, and see their own cases alone.
    #[must_use]
    pub fn own(person: Uuid) -> Self {
        Self::of(Actor { post: Word::from(person), organ: Word::of(PERSON) }, PERSON.to_owned())
    }

    /// The person, when it is a person who acts in what is theirs.
    #[must_use]
    pub fn person(&self) -> Option<Uuid> {
        if self.organ() == PERSON { Uuid::parse_str(self.post()).ok() } else { None }
    }

    /// Whether this is the operator.
    #[must_use]
    pub fn is_operator(&self) -> bool {
        self.organ() == OPERATOR
    }

    /// The organ's word.
    #[must_use]
    pub fn organ(&self) -> &str {
        self.actor.organ.as_str()
    }

    /// What the post does at its organ; none for the operator, a person, and a function that there is not: they may nothing
    /// through holdings.
    #[must_use]
    pub fn does(&self) -> Option<Function> {
        Function::of(&self.function)
    }

    /// Whether a post of this function may do something that is about no case of its organ. One that acts for some duties
    /// opens cases and answers hand-overs, of those duties; it does not do what is about all of the organ's cases.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        let within = self.duties.is_none() || matches!(action, Action::Open | Action::Answer);
        within && self.does().is_some_and(|function| authorization::may(function, Held::NOTHING, action))
    }

    /// Which holdings let this post do something: a condition for a statement, about a holding called `alias`.
    pub(crate) fn bearing(&self, action: Action, alias: &str) -> String {
        let Some(function) = self.does() else { return "1 = 0".to_owned() };
        let bearing = authorization::sql::bearing(function, action, alias);
        match self.duties() {
            None => bearing,
            // Words hold only small letters, digits and .:_/+-, so that they can stand in the text.
            Some(duties) => {
                let words: Vec<String> = duties.iter().map(|duty| format!("'{}'", duty.as_str())).collect();
                format!(
                    "({bearing} and exists (select 1 from case_file of_duty
                        where of_duty.id = {alias}.case_id and of_duty.duty in ({})))",
                    words.join(", ")
                )
            }
        }
    }

    /// The post's word.
    #[must_use]
    pub fn post(&self) -> &str {
        self.actor.post.as_str()
    }
}

/// Why a post cannot act, or cannot be set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is none of that word.
    #[error("there is no post `{0}`")]
    Unknown(String),
    /// It has not begun, or has ended.
    #[error("the post `{post}` is not in force on {on}")]
    NotInForce {
        /// The post.
        post: String,
        /// The day.
        on: Date,
    },
    /// The register does not know the organ.
    #[error("the register knows no organ `{0}`")]
    UnknownOrgan(String),
    /// The organ is not there on the post's first day.
    #[error("the organ `{organ}` is not there on {on}")]
    OrganNotThere {
        /// The organ.
        organ: String,
        /// The day.
        on: Date,
    },
    /// The word cannot stand in the journal.
    #[error("`{0}` is no word: only small letters, digits and .:_/+- do")]
    NotAWord(String),
    /// There is no such function.
    #[error("there is no function `{0}`")]
    UnknownFunction(String),
    /// Its function does not do that.
    #[error("a post of the function `{function}` may not {action}")]
    FunctionMayNot {
        /// The function.
        function: String,
        /// What it wanted to do.
        action: Action,
    },
    /// There is one of that word already.
    #[error("there is a post `{0}` already")]
    Taken(String),
    /// It would end before it begins.
    #[error("a post ends after it begins")]
    EndsBeforeItBegins,
    /// Only the operator sets up and ends posts.
    #[error("only the operator sets up and ends posts")]
    OperatorOnly,
    /// What a post did stays done: it is not ended for a day that has passed.
    #[error("the post `{post}` cannot end before {earliest}")]
    EndsInThePast {
        /// The post.
        post: String,
        /// The earliest day that it can be ended for.
        earliest: Date,
    },
    /// It has ended.
    #[error("the post `{post}` was no more from {until} on")]
    EndedAlready {
        /// The post.
        post: String,
        /// The first day on which it was no more.
        until: Date,
    },
}
