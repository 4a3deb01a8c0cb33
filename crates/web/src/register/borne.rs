//! A duty as an organ bears it: for whom, must or may, on which basis. The pages of organs, municipalities and the
//! picture tell it alike.

use calendar::Date;
use register::ask::OrganDuty;
use register::resolved::{Clause, Force, OrganIndex, Role, Status};

use super::telling::{Telling, certainties};
use crate::components::{Basis, Link};
use crate::said::for_whom;

/// A duty as an organ bears it.
#[derive(Debug, Clone, PartialEq)]
pub struct Borne {
    /// The duty, with its page.
    pub duty: Link,
    /// What it is.
    pub summary: String,
    /// "ordnar och planerar"
    pub verbs: String,
    /// The clauses.
    pub clauses: Vec<BorneClause>,
}

/// One clause of it.
#[derive(Debug, Clone, PartialEq)]
pub struct BorneClause {
    /// For whom; empty: for everybody.
    pub whom: String,
    /// It may, but need not.
    pub may: bool,
    /// A judgement an official makes.
    pub provided: Option<String>,
    /// "slutsats", "bara i utgångstexten"
    pub tags: Vec<String>,
    /// Shown with it.
    pub note: Option<String>,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

impl Telling<'_> {
    /// The duties that an organ bears on a day, leads or those beside.
    pub fn borne(&self, organ: OrganIndex, on: Date, role: Role) -> Vec<Borne> {
        let all = self.register.duties_of(organ, on);
        let mut borne: Vec<Borne> = all.iter().filter(|one| one.role == role).map(|one| self.borne_duty(one)).collect();
        borne.sort_by(|one, other| self.w.order(&one.duty.text, &other.duty.text));
        borne
    }

    fn borne_duty(&self, one: &OrganDuty) -> Borne {
        let duty = &self.register.resolved.duties[usize::from(one.duty)];
        let list = if one.role == Role::Lead { &duty.lead } else { &duty.beside };
        let clauses: Vec<&Clause> = one.clauses.iter().map(|number| &list[usize::from(*number)]).collect();
        Borne {
            duty: Link::to(self.text(&duty.title), self.duty_href(&duty.id)),
            summary: self.text(&duty.summary).to_owned(),
            verbs: self.all_verbs(&clauses),
            clauses: clauses.into_iter().map(|clause| self.borne_clause(clause)).collect(),
        }
    }

    /// The verbs of several clauses, each once: "ordnar och planerar".
    pub fn all_verbs(&self, clauses: &[&Clause]) -> String {
        let mut verbs: Vec<String> = Vec::new();
        for verb in clauses.iter().flat_map(|clause| std::iter::once(&clause.verb).chain(&clause.also)) {
            let said = self.verbs(*verb, &[]);
            if !verbs.contains(&said) {
                verbs.push(said);
            }
        }
        self.w.list(&verbs)
    }

    /// A clause in words.
    pub fn borne_clause(&self, clause: &Clause) -> BorneClause {
        let tags = certainties(clause.certainty, Status::Verified);
        BorneClause {
            whom: for_whom(self.w, self.register, clause).sentence(self.w),
            may: clause.force == Force::May,
            provided: clause.provided.as_ref().map(|text| self.text(text).to_owned()),
            tags: tags.into_iter().map(|tag| tag.title(self.w).to_owned()).collect(),
            note: clause.note.as_ref().map(|text| self.text(text).to_owned()),
            basis: self.short_bases(&clause.basis),
        }
    }
}
