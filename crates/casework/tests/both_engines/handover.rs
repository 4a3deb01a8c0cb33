//! Hand-over: offer, answer, effect; silence climbs; consent before anything is passed on.

use casework::case::Refusal as CaseRefusal;
use casework::handover::{Consent, ConsentStep, Refusal, ReturnReason, SaidBy, Stage, WithdrawReason};
use casework::post::{Acting, NewPost};
use casework::{Error, House, Refusal as Any};
use jiff::Timestamp;
use storage::{Unit, args};
use uuid::Uuid;

use crate::world::World;

/// On lasting assistance, outside the labour force, with a permit: the municipality leads; as a job seeker the TE office.
pub const FACTS: [(&str, &str, &str); 5] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
    ("assistance", "lasting", "2024-01-01"),
    ("first-permit", "within-3-years", "2024-01-01"),
];

/// Believes from today on that an attribute has a value, by plain statements: no case is asked about.
pub async fn believe(house: &House, person: Uuid, attribute: &str, value: &str) {
    house
        .store
        .write(|unit: Unit| async move {
            let sql = "update person_fact set withdrawn_at = $3, withdrawn_by = 'test'
                where person_id = $1 and attribute = $2 and withdrawn_at is null";
            unit.execute(sql, args![person, attribute, unit.now()]).await?;
            let sql = "insert into person_fact (id, person_id, attribute, slot, value, from_day, source, recorded_by,
                recorded_organ, recorded_at) values ($1, $2, $3, '', $4, $5, 'test', 'test', 'test', $6)";
            let from = jiff::civil::date(2024, 1, 1);
            unit.execute(sql, args![unit.new_id(), person, attribute, value, from, unit.now()]).await?;
            let actor = Acting::operator().actor;
            let (action, noun) = (storage::Word::of("record"), storage::Word::of("fact"));
            unit.journal(storage::Entry::new(&actor, action, noun, person).person(person));
            Ok::<_, storage::Error>(())
        })
        .await
        .expect("it is believed");
}

/// Closes a case by a plain statement.
pub async fn close(house: &House, case: Uuid) {
    house
        .store
        .write(|unit: Unit| async move {
            let sql = "update case_file set closed_at = $2, version = version + 1 where id = $1";
            unit.change_one(sql, args![case, unit.now()]).await?;
            let actor = Acting::operator().actor;
            let (action, noun) = (storage::Word::of("close"), storage::Word::of("case"));
            unit.journal(storage::Entry::new(&actor, action, noun, case).case(case));
            Ok::<_, storage::Error>(())
        })
        .await
        .expect("it is closed");
}

/// A post at an organ that [`crate::world::POSTS`] has none at.
pub async fn post_at(world: &World, id: &str, organ: &str, from: &str) -> Acting {
    let new = NewPost {
        id: id.to_owned(),
        organ: organ.to_owned(),
        function: "handler".to_owned(),
        title: id.to_owned(),
        from: from.parse().expect("a day"),
        until: None,
    };
    world.house.add_post(&Acting::operator(), &new).await.expect("the post is set up");
    world.acting(id).await
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    match answer {
        Err(Error::Refused(Any::HandOver(refusal))) => refusal,
        other => panic!("a refusal of the hand-over was expected: {other:?}"),
    }
}

/// How many leads there are in each instant in which one begins or ends, where it is not one; and broken chains.
pub async fn broken(world: &World) -> i64 {
    let instants = "select count(*) as n from (
            select h.case_id, h.from_at as at from holding h where h.voided_at is null
            union
            select h.case_id, h.until_at from holding h where h.voided_at is null and h.until_at is not null
        ) b join case_file c on c.id = b.case_id
        where b.at >= c.opened_at and (c.closed_at is null or b.at < c.closed_at) and 1 <> (
            select count(*) from holding h where h.case_id = b.case_id and h.role = 'lead' and h.voided_at is null
                and h.from_at <= b.at and (h.until_at is null or h.until_at > b.at)
        )";
    let chains = "select count(*) as n from holding h join holding p on p.id = h.previous
        where h.voided_at is null and (p.until_at is null or p.until_at <> h.from_at or p.case_id <> h.case_id)";
    let open = "select count(*) as n from handover o where state in ('offered', 'lapsed') and not exists (
            select 1 from case_file c where c.id = o.case_id and c.closed_at is null and c.lead_holding = o.from_holding
        )";
    let kept = "select count(*) as n from handover o where state = 'accepted' and 1 <> (
            select count(*) from holding h where h.cause_id = o.id and h.role = 'lead' and h.voided_at is null
                and h.organ = o.to_organ and h.from_at = o.effect_at and h.previous = o.from_holding
        )";
    let mut sum = 0;
    for sql in [instants, chains, open, kept] {
        sum += world.number(sql).await;
    }
    sum
}

