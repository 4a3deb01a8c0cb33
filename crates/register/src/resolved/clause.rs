//! Clauses: who, when, for whom, on which basis.

use super::bearer::{self, Bearer, Resolver};
use super::citation::{self, Citation, Source};
use super::organs::Organs;
use super::slots::Slot;
use super::territory::Territory;
use super::vocabulary::{Attribute, AttributeIndex, AttributeKind, ValueSet, VerbIndex, Words, YEARS};
use crate::fault::{Fault, Place};
use crate::source::{AnyOf, Conjunction, File, SourceClause, Text, Values};
use calendar::Period;
use serde_spanned::Spanned;
use std::sync::Arc;

/// What a clause is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The organ that answers.
    Lead,
    /// An organ beside it.
    Beside,
    /// A declared gap.
    Nobody,
}

/// Whether the organ must or may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// It must.
    Must,
    /// It may.
    May,
}

impl Force {
    /// The word in the files and in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::May => "may",
        }
    }
}

/// How sure a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The provision was read.
    Verified,
    /// It follows from what was read by a step of reasoning.
    Inferred,
    /// Only the seed text says it.
    Seed,
}

impl Certainty {
    /// The word in the files and in answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Inferred => "inferred",
            Self::Seed => "seed",
        }
    }
}

/// A conjunction: per attribute the accepted values. Attributes left out accept everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Box {
    /// Attributes in ascending order with their sets; never a full set.
    pub parts: Vec<(AttributeIndex, ValueSet)>,
}

impl Box {
    /// The values accepted of an attribute, if it is restricted.
    pub fn set(&self, attribute: AttributeIndex) -> Option<ValueSet> {
        self.parts.iter().find(|(at, _)| *at == attribute).map(|(_, set)| *set)
    }

    /// The same with one attribute restricted further; `None` when nothing is left.
    fn restricted(&self, attribute: AttributeIndex, set: ValueSet, all: ValueSet) -> Option<Self> {
        let now = self.set(attribute).unwrap_or(all) & set;
        if now == 0 {
            return None;
        }
        let mut parts: Vec<_> = self.parts.iter().copied().filter(|(at, _)| *at != attribute).collect();
        if now != all {
            parts.push((attribute, now));
            parts.sort_unstable_by_key(|(at, _)| *at);
        }
        Some(Self { parts })
    }

    /// What is left of this box when `other` is taken out, in boxes that do not overlap.
    fn without(&self, other: &Self, words: &Words) -> Vec<Self> {
        let mut left = Vec::new();
        let mut inside = self.clone();
        for (attribute, set) in &other.parts {
            let all = words.at(*attribute).all();
            left.extend(inside.restricted(*attribute, all & !set, all));
            match inside.restricted(*attribute, *set, all) {
                Some(narrower) => inside = narrower,
                None => return left,
            }
        }
        left
    }
}

/// A clause with all names looked up.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Its name in the file.
    pub id: String,
    /// What it is for.
    pub role: Role,
    /// When it is in force.
    pub period: Period,
    /// The situations it is for; none restricted means every situation.
    pub boxes: Vec<Box>,
    /// What must hold, as written: for explanations.
    pub when: Vec<Box>,
    /// What must not hold, as written: for explanations.
    pub unless: Vec<Box>,
    /// Who bears it; none for a declared gap.
    pub bearer: Option<Bearer>,
    /// Its verb.
    pub verb: VerbIndex,
    /// Further verbs.
    pub also: Vec<VerbIndex>,
    /// Must or may.
    pub force: Force,
    /// Citations.
    pub basis: Vec<Citation>,
    /// A judgement an official makes.
    pub provided: Option<Text>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Shown with the answer.
    pub note: Option<Text>,
    /// Why nobody leads.
    pub why: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// What is needed to resolve a clause.
pub(super) struct Context<'a> {
    pub words: &'a Words,
    pub sources: &'a [Source],
    pub organs: &'a Organs,
    pub territory: &'a Territory,
    pub slots: &'a [Slot],
    pub resolvers: &'a mut Vec<Resolver>,
    pub faults: &'a mut Vec<Fault>,
}

