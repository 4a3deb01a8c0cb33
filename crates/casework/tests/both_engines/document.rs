//! Documents: what is added is read back, and only by those who bear the case now; what is wrong is refused and leaves
//! nothing; what is on record stays as it is.

use casework::document::contents::Changed;
use casework::document::{Handling, Offered, Refusal};
use casework::post::{self, Acting};
use casework::{Error, House, case};
use tokio::io::AsyncReadExt as _;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::on_both_engines;
use crate::place::{Place, pdf};
use crate::world::World;

/// A registered job seeker in Forssa with a permit: the TE office leads, the municipality stands beside.
const JOB_SEEKER: [(&str, &str, &str); 3] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
];

pub async fn a_case(world: &World) -> (Acting, Uuid) {
    let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
    let expert = world.acting("te-hame/expert").await;
    let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
    (expert, opened.id)
}

/// The lead of the one case passes to the municipality of Hämeenlinna, at once.
pub async fn pass_the_lead(world: &World) {
    let columns = "case_id, role, organ, verb, also, force, from_at, previous, between_chairs, edition, path, cause, \
        cause_id, recorded_at, recorded_by";
    let values = columns.replacen("organ", "'municipality:109'", 1).replace("previous", "id");
    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let sql = format!("insert into holding (id, {columns}) select {new_id}, {values} from holding where role = 'lead'");
    world.by_hand(&sql).await.expect("the lead passes");
}

pub const fn offered(name: &str) -> Offered<'_> {
    Offered { name, claimed: None }
}

pub async fn read(house: &House, acting: &Acting, id: Uuid, version: Option<i64>) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut opened = house.document(acting, id, version).await.expect("it opens");
    opened.content.read_to_end(&mut bytes).await.map(|_| bytes)
}

pub fn refusal<T: std::fmt::Debug>(said: Result<T, Error>) -> Refusal {
    match said {
        Err(Error::Refused(casework::Refusal::Document(refusal))) => refusal,
        other => panic!("a refusal about a document was to be: {other:?}"),
    }
}

fn no_such_case<T: std::fmt::Debug>(said: Result<T, Error>) {
    assert!(
        matches!(&said, Err(Error::Refused(casework::Refusal::Case(case::Refusal::Unknown)))),
        "there is no such case for them: {said:?}"
    );
}

async fn what_is_added_is_read_back(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let (first, second) = (pdf(300_000), pdf(131_072));
    let claimed = Offered { name: "todistus.pdf", claimed: Some("application/pdf") };
    let added = house.add_document(&expert, case, claimed, &first[..]).await.expect("it is added");
    assert_eq!((added.version.number, added.version.size), (1, 300_000));
    assert_eq!(added.version.kind.handling(), Handling::Show);
    let later =
        house.add_version(&expert, added.document, 1, offered("uusi.pdf"), &second[..]).await.expect("a version");
    assert_eq!(later.version.number, 2);
    for (version, bytes) in [(None, &second), (Some(2), &second), (Some(1), &first)] {
        assert!(read(&house, &expert, added.document, version).await.expect("it is right") == *bytes, "{version:?}");
    }
    let unknown = refusal(house.document(&expert, added.document, Some(3)).await);
    assert_eq!(unknown, Refusal::NoSuchVersion { asked: 3, last: 2 });
    let listed = house.documents_of_case(&expert, case).await.expect("they are listed");
    assert_eq!(listed.len(), 1);
    let names: Vec<&str> = listed[0].versions.iter().map(|version| version.name.as_str()).collect();
    assert_eq!(names, ["todistus.pdf", "uusi.pdf"]);
    assert_eq!(listed[0].versions[0], added.version);
    for (action, count) in [("upload", 2), ("add", 2), ("read", 3), ("list", 1)] {
        let sql = format!(
            "select count(*) as n from journal_entry where noun = 'document' and action = '{action}'
                and organ = 'te-office:hame' and person_id is not null and case_id is not null and duty is not null"
        );
        assert_eq!(world.number(&sql).await, count, "{action}");
    }
    assert_eq!(place.files("incoming").len(), 0);
}

