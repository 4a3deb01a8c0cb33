//! Finding an organ: per stretch of time a list from municipality to organ.

use crate::resolved::{MunicipalityIndex, OrganIndex, ResolvedRegister, Resolver};
use calendar::Date;
use std::collections::BTreeSet;

/// In a list: this municipality has no such organ.
pub const NO_ORGAN: OrganIndex = OrganIndex::MAX;

/// How an organ is found, written out.
#[derive(Debug, Clone)]
pub enum Finder {
    /// Always this one.
    Fixed(OrganIndex),
    /// By municipality.
    Listed {
        /// First days of the lists, ascending.
        starts: Vec<Date>,
        /// Per stretch one organ per municipality.
        lists: Vec<Vec<OrganIndex>>,
    },
}

impl Finder {
    /// Writes a resolver out.
    pub(super) fn new(resolver: Resolver, register: &ResolvedRegister) -> Self {
        if let Resolver::Fixed(organ) = resolver {
            return Self::Fixed(organ);
        }
        let territory = &register.territory;
        let mut starts = BTreeSet::from([register.begins]);
        if let Some(map) = resolver.map() {
            starts.extend(territory.maps[usize::from(map)].stretches.iter().map(|stretch| stretch.from));
        }
        let fillers: Vec<_> = register
            .instruments
            .iter()
            .filter(|instrument| instrument.has_power && Some(instrument.slot) == resolver.slot())
            .collect();
        for filler in &fillers {
            let days = [filler.period.from, filler.period.until].into_iter().flatten();
            starts.extend(days.filter(|day| *day > register.begins));
            if let Some(map) = filler.puts.map() {
                starts.extend(territory.maps[usize::from(map)].stretches.iter().map(|stretch| stretch.from));
            }
        }
        let starts: Vec<Date> = starts.into_iter().collect();
        let default = match resolver {
            Resolver::SlotOrItself(_) => Resolver::Itself,
            Resolver::SlotOrMap(_, map) => Resolver::Map(map),
            Resolver::SlotOrFixed(_, organ) => Resolver::Fixed(organ),
            other => other,
        };
        let lists = starts
            .iter()
            .map(|on| {
                let municipalities = 0..u16::try_from(territory.municipalities.len()).unwrap_or(u16::MAX);
                municipalities
                    .map(|municipality| {
                        let filled = fillers
                            .iter()
                            .find(|one| one.period.contains(*on) && one.municipalities.contains(&municipality));
                        let by = filled.map_or(default, |one| one.puts);
                        direct(by, municipality, *on, register).unwrap_or(NO_ORGAN)
                    })
                    .collect()
            })
            .collect();
        Self::Listed { starts, lists }
    }

    /// The organ of a municipality on a day.
    #[inline]
    pub fn organ(&self, municipality: Option<MunicipalityIndex>, on: Date) -> Option<OrganIndex> {
        match self {
            Self::Fixed(organ) => Some(*organ),
            Self::Listed { starts, lists } => {
                let at = starts.partition_point(|start| *start <= on).checked_sub(1)?;
                let organ = *lists[at].get(usize::from(municipality?))?;
                (organ != NO_ORGAN).then_some(organ)
            }
        }
    }

    /// First days of the stretches in which it does not change.
    pub fn starts(&self) -> &[Date] {
        match self {
            Self::Fixed(_) => &[],
            Self::Listed { starts, .. } => starts,
        }
    }
}

fn direct(
    resolver: Resolver,
    municipality: MunicipalityIndex,
    on: Date,
    register: &ResolvedRegister,
) -> Option<OrganIndex> {
    match resolver {
        Resolver::Fixed(organ) => Some(organ),
        Resolver::Itself => {
            register.organs.index(&format!("municipality:{}", register.territory.at(municipality).code))
        }
        Resolver::Map(map) => register.territory.maps[usize::from(map)].target(municipality, on),
        _ => None,
    }
}
