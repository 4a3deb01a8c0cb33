//! `kotopolku journal`: who did or read what, and whether that is still as it was written.

use std::path::{Path, PathBuf};

use casework::journal::{Filter, Line};
use clap::Subcommand;
use journal_reader::{Finding, Findings, Head};
use serde::Serialize;
use storage::journal;
use uuid::Uuid;

use super::{DONE, FAULTY};
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};
use crate::said::storage as said;

/// `journal`
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// The newest lines, as the operator or a post that supervises
    List(List),
    /// Write out the heads of the seals, one JSON object a line: publish them, or give them to somebody else to keep
    Heads {
        /// Only from this seal on
        #[arg(long, value_name = "NUMBER", default_value_t = 1)]
        from: i64,
    },
    /// Seal what is not sealed yet
    Seal,
    /// Recompute everything and say what is not as it was sealed
    Verify {
        /// Heads that were kept elsewhere, as `journal heads` writes them
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
    },
}

/// `journal list`
#[derive(Debug, clap::Args)]
pub struct List {
    /// Only about this person
    #[arg(long, value_name = "PERSON")]
    person: Option<String>,
    /// Only in this case
    #[arg(long, value_name = "NUMBER")]
    case: Option<i64>,
    /// Only by this post
    #[arg(long, value_name = "POST")]
    by: Option<String>,
    /// Only from the beginning of this day on
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Only before this day
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Only lines with a lower number
    #[arg(long, value_name = "NUMBER")]
    before: Option<i64>,
    /// How many lines at most
    #[arg(long, value_name = "COUNT", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=1000))]
    at_most: u16,
}

pub async fn run(desk: &Desk, what: &Journal) -> Result<u8, Trouble> {
    match what {
        Journal::List(wanted) => list(desk, wanted).await,
        Journal::Heads { from } => heads(desk, *from).await,
        Journal::Seal => {
            let count = journal::seal_all(&desk.house.store).await.map_err(|error| said(desk.w(), &error))?;
            desk.answer(&serde_json::json!({ "sealed": count }), || {
                let w = desk.w();
                if count == 0 { say(w.journal_nothing_to_seal()) } else { say(&w.journal_sealed(count)) }
            });
            Ok(DONE)
        }
        Journal::Verify { heads } => verify(desk, heads.as_deref()).await,
    }
}

#[derive(Serialize)]
struct LineSaid<'a> {
    number: i64,
    position: Option<i64>,
    at: String,
    post: &'a str,
    organ: &'a str,
    duty: Option<&'a str>,
    action: &'a str,
    noun: &'a str,
    subject: &'a str,
    version: Option<i64>,
    person: Option<Uuid>,
    case: Option<Uuid>,
    ground: Option<&'a str>,
}

fn line(line: &Line) -> LineSaid<'_> {
    LineSaid {
        number: line.seq,
        position: line.position,
        at: line.at.to_string(),
        post: &line.post,
        organ: &line.organ,
        duty: line.duty.as_deref(),
        action: &line.action,
        noun: &line.noun,
        subject: &line.subject,
        version: line.version,
        person: line.person,
        case: line.case,
        ground: line.ground.as_deref(),
    }
}

async fn list(desk: &Desk, wanted: &List) -> Result<u8, Trouble> {
    let w = desk.w();
    let start = |day: &Option<String>| {
        day.as_deref()
            .map(|day| {
                let start = desk.house.start_of(desk.a_day(day)?);
                start.map_err(|_| Trouble::wrong_use(w.cli_day_wrong(day), String::new()))
            })
            .transpose()
    };
    let person = wanted.person.as_deref().map(|word| desk.person(word)).transpose()?;
    let filter = Filter {
        person,
        case: wanted.case,
        post: wanted.by.clone(),
        from: start(&wanted.from)?,
        until: start(&wanted.until)?,
        before: wanted.before,
        at_most: wanted.at_most,
    };
    let acting = desk.acting_or_operator().await?;
    let lines = desk.house.journal_lines(&acting, &filter).await.map_err(|error| desk.trouble(error))?;
    let all: Vec<LineSaid<'_>> = lines.iter().map(line).collect();
    desk.answer(&serde_json::json!({ "lines": all }), || text(desk, &lines, wanted.at_most));
    Ok(DONE)
}

fn text(desk: &Desk, lines: &[Line], at_most: u16) {
    let w = desk.w();
    let Some(oldest) = lines.last() else {
        say(w.journal_none());
        return say(&shown(Look::Quiet, w.journal_none_todo()));
    };
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.seq.to_string(),
                desk.instant(line.at),
                line.post.clone(),
                line.action.clone(),
                format!("{} {}", line.noun, line.subject),
                line.duty.clone().unwrap_or_default(),
                line.ground.clone().unwrap_or_default(),
                line.position.map(|_| "✓".to_owned()).unwrap_or_default(),
            ]
        })
        .collect();
    let heads = [
        w.journal_head_number(),
        w.journal_head_at(),
        w.journal_head_post(),
        w.journal_head_did(),
        w.journal_head_what(),
        w.journal_head_duty(),
        w.journal_head_ground(),
        w.journal_head_sealed(),
    ];
    table(&heads, &rows);
    if lines.len() == usize::from(at_most) {
        say(&shown(Look::Quiet, &w.journal_more(&oldest.seq.to_string())));
    }
}

