//! The policies as Cedar understands them, asked about every function, every set of bearings, secluded or not, and every
//! action: all that there is, and no sample of it.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;

use authorization::{Action, Bearing, Function, Held, Standing};
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

/// A post.
pub fn post(name: &str, function: Function, organ: &str) -> Entity {
    let attributes = [("name", name), ("function", function.word()), ("organ", organ)]
        .map(|(key, text)| (key.to_owned(), word(text)));
    Entity::new(uid("Post", "post"), HashMap::from(attributes), HashSet::new()).expect("a post")
}

fn word(text: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(text.to_owned())
}

fn set<'a>(words: impl IntoIterator<Item = &'a str>) -> RestrictedExpression {
    RestrictedExpression::new_set(words.into_iter().map(word))
}

/// A case, as policies know it.
#[derive(Default)]
pub struct Told<'a> {
    /// What each organ holds.
    pub held: Vec<(&'a str, Held)>,
    /// Only the lead knows of it.
    pub secluded: bool,
    /// Organs that keep papers.
    pub keeping: Vec<&'a str>,
    /// Posts that opened it.
    pub opened_by: Vec<&'a str>,
    /// Organs that drew it.
    pub drawn_by: Vec<&'a str>,
    /// Named handlers; none: the person is not protected.
    pub handlers: Option<Vec<&'a str>>,
}

/// The case.
pub fn case(told: &Told<'_>) -> Entity {
    let with = |bearing| told.held.iter().filter(move |(_, held)| held.has(bearing)).map(|(organ, _)| *organ);
    let attributes = [
        ("lead", word(with(Bearing::Lead).next().unwrap_or("nobody"))),
        ("deciding", set(with(Bearing::Decide))),
        ("doing", set(with(Bearing::Do))),
        ("taking_part", set(with(Bearing::TakePart))),
        ("steering", set(with(Bearing::Steer))),
        ("supervising", set(with(Bearing::Supervise))),
        ("secluded", RestrictedExpression::new_bool(told.secluded)),
        ("keeping", set(told.keeping.iter().copied())),
        ("opened_by", set(told.opened_by.iter().copied())),
        ("drawn_by", set(told.drawn_by.iter().copied())),
        ("protected", RestrictedExpression::new_bool(told.handlers.is_some())),
        ("handlers", set(told.handlers.iter().flatten().copied())),
    ];
    let attributes = attributes.map(|(key, value)| (key.to_owned(), value));
    Entity::new(uid("Case", "case"), HashMap::from(attributes), HashSet::new()).expect("a case")
}

/// Whoever answers: the policies, read once.
pub struct Cedar {
    policies: PolicySet,
    authorizer: Authorizer,
}

impl Cedar {
    /// Reads the policies.
    pub fn read() -> Self {
        Self { policies: policies(), authorizer: Authorizer::new() }
    }

    /// Whether the post may do that to the case.
    pub fn may(&self, entities: &Entities, action: Action) -> bool {
        let (post, case) = (uid("Post", "post"), uid("Case", "case"));
        let request = Request::new(post, uid("Action", action.word()), case, Context::empty(), None);
        let answer = self.authorizer.is_authorized(&request.expect("a request"), &self.policies, entities);
        let faults: Vec<_> = answer.diagnostics().errors().collect();
        assert!(faults.is_empty(), "{faults:?}");
        answer.decision() == Decision::Allow
    }
}

/// The two of a question.
pub fn both(post: Entity, case: Entity) -> Entities {
    Entities::from_entities([post, case], None).expect("two of them")
}

#[test]
fn the_policies_fit_the_schema() {
    let validated = Validator::new(schema()).validate(&policies(), ValidationMode::Strict);
    assert!(validated.validation_passed(), "{validated}");
}

/// What standing beyond the holdings can change.
const BEYOND: [Action; 7] =
    [Action::List, Action::Search, Action::Read, Action::ReadDocument, Action::Export, Action::TakeStep, Action::Draw];

#[test]
fn the_policies_say_what_the_table_says() {
    let cedar = Cedar::read();
    let (mut asked, mut allowed) = (0, 0);
    for place in 0..1_u32 << Bearing::ALL.len() {
        let held = Bearing::ALL
            .iter()
            .enumerate()
            .filter(|(at, _)| place >> at & 1 == 1)
            .fold(Held::NOTHING, |held, (_, bearing)| held.and(*bearing));
        for more in 0..1_u32 << 5 {
            let is = |at: u32| more >> at & 1 == 1;
            let standing =
                Standing { held, secluded: is(0), keeps: is(1), opened: is(2), drawn: is(3), shielded: is(4) };
            let some = |holds, mine| if holds { vec![mine, "other"] } else { vec!["other"] };
            let another = Held::NOTHING.and(Bearing::Decide).and(Bearing::TakePart);
            let lead = if held.has(Bearing::Lead) { another } else { another.and(Bearing::Lead) };
            let told = Told {
                held: vec![(OWN, held), ("municipality:109", lead)],
                secluded: is(0),
                keeping: some(is(1), OWN),
                opened_by: some(is(2), "post"),
                drawn_by: some(is(3), OWN),
                handlers: is(4).then(|| vec!["other"]),
            };
            for function in Function::ALL {
                let entities = both(post("post", *function, OWN), case(&told));
                let all = more == 0 || more == 1;
                for action in Action::ALL.iter().filter(|action| all || BEYOND.contains(action)) {
                    let says = cedar.may(&entities, *action);
                    assert_eq!(says, standing.may(*function, *action), "{function} {action} {standing:?}");
                    asked += 1;
                    allowed += usize::from(says);
                }
            }
        }
    }
    assert_eq!(asked, 64 * Function::ALL.len() * (2 * Action::ALL.len() + 30 * BEYOND.len()));
    assert!(allowed > asked / 20 && allowed < asked / 2, "{allowed} of {asked} are allowed");
}

#[test]
fn a_named_handler_reads_the_documents_of_a_protected_person() {
    let cedar = Cedar::read();
    let lead = Held::NOTHING.and(Bearing::Lead);
    for (handlers, reads) in [(None, true), (Some(vec!["post"]), true), (Some(vec!["other"]), false)] {
        let told = Told { held: vec![(OWN, lead)], handlers, ..Told::default() };
        let entities = both(post("post", Function::Handler, OWN), case(&told));
        assert_eq!(cedar.may(&entities, Action::ReadDocument), reads);
        assert!(cedar.may(&entities, Action::Read));
    }
}
