//! The statement that the player needs beside the actions of casework.

use jiff::Timestamp;
use storage::{Error, Store, View, args};
use uuid::Uuid;

/// The organ that leads a case at an instant. A holding says nothing of a person.
pub(super) async fn lead(store: &Store, case: Uuid, at: Timestamp) -> Result<Option<String>, Error> {
    store
        .read(|view: View| async move {
            let sql = "select organ from holding where case_id = $1 and role = 'lead' and voided_at is null
                and from_at <= $2 and (until_at is null or until_at > $2) order by from_at desc limit 1";
            view.fetch_optional(sql, args![case, at]).await?.map(|row| row.get("organ")).transpose()
        })
        .await
}
