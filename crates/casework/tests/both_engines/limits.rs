//! Limits run in cases as ledgers, and their reminders are climbed once per rung, whoever climbs and whatever is cut short.

use std::collections::BTreeSet;
use std::time::Duration;

use calendar::{Length, Unit as Of, day};
use casework::limit::{Clock, NewExtension, NewStop, Refusal, Reminder, Standing, Start};
use casework::post::Acting;
use casework::{Error, House};
use jiff::ToSpan as _;
use jiff::civil::Date;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

/// A registered job seeker in Forssa with a permit.
const JOB_SEEKER: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2021-01-01"),
    ("residence", "permit", "2021-01-01"),
    ("labour", "unemployed-job-seeker", "2021-01-01"),
];
const BASIS: &str = "1386/2010 §10 mom. 1";

/// Opens an initial assessment as a post, at an instant.
async fn open_at(world: &World, post: &str, instant: &str) -> (Acting, Uuid) {
    world.hands.set(instant);
    let acting = world.acting(post).await;
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let opened = world.house.open_case(&acting, "initial-assessment", person).await.expect("it is opened");
    (acting, opened.id)
}

/// The one clock of a case.
async fn clock(house: &House, acting: &Acting, case: Uuid) -> Clock {
    let mut clocks = house.limits_of_case(acting, case).await.expect("it is shown");
    assert_eq!(clocks.len(), 1, "{clocks:?}");
    clocks.remove(0)
}

fn stop(from: Date, until: Option<Date>) -> NewStop<'static> {
    NewStop { from, until, reason: "waiting for papers", basis: BASIS }
}

fn add(amount: u32, unit: Of) -> NewExtension<'static> {
    NewExtension { by: Length::new(amount, unit), reason: "an interpreter was not to be had", basis: BASIS, seen: None }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    match answer {
        Err(Error::Refused(casework::Refusal::Limit(refusal))) => refusal,
        other => panic!("a refusal about limits was expected: {other:?}"),
    }
}

async fn climb(house: &House, today: Date) -> Vec<Reminder> {
    house.climb_reminders(today, 1_000).await.expect("they are climbed")
}

fn rungs(sent: &[Reminder]) -> Vec<i32> {
    sent.iter().map(|reminder| reminder.rung).collect()
}

async fn opening_starts_the_clock(world: &World) {
    // Two months later there is no 31st, and no 29th but in a leap year; 31 March is the day on which the clocks change.
    for (instant, started, last, left) in [
        ("2023-12-31T23:59:59+02:00", day(2023, 12, 31), day(2024, 2, 29), 60),
        ("2024-03-31T00:00:00+02:00", day(2024, 3, 31), day(2024, 5, 31), 61),
        ("2024-03-31T23:30:00+03:00", day(2024, 3, 31), day(2024, 5, 31), 61),
        ("2024-12-30T09:00:00+02:00", day(2024, 12, 30), day(2025, 2, 28), 60),
    ] {
        let (acting, case) = open_at(world, "te-hame/expert", instant).await;
        let clock = clock(&world.house, &acting, case).await;
        assert_eq!((clock.limit.word.as_str(), &clock.limit.start), ("start-to-2024", &Start::Opening));
        assert_eq!(
            (clock.limit.started, clock.limit.last_day, clock.left),
            (started, Some(last), Some(left)),
            "{instant}"
        );
        assert_eq!((clock.given, clock.spent), (Some(u32::try_from(left).expect("some")), Some(0)));
        assert_eq!(clock.limit.basis, [BASIS]);
        assert!(clock.limit.sure && clock.standing == Standing::Runs);
        assert_eq!(clock.limit.budget.map(|(_, rule)| rule.name()), Some("month-end-clipped"));
    }
    let (acting, case) = open_at(world, "te-hame/expert", "2024-03-29T12:00:00+02:00").await;
    for (instant, spent, left) in [
        ("2024-03-30T23:59:59+02:00", 1, 60),
        ("2024-03-31T02:59:59+02:00", 2, 59),
        ("2024-03-31T04:00:00+03:00", 2, 59),
        ("2024-04-01T00:00:00+03:00", 3, 58),
    ] {
        world.hands.set(instant);
        let clock = clock(&world.house, &acting, case).await;
        assert_eq!((clock.spent, clock.left), (Some(spent), Some(left)), "{instant}");
    }
}

