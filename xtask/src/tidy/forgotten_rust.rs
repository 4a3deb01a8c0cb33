//! Every Rust file is reached from a crate's front door by `mod`. A file nobody declares is never compiled and its
//! tests never run, yet it looks as if they did.

use std::collections::BTreeSet;

use super::{Finding, rust_source};
use crate::house::{House, folder, join, name, stem};

pub fn check(house: &House) -> Vec<Finding> {
    let mut reached = BTreeSet::new();
    let mut open = front_doors(house);
    while let Some(path) = open.pop() {
        let Some(text) = house.text(&path) else { continue };
        if reached.insert(path.clone()) {
            open.extend(declared(house, &path, text));
        }
    }
    house
        .ending(".rs")
        .filter(|(path, _)| !reached.contains(*path))
        .filter(|(path, _)| house.packages().any(|(package, _)| path.starts_with(&format!("{package}/"))))
        .map(|(path, _)| Finding::new(path, "is reached by no `mod`: it is never compiled; declare it or delete it"))
        .collect()
}

/// The files that cargo itself starts from.
fn front_doors(house: &House) -> Vec<String> {
    let mut doors = Vec::new();
    for (package, manifest) in house.packages() {
        doors.extend(["src/lib.rs", "src/main.rs", "build.rs"].map(|door| format!("{package}/{door}")));
        let by_folder = ["src/bin", "tests", "benches", "examples"].map(|place| format!("{package}/{place}"));
        for (path, _) in house.ending(".rs") {
            let here = folder(path);
            let in_folder = name(path) == "main.rs" && by_folder.iter().any(|place| place == folder(here));
            if in_folder || by_folder.iter().any(|place| place == here) {
                doors.push(path.to_owned());
            }
        }
        doors
            .extend(rust_source::quoted(manifest).filter(|text| text.ends_with(".rs")).map(|door| join(package, door)));
    }
    doors
}

/// The files that this one declares with `mod`, or includes.
fn declared(house: &House, path: &str, text: &str) -> Vec<String> {
    let here = folder(path);
    let is_door = ["lib.rs", "main.rs", "mod.rs", "build.rs"].contains(&name(path))
        || house.packages().any(|(package, _)| {
            ["tests", "benches", "examples", "src/bin"].iter().any(|place| here == join(package, place))
        });
    let below = if is_door { here.to_owned() } else { join(here, stem(path)) };
    let mut found = Vec::new();
    let mut elsewhere = None;
    let mut inside = Inside::default();
    for (_, line) in rust_source::code(text) {
        let line = line.trim();
        inside.read(line);
        if let Some(rest) = line.strip_prefix("#[path") {
            elsewhere = rust_source::quoted(rest).next().map(|relative| join(here, relative));
        } else if let Some(module) = module_name(line) {
            match elsewhere.take() {
                Some(path) => found.push(path),
                None => {
                    let below = join(&below, &inside.path());
                    found.extend([format!("{below}/{module}.rs"), format!("{below}/{module}/mod.rs")]);
                }
            }
        } else if line.contains("include!(") {
            found.extend(rust_source::quoted(line).map(|relative| join(here, relative)));
        }
    }
    found
}

/// The modules written out in the file that a line stands in.
#[derive(Default)]
struct Inside<'a> {
    depth: usize,
    modules: Vec<(usize, &'a str)>,
}

impl<'a> Inside<'a> {
    fn read(&mut self, line: &'a str) {
        if let Some(head) = line.strip_suffix('{')
            && let Some(name) = module_name_in(head.trim_end())
        {
            self.modules.push((self.depth, name));
        }
        self.depth += line.matches('{').count();
        self.depth = self.depth.saturating_sub(line.matches('}').count());
        self.modules.retain(|(depth, _)| *depth < self.depth);
    }

    fn path(&self) -> String {
        self.modules.iter().map(|(_, name)| *name).collect::<Vec<_>>().join("/")
    }
}

/// `mod name;` with whatever stands before it.
fn module_name(line: &str) -> Option<&str> {
    module_name_in(line.strip_suffix(';')?)
}

fn module_name_in(line: &str) -> Option<&str> {
    let (before, module) = line.rsplit_once("mod ")?;
    let declared = before.is_empty() || before.starts_with("pub") || before.ends_with(' ');
    (declared && module.chars().all(|c| c.is_alphanumeric() || c == '_')).then_some(module)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    #[test]
    fn a_file_without_mod_is_found() {
        let house = House::of(&[
            ("crates/a/Cargo.toml", "[[test]]\npath = \"odd/door.rs\"\n"),
            ("crates/a/src/lib.rs", "pub mod b;\n#[cfg(test)]\nmod tests;\n"),
            ("crates/a/src/b.rs", "pub(crate) mod c;\n// mod e;\n"),
            ("crates/a/src/b/c.rs", ""),
            ("crates/a/src/b/e.rs", ""),
            ("crates/a/src/tests.rs", ""),
            ("crates/a/tests/one.rs", "mod two;\n"),
            ("crates/a/tests/two/mod.rs", ""),
            ("crates/a/odd/door.rs", ""),
        ]);
        assert_eq!(places(&check(&house)), ["crates/a/src/b/e.rs"]);
    }

    #[test]
    fn a_module_written_out_has_a_folder() {
        let house = House::of(&[
            ("crates/a/Cargo.toml", ""),
            ("crates/a/build.rs", "mod build {\n    pub mod texts;\n}\nmod words;\n"),
            ("crates/a/build/texts.rs", ""),
            ("crates/a/words.rs", ""),
            ("crates/a/build/words.rs", ""),
        ]);
        assert_eq!(places(&check(&house)), ["crates/a/build/words.rs"]);
    }

    #[test]
    fn a_path_given_by_hand_is_followed() {
        let house = House::of(&[
            ("crates/a/Cargo.toml", ""),
            ("crates/a/src/lib.rs", "#[path = \"../made/b.rs\"]\nmod b;\n"),
            ("crates/a/made/b.rs", ""),
        ]);
        assert_eq!(check(&house), []);
    }
}
