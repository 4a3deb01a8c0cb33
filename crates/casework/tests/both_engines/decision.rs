//! Decisions: who may make one, until when it can be appealed, what stands in its place, and that all of them come out the
//! same when they are replayed.

use std::sync::{Arc, LazyLock};

use casework::case::field::Given;
use casework::decision::replay::{Against, Cannot, Difference, Finding};
use casework::decision::{
    Counts, Decision, Effect, Kind, MissingLink, NewDecision, NewNotification, NoAppeal, Refusal, Replayed, Standing,
};
use casework::post::{Acting, NewPost};
use casework::{Error, House, case, post};
use jiff::civil::{Date, date};
use register::Register;
use uuid::Uuid;

use crate::on_both_engines;
use crate::world::World;

const PROTECTED: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("ground", "protection", "2024-01-01"),
];

const JOB_SEEKER: [(&str, &str, &str); 4] = [
    ("municipality", "061", "2024-01-01"),
    ("home-municipality", "yes", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

/// Sets a post up that only these tests need, and acts as it; one that is there already is acted as.
async fn acting(world: &World, id: &str, organ: &str, function: &str, from: Date) -> Acting {
    let (id, organ, function) = (id.to_owned(), organ.to_owned(), function.to_owned());
    let new = NewPost { title: id.clone(), id: id.clone(), organ, function, from, until: None };
    match world.house.add_post(&Acting::operator(), &new).await {
        Ok(()) | Err(Error::Refused(casework::Refusal::Post(post::Refusal::Taken(_)))) => {}
        Err(other) => panic!("the post is not set up: {other}"),
    }
    world.acting(&id).await
}

async fn decision_maker(world: &World) -> Acting {
    acting(world, "migri/head", "immigration-service", "decision-maker", date(2021, 1, 1)).await
}

fn reasons() -> [Given; 1] {
    [Given::new("reasons", "Skäl: Mohammed ”ud-Dīn” O'Brien – Перевірка")]
}

fn new<'a>(case: Uuid, based_on: i64, result: &'static str, fields: &'a [Given]) -> NewDecision<'a> {
    NewDecision { case, step: "decide", based_on, result: Some(result), fields, although: None }
}

/// A travel document, decided on.
async fn decided(world: &World) -> Decision {
    let maker = decision_maker(world).await;
    let person = world.person((1990, 5, 1), &PROTECTED).await;
    let opened = world.house.open_case(&maker, "travel-document", person).await.expect("it is opened");
    world.house.decide(&maker, new(opened.id, 1, "aliens-passport", &reasons())).await.expect("it is decided")
}

fn link(refused: Error) -> MissingLink {
    match refused {
        Error::Refused(casework::Refusal::Decision(Refusal::NotCompetent { link, .. })) => *link,
        other => panic!("another refusal: {other:?}"),
    }
}

fn refusal(refused: Error) -> Refusal {
    match refused {
        Error::Refused(casework::Refusal::Decision(refusal)) => refusal,
        other => panic!("another refusal: {other:?}"),
    }
}

/// Gives a case another lead by hand, from an instant on.
async fn hand_over(world: &World, case: Uuid, organ: &str, from: &str) {
    let columns = "case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, path, cause, \
        cause_id, recorded_at, recorded_by";
    let (new_id, instant, id) = if world.is_sqlite() {
        ("randomblob(16)", format!("'{from}'"), format!("x'{}'", case.simple()))
    } else {
        ("gen_random_uuid()", format!("timestamptz '{from}'"), format!("'{case}'"))
    };
    let values = columns.replace("organ", &format!("'{organ}'")).replace("from_at", &instant).replace("previous", "id");
    let sql = format!(
        "insert into holding (id, {columns}) select {new_id}, {values} from holding
            where role = 'lead' and case_id = {id} and until_at is null"
    );
    world.by_hand(&sql).await.expect("the case is handed over");
}

async fn a_decision_says_who_made_it_on_what_and_takes_the_step(world: &World) {
    let maker = decision_maker(world).await;
    let made = decided(world).await;
    assert_eq!(made.made.organ, "immigration-service");
    assert_eq!(made.made.function, "decision-maker");
    assert_eq!(made.made.clauses, ["in-finland"]);
    assert!(made.made.basis.contains(&"301/2004 §139".to_owned()), "{:?}", made.made.basis);
    assert_eq!(made.made.edition, world.house.register.edition.as_str());
    assert_eq!(made.made.texts["reasons"], "Skäl: Mohammed ”ud-Dīn” O'Brien – Перевірка");
    assert_eq!(made.made.case_version, 2);
    let all = world.house.decisions_of_case(&maker, made.made.case).await.expect("they are read");
    assert_eq!(all, [made]);
    assert_eq!(world.number("select count(*) as n from case_file where status = 'decided' and version = 2").await, 1);
    // What one does not bear does not exist.
    let stranger = world.acting("te-hame/head").await;
    let refused = world.house.decisions_of_case(&stranger, all[0].made.case).await.expect_err("not theirs");
    assert!(matches!(refused, Error::Refused(casework::Refusal::Case(case::Refusal::Unknown))), "{refused:?}");
}

async fn each_missing_link_is_named(world: &World) {
    let house = &world.house;
    let maker = decision_maker(world).await;
    let person = world.person((1990, 5, 1), &PROTECTED).await;
    let case = house.open_case(&maker, "travel-document", person).await.expect("it is opened").id;
    let fields = reasons();
    let new = new(case, 1, "refused", &fields);

    // Never bore it: it does not exist.
    let stranger = world.acting("te-hame/head").await;
    let refused = house.decide(&stranger, new).await.expect_err("never bore it");
    assert!(matches!(refused, Error::Refused(casework::Refusal::Case(case::Refusal::Unknown))), "{refused:?}");

    // The function may not.
    let handler = acting(world, "migri/handler", "immigration-service", "handler", date(2021, 1, 1)).await;
    let refused = link(house.decide(&handler, new).await.expect_err("the function"));
    let allowed = vec!["decision-maker".to_owned()];
    assert_eq!(refused, MissingLink::Function { function: "handler".to_owned(), allowed });

    // A step that decides nothing, and one that is not there.
    for step in ["lapse", "no-such-step"] {
        let refused = refusal(house.decide(&maker, NewDecision { step, ..new }).await.expect_err(step));
        assert!(matches!(&refused, Refusal::DecidesNothing { step: said, .. } if said == step), "{refused:?}");
    }

    // Abroad the mission decides, and the Immigration Service is heard: another verb.
    let mission = acting(world, "mission/head", "mission", "decision-maker", date(2021, 1, 1)).await;
    let abroad = world.person((1991, 6, 2), &[("place", "abroad", "2024-01-01")]).await;
    let abroad = house.open_case(&mission, "travel-document", abroad).await.expect("it is opened").id;
    let refused = link(house.decide(&maker, NewDecision { case: abroad, ..new }).await.expect_err("another verb"));
    let (verbs, deciding) = (vec!["be-heard".to_owned()], vec!["mission".to_owned()]);
    assert_eq!(refused, MissingLink::OtherVerbs { verbs, deciding });

    // Between chairs.
    let coordinator = world.acting("forssa/coordinator").await;
    let unclear = world.person((1992, 7, 3), &[("municipality", "061", "2024-01-01")]).await;
    let between = house.open_case(&coordinator, "plan-extension", unclear).await.expect("it is opened").id;
    let unclear = NewDecision { case: between, result: Some("extended"), ..new };
    let refused = link(house.decide(&coordinator, unclear).await.expect_err("between chairs"));
    assert!(matches!(refused, MissingLink::LooksAfter { .. }), "{refused:?}");

    // The law no longer supports the holding, unless the official says on what they decide.
    hand_over(world, case, "police", "2024-06-03T06:30:00.000000Z").await;
    world.hands.set("2024-06-03T10:00:00+03:00");
    let police = acting(world, "police/head", "police", "decision-maker", date(2021, 1, 1)).await;
    let refused = link(house.decide(&police, new).await.expect_err("not by law"));
    let now = vec!["immigration-service".to_owned()];
    assert!(matches!(&refused, MissingLink::NotByLaw { now: said, .. } if *said == now), "{refused:?}");
    let refused = link(house.decide(&police, NewDecision { although: Some("  "), ..new }).await.expect_err("blank"));
    assert!(matches!(refused, MissingLink::NotByLaw { .. }), "{refused:?}");

    // The holding has ended.
    let refused = link(house.decide(&maker, new).await.expect_err("it has ended"));
    assert_eq!(refused, MissingLink::Ended { at: "2024-06-03T06:30:00Z".parse().expect("an instant") });

    // Nothing of all this was kept; with the official's word it is, and the word stands in the decision.
    assert_eq!(world.number("select count(*) as n from decision").await, 0);
    assert_eq!(world.number("select count(*) as n from case_file where version > 1").await, 0);
    let although = Some("övergångsbestämmelsen i ärendet");
    let made = house.decide(&police, NewDecision { although, ..new }).await.expect("it is decided");
    assert_eq!(made.made.although.as_deref(), although);

    // The case is closed.
    house.take_step(&police, case, "finish", 2, &[], Some("carried-out")).await.expect("it is finished");
    let refused = link(house.decide(&police, NewDecision { step: "decide-anew", ..new }).await.expect_err("closed"));
    assert!(matches!(refused, MissingLink::Closed { .. }), "{refused:?}");
}

async fn at_midnight_the_new_organ_decides_and_the_old_one_no_longer(world: &World) {
    let house = &world.house;
    let old = world.acting("te-hame/head").await;
    let mut cases = Vec::new();
    for _ in 0..2 {
        let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
        let opened = house.open_case(&old, "plan-extension", person).await.expect("it is opened");
        assert_eq!(opened.route.lead.organ, "te-office:hame", "{:?}", opened.route);
        hand_over(world, opened.id, "employment-authority:tyohame", "2024-12-31T22:00:00.000000Z").await;
        cases.push(opened.id);
    }
    let fields = reasons();
    world.hands.set("2024-12-31T23:59:59.900+02:00");
    let made = house.decide(&old, new(cases[0], 1, "extended", &fields)).await.expect("the old organ decides");
    assert_eq!(
        (made.made.day, made.made.clauses.as_slice()),
        (date(2024, 12, 31), ["registered-to-2024".to_owned()].as_slice())
    );
    world.hands.set("2024-12-31T23:59:59.900+02:00");
    let next = world.house.acting("tyohame/expert").await.expect_err("it has not begun");
    assert!(matches!(next, Error::Refused(casework::Refusal::Post(post::Refusal::NotInForce { .. }))), "{next:?}");

    world.hands.set("2025-01-01T00:00:00+02:00");
    // Whoever began to act before midnight does not go on after it: the post is no more.
    let refused = house.decide(&old, new(cases[1], 1, "extended", &fields)).await.expect_err("it has ended");
    assert!(
        matches!(refused, Error::Refused(casework::Refusal::Post(post::Refusal::NotInForce { .. }))),
        "{refused:?}"
    );
    world.hands.set("2025-01-01T00:00:00+02:00");
    let next = world.acting("tyohame/expert").await;
    world.hands.set("2025-01-01T00:00:00+02:00");
    let made = house.decide(&next, new(cases[1], 1, "extended", &fields)).await.expect("the new organ decides");
    assert_eq!(
        (made.made.day, made.made.clauses.as_slice()),
        (date(2025, 1, 1), ["registered-from-2025".to_owned()].as_slice())
    );
    let (counts, found) = replay(house, Against::ItsEdition).await;
    assert_eq!((counts.same, counts.done), (2, 2), "{found:?}");
}

async fn who_read_an_older_version_decides_nothing(world: &World) {
    let maker = decision_maker(world).await;
    let person = world.person((1990, 5, 1), &PROTECTED).await;
    let case = world.house.open_case(&maker, "travel-document", person).await.expect("it is opened").id;
    let fields = reasons();
    let node = world.another().await;
    // Two at once, from two nodes: one decides, the other is told that the case has changed.
    let (one, other) = tokio::join!(
        world.house.decide(&maker, new(case, 1, "aliens-passport", &fields)),
        node.decide(&maker, new(case, 1, "refused", &fields)),
    );
    let refused = match (one, other) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused,
        both => panic!("exactly one decides: {both:?}"),
    };
    assert!(matches!(refused, Error::Refused(casework::Refusal::Case(case::Refusal::Stale(_)))), "{refused:?}");
    assert_eq!(world.number("select count(*) as n from decision").await, 1);
    // Handed over between reading and deciding.
    world.hands.set("2024-06-03T12:00:00+03:00");
    hand_over(world, case, "police", "2024-06-03T08:30:00.000000Z").await;
    let anew = NewDecision { step: "decide-anew", ..new(case, 2, "refused", &fields) };
    let refused = link(world.house.decide(&maker, anew).await.expect_err("it was handed over"));
    assert!(matches!(refused, MissingLink::Ended { .. }), "{refused:?}");
    assert_eq!(world.number("select count(*) as n from decision").await, 1);
}

async fn a_decision_is_replaced_once_and_the_chain_is_kept(world: &World) {
    let house = &world.house;
    let maker = decision_maker(world).await;
    let first = decided(world).await;
    let case = first.made.case;
    let fields = reasons();
    let anew = |based_on, result| NewDecision { step: "decide-anew", ..new(case, based_on, result, &fields) };
    let second = house.replace_decision(&maker, first.id, Effect::Replaces, anew(2, "refugee-travel-document")).await;
    let second = second.expect("it is replaced");
    let refused = house.replace_decision(&maker, first.id, Effect::Annuls, anew(3, "withdrawn")).await;
    assert_eq!(
        refusal(refused.expect_err("it no longer stands")),
        Refusal::StandsNoLonger { effect: Effect::Replaces, by: second.id }
    );
    let third = house.replace_decision(&maker, second.id, Effect::Annuls, anew(3, "withdrawn")).await;
    let third = third.expect("it is annulled");
    let all = house.decisions_of_case(&maker, case).await.expect("they are read");
    let standing: Vec<_> = all.iter().map(|one| one.standing).collect();
    let expected =
        [Standing::No(Effect::Replaces, second.id), Standing::No(Effect::Annuls, third.id), Standing::Stands];
    assert_eq!(standing, expected);
    assert_eq!(all[0].made, first.made, "what was decided is not touched");
    // One about somebody else does not exist for this case.
    let other = decided(world).await;
    let refused = house.replace_decision(&maker, other.id, Effect::Annuls, anew(4, "withdrawn")).await;
    assert_eq!(refusal(refused.expect_err("somebody else's")), Refusal::Unknown);
    assert_eq!(world.number("select count(*) as n from decision").await, 4);
}

async fn the_last_day_for_appeal_hangs_on_the_notification(world: &World) {
    let house = &world.house;
    let maker = decision_maker(world).await;
    let made = decided(world).await;
    let base = NewNotification {
        decision: made.id,
        kind: Kind::ProofOfReceipt,
        sent: Some(date(2024, 6, 3)),
        received: Some(date(2024, 6, 3)),
        reason: "mottagningsbevis",
        limit: None,
        replaces: None,
    };
    // Wrong days, no reason, nothing that the register could count from.
    for (wrong, why) in [
        (NewNotification { received: Some(date(2024, 6, 2)), sent: None, ..base }, "before the decision"),
        (NewNotification { sent: Some(date(2024, 6, 2)), ..base }, "sent before the decision"),
        (NewNotification { received: Some(date(2024, 6, 4)), ..base }, "acknowledged in the future"),
        (NewNotification { reason: "  ", ..base }, "no reason"),
        (NewNotification { received: None, ..base }, "no day"),
        (NewNotification { limit: Some("refugee-document"), ..base }, "no appeal limit"),
        (NewNotification { replaces: Some(made.id), ..base }, "no such notification"),
    ] {
        house.notify_decision(&maker, wrong).await.expect_err(why);
    }
    // 30 days after 23 June 2024 is a working day.
    world.hands.set("2024-06-23T09:00:00+03:00");
    let told = NewNotification { received: Some(date(2024, 6, 23)), ..base };
    let told = house.notify_decision(&maker, told).await.expect("it is notified");
    assert_eq!((told.appealable_until, told.limit.as_deref()), (Ok(date(2024, 7, 23)), Some("appeal")));
    let again = house.notify_decision(&maker, base).await.expect_err("it was notified");
    assert!(matches!(refusal(again), Refusal::NotifiedAlready { notification, .. } if notification == told.id));
    let mut last = told.id;
    world.hands.set("2024-12-01T09:00:00+02:00");
    // The thirtieth day is Christmas Eve, a Sunday, Independence Day.
    for (received, until) in [
        (date(2024, 11, 24), date(2024, 12, 27)),
        (date(2024, 8, 30), date(2024, 9, 30)),
        (date(2024, 11, 6), date(2024, 12, 9)),
    ] {
        let mended = NewNotification { received: Some(received), replaces: Some(last), ..base };
        let mended = house.notify_decision(&maker, mended).await.expect("the mistake is mended");
        assert_eq!(mended.appealable_until, Ok(until), "received on {received}");
        last = mended.id;
    }
    let all = house.decisions_of_case(&maker, made.made.case).await.expect("they are read");
    assert_eq!(all[0].notification.as_ref().map(|one| one.id), Some(last));
    // Others have nothing to notify.
    let stranger = world.acting("te-hame/head").await;
    let refused = house.notify_decision(&stranger, base).await.expect_err("not theirs");
    assert_eq!(refusal(refused), Refusal::Unknown);
    // A duty without an appeal period in the register.
    let expert = world.acting("te-hame/head").await;
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let case = house.open_case(&expert, "plan-extension", person).await.expect("it is opened").id;
    let plan = house.decide(&expert, new(case, 1, "not-extended", &reasons())).await.expect("it is decided");
    let day = Some(date(2024, 12, 1));
    let told = NewNotification { decision: plan.id, kind: Kind::HandedOver, sent: day, received: day, ..base };
    let told = house.notify_decision(&expert, told).await.expect("it is notified");
    assert_eq!(told.appealable_until, Err(NoAppeal::NotNamed));
}

/// A second edition, in which the police issue travel documents.
static SECOND: LazyLock<Arc<Register>> = LazyLock::new(|| {
    let path = "duties/state/travel-document.toml";
    let files = crate::world::REGISTER.files.clone();
    let text =
        files.get(path).expect("the duty has its file").text.replacen("\"immigration-service\"", "\"police\"", 1);
    Arc::new(Register::answering(files.with(path, text)).expect("the second edition has no faults"))
});

async fn replay(house: &House, against: Against) -> (Counts, Vec<Replayed>) {
    let mut found = Vec::new();
    let counts =
        house.replay(&Acting::operator(), against, |one, _| found.push(one.clone())).await.expect("they are replayed");
    assert_eq!(counts.done, counts.all);
    (counts, found)
}

async fn decisions_of_two_editions_are_replayed(world: &World) {
    let first = &world.house;
    let second = House::new(first.store.clone(), Arc::clone(&SECOND), first.zone.clone()).await.expect("it moves in");
    let of_first = decided(world).await;
    let police = acting(world, "police/head", "police", "decision-maker", date(2021, 1, 1)).await;
    let person = world.person((1990, 5, 1), &PROTECTED).await;
    let case = second.open_case(&police, "travel-document", person).await.expect("it is opened").id;
    let of_second = second.decide(&police, new(case, 1, "refused", &reasons())).await.expect("it is decided");
    assert_eq!(of_second.made.edition, SECOND.edition.as_str());

    let (counts, found) = replay(first, Against::ItsEdition).await;
    assert_eq!((counts.same, counts.differs, counts.cannot, counts.editions), (2, 0, 0, 2), "{found:?}");
    // Held against one edition, the decision of the other would be another organ's.
    for (house, differs, from, to) in [
        (first, of_second.id, "police", "immigration-service"),
        (&second, of_first.id, "immigration-service", "police"),
    ] {
        let (counts, found) = replay(house, Against::Today).await;
        assert_eq!((counts.same, counts.differs, counts.editions), (1, 1, 1));
        let one = found.iter().find(|one| one.finding != Finding::Same).expect("one differs");
        assert_eq!(one.decision, differs);
        let Finding::Differs(said) = &one.finding else { panic!("{one:?}") };
        let [Difference::OtherOrgans { from: was, to: now, .. }] = said.as_slice() else { panic!("{said:?}") };
        assert_eq!((was.as_str(), now.as_slice()), (from, [to.to_owned()].as_slice()));
    }

    // Somebody changes rows by hand, past the triggers.
    let off = if world.is_sqlite() {
        "drop trigger decision_is_never_edited"
    } else {
        "drop trigger decision_is_never_edited on decision"
    };
    world.by_hand(off).await.expect("the trigger is gone");
    world.by_hand("update decision set result = 'aliens-passport' where organ = 'police'").await.expect("a grant");
    let (counts, found) = replay(first, Against::ItsEdition).await;
    assert_eq!((counts.same, counts.differs), (1, 1));
    assert_eq!(finding(&found, of_second.id), &Finding::Differs(vec![Difference::Altered]));
    world.by_hand("update decision set organ = 'police' where organ <> 'police'").await.expect("another organ");
    let (_, found) = replay(first, Against::ItsEdition).await;
    let Finding::Differs(said) = finding(&found, of_first.id) else { panic!("{found:?}") };
    assert!(said.contains(&Difference::Altered), "{said:?}");
    assert!(said.iter().any(|one| matches!(one, Difference::OrganOfHolding { .. })), "{said:?}");
    assert!(said.iter().any(|one| matches!(one, Difference::OtherOrgans { .. })), "{said:?}");

    // An edition whose files are no longer its own.
    let changed = if world.is_sqlite() { "x'7b7d'" } else { "'\\x7b7d'::bytea" };
    let edition = SECOND.edition.as_str();
    world
        .by_hand(&format!("update edition set files = {changed} where id = '{edition}'"))
        .await
        .expect("it is changed");
    let (counts, found) = replay(first, Against::ItsEdition).await;
    assert_eq!(counts.cannot, 1);
    let of_it = finding(&found, of_second.id);
    assert!(
        matches!(of_it, Finding::Cannot(Cannot::EditionChanged { edition: said, .. }) if said == edition),
        "{of_it:?}"
    );
}

fn finding(found: &[Replayed], decision: Uuid) -> &Finding {
    &found.iter().find(|one| one.decision == decision).expect("it was replayed").finding
}

async fn the_database_keeps_decisions_as_they_are(world: &World) {
    let made = decided(world).await;
    let maker = decision_maker(world).await;
    let told = NewNotification {
        decision: made.id,
        kind: Kind::HandedOver,
        sent: None,
        received: Some(made.made.day),
        reason: "kvitto",
        limit: None,
        replaces: None,
    };
    world.house.notify_decision(&maker, told).await.expect("it is notified");
    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let columns = "case_id, step, result, texts, holding_id, organ, function, post, role, edition, day, clauses, basis, \
        certainty, support, although, effect, replaces, case_version, made_at, digest";
    let copy = |change: &[(&str, &str)]| {
        let values = change.iter().fold(columns.to_owned(), |all, (of, to)| all.replace(of, to));
        format!("insert into decision (id, {columns}) select {new_id}, {values} from decision")
    };
    let later = ("case_version", "case_version + 1");
    for (sql, said) in [
        ("update decision set result = 'refused'".to_owned(), "a decision is never edited"),
        ("delete from decision".to_owned(), "a decision is never removed"),
        ("update decision_notification set reason = 'x'".to_owned(), "a notification is never edited"),
        ("delete from decision_notification".to_owned(), "a notification is never removed"),
        (copy(&[later, ("organ", "'police'")]), "a decision is made under a holding in force"),
        (copy(&[]), if world.is_sqlite() { "UNIQUE" } else { "decision_of_version" }),
        (copy(&[later, ("support", "'gone'")]), if world.is_sqlite() { "CHECK" } else { "check constraint" }),
    ] {
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    world.by_hand("update case_file set closed_at = opened_at, version = version + 1").await.expect("it closes");
    let refused = world.by_hand(&copy(&[later])).await.expect_err("the case is closed");
    assert!(refused.contains("a decision is made in an open case"), "{refused}");
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    a_decision_says_who_made_it_on_what_and_takes_the_step,
    each_missing_link_is_named,
    at_midnight_the_new_organ_decides_and_the_old_one_no_longer,
    who_read_an_older_version_decides_nothing,
    a_decision_is_replaced_once_and_the_chain_is_kept,
    the_last_day_for_appeal_hangs_on_the_notification,
    decisions_of_two_editions_are_replayed,
    the_database_keeps_decisions_as_they_are,
}
