//! The page of a case: who is responsible and why, what is due, what was done and may be done, what is in it; and the ways to
//! all that is done in it.

mod holdings;
mod papers;
pub mod settle;
pub mod step;

use askama::Template;
use authorization::Ground;
use axum::extract::{Path, State as Stored};
use casework::case::reading::WholeCase;
use casework::case::{self, Change, ChangeKind};
use casework::holding::Role;
use casework::limit::{Clock, Standing};
use casework::{Error, Refusal};
use jiff::Timestamp;
use register::resolved::Version;
use web::components::{Breadcrumb, Lines, Link, Reason};
use web::register::telling::begun;
use web::shell::{Frame, Trouble, Visit, page};

use crate::DeskState;
use crate::components::{Cell, Table, Tracks};
use crate::said::{LimitSaid, Teller, did, limit, next_step, person_name};
use crate::shell::{Answer, OrPage as _, Signed};

pub use holdings::{colours, heads, holding_rows, tracks_of};

#[derive(Template)]
#[template(path = "case/page.html")]
struct CasePage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    /// What was just done.
    said: Option<&'static str>,
    status: String,
    duty: Link,
    person: Option<Link>,
    opened: String,
    closed: Option<String>,
    sight: Reason,
    sight_said: String,
    lines: Lines,
    limits: Vec<(LimitSaid, Vec<Link>)>,
    tracks: Tracks,
    holdings: Table,
    steps: Option<Table>,
    done: Option<Table>,
    fields: Vec<(String, Option<String>, String)>,
    documents: Option<Table>,
    /// They are there for named handlers of the protected person alone.
    for_handlers: bool,
    decisions: Option<Table>,
    together: Vec<(Link, String)>,
    hand_overs: Option<Table>,
    add_document: Option<Link>,
    offer: Option<Link>,
    settle: Option<Link>,
}

/// `/{language}/desk/cases/{number}`.
pub async fn show(
    Stored(desk): Stored<DeskState>,
    visit: Visit,
    signed: Signed,
    Path((_, number)): Path<(String, String)>,
) -> Answer {
    // One way to write a number, so that a case has one address.
    let read = number.parse::<i64>().ok().filter(|read| read.to_string() == number);
    let number = read.ok_or_else(|| Trouble::not_found(&visit))?;
    let (house, acting) = (&desk.house, &signed.acting);
    let id = house.case_by_number(acting, number).await.or_page(&visit)?;
    let whole = house.case(acting, id).await.or_page(&visit)?;
    let limits = house.limits_of_case(acting, id).await.or_page(&visit)?;
    // Who reads the case may read all of it but its documents: those of a protected person are for named handlers, and some
    // functions read none.
    let mut for_handlers = false;
    let documents = match house.documents_of_case(acting, id).await {
        Err(Error::Refused(Refusal::Case(case::Refusal::FunctionMayNot { .. }))) => Vec::new(),
        Err(Error::Refused(Refusal::Case(case::Refusal::HandlersOnly { .. }))) => {
            for_handlers = true;
            Vec::new()
        }
        read => read.or_page(&visit)?,
    };
    let decisions = house.decisions_of_case(acting, id).await.or_page(&visit)?;
    let hand_overs = house.hand_overs_of(acting, id).await.or_page(&visit)?;
    let people: Vec<_> = whole.case.person.into_iter().collect();
    let names = house.names_of(acting, &people).await.or_page(&visit)?;

    let t = Teller::new(&desk, &visit);
    let w = visit.w;
    let (case, version) = (&whole.case, t.version(&whole.case));
    let now = house.store.now();
    let title = w.desk_case_title(&number.to_string(), &t.case_type(&case.case_type));
    let frame = signed.frame(&desk, &visit, None, title.clone());
    let person = case.person.map(|person| match names.get(&person) {
        Some(name) => Link::to(person_name(name), t.person_href(person)),
        None => Link::to(w.desk_person_not_named(), t.person_href(person)),
    });
    let closed = whole.closing.as_ref().map(|closing| {
        let kept = closing.keep_until.map(|day| w.case_kept_until(&w.day(day))).unwrap_or_default();
        let said = w.desk_closed_note(&w.day(closing.closed_on), &t.result(version, &closing.result));
        format!("{said} {kept}").trim_end().to_owned()
    });
    let (sight_said, sight) = sight(&t, &whole, now);
    let held = |keeps| {
        whole.held.iter().any(|held| held.holds_at(now) && held.role == Role::Lead && held.between_chairs == keeps)
    };
    let (open, keeps) = (case.closed.is_none() && whole.held.iter().any(|held| held.holds_at(now)), held(true));
    let leads = held(false) || keeps;
    let shown = CasePage {
        breadcrumb: Breadcrumb {
            w,
            steps: vec![Link::to(w.account_desk_title(), t.href("/desk")), Link::plain(title)],
        },
        status: begun(&t.status(version, &case.status)),
        duty: t.duty_link(&case.duty),
        person,
        opened: t.instant(case.opened),
        closed,
        sight,
        sight_said,
        lines: holdings::lines(&t, &whole, now),
        limits: limits.iter().map(|clock| (limit(&t, version, clock), limit_links(&t, &whole, clock, leads))).collect(),
        said: visit.address.value("done").and_then(|what| did(w, what)),
        add_document: (open && !for_handlers)
            .then(|| Link::to(w.document_form_add(), under(&t, number, "documents/new"))),
        offer: (open && leads && !keeps)
            .then(|| Link::to(w.handover_form_offer_title(), under(&t, number, "hand-over"))),
        settle: (open && keeps).then(|| Link::to(w.desk_settle(), under(&t, number, "settle"))),
        tracks: holdings::tracks(&t, &whole, now),
        holdings: Table::new(
            w.desk_line(),
            &heads(w),
            holding_rows(&t, whole.holdings.iter().map(|one| (one, None)), now),
        ),
        steps: steps(&t, &whole, version),
        done: done(&t, &whole.changes, version),
        fields: papers::fields(&t, &whole, version),
        documents: papers::documents(&t, &documents, number, open),
        for_handlers,
        decisions: papers::decisions(&t, &decisions, version, number),
        together: papers::together(&t, &whole),
        hand_overs: papers::hand_overs(&t, &hand_overs),
        frame,
    };
    page(&visit, &shown).or_page(&visit)
}