async fn a_case_keeps_the_law_under_which_it_was_opened(world: &World) {
    // In Helsinki the new act is in force two hours before the year changes in Greenwich.
    let (old, before) = open_at(world, "te-hame/expert", "2024-12-31T21:59:30Z").await;
    let (new, after) = open_at(world, "forssa/coordinator", "2024-12-31T22:00:30Z").await;
    assert_eq!(clock(&world.house, &old, before).await.limit.started, day(2024, 12, 31));
    let (one, other) = (clock(&world.house, &old, before).await, clock(&world.house, &new, after).await);
    assert_eq!((one.limit.word.as_str(), one.limit.version.as_str()), ("start-to-2024", "act-2010"));
    assert_eq!(one.limit.last_day, Some(day(2025, 2, 28)));
    assert_eq!((other.limit.word.as_str(), other.limit.version.as_str()), ("start-from-2025", "act-2023"));
    assert_eq!((other.limit.started, other.limit.last_day, other.limit.budget), (day(2025, 1, 1), None, None));
    assert_eq!((other.given, other.spent, other.left), (None, None, None));

    world.hands.set("2025-02-10T09:00:00+02:00");
    assert_eq!(clock(&world.house, &old, before).await.left, Some(18), "the old rule goes on under the new act");
    assert_eq!(rungs(&climb(&world.house, day(2025, 2, 10)).await), [-30], "without delay there is no ladder");

    // Without delay: there is nothing to stop or to extend, and it is always due.
    let limit = other.limit.id;
    let answer = world.house.stop_limit(&new, limit, stop(day(2025, 2, 10), None)).await;
    assert_eq!(refused(answer), Refusal::WithoutDelay("start-from-2025".to_owned()));
    let answer = world.house.extend_limit(&new, limit, add(1, Of::Days)).await;
    assert_eq!(refused(answer), Refusal::WithoutDelay("start-from-2025".to_owned()));
    let due = world.house.due(&new, day(2025, 1, 1)).await.expect("it is listed");
    assert_eq!(due.iter().map(|clock| clock.limit.id).collect::<Vec<_>>(), [limit]);
    let due = world.house.due(&old, day(2025, 2, 27)).await.expect("it is listed");
    assert_eq!(due, []);
    let due = world.house.due(&old, day(2025, 2, 28)).await.expect("it is listed");
    assert_eq!(due.iter().map(|clock| clock.limit.id).collect::<Vec<_>>(), [one.limit.id]);
}

