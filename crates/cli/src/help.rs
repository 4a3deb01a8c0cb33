//! The first help: the commands under headings, by what one wants.

use std::fmt::Write as _;

use clap::Command;

/// The commands, under their headings. A test sees to it that none is forgotten.
const GROUPS: [(&str, &[&str]); 4] = [
    ("Ask the register", &["who", "duties", "organs", "chain", "diff", "appendix", "what-if"]),
    (
        "Do casework",
        &["person", "fact", "case", "handover", "limit", "decision", "document", "access", "reorganise", "versions"],
    ),
    ("Look after it", &["migrate", "demo", "post", "account", "client", "journal", "prove", "replay", "serve"]),
    ("Review the register", &["check", "export"]),
];

/// The command with its help in groups.
pub fn grouped(command: Command) -> Command {
    let mut list = String::new();
    for (heading, names) in GROUPS {
        let _ = writeln!(list, "{heading}:");
        for name in names {
            let about = command.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
            let _ = writeln!(list, "  {name:10} {}", about.unwrap_or_default());
        }
        list.push('\n');
    }
    let exits = "Exit status: 0 done, 1 failed, 2 wrong use, 3 nobody is responsible, 4 more must be known,\n\
        5 a rule stands against it, 6 somebody else changed it meanwhile.\n\
        kotopolku COMMAND --help tells more of each.";
    let template = format!("{{about}}\n\n{{usage-heading}} {{usage}}\n\n{list}Options:\n{{options}}\n\n{exits}\n");
    command.help_template(template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_stands_under_a_heading() {
        let command = crate::arguments::command();
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut there: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        grouped.sort_unstable();
        there.sort_unstable();
        assert_eq!(grouped, there);
    }

    #[test]
    fn the_words_of_the_command_line_agree_with_one_another() {
        crate::arguments::command().debug_assert();
    }
}
