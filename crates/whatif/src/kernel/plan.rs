//! A duty's masks cut into planes of eight boxes.

use crate::lines::{Columns, LANES, Line, UNKNOWN};
use register::Register;
use register::compiled::Table;
use register::resolved::{AttributeIndex, DutyIndex, Force, ResolverIndex, Role, Words};

/// What a clause answers. Clauses with the same outcome need not be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Somebody leads.
    Lead {
        /// How the organ is found.
        finder: ResolverIndex,
        /// Must or may.
        force: Force,
    },
    /// Nobody leads.
    Nobody,
}

/// An attribute has more values than fit beside "not known".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("attribute `{attribute}` has {values} values; a population can tell at most {UNKNOWN} apart")]
pub struct TooManyValues {
    /// The attribute's word.
    pub attribute: String,
    /// Its number of values.
    pub values: usize,
}

/// Attributes with so many values fit one look-up of 64 bytes: entry 63 is where [`UNKNOWN`] falls.
const NARROW: usize = 63;

/// The masks of one attribute in one plane.
#[derive(Debug, Clone, Copy)]
#[repr(C, align(64))]
pub(super) struct Masks {
    /// Entries 0 to 63.
    pub low: Line,
    /// Entries 64 to 127.
    pub high: Line,
}

#[derive(Debug, Clone)]
struct Part {
    attribute: AttributeIndex,
    narrow: bool,
    masks: Masks,
    unknown: u8,
}

#[derive(Debug, Clone)]
struct Plane {
    all: u8,
    parts: Vec<Part>,
}

/// One duty on one day.
#[derive(Debug, Clone)]
pub struct DutyPlan {
    /// The duty.
    pub duty: DutyIndex,
    /// Its outcomes, each once.
    pub outcomes: Vec<Outcome>,
    planes: Vec<Plane>,
    /// Per plane and outcome the boxes, planes side by side: `boxes[outcome * planes + plane]`.
    boxes: Vec<u8>,
}

/// Whether every attribute fits.
pub(super) fn fits(words: &Words) -> Result<(), TooManyValues> {
    match words.attributes.iter().find(|attribute| attribute.values.len() > usize::from(UNKNOWN)) {
        Some(one) => Err(TooManyValues { attribute: one.id.clone(), values: one.values.len() }),
        None => Ok(()),
    }
}

impl DutyPlan {
    pub(super) fn new(duty: DutyIndex, table: Option<&Table>, register: &Register) -> Self {
        let Some(table) = table else {
            return Self { duty, outcomes: Vec::new(), planes: Vec::new(), boxes: Vec::new() };
        };
        let clauses = &register.resolved.duties[usize::from(duty)].lead;
        let of_bit: Vec<Outcome> = table
            .clause_of_bit()
            .iter()
            .map(|clause| {
                let clause = &clauses[usize::from(*clause)];
                match (&clause.bearer, clause.role) {
                    (Some(bearer), Role::Lead) => Outcome::Lead { finder: bearer.resolver, force: clause.force },
                    _ => Outcome::Nobody,
                }
            })
            .collect();
        let mut outcomes: Vec<Outcome> = Vec::new();
        for outcome in &of_bit {
            if !outcomes.contains(outcome) {
                outcomes.push(*outcome);
            }
        }
        let attributes: Vec<AttributeIndex> = table.attributes().collect();
        let values = |attribute: AttributeIndex| register.resolved.words.at(attribute).values.len();
        let planes: Vec<Plane> = (0..of_bit.len().div_ceil(8))
            .map(|plane| {
                let cut = |mask: u64| (mask >> (8 * plane)).to_le_bytes()[0];
                let all = cut(table.all());
                let parts = attributes.iter().filter_map(|attribute| {
                    let masks: Vec<u8> = (0..values(*attribute))
                        .zip(0_u8..)
                        .map(|(_, value)| cut(table.mask(*attribute, value)))
                        .collect();
                    let any = masks.iter().fold(0, |any, mask| any | mask);
                    Part::new(*attribute, &masks, any).filter(|_| masks.iter().any(|mask| *mask != all))
                });
                Plane { all, parts: narrow_first(parts.collect()) }
            })
            .collect();
        let boxes = outcomes
            .iter()
            .flat_map(|outcome| {
                of_bit.chunks(8).map(move |chunk| {
                    let here = chunk.iter().enumerate().map(|(bit, one)| u8::from(one == outcome) << bit);
                    here.fold(0, |mask, bit| mask | bit)
                })
            })
            .collect();
        Self { duty, outcomes, planes, boxes }
    }