async fn sizes_are_kept_to(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let limit = 400_000_usize;
    house.set_largest_document(&Acting::operator(), limit as u64).await.expect("it is set");
    assert_eq!(house.largest_document().await.expect("it is read"), limit as u64);
    for size in [limit - 1, limit] {
        let added = house.add_document(&expert, case, offered("a.pdf"), &pdf(size)[..]).await.expect("it fits");
        assert_eq!(added.version.size, size as u64);
        assert!(read(&house, &expert, added.document, None).await.expect("it is right") == pdf(size));
    }
    let too_large = refusal(house.add_document(&expert, case, offered("a.pdf"), &pdf(limit + 1)[..]).await);
    assert_eq!(too_large, Refusal::TooLarge { limit: limit as u64 });
    // A source without an end is stopped at the limit.
    let endless = refusal(house.add_document(&expert, case, offered("a.txt"), tokio::io::repeat(b'a')).await);
    assert_eq!(endless, Refusal::TooLarge { limit: limit as u64 });
    assert_eq!(refusal(house.add_document(&expert, case, offered("a.pdf"), &b""[..]).await), Refusal::Empty);
    let one = house.add_document(&expert, case, offered("a.txt"), &b"a"[..]).await.expect("one byte is something");
    assert_eq!(one.version.size, 1);
    for bytes in [0, (5 << 30) + 1] {
        assert_eq!(refusal(house.set_largest_document(&Acting::operator(), bytes).await), Refusal::NoSuchLimit);
    }
    assert_eq!(world.number("select count(*) as n from document").await, 3);
    assert_eq!((place.kept().len(), place.files("incoming").len()), (3, 0), "nothing stays of what was refused");
}

async fn names_are_shown_safely_and_kept_as_given(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let long = format!("{}.pdf", "ع".repeat(296));
    let names = [
        ("شهادة الميلاد.pdf", Some("شهادة الميلاد.pdf")),
        ("📄 perhe 👨‍👩‍👧.pdf", Some("📄 perhe 👨‍👩‍👧.pdf")),
        ("../../../etc/cron.d/x.pdf", Some("_.._.._etc_cron.d_x.pdf")),
        ("..", Some("document")),
        ("C:\\temp\\O'Brien.pdf", Some("C__temp_O'Brien.pdf")),
        ("a\u{202E}fdp.b\0\r\nc.pdf", Some("afdp.b c.pdf")),
        ("letter.pdf...", Some("letter.pdf")),
        ("CON", Some("_CON")),
        ("", Some("document")),
        (long.as_str(), None),
    ];
    for (given, shown) in names {
        let added = house.add_document(&expert, case, offered(given), &b"%PDF-1.7 one"[..]).await.expect(given);
        let listed = house.documents_of_case(&expert, case).await.expect("they are listed");
        let version = &listed.last().expect("it is there").versions[0];
        assert_eq!(*version, added.version, "{given:?}");
        assert_eq!(version.given_name, given.replace('\0', "\u{2400}"));
        assert!(version.name.len() <= 240);
        if let Some(shown) = shown {
            assert_eq!(version.name, shown);
        }
    }
    let endless = refusal(house.add_document(&expert, case, offered(&"a".repeat(1001)), &b"x"[..]).await);
    assert_eq!(endless, Refusal::NameTooLong { limit: 1000 });
    // No name was ever a path, and the same bytes lie there once.
    assert_eq!(place.kept().len(), 1);
}

