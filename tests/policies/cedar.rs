//! The policies as Cedar understands them, asked about every function, every set of bearings, secluded or not, and every
//! action: all that there is, and no sample of it.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;

use authorization::{Action, Bearing, Function, Held, may};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};

const OWN: &str = "municipality:061";

fn uid(kind: &str, id: &str) -> EntityUid {
    let kind = EntityTypeName::from_str(kind).expect("a type");
    EntityUid::from_type_name_and_id(kind, cedar_policy::EntityId::new(id))
}

fn schema() -> Schema {
    Schema::from_cedarschema_str(&super::text("schema.cedarschema")).expect("the schema can be read").0
}

fn policies() -> PolicySet {
    PolicySet::from_str(&super::text("case.cedar")).expect("the policies can be read")
}

fn post(function: Function) -> Entity {
    let word = |text: &str| RestrictedExpression::new_string(text.to_owned());
    let attributes = HashMap::from([("function".to_owned(), word(function.word())), ("organ".to_owned(), word(OWN))]);
    Entity::new(uid("Post", "post"), attributes, HashSet::new()).expect("a post")
}

fn case(held: Held, secluded: bool) -> Entity {
    let word = |text: &str| RestrictedExpression::new_string(text.to_owned());
    let set = |bearing| {
        let organs = ["municipality:109"].into_iter().chain(held.has(bearing).then_some(OWN));
        RestrictedExpression::new_set(organs.map(word))
    };
    let lead = if held.has(Bearing::Lead) { OWN } else { "te-office:hame" };
    let attributes = HashMap::from([
        ("lead".to_owned(), word(lead)),
        ("deciding".to_owned(), set(Bearing::Decide)),
        ("doing".to_owned(), set(Bearing::Do)),
        ("taking_part".to_owned(), set(Bearing::TakePart)),
        ("steering".to_owned(), set(Bearing::Steer)),
        ("supervising".to_owned(), set(Bearing::Supervise)),
        ("secluded".to_owned(), RestrictedExpression::new_bool(secluded)),
    ]);
    Entity::new(uid("Case", "case"), attributes, HashSet::new()).expect("a case")
}

#[test]
fn the_policies_fit_the_schema() {
    let validated = Validator::new(schema()).validate(&policies(), ValidationMode::Strict);
    assert!(validated.validation_passed(), "{validated}");
}

#[test]
fn the_policies_say_what_the_table_says() {
    let (policies, authorizer) = (policies(), Authorizer::new());
    let (mut asked, mut allowed) = (0, 0);
    for place in 0..1_u32 << Bearing::ALL.len() {
        let held = Bearing::ALL
            .iter()
            .enumerate()
            .filter(|(at, _)| place >> at & 1 == 1)
            .fold(Held::NOTHING, |held, (_, bearing)| held.and(*bearing));
        for secluded in [false, true] {
            // Of a secluded case only what the lead holds counts.
            let counts = if secluded && !held.has(Bearing::Lead) { Held::NOTHING } else { held };
            for function in Function::ALL {
                let entities =
                    Entities::from_entities([post(*function), case(held, secluded)], None).expect("two of them");
                for action in Action::ALL {
                    let request = Request::new(
                        uid("Post", "post"),
                        uid("Action", action.word()),
                        uid("Case", "case"),
                        Context::empty(),
                        None,
                    );
                    let answer = authorizer.is_authorized(&request.expect("a request"), &policies, &entities);
                    let faults: Vec<_> = answer.diagnostics().errors().collect();
                    assert!(faults.is_empty(), "{faults:?}");
                    let says = answer.decision() == Decision::Allow;
                    assert_eq!(
                        says,
                        may(*function, counts, *action),
                        "{function} {action} {held:?} secluded: {secluded}"
                    );
                    asked += 1;
                    allowed += usize::from(says);
                }
            }
        }
    }
    assert_eq!(asked, 64 * 2 * Function::ALL.len() * Action::ALL.len());
    assert!(allowed > asked / 20 && allowed < asked / 2, "{allowed} of {asked} are allowed");
}
