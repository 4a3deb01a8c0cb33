//! The answer: who leads, who stands beside, why, on which basis, and how it changes through time.

use askama::Template;
use calendar::Date;
use register::Register;
use register::ask::{Answer, Bearing as Held, Outcome, Possible, TimeStretch};
use register::resolved::{AttributeKind, Citation, Duty, Limit, Role, Status};

use super::asked::{Asked, Place};
use super::steps::{known, top};
use crate::components::{
    Basis, Bearing, Breadcrumb, ErrorSummary, Holder, Known, Line, Lines, Link, Notice, Reason, Rejected, Stretch,
    TimeLine, Whom,
};
use crate::register::Telling;
use crate::register::telling::{begun, certainties, force};
use crate::said;
use crate::shell::{Frame, Visit};

/// A time limit that applies.
#[derive(Debug)]
pub struct LimitLine {
    /// "Planen ska göras: 2 månader"
    pub what: String,
    /// From when it is counted, for whom, what is to be assessed.
    pub more: Vec<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

/// The page with the answer.
#[derive(Debug, Template)]
#[template(path = "register/who/answer.html")]
pub struct AnswerPage {
    frame: Frame,
    breadcrumb: Breadcrumb,
    errors: ErrorSummary,
    duty: Link,
    where_when: String,
    nobody: bool,
    lines: Lines,
    why: Vec<String>,
    todo: Option<Link>,
    open: Option<Open>,
    provided: Vec<String>,
    notices: Vec<Notice>,
    reason: Option<Reason>,
    above: Option<Lines>,
    limits: Vec<LimitLine>,
    timeline: Option<TimeLine>,
    notes: Vec<Notice>,
    known: Option<Known>,
    share: String,
    api: String,
    again: String,
}

/// What is still possible when not everything is known.
#[derive(Debug)]
pub struct Open {
    /// What stands in the way.
    pub what: String,
    /// The answers that remain: who, and for whom.
    pub possible: Vec<(Line, Vec<Whom>)>,
}

/// The duty that helps somebody for whom nobody is responsible.
const GUIDANCE: &str = "guidance-and-advice";

/// Everything that is needed to say one answer.
struct Saying<'a> {
    visit: &'a Visit,
    register: &'a Register,
    telling: Telling<'a>,
    asked: &'a Asked,
    answer: &'a Answer,
    duty: &'a Duty,
}

/// The page with the answer.
pub fn page(visit: &Visit, register: &Register, asked: &Asked, answer: &Answer) -> AnswerPage {
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    let saying = Saying { visit, register, telling: Telling::new(register, visit.w), asked, answer, duty };
    saying.page()
}

