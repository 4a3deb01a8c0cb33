//! What the people of a list are called.

use std::collections::BTreeMap;

use authorization::Action;
use storage::{Entry, Look, Word};
use uuid::Uuid;

use super::model::Refusal;
use super::name::Name;
use super::queries::finding;
use super::sight::sight;
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// The official names of these people, as far as the acting post sees them; who is not seen, or has no known name, is
    /// left out. Each person who is named is a line in the journal.
    ///
    /// # Errors
    /// The database's.
    pub async fn names_of(&self, acting: &Acting, people: &[Uuid]) -> Result<BTreeMap<Uuid, Name>, Error> {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                look.journal(Entry::new(&acting.actor, Word::of("list"), Word::of("person"), Word::of("people")));
                let mut names = BTreeMap::new();
                for person in people {
                    if names.contains_key(person) {
                        continue;
                    }
                    // Who may list a person's cases sees the name; so does who keeps their papers or opened a file.
                    let mut seen = None;
                    for action in [Action::List, Action::Read] {
                        seen = match sight(&look, acting, *person, now, today, action).await {
                            Ok(seen) => Some(seen),
                            Err(Error::Refused(crate::Refusal::Person(Refusal::Unknown))) => continue,
                            Err(fault) => return Err(fault),
                        };
                        break;
                    }
                    let Some(seen) = seen else { continue };
                    let Some(name) = finding::names(&look, &seen, *person).await?.into_iter().next() else { continue };
                    let line = Entry::new(&acting.actor, Word::of("list"), Word::of("person"), *person);
                    look.journal(line.person(*person));
                    names.insert(*person, name);
                }
                Ok(names)
            })
            .await
    }
}
