//! The proof finds each way in which a hand could break the promise, with the database's own refusals switched off.

use casework::post::Acting;

use crate::on_both_engines;
use crate::world::World;

const FACTS: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

async fn what_a_hand_breaks_is_found(world: &World) {
    let expert = world.acting("te-hame/expert").await;
    let mut numbers = Vec::new();
    for _ in 0..7 {
        let person = world.person((1990, 5, 1), &FACTS).await;
        numbers.push(world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened").number);
    }
    let operator = Acting::operator();
    let sound = world.house.prove_promise(&operator, 10).await.expect("it is proved");
    assert_eq!((sound.cases, sound.open, sound.leads, sound.faults.len()), (7, 7, 7, 0), "{sound:?}");

    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let columns = "case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, path, cause, \
        cause_id, recorded_at, recorded_by";
    let lead = |at: usize| {
        let number = numbers[at];
        format!("(select id from holding where role = 'lead' and previous is null and case_id = {})", case_id(number))
    };
    let copied = |at: usize, previous: &str, role: &str| {
        let values = columns.replace("previous", previous).replace("role", role);
        format!("insert into holding (id, {columns}) select {id}, {values} from holding where id = {};", lead(at))
    };
    let breaks = [
        ("last-lead", format!("update holding set until_at = from_at where id = {};", lead(0))),
        ("first-lead", copied(1, "null", "role")),
        ("fork", copied(2, "id", "role").repeat(2)),
        ("pointer", format!("update case_file set lead_holding = {} where number = {};", lead(4), numbers[3])),
        ("beside", copied(4, "null", "'beside'").repeat(2)),
        ("organ-not-there", format!("update holding set organ = 'te-office:gone' where id = {};", lead(5))),
    ];
    for (_, sql) in &breaks {
        world.by_hand(&unguarded(world, sql)).await.unwrap_or_else(|fault| panic!("{sql}: {fault}"));
    }
    let broken = world.house.prove_promise(&operator, 100).await.expect("it is proved");
    for (at, (word, _)) in breaks.iter().enumerate() {
        let number = Some(numbers[at]);
        let found = broken.faults.iter().any(|fault| fault.number == number && fault.broken.word() == *word);
        assert!(found, "{word} in case {number:?}: {broken:#?}");
    }
}

fn case_id(number: i64) -> String {
    format!("(select id from case_file where number = {number})")
}

/// The same statements, with the triggers and unique indexes out of the way.
fn unguarded(world: &World, sql: &str) -> String {
    let indexes = "drop index if exists holding_first_lead; drop index if exists holding_one_successor; \
        drop index if exists case_of_lead;";
    if world.is_sqlite() {
        let triggers: String = [
            "holding_is_well_begun",
            "holding_ends_the_one_before",
            "holding_is_never_edited",
            "holding_withdrawn_lets_the_one_before_go_on",
            "case_keeps_what_it_is",
        ]
        .iter()
        .map(|name| format!("drop trigger if exists {name};"))
        .collect();
        format!("{indexes} {triggers} {sql}")
    } else {
        format!("{indexes} set session_replication_role = replica; {sql}")
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00": what_a_hand_breaks_is_found }
