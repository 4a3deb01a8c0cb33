//! Lists that are read in parts. A cursor says where the next part begins; it belongs to one edition and one question,
//! so that a walk sees everything exactly once, or is told that it must begin again.

use axum::http::{HeaderValue, header};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

use super::answer::Answered;
use super::asked::Asked;
use crate::shell::Address;

/// The most that one part may hold.
pub const MOST: usize = 500;
/// What one part holds when nothing is said.
pub const USUAL: usize = 100;

/// A part of a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// This part.
    pub items: Vec<T>,
    /// How many there are in all parts.
    pub total: usize,
    /// The `cursor` of the next part; none: this is the last.
    pub next: Option<String>,
    /// The day.
    #[schema(format = Date, example = "2026-03-01")]
    pub on: String,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// Which part is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    from: usize,
    size: usize,
}

impl Asked {
    /// Which part of a list is wanted.
    pub fn part_of_list(&mut self) -> Option<Part> {
        let size = match self.word("limit") {
            None => Some(USUAL),
            Some(word) => {
                let size = word.parse().ok().filter(|size| (1..=MOST).contains(size));
                if size.is_none() {
                    let what = self.w.api_bad_limit(&MOST.to_string(), &word);
                    self.fault("limit", "unknown-value", what, None);
                }
                size
            }
        };
        let from = match self.word("cursor") {
            None => Some(0),
            Some(word) => self.read_cursor(&word),
        };
        Some(Part { from: from?, size: size? })
    }

    fn read_cursor(&mut self, word: &str) -> Option<usize> {
        let mut parts = word.split('.');
        let (edition, question, from) = (parts.next(), parts.next(), parts.next());
        let from = from.and_then(|from| from.parse().ok()).filter(|_| parts.next().is_none());
        if from.is_none() || question != Some(self.question().as_str()) {
            self.fault("cursor", "unknown-value", self.w.api_bad_cursor(), None);
            return None;
        }
        if edition != Some(self.register.edition.short()) {
            self.fault("cursor", "other-edition", self.w.api_old_cursor(), None);
            return None;
        }
        from
    }

    /// A short hash of the question without the part that is wanted. The day belongs to it even when it is not said.
    fn question(&self) -> String {
        let mut query: Vec<String> = self
            .address
            .query()
            .iter()
            .filter(|(name, _)| !["cursor", "limit", "lang", "edition", "on"].contains(&name.as_str()))
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        query.sort_unstable();
        let on =
            self.word("on").unwrap_or_else(|| if self.takes_day() { self.today.to_string() } else { String::new() });
        let text = format!("{}?{}&on={on}", self.address.path(), query.join("&"));
        Sha256::digest(text).iter().take(6).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// Sends a part of a list.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn answer_part<I, T: Serialize>(
        &self,
        all: &[I],
        part: Part,
        on: calendar::Date,
        say: impl Fn(&I) -> T,
    ) -> Answered {
        let (items, next) = self.cut(all, part);
        let page = Page {
            items: items.iter().map(say).collect(),
            total: all.len(),
            next: next.clone(),
            on: on.to_string(),
            edition: self.register.edition.as_str().to_owned(),
        };
        self.answer_linked(&page, next.as_deref())
    }

    /// A part of a list, and the cursor of the next one.
    pub fn cut<'a, I>(&self, all: &'a [I], part: Part) -> (&'a [I], Option<String>) {
        let end = part.from.saturating_add(part.size).min(all.len());
        let more = end < all.len();
        let next = more.then(|| format!("{}.{}.{end}", self.register.edition.short(), self.question()));
        (all.get(part.from..end).unwrap_or_default(), next)
    }

    /// Sends a part with a link to the next one (RFC 8288).
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn answer_linked(&self, said: &impl Serialize, next: Option<&str>) -> Answered {
        let mut response = self.answer(said)?;
        if let Some(cursor) = next {
            let link = format!("<{}>; rel=\"next\"", href(&self.address.with("cursor", cursor)));
            if let Ok(link) = HeaderValue::try_from(link) {
                response.headers_mut().insert(header::LINK, link);
            }
        }
        Ok(response)
    }
}

/// The query written out behind a question mark, for a link that is read from the same address.
fn href(address: &Address) -> String {
    let mut text = String::new();
    for (name, value) in address.query() {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(&crate::shell::encoded(name));
        text.push('=');
        text.push_str(&crate::shell::encoded(value));
    }
    text
}
