//! The rules: what each function may do through each bearing. The policies in `policy/case.cedar` say the same in words.

use super::action::Action::{
    Answer, BreakGlass, ChangeLimit, Count, Decide as MakeDecision, Draw, Export, Link, List, ManagePosts, Notify,
    Offer, Open, Protect, Read, ReadDocument, RecordFact, Review, Search, SeeFigures, SeeJournal, TakeStep, Upload,
    Withdraw, WriteField,
};
use super::action::{Action, Actions};
use super::bearing::{Bearing, Held};
use super::function::Function;

/// The file and that there is it.
const FILE: Actions = Actions::of(&[List, Read, Search, Count, ReadDocument]);
/// One's own part in it.
const PART: Actions = Actions::of(&[WriteField, TakeStep, Upload, Withdraw, RecordFact, Link]);
/// What the lead does.
const LEADING: Actions = Actions::of(&[Notify, Offer, Protect, ChangeLimit]);

/// What a function may do through a bearing; without one (`None`), what it may do in no case at all.
#[must_use]
pub const fn given(function: Function, bearing: Option<Bearing>) -> Actions {
    let Some(bearing) = bearing else { return without_a_case(function) };
    match (function, bearing) {
        (Function::Handler | Function::DecisionMaker | Function::TeamLead, Bearing::Do | Bearing::TakePart) => {
            FILE.and(PART)
        }
        (Function::Handler | Function::TeamLead, Bearing::Decide) => FILE.and(PART).and(Actions::of(&[Notify])),
        (Function::DecisionMaker, Bearing::Decide) => FILE.and(PART).and(Actions::of(&[Notify, MakeDecision])),
        (Function::Handler | Function::DecisionMaker, Bearing::Lead) => FILE.and(PART).and(LEADING),
        (Function::TeamLead, Bearing::Lead) => {
            FILE.and(PART).and(LEADING).and(Actions::of(&[Export, SeeJournal, SeeFigures]))
        }
        (Function::Specialist, Bearing::Lead | Bearing::Decide | Bearing::Do | Bearing::TakePart) => {
            FILE.and(Actions::of(&[WriteField, Upload]))
        }
        (Function::Director, Bearing::Lead | Bearing::Decide | Bearing::Do | Bearing::TakePart) => {
            Actions::of(&[List, Count, SeeFigures])
        }
        (Function::Supervisor, Bearing::Lead) => FILE.and(PART).and(LEADING).and(Actions::of(&[Draw])),
        (Function::Planner, _)
        | (Function::Director | Function::Supervisor, Bearing::Steer | Bearing::Supervise)
        | (Function::TeamLead, Bearing::Steer | Bearing::Supervise) => Actions::of(&[SeeFigures]),
        (Function::Handler | Function::DecisionMaker | Function::Specialist, Bearing::Steer | Bearing::Supervise)
        | (Function::Supervisor, Bearing::Decide | Bearing::Do | Bearing::TakePart)
        | (Function::Auditor | Function::Administrator, _) => Actions::NONE,
    }
}

const fn without_a_case(function: Function) -> Actions {
    match function {
        Function::Handler | Function::DecisionMaker => Actions::of(&[Open, Answer, BreakGlass]),
        Function::TeamLead => Actions::of(&[Open, Answer, BreakGlass, Review]),
        Function::Specialist => Actions::of(&[BreakGlass]),
        Function::Supervisor => Actions::of(&[Open]),
        Function::Director => Actions::of(&[Review]),
        Function::Auditor => Actions::of(&[SeeJournal, Review]),
        Function::Administrator => Actions::of(&[ManagePosts]),
        Function::Planner => Actions::NONE,
    }
}

/// The whole, worked out when the program is compiled: a decision is one look.
static TABLE: [[Actions; Held::COUNT]; Function::ALL.len()] = table();

const fn table() -> [[Actions; Held::COUNT]; Function::ALL.len()] {
    let mut table = [[Actions::NONE; Held::COUNT]; Function::ALL.len()];
    let mut function = 0;
    while function < Function::ALL.len() {
        let mut place = 0;
        while place < Held::COUNT {
            let mut actions = without_a_case(Function::ALL[function]);
            let mut bearing = 0;
            while bearing < Bearing::ALL.len() {
                if Held::at(place).has(Bearing::ALL[bearing]) {
                    actions = actions.and(given(Function::ALL[function], Some(Bearing::ALL[bearing])));
                }
                bearing += 1;
            }
            table[function][place] = actions;
            place += 1;
        }
        function += 1;
    }
    table
}

/// Whether a post of a function, whose organ holds this in a case, may do that to it.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "both places are smaller than the table by their types")]
pub fn may(function: Function, held: Held, action: Action) -> bool {
    TABLE[function as usize][held.place() & (Held::COUNT - 1)].has(action)
}
