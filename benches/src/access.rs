//! Goal 6: one decision about who may do what.

use crate::dice::Dice;
use crate::measure::median;
use crate::table::Table;
use authorization::{Action, Function, Held, VERBS, may};
use std::hint::black_box;

/// Measures a decision of random functions, holdings and actions; beside it, the same with the holdings' verbs still in words.
pub fn measure(table: &mut Table) {
    let mut dice = Dice(11);
    let asked: Vec<(Function, &str, bool, Action)> = (0..1 << 18)
        .map(|_| {
            let function = Function::ALL[dice.below(Function::ALL.len())];
            let verb = VERBS[dice.below(VERBS.len())].0;
            (function, verb, dice.below(2) == 0, Action::ALL[dice.below(Action::ALL.len())])
        })
        .collect();
    let held: Vec<Held> = asked.iter().map(|(_, verb, leads, _)| Held::NOTHING.with(verb, *leads)).collect();
    let each = |seconds: f64| seconds / asked.len() as f64 * 1e9;
    let one = each(median(5, || {
        for ((function, _, _, action), held) in asked.iter().zip(&held) {
            black_box(may(black_box(*function), black_box(*held), black_box(*action)));
        }
    }));
    let words = each(median(5, || {
        for (function, verb, leads, action) in &asked {
            black_box(may(*function, Held::NOTHING.with(black_box(verb), *leads), *action));
        }
    }));
    table.add(
        "6: one access decision",
        format!("{one:.1} ns, random function, holding and action"),
        format!("{words:.1} ns with the verb still a word"),
        String::new(),
        "25 ns".to_owned(),
        Some(one <= 25.0),
    );
}