async fn what_runs_is_refused_and_what_differs_is_told(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let program = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".repeat(600);
    let claimed = Offered { name: "certificate.pdf", claimed: Some("application/pdf") };
    match refusal(house.add_document(&expert, case, claimed, &program[..]).await) {
        Refusal::Program { found, claimed } => {
            assert!(found.contains("portable-executable"), "{found}");
            assert_eq!(claimed.as_deref(), Some("application/pdf"));
        }
        other => panic!("{other:?}"),
    }
    let by_name = refusal(house.add_document(&expert, case, offered("invoice.pdf.exe . "), &pdf(100)[..]).await);
    assert_eq!(by_name, Refusal::RunsByName { ending: "exe".to_owned() });
    assert_eq!((place.kept().len(), place.files("incoming").len()), (0, 0));
    assert_eq!(world.number("select count(*) as n from document").await, 0);

    let claimed = Offered { name: "photo.png", claimed: Some("image/png") };
    let differs = house.add_document(&expert, case, claimed, &pdf(100)[..]).await.expect("it is kept, with a warning");
    let page = house.add_document(&expert, case, offered("page.txt"), &b"<svg onload='x()'/>"[..]).await.expect("kept");
    let listed = house.documents_of_case(&expert, case).await.expect("they are listed");
    let kind = &listed[0].versions[0].kind;
    assert_eq!(*kind, differs.version.kind);
    assert_eq!((kind.found.as_str(), kind.claimed.as_deref()), ("application/pdf", Some("image/png")));
    assert!(kind.disagree);
    assert_eq!((kind.handling(), page.version.kind.handling()), (Handling::Download, Handling::Download));
}

async fn only_those_who_bear_the_case_now_have_its_documents(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let added = house.add_document(&expert, case, offered("a.pdf"), &pdf(100)[..]).await.expect("it is added");
    let outsiders = [world.acting("hameenlinna/coordinator").await, Acting::operator()];
    let locked_out = async |outsider: &Acting| {
        assert_eq!(refusal(house.document(outsider, added.document, None).await), Refusal::Unknown);
        let follow = house.add_version(outsider, added.document, 1, offered("b.pdf"), &pdf(101)[..]).await;
        assert_eq!(refusal(follow), Refusal::Unknown);
        assert_eq!(refusal(house.withdraw_document(outsider, added.document, "no").await), Refusal::Unknown);
        no_such_case(house.documents_of_case(outsider, case).await);
        no_such_case(house.add_document(outsider, case, offered("b.pdf"), &pdf(101)[..]).await);
    };
    for outsider in &outsiders {
        locked_out(outsider).await;
        // As if it were not there at all.
        let nowhere = refusal(house.document(outsider, Uuid::nil(), None).await);
        assert_eq!(nowhere, Refusal::Unknown);
    }
    assert_eq!(place.kept().len(), 1, "nothing was taken in from those who may not");
    // What concerns the place and no case is the operator's.
    let operators = |said: Error| assert_eq!(said, Error::from(post::Refusal::OperatorOnly));
    operators(house.verify_documents(&expert, |_| ()).await.expect_err("not theirs"));
    operators(house.sweep_documents(&expert, std::time::Duration::from_secs(1 << 20)).await.expect_err("not theirs"));
    operators(house.set_largest_document(&expert, 1).await.expect_err("not theirs"));

    // With the old lead's holding its sight ends, and the new one's begins.
    pass_the_lead(world).await;
    locked_out(&expert).await;
    assert!(read(&house, &outsiders[0], added.document, None).await.expect("the new lead reads") == pdf(100));
}