async fn only_the_lead_stops_and_only_what_runs(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    let (house, id) = (&world.house, clock(&world.house, &lead, case).await.limit.id);
    let elsewhere = world.acting("hameenlinna/coordinator").await;
    let (june, july) = (day(2024, 6, 10), day(2024, 7, 1));
    assert_eq!(refused(house.stop_limit(&elsewhere, id, stop(june, None)).await), Refusal::Unknown);
    assert_eq!(refused(house.stop_limit(&lead, Uuid::nil(), stop(june, None)).await), Refusal::Unknown);
    assert!(house.limits_of_case(&elsewhere, case).await.is_err());
    let no_reason = NewStop { reason: " \t", ..stop(june, None) };
    assert_eq!(refused(house.stop_limit(&lead, id, no_reason).await), Refusal::ReasonMissing);
    let no_basis = NewStop { basis: "", ..stop(june, None) };
    assert_eq!(refused(house.stop_limit(&lead, id, no_basis).await), Refusal::BasisMissing);
    for cited in ["because", "681/2023 §14"] {
        let answer = house.stop_limit(&lead, id, NewStop { basis: cited, ..stop(june, None) }).await;
        match refused(answer) {
            Refusal::UnknownBasis { cited: said, .. } => assert_eq!(said, cited),
            other => panic!("{cited}: {other:?}"),
        }
    }
    let answer = house.stop_limit(&lead, id, stop(day(2024, 6, 2), None)).await;
    assert_eq!(refused(answer), Refusal::BeforeStart { from: day(2024, 6, 2), started: day(2024, 6, 3) });
    let answer = house.stop_limit(&lead, id, stop(june, Some(june))).await;
    assert_eq!(refused(answer), Refusal::EndsBeforeItBegins { from: june, until: june });
    let answer = house.stop_limit(&lead, id, stop(day(2024, 8, 4), None)).await;
    assert_eq!(refused(answer), Refusal::Over { last_day: day(2024, 8, 3) });
    assert_eq!(refused(house.resume_limit(&lead, id, june).await), Refusal::DoesNotStandStill { on: june });
    assert_eq!(refused(house.extend_limit(&lead, id, add(0, Of::Days)).await), Refusal::AddsNothing);
    assert!(matches!(refused(house.extend_limit(&lead, id, add(1, Of::WorkingDays)).await), Refusal::Unfit(_)));
    assert!(matches!(refused(house.extend_limit(&lead, id, add(9_000, Of::Years)).await), Refusal::OutOfRange(_)));
    assert_eq!(clock(house, &lead, case).await.limit.last_day, Some(day(2024, 8, 3)), "nothing of this was kept");

    // Two that overlap leave each day out once: 10 June to 7 July, 28 days. An act that the register lacks is a ground too.
    let known = NewStop { basis: "434/2003 §31", ..stop(june, Some(july)) };
    house.stop_limit(&lead, id, known).await.expect("it stops");
    let shown = house.stop_limit(&lead, id, stop(day(2024, 6, 20), Some(day(2024, 7, 8)))).await.expect("it stops");
    assert_eq!(shown.limit.last_day, Some(day(2024, 8, 31)));
    world.hands.set("2024-06-25T09:00:00+03:00");
    let shown = clock(house, &lead, case).await;
    assert_eq!((shown.given, shown.spent, shown.left), (Some(61), Some(6), Some(67)));
    assert_eq!(shown.standing, Standing::StandsStill { since: june, until: Some(day(2024, 7, 8)) });

    // The papers came on the 26th: both end there.
    let shown = house.resume_limit(&lead, id, day(2024, 6, 26)).await.expect("it goes on");
    assert_eq!(shown.limit.last_day, Some(day(2024, 8, 19)), "16 days");
    house.stop_limit(&lead, id, stop(july, None)).await.expect("it stops");
    let answer = house.stop_limit(&lead, id, stop(day(2024, 7, 2), None)).await;
    assert_eq!(refused(answer), Refusal::StandsStill { since: july });
    let shown = clock(house, &lead, case).await;
    assert_eq!((shown.limit.last_day, shown.left), (None, None), "nobody knows yet");
    assert_eq!(world.number("select count(*) as n from case_limit_stop where withdrawn_at is null").await, 3);
    assert_eq!(world.number("select count(*) as n from case_limit_stop").await, 5, "nothing is edited");
}

async fn pressing_twice_does_not_add_twice(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    let (house, id) = (&world.house, clock(&world.house, &lead, case).await.limit.id);
    let new = NewExtension { seen: Some(day(2024, 8, 3)), ..add(1, Of::Months) };
    let another = world.another().await;
    let (one, other) = tokio::join!(house.extend_limit(&lead, id, new), another.extend_limit(&lead, id, new));
    let (done, not) = if one.is_ok() { (one, other) } else { (other, one) };
    assert_eq!(done.expect("one adds").limit.last_day, Some(day(2024, 9, 3)));
    assert_eq!(refused(not), Refusal::Changed { last_day: Some(day(2024, 9, 3)) });
    world.hands.set("2024-09-04T00:00:00+03:00");
    assert_eq!(
        refused(house.extend_limit(&lead, id, add(1, Of::Days)).await),
        Refusal::Over { last_day: day(2024, 9, 3) }
    );
}

/// The last day by walking from day to day, of two months that started and what was added.
fn walk(started: Date, added: &[u32], stops: &[(Date, Option<Date>)]) -> Option<Date> {
    let given = started + 2.months() + i64::from(added.iter().sum::<u32>()).days();
    let mut left = started.until(given).expect("days").get_days();
    let mut at = started;
    while left > 0 {
        at += 1.day();
        if at > day(2030, 1, 1) {
            return None;
        }
        let still = stops.iter().any(|(from, until)| *from <= at && until.is_none_or(|until| at < until));
        left -= i32::from(!still);
    }
    Some(at)
}