async fn proved(world: &World) {
    assert_eq!(broken(world).await, 0);
    let proof = world.house.prove_promise(&Acting::operator(), 10).await.expect("it is proved");
    assert!(proof.faults.is_empty(), "{proof:?}");
}

struct Offered {
    person: Uuid,
    case: Uuid,
    id: Uuid,
}

/// A case of the TE office, offered to Forssa, because the person is no longer a job seeker.
async fn offered(world: &World) -> Offered {
    let person = world.person((1990, 5, 1), &FACTS).await;
    let expert = world.acting("te-hame/expert").await;
    let case = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    assert_eq!(case.route.lead.organ, "te-office:hame");
    believe(&world.house, person, "labour", "outside").await;
    let id = world.house.offer_hand_over(&expert, case.id).await.expect("it is offered").hand_over.expect("an offer");
    Offered { person, case: case.id, id }
}

async fn lead_at(world: &World, case: Uuid, at: Timestamp) -> String {
    world
        .house
        .store
        .read(|view: storage::View| async move {
            let sql = "select organ from holding where case_id = $1 and role = 'lead' and voided_at is null
                and from_at <= $2 and (until_at is null or until_at > $2)";
            view.fetch_one(sql, args![case, at]).await?.get("organ")
        })
        .await
        .map_err(|fault: storage::Error| fault)
        .expect("exactly one leads")
}

async fn accepted_it_moves_in_one_instant(world: &World) {
    let Offered { case, id, .. } = offered(world).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    let other = world.acting("hameenlinna/coordinator").await;
    assert_eq!(refused(world.house.accept_hand_over(&other, id, None).await), Refusal::Unknown);
    let only = Refusal::OnlyReceiver { to: "municipality:061".to_owned() };
    assert_eq!(refused(world.house.accept_hand_over(&expert, id, None).await), only);
    let only = Refusal::OnlyLead { lead: "te-office:hame".to_owned() };
    assert_eq!(refused(world.house.withdraw_hand_over(&forssa, id).await), only);
    // In 2024 Forssa stands beside already (it takes part), so it sees the case; Hämeenlinna does not.
    assert!(matches!(
        world.house.offer_hand_over(&forssa, case).await,
        Err(Error::Refused(Any::Case(CaseRefusal::NotLead { .. } | CaseRefusal::Unknown)))
    ));
    assert!(matches!(
        refused(world.house.offer_hand_over(&expert, case).await),
        Refusal::AlreadyOffered { to, .. } if to == "municipality:061"
    ));
    assert_eq!(world.house.hand_overs_to_answer(&forssa).await.expect("a list").len(), 1);
    let before = world.hands.now();
    assert_eq!(lead_at(world, case, before).await, "te-office:hame");
    let effect = world.house.accept_hand_over(&forssa, id, None).await.expect("it is accepted");
    assert_eq!(lead_at(world, case, effect).await, "municipality:061");
    assert_eq!(lead_at(world, case, before).await, "te-office:hame");
    for again in [
        refused(world.house.accept_hand_over(&forssa, id, None).await),
        refused(world.house.return_hand_over(&forssa, id, ReturnReason::NotOurs, None).await),
        refused(world.house.withdraw_hand_over(&expert, id).await),
    ] {
        assert!(matches!(again, Refusal::AlreadySettled { stage: "accepted", .. }), "{again:?}");
    }
    assert!(world.house.hand_overs_to_answer(&forssa).await.expect("a list").is_empty());
    proved(world).await;
}