async fn a_version_follows_the_last(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let document = house.add_document(&expert, case, offered("a.pdf"), &pdf(100)[..]).await.expect("added").document;
    house.add_version(&expert, document, 1, offered("a.pdf"), &pdf(101)[..]).await.expect("the second");
    match refusal(house.add_version(&expert, document, 1, offered("a.pdf"), &pdf(102)[..]).await) {
        Refusal::NotTheLast { based_on: 1, last: 2, organ, .. } => assert_eq!(organ, "te-office:hame"),
        other => panic!("{other:?}"),
    }
    for based_on in [0, 3, -1] {
        let said = refusal(house.add_version(&expert, document, based_on, offered("a.pdf"), &pdf(102)[..]).await);
        assert_eq!(said, Refusal::NoSuchVersion { asked: based_on, last: 2 });
    }
    // Two from two nodes, both based on the second: one of them follows it.
    let mut tasks = JoinSet::new();
    for size in [103, 104] {
        let (node, expert) = (place.another(world).await, expert.clone());
        tasks.spawn(async move { node.add_version(&expert, document, 2, offered("a.pdf"), &pdf(size)[..]).await });
    }
    let said: Vec<_> = tasks.join_all().await;
    let (kept, late): (Vec<_>, Vec<_>) = said.into_iter().partition(Result::is_ok);
    assert_eq!((kept.len(), late.len()), (1, 1), "{late:?}");
    assert!(matches!(refusal(late.into_iter().next().expect("one")), Refusal::NotTheLast { last: 3, .. }));

    let new_id = if world.is_sqlite() { "randomblob(16)" } else { "gen_random_uuid()" };
    let columns = "document_id, number, hash, name, given_name, found_type, disagree, recorded_at, recorded_by, \
        recorded_organ";
    let copy = |number: &str| {
        let values = columns.replace("number", number);
        format!(
            "insert into document_version (id, {columns}) select {new_id}, {values} from document_version where number = 1"
        )
    };
    for (sql, said) in [
        (copy("5"), "a version follows the last"),
        (copy("3"), "a version follows the last"),
        ("update document_version set name = 'b'".to_owned(), "a version is never edited"),
        ("delete from document_version".to_owned(), "a version is never removed"),
        ("update document set recorded_by = 'b'".to_owned(), "a document is never edited"),
        ("delete from document".to_owned(), "a document is never removed"),
        ("update document_content set size = 1".to_owned(), "what is kept is never edited"),
        ("delete from document_content".to_owned(), "what is kept is never removed"),
    ] {
        let refused = world.by_hand(&sql).await.expect_err(&sql);
        assert!(refused.contains(said), "{sql}: {refused}");
    }
    world.by_hand("update case_file set closed_at = opened_at, version = version + 1").await.expect("it closes");
    let refused = world.by_hand(&copy("4")).await.expect_err("the case is closed");
    assert!(refused.contains("only an open case gets a document"), "{refused}");
    let closed = house.add_version(&expert, document, 3, offered("a.pdf"), &pdf(105)[..]).await;
    assert!(matches!(closed, Err(Error::Refused(casework::Refusal::Case(case::Refusal::Closed(_))))), "{closed:?}");
    assert!(read(&house, &expert, document, Some(1)).await.expect("its organ still reads") == pdf(100));
}

async fn what_is_withdrawn_is_read_by_nobody(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let document = house.add_document(&expert, case, offered("a.pdf"), &pdf(100)[..]).await.expect("added").document;
    assert_eq!(refusal(house.withdraw_document(&expert, document, " \n").await), Refusal::NoReason);
    // Who only stands beside withdraws its own, and nobody else's.
    let beside = world.acting("forssa/coordinator").await;
    let said = refusal(house.withdraw_document(&beside, document, "not mine").await);
    assert_eq!(said, Refusal::NotYours { organ: "te-office:hame".to_owned() });
    let own = house.add_document(&beside, case, offered("b.pdf"), &pdf(100)[..]).await.expect("it adds one");
    house.withdraw_document(&beside, own.document, "A slip").await.expect("its own");
    house.withdraw_document(&expert, document, "Another person's paper").await.expect("it is withdrawn");
    for said in [
        refusal(house.document(&expert, document, None).await),
        refusal(house.document(&expert, document, Some(1)).await),
        refusal(house.add_version(&expert, document, 1, offered("a.pdf"), &pdf(101)[..]).await),
        refusal(house.withdraw_document(&expert, document, "again").await),
    ] {
        assert!(matches!(&said, Refusal::Withdrawn { organ, .. } if organ == "te-office:hame"), "{said:?}");
    }
    let listed = house.documents_of_case(&expert, case).await.expect("they are listed");
    let withdrawn = listed[0].withdrawn.as_ref().expect("it says so");
    assert_eq!(withdrawn.reason, "Another person's paper");
    assert_eq!(place.kept().len(), 1, "the bytes stay");
    for sql in [
        "update document set withdrawn_reason = 'b'",
        "update document set withdrawn_at = null, withdrawn_by = null, withdrawn_organ = null, withdrawn_reason = null",
    ] {
        let refused = world.by_hand(sql).await.expect_err(sql);
        assert!(refused.contains("a document is withdrawn once"), "{refused}");
    }
}

