//! `kotopolku access`: why a post sees a case, files opened outside of the holdings of one's organ, files drawn into supervision
//! cases, figures for who sees no file, and the table of who may do what.

mod seeing;

pub use seeing::{because, written as why_written};

use casework::opening::{Opening, Verdict};
use casework::post::Acting;
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::DONE;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{say, table};

/// `access`
#[derive(Debug, Subcommand)]
pub enum Access {
    /// Why this post sees a case: through which holding, opening or drawing
    Why {
        /// The number of the case
        number: i64,
    },
    /// What each function may do, through each way in which its organ bears a case
    Roles {
        /// Only this function
        function: Option<String>,
    },
    /// How many open cases there are of which this post may see figures; small numbers are not told
    Figures,
    /// Draw the file of a case into a supervision case, so that its supervisors read it until that case closes
    Draw {
        /// The supervision case, by its number
        supervision: String,
        /// The number of the case whose file is drawn
        number: i64,
        /// Why, in words
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    /// What a supervision case drew
    Drawn {
        /// The supervision case, by its number
        supervision: String,
    },
    /// Open a case that the organ does not bear, for an hour: the person sees who did and why, and another organ reviews it
    Open {
        /// The number of the case
        number: i64,
        /// Why, in words
        #[arg(long, value_name = "WORDS")]
        reason: String,
    },
    /// What was opened outside of the organ's holdings; with --person, what was opened of a person's own cases
    List {
        /// Act as this person: who opened their cases, and why
        #[arg(long, value_name = "IDENTITY")]
        person: Option<String>,
    },
    /// What others opened of the cases that the organ leads, and nobody has reviewed
    ToReview,
    /// Say whether there was reason for an opening by another organ
    Review {
        /// The opening, as `access to-review` shows it
        opening: String,
        /// Whether there was
        #[arg(long, value_name = "VERDICT")]
        verdict: Said,
        /// Why you say so
        #[arg(long, value_name = "WORDS")]
        note: String,
    },
}

/// What a review says.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Said {
    /// There was reason
    Justified,
    /// There was no reason
    NotJustified,
}

pub async fn run(desk: &Desk, what: &Access) -> Result<u8, Trouble> {
    match what {
        Access::Why { number } => seeing::why(desk, *number).await?,
        Access::Roles { function } => seeing::roles(desk, function.as_deref())?,
        Access::Figures => seeing::figures(desk).await?,
        Access::Draw { supervision, number, reason } => seeing::draw(desk, supervision, *number, reason).await?,
        Access::Drawn { supervision } => seeing::drawn(desk, supervision).await?,
        Access::Open { number, reason } => {
            let acting = desk.acting().await?;
            let opened =
                desk.house.open_outside(&acting, *number, reason).await.map_err(|error| desk.trouble(error))?;
            desk.answer(&written(&opened), || {
                say(&desk.w().access_opened(&number.to_string(), &desk.instant(opened.until)));
            });
        }
        Access::List { person } => {
            let found = match person {
                Some(person) => desk.house.own_openings(&Acting::own(desk.person(person)?)).await,
                None => desk.house.openings(&desk.acting().await?).await,
            };
            listed(desk, &found.map_err(|error| desk.trouble(error))?, desk.w().access_none());
        }
        Access::ToReview => {
            let found = desk.house.openings_to_review(&desk.acting().await?).await;
            listed(desk, &found.map_err(|error| desk.trouble(error))?, desk.w().access_none_to_review());
        }
        Access::Review { opening, verdict, note } => {
            let verdict = match verdict {
                Said::Justified => Verdict::Justified,
                Said::NotJustified => Verdict::NotJustified,
            };
            let (acting, id) = (desk.acting().await?, desk.identity(opening)?);
            let reviewed = desk.house.review_opening(&acting, id, verdict, note).await;
            let reviewed = reviewed.map_err(|error| desk.trouble(error))?;
            desk.answer(&written(&reviewed), || say(&desk.w().access_reviewed(&reviewed.number.to_string())));
        }
    }
    Ok(DONE)
}

fn listed(desk: &Desk, found: &[Opening], none: &str) {
    let all: Vec<Value> = found.iter().map(written).collect();
    desk.answer(&json!({ "openings": all }), || {
        let w = desk.w();
        if found.is_empty() {
            return say(none);
        }
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|one| {
                let review = match one.review.as_ref().map(|review| review.verdict) {
                    None => w.access_not_reviewed(),
                    Some(Verdict::Justified) => w.access_justified(),
                    Some(Verdict::NotJustified) => w.access_not_justified(),
                };
                vec![
                    one.id.to_string(),
                    one.number.to_string(),
                    format!("{} ({})", one.post, desk.organ_name(&one.organ)),
                    desk.instant(one.opened),
                    one.reason.clone(),
                    review.to_owned(),
                ]
            })
            .collect();
        let heads = [
            w.access_head_opening(),
            w.access_head_case(),
            w.access_head_post(),
            w.access_head_opened(),
            w.access_head_reason(),
            w.access_head_review(),
        ];
        table(&heads, &rows);
    });
}

fn written(one: &Opening) -> Value {
    json!({
        "id": one.id.to_string(),
        "case": one.case.to_string(),
        "number": one.number,
        "case_type": one.case_type,
        "post": one.post,
        "organ": one.organ,
        "function": one.function,
        "reason": one.reason,
        "opened": one.opened.to_string(),
        "until": one.until.to_string(),
        "review": one.review.as_ref().map(|review| json!({
            "verdict": review.verdict.word(),
            "note": review.note,
            "post": review.post,
            "organ": review.organ,
            "at": review.at.to_string(),
        })),
    })
}
