//! `kotopolku decision`: administrative decisions: made, notified, replaced, annulled; never edited.

use casework::case::field::Given;
use casework::decision::{Decided, Decision, Effect, Kind, NewDecision, NewNotification, Refusal};
use casework::post::Acting;
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};
use serde_json::json;
use uuid::Uuid;

use super::DONE;
use super::decision_shown as shown;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::say;

/// `decision`
#[derive(Debug, Subcommand)]
pub enum DecisionOf {
    /// Make a decision in a case, and take the step that makes it
    Make {
        /// The case's number
        case: String,
        /// What is decided.
        #[command(flatten)]
        making: Making,
    },
    /// The decisions of a case, and what became of each
    List {
        /// The case's number
        case: String,
    },
    /// A decision: who made it, on what, and until when it can be appealed
    Show {
        /// The decision, as `decision list` shows it: 7/1 is the first of case 7
        decision: String,
    },
    /// Record that a decision was notified; counts until when it can be appealed
    Notify(Notify),
    /// Make a decision that stands in place of an earlier one
    Replace(Anew),
    /// Make a decision that annuls an earlier one
    Annul(Anew),
}

/// What is decided.
#[derive(Debug, Args)]
pub struct Making {
    /// A step that decides (see `case show`)
    step: String,
    /// The version of the case that it is based on, as `case show` says it
    #[arg(long, value_name = "VERSION")]
    seen: i64,
    /// A value to write down with it, its reasons above all; may be repeated
    #[arg(long, value_name = "FIELD=VALUE")]
    field: Vec<String>,
    /// What is decided
    #[arg(long, value_name = "RESULT")]
    result: Option<String>,
    /// Where the register names another organ by now: the transitional provision on which this one still decides
    #[arg(long, value_name = "TEXT")]
    although: Option<String>,
}

/// `decision replace` and `decision annul`
#[derive(Debug, Args)]
pub struct Anew {
    /// The earlier decision, as `decision list` shows it, or its identity
    earlier: String,
    /// What is decided.
    #[command(flatten)]
    making: Making,
    /// The case in which it is decided; of the same person and duty [default: that of the earlier decision]
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
}

/// `decision notify`
#[derive(Debug, Args)]
pub struct Notify {
    /// The decision, as `decision list` shows it, or its identity
    decision: String,
    /// How
    #[arg(long, value_parser = kinds())]
    kind: String,
    /// The day on which it was sent, handed over or published
    #[arg(long, value_name = "DAY")]
    sent: Option<String>,
    /// The day on which it counts as received [default: as the register counts it from the sending, where it does]
    #[arg(long, value_name = "DAY")]
    received: Option<String>,
    /// What that day rests on: the receipt, the section
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The appeal limit that counts, where several could
    #[arg(long, value_name = "LIMIT")]
    limit: Option<String>,
    /// The notification that was mistaken, and that this one stands in place of
    #[arg(long, value_name = "NOTIFICATION")]
    replaces: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.word()))
}

pub async fn run(desk: &Desk, what: &DecisionOf) -> Result<u8, Trouble> {
    match what {
        DecisionOf::Make { case, making } => {
            let fields = making.fields(desk)?;
            let acting = desk.acting().await?;
            let case = desk.case(&acting, case).await?;
            let made = desk.house.decide(&acting, making.decision(case, &fields)).await;
            decided(desk, &acting, made).await?;
        }
        DecisionOf::List { case } => {
            let acting = desk.acting().await?;
            let case = desk.case(&acting, case).await?;
            let all = desk.house.decisions(&acting, case).await.map_err(|error| desk.trouble(error))?;
            let object = json!({
                "case_id": case,
                "decisions": all.iter().map(|one| shown::object(desk, one)).collect::<Vec<_>>(),
            });
            desk.answer(&object, || shown::list(desk, &all));
        }
        DecisionOf::Show { decision } => {
            let acting = desk.acting().await?;
            let one = find(desk, &acting, decision).await?;
            desk.answer(&shown::object(desk, &one), || shown::text(desk, &one));
        }
        DecisionOf::Notify(notify) => notified(desk, notify).await?,
        DecisionOf::Replace(anew) => again(desk, anew, Effect::Replaces).await?,
        DecisionOf::Annul(anew) => again(desk, anew, Effect::Annuls).await?,
    }
    Ok(DONE)
}

