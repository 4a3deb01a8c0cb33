//! The same question through time.

use super::facts::{Facts, Given};
use super::lookup::Refusal;
use super::who::{Answer, Outcome};
use crate::Register;
use crate::resolved::{AttributeKind, Citation, DutyIndex, Force, MunicipalityIndex, OrganIndex, Role, VerbIndex};
use calendar::{Date, Period};
use std::collections::BTreeSet;

/// A stretch of time in which the answer is the same.
#[derive(Debug, Clone)]
pub struct TimeStretch {
    /// When.
    pub period: Period,
    /// The answer on its first day.
    pub answer: Answer,
}

impl Register {
    /// How the answer changes from the register's first day on; equal neighbours are put together.
    ///
    /// A municipality that was merged away is followed into its successor.
    ///
    /// # Errors
    /// [`Refusal::Contradiction`].
    pub fn through_time(
        &self,
        duty: DutyIndex,
        municipality: Option<MunicipalityIndex>,
        facts: &Facts,
    ) -> Result<Vec<TimeStretch>, Refusal> {
        let mut all: Vec<TimeStretch> = Vec::new();
        for day in self.days_of_change(duty, municipality, facts) {
            let there = municipality.map(|municipality| self.there_on(municipality, day));
            let answer = match self.who(duty, there, day, facts) {
                Ok(answer) => answer,
                // Facts that contradict each other on some day of the past are no answer for that stretch.
                Err(Refusal::Contradiction { .. }) if !all.is_empty() || day < self.last_cut(duty) => continue,
                Err(refusal) => return Err(refusal),
            };
            if let Some(last) = all.last_mut() {
                if self.same(&last.answer, &answer) {
                    continue;
                }
                last.period.until = Some(day);
            }
            all.push(TimeStretch { period: Period { from: Some(day), until: None }, answer });
        }
        Ok(all)
    }

    /// The municipality that a municipality had become by a day.
    pub fn there_on(&self, municipality: MunicipalityIndex, day: Date) -> MunicipalityIndex {
        let one = self.resolved.territory.at(municipality);
        match one.merged_into {
            Some(into) if !one.period.contains(day) => self.there_on(into, day),
            _ => municipality,
        }
    }

    fn last_cut(&self, duty: DutyIndex) -> Date {
        self.compiled.duties[usize::from(duty)].starts.last().copied().unwrap_or(self.resolved.begins)
    }

    /// Every day on which the answer could change.
    fn days_of_change(
        &self,
        duty: DutyIndex,
        municipality: Option<MunicipalityIndex>,
        facts: &Facts,
    ) -> BTreeSet<Date> {
        let begins = self.resolved.begins;
        let mut days: BTreeSet<Date> = self.compiled.duties[usize::from(duty)].starts.iter().copied().collect();
        let clauses = &self.resolved.duties[usize::from(duty)];
        for clause in clauses.lead.iter().chain(&clauses.beside) {
            if let Some(bearer) = &clause.bearer {
                days.extend(self.compiled.finders[usize::from(bearer.resolver)].starts());
            }
        }
        for practice in self.resolved.practices.iter().filter(|practice| practice.duties.contains(&duty)) {
            days.extend([practice.period.from, practice.period.until].into_iter().flatten());
        }
        if let Some(municipality) = municipality {
            days.extend(self.resolved.territory.at(municipality).period.until);
        }
        for (attribute, given) in facts.iter() {
            let (Given::Day(day), AttributeKind::Day(bands)) = (given, &self.resolved.words.at(attribute).kind) else {
                continue;
            };
            days.insert(day);
            days.extend(bands.iter().filter_map(|band| band.first_day_out(day)));
        }
        days.into_iter().filter(|day| *day >= begins).collect()
    }

    /// Whether two answers say the same: the same organs, verbs, force and bases.
    fn same(&self, left: &Answer, right: &Answer) -> bool {
        self.said(left) == self.said(right)
    }

    fn said(&self, answer: &Answer) -> Essence {
        let may = |force| u8::from(force == Force::May);
        match &answer.outcome {
            Outcome::Answered { lead, beside, perhaps } => {
                let mut organs = vec![(lead.organ, lead.verb, may(lead.force))];
                organs.extend(beside.iter().map(|one| (one.organ, one.verb, 2)));
                organs.extend(perhaps.iter().map(|one| (one.organ, one.verb, 3)));
                Essence { outcome: 0, organs, basis: self.bases(answer, &lead.clauses, Role::Lead), why: None }
            }
            Outcome::Nobody(nobody) => {
                let why = nobody.clauses.first().and_then(|clause| {
                    self.resolved.duties[usize::from(answer.duty)].lead[usize::from(*clause)].why.as_ref()
                });
                Essence { outcome: 1, why: why.map(|why| why.fi.clone()), ..Essence::default() }
            }
            Outcome::Undetermined(undetermined) => {
                let leads = undetermined.possible.iter().filter_map(|one| one.lead);
                let organs = leads.map(|(organ, force)| (organ, 0, may(force))).collect();
                Essence { outcome: 2, organs, ..Essence::default() }
            }
        }
    }
}

/// What an answer says, for comparing: the outcome, the organs with verb and rank, the bases, the reason.
#[derive(Debug, Default, PartialEq, Eq)]
struct Essence {
    outcome: u8,
    organs: Vec<(OrganIndex, VerbIndex, u8)>,
    basis: Vec<Citation>,
    why: Option<String>,
}
