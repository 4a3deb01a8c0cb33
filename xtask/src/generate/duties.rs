//! Every duty of the register with its names in three languages, its file, and the lines of the seed text it carries.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml::{Table, Value};

use super::{cell, in_language};
use crate::house::{House, folder, name, stem};

const DUTIES: &str = "register/duties";

pub fn text(house: &House) -> String {
    let mut by_level: BTreeMap<&str, String> = BTreeMap::new();
    let mut by_atom: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, source) in house.ending(".toml").filter(|(path, _)| path.starts_with(&format!("{DUTIES}/"))) {
        let Ok(duty) = source.parse::<Table>() else { continue };
        let link = format!("[`{}`](../../{path})", stem(path));
        let atoms: Vec<&str> =
            duty.get("atoms").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let title = |language| cell(in_language(duty.get("title"), language));
        let row = by_level.entry(name(folder(path))).or_default();
        let _ = writeln!(row, "| {link} | {} | {} | {} | {} |", title("sv"), title("fi"), title("en"), atoms.join(" "));
        for atom in atoms {
            by_atom.entry(atom.to_owned()).or_default().push(link.clone());
        }
    }
    let mut page = String::from("# The duties of the register\n");
    for level in ["state", "regional", "local", "person"] {
        let Some(rows) = by_level.remove(level) else { continue };
        let _ = write!(page, "\n## {level}\n\n| duty | sv | fi | en | atoms |\n|---|---|---|---|---|\n{rows}");
    }
    let _ = write!(
        page,
        "\n## By atom\n\nThe lines of the text the register began from, and the duties that carry each.\n\n| atom | duties |\n|---|---|\n"
    );
    for (atom, duties) in by_atom {
        let _ = writeln!(page, "| {atom} | {} |", duties.join(", "));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_stands_under_its_level_and_its_atoms() {
        let duty = "title = { sv = \"Plan\", fi = \"Suunnitelma\", en = \"Plan\" }\natoms = [\"L04\", \"M10\"]\n";
        let page = text(&House::of(&[("register/duties/local/integration-plan.toml", duty)]));
        assert!(page.contains("## local\n"), "{page}");
        assert!(page.contains("| [`integration-plan`](../../register/duties/local/integration-plan.toml) | Plan | Suunnitelma | Plan | L04 M10 |"));
        assert!(page.contains("| M10 | [`integration-plan`]"));
    }
}
