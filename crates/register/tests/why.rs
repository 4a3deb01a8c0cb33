//! The short reason agrees with the decision, and names what really fails.

use calendar::day;
use register::Register;
use register::compiled::{Decision, Situation};

#[test]
fn the_short_reason_names_the_clause_that_holds_and_what_failed_in_the_others() {
    let register = Register::shipped();
    let words = &register.resolved.words;
    let on = day(2025, 3, 1);
    let mut asked = 0;
    for number in 0..500_usize {
        let mut situation: Situation = [0; register::resolved::MAX_ATTRIBUTES];
        for (at, attribute) in words.attributes.iter().enumerate() {
            situation[at] = u8::try_from((number * (7 * at + 13)) % attribute.values.len()).unwrap();
        }
        for (duty, one) in (0_u16..).zip(&register.resolved.duties) {
            let Some(Decision::Clause(clause)) = register.compiled.decide(duty, on, &situation) else {
                assert!(register.compiled.why(&register.resolved, duty, Some(0), on, &situation).is_none());
                continue;
            };
            let why = register.compiled.why(&register.resolved, duty, Some(0), on, &situation).unwrap();
            assert_eq!(why.clause.id, one.lead[usize::from(clause)].id);
            assert_eq!(why.organ, register.compiled.organ(why.clause, Some(0), on));
            let mut count = 0;
            for other in why.alternatives() {
                assert!(other.clause.period.contains(on) && other.clause.id != why.clause.id);
                let value = situation[usize::from(other.failing)];
                let refuses =
                    |one: &register::resolved::Box| one.set(other.failing).is_some_and(|set| set >> value & 1 == 0);
                assert!(other.clause.boxes.iter().any(refuses), "{} of {}", other.clause.id, one.id);
                count += 1;
            }
            let in_force =
                one.lead.iter().filter(|clause| clause.period.contains(on) && !clause.boxes.is_empty()).count();
            assert_eq!(count + 1, in_force, "{}", one.id);
            asked += count;
        }
    }
    assert!(asked > 1_000);
}