    /// The combinations that cannot be; what is not known contradicts nothing.
    pub(super) fn contradictions(words: &Words) -> Self {
        let all: Vec<(usize, &register::resolved::Box)> = words
            .impossible
            .iter()
            .enumerate()
            .flat_map(|(number, one)| one.boxes.iter().map(move |boxed| (number, boxed)))
            .collect();
        let planes: Vec<Plane> = all
            .chunks(8)
            .map(|chunk| {
                let whole = chunk.iter().enumerate().map(|(bit, _)| 1_u8 << bit).fold(0, |mask, bit| mask | bit);
                let parts = words.attributes.iter().zip(0..).filter_map(|(attribute, index): (_, AttributeIndex)| {
                    let free = chunk.iter().enumerate().filter(|(_, (_, one))| one.set(index).is_none());
                    let free = free.map(|(bit, _)| 1_u8 << bit).fold(0, |mask, bit| mask | bit);
                    let mask = |value: usize| {
                        let accepts = |(bit, (_, one)): (usize, &(usize, &register::resolved::Box))| {
                            u8::from(one.set(index).is_none_or(|set| set >> value & 1 == 1)) << bit
                        };
                        chunk.iter().enumerate().map(accepts).fold(0, |mask, bit| mask | bit)
                    };
                    let masks: Vec<u8> = (0..attribute.values.len()).map(mask).collect();
                    Part::new(index, &masks, free).filter(|_| free != whole)
                });
                Plane { all: whole, parts: narrow_first(parts.collect()) }
            })
            .collect();
        let boxes = (0..words.impossible.len())
            .flat_map(|number| {
                all.chunks(8).map(move |chunk| {
                    let of = chunk.iter().enumerate().map(|(bit, (of, _))| u8::from(*of == number) << bit);
                    of.fold(0, |mask, bit| mask | bit)
                })
            })
            .collect();
        Self { duty: 0, outcomes: vec![Outcome::Nobody; words.impossible.len()], planes, boxes }
    }

    /// The attributes it looks at.
    pub fn attributes(&self) -> impl Iterator<Item = AttributeIndex> + '_ {
        self.planes.iter().flat_map(|plane| &plane.parts).map(|part| part.attribute)
    }
}

impl Part {
    fn new(attribute: AttributeIndex, masks: &[u8], unknown: u8) -> Option<Self> {
        let mut table = [unknown; 2 * LANES];
        table.get_mut(..masks.len())?.copy_from_slice(masks);
        let (mut low, mut high) = ([0; LANES], [0; LANES]);
        low.copy_from_slice(&table[..LANES]);
        high.copy_from_slice(&table[LANES..]);
        let masks_of = Masks { low: Line(low), high: Line(high) };
        Some(Self { attribute, narrow: masks.len() <= NARROW, masks: masks_of, unknown })
    }
}

fn narrow_first(mut parts: Vec<Part>) -> Vec<Part> {
    parts.sort_by_key(|part| !part.narrow);
    parts
}

/// A plane with the columns it reads.
#[derive(Debug)]
pub(super) struct BoundPlane<'a> {
    /// The boxes left before any column is looked at.
    pub start: u8,
    /// Columns whose masks lie in the low line alone.
    pub narrow: Vec<(&'a [Line], &'a Line)>,
    /// Columns that need both lines.
    pub wide: Vec<(&'a [Line], &'a Masks)>,
}

/// A duty with the columns of a population. Every column has at least `lines` lines.
#[derive(Debug)]
pub(super) struct Bound<'a> {
    pub planes: Vec<BoundPlane<'a>>,
    pub boxes: &'a [u8],
}

impl<'a> Bound<'a> {
    pub(super) fn new(plan: &'a DutyPlan, columns: &Columns<'a>) -> Self {
        let lines = crate::lines::lines_of(columns.rows());
        let planes = plan.planes.iter().map(|plane| {
            let mut bound = BoundPlane { start: plane.all, narrow: Vec::new(), wide: Vec::new() };
            for part in &plane.parts {
                match columns.column(part.attribute) {
                    None => bound.start &= part.unknown,
                    Some(column) if part.narrow => bound.narrow.push((&column.lines()[..lines], &part.masks.low)),
                    Some(column) => bound.wide.push((&column.lines()[..lines], &part.masks)),
                }
            }
            bound
        });
        Self { planes: planes.collect(), boxes: &plan.boxes }
    }

    /// How many outcomes it has.
    pub(super) fn outcomes(&self) -> usize {
        self.boxes.len().checked_div(self.planes.len()).unwrap_or(0)
    }
}
