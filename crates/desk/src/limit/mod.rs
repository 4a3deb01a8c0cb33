//! A time limit in a case: let stand still, counted again, extended; and reminders that were seen.

use axum::Form;
use axum::extract::Path;
use calendar::Length;
use casework::case::reading::WholeCase;
use casework::limit::{Clock, NewExtension, NewStop, Refusal as LimitRefusal};
use casework::{Error, Refusal};
use uuid::Uuid;

use crate::case::step::{about, back_to, opened};
use crate::form::{At, Choice, Field, FormPage, Input, Sent, Values, read_day, written_day};
use crate::said::{Wrong, limit, refused};
use crate::shell::{Answer, Instead, OrPage as _, led_to};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Stop,
    Resume,
    Extend,
}

struct Changing<'a> {
    at: &'a At,
    whole: WholeCase,
    clock: Clock,
    what: What,
}

impl<'a> Changing<'a> {
    async fn of(at: &'a At, number: &str, id: &str, act: &str) -> Result<Self, Instead> {
        let what = match act {
            "stop" => What::Stop,
            "resume" => What::Resume,
            "extend" => What::Extend,
            _ => return Err(at.absent()),
        };
        let whole = opened(at, number).await?;
        let clocks = at.house().limits_of_case(at.acting(), whole.case.id).await.or_page(&at.visit)?;
        let clock = clocks.into_iter().find(|one| one.limit.id.to_string() == id).ok_or_else(|| at.absent())?;
        Ok(Self { at, whole, clock, what })
    }

    fn page(&self, values: &Values) -> FormPage {
        let (at, t, w) = (self.at, self.at.t(), self.at.w());
        let said = limit(&t, t.version(&self.whole.case), &self.clock);
        let title = match self.what {
            What::Stop => w.limit_form_stop(),
            What::Resume => w.limit_form_resume(),
            What::Extend => w.limit_form_extend(),
        };
        let address = at.visit.href(at.visit.address.path());
        let mut page = FormPage::new(at.frame(title), back_to(at, &self.whole), address);
        page.told.push((w.limit_head_what().to_owned(), said.title));
        page.told.extend(said.last_day.map(|day| (w.limit_head_last_day().to_owned(), day)));
        page.told.extend(said.rows.into_iter().take(1));
        let today = written_day(at.house().day(at.house().store.now()));
        let day = |id: &str, label: &str, stands: &str| {
            Field::new(id, label, Input::Short, values.of(id, stands)).hint(w.form_day_hint())
        };
        match self.what {
            What::Stop => {
                page.fields.push(day("from", w.limit_form_from(), &today));
                let until = day("until", w.limit_form_until(), "");
                page.fields.push(until.hint(w.limit_form_until_hint()));
            }
            What::Resume => page.fields.push(day("from", w.limit_form_until(), &today)),
            What::Extend => {
                let seen = self.clock.limit.last_day.map(|day| day.to_string()).unwrap_or_default();
                page.hide("seen", values.of("seen", seen));
                let amount = Field::new("length", w.limit_form_length(), Input::Short, values.of("length", ""));
                page.fields.push(amount.hint(w.limit_form_length_hint()));
                let units = self.units().map(|(word, said)| Choice::new(word, said)).into();
                page.fields.push(Field::new(
                    "unit",
                    w.limit_form_unit(),
                    Input::Radios(units),
                    values.of("unit", "days"),
                ));
            }
        }
        if self.what != What::Resume {
            let reason = Field::new("reason", w.limit_form_reason(), Input::Lines, values.of("reason", ""));
            page.fields.push(reason.hint(w.form_person_sees()));
            let basis = Field::new("basis", w.limit_form_basis(), Input::Line, values.of("basis", ""));
            page.fields.push(basis.hint(w.limit_form_basis_hint()));
        }
        page.button = Some(title.to_owned());
        page
    }

    fn units(&self) -> [(&'static str, &'static str); 5] {
        let w = self.at.w();
        [
            ("days", w.limit_form_days()),
            ("working days", w.limit_form_working_days()),
            ("weeks", w.limit_form_weeks()),
            ("months", w.limit_form_months()),
            ("years", w.limit_form_years()),
        ]
    }

