//! Which column holds what.

use crate::error::PopulationError;
use register::Register;
use register::fault::nearest;
use register::resolved::AttributeIndex;
use std::collections::HashSet;

/// Which column holds what, by their places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Header {
    pub municipality: usize,
    pub id: Option<usize>,
    pub attributes: Vec<(usize, AttributeIndex)>,
    /// Columns that are none of these, with the attribute that was perhaps meant.
    pub ignored: Vec<(String, Option<String>)>,
}

impl Header {
    pub(crate) fn of(names: &[String], register: &Register) -> Result<Self, PopulationError> {
        let words = &register.resolved.words;
        let (mut header, mut municipality, mut seen) = (Self::default(), None, HashSet::new());
        for (at, name) in names.iter().map(|name| name.trim()).enumerate() {
            if !name.is_empty() && !seen.insert(name) {
                return Err(PopulationError::ColumnTwice { column: name.to_owned() });
            }
            match (name, words.attribute(name)) {
                ("municipality", _) => municipality = Some(at),
                ("id", _) => header.id = Some(at),
                (_, Some((index, attribute))) if attribute.is_asked() => header.attributes.push((at, index)),
                _ => {
                    let asked = words.attributes.iter().filter(|one| one.is_asked()).map(|one| one.id.as_str());
                    header.ignored.push((name.to_owned(), nearest(name, asked).map(str::to_owned)));
                }
            }
        }
        match municipality {
            Some(at) => Ok(Self { municipality: at, ..header }),
            None => Err(PopulationError::NoMunicipalityColumn { columns: names.to_vec() }),
        }
    }
}
