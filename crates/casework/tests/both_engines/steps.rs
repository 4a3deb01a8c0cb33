//! Steps: who may take which from where, what is written down with them, two at once, and how a case ends.

use casework::case::field::{FieldFault, FieldValue, Given};
use casework::case::rules::Against;
use casework::case::{CannotStep, Refusal as CaseRefusal, StepTaken};
use casework::holding::Role;
use casework::post::Acting;
use casework::{Error, Refusal};
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

/// A registered job seeker in Forssa with a permit: the TE office leads, the municipality stands beside.
pub const JOB_SEEKER: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

/// What may be done by the case type's first version: status, step, takers. Written out by hand, so that it is not the
/// program that says what the program must do.
const MAY: [(&str, &str, &[&str]); 9] = [
    ("opened", "invite", &["lead"]),
    ("opened", "start", &["lead"]),
    ("opened", "close", &["lead"]),
    ("invited", "invite", &["lead"]),
    ("invited", "start", &["lead"]),
    ("invited", "close", &["lead"]),
    ("under-way", "record", &["lead", "beside", "person"]),
    ("under-way", "finish", &["lead"]),
    ("under-way", "close", &["lead"]),
];

pub struct Cast {
    pub person: Uuid,
    pub lead: Acting,
    pub beside: Acting,
    pub own: Acting,
    pub stranger: Acting,
}

impl Cast {
    pub async fn of(world: &World) -> Self {
        let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
        Self {
            person,
            lead: world.acting("te-hame/expert").await,
            beside: world.acting("forssa/coordinator").await,
            own: Acting::own(person),
            stranger: world.acting("hameenlinna/coordinator").await,
        }
    }

    pub async fn open(&self, world: &World) -> Uuid {
        let opened = world.house.open_case(&self.lead, "initial-assessment", self.person).await.expect("it is opened");
        assert_eq!(opened.route.lead.organ, "te-office:hame");
        assert!(opened.route.beside.iter().any(|beside| beside.organ == "municipality:061"));
        opened.id
    }

    /// A case that stands in a status.
    async fn in_status(&self, world: &World, status: &str) -> Uuid {
        let case = self.open(world).await;
        let steps: &[&str] = match status {
            "opened" => &[],
            "invited" => &["invite"],
            "under-way" => &["start"],
            "finished" => &["start", "finish"],
            _ => &["close"],
        };
        for (at, step) in steps.iter().enumerate() {
            take(world, &self.lead, case, step, at as i64 + 1).await.unwrap_or_else(|fault| panic!("{step}: {fault}"));
        }
        case
    }
}

/// Takes a step with all that it needs.
pub async fn take(world: &World, acting: &Acting, case: Uuid, step: &str, version: i64) -> Result<StepTaken, Error> {
    let (field, result) = match step {
        "invite" => (Some("invitation-language"), None),
        "finish" => (Some("result-reasons"), Some("plan-needed")),
        "close" => (Some("result-reasons"), Some("not-carried-out")),
        _ => (None, None),
    };
    let fields: Vec<Given> = field.map(|field| Given::new(field, "عربي")).into_iter().collect();
    world.house.take_step(acting, case, step, version, &fields, result).await
}

fn cannot(refused: Result<StepTaken, Error>) -> CannotStep {
    match refused {
        Err(Error::Refused(Refusal::Case(CaseRefusal::CannotStep(cannot)))) => *cannot,
        other => panic!("it cannot be taken: {other:?}"),
    }
}

fn is_unknown<T: std::fmt::Debug>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::Case(CaseRefusal::Unknown))))
}

async fn each_step_by_each_taker_in_each_status(world: &World) {
    let cast = Cast::of(world).await;
    let steps = ["invite", "start", "record", "finish", "close"];
    for status in ["opened", "invited", "under-way", "finished", "lapsed"] {
        let mut case = cast.in_status(world, status).await;
        for step in steps {
            for (taker, acting) in [("lead", &cast.lead), ("beside", &cast.beside), ("person", &cast.own)] {
                let before = world.house.case(&cast.lead, case).await.expect("it is seen").case;
                assert_eq!(before.status, status);
                let may = MAY.iter().any(|(from, one, by)| (*from, *one) == (status, step) && by.contains(&taker));
                let done = take(world, acting, case, step, before.version).await;
                if may {
                    let done = done.unwrap_or_else(|fault| panic!("{status} {step} {taker}: {fault}"));
                    assert_eq!(done.version, before.version + 1);
                    case = cast.in_status(world, status).await;
                } else {
                    let against = cannot(done).against;
                    let closed = ["finished", "lapsed"].contains(&status);
                    assert_eq!(against.contains(&Against::Closed), closed, "{status} {step} {taker}: {against:?}");
                    let after = world.house.case(&cast.lead, case).await.expect("it is seen").case;
                    assert_eq!(after, before, "what is refused changes nothing");
                }
            }
            let strange = take(world, &cast.stranger, case, step, 1).await;
            assert!(is_unknown(strange), "{status} {step}");
        }
    }
}

