//! Makes two things from plain files before the crate is compiled:
//!
//! - `words.rs`: the languages and one typed method for each text in `words/<language>/<noun>.ftl`. A text that is
//!   missing in one language, or takes other variables there, stops the build with the file, the text and the language.
//! - `assets.rs`: the names of the files in `assets/`, each with a part of its content's hash in it, so that a browser
//!   may keep a file for ever and still gets the new one the day it changes.

mod build {
    pub mod assets;
    pub mod methods;
    pub mod named;
    pub mod texts;
}

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                // cargo shows lines with this prefix among the errors, without the noise of a panic.
                for line in problem.lines() {
                    println!("cargo::error={line}");
                }
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let here = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    let words = here.join("../../words");
    watch(&words);
    let languages = build::texts::read(&words)?;
    write(&out.join("words.rs"), &build::methods::generate(&languages))?;

    let assets = here.join("assets");
    watch(&assets);
    let listing = build::assets::generate(&assets).map_err(|problem| vec![problem])?;
    write(&out.join("assets.rs"), &listing)
}

/// Asks cargo to run this again when a file is added, taken away or changed.
fn watch(folder: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
}

fn variable(name: &str) -> Result<String, Vec<String>> {
    std::env::var(name).map_err(|problem| vec![format!("{name}: {problem}")])
}

fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    std::fs::write(path, text).map_err(|problem| vec![format!("{}: {problem}", path.display())])
}
