//! `kotopolku who`.

use super::{ANSWERED, NOBODY, UNDETERMINED};
use crate::arguments::{Format, Who};
use crate::context::{Context, Trouble};
use crate::print::{self, Look, say, shown};
use register::ask::{Answer, Ask, Bearing, Facts, Outcome, Undetermined};
use register::resolved::{Certainty, Force, Role, Status};
use web::said;
use web::words::Words;

pub fn run(context: &Context, command: &Who) -> Result<u8, Trouble> {
    let register = &*context.register;
    let none = Facts::none();
    let refused = |refusal| context.refused(&refusal, &none);
    let on = context.day(command.on.as_deref())?;
    let duty = register.duty(&command.duty).map_err(refused)?;
    let municipality = match command.place.trim() {
        "abroad" => None,
        word => Some(register.municipality(word, on).map_err(refused)?),
    };
    let mut given = Vec::new();
    for word in &command.given {
        let (name, value) =
            word.split_once('=').ok_or_else(|| Trouble::wrong_use(context.w.cli_given_form(word), String::new()))?;
        given.push((name.trim(), value.trim()));
    }
    let facts = register.facts(given).map_err(refused)?;
    let answer = register.who(duty, municipality, on, &facts).map_err(|refusal| context.refused(&refusal, &facts))?;
    match command.format {
        Format::Json => print::json(&said::who(context.w, register, &answer)),
        Format::Text => show(context, &answer),
    }
    Ok(match answer.outcome {
        Outcome::Answered { .. } => ANSWERED,
        Outcome::Nobody(_) => NOBODY,
        Outcome::Undetermined(_) => UNDETERMINED,
    })
}

fn show(context: &Context, answer: &Answer) {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    let place = answer.municipality.map_or_else(
        || w.cli_abroad().to_owned(),
        |one| {
            let one = register.resolved.territory.at(one);
            format!("{} ({})", one.names.get(language), one.code)
        },
    );
    say(&shown(Look::Strong, &format!("{} · {place} · {}", duty.title.get(language), w.day(answer.on))));
    say("");
    match &answer.outcome {
        Outcome::Answered { lead, beside, perhaps } => {
            let mut rows = vec![line(context, "●", lead, Some(lead.force))];
            rows.extend(beside.iter().map(|one| line(context, "○", one, None)));
            rows.extend(perhaps.iter().map(|one| line(context, "?", one, None)));
            print::rows(&rows);
            provisos(context, answer, beside);
            provisos(context, answer, perhaps);
            if !perhaps.is_empty() {
                say(&shown(Look::Quiet, &format!("  ? {}", w.cli_perhaps())));
            }
            notes(context, answer, lead);
            path(context, answer);
            basis(context, answer, &lead.clauses, Role::Lead);
        }
        Outcome::Nobody(nobody) => {
            say(&shown(Look::Amber, &format!("◇ {}", w.cli_nobody())));
            for clause in nobody.clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]) {
                if let Some(why) = &clause.why {
                    say(&format!("  {}", why.get(language)));
                }
            }
            path(context, answer);
            basis(context, answer, &nobody.clauses, Role::Nobody);
        }
        Outcome::Undetermined(undetermined) => unknown(context, undetermined),
    }
    say("");
    say(&shown(Look::Quiet, &w.cli_edition(register.edition.short())));
}

fn line(context: &Context, mark: &str, bearing: &Bearing, force: Option<Force>) -> Vec<String> {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    let verb = register.resolved.words.verbs[usize::from(bearing.verb)].third.get(language);
    let force = force.map_or("", |force| force_word(w, force));
    let organ = said::organ_name(w, register, bearing.organ);
    vec![
        format!("{mark} {organ}"),
        verb.to_owned(),
        force.to_owned(),
        register.resolved.organs.at(bearing.organ).id.clone(),
    ]
}

fn force_word(w: &Words, force: Force) -> &str {
    match force {
        Force::Must => w.responsibility_must(),
        Force::May => w.responsibility_may(),
    }
}

