//! `kotopolku-journal ADDRESS [HEADS]`: reads the journal of a database and says what is not as it was sealed.
//!
//! For whoever audits it, with nothing else of Kotopolku at hand: `HEADS` is a file of heads that were kept elsewhere. It
//! speaks English only; `kotopolku journal verify` says the same in the languages of the program.

use std::process::ExitCode;

use journal_reader::{Error, Findings, Head, verify};

const USE: &str = "Reads the journal of a Kotopolku database and says what is not as it was sealed.\n\n\
    Usage: kotopolku-journal ADDRESS [HEADS]\n\n  \
    ADDRESS  sqlite:FILE or postgres://…\n  \
    HEADS    a file of heads that were kept elsewhere, as `kotopolku journal heads` writes them\n\n\
    Exit status: 0 whole, 1 not as it was sealed or not readable, 2 wrong use.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (address, heads) = match words.as_slice() {
        [word] if word == "--help" || word == "-h" => {
            println!("{USE}");
            return ExitCode::SUCCESS;
        }
        [address] if !address.starts_with('-') => (address, Ok(Vec::new())),
        [address, file] if !address.starts_with('-') => (address, kept(file)),
        _ => {
            eprintln!("{USE}");
            return ExitCode::from(2);
        }
    };
    let heads = match heads {
        Ok(heads) => heads,
        Err(why) => {
            eprintln!("kotopolku-journal: {why}");
            return ExitCode::from(2);
        }
    };
    match read(address, &heads) {
        Ok(found) => tell(&found, heads.len()),
        Err(fault) => {
            eprintln!("kotopolku-journal: {fault}");
            ExitCode::from(if matches!(fault, Error::Address) { 2 } else { 1 })
        }
    }
}

fn read(address: &str, heads: &[Head]) -> Result<Findings, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(sqlx::Error::Io)?;
    runtime.block_on(verify(address, heads))
}

/// The heads of a file.
fn kept(path: &str) -> Result<Vec<Head>, String> {
    let text = std::fs::read_to_string(path).map_err(|fault| format!("{path} cannot be read ({fault})"))?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|fault| format!("{path}:{number} is no head ({fault})"))
        })
        .collect()
}

fn tell(found: &Findings, kept: usize) -> ExitCode {
    let Findings { seals, sealed, unsealed, wrong } = found;
    println!("Recomputed: {seals} seals over {sealed} rows, and {unsealed} rows that wait; {kept} heads compared.");
    if found.is_whole() {
        println!("The journal is whole.");
        return ExitCode::SUCCESS;
    }
    println!("The journal is not as it was sealed. Findings: {}", wrong.len());
    wrong.iter().for_each(|one| println!("  · {one}"));
    ExitCode::FAILURE
}
