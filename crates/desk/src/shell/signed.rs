//! Who is signed in.

use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{Method, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use casework::account::{Account, Offered, Session, Signed as Found};
use casework::post::Acting;
use web::shell::problem::{Kind, Problem};
use web::shell::{Frame, Section, Signature, Visit, encoded, wished};

use super::{Cookies, Instead, OrPage as _};
use crate::DeskState;

/// Somebody who is signed in and acts as a post: what the pages of casework take. Who is not signed in is led to the page
/// for it; who has no post, or has not chosen one, to the front page of the desk.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The account.
    pub account: Account,
    /// As whom.
    pub acting: Acting,
    /// The session.
    pub session: Session,
    /// The post as it is shown.
    pub offered: Offered,
}

/// Somebody who is signed in, with or without a post: for what concerns the own account.
#[derive(Debug, Clone)]
pub struct Present(pub Found);

/// The name of an organ in the reader's language; its word where the register does not know it.
pub fn organ_name(desk: &DeskState, visit: &Visit, organ: &str) -> String {
    match desk.house.register.organ(organ) {
        Ok(index) => web::said::organ_name(visit.w, &desk.house.register, index).to_owned(),
        Err(_) => organ.to_owned(),
    }
}

fn signature(desk: &DeskState, visit: &Visit, account: &Account, offered: Option<&Offered>) -> Signature {
    let acting = offered.map(|offered| format!("{}, {}", offered.title, organ_name(desk, visit, &offered.organ)));
    Signature { name: account.name.clone(), acting }
}

impl Signed {
    /// The frame of a page.
    pub fn frame(&self, desk: &DeskState, visit: &Visit, section: Option<Section>, title: impl Into<String>) -> Frame {
        let signature = signature(desk, visit, &self.account, Some(&self.offered));
        Frame::new(visit, section, title).signed(signature)
    }
}

impl Present {
    /// The post under which this session goes on, as it is shown.
    pub fn chosen(&self) -> Option<&Offered> {
        let acting = self.0.acting.as_ref()?;
        self.0.posts.iter().find(|offered| offered.post == acting.post())
    }

    /// The frame of a page.
    pub fn frame(&self, desk: &DeskState, visit: &Visit, title: impl Into<String>) -> Frame {
        Frame::new(visit, None, title).signed(signature(desk, visit, &self.0.account, self.chosen()))
    }
}

fn original(parts: &Parts) -> Uri {
    parts.extensions.get::<OriginalUri>().map_or_else(|| parts.uri.clone(), |original| original.0.clone())
}

fn for_programs(uri: &Uri) -> bool {
    uri.path().starts_with("/api/")
}

/// The answer to somebody who is not signed in. After signing in one comes back to the page, but not to what was sent.
fn sign_in_first(desk: &DeskState, parts: &Parts) -> Response {
    let uri = original(parts);
    if for_programs(&uri) {
        let w = wished(&parts.headers).words();
        return Problem::new(Kind::NotSignedIn, w, w.api_kind_not_signed_in_meaning()).into_response();
    }
    let visit = Visit::new(&desk.site, &uri, &parts.headers);
    let sign_in = visit.href("/sign-in");
    if parts.method != Method::GET {
        // A page of ours sent it: that page is where to come back to.
        let from = parts.headers.get(header::REFERER).and_then(|from| from.to_str().ok()?.parse::<Uri>().ok());
        let path = from.and_then(|from| from.path_and_query().map(|path| path.as_str().to_owned()));
        let back = path.unwrap_or_else(|| visit.href("/desk"));
        return Redirect::to(&format!("{sign_in}?next={}", encoded(&back))).into_response();
    }
    let here = uri.path_and_query().map_or("/", |path| path.as_str());
    Redirect::to(&format!("{sign_in}?next={}", encoded(here))).into_response()
}

impl<S> FromRequestParts<S> for Present
where
    DeskState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Instead;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Instead> {
        let desk = DeskState::from_ref(state);
        let token = Cookies::from_request_parts(parts, state).await.ok().and_then(|cookies| cookies.session());
        let Some(token) = token else { return Err(sign_in_first(&desk, parts).into()) };
        let visit = Visit::new(&desk.site, &original(parts), &parts.headers);
        match desk.house.signed(&token).await.or_page(&visit)? {
            Some(found) => Ok(Self(found)),
            None => Err(sign_in_first(&desk, parts).into()),
        }
    }
}

impl<S> FromRequestParts<S> for Signed
where
    DeskState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Instead;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Instead> {
        let present = Present::from_request_parts(parts, state).await?;
        let offered = present.chosen().cloned();
        match (present.0.acting, offered) {
            (Some(acting), Some(offered)) => {
                Ok(Self { account: present.0.account, acting, session: present.0.session, offered })
            }
            _ => {
                let uri = original(parts);
                if for_programs(&uri) {
                    // Without a post nothing is seen, and so nothing is there.
                    let w = wished(&parts.headers).words();
                    return Err(Problem::new(Kind::NotFound, w, w.account_no_post()).into_response().into());
                }
                let visit = Visit::new(&DeskState::from_ref(state).site, &uri, &parts.headers);
                Err(Redirect::to(&visit.href("/desk")).into_response().into())
            }
        }
    }
}
