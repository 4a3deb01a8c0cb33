//! `kotopolku prove`: that each case has exactly one lead, at every instant, over the database as it stands.

use casework::promise::{Broken, Fault, Proof};
use clap::Args;
use serde_json::{Value, json};

use super::{DONE, FAULTY};
use crate::context::Trouble;
use crate::desk::{AtDesk, Desk};
use crate::print::{Look, rows, say, shown};

/// `prove`
#[derive(Debug, Args)]
pub struct Prove {
    /// Where, as whom, when.
    #[command(flatten)]
    pub desk: AtDesk,
    /// So many faults of a sort are named at most
    #[arg(long, value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(i64).range(1..=10_000))]
    pub at_most: i64,
}

pub async fn run(desk: &Desk, what: &Prove) -> Result<u8, Trouble> {
    let acting = desk.acting_or_operator().await?;
    let proof = desk.house.prove_promise(&acting, what.at_most).await.map_err(|error| desk.trouble(error))?;
    let faults: Vec<Value> = proof.faults.iter().map(|fault| fault_object(desk, fault)).collect();
    let object = json!({
        "holds": proof.faults.is_empty(),
        "cases": proof.cases,
        "open": proof.open,
        "leads": proof.leads,
        "beside": proof.beside,
        "between_chairs": proof.between_chairs,
        "faults": faults,
    });
    desk.answer(&object, || text(desk, &proof));
    Ok(if proof.faults.is_empty() { DONE } else { FAULTY })
}

fn text(desk: &Desk, proof: &Proof) {
    let w = desk.w();
    if !proof.faults.is_empty() {
        say(&shown(Look::Amber, &w.promise_broken(proof.faults.len())));
        for fault in &proof.faults {
            let what = broken(desk, &fault.broken);
            let said = match fault.number {
                Some(number) => w.promise_fault(&number.to_string(), &what),
                None => w.promise_fault_no_case(&what),
            };
            say(&format!("  · {said}"));
        }
        say(&shown(Look::Quiet, w.promise_broken_todo()));
    } else if proof.cases == 0 {
        return say(w.promise_holds_none());
    } else {
        say(&w.promise_holds(proof.cases));
    }
    let line = |count: i64, label: &str| vec![format!("  {label}"), w.number(count)];
    rows(&[
        line(proof.cases, w.promise_row_cases()),
        line(proof.open, w.promise_row_open()),
        line(proof.leads, w.promise_row_leads()),
        line(proof.beside, w.promise_row_beside()),
        line(proof.between_chairs, w.promise_row_between()),
    ]);
}

/// What is broken, in words.
fn broken(desk: &Desk, broken: &Broken) -> String {
    let w = desk.w();
    match broken {
        Broken::First => w.promise_first(),
        Broken::Gap => w.promise_gap(),
        Broken::Fork => w.promise_fork(),
        Broken::Last => w.promise_last(),
        Broken::Pointer => w.promise_pointer(),
        Broken::Beside => w.promise_beside(),
        Broken::Edition => w.promise_edition(),
        Broken::OrganNotThere { organ, at } => {
            return w.promise_organ_not_there(&desk.instant(*at), desk.organ_name(organ));
        }
    }
    .to_owned()
}

fn fault_object(desk: &Desk, fault: &Fault) -> Value {
    let mut object = json!({
        "case": fault.number,
        "code": fault.broken.word(),
        "what": broken(desk, &fault.broken),
    });
    if let Broken::OrganNotThere { organ, at } = &fault.broken {
        object["organ"] = organ.as_str().into();
        object["at"] = at.to_string().into();
    }
    object
}
