//! The statements about hand-overs. What they may not do, the database refuses by itself: see the migration `handover`.

use jiff::Timestamp;
use jiff::civil::Date;
use storage::{Error, Row, Unit, View, args};
use uuid::Uuid;

use super::model::{AnswerTime, ConsentStep, HandOver, SaidBy, Stage};
use crate::post::Acting;

const COLUMNS: &str = "handover.id, handover.case_id, from_holding, from_organ, to_organ, ground, fact_id, why, edition, \
    not_before, answer_length, answer_rule, offered_at, offered_by, state, handover.rung, consent, effect_at, effect_by, \
    settled_at, reason, note, version, handover_rung.organ as rung_organ, handover_rung.tie as rung_tie, \
    handover_rung.answer_by as rung_answer_by";

const JOINED: &str = "handover join handover_rung \
    on handover_rung.handover_id = handover.id and handover_rung.rung = handover.rung";

fn handover(row: &Row) -> Result<HandOver, Error> {
    let settled =
        || row.get::<Option<Timestamp>>("settled_at")?.ok_or_else(|| row.contradicts("settled_at", "an instant"));
    let state: String = row.get("state")?;
    let answer_by = row.get("rung_answer_by")?;
    let stage = match state.as_str() {
        "offered" => Stage::Offered { answer_by },
        "lapsed" => Stage::Lapsed {
            rung: u16::try_from(row.get::<i64>("rung")?)
                .map_err(|_| row.contradicts("rung", "the number of a rung"))?,
            organ: row.get("rung_organ")?,
            tie: row.get("rung_tie")?,
            answer_by,
        },
        "accepted" => Stage::Accepted {
            at: settled()?,
            effect: row
                .get::<Option<Timestamp>>("effect_at")?
                .ok_or_else(|| row.contradicts("effect_at", "an instant"))?,
            how: row.parse("effect_by")?,
        },
        "returned" => Stage::Returned { at: settled()?, reason: row.parse("reason")?, note: row.get("note")? },
        "withdrawn" => Stage::Withdrawn { at: settled()?, reason: row.parse("reason")? },
        _ => return Err(row.contradicts("state", "a state of a hand-over")),
    };
    Ok(HandOver {
        id: row.get("id")?,
        case: row.get("case_id")?,
        from_holding: row.get("from_holding")?,
        from: row.get("from_organ")?,
        to: row.get("to_organ")?,
        ground: row.parse("ground")?,
        fact: row.get("fact_id")?,
        why: row.structure("why")?,
        edition: row.get("edition")?,
        not_before: row.get("not_before")?,
        answer: AnswerTime { length: row.parse("answer_length")?, rule: row.parse("answer_rule")? },
        offered: row.get("offered_at")?,
        offered_by: row.get("offered_by")?,
        stage,
        consent: row.parse("consent")?,
        version: row.get("version")?,
    })
}

/// One hand-over.
pub(super) async fn one(view: &View, id: Uuid) -> Result<Option<HandOver>, Error> {
    let sql = storage::Built(format!("select {COLUMNS} from {JOINED} where handover.id = $1"));
    view.fetch_optional(sql, args![id]).await?.as_ref().map(handover).transpose()
}

/// The one of a case that waits for its answer.
pub(super) async fn open_of(view: &View, case: Uuid) -> Result<Option<HandOver>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where handover.case_id = $1 and state in ('offered', 'lapsed')"
    ));
    view.fetch_optional(sql, args![case]).await?.as_ref().map(handover).transpose()
}

/// Those of the case of a number, the last first: the one that waits is the last.
pub(super) async fn by_number(view: &View, number: i64) -> Result<Vec<Uuid>, Error> {
    let sql = "select handover.id as id from handover join case_file on case_file.id = handover.case_id
        where case_file.number = $1 order by offered_at desc, handover.id desc";
    view.fetch_all(sql, args![number]).await?.iter().map(|row| row.get("id")).collect()
}

/// All of a case, the first first.
pub(super) async fn of_case(view: &View, case: Uuid) -> Result<Vec<HandOver>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where handover.case_id = $1 order by offered_at, handover.id"
    ));
    view.fetch_all(sql, args![case]).await?.iter().map(handover).collect()
}