async fn accepted_for_later_the_lead_goes_on_until_then(world: &World) {
    let Offered { person, case, id } = offered(world).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    let past: Timestamp = "2024-06-01T00:00:00+03:00".parse().expect("an instant");
    assert!(matches!(refused(world.house.accept_hand_over(&forssa, id, Some(past)).await), Refusal::TooEarly { .. }));
    let far: Timestamp = "2027-06-01T00:00:00+03:00".parse().expect("an instant");
    assert!(matches!(refused(world.house.accept_hand_over(&forssa, id, Some(far)).await), Refusal::TooLate { .. }));
    let then: Timestamp = "2024-07-01T00:00:00+03:00".parse().expect("an instant");
    assert_eq!(world.house.accept_hand_over(&forssa, id, Some(then)).await.expect("accepted"), then);
    assert_eq!(lead_at(world, case, world.hands.now()).await, "te-office:hame");
    assert!(matches!(
        refused(world.house.offer_hand_over(&expert, case).await),
        Refusal::AlreadyPlanned { to, .. } if to == "municipality:061"
    ));
    // By hand no second one can be offered beside what is planned either.
    let copy =
        "insert into handover (id, case_id, from_holding, from_organ, to_organ, ground, why, edition, not_before,
            answer_length, answer_rule, offered_at, offered_by, offered_organ, state, rung, consent, version)
        select lead_holding, id, lead_holding, 'municipality:061', 'municipality:109', 'lead', why, edition, not_before,
            answer_length, answer_rule, offered_at, offered_by, offered_organ, 'offered', 0, 'not-needed', 1
        from (select c.lead_holding, c.id, o.why, o.edition, o.not_before, o.answer_length, o.answer_rule, o.offered_at,
            o.offered_by, o.offered_organ from case_file c join handover o on o.case_id = c.id) x";
    let said = world.by_hand(copy).await.expect_err("a planned lead stands");
    assert!(said.contains("with no other planned"), "{said}");
    believe(&world.house, person, "labour", "unemployed-job-seeker").await;
    world.hands.set("2024-06-30T23:59:59+03:00");
    assert_eq!(lead_at(world, case, world.hands.now()).await, "te-office:hame");
    world.hands.set("2024-07-01T00:00:00+03:00");
    assert_eq!(lead_at(world, case, world.hands.now()).await, "municipality:061");
    // The facts had turned meanwhile: now Forssa leads, and it is for Forssa to offer it back.
    world.house.offer_hand_over(&forssa, case).await.expect("offered back").hand_over.expect("an offer");
    proved(world).await;
}

async fn returned_and_withdrawn_the_lead_goes_on(world: &World) {
    let Offered { case, id, person } = offered(world).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    let note = "بيانات — “not a client of ours”, O’Neill";
    world.house.return_hand_over(&forssa, id, ReturnReason::FactsWrong, Some(note)).await.expect("it is returned");
    assert_eq!(lead_at(world, case, world.hands.now()).await, "te-office:hame");
    let id = world.house.offer_hand_over(&expert, case).await.expect("offered").hand_over.expect("an offer");
    world.house.withdraw_hand_over(&expert, id).await.expect("it is withdrawn");
    believe(&world.house, person, "labour", "unemployed-job-seeker").await;
    assert!(matches!(
        refused(world.house.offer_hand_over(&expert, case).await),
        Refusal::StaysWithLead { lead, .. } if lead == "te-office:hame"
    ));
    believe(&world.house, person, "labour", "outside").await;
    let id = world.house.offer_hand_over(&expert, case).await.expect("offered").hand_over.expect("an offer");
    // What the register no longer names cannot be accepted.
    believe(&world.house, person, "municipality", "109").await;
    assert!(matches!(
        refused(world.house.accept_hand_over(&forssa, id, None).await),
        Refusal::NoLongerNamed { named: Some(named), .. } if named == "municipality:109"
    ));
    close(&world.house, case).await;
    let all = world.house.hand_overs_of(&expert, case).await.expect("the history");
    let stages: Vec<_> = all.iter().map(|one| one.stage.word()).collect();
    assert_eq!(stages, ["returned", "withdrawn", "withdrawn"]);
    assert!(matches!(&all[0].stage, Stage::Returned { note: Some(said), .. } if said == note));
    assert!(matches!(all[2].stage, Stage::Withdrawn { reason: WithdrawReason::CaseClosed, .. }));
    proved(world).await;
}

