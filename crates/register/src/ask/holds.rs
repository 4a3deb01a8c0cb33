//! Whether a condition holds in a situation of which not everything is known.

use super::facts::Facts;
use crate::Register;
use crate::resolved::{Box, MunicipalityIndex};
use calendar::Date;

impl Register {
    /// Whether one of the boxes holds on a day, in a municipality (none: abroad); `None` when the facts do not tell.
    ///
    /// As with [`who`](Self::who), a person with a municipality is taken to be in Finland unless `place` says otherwise.
    #[must_use]
    pub fn holds(
        &self,
        boxes: &[Box],
        municipality: Option<MunicipalityIndex>,
        on: Date,
        facts: &Facts,
    ) -> Option<bool> {
        let known = self.known(municipality, on, facts);
        let parts = |one: &Box, test: fn(u128, u128) -> bool| {
            one.parts.iter().all(|(attribute, set)| test(known[usize::from(*attribute)], *set))
        };
        if boxes.iter().any(|one| parts(one, |known, set| known & !set == 0)) {
            return Some(true);
        }
        if boxes.iter().any(|one| parts(one, |known, set| known & set != 0)) { None } else { Some(false) }
    }
}
