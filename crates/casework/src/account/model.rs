//! What an account and a session are, and what is refused.

use jiff::{SignedDuration, Timestamp};
use storage::{Actor, Word};
use uuid::Uuid;

use super::secret::Token;
use crate::post::Acting;

/// What stands in the organ's place where somebody does what concerns the own account alone.
const ACCOUNT: Word = Word::of("account");

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identity.
    pub id: Uuid,
    /// The name that is written when signing in: small letters, digits and `.@_+-`.
    pub login: String,
    /// Whose it is, as people call them.
    pub name: String,
    /// The language that they read: `sv`, `fi`, `en`.
    pub language: String,
    /// Whether there is a password; else it is signed in through a provider alone.
    pub has_password: bool,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// The posts that it may act as, by their words.
    pub posts: Vec<String>,
}

impl Account {
    /// How it stands in the journal when it acts on itself.
    #[must_use]
    pub fn actor(&self) -> Actor {
        own_actor(self.id)
    }
}

/// How an account stands in the journal when it acts on itself.
pub(super) fn own_actor(account: Uuid) -> Actor {
    Actor { post: Word::from(account), organ: ACCOUNT }
}

/// How somebody stands in the journal of whom nothing is known yet.
pub(super) fn nobody() -> Actor {
    Actor { post: Word::of("nobody"), organ: ACCOUNT }
}

/// An account that is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The name that is written when signing in.
    pub login: String,
    /// Whose it is.
    pub name: String,
    /// The language that they read.
    pub language: String,
}

/// Somebody as a provider of sign-ins knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The provider, by the address that it names itself with; to the letter.
    pub issuer: String,
    /// Its name for them, which it never gives to another.
    pub subject: String,
}

/// From where somebody comes: told by the connection and the request, shown to the owner of the session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whence {
    /// The network address.
    pub network: String,
    /// What the browser calls itself; at most 200 characters are kept.
    pub browser: String,
    /// The mark of a browser that this account has been signed in from before.
    pub known: Option<Token>,
}

/// An attempt to sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The name, as it was written.
    pub login: String,
    /// The password, as it was written.
    pub password: String,
    /// From where.
    pub whence: Whence,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt").field("whence", &self.whence).finish_non_exhaustive()
    }
}

/// What came of an attempt with the right password.
#[derive(Debug)]
pub enum SignedIn {
    /// Signed in.
    Whole(Begun),
    /// A second factor is asked for; the session can do nothing but that.
    Half(Begun),
}

/// A session that has begun. The tokens are given to the browser, and stand nowhere else.
#[derive(Debug)]
pub struct Begun {
    /// The session.
    pub session: Uuid,
    /// Whose.
    pub account: Uuid,
    /// The language that they read.
    pub language: String,
    /// What the browser shows from now on.
    pub token: Token,
    /// What marks the browser as known; none where it was known, or is not yet.
    pub browser: Option<Token>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identity, which opens nothing.
    pub id: Uuid,
    /// When it began.
    pub began_at: Timestamp,
    /// When it ends, whatever is done.
    pub ends_at: Timestamp,
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The account.
    pub account: Account,
    /// As whom they act; none while the account has no post in force, or none is chosen.
    pub acting: Option<Acting>,
    /// The session.
    pub session: Session,
    /// The posts in force today among which they can choose: word, organ, title.
    pub posts: Vec<Offered>,
}

/// A post that an account may act as today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The post.
    pub post: String,
    /// Its organ, by its word in the register.
    pub organ: String,
    /// Its name.
    pub title: String,
}

/// A session as it is shown to its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionShown {
    /// Its identity.
    pub id: Uuid,
    /// When it began.
    pub began_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Timestamp,
    /// From which network address.
    pub network: String,
    /// What the browser calls itself.
    pub browser: String,
    /// As which post.
    pub post: Option<String>,
}

