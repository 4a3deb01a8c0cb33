//! Writes the appendix from the register.

use std::collections::BTreeSet;

use calendar::Date;
use register::Register;
use register::ask::{DivisionEntry, DivisionOrgan, Place, Refusal};
use register::resolved::{Certainty, Citation, Clause, Force, MunicipalityIndex, OrganIndex, Practice, Role, Status};
use register::source::Level;

use super::{Actor, Appendix, Part, Task, TaskClause, Unborne};
use crate::components::Basis;
use crate::register::Telling;
use crate::said::{for_whom, organ_short_name, register_language};
use crate::words::{Language, Words};

/// Writes the division out for these municipalities, which together are called `place`, on a day.
pub fn appendix(
    register: &Register,
    municipalities: &[MunicipalityIndex],
    place: &str,
    on: Date,
    language: Language,
) -> Appendix {
    let w = language.words();
    Writer { register, w, telling: Telling::new(register, w), municipalities, on }.appendix(place)
}

/// Writes the division out for a municipality or region as people name it.
///
/// # Errors
/// [`Refusal::BeforeBegins`], [`Refusal::UnknownMunicipality`], [`Refusal::MunicipalityNotThere`].
pub fn appendix_in(register: &Register, word: &str, on: Date, language: Language) -> Result<Appendix, Refusal> {
    let on = register.day(on)?;
    let (municipalities, names) = match register.place(word, on)? {
        Place::Municipality(one) => (vec![one], &register.resolved.territory.at(one).names),
        Place::Region(code, all) => match register.resolved.territory.region(&code) {
            Some(region) => (all, &region.names),
            None => return Err(Refusal::UnknownMunicipality { word: word.to_owned(), near: None }),
        },
    };
    let place = names.get(register_language(language)).to_owned();
    Ok(appendix(register, &municipalities, &place, on, language))
}

struct Writer<'a> {
    register: &'a Register,
    w: &'static Words,
    telling: Telling<'a>,
    municipalities: &'a [MunicipalityIndex],
    on: Date,
}

