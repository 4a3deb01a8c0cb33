//! One house: the database, the register and the time zone together.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use register::Register;
use storage::{Error, Rules, Store, Unit, View, args};

use crate::document::Contents;
use crate::opening;

/// Tables of personal data, and those that say nothing about anybody.
pub const RULES: Rules = Rules {
    personal: &[
        "person",
        "person_birth_before",
        "person_fact",
        "person_name_key",
        "person_protection",
        "person_handler",
        "person_relation",
        "person_representative",
        "person_alike",
        "case_file",
        "case_limit",
        "case_limit_stop",
        "case_limit_extension",
        "case_limit_reminder",
        "document",
        "document_version",
        "draft",
        "case_change",
        "case_field",
        "case_closing",
        "case_link",
        "decision",
        "decision_notification",
        "reorganisation_item",
        "handover",
        "handover_consent",
        "case_opening",
        "case_opening_review",
        "case_drawn",
    ],
    // Accounts are of officials in service, and read with each page: `account` is no table of personal data. A session that
    // begins or ends has its line; that it was used, and that somebody tried, has none.
    unjournalled: &[
        "setting",
        "edition",
        "limit_ladder",
        "reorganisation_run",
        "reorganisation_plan",
        "secluded_case_type",
        "supervising_case_type",
        "account_session",
        "account_attempt",
        "account_browser",
        "account_asked",
    ],
};

/// Where casework happens. Cloned freely.
#[derive(Debug, Clone)]
pub struct House {
    /// The database, opened with [`RULES`].
    pub store: Store,
    /// The register that is in force.
    pub register: Arc<Register>,
    /// The zone in which a day begins and ends.
    pub zone: TimeZone,
    /// Where the bytes of documents lie. Without it, there are none to be added or read.
    pub contents: Option<Contents>,
}

impl House {
    /// Moves in: the tables are as they must be, and the register's edition is kept in the database.
    ///
    /// # Errors
    /// When the tables are older or newer than this program, or the database refuses.
    pub async fn new(store: Store, register: Arc<Register>, zone: TimeZone) -> Result<Self, Error> {
        store.check_schema().await?;
        keep_edition(&store, &register).await?;
        opening::seclude(&store, &register).await?;
        Ok(Self { store, register, zone, contents: None })
    }

    /// Keeps the bytes of documents there.
    #[must_use]
    pub fn keeping(self, contents: Contents) -> Self {
        Self { contents: Some(contents), ..self }
    }

    /// The day that an instant falls on here.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The instant in which a day begins here; where the clocks skip midnight, the first instant there is.
    ///
    /// # Errors
    /// When the day lies outside of what can be counted.
    pub fn start_of(&self, day: Date) -> Result<Timestamp, jiff::Error> {
        Ok(day.to_zoned(self.zone.clone())?.start_of_day()?.timestamp())
    }
}

/// Keeps the files of the register's edition, so that whatever was answered from it can be replayed.
async fn keep_edition(store: &Store, register: &Register) -> Result<(), Error> {
    let id = register.edition.as_str();
    let known = store
        .read(|view: View| async move {
            view.fetch_one("select count(*) as n from edition where id = $1", args![id]).await?.get::<i64>("n")
        })
        .await?;
    if known > 0 {
        return Ok(());
    }
    let texts: BTreeMap<&str, &str> = register.files.all().map(|file| (&*file.path, file.text.as_str())).collect();
    let files = serde_json::to_vec(&texts)
        .map_err(|fault| Error::Statement(format!("the register cannot be written out: {fault}")))?;
    let files = &files;
    store
        .write(|unit: Unit| async move {
            let sql = "insert into edition (id, files, first_used) values ($1, $2, $3) on conflict (id) do nothing";
            unit.execute(sql, args![id, files.as_slice(), unit.now()]).await?;
            Ok(())
        })
        .await
}
