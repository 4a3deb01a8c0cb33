//! An answer as one object for programs: what `kotopolku who --format json` prints and the interface returns.

use super::reason::because;
use super::register_language;
use crate::words::Words;
use register::Register;
use register::ask::{Answer, Ask, Bearing, Outcome};
use register::resolved::{Certainty, Citation, Clause, Role, Status};
use register::source::Text;
use serde::Serialize;

/// Who is responsible.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct WhoSaid {
    /// The duty's id.
    #[schema(example = "integration-plan")]
    pub duty: String,
    /// The day asked about.
    #[schema(example = "2025-02-01")]
    pub on: String,
    /// The municipality's code, or `abroad`.
    #[serde(rename = "in")]
    #[schema(example = "061")]
    pub place: String,
    /// `answered`, `nobody` or `undetermined`.
    #[schema(example = "answered")]
    pub outcome: String,
    /// `must` or `may`, where somebody leads.
    pub force: Option<String>,
    /// The organ that answers.
    pub lead: Option<BearerSaid>,
    /// Organs beside it, strongest verb first.
    pub beside: Vec<BearerSaid>,
    /// Organs that stand beside only if something holds that is not known.
    pub perhaps_beside: Vec<BearerSaid>,
    /// The path to the answer in words.
    pub because: Vec<String>,
    /// For `nobody`: why, in words.
    pub why: Option<String>,
    /// For `nobody`: what the reason rests on.
    pub basis: Option<Vec<BasisSaid>>,
    /// For `undetermined`: the next question.
    pub ask: Option<AskSaid>,
    /// For `undetermined`: the answers that are still possible.
    pub possible: Option<Vec<PossibleSaid>>,
    /// The edition of the register that answered: the hash of its content.
    pub edition: String,
}

/// A text in the register's languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Text3 {
    /// Swedish; empty where no translation was found.
    pub sv: String,
    /// Finnish.
    pub fi: String,
    /// English.
    pub en: String,
}

impl From<&Text> for Text3 {
    fn from(text: &Text) -> Self {
        Self { sv: text.sv.clone(), fi: text.fi.clone(), en: text.en.clone() }
    }
}

/// An organ with what it bears.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct BearerSaid {
    /// The organ's id.
    #[schema(example = "municipality:061")]
    pub organ: String,
    /// How it bears the duty.
    #[schema(example = "arrange")]
    pub verb: String,
    /// Further verbs.
    pub also: Vec<String>,
    /// Its names.
    pub names: Text3,
    /// Where it stands in the law.
    pub basis: Vec<BasisSaid>,
    /// What an official must find to hold, where the law says so.
    pub provided: Option<Text3>,
    /// How sure the answer is.
    pub certainty: CertaintySaid,
}

/// A place in the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BasisSaid {
    /// The source's id.
    #[schema(example = "681/2023")]
    pub source: String,
    /// The section, as the language writes it; empty where the source has none.
    #[schema(example = "14 § 1 mom. 3 punkten")]
    pub section: String,
    /// The address of the text.
    pub url: Option<String>,
}

/// How sure an answer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CertaintySaid {
    /// `verified`, `inferred` (a step of reasoning) or `seed` (only the programme text says it).
    #[schema(example = "verified")]
    pub clause: String,
    /// `verified`, `unconfirmed` or `eliminated`: how sure it is that the municipality belongs to the organ.
    #[schema(example = "verified")]
    pub area: String,
    /// In words, where something is not sure.
    pub note: Option<Text3>,
}

/// The next question.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct AskSaid {
    /// The attribute, or `municipality`.
    #[schema(example = "labour")]
    pub attribute: String,
    /// The question.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// The values that are still possible; for an age the first and the last.
    pub values: Vec<ValueSaid>,
}

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ValueSaid {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: String,
}

/// An answer that is still possible.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PossibleSaid {
    /// The organ; none: nobody leads.
    pub organ: Option<String>,
    /// `must` or `may`.
    pub force: Option<String>,
}

