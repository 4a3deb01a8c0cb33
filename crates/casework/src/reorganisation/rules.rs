//! What becomes of a case. Pure; decision record 0015 says why it is so.

use std::sync::Arc;

use register::resolved::OpenMatters;

use super::model::{Fate, Rule, Why};
use super::router::{Answers, Router};
use crate::holding::NewHolding;

/// How an organ stands in a case: what must be equal for a holding to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand<'a> {
    pub organ: &'a str,
    pub verb: &'a str,
    pub also: &'a [String],
    pub force: &'a str,
    pub between: bool,
}

impl<'a> Stand<'a> {
    /// As the register wants it.
    pub fn wanted(new: &'a NewHolding) -> Self {
        Self {
            organ: &new.organ,
            verb: &new.verb,
            also: &new.also,
            force: &new.force,
            between: new.path.between.is_some(),
        }
    }

    fn is_led_as(self, other: Self) -> bool {
        self.organ == other.organ && self.between == other.between
    }
}

/// Whether a word of the register, a kind's or an organ's, names an organ.
fn names(word: &str, organ: &str) -> bool {
    word == organ || organ.split_once(':').is_some_and(|(kind, _)| kind == word)
}

/// What becomes of a case that is led so until the day. `answers` is none when the register has no such case type.
pub(super) fn decide(
    router: &Router<'_>,
    duty: &str,
    lead: Stand<'_>,
    answers: Option<&Answers>,
    of: Duties<'_>,
) -> Fate {
    let Some(answers) = answers else { return Fate::Stays(Why::UnknownType) };
    let (before, after) = (Stand::wanted(&answers.before.lead), answers.lead.stand());
    let law_is_the_same = before == after;
    if lead == after {
        return Fate::Stays(if law_is_the_same { Why::Same } else { Why::AlreadyThere });
    }
    let gone = !router.is_there(lead.organ);
    if !gone && (law_is_the_same || !lead.is_led_as(before)) {
        // Led as the law says, by a verb of an older edition: nothing moved.
        let why = if lead.is_led_as(after) { Why::Same } else { Why::LiesElsewhere { named: after.organ.to_owned() } };
        return Fate::Stays(why);
    }
    if !router.is_there(after.organ) {
        return Fate::Stays(Why::Stranded);
    }
    let (open_matters, rule) = rule_for(router, duty, lead.organ, after, of);
    match open_matters {
        // All of them were begun before the day; but an organ that is no more can finish nothing.
        Some(OpenMatters::FinishByOld | OpenMatters::ByStartDay) if !gone => {
            Fate::Stays(Why::FinishedByOld { rule: Rule::clone(&rule) })
        }
        _ => Fate::Moves {
            to: after.organ.to_owned(),
            rule: Rule::clone(&rule),
            between: answers.lead.new.path.between.clone(),
        },
    }
}

/// The words of the duties by their index.
pub(super) type Duties<'a> = &'a [register::resolved::Duty];

/// The rule of open matters: that from this organ to that one; else the one by which the duty goes to nobody; else, where
/// the organ changes, any from this organ.
fn rule_for(
    router: &Router<'_>,
    duty: &str,
    from: &str,
    after: Stand<'_>,
    duties: Duties<'_>,
) -> (Option<OpenMatters>, Arc<Rule>) {
    let of_duty = || {
        router.moves.iter().filter(|(one, _)| {
            names(&one.from, from) && one.duties.iter().any(|at| duties[usize::from(*at)].id == duty)
        })
    };
    let exact = || of_duty().find(|(one, _)| one.to.iter().any(|to| names(to, after.organ)));
    let to_nobody = || of_duty().find(|(one, _)| one.to.is_empty());
    let any = || of_duty().next().filter(|_| after.organ != from);
    let found = if after.between { to_nobody().or_else(any) } else { exact().or_else(to_nobody).or_else(any) };
    match found {
        Some((one, rule)) => (Some(one.open_matters), Arc::clone(rule)),
        None => (None, Arc::clone(&router.unruled)),
    }
}