impl Making {
    fn fields(&self, desk: &Desk) -> Result<Vec<Given>, Trouble> {
        super::case::given(desk, &self.field)
    }

    fn decision<'a>(&'a self, case: Uuid, fields: &'a [Given]) -> NewDecision<'a> {
        NewDecision {
            case,
            step: &self.step,
            based_on: self.seen,
            result: self.result.as_deref(),
            fields,
            although: self.although.as_deref(),
        }
    }
}

async fn again(desk: &Desk, anew: &Anew, effect: Effect) -> Result<(), Trouble> {
    let fields = anew.making.fields(desk)?;
    let acting = desk.acting().await?;
    let (earlier, case) = match (&anew.case, anew.earlier.trim().parse::<Uuid>()) {
        // It may be of a case that this organ does not bear: whether it can be replaced is for the rule to say.
        (Some(case), Ok(earlier)) => (earlier, desk.case(&acting, case).await?),
        (case, _) => {
            let earlier = find(desk, &acting, &anew.earlier).await?;
            let case = match case {
                Some(case) => desk.case(&acting, case).await?,
                None => earlier.case.id,
            };
            (earlier.decision.id, case)
        }
    };
    let made = desk.house.replace_decision(&acting, earlier, effect, anew.making.decision(case, &fields)).await;
    decided(desk, &acting, made).await
}

/// Says what was decided.
async fn decided(desk: &Desk, acting: &Acting, made: Result<Decision, casework::Error>) -> Result<(), Trouble> {
    let made = made.map_err(|error| desk.trouble(error))?;
    let one = desk.house.decision(acting, made.id).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&shown::object(desk, &one), || {
        let w = desk.w();
        let (name, number) = (shown::name(&one), one.case.number.to_string());
        say(&match one.decision.made.replaces {
            None => w.decision_made(&number, &name),
            Some((Effect::Replaces, _)) => w.decision_made_instead(&number, &name),
            Some((Effect::Annuls, _)) => w.decision_made_annulling(&number, &name),
        });
        say("");
        shown::text(desk, &one);
    });
    Ok(())
}

async fn notified(desk: &Desk, notify: &Notify) -> Result<(), Trouble> {
    let day = |word: &Option<String>| word.as_deref().map(|word| desk.a_day(word)).transpose();
    let w = desk.w();
    let kind = notify.kind.parse().map_err(|()| Trouble::wrong_use(notify.kind.clone(), ""))?;
    let replaces = notify.replaces.as_deref().map(|word| desk.identity(word)).transpose()?;
    let (sent, received) = (day(&notify.sent)?, day(&notify.received)?);
    let acting = desk.acting().await?;
    let decision = find(desk, &acting, &notify.decision).await?.decision.id;
    let (reason, limit) = (notify.reason.as_str(), notify.limit.as_deref());
    let new = NewNotification { decision, kind, sent, received, reason, limit, replaces };
    desk.house.notify_decision(&acting, new).await.map_err(|error| desk.trouble(error))?;
    let one = desk.house.decision(&acting, decision).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&shown::object(desk, &one), || {
        say(&w.decision_notified(&shown::name(&one)));
        say("");
        shown::text(desk, &one);
    });
    Ok(())
}

/// The decision that is meant: its identity, or the number of its case and its place in it.
async fn find(desk: &Desk, acting: &Acting, word: &str) -> Result<Decided, Trouble> {
    let word = word.trim();
    if let Ok(id) = word.parse() {
        return desk.house.decision(acting, id).await.map_err(|error| desk.trouble(error));
    }
    let wrong =
        || Trouble::wrong_use(desk.w().decision_wrong(word), desk.w().decision_wrong_todo()).coded("decision-wrong");
    let (case, place) = word.split_once('/').ok_or_else(wrong)?;
    let place: usize = place.trim().parse().map_err(|_| wrong())?;
    let case = desk.case(acting, case).await?;
    let all = desk.house.decisions(acting, case).await.map_err(|error| desk.trouble(error))?;
    all.into_iter().find(|one| one.place == place).ok_or_else(|| desk.trouble(Refusal::Unknown))
}
