//! Asking the register who bears a case. Pure: the same facts, day and edition always give the same route.

use jiff::civil::Date;
use register::Register;
use register::ask::{Answer, Ask, Bearing, Facts, Given, Outcome, Refusal};
use register::resolved::{CaseType, DutyIndex, OrganIndex, Role as ClauseRole};

use crate::holding::{Between, NewHolding, Path};
use crate::person::Situation;

/// Who bears a case: always one lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The lead; where nobody leads by the register, the one that looks after the case until that is settled.
    pub lead: NewHolding,
    /// Those beside.
    pub beside: Vec<NewHolding>,
}

impl Route {
    /// Why the case lies between chairs, if it does.
    #[must_use]
    pub fn between(&self) -> Option<&Between> {
        self.lead.path.between.as_ref()
    }
}

/// Whom the register names on a day. `otherwise` is the organ that looks after the case where the case type's keeper
/// cannot be found, because no municipality is known: the organ that opened it.
#[must_use]
pub fn route(register: &Register, case_type: &CaseType, situation: &Situation, on: Date, otherwise: &str) -> Route {
    let (answer, age) = ask(register, case_type.duty, situation, on);
    let path = Path {
        duty: register.resolved.duties[usize::from(case_type.duty)].id.clone(),
        day: on,
        municipality: situation.municipality.map(|at| register.resolved.territory.at(at).code.clone()),
        facts: situation.given.clone(),
        age,
        ..Path::default()
    };
    let answer = match answer {
        Ok(answer) => answer,
        Err(_) => return kept(register, case_type, situation, on, otherwise, path, Between::Contradiction),
    };
    let between = match &answer.outcome {
        Outcome::Answered { lead, beside, .. } => {
            return Route {
                lead: holding(register, &answer, lead, ClauseRole::Lead, &path),
                beside: beside
                    .iter()
                    .map(|bearing| holding(register, &answer, bearing, ClauseRole::Beside, &path))
                    .collect(),
            };
        }
        Outcome::Nobody(nobody) => {
            let path = Path {
                clauses: clauses(register, case_type.duty, &nobody.clauses, ClauseRole::Lead),
                basis: bases(register, &answer, &nobody.clauses, ClauseRole::Lead),
                ..path
            };
            return kept(register, case_type, situation, on, otherwise, path, Between::Nobody);
        }
        Outcome::Undetermined(undetermined) => {
            let possible = undetermined
                .possible
                .iter()
                .filter_map(|possible| possible.lead)
                .map(|(organ, _)| organ_word(register, organ))
                .collect();
            match &undetermined.ask {
                Some(Ask::Attribute(attribute, values)) => {
                    let attribute = register.resolved.words.at(*attribute);
                    let values = (0_u8..)
                        .zip(&attribute.values)
                        .filter(|(at, _)| values >> at & 1 == 1)
                        .map(|(_, value)| value.id.clone())
                        .collect();
                    Between::Ask { attribute: attribute.id.clone(), values, possible }
                }
                Some(Ask::Municipality) => Between::AskMunicipality { possible },
                None => Between::Undetermined { possible },
            }
        }
    };
    kept(register, case_type, situation, on, otherwise, path, between)
}

/// Asks with the age, where the birth day leaves one, or where it leaves two that make no difference.
fn ask(
    register: &Register,
    duty: DutyIndex,
    situation: &Situation,
    on: Date,
) -> (Result<Answer, Refusal>, Option<u16>) {
    let who = |facts: &Facts| register.who(duty, situation.municipality, on, facts);
    let aged = |age: u16| {
        let mut facts = situation.facts.clone();
        if let Ok((attribute, given)) = register.fact("age", &age.to_string())
            && !matches!(facts.get(attribute), Some(Given::Value(_) | Given::Day(_)))
        {
            facts.set(attribute, given);
        }
        who(&facts)
    };
    match situation.ages.as_slice() {
        [age] => (aged(*age), Some(*age)),
        [younger, older] => {
            let (one, other) = (aged(*younger), aged(*older));
            match (&one, &other) {
                (Ok(a), Ok(b)) if same(a, b) => (one, Some(*younger)),
                _ => (who(&situation.facts), None),
            }
        }
        _ => (who(&situation.facts), None),
    }
}

/// Whether two answers name the same organs with the same verbs.
fn same(one: &Answer, other: &Answer) -> bool {
    let key = |bearing: &Bearing| (bearing.organ, bearing.verb, bearing.force);
    match (&one.outcome, &other.outcome) {
        (Outcome::Answered { lead: a, beside: with_a, .. }, Outcome::Answered { lead: b, beside: with_b, .. }) => {
            key(a) == key(b) && with_a.iter().map(key).eq(with_b.iter().map(key))
        }
        (Outcome::Nobody(a), Outcome::Nobody(b)) => a == b,
        _ => false,
    }
}

/// The keeper of the case type looks after it.
fn kept(
    register: &Register,
    case_type: &CaseType,
    situation: &Situation,
    on: Date,
    otherwise: &str,
    path: Path,
    between: Between,
) -> Route {
    let organs = &register.resolved.organs;
    let keeper = situation.municipality.and_then(|municipality| {
        register.organs_of(municipality, on).into_iter().find(|organ| organs.at(*organ).kind == case_type.keeper)
    });
    let organ = keeper.map_or_else(|| otherwise.to_owned(), |organ| organ_word(register, organ));
    let lead = NewHolding {
        organ,
        verb: KEEP.to_owned(),
        also: Vec::new(),
        force: "must".to_owned(),
        path: Path { between: Some(between), ..path },
    };
    Route { lead, beside: Vec::new() }
}

/// The verb of an organ that looks after a case which nobody leads. It brings no power to decide.
pub const KEEP: &str = "see-to";

fn holding(register: &Register, answer: &Answer, bearing: &Bearing, role: ClauseRole, path: &Path) -> NewHolding {
    let verbs = &register.resolved.words.verbs;
    let word = |verb: u8| verbs[usize::from(verb)].id.clone();
    NewHolding {
        organ: organ_word(register, bearing.organ),
        verb: word(bearing.verb),
        also: bearing.also.iter().copied().map(word).collect(),
        force: bearing.force.id().to_owned(),
        path: Path {
            clauses: clauses(register, answer.duty, &bearing.clauses, role),
            basis: bases(register, answer, &bearing.clauses, role),
            certainty: bearing.certainty.id().to_owned(),
            ..path.clone()
        },
    }
}

fn organ_word(register: &Register, organ: OrganIndex) -> String {
    register.resolved.organs.at(organ).id.clone()
}

fn clauses(register: &Register, duty: DutyIndex, clauses: &[u16], role: ClauseRole) -> Vec<String> {
    let duty = &register.resolved.duties[usize::from(duty)];
    let list = if role == ClauseRole::Beside { &duty.beside } else { &duty.lead };
    clauses.iter().filter_map(|at| list.get(usize::from(*at))).map(|clause| clause.id.clone()).collect()
}

fn bases(register: &Register, answer: &Answer, clauses: &[u16], role: ClauseRole) -> Vec<String> {
    register
        .bases(answer, clauses, role)
        .iter()
        .map(|citation| {
            let source = &register.resolved.sources[usize::from(citation.source)].id;
            format!("{source} {}", citation.written()).trim_end().to_owned()
        })
        .collect()
}
