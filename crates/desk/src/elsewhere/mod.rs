//! Signing in at an organisation's own provider: leading there, and taking up who comes back.
//!
//! A browser is led there by a page that goes on by itself, not by a redirect of the form: the content policy lets forms go
//! to ourselves alone, and browsers hold it against redirects too. It comes back to an address without a language; the one
//! in which it was asked stands with the question.

mod page;

use std::sync::Arc;

use axum::Form;
use axum::extract::{OriginalUri, Path, State as Stored};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use casework::account::{Identity, Refusal as AccountRefusal, SignedIn, Vouched};
use casework::{Error, Refusal};
use provider::{Answer, Fault, Provider, Question};
use serde::Deserialize;
use web::shell::{Trouble, Visit, encoded};

use crate::DeskState;
use crate::shell::{Answer as Answered, Came, Cookies, OrPage as _, led_to, own_path};
use crate::sign_in::{too_early, waiting, welcome};

/// The providers at which one can sign in, and where browsers find us.
#[derive(Debug, Clone, Default)]
pub struct Elsewhere {
    providers: Arc<Vec<Provider>>,
    address: String,
}

/// A provider as it stands on a page.
#[derive(Debug)]
pub struct Offer {
    /// Its word.
    pub id: String,
    /// What people call it.
    pub name: String,
}

impl Elsewhere {
    /// These providers. `address` is where browsers reach us, as `https://kotopolku.example`: what a request says of its
    /// host is not asked.
    ///
    /// # Errors
    /// [`Fault::Unusable`].
    pub fn new(settings: provider::Providers, address: &str) -> Result<Self, Fault> {
        let address = address.trim_end_matches('/').to_owned();
        let providers = settings.0.into_iter().map(|one| {
            let back = format!("{address}/sign-in/elsewhere/{}", one.id);
            Provider::new(one, &back)
        });
        Ok(Self { providers: Arc::new(providers.collect::<Result<_, _>>()?), address })
    }

    fn find(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.settings().id == id)
    }

    /// What stands on the page for signing in.
    pub fn offers(&self, visit: &Visit) -> Vec<Offer> {
        self.providers.iter().map(|provider| offer(provider, visit)).collect()
    }

    /// The provider of this word, as it stands on a page.
    pub fn offered(&self, visit: &Visit, id: &str) -> Option<Offer> {
        self.find(id).map(|provider| offer(provider, visit))
    }
}

fn offer(provider: &Provider, visit: &Visit) -> Offer {
    let settings = provider.settings();
    Offer { id: settings.id.clone(), name: settings.name.in_language(visit.language().code()).to_owned() }
}

/// What the button sends.
#[derive(Deserialize)]
pub struct Wish {
    at: String,
    #[serde(default)]
    next: String,
}

/// `/{language}/sign-in/elsewhere`: leads to a provider.
pub async fn ask(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    (Came(whence), cookies): (Came, Cookies),
    Form(wish): Form<Wish>,
) -> Answered {
    let Some(provider) = desk.elsewhere.find(&wish.at) else { return Err(Trouble::not_found(&visit).into()) };
    let next = own_path(&wish.next).unwrap_or_default();
    let language = visit.language().code();
    let asked = match desk
        .house
        .ask_elsewhere(&provider.settings().issuer, (next, language), &whence, cookies.asking())
        .await
    {
        Ok(asked) => asked,
        Err(Error::Refused(Refusal::Account(AccountRefusal::Wait { time, .. }))) => {
            return Ok(too_early(time, page::wait(&visit, waiting(visit.w, time)).or_page(&visit)?));
        }
        Err(error) => return Err(error).or_page(&visit),
    };
    let state = asked.state.reveal();
    let question = Question { state: &state, nonce: &asked.nonce, verifier: &asked.verifier, language };
    match provider.ask(question).await {
        Ok(address) => {
            let shown = page::leading(&visit, &offer(provider, &visit).name, &address).or_page(&visit)?;
            let refresh = [(header::REFRESH, format!("0; url={address}"))];
            Ok((cookies.ask(&asked.browser), refresh, shown).into_response())
        }
        Err(fault) => Ok(not_in(provider, &visit, &fault)),
    }
}

