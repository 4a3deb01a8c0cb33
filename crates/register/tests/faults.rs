//! Faults put into a small good register (`faults/good`), one a file of `faults/bad`: the whole message is kept as a
//! snapshot, so that whoever changes a message reads it as the person who must mend the register will.
//!
//! A sample says what is wrong with `about`, and makes it wrong with changes: `find` and `put` in a `file`, `cut` to keep
//! only so many characters of it, `whole` to replace or add it, `remove` to take it away.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use register::source::Files;
use register::{Register, checks};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    about: String,
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    find: Option<String>,
    put: Option<String>,
    cut: Option<usize>,
    whole: Option<String>,
    #[serde(default)]
    remove: bool,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults").join(name)
}

fn good() -> Files {
    Files::read(&folder("good")).expect("the good register can be read")
}

/// Every fault of a register as `kotopolku check` finds it.
fn faults(files: Files) -> String {
    let found = match Register::from_files(files) {
        Ok(register) => checks::run(&register).faults,
        Err(faults) => faults,
    };
    found.iter().map(ToString::to_string).collect()
}

fn patched(mut files: Files, change: &Change) -> Files {
    if change.remove {
        return files.without(&change.file);
    }
    if let Some(whole) = &change.whole {
        return files.with(&change.file, whole.clone());
    }
    let text = files.get(&change.file).unwrap_or_else(|| panic!("no file `{}`", change.file)).text.clone();
    let text = match (&change.find, &change.put, change.cut) {
        (Some(find), Some(put), None) => {
            assert!(text.contains(find.as_str()), "`{}` does not hold {find:?}", change.file);
            text.replacen(find.as_str(), put, 1)
        }
        (None, None, Some(kept)) => text.chars().take(kept).collect(),
        _ => panic!("a change of `{}` has find and put, or cut, or whole, or remove", change.file),
    };
    files = files.with(&change.file, text);
    files
}

#[test]
fn the_good_register_is_sound() {
    assert_eq!(faults(good()), "");
}

#[test]
fn each_fault_is_said_so_that_it_can_be_mended() {
    let mut samples: Vec<PathBuf> =
        fs::read_dir(folder("bad")).expect("the samples").map(|entry| entry.expect("a sample").path()).collect();
    samples.sort();
    samples.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    assert!(samples.len() >= 60, "only {} samples", samples.len());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder("said"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in samples {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a sample is text");
            let sample: Sample = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let files = sample.change.iter().fold(good(), patched);
            let said = faults(files);
            assert!(!said.is_empty(), "{name}: nothing was found");
            insta::assert_snapshot!(name, format!("{}\n\n{said}", sample.about));
        }
    });
}

/// However a file is cut, reading it ends in an answer or in a fault with a place, never in a panic.
#[test]
fn a_file_cut_anywhere_is_reported() {
    for file in good().all() {
        for kept in (0..file.text.chars().count()).step_by(7) {
            let cut = Change {
                file: file.path.to_string(),
                find: None,
                put: None,
                cut: Some(kept),
                whole: None,
                remove: false,
            };
            faults(patched(good(), &cut));
        }
    }
}
