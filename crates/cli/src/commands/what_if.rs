//! `kotopolku what-if`.

use super::ANSWERED;
use crate::arguments::WhatIf;
use crate::context::{Context, Trouble};
use crate::print::{Look, say, shown};
use register::ask::Facts;
use std::fs::File;
use std::io::{BufWriter, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use web::said;
use whatif::{Labels, Progress, Report, Request};

/// Bad rows that are shown one by one; the file of moves has no place for them.
const SHOWN: usize = 10;

pub fn run(context: &Context, command: &WhatIf) -> Result<u8, Trouble> {
    let (w, register) = (context.w, &*context.register);
    let (on, against) = (context.day(Some(&command.on))?, context.day(Some(&command.against))?);
    // People move with time, whichever way the days were given.
    let (earlier, later) = (on.min(against), on.max(against));
    let mut request = Request::new(earlier, later);
    if let Some(word) = &command.duty {
        request.duty = Some(register.duty(word).map_err(|refusal| context.refused(&refusal, &Facts::none()))?);
    }
    // Opened before the long work, so that a place that cannot be written is known at once.
    let out =
        match &command.out {
            None => None,
            Some(path) => Some(File::create(path).map_err(|error| {
                Trouble::wrong_use(w.cli_cannot_write(&path.display().to_string()), error.to_string())
            })?),
        };
    let watched = std::io::stderr().is_terminal();
    let report = whatif::run(register, &command.population, &request, &mut |progress: Progress| {
        if watched {
            eprint!("\r{}\u{1b}[K", w.cli_progress(&w.number(progress.all), &w.number(progress.done)));
        }
        ControlFlow::Continue(())
    });
    if watched {
        eprint!("\r\u{1b}[K");
    }
    let report = report.map_err(|error| Trouble::wrong_use(error.to_string(), String::new()))?;
    problems(context, &report);
    say(&shown(Look::Strong, &w.cli_what_if(report.rows - report.bad.count, &w.day(earlier), &w.day(later))));
    say("");
    let written = match out {
        Some(file) => {
            let mut file = BufWriter::new(file);
            report.write_csv(register, true, &mut file).and_then(|()| file.flush())
        }
        None => report.write_text(register, &labels(context, &report), false, std::io::stdout()),
    };
    match (written, &command.out) {
        (Err(error), _) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Trouble::failed(error.to_string())),
        (_, Some(path)) => {
            say(&w.cli_written(&path.display().to_string()));
            Ok(ANSWERED)
        }
        _ => Ok(ANSWERED),
    }
}

/// What of the file could not be used, on standard error.
fn problems(context: &Context, report: &Report) {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    for (column, near) in &report.ignored {
        let meant = near.as_ref().map(|near| w.said_did_you_mean(near)).unwrap_or_default();
        eprintln!("{} {meant}", w.cli_column_ignored(column));
    }
    if !report.absent.is_empty() {
        let absent: Vec<&str> =
            report.absent.iter().map(|attribute| register.resolved.words.at(*attribute).title.get(language)).collect();
        eprintln!("{}", w.cli_columns_absent(&absent.join(", ")));
    }
    if report.bad.count == 0 {
        return;
    }
    eprintln!("{}", w.cli_bad_rows(report.bad.count));
    for row in report.bad.first.iter().take(SHOWN) {
        eprintln!("  {}: {}", w.cli_row(&row.row.to_string()), row.reason.describe(register));
    }
}

fn labels(context: &Context, report: &Report) -> Labels {
    let w = context.w;
    Labels {
        language: said::register_language(w.language()),
        persons: w.cli_persons().to_owned(),
        before: w.day_short(report.on),
        after: w.day_short(report.against),
        nobody: w.cli_diff_nobody().to_owned(),
        no_organ: w.cli_no_organ().to_owned(),
        missing: w.cli_depends_on().to_owned(),
        fault: w.cli_register_fault().to_owned(),
        may: format!("({})", w.responsibility_may()),
        nothing: w.cli_nothing_changes().to_owned(),
    }
}
