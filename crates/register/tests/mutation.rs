//! The shipped register, broken in hundreds of ways: reading it, checking it or asking its questions must notice whenever
//! an answer changes. What is not noticed is written to `docs/reference/mutations.md` with the reason.
//!
//! | file | what it does |
//! |---|---|
//! | `mutation/breakages.rs` | the ways of breaking, as a list that is the same every time |
//! | `mutation/answers.rs` | whether two registers answer otherwise anywhere |
//! | `mutation/report.rs` | the page, and why each kind of survivor is let be |
//!
//! To write the page anew: `KOTOPOLKU_WRITE=1 cargo test -p register --test mutation`.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "mutation/answers.rs"]
mod answers;
#[path = "mutation/breakages.rs"]
mod breakages;
#[path = "mutation/report.rs"]
mod report;

use breakages::Breakage;
use register::compiled::Compiled;
use register::fault::Fault;
use register::source::{Files, Parsed, QuestionsFile, SourceQuestion, SourceRegister};
use register::{Edition, Register, checks, resolved};
use serde_spanned::Spanned;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What became of a breakage.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    /// Noticed, by this check (or by a fault of form).
    Noticed(&'static str),
    /// Not noticed, and no answer changes.
    Harmless,
    /// Not noticed, though this answer changes.
    Survives(String),
}

#[test]
fn whatever_changes_an_answer_is_noticed() {
    let source = SourceRegister::read(Files::shipped()).expect("the shipped register reads");
    let sound = Register::shipped();
    let known: BTreeSet<String> = checks::run(sound).faults.iter().map(|fault| fault.message.clone()).collect();
    let all = breakages::list(&source);
    assert!(all.len() > 500, "only {} breakages", all.len());

    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut fates: Vec<(usize, Fate)> = thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(breakage) = all.get(at) else { return done };
                done.push((at, fate(&source, sound, &known, breakage)));
            }
        };
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|one| one.join().expect("no thread panics")).collect()
    });
    fates.sort_by_key(|(at, _)| *at);
    let fates: Vec<(&Breakage, Fate)> = fates.into_iter().map(|(at, fate)| (&all[at], fate)).collect();
    report::compare(&fates);
}

fn fate(source: &SourceRegister, sound: &Register, known: &BTreeSet<String>, breakage: &Breakage) -> Fate {
    let mut broken = match &breakage.duty {
        Some(duty) => only(source, duty),
        None => source.clone(),
    };
    (breakage.change)(&mut broken);
    let broken = match read(&broken) {
        Ok(register) => register,
        Err(faults) => return Fate::Noticed(faults.first().map_or("unreadable", |fault| fault.code)),
    };
    let report = checks::run(&broken);
    if let Some(fault) = report.faults.iter().find(|fault| !known.contains(&fault.message)) {
        return Fate::Noticed(fault.code);
    }
    match answers::difference(sound, &broken, breakage.duty.as_deref()) {
        None => Fate::Harmless,
        Some(difference) => Fate::Survives(difference),
    }
}

/// The register with one duty and its questions only: nothing else can notice what is broken in that duty.
fn only(source: &SourceRegister, duty: &str) -> SourceRegister {
    let mut instruments = source.instruments.clone();
    for practice in instruments.iter_mut().flat_map(|one| &mut one.content.practice) {
        practice.get_mut().duties.retain(|name| name.get_ref() == duty);
    }
    let questions = source.questions.iter().filter_map(|file| {
        let of_duty = |one: &&Spanned<SourceQuestion>| one.get_ref().duty.get_ref() == duty;
        let question: Vec<_> = file.content.question.iter().filter(of_duty).cloned().collect();
        (!question.is_empty()).then(|| Parsed { file: file.file.clone(), content: QuestionsFile { question } })
    });
    SourceRegister {
        files: source.files.clone(),
        sources: source.sources.clone(),
        vocabulary: source.vocabulary.clone(),
        organs: source.organs.clone(),
        municipalities: source.municipalities.clone(),
        regions: source.regions.clone(),
        maps: source.maps.clone(),
        duties: source.duties.iter().filter(|(_, id, _)| id == duty).cloned().collect(),
        instruments,
        reorganisations: Vec::new(),
        cutovers: None,
        case_types: Vec::new(),
        questions: questions.collect(),
    }
}

/// Resolves and compiles. Without the files: the lines of the seed text have a check of their own.
fn read(source: &SourceRegister) -> Result<Register, Vec<Fault>> {
    let (resolved, warnings) = resolved::resolve(source)?;
    let compiled = Compiled::from_resolved(&resolved)?;
    let files = Files::default();
    Ok(Register { edition: Edition::of(&files), files, resolved, compiled, warnings })
}
