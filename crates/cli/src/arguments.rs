//! The words of the command line.

use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use register::Register;
use register::export::Base;
use register::resolved::AttributeKind;
use register::source::Language;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::commands::access::Access;
use crate::commands::account::Account;
use crate::commands::case::Case;
use crate::commands::client::Client;
use crate::commands::decision::DecisionOf;
use crate::commands::demo::Demo;
use crate::commands::document::Document;
use crate::commands::fact::Fact;
use crate::commands::handover::HandOver;
use crate::commands::journal::Journal;
use crate::commands::limit::Limit;
use crate::commands::migrate::Migrate;
use crate::commands::person::Person;
use crate::commands::post::Post;
use crate::commands::prove::Prove;
use crate::commands::reorganise::Reorganise;
use crate::commands::replay::Replay;
use crate::commands::versions::Versions;
use crate::desk::At;
use crate::help;

/// Who is responsible for the integration of immigrants in Finland: for what, for whom, where and when, and by which law.
#[derive(Debug, Parser)]
#[command(name = "kotopolku", version, propagate_version = true, arg_required_else_help = true)]
pub struct Arguments {
    /// Read the register of this folder instead of the one that ships in the program
    #[arg(long, global = true, value_name = "DIR", env = "KOTOPOLKU_REGISTER")]
    pub register: Option<PathBuf>,
    /// Language of the answer: sv, fi or en [default: the language of the terminal, else en]
    #[arg(long, global = true, value_enum, env = "KOTOPOLKU_LANG", hide_default_value = true)]
    pub lang: Option<Lang>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// A language of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Swedish
    Sv,
    /// Finnish
    Fi,
    /// English
    En,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prove that the register has exactly one answer to every question, and report what is wrong with it
    Check(Check),
    /// Who is responsible for a duty, in a municipality, on a day
    Who(Who),
    /// List the duties: of an organ, of a line of the seed text, or all
    Duties(Duties),
    /// List the organs: of a municipality, or all
    Organs(Organs),
    /// Whom an organ steers, supervises and advises, and who does so to it
    Chain(Chain),
    /// What differs between two days
    Diff(Diff),
    /// The whole division of responsibility written out for a municipality or region and a day
    Appendix(Appendix),
    /// Who of a population would move from whom to whom between two days
    WhatIf(WhatIf),
    /// Write the register out for other programs
    Export(Export),
    /// People: record, find, show, relate, represent, protect
    Person(At<Person>),
    /// What is known of a person: record, correct, end, history
    Fact(At<Fact>),
    /// Cases: open, list, show, take steps, settle what lies between chairs
    Case(At<Case>),
    /// Hand-overs: offer, accept, return, and what nobody answered
    Handover(At<HandOver>),
    /// Time limits: what is due, how each stands, stops, extensions, reminders
    Limit(At<Limit>),
    /// Administrative decisions: make, list, show, notify, replace, annul
    Decision(At<DecisionOf>),
    /// Replay every decision: would the register, as it was then, give it to the same organ?
    Replay(Replay),
    /// Prove that each case has had exactly one lead at every instant
    Prove(Prove),
    /// Make the database, or bring its tables up to date
    Migrate(Migrate),
    /// Make a demonstration: a world of invented people, to try everything in
    Demo(Demo),
    /// Make, list and end machine clients: programs that act by themselves
    Client(At<Client>),
    /// Set up, list and end posts: who acts
    Post(At<Post>),
    /// Files opened outside of one's holdings: open one for an hour, list, review
    Access(At<Access>),
    /// Make and close the accounts that sign in to the pages
    Account(At<Account>),
    /// Read, seal and verify the journal: who did or read what
    Journal(At<Journal>),
    /// Add, fetch and look after the documents of a case
    Document(At<Document>),
    /// Let all open cases follow a law that moves duties on a day: plan, apply, resume, undo
    Reorganise(At<Reorganise>),
    /// Move running cases to another version of their case type: plan, apply, undo
    Versions(At<Versions>),
    /// Serve the pages and the interface for programs
    Serve(Serve),
}

