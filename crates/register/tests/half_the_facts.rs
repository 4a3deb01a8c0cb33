//! Half the facts: what is answered early is never taken back, and the order of the questions does not matter.
//!
//! A situation is drawn whole: a value for every attribute that is asked, so that nothing impossible holds. Then only a
//! part of it is told, or it is told one question at a time.

use calendar::Date;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use register::Register;
use register::ask::{Ask, Facts, Given, Outcome};
use register::resolved::{AttributeIndex, DutyIndex, Force, MunicipalityIndex, OrganIndex};

/// Who leads and with which force; none: nobody does.
type End = Option<(OrganIndex, Force)>;

/// A question with the whole situation behind it.
#[derive(Debug, Clone)]
struct Situation {
    duty: DutyIndex,
    municipality: Option<MunicipalityIndex>,
    on: Date,
    facts: Facts,
    /// The attributes that are asked, in some order.
    order: Vec<AttributeIndex>,
}

fn asked() -> Vec<AttributeIndex> {
    let words = &Register::shipped().resolved.words;
    (0..).zip(&words.attributes).filter(|(_, attribute)| attribute.is_asked()).map(|(at, _)| at).collect()
}

fn days() -> Vec<Date> {
    let register = Register::shipped();
    let mut days: Vec<Date> = register.compiled.duties.iter().flat_map(|duty| duty.starts.clone()).collect();
    days.extend(days.clone().iter().filter_map(|day| day.yesterday().ok()));
    days.retain(|day| *day >= register.resolved.begins);
    days.sort_unstable();
    days.dedup();
    days
}

fn situations() -> impl Strategy<Value = Situation> {
    let register = Register::shipped();
    let duty = 0..u16::try_from(register.resolved.duties.len()).unwrap_or(u16::MAX);
    let municipality = 0..u16::try_from(register.resolved.territory.municipalities.len()).unwrap_or(u16::MAX);
    let values = proptest::collection::vec(any::<u8>(), register.resolved.words.attributes.len());
    (duty, municipality, proptest::sample::select(days()), values, Just(asked()).prop_shuffle()).prop_filter_map(
        "a situation that can be",
        move |(duty, municipality, on, values, order)| {
            let words = &register.resolved.words;
            if !register.resolved.territory.at(municipality).period.contains(on) {
                return None;
            }
            let mut facts = Facts::none();
            for attribute in &order {
                let count = words.at(*attribute).values.len();
                let value = usize::from(values[usize::from(*attribute)]) % count;
                facts.set(*attribute, Given::Value(u8::try_from(value).ok()?));
            }
            let abroad = words
                .attribute("place")
                .is_some_and(|(place, attribute)| facts.get(place) == attribute.value("abroad").map(Given::Value));
            let municipality = (!abroad).then_some(municipality);
            register.consistent(on, &facts).ok()?;
            Some(Situation { duty, municipality, on, facts, order })
        },
    )
}

fn outcome(situation: &Situation, facts: &Facts) -> Result<Outcome, TestCaseError> {
    Register::shipped()
        .who(situation.duty, situation.municipality, situation.on, facts)
        .map(|answer| answer.outcome)
        .map_err(|refusal| TestCaseError::fail(refusal.to_string()))
}

/// The end of a question, when there is one.
fn end(outcome: &Outcome) -> Option<End> {
    match outcome {
        Outcome::Answered { lead, .. } => Some(Some((lead.organ, lead.force))),
        Outcome::Nobody(_) => Some(None),
        Outcome::Undetermined(_) => None,
    }
}

/// The end with every fact told. Abroad, a duty that needs a municipality has none.
fn whole(situation: &Situation) -> Result<Option<End>, TestCaseError> {
    outcome(situation, &situation.facts).map(|outcome| end(&outcome))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn answering_what_is_asked_ends_as_with_every_fact_told(situation in situations()) {
        let words = &Register::shipped().resolved.words;
        let table = &Register::shipped().compiled.duties[usize::from(situation.duty)];
        let mut facts = Facts::none();
        for _ in 0..=words.attributes.len() {
            let now = outcome(&situation, &facts)?;
            let Outcome::Undetermined(undetermined) = &now else {
                prop_assert_eq!(end(&now), whole(&situation)?);
                return Ok(());
            };
            let attribute = match undetermined.ask {
                Some(Ask::Attribute(attribute, _)) => attribute,
                Some(Ask::Municipality) => {
                    prop_assert!(situation.municipality.is_none(), "it asks for the municipality that was told");
                    return Ok(());
                }
                None => {
                    prop_assert_eq!(whole(&situation)?, None, "it asks nothing more, and the facts would have told");
                    return Ok(());
                }
            };
            prop_assert!(facts.get(attribute).is_none(), "`{}` is asked twice", words.at(attribute).id);
            let mentioned = table.on(situation.on).is_some_and(|stretch| stretch.lead.mentions(attribute));
            prop_assert!(mentioned, "`{}` is asked and the duty does not mention it", words.at(attribute).id);
            prop_assert!(undetermined.possible.len() > 1, "one answer is possible and it still asks");
            if let Some(given) = situation.facts.get(attribute) {
                facts.set(attribute, given);
            }
        }
        prop_assert!(false, "more questions than there are attributes");
    }

    #[test]
    fn whatever_the_order_an_answer_given_early_is_never_taken_back(situation in situations()) {
        let mut facts = Facts::none();
        let mut early: Option<End> = None;
        for attribute in &situation.order {
            if let Some(given) = situation.facts.get(*attribute) {
                facts.set(*attribute, given);
            }
            let now = end(&outcome(&situation, &facts)?);
            if let Some(before) = early {
                prop_assert_eq!(now, Some(before), "the answer changed when more was told");
            }
            early = early.or(now);
        }
        prop_assert_eq!(early, whole(&situation)?);
    }

    #[test]
    fn every_end_that_is_reached_was_possible_before(situation in situations(), told in 0_usize..6) {
        let mut facts = Facts::none();
        for attribute in situation.order.iter().take(told) {
            if let Some(given) = situation.facts.get(*attribute) {
                facts.set(*attribute, given);
            }
        }
        if let Outcome::Undetermined(undetermined) = outcome(&situation, &facts)?
            && let Some(reached) = whole(&situation)?
        {
            prop_assert!(undetermined.possible.iter().any(|possible| possible.lead == reached));
        }
    }
}
