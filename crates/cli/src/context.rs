//! What every command needs: the register, the texts, the day.

use crate::arguments::{Arguments, Command, Lang};
use crate::clock;
use crate::print;
use calendar::Date;
use register::Register;
use register::ask::{Facts, Refusal};
use register::fault::Fault;
use register::source::Files;
use std::borrow::Cow;
use web::said;
use web::words::{Language, Words};

/// Why a command could not do what was asked.
#[derive(Debug)]
pub struct Trouble {
    /// The exit status.
    pub status: u8,
    /// What is wrong.
    pub what: String,
    /// What to do; may be empty.
    pub todo: String,
}

impl Trouble {
    /// Wrong use: exit status 2.
    pub fn wrong_use(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self { status: 2, what: what.into(), todo: todo.into() }
    }

    /// Something outside failed: exit status 1.
    pub fn failed(what: impl Into<String>) -> Self {
        Self { status: 1, what: what.into(), todo: String::new() }
    }

    /// Writes it to standard error.
    pub fn say(&self) {
        eprintln!("kotopolku: {}", self.what);
        if !self.todo.is_empty() {
            eprintln!("  {}", self.todo);
        }
    }
}

/// The register, the texts and the day.
pub struct Context {
    /// The register.
    pub register: Cow<'static, Register>,
    /// The texts of the wanted language.
    pub w: &'static Words,
    /// Today.
    pub today: Date,
}

impl Context {
    /// Reads the register that was asked for.
    pub fn new(arguments: &Arguments) -> Result<Self, Trouble> {
        let w = language(arguments.lang).words();
        let whole = matches!(arguments.command, Command::Serve(_) | Command::Export(_));
        let register = match if whole { load(arguments) } else { load_answering(arguments) } {
            Ok(register) => register,
            Err(faults) => {
                print::faults(faults.iter().take(10));
                return Err(Trouble { status: 1, what: w.cli_register_faulty(faults.len()), todo: String::new() });
            }
        };
        Ok(Self { register, w, today: clock::today() })
    }

    /// The day that was asked for, or today.
    pub fn day(&self, word: Option<&str>) -> Result<Date, Trouble> {
        let day = match word {
            None => self.today,
            Some(word) => {
                word.trim().parse().map_err(|_| Trouble::wrong_use(self.w.cli_day_wrong(word), String::new()))?
            }
        };
        self.register.day(day).map_err(|refusal| self.refused(&refusal, &Facts::none()))
    }

    /// A refusal as trouble.
    pub fn refused(&self, refusal: &Refusal, facts: &Facts) -> Trouble {
        let said = said::refusal(self.w, &self.register, facts, refusal);
        Trouble::wrong_use(said.what, said.todo)
    }
}

/// The register that was asked for, or the one that ships, questions included.
pub fn load(arguments: &Arguments) -> Result<Cow<'static, Register>, Vec<Fault>> {
    match &arguments.register {
        Some(folder) => Register::read(folder).map(Cow::Owned),
        None => Register::try_shipped().map(Cow::Borrowed).map_err(<[Fault]>::to_vec),
    }
}

/// The same without the questions, for commands that only ask.
fn load_answering(arguments: &Arguments) -> Result<Cow<'static, Register>, Vec<Fault>> {
    match &arguments.register {
        Some(folder) => Register::answering(Files::read(folder)?).map(Cow::Owned),
        None => Register::try_shipped_answering().map(Cow::Borrowed).map_err(<[Fault]>::to_vec),
    }
}

/// The language that was asked for, or the terminal's, or English.
pub fn language(asked: Option<Lang>) -> Language {
    if let Some(asked) = asked {
        return match asked {
            Lang::Sv => Language::Sv,
            Lang::Fi => Language::Fi,
            Lang::En => Language::En,
        };
    }
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.split(['_', '.', '-']).next()?.parse().ok())
        .unwrap_or(Language::En)
}