/// What an official must find to hold before an organ stands beside.
fn provisos(context: &Context, answer: &Answer, beside: &[Bearing]) {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    for one in beside {
        let provided = one.clauses.iter().find_map(|clause| duty.beside[usize::from(*clause)].provided.as_ref());
        if let Some(provided) = provided {
            let organ = said::organ_name(w, register, one.organ);
            say(&shown(Look::Quiet, &format!("    {organ}: {}", w.said_provided(provided.get(language)))));
        }
    }
}

/// How sure the answer is, where it is not quite.
fn notes(context: &Context, answer: &Answer, lead: &Bearing) {
    let (w, register) = (context.w, &*context.register);
    let language = said::register_language(w.language());
    let mut all = Vec::new();
    all.extend(match lead.certainty {
        Certainty::Verified => None,
        Certainty::Inferred => Some(w.said_inferred().to_owned()),
        Certainty::Seed => Some(w.said_seed().to_owned()),
    });
    all.extend(match lead.status {
        Status::Verified => None,
        Status::Unconfirmed => Some(w.said_unconfirmed().to_owned()),
        Status::Eliminated => Some(w.said_eliminated().to_owned()),
    });
    let duty = &register.resolved.duties[usize::from(answer.duty)];
    for clause in lead.clauses.iter().map(|clause| &duty.lead[usize::from(*clause)]) {
        all.extend(clause.note.as_ref().map(|note| note.get(language).to_owned()));
    }
    if !all.is_empty() {
        say("");
        say(&shown(Look::Strong, w.cli_note()));
        for note in all {
            say(&format!("  · {note}"));
        }
    }
}

fn path(context: &Context, answer: &Answer) {
    let path = said::because(context.w, &context.register, answer);
    if !path.is_empty() {
        say("");
        say(&shown(Look::Strong, context.w.cli_because()));
        for one in path {
            say(&format!("  · {one}"));
        }
    }
}

fn basis(context: &Context, answer: &Answer, clauses: &[u16], role: Role) {
    let (w, register) = (context.w, &*context.register);
    let cited = register.bases(answer, clauses, role);
    if cited.is_empty() {
        return;
    }
    say("");
    say(&shown(Look::Strong, w.cli_basis()));
    let rows: Vec<Vec<String>> = cited
        .iter()
        .map(|one| {
            let source = &register.resolved.sources[usize::from(one.source)];
            let address = source.address(said::register_language(w.language())).unwrap_or_default();
            vec![format!("  · {}", said::citation(w, register, one)), address.to_owned()]
        })
        .collect();
    print::rows(&rows);
}

fn unknown(context: &Context, undetermined: &Undetermined) {
    let (w, register) = (context.w, &*context.register);
    say(w.cli_undetermined());
    say("");
    say(w.cli_possible());
    for one in &undetermined.possible {
        let said = match one.lead {
            None => w.cli_possible_nobody().to_owned(),
            Some((organ, force)) => format!("{} ({})", said::organ_name(w, register, organ), force_word(w, force)),
        };
        say(&format!("  · {said}"));
    }
    say("");
    let language = said::register_language(w.language());
    match &undetermined.ask {
        None => say(w.cli_ask_nothing_left()),
        Some(Ask::Municipality) => say(w.cli_ask_municipality_how()),
        Some(Ask::Attribute(index, possible)) => {
            let attribute = register.resolved.words.at(*index);
            say(&shown(Look::Strong, &w.cli_ask(&attribute.id, attribute.question.get(language))));
            say(&shown(Look::Quiet, &format!("  {}", attribute.why.get(language))));
            say(&w.cli_ask_how(&attribute.id));
            if attribute.kind == register::resolved::AttributeKind::Age {
                return say(&format!("  {}", w.said_values_age()));
            }
            let rows: Vec<Vec<String>> = attribute
                .values
                .iter()
                .enumerate()
                .filter(|(value, _)| possible >> value & 1 == 1)
                .map(|(_, value)| vec![format!("  {}", value.id), value.title.get(language).to_owned()])
                .collect();
            print::rows(&rows);
        }
    }
}
