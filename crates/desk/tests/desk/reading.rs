//! What one reads at the desk: the lists of the first page, a case, a person; and what one may not see.

use axum::http::StatusCode;
use casework::case::field::Given;
use casework::person::{Birth, Name, NewFact, NewPerson, NewProtection};
use casework::post::{Acting, NewPost};
use jiff::civil::date;
use uuid::Uuid;

use crate::browser::{Browser, PASSWORD, Page, World};

/// The facts of somebody for whom the TE office leads and Forssa stands beside.
const FACTS: [(&str, &str); 4] = [
    ("municipality", "061"),
    ("residence", "permit"),
    ("labour", "unemployed-job-seeker"),
    ("address", "Hiekkatie 3, Forssa"),
];

pub struct Opened {
    pub world: World,
    pub person: Uuid,
    pub number: i64,
    pub case: Uuid,
}

impl Opened {
    pub async fn new() -> Self {
        let world = World::new().await;
        let lead = world.house.acting("te-hame/expert").await.expect("in force");
        let stranger = NewPost {
            id: "hameenlinna/coordinator".to_owned(),
            organ: "municipality:109".to_owned(),
            function: "handler".to_owned(),
            title: "Koordinaattori".to_owned(),
            from: date(2022, 1, 1),
            until: None,
        };
        world.house.add_post(&Acting::operator(), &stranger).await.expect("set up");
        world.house.give_post(&Acting::operator(), "carin", "hameenlinna/coordinator").await.expect("given");
        let (person, case, number) = open(&world, &lead, "Layla", "Haddad").await;
        Self { world, person, number, case }
    }

    pub async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.world.browser();
        browser.sign_in(login, PASSWORD).await;
        if login == "anna" {
            browser.send("/sv/desk/act-as", &[("post", "te-hame/expert")]).await;
        }
        browser
    }
}

impl Opened {
    pub async fn lead(&self) -> Acting {
        self.world.house.acting("te-hame/expert").await.expect("in force")
    }

    pub async fn whole(&self) -> casework::case::reading::WholeCase {
        self.world.house.case(&self.lead().await, self.case).await.expect("it is seen")
    }

    pub async fn take(&self, step: &str, fields: &[Given]) {
        let seen = self.whole().await.case.version;
        let taken = self.world.house.take_step(&self.lead().await, self.case, step, seen, fields, None).await;
        taken.expect("it is taken");
    }

    pub async fn field(&self, field: &str) -> Option<String> {
        let whole = self.whole().await;
        let one = whole.fields.present.into_iter().find(|one| one.field == field)?;
        one.written.and_then(|written| written.value)
    }
}

async fn open(world: &World, lead: &Acting, given: &str, family: &str) -> (Uuid, Uuid, i64) {
    let facts =
        FACTS.iter().map(|(attribute, value)| NewFact::since(date(2024, 1, 1), attribute, value, "person")).collect();
    let new = NewPerson {
        birth: Birth { year: Some(1990), month: Some(5), day: Some(1) },
        name: Some(Name { given: Some(given.to_owned()), family: Some(family.to_owned()), ..Name::default() }),
        source: "person".to_owned(),
        facts,
    };
    let added = world.house.add_person(lead, &new).await.expect("the person is recorded");
    let opened = world.house.open_case(lead, "initial-assessment", added.person).await.expect("it is opened");
    (added.person, opened.id, opened.number)
}

pub fn sound(page: &Page) {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert_eq!(page.text.matches("<h1").count(), 1, "one heading of the first level");
    for forbidden in ["<script", " style=", "{ $", "desk-", "–-"] {
        assert!(!page.text.contains(forbidden), "{forbidden}");
    }
    let ids: Vec<&str> = page.text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "the id {id} stands twice");
    }
    for named in page.text.split(" aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(named.split(' ').all(|id| ids.contains(&id)), "{named} leads nowhere");
    }
    for (opened, closed) in [("<table", "</table>"), ("<section", "</section>"), ("<dl", "</dl>"), ("<svg", "</svg>")] {
        assert_eq!(page.text.matches(opened).count(), page.text.matches(closed).count(), "{opened}");
    }
}

