//! What the database refuses or cannot do.

use storage::{Error, SchemaFault};
use web::words::Words;

use crate::context::Trouble;

/// Says it. What the engine itself said stands in the details, in its own language.
pub fn storage(w: &Words, error: &Error) -> Trouble {
    let engine = |trouble: Trouble| trouble.with("engine", error.to_string());
    match error {
        Error::Stale => Trouble::stale(w.storage_stale()).todo(w.storage_stale_todo()),
        Error::Contended(_) => Trouble::stale(w.storage_contended()).coded("contended").todo(w.storage_again()),
        Error::Busy(_) => engine(Trouble::failed(w.storage_busy()).coded("busy").todo(w.storage_again())),
        Error::TooSlow(_) => engine(Trouble::failed(w.storage_too_slow()).coded("too-slow").todo(w.storage_again())),
        Error::Gone(why) => {
            engine(Trouble::failed(w.storage_gone(why)).coded("database-gone")).todo(w.storage_gone_todo())
        }
        Error::Unsure(unit) => Trouble::failed(w.storage_unsure())
            .coded("unsure")
            .todo(w.storage_unsure_todo(&unit.to_string()))
            .with("unit", unit.to_string()),
        Error::DiskFull => Trouble::failed(w.storage_disk_full()).coded("disk-full").todo(w.storage_disk_full_todo()),
        Error::ReadOnly(_) => engine(Trouble::failed(w.storage_read_only()).coded("read-only")),
        Error::Disk(why) => engine(Trouble::failed(w.storage_disk(why)).coded("disk")),
        Error::Unreadable(why) => engine(Trouble::failed(w.storage_unreadable(why)).coded("unreadable")),
        Error::Address(_) => engine(Trouble::wrong_use(w.storage_address(), w.storage_address_todo()).coded("address")),
        Error::Schema(fault) => schema(w, fault),
        Error::Violation(_) => engine(Trouble::refused(w.storage_violation(&error.to_string())).coded("violation")),
        Error::NotAWord(word) => Trouble::wrong_use(w.storage_not_a_word(word), String::new()).coded("not-a-word"),
        other => engine(Trouble::failed(w.storage_fault(&other.to_string())).coded("fault")),
    }
}

fn schema(w: &Words, fault: &SchemaFault) -> Trouble {
    match fault {
        SchemaFault::Newer(name) => Trouble::failed(w.storage_newer(name))
            .coded("schema-newer")
            .todo(w.storage_newer_todo())
            .with("migration", name.as_str()),
        SchemaFault::Changed(name) => Trouble::failed(w.storage_changed(name))
            .coded("schema-changed")
            .todo(w.storage_changed_todo())
            .with("migration", name.as_str()),
        SchemaFault::Older(due) => {
            Trouble::failed(w.storage_older(*due)).coded("schema-older").todo(w.storage_older_todo()).with("due", *due)
        }
        SchemaFault::Failed { name, why } => {
            Trouble::failed(w.storage_failed(name, why)).coded("migration-failed").with("migration", name.as_str())
        }
    }
}