async fn silence_climbs_one_rung_a_time_and_decides_nothing(world: &World) {
    let Offered { case, id, .. } = offered(world).await;
    let (expert, forssa) = (world.acting("te-hame/expert").await, world.acting("forssa/coordinator").await);
    let not_yet = refused(world.house.hand_over_by_law(&expert, id).await);
    // Monday 3 June 2024, five working days: to the end of Monday the 10th.
    let due: Timestamp = "2024-06-11T00:00:00+03:00".parse().expect("an instant");
    assert_eq!(not_yet, Refusal::NotLapsed { answer_by: Some(due) });
    world.hands.set("2024-06-10T23:59:00+03:00");
    assert_eq!(world.house.climb_unanswered(10).await.expect("a turn").climbed, 0);
    world.hands.set("2024-06-11T00:00:00+03:00");
    let (one, two) = (world.house.clone(), world.another().await);
    let (a, b, c) = tokio::join!(one.climb_unanswered(10), two.climb_unanswered(10), one.climb_unanswered(10));
    let climbed = [a, b, c].map(|turn| turn.expect("a turn").climbed);
    assert_eq!(climbed.iter().sum::<u32>(), 1, "each lapse climbs once: {climbed:?}");
    assert_eq!(world.number("select count(*) as n from handover_rung where rung > 0").await, 1);
    assert_eq!(lead_at(world, case, world.hands.now()).await, "te-office:hame");
    let all = world.house.hand_overs_of(&expert, case).await.expect("the history");
    let Stage::Lapsed { rung: 1, organ, tie, answer_by } = &all[0].stage else { panic!("{all:?}") };
    // Nobody steers a municipality; in 2024 the regional state agency supervises it.
    assert_eq!((tie.as_str(), answer_by.is_some()), ("supervise", true), "{organ}");
    let above = post_at(world, "above/adviser", organ, "2024-01-01").await;
    assert_eq!(world.house.unanswered_hand_overs(&above).await.expect("a list").len(), 1);
    assert!(world.house.unanswered_hand_overs(&forssa).await.expect("a list").is_empty());
    world.house.remind_hand_over(&above, id).await.expect("it reminds");
    assert_eq!(refused(world.house.remind_hand_over(&forssa, id).await), Refusal::Unknown);
    assert!(matches!(
        refused(world.house.assign_hand_over(&above, id, true).await),
        Refusal::SteeringIsNotDeciding { to, .. } if to == "municipality:061"
    ));
    assert_eq!(
        refused(world.house.preview_hand_over(&above, id).await),
        Refusal::OnlyReceiver { to: "municipality:061".to_owned() }
    );
    // On to the top, where it stays; more turns change nothing.
    for day in ["2024-07-01", "2024-08-01", "2024-09-02", "2024-10-01"] {
        world.hands.set(&format!("{day}T09:00:00+03:00"));
        world.house.climb_unanswered(10).await.expect("a turn");
    }
    let all = world.house.hand_overs_of(&expert, case).await.expect("the history");
    let Stage::Lapsed { rung: top, answer_by: None, .. } = all[0].stage else { panic!("{all:?}") };
    assert!((2..=4).contains(&top), "{all:?}");
    assert_eq!(world.house.unanswered_hand_overs(&above).await.expect("a list").len(), 1);
    assert_eq!(lead_at(world, case, world.hands.now()).await, "te-office:hame");
    // The law itself names the municipality (it must): the lead states so, and it takes effect.
    world.house.hand_over_by_law(&expert, id).await.expect("the law moved it");
    assert_eq!(lead_at(world, case, world.hands.now()).await, "municipality:061");
    assert!(world.house.unanswered_hand_overs(&above).await.expect("a list").is_empty());
    proved(world).await;
}