/// An address under a case.
pub fn under(t: &Teller<'_>, number: i64, rest: &str) -> String {
    format!("{}/{rest}", t.case_href(number))
}

/// What the lead may do with a limit that runs.
fn limit_links(t: &Teller<'_>, whole: &WholeCase, clock: &Clock, leads: bool) -> Vec<Link> {
    let w = t.w;
    if !leads || clock.limit.finished().is_some() || clock.limit.budget.is_none() {
        return Vec::new();
    }
    let to = |act: &str| under(t, whole.case.number, &format!("limits/{}/{act}", clock.limit.id));
    let stands = matches!(clock.standing, Standing::StandsStill { .. });
    let first =
        if stands { Link::to(w.limit_form_resume(), to("resume")) } else { Link::to(w.limit_form_stop(), to("stop")) };
    vec![first, Link::to(w.limit_form_extend(), to("extend"))]
}

/// Why this post sees this: the holding, with its verb, its duty, and where that stands in the law.
fn sight(t: &Teller<'_>, whole: &WholeCase, now: Timestamp) -> (String, Reason) {
    let w = t.w;
    let duty = t.duty(&whole.case.duty);
    let organ = t.organ_name(&whole.why.organ);
    let verbs = whole.held.first().map(|held| t.verbs(held)).unwrap_or_default();
    let said = match &whole.why.ground {
        Ground::Bears { until, .. } if until.is_some_and(|until| until <= now) => {
            w.desk_sight_closed(&duty, &organ, &verbs)
        }
        Ground::Bears { .. } => w.desk_sight(&duty, &organ, &verbs),
        Ground::Keeps { .. } => w.desk_sight_kept(&duty, &organ, &verbs),
        Ground::Drawn { by, why, .. } => w.access_because_drawn(&by.to_string(), &organ, why),
        Ground::Opened { why, until, .. } => w.desk_sight_opened(&t.instant(*until), why),
    };
    let path = whole
        .held
        .iter()
        .map(|held| {
            let (organ, verbs) = (t.organ_name(&held.organ), t.verbs(held));
            format!("{organ} {verbs}: {}", holdings::period(t, held, now))
        })
        .collect();
    let mut cited: Vec<String> = whole.held.iter().flat_map(|held| held.path.basis.clone()).collect();
    cited.dedup();
    let edition = whole.held.first().map(|held| held.edition.clone()).unwrap_or_default();
    let reason = Reason { w, path, rejected: Vec::new(), basis: t.basis(&cited), edition };
    (said, reason)
}

fn steps(t: &Teller<'_>, whole: &WholeCase, version: Option<&Version>) -> Option<Table> {
    if whole.case.closed.is_some() || whole.steps.is_empty() {
        return None;
    }
    let w = t.w;
    // Those that can be taken come first.
    let mut steps: Vec<_> = whole.steps.iter().collect();
    steps.sort_by_key(|step| !step.may());
    let rows = steps
        .into_iter()
        .map(|step| {
            let said = Cell::of(begun(&next_step(t, version, step)));
            let name = begun(&t.step(version, &step.step));
            let name = match step.may() {
                true => Cell::link(name, under(t, whole.case.number, &format!("steps/{}", step.step))),
                false => Cell::of(name),
            };
            let said = if step.against.is_empty() { Cell::default() } else { said };
            vec![name, Cell::of(begun(&t.status(version, &step.to))), said]
        })
        .collect();
    Some(Table::new(w.desk_steps(), &[w.case_head_step(), w.case_head_to(), w.desk_step_needs()], rows))
}

/// What was done, as rows.
fn done(t: &Teller<'_>, changes: &[Change], version: Option<&Version>) -> Option<Table> {
    let w = t.w;
    let rows: Vec<Vec<Cell>> = changes
        .iter()
        .map(|change| {
            let what = match (&change.step, change.what) {
                (Some(step), _) => t.step(version, step),
                (None, ChangeKind::VersionMove) => w.desk_done_version().to_owned(),
                (None, ChangeKind::VersionUndo) => w.desk_done_undone().to_owned(),
                (None, _) => w.desk_done_other().to_owned(),
            };
            let by = if change.organ == "person" {
                Cell::of(w.desk_done_person())
            } else {
                Cell::of(t.organ_name(&change.organ)).quiet(&change.post)
            };
            let result = change.result.as_ref().map(|result| t.result(version, result)).unwrap_or_default();
            vec![
                Cell::of(t.instant(change.at)),
                Cell::of(begun(&what)).quiet(result),
                Cell::of(begun(&t.status(version, &change.to_status))),
                by,
            ]
        })
        .collect();
    let heads = [w.case_head_at(), w.case_head_step(), w.case_head_to(), w.case_head_by()];
    (!rows.is_empty()).then(|| Table::new(w.desk_done(), &heads, rows))
}