/// Why sessions end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Signed out.
    SignedOut,
    /// Another stands in its place: signed in wholly, or a change of post.
    Renewed,
    /// Ended by its owner from another.
    ByOwner,
    /// The operator ended it.
    ByOperator,
    /// The password was changed.
    Password,
    /// The account may no longer act as its post.
    Post,
    /// The second factor was changed or taken away.
    SecondFactor,
    /// An identity at a provider is the account's no longer.
    Identity,
}

impl Ended {
    /// Its word.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::Renewed => "renewed",
            Self::ByOwner => "by-owner",
            Self::ByOperator => "by-operator",
            Self::Password => "password",
            Self::Post => "post",
            Self::SecondFactor => "second-factor",
            Self::Identity => "identity",
        }
    }
}

/// What is refused about accounts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Only the operator makes and closes accounts.
    #[error("only the operator looks after accounts")]
    OperatorOnly,
    /// There is none of that name.
    #[error("there is no account `{0}`")]
    Unknown(String),
    /// There is one of that name already; a closed one keeps it.
    #[error("there is an account `{0}` already")]
    Taken(String),
    /// The name cannot be one.
    #[error("`{0}` is no name to sign in with: small letters, digits and .@_+-, 2 to 80 of them")]
    NotALogin(String),
    /// Nothing stands for whose it is, or too much.
    #[error("whose account it is is said in 1 to 120 characters")]
    NotAName,
    /// None of the product's languages.
    #[error("`{0}` is no language that is spoken here")]
    NotALanguage(String),
    /// It was closed.
    #[error("the account `{login}` was closed")]
    Closed {
        /// Its name.
        login: String,
        /// When.
        at: Timestamp,
    },
    /// The account may act as the post already.
    #[error("the account may act as `{0}` already")]
    HasPost(String),
    /// The post is that of a program: nobody signs in as it.
    #[error("`{0}` is the post of a machine client")]
    OfAProgram(String),
    /// The account may not act as the post.
    #[error("the account may not act as `{0}`")]
    NotItsPost(String),
    /// The password is too short.
    #[error("a password has at least {least} characters")]
    TooShort {
        /// How many it must have.
        least: usize,
    },
    /// The password is too long.
    #[error("a password has at most {most} characters")]
    TooLong {
        /// How many it may have.
        most: usize,
    },
    /// The password is one that is guessed first: it says the own name, or repeats itself.
    #[error("the password is easily guessed")]
    EasilyGuessed,
    /// Name or password are not right; which is not said, nor whether there is such an account.
    #[error("name or password are not right")]
    NotRight,
    /// The code of the second factor is not right, or was used already.
    #[error("the code is not right, or was used already")]
    CodeNotRight,
    /// Too many attempts from there: wait.
    #[error("too many attempts: wait until {until}")]
    Wait {
        /// Until when.
        until: Timestamp,
        /// How long that is.
        time: SignedDuration,
    },
    /// There is no such session, or it has ended.
    #[error("not signed in")]
    NotSignedIn,
    /// There is no key to seal the secret of a second factor with.
    #[error("no key to seal with was given to the program")]
    NoKey,
    /// There is a second factor already.
    #[error("the account has a second factor already")]
    HasSecondFactor,
    /// There is no second factor.
    #[error("the account has no second factor")]
    NoSecondFactor,
    /// The provider's subject is another account's.
    #[error("this identity at the provider belongs to another account")]
    SubjectTaken,
    /// This is no identity that a provider could give.
    #[error("an identity is an address that begins with https:// and a name of 1 to 255 characters")]
    NotAnIdentity,
    /// The account has no such identity.
    #[error("this identity is not the account's")]
    NotItsIdentity(String),
    /// The provider knows them, and no account here is theirs.
    #[error("no account here is bound to this identity")]
    NotBound,
    /// The answer is to nothing that was asked from this browser; or it comes too late, or a second time.
    #[error("nothing was asked that this would answer")]
    NotAsked,
}
