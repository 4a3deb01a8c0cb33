//! Arrows never point up. Each room of the house may use the rooms below it, never one beside or above it, so that
//! the register can be read without the web and the calendar without either. Testkit, benches, journeys and xtask
//! stand on the side: they may use every room, and no room uses them but in its tests.
//!
//! A new room is given its floor in this file.

use toml::{Table, Value};

use super::Finding;
use crate::house::House;

/// The rooms and their floors, the lowest first.
const FLOORS: [(&str, u8); 14] = [
    ("authorization", 2),
    ("calendar", 0),
    ("journal-reader", 0),
    ("register", 1),
    ("whatif", 2),
    ("storage", 2),
    ("provider", 2),
    ("web", 2),
    ("casework", 3),
    ("refusals", 4),
    ("rest", 5),
    ("desk", 5),
    ("demonstration", 6),
    ("cli", 7),
];
/// Beside the house: may use everything, used by tests only.
const BESIDE: [&str; 5] = ["testkit", "benches", "journeys", "policies", "xtask"];

pub fn check(house: &House) -> Vec<Finding> {
    let mut found = Vec::new();
    for (folder, manifest) in house.packages() {
        let place = format!("{folder}/Cargo.toml");
        let manifest: Table = match manifest.parse() {
            Ok(manifest) => manifest,
            Err(fault) => {
                found.push(Finding::new(place, format!("is not TOML: {}", fault.message())));
                continue;
            }
        };
        let Some(room) = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str) else {
            found.push(Finding::new(place, "has no package name"));
            continue;
        };
        if BESIDE.contains(&room) {
            continue;
        }
        let Some(floor) = floor_of(room) else {
            found.push(Finding::new(
                place,
                format!("`{room}` has no floor yet: give it one in xtask/src/tidy/arrows.rs"),
            ));
            continue;
        };
        for (table, for_tests) in [("dependencies", false), ("build-dependencies", false), ("dev-dependencies", true)] {
            for used in manifest.get(table).and_then(Value::as_table).into_iter().flat_map(Table::keys) {
                if let Some(fault) = fault(room, floor, used, for_tests) {
                    found.push(Finding::new(place.clone(), fault));
                }
            }
        }
    }
    found
}

fn floor_of(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn fault(room: &str, floor: u8, used: &str, for_tests: bool) -> Option<String> {
    if BESIDE.contains(&used) {
        return (!for_tests)
            .then(|| format!("`{room}` uses `{used}`, which is for tests only: move it to dev-dependencies"));
    }
    let below = floor_of(used)?;
    (below >= floor && used != room).then(|| format!("`{room}` uses `{used}`, which does not stand below it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::places;

    fn manifest(name: &str, dependencies: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{dependencies}")
    }

    #[test]
    fn an_arrow_that_points_up_is_found() {
        let up = manifest("calendar", "[dependencies]\nregister.workspace = true");
        let beside = manifest("web", "[dependencies]\nwhatif.workspace = true");
        let down = manifest("register", "[dependencies]\ncalendar.workspace = true\nserde = \"1\"");
        let house = House::of(&[
            ("crates/calendar/Cargo.toml", &up),
            ("crates/register/Cargo.toml", &down),
            ("crates/web/Cargo.toml", &beside),
        ]);
        assert_eq!(places(&check(&house)), ["crates/calendar/Cargo.toml", "crates/web/Cargo.toml"]);
    }

    #[test]
    fn the_test_kit_is_for_tests() {
        let house = |table: &str| {
            let text = manifest("web", &format!("[{table}]\ntestkit.workspace = true"));
            check(&House::of(&[("crates/web/Cargo.toml", &text)]))
        };
        assert_eq!(house("dev-dependencies"), []);
        assert_eq!(house("dependencies").len(), 1);
    }

    #[test]
    fn a_room_without_a_floor_is_found() {
        let text = manifest("attic", "");
        assert_eq!(check(&House::of(&[("crates/attic/Cargo.toml", &text)])).len(), 1);
    }
}
