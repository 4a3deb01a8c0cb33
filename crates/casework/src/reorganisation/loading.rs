//! Reads the open cases of a batch with all that decides what becomes of them, in four statements.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, View, args};
use uuid::Uuid;

use super::rules::Stand;
use crate::holding::Cause;
use crate::person::{Birth, Fact};

/// A holding, as far as a reorganisation looks at it.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub id: Uuid,
    pub organ: Arc<str>,
    pub verb: String,
    pub also: Vec<String>,
    pub force: String,
    pub between: bool,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
    pub cause: Cause,
}

impl Held {
    pub fn stand(&self) -> Stand<'_> {
        Stand { organ: &self.organ, verb: &self.verb, also: &self.also, force: &self.force, between: self.between }
    }
}

/// An open case.
#[derive(Debug)]
pub(super) struct Loaded {
    pub number: i64,
    pub id: Uuid,
    pub case_type: Arc<str>,
    pub duty: Arc<str>,
    pub person: Option<Uuid>,
    pub municipality: Option<Arc<str>>,
    pub opener: Arc<str>,
    pub version: i64,
    /// It, its lead or a fact of the person changed since the instant that was asked about.
    pub changed: bool,
    pub birth: Birth,
    pub facts: Vec<Fact>,
    /// Who leads until the instant.
    pub lead: Held,
    /// Leads that are planned for the instant or later, the last one first.
    pub planned: Vec<Held>,
    /// Those beside who have not ended by midnight of the day.
    pub beside: Vec<Held>,
}

/// Which cases.
#[derive(Debug, Clone, Copy)]
pub(super) struct Which<'a> {
    /// Numbers above this one.
    pub after: i64,
    /// So many at most.
    pub limit: i64,
    /// Opened before this instant: midnight of the day.
    pub midnight: Timestamp,
    /// The day whose facts are believed.
    pub day: Date,
    /// The attributes that the register asks about: nothing else that is known of a person is read.
    pub attributes: &'a [String],
    /// Changes since this instant are told.
    pub since: Timestamp,
    /// Only those opened since this instant, or whose lead was written since by others than this run.
    pub again: Option<(Timestamp, Uuid)>,
}

/// The texts that come again and again, each once.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<String, Arc<str>>);

impl Words {
    pub fn of(&mut self, text: String) -> Arc<str> {
        if let Some(known) = self.0.get(&text) {
            return Arc::clone(known);
        }
        let word: Arc<str> = Arc::from(text.as_str());
        self.0.insert(text, Arc::clone(&word));
        word
    }
}

fn list(row: &Row, column: &str) -> Result<Vec<String>, Error> {
    let found: serde_json::Value = row.get(column)?;
    Ok(found.as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned)).collect())
}

const LEAD: &str = "h.id as h_id, h.organ as h_organ, h.verb as h_verb, h.also as h_also, h.force as h_force, \
    h.between_chairs as h_between, h.from_at as h_from, h.cause as h_cause, h.previous as h_previous, \
    b.id as b_id, b.organ as b_organ, b.verb as b_verb, b.also as b_also, b.force as b_force, \
    b.between_chairs as b_between, b.from_at as b_from, b.cause as b_cause";

/// The cases, in the order of their numbers.
pub(super) async fn cases(
    view: &View,
    which: Which<'_>,
    now: Timestamp,
    words: &mut Words,
) -> Result<Vec<Loaded>, Error> {
    // By primary key from where the last batch ended.
    let narrowed = if which.again.is_some() {
        "and (c.opened_at >= $5 or (h.recorded_at >= $5 and (h.cause_id is null or h.cause_id <> $6)))"
    } else {
        ""
    };
    let sql = storage::Built(format!(
        "select c.number, c.id, c.case_type, c.duty, c.person_id, c.municipality, c.opened_organ, c.version,
            p.born_year, p.born_month, p.born_day, {LEAD},
            (c.opened_at > $4 or h.recorded_at > $4 or exists (
                select 1 from person_fact f
                where f.person_id = c.person_id and (f.recorded_at > $4 or f.withdrawn_at > $4)
            )) as changed
        from case_file c
        join holding h on h.id = c.lead_holding
        left join holding b on b.id = h.previous
        left join person p on p.id = c.person_id
        where c.number > $1 and c.closed_at is null and c.opened_at < $2 {narrowed}
        order by c.number limit $3"
    ));
    let mut values = args![which.after, which.midnight, which.limit, which.since];
    if let Some((since, run)) = which.again {
        values.extend(args![since, run]);
    }
    let rows = view.fetch_all(sql, values).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut case = one(row, words)?;
        if case.lead.from > now && case.lead.from >= which.midnight {
            back_to_the_lead_in_force(view, &mut case, row, which.midnight, now, words).await?;
        }
        found.push(case);
    }
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(found) };
    let range = (first.number - 1, last.number);
    let at: HashMap<Uuid, usize> = found.iter().zip(0..).map(|(case, at)| (case.id, at)).collect();
    facts(view, &mut found, &at, range, which).await?;
    beside(view, &mut found, &at, range, which, words).await?;
    Ok(found)
}

fn one(row: &Row, words: &mut Words) -> Result<Loaded, Error> {
    let small = |column: &str| -> Result<Option<i64>, Error> { row.get(column) };
    let municipality: Option<String> = row.get("municipality")?;
    Ok(Loaded {
        number: row.get("number")?,
        id: row.get("id")?,
        case_type: words.of(row.get("case_type")?),
        duty: words.of(row.get("duty")?),
        person: row.get("person_id")?,
        municipality: municipality.map(|code| words.of(code)),
        opener: words.of(row.get("opened_organ")?),
        version: row.get("version")?,
        changed: row.get("changed")?,
        birth: Birth {
            year: small("born_year")?.and_then(|year| i16::try_from(year).ok()),
            month: small("born_month")?.and_then(|month| i8::try_from(month).ok()),
            day: small("born_day")?.and_then(|day| i8::try_from(day).ok()),
        },
        facts: Vec::new(),
        lead: held(row, "h", words)?,
        planned: Vec::new(),
        beside: Vec::new(),
    })
}

