//! An invented register and invented people, the same every time: nothing of it is law and nobody is real.
//!
//! Each duty is a random decision tree, so that exactly one clause holds in every situation. The register is written as
//! files and read like any other, so that the whole chain is measured.

use crate::dice::Dice;
use register::Register;
use register::source::Files;
use std::fmt::Write;

/// Municipalities, employment areas, wellbeing counties and centres of the country that does not exist.
const PLACES: usize = 309;
const AREAS: [(&str, usize); 3] = [("employment-area", 45), ("county", 21), ("ely", 15)];
/// National authorities.
const NATIONAL: usize = 30;
/// Attributes with their numbers of values; age is beside them.
pub const CHOICES: [(&str, usize); 9] = [
    ("residence", 8),
    ("permit", 10),
    ("labour", 7),
    ("unaccompanied", 2),
    ("household", 6),
    ("need", 8),
    ("home", 2),
    ("language", 4),
    ("months", 84),
];
/// Days on which the law changes.
pub const CUTS: [&str; 2] = ["2025-01-01", "2026-01-01"];
const YEARS: usize = 120;

/// A rule: what a person must be like, and who is responsible then.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Accepted values of each of [`CHOICES`], then of the age.
    pub accepted: Vec<u128>,
    /// First and last-but-one law version: 0 to 3.
    pub eras: (usize, usize),
    /// The organ or kind; none: nobody.
    pub organ: Option<String>,
}

/// Trees for `duties` duties with `rules` rules in all.
pub fn trees(duties: usize, rules: usize, seed: u64) -> Vec<Vec<Rule>> {
    let mut dice = Dice(seed);
    let mut sizes: Vec<usize> = (0..duties).map(|_| 2 + dice.below(5)).collect();
    while sizes.iter().sum::<usize>() != rules {
        let more = sizes.iter().sum::<usize>() < rules;
        let at = dice.below(duties);
        sizes[at] = if more { (sizes[at] + 1).min(6) } else { (sizes[at] - 1).max(2) };
    }
    sizes.into_iter().map(|size| tree(size, &mut dice)).collect()
}

fn tree(leaves: usize, dice: &mut Dice) -> Vec<Rule> {
    let whole = |values: usize| if values == 128 { u128::MAX } else { (1 << values) - 1 };
    let mut accepted: Vec<u128> = CHOICES.iter().map(|(_, values)| whole(*values)).collect();
    accepted.push(whole(YEARS));
    let mut rules = vec![Rule { accepted, eras: (0, 3), organ: None }];
    while rules.len() < leaves {
        let at = dice.below(rules.len());
        let rule = rules[at].clone();
        let (mut one, mut two) = (rule.clone(), rule.clone());
        let by = dice.below(CHOICES.len() + 3);
        if by > CHOICES.len() {
            if rule.eras.1 - rule.eras.0 < 2 {
                continue;
            }
            let cut = rule.eras.0 + 1 + dice.below(rule.eras.1 - rule.eras.0 - 1);
            (one.eras.1, two.eras.0) = (cut, cut);
        } else {
            let set = rule.accepted[by];
            let part = if by == CHOICES.len() || CHOICES[by].0 == "months" {
                (1_u128 << (1 + dice.below(if by == CHOICES.len() { 80 } else { 83 }))) - 1
            } else {
                dice.next().into()
            };
            if set & part == 0 || set & !part == 0 {
                continue;
            }
            one.accepted[by] = set & part;
            two.accepted[by] = set & !part;
        }
        rules[at] = one;
        rules.push(two);
    }
    for rule in &mut rules {
        rule.organ = match dice.below(10) {
            0 => None,
            1..=5 => Some(format!("national-{}", 1 + dice.below(NATIONAL))),
            6 => Some("municipality".to_owned()),
            other => Some(AREAS[other - 7].0.to_owned()),
        };
    }
    rules
}

