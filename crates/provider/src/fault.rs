//! Why nobody was signed in.

/// Why nobody was signed in at a provider. For whoever runs the program; what people read is said by the pages. Nothing
/// secret stands in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The provider does not answer, or with a fault of its own.
    #[error("the provider does not answer: {0}")]
    Silent(String),
    /// The provider says of itself what cannot be worked with.
    #[error("the provider cannot be used: {0}")]
    Unusable(String),
    /// What came through the browser is no answer.
    #[error("no answer that can be read: {0}")]
    Unreadable(&'static str),
    /// The provider, or who stood before it, said no.
    #[error("the provider says no: {0}")]
    Declined(String),
    /// The answer is not to be trusted.
    #[error("the answer is not to be trusted: {0}")]
    Untrusted(String),
    /// The provider did not make sure in the way that is demanded of it.
    #[error("the provider did not make sure as demanded: {0}")]
    Weak(String),
}
