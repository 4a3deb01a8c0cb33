//! What cannot be done, and why. Structured, so that it can be said in each language; the texts stand in `words/`.

/// Why something did not come about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    /// A rule.
    #[error(transparent)]
    Refused(Refusal),
}

impl<R: Into<Refusal>> From<R> for Error {
    fn from(refusal: R) -> Self {
        Self::Refused(refusal.into())
    }
}

/// A rule that stands against it. The English here is for logs; people read the texts of `words/`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// About accounts and signing in.
    #[error(transparent)]
    Account(#[from] crate::account::Refusal),
    /// About demonstration databases.
    #[error(transparent)]
    Demonstration(#[from] crate::demonstration::Refusal),
    /// About posts.
    #[error(transparent)]
    Post(#[from] crate::post::Refusal),
    /// About machine clients.
    #[error(transparent)]
    Client(#[from] crate::client::Refusal),
    /// About people.
    #[error(transparent)]
    Person(#[from] crate::person::Refusal),
    /// About the journal.
    #[error(transparent)]
    Journal(#[from] crate::journal::Refusal),
    /// About cases.
    #[error(transparent)]
    Case(#[from] crate::case::Refusal),
    /// About limits.
    #[error(transparent)]
    Limit(#[from] crate::limit::Refusal),
    /// About documents.
    #[error(transparent)]
    Document(#[from] crate::document::Refusal),
    /// About drafts.
    #[error(transparent)]
    Draft(#[from] crate::draft::Refusal),
    /// About decisions.
    #[error(transparent)]
    Decision(#[from] crate::decision::Refusal),
    /// About moving cases to another version of their type.
    #[error(transparent)]
    VersionMove(#[from] crate::case::version_move::Refusal),
    /// About reorganisations.
    #[error(transparent)]
    Reorganisation(#[from] crate::reorganisation::Refusal),
    /// About openings outside of holdings.
    #[error(transparent)]
    Opening(#[from] crate::opening::Refusal),
    /// About drawing files into supervision cases.
    #[error(transparent)]
    Drawing(#[from] crate::drawing::Refusal),
    /// About hand-overs.
    #[error(transparent)]
    HandOver(#[from] crate::handover::Refusal),
}
