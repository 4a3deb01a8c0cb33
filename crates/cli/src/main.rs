//! `kotopolku`: every answer of the register on the command line, and the server.
//!
//! | exit status | meaning |
//! |---|---|
//! | 0 | answered, done, or sound |
//! | 1 | failed: the register or the journal has faults, the database cannot be used |
//! | 2 | wrong use: what was asked cannot be asked so |
//! | 3 | nobody is responsible; a case lies between chairs |
//! | 4 | undetermined: more must be known |
//! | 5 | a rule stands against it |
//! | 6 | somebody else changed it meanwhile |
//!
//! With `--format json` standard output holds one JSON document whatever happens; what went wrong is
//! `{"error": {"status", "code", "what", "todo", "details"}}`. `what` and `todo` are in the reader's language, `code` is not.
//!
//! This crate alone reads the clock: everything else is told what day it is.

mod arguments;
mod clock;
mod commands;
mod context;
mod desk;
mod help;
mod print;
mod progress;
mod said;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use std::process::ExitCode;

use arguments::Format;
use context::Trouble;

fn main() -> ExitCode {
    let parsed =
        arguments::command().try_get_matches().and_then(|matches| arguments::Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return misunderstood(&error),
    };
    match commands::run(&arguments) {
        Ok(status) => ExitCode::from(status),
        Err(trouble) => {
            match arguments.command.format() {
                Format::Text => trouble.say(),
                Format::Json => trouble.say_json(),
            }
            ExitCode::from(trouble.status)
        }
    }
}

/// The words could not be understood, or were a wish for help.
fn misunderstood(error: &clap::Error) -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let json = words.windows(2).any(|two| two[0] == "--format" && two[1] == "json")
        || words.iter().any(|word| word == "--format=json");
    if json && !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let said = error.render().to_string();
        let (what, todo) = said.split_once("\n\n").unwrap_or((&said, ""));
        Trouble::wrong_use(what.trim_start_matches("error: ").trim(), todo.trim()).coded("usage").say_json();
        return ExitCode::from(2);
    }
    error.exit()
}
