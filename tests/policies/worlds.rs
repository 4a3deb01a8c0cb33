//! Random worlds: what the program told each post of each case, by its statements, is what the policies say.

use crate::access_worlds::{self, Known};
use crate::cedar::{Cedar, Told, both, case, post};
use crate::on_both_engines;
use crate::world::World;

fn told(known: &Known) -> Told<'_> {
    Told {
        held: known.held.iter().map(|(organ, held)| (organ.as_str(), *held)).collect(),
        secluded: known.secluded,
        keeping: known.keeps.iter().map(String::as_str).collect(),
        opened_by: known.opened.iter().map(String::as_str).collect(),
        drawn_by: known.drawn.iter().map(String::as_str).collect(),
        handlers: known.handlers.as_ref().map(|all| all.iter().map(String::as_str).collect()),
    }
}

async fn statements_and_policies_agree(world: &World) {
    let all = access_worlds::ask(world, 4_711).await;
    let cedar = Cedar::read();
    let mut allowed = 0;
    for one in &all.asked {
        let entities = both(post(&one.post, one.function, &one.organ), case(&told(&all.cases[one.case])));
        let says = cedar.may(&entities, one.action);
        assert_eq!(says, one.said, "{one:?} {:?}", all.cases[one.case]);
        allowed += usize::from(says);
    }
    assert!(allowed > 200 && all.asked.len() > 10 * allowed / 9, "{allowed} of {}", all.asked.len());
}

on_both_engines! { at "2025-03-03T09:00:00+02:00":
    statements_and_policies_agree,
}
