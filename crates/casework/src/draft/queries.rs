//! The statements about drafts.

use storage::{Error, Row, Unit, View, args};

use super::model::{Draft, NewDraft, Writer};

const COLUMNS: &str = "id, form, case_id, person_id, saved_at, late";

fn draft(row: &Row) -> Result<Draft, Error> {
    Ok(Draft {
        id: row.get("id")?,
        form: row.get("form")?,
        case: row.get("case_id")?,
        person: row.get("person_id")?,
        content: Vec::new(),
        saved: row.get("saved_at")?,
        late: row.get("late")?,
    })
}

pub(super) async fn keep(unit: &Unit, by: &Writer, new: NewDraft<'_>, content: serde_json::Value) -> Result<(), Error> {
    let sql = "insert into draft
            (id, account_id, post_id, form, case_id, person_id, content, begun_at, saved_at, late)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
        on conflict (account_id, post_id, form) do update
            set content = excluded.content, saved_at = excluded.saved_at, late = excluded.late,
                case_id = excluded.case_id, person_id = excluded.person_id";
    let row = args![
        unit.new_id(),
        by.account,
        by.acting.post(),
        new.form,
        new.case,
        new.person,
        content,
        unit.now(),
        new.late
    ];
    unit.execute(sql, row).await.map(drop)
}

pub(super) async fn one(view: &View, by: &Writer, form: &str) -> Result<Option<Draft>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS}, content from draft where account_id = $1 and post_id = $2 and form = $3"
    ));
    let Some(row) = view.fetch_optional(sql, args![by.account, by.acting.post(), form]).await? else { return Ok(None) };
    Ok(Some(Draft { content: row.structure("content")?, ..draft(&row)? }))
}

pub(super) async fn all(view: &View, by: &Writer) -> Result<Vec<Draft>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from draft where account_id = $1 and post_id = $2 order by saved_at desc, id"
    ));
    view.fetch_all(sql, args![by.account, by.acting.post()]).await?.iter().map(draft).collect()
}

/// The draft that was removed.
pub(super) async fn remove(unit: &Unit, by: &Writer, form: &str) -> Result<Option<Draft>, Error> {
    let Some(found) = one(unit, by, form).await? else { return Ok(None) };
    unit.execute("delete from draft where id = $1", args![found.id]).await?;
    Ok(Some(found))
}
