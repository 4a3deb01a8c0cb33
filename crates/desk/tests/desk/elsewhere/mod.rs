//! Signing in at an organisation's own provider: a real one, and one that lies.

mod liar;
mod lies;
mod real;
mod real_provider;

use casework::account::Identity;
use casework::post::Acting;

use crate::browser::{Browser, Page, World};

/// Binds an account to somebody at a provider.
async fn bind(world: &World, login: &str, issuer: &str, subject: &str) {
    let to = Identity { issuer: issuer.to_owned(), subject: subject.to_owned() };
    world.house.bind_identity(&Acting::operator(), login, &to).await.expect("it is bound");
}

/// The button on the page for signing in; gives the address to which the browser is led.
async fn ask(browser: &mut Browser, at: &str, next: &str) -> String {
    let page = browser.send("/sv/sign-in/elsewhere", &[("at", at), ("next", next)]).await;
    address(&page)
}

/// The address to which a page leads by itself.
fn address(page: &Page) -> String {
    page.header("refresh").strip_prefix("0; url=").unwrap_or_else(|| panic!("it leads on: {}", page.text)).to_owned()
}

/// Comes back from a provider: a browser is sent there from another site, so no header says that it is ours.
async fn come_back(browser: &mut Browser, address: &str) -> Page {
    let path = address.strip_prefix("https://desk.example").unwrap_or_else(|| panic!("it leads to us: {address}"));
    browser.get(path).await
}

/// One value of the query of an address, decoded.
fn value(address: &str, name: &str) -> String {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let address = web::shell::Address::new("", query);
    address.value(name).unwrap_or_default().to_owned()
}
