//! `demo/` as data: read, and looked over so that every word leads somewhere.

mod model;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

pub use model::{Account, Crowd, Days, Deed, Event, Origin, Post, Story};

/// A fault in `demo/`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("demo/{file}: {what}")]
pub struct Fault {
    /// The file.
    pub file: &'static str,
    /// What is wrong.
    pub what: String,
}

/// All that the world is made from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Posts of officials.
    pub posts: Vec<Post>,
    /// Officials.
    pub accounts: Vec<Account>,
    /// Where names come from.
    pub origins: Vec<Origin>,
    /// What happens to people.
    pub stories: Vec<Story>,
    /// How many live which story.
    pub crowds: Vec<Crowd>,
    /// Texts that officials write, by their words.
    pub texts: BTreeMap<String, Vec<String>>,
    /// Documents, by their words.
    pub documents: BTreeMap<&'static str, &'static str>,
}

impl Source {
    /// The one that ships.
    ///
    /// # Errors
    /// What is wrong with `demo/`.
    pub fn shipped() -> Result<Self, Fault> {
        let model::Posts { post, account } = read("posts.toml", include_str!("../../../../demo/posts.toml"))?;
        let model::Names { origin } = read("names.toml", include_str!("../../../../demo/names.toml"))?;
        let model::Stories { story } = read("stories.toml", include_str!("../../../../demo/stories.toml"))?;
        let model::People { crowd } = read("people.toml", include_str!("../../../../demo/people.toml"))?;
        let model::Texts { texts } = read("texts.toml", include_str!("../../../../demo/texts.toml"))?;
        let documents = BTreeMap::from([
            ("certificate", include_str!("../../../../demo/documents/certificate.txt")),
            ("letter", include_str!("../../../../demo/documents/letter.txt")),
            ("plan", include_str!("../../../../demo/documents/plan.txt")),
        ]);
        let source =
            Self { posts: post, accounts: account, origins: origin, stories: story, crowds: crowd, texts, documents };
        source.check()?;
        Ok(source)
    }

    /// The story of a word.
    #[must_use]
    pub fn story(&self, word: &str) -> Option<&Story> {
        self.stories.iter().find(|story| story.id == word)
    }

    /// The origin of a word.
    #[must_use]
    pub fn origin(&self, word: &str) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.id == word)
    }

    /// Whether every word leads somewhere.
    fn check(&self) -> Result<(), Fault> {
        let fault = |file, what: String| Err(Fault { file, what });
        let posts: BTreeSet<&str> = self.posts.iter().map(|post| post.id.as_str()).collect();
        for account in &self.accounts {
            if let Some(post) = account.posts.iter().find(|post| !posts.contains(post.as_str())) {
                return fault("posts.toml", format!("`{}` has the post `{post}`, which is not there", account.login));
            }
        }
        for origin in &self.origins {
            let women = &origin.family_women;
            if !women.is_empty() && women.len() != origin.family.len() {
                return fault("names.toml", format!("`{}` has not as many family names of women", origin.id));
            }
        }
        for story in &self.stories {
            for event in &story.event {
                if let Some(text) = event.texts.values().find(|text| !self.texts.contains_key(*text)) {
                    return fault("stories.toml", format!("`{}` writes `{text}`, which is in no text", story.id));
                }
                if let Some(file) = &event.file
                    && !self.documents.contains_key(file.as_str())
                {
                    return fault("stories.toml", format!("`{}` adds `{file}`, which is no document", story.id));
                }
                if event.after.is_some() == event.ago.is_some() {
                    return fault("stories.toml", format!("`{}` needs `after` or `ago` in each event", story.id));
                }
            }
        }
        for crowd in &self.crowds {
            for story in std::iter::once(&crowd.story).chain(&crowd.other) {
                if self.story(story).is_none() {
                    return fault("people.toml", format!("`{story}` is no story"));
                }
            }
            if let Some(origin) = crowd.from.iter().find(|origin| self.origin(origin).is_none()) {
                return fault("people.toml", format!("`{origin}` is no origin"));
            }
            if crowd.between.is_some() == crowd.ago.is_some() {
                return fault("people.toml", format!("`{}` needs `between` or `ago`", crowd.story));
            }
            if crowd.from.is_empty() || crowd.r#where.is_empty() {
                return fault("people.toml", format!("`{}` needs `from` and `where`", crowd.story));
            }
        }
        Ok(())
    }
}

fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Fault> {
    toml::from_str(text).map_err(|fault| Fault { file, what: fault.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_is_sound() {
        let source = Source::shipped().map_err(|fault| fault.to_string());
        assert!(source.is_ok_and(|source| source.crowds.iter().map(|crowd| crowd.people).sum::<u32>() > 200));
    }
}
