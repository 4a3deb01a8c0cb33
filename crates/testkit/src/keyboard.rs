//! A walk through the page with the Tab key: is everything reached, and does one always see where one is?

use serde::Deserialize;
use thirtyfour::Key;

use crate::{Page, Told};

const PREPARE: &str = include_str!("keyboard.js");

const RESULT: &str = r"
const walk = window.__walk;
const reached = new Set(walk.reached.map(stop => stop.element));
return {
  stops: walk.reached.map(({ name, visible, on_screen }) => ({ name, visible, on_screen })),
  missed: [...walk.wanted].filter(([element]) => !reached.has(element)).map(([, name]) => name),
};
";

/// What the walk came by.
#[derive(Debug, Clone, Deserialize)]
pub struct Walk {
    /// Every place the focus came to, in order.
    pub stops: Vec<Stop>,
    /// Places that can be acted on but were never reached.
    pub missed: Vec<String>,
}

/// A place the focus came to.
#[derive(Debug, Clone, Deserialize)]
pub struct Stop {
    /// The element and its text.
    pub name: String,
    /// Whether it looks different while it has the focus.
    pub visible: bool,
    /// Whether it stands within the window then.
    pub on_screen: bool,
}

impl Walk {
    /// What a person with a keyboard would complain about, in sentences.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let missed = self.missed.iter().map(|name| format!("{name} is never reached"));
        let unseen = self
            .stops
            .iter()
            .filter(|stop| !stop.visible)
            .map(|stop| format!("{} does not show that it has the focus", stop.name));
        let outside = self
            .stops
            .iter()
            .filter(|stop| !stop.on_screen)
            .map(|stop| format!("{} has the focus outside the window", stop.name));
        missed.chain(unseen).chain(outside).collect()
    }
}

impl Page {
    /// Presses Tab from the top of the page until every place has had its turn.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn walk(&self) -> Told<Walk> {
        let stops = self.ask(PREPARE).await?.as_u64().unwrap_or(0);
        let mut keys = self.session.action_chain();
        // Two more than there are: a trap would show as a place that is never reached.
        for _ in 0..stops + 2 {
            keys = keys.key_down(Key::Tab).key_up(Key::Tab);
        }
        keys.perform().await?;
        Ok(self.session.execute(RESULT, Vec::new()).await?.convert()?)
    }
}