async fn the_last_day_that_is_kept_is_the_ledgers(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-05-31T09:00:00+03:00").await;
    let started = day(2024, 5, 31);
    let houses = [world.house.clone(), world.another().await];
    let id = clock(&houses[0], &lead, case).await.limit.id;
    let (mut added, mut stops, mut seed, mut done) = (Vec::new(), Vec::<(Date, Option<Date>)>::new(), 7_u32, 0);
    let mut chance = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    for _ in 0..40 {
        let house = &houses[usize::from(chance(2) == 0)];
        let from = started + i64::from(chance(120)).days();
        let kept = match chance(4) {
            0 => {
                let amount = 1 + chance(9);
                let kept = house.extend_limit(&lead, id, add(amount, Of::Days)).await;
                if kept.is_ok() {
                    added.push(amount);
                }
                kept
            }
            1 => {
                let kept = house.resume_limit(&lead, id, from).await;
                if kept.is_ok() {
                    for (first, until) in &mut stops {
                        if *first <= from && until.is_none_or(|until| from < until) {
                            *until = Some(from);
                        }
                    }
                }
                kept
            }
            _ => {
                let until = (chance(5) > 0).then(|| from + i64::from(1 + chance(20)).days());
                let kept = house.stop_limit(&lead, id, stop(from, until)).await;
                if kept.is_ok() {
                    stops.push((from, until));
                }
                kept
            }
        };
        done += u32::from(kept.is_ok());
        let expected = walk(started, &added, &stops);
        let kept = match expected {
            Some(last) => {
                world.number(&format!("select count(*) as n from case_limit where last_day = '{last}'")).await
            }
            None => world.number("select count(*) as n from case_limit where last_day is null").await,
        };
        assert_eq!(kept, 1, "{expected:?}, {added:?}, {stops:?}");
    }
    assert!(done >= 15, "only {done} of the changes were allowed: the test would show little");
    // Two at once, each at what the other changes.
    let last = houses[0].resume_limit(&lead, id, day(2024, 12, 1)).await.is_ok();
    let (one, other) = tokio::join!(
        houses[0].stop_limit(&lead, id, stop(day(2024, 6, 1), Some(day(2024, 6, 30)))),
        houses[1].extend_limit(&lead, id, add(3, Of::Days)),
    );
    assert!(one.is_ok() && other.is_ok(), "{last} {one:?} {other:?}");
    if last {
        for (first, until) in &mut stops {
            if *first <= day(2024, 12, 1) && until.is_none_or(|until| day(2024, 12, 1) < until) {
                *until = Some(day(2024, 12, 1));
            }
        }
    }
    stops.push((day(2024, 6, 1), Some(day(2024, 6, 30))));
    added.push(3);
    assert_eq!(clock(&houses[0], &lead, case).await.limit.last_day, walk(started, &added, &stops));
}

async fn each_rung_is_climbed_on_its_day(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    let last = day(2024, 8, 3);
    let mut sent = Vec::new();
    for on in day(2024, 6, 3).series(1.day()).take_while(|on| *on <= last + 20.days()) {
        for reminder in climb(&world.house, on).await {
            assert_eq!((reminder.case, reminder.organ.as_str(), reminder.last_day), (case, "te-office:hame", last));
            sent.push((reminder.rung, on));
        }
    }
    let expected = [-30_i64, -14, -7, 0, 7].map(|rung| (i32::try_from(rung).expect("small"), last + rung.days()));
    assert_eq!(sent, expected);

    // Acknowledged by a post of the lead, once; nobody else knows of it.
    let waiting = world.house.reminders(&lead).await.expect("they are listed");
    assert_eq!(waiting.len(), 5);
    let elsewhere = world.acting("hameenlinna/coordinator").await;
    assert_eq!(world.house.reminders(&elsewhere).await, Ok(Vec::new()));
    assert_eq!(refused(world.house.acknowledge_reminder(&elsewhere, waiting[0].id).await), Refusal::Unknown);
    let seen = world.house.acknowledge_reminder(&lead, waiting[0].id).await.expect("it is acknowledged");
    assert_eq!(seen.acknowledged.map(|(_, by)| by).as_deref(), Some("te-hame/expert"));
    let again = world.house.acknowledge_reminder(&lead, waiting[0].id).await;
    assert_eq!(refused(again), Refusal::Acknowledged { by: "te-hame/expert".to_owned() });
    assert_eq!(world.house.reminders(&lead).await.expect("they are listed").len(), 4);
    assert_eq!(world.house.reminders_of_case(&lead, case).await.expect("they are listed").len(), 5);
}

