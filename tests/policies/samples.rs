//! `policy/cases/`: situations with the answer that a lawyer expects.

use authorization::{Action, Function, Held, VERBS, may};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    case: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    says: String,
    function: String,
    holds: Vec<String>,
    #[serde(default)]
    may: Vec<String>,
    #[serde(default)]
    may_not: Vec<String>,
}

#[test]
fn what_a_lawyer_expects_is_so() {
    let samples: Samples = toml::from_str(&super::text("cases/case.toml")).expect("it is a list of cases");
    assert!(samples.case.len() > 5, "there are cases");
    for one in samples.case {
        let function = Function::of(&one.function).expect("a function");
        let held = one.holds.iter().fold(Held::NOTHING, |held, holding| {
            let (verb, leads) = holding.strip_prefix("lead ").map_or((holding.as_str(), false), |verb| (verb, true));
            assert!(VERBS.iter().any(|(word, _)| *word == verb), "`{verb}` is a verb");
            held.with(verb, leads)
        });
        for (actions, expected) in [(&one.may, true), (&one.may_not, false)] {
            for action in actions {
                let action = Action::of(action).unwrap_or_else(|| panic!("`{action}` is an action"));
                assert_eq!(may(function, held, action), expected, "{}: {action}", one.says);
            }
        }
    }
}