async fn all_that_is_wrong_is_said_at_once(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.open(world).await;
    let long = "x".repeat(1_001);
    let fields = [
        Given::new("invitation-langage", "arabia"),
        Given::new("ia1-1", "a\u{0}b"),
        Given::new("invitation-language", &long),
        Given::new("ia1-2", "fine"),
        Given::new("ia1-2", "twice"),
    ];
    let said = cannot(world.house.take_step(&cast.beside, case, "finish", 1, &fields, Some("best")).await);
    let faults: Vec<&FieldFault> = said.fields.iter().map(|wrong| &wrong.fault).collect();
    assert!(matches!(faults[0], FieldFault::Unknown { near: Some(near) } if near == "invitation-language"));
    assert_eq!(
        faults[1..],
        [&FieldFault::Unprintable, &FieldFault::TooLong { most: 1_000, is: 1_001 }, &FieldFault::Twice]
    );
    assert!(said.against.iter().any(|one| matches!(one, Against::NotFrom { .. })), "{said:?}");
    assert!(said.against.iter().any(|one| matches!(one, Against::NotTaker { .. })), "{said:?}");
    assert!(said.against.contains(&Against::Empty(vec!["result-reasons".to_owned()])), "{said:?}");
    assert!(said.against.iter().any(|one| matches!(one, Against::NotItsResult { .. })), "{said:?}");
    assert_eq!(world.number("select count(*) as n from case_field").await, 0);
    // Of a field that the person does not see, the person learns nothing; and a step that is none names those there are.
    let unknown = world.house.take_step(&cast.lead, case, "finnish", 1, &[], None).await;
    let Err(Error::Refused(Refusal::Case(CaseRefusal::UnknownStep { of, .. }))) = unknown else {
        panic!("{unknown:?}")
    };
    assert_eq!(of.len(), 5);
}

async fn what_is_written_down_is_never_written_over(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.in_status(world, "under-way").await;
    let write = |acting, version, value: Option<&str>| {
        let given = [Given { field: "ia1-1".to_owned(), value: value.map(str::to_owned) }];
        async move { world.house.take_step(acting, case, "record", version, &given, None).await.expect("it is written") }
    };
    write(&cast.lead, 2, Some("  reads O'Brien's\nПривет ")).await;
    write(&cast.beside, 3, Some("reads O'Brien's\nПривет")).await;
    write(&cast.own, 4, Some("by myself")).await;
    write(&cast.lead, 5, Some("   ")).await;
    let history = world.house.field_history(&cast.lead, case, "ia1-1").await.expect("it is read");
    let rows: Vec<_> = history.iter().map(|row| (row.value.as_deref(), row.case_version, row.organ.as_str())).collect();
    let first = (Some("reads O'Brien's\nПривет"), 3, "te-office:hame");
    assert_eq!(
        rows,
        [first, (Some("by myself"), 5, "person"), (None, 6, "te-office:hame")],
        "the same is not written twice"
    );
    let whole = world.house.case(&cast.lead, case).await.expect("it is seen");
    assert!(!whole.fields.holds("ia1-1"));
    assert_eq!(whole.changes.len(), 5);
    for sql in [
        "update case_field set value = 'x'",
        "delete from case_field",
        "delete from case_change",
        "update case_change set post = 'x'",
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains("is never"), "{sql}: {refused}");
    }
}

async fn of_two_at_once_one_is_told_and_nothing_is_lost(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.in_status(world, "under-way").await;
    let other = world.another().await;
    let (one, two) = ([Given::new("ia1-1", "one")], [Given::new("ia1-2", "two")]);
    let (a, b) = tokio::join!(
        world.house.take_step(&cast.lead, case, "record", 2, &one, None),
        other.take_step(&cast.beside, case, "record", 2, &two, None),
    );
    let (done, refused, first) = match (a, b) {
        (Ok(done), Err(refused)) => (done, refused, &cast.lead),
        (Err(refused), Ok(done)) => (done, refused, &cast.beside),
        both => panic!("one and only one is taken: {both:?}"),
    };
    assert_eq!(done.version, 3);
    let Error::Refused(Refusal::Case(CaseRefusal::Stale(stale))) = refused else { panic!("{refused:?}") };
    assert_eq!((stale.based_on, stale.now), (2, 3));
    assert_eq!(stale.by.as_ref().map(|by| by.post.as_str()), Some(first.post()), "who was there before is named");
    let late = if first == &cast.lead { (&cast.beside, &two) } else { (&cast.lead, &one) };
    world.house.take_step(late.0, case, "record", stale.now, late.1, None).await.expect("done again, it is taken");
    let fields = world.house.case(&cast.lead, case).await.expect("it is seen").fields;
    assert_eq!(fields.value("ia1-1"), Some(&FieldValue::Text("one".to_owned())));
    assert_eq!(fields.value("ia1-2"), Some(&FieldValue::Text("two".to_owned())));
}

