//! Municipalities through time: one that was merged away answers as its successor.

use calendar::Date;
use register::Register;
use register::resolved::MunicipalityIndex;

/// Per municipality (whenever it existed) the one it is on each day.
#[derive(Debug)]
pub(crate) struct Places<'a> {
    register: &'a Register,
}

impl<'a> Places<'a> {
    pub(crate) fn new(register: &'a Register) -> Self {
        Self { register }
    }

    /// The number that stands for abroad.
    pub(crate) fn abroad(&self) -> usize {
        self.register.resolved.territory.municipalities.len()
    }

    /// The municipality that one is on a day: itself, or what it was merged into. None: abroad, or not there yet.
    pub(crate) fn on(&self, number: usize, on: Date) -> Option<MunicipalityIndex> {
        let territory = &self.register.resolved.territory;
        let mut at = u16::try_from(number).ok().filter(|_| number < self.abroad())?;
        for _ in 0..territory.municipalities.len() {
            let one = territory.at(at);
            if one.period.contains(on) {
                return Some(at);
            }
            at = one.merged_into.filter(|_| one.period.until.is_some_and(|until| until <= on))?;
        }
        None
    }
}