async fn what_the_database_refuses_by_itself(world: &World) {
    offered(world).await;
    let text = "why, edition, not_before, answer_length, answer_rule, offered_at, offered_by, offered_organ";
    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let copy = format!(
        "insert into handover (id, case_id, from_holding, from_organ, to_organ, ground, {text}, state, rung, consent,
            version)
        select {new_id}, case_id, from_holding, from_organ, 'municipality:109', ground, {text}, 'offered', 0,
            'not-needed', 1 from handover"
    );
    for (sql, said) in [
        (copy.as_str(), "handover"),
        ("delete from handover", "a hand-over is never removed"),
        ("delete from handover_rung", "a rung is never removed"),
        ("update handover set to_organ = 'municipality:109', version = version + 1", "a hand-over is never edited"),
        ("update handover set state = 'lapsed', rung = 2, version = version + 1", "one rung at a time"),
        ("update handover set consent = 'given'", "a change raises the version by one"),
        (
            "insert into handover_rung (handover_id, rung, organ, tie, begun_at)
                select handover_id, 1, organ, tie, begun_at from handover_rung",
            "a rung begins when the one before it is left",
        ),
        ("update handover_rung set answer_by = null", "a rung is never edited"),
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    // A lead that comes about in another way ends the offer, whoever writes it.
    let columns = "case_id, role, organ, verb, also, force, from_at, between_chairs, edition, path, cause, cause_id,
        recorded_at, recorded_by";
    let next = format!(
        "insert into holding (id, {columns}, previous) select {new_id}, {columns}, id from holding where role = 'lead'"
    );
    world.by_hand(&next).await.expect("the chain goes on");
    let ended = "select count(*) as n from handover where state = 'withdrawn' and reason = 'lead-changed'";
    assert_eq!(world.number(ended).await, 1);
    proved(world).await;
}

/// From 2025: a municipality's client moves to another municipality.
async fn moved_in_2025(world: &World) -> (Offered, Acting, Acting) {
    let mut facts = FACTS;
    facts[2].1 = "outside";
    let person = world.person((1990, 5, 1), &facts).await;
    let (old, new) = (world.acting("forssa/coordinator").await, world.acting("hameenlinna/coordinator").await);
    let case = world.house.open_case(&old, "initial-assessment", person).await.expect("it is opened");
    assert_eq!(case.route.lead.organ, "municipality:061");
    believe(&world.house, person, "municipality", "109").await;
    believe(&world.house, person, "mother-tongue", "ti").await;
    believe(&world.house, person, "interpreter", "ti").await;
    let id = world.house.offer_hand_over(&old, case.id).await.expect("it is offered").hand_over.expect("an offer");
    (Offered { person, case: case.id, id }, old, new)
}

async fn without_an_answer_about_consent_the_other_municipality_hears_nothing(world: &World) {
    let (Offered { id, .. }, old, new) = moved_in_2025(world).await;
    let house = &world.house;
    assert!(house.hand_overs_to_answer(&new).await.expect("a list").is_empty());
    assert_eq!(refused(house.preview_hand_over(&new, id).await), Refusal::Unknown);
    assert_eq!(refused(house.accept_hand_over(&new, id, None).await), Refusal::Unknown);
    // It does not climb either: the time has not begun.
    world.hands.set("2025-05-05T09:00:00+03:00");
    assert_eq!(house.climb_unanswered(10).await.expect("a turn").climbed, 0);
    assert_eq!(refused(house.hand_over_by_law(&old, id).await), Refusal::ConsentAwaited);
    let (asked, given) = (ConsentStep::Asked, ConsentStep::Given);
    assert_eq!(refused(house.consent_to_hand_over(&old, id, given, None).await), Refusal::WhoSaidIt);
    assert_eq!(
        refused(house.consent_to_hand_over(&old, id, given, Some(SaidBy::Person)).await),
        Refusal::ConsentStep { stands: Consent::Needed, step: given }
    );
    assert_eq!(house.consent_to_hand_over(&old, id, asked, None).await.expect("asked"), Consent::Asked);
    assert_eq!(refused(house.preview_hand_over(&new, id).await), Refusal::Unknown);
    let said = house.consent_to_hand_over(&old, id, given, Some(SaidBy::Representative)).await;
    assert_eq!(said.expect("given"), Consent::Given);
    let preview = house.preview_hand_over(&new, id).await.expect("a preview");
    let about = preview.about.clone().expect("the person consented");
    assert_eq!((about.languages, about.interpreter), (vec!["ti".to_owned()], Some("ti".to_owned())));
    assert_eq!((about.municipality.as_deref(), about.protected), (Some("109"), false));
    assert!(!about.limits.is_empty(), "what runs goes on with the new lead: {preview:?}");
    assert!(!preview.basis.is_empty(), "no answer without a basis");
    house.accept_hand_over(&new, id, None).await.expect("accepted");
    assert_eq!(house.file_closed_before(&new, preview.hand_over.case).await.expect("it is asked"), None);
    assert_eq!(world.number("select count(*) as n from handover_consent").await, 2);
    proved(world).await;
}

