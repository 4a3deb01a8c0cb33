//! The line to a provider: it leads where it was told and nowhere else, and has an end to waiting and to length.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

/// How long one request may take. A page waits at most twenty seconds, and may need three.
const PATIENCE: Duration = Duration::from_secs(5);
/// No document of a provider is longer.
const LONGEST: usize = 1 << 20;

/// What went wrong on the line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    #[error("{0}")]
    Line(String),
    #[error("an answer longer than {LONGEST} bytes")]
    TooLong,
}

impl From<reqwest::Error> for Broken {
    fn from(fault: reqwest::Error) -> Self {
        let kind = match &fault {
            fault if fault.is_timeout() => "no answer in time",
            fault if fault.is_connect() => "no connection",
            _ => "the connection broke off",
        };
        // The address is left out: a token endpoint has nothing secret in it, but nothing of it is needed either.
        Self::Line(kind.to_owned())
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Line(reqwest::Client);

impl Line {
    pub fn new() -> Result<Self, String> {
        // Whoever chose a provider of cryptography before keeps it.
        drop(rustls::crypto::ring::default_provider().install_default());
        reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .connect_timeout(PATIENCE)
            .build()
            .map(Self)
            .map_err(|fault| fault.to_string())
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Broken> {
        let request = reqwest::Request::try_from(request)?;
        let mut answer = self.0.execute(request).await?;
        let mut whole = openidconnect::http::Response::builder().status(answer.status());
        if let Some(headers) = whole.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await? {
            if body.len() + part.len() > LONGEST {
                return Err(Broken::TooLong);
            }
            body.extend_from_slice(&part);
        }
        whole.body(body).map_err(|fault| Broken::Line(fault.to_string()))
    }
}

impl<'c> AsyncHttpClient<'c> for Line {
    type Error = Broken;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Broken>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