async fn after_a_pause_only_the_highest_rung_is_sent(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    assert_eq!(rungs(&climb(&world.house, day(2024, 8, 1)).await), [-7]);
    assert_eq!(climb(&world.house, day(2024, 8, 1)).await, []);
    assert_eq!(climb(&world.house, day(2024, 8, 2)).await, []);
    assert_eq!(world.number("select count(*) as n from case_limit_reminder where state = 'skipped'").await, 2);
    assert_eq!(rungs(&climb(&world.house, day(2025, 1, 1)).await), [7]);
    assert_eq!(world.number("select count(*) as n from case_limit_reminder where state = 'skipped'").await, 3);
    assert_eq!(world.number("select count(*) as n from limit_ladder where next_day is not null").await, 0);
    assert_eq!(rungs(&world.house.reminders_of_case(&lead, case).await.expect("listed")), [-7, 7]);
}

async fn a_last_day_that_moves_has_its_own_rungs(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    let (house, id) = (&world.house, clock(&world.house, &lead, case).await.limit.id);
    assert_eq!(rungs(&climb(house, day(2024, 7, 5)).await), [-30]);
    assert_eq!(rungs(&climb(house, day(2024, 7, 20)).await), [-14]);

    // It stands still, and nobody knows how long: no rung is due. In the end not a day was left out: it goes on where it was.
    world.hands.set("2024-07-21T09:00:00+03:00");
    house.stop_limit(&lead, id, stop(day(2024, 7, 27), None)).await.expect("it stops");
    assert_eq!(climb(house, day(2024, 8, 30)).await, []);
    world.hands.set("2024-07-27T09:00:00+03:00");
    house.resume_limit(&lead, id, day(2024, 7, 27)).await.expect("it goes on");
    assert_eq!(rungs(&climb(house, day(2024, 7, 27)).await), [-7], "not -14 once more, and -7 is not lost");

    // Ten days more: 13 August. -30 and -14 of it lie behind; -7 is climbed a second time, about another day.
    world.hands.set("2024-07-30T09:00:00+03:00");
    house.extend_limit(&lead, id, add(10, Of::Days)).await.expect("it is extended");
    assert_eq!(climb(house, day(2024, 7, 31)).await, [], "-14 is today at the latest: whoever extends knows of it");
    assert_eq!(climb(house, day(2024, 8, 5)).await, []);
    let sent = climb(house, day(2024, 8, 6)).await;
    assert_eq!((rungs(&sent), sent[0].last_day), (vec![-7], day(2024, 8, 13)));

    // A month more: 13 September, with its -30 on 14 August still to come.
    world.hands.set("2024-08-07T09:00:00+03:00");
    house.extend_limit(&lead, id, add(1, Of::Months)).await.expect("it is extended");
    let sent = climb(house, day(2024, 8, 14)).await;
    assert_eq!((rungs(&sent), sent[0].last_day), (vec![-30], day(2024, 9, 13)));
    let waiting = house.reminders(&lead).await.expect("they are listed");
    assert_eq!(rungs(&waiting), [-30], "those of a day that is no longer the last one wait for nobody");
}

/// Many cases whose last day is 3 August 2024.
async fn many(world: &World, count: usize) -> BTreeSet<Uuid> {
    let mut cases = BTreeSet::new();
    for _ in 0..count {
        cases.insert(open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await.1);
    }
    cases
}