async fn refused_consent_moves_the_matter_and_not_what_it_held(world: &World) {
    let (Offered { id, case, .. }, old, new) = moved_in_2025(world).await;
    let house = &world.house;
    house.consent_to_hand_over(&old, id, ConsentStep::Asked, None).await.expect("asked");
    house.consent_to_hand_over(&old, id, ConsentStep::Refused, Some(SaidBy::Person)).await.expect("refused");
    let preview = house.preview_hand_over(&new, id).await.expect("the matter");
    assert_eq!(preview.about, None, "nothing of the person");
    let effect = house.accept_hand_over(&new, id, None).await.expect("accepted");
    assert_eq!(lead_at(world, case, world.hands.now()).await, "municipality:109");
    assert_eq!(house.file_closed_before(&new, case).await.expect("it is asked"), Some(effect));
    let step = ConsentStep::Withdrawn;
    assert_eq!(
        refused(house.consent_to_hand_over(&new, id, step, Some(SaidBy::Person)).await),
        Refusal::ConsentStep { stands: Consent::Refused, step }
    );
    // The person comes to the new municipality and consents there: what was withheld is opened, once.
    house.consent_to_hand_over(&new, id, ConsentStep::Given, Some(SaidBy::Person)).await.expect("given");
    assert_eq!(house.file_closed_before(&new, case).await.expect("it is asked"), None);
    assert!(matches!(
        refused(house.consent_to_hand_over(&new, id, ConsentStep::Given, Some(SaidBy::Person)).await),
        Refusal::ConsentStep { .. }
    ));
    proved(world).await;
}

async fn consent_taken_back_in_time_counts(world: &World) {
    let (Offered { id, case, .. }, old, new) = moved_in_2025(world).await;
    let house = &world.house;
    for (step, by) in [
        (ConsentStep::Asked, None),
        (ConsentStep::Given, Some(SaidBy::Person)),
        (ConsentStep::Withdrawn, Some(SaidBy::Person)),
    ] {
        house.consent_to_hand_over(&old, id, step, by).await.expect("recorded");
    }
    assert_eq!(house.preview_hand_over(&new, id).await.expect("the matter").about, None);
    let effect = house.accept_hand_over(&new, id, None).await.expect("accepted");
    assert_eq!(house.file_closed_before(&new, case).await.expect("it is asked"), Some(effect));
    let said = world.by_hand("delete from handover_consent").await.expect_err("kept");
    assert!(said.contains("a consent is never removed"), "{said}");
    proved(world).await;
}

mod in_2024 {
    use crate::on_both_engines;
    on_both_engines! { at "2024-06-03T09:00:00+03:00":
        accepted_it_moves_in_one_instant,
        accepted_for_later_the_lead_goes_on_until_then,
        returned_and_withdrawn_the_lead_goes_on,
        silence_climbs_one_rung_a_time_and_decides_nothing,
        what_the_database_refuses_by_itself,
    }
    use super::{
        accepted_for_later_the_lead_goes_on_until_then, accepted_it_moves_in_one_instant,
        returned_and_withdrawn_the_lead_goes_on, silence_climbs_one_rung_a_time_and_decides_nothing,
        what_the_database_refuses_by_itself,
    };
}

mod in_2025 {
    use super::{
        consent_taken_back_in_time_counts, refused_consent_moves_the_matter_and_not_what_it_held,
        without_an_answer_about_consent_the_other_municipality_hears_nothing,
    };
    use crate::on_both_engines;
    on_both_engines! { at "2025-03-03T09:00:00+02:00":
        without_an_answer_about_consent_the_other_municipality_hears_nothing,
        refused_consent_moves_the_matter_and_not_what_it_held,
        consent_taken_back_in_time_counts,
    }
}
