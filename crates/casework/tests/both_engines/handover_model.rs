//! Random days of one case after another, against a model in memory that knows only the rules; and eight at once from two
//! houses, after which plain SQL must find the chain whole.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use casework::handover::{ReturnReason, Stage};
use casework::person::NewFact;
use casework::post::Acting;
use casework::{Error, House};
use jiff::{SignedDuration, Timestamp};
use storage::ViolationKind;
use uuid::Uuid;

use crate::handover::{FACTS, broken, close, post_at};
use crate::on_both_engines;
use crate::world::World;

/// Chance that is the same in each run.
#[derive(Clone)]
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).expect("small")]
    }
}

const ORGANS: [(&str, &str); 3] = [
    ("te-hame/expert", "te-office:hame"),
    ("forssa/coordinator", "municipality:061"),
    ("tammela/coordinator", "municipality:834"),
];

/// What the model knows of a person.
#[derive(Debug, Clone, Copy)]
struct Known {
    municipality: &'static str,
    seeker: bool,
    permit: bool,
}

impl Known {
    /// Whom the register names in 2024, said a second time: and whether the case then lies between chairs.
    fn named(self) -> (&'static str, bool) {
        let municipality = if self.municipality == "061" { "municipality:061" } else { "municipality:834" };
        match (self.permit, self.seeker) {
            (false, _) => (municipality, true),
            (true, true) => ("te-office:hame", false),
            (true, false) => (municipality, false),
        }
    }
}

