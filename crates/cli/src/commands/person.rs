//! `kotopolku person`: whose path it is.

use casework::person::{
    Capacity, Kin, Likeness, Name, NewFact, NewPerson, NewProtection, NewRelation, NewRepresentative, Reason, Said,
    Verdict,
};
use clap::Subcommand;
use clap::builder::PossibleValuesParser;
use uuid::Uuid;

use super::DONE;
use super::person_shown as shown;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown as look, table};
use crate::said::fact as said;

fn kins() -> PossibleValuesParser {
    PossibleValuesParser::new(Kin::ALL.iter().map(|kin| kin.word()))
}

fn capacities() -> PossibleValuesParser {
    PossibleValuesParser::new(Capacity::ALL.iter().map(|capacity| capacity.word()))
}

/// `person`
#[derive(Debug, Subcommand)]
pub enum Person {
    /// Record a person, with what is known from the first
    Add {
        /// The given names, as the person writes them
        #[arg(long, value_name = "NAMES", default_value = "")]
        given: String,
        /// The family name; leave it out where there is none
        #[arg(long, value_name = "NAME", default_value = "")]
        family: String,
        /// The given names in Latin letters
        #[arg(long, value_name = "NAMES", default_value = "")]
        given_latin: String,
        /// The family name in Latin letters
        #[arg(long, value_name = "NAME", default_value = "")]
        family_latin: String,
        /// When the person was born, as 1990-05-01, or 1990-05 or 1990 where more is not known
        #[arg(long, value_name = "DAY")]
        born: Option<String>,
        /// A fact that holds from today on, or from --since; may be repeated
        #[arg(long, value_name = "ATTRIBUTE=VALUE")]
        fact: Vec<String>,
        /// The first day of the facts [default: today]
        #[arg(long, value_name = "DAY")]
        since: Option<String>,
        /// Where it comes from: person, population-register, decision …
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
    },
    /// Find people by a name, or its beginning, however it is spelled
    Find {
        /// Words of the name
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// What is known of a person, and who stands round them
    Show {
        /// The person
        person: String,
        /// What was believed at this moment, as 2024-12-31T23:59
        #[arg(long, value_name = "INSTANT")]
        known_at: Option<String>,
    },
    /// Record the name that a person bears from a day on
    Name {
        /// The person
        person: String,
        /// The given names
        #[arg(long, value_name = "NAMES", default_value = "")]
        given: String,
        /// The family name
        #[arg(long, value_name = "NAME", default_value = "")]
        family: String,
        /// The given names in Latin letters
        #[arg(long, value_name = "NAMES", default_value = "")]
        given_latin: String,
        /// The family name in Latin letters
        #[arg(long, value_name = "NAME", default_value = "")]
        family_latin: String,
        /// The first day [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Where it comes from
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
    },
    /// Correct when a person was born
    Birth {
        /// The person
        person: String,
        /// The birth, as 1990-05-01, or 1990-05 or 1990 where more is not known
        born: String,
        /// The version of the person that was looked at, as `person show` says it
        #[arg(long, value_name = "VERSION")]
        seen: i64,
        /// Where it comes from
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
    },
    /// Record how a person is related to another
    Relate {
        /// The person
        person: String,
        /// What the other is to the person
        #[arg(value_parser = kins())]
        kin: String,
        /// The other person
        other: String,
        /// The first day, where it is known
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// Where it comes from
        #[arg(long, value_name = "WORD", default_value = "person")]
        source: String,
    },
    /// End a relation, or say that it never was
    Unrelate {
        /// The person
        person: String,
        /// The relation, as `person show` shows it
        relation: String,
        /// The first day on which it no longer is; leave it out where it never was
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
    },
    /// Record who acts for a person
    Represent {
        /// The person
        person: String,
        /// In what capacity
        #[arg(value_parser = capacities())]
        capacity: String,
        /// The name of whoever acts
        name: String,
        /// In what, in words
        #[arg(long)]
        scope: String,
        /// By which decision or section
        #[arg(long)]
        basis: String,
        /// How to reach them
        #[arg(long)]
        contact: Option<String>,
        /// The first day [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// The first day on which they no longer act
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    /// End a representation, or say that it never was
    Unrepresent {
        /// The person
        person: String,
        /// The representative, as `person show` shows it
        representative: String,
        /// The first day on which they no longer act; leave it out where they never did
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
    },
    /// Protect a person: only named handlers see where the person is to be found
    Protect {
        /// The person
        person: String,
        /// By which decision or section
        #[arg(long)]
        basis: String,
        /// A post that handles the person's matters; may be repeated
        #[arg(long, value_name = "POST")]
        handler: Vec<String>,
        /// The first day [default: today]
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
        /// The first day without protection
        #[arg(long, value_name = "DAY")]
        until: Option<String>,
    },
    /// End a protection
    Unprotect {
        /// The person
        person: String,
        /// The protection, as `person show` shows it
        protection: String,
        /// Why, in words
        #[arg(long)]
        why: String,
    },
    /// People who may be the same person; nothing is merged
    Duplicates {
        /// The person
        person: String,
    },
    /// Say of two people that they are the same, or two
    Say {
        /// The one
        person: String,
        /// What they are
        #[arg(value_parser = ["same", "different"])]
        verdict: String,
        /// The other
        other: String,
        /// Why, in words
        #[arg(long)]
        why: String,
    },
    /// What was said of a person and others: with whom they are the same, and with whom not
    Said {
        /// The person
        person: String,
    },
    /// Take back what was said of two people
    TakeBack {
        /// The one
        person: String,
        /// What was said, as `person said` shows it
        said: String,
        /// Why, in words
        #[arg(long)]
        why: String,
    },
}

pub async fn run(desk: &Desk, what: &Person) -> Result<u8, Trouble> {
    let (w, house) = (desk.w(), &desk.house);
    let acting = desk.acting().await?;
    let trouble = |error: casework::Error| desk.trouble(error);
    let day = |word: &Option<String>| word.as_deref().map(|word| desk.a_day(word)).transpose();
    match what {
        Person::Add { given, family, given_latin, family_latin, born, fact, since, source } => {
            let since = desk.day(since.as_deref())?;
            let new = NewPerson {
                birth: born.as_deref().map(|word| birth(desk, word)).transpose()?.unwrap_or_default(),
                name: a_name(given, family, given_latin, family_latin),
                source: source.clone(),
                facts: fact
                    .iter()
                    .map(|word| {
                        let wrong = || Trouble::wrong_use(w.cli_given_form(word), "");
                        let (attribute, value) = word.split_once('=').ok_or_else(wrong)?;
                        Ok(NewFact::since(since, attribute.trim(), value.trim(), source))
                    })
                    .collect::<Result<_, Trouble>>()?,
            };
            let added = house.add_person(&acting, &new).await.map_err(trouble)?;
            let object = serde_json::json!({
                "person": added.person,
                "alike": added.alike.iter().map(alike).collect::<Vec<_>>(),
            });
            desk.answer(&object, || {
                let name = new.name.as_ref().map_or_else(|| w.person_no_name().to_owned(), said::name);
                let id = added.person.to_string();
                say(&w.person_added(&crate::print::plain(&name), &id));
                likenesses(desk, &added.alike);
                say(&look(Look::Quiet, &w.person_added_next(&id)));
            });
        }
        Person::Find { name } => {
            let found = house.find_people(&acting, &name.join(" ")).await.map_err(trouble)?;
            shown::found(desk, &found);
        }
        Person::Show { person, known_at } => {
            let known_at = known_at.as_deref().map(|word| crate::desk::moment(&desk.context, word)).transpose()?;
            let person = desk.person(person)?;
            let known = house.person(&acting, person, known_at).await.map_err(trouble)?;
            let circle = house.person_circle(&acting, person).await.map_err(trouble)?;
            shown::person(desk, &known, &circle);
        }
        Person::Name { person, given, family, given_latin, family_latin, from, source } => {
            let name = a_name(given, family, given_latin, family_latin).unwrap_or_default();
            let from = desk.day(from.as_deref())?;
            let fact = NewFact::since(from, casework::person::NAME, &name.written(), source);
            let recorded = house.record_fact(&acting, desk.person(person)?, &fact).await.map_err(trouble)?;
            super::fact::tell(desk, &recorded);
        }
        Person::Birth { person, born, seen, source } => {
            let (person, birth) = (desk.person(person)?, birth(desk, born)?);
            house.correct_birth(&acting, person, *seen, birth, source).await.map_err(trouble)?;
            let object = serde_json::json!({ "person": person, "born": said::birth(birth) });
            desk.answer(&object, || say(w.person_birth_corrected()));
        }
        Person::Relate { person, kin, other, from, source } => {
            let new = NewRelation {
                other: desk.person(other)?,
                kin: kin.parse().map_err(|()| Trouble::wrong_use(kin.clone(), ""))?,
                from: day(from)?,
                until: None,
                source: source.clone(),
            };
            let id = house.relate(&acting, desk.person(person)?, &new).await.map_err(trouble)?;
            identified(desk, id, &w.person_related(&id.to_string()));
        }
        Person::Unrelate { person, relation, from } => {
            let relation = desk.identity(relation)?;
            house.end_relation(&acting, desk.person(person)?, relation, day(from)?).await.map_err(trouble)?;
            identified(desk, relation, w.person_ended());
        }
        Person::Represent { person, capacity, name, scope, basis, contact, from, until } => {
            let new = NewRepresentative {
                capacity: capacity.parse().map_err(|()| Trouble::wrong_use(capacity.clone(), ""))?,
                name: name.clone(),
                contact: contact.clone(),
                scope: scope.clone(),
                basis: basis.clone(),
                from: desk.day(from.as_deref())?,
                until: day(until)?,
            };
            let id = house.add_representative(&acting, desk.person(person)?, &new).await.map_err(trouble)?;
            identified(desk, id, &w.person_represented(&id.to_string()));
        }
        Person::Unrepresent { person, representative, from } => {
            let id = desk.identity(representative)?;
            house.end_representative(&acting, desk.person(person)?, id, day(from)?).await.map_err(trouble)?;
            identified(desk, id, w.person_ended());
        }
        Person::Protect { person, basis, handler, from, until } => {
            let new = NewProtection {
                basis: basis.clone(),
                from: desk.day(from.as_deref())?,
                until: day(until)?,
                handlers: handler.clone(),
            };
            let id = house.protect(&acting, desk.person(person)?, &new).await.map_err(trouble)?;
            identified(desk, id, &w.person_protect_done(&id.to_string()));
        }
        Person::Unprotect { person, protection, why } => {
            let id = desk.identity(protection)?;
            house.end_protection(&acting, desk.person(person)?, id, why).await.map_err(trouble)?;
            identified(desk, id, w.person_unprotected());
        }
        Person::Duplicates { person } => {
            let found = house.possible_duplicates(&acting, desk.person(person)?).await.map_err(trouble)?;
            let object = serde_json::json!({ "alike": found.iter().map(alike).collect::<Vec<_>>() });
            desk.answer(&object, || {
                if found.is_empty() { say(w.person_no_duplicates()) } else { likenesses(desk, &found) }
            });
        }
        Person::Say { person, verdict, other, why } => {
            let verdict: Verdict = verdict.parse().map_err(|()| Trouble::wrong_use(verdict.clone(), ""))?;
            let (one, other) = (desk.person(person)?, desk.person(other)?);
            let id = house.say_alike(&acting, one, other, verdict, why).await.map_err(trouble)?;
            identified(desk, id, &w.person_alike_said(&id.to_string()));
        }
        Person::Said { person } => {
            let all = house.said_alike(&acting, desk.person(person)?).await.map_err(trouble)?;
            said_alike(desk, &all);
        }
        Person::TakeBack { person, said, why } => {
            let id = desk.identity(said)?;
            house.take_back_alike(&acting, desk.person(person)?, id, why).await.map_err(trouble)?;
            identified(desk, id, w.person_alike_taken_back());
        }
    }
    Ok(DONE)
}

fn identified(desk: &Desk, id: Uuid, text: &str) {
    desk.answer(&serde_json::json!({ "id": id }), || say(text));
}

/// What was said of a person and others.
fn said_alike(desk: &Desk, all: &[Said]) {
    let w = desk.w();
    let object = |one: &Said| {
        serde_json::json!({
            "id": one.id,
            "other": one.other,
            "verdict": one.verdict.word(),
            "why": one.reason,
            "by": one.recorded_by,
            "at": one.recorded_at.to_string(),
        })
    };
    let object = serde_json::json!({ "said": all.iter().map(object).collect::<Vec<_>>() });
    desk.answer(&object, || {
        if all.is_empty() {
            return say(w.person_alike_none());
        }
        say(&look(Look::Strong, w.person_alike_before()));
        let verdict = |one: &Said| match one.verdict {
            Verdict::Same => w.person_alike_is_same(),
            Verdict::Different => w.person_alike_is_other(),
        };
        let row =
            |one: &Said| vec![verdict(one).to_owned(), one.other.to_string(), one.id.to_string(), one.reason.clone()];
        let heads = [w.person_head_verdict(), w.person_head_alike(), w.person_head_said(), w.person_head_why()];
        table(&heads, &all.iter().map(row).collect::<Vec<_>>());
    });
}

fn a_name(given: &str, family: &str, given_latin: &str, family_latin: &str) -> Option<Name> {
    let known = !given.trim().is_empty() || !family.trim().is_empty();
    known.then(|| Name::of(given, family).in_latin(given_latin, family_latin))
}

fn birth(desk: &Desk, word: &str) -> Result<casework::person::Birth, Trouble> {
    said::read_birth(word).ok_or_else(|| Trouble::wrong_use(desk.w().person_birth_wrong(word), "").coded("birth-wrong"))
}

fn alike(one: &Likeness) -> serde_json::Value {
    serde_json::json!({
        "person": one.person,
        "name": one.name.as_ref().map(said::name),
        "score": one.score,
        "reasons": one.reasons.iter().map(|reason| reason_word(*reason)).collect::<Vec<_>>(),
    })
}

fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::SameName => "same-name",
        Reason::NameWithin => "name-within",
        Reason::SharedWords(_) => "shared-words",
        Reason::SameBirth => "same-birth",
        Reason::DayAndMonthSwapped => "day-and-month-swapped",
        Reason::BirthAgrees => "birth-agrees",
        Reason::BirthNear => "birth-near",
        Reason::BirthDiffers => "birth-differs",
    }
}

fn likenesses(desk: &Desk, found: &[Likeness]) {
    if found.is_empty() {
        return;
    }
    let w = desk.w();
    say(&look(Look::Amber, &w.person_duplicates(found.len())));
    let reason = |reason: &Reason| match reason {
        Reason::SameName => w.person_alike_same_name().to_owned(),
        Reason::NameWithin => w.person_alike_name_within().to_owned(),
        Reason::SharedWords(count) => w.person_alike_shared(*count),
        Reason::SameBirth => w.person_alike_same_birth().to_owned(),
        Reason::DayAndMonthSwapped => w.person_alike_swapped().to_owned(),
        Reason::BirthAgrees => w.person_alike_birth_agrees().to_owned(),
        Reason::BirthNear => w.person_alike_birth_near().to_owned(),
        Reason::BirthDiffers => w.person_alike_birth_differs().to_owned(),
    };
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|one| {
            let why: Vec<String> = one.reasons.iter().map(reason).collect();
            vec![one.person.to_string(), one.name.as_ref().map(said::name).unwrap_or_default(), w.list(&why)]
        })
        .collect();
    table(&[w.person_head_person(), w.person_head_name(), w.person_head_why()], &rows);
}
