//! A reorganisation moves every case in one instant, whatever stops it and whoever works beside it.

use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use casework::post::Acting;
use casework::reorganisation::{Fate, Order, Refusal, Run, RunState, Why};
use casework::{Error, House};
use jiff::civil::{Date, date};
use storage::{Entry, Unit, Word, args};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::Command;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::{World, house};

const DAY: Date = date(2025, 1, 1);
const EVE: &str = "2024-12-31T23:59:59.9+02:00";
const MORNING: &str = "2025-01-01T09:00:00+02:00";

type Facts = &'static [(&'static str, &'static str, &'static str)];

/// In Forssa, at the TE office; from 2025 at the employment authority.
const SEEKER: Facts = &[
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("first-permit", "2024-01-01", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];
/// In Forssa, at the municipality before and after.
const AT_HOME: Facts = &[
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("first-permit", "2024-01-01", "2024-01-01"),
    ("home-care-allowance", "no", "2024-01-01"),
    ("ground", "other", "2024-01-01"),
    ("trafficking-victim", "no", "2024-01-01"),
    ("guardian", "with", "2024-01-01"),
    ("labour", "outside", "2024-01-01"),
    ("assistance", "lasting", "2024-01-01"),
];
/// In Hämeenlinna, whose municipality served job seekers in the pilot; from 2025 at the employment authority.
const PILOT: Facts = &[
    ("municipality", "109", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("first-permit", "2024-01-01", "2024-01-01"),
    ("home-municipality", "yes", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];
/// Between chairs, before and after.
const UNKNOWN: Facts = &[("municipality", "061", "2024-01-01")];

/// Opens a case as people do, and then others like it, of people of their own, by plain statements.
async fn cases(world: &World, facts: Facts, many: usize) -> Vec<Uuid> {
    let person = world.person((1990, 5, 1), facts).await;
    // Whoever bears it by the register opens it: the office, or the person's municipality.
    let at_home = if facts.contains(&("municipality", "109", "2024-01-01")) { "hameenlinna" } else { "forssa" };
    let (office, home) = (world.acting("te-hame/expert").await, world.acting(&format!("{at_home}/coordinator")).await);
    let first = match world.house.open_case(&office, "initial-assessment", person).await {
        Ok(opened) => opened.id,
        Err(_) => world.house.open_case(&home, "initial-assessment", person).await.expect("it is opened").id,
    };
    let act = |unit: Unit| async move {
        let mut all = vec![first];
        for _ in 1..many {
            let (other, case) = (unit.new_id(), unit.new_id());
            let sql = "insert into person select $1, born_year, born_month, born_day, recorded_at, recorded_by, version
                from person where id = $2";
            unit.execute(sql, args![other, person]).await?;
            for (attribute, _, _) in facts {
                let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, until_day, source, recorded_by,
                    recorded_organ, recorded_at, replaces, withdrawn_at, withdrawn_by)
                    select $1, $2, attribute, slot, value, from_day, until_day, source,
                        recorded_by, recorded_organ, recorded_at, replaces, withdrawn_at, withdrawn_by
                    from person_fact where person_id = $3 and attribute = $4";
                unit.execute(sql, args![unit.new_id(), other, person, *attribute]).await?;
            }
            let copy = |role: &str| {
                storage::Built(format!(
                    "insert into holding (id, case_id, role, organ, verb, also, force, from_at, between_chairs, edition,
                        path, cause, recorded_at, recorded_by)
                    select $1, $2, role, organ, verb, also, force, from_at, between_chairs, edition, path, cause,
                        recorded_at, recorded_by
                    from holding where case_id = $3 and role = '{role}' and organ = $4"
                ))
            };
            let organs = |role: &str| {
                storage::Built(format!("select organ from holding where case_id = $1 and role = '{role}'"))
            };
            let lead: String = unit.fetch_one(organs("lead"), args![first]).await?.get("organ")?;
            let holding = unit.new_id();
            unit.execute(copy("lead"), args![holding, case, first, lead]).await?;
            let sql = "insert into case_file (id, case_type, type_version, duty, person_id, municipality, status,
                    opened_at, opened_by, opened_organ, lead_holding, version)
                select $1, case_type, type_version, duty, $2, municipality, status, opened_at, opened_by, opened_organ,
                    $3, version from case_file where id = $4";
            unit.execute(sql, args![case, other, holding, first]).await?;
            for row in unit.fetch_all(organs("beside"), args![first]).await? {
                unit.execute(copy("beside"), args![unit.new_id(), case, first, row.get::<String>("organ")?]).await?;
            }
            all.push(case);
        }
        said(&unit, "open", first);
        Ok::<_, storage::Error>(all)
    };
    world.house.store.write(act).await.expect("they are written")
}

