//! Figures: how many open cases there are, for whoever steers, plans or leads, and sees no file. Small numbers are not told.

use authorization::{Action, Figure};
use jiff::Timestamp;
use storage::{Entry, Error as StorageError, Look, View, Word, args};

use crate::holding::queries::COUNTS;
use crate::post::{self, Acting};
use crate::{Error, House};

/// How many cases of a type there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The case type.
    pub case_type: String,
    /// All of them.
    pub all: Figure,
    /// How many each organ leads. Where one number is too small to be told, another is withheld with it, so that the sum does
    /// not give it away.
    pub by_lead: Vec<(String, Figure)>,
}

impl House {
    /// How many open cases there are of which the acting post may see figures: by type, and by the organ that leads.
    ///
    /// # Errors
    /// [`post::Refusal::FunctionMayNot`] when its function sees figures through no holding; the database's.
    pub async fn figures(&self, acting: &Acting) -> Result<Vec<Figures>, Error> {
        if acting.bearing(Action::SeeFigures, "h") == NOTHING {
            let (function, action) = (acting.function.clone(), Action::SeeFigures);
            return Err(post::Refusal::FunctionMayNot { function, action }.into());
        }
        let now = self.store.now();
        self.store
            .look(|look: Look| async move {
                let counted = counted(&look, acting, now).await?;
                let organ = acting.actor.organ.clone();
                look.journal(Entry::new(&acting.actor, Word::of("count"), Word::of("case"), organ));
                Ok(counted.chunk_by(|one, next| one.0 == next.0).map(told).collect())
            })
            .await
    }
}

/// The condition of a function that no holding lets do something.
const NOTHING: &str = "1 = 0";

/// Open cases by type and lead.
async fn counted(view: &View, acting: &Acting, at: Timestamp) -> Result<Vec<(String, String, u64)>, StorageError> {
    let sql = storage::Built(format!(
        "select c.case_type, l.organ, count(*) as n
        from case_file c join holding l on l.case_id = c.id and l.role = 'lead' and {}
        where c.closed_at is null and c.id in (
            select h.case_id from holding h join case_file c on c.id = h.case_id
            where h.organ = $1 and {} and {} and {COUNTS}
        )
        group by c.case_type, l.organ order by c.case_type, l.organ",
        authorization::sql::in_force("l", "$2"),
        authorization::sql::in_force("h", "$2"),
        acting.bearing(Action::SeeFigures, "h"),
    ));
    let rows = view.fetch_all(sql, args![acting.organ(), at]).await?;
    rows.iter().map(|row| Ok((row.get("case_type")?, row.get("organ")?, row.get::<i64>("n")?.unsigned_abs()))).collect()
}

fn told(of: &[(String, String, u64)]) -> Figures {
    let numbers: Vec<u64> = of.iter().map(|(_, _, number)| *number).collect();
    let organs = of.iter().map(|(_, organ, _)| organ.clone());
    Figures {
        case_type: of.first().map(|(case_type, ..)| case_type.clone()).unwrap_or_default(),
        all: Figure::of(numbers.iter().sum()),
        by_lead: organs.zip(Figure::together(&numbers)).collect(),
    }
}