/// Resolves one clause; `number` names it when it has no id.
pub(super) fn resolve(
    file: &Arc<File>,
    role: Role,
    number: usize,
    spanned: &Spanned<SourceClause>,
    default_verb: (VerbIndex, &[VerbIndex]),
    context: &mut Context<'_>,
) -> Clause {
    let written = spanned.get_ref();
    let place = match &written.id {
        Some(id) => file.place(id.span()),
        None => Place { width: 1, ..file.place(spanned.span()) },
    };
    let period = Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) };
    if period.is_empty() {
        context.faults.push(
            Fault::error("empty-period", "this clause ends before it begins")
                .at(place.clone())
                .help("`until` is the first day on which it holds no more"),
        );
    }
    let force = match written.force.as_ref().map(|word| (word.get_ref().as_str(), word.span())) {
        None | Some(("must", _)) => Force::Must,
        Some(("may", _)) => Force::May,
        Some((other, span)) => {
            context.faults.push(
                Fault::error("unknown-word", format!("`{other}` is neither `must` nor `may`"))
                    .at(file.place(span))
                    .did_you_mean(other, ["must", "may"]),
            );
            Force::Must
        }
    };
    let own_verb = written.verb.as_ref().and_then(|word| verb(file, word, context.words, context.faults));
    let also = if written.also.is_empty() && own_verb.is_none() {
        default_verb.1.to_vec()
    } else {
        written.also.iter().filter_map(|word| verb(file, word, context.words, context.faults)).collect()
    };
    let bearer = bearer::resolve(file, role, written, &place, period, context);
    if role == Role::Beside && written.verb.is_none() {
        context.faults.push(
            Fault::error("missing-verb", "an organ beside needs its own `verb`")
                .at(place.clone())
                .help("as in `verb = \"take-part\"`"),
        );
    }
    Clause {
        id: written
            .id
            .as_ref()
            .map_or_else(|| format!("{}-{}", role_word(role), number + 1), |id| id.get_ref().clone()),
        role,
        period,
        boxes: boxes(file, written.when.as_ref(), written.unless.as_ref(), context.words, context.faults),
        when: conjunctions(file, written.when.as_ref(), context.words, &mut Vec::new()),
        unless: conjunctions(file, written.unless.as_ref(), context.words, &mut Vec::new()),
        bearer,
        verb: own_verb.unwrap_or(default_verb.0),
        also,
        force,
        basis: citation::all(file, &written.basis, context.sources, context.faults),
        provided: written.provided.clone(),
        certainty: certainty(file, written.certainty.as_ref(), context.faults),
        note: written.note.clone(),
        why: written.why.clone(),
        place,
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Beside => "beside",
        Role::Nobody => "nobody",
    }
}

/// Looks a verb up.
pub(super) fn verb(file: &File, word: &Spanned<String>, words: &Words, faults: &mut Vec<Fault>) -> Option<VerbIndex> {
    let found = words.verb(word.get_ref());
    if found.is_none() {
        faults.push(
            Fault::error("unknown-verb", format!("`{}` is no verb of the vocabulary", word.get_ref()))
                .at(file.place(word.span()))
                .did_you_mean(word.get_ref(), words.verbs.iter().map(|verb| verb.id.as_str())),
        );
    }
    found
}

/// Reads how sure a statement is.
pub(super) fn certainty(file: &File, word: Option<&Spanned<String>>, faults: &mut Vec<Fault>) -> Certainty {
    match word.map(|word| (word.get_ref().as_str(), word.span())) {
        None | Some(("verified", _)) => Certainty::Verified,
        Some(("inferred", _)) => Certainty::Inferred,
        Some(("seed", _)) => Certainty::Seed,
        Some((other, span)) => {
            faults.push(
                Fault::error("unknown-word", format!("`{other}` does not say how sure this is"))
                    .at(file.place(span))
                    .help("the words are `verified`, `inferred` and `seed`"),
            );
            Certainty::Verified
        }
    }
}