impl Command {
    /// How the answer is to be written, errors included.
    pub fn format(&self) -> Format {
        match self {
            Self::Serve(_) | Self::Appendix(_) | Self::WhatIf(_) | Self::Export(_) => Format::Text,
            Self::Check(command) => command.format,
            Self::Who(command) => command.format,
            Self::Duties(command) => command.format,
            Self::Organs(command) => command.format,
            Self::Chain(command) => command.format,
            Self::Diff(command) => command.format,
            Self::Migrate(command) => command.format,
            Self::Demo(command) => command.format(),
            Self::Person(command) => command.desk.format,
            Self::Fact(command) => command.desk.format,
            Self::Case(command) => command.desk.format,
            Self::Limit(command) => command.desk.format,
            Self::Decision(command) => command.desk.format,
            Self::Replay(command) => command.desk.format,
            Self::Prove(command) => command.desk.format,
            Self::Client(command) => command.desk.format,
            Self::Post(command) => command.desk.format,
            Self::Access(command) => command.desk.format,
            Self::Account(command) => command.desk.format,
            Self::Journal(command) => command.desk.format,
            Self::Reorganise(command) => command.desk.format,
            Self::Document(command) => command.desk.format,
            Self::Versions(command) => command.desk.format,
            Self::Handover(command) => command.desk.format,
        }
    }
}

/// `serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDR", env = "KOTOPOLKU_LISTEN")]
    pub listen: std::net::SocketAddr,
    /// The database of casework, sqlite:FILE or postgres://…; its journal is sealed every second, its reminders
    /// are sent every minute (the register needs none)
    #[arg(long, value_name = "ADDRESS", env = "KOTOPOLKU_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// The address by which browsers reach this server, as https://kotopolku.example; where it begins with https,
    /// cookies go no other way
    #[arg(long, value_name = "URL", env = "KOTOPOLKU_ADDRESS")]
    pub address: Option<String>,
    /// A server of ours stands before this one, and names the network address of each request in X-Forwarded-For
    #[arg(long, env = "KOTOPOLKU_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// The file of the key that seals the secrets of second factors [default: beside a file of SQLite, with .key at
    /// the end of its name; made when it is not there]
    #[arg(long, value_name = "FILE", env = "KOTOPOLKU_KEY_FILE")]
    pub key_file: Option<std::path::PathBuf>,
    /// A file that says at which providers officials can sign in (OpenID Connect); needs --address. Secrets stand in
    /// files of their own, or in the environment
    #[arg(long, value_name = "FILE", env = "KOTOPOLKU_PROVIDERS")]
    pub providers: Option<std::path::PathBuf>,
}

