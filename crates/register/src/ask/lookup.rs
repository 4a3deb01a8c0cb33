//! From what people write to what the register knows; and what is refused, with the reason.

use super::facts::Facts;
use crate::Register;
use crate::fault::nearest;
use crate::resolved::{AttributeIndex, DutyIndex, MunicipalityIndex, OrganIndex};
use crate::source::Text;
use calendar::Date;

/// Where: one municipality, or several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// One municipality.
    Municipality(MunicipalityIndex),
    /// A region, by its code, with its municipalities on the day.
    Region(String, Vec<MunicipalityIndex>),
}

/// Why a question is not answered. Each says enough to ask it better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No duty is called so.
    UnknownDuty {
        /// What was asked for.
        word: String,
        /// What was perhaps meant.
        near: Option<String>,
    },
    /// No organ is called so.
    UnknownOrgan {
        /// What was asked for.
        word: String,
        /// What was perhaps meant.
        near: Option<String>,
    },
    /// No municipality (or region) is called so.
    UnknownMunicipality {
        /// What was asked for.
        word: String,
        /// What was perhaps meant.
        near: Option<String>,
    },
    /// The municipality did not exist on that day.
    MunicipalityNotThere {
        /// The municipality.
        municipality: MunicipalityIndex,
        /// The day.
        on: Date,
        /// The municipality it became part of.
        merged_into: Option<MunicipalityIndex>,
    },
    /// The day lies before the register begins.
    BeforeBegins {
        /// The day.
        on: Date,
        /// The register's first day.
        begins: Date,
    },
    /// No attribute is called so.
    UnknownAttribute {
        /// What was given.
        word: String,
        /// What was perhaps meant.
        near: Option<String>,
    },
    /// The attribute has no such value.
    UnknownValue {
        /// The attribute.
        attribute: AttributeIndex,
        /// What was given.
        word: String,
        /// What was perhaps meant.
        near: Option<String>,
    },
    /// The same attribute was given twice with different values.
    GivenTwice {
        /// The attribute.
        attribute: AttributeIndex,
    },
    /// The facts cannot all be true.
    Contradiction {
        /// The attributes that do not go together.
        attributes: Vec<AttributeIndex>,
        /// Why not.
        why: Text,
    },
}

impl std::fmt::Display for Refusal {
    /// For the log and for tests; what people read is written in `words/`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{self:?}")
    }
}

impl std::error::Error for Refusal {}

/// Small letters without diacritics: how people type.
pub(crate) fn folded(text: &str) -> String {
    text.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => 'a',
            'ö' | 'ø' | 'ó' | 'ô' | 'õ' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' => 'u',
            'š' => 's',
            'ž' => 'z',
            'í' => 'i',
            '–' | '‑' => '-',
            other => other,
        })
        .collect()
}

impl Register {
    /// The duty of an id.
    ///
    /// # Errors
    /// [`Refusal::UnknownDuty`] with the nearest one.
    pub fn duty(&self, id: &str) -> Result<DutyIndex, Refusal> {
        let duties = &self.resolved.duties;
        duties.iter().zip(0..).find(|(duty, _)| duty.id == id.trim()).map(|(_, at)| at).ok_or_else(|| {
            let near = nearest(id, duties.iter().map(|duty| duty.id.as_str())).map(str::to_owned);
            let near = near
                .or_else(|| self.search(id).first().map(|hit| self.resolved.duties[usize::from(hit.duty)].id.clone()));
            Refusal::UnknownDuty { word: id.to_owned(), near }
        })
    }

    /// The organ of an id.
    ///
    /// # Errors
    /// [`Refusal::UnknownOrgan`] with the nearest one.
    pub fn organ(&self, id: &str) -> Result<OrganIndex, Refusal> {
        let organs = &self.resolved.organs;
        organs.index(id.trim()).ok_or_else(|| Refusal::UnknownOrgan {
            word: id.to_owned(),
            near: nearest(id, organs.organs.iter().map(|organ| organ.id.as_str())).map(str::to_owned),
        })
    }