async fn heads(desk: &Desk, from: i64) -> Result<u8, Trouble> {
    let heads = journal::heads(&desk.house.store, from).await.map_err(|error| said(desk.w(), &error))?;
    if heads.is_empty() {
        eprintln!("kotopolku: {}", desk.w().journal_no_heads());
    }
    for head in &heads {
        match serde_json::to_string(head) {
            Ok(text) => say(&text),
            Err(error) => return Err(Trouble::failed(error.to_string())),
        }
    }
    Ok(DONE)
}

fn kept(desk: &Desk, path: &Path) -> Result<Vec<Head>, Trouble> {
    let (w, shown) = (desk.w(), path.display().to_string());
    let text = std::fs::read_to_string(path)
        .map_err(|error| Trouble::wrong_use(w.journal_file_unreadable(&shown, &error.to_string()), ""))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            serde_json::from_str(line).map_err(|_| {
                Trouble::wrong_use(w.journal_heads_wrong(&(number + 1).to_string(), &shown), "").coded("heads-wrong")
            })
        })
        .collect()
}

async fn verify(desk: &Desk, file: Option<&Path>) -> Result<u8, Trouble> {
    let kept = file.map(|path| kept(desk, path)).transpose()?.unwrap_or_default();
    let found = journal_reader::verify(&desk.database, &kept).await.map_err(|error| {
        let trouble = Trouble::failed(desk.w().journal_not_read()).coded("journal-unreadable");
        trouble.with("engine", error.to_string())
    })?;
    let wrong: Vec<_> = found.wrong.iter().map(|one| finding_said(desk, one)).collect();
    let object = serde_json::json!({
        "whole": found.is_whole(),
        "seals": found.seals,
        "sealed": found.sealed,
        "unsealed": found.unsealed,
        "heads_compared": kept.len(),
        "wrong": wrong,
    });
    desk.answer(&object, || whole(desk, &found, kept.len()));
    Ok(if found.is_whole() { DONE } else { FAULTY })
}

fn whole(desk: &Desk, found: &Findings, kept: usize) {
    let w = desk.w();
    if found.is_whole() {
        say(&w.journal_whole(
            found.sealed,
            &w.number(found.sealed),
            found.seals,
            &w.number(found.unsealed),
            found.unsealed,
        ));
        if kept > 0 {
            say(&w.journal_heads_agree(kept));
        }
        return;
    }
    say(&shown(Look::Amber, &w.journal_wrong(found.wrong.len())));
    for one in &found.wrong {
        say(&format!("  · {}", finding(desk, one).1));
    }
}

fn finding_said(desk: &Desk, one: &Finding) -> serde_json::Value {
    let (code, what) = finding(desk, one);
    let mut object = match one {
        Finding::Changed { seq, position } => serde_json::json!({ "number": seq, "position": position }),
        Finding::Added { seq, position } => serde_json::json!({ "number": seq, "position": position }),
        Finding::Removed { first, last } => serde_json::json!({ "first": first, "last": last }),
        Finding::Moved { seq, position, was } => {
            serde_json::json!({ "number": seq, "position": position, "was": was })
        }
        Finding::SealBroken { number, first, last } => {
            serde_json::json!({ "seal": number, "first": first, "last": last })
        }
        Finding::ChainBroken { number } | Finding::HeadDiffers { number } | Finding::HeadGone { number } => {
            serde_json::json!({ "seal": number })
        }
        Finding::UnsealedMissing { unit } => serde_json::json!({ "unit": unit }),
        Finding::OtherJournal { journal } => serde_json::json!({ "journal": journal }),
        Finding::NoBeginning => serde_json::json!({}),
    };
    object["code"] = code.into();
    object["what"] = what.into();
    object
}

/// A word for programs, and what is wrong in words.
fn finding(desk: &Desk, one: &Finding) -> (&'static str, String) {
    let w = desk.w();
    match one {
        Finding::NoBeginning => ("no-beginning", w.journal_wrong_beginning().to_owned()),
        Finding::Changed { seq, position: Some(position) } => {
            ("changed", w.journal_wrong_changed(&position.to_string(), &seq.to_string()))
        }
        Finding::Changed { seq, position: None } => ("changed", w.journal_wrong_changed_unsealed(&seq.to_string())),
        Finding::Removed { first, last } => ("removed", w.journal_wrong_removed(&first.to_string(), &last.to_string())),
        Finding::Added { seq, position } => ("added", w.journal_wrong_added(&position.to_string(), &seq.to_string())),
        Finding::Moved { seq, position, was } => {
            ("moved", w.journal_wrong_moved(&position.to_string(), &seq.to_string(), &was.to_string()))
        }
        Finding::SealBroken { number, first, last } => {
            ("seal-broken", w.journal_wrong_seal(&first.to_string(), &last.to_string(), &number.to_string()))
        }
        Finding::ChainBroken { number } => ("chain-broken", w.journal_wrong_chain(&number.to_string())),
        Finding::UnsealedMissing { unit } => ("unsealed-missing", w.journal_wrong_missing(&unit.to_string())),
        Finding::HeadDiffers { number } => ("head-differs", w.journal_wrong_head(&number.to_string())),
        Finding::HeadGone { number } => ("head-gone", w.journal_wrong_head_gone(&number.to_string())),
        Finding::OtherJournal { journal } => ("other-journal", w.journal_wrong_other(&journal.to_string())),
    }
}
