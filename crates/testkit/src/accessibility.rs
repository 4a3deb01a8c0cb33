//! axe-core run on the open page: the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA.

use serde::Deserialize;

use crate::{Page, Told};

/// axe-core as it comes; see `assets/README.md`.
const AXE: &str = include_str!("../assets/axe-4.14.1.min.js");

/// Runs it and returns what a reader needs of each finding.
const RUN: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
  .then(found => done(found.violations.map(violation => ({
    rule: violation.id,
    help: violation.help,
    places: violation.nodes.map(node => node.target.join(' ') + ': ' + (node.failureSummary || '').replace(/\s+/g, ' ')),
  }))), fault => done([{ rule: 'axe-failed', help: String(fault), places: [] }]));
";

/// A rule that the page breaks.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// axe's name of the rule, such as `color-contrast`.
    pub rule: String,
    /// The rule in a sentence.
    pub help: String,
    /// Where, and what is wrong there.
    pub places: Vec<String>,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.rule, self.help)?;
        self.places.iter().try_for_each(|place| write!(f, "\n    {place}"))
    }
}

impl Page {
    /// What axe-core finds on the page as it stands.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn violations(&self) -> Told<Vec<Violation>> {
        // A test's own script is not bound by the page's policy, so nothing has to be loosened to run this.
        let found = self.session.execute_async(format!("{AXE}\n{RUN}"), Vec::new()).await?;
        Ok(found.convert()?)
    }
}