/// The register of these trees.
pub fn register(trees: &[Vec<Rule>]) -> Files {
    let text = |word: &str| format!("{{ sv = \"{word}\", fi = \"{word}\", en = \"{word}\" }}");
    let mut files = vec![
        (
            "sources.toml".to_owned(),
            format!("[[source]]\nid = \"seed\"\nkind = \"programme\"\nnames = {}\n", text("invented")),
        ),
        ("vocabulary.toml".to_owned(), vocabulary(&text)),
    ];
    let (mut regions, mut municipalities) = (String::new(), "code;fi;sv;region;from;until;merged_into\n".to_owned());
    let _ = write!(regions, "[[region]]\ncode = \"01\"\nnames = {}\n", text("Region"));
    for place in 0..PLACES {
        let _ = writeln!(municipalities, "{:03};Place{place};Place{place};01;;;", place + 1);
    }
    files.push(("areas/regions.toml".to_owned(), regions));
    files.push(("areas/municipalities.csv".to_owned(), municipalities));
    let mut organs = format!("[[kind]]\nid = \"municipality\"\nnames = {}\nlevel = \"local\"\n", text("municipality"));
    for number in 1..=NATIONAL {
        let name = format!("national-{number}");
        let _ = write!(
            organs,
            "[[kind]]\nid = \"{name}\"\nnames = {0}\nlevel = \"state\"\n[[organ]]\nid = \"{name}\"\nnames = {0}\n",
            text(&name)
        );
    }
    for (kind, count) in AREAS {
        let _ = write!(
            organs,
            "[[kind]]\nid = \"{kind}\"\nnames = {}\nmap = \"{kind}\"\nlevel = \"regional\"\n",
            text(kind)
        );
        let mut map = format!("kind = \"{kind}\"\ntitle = {}\n", text(kind));
        for area in 0..count {
            let name = format!("{kind}:a{area}");
            let _ = write!(organs, "[[organ]]\nid = \"{name}\"\nnames = {}\n", text(&name));
            let members: Vec<String> = (0..PLACES)
                .filter(|place| place * count / PLACES == area)
                .map(|place| format!("\"{:03}\"", place + 1))
                .collect();
            let _ = write!(
                map,
                "[[area]]\norgan = \"{name}\"\nmunicipalities = [{}]\nbasis = [\"seed\"]\n",
                members.join(", ")
            );
        }
        files.push((format!("areas/{kind}.toml"), map));
    }
    files.push(("organs/all.toml".to_owned(), organs));
    for (number, rules) in trees.iter().enumerate() {
        files.push((format!("duties/state/duty-{number:03}.toml"), duty(number, rules, &text)));
    }
    Files::from_texts(files)
}

fn vocabulary(text: &dyn Fn(&str) -> String) -> String {
    let mut out = format!(
        "begins = 2024-01-01\ncountry = {}\n[verb.decide]\nthird = {}\nrank = 1\n",
        text("Nowhere"),
        text("decides")
    );
    let asked = |out: &mut String, name: &str, kind: &str, order: usize| {
        let _ = write!(
            out,
            "[attribute.{name}]\nkind = \"{kind}\"\nask_order = {order}\ntitle = {0}\nquestion = {0}\nwhy = {0}\n",
            text(name)
        );
    };
    for (order, (name, values)) in CHOICES.iter().enumerate() {
        asked(&mut out, name, "choice", order + 1);
        for value in 0..*values {
            let _ =
                write!(out, "[[attribute.{name}.value]]\nid = \"v{value}\"\ntitle = {}\n", text(&format!("v{value}")));
        }
    }
    asked(&mut out, "age", "age", 20);
    // Constraints between attributes, as every real vocabulary has them.
    for (name, value, from) in [("unaccompanied", 1, 18), ("labour", 5, 90), ("household", 4, 100)] {
        let _ = write!(
            out,
            "[[impossible]]\nwhen = {{ {name} = [\"v{value}\"], age = {{ from = {from} }} }}\nwhy = {}\n",
            text("cannot be")
        );
    }
    for (name, value, other, with) in [("residence", 7, "home", 1), ("residence", 6, "permit", 9)] {
        let _ = write!(
            out,
            "[[impossible]]\nwhen = {{ {name} = [\"v{value}\"], {other} = [\"v{with}\"] }}\nwhy = {}\n",
            text("cannot be")
        );
    }
    out
}

