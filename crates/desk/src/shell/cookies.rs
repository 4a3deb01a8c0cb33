//! The cookies: the session, which goes when the browser closes, and the mark of a known browser, which stays; while somebody
//! signs in elsewhere the mark of the browser that asks, and then the word of the provider, to sign out there too.
//!
//! None is for scripts, none goes with requests from other sites but for following a link. Where browsers reach us by
//! https their names begin with `__Host-`: no other host, no path, and nobody on the way can then set them.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use casework::account::{ANSWERED_WITHIN, Begun, Token};
use std::convert::Infallible;

use crate::DeskState;

/// Half a year: long enough to outlast a summer.
const KNOWN_FOR: time::Duration = time::Duration::days(180);

/// What the browser shows, and what it is to keep.
#[derive(Debug, Clone)]
pub struct Cookies {
    jar: CookieJar,
    secure: bool,
}

impl Cookies {
    fn of(headers: &HeaderMap, secure: bool) -> Self {
        Self { jar: CookieJar::from_headers(headers), secure }
    }

    fn session_name(&self) -> &'static str {
        if self.secure { "__Host-kotopolku-session" } else { "kotopolku-session" }
    }

    fn browser_name(&self) -> &'static str {
        if self.secure { "__Host-kotopolku-browser" } else { "kotopolku-browser" }
    }

    fn asking_name(&self) -> &'static str {
        if self.secure { "__Host-kotopolku-asking" } else { "kotopolku-asking" }
    }

    fn provider_name(&self) -> &'static str {
        if self.secure { "__Host-kotopolku-provider" } else { "kotopolku-provider" }
    }

    fn token(&self, name: &str) -> Option<Token> {
        Token::read(self.jar.get(name)?.value())
    }

    /// The session that the browser shows.
    pub fn session(&self) -> Option<Token> {
        self.token(self.session_name())
    }

    /// The mark of a browser from which somebody was signed in before.
    pub fn browser(&self) -> Option<Token> {
        self.token(self.browser_name())
    }

    /// The mark of a browser that asks elsewhere who stands before it.
    pub fn asking(&self) -> Option<Token> {
        self.token(self.asking_name())
    }

    /// The word of the provider at which one signed in.
    pub fn provider(&self) -> Option<&str> {
        self.jar.get(self.provider_name()).map(Cookie::value)
    }

    fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Lax).secure(self.secure).build()
    }

    /// Gives the browser what a session that has begun gives it.
    pub fn begin(self, begun: &Begun) -> CookieJar {
        let session = self.cookie(self.session_name(), begun.token.reveal());
        let mark = begun.browser.as_ref().map(|token| {
            let mut mark = self.cookie(self.browser_name(), token.reveal());
            mark.set_max_age(KNOWN_FOR);
            mark
        });
        let mut jar = self.jar.add(session);
        if let Some(mark) = mark {
            jar = jar.add(mark);
        }
        jar
    }

    /// Takes the session from the browser; its mark stays.
    pub fn end(self) -> CookieJar {
        let gone = self.cookie(self.session_name(), String::new());
        self.by(None).jar.remove(gone)
    }

    /// Marks the browser that asks elsewhere, for as long as an answer is waited for.
    pub fn ask(self, mark: &Token) -> CookieJar {
        let mut mark = self.cookie(self.asking_name(), mark.reveal());
        mark.set_max_age(time::Duration::seconds(ANSWERED_WITHIN.as_secs()));
        self.jar.add(mark)
    }

    /// The answer came: the mark goes.
    #[must_use]
    pub fn asked(mut self) -> Self {
        let gone = self.cookie(self.asking_name(), String::new());
        self.jar = self.jar.remove(gone);
        self
    }

    /// At which provider one signed in, or that it was at none.
    #[must_use]
    pub fn by(mut self, provider: Option<&str>) -> Self {
        let cookie = self.cookie(self.provider_name(), provider.unwrap_or_default().to_owned());
        self.jar = if provider.is_some() { self.jar.add(cookie) } else { self.jar.remove(cookie) };
        self
    }

    /// As it is, without a session that begins or ends.
    pub fn nobody(self) -> CookieJar {
        self.jar
    }
}

impl<S> FromRequestParts<S> for Cookies
where
    DeskState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers, DeskState::from_ref(state).secure))
    }
}