/// Those that wait for an answer of an organ, and that it may see.
pub(super) async fn waiting_for(view: &View, organ: &str) -> Result<Vec<HandOver>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where to_organ = $1 and state in ('offered', 'lapsed')
            and consent not in ('needed', 'asked') order by offered_at, handover.id"
    ));
    view.fetch_all(sql, args![organ]).await?.iter().map(handover).collect()
}

/// Those that an organ offered and that wait.
pub(super) async fn offered_by(view: &View, organ: &str) -> Result<Vec<HandOver>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where from_organ = $1 and state in ('offered', 'lapsed')
            order by offered_at, handover.id"
    ));
    view.fetch_all(sql, args![organ]).await?.iter().map(handover).collect()
}

/// Those that climbed to an organ, or past it, and still wait.
pub(super) async fn climbed_to(view: &View, organ: &str) -> Result<Vec<HandOver>, Error> {
    let sql = storage::Built(format!(
        "select {COLUMNS} from {JOINED} where state = 'lapsed' and exists (
            select 1 from handover_rung reached
            where reached.handover_id = handover.id and reached.rung > 0 and reached.organ = $1
        ) and not exists (
            select 1 from case_file x join secluded_case_type s on s.case_type = x.case_type where x.id = handover.case_id
        ) order by offered_at, handover.id"
    ));
    view.fetch_all(sql, args![organ]).await?.iter().map(handover).collect()
}

/// What a list shows of the case.
pub(super) async fn number_and_type(view: &View, case: Uuid) -> Result<(i64, String), Error> {
    let sql = "select number, case_type from case_file where id = $1";
    let row = view.fetch_one(sql, args![case]).await?;
    Ok((row.get("number")?, row.get("case_type")?))
}

/// The open cases of a person, as id.
pub(super) async fn open_cases(view: &View, person: Uuid) -> Result<Vec<Uuid>, Error> {
    let sql = "select id from case_file where person_id = $1 and closed_at is null order by number";
    view.fetch_all(sql, args![person]).await?.iter().map(|row| row.get("id")).collect()
}

/// What a preview tells of the person.
pub(super) struct Told {
    pub municipality: Option<String>,
    pub languages: Vec<String>,
    pub interpreter: Option<String>,
}

/// What a preview tells of the person on a day, as it is believed now. Nothing else about them is read.
pub(super) async fn told(view: &View, person: Uuid, on: Date) -> Result<Told, Error> {
    let sql = "select attribute, value from person_fact
        where person_id = $1 and attribute in ('municipality', 'mother-tongue', 'language', 'interpreter')
            and from_day <= $2 and (until_day is null or until_day > $2) and withdrawn_at is null
        order by case attribute when 'mother-tongue' then 0 else 1 end, slot, value";
    let mut told = Told { municipality: None, languages: Vec::new(), interpreter: None };
    for row in view.fetch_all(sql, args![person, on]).await? {
        let value: String = row.get("value")?;
        match row.get::<String>("attribute")?.as_str() {
            "municipality" => told.municipality = Some(value),
            "interpreter" => told.interpreter = Some(value),
            _ if told.languages.contains(&value) => {}
            _ => told.languages.push(value),
        }
    }
    Ok(told)
}

/// The limits that run in a case: their words, with the last day where there is one.
pub(super) async fn running_limits(view: &View, case: Uuid) -> Result<Vec<(String, Option<Date>)>, Error> {
    let sql = "select limit_word, last_day from case_limit where case_id = $1 and finished_at is null
        order by limit_word";
    let rows = view.fetch_all(sql, args![case]).await?;
    rows.iter().map(|row| Ok((row.get("limit_word")?, row.get("last_day")?))).collect()
}

/// Whether the person is protected on a day.
pub(super) async fn is_protected(view: &View, person: Uuid, on: Date) -> Result<bool, Error> {
    let sql = "select count(*) as n from person_protection
        where person_id = $1 and ended_at is null and from_day <= $2 and (until_day is null or until_day > $2)";
    Ok(view.fetch_one(sql, args![person, on]).await?.get::<i64>("n")? > 0)
}