/// `/sign-in/elsewhere/{id}`: whoever comes back from a provider.
pub async fn take(
    Stored(desk): Stored<DeskState>,
    Path(id): Path<String>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    (Came(whence), cookies): (Came, Cookies),
) -> Answered {
    // The answer stands in the address: no page that is shown here leads back to it, or hands it on.
    let before = Visit::new(&desk.site, &Uri::from_static("/sign-in"), &headers);
    let Some(provider) = desk.elsewhere.find(&id) else { return Err(Trouble::not_found(&before).into()) };
    let answer = match Answer::read(uri.query().unwrap_or_default()) {
        Ok(answer) => answer,
        Err(fault) => return Ok(not_in(provider, &before, &fault)),
    };
    let issuer = &provider.settings().issuer;
    let asked = match desk.house.answered_elsewhere(issuer, &answer.state, cookies.asking().as_ref()).await {
        Ok(asked) => asked,
        Err(Error::Refused(Refusal::Account(AccountRefusal::NotAsked))) => {
            tracing::warn!(provider = id, "an answer to nothing that was asked from there");
            return Ok(page::trouble(&before, page::Kind::NotAsked, &offer(provider, &before).name));
        }
        Err(error) => return Err(error).or_page(&before),
    };
    let uri: Uri = format!("/{}/sign-in", asked.language).parse().unwrap_or(Uri::from_static("/sign-in"));
    let visit = Visit::new(&desk.site, &uri, &headers);
    let told = match provider.take(&answer, (&asked.nonce, &asked.verifier), desk.house.store.now()).await {
        Ok(told) => told,
        Err(fault) => return Ok(not_in(provider, &visit, &fault)),
    };
    let vouched = Vouched { issuer: told.issuer, subject: told.subject, strong: told.strong };
    match desk.house.sign_in_by_provider(&vouched, &whence).await {
        Ok(SignedIn::Whole(begun)) => welcome(&desk, &visit, cookies.asked().by(Some(&id)), &begun, &asked.next).await,
        Ok(SignedIn::Half(begun)) => {
            let code = visit.href("/sign-in/code");
            let to = if asked.next.is_empty() { code } else { format!("{code}?next={}", encoded(&asked.next)) };
            Ok((cookies.asked().by(Some(&id)).begin(&begun), led_to(&to)).into_response())
        }
        Err(Error::Refused(Refusal::Account(AccountRefusal::NotBound))) => {
            let identity = Identity { issuer: vouched.issuer, subject: vouched.subject };
            let name = offer(provider, &visit).name;
            Ok((cookies.asked().nobody(), page::trouble(&visit, page::Kind::NotBound(identity), &name)).into_response())
        }
        Err(error) => Err(error).or_page(&visit),
    }
}

/// Says on a page why nobody was signed in, and in the log what exactly it was.
fn not_in(provider: &Provider, visit: &Visit, fault: &Fault) -> Response {
    let kind = match fault {
        Fault::Silent(_) => page::Kind::Silent,
        Fault::Unreadable(_) => page::Kind::NotAsked,
        Fault::Declined(_) => page::Kind::Declined,
        Fault::Weak(_) => page::Kind::Weak,
        Fault::Untrusted(_) | Fault::Unusable(_) => page::Kind::Untrusted,
    };
    tracing::warn!(provider = provider.settings().id, %fault, "nobody was signed in");
    page::trouble(visit, kind, &offer(provider, visit).name)
}

/// `/{language}/sign-out/elsewhere/{id}`: after signing out here, to where one signs out at the provider.
pub async fn out(Stored(desk): Stored<DeskState>, visit: Visit, Path((_, id)): Path<(String, String)>) -> Answered {
    let Some(provider) = desk.elsewhere.find(&id) else { return Err(Trouble::not_found(&visit).into()) };
    let back = format!("{}/sign-in?out=1", desk.elsewhere.address);
    match provider.sign_out_address(&back).await {
        Some(address) => Ok((StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()),
        None => Ok(Redirect::to(&visit.href("/sign-in?out=1")).into_response()),
    }
}
