//! Setting up posts, and acting as one.

use authorization::Function;
use jiff::civil::Date;
use storage::{Actor, Entry, Unit, View, Word};

use super::model::{Acting, NewPost, Post, Refusal};
use super::{queries, rules};
use crate::{Error, House, client};

impl House {
    /// Sets up a post.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn add_post(&self, acting: &Acting, new: &NewPost) -> Result<(), Error> {
        let word = &sound(self, acting, new)?;
        self.store
            .write(|unit: Unit| async move {
                if !queries::add(&unit, new).await? {
                    return Err(Refusal::Taken(new.id.clone()).into());
                }
                unit.journal(Entry::new(&acting.actor, Word::of("add"), Word::of("post"), word.clone()));
                Ok(())
            })
            .await
    }

    /// Ends a post: from `until` on it can do nothing. What is planned already can be moved, what has passed cannot.
    ///
    /// # Errors
    /// [`Refusal`], when it cannot be; the database's errors.
    pub async fn end_post(&self, acting: &Acting, post: &str, until: Date) -> Result<Post, Error> {
        if !acting.is_operator() {
            return Err(Refusal::OperatorOnly.into());
        }
        let word = &Word::new(post).map_err(|_| Refusal::Unknown(post.to_owned()))?;
        self.store
            .write(|unit: Unit| async move {
                let today = self.day(unit.now());
                let unknown = || Refusal::Unknown(post.to_owned());
                let (found, version) = queries::one_with_version(&unit, post).await?.ok_or_else(unknown)?;
                rules::may_end(&found, until, today)?;
                queries::end(&unit, post, until, version).await?;
                let entry = Entry::new(&acting.actor, Word::of("end"), Word::of("post"), word.clone());
                unit.journal(entry.version(version + 1));
                Ok(Post { until: Some(until), ..found })
            })
            .await
    }

    /// All posts.
    ///
    /// # Errors
    /// The database's.
    pub async fn posts(&self) -> Result<Vec<Post>, Error> {
        self.store.read(|view: View| async move { Ok(queries::all(&view).await?) }).await
    }

    /// Acts as a post, today.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::NotInForce`]; the database's.
    pub async fn acting(&self, post: &str) -> Result<Acting, Error> {
        let today = self.day(self.store.now());
        self.store.read(|view: View| async move { in_force(&view, post, today).await }).await
    }
}

/// Whether a post can be set up: its word.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn sound(house: &House, acting: &Acting, new: &NewPost) -> Result<Word, Refusal> {
    if !acting.is_operator() {
        return Err(Refusal::OperatorOnly);
    }
    if new.id == acting.post() {
        return Err(Refusal::Taken(new.id.clone()));
    }
    Word::new(new.function.clone()).map_err(|_| Refusal::NotAWord(new.function.clone()))?;
    if Function::of(&new.function).is_none() {
        return Err(Refusal::UnknownFunction(new.function.clone()));
    }
    let word = Word::new(new.id.clone()).map_err(|_| Refusal::NotAWord(new.id.clone()))?;
    let organ = house.register.organ(&new.organ).map_err(|_| Refusal::UnknownOrgan(new.organ.clone()))?;
    if !house.register.resolved.organs.at(organ).period.contains(new.from) {
        return Err(Refusal::OrganNotThere { organ: new.organ.clone(), on: new.from });
    }
    if new.until.is_some_and(|until| until <= new.from) {
        return Err(Refusal::EndsBeforeItBegins);
    }
    Ok(word)
}

/// A post as it is on a day.
///
/// # Errors
/// [`Refusal::Unknown`], [`Refusal::NotInForce`]; the database's.
pub(crate) async fn in_force(view: &View, post: &str, on: Date) -> Result<Acting, Error> {
    let found = queries::one(view, post).await?.ok_or_else(|| Refusal::Unknown(post.to_owned()))?;
    if on < found.from || found.until.is_some_and(|until| until <= on) {
        return Err(Refusal::NotInForce { post: found.id, on }.into());
    }
    let actor = Actor { post: Word::new(found.id)?, organ: Word::new(found.organ)? };
    let acting = Acting::of(actor, found.function);
    // A program's post acts for its duties, whoever asks for it, and no longer than the program may.
    match client::queries::one(view, acting.post()).await? {
        None => Ok(acting),
        Some(client) if client.ended.is_some() || client.until <= on => {
            Err(Refusal::NotInForce { post: client.id, on }.into())
        }
        Some(client) => {
            let duties: Result<Vec<Word>, _> = client.duties.into_iter().map(Word::new).collect();
            Ok(acting.for_duties(duties?))
        }
    }
}
