//! How a decision is shown: for people in their language, for programs by stable names.

use casework::decision::asking::SupportWord;
use casework::decision::{Decided, Effect, Kind, NoAppeal, Notification, Standing};
use casework::holding::Role;
use register::resolved::Version;
use serde_json::{Value, json};
use web::said::register_language;

use crate::desk::Desk;
use crate::print::{Look, plain, rows, say, shown, table};

/// How it is named on the command line.
pub fn name(one: &Decided) -> String {
    format!("{}/{}", one.case.number, one.place)
}

fn version<'a>(desk: &'a Desk, one: &Decided) -> Option<&'a Version> {
    desk.house.version_of(&one.case).ok()
}

fn step(desk: &Desk, one: &Decided) -> String {
    let word = one.decision.made.step.as_str();
    let found = version(desk, one).and_then(|version| version.step(word));
    found.map_or(word, |step| step.title.get(register_language(desk.w().language()))).to_owned()
}

/// What was decided; empty where the step gives no result.
fn result(desk: &Desk, one: &Decided) -> String {
    let Some(word) = one.decision.made.result.as_deref() else { return String::new() };
    let found = version(desk, one).and_then(|version| version.results.iter().find(|one| one.id == word));
    found.map_or(word, |result| result.title.get(register_language(desk.w().language()))).to_owned()
}

fn standing(desk: &Desk, one: &Decided) -> String {
    let w = desk.w();
    match one.decision.standing {
        Standing::Stands => w.decision_stands().to_owned(),
        Standing::No(Effect::Replaces, by) => w.decision_was_replaced(&by.to_string()),
        Standing::No(Effect::Annuls, by) => w.decision_was_annulled(&by.to_string()),
    }
}

fn appeal(desk: &Desk, told: &Notification) -> String {
    let w = desk.w();
    match told.appealable_until {
        Ok(until) => w.day(until),
        Err(NoAppeal::NotNamed) => w.decision_appeal_not_named().to_owned(),
        Err(NoAppeal::NotCounted) => w.decision_appeal_not_counted().to_owned(),
    }
}

/// How it was notified.
pub fn kind(desk: &Desk, kind: Kind) -> &'static str {
    let w = desk.w();
    match kind {
        Kind::HandedOver => w.decision_kind_handed_over(),
        Kind::Letter => w.decision_kind_letter(),
        Kind::ProofOfReceipt => w.decision_kind_proof_of_receipt(),
        Kind::Electronic => w.decision_kind_electronic(),
        Kind::Publication => w.decision_kind_publication(),
    }
}

/// Its place in the case, after the organ's name.
pub fn role(desk: &Desk, role: Role) -> &'static str {
    match role {
        Role::Lead => desk.w().case_role_lead(),
        Role::Beside => desk.w().case_role_beside(),
    }
}

/// How sure the register's answer is, in words.
fn certainty<'a>(desk: &Desk, word: &'a str) -> &'a str {
    let w = desk.w();
    match word {
        "verified" => w.decision_certainty_verified(),
        "inferred" => w.decision_certainty_inferred(),
        "seed" => w.decision_certainty_seed(),
        other => other,
    }
}

/// Whether the register supported it, in words.
pub fn support(desk: &Desk, word: SupportWord) -> &'static str {
    let w = desk.w();
    match word {
        SupportWord::Borne => w.decision_support_borne(),
        SupportWord::Open => w.decision_support_open(),
        SupportWord::Gone => w.decision_support_gone(),
    }
}

/// The decisions of a case, for people.
pub fn list(desk: &Desk, all: &[Decided]) {
    let w = desk.w();
    if all.is_empty() {
        return say(w.decision_none());
    }
    let body: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            let decision = &one.decision;
            let stands = match decision.standing {
                Standing::Stands => w.decision_stands(),
                Standing::No(Effect::Replaces, _) => w.decision_replaced(),
                Standing::No(Effect::Annuls, _) => w.decision_annulled(),
            };
            let told = decision.notification.as_ref();
            vec![
                name(one),
                desk.instant(decision.made.at),
                desk.organ_name(&decision.made.organ).to_owned(),
                result(desk, one),
                stands.to_owned(),
                desk.short(told.map(|told| told.received)),
                desk.short(told.and_then(|told| told.appealable_until.ok())),
            ]
        })
        .collect();
    let heads = [
        w.decision_head_decision(),
        w.decision_head_at(),
        w.decision_head_organ(),
        w.decision_head_result(),
        w.decision_head_standing(),
        w.decision_head_received(),
        w.decision_head_appeal(),
    ];
    table(&heads, &body);
}

