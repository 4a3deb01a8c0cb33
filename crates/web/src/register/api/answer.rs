//! How an answer is sent: its mark, how long it keeps, who may read it.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::time::Duration;
use tower_http::cors::{Any, CorsLayer};

use super::asked::Asked;
use crate::shell::problem::{Kind, Problem};
use crate::shell::{holds, wished};

/// What a handler gives back.
pub type Answered = Result<Response, Problem>;

/// Answers may be kept this long without asking again; a new edition is seen within that time.
const KEPT: &str = "public, max-age=60";

impl Asked {
    /// Sends an answer, or says that the program already holds it.
    ///
    /// # Errors
    /// When the answer cannot be written, which is our fault.
    pub fn answer(&self, said: &impl Serialize) -> Answered {
        let content = serde_json::to_vec(said).map_err(|fault| {
            tracing::error!(path = self.address.path(), %fault, "an answer could not be written");
            Problem::new(Kind::OurFault, self.w, self.w.api_kind_our_fault_meaning())
        })?;
        Ok(self.send(content))
    }

    /// Sends content that is JSON already.
    pub fn send(&self, content: Vec<u8>) -> Response {
        let mark = self.mark(&content);
        let mut response = if holds(&self.headers, &mark) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, "application/json")], Body::from(content)).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
        if let Ok(mark) = HeaderValue::try_from(mark) {
            headers.insert(header::ETAG, mark);
        }
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(self.w.language().code()));
        response
    }

    /// The mark: the edition, then a hash of what is said. (A hash of the question alone would hold on to the words of
    /// an older program that answered from the same edition.)
    fn mark(&self, content: &[u8]) -> String {
        let mut mark = format!("W/\"{}-", self.register.edition.short());
        for byte in Sha256::digest(content).iter().take(10) {
            let _ = write!(mark, "{byte:02x}");
        }
        mark.push('"');
        mark
    }
}

/// The public may read from anywhere: any origin, no credentials.
pub fn open_to_all() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::ACCEPT, header::ACCEPT_LANGUAGE, header::IF_NONE_MATCH])
        .expose_headers([header::ETAG, header::LINK, header::CONTENT_LANGUAGE])
        .max_age(Duration::from_secs(86_400))
}

/// Every answer depends on the language, and may be read by pages of other sites.
pub async fn dressed(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language"));
    headers
        .entry(HeaderName::from_static("cross-origin-resource-policy"))
        .or_insert(HeaderValue::from_static("cross-origin"));
    response
}

/// Nothing at this address of the interface.
pub async fn nothing(uri: axum::extract::OriginalUri, headers: HeaderMap) -> Problem {
    super::asked::nothing_here(wished(&headers).words(), uri.0.path())
}

/// Another method than GET.
pub async fn read_only(method: Method, headers: HeaderMap) -> Response {
    let w = wished(&headers).words();
    let problem = Problem::new(Kind::ReadOnly, w, w.api_read_only(method.as_str()));
    ([(header::ALLOW, "GET, HEAD, OPTIONS")], problem).into_response()
}