/// Offers it: the row, and the first rung, which is the receiver's.
pub(super) async fn offer(unit: &Unit, new: &HandOver, organ: &str) -> Result<(), Error> {
    let sql = "insert into handover (id, case_id, from_holding, from_organ, to_organ, ground, fact_id, why, edition, \
        not_before, answer_length, answer_rule, offered_at, offered_by, offered_organ, state, rung, consent, version) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'offered', 0, $16, 1)";
    let why = storage::structure(&new.why)?;
    let row = args![
        new.id,
        new.case,
        new.from_holding,
        &new.from,
        &new.to,
        new.ground.word(),
        new.fact,
        why,
        &new.edition,
        new.not_before,
        new.answer.length.to_string(),
        new.answer.rule.name(),
        new.offered,
        &new.offered_by,
        organ,
        new.consent.word(),
    ];
    unit.execute(sql, row).await?;
    let answer_by = match new.stage {
        Stage::Offered { answer_by } => answer_by,
        _ => None,
    };
    rung(unit, new.id, 0, &new.to, "lead", answer_by).await
}

async fn rung(
    unit: &Unit,
    id: Uuid,
    rung: u16,
    organ: &str,
    tie: &str,
    answer_by: Option<Timestamp>,
) -> Result<(), Error> {
    let sql = "insert into handover_rung (handover_id, rung, organ, tie, begun_at, answer_by) \
        values ($1, $2, $3, $4, $5, $6)";
    unit.execute(sql, args![id, i64::from(rung), organ, tie, unit.now(), answer_by]).await?;
    Ok(())
}

/// Settles it; the version is the one that was read.
pub(super) async fn settle(unit: &Unit, settled: &HandOver, acting: &Acting) -> Result<(), Error> {
    let (effect, how, reason, note) = match &settled.stage {
        Stage::Accepted { effect, how, .. } => (Some(*effect), Some(how.word()), None, None),
        Stage::Returned { reason, note, .. } => (None, None, Some(reason.word()), note.as_deref()),
        Stage::Withdrawn { reason, .. } => (None, None, Some(reason.word()), None),
        Stage::Offered { .. } | Stage::Lapsed { .. } => return Err(Error::Statement("it is not settled".to_owned())),
    };
    let sql = "update handover set state = $3, effect_at = $4, effect_by = $5, settled_at = $6, settled_by = $7, \
        settled_organ = $8, reason = $9, note = $10, version = version + 1 \
        where id = $1 and version = $2 and state in ('offered', 'lapsed')";
    let row = args![
        settled.id,
        settled.version,
        settled.stage.word(),
        effect,
        how,
        unit.now(),
        acting.post(),
        acting.organ(),
        reason,
        note,
    ];
    unit.change_one(sql, row).await
}

/// Climbs to the rung that the stage names.
pub(super) async fn climb(unit: &Unit, climbed: &HandOver) -> Result<(), Error> {
    let Stage::Lapsed { rung: to, organ, tie, answer_by } = &climbed.stage else {
        return Err(Error::Statement("it has not lapsed".to_owned()));
    };
    let left = "update handover_rung set left_at = $3 where handover_id = $1 and rung = $2 and left_at is null";
    unit.change_one(left, args![climbed.id, i64::from(*to) - 1, unit.now()]).await?;
    rung(unit, climbed.id, *to, organ, tie, *answer_by).await?;
    let sql = "update handover set state = 'lapsed', rung = $3, version = version + 1 where id = $1 and version = $2";
    unit.change_one(sql, args![climbed.id, climbed.version, i64::from(*to)]).await
}

/// The organs of the rungs so far, the receiver first.
pub(super) async fn reached(view: &View, id: Uuid) -> Result<Vec<String>, Error> {
    let sql = "select organ from handover_rung where handover_id = $1 order by rung";
    view.fetch_all(sql, args![id]).await?.iter().map(|row| row.get("organ")).collect()
}

/// Those whose time has passed, the longest first.
pub(super) async fn due(view: &View, now: Timestamp, limit: u32) -> Result<Vec<Uuid>, Error> {
    let sql = "select handover_id from handover_rung where left_at is null and answer_by <= $1 \
        order by answer_by, handover_id limit $2";
    view.fetch_all(sql, args![now, i64::from(limit)]).await?.iter().map(|row| row.get("handover_id")).collect()
}

