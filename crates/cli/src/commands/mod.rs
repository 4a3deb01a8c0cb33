//! One file a command.

pub mod access;
pub mod account;
mod appendix;
pub mod case;
pub mod case_moves;
pub mod case_shown;
mod chain;
mod check;
pub mod client;
pub mod decision;
pub mod decision_shown;
pub mod demo;
mod diff;
pub mod document;
mod document_shown;
mod duties;
mod export;
pub mod fact;
pub mod handover;
pub mod handover_shown;
pub mod journal;
pub mod limit;
pub mod limit_shown;
pub mod migrate;
mod organs;
pub mod person;
mod person_shown;
pub mod post;
pub mod prove;
pub mod reorganise;
mod reorganise_shown;
pub mod replay;
mod sealing_key;
mod serve;
mod sign_in_elsewhere;
pub mod versions;
mod what_if;
mod who;

pub use document_shown::size as document_size;

use crate::arguments::{Arguments, Command};
use crate::context::{Context, Trouble};
use crate::desk;

/// Answered.
pub const ANSWERED: u8 = 0;
/// Done.
pub const DONE: u8 = 0;
/// The register has faults, or the journal.
pub const FAULTY: u8 = 1;
/// Nobody is responsible.
pub const NOBODY: u8 = 3;
/// More must be known.
pub const UNDETERMINED: u8 = 4;

/// Does what was asked; the exit status.
pub fn run(arguments: &Arguments) -> Result<u8, Trouble> {
    if let Command::Check(check) = &arguments.command {
        return check::run(arguments, check);
    }
    let context = Context::new(arguments)?;
    match &arguments.command {
        Command::Check(_) => Ok(ANSWERED),
        Command::Serve(command) => serve::run(context, command),
        Command::Who(command) => who::run(&context, command),
        Command::Duties(command) => duties::run(&context, command),
        Command::Organs(command) => organs::run(&context, command),
        Command::Chain(command) => chain::run(&context, command),
        Command::Diff(command) => diff::run(&context, command),
        Command::Appendix(command) => appendix::run(&context, command),
        Command::WhatIf(command) => what_if::run(&context, command),
        Command::Export(command) => export::run(&context, command),
        Command::Migrate(command) => migrate::run(&context, command),
        Command::Demo(command) => demo::run(context, command),
        Command::Handover(command) => desk::run(context, command, handover::run),
        Command::Limit(command) => desk::run(context, command, limit::run),
        Command::Decision(command) => desk::run(context, command, decision::run),
        Command::Replay(command) => desk::sit(context, &command.desk, async |desk| replay::run(desk, command).await),
        Command::Prove(command) => desk::sit(context, &command.desk, async |desk| prove::run(desk, command).await),
        Command::Access(command) => desk::run(context, command, access::run),
        Command::Account(command) => desk::run(context, command, account::run),
        Command::Client(command) => desk::run(context, command, client::run),
        Command::Post(command) => desk::run(context, command, post::run),
        Command::Person(command) => desk::run(context, command, person::run),
        Command::Fact(command) => desk::run(context, command, fact::run),
        Command::Case(command) => desk::run(context, command, case::run),
        Command::Document(command) => desk::run(context, command, document::run),
        Command::Reorganise(command) => desk::run(context, command, reorganise::run),
        Command::Versions(command) => desk::run(context, command, versions::run),
        Command::Journal(command) => desk::run(context, command, journal::run),
    }
}
