//! What an organ has to do, in the order in which it is due: what its desk shows first.

use jiff::ToSpan as _;
use jiff::civil::Date;
use storage::Look;

use super::authority;
use super::masking::Mask;
use super::queries::lists;
use super::reading::{Listed, MOST, Page, page, tell};
use crate::post::Acting;
use crate::{Error, House};

/// Days ahead that count as soon: long enough to write to somebody and to meet them.
pub const SOON: i32 = 14;

/// Where a page of the cases by what is due ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueCursor {
    /// The last day of the last one; none: it has none.
    pub due: Option<Date>,
    /// Its number.
    pub number: i64,
}

/// How many open cases an organ has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    /// In all.
    pub every: u64,
    /// With a last day that has passed.
    pub overdue: u64,
    /// With a last day today, or at most [`SOON`] days ahead.
    pub soon: u64,
    /// Those that it looks after because nobody leads them.
    pub between_chairs: u64,
}

/// The open cases of an organ by what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByDue {
    /// The day that it is read on.
    pub today: Date,
    /// The last day that is soon.
    pub soon: Date,
    /// A page of them: those overdue first, those without a last day at the end.
    pub page: Page<Listed, DueCursor>,
    /// How many there are, on all pages.
    pub counted: Counted,
}

impl House {
    /// The open cases that the acting organ bears now, by what is due, a page at a time. Each case that is shown is a line
    /// in the journal.
    ///
    /// # Errors
    /// The database's.
    pub async fn cases_by_due(
        &self,
        acting: &Acting,
        after: Option<DueCursor>,
        most: Option<u32>,
    ) -> Result<ByDue, Error> {
        let now = self.store.now();
        let today = self.day(now);
        let soon = today.checked_add(SOON.days()).unwrap_or(Date::MAX);
        let most = most.unwrap_or(MOST).clamp(1, MOST);
        self.store
            .look(|look: Look| async move {
                let rows = lists::by_due(&look, acting, now, after, most + 1).await?;
                let mut page = page(rows, most, |row| DueCursor { due: row.due, number: row.case.number });
                for row in &mut page.rows {
                    let mask = Mask::of(&look, acting, row.case.person, today).await?;
                    mask.within(authority::stretch(&look, acting, row.case.id).await?).case(&mut row.case);
                }
                let counted = lists::counted(&look, acting, now, today, soon).await?;
                tell(&look, acting, page.rows.iter().map(|row| &row.case))?;
                Ok(ByDue { today, soon, page, counted })
            })
            .await
    }
}
