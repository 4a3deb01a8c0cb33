//! Taking a step in a case, with what is written down in it; also one that makes a decision, or ends the case: what that
//! means is shown first. When somebody else changed the case meanwhile, what they wrote stands beside what one wrote oneself.

use axum::Form;
use axum::extract::Path;
use casework::case;
use casework::case::field::{self, CaseField, FieldValue, Given};
use casework::case::reading::WholeCase;
use casework::case::rules::{Against, NextStep};
use casework::decision::NewDecision;
use casework::{Error, Refusal};
use register::resolved::{CaseStep, FieldKind, Version};
use web::components::Link;
use web::register::telling::begun;

use super::done;
use crate::form::{About, At, Changed, Choice, Field, FormPage, Input, Sent, Values, read_day, written_day};
use crate::said::{Wrong, refused, stands_against, wrong_field};
use crate::shell::{Answer, Instead, OrPage as _};

/// The case of a number in an address.
pub async fn opened(at: &At, number: &str) -> Result<WholeCase, Instead> {
    let read = number.parse::<i64>().ok().filter(|read| read.to_string() == number);
    let number = read.ok_or_else(|| at.absent())?;
    let id = at.house().case_by_number(at.acting(), number).await.or_page(&at.visit)?;
    at.house().case(at.acting(), id).await.or_page(&at.visit)
}

/// The way back to a case, with its name.
pub fn back_to(at: &At, whole: &WholeCase) -> Link {
    let t = at.t();
    let title = t.w.desk_case_title(&whole.case.number.to_string(), &t.case_type(&whole.case.case_type));
    Link::to(title, t.case_href(whole.case.number))
}

/// What a draft about a case is about.
pub fn about(whole: &WholeCase) -> About {
    About { case: Some(whole.case.id), person: None }
}

struct Taking<'a> {
    at: &'a At,
    whole: WholeCase,
    version: &'a Version,
    step: &'a CaseStep,
}

impl<'a> Taking<'a> {
    async fn of(at: &'a At, number: &str, step: &str) -> Result<Self, Instead> {
        let whole = opened(at, number).await?;
        let version = at.t().version(&whole.case).ok_or_else(|| at.absent())?;
        let step = version.step(step).ok_or_else(|| at.absent())?;
        Ok(Self { at, whole, version, step })
    }

    fn next(&self) -> Option<&NextStep> {
        self.whole.steps.iter().find(|one| one.step == self.step.id)
    }

    fn ends(&self) -> bool {
        self.next().is_some_and(|next| next.ends)
    }

    fn present(&self, id: &str) -> Option<&CaseField> {
        self.whole.fields.present.iter().find(|one| one.field == id)
    }

    fn stands(&self, id: &str) -> String {
        self.present(id).and_then(|one| one.value.as_ref()).map(raw).unwrap_or_default()
    }

    /// What differs from what stands in the case. A field that was not sent stays as it is.
    fn given(&self, sent: &Sent) -> Vec<Given> {
        let mut given = Vec::new();
        for field in &self.version.fields {
            let name = name_of(&field.id);
            if !sent.has(&name) {
                continue;
            }
            let written = sent.get(&name).trim().to_owned();
            if written == self.stands(&field.id).trim() {
                continue;
            }
            let value = match field.kind {
                FieldKind::Day => read_day(&written).map_or(written, |day| day.to_string()),
                _ => written,
            };
            given.push(Given { field: field.id.clone(), value: Some(value).filter(|value| !value.is_empty()) });
        }
        given
    }

    /// The fields in the order of the version: those that the step needs first.
    fn fields(&self, values: &Values) -> Vec<Field> {
        let t = self.at.t();
        let needed = |id: &str| self.step.needs.iter().any(|need| need == id);
        let keeps = self.step.from.contains(&self.step.to);
        let mut fields: Vec<Field> = self
            .version
            .fields
            .iter()
            .map(|field| {
                let choices = |all: &[(String, register::source::Text)]| {
                    let none = Choice::new("", t.w.desk_field_empty());
                    let all = all.iter().map(|(value, title)| Choice::new(value, t.register.text(title)));
                    Input::Radios(std::iter::once(none).chain(all).collect())
                };
                let input = match &field.kind {
                    FieldKind::Text => Input::Line,
                    FieldKind::LongText => Input::Lines,
                    FieldKind::Day | FieldKind::Number => Input::Short,
                    FieldKind::Choice(all) => choices(all),
                    FieldKind::YesNo => Input::Radios(vec![
                        Choice::new("", t.w.desk_field_empty()),
                        Choice::new("yes", t.w.desk_yes()),
                        Choice::new("no", t.w.desk_no()),
                    ]),
                };
                let value = values.of(&name_of(&field.id), self.stands(&field.id));
                let shown = Field::new(name_of(&field.id), begun(t.register.text(&field.title)), input, value);
                let mut hints: Vec<&str> = Vec::new();
                if field.kind == FieldKind::Day {
                    hints.push(t.w.form_day_hint());
                }
                if field.person_sees {
                    hints.push(t.w.form_person_sees());
                }
                // What was begun is seen; what stands as it stood may stay closed.
                let untouched = shown.value.trim() == self.stands(&field.id).trim();
                Field { aside: !needed(&field.id) && !keeps && untouched, ..shown.hint(hints.join(" ")) }
            })
            .collect();
        fields.sort_by_key(|field| !self.step.needs.iter().any(|need| name_of(need) == field.name));
        fields
    }

