//! Goal 4: one person at a time.

use crate::dice::Dice;
use crate::measure::{median, short};
use crate::people::People;
use crate::table::Table;
use crate::world::World;
use calendar::Date;
use register::Register;
use register::ask::Facts;
use register::compiled::{Decision, Situation};
use register::resolved::MAX_ATTRIBUTES;
use std::hint::black_box;

/// Persons whose situations are asked about in random order: more than the nearest caches hold.
const ASKED: usize = 1 << 17;

/// Situations of random people.
fn situations(people: &People) -> Vec<Situation> {
    (0..ASKED.min(people.rows))
        .map(|row| {
            let mut situation = [0; MAX_ATTRIBUTES];
            for (slot, values) in situation.iter_mut().zip(&people.values) {
                *slot = values[row];
            }
            situation
        })
        .collect()
}

/// Measures for one register.
pub fn measure(name: &str, register: &Register, people: &People, on: Date, table: &mut Table, goals: Option<[f64; 2]>) {
    let situations = situations(people);
    let duties = u16::try_from(register.resolved.duties.len()).unwrap_or(u16::MAX);
    let mut dice = Dice(7);
    let pairs: Vec<(usize, u16)> = (0..1 << 20)
        .map(|_| (dice.below(situations.len()), u16::try_from(dice.below(duties.into())).unwrap_or(0)))
        .collect();
    let one = median(5, || {
        for (person, duty) in &pairs {
            black_box(register.compiled.decide(*duty, on, &situations[*person]));
        }
    }) / pairs.len() as f64
        * 1e9;
    let most = goals.map(|goals| goals[0]);
    said(table, &format!("4: one decision, {name}"), format!("{one:.1} ns, random person and duty"), one, most);

    let all = short(20_000, |number| {
        let situation = &situations[pairs[number].0];
        for duty in 0..duties {
            black_box(register.compiled.decide(duty, on, situation));
        }
    });
    let median_of_all = (all.median - all.clock).max(0.0);
    let text =
        format!("{median_of_all:.0} ns p50, {:.0} ns p99 (clock {:.0} ns taken off)", all.p99 - all.clock, all.clock);
    said(
        table,
        &format!("4: one person, all {duties} duties, {name}"),
        text,
        median_of_all,
        goals.map(|goals| goals[1]),
    );

    let reasoned = short(50_000, |number| {
        let (person, duty) = pairs[number];
        let place = people.municipality[person];
        if let Some(why) = register.compiled.why(&register.resolved, duty, place, on, &situations[person]) {
            black_box((why.organ, why.basis, why.clause.id.as_str()));
            for other in why.alternatives() {
                black_box((other.clause.id.as_str(), other.failing));
            }
        }
    });
    let text = format!(
        "{:.0} ns p50, {:.0} ns p99: clause, basis, organ, each other clause with what failed",
        reasoned.median - reasoned.clock,
        reasoned.p99 - reasoned.clock
    );
    said(
        table,
        &format!("4: one decision with its reason, {name}"),
        text,
        reasoned.p99 - reasoned.clock,
        Some(1_000.0),
    );

    let words = &register.resolved.words;
    let facts = |person: usize| -> Facts {
        let mut facts = Facts::none();
        for (at, attribute) in (0..).zip(&words.attributes) {
            if attribute.is_asked() {
                facts.set(at, register::ask::Given::Value(situations[person][usize::from(at)]));
            }
        }
        facts
    };
    let asked: Vec<Facts> = pairs[..10_000].iter().map(|(person, _)| facts(*person)).collect();
    let full = short(10_000, |number| {
        let (person, duty) = pairs[number];
        if let Ok(answer) = register.who(duty, people.municipality[person], on, &asked[number]) {
            black_box(register.reason(&answer));
        }
    });
    let text = format!(
        "{:.1} µs p50, {:.1} µs p99: all that a page shows, missing facts allowed",
        full.median / 1e3,
        full.p99 / 1e3
    );
    table.add(&format!("4: `who` and `reason`, {name}"), text, String::new(), String::new(), String::new(), None);
}

fn said(table: &mut Table, name: &str, text: String, value: f64, most: Option<f64>) {
    match most {
        Some(most) => table.ratio(name, text, format!("goal {most:.0} ns"), value, most, 1.0),
        None => table.add(name, text, String::new(), String::new(), String::new(), None),
    }
}

/// How many of the register's answers for these people are one clause: the sum that keeps the compiler from skipping.
pub fn decided(world: &World, people: &People, on: Date) -> usize {
    let situations = situations(people);
    let clause = |duty: u16, situation: &Situation| {
        matches!(world.register.compiled.decide(duty, on, situation), Some(Decision::Clause(_)))
    };
    situations.iter().take(1_000).map(|one| world.duties.iter().filter(|duty| clause(**duty, one)).count()).sum()
}