fn said(unit: &Unit, action: &'static str, case: Uuid) {
    unit.journal(Entry::new(&Acting::operator().actor, Word::of(action), Word::of("case"), case).case(case));
}

async fn apply(house: &House, batch: i64) -> Result<Run, Error> {
    let order = Order { batch, ..Order::of(DAY) };
    house.apply_reorganisation(&Acting::operator(), order, &|_| ()).await
}

async fn undo(house: &House, batch: i64) -> Result<Run, Error> {
    let order = Order { batch, ..Order::of(DAY) };
    house.undo_reorganisation(&Acting::operator(), order, &|_| ()).await
}

/// Open cases that an organ leads at an instant, and only it.
async fn led(world: &World, organ: &str, at: &str) -> i64 {
    let at: jiff::Timestamp = at.parse().expect("an instant");
    let at = if world.is_sqlite() { format!("'{at:.6}'") } else { format!("timestamptz '{at}'") };
    let sql = format!(
        "select count(*) as n from case_file c where closed_at is null
            and exists (select 1 from holding h where h.case_id = c.id and h.organ = '{organ}' and {0})
            and (select count(*) from holding h where h.case_id = c.id and {0}) = 1",
        format_args!(
            "h.role = 'lead' and h.voided_at is null and h.from_at <= {at}
            and (h.until_at is null or h.until_at > {at})"
        )
    );
    world.number(&sql).await
}

/// The promise, proved over the whole database by the statements of its own noun, before and after the night.
async fn proved(world: &World) {
    for at in [EVE, MORNING] {
        world.hands.set(at);
        let proof = world.house.prove_promise(&Acting::operator(), 5).await.expect("it is proved");
        assert!(proof.faults.is_empty(), "{at}: {:?}", proof.faults);
    }
    let broken = world
        .number(
            "select count(*) as n from holding a join holding b on b.id = a.previous
                where a.voided_at is null and (b.until_at is null or b.until_at <> a.from_at)",
        )
        .await;
    assert_eq!(broken, 0, "each lead begins where the one before it ends");
}

