//! What the organ has to do: cases by what is due, hand-overs to answer, between chairs, reminders.

use std::collections::BTreeMap;

use casework::Error;
use casework::case::Case;
use casework::case::between::BetweenChairs;
use casework::case::by_due::{ByDue, DueCursor};
use casework::case::reading::Listed;
use casework::handover::Stage;
use casework::holding::Between;
use casework::person::Name;
use casework::post::Acting;
use uuid::Uuid;

use crate::components::{Cell, Table};
use crate::said::{Teller, between, left, person_name};

/// Cases on a page.
const MOST: u32 = 40;

/// Rows of the other lists; how many more there are is said.
const FEW: usize = 25;

/// Cases that are due alike.
pub struct Group {
    /// The id of its heading.
    pub id: &'static str,
    /// "Overdue (3)"
    pub title: String,
    /// None: nothing is in it.
    pub table: Option<Table>,
    /// What is said then.
    pub none: String,
}

/// Another list.
pub struct List {
    /// The id of its heading.
    pub id: &'static str,
    /// "Hand-overs to answer (2)"
    pub title: String,
    /// None: nothing is in it.
    pub table: Option<Table>,
    /// What is said then.
    pub none: String,
    /// How many more there are.
    pub more: Option<String>,
}

/// All lists of the desk.
pub struct Lists {
    /// "Our cases (40)"
    pub title: String,
    /// Whether the organ has no open case at all, and what is said then.
    pub nothing: Option<(String, String)>,
    /// The cases by what is due.
    pub groups: Vec<Group>,
    /// Where the list begins, when this is a later page of it.
    pub first: Option<String>,
    /// Where it goes on.
    pub next: Option<String>,
    /// The other lists.
    pub others: Vec<List>,
}

/// Reads where a page of cases begins: a day, or none, and a number: `2024-12-20.7`, `.7`.
pub fn read_cursor(word: &str) -> Option<DueCursor> {
    let (due, number) = word.split_once('.')?;
    let due = if due.is_empty() { None } else { Some(due.parse().ok()?) };
    Some(DueCursor { due, number: number.parse().ok()? })
}

fn write_cursor(cursor: DueCursor) -> String {
    format!("{}.{}", cursor.due.map(|day| day.to_string()).unwrap_or_default(), cursor.number)
}

/// Gathers them.
pub async fn gather(t: &Teller<'_>, acting: &Acting, after: Option<DueCursor>) -> Result<Lists, Error> {
    let house = &t.desk.house;
    let ours = house.cases_by_due(acting, after, Some(MOST)).await?;
    let answer = house.hand_overs_to_answer(acting).await?;
    let lying = house.between_chairs(acting, None, u32::try_from(FEW).ok()).await?;
    let reminders = house.reminders(acting).await?;
    let people: Vec<Uuid> = ours
        .page
        .rows
        .iter()
        .map(|row| &row.case)
        .chain(lying.rows.iter().map(|row| &row.case))
        .filter_map(|case| case.person)
        .collect();
    let names = house.names_of(acting, &people).await?;
    let w = t.w;
    let counted = |what: &str, number: usize| w.desk_counted(&w.number(number), what);
    let few = |all: usize| all.checked_sub(FEW).filter(|more| *more > 0).map(|more| w.desk_more(more));
    let between_count = usize::try_from(ours.counted.between_chairs).unwrap_or(usize::MAX);
    let others = vec![
        List {
            id: "answer",
            title: counted(w.desk_answer(), answer.len()),
            none: w.desk_answer_none().to_owned(),
            more: few(answer.len()),
            table: table(answer.is_empty(), || {
                let rows = answer.iter().take(FEW).map(|one| {
                    let late = |cell: Cell| match &one.hand_over.stage {
                        Stage::Lapsed { .. } => cell.tag(w.desk_answer_late(), true),
                        _ => cell,
                    };
                    let answer_by = match &one.hand_over.stage {
                        Stage::Offered { answer_by } | Stage::Lapsed { answer_by, .. } => *answer_by,
                        _ => None,
                    };
                    vec![
                        Cell::link(one.number.to_string(), t.href(&format!("/desk/hand-overs/{}", one.hand_over.id))),
                        Cell::of(t.case_type(&one.case_type)),
                        Cell::of(t.organ_name(&one.hand_over.from)),
                        Cell::of(t.instant(one.hand_over.offered)),
                        late(Cell::of(answer_by.map(|at| t.instant(at)).unwrap_or_default())),
                    ]
                });
                let heads = [
                    w.case_head_number(),
                    w.case_head_type(),
                    w.desk_answer_from(),
                    w.desk_answer_offered(),
                    w.desk_answer_by(),
                ];
                Table::new(w.desk_answer(), &heads, rows.collect())
            }),
        },
        List {
            id: "between",
            title: counted(w.desk_between(), between_count),
            none: w.desk_between_none().to_owned(),
            more: few(between_count),
            table: table(lying.rows.is_empty(), || {
                let rows = lying.rows.iter().map(|row| {
                    vec![
                        number(t, &row.case),
                        person(t, &row.case, &names),
                        Cell::of(t.case_type(&row.case.case_type)),
                        Cell::of(t.instant(row.cursor.since)),
                        Cell::of(between(t, row)).links(answer_of(t, row)),
                    ]
                });
                let heads = [
                    w.case_head_number(),
                    w.case_head_person(),
                    w.case_head_type(),
                    w.desk_between_since(),
                    w.desk_between_why(),
                ];
                Table::new(w.desk_between(), &heads, rows.collect())
            }),
        },
        List {
            id: "reminders",
            title: counted(w.desk_reminders(), reminders.len()),
            none: w.desk_reminders_none().to_owned(),
            more: few(reminders.len()),
            table: table(reminders.is_empty(), || {
                let today = ours.today;
                let rows = reminders.iter().take(FEW).map(|one| {
                    let law = house.limit_of_law(&one.duty, &one.word);
                    let what = law.map_or(one.word.as_str(), |law| t.register.text(&law.title));
                    vec![
                        due(t, Some(one.last_day), today),
                        Cell::link(one.number.to_string(), t.case_href(one.number)),
                        Cell::of(what),
                        Cell::of(t.instant(one.sent_at))
                            .act(w.desk_acknowledge(), t.href(&format!("/desk/reminders/{}/acknowledge", one.id))),
                    ]
                });
                let heads = [w.limit_head_last_day(), w.limit_head_case(), w.limit_head_what(), w.limit_head_sent()];
                Table::new(w.desk_reminders(), &heads, rows.collect())
            }),
        },
    ];
    Ok(Lists {
        title: counted(w.desk_cases(), usize::try_from(ours.counted.every).unwrap_or(usize::MAX)),
        nothing: (ours.counted.every == 0)
            .then(|| (w.desk_cases_none(&t.organ_name(acting.organ())), w.desk_cases_none_todo().to_owned())),
        groups: groups(t, &ours, &names, after.is_none()),
        first: after.map(|_| t.href("/desk")),
        next: ours.page.next.map(|next| t.href(&format!("/desk?after={}", write_cursor(next)))),
        others,
    })
}