#[tokio::test]
async fn the_lead_reads_the_case_in_each_language() {
    let opened = Opened::new().await;
    let mut anna = opened.signed_in("anna").await;
    for (language, because) in
        [("sv", "Du ser det här därför att"), ("fi", "Näet tämän, koska"), ("en", "You see this because")]
    {
        let page = anna.get(&format!("/{language}/desk/cases/{}", opened.number)).await;
        sound(&page);
        assert!(page.text.contains(because), "{}", page.text);
        assert!(page.text.contains("Layla Haddad") && page.text.contains("1386/2010"));
        assert!(page.text.contains(&format!("/{language}/source/1386/2010")), "the basis leads to its page");
        assert!(page.text.contains("<svg width=\"100%\""), "the line in time");
        assert_eq!(page.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn what_was_done_and_written_stands_in_the_case() {
    let opened = Opened::new().await;
    let lead = opened.world.house.acting("te-hame/expert").await.expect("in force");
    let fields = [Given::new("invitation-language", "<b>arabiska</b> & svenska")];
    let taken = opened.world.house.take_step(&lead, opened.case, "invite", 1, &fields, None).await;
    taken.expect("it is taken");
    let page = opened.signed_in("anna").await.get(&format!("/sv/desk/cases/{}", opened.number)).await;
    sound(&page);
    assert!(page.text.contains("arabiska") && !page.text.contains("<b>arabiska"), "what was written is escaped");
    assert!(page.text.contains("te-hame/expert"), "who did it");
}

#[tokio::test]
async fn cases_that_belong_together_name_each_other() {
    let opened = Opened::new().await;
    let lead = opened.lead().await;
    let next = opened.world.house.open_case(&lead, "initial-assessment", opened.person).await.expect("opened");
    let kind = casework::case::link::LinkKind::Continues;
    opened.world.house.link_cases(&lead, next.id, opened.case, kind).await.expect("linked");
    let mut anna = opened.signed_in("anna").await;
    let first = anna.get(&format!("/en/desk/cases/{}", opened.number)).await;
    let to_next = format!("href=\"/en/desk/cases/{}\"", next.number);
    assert!(first.text.contains(&to_next) && first.text.contains("it goes on from this case"), "{}", first.text);
    let second = anna.get(&format!("/en/desk/cases/{}", next.number)).await;
    assert!(second.text.contains("the case goes on from it"), "{}", second.text);
}

#[tokio::test]
async fn the_organ_beside_reads_the_case_too() {
    let opened = Opened::new().await;
    let mut ben = opened.signed_in("ben").await;
    let page = ben.get(&format!("/sv/desk/cases/{}", opened.number)).await;
    sound(&page);
    assert!(page.text.contains("därför att Forssa"), "{}", page.text);
    let page = ben.get(&format!("/sv/desk/people/{}", opened.person)).await;
    sound(&page);
    assert!(page.text.contains("Layla Haddad") && page.text.contains("Hiekkatie 3"));
}

#[tokio::test]
async fn who_bears_nothing_of_it_finds_nothing() {
    let opened = Opened::new().await;
    let mut carin = opened.signed_in("carin").await;
    let case = carin.get(&format!("/sv/desk/cases/{}", opened.number)).await;
    let absent = carin.get("/sv/desk/cases/4711").await;
    assert_eq!((case.status, absent.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    let number = opened.number.to_string();
    assert_eq!(case.text.replace(&format!("cases/{number}"), "cases/4711"), absent.text);
    let person = carin.get(&format!("/sv/desk/people/{}", opened.person)).await;
    let other = Uuid::now_v7();
    let absent = carin.get(&format!("/sv/desk/people/{other}")).await;
    assert_eq!((person.status, absent.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(person.text.replace(&opened.person.to_string(), &other.to_string()), absent.text);
    let desk = carin.get("/sv/desk").await;
    sound(&desk);
    assert!(!desk.text.contains("Layla") && desk.text.contains("har inga öppna ärenden"), "{}", desk.text);
    for wrong in ["0", "-1", "01", "x", "%00", "9223372036854775808", "1%27"] {
        let page = opened.signed_in("anna").await.get(&format!("/sv/desk/cases/{wrong}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn what_was_opened_from_outside_says_so() {
    let opened = Opened::new().await;
    let post = opened.world.house.acting("hameenlinna/coordinator").await.expect("in force");
    let reason = "Hen är här nu & i fara";
    opened.world.house.open_outside(&post, opened.number, reason).await.expect("opened");
    let page = opened.signed_in("carin").await.get(&format!("/sv/desk/cases/{}", opened.number)).await;
    sound(&page);
    assert!(
        page.text.contains("därför att du öppnade ärendet") && page.text.contains("Hen är här nu"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_sign_in() {
    let opened = Opened::new().await;
    for path in [format!("cases/{}", opened.number), format!("people/{}", opened.person), "cases/4711".to_owned()] {
        let page = opened.world.browser().get(&format!("/fi/desk/{path}")).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        assert!(page.to().starts_with("/fi/sign-in?next="), "{}", page.to());
        assert!(page.text.is_empty());
    }
}

#[tokio::test]
async fn where_a_protected_person_is_to_be_found_only_named_handlers_read() {
    let opened = Opened::new().await;
    let lead = opened.world.house.acting("te-hame/expert").await.expect("in force");
    let protection = NewProtection {
        basis: "661/2009 §36".to_owned(),
        from: date(2024, 6, 1),
        until: None,
        handlers: vec!["te-hame/expert".to_owned()],
    };
    opened.world.house.protect(&lead, opened.person, &protection).await.expect("protected");
    let person = format!("/sv/desk/people/{}", opened.person);
    let handler = opened.signed_in("anna").await.get(&person).await;
    assert!(handler.text.contains("Hiekkatie 3"), "{}", handler.text);
    let mut ben = opened.signed_in("ben").await;
    let page = ben.get(&person).await;
    sound(&page);
    assert!(!page.text.contains("Hiekkatie") && page.text.contains("Layla Haddad"), "{}", page.text);
    let case = ben.get(&format!("/sv/desk/cases/{}", opened.number)).await;
    sound(&case);
    assert!(!case.text.contains("Hiekkatie"));
}

#[tokio::test]
async fn the_desk_shows_what_is_due_first_and_goes_on_page_by_page() {
    let opened = Opened::new().await;
    let lead = opened.world.house.acting("te-hame/expert").await.expect("in force");
    let mut numbers = vec![opened.number];
    for at in 0..44 {
        numbers.push(open(&opened.world, &lead, &format!("Person{at}"), "Example").await.2);
    }
    // The one that has no limit running stands last.
    let taken = opened.world.house.take_step(&lead, opened.case, "start", 1, &[], None).await;
    taken.expect("it is taken");
    let mut anna = opened.signed_in("anna").await;
    let mut seen = Vec::new();
    let mut address = "/sv/desk".to_owned();
    for _ in 0..3 {
        let page = anna.get(&address).await;
        sound(&page);
        assert!(page.text.contains("Våra ärenden (45)"), "counted on each page");
        let rows = page.text.split("href=\"/sv/desk/cases/").skip(1).filter_map(|rest| rest.split('"').next());
        seen.extend(rows.filter_map(|number| number.parse::<i64>().ok()));
        let next = page.text.split_once("\" rel=\"next\"").and_then(|(before, _)| before.rsplit_once("?after="));
        let next = next.map(|(_, next)| next);
        match next {
            Some(next) => address = format!("/sv/desk?after={next}"),
            None => break,
        }
    }
    let last = seen.last().copied();
    seen.sort_unstable();
    assert_eq!(seen, numbers, "each case once");
    assert_eq!(last, Some(opened.number));
    assert!(anna.get("/sv/desk?after=nonsense").await.text.contains("Våra ärenden (45)"));
}

#[tokio::test]
async fn what_is_overdue_is_said_first() {
    let opened = Opened::new().await;
    opened.world.wait(jiff::SignedDuration::from_hours(24 * 200));
    let mut ben = opened.signed_in("ben").await;
    let page = ben.get("/sv/desk").await;
    let (overdue, soon) = (page.text.find("Sista dagen har gått (1)"), page.text.find("id=\"soon\""));
    assert!(overdue.is_some() && soon.is_none(), "{}", page.text);
}
