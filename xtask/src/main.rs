//! The house's own chores, run as `cargo run -q -p xtask -- <chore>`.
//!
//! * `tidy` — facts about the source itself, as an ordinary check: who may use whom, forgotten files, stale
//!   generated files. One check is one file in `tidy/`; to add one, write the file and name it in `tidy/mod.rs`.
//! * `generate` — writes the generated pages of `docs/reference/`. `tidy` compares them.

mod generate;
mod house;
mod tidy;

use std::path::Path;
use std::process::ExitCode;

use house::House;

const HELP: &str = "\
usage: cargo run -q -p xtask -- <chore>
  tidy       check the source tree: arrows, forgotten files, stale generated files …
  generate   write the generated pages of docs/reference/ anew
  rules      list what tidy checks, and why";

fn main() -> ExitCode {
    let chore = std::env::args().nth(1).unwrap_or_default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let house = match House::read(root) {
        Ok(house) => house,
        Err(fault) => {
            eprintln!("xtask: the tree at {} could not be read: {fault}", root.display());
            return ExitCode::FAILURE;
        }
    };
    match chore.as_str() {
        "tidy" => run_tidy(&house),
        "generate" => run_generate(root, &house),
        "rules" => {
            print!("{}", tidy::as_page());
            ExitCode::SUCCESS
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{HELP}");
            ExitCode::from(2)
        }
    }
}

fn run_tidy(house: &House) -> ExitCode {
    let mut count = 0;
    for check in tidy::CHECKS {
        for finding in (check.run)(house) {
            println!("{}: {} [{}]", finding.place, finding.what, check.name);
            count += 1;
        }
    }
    if count == 0 {
        println!("tidy: {} checks over {} files, nothing found", tidy::CHECKS.len(), house.paths().count());
        ExitCode::SUCCESS
    } else {
        println!("tidy: {count} found; `cargo run -q -p xtask -- rules` says why each rule stands");
        ExitCode::FAILURE
    }
}

fn run_generate(root: &Path, house: &House) -> ExitCode {
    for page in generate::pages(house) {
        let place = root.join(&page.path);
        if house.text(&page.path) == Some(page.text.as_str()) {
            continue;
        }
        let written =
            place.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&place, &page.text));
        match written {
            Ok(()) => println!("wrote {}", page.path),
            Err(fault) => {
                eprintln!("xtask: {} could not be written: {fault}", place.display());
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
