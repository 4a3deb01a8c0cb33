//! Reads just enough of a statement to say whether it writes, where, and whether it names a table of personal data.
//!
//! It is a guard against forgetting, not against malice: who writes the statements could get around it, but not without
//! meaning to. A statement that it cannot judge counts as one that writes.

/// The tables that are treated otherwise than the rest.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// Tables (and views) of personal data: not read but through `look` or in a unit of work, and never without a line
    /// in the journal.
    pub personal: &'static [&'static str],
    /// Tables that say nothing about anybody, such as the queue of jobs: written without a line in the journal.
    pub unjournalled: &'static [&'static str],
}

/// Tables that only the journal and the migrations write.
const RESERVED: [&str; 4] = ["journal", "journal_entry", "journal_seal", "schema_migration"];

/// Words that make a statement one that writes, wherever they stand outside quotes.
const WRITING: [&str; 3] = ["insert", "update", "delete"];

/// What a statement is found to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    /// It writes something.
    pub writes: bool,
    /// It writes something that must be journalled.
    pub owes: bool,
    /// The first table of personal data that it names.
    pub personal: Option<&'static str>,
    /// A reserved table that it writes to.
    pub reserved: Option<&'static str>,
}

impl Rules {
    pub(crate) fn judge(&self, sql: &str) -> Judged {
        let mut judged = Judged::default();
        let mut before = [String::new(), String::new()];
        let mut first = true;
        let mut targets = 0_u32;
        for word in words(sql) {
            let word = word.to_ascii_lowercase();
            if first && !["select", "values", "with"].contains(&word.as_str()) {
                judged.writes = true;
            }
            first = false;
            judged.writes |= WRITING.contains(&word.as_str());
            if judged.personal.is_none() {
                judged.personal = self.personal.iter().copied().find(|table| *table == word);
            }
            let [second_last, last] = &before;
            let is_target = last == "into"
                || (last == "update" && !["do", "for"].contains(&second_last.as_str()))
                || (last == "from" && second_last == "delete");
            if is_target {
                targets += 1;
                judged.owes |= !self.unjournalled.contains(&word.as_str());
                judged.reserved =
                    judged.reserved.or_else(|| RESERVED.iter().copied().find(|reserved| *reserved == word));
            }
            before.rotate_left(1);
            before[1] = word;
        }
        // Something that writes to no table that was understood is owed, to be on the safe side.
        judged.owes |= judged.writes && targets == 0;
        judged
    }
}

/// The tables that a statement reads or writes, as it names them.
pub(crate) fn tables(sql: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut before = "";
    for word in words(sql) {
        if ["from", "join", "into", "update"].iter().any(|lead| before.eq_ignore_ascii_case(lead))
            && !found.contains(&word)
        {
            found.push(word);
        }
        before = word;
    }
    found
}

/// The bare words of a statement: outside quotes and comments, also the quoted names of tables.
fn words(sql: &str) -> impl Iterator<Item = &str> {
    let mut rest = sql;
    std::iter::from_fn(move || {
        loop {
            let start =
                rest.find(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '\'' || c == '-' || c == '/')?;
            let at = &rest[start..];
            if let Some(quoted) = at.strip_prefix('\'') {
                rest = quoted.find('\'').map_or("", |end| &quoted[end + 1..]);
            } else if at.starts_with("--") {
                rest = at.find('\n').map_or("", |end| &at[end..]);
            } else if at.starts_with("/*") {
                rest = at.find("*/").map_or("", |end| &at[end + 2..]);
            } else if at.starts_with(['-', '/']) {
                rest = &at[1..];
            } else {
                let end = at.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(at.len());
                rest = &at[end..];
                return Some(&at[..end]);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { personal: &["person", "fact"], unjournalled: &["job"] };

    #[test]
    fn a_reading_writes_nothing() {
        assert_eq!(RULES.judge("select id from organ where name = 'delete from person'"), Judged::default());
        assert_eq!(RULES.judge("with a as (values (1)) select * from a -- update person"), Judged::default());
    }

    #[test]
    fn personal_data_is_noticed_wherever_it_is_named() {
        assert_eq!(RULES.judge("select 1 from organ o join \"fact\" f on f.organ = o.id").personal, Some("fact"));
        assert_eq!(RULES.judge("select 1 from personnel").personal, None);
    }

    #[test]
    fn what_writes_owes_a_line_unless_the_table_is_nobodys() {
        let owing = ["insert into holding (id) values ($1)", "UPDATE case_file SET version = 2", "delete from holding"];
        for sql in owing {
            let judged = RULES.judge(sql);
            assert!(judged.writes && judged.owes, "{sql}");
        }
        let free = RULES.judge("insert into job (id) values ($1) on conflict (id) do update set tries = 1");
        assert!(free.writes && !free.owes);
        let both = RULES.judge("with done as (delete from job returning id) insert into holding select id from done");
        assert!(both.owes);
        assert!(RULES.judge("pragma foreign_keys = off").owes, "what is not understood counts as writing");
    }

    #[test]
    fn the_tables_of_a_statement_are_named() {
        assert_eq!(
            tables("select a.x from account a join note on note.x = a.x where x in (select 1 from account)"),
            ["account", "note"]
        );
    }

    #[test]
    fn the_journal_is_written_by_itself_alone() {
        assert_eq!(RULES.judge("update journal_entry set post = 'x'").reserved, Some("journal_entry"));
        assert_eq!(RULES.judge("select 1 from journal_entry").reserved, None);
    }
}
