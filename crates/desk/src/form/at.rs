//! A request for a form: the desk, the visit, who is signed in.

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use casework::House;
use casework::draft::{NewDraft, Writer};
use casework::post::Acting;
use uuid::Uuid;
use web::shell::{Frame, Trouble, Visit};
use web::words::Words;

use super::{FormPage, Sent, Values};
use crate::DeskState;
use crate::said::Teller;
use crate::shell::{Answer, Instead, OrPage as _, Signed, led_to, moment};

/// What a form is about, for its draft.
#[derive(Debug, Clone, Copy, Default)]
pub struct About {
    /// The case.
    pub case: Option<Uuid>,
    /// The person.
    pub person: Option<Uuid>,
}

/// What the handler of a form takes.
#[derive(Debug, Clone)]
pub struct At {
    /// The desk.
    pub desk: DeskState,
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub signed: Signed,
    /// A script keeps the draft, and wants no page.
    quiet: bool,
}

impl At {
    /// Where casework happens.
    pub fn house(&self) -> &House {
        &self.desk.house
    }

    /// As whom.
    pub fn acting(&self) -> &Acting {
        &self.signed.acting
    }

    /// The texts.
    pub fn w(&self) -> &'static Words {
        self.visit.w
    }

    /// Tells in the reader's language.
    pub fn t(&self) -> Teller<'_> {
        Teller::new(&self.desk, &self.visit)
    }

    /// Who writes.
    pub fn writer(&self) -> Writer {
        Writer { account: self.signed.account.id, acting: self.signed.acting.clone() }
    }

    /// The frame of a page of this title.
    pub fn frame(&self, title: impl Into<String>) -> Frame {
        self.signed.frame(&self.desk, &self.visit, None, title)
    }

    /// A page that is not there.
    pub fn absent(&self) -> Instead {
        Trouble::not_found(&self.visit).into()
    }

    /// What was kept of this form.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn draft(&self) -> Result<Values, Instead> {
        let kept = self.house().draft(&self.writer(), self.visit.address.path()).await.or_page(&self.visit)?;
        Ok(Values::draft(kept))
    }

    /// Keeps what was sent as a draft, and leads on; a script is told that it is kept.
    ///
    /// # Errors
    /// The page that says why not.
    pub async fn keep(&self, sent: &Sent, about: About, back: &str) -> Answer {
        let content = sent.content();
        let form = self.visit.address.path();
        let new = NewDraft { form, case: about.case, person: about.person, content: &content, late: false };
        self.house().keep_draft(&self.writer(), new).await.or_page(&self.visit)?;
        if self.quiet {
            let said = self.w().form_kept_at(&moment(self.w(), &self.house().zone, self.house().store.now()));
            return Ok((StatusCode::OK, said).into_response());
        }
        Ok(self.led(back, "draft"))
    }

    /// It was done: the draft goes, and one is led on, where it is said once.
    ///
    /// # Errors
    /// The page that says why the draft did not go.
    pub async fn done(&self, back: &str, what: &str) -> Answer {
        self.house().drop_draft(&self.writer(), self.visit.address.path()).await.or_page(&self.visit)?;
        Ok(self.led(back, what))
    }

    fn led(&self, back: &str, what: &str) -> Response {
        led_to(&format!("{back}?done={what}"))
    }

    /// The page of a form.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn answer(&self, mut form: FormPage, values: &Values) -> Answer {
        let (w, zone) = (self.w(), &self.house().zone);
        form.with_draft(values, |saved, late| {
            let at = moment(w, zone, saved);
            if late { w.form_draft_late(&at) } else { w.form_draft_from(&at) }
        });
        form.answer(&self.visit).or_page(&self.visit)
    }
}

fn is_quiet(headers: &HeaderMap) -> bool {
    headers.get("x-kotopolku-draft").is_some()
}

impl<S> FromRequestParts<S> for At
where
    DeskState: FromRef<S>,
    web::State: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Instead;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Instead> {
        let quiet = is_quiet(&parts.headers);
        let signed = Signed::from_request_parts(parts, state).await?;
        let visit =
            Visit::from_request_parts(parts, state).await.map_err(|trouble| Instead::from(trouble.into_response()))?;
        Ok(Self { desk: DeskState::from_ref(state), visit, signed, quiet })
    }
}
