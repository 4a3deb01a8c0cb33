//! A browser that keeps its cookies, and a desk on a database in memory with a clock that tests set.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use casework::account::{Key, NewAccount};
use casework::post::{Acting, NewPost};
use casework::{House, RULES};
use desk::DeskState;
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use register::Register;
use storage::{Setup, Store};
use tower::ServiceExt as _;
use uuid::Uuid;
use web::shell::Fixed;

static REGISTER: LazyLock<Arc<Register>> =
    LazyLock::new(|| Arc::new(Register::try_shipped_answering().expect("the shipped register").clone()));

pub const PASSWORD: &str = "three small boats";

/// A desk with two accounts: anna has two posts, ben has one.
pub struct World {
    pub house: House,
    pub router: Router,
    pub key: Key,
    clock: Arc<AtomicI64>,
    folder: std::path::PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl World {
    pub async fn new() -> Self {
        Self::reached(false).await
    }

    /// The same, reached by https or not.
    pub async fn reached(secure: bool) -> Self {
        let start = "2024-12-03T07:00:00Z".parse().expect("an instant");
        Self::made(secure, start, "").await
    }

    /// The same, from an instant on, with a file of providers at which one can sign in.
    pub async fn made(secure: bool, start: Timestamp, providers: &str) -> Self {
        let clock = Arc::new(AtomicI64::new(start.as_microsecond()));
        let hands = Arc::clone(&clock);
        let now = move || Timestamp::from_microsecond(hands.fetch_add(1000, Ordering::Relaxed)).expect("an instant");
        let mut setup = Setup::new(now, Chance);
        setup.rules = RULES;
        setup.patience = Duration::from_secs(10);
        let folder = std::env::temp_dir().join(format!("kotopolku-desk-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let store = Store::open(&format!("sqlite:{}/trial.db", folder.display()), setup).await.expect("it opens");
        store.migrate().await.expect("the migrations run");
        let zone = TimeZone::get("Europe/Helsinki").expect("the zone is known");
        let house = House::new(store, Arc::clone(&REGISTER), zone).await.expect("the house opens");
        let place = format!("folder:{}/documents", folder.display());
        let house = house.keeping(casework::document::Contents::open(&place).await.expect("the folder opens"));
        people(&house).await;
        let key = Key::new().expect("chance");
        let file = folder.join("providers.toml");
        std::fs::write(&file, providers).expect("a file");
        let providers = provider::Providers::read(&file).expect("providers");
        let elsewhere = desk::Elsewhere::new(providers, "https://desk.example/").expect("they can be worked with");
        let site = web::State {
            clock: Arc::new(Fixed(date(2024, 12, 3))),
            register: Arc::clone(&REGISTER),
            desk: true,
            demonstration: false,
        };
        let state = DeskState {
            house: house.clone(),
            site: site.clone(),
            key: Some(key.clone()),
            secure,
            behind_proxy: false,
            elsewhere,
        };
        Self { house, router: web::router_with(site, desk::routes(state)), key, clock, folder }
    }

    /// Time goes by.
    pub fn wait(&self, time: SignedDuration) {
        let micros = i64::try_from(time.as_micros()).expect("a short time");
        self.clock.fetch_add(micros, Ordering::Relaxed);
    }

    pub fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.clock.load(Ordering::Relaxed)).expect("an instant")
    }

    pub fn browser(&self) -> Browser {
        self.browser_at([198, 51, 100, 7])
    }

    pub fn browser_at(&self, address: [u8; 4]) -> Browser {
        Browser { router: self.router.clone(), cookies: BTreeMap::new(), from: (address, 40000).into() }
    }
}

async fn people(house: &House) {
    let operator = Acting::operator();
    for (id, organ) in [("te-hame/expert", "te-office:hame"), ("forssa/coordinator", "municipality:061")] {
        let new = NewPost {
            id: id.to_owned(),
            organ: organ.to_owned(),
            function: "handler".to_owned(),
            title: "Expert".to_owned(),
            from: date(2022, 1, 1),
            until: None,
        };
        house.add_post(&operator, &new).await.expect("the post is set up");
    }
    for (login, name) in [("anna", "Anna Example"), ("ben", "Ben Example"), ("carin", "Carin Example")] {
        let new = NewAccount { login: login.to_owned(), name: name.to_owned(), language: "sv".to_owned() };
        house.add_account(&operator, &new).await.expect("the account is made");
        house.set_password(&operator, login, PASSWORD).await.expect("the password is set");
    }
    house.give_post(&operator, "anna", "te-hame/expert").await.expect("given");
    house.give_post(&operator, "anna", "forssa/coordinator").await.expect("given");
    house.give_post(&operator, "ben", "forssa/coordinator").await.expect("given");
}

struct Chance;

impl storage::Ids for Chance {
    fn next(&self, _: Timestamp) -> Uuid {
        Uuid::now_v7()
    }
}

/// A page as it came.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads.
    pub fn to(&self) -> &str {
        self.header("location")
    }
}

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    from: SocketAddr,
}

impl Browser {
    async fn ask(&mut self, request: axum::http::request::Builder, body: Body) -> Page {
        let held: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.header(header::COOKIE, held.join("; ")).body(body).expect("a request");
        request.extensions_mut().insert(ConnectInfo(self.from));
        let (parts, body) = self.router.clone().oneshot(request).await.expect("an answer").into_parts();
        for set in parts.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie");
            let (name, rest) = set.split_once('=').expect("a name");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let content = to_bytes(body, usize::MAX).await.expect("a body");
        Page { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&content).into_owned() }
    }

    pub async fn get(&mut self, address: &str) -> Page {
        self.ask(Request::get(address), Body::empty()).await
    }

    /// Sends a form from a page of ours.
    pub async fn send(&mut self, address: &str, fields: &[(&str, &str)]) -> Page {
        self.send_as(address, fields, &[("sec-fetch-site", "same-origin")]).await
    }

    /// Sends a form with these headers.
    pub async fn send_as(&mut self, address: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{name}={}", web::shell::encoded(value))).collect();
        let mut request = Request::post(address).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.ask(request, Body::from(pairs.join("&"))).await
    }

    /// Sends a file from a page of ours.
    pub async fn upload(&mut self, address: &str, seen: &str, name: &str, content: &[u8]) -> Page {
        let mut body = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"seen\"\r\n\r\n{seen}\r\n--edge\r\ncontent-disposition: \
            form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/pdf\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let request = Request::post(address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, Body::from(body)).await
    }

    pub async fn sign_in(&mut self, login: &str, password: &str) -> Page {
        self.send("/sv/sign-in", &[("login", login), ("password", password)]).await
    }

    /// Whether the desk opens.
    pub async fn is_in(&mut self) -> bool {
        self.get("/sv/desk").await.status == StatusCode::OK
    }

    pub fn session(&self) -> String {
        self.cookies.get("kotopolku-session").cloned().unwrap_or_default()
    }
}