/// A decision, for people.
pub fn text(desk: &Desk, one: &Decided) {
    let w = desk.w();
    let (decision, made) = (&one.decision, &one.decision.made);
    let outcome = result(desk, one);
    let heading = if outcome.is_empty() { step(desk, one) } else { outcome };
    say(&shown(Look::Strong, &format!("{heading} ({})", name(one))));
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut line = |label: &str, said: String| lines.push(vec![format!("  {label}"), plain(&said)]);
    line(w.decision_row_now(), standing(desk, one));
    line(w.decision_row_made(), w.decision_made_at(&desk.instant(made.at), &step(desk, one)));
    line(
        w.decision_row_by(),
        w.decision_made_by(&made.function, desk.organ_name(&made.organ), &made.post, role(desk, made.role)),
    );
    for (field, value) in &made.texts {
        line(&field_title(desk, one, field), value.clone());
    }
    if let Some((effect, earlier)) = made.replaces {
        let earlier = earlier.to_string();
        line(
            match effect {
                Effect::Replaces => w.decision_row_replaces(),
                Effect::Annuls => w.decision_row_annuls(),
            },
            earlier,
        );
    }
    match &decision.notification {
        None => line(w.decision_row_notified(), w.decision_not_notified().to_owned()),
        Some(told) => {
            let (kind, received) = (kind(desk, told.kind), w.day(told.received));
            let said = match told.sent {
                Some(sent) => w.decision_told_sent(kind, &received, &w.day(sent)),
                None => w.decision_told(kind, &received),
            };
            line(w.decision_row_notified(), said);
            line(w.decision_row_rests_on(), told.reason.clone());
            line(w.decision_row_appeal(), appeal(desk, told));
            line(w.decision_row_notification(), told.id.to_string());
        }
    }
    line(w.decision_row_register(), support(desk, made.support).to_owned());
    if let Some(although) = &made.although {
        line(w.decision_row_although(), although.clone());
    }
    line(w.decision_row_certainty(), certainty(desk, &made.certainty).to_owned());
    line(w.cli_basis(), made.basis.join("; "));
    line(w.decision_row_edition(), made.edition.clone());
    line(w.decision_row_id(), decision.id.to_string());
    rows(&lines);
}

fn field_title(desk: &Desk, one: &Decided, word: &str) -> String {
    let found = version(desk, one).and_then(|version| version.field(word));
    found.map_or(word, |field| field.title.get(register_language(desk.w().language()))).to_owned()
}

/// A decision, for programs.
pub fn object(desk: &Desk, one: &Decided) -> Value {
    let (decision, made) = (&one.decision, &one.decision.made);
    let standing = match decision.standing {
        Standing::Stands => json!({ "word": "stands" }),
        Standing::No(effect, by) => json!({ "word": ended(effect), "by": by }),
    };
    json!({
        "id": decision.id,
        "name": name(one),
        "case": one.case.number,
        "case_id": made.case,
        "case_type": one.case.case_type,
        "duty": one.case.duty,
        "person": one.case.person,
        "step": made.step,
        "result": made.result,
        "result_said": made.result.as_ref().map(|_| result(desk, one)),
        "texts": made.texts,
        "organ": made.organ,
        "post": made.post,
        "function": made.function,
        "role": made.role.word(),
        "holding": made.holding,
        "at": made.at.to_string(),
        "day": made.day.to_string(),
        "case_version": made.case_version,
        "edition": made.edition,
        "clauses": made.clauses,
        "basis": made.basis,
        "certainty": made.certainty,
        "support": made.support.word(),
        "although": made.although,
        "replaces": made.replaces.map(|(effect, earlier)| json!({ "effect": effect.word(), "decision": earlier })),
        "standing": standing,
        "notification": decision.notification.as_ref().map(|told| notification(desk, told)),
    })
}

/// What became of a decision to which this was done.
fn ended(effect: Effect) -> &'static str {
    match effect {
        Effect::Replaces => "replaced",
        Effect::Annuls => "annulled",
    }
}

fn notification(desk: &Desk, told: &Notification) -> Value {
    json!({
        "id": told.id,
        "kind": told.kind.word(),
        "sent": told.sent.map(|day| day.to_string()),
        "received": told.received.to_string(),
        "presumed": told.presumed,
        "reason": told.reason,
        "limit": told.limit,
        "edition": told.edition,
        "appealable_until": told.appealable_until.ok().map(|day| day.to_string()),
        "appealable_until_said": appeal(desk, told),
        "no_appeal": told.appealable_until.err().map(NoAppeal::word),
        "recorded_at": told.recorded_at.to_string(),
        "recorded_by": told.recorded_by,
        "replaces": told.replaces,
    })
}