/// The situations that `when` lets in and `unless` does not shut out.
pub(super) fn boxes(
    file: &Arc<File>,
    when: Option<&AnyOf>,
    unless: Option<&AnyOf>,
    words: &Words,
    faults: &mut Vec<Fault>,
) -> Vec<Box> {
    let mut boxes = match when {
        None => vec![Box::default()],
        Some(_) => conjunctions(file, when, words, faults),
    };
    for shut_out in conjunctions(file, unless, words, faults) {
        boxes = boxes.iter().flat_map(|one| one.without(&shut_out, words)).collect();
    }
    boxes
}

fn conjunctions(file: &Arc<File>, any: Option<&AnyOf>, words: &Words, faults: &mut Vec<Fault>) -> Vec<Box> {
    any.map(|any| any.0.iter().filter_map(|one| conjunction(file, one, words, faults)).collect()).unwrap_or_default()
}

fn conjunction(file: &Arc<File>, written: &Conjunction, words: &Words, faults: &mut Vec<Fault>) -> Option<Box> {
    let mut made = Box::default();
    for (name, values) in &written.0 {
        let Some((index, attribute)) = words.attribute(name.get_ref()) else {
            faults.push(
                Fault::error("unknown-attribute", format!("`{}` is no attribute of the vocabulary", name.get_ref()))
                    .at(file.place(name.span()))
                    .did_you_mean(name.get_ref(), words.attributes.iter().map(|attribute| attribute.id.as_str())),
            );
            continue;
        };
        let known = faults.len();
        let set = value_set(file, attribute, values, faults);
        if set == 0 && faults.len() > known {
            return None; // said already: none of the values exists
        }
        if set == 0 {
            faults.push(
                Fault::error("no-value", format!("`{}` accepts no value here, so this can never hold", attribute.id))
                    .at(file.place(values.span()))
                    .help("list at least one value, or leave the attribute out: then any value will do"),
            );
            return None;
        }
        made = made.restricted(index, set, attribute.all())?;
    }
    Some(made)
}

fn value_set(file: &Arc<File>, attribute: &Attribute, written: &Spanned<Values>, faults: &mut Vec<Fault>) -> ValueSet {
    match (written.get_ref(), &attribute.kind) {
        (Values::Years { from, until }, AttributeKind::Age) => {
            let (from, until) = (from.unwrap_or(0), until.unwrap_or(YEARS).min(YEARS));
            (from..until).fold(0, |set, year| set | 1 << year)
        }
        (Values::Years { .. }, _) => {
            faults.push(
                Fault::error("wrong-values", format!("`{}` is not an age", attribute.id))
                    .at(file.place(written.span()))
                    .help("list its values, as in `[\"yes\"]`"),
            );
            attribute.all()
        }
        (Values::OneOf(_), AttributeKind::Age) => {
            faults.push(
                Fault::error("wrong-values", format!("`{}` is an age", attribute.id))
                    .at(file.place(written.span()))
                    .help("write it as `{ from = 18, until = 23 }`"),
            );
            attribute.all()
        }
        (Values::OneOf(values), _) => {
            let mut set = 0;
            for value in values {
                let word = value.get_ref();
                let found = match word.strip_prefix('@') {
                    Some(group) => attribute.groups.get(group).copied(),
                    None => attribute.value(word).map(|value| 1 << value),
                };
                match found {
                    Some(found) => set |= found,
                    None => faults.push(unknown_value(attribute, word, file.place(value.span()))),
                }
            }
            set
        }
    }
}

/// The fault of a value that the attribute does not have.
pub(super) fn unknown_value(attribute: &Attribute, word: &str, place: Place) -> Fault {
    let groups: Vec<String> = attribute.groups.keys().map(|group| format!("@{group}")).collect();
    let candidates = attribute.values.iter().map(|value| value.id.as_str()).chain(groups.iter().map(String::as_str));
    let fault = Fault::error("unknown-value", format!("`{}` has no value `{word}`", attribute.id)).at(place);
    let near = crate::fault::nearest(word, candidates.clone());
    match near {
        Some(near) => fault.help(format!("did you mean `{near}`?")),
        None => fault.help(format!("its values are {}", candidates.collect::<Vec<_>>().join(", "))),
    }
}
