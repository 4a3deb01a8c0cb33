//! The statements about the journal's lines.

use std::fmt::Write as _;

use jiff::Timestamp;
use storage::{Built, Error, Row, Value, View};
use uuid::Uuid;

use super::model::{Filter, Line};

/// The most lines that are given at once.
const MOST: u16 = 1000;

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        seq: row.get("seq")?,
        position: row.get("position")?,
        at: row.get("at")?,
        post: row.get("post")?,
        organ: row.get("organ")?,
        duty: row.get("duty")?,
        action: row.get("action")?,
        noun: row.get("noun")?,
        subject: row.get("subject")?,
        version: row.get("version")?,
        person: row.get("person_id")?,
        case: row.get("case_id")?,
        ground: row.get("ground")?,
    })
}

/// Whose lines are told.
#[derive(Debug, Clone, Copy)]
pub(super) enum Within<'a> {
    /// All.
    All,
    /// Those of an organ's own posts, and those in cases that the organ leads at an instant, or led when they closed.
    Organ(&'a str, Timestamp),
}

/// The lines that fit, the newest first.
pub(super) async fn lines(
    view: &View,
    filter: &Filter,
    case: Option<Uuid>,
    within: Within<'_>,
) -> Result<Vec<Line>, Error> {
    let mut sql = String::from(
        "select seq, position, at, post, organ, duty, action, noun, subject, version, person_id, case_id, ground \
         from journal_entry where 1 = 1",
    );
    let mut values: Vec<Value> = Vec::new();
    let mut only = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            let _ = write!(sql, " and {condition} ${}", values.len());
        }
    };
    only("person_id =", filter.person.map(Value::from));
    only("case_id =", case.map(Value::from));
    only("post =", filter.post.as_deref().map(Value::from));
    only("at >=", filter.from.map(Value::from));
    only("at <", filter.until.map(Value::from));
    only("seq <", filter.before.map(Value::from));
    if let Within::Organ(organ, at) = within {
        values.extend([Value::from(organ), Value::from(at)]);
        let (organ, at) = (values.len() - 1, values.len());
        let leads = authorization::sql::in_force_or_at_its_end("h", "c", &format!("${at}"));
        let _ = write!(
            sql,
            " and (organ = ${organ} or exists (select 1 from holding h join case_file c on c.id = h.case_id
                where h.case_id = journal_entry.case_id and h.role = 'lead' and h.organ = ${organ} and {leads}))"
        );
    }
    let _ = write!(sql, " order by seq desc limit {}", filter.at_most.clamp(1, MOST));
    view.fetch_all(Built(sql), values).await?.iter().map(line).collect()
}