impl Saying<'_> {
    fn page(&self) -> AnswerPage {
        let w = self.visit.w;
        let title = self.telling.text(&self.duty.title).to_owned();
        let address = self.asked.address(self.visit, self.register);
        let language = self.visit.language();
        let nobody = matches!(self.answer.outcome, Outcome::Nobody(_));
        let (frame, errors) = top(self.visit, w.who_answer_title(&title), &self.asked.faults, &[]);
        let mut page = AnswerPage {
            frame,
            breadcrumb: Breadcrumb {
                w,
                steps: vec![Link::to(w.frame_who(), self.visit.href("/who")), Link::plain(title.clone())],
            },
            errors,
            duty: Link::to(title, self.telling.duty_href(&self.duty.id)),
            where_when: w.who_where_when(&w.day(self.answer.on), self.place()),
            nobody,
            lines: Lines { lines: Vec::new() },
            why: Vec::new(),
            todo: None,
            open: None,
            provided: Vec::new(),
            notices: Vec::new(),
            reason: Some(self.reason()),
            above: None,
            limits: if nobody { Vec::new() } else { self.limits() },
            timeline: self.timeline(),
            notes: self.notes(),
            known: known(self.visit, self.register, self.asked),
            share: address.with("on", &self.answer.on.to_string()).href(language),
            api: self.api(),
            again: self.visit.href("/who"),
        };
        match &self.answer.outcome {
            Outcome::Answered { lead, beside, perhaps } => self.answered(&mut page, lead, beside, perhaps),
            Outcome::Nobody(nobody) => self.nobody(&mut page, &nobody.clauses),
            Outcome::Undetermined(open) => {
                page.reason = None;
                page.open = Some(self.open(&open.possible));
            }
        }
        page
    }

    fn place(&self) -> &str {
        let w = self.visit.w;
        match self.asked.place {
            Place::Municipality(one) => self.telling.municipality(one),
            Place::Abroad => w.who_abroad(),
            Place::Unknown => w.who_place_not_known(),
            Place::NotSaid => w.who_country(),
        }
    }

    fn answered(&self, page: &mut AnswerPage, lead: &Held, beside: &[Held], perhaps: &[Held]) {
        let w = self.visit.w;
        page.lines.lines.push(self.lead(lead));
        page.lines.lines.extend(beside.iter().map(|one| self.beside(one)));
        page.lines.lines.extend(perhaps.iter().map(|one| {
            let mut line = self.beside(one);
            line.tags.push(w.who_beside_perhaps().to_owned());
            line
        }));
        for clause in lead.clauses.iter().map(|clause| &self.duty.lead[usize::from(*clause)]) {
            let provided = clause.provided.as_ref().map(|text| self.telling.text(text).to_owned());
            page.provided.extend(provided.filter(|text| !page.provided.contains(text)));
            if let Some(note) = &clause.note {
                let note = Notice::plain(w.who_note_clause(), vec![self.telling.text(note).to_owned()]);
                if !page.notices.contains(&note) {
                    page.notices.push(note);
                }
            }
        }
        for certainty in certainties(lead.certainty, Status::Verified) {
            page.notices.insert(0, Notice::certainty(w, certainty));
        }
        page.notices.extend(self.area_notice(lead));
        page.above = self.above(lead);
    }

    /// How sure it is that the municipality belongs to the organ's area, where it is not.
    fn area_notice(&self, lead: &Held) -> Option<Notice> {
        let w = self.visit.w;
        let meaning = match lead.status {
            Status::Verified => return None,
            Status::Unconfirmed => w.said_unconfirmed(),
            Status::Eliminated => w.said_eliminated(),
        };
        let mut body = vec![meaning.to_owned()];
        let note = lead.clauses.iter().find_map(|clause| {
            let clause = &self.duty.lead[usize::from(*clause)];
            match self.register.step(clause, self.answer.municipality, self.answer.on)? {
                register::ask::Step::Area { note, .. } | register::ask::Step::Instrument { note, .. } => note,
                register::ask::Step::Named(_) | register::ask::Step::Itself(_) => None,
            }
        });
        body.extend(note.map(|note| self.telling.text(&note).to_owned()));
        Some(Notice::amber(w.component_certainty_unconfirmed(), body))
    }

    fn lead(&self, lead: &Held) -> Line {
        let w = self.visit.w;
        let mut line = self.line(Bearing::Lead, lead);
        line.organ = self.telling.organ_in_full(lead.organ, self.answer.on);
        line.force = Some(force(lead.force));
        line.because = self.facts_that_decided();
        line.basis = self.telling.short_bases(&self.register.bases(self.answer, &lead.clauses, Role::Lead));
        let since = lead.clauses.iter().filter_map(|clause| self.duty.lead[usize::from(*clause)].period.from).max();
        line.period = since.map(|from| w.responsibility_since(&w.day_short(from)));
        line
    }

    fn beside(&self, one: &Held) -> Line {
        let mut line = self.line(Bearing::Beside, one);
        let cited = if one.clauses.is_empty() {
            self.register.practice_basis(self.answer, one.organ)
        } else {
            self.register.bases(self.answer, &one.clauses, Role::Beside)
        };
        line.basis = self.telling.short_bases(&cited);
        if one.force == register::resolved::Force::May {
            line.force = Some(force(one.force));
        }
        line
    }

    fn line(&self, bearing: Bearing, held: &Held) -> Line {
        let w = self.visit.w;
        let organ = self.telling.organ(held.organ, self.answer.on);
        let mut line = Line::new(w, bearing, organ, self.telling.verbs(held.verb, &held.also));
        line.tags = certainties(held.certainty, held.status).into_iter().map(|one| one.title(w).to_owned()).collect();
        line
    }

    /// The facts that the clause asks for and that are known, in plain words.
    fn facts_that_decided(&self) -> Vec<String> {
        let reason = self.register.reason(self.answer);
        let mut said: Vec<String> = Vec::new();
        for condition in &reason.conditions {
            if let (Some(value), false) = (condition.given, condition.shut_out) {
                let one = said::value_set(self.visit.w, self.register, condition.attribute, 1 << value);
                let title = self.telling.attribute(condition.attribute);
                // A value of a long list says by itself what it is about; "yes", "none" or "the municipality" does not.
                let known = self.register.resolved.words.at(condition.attribute);
                let telling =
                    known.kind == AttributeKind::Age || (known.kind == AttributeKind::Choice && known.values.len() > 6);
                let one = if telling { one } else { self.visit.w.said_fact(title, &one) };
                if !said.contains(&one) {
                    said.push(one);
                }
            }
        }
        said
    }

    fn nobody(&self, page: &mut AnswerPage, clauses: &[u16]) {
        let w = self.visit.w;
        let mut line = Line::new(w, Bearing::Nobody, Link::plain(w.who_nobody_title()), "");
        line.because = self.facts_that_decided();
        line.basis = self.telling.short_bases(&self.register.bases(self.answer, clauses, Role::Nobody));
        page.lines.lines.push(line);
        for clause in clauses.iter().map(|clause| &self.duty.lead[usize::from(*clause)]) {
            let why = clause.why.as_ref().map(|why| self.telling.text(why).to_owned());
            page.why.extend(why.filter(|why| !page.why.contains(why)));
            for certainty in certainties(clause.certainty, Status::Verified) {
                page.notices.push(Notice::certainty(w, certainty));
            }
        }
        if self.duty.id != GUIDANCE && self.register.duty(GUIDANCE).is_ok() {
            let to = self.asked.address(self.visit, self.register).with("duty", GUIDANCE);
            page.todo = Some(Link::to(w.who_nobody_todo(), to.href(self.visit.language())));
        }
    }

    fn open(&self, possible: &[Possible]) -> Open {
        let w = self.visit.w;
        let what =
            if self.asked.place == Place::Unknown { w.who_possible_municipality() } else { w.who_undetermined_what() };
        let lines = possible.iter().map(|one| {
            let line = match one.lead {
                Some((organ, must)) => Line {
                    force: Some(force(must)),
                    ..Line::new(w, Bearing::Beside, self.telling.organ(organ, self.answer.on), "")
                },
                None => Line::new(w, Bearing::Nobody, Link::plain(w.who_nobody_title()), ""),
            };
            (line, self.conditions(&one.clauses))
        });
        let mut possible: Vec<(Line, Vec<Whom>)> = lines.collect();
        if possible.is_empty() {
            // Whoever it is hangs on the municipality; at least the kind of organ can be named.
            let mut kinds: Vec<(String, Vec<Whom>)> = Vec::new();
            for clause in self.duty.lead.iter().filter(|clause| clause.period.contains(self.answer.on)) {
                let kind = begun(&self.telling.bearer(clause));
                match kinds.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, whom)) => whom.push(self.telling.for_whom(clause)),
                    None => kinds.push((kind, vec![self.telling.for_whom(clause)])),
                }
            }
            possible.extend(kinds.into_iter().map(|(kind, mut whom)| {
                whom.dedup();
                (Line::new(w, Bearing::Beside, Link::plain(kind), ""), whom)
            }));
        }
        Open { what: what.to_owned(), possible }
    }

    fn conditions(&self, clauses: &[u16]) -> Vec<Whom> {
        let mut all: Vec<Whom> = Vec::new();
        for clause in clauses {
            let said = self.telling.for_whom(&self.duty.lead[usize::from(*clause)]);
            if !all.contains(&said) {
                all.push(said);
            }
        }
        all
    }

    fn reason(&self) -> Reason {
        let w = self.visit.w;
        let clauses = match &self.answer.outcome {
            Outcome::Answered { lead, .. } => lead.clauses.as_slice(),
            Outcome::Nobody(nobody) => nobody.clauses.as_slice(),
            Outcome::Undetermined(_) => &[],
        };
        let rejected = said::rejected(w, self.register, self.answer);
        Reason {
            w,
            path: said::because(w, self.register, self.answer),
            rejected: rejected.into_iter().map(|(clause, why)| Rejected { clause, why }).collect(),
            basis: self.telling.bases(&self.register.bases(self.answer, clauses, Role::Lead)),
            edition: self.register.edition.short().to_owned(),
        }
    }

    /// Who steers, supervises and advises the lead.
    fn above(&self, lead: &Held) -> Option<Lines> {
        let w = self.visit.w;
        let chain = self.register.chain(lead.organ, self.answer.on);
        let mut lines = Vec::new();
        for link in &chain.above {
            let relation = &self.register.resolved.organs.relations[link.relation];
            for organ in &link.organs {
                let organ = self.telling.organ(*organ, self.answer.on);
                let mut line = Line::new(w, Bearing::Above, organ, self.telling.verbs(relation.verb, &[]));
                line.because.extend(relation.matter.as_ref().map(|matter| self.telling.text(matter).to_owned()));
                line.basis = self.telling.short_bases(&relation.basis);
                line.tags = certainties(relation.certainty, Status::Verified)
                    .into_iter()
                    .map(|one| one.title(w).to_owned())
                    .collect();
                lines.push(line);
            }
        }
        (!lines.is_empty()).then_some(Lines { lines })
    }

    /// The limits in force on the day that the facts do not shut out.
    fn limits(&self) -> Vec<LimitLine> {
        let applies = |limit: &&Limit| limit.period.contains(self.answer.on) && self.fits(limit);
        self.duty.limits.iter().filter(applies).map(|limit| limit_line(&self.telling, limit)).collect()
    }

    fn fits(&self, limit: &Limit) -> bool {
        let words = &self.register.resolved.words;
        let refuses = |(attribute, set): &(u8, u128)| {
            let value = self.answer.facts.value(*attribute, self.answer.on, words);
            value.is_some_and(|value| set >> value & 1 == 0)
        };
        limit.boxes.is_empty() || limit.boxes.iter().any(|one| !one.parts.iter().any(refuses))
    }

    fn notes(&self) -> Vec<Notice> {
        self.duty
            .notes
            .iter()
            .filter(|note| note.period.contains(self.answer.on))
            .map(|note| super::super::duty::note(&self.telling, note))
            .collect()
    }

    fn timeline(&self) -> Option<TimeLine> {
        let w = self.visit.w;
        let through =
            self.register.through_time(self.answer.duty, self.answer.municipality, &self.answer.facts).ok()?;
        let begins = self.register.resolved.begins;
        let stretches: Vec<Stretch> = through
            .iter()
            .map(|one| {
                let first = one.period.from.unwrap_or(begins);
                let (who, cited) = match &one.answer.outcome {
                    Outcome::Answered { lead, .. } => (
                        Holder::Organ(self.telling.organ(lead.organ, first)),
                        self.register.bases(&one.answer, &lead.clauses, Role::Lead),
                    ),
                    Outcome::Nobody(_) => (Holder::Nobody, self.bases_of_gap(one)),
                    Outcome::Undetermined(open) => {
                        let mut links: Vec<Link> = Vec::new();
                        for (organ, _) in open.possible.iter().filter_map(|one| one.lead) {
                            let link = self.telling.organ(organ, first);
                            // Must and may of the same organ are one possibility here.
                            if !links.contains(&link) {
                                links.push(link);
                            }
                        }
                        (Holder::Unknown(links), Vec::new())
                    }
                };
                Stretch {
                    from: one.period.from.filter(|from| *from > begins),
                    until: one.period.until,
                    who,
                    basis: self.telling.short_bases(&cited),
                }
            })
            .collect();
        let last = stretches.iter().filter_map(|one| one.from).max().unwrap_or(begins);
        Some(TimeLine {
            w,
            id: "time".to_owned(),
            about: w.who_where_when(self.telling.text(&self.duty.title), self.place()),
            begins,
            ends: end_of_drawing(last, self.visit.today, self.answer.on),
            today: self.visit.today,
            asked: Some(self.answer.on),
            stretches,
        })
    }

    /// A gap is one stretch through several acts: the bases of each of them, as asked on the days they change.
    fn bases_of_gap(&self, stretch: &TimeStretch) -> Vec<Citation> {
        let first = stretch.answer.on;
        let mut days: Vec<Date> = self
            .duty
            .lead
            .iter()
            .filter_map(|clause| clause.period.from)
            .filter(|day| *day > first && stretch.period.contains(*day))
            .chain([first])
            .collect();
        days.sort_unstable();
        days.dedup();
        let mut cited: Vec<Citation> = Vec::new();
        for day in days {
            let one = &stretch.answer;
            let Ok(answer) = self.register.who(one.duty, one.municipality, day, &one.facts) else { continue };
            let Outcome::Nobody(nobody) = &answer.outcome else { continue };
            for citation in self.register.bases(&answer, &nobody.clauses, Role::Nobody) {
                if !cited.contains(&citation) {
                    cited.push(citation);
                }
            }
        }
        cited
    }

    /// The same question for programs.
    fn api(&self) -> String {
        let address = self.asked.address(self.visit, self.register).with("on", &self.answer.on.to_string());
        let href = address.with("lang", self.visit.language().code()).href(self.visit.language());
        let query = href.split_once('?').map(|(_, query)| query).unwrap_or_default();
        format!("/api/v1/register/who?{query}")
    }
}

/// A limit in words.
pub fn limit_line(telling: &Telling<'_>, limit: &Limit) -> LimitLine {
    let w = telling.w;
    let mut more = Vec::new();
    more.extend(limit.starts.as_ref().map(|event| w.who_limit_starts(telling.text(event))));
    let whom = said::limit_for_whom(w, telling.register, limit);
    if !whom.is_everybody() {
        more.push(w.said_fact(w.situation_for(), &whom.sentence(w)));
    }
    more.extend(limit.provided.as_ref().map(|text| w.said_provided(telling.text(text))));
    more.extend(limit.note.as_ref().map(|note| telling.text(note).to_owned()));
    LimitLine {
        what: w.who_limit(&telling.length(limit.budget), telling.text(&limit.title)),
        more,
        basis: telling.short_bases(&limit.basis),
    }
}

/// The first of January after all that is to be seen, with a year's room.
fn end_of_drawing(last_cut: Date, today: Date, asked: Date) -> Date {
    let latest = last_cut.max(today).max(asked);
    Date::new(latest.year().saturating_add(2).min(9999), 1, 1).unwrap_or(latest)
}
