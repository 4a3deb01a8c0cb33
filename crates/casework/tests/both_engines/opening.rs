//! Opening a case asks the register, and the database keeps exactly one lead whatever is tried.

use casework::holding::Between;

use crate::on_both_engines;
use crate::world::World;

/// A registered job seeker in Forssa with a permit.
const JOB_SEEKER: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

async fn the_lead_is_whom_the_register_names(world: &World) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    assert_eq!(opened.route.lead.organ, "te-office:hame", "{:?}", opened.route);
    assert!(opened.route.between().is_none());
    assert!(!opened.route.lead.path.basis.is_empty(), "no answer without a basis");
    assert_eq!(world.number("select count(*) as n from holding where role = 'lead' and until_at is null").await, 1);
}

async fn a_case_that_nobody_leads_lies_between_chairs(world: &World) {
    let person = world.person((1990, 5, 1), &[("municipality", "061", "2024-01-01")]).await;
    let coordinator = world.acting("forssa/coordinator").await;
    let opened = world.house.open_case(&coordinator, "initial-assessment", person).await.expect("it is opened");
    assert_eq!(opened.route.lead.organ, "municipality:061");
    assert!(matches!(opened.route.between(), Some(Between::Ask { .. })), "{:?}", opened.route);
}

async fn the_database_refuses_what_would_leave_none_or_two(world: &World) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    let columns = "case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, path, cause, \
        cause_id, recorded_at, recorded_by";
    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let copy = |previous: &str, change: (&str, &str)| {
        let values = columns.replace("previous", previous).replacen(change.0, change.1, 1);
        format!("insert into holding (id, {columns}) select {new_id}, {values} from holding where role = 'lead'")
    };
    let early = if world.is_sqlite() { "'2020-01-01T00:00:00.000000Z'" } else { "from_at - interval '1 day'" };
    for (sql, said) in [
        (
            "update holding set until_at = from_at where role = 'lead'".to_owned(),
            "a lead ends only when another begins",
        ),
        ("update holding set organ = 'municipality:061'".to_owned(), "a holding is never edited"),
        ("delete from holding".to_owned(), "a holding is never removed"),
        ("delete from case_file".to_owned(), "a case is never removed"),
        ("update case_file set status = 'invited'".to_owned(), "a change raises the version by one"),
        (copy("null", ("", "")), "a case has its first lead when it is opened"),
        (copy("id", ("from_at", early)), "a lead does not begin before the one it follows"),
        ("update holding set voided_at = from_at".to_owned(), "a holding is withdrawn once, before it begins"),
    ] {
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    // Even by hand a second lead only ends the first one.
    world.by_hand(&copy("id", ("", ""))).await.expect("the chain goes on");
    assert_eq!(world.number("select count(*) as n from holding where role = 'lead' and until_at is null").await, 1);
    let close = "update case_file set closed_at = opened_at, version = version + 1";
    world.by_hand(close).await.expect("it closes");
    assert_eq!(world.number("select count(*) as n from holding where until_at is null").await, 0);
}

async fn who_neither_sees_the_person_nor_bears_the_case_learns_nothing(world: &World) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let stranger = world.acting("hameenlinna/coordinator").await;
    let refused = world.house.open_case(&stranger, "initial-assessment", person).await.expect_err("it is refused");
    let nobody = uuid::Uuid::nil();
    let absent = world.house.open_case(&stranger, "initial-assessment", nobody).await.expect_err("there is nobody");
    assert_eq!(refused, absent, "the same for a person that may not be seen and one that is not there");
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    the_lead_is_whom_the_register_names,
    a_case_that_nobody_leads_lies_between_chairs,
    who_neither_sees_the_person_nor_bears_the_case_learns_nothing,
    the_database_refuses_what_would_leave_none_or_two,
}
