//! What is refused about time limits.

use casework::limit::Refusal;

use crate::commands::limit_shown::{rule, telling, title_of};
use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown => Trouble::refused(w.limit_unknown()).coded("limit-unknown").todo(w.limit_unknown_todo()),
        Refusal::RunsNoMore { limit, since } => {
            Trouble::refused(w.limit_runs_no_more(&w.day(*since), title_of(desk, limit)))
                .coded("limit-runs-no-more")
                .with("limit", limit.as_str())
                .with("since", since.to_string())
        }
        Refusal::WithoutDelay(limit) => Trouble::refused(w.limit_without_delay(title_of(desk, limit)))
            .coded("limit-without-delay")
            .with("limit", limit.as_str()),
        Refusal::ReasonMissing => {
            Trouble::wrong_use(w.limit_reason_missing(), w.limit_reason_missing_todo()).coded("reason-missing")
        }
        Refusal::BasisMissing => {
            Trouble::wrong_use(w.limit_basis_missing(), w.limit_basis_todo()).coded("basis-missing")
        }
        Refusal::UnknownBasis { cited, on } => {
            Trouble::wrong_use(w.limit_unknown_basis(cited, &w.day(*on)), w.limit_basis_todo())
                .coded("basis-unknown")
                .with("basis", cited.as_str())
                .with("on", on.to_string())
        }
        Refusal::BeforeStart { from, started } => {
            Trouble::refused(w.limit_before_start(&w.day(*from), &w.day(*started)))
                .coded("before-start")
                .with("from", from.to_string())
                .with("started", started.to_string())
        }
        Refusal::EndsBeforeItBegins { from, until } => {
            Trouble::wrong_use(w.limit_ends_before_it_begins(&w.day(*from), &w.day(*until)), "")
                .coded("ends-before-it-begins")
                .with("from", from.to_string())
                .with("until", until.to_string())
        }
        Refusal::Over { last_day } => {
            Trouble::refused(w.limit_over(&w.day(*last_day))).coded("limit-over").with("last_day", last_day.to_string())
        }
        Refusal::StandsStill { since } => Trouble::refused(w.limit_stands_still_already(&w.day(*since)))
            .coded("limit-stands-still")
            .todo(w.limit_stands_still_already_todo())
            .with("since", since.to_string()),
        Refusal::DoesNotStandStill { on } => Trouble::refused(w.limit_does_not_stand_still(&w.day(*on)))
            .coded("limit-does-not-stand-still")
            .with("on", on.to_string()),
        Refusal::Unfit(unfit) => {
            let length = telling(desk).length(Some(unfit.length));
            Trouble::refused(w.limit_unfit(&length, &rule(desk, None, unfit.rule)))
                .coded("length-unfit")
                .with("rule", unfit.rule.name())
                .with("by", unfit.length.to_string())
        }
        Refusal::AddsNothing => {
            Trouble::wrong_use(w.limit_adds_nothing(), w.limit_length_wrong_todo()).coded("adds-nothing")
        }
        Refusal::Changed { last_day } => {
            let what =
                last_day.map_or_else(|| w.limit_changed_unknown().to_owned(), |day| w.limit_changed(&w.day(day)));
            Trouble::stale(what)
                .coded("limit-changed")
                .todo(w.limit_changed_todo())
                .with("last_day", last_day.map(|day| day.to_string()))
        }
        Refusal::OutOfRange(_) => Trouble::refused(w.limit_out_of_range()).coded("out-of-range"),
        Refusal::NoRule(limit) => Trouble::failed(w.limit_no_rule(title_of(desk, limit)))
            .coded("no-rule")
            .todo(w.limit_no_rule_todo())
            .with("limit", limit.as_str()),
        Refusal::VersionGone { case_type, version } => Trouble::failed(w.limit_version_gone(case_type, version))
            .coded("version-gone")
            .todo(w.limit_version_gone_todo())
            .with("case_type", case_type.as_str())
            .with("version", version.as_str()),
        Refusal::Acknowledged { by } => {
            Trouble::refused(w.limit_acknowledged_already(by)).coded("acknowledged-already").with("by", by.as_str())
        }
    }
}