async fn bytes_that_changed_are_never_given_out_silently(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let bytes = pdf(300_000);
    let added = house.add_document(&expert, case, offered("a.pdf"), &bytes[..]).await.expect("it is added");
    let file = place.kept().pop().expect("it lies there");
    let mut spoiled = bytes.clone();
    spoiled[299_999] ^= 1;
    let longer = [&bytes[..], b"x"].concat();
    for wrong in [&spoiled[..], &longer, &bytes[..299_999], &bytes[..262_144], &bytes[..0], &pdf(300_001)[1..]] {
        std::fs::write(&file, wrong).expect("it is spoiled");
        let mut opened = house.document(&expert, added.document, None).await.expect("it opens");
        let mut given = Vec::new();
        let fault = opened.content.read_to_end(&mut given).await.expect_err("it is told");
        let inner = fault.get_ref().expect("it says what").downcast_ref::<Changed>().expect("that it changed");
        assert_eq!(inner.hash, added.version.hash);
        assert!(given.len() < bytes.len(), "all of it was given out");
        // Who reads on is told again.
        assert!(opened.content.read(&mut [0; 8]).await.is_err());
        let found = house.verify_documents(&Acting::operator(), |_| ()).await.expect("it is verified");
        assert_eq!(found.faulty.len(), 1);
        assert_eq!(found.faulty[0].versions, [(added.document, 1)]);
    }
    std::fs::remove_file(&file).expect("it is gone");
    let missing = refusal(house.document(&expert, added.document, None).await);
    assert_eq!(missing, Refusal::Missing { hash: added.version.hash.clone() });
    assert!(!house.verify_documents(&Acting::operator(), |_| ()).await.expect("it is verified").is_whole());
    // Whoever adds the same bytes again mends it.
    house.add_document(&expert, case, offered("b.pdf"), &bytes[..]).await.expect("it is added");
    assert!(read(&house, &expert, added.document, None).await.expect("it is right again") == bytes);
    let mut told = Vec::new();
    let found =
        house.verify_documents(&Acting::operator(), |now| told.push((now.done, now.total))).await.expect("verified");
    assert!(found.is_whole());
    assert_eq!((found.right, found.bytes, told), (1, 300_000, vec![(0, 1), (1, 1)]));
}

async fn the_same_bytes_at_once_lie_there_once(world: &World) {
    let place = Place::new();
    let house = place.house(world).await;
    let (expert, case) = a_case(world).await;
    let mut tasks = JoinSet::new();
    for _ in 0..6 {
        let (node, expert) = (place.another(world).await, expert.clone());
        tasks.spawn(async move { node.add_document(&expert, case, offered("a.pdf"), &pdf(700_000)[..]).await });
    }
    for said in tasks.join_all().await {
        let added = said.expect("each is added");
        assert!(read(&house, &expert, added.document, None).await.expect("each is right") == pdf(700_000));
    }
    assert_eq!((place.kept().len(), place.files("incoming").len()), (1, 0));
    assert_eq!(world.number("select count(*) as n from document").await, 6);
    assert_eq!(world.number("select count(*) as n from document_content").await, 1);
}

on_both_engines! { at "2024-06-03T09:00:00+03:00":
    what_is_added_is_read_back,
    sizes_are_kept_to,
    names_are_shown_safely_and_kept_as_given,
    what_runs_is_refused_and_what_differs_is_told,
    only_those_who_bear_the_case_now_have_its_documents,
    a_version_follows_the_last,
    what_is_withdrawn_is_read_by_nobody,
    bytes_that_changed_are_never_given_out_silently,
    the_same_bytes_at_once_lie_there_once,
}