fn duty(number: usize, rules: &[Rule], text: &dyn Fn(&str) -> String) -> String {
    let name = format!("Duty {number}");
    let mut out =
        format!("title = {0}\nsummary = {0}\nsubject = \"person\"\nverb = \"decide\"\natoms = []\n", text(&name));
    for (rule_number, rule) in rules.iter().enumerate() {
        let _ = writeln!(out, "[[{}]]", if rule.organ.is_some() { "lead" } else { "nobody" });
        let _ = writeln!(out, "id = \"rule-{rule_number}\"");
        match &rule.organ {
            Some(organ) => {
                let _ = writeln!(out, "organ = \"{organ}\"");
            }
            None => {
                let _ = writeln!(out, "why = {}", text("nobody"));
            }
        }
        if rule.eras.0 > 0 {
            let _ = writeln!(out, "from = {}", CUTS[rule.eras.0 - 1]);
        }
        if rule.eras.1 < 3 {
            let _ = writeln!(out, "until = {}", CUTS[rule.eras.1 - 1]);
        }
        let when = conditions(rule);
        if !when.is_empty() {
            let _ = writeln!(out, "when = {{ {} }}", when.join(", "));
        }
        out.push_str("basis = [\"seed\"]\n");
    }
    out
}

fn conditions(rule: &Rule) -> Vec<String> {
    let mut when = Vec::new();
    for ((name, values), accepted) in CHOICES.iter().zip(&rule.accepted) {
        if accepted.count_ones() as usize != *values {
            let list: Vec<String> =
                (0..*values).filter(|value| accepted >> value & 1 == 1).map(|value| format!("\"v{value}\"")).collect();
            when.push(format!("{name} = [{}]", list.join(", ")));
        }
    }
    let ages = rule.accepted[CHOICES.len()];
    if ages.count_ones() as usize != YEARS {
        when.push(format!("age = {{ from = {}, until = {} }}", ages.trailing_zeros(), 128 - ages.leading_zeros()));
    }
    when
}

/// What an SQL engine (or Polars) needs to answer one duty on the last law: a CASE over columns of small numbers.
pub fn case(rules: &[Rule], register: &Register) -> String {
    let mut out = "CASE".to_owned();
    for rule in rules.iter().filter(|rule| rule.eras.1 == 3) {
        let mut conditions = Vec::new();
        let named = CHOICES.iter().map(|(name, values)| (*name, *values)).chain([("age", YEARS)]);
        for ((name, values), accepted) in named.zip(&rule.accepted) {
            let (low, high) = (accepted.trailing_zeros(), 127 - accepted.leading_zeros());
            let count = accepted.count_ones();
            if count as usize == values {
                continue;
            }
            if count == high - low + 1 {
                // A range is what a kind author would write.
                if low > 0 {
                    conditions.push(format!("{name} >= {low}"));
                }
                if (high as usize) < values - 1 {
                    conditions.push(format!("{name} <= {high}"));
                }
            } else {
                let list: Vec<String> =
                    (0..values).filter(|value| accepted >> value & 1 == 1).map(|value| value.to_string()).collect();
                conditions.push(format!("{name} IN ({})", list.join(", ")));
            }
        }
        let then = match &rule.organ {
            None => whatif::kernel::code::NOBODY.to_string(),
            Some(organ) => match register.resolved.organs.index(organ) {
                Some(index) => index.to_string(),
                None => format!("{}_organ", organ.replace('-', "_")),
            },
        };
        if conditions.is_empty() {
            conditions.push("1 = 1".to_owned());
        }
        let _ = write!(out, " WHEN {} THEN {then}", conditions.join(" AND "));
    }
    out + " END"
}