async fn closing_withdraws_what_was_planned_and_says_how_long_it_is_kept(world: &World) {
    let cast = Cast::of(world).await;
    let case = cast.in_status(world, "under-way").await;
    // A lead from New Year on, and another after it.
    let id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let columns =
        "case_id, role, verb, also, force, between_chairs, edition, path, cause, cause_id, recorded_at, recorded_by";
    for (from, organ) in [
        ("2024-12-31T22:00:00.000000Z", "employment-authority:tyohame"),
        ("2025-03-01T00:00:00.000000Z", "municipality:061"),
    ] {
        let sql = format!(
            "insert into holding (id, organ, from_at, previous, {columns}) select {id}, '{organ}', '{from}', id, {columns}
                from holding where role = 'lead' and until_at is null and voided_at is null"
        );
        world.by_hand(&sql).await.expect("it is planned");
    }
    world.hands.set("2024-12-31T23:59:58+02:00");
    let done = take(world, &cast.lead, case, "finish", 2).await.expect("it closes");
    let closing = done.closing.expect("it ended");
    assert_eq!((closing.result.as_str(), closing.rule.as_str()), ("plan-needed", "client-data"));
    assert_eq!(closing.closed_on.to_string(), "2024-12-31");
    assert_eq!(closing.keep_until, None, "the rule is in force from the next day on");
    assert!(closing.basis.iter().any(|basis| basis == "681/2023 §77"), "{closing:?}");
    let whole = world.house.case(&cast.lead, case).await.expect("its organ still sees it");
    assert_eq!(whole.closing, Some(closing));
    assert_eq!(
        whole.holdings.iter().filter(|holding| holding.role == Role::Lead).count(),
        1,
        "what was planned is gone"
    );
    assert!(whole.holdings.iter().all(|holding| holding.until == whole.case.closed));
    let kept = |on: &str| {
        let on = on.parse().expect("a day");
        world.house.retention_of(&whole.case, on).expect("it is known").expect("it is closed").until.day()
    };
    assert_eq!(kept("2024-12-31"), None);
    assert_eq!(kept("2025-01-01"), Some("2028-12-31".parse().expect("a day")));
    assert!(is_unknown(world.house.case(&cast.stranger, case).await));
    assert!(is_unknown(world.house.case(&cast.lead, Uuid::nil()).await));
    assert_eq!(world.house.prove_promise(&Acting::operator(), 9).await.expect("it is proved").faults, []);
}

/// Whatever is tried, a case is in a status of its version, and open in exactly those that do not end it.
async fn random_steps_keep_the_promise(world: &World) {
    let cast = Cast::of(world).await;
    let takers = [&cast.lead, &cast.lead, &cast.beside, &cast.own, &cast.stranger];
    let steps = ["invite", "start", "record", "record", "finish", "close"];
    let mut chance = 20_241_123_u64;
    let mut next = |most: usize| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % most
    };
    let mut cases = Vec::new();
    for _ in 0..4 {
        cases.push((cast.open(world).await, 1, "opened".to_owned()));
    }
    let mut taken = 0;
    for _ in 0..60 {
        let at = next(cases.len());
        let (case, version, status) = cases[at].clone();
        let based_on = if next(8) == 0 { version - 1 } else { version };
        match take(world, takers[next(takers.len())], case, steps[next(steps.len())], based_on).await {
            Ok(done) => {
                assert!(based_on == version && !["finished", "lapsed"].contains(&status.as_str()));
                taken += 1;
                cases[at] = (case, done.version, done.status);
            }
            Err(Error::Refused(_)) => {}
            Err(fault) => panic!("{fault}"),
        }
        if ["finished", "lapsed"].contains(&cases[at].2.as_str()) {
            cases[at] = (cast.open(world).await, 1, "opened".to_owned());
        }
    }
    assert!(taken > 10, "something was done: {taken}");
    let outside = "select count(*) as n from case_file where (closed_at is null) <> (status not in ('finished', 'lapsed'))
        or (result is null) <> (closed_at is null) or status not in ('opened', 'invited', 'under-way', 'finished', 'lapsed')
        or version <> 1 + (select count(*) from case_change where case_id = case_file.id)";
    assert_eq!(world.number(outside).await, 0);
    assert_eq!(world.house.prove_promise(&Acting::operator(), 9).await.expect("it is proved").faults, []);
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    each_step_by_each_taker_in_each_status,
    all_that_is_wrong_is_said_at_once,
    what_is_written_down_is_never_written_over,
    of_two_at_once_one_is_told_and_nothing_is_lost,
    closing_withdraws_what_was_planned_and_says_how_long_it_is_kept,
    random_steps_keep_the_promise,
}