/// The model of a case.
#[derive(Debug)]
struct Model {
    known: Known,
    lead: (&'static str, bool),
    /// To whom, the rung, and when it climbs.
    offer: Option<(&'static str, u16, Timestamp)>,
    planned: Option<(&'static str, Timestamp)>,
    closed: bool,
}

impl Model {
    fn pass(&mut self, now: Timestamp) {
        if let Some((to, at)) = self.planned
            && at <= now
        {
            (self.lead, self.planned) = ((to, false), None);
        }
    }

    /// The facts say something new today.
    fn moved(&mut self, due: Timestamp) {
        let named = self.known.named();
        if self.planned.is_some_and(|(to, _)| (to, false) == named) {
            return;
        }
        let offers = !named.1 && !self.lead.1 && named.0 != self.lead.0;
        if offers && self.offer.is_some_and(|(to, ..)| to == named.0) {
            return;
        }
        (self.offer, self.planned) = (None, None);
        if offers {
            self.offer = Some((named.0, 0, due));
        } else {
            self.lead = named;
        }
    }
}

/// The begin of the day after the fifth working day after a day: a second way of counting it.
fn due(house: &House, now: Timestamp) -> Timestamp {
    let (mut day, mut left) = (house.day(now), 5);
    while left > 0 {
        day = day.tomorrow().expect("a day");
        left -= i32::from(calendar::is_working_day(day));
    }
    house.start_of(day.tomorrow().expect("a day")).expect("an instant")
}

async fn random_days_agree_with_a_model(world: &World) {
    let mut now: Timestamp = "2024-06-03T09:00:00+03:00".parse().expect("an instant");
    post_at(world, "tammela/coordinator", "municipality:834", "2024-01-01").await;
    let (mut done, mut refused) = (0, 0);
    for seed in 1..=6_u64 {
        let mut chance = Chance(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let person = world.person((1990, 5, 1), &FACTS).await;
        let expert = world.acting("te-hame/expert").await;
        let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("opened");
        let known = Known { municipality: "061", seeker: true, permit: true };
        let mut model = Model { known, lead: known.named(), offer: None, planned: None, closed: false };
        for step in 0..30 {
            now = now.checked_add(SignedDuration::from_hours(1)).expect("an instant");
            world.hands.set(&now.to_string());
            model.pass(now);
            let did = play(world, person, opened.id, &mut model, &mut chance, &mut now).await;
            *if did { &mut done } else { &mut refused } += 1;
            agrees(world, (opened.id, opened.number), &model, now, (seed, step)).await;
            if model.closed {
                break;
            }
        }
        if !model.closed {
            // What is planned begins first; then the case is out of the way of the next one's clock.
            now = now.checked_add(SignedDuration::from_hours(48)).expect("an instant");
            world.hands.set(&now.to_string());
            close(&world.house, opened.id).await;
        }
    }
    assert!(done > 40 && refused > 10, "too tame: {done} done, {refused} refused");
    assert_eq!(broken(world).await, 0);
    let proof = world.house.prove_promise(&Acting::operator(), 10).await.expect("it is proved");
    assert!(proof.faults.is_empty(), "{proof:?}");
}

/// One step in the house and in the model; whether both did it. Both refuse, or the test fails.
async fn play(
    world: &World,
    person: Uuid,
    case: Uuid,
    model: &mut Model,
    chance: &mut Chance,
    now: &mut Timestamp,
) -> bool {
    let house = &world.house;
    let (post, organ) = chance.of(&ORGANS);
    let acting = world.acting(post).await;
    let id = open_id(world, case).await;
    let what = chance.below(16);
    let (expected, answer): (bool, Result<(), Error>) = match what {
        0..=4 => {
            let (attribute, value) = chance.of(&[
                ("municipality", "061"),
                ("municipality", "834"),
                ("labour", "outside"),
                ("labour", "unemployed-job-seeker"),
                ("residence", "permit"),
                ("residence", "asylum-seeker"),
            ]);
            let leads = ORGANS.iter().find(|(_, organ)| *organ == model.lead.0).expect("one leads");
            let acting = world.acting(leads.0).await;
            let new = NewFact::since(house.day(*now), attribute, value, "person");
            let shown = house.preview_fact(&acting, person, &new).await.expect("a preview");
            let answer = house.record_fact_and_move(&acting, person, &new, &shown.shown).await.map(drop);
            match attribute {
                "municipality" => model.known.municipality = value,
                "labour" => model.known.seeker = value == "unemployed-job-seeker",
                _ => model.known.permit = value == "permit",
            }
            model.moved(due(house, *now));
            (true, answer)
        }
        5..=6 => {
            let named = model.known.named();
            let free = model.offer.is_none() && model.planned.is_none();
            let expected = organ == model.lead.0 && free && named != model.lead;
            if expected {
                model.moved(due(house, *now));
            }
            (expected, house.offer_hand_over(&acting, case).await.map(drop))
        }
        7..=13 => {
            let Some((to, rung, _)) = model.offer else { return false };
            let id = id.expect("the house has an offer too");
            let receiver = organ == to;
            match what {
                7..=8 => {
                    if receiver {
                        (model.lead, model.offer) = ((to, false), None);
                    }
                    (receiver, house.accept_hand_over(&acting, id, None).await.map(drop))
                }
                9 => {
                    let then = now.checked_add(SignedDuration::from_hours(30)).expect("an instant");
                    if receiver {
                        (model.planned, model.offer) = (Some((to, then)), None);
                    }
                    (receiver, house.accept_hand_over(&acting, id, Some(then)).await.map(drop))
                }
                10 => {
                    if receiver {
                        model.offer = None;
                    }
                    let reason = chance.of(ReturnReason::ALL);
                    (receiver, house.return_hand_over(&acting, id, reason, None).await)
                }
                11 => {
                    let expected = organ == model.lead.0;
                    if expected {
                        model.offer = None;
                    }
                    (expected, house.withdraw_hand_over(&acting, id).await)
                }
                _ => {
                    let expected = organ == model.lead.0 && rung > 0;
                    if expected {
                        (model.lead, model.offer) = ((to, false), None);
                    }
                    (expected, house.hand_over_by_law(&acting, id).await)
                }
            }
        }
        14 => {
            *now = now.checked_add(SignedDuration::from_hours(24 * 4)).expect("an instant");
            world.hands.set(&now.to_string());
            model.pass(*now);
            let climbed = house.climb_unanswered(10).await.expect("a turn").climbed;
            let mut expected = 0;
            if let Some((_, rung, at)) = &mut model.offer
                && *at <= *now
            {
                expected = 1;
                *rung += 1;
                *at = due(house, *now);
            }
            // At the top the house climbs no more; the model does not know where that is, so it is not played so far.
            assert_eq!(climbed, expected);
            return climbed > 0;
        }
        _ => {
            if model.planned.is_none() && chance.below(4) == 0 {
                close(house, case).await;
                model.closed = true;
                model.offer = None;
                return true;
            }
            return false;
        }
    };
    assert_eq!(answer.is_ok(), expected, "step {what} by {organ}: {answer:?} {model:?}");
    assert!(!matches!(answer, Err(Error::Storage(_))), "{answer:?}");
    expected
}

async fn open_id(world: &World, case: Uuid) -> Option<Uuid> {
    for (post, _) in ORGANS {
        let acting = world.acting(post).await;
        if let Ok(all) = world.house.hand_overs_of(&acting, case).await {
            return all.iter().find(|one| one.stage.is_open()).map(|one| one.id);
        }
    }
    panic!("somebody bears the case");
}

/// The house says of the case what the model says.
async fn agrees(world: &World, (case, number): (Uuid, i64), model: &Model, now: Timestamp, at: (u64, i32)) {
    if model.closed {
        assert_eq!(open_of(world, case, model.lead.0).await, None, "{at:?}");
        return;
    }
    let sql = format!(
        "select count(*) as n from holding h join case_file c on c.id = h.case_id where c.number = {number}
        and h.role = 'lead' and h.voided_at is null and h.organ = "
    );
    let bound = if world.is_sqlite() { format!("'{now:.6}'") } else { format!("timestamptz '{now:.6}'") };
    let since = "and (h.until_at is null or h.until_at >";
    let own = format!(
        "{sql} '{}' and h.between_chairs = {} and h.from_at <= {bound} {since} {bound})",
        model.lead.0, model.lead.1
    );
    // A millisecond has passed with each look at the clock, so what the step wrote is just after `now`.
    let own = own.replace(&bound, &after(&bound, now));
    assert_eq!(world.number(&own).await, 1, "{at:?}: {model:?}");
    let open = open_of(world, case, model.lead.0).await;
    assert_eq!(open, model.offer.map(|(to, rung, _)| (to.to_owned(), rung)), "{at:?}: {model:?}");
}

fn after(bound: &str, now: Timestamp) -> String {
    let later = now.checked_add(SignedDuration::from_secs(60)).expect("an instant");
    bound.replace(&format!("{now:.6}"), &format!("{later:.6}"))
}

async fn open_of(world: &World, case: Uuid, lead: &str) -> Option<(String, u16)> {
    let post = ORGANS.iter().find(|(_, organ)| *organ == lead).expect("one leads").0;
    let all = world.house.hand_overs_of(&world.acting(post).await, case).await.expect("the history");
    all.into_iter().find_map(|one| match one.stage {
        Stage::Offered { .. } => Some((one.to, 0)),
        Stage::Lapsed { rung, .. } => Some((one.to, rung)),
        _ => None,
    })
}

async fn eight_at_once_from_two_houses_leave_one_lead(world: &World) {
    post_at(world, "tammela/coordinator", "municipality:834", "2024-01-01").await;
    let person = world.person((1990, 5, 1), &FACTS).await;
    let expert = world.acting("te-hame/expert").await;
    let case = world.house.open_case(&expert, "initial-assessment", person).await.expect("opened").id;
    let houses = [world.house.clone(), world.another().await];
    let mut acting = Vec::new();
    for (post, _) in ORGANS {
        acting.push(world.acting(post).await);
    }
    let (acting, moves) = (Arc::new(acting), Arc::new(AtomicU32::new(0)));
    let mut tasks = Vec::new();
    for task in 0..8_u64 {
        let (house, acting, moves) =
            (houses[usize::from(task % 2 == 1)].clone(), Arc::clone(&acting), Arc::clone(&moves));
        tasks.push(tokio::spawn(async move {
            let mut chance = Chance(0xD1B5_4A32_D192_ED03_u64.wrapping_mul(task + 1));
            // Twelve rounds each, and more where chance let little come about; two hundred are never needed.
            for round in 0..200 {
                if round >= 12 && moves.load(Ordering::Relaxed) >= 5 {
                    break;
                }
                for fault in hammer(&house, &acting, case, person, &mut chance, &moves).await {
                    // Who comes too late is told so, in one of these ways; nothing else may be heard.
                    let told = match &fault {
                        Error::Refused(_) => true,
                        Error::Storage(
                            storage::Error::Stale | storage::Error::Contended(_) | storage::Error::Busy(_),
                        ) => true,
                        Error::Storage(other) => other.is_violation(ViolationKind::Unique),
                    };
                    assert!(told, "{fault:?}");
                }
            }
        }));
    }
    for task in tasks {
        task.await.expect("no task fails");
    }
    assert!(moves.load(Ordering::Relaxed) >= 5, "too little came about: {moves:?}");
    assert_eq!(broken(world).await, 0);
    assert_eq!(world.number("select count(*) as n from holding where role = 'lead' and until_at is null").await, 1);
    let open = "select count(*) as n from handover where state in ('offered', 'lapsed')";
    assert!(world.number(open).await <= 1);
    let proof = world.house.prove_promise(&Acting::operator(), 10).await.expect("it is proved");
    assert!(proof.faults.is_empty(), "{proof:?}");
}

/// One thing that somebody does; the faults that were heard.
async fn hammer(
    house: &House,
    acting: &[Acting],
    case: Uuid,
    person: Uuid,
    chance: &mut Chance,
    moves: &AtomicU32,
) -> Vec<Error> {
    let mut faults = Vec::new();
    let mut open = None;
    for one in acting {
        if let Ok(all) = house.hand_overs_of(one, case).await {
            open = all.into_iter().find(|one| one.stage.is_open());
            break;
        }
    }
    let what = chance.below(7);
    if what == 0 || open.is_none() {
        let (attribute, value) = chance.of(&[
            ("labour", "outside"),
            ("labour", "unemployed-job-seeker"),
            ("municipality", "061"),
            ("municipality", "834"),
        ]);
        let new = NewFact::since(house.day(house.store.now()), attribute, value, "person");
        for one in acting {
            match house.preview_fact(one, person, &new).await {
                Ok(shown) => {
                    faults.extend(house.record_fact_and_move(one, person, &new, &shown.shown).await.err());
                    break;
                }
                Err(fault) => faults.push(fault),
            }
        }
        for one in acting {
            faults.extend(house.offer_hand_over(one, case).await.err());
        }
        return faults;
    }
    let id = open.expect("one is open").id;
    for one in acting {
        let answer = match what {
            1..=4 => house.accept_hand_over(one, id, None).await.map(drop),
            5 => house.return_hand_over(one, id, ReturnReason::NotYet, None).await,
            _ => house.withdraw_hand_over(one, id).await,
        };
        match answer {
            Ok(()) => drop(moves.fetch_add(1, Ordering::Relaxed)),
            Err(fault) => faults.push(fault),
        }
    }
    faults
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    random_days_agree_with_a_model,
    eight_at_once_from_two_houses_leave_one_lead,
}