/// Writes that an organ reminded the receiver.
pub(super) async fn remind(unit: &Unit, id: Uuid, acting: &Acting) -> Result<(), Error> {
    let sql = "insert into handover_reminder (id, handover_id, organ, recorded_by, recorded_at) \
        values ($1, $2, $3, $4, $5)";
    unit.execute(sql, args![unit.new_id(), id, acting.organ(), acting.post(), unit.now()]).await?;
    Ok(())
}

/// Who reminded and when, the last last.
pub(super) async fn reminders(view: &View, id: Uuid) -> Result<Vec<(String, Timestamp)>, Error> {
    let sql = "select organ, recorded_at from handover_reminder where handover_id = $1 order by recorded_at, id";
    let rows = view.fetch_all(sql, args![id]).await?;
    rows.iter().map(|row| Ok((row.get("organ")?, row.get("recorded_at")?))).collect()
}

/// Writes a step of consent.
pub(super) async fn consent_step(
    unit: &Unit,
    id: Uuid,
    step: ConsentStep,
    said_by: Option<SaidBy>,
    acting: &Acting,
) -> Result<(), Error> {
    let sql = "insert into handover_consent (id, handover_id, step, said_by, recorded_at, recorded_by, \
        recorded_organ) values ($1, $2, $3, $4, $5, $6, $7)";
    let said_by = said_by.map(SaidBy::word);
    let row = args![unit.new_id(), id, step.word(), said_by, unit.now(), acting.post(), acting.organ()];
    unit.execute(sql, row).await?;
    Ok(())
}

/// Where the consent stands after a step; the receiver's time begins where it had not.
pub(super) async fn consent(unit: &Unit, after: &HandOver) -> Result<(), Error> {
    let sql = "update handover set consent = $3, version = version + 1 where id = $1 and version = $2";
    unit.change_one(sql, args![after.id, after.version, after.consent.word()]).await?;
    if let Stage::Offered { answer_by: Some(due) } = after.stage {
        let begins = "update handover_rung set answer_by = $2 \
            where handover_id = $1 and rung = 0 and answer_by is null and left_at is null";
        unit.execute(begins, args![after.id, due]).await?;
    }
    Ok(())
}

/// Writes that what the file held before an instant is closed to those who come to it then.
pub(super) async fn withhold(unit: &Unit, handover: Uuid, case: Uuid, before: Timestamp) -> Result<(), Error> {
    let sql = "insert into handover_withheld (handover_id, case_id, before_at) values ($1, $2, $3)";
    unit.execute(sql, args![handover, case, before]).await?;
    Ok(())
}

/// Opens what was withheld; whether there was anything.
pub(super) async fn open_withheld(unit: &Unit, handover: Uuid, acting: &Acting) -> Result<bool, Error> {
    let sql = "update handover_withheld set opened_at = $2, opened_by = $3 \
        where handover_id = $1 and opened_at is null";
    Ok(unit.execute(sql, args![handover, unit.now(), acting.post()]).await? == 1)
}

/// That a hand-over `w.handover_id` took place: one that was planned and called off withholds nothing.
const TAKEN: &str = "exists (
            select 1 from holding taken
            where taken.case_id = w.case_id and taken.cause_id = w.handover_id and taken.voided_at is null
        )";

/// The instant before which the file of a case is closed to an organ for want of consent; none: it is open. Whoever bore
/// the case before that instant knows what it held then, and is not shut out.
pub(crate) async fn closed_before(view: &View, case: Uuid, organ: &str) -> Result<Option<Timestamp>, Error> {
    let sql = storage::Built(format!(
        "select max(w.before_at) as before_at from handover_withheld w
        where w.case_id = $1 and w.opened_at is null and {TAKEN} and not exists (
                select 1 from holding known
                where known.case_id = $1 and known.organ = $2 and known.voided_at is null
                    and known.from_at < w.before_at
            )"
    ));
    view.fetch_one(sql, args![case, organ]).await?.get("before_at")
}

