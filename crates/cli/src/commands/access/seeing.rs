//! Why a post sees a case; what each function may; figures; what supervision cases drew.

use authorization::{Action, Bearing, Figure, Function, Ground, Reason, given};
use casework::drawing::Drawn;
use serde_json::{Value, json};

use crate::commands::case::title;
use crate::commands::case_shown::verb;
use crate::context::Trouble;
use crate::desk::Desk;
use crate::print::{Look, say, shown, table};
use crate::said::opening::action;

pub async fn why(desk: &Desk, number: i64) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let reason = desk.house.why(&acting, number).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&json!({ "case": number, "why": written(&reason) }), || say(&because(desk, &reason)));
    Ok(())
}

/// Why a post sees a case, in a sentence.
pub fn because(desk: &Desk, reason: &Reason) -> String {
    let (w, organ) = (desk.w(), desk.organ_name(&reason.organ));
    match &reason.ground {
        Ground::Bears { verb: word, basis, since, .. } => {
            w.access_because_bears(&basis.join(", "), organ, &desk.instant(*since), &verb(desk, word))
        }
        Ground::Keeps { before } => w.access_because_keeps(&desk.instant(*before), organ),
        Ground::Opened { why, until, .. } => w.access_because_opened(&desk.instant(*until), why),
        Ground::Drawn { by, why, .. } => w.access_because_drawn(&by.to_string(), organ, why),
    }
}

/// The same for programs.
pub fn written(reason: &Reason) -> Value {
    let ground = match &reason.ground {
        Ground::Bears { leads, verb, duty, basis, since, until } => json!({
            "ground": "bears",
            "leads": leads,
            "verb": verb,
            "duty": duty,
            "basis": basis,
            "since": since.to_string(),
            "until": until.map(|at| at.to_string()),
        }),
        Ground::Keeps { before } => json!({ "ground": "keeps", "before": before.to_string() }),
        Ground::Opened { opening, why, until } => json!({
            "ground": "opened",
            "opening": opening.to_string(),
            "why": why,
            "until": until.to_string(),
        }),
        Ground::Drawn { by, why, since } => json!({
            "ground": "drawn",
            "supervision": by,
            "why": why,
            "since": since.to_string(),
        }),
    };
    let mut all = json!({ "function": reason.function.word(), "organ": reason.organ });
    if let (Some(all), Value::Object(ground)) = (all.as_object_mut(), ground) {
        all.extend(ground);
    }
    all
}

pub fn roles(desk: &Desk, function: Option<&str>) -> Result<(), Trouble> {
    let w = desk.w();
    let wanted: Vec<Function> = match function {
        None => Function::ALL.to_vec(),
        Some(word) => vec![Function::of(word).ok_or_else(|| {
            let all: Vec<&str> = Function::ALL.iter().map(|one| one.word()).collect();
            Trouble::wrong_use(w.post_function_unknown(word), w.post_function_unknown_todo(&all.join(", ")))
                .coded("function-unknown")
        })?],
    };
    let bearings: Vec<Option<Bearing>> = Bearing::ALL.iter().copied().map(Some).chain([None]).collect();
    let word = |bearing: Option<Bearing>| bearing.map_or("without-a-case", Bearing::word);
    let object: Vec<Value> = wanted
        .iter()
        .map(|function| {
            let by: serde_json::Map<String, Value> = bearings
                .iter()
                .map(|bearing| {
                    let may = Action::ALL.iter().filter(|action| given(*function, *bearing).has(**action));
                    (word(*bearing).to_owned(), may.map(|action| action.word()).collect())
                })
                .collect();
            json!({ "function": function.word(), "may": by })
        })
        .collect();
    desk.answer(&json!({ "roles": object }), || {
        let heads = [
            "",
            w.access_bearing_lead(),
            w.access_bearing_decide(),
            w.access_bearing_do(),
            w.access_bearing_take_part(),
            w.access_bearing_steer(),
            w.access_bearing_supervise(),
            w.access_bearing_none(),
        ];
        for function in &wanted {
            say(&shown(Look::Strong, function.word()));
            let rows: Vec<Vec<String>> = Action::ALL
                .iter()
                .map(|one| (one, bearings.iter().map(|bearing| given(*function, *bearing).has(*one)).collect()))
                .filter(|(_, may): &(_, Vec<bool>)| may.contains(&true))
                .map(|(one, may)| {
                    let mark = |may: bool| if may { "×".to_owned() } else { String::new() };
                    std::iter::once(action(w, *one)).chain(may.into_iter().map(mark)).collect()
                })
                .collect();
            table(&heads, &rows);
            say("");
        }
    });
    Ok(())
}

