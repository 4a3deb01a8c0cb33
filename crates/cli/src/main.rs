//! `kotopolku`: every answer of the register on the command line, and the server.
//!
//! | exit status | meaning |
//! |---|---|
//! | 0 | answered, or the register is sound |
//! | 1 | `check` found errors, or the register cannot be used |
//! | 2 | wrong use: what was asked cannot be asked so |
//! | 3 | nobody is responsible |
//! | 4 | undetermined: more must be known |
//!
//! This crate alone reads the clock: everything else is told what day it is.

mod arguments;
mod clock;
mod commands;
mod context;
mod print;

use clap::FromArgMatches as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let matches = arguments::command().get_matches();
    let arguments = match arguments::Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    match commands::run(&arguments) {
        Ok(status) => ExitCode::from(status),
        Err(trouble) => {
            trouble.say();
            ExitCode::from(trouble.status)
        }
    }
}