/// The instant until which an organ that led a case keeps what was written in it, because its papers did not pass on, and
/// their retention has not ended by a day; none: it keeps nothing.
pub(crate) async fn kept_before(
    view: &View,
    case: Uuid,
    organ: &str,
    at: Timestamp,
    today: Date,
) -> Result<Option<Timestamp>, Error> {
    let sql = storage::Built(format!(
        "select max(w.before_at) as before_at
        from handover_withheld w join handover o on o.id = w.handover_id
        where w.case_id = $1 and o.from_organ = $2 and w.opened_at is null and w.before_at <= $3 and {TAKEN}
            and not exists (select 1 from case_closing k where k.case_id = w.case_id and k.keep_until < $4)
            and not exists (
                select 1 from case_file x join secluded_case_type s on s.case_type = x.case_type where x.id = w.case_id
            )"
    ));
    view.fetch_one(sql, args![case, organ, at, today]).await?.get("before_at")
}

/// The instant before which what is known of a person is closed to an organ, because in a case of the person that it came
/// to, the papers did not pass on. An organ that bore another case of the person before that instant is not shut out; one
/// that opens another case afterwards is: the person's refusal is not got round so.
pub(crate) async fn person_closed_before(view: &View, person: Uuid, organ: &str) -> Result<Option<Timestamp>, Error> {
    let sql = storage::Built(format!(
        "select max(w.before_at) as before_at
        from case_file c join handover_withheld w on w.case_id = c.id
        where c.person_id = $1 and {CLOSES_TO_2}"
    ));
    view.fetch_one(sql, args![person, organ]).await?.get("before_at")
}

/// That what is withheld in `w` closes what is known of person `c.person_id` to organ `$2`.
pub(crate) const CLOSES_TO_2: &str = "w.opened_at is null
            and exists (
                select 1 from holding taken
                where taken.case_id = w.case_id and taken.cause_id = w.handover_id and taken.voided_at is null
            )
            and exists (
                select 1 from holding own
                where own.case_id = w.case_id and own.organ = $2 and own.voided_at is null
            )
            and not exists (
                select 1 from case_file k join holding known on known.case_id = k.id
                where k.person_id = c.person_id and known.organ = $2 and known.voided_at is null
                    and known.from_at < w.before_at
            )";

/// The instant until which an organ keeps what is known of a person, because the papers of a case that it led did not pass
/// on; none: it keeps nothing.
pub(crate) async fn person_kept_before(
    view: &View,
    person: Uuid,
    organ: &str,
    at: Timestamp,
    today: Date,
) -> Result<Option<Timestamp>, Error> {
    let sql = storage::Built(format!(
        "select max(w.before_at) as before_at
        from case_file c join handover_withheld w on w.case_id = c.id join handover o on o.id = w.handover_id
        where c.person_id = $1 and o.from_organ = $2 and w.opened_at is null and w.before_at <= $3 and {TAKEN}
            and not exists (select 1 from case_closing k where k.case_id = w.case_id and k.keep_until < $4)
            and not exists (
                select 1 from case_file x join secluded_case_type s on s.case_type = x.case_type where x.id = w.case_id
            )"
    ));
    view.fetch_one(sql, args![person, organ, at, today]).await?.get("before_at")
}

/// Whom a case is about.
pub(super) async fn person_of(view: &View, case: Uuid) -> Result<Option<Uuid>, Error> {
    view.fetch_one("select person_id from case_file where id = $1", args![case]).await?.get("person_id")
}

/// The attribute of a fact, and not its value.
pub(super) async fn attribute_of(view: &View, fact: Uuid) -> Result<String, Error> {
    view.fetch_one("select attribute from person_fact where id = $1", args![fact]).await?.get("attribute")
}

/// The answer time that the set-up chose, as it is written; none: the usual one.
pub(super) async fn answer_time(view: &View) -> Result<Option<String>, Error> {
    let sql = "select value from setting where name = 'handover.answer-time'";
    view.fetch_optional(sql, args![]).await?.map(|row| row.get("value")).transpose()
}

/// Writes the answer time of the set-up.
pub(super) async fn set_answer_time(unit: &Unit, value: &str) -> Result<(), Error> {
    let sql = "insert into setting (name, value) values ('handover.answer-time', $1) \
        on conflict (name) do update set value = excluded.value";
    unit.execute(sql, args![value]).await?;
    Ok(())
}
