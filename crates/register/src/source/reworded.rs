//! The messages of the TOML reader in the words of the person who writes the register.

/// A message with a way to mend it, when there is one beyond "did you mean".
pub(super) struct Reworded {
    /// What is wrong.
    pub message: String,
    /// The word that is wrong and those that would be right, for "did you mean".
    pub instead: Option<(String, Vec<String>)>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Reworded {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), instead: None, help: Some(help.into()) }
    }
}

/// Says a message of the reader again, for people.
pub(super) fn reworded(message: &str) -> Reworded {
    let message = message.trim();
    let words = backticked(message);
    if message.starts_with("unknown field")
        && let Some((word, expected)) = words.split_first()
    {
        let listed = expected.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
        return Reworded {
            message: format!("`{word}` is no field that may stand here"),
            instead: Some((word.clone(), expected.to_vec())),
            help: Some(format!("the fields are {listed}")),
        };
    }
    if message.starts_with("missing field")
        && let Some(field) = words.first()
    {
        return Reworded::new(format!("`{field}` is missing"), format!("add `{field} = …`"));
    }
    if let Some((said, help)) = message.split_once("; ") {
        return Reworded::new(said, help); // a message of our own
    }
    if message.starts_with("duplicate key") {
        return Reworded::new("this is written twice", "take one of the two away");
    }
    if let Some((found, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        let (needed, help) = needed(expected);
        return Reworded::new(format!("{} stands where {needed} is needed", found_kind(found)), help);
    }
    if let Some((found, _)) = message.strip_prefix("invalid value: ").and_then(|rest| rest.split_once(", expected ")) {
        let number = backticked(found).pop().unwrap_or_else(|| found.to_owned());
        return Reworded::new(
            format!("`{number}` cannot stand here"),
            "a number here is whole, not negative and below 256",
        );
    }
    const READER: &[(&str, &str, &str)] = &[
        ("invalid date", "there is no such day", "look at the calendar; a day is written 2025-01-01"),
        ("invalid datetime", "this day cannot be read", "a day is written 2025-01-01"),
        (
            "invalid float",
            "this is neither a number nor a day",
            "a day is written 2025-01-01, a text stands in quotation marks",
        ),
        (
            "invalid integer",
            "this is neither a number nor a day",
            "a day is written 2025-01-01, a text stands in quotation marks",
        ),
        (
            "string values must be quoted",
            "a value is missing here, or is not in quotation marks",
            "write it as in `id = \"word\"`",
        ),
        ("unclosed array", "this list is not closed", "close it with `]`"),
        ("unclosed inline table", "this table is not closed", "close it with `}`"),
        ("invalid basic string", "this text is not closed", "close it with a quotation mark on the same line"),
        ("invalid literal string", "this text is not closed", "close it with an apostrophe on the same line"),
        (
            "missing comma",
            "two things stand here with nothing between them",
            "put a comma between them, or close the text before with a quotation mark",
        ),
        ("invalid table", "the heading of this table cannot be read", "write it as in `[[lead]]`"),
        ("unclosed table", "the heading of this table is not closed", "write it as in `[[lead]]`"),
        ("key with no value", "this has no value", "write it as in `id = \"word\"`"),
    ];
    READER.iter().find(|(start, _, _)| message.starts_with(start)).map_or_else(
        || Reworded { message: format!("this cannot be read: {message}"), instead: None, help: None },
        |(_, said, help)| Reworded::new(*said, *help),
    )
}

/// What was found, without the reader's names.
fn found_kind(found: &str) -> &'static str {
    match found.split([' ', '`']).next().unwrap_or_default() {
        "string" => "a text",
        "integer" | "floating" => "a number",
        "boolean" => "`true` or `false`",
        "map" => "a table",
        "sequence" => "a list",
        "datetime" => "a day",
        _ => "something else",
    }
}

/// What was needed, and how it is written.
fn needed(expected: &str) -> (&'static str, String) {
    let (needed, help) = match expected {
        "a string" | "a borrowed string" => ("a text", "put it in quotation marks, as in `\"word\"`"),
        "a sequence" => ("a list", "put it in square brackets, as in `[\"1386/2010 §10\"]`"),
        "a boolean" => ("`true` or `false`", "write `true` or `false`"),
        "a TOML datetime" => ("a day", "write it as 2025-01-01, without quotation marks"),
        "f64" | "a float" => ("a number", "write it without quotation marks, as in `700`"),
        other if other.starts_with("struct") || other.starts_with("a map") => {
            ("a table", "write it as in `{ sv = \"…\", fi = \"…\", en = \"…\" }`")
        }
        other if other.len() <= 4 && other.starts_with(['u', 'i']) => {
            ("a whole number", "write it without quotation marks, as in `18`")
        }
        other if other.starts_with("a table of attributes") => {
            ("a condition", "write it as in `{ labour = [\"student\"] }`, or as a list of such tables")
        }
        other if other.starts_with("a list of values") => {
            ("a list of values", "write it as in `[\"student\"]`; an age as `{ from = 18, until = 23 }`")
        }
        other => return ("something else", format!("write {other}")),
    };
    (needed, help.to_owned())
}

/// The words between back-ticks of a message, in order.
fn backticked(message: &str) -> Vec<String> {
    message.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::reworded;

    #[test]
    fn no_message_speaks_of_the_program() {
        let said = [
            "unknown field `bases`, expected one of `basis`, `id`",
            "invalid type: string \"x\", expected a sequence",
            "invalid type: integer `3`, expected a string",
            "invalid type: map, expected struct Text",
            "invalid value: integer `400`, expected u8",
            "missing field `subject`",
        ];
        for message in said {
            let again = reworded(message);
            let text = format!("{} {}", again.message, again.help.unwrap_or_default());
            for word in ["struct", "u8", "sequence", "expected", "string", "integer"] {
                assert!(!text.contains(word), "{message}: {text}");
            }
        }
    }
}
