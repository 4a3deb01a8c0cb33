//! From where a request comes.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use casework::account::Whence;

use super::Cookies;
use crate::DeskState;

/// From where a request comes; [`Whence`] for casework.
#[derive(Debug, Clone)]
pub struct Came(pub Whence);

/// The address that the server before us saw: it writes it last, so what a client wrote before that does not count.
fn forwarded(headers: &HeaderMap) -> Option<String> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address: std::net::IpAddr = last.rsplit(',').next()?.trim().parse().ok()?;
    Some(address.to_string())
}

impl<S> FromRequestParts<S> for Came
where
    DeskState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let behind_proxy = DeskState::from_ref(state).behind_proxy;
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|told| told.0.ip().to_string());
        let network = if behind_proxy { forwarded(&parts.headers).or(connected) } else { connected };
        let browser = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        let browser = browser.unwrap_or_default().to_owned();
        let known = Cookies::from_request_parts(parts, state).await.ok().and_then(|cookies| cookies.browser());
        let network = network.unwrap_or_else(|| "unknown".to_owned());
        Ok(Self(Whence { network, browser, known }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_wrote_itself_is_not_believed() {
        let mut headers = HeaderMap::new();
        assert_eq!(forwarded(&headers), None);
        headers.append("x-forwarded-for", "203.0.113.9, 198.51.100.7".parse().unwrap());
        assert_eq!(forwarded(&headers).as_deref(), Some("198.51.100.7"));
        headers.append("x-forwarded-for", "2001:db8::1".parse().unwrap());
        assert_eq!(forwarded(&headers).as_deref(), Some("2001:db8::1"));
        headers.append("x-forwarded-for", "<script>".parse().unwrap());
        assert_eq!(forwarded(&headers), None);
    }
}