async fn one_night_moves_those_whom_the_law_moves(world: &World) {
    cases(world, SEEKER, 60).await;
    cases(world, AT_HOME, 50).await;
    cases(world, PILOT, 30).await;
    cases(world, UNKNOWN, 20).await;
    let plan = world.house.plan_reorganisation(&Acting::operator(), DAY, false).await.expect("it is planned");
    let again = world.house.plan_reorganisation(&Acting::operator(), DAY, false).await.expect("it is planned");
    assert_eq!(plan, again, "the same world, the same plan");
    assert_eq!(plan.open(), 160);
    let moves: Vec<_> = plan
        .moves
        .iter()
        .filter(|one| one.from != one.to)
        .map(|one| (one.from.as_str(), one.to.as_str(), one.cases))
        .collect();
    assert_eq!(
        moves,
        [
            ("municipality:109", "employment-authority:tyohame", 30),
            ("te-office:hame", "employment-authority:tyohame", 60),
        ]
    );
    assert_eq!(plan.letters.len(), 90, "one person each");
    assert_eq!(
        plan.ending.iter().map(|one| (one.organ.as_str(), one.leads)).collect::<Vec<_>>(),
        [("te-office:hame", 60)]
    );
    let expert = plan.posts.iter().find(|post| post.post == "tyohame/expert").expect("its access begins");
    assert_eq!((expert.begins, expert.ends, expert.organ_ends), (90, 0, false));
    let old = plan.posts.iter().find(|post| post.post == "te-hame/head").expect("its access ends");
    assert!(old.organ_ends && old.ends >= 60, "{old:?}");
    let rules: Vec<_> = plan
        .cases
        .iter()
        .filter_map(|seen| match &seen.fate {
            Fate::Moves { rule, to, .. } if *to != seen.from => Some(rule),
            _ => None,
        })
        .collect();
    assert!(rules.iter().all(|rule| rule.open_matters == "transfer" && !rule.basis.is_empty()), "{rules:?}");

    let written = world.number("select count(*) as n from holding").await;
    let run = apply(&world.house, 7).await.expect("it is applied");
    assert_eq!(run.state, RunState::Done);
    assert_eq!(run.tally.of("moved"), plan.moving(), "{:?}", run.tally);
    let balance = run.tally.balance.as_ref().expect("it was counted");
    assert!(balance.is_even(), "{balance:?}");
    assert_eq!(balance.duties["initial-assessment"], [160, 160, 160]);
    assert!(world.number("select count(*) as n from holding").await > written);
    for (organ, before, after) in [
        ("te-office:hame", 60, 0),
        ("municipality:109", 30, 0),
        ("municipality:061", 70, 70),
        ("employment-authority:tyohame", 0, 90),
    ] {
        assert_eq!(led(world, organ, "2024-12-31T23:59:59.999999+02:00").await, before, "{organ} just before");
        assert_eq!(led(world, organ, "2025-01-01T00:00:00+02:00").await, after, "{organ} at midnight");
        assert_eq!(led(world, organ, MORNING).await, after, "{organ} after");
    }
    let dead =
        "select count(*) as n from holding where organ = 'te-office:hame' and voided_at is null and until_at is null";
    assert_eq!(world.number(dead).await, 0, "no office that is no more stands beside");
    // Nothing is left to be done.
    let written = world.number("select count(*) as n from holding").await;
    let second = apply(&world.house, 50).await.expect("it is applied again");
    assert_eq!((second.tally.of("moved"), second.tally.of("beside"), second.tally.of("kept")), (0, 0, 0));
    assert_eq!(world.number("select count(*) as n from holding").await, written);
    proved(world).await;
    // And nothing is left after the night.
    world.hands.set(MORNING);
    let third = apply(&world.house, 50).await.expect("it is applied again");
    assert_eq!((third.tally.of("moved"), third.tally.of("beside"), third.tally.of("kept")), (0, 0, 0));
    // The night of 2026 moves no case of this type.
    let next = world.house.plan_reorganisation(&Acting::operator(), date(2026, 1, 1), false).await.expect("planned");
    assert_eq!(next.moving(), 0, "{:?}", next.moves);
    assert!(next.stays.iter().all(|(_, _, why, _)| *why == Why::Same), "{:?}", next.stays);
}

async fn it_is_undone_before_the_day_and_done_again(world: &World) {
    cases(world, SEEKER, 40).await;
    cases(world, AT_HOME, 20).await;
    let beside = "select count(*) as n from holding where role = 'beside' and voided_at is null and until_at is null";
    let stood = world.number(beside).await;
    let first = apply(&world.house, 9).await.expect("it is applied");
    let back = undo(&world.house, 9).await.expect("it is undone");
    assert_eq!(back.tally.of("undone"), first.tally.of("moved") + first.tally.of("beside"));
    assert_eq!(back.tally.of("left"), 0);
    assert_eq!(led(world, "te-office:hame", MORNING).await, 40, "the former lead goes on");
    assert_eq!(world.number(beside).await, stood, "and so do those beside");
    let nothing = undo(&world.house, 9).await.expect_err("there is nothing left to undo");
    assert!(
        matches!(nothing, Error::Refused(casework::Refusal::Reorganisation(Refusal::NothingApplied(_)))),
        "{nothing}"
    );
    let again = apply(&world.house, 9).await.expect("it is applied again");
    assert_eq!(again.tally.of("moved"), first.tally.of("moved"));
    assert_eq!(led(world, "te-office:hame", EVE).await, 40);
    assert_eq!(led(world, "employment-authority:tyohame", MORNING).await, 40);
    proved(world).await;
}

