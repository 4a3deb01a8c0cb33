//! Every command in the README is run, and says what the README shows. A line that ends in `…` is compared up to there.
//!
//! After a change that is meant: `KOTOPOLKU_WRITE_README=1 cargo test --workspace --test readme_is_true` writes the new
//! output in; read the difference.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

type Told = Result<(), Box<dyn std::error::Error>>;

#[test]
fn the_readme_shows_what_the_program_says() -> Told {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let shown = std::fs::read_to_string(&path)?;
    let mut said = String::new();
    let mut faults = Vec::new();
    let mut commands = 0;
    let mut lines = shown.lines().peekable();
    let mut in_console = false;
    while let Some(line) = lines.next() {
        writeln!(said, "{line}")?;
        in_console = if in_console { line != "```" } else { line == "```console" };
        let Some(mut command) = line.strip_prefix("$ kotopolku ").filter(|_| in_console).map(str::to_owned) else {
            continue;
        };
        while command.ends_with('\\') {
            let more = lines.next().unwrap_or_default();
            writeln!(said, "{more}")?;
            command.pop();
            command.push_str(more.trim_start());
        }
        commands += 1;
        let output = run(&command)?;
        let mut expected = Vec::new();
        while let Some(line) = lines.next_if(|line| *line != "```" && !line.starts_with("$ ")) {
            expected.push(line);
        }
        if agree(&expected, &output) {
            expected.iter().try_for_each(|line| writeln!(said, "{line}"))?;
        } else {
            output.iter().try_for_each(|line| writeln!(said, "{line}"))?;
            faults.push(format!(
                "$ kotopolku {command}\nshown:\n{}\nsaid:\n{}",
                expected.join("\n"),
                output.join("\n")
            ));
        }
    }
    if std::env::var_os("KOTOPOLKU_WRITE_README").is_some() {
        std::fs::write(&path, said)?;
        return Ok(());
    }
    assert!(commands > 0, "the README shows no command");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    Ok(())
}

/// What the program writes, a blank line at the end left out.
fn run(command: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
    let output = Command::new(env!("CARGO_BIN_EXE_kotopolku"))
        .args(words(command))
        .env("KOTOPOLKU_LANG", "en")
        .env("COLUMNS", "110")
        .output()?;
    let text = String::from_utf8([output.stdout, output.stderr].concat())?;
    Ok(text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect())
}

/// The words of a command; quotes hold words together.
fn words(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    pieces
        .flat_map(|(number, piece)| {
            let quoted = number % 2 == 1;
            if quoted { vec![piece.to_owned()] } else { piece.split_whitespace().map(str::to_owned).collect() }
        })
        .collect()
}

fn agree(expected: &[&str], output: &[String]) -> bool {
    expected.len() == output.len()
        && expected.iter().zip(output).all(|(expected, said)| match expected.strip_suffix('…') {
            Some(beginning) => said.starts_with(beginning),
            None => expected == said,
        })
}
