//! The files of `assets/`: style and mark. Their addresses carry a hash of their content, so they are kept for ever.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// One served file.
#[derive(Debug)]
pub struct Asset {
    /// Its name in `assets/`.
    pub name: &'static str,
    /// Where it is served, with the hash in the name.
    pub address: &'static str,
    kind: &'static str,
    etag: &'static str,
    content: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file of `assets/`, for templates.
pub fn address(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("", |asset| asset.address)
}

/// Answers `/assets/{file}`.
pub async fn serve(Path(file): Path<String>, asked: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.address.rsplit('/').next() == Some(file.as_str())) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = [(header::CACHE_CONTROL, "public, max-age=31536000, immutable"), (header::ETAG, asset.etag)];
    if super::headers::holds(&asked, asset.etag) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (kept, [(header::CONTENT_TYPE, asset.kind)], asset.content).into_response()
}