    /// The municipality of a code or an official name, which must exist on the day.
    ///
    /// # Errors
    /// [`Refusal::UnknownMunicipality`], [`Refusal::MunicipalityNotThere`] with its successor.
    pub fn municipality(&self, word: &str, on: Date) -> Result<MunicipalityIndex, Refusal> {
        let found = self.municipality_ever(word)?;
        let one = self.resolved.territory.at(found);
        if one.period.contains(on) {
            Ok(found)
        } else {
            Err(Refusal::MunicipalityNotThere { municipality: found, on, merged_into: one.merged_into })
        }
    }

    /// The municipality of a code or an official name, at whatever time it existed.
    ///
    /// # Errors
    /// [`Refusal::UnknownMunicipality`] with the nearest one.
    pub fn municipality_ever(&self, word: &str) -> Result<MunicipalityIndex, Refusal> {
        let territory = &self.resolved.territory;
        let word = word.trim();
        let code = word.strip_prefix("municipality:").unwrap_or(word);
        if let Some(found) = territory.by_code(code) {
            return Ok(found);
        }
        let names = |fold: fn(&str) -> String| {
            let wanted = fold(word);
            territory
                .municipalities
                .iter()
                .zip(0..)
                .find(|(one, _)| fold(&one.names.fi) == wanted || fold(&one.names.sv) == wanted)
                .map(|(_, at)| at)
        };
        names(|text| text.trim().to_lowercase()).or_else(|| names(folded)).ok_or_else(|| {
            let all = territory.municipalities.iter().flat_map(|one| [one.names.fi.as_str(), one.names.sv.as_str()]);
            Refusal::UnknownMunicipality { word: word.to_owned(), near: nearest(word, all).map(str::to_owned) }
        })
    }

    /// A municipality, or a region by its code or one of its names, on a day.
    ///
    /// # Errors
    /// As [`Register::municipality`].
    pub fn place(&self, word: &str, on: Date) -> Result<Place, Refusal> {
        let territory = &self.resolved.territory;
        let wanted = folded(word);
        let region = territory.regions.iter().find(|region| {
            region.code == word.trim()
                || [&region.names.sv, &region.names.fi, &region.names.en].iter().any(|name| folded(name) == wanted)
        });
        match (self.municipality(word, on), region) {
            (Ok(found), _) => Ok(Place::Municipality(found)),
            (Err(_), Some(region)) => {
                let there = |at: &MunicipalityIndex| territory.at(*at).period.contains(on);
                Ok(Place::Region(region.code.clone(), region.municipalities.iter().copied().filter(there).collect()))
            }
            (Err(refusal), None) => Err(refusal),
        }
    }

    /// Refuses a day before the register begins.
    ///
    /// # Errors
    /// [`Refusal::BeforeBegins`].
    pub fn day(&self, on: Date) -> Result<Date, Refusal> {
        let begins = self.resolved.begins;
        if on < begins { Err(Refusal::BeforeBegins { on, begins }) } else { Ok(on) }
    }

    /// Refuses facts that cannot all be true.
    ///
    /// # Errors
    /// [`Refusal::Contradiction`] naming the attributes.
    pub fn consistent(&self, on: Date, facts: &Facts) -> Result<(), Refusal> {
        let words = &self.resolved.words;
        for impossible in &words.impossible {
            for one in &impossible.boxes {
                let holds = one.parts.iter().all(|(attribute, set)| {
                    facts.value(*attribute, on, words).is_some_and(|value| set >> value & 1 == 1)
                });
                if holds {
                    return Err(Refusal::Contradiction {
                        attributes: one.parts.iter().map(|(attribute, _)| *attribute).collect(),
                        why: impossible.why.clone(),
                    });
                }
            }
        }
        Ok(())
    }
}
