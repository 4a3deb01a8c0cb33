//! What is refused about reorganisations.

use casework::reorganisation::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => {
            Trouble::refused(w.reorganise_unknown()).coded("reorganisation-unknown").todo(w.reorganise_unknown_todo())
        }
        Refusal::NoSuchDay { day, known } => {
            let days: Vec<String> = known.iter().map(|day| w.day(*day)).collect();
            Trouble::wrong_use(w.reorganise_no_such_day(&w.day(*day)), w.reorganise_no_such_day_todo(&w.list(&days)))
                .coded("no-such-day")
                .with("day", day.to_string())
                .with("known", known.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        Refusal::UnknownPlan(plan) => {
            Trouble::wrong_use(w.reorganise_unknown_plan(&plan.to_string()), w.reorganise_plan_again())
                .coded("plan-unknown")
                .with("plan", plan.to_string())
        }
        Refusal::OtherDay { planned, asked } => {
            Trouble::wrong_use(w.reorganise_other_day(&w.day(*asked), &w.day(*planned)), String::new())
                .coded("plan-of-other-day")
                .with("planned", planned.to_string())
                .with("asked", asked.to_string())
        }
        Refusal::OtherEdition { planned, now } => Trouble::stale(w.reorganise_other_edition(now, planned))
            .coded("plan-of-other-edition")
            .todo(w.reorganise_plan_again())
            .with("planned", planned.as_str())
            .with("now", now.as_str()),
        Refusal::MovedTooFar { changed, of } => {
            Trouble::stale(w.reorganise_moved_too_far(&w.number(*changed), *of, &w.number(*of)))
                .coded("plan-stale")
                .todo(w.reorganise_plan_again())
                .with("changed", *changed)
                .with("of", *of)
        }
        Refusal::UnderWay { run, day, until } => {
            Trouble::stale(w.reorganise_under_way(&w.day(*day), &desk.instant(*until)))
                .coded("run-under-way")
                .todo(w.reorganise_under_way_todo(&day.to_string()))
                .with("run", run.to_string())
                .with("day", day.to_string())
                .with("until", until.to_string())
        }
        Refusal::TakenOver(run) => {
            Trouble::stale(w.reorganise_taken_over()).coded("run-taken-over").with("run", run.to_string())
        }
        Refusal::NotUnderWay(run) => Trouble::refused(w.reorganise_not_under_way(&run.to_string()))
            .coded("not-under-way")
            .with("run", run.to_string()),
        Refusal::NothingApplied(day) => Trouble::refused(w.reorganise_nothing_applied(&w.day(*day)))
            .coded("nothing-applied")
            .with("day", day.to_string()),
        Refusal::BatchSize(size) => {
            Trouble::wrong_use(w.reorganise_batch(&size.to_string()), String::new()).coded("batch-size")
        }
        Refusal::RunOfOtherEdition { run, now } => Trouble::refused(w.reorganise_run_of_other_edition(now, run))
            .coded("run-of-other-edition")
            .todo(w.reorganise_run_of_other_edition_todo())
            .with("run_edition", run.as_str())
            .with("now", now.as_str()),
    }
}