/// Says an answer for programs, with its sentences in one language.
pub fn who(w: &Words, register: &Register, answer: &Answer) -> WhoSaid {
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    let language = register_language(w.language());
    let mut said = WhoSaid {
        duty: duty.id.clone(),
        on: answer.on.to_string(),
        place: answer
            .municipality
            .map_or_else(|| "abroad".to_owned(), |one| register.resolved.territory.at(one).code.clone()),
        outcome: String::new(),
        force: None,
        lead: None,
        beside: Vec::new(),
        perhaps_beside: Vec::new(),
        because: because(w, register, answer),
        why: None,
        basis: None,
        ask: None,
        possible: None,
        edition: register.edition.as_str().to_owned(),
    };
    match &answer.outcome {
        Outcome::Answered { lead, beside, perhaps } => {
            said.outcome = "answered".to_owned();
            said.force = Some(lead.force.id().to_owned());
            said.lead = Some(bearer(w, register, answer, lead, Role::Lead));
            let each =
                |list: &[Bearing]| list.iter().map(|one| bearer(w, register, answer, one, Role::Beside)).collect();
            said.beside = each(beside);
            said.perhaps_beside = each(perhaps);
        }
        Outcome::Nobody(nobody) => {
            said.outcome = "nobody".to_owned();
            let clauses = || nobody.clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]);
            let reasons = clauses().filter_map(|clause| Some(clause.why.as_ref()?.get(language)));
            said.why = Some(reasons.collect::<Vec<_>>().join(" "));
            said.basis = Some(bases(w, register, &register.bases(answer, &nobody.clauses, Role::Nobody)));
        }
        Outcome::Undetermined(undetermined) => {
            said.outcome = "undetermined".to_owned();
            said.ask = undetermined.ask.as_ref().map(|next| ask(w, register, next));
            let possible = undetermined.possible.iter().map(|one| PossibleSaid {
                organ: one.lead.map(|(organ, _)| register.resolved.organs.at(organ).id.clone()),
                force: one.lead.map(|(_, force)| force.id().to_owned()),
            });
            said.possible = Some(possible.collect());
        }
    }
    said
}

fn bearer(w: &Words, register: &Register, answer: &Answer, bearing: &Bearing, role: Role) -> BearerSaid {
    let verbs = &register.resolved.words.verbs;
    let organ = register.resolved.organs.at(bearing.organ);
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    let list = if role == Role::Beside { &duty.beside } else { &duty.lead };
    let clauses: Vec<&Clause> = bearing.clauses.iter().map(|clause| &list[usize::from(*clause)]).collect();
    let mut cited = register.bases(answer, &bearing.clauses, role);
    if bearing.clauses.is_empty() {
        cited = register.practice_basis(answer, bearing.organ);
    }
    BearerSaid {
        organ: organ.id.clone(),
        verb: verbs[usize::from(bearing.verb)].id.clone(),
        also: bearing.also.iter().map(|verb| verbs[usize::from(*verb)].id.clone()).collect(),
        names: Text3::from(&organ.names),
        basis: bases(w, register, &cited),
        provided: clauses.iter().find_map(|clause| clause.provided.as_ref()).map(Text3::from),
        certainty: certainty(register, answer, bearing, &clauses),
    }
}

fn certainty(register: &Register, answer: &Answer, bearing: &Bearing, clauses: &[&Clause]) -> CertaintySaid {
    let unsure = bearing.certainty != Certainty::Verified || bearing.status != Status::Verified;
    let area_note = clauses.iter().find_map(|clause| match register.step(clause, answer.municipality, answer.on) {
        Some(register::ask::Step::Area { note, .. } | register::ask::Step::Instrument { note, .. }) => note,
        _ => None,
    });
    let clause_note = clauses.iter().find_map(|clause| clause.note.clone());
    CertaintySaid {
        clause: bearing.certainty.id().to_owned(),
        area: bearing.status.id().to_owned(),
        note: area_note.or(if unsure { clause_note } else { None }).as_ref().map(Text3::from),
    }
}

/// Citations for programs.
pub fn bases(w: &Words, register: &Register, citations: &[Citation]) -> Vec<BasisSaid> {
    let language = register_language(w.language());
    citations
        .iter()
        .map(|one| {
            let source = &register.resolved.sources[usize::from(one.source)];
            BasisSaid {
                source: source.id.clone(),
                section: one.section_text(language),
                url: source.address(language).map(str::to_owned),
            }
        })
        .collect()
}

fn ask(w: &Words, register: &Register, next: &Ask) -> AskSaid {
    let language = register_language(w.language());
    match next {
        Ask::Municipality => AskSaid {
            attribute: "municipality".to_owned(),
            question: w.said_ask_municipality().to_owned(),
            why: w.said_ask_municipality_why().to_owned(),
            values: Vec::new(),
        },
        Ask::Attribute(index, possible) => {
            let attribute = register.resolved.words.at(*index);
            let values: Vec<ValueSaid> = attribute
                .values
                .iter()
                .enumerate()
                .filter(|(value, _)| possible >> value & 1 == 1)
                .map(|(_, value)| ValueSaid { id: value.id.clone(), title: value.title.get(language).to_owned() })
                .collect();
            let values = match (&attribute.kind, values.as_slice()) {
                (register::resolved::AttributeKind::Age, [first, .., last]) => vec![first.clone(), last.clone()],
                _ => values,
            };
            AskSaid {
                attribute: attribute.id.clone(),
                question: attribute.question.get(language).to_owned(),
                why: attribute.why.get(language).to_owned(),
                values,
            }
        }
    }
}