impl Writer<'_> {
    fn appendix(&self, place: &str) -> Appendix {
        let division = self.register.division(self.municipalities, self.on);
        let mut cited = BTreeSet::new();
        let parts = division
            .levels
            .iter()
            .map(|(level, organs)| Part {
                level: *level,
                title: self.level(*level),
                actors: self.in_order(*level, organs).iter().map(|one| self.actor(one, &mut cited)).collect(),
            })
            .collect();
        let nobody = division.nobody.iter().map(|duty| {
            let duty = &self.register.resolved.duties[usize::from(*duty)];
            let why = duty.lead.iter().filter(|clause| clause.period.contains(self.on));
            let mut why: Vec<String> =
                why.filter_map(|clause| clause.why.as_ref()).map(|why| self.telling.text(why).to_owned()).collect();
            why.dedup();
            Unborne { title: self.telling.text(&duty.title).to_owned(), page: self.telling.duty_href(&duty.id), why }
        });
        let names = self.municipalities.iter().map(|one| self.telling.municipality(*one).to_owned());
        Appendix {
            w: self.w,
            place: place.to_owned(),
            municipalities: if self.municipalities.len() > 1 { names.collect() } else { Vec::new() },
            on: self.on,
            edition: self.register.edition.short().to_owned(),
            parts,
            nobody: nobody.collect(),
            sources: self.sources(&cited),
        }
    }

    /// Organs in the order of their kinds, with those that only carry out what others answer for.
    fn in_order(&self, level: Level, organs: &[DivisionOrgan]) -> Vec<DivisionOrgan> {
        let all = &self.register.resolved.organs;
        let mut actors = organs.to_vec();
        for practice in self.register.resolved.practices.iter().filter(|practice| self.is_here(practice)) {
            let known = actors.iter().any(|one| one.organs.contains(&practice.organ));
            if !known && all.at(practice.organ).level == level {
                actors.push(DivisionOrgan { organs: vec![practice.organ], entries: Vec::new() });
            }
        }
        actors.sort_by_key(|one| (all.kind(&all.at(one.organs[0]).kind), one.organs[0]));
        actors
    }

    fn is_here(&self, practice: &Practice) -> bool {
        practice.period.contains(self.on) && self.municipalities.iter().any(|one| practice.municipalities.contains(one))
    }

    fn level(&self, level: Level) -> &'static str {
        match level {
            Level::State => self.w.appendix_state(),
            Level::Regional => self.w.appendix_regional(),
            Level::Local => self.w.appendix_local(),
            Level::Person => self.w.appendix_person(),
        }
    }

    fn actor(&self, organ: &DivisionOrgan, cited: &mut BTreeSet<u16>) -> Actor {
        let first = self.register.resolved.organs.at(organ.organs[0]);
        let names: Vec<&str> = organ.organs.iter().map(|one| self.full_name(*one)).collect();
        let title = self.w.list(&names);
        let who = self.who(&organ.organs);
        let tasks = |role: Role, cited: &mut BTreeSet<u16>| -> Vec<Task> {
            let entries = organ.entries.iter().filter(|entry| entry.role == role);
            entries.map(|entry| self.task(entry, &who, cited)).collect()
        };
        let leads = tasks(Role::Lead, cited);
        let mut beside = tasks(Role::Beside, cited);
        for practice in self.practices(&organ.organs) {
            beside.extend(self.practised(practice, &who, cited));
        }
        Actor {
            anchor: first.id.replace(':', "-"),
            page: self.telling.organ(organ.organs[0], self.on).href.unwrap_or_default(),
            notes: self.notes(&organ.organs),
            above: self.above(organ.organs[0]),
            organs: organ.organs.clone(),
            title,
            leads,
            beside,
        }
    }

    /// The official name; where the language has none, the everyday one.
    fn full_name(&self, organ: OrganIndex) -> &str {
        let one = self.register.resolved.organs.at(organ);
        let official = one.names.exactly(register_language(self.w.language()));
        if official.is_empty() { organ_short_name(self.w, self.register, organ) } else { official }
    }

    /// The names as they stand before a verb. Many names would hide the verb; the heading above says them already.
    fn who(&self, organs: &[OrganIndex]) -> String {
        let few = organs.len() <= 3;
        let names = organs.iter().map(|one| organ_short_name(self.w, self.register, *one));
        if few { self.w.list(&names.collect::<Vec<_>>()) } else { String::new() }
    }

    fn task(&self, entry: &DivisionEntry, organ: &str, cited: &mut BTreeSet<u16>) -> Task {
        let duty = &self.register.resolved.duties[usize::from(entry.duty)];
        let list = if entry.role == Role::Lead { &duty.lead } else { &duty.beside };
        let clauses: Vec<&Clause> = entry.clauses.iter().map(|number| &list[usize::from(*number)]).collect();
        let mut verbs: Vec<String> = Vec::new();
        for clause in &clauses {
            for verb in std::iter::once(&clause.verb).chain(&clause.also) {
                let said = self.telling.verbs(*verb, &[]);
                if !verbs.contains(&said) {
                    verbs.push(said);
                }
            }
        }
        Task {
            duty: duty.id.clone(),
            atoms: duty.atoms.clone(),
            page: self.telling.duty_href(&duty.id),
            who: capital(format!("{organ} {}", self.w.list(&verbs)).trim()),
            title: self.telling.text(&duty.title).to_owned(),
            summary: if entry.role == Role::Lead { self.telling.text(&duty.summary).to_owned() } else { String::new() },
            clauses: clauses.into_iter().map(|clause| self.clause(clause, cited)).collect(),
        }
    }

    fn clause(&self, clause: &Clause, cited: &mut BTreeSet<u16>) -> TaskClause {
        let w = self.w;
        let whom = for_whom(w, self.register, clause).sentence(w);
        let mut sentences = Vec::new();
        if !whom.is_empty() {
            sentences.push(w.appendix_for(&whom));
        }
        sentences.extend(clause.provided.as_ref().map(|text| w.appendix_provided(self.telling.text(text))));
        match clause.certainty {
            Certainty::Verified => {}
            Certainty::Inferred => sentences.push(w.component_certainty_inferred_what().to_owned()),
            Certainty::Seed => sentences.push(w.component_certainty_seed_what().to_owned()),
        }
        TaskClause { may: clause.force == Force::May, sentences, basis: self.bases(&clause.basis, cited) }
    }

    fn bases(&self, citations: &[Citation], cited: &mut BTreeSet<u16>) -> Vec<Basis> {
        cited.extend(citations.iter().map(|citation| citation.source));
        self.telling.short_bases(citations)
    }

    /// Practice here on the day: who does the work for the one that leads.
    fn practices(&self, organs: &[OrganIndex]) -> impl Iterator<Item = &Practice> {
        let here = self.register.resolved.practices.iter().filter(|practice| self.is_here(practice));
        here.filter(move |practice| organs.contains(&practice.organ))
    }

    fn practised(&self, practice: &Practice, organ: &str, cited: &mut BTreeSet<u16>) -> Vec<Task> {
        let verb = self.register.resolved.words.verb("carry-out");
        let who = match verb {
            Some(verb) => capital(format!("{organ} {}", self.telling.verbs(verb, &[])).trim()),
            None => organ.to_owned(),
        };
        let note = practice.note.as_ref().map(|note| self.telling.text(note).to_owned());
        let clause = TaskClause {
            may: false,
            sentences: std::iter::once(self.w.appendix_in_practice(organ)).chain(note).collect(),
            basis: self.bases(&practice.basis, cited),
        };
        let tasks = practice.duties.iter().map(|duty| &self.register.resolved.duties[usize::from(*duty)]);
        tasks
            .map(|duty| Task {
                duty: duty.id.clone(),
                atoms: duty.atoms.clone(),
                page: self.telling.duty_href(&duty.id),
                who: who.clone(),
                title: self.telling.text(&duty.title).to_owned(),
                summary: String::new(),
                clauses: vec![clause.clone()],
            })
            .collect()
    }

    /// Who steers, supervises and advises an organ.
    fn above(&self, organ: OrganIndex) -> Vec<String> {
        let chain = self.register.chain(organ, self.on);
        let mut said = Vec::new();
        for link in &chain.above {
            let relation = &self.register.resolved.organs.relations[link.relation];
            let doers: Vec<&str> =
                link.organs.iter().map(|one| organ_short_name(self.w, self.register, *one)).collect();
            let tie = self.w.appendix_tie(
                &self.w.list(&doers),
                organ_short_name(self.w, self.register, organ),
                &self.telling.verbs(relation.verb, &[]),
            );
            said.push(match &relation.matter {
                Some(matter) => self.w.appendix_tie_matter(self.telling.text(matter), &tie),
                None => tie,
            });
        }
        said
    }

    /// A missing translation; rows of an area that were not confirmed.
    fn notes(&self, organs: &[OrganIndex]) -> Vec<String> {
        let mut notes = Vec::new();
        let language = register_language(self.w.language());
        for organ in organs.iter().map(|one| self.register.resolved.organs.at(*one)) {
            if organ.names.exactly(language).is_empty() {
                notes.extend(organ.names_note.as_ref().map(|note| self.telling.text(note).to_owned()));
            }
        }
        for map in self.register.resolved.territory.maps.iter().filter(|map| map.kind != "territory") {
            let unsure = self.municipalities.iter().filter_map(|one| {
                let area = map.area(*one, self.on)?;
                (area.status != Status::Verified && organs.contains(&area.target)).then_some((*one, area))
            });
            let unsure: Vec<_> = unsure.collect();
            if let Some((_, area)) = unsure.first() {
                let places: Vec<&str> = unsure.iter().map(|(one, _)| self.telling.municipality(*one)).collect();
                let note = area.note.as_ref().map(|note| self.telling.text(note).to_owned()).unwrap_or_default();
                notes.push(self.w.appendix_unconfirmed(&note, &self.w.list(&places)));
            }
        }
        notes.dedup();
        notes
    }

    fn sources(&self, cited: &BTreeSet<u16>) -> Vec<Basis> {
        let whole = |source: &u16| Citation { source: *source, section: None, moment: None, point: None };
        cited.iter().map(|source| self.telling.basis(&whole(source))).collect()
    }
}

/// With a capital, as a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
