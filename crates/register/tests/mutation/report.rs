//! The page about the breakages, and why a survivor is let be.

use super::Fate;
use super::breakages::Breakage;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The explanation that holds for every kind when only a verb differs.
const VERB: &str = "another verb";

/// Why breakages of a kind may survive.
const EXPLAINED: &[(&str, &str)] = &[
    (
        "drop what is between two organs",
        "Questions ask about duties, not about chains of steering, supervision and appeal. Each link is cited, and checked \
         for rings and for organs that stand over themselves.",
    ),
    (
        VERB,
        "A question says who leads, who stands beside, with which force and on which basis; the verb with which an organ \
         bears its part is not asked. It is read in the answer and on the page of the duty.",
    ),
    (
        "move a municipality to the next area",
        "The members of an employment area, and of the wellbeing counties of Uusimaa, are listed one by one, and each list is \
         read against the text that it cites. \
         There is a question in every area, not in every municipality.",
    ),
    ("drop a municipality from its area", "As above, where another area still has it."),
    (
        "a municipality in another region",
        "The list of municipalities is the state's own, and is not repeated as questions; there is a question in every region.",
    ),
    (
        "take a municipality out of the pilot",
        "The act names the pilot's municipalities one by one (1269/2020 section 3). There are questions in some of them, \
         in Forssa, which was not in it, and on its first and last day.",
    ),
    ("put a municipality into the pilot", "As above."),
];

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/mutations.md")
}

/// Compares with the page as it stands, or writes it.
pub fn compare(fates: &[(&Breakage, Fate)]) {
    let page = page(fates);
    if env::var_os("KOTOPOLKU_WRITE").is_some() {
        fs::write(path(), &page).expect("the page can be written");
    }
    let unexplained: Vec<String> = fates
        .iter()
        .filter_map(|(breakage, fate)| match fate {
            Fate::Survives(difference) if explanation(breakage.kind, difference).is_none() => {
                Some(format!("{}: {} ({difference})", breakage.kind, breakage.what))
            }
            _ => None,
        })
        .collect();
    assert!(
        unexplained.is_empty(),
        "{} breakages change an answer and nothing notices; write a question for each:\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
    let written = fs::read_to_string(path()).unwrap_or_default();
    assert!(
        written == page,
        "docs/reference/mutations.md is stale; write it anew with `KOTOPOLKU_WRITE=1 cargo test -p register --test mutation`"
    );
}

fn explanation(kind: &str, difference: &str) -> Option<&'static str> {
    let kind = if difference.ends_with("only a verb") { VERB } else { kind };
    EXPLAINED.iter().find(|(known, _)| *known == kind).map(|(_, why)| *why)
}

#[derive(Default)]
struct Row {
    all: usize,
    harmless: usize,
    survive: Vec<String>,
    by: BTreeMap<&'static str, usize>,
}

fn page(fates: &[(&Breakage, Fate)]) -> String {
    let mut kinds: Vec<(&str, Row)> = Vec::new();
    for (breakage, fate) in fates {
        if !kinds.iter().any(|(kind, _)| *kind == breakage.kind) {
            kinds.push((breakage.kind, Row::default()));
        }
        let Some((_, row)) = kinds.iter_mut().find(|(kind, _)| *kind == breakage.kind) else { continue };
        row.all += 1;
        match fate {
            Fate::Noticed(code) => *row.by.entry(code).or_default() += 1,
            Fate::Harmless => row.harmless += 1,
            Fate::Survives(difference) => row.survive.push(format!("{}: {difference}", breakage.what)),
        }
    }
    let survivors: usize = kinds.iter().map(|(_, row)| row.survive.len()).sum();
    let harmless: usize = kinds.iter().map(|(_, row)| row.harmless).sum();
    let noticed = fates.len() - survivors - harmless;
    let mut out = String::from(
        "<!-- Written by `KOTOPOLKU_WRITE=1 cargo test -p register --test mutation`; the test fails when it is stale. -->\n\n\
         # The register, broken on purpose\n\n\
         A test breaks the shipped register in the ways below, one at a time, and looks whether reading it, checking it or\n\
         asking its questions notices. A breakage that nothing notices is compared with the sound register over every group\n\
         of situations, on every day of change, in municipalities that lie in every combination of areas: if no answer\n\
         differs, it is harmless (a citation less, an exception that another clause makes too); if one does, it survives.\n\n",
    );
    let _ = writeln!(
        out,
        "{} breakages: {noticed} noticed, {harmless} harmless, {survivors} that survive and are explained below.\n",
        fates.len()
    );
    out.push_str("| breakage | tried | noticed | harmless | survive | noticed by |\n|---|--:|--:|--:|--:|---|\n");
    for (kind, row) in &kinds {
        let mut by: Vec<(&&str, &usize)> = row.by.iter().collect();
        by.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), **code));
        let by: Vec<String> = by.iter().map(|(code, count)| format!("{code} {count}")).collect();
        let caught: usize = row.by.values().sum();
        let _ = writeln!(
            out,
            "| {kind} | {} | {caught} | {} | {} | {} |",
            row.all,
            row.harmless,
            row.survive.len(),
            by.join(", ")
        );
    }
    out.push_str("\n## What survives, and why\n");
    for (kind, row) in kinds.iter().filter(|(_, row)| !row.survive.is_empty()) {
        let mut reasons: Vec<&str> = row.survive.iter().filter_map(|one| explanation(kind, one)).collect();
        reasons.dedup();
        let _ = write!(out, "\n### {kind}\n\n{}\n\n", reasons.join("\n\n"));
        for one in &row.survive {
            let _ = writeln!(out, "- {one}");
        }
    }
    out
}