async fn after_the_day_it_is_undone_where_nothing_happened(world: &World) {
    let all = cases(world, SEEKER, 12).await;
    // A run that is late takes effect at midnight all the same, and says when it was written.
    world.hands.set(MORNING);
    let late = apply(&world.house, 5).await.expect("it is applied late");
    assert_eq!(late.tally.of("moved"), 12);
    assert_eq!(led(world, "employment-authority:tyohame", "2025-01-01T00:00:00+02:00").await, 12);
    let (worked_on, closed, read) = (all[3], all[4], all[5]);
    let act = |unit: Unit| async move {
        let sql = "update case_file set status = 'invited', version = version + 1 where id = $1";
        unit.change_one(sql, args![worked_on]).await?;
        said(&unit, "step", worked_on);
        let sql = "update case_file set closed_at = $2, version = version + 1 where id = $1";
        unit.change_one(sql, args![closed, unit.now()]).await?;
        said(&unit, "close", closed);
        said(&unit, "read", read);
        Ok::<_, storage::Error>(())
    };
    world.house.store.write(act).await.expect("work is done");
    let back = undo(&world.house, 5).await.expect("it is undone");
    assert_eq!((back.tally.of("undone"), back.tally.of("left")), (10, 2), "{:?}", back.tally);
    assert_eq!(back.tally.to_ended_organ, 10, "the office is no more, and that is said");
    assert_eq!(led(world, "te-office:hame", "2025-01-01T18:00:00+02:00").await, 10);
    assert_eq!(led(world, "employment-authority:tyohame", "2025-01-01T18:00:00+02:00").await, 1);
    assert_eq!(led(world, "employment-authority:tyohame", "2025-01-01T00:00:00+02:00").await, 11, "what was, was");
    let again = apply(&world.house, 5).await.expect("it is done again");
    assert_eq!(again.tally.of("moved"), 10);
    assert_eq!(led(world, "employment-authority:tyohame", "2025-01-01T18:00:00+02:00").await, 11);
    proved(world).await;
}

const ADDRESS: &str = "KOTOPOLKU_TEST_REORGANISED_UNTIL_KILLED";

/// Kills three processes in the middle of the run, two in the middle of undoing it; what remains is done here.
async fn killed_anywhere_it_goes_on_where_it_was(world: &World) {
    cases(world, SEEKER, 150).await;
    cases(world, AT_HOME, 50).await;
    for (what, rounds) in [("apply", 3), ("undo", 2), ("apply", 1)] {
        for round in 0..rounds {
            run_until_killed(world, what, 2 + 3 * round, Duration::from_millis(3 * round as u64)).await;
            let open = world.number("select count(*) as n from reorganisation_run where state = 'under-way'").await;
            assert_eq!(open, 1, "it was killed on the way");
        }
        let runs = world.house.reorganisation_runs(&Acting::operator(), DAY).await.expect("they are listed");
        let run = runs.iter().find(|run| run.state == RunState::UnderWay).expect("one is under way");
        let claimed = world.house.resume_reorganisation(&Acting::operator(), run.id, false, &|_| ()).await;
        assert!(matches!(claimed, Err(Error::Refused(casework::Refusal::Reorganisation(Refusal::UnderWay { .. })))));
        let done = world.house.resume_reorganisation(&Acting::operator(), run.id, true, &|_| ()).await;
        let done = done.expect("it goes on");
        assert!(done.tally.balance.as_ref().is_some_and(casework::reorganisation::Balance::is_even));
        let (office, authority) = if what == "apply" { (0, 150) } else { (150, 0) };
        assert_eq!(led(world, "te-office:hame", MORNING).await, office, "{what}");
        assert_eq!(led(world, "employment-authority:tyohame", MORNING).await, authority, "{what}");
        assert_eq!(done.tally.of("left"), 0, "{:?}", done.tally);
    }
    let twice = "select count(*) as n from (select case_id, run_id from reorganisation_item
        where outcome = 'moved' group by case_id, run_id having count(*) > 1) t";
    assert_eq!(world.number(twice).await, 0, "no case twice in a run");
    proved(world).await;
}

