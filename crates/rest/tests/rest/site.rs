//! A site with the interface beside the register's, and programs that ask it.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use casework::client::NewClient;
use casework::post::Acting;
use jiff::civil::date;
use serde_json::Value;
use tower::ServiceExt as _;
use uuid::Uuid;
use web::shell::Fixed;

use crate::world::{REGISTER, World};

const JOB_SEEKER: [(&str, &str, &str); 5] = [
    ("municipality", "061", "2024-01-01"),
    ("residence", "permit", "2024-01-01"),
    ("labour", "unemployed-job-seeker", "2024-01-01"),
    ("assistance", "lasting", "2024-01-01"),
    ("first-permit", "within-3-years", "2024-01-01"),
];

/// A case of the TE office, and the programs that ask about it.
pub struct Site {
    pub router: Router,
    pub person: Uuid,
    pub case: i64,
    /// Of the lead, for the case's duty.
    pub lead: String,
    /// Of the municipality that it may be offered to, for the case's duty.
    pub receiver: String,
    /// Of the lead, for another duty.
    pub beside: String,
    /// Of a municipality that has nothing to do with it, for the case's duty.
    pub stranger: String,
}

/// What was answered.
#[derive(Debug)]
pub struct Said {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Said {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|fault| panic!("{fault}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }

    /// The kind of the problem that it is.
    pub fn kind(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let said = self.json();
        assert_eq!(said["status"], self.status.as_u16(), "{self:?}");
        assert!(["title", "detail"].iter().all(|one| said[*one].as_str().is_some_and(|text| !text.is_empty())));
        said["type"].as_str().and_then(|kind| kind.split_once('#')).expect("a kind").1.to_owned()
    }
}

pub fn router(world: &World) -> Router {
    let site = web::State {
        clock: Arc::new(Fixed(date(2024, 6, 3))),
        register: Arc::clone(&REGISTER),
        desk: true,
        demonstration: false,
    };
    web::router_with(site, rest::routes(rest::RestState::new(world.house.clone())))
}

impl Site {
    pub async fn new(world: &World) -> Self {
        let person = world.person((1990, 5, 1), &JOB_SEEKER).await;
        let expert = world.acting("te-hame/expert").await;
        let opened = world.house.open_case(&expert, "initial-assessment", person).await.expect("it is opened");
        let whole = world.house.case(&expert, opened.id).await.expect("it is there");
        let duty = whole.case.duty.clone();
        let duties = &REGISTER.resolved.duties;
        let other = duties.iter().map(|one| one.id.clone()).find(|one| *one != duty).expect("another duty");
        Self {
            router: router(world),
            person,
            case: opened.number,
            lead: token(world, "te-office:hame", "te-hame/program", &duty).await,
            receiver: token(world, "municipality:061", "forssa/program", &duty).await,
            beside: token(world, "te-office:hame", "te-hame/other", &other).await,
            stranger: token(world, "municipality:109", "hml/program", &duty).await,
        }
    }

    pub async fn get(&self, token: &str, path: &str) -> Said {
        self.ask("GET", token, path, &[], "").await
    }

    /// An act with a key, based on a mark.
    pub async fn act(&self, token: &str, path: &str, (key, mark): (&str, &str), body: &str) -> Said {
        self.ask("POST", token, path, &[("idempotency-key", key), ("if-match", mark)], body).await
    }

    pub async fn ask(&self, method: &str, token: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Said {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "accept-language") {
            request = request.header("accept-language", "en");
        }
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 10_000_000).await.expect("it comes");
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        Said { status: parts.status, headers: parts.headers, text }
    }
}

pub async fn token(world: &World, organ: &str, id: &str, duty: &str) -> String {
    let new = NewClient {
        id: id.to_owned(),
        organ: organ.to_owned(),
        function: "handler".to_owned(),
        title: "A program".to_owned(),
        duties: vec![duty.to_owned()],
        until: None,
    };
    world.house.add_client(&Acting::operator(), &new).await.expect("the client is made").secret()
}