/// `check`
#[derive(Debug, Args)]
pub struct Check {
    /// How the report is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `who`
#[derive(Debug, Args)]
pub struct Who {
    /// The duty, for instance integration-plan (see `kotopolku duties`)
    pub duty: String,
    /// Municipality, by code or name; `abroad` for a person who is not in Finland
    #[arg(long = "in", value_name = "MUNICIPALITY")]
    pub place: String,
    /// The day, as 2025-01-31 [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// A known fact; may be repeated
    #[arg(long, value_name = "ATTRIBUTE=VALUE")]
    pub given: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `duties`
#[derive(Debug, Args)]
pub struct Duties {
    /// Words to look for, in any of the languages
    pub words: Vec<String>,
    /// Only those that this organ bears on the day
    #[arg(long, value_name = "ORGAN")]
    pub organ: Option<String>,
    /// The day, as 2025-01-31 [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// Only those that carry this line of the seed text, S01 to P05
    #[arg(long, value_name = "ID")]
    pub atom: Option<String>,
    /// How the list is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `organs`
#[derive(Debug, Args)]
pub struct Organs {
    /// Only those of this municipality, by code or name
    #[arg(long = "in", value_name = "MUNICIPALITY")]
    pub place: Option<String>,
    /// The day, as 2025-01-31 [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// How the list is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `chain`
#[derive(Debug, Args)]
pub struct Chain {
    /// The organ, for instance te-office:hame
    pub organ: String,
    /// The day, as 2025-01-31 [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// The earlier day, as 2024-12-31
    #[arg(value_name = "DAY")]
    pub before: String,
    /// The later day, as 2025-01-01
    #[arg(value_name = "DAY")]
    pub after: String,
    /// Only in this municipality, by code or name
    #[arg(long = "in", value_name = "MUNICIPALITY")]
    pub place: Option<String>,
    /// Only this duty
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// How the appendix is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub enum Paper {
    /// A page by itself
    Html,
    /// Markdown
    #[default]
    Md,
}

/// `appendix`
#[derive(Debug, Args)]
pub struct Appendix {
    /// Municipality or region, by code or name, for instance Forssa or Forssaregionen
    #[arg(long = "in", value_name = "MUNICIPALITY|REGION")]
    pub place: String,
    /// The day, as 2021-06-01 [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Option<String>,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    pub format: Paper,
}

/// `what-if`
#[derive(Debug, Args)]
pub struct WhatIf {
    /// The population: one row a person, a column an attribute, and `municipality`
    #[arg(long, value_name = "FILE.parquet|.csv")]
    pub population: PathBuf,
    /// The day whose answers are wanted
    #[arg(long, value_name = "DAY")]
    pub on: String,
    /// The day with which they are compared
    #[arg(long, value_name = "DAY")]
    pub against: String,
    /// Only this duty [default: all duties about a person]
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    /// Write the moves as CSV to this file
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `export`
#[derive(Debug, Args)]
pub struct Export {
    /// What is written out
    #[command(subcommand)]
    pub what: ExportWhat,
}

/// What can be written out.
#[derive(Debug, Subcommand)]
pub enum ExportWhat {
    /// The register
    Register(ExportRegister),
}

/// `export register`
#[derive(Debug, Args)]
pub struct ExportRegister {
    /// In which form
    #[arg(long, value_enum)]
    pub format: ExportFormat,
    /// The day; for sql as many as are to be compared; not for json, which carries all time [default: today]
    #[arg(long, value_name = "DAY")]
    pub on: Vec<String>,
    /// What the addresses of cpsv-ap and org begin with; whoever publishes them sets an address of their own
    #[arg(long, value_name = "ADDRESS", default_value_t)]
    pub base: Base,
}

/// A form of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Everything, as one JSON object
    Json,
    /// Dimension tables and one query that any SQL engine runs
    Sql,
    /// Core Public Service Vocabulary (Turtle)
    CpsvAp,
    /// W3C Organization ontology (Turtle)
    Org,
}

/// The command, with the attributes and their values in the help of `who`.
pub fn command() -> clap::Command {
    help::grouped(Arguments::command().mut_subcommand("who", |who| who.after_help(attributes())))
}

/// The attributes of a situation with their values, for the help.
fn attributes() -> String {
    let Ok(register) = Register::try_shipped_answering() else { return String::new() };
    let asked: Vec<_> = register.resolved.words.attributes.iter().filter(|attribute| attribute.is_asked()).collect();
    let mut help = String::from("Attributes and their values (`unknown` says that it was asked and is not known):\n");
    for attribute in asked {
        let values = match attribute.kind {
            AttributeKind::Age => "whole years, 0 to 119".to_owned(),
            AttributeKind::Day(_) => {
                let bands: Vec<&str> = attribute.values.iter().map(|value| value.id.as_str()).collect();
                format!("a day as 2024-05-31, or {}", bands.join(" | "))
            }
            _ => attribute.values.iter().map(|value| value.id.as_str()).collect::<Vec<_>>().join(" | "),
        };
        let _ = writeln!(help, "\n  {}   {}\n      {values}", attribute.id, attribute.title.get(Language::En));
    }
    help.push_str("\nExit status: 0 answered, 3 nobody, 4 undetermined, 2 wrong use.");
    help
}
