//! A change of what is known of a person, as it is written on the command line: to be previewed, or saved.

use casework::handover::FactChange;
use casework::person::{Correction, NewFact};
use clap::{Args, Subcommand};

use crate::context::Trouble;
use crate::desk::Desk;

/// What can be previewed.
#[derive(Debug, Subcommand)]
pub enum Change {
    /// What recording it would do
    Record(Record),
    /// What ending it would do
    End(End),
    /// What correcting it would do
    Correct(Correct),
    /// What withdrawing it would do
    Withdraw(Withdraw),
}

/// A change that is saved.
#[derive(Debug, Args)]
pub struct Saved<C: Args> {
    /// The change.
    #[command(flatten)]
    pub what: C,
    /// Save it only if what happens is what `fact preview` showed; exit status 6 if it no longer is
    #[arg(long, value_name = "SHOWN")]
    pub based_on: Option<String>,
}

/// `fact record`
#[derive(Debug, Args)]
pub struct Record {
    /// The person
    person: String,
    /// The attribute, for instance labour (see `kotopolku who --help`), municipality, name, interpreter, phone
    attribute: String,
    /// The value, for instance unemployed-job-seeker
    value: String,
    /// The first day [default: today]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// The first day on which it no longer holds
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Where it comes from: person, population-register, decision …
    #[arg(long, value_name = "WORD", default_value = "person")]
    source: String,
    /// Where several hold at a time, which of them: a word, for instance work
    #[arg(long, value_name = "WORD", default_value = "")]
    slot: String,
}

/// `fact end`
#[derive(Debug, Args)]
pub struct End {
    /// The person
    person: String,
    /// The attribute
    attribute: String,
    /// The first day on which it no longer holds [default: today]
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Which of several
    #[arg(long, value_name = "WORD", default_value = "")]
    slot: String,
}

/// `fact correct`
#[derive(Debug, Args)]
pub struct Correct {
    /// The person
    person: String,
    /// The fact, as `fact history` shows it
    fact: String,
    /// What is so instead
    value: String,
    /// The first day
    #[arg(long, value_name = "DAY")]
    from: String,
    /// The first day on which it no longer holds
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Where it comes from
    #[arg(long, value_name = "WORD", default_value = "person")]
    source: String,
}

/// `fact withdraw`
#[derive(Debug, Args)]
pub struct Withdraw {
    /// The person
    person: String,
    /// The fact, as `fact history` shows it
    fact: String,
}

/// What is said of whom, as it was written.
pub trait Said {
    /// The person, as it was written.
    fn person(&self) -> &str;
    /// The change.
    fn change(&self, desk: &Desk) -> Result<FactChange, Trouble>;
}

impl Said for Record {
    fn person(&self) -> &str {
        &self.person
    }
    fn change(&self, desk: &Desk) -> Result<FactChange, Trouble> {
        Ok(FactChange::Record(NewFact {
            attribute: self.attribute.clone(),
            slot: self.slot.clone(),
            value: self.value.clone(),
            from: desk.day(self.from.as_deref())?,
            until: self.until.as_deref().map(|day| desk.a_day(day)).transpose()?,
            source: self.source.clone(),
        }))
    }
}

impl Said for End {
    fn person(&self) -> &str {
        &self.person
    }
    fn change(&self, desk: &Desk) -> Result<FactChange, Trouble> {
        let from = desk.day(self.from.as_deref())?;
        Ok(FactChange::End { attribute: self.attribute.clone(), slot: self.slot.clone(), from })
    }
}

impl Said for Correct {
    fn person(&self) -> &str {
        &self.person
    }
    fn change(&self, desk: &Desk) -> Result<FactChange, Trouble> {
        let instead = Correction {
            value: self.value.clone(),
            from: desk.a_day(&self.from)?,
            until: self.until.as_deref().map(|day| desk.a_day(day)).transpose()?,
            source: self.source.clone(),
        };
        Ok(FactChange::Correct { fact: desk.identity(&self.fact)?, instead })
    }
}

impl Said for Withdraw {
    fn person(&self) -> &str {
        &self.person
    }
    fn change(&self, desk: &Desk) -> Result<FactChange, Trouble> {
        Ok(FactChange::Withdraw { fact: desk.identity(&self.fact)? })
    }
}
