//! What tests of the whole need, and no single room owns: a fixed day, the pages served on a free port, a browser that
//! can be asked what a person would notice.
//!
//! A journey reads like this:
//!
//! ```no_run
//! # async fn journey() -> testkit::Told {
//! testkit::in_browser(async |page| {
//!     page.open("data:text/html,<title>Hello</title>").await?;
//!     assert_eq!(page.title().await?, "Hello");
//!     Ok(())
//! })
//! .await
//! # }
//! ```
//!
//! The browser is Debian's Chromium, driven by its own `chromedriver`; `scripts/install` brings both. A missing browser
//! fails the test and says so: a journey is never skipped in silence.

mod accessibility;
mod browser;
mod clock;
mod keyboard;
mod page;
pub mod postgres;
mod server;

pub use accessibility::Violation;
pub use browser::in_browser;
pub use clock::{a_day, today};
pub use keyboard::{Stop, Walk};
pub use page::{Overflow, Page};
pub use server::Server;

/// What goes wrong around a test: no browser, a page that does not answer.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// How a journey ends.
pub type Told<T = ()> = Result<T, Fault>;
