//! What every command needs: the register, the texts, the day.

use crate::arguments::{Arguments, Command, Lang};
use crate::clock;
use crate::print;
use calendar::Date;
use register::Register;
use register::ask::{Facts, Refusal};
use register::fault::Fault;
use register::source::Files;
use serde_json::{Map, Value};
use std::borrow::Cow;
use web::said;
use web::words::{Language, Words};

/// Why a command could not do what was asked.
#[derive(Debug)]
pub struct Trouble {
    /// The exit status.
    pub status: u8,
    /// A word for programs, which stays the same in every language and version.
    pub code: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do; may be empty.
    pub todo: String,
    /// What it is about, for programs.
    pub details: Box<Map<String, Value>>,
}

impl Trouble {
    fn new(status: u8, code: &'static str, what: impl Into<String>) -> Self {
        Self { status, code, what: what.into(), todo: String::new(), details: Box::default() }
    }

    /// Wrong use: exit status 2.
    pub fn wrong_use(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self::new(2, "wrong-use", what).todo(todo)
    }

    /// Something outside failed: exit status 1.
    pub fn failed(what: impl Into<String>) -> Self {
        Self::new(1, "failed", what)
    }

    /// A rule stands against it: exit status 5.
    pub fn refused(what: impl Into<String>) -> Self {
        Self::new(5, "refused", what)
    }

    /// Somebody else changed it meanwhile: exit status 6.
    pub fn stale(what: impl Into<String>) -> Self {
        Self::new(6, "stale", what)
    }

    /// With this word for programs.
    pub fn coded(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    /// With what to do.
    pub fn todo(mut self, todo: impl Into<String>) -> Self {
        self.todo = todo.into();
        self
    }

    /// With a detail for programs.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// Writes it to standard error.
    pub fn say(&self) {
        eprintln!("kotopolku: {}", print::plain(&self.what));
        if !self.todo.is_empty() {
            eprintln!("  {}", print::plain(&self.todo));
        }
    }

    /// Writes it as an object for programs, to standard output.
    pub fn say_json(&self) {
        print::json(&serde_json::json!({
            "error": {
                "status": self.status,
                "code": self.code,
                "what": self.what,
                "todo": self.todo,
                "details": self.details,
            }
        }));
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
                return Err(Trouble::failed(w.cli_register_faulty(faults.len())).coded("register-faulty"));
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