pub async fn figures(desk: &Desk) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let told = desk.house.figures(&acting).await.map_err(|error| desk.trouble(error))?;
    let number = |figure: Figure| match figure {
        Figure::None => json!(0),
        Figure::Of(number) => json!(number),
        Figure::Few => json!("few"),
        Figure::Withheld => json!("withheld"),
    };
    let object: Vec<Value> = told
        .iter()
        .map(|one| {
            let by: Vec<Value> =
                one.by_lead.iter().map(|(lead, figure)| json!({ "lead": lead, "cases": number(*figure) })).collect();
            json!({ "case_type": one.case_type, "cases": number(one.all), "by_lead": by })
        })
        .collect();
    desk.answer(&json!({ "figures": object }), || {
        let w = desk.w();
        if told.is_empty() {
            return say(w.access_no_figures());
        }
        let few = authorization::SMALL.saturating_sub(1).to_string();
        let number = |figure: Figure| match figure {
            Figure::None => "0".to_owned(),
            Figure::Of(number) => number.to_string(),
            Figure::Few => format!("1–{few}"),
            Figure::Withheld => w.access_withheld().to_owned(),
        };
        let rows: Vec<Vec<String>> = told
            .iter()
            .flat_map(|one| {
                let name = title(desk, &one.case_type);
                let all = vec![name.clone(), w.access_all().to_owned(), number(one.all)];
                let by = one.by_lead.iter().map(move |(lead, figure)| (lead, *figure));
                let by =
                    by.map(move |(lead, figure)| vec![name.clone(), desk.organ_name(lead).to_owned(), number(figure)]);
                std::iter::once(all).chain(by).collect::<Vec<_>>()
            })
            .collect();
        table(&[w.access_head_type(), w.access_head_lead(), w.access_head_cases()], &rows);
    });
    Ok(())
}

pub async fn draw(desk: &Desk, supervision: &str, number: i64, reason: &str) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let supervision = desk.case(&acting, supervision).await?;
    let drawn = desk.house.draw(&acting, supervision, number, reason).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&of_drawn(&drawn), || {
        let (number, by) = (drawn.number.to_string(), drawn.supervision_number.to_string());
        say(&desk.w().access_drawn(&by, &number));
    });
    Ok(())
}

pub async fn drawn(desk: &Desk, supervision: &str) -> Result<(), Trouble> {
    let acting = desk.acting().await?;
    let supervision = desk.case(&acting, supervision).await?;
    let found = desk.house.drawn(&acting, supervision).await.map_err(|error| desk.trouble(error))?;
    desk.answer(&json!({ "drawn": found.iter().map(of_drawn).collect::<Vec<_>>() }), || {
        let w = desk.w();
        if found.is_empty() {
            return say(w.access_nothing_drawn());
        }
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|one| vec![one.number.to_string(), one.post.clone(), desk.instant(one.at), one.reason.clone()])
            .collect();
        table(&[w.access_head_case(), w.access_head_drawn_by(), w.access_head_drawn(), w.access_head_reason()], &rows);
    });
    Ok(())
}

fn of_drawn(one: &Drawn) -> Value {
    json!({
        "id": one.id.to_string(),
        "supervision": one.supervision_number,
        "case": one.number,
        "reason": one.reason,
        "post": one.post,
        "organ": one.organ,
        "at": one.at.to_string(),
    })
}