    fn page(&self, values: &Values) -> FormPage {
        let (t, case) = (self.at.t(), &self.whole.case);
        let title = begun(&t.step(Some(self.version), &self.step.id));
        let address = self.at.visit.href(self.at.visit.address.path());
        let mut page = FormPage::new(self.at.frame(title.clone()), back_to(self.at, &self.whole), address);
        page.told.push((t.w.case_head_status().to_owned(), begun(&t.status(Some(self.version), &case.status))));
        page.told.push((t.w.case_head_to().to_owned(), begun(&t.status(Some(self.version), &self.step.to))));
        page.hide("seen", values.seen().unwrap_or(case.version).to_string());
        if !self.step.results.is_empty() {
            let all = self.step.results.iter();
            let choices = all.map(|word| Choice::new(word, begun(&t.result(Some(self.version), word)))).collect();
            let value = values.of("result", "");
            page.fields.push(Field::new("result", t.w.form_result(), Input::Radios(choices), value));
        }
        page.fields.extend(self.fields(values));
        if self.step.decides && !values.of("although", "").is_empty() {
            page.fields.push(self.although(values));
        }
        page.button = Some(if self.ends() || self.step.decides { t.w.form_go_on().to_owned() } else { title });
        page
    }

    fn although(&self, values: &Values) -> Field {
        let w = self.at.w();
        Field::new("although", w.form_although(), Input::Lines, values.of("although", "")).hint(w.form_although_hint())
    }

    /// What stands against it by what was sent: the same that casework would say.
    fn stands_against(&self, sent: &Sent) -> Wrong {
        let t = self.at.t();
        let given = self.given(sent);
        let mut wrong: Wrong = Vec::new();
        let read = field::read_all(self.version, &given, false);
        for one in self.next().map(|next| next.against.as_slice()).unwrap_or_default() {
            match one {
                Against::Empty(_) | Against::ResultNeeded { .. } | Against::NeedsDecision => {}
                other => wrong.extend(stands_against(&t, Some(self.version), other)),
            }
        }
        let empty: Vec<String> = self
            .step
            .needs
            .iter()
            .filter(|need| match given.iter().find(|one| one.field == **need) {
                Some(given) => given.value.is_none(),
                None => self.stands(need).is_empty(),
            })
            .cloned()
            .collect();
        let result = sent.word("result");
        if casework::case::rules::against_result(self.version, self.step, result.as_deref()).is_some() {
            wrong.extend(stands_against(&t, Some(self.version), &Against::ResultNeeded { of: Vec::new() }));
        }
        if !empty.is_empty() {
            wrong.extend(stands_against(&t, Some(self.version), &Against::Empty(empty)));
        }
        wrong.extend(read.err().unwrap_or_default().iter().map(|one| wrong_field(&t, Some(self.version), one)));
        wrong
    }

    /// Shows what the step means before it is taken.
    fn confirm(&self, sent: &Sent) -> FormPage {
        let (t, w) = (self.at.t(), self.at.w());
        let mut page = self.page(&Values::sent(sent));
        let given: Vec<String> = self.given(sent).into_iter().map(|one| name_of(&one.field)).collect();
        // What stands in the case already is sent along, and not told once more.
        let (told, along): (Vec<Field>, Vec<Field>) = std::mem::take(&mut page.fields)
            .into_iter()
            .partition(|field| !field.name.starts_with("field.") || given.contains(&field.name));
        page.hidden.extend(along.into_iter().map(|field| (field.name, field.value)));
        page.fields = told;
        page.confirm(shown);
        page.lead.push(w.form_look_first().to_owned());
        if self.step.decides {
            page.lead.push(w.form_decides(&t.organ_name(self.at.acting().organ())));
        }
        if self.ends() {
            page.lead.push(w.form_ends().to_owned());
        }
        page.lead.push(w.form_not_undone().to_owned());
        page.button = Some(begun(&t.step(Some(self.version), &self.step.id)));
        page
    }