async fn run_until_killed(world: &World, what: &str, enough: usize, after: Duration) {
    let program = std::env::current_exe().expect("this test's program");
    let mut child = Command::new(program)
        .args(["--exact", "reorganisation::goes_on_until_it_is_killed", "--ignored", "--nocapture"])
        .env(ADDRESS, format!("{what} {}", world.address))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("the child starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut batches = 0;
    while let Ok(Some(line)) = lines.next_line().await {
        batches += usize::from(line.starts_with("batch"));
        if batches == enough {
            tokio::time::sleep(after).await;
            child.start_kill().expect("it is killed");
            batches += 1;
        }
    }
    let ended = child.wait().await.expect("it has ended");
    assert!(!ended.success(), "it did not end by itself");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the child of the test above, which kills it"]
async fn goes_on_until_it_is_killed() {
    let Ok(said) = std::env::var(ADDRESS) else { return };
    let (what, address) = said.split_once(' ').expect("what and where");
    let hands = crate::world::Hands::at("2024-12-02T09:00:00+02:00");
    let house = house(address, &hands, false).await;
    let operator = Acting::operator();
    let told = |_| {
        println!("batch");
        std::thread::sleep(Duration::from_millis(4));
    };
    let runs = house.reorganisation_runs(&operator, DAY).await.expect("they are listed");
    let order = Order { batch: 4, ..Order::of(DAY) };
    match (runs.iter().find(|run| run.state == RunState::UnderWay), what) {
        (Some(run), _) => house.resume_reorganisation(&operator, run.id, true, &told).await,
        (None, "apply") => house.apply_reorganisation(&operator, order, &told).await,
        (None, _) => house.undo_reorganisation(&operator, order, &told).await,
    }
    .expect("it goes on");
}

async fn of_two_nodes_one_does_it(world: &World) {
    cases(world, SEEKER, 60).await;
    let other = world.another().await;
    let (one, two) = tokio::join!(apply(&world.house, 3), apply(&other, 3));
    let refused = |run: &Result<Run, Error>| {
        matches!(run, Err(Error::Refused(casework::Refusal::Reorganisation(Refusal::UnderWay { .. }))))
    };
    // Either they met, or the second came when the first was done and found nothing.
    let moved: i64 = [&one, &two].into_iter().flatten().map(|run| run.tally.of("moved")).sum();
    assert_eq!(moved, 60);
    assert!((one.is_ok() || refused(&one)) && (two.is_ok() || refused(&two)), "{one:?} {two:?}");
    undo(&world.house, 30).await.expect("it is undone");
    // One that is taken over stops, and nothing is done twice.
    let batches = AtomicUsize::new(0);
    let stopped = {
        let told = |_| {
            batches.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(5));
        };
        let operator = Acting::operator();
        let order = Order { batch: 2, ..Order::of(DAY) };
        let first = world.house.apply_reorganisation(&operator, order, &told);
        let second = async {
            while batches.load(Ordering::Relaxed) < 3 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
            let runs = other.reorganisation_runs(&operator, DAY).await.expect("they are listed");
            let run = runs.iter().find(|run| run.state == RunState::UnderWay).expect("it is under way").id;
            let mut last = other.resume_reorganisation(&operator, run, true, &|_| ()).await;
            while matches!(last, Err(Error::Storage(storage::Error::Stale))) {
                last = other.resume_reorganisation(&operator, run, true, &|_| ()).await;
            }
            last
        };
        let (first, second) = tokio::join!(first, second);
        let second = second.expect("the other one ends it");
        assert_eq!(second.tally.of("moved"), 60, "{:?}", second.tally);
        first.expect_err("the first one is stopped")
    };
    assert!(matches!(stopped, Error::Refused(casework::Refusal::Reorganisation(Refusal::TakenOver(_)))), "{stopped}");
    assert_eq!(led(world, "employment-authority:tyohame", MORNING).await, 60);
    proved(world).await;
}

async fn what_others_do_meanwhile_is_right_afterwards(world: &World) {
    let all = cases(world, SEEKER, 60).await;
    let other = world.another().await;
    let expert = world.acting("te-hame/expert").await;
    let meanwhile = async {
        for index in 0..6_usize {
            let person = world.person((1991, 1, 1), SEEKER).await;
            other.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
            let (closed, handed) = (all[58 - index * 9], all[57 - index * 9]);
            let act = |unit: Unit| async move {
                // As the actions of those nouns do: what is planned is withdrawn first.
                for case in [closed, handed] {
                    let sql =
                        "update holding set voided_at = $2 where case_id = $1 and voided_at is null and from_at > $2";
                    unit.execute(sql, args![case, unit.now()]).await?;
                }
                let sql = "update case_file set closed_at = $2, version = version + 1 where id = $1";
                unit.change_one(sql, args![closed, unit.now()]).await?;
                let sql = "insert into holding (id, case_id, role, organ, verb, also, force, from_at, previous,
                        between_chairs, edition, path, cause, recorded_at, recorded_by)
                    select $1, case_id, role, 'municipality:109', verb, also, force, $2, id, between_chairs, edition,
                        path, 'hand-over', $2, recorded_by
                    from holding where id = (select lead_holding from case_file where id = $3)";
                unit.change_one(sql, args![unit.new_id(), unit.now(), handed]).await?;
                said(&unit, "close", closed);
                said(&unit, "hand-over", handed);
                Ok::<_, storage::Error>(())
            };
            other.store.write(act).await.expect("others do their work");
        }
    };
    let (run, ()) = tokio::join!(apply(&world.house, 4), meanwhile);
    run.expect("it is applied");
    let again = apply(&world.house, 40).await.expect("it is applied again");
    assert!(again.tally.balance.as_ref().is_some_and(casework::reorganisation::Balance::is_even), "{:?}", again.tally);
    assert_eq!(led(world, "te-office:hame", MORNING).await, 0, "none is left with the office that is no more");
    // A hand-over that was made is not undone by the reorganisation: the municipality goes on.
    assert_eq!(led(world, "municipality:109", MORNING).await, 6);
    assert_eq!(led(world, "employment-authority:tyohame", MORNING).await, 60 + 6 - 6 - 6);
    let third = apply(&world.house, 40).await.expect("it is applied a third time");
    assert_eq!(third.tally.outcomes.len(), 0, "{:?}", third.tally);
    proved(world).await;
}

