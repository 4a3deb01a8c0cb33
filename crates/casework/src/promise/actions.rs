//! Proving the promise.

use storage::{Entry, Look, Word};

use super::model::{Broken, Fault, Proof};
use super::queries;
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Proves over the whole database, as of one instant, that each case has had exactly one lead at every instant, and
    /// that those who lead now are there by the register. At most so many faults of a sort are named.
    ///
    /// # Errors
    /// The database's.
    pub async fn prove_promise(&self, acting: &Acting, at_most: i64) -> Result<Proof, Error> {
        let now = self.store.now();
        let today = self.day(now);
        self.store
            .look(|look: Look| async move {
                look.journal(Entry::new(&acting.actor, Word::of("prove"), Word::of("promise"), Word::of("all")));
                let mut proof = queries::counts(&look).await?;
                for (broken, sql) in queries::FAULTS {
                    for number in queries::found(&look, sql, at_most).await? {
                        proof.faults.push(Fault { number, broken: broken.clone() });
                    }
                }
                for (organ, number) in queries::leading(&look, now, at_most).await? {
                    let there = self
                        .register
                        .organ(&organ)
                        .is_ok_and(|index| self.register.resolved.organs.at(index).period.contains(today));
                    if !there {
                        proof
                            .faults
                            .push(Fault { number: Some(number), broken: Broken::OrganNotThere { organ, at: now } });
                    }
                }
                Ok(proof)
            })
            .await
    }
}