    async fn change(&self, sent: &Sent) -> Result<(), Result<Wrong, Error>> {
        let (house, acting, w) = (self.at.house(), self.at.acting(), self.at.w());
        let mut wrong = Wrong::new();
        let mut day = |name: &str, label: &str| {
            let word = sent.word(name)?;
            let read = read_day(&word);
            if read.is_none() {
                wrong.push((name.to_owned(), w.form_day_wrong(label)));
            }
            read
        };
        let id = self.clock.limit.id;
        let (reason, basis) = (sent.get("reason"), sent.get("basis"));
        let today = house.day(house.store.now());
        match self.what {
            What::Stop => {
                let (from, until) = (day("from", w.limit_form_from()), day("until", w.limit_form_until()));
                if !wrong.is_empty() {
                    return Err(Ok(wrong));
                }
                let new = NewStop { from: from.unwrap_or(today), until, reason: &reason, basis: &basis };
                house.stop_limit(acting, id, new).await.map(drop).map_err(Err)
            }
            What::Resume => {
                let from = day("from", w.limit_form_until());
                if !wrong.is_empty() {
                    return Err(Ok(wrong));
                }
                house.resume_limit(acting, id, from.unwrap_or(today)).await.map(drop).map_err(Err)
            }
            What::Extend => {
                let written = format!("{} {}", sent.get("length").trim(), sent.get("unit"));
                let Ok(by) = written.parse::<Length>() else {
                    return Err(Ok(vec![("length".to_owned(), w.limit_form_length_wrong().to_owned())]));
                };
                let seen = sent.word("seen").and_then(|day| day.parse().ok());
                let new = NewExtension { by, reason: &reason, basis: &basis, seen };
                house.extend_limit(acting, id, new).await.map(drop).map_err(Err)
            }
        }
    }
}

/// `/{language}/desk/cases/{number}/limits/{id}/{stop|resume|extend}`.
pub async fn show(at: At, Path((_, number, id, act)): Path<(String, String, String, String)>) -> Answer {
    let changing = Changing::of(&at, &number, &id, &act).await?;
    let values = at.draft().await?;
    at.answer(changing.page(&values), &values)
}

/// Sending it.
pub async fn send(
    at: At,
    Path((_, number, id, act)): Path<(String, String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let changing = Changing::of(&at, &number, &id, &act).await?;
    let back = at.t().case_href(changing.whole.case.number);
    if sent.wanted() == "draft" {
        return at.keep(&sent, about(&changing.whole), &back).await;
    }
    let values = Values::sent(&sent);
    let wrong = match changing.change(&sent).await {
        Ok(()) => return at.done(&back, "limit").await,
        Err(Ok(wrong)) => wrong,
        Err(Err(Error::Refused(Refusal::Limit(LimitRefusal::Changed { last_day })))) => {
            let now = Changing::of(&at, &number, &id, &act).await?;
            let mut page = now.page(&values);
            page.hidden.retain(|(name, _)| name != "seen");
            page.hide("seen", last_day.map(|day| day.to_string()).unwrap_or_default());
            page.conflicts(at.w().form_conflict_limit().to_owned(), None);
            return at.answer(page, &values);
        }
        Err(Err(fault)) => refused(&at.t(), None, fault).or_page(&at.visit)?,
    };
    let mut page = changing.page(&values);
    page.mend(wrong);
    at.answer(page, &values)
}

/// `/{language}/desk/reminders/{id}/acknowledge`.
pub async fn acknowledge(at: At, Path((_, id)): Path<(String, String)>) -> Answer {
    let id: Uuid = id.parse().map_err(|_| at.absent())?;
    match at.house().acknowledge_reminder(at.acting(), id).await {
        // That a colleague was faster is as good.
        Ok(_) | Err(Error::Refused(Refusal::Limit(LimitRefusal::Acknowledged { .. }))) => {
            Ok(led_to(&at.t().href("/desk?done=acknowledged")))
        }
        Err(fault) => Err(fault).or_page(&at.visit),
    }
}