    /// Somebody else changed the case: their words beside one's own, and nothing is lost. What they alone changed is taken
    /// over; where both wrote, one's own stands in the field and theirs above it.
    async fn conflict(&self, sent: &Sent, seen: i64) -> Answer {
        let (at, t, w) = (self.at, self.at.t(), self.at.w());
        let mut page = self.page(&Values::sent(sent));
        page.hidden.retain(|(name, _)| name != "seen");
        page.hide("seen", self.whole.case.version.to_string());
        for field in &mut page.fields {
            let Some(id) = field.name.strip_prefix("field.").map(str::to_owned) else { continue };
            let Some(written) = self.present(&id).and_then(|one| one.written.as_ref()) else { continue };
            let now = self.stands(&id);
            if written.case_version <= seen || field.value.trim() == now.trim() {
                continue;
            }
            let history = at.house().field_history(at.acting(), self.whole.case.id, &id).await.or_page(&at.visit)?;
            let before = history.iter().rev().find(|one| one.case_version <= seen).and_then(|one| one.value.clone());
            if field.value.trim() == before.unwrap_or_default().trim() {
                field.value = now;
                continue;
            }
            let by = format!("{}, {}", t.organ_name(&written.organ), t.instant(written.at));
            field.changed = Some(Changed { now, by });
            field.aside = false;
        }
        let since: Vec<_> = self.whole.changes.iter().filter(|one| one.case_version > seen).cloned().collect();
        page.conflicts(w.form_conflict_case().to_owned(), done(&t, &since, Some(self.version)));
        page.mend(self.stands_against(sent));
        page.conflicts(w.form_conflict_case().to_owned(), done(&t, &since, Some(self.version)));
        at.answer(page, &Values::sent(sent))
    }

    async fn take(&self, sent: &Sent, seen: i64) -> Result<(), Error> {
        let (house, acting, case) = (self.at.house(), self.at.acting(), self.whole.case.id);
        let (given, result) = (self.given(sent), sent.word("result"));
        if !self.step.decides {
            let taken = house.take_step(acting, case, &self.step.id, seen, &given, result.as_deref()).await;
            return taken.map(drop);
        }
        let although = sent.word("although");
        let new = NewDecision {
            case,
            step: &self.step.id,
            based_on: seen,
            result: result.as_deref(),
            fields: &given,
            although: although.as_deref(),
        };
        house.decide(acting, new).await.map(drop)
    }
}

/// `/{language}/desk/cases/{number}/steps/{step}`.
pub async fn show(at: At, Path((_, number, step)): Path<(String, String, String)>) -> Answer {
    let taking = Taking::of(&at, &number, &step).await?;
    let values = at.draft().await?;
    let mut page = taking.page(&values);
    // What no field can mend is said before anything is written.
    let t = at.t();
    for one in taking.next().map(|next| next.against.as_slice()).unwrap_or_default() {
        if !one.comes_with_the_step() {
            page.lead.extend(stands_against(&t, Some(taking.version), one).into_iter().map(|(_, said)| said));
            page.button = None;
        }
    }
    if page.button.is_none() && values.draft.is_some() {
        // What was begun can no longer be sent; not a word of it is lost.
        page.confirm(shown);
        page.draft = None;
    }
    at.answer(page, &values)
}

/// Sending it.
pub async fn send(
    at: At,
    Path((_, number, step)): Path<(String, String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let sent = Sent(pairs);
    let taking = Taking::of(&at, &number, &step).await?;
    let back = at.t().case_href(taking.whole.case.number);
    if sent.wanted() == "draft" {
        return at.keep(&sent, about(&taking.whole), &back).await;
    }
    let seen = sent.seen().unwrap_or(taking.whole.case.version);
    if sent.wanted() == "change" {
        let values = Values::sent(&sent);
        return at.answer(taking.page(&values), &values);
    }
    if seen != taking.whole.case.version {
        return taking.conflict(&sent, seen).await;
    }
    let far = taking.step.decides || taking.ends();
    let wrong = if far { taking.stands_against(&sent) } else { Wrong::new() };
    if far && wrong.is_empty() && sent.wanted() != "save" {
        return at.answer(taking.confirm(&sent), &Values::default());
    }
    let wrong = if wrong.is_empty() {
        match taking.take(&sent, seen).await {
            Ok(()) => return at.done(&back, if taking.step.decides { "decision" } else { "step" }).await,
            Err(Error::Refused(Refusal::Case(case::Refusal::Stale(_)))) => {
                // Somebody was faster by a moment: what they wrote is read anew.
                return Taking::of(&at, &number, &step).await?.conflict(&sent, seen).await;
            }
            Err(fault) => refused(&at.t(), Some(taking.version), fault).or_page(&at.visit)?,
        }
    } else {
        wrong
    };
    let values = Values::sent(&sent);
    let mut page = taking.page(&values);
    if wrong.iter().any(|(field, _)| field == "although") && !page.fields.iter().any(|one| one.name == "although") {
        page.fields.insert(0, taking.although(&values));
    }
    page.mend(wrong);
    at.answer(page, &values)
}

fn name_of(field: &str) -> String {
    format!("field.{field}")
}

/// A value as it stands in a form.
fn raw(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::YesNo(true) => "yes".to_owned(),
        FieldValue::YesNo(false) => "no".to_owned(),
        FieldValue::Day(day) => written_day(*day),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Choice(word) => word.clone(),
    }
}

/// A value of a field as people read it.
pub fn shown(field: &Field) -> String {
    match &field.input {
        Input::Radios(choices) => {
            let found = choices.iter().find(|choice| choice.value == field.value);
            found.map_or_else(|| field.value.clone(), |choice| choice.title.clone())
        }
        _ => field.value.clone(),
    }
}