fn held(row: &Row, of: &str, words: &mut Words) -> Result<Held, Error> {
    let column = |name: &str| format!("{of}_{name}");
    Ok(Held {
        id: row.get(&column("id"))?,
        organ: words.of(row.get(&column("organ"))?),
        verb: row.get(&column("verb"))?,
        also: list(row, &column("also"))?,
        force: row.get(&column("force"))?,
        between: row.get(&column("between"))?,
        from: row.get(&column("from"))?,
        until: None,
        cause: row.parse(&column("cause"))?,
    })
}

/// The last lead is planned for the instant or later. The one before it was read along; only where that one is planned
/// too is the chain walked further.
async fn back_to_the_lead_in_force(
    view: &View,
    case: &mut Loaded,
    row: &Row,
    midnight: Timestamp,
    now: Timestamp,
    words: &mut Words,
) -> Result<(), Error> {
    let is_planned = |from: Timestamp| from > now && from >= midnight;
    if row.get::<Option<Uuid>>("h_previous")?.is_none() {
        return Ok(());
    }
    let before = held(row, "b", words)?;
    case.planned.push(std::mem::replace(&mut case.lead, before));
    while is_planned(case.lead.from) {
        let sql = "select b.id as b_id, b.organ as b_organ, b.verb as b_verb, b.also as b_also, b.force as b_force,
                b.between_chairs as b_between, b.from_at as b_from, b.cause as b_cause
            from holding h join holding b on b.id = h.previous where h.id = $1";
        let Some(row) = view.fetch_optional(sql, args![case.lead.id]).await? else { return Ok(()) };
        let before = held(&row, "b", words)?;
        case.planned.push(std::mem::replace(&mut case.lead, before));
    }
    Ok(())
}

/// The facts that hold on the day, as they are believed now.
async fn facts(
    view: &View,
    cases: &mut [Loaded],
    at: &HashMap<Uuid, usize>,
    (first, last): (i64, i64),
    which: Which<'_>,
) -> Result<(), Error> {
    let places: Vec<String> = (4..which.attributes.len() + 4).map(|place| format!("${place}")).collect();
    let sql = storage::Built(format!(
        "select c.id, f.attribute, f.slot, f.value, f.from_day
        from case_file c
        join person_fact f on f.person_id = c.person_id
        where c.number > $1 and c.number <= $2 and c.closed_at is null
            and f.withdrawn_at is null and f.from_day <= $3 and (f.until_day is null or f.until_day > $3)
            and f.attribute in ({})
        order by c.number, f.attribute, f.slot",
        places.join(", ")
    ));
    let mut values = args![first, last, which.day];
    values.extend(which.attributes.iter().map(storage::Value::from));
    for row in view.fetch_all(sql, values).await? {
        let Some(case) = at.get(&row.get("id")?).and_then(|at| cases.get_mut(*at)) else { continue };
        case.facts.push(Fact {
            id: Uuid::nil(),
            attribute: row.get("attribute")?,
            slot: row.get("slot")?,
            value: row.get("value")?,
            from: row.get("from_day")?,
            until: None,
            source: String::new(),
            recorded_by: String::new(),
            recorded_organ: String::new(),
            recorded_at: Timestamp::UNIX_EPOCH,
            replaces: None,
            rest_of: None,
            said_at: Timestamp::UNIX_EPOCH,
            said_organ: String::new(),
            withdrawn_at: None,
        });
    }
    Ok(())
}

/// Those beside who have not ended by midnight of the day.
async fn beside(
    view: &View,
    cases: &mut [Loaded],
    at: &HashMap<Uuid, usize>,
    (first, last): (i64, i64),
    which: Which<'_>,
    words: &mut Words,
) -> Result<(), Error> {
    let sql = "select c.id as case_id, h.id, h.organ, h.verb, h.also, h.force, h.from_at, h.until_at, h.cause
        from case_file c
        join holding h on h.case_id = c.id
        where c.number > $1 and c.number <= $2 and c.closed_at is null
            and h.role = 'beside' and h.voided_at is null and (h.until_at is null or h.until_at > $3)
        order by c.number, h.organ, h.verb, h.from_at, h.id";
    for row in view.fetch_all(sql, args![first, last, which.midnight]).await? {
        let Some(case) = at.get(&row.get("case_id")?).and_then(|at| cases.get_mut(*at)) else { continue };
        case.beside.push(Held {
            id: row.get("id")?,
            organ: words.of(row.get("organ")?),
            verb: row.get("verb")?,
            also: list(&row, "also")?,
            force: row.get("force")?,
            between: false,
            from: row.get("from_at")?,
            until: row.get("until_at")?,
            cause: row.parse("cause")?,
        });
    }
    Ok(())
}

/// Running limits of the open cases with numbers above `first` up to `last`: case and how many.
pub(super) async fn limits(view: &View, first: i64, last: i64) -> Result<HashMap<Uuid, i64>, Error> {
    let sql = "select c.id, count(*) as n
        from case_file c
        join case_limit l on l.case_id = c.id
        where c.number > $1 and c.number <= $2 and c.closed_at is null and l.finished_at is null
        group by c.id";
    let rows = view.fetch_all(sql, args![first, last]).await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("n")?))).collect()
}
