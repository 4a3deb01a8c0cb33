//! One database, two engines: units of work that are wholly kept or not at all, and the journal that tells of each.
//!
//! `sqlite:path` is one file and no server; `postgres://…` is a server with any number of nodes before it. The statements
//! are the same text for both, `$1` for the first value; what differs stands in `dialect.rs` and in the two folders of
//! migrations. The suite in `tests/both_engines` runs on both.
//!
//! | What | Where |
//! |---|---|
//! | open, migrate, close | [`Store`], [`Setup`], [`Migrations`] |
//! | do something, wholly or not at all | [`Store::write`], [`Unit`] |
//! | do something more in the same unit, whatever it is | [`Store::beside`] |
//! | read personal data, and say so | [`Store::look`], [`Look`] |
//! | read what is about nobody | [`Store::read`], [`View`] |
//! | statements | [`View::fetch_all`] and its kin, [`Unit::execute`], [`Unit::change_one`], [`args!`] |
//! | what a row holds | [`Row::get`], [`Row::parse`] |
//! | a line in the journal | [`Entry`], [`Actor`], [`Word`] |
//! | seal, publish heads, verify | [`journal`] |
//! | what can go wrong | [`Error`] |
//!
//! ```no_run
//! use storage::{Actor, Entry, Error, Look, Store, Unit, Word, args};
//! # async fn example(store: &Store, actor: &Actor, person: uuid::Uuid, day: jiff::civil::Date) -> Result<(), Error> {
//! let case = store
//!     .write(|unit: Unit| async move {
//!         let case = unit.new_id();
//!         let sql = "insert into case_file (id, person_id, opened, version) values ($1, $2, $3, 1)";
//!         unit.execute(sql, args![case, person, day]).await?;
//!         unit.journal(Entry::new(actor, Word::of("open"), Word::of("case"), case).person(person).case(case));
//!         Ok::<_, Error>(case)
//!     })
//!     .await?; // on the disk
//!
//! let name: String = store
//!     .look(|look: Look| async move {
//!         let row = look.fetch_one("select id, name from person where id = $1", args![person]).await?;
//!         look.journal(Entry::new(actor, Word::of("read"), Word::of("person"), person).person(person).case(case));
//!         row.get("name")
//!     })
//!     .await?;
//! # drop(name);
//! # Ok(())
//! # }
//! ```
//!
//! # What is promised
//! 1. A unit of work did everything, its lines in the journal included, or nothing. When `write` returns `Ok`, it is on
//!    the disk. When it returns an error, nothing was kept, but for [`Error::Unsure`], which says that it cannot be known,
//!    and [`Store::was_kept`] then tells.
//! 2. A unit sees the database as if it were alone. Others' units may make it be done anew: it does nothing but ask and
//!    write, and what it needs from chance or the clock it takes from [`Unit::new_id`] and [`Unit::now`].
//! 3. Who writes, or reads personal data, and says nothing to the journal, is refused. [`Rules`] names the tables.
//! 4. A failed statement ends its unit. A row that does not hold what it must is [`Error::Contradiction`], never a panic.
//! 5. One unit's failure does not harm those that share its flush.
//!
//! # What to know when writing statements
//! - Only what both engines understand: `count(*)` is a whole number, `cast(sum(x) as bigint)`
//!   (PostgreSQL sums to `numeric`), `true` and `false`, `on conflict … do nothing|update`, row values, window functions,
//!   `update … from`. No `now()`, no `random()`, no `for update`: a unit is as if alone without it.
//! - Values go in as `$1`; a text put together at run time is wrapped in [`Built`], and never contains what somebody sent.
//! - A unit on SQLite keeps all other writers waiting: it reads what it needs, writes, and is done. It never waits for the
//!   network or for another unit, which would wait for it.
//! - Instants are kept to the microsecond.

mod beside;
mod dialect;
mod error;
mod given;
mod guard;
pub mod journal;
mod migration;
mod row;
mod server;
mod store;
mod unit;
mod value;
mod view;
mod writer;

pub use beside::{Beside, Doing};
pub use dialect::Engine;
pub use error::{Error, SchemaFault, Violation, ViolationKind};
pub use given::{Clock, Ids};
pub use guard::Rules;
pub use journal::{Actor, Entry, Word};
pub use migration::{Migration, Migrations};
pub use row::Row;
pub use sqlx::{AssertSqlSafe as Built, SqlSafeStr};
pub use store::{Setup, Store};
pub use unit::{Look, Unit};
pub use value::{FromColumn, Kind, Value, structure};
pub use view::View;