fn groups(t: &Teller<'_>, ours: &ByDue, names: &BTreeMap<Uuid, Name>, first: bool) -> Vec<Group> {
    let w = t.w;
    let counts = ours.counted;
    let rest = counts.every.saturating_sub(counts.overdue).saturating_sub(counts.soon);
    let place = |row: &Listed| match row.due {
        Some(due) if due < ours.today => 0,
        Some(due) if due <= ours.soon => 1,
        _ => 2,
    };
    let all = [
        ("overdue", w.desk_overdue(), counts.overdue, w.desk_overdue_none()),
        ("soon", w.desk_soon(), counts.soon, ""),
        ("rest", w.desk_rest(), rest, ""),
    ];
    let mut groups = Vec::new();
    for (at, (id, what, count, none)) in all.into_iter().enumerate() {
        let rows: Vec<Vec<Cell>> = ours
            .page
            .rows
            .iter()
            .filter(|row| place(row) == at)
            .map(|row| {
                vec![
                    number(t, &row.case),
                    person(t, &row.case, names),
                    Cell::of(t.case_type(&row.case.case_type)),
                    Cell::of(t.role(row.role, row.between_chairs)),
                    Cell::of(t.status(t.version(&row.case), &row.case.status)),
                    due(t, row.due, ours.today),
                ]
            })
            .collect();
        // That nothing is overdue is worth saying; that nothing else is there is seen.
        if rows.is_empty() && (none.is_empty() || !first || count > 0 || counts.every == 0) {
            continue;
        }
        let title = w.desk_counted(&w.number(count), what);
        let heads = [
            w.case_head_number(),
            w.case_head_person(),
            w.case_head_type(),
            w.desk_role(),
            w.case_head_status(),
            w.limit_head_last_day(),
        ];
        let table = table(rows.is_empty(), || Table::new(title.clone(), &heads, rows).by_due());
        groups.push(Group { id, title, table, none: none.to_owned() });
    }
    groups
}

/// Where the next question of a case between chairs is answered; where nothing is open, where it is settled.
fn answer_of(t: &Teller<'_>, row: &BetweenChairs) -> Vec<(String, String)> {
    let attribute = match row.why() {
        None => {
            let to = crate::case::under(t, row.case.number, "settle");
            return vec![(t.w.desk_settle().to_owned(), to)];
        }
        Some(Between::Ask { attribute, .. }) => attribute.as_str(),
        Some(Between::AskMunicipality { .. }) => "municipality",
        Some(_) => return Vec::new(),
    };
    let Some(person) = row.case.person else { return Vec::new() };
    vec![(t.w.desk_between_answer().to_owned(), t.href(&format!("/desk/people/{person}/facts/{attribute}")))]
}

fn table(empty: bool, make: impl FnOnce() -> Table) -> Option<Table> {
    (!empty).then(make)
}

fn number(t: &Teller<'_>, case: &Case) -> Cell {
    Cell::link(case.number.to_string(), t.case_href(case.number))
}

fn person(t: &Teller<'_>, case: &Case, names: &BTreeMap<Uuid, Name>) -> Cell {
    match case.person {
        None => Cell::of("–"),
        Some(person) => match names.get(&person) {
            Some(name) => Cell { typed: true, ..Cell::link(person_name(name), t.person_href(person)) },
            None => Cell::link(t.w.desk_person_not_named(), t.person_href(person)),
        },
    }
}

fn due(t: &Teller<'_>, day: Option<jiff::civil::Date>, today: jiff::civil::Date) -> Cell {
    let Some(day) = day else { return Cell::of(t.w.desk_no_last_day()) };
    let days = i64::from(today.until(day).map_or(0, |span| span.get_days()));
    let cell = Cell::of(t.w.day_short(day));
    if days < 0 { cell.tag(left(t, days), true) } else { cell.quiet(left(t, days)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn where_a_page_begins_is_read_as_it_is_written() {
        for cursor in [DueCursor { due: Some(date(2024, 12, 20)), number: 7 }, DueCursor { due: None, number: 12 }] {
            assert_eq!(read_cursor(&write_cursor(cursor)), Some(cursor));
        }
        for wrong in ["", "7", "x.7", "2024-12-20.", "2024-13-01.7", ".x"] {
            assert_eq!(read_cursor(wrong), None, "{wrong}");
        }
    }
}