async fn several_nodes_climb_each_rung_once(world: &World) {
    let cases = many(world, 20).await;
    let nodes = [world.another().await, world.another().await];
    for (on, rung) in [(day(2024, 7, 4), -30), (day(2024, 7, 29), -7), (day(2024, 8, 3), 0)] {
        let (one, other, third) = tokio::join!(
            world.house.climb_reminders(on, 1_000),
            nodes[0].climb_reminders(on, 1_000),
            nodes[1].climb_reminders(on, 1_000),
        );
        let sent: Vec<Reminder> = [one, other, third].into_iter().flat_map(|sent| sent.expect("they climb")).collect();
        assert_eq!(sent.len(), 20, "each once");
        assert_eq!(sent.iter().map(|reminder| reminder.case).collect::<BTreeSet<_>>(), cases);
        assert!(sent.iter().all(|reminder| reminder.rung == rung), "{sent:?}");
    }
    let few = world.house.climb_reminders(day(2024, 8, 10), 7).await.expect("they climb");
    assert_eq!(few.len(), 7, "at most so many");
    assert_eq!(climb(&world.house, day(2024, 8, 10)).await.len(), 13);
    assert_eq!(world.number("select count(*) as n from case_limit_reminder where state = 'sent'").await, 80);
}

async fn what_is_cut_short_is_neither_lost_nor_sent_twice(world: &World) {
    many(world, 20).await;
    let on = day(2024, 7, 4);
    let mut cut = 0;
    for after in [0_u64, 1, 3, 8, 15, 30] {
        let climbing = world.house.climb_reminders(on, 3);
        match tokio::time::timeout(Duration::from_millis(after), climbing).await {
            Ok(done) => drop(done.expect("they climb")),
            Err(_) => cut += 1,
        }
    }
    assert!(cut > 0, "none was cut short: the test would show nothing");
    climb(&world.house, on).await;
    let number = "select count(*) as n from case_limit_reminder where state = 'sent'";
    assert_eq!(world.number(number).await, 20);
    let lines = "select count(*) as n from journal_entry where action = 'remind'";
    assert_eq!(world.number(lines).await, 20, "each with its line");
    assert_eq!(climb(&world.house, on).await, []);
}

async fn the_database_itself_refuses(world: &World) {
    let (lead, case) = open_at(world, "te-hame/expert", "2024-06-03T09:00:00+03:00").await;
    let (house, id) = (&world.house, clock(&world.house, &lead, case).await.limit.id);
    house.stop_limit(&lead, id, stop(day(2024, 6, 10), None)).await.expect("it stops");
    house.resume_limit(&lead, id, day(2024, 6, 12)).await.expect("it goes on");
    house.extend_limit(&lead, id, add(1, Of::Days)).await.expect("it is extended");
    climb(house, day(2024, 8, 6)).await;
    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let columns = "limit_id, from_day, until_day, reason, basis, recorded_at, recorded_by, recorded_organ";
    let early = columns.replace("from_day", if world.is_sqlite() { "'2024-06-02'" } else { "date '2024-06-02'" });
    for (sql, said) in [
        ("update case_limit set amount = 9".to_owned(), "a limit is never edited"),
        ("update case_limit set ladder = '[]'".to_owned(), "a limit is never edited"),
        ("delete from case_limit".to_owned(), "a limit is never removed"),
        ("update case_limit_stop set reason = 'other'".to_owned(), "a stop is never edited"),
        ("update case_limit_stop set until_day = null where withdrawn_at is null".to_owned(), "a stop is never edited"),
        ("delete from case_limit_stop".to_owned(), "a stop is never removed"),
        (
            format!("insert into case_limit_stop (id, {columns}) select {new_id}, {early} from case_limit_stop"),
            "a limit does not stop before it starts",
        ),
        ("update case_limit_extension set amount = 9".to_owned(), "an extension is never edited"),
        ("delete from case_limit_extension".to_owned(), "an extension is never removed"),
        ("update case_limit_reminder set rung = rung + 1".to_owned(), "a reminder is never edited"),
        ("delete from case_limit_reminder".to_owned(), "a reminder is never removed"),
    ] {
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    opening_starts_the_clock,
    a_case_keeps_the_law_under_which_it_was_opened,
    only_the_lead_stops_and_only_what_runs,
    pressing_twice_does_not_add_twice,
    the_last_day_that_is_kept_is_the_ledgers,
    each_rung_is_climbed_on_its_day,
    after_a_pause_only_the_highest_rung_is_sent,
    a_last_day_that_moves_has_its_own_rungs,
    several_nodes_climb_each_rung_once,
    what_is_cut_short_is_neither_lost_nor_sent_twice,
    the_database_itself_refuses,
}
