//! For how long a case is kept: the retention rule of the duty that its result names, counted from the day of closing.
//! Pure. It is computed and shown; nothing is erased here.

use jiff::civil::Date;
use register::Register;
use register::resolved::{CaseType, Citation, Limit, Version};

/// How long a closed case is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// The rule's word in the duty's file.
    pub rule: String,
    /// Citations, of the rule and of the result.
    pub basis: Vec<String>,
    /// The day of closing, from which it is counted.
    pub closed_on: Date,
    /// Until when.
    pub until: KeptUntil,
}

/// Until when a case is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptUntil {
    /// After this day its data may be erased.
    Day(Date),
    /// The rule is not in force on the day for which this is asked: nothing may be erased by it.
    NotInForce {
        /// Its first day.
        from: Option<Date>,
        /// The first day on which it no longer is.
        until: Option<Date>,
    },
    /// The rule does not say a time that can be counted, or asks for a judgement: an official says it.
    Judgement,
}

impl KeptUntil {
    /// The day after which the data may be erased.
    #[must_use]
    pub const fn day(&self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(*day),
            Self::NotInForce { .. } | Self::Judgement => None,
        }
    }
}

/// How long a case of a version with a result is kept, as the register says on a day. `None` when the version has no such
/// result, or the duty no such rule.
#[must_use]
pub fn retention(
    register: &Register,
    case_type: &CaseType,
    version: &Version,
    result: &str,
    closed_on: Date,
    on: Date,
) -> Option<Retention> {
    let duty = &register.resolved.duties[usize::from(case_type.duty)];
    let result = version.results.iter().find(|one| one.id == result)?;
    let rule = duty.retention.iter().find(|one| one.id == result.retention)?;
    let until = match (rule.budget, rule.rule) {
        _ if !rule.period.contains(on) => KeptUntil::NotInForce { from: rule.period.from, until: rule.period.until },
        // Whom it concerns and what is left to judgement is not looked at here: then no day is promised.
        (Some(budget), Some(counting)) if for_everyone(rule) && rule.provided.is_none() => {
            counting.last_day(closed_on, budget).map_or(KeptUntil::Judgement, KeptUntil::Day)
        }
        _ => KeptUntil::Judgement,
    };
    let mut basis = cited(register, &rule.basis);
    basis.extend(cited(register, &result.basis));
    Some(Retention { rule: rule.id.clone(), basis, closed_on, until })
}

/// One condition without a part concerns everyone.
fn for_everyone(rule: &Limit) -> bool {
    rule.boxes.iter().any(|one| one.parts.is_empty())
}

/// Citations as the register writes them, with their source.
fn cited(register: &Register, citations: &[Citation]) -> Vec<String> {
    let written = |citation: &Citation| {
        let source = &register.resolved.sources[usize::from(citation.source)].id;
        format!("{source} {}", citation.written()).trim_end().to_owned()
    };
    citations.iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_years_are_counted_from_the_day_of_closing_and_end_with_the_month() {
        let register = Register::try_shipped_answering().expect("the shipped register has no faults of form");
        let types = &register.resolved.case_types;
        let of = types.iter().find(|one| one.id == "initial-assessment").expect("it is there");
        let version = of.version("act-2010").expect("it is there");
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let until = |closed: &str, on: &str| {
            retention(register, of, version, "plan-needed", day(closed), day(on)).expect("it has a rule").until
        };
        assert_eq!(until("2024-02-29", "2025-06-01"), KeptUntil::Day(day("2028-02-29")));
        assert_eq!(until("2025-02-28", "2025-02-28"), KeptUntil::Day(day("2029-02-28")));
        assert_eq!(until("2026-12-31", "2027-01-01"), KeptUntil::Day(day("2030-12-31")));
        let not_yet = KeptUntil::NotInForce { from: Some(day("2025-01-01")), until: None };
        assert_eq!(until("2024-06-03", "2024-12-31"), not_yet, "on the last day before the rule");
        assert_eq!(until("2024-06-03", "2025-01-01"), KeptUntil::Day(day("2028-06-03")));
        assert_eq!(retention(register, of, version, "no-such", day("2025-01-01"), day("2025-01-01")), None);
    }
}
