//! Every command in the README, and in the guide to casework, is run, and says what is shown there. A line that ends in
//! `…` is compared up to there; one that is only `…` stands for any lines.
//!
//! `$ export NAME=VALUE` holds for the commands after it. Identities are different each time: the first one that the
//! program says is called `PERSON`, in what it says and in the commands after it, and the others `IDENTITY`. That the
//! clock of a trial is set is left out.
//!
//! After a change that is meant: `KOTOPOLKU_WRITE_README=1 cargo test --workspace --test readme_is_true` writes the new
//! output in; read the difference.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

type Told = Result<(), Box<dyn std::error::Error>>;

#[test]
fn the_readme_shows_what_the_program_says() -> Told {
    shows_what_is_said("README.md")
}

#[test]
fn the_guide_to_casework_shows_what_the_program_says() -> Told {
    shows_what_is_said("docs/guides/casework-on-the-command-line.md")
}

fn shows_what_is_said(page: &str) -> Told {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(page);
    let shown = std::fs::read_to_string(&path)?;
    let mut room = Room::new(page)?;
    let mut said = String::new();
    let mut faults = Vec::new();
    let mut commands = 0;
    let mut lines = shown.lines().peekable();
    let mut in_console = false;
    while let Some(line) = lines.next() {
        writeln!(said, "{line}")?;
        in_console = if in_console { line != "```" } else { line == "```console" };
        if let Some((name, value)) =
            line.strip_prefix("$ export ").filter(|_| in_console).and_then(|set| set.split_once('='))
        {
            room.set.push((name.to_owned(), value.to_owned()));
        }
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
        let output = room.run(&command)?;
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
    assert!(commands > 0, "{page} shows no command");
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    Ok(())
}

/// Where a page's commands are run: a folder of their own, gone afterwards.
struct Room {
    folder: PathBuf,
    set: Vec<(String, String)>,
    person: Option<String>,
}

impl Room {
    fn new(page: &str) -> Result<Self, std::io::Error> {
        let name = page.replace('/', "-");
        let folder = std::env::temp_dir().join(format!("kotopolku-shown-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder, set: Vec::new(), person: None })
    }

    /// What the program writes, a blank line at the end left out.
    fn run(&mut self, command: &str) -> Result<Vec<String>, Box<dyn std::error::Error>> {
        let command = match &self.person {
            Some(person) => command.replace("PERSON", person),
            None => command.to_owned(),
        };
        let mut program = Command::new(env!("CARGO_BIN_EXE_kotopolku"));
        for name in ["KOTOPOLKU_DATABASE", "KOTOPOLKU_REGISTER", "KOTOPOLKU_AT", "KOTOPOLKU_POST"] {
            program.env_remove(name);
        }
        let output = program
            .args(words(&command))
            .current_dir(&self.folder)
            .env("KOTOPOLKU_LANG", "en")
            .env("COLUMNS", "110")
            .envs(self.set.iter().map(|(name, value)| (name, value)))
            .output()?;
        let mut text = String::from_utf8([output.stdout, output.stderr].concat())?;
        let identities: Vec<String> = text
            .split(|sign: char| !(sign.is_ascii_hexdigit() || sign == '-'))
            .filter(|word| is_identity(word))
            .map(str::to_owned)
            .collect();
        for identity in identities {
            let person = self.person.get_or_insert_with(|| identity.clone());
            text = text.replace(&identity, if *person == identity { "PERSON" } else { "IDENTITY" });
        }
        let lines = text.trim_end().lines().filter(|line| !line.starts_with("kotopolku: Trial database:"));
        Ok(lines.map(|line| line.trim_end().to_owned()).collect())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn is_identity(word: &str) -> bool {
    word.len() == 36 && word.split('-').map(str::len).eq([8, 4, 4, 4, 12])
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
    match (expected, output) {
        // A line that is only `…` stands for any lines.
        (["…", rest @ ..], _) => (0..=output.len()).any(|skipped| agree(rest, &output[skipped..])),
        ([first, rest @ ..], [said, more @ ..]) => {
            let agrees = match first.strip_suffix('…') {
                Some(beginning) => said.starts_with(beginning),
                None => first == said,
            };
            agrees && agree(rest, more)
        }
        ([], []) => true,
        _ => false,
    }
}