async fn what_cannot_be_is_refused(world: &World) {
    cases(world, SEEKER, 30).await;
    let operator = Acting::operator();
    let refusal = |error: Error| match error {
        Error::Refused(casework::Refusal::Reorganisation(refusal)) => refusal,
        other => panic!("{other}"),
    };
    let expert = world.acting("te-hame/expert").await;
    let seen = world.house.plan_reorganisation(&expert, DAY, false).await.expect_err("it is the operator's");
    assert_eq!(refusal(seen), Refusal::Unknown);
    let day = date(2025, 6, 1);
    let no_day = world.house.plan_reorganisation(&operator, day, false).await.expect_err("there is none");
    assert!(matches!(refusal(no_day), Refusal::NoSuchDay { known, .. } if known.contains(&DAY)));
    let plan = world.house.plan_reorganisation(&operator, DAY, true).await.expect("it is kept").id;
    let other_day = Order { plan, ..Order::of(date(2026, 1, 1)) };
    let other_day = world.house.apply_reorganisation(&operator, other_day, &|_| ()).await.expect_err("another day");
    assert!(matches!(refusal(other_day), Refusal::OtherDay { .. }));
    let none = Order { batch: 0, ..Order::of(DAY) };
    let none = world.house.apply_reorganisation(&operator, none, &|_| ()).await.expect_err("no batch");
    assert_eq!(refusal(none), Refusal::BatchSize(0));
    // One case more is decided anew and told; as many as there were is another world.
    cases(world, SEEKER, 1).await;
    let order = Order { plan, ..Order::of(DAY) };
    let run = world.house.apply_reorganisation(&operator, order, &|_| ()).await.expect("it is applied");
    assert_eq!((run.tally.of("moved"), run.tally.changed_since_plan), (31, 1));
    cases(world, SEEKER, 30).await;
    let far = world.house.apply_reorganisation(&operator, order, &|_| ()).await.expect_err("it has moved too far");
    assert!(matches!(refusal(far), Refusal::MovedTooFar { .. }));
    // The database refuses a receipt of what was not written, and editing one.
    for (sql, said) in [
        ("update reorganisation_item set to_organ = 'x'", "a receipt is never edited"),
        ("delete from reorganisation_item", "a receipt is never removed"),
        ("update reorganisation_run set seen = seen + 1, version = version + 1", "a run that is done is done"),
        (
            "insert into reorganisation_item (run_id, batch, case_id, duty, outcome, reason, from_organ, to_organ,
                at_instant, lead_before, lead_after, beside, case_version, changed_since_plan, recorded_at)
            select run_id, batch, case_id, duty, outcome, reason, from_organ, to_organ, at_instant, lead_before,
                lead_before, beside, case_version, changed_since_plan, recorded_at
            from reorganisation_item where outcome = 'moved'",
            "a receipt names the lead that was written",
        ),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

on_both_engines! { at "2024-12-02T09:00:00+02:00":
    one_night_moves_those_whom_the_law_moves,
    it_is_undone_before_the_day_and_done_again,
    after_the_day_it_is_undone_where_nothing_happened,
    killed_anywhere_it_goes_on_where_it_was,
    of_two_nodes_one_does_it,
    what_others_do_meanwhile_is_right_afterwards,
    what_cannot_be_is_refused,
}
