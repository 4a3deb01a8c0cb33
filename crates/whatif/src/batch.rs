//! Rows put in order of municipality, with the values of a day.
//!
//! In that order the persons of one municipality stand side by side, so that counting them is counting bits of masks.

use crate::lines::{Column, Columns, LANES, UNKNOWN, lines_of};
use crate::places::Places;
use crate::read::{ABROAD, BAD, Cells, Rows, is_band};
use calendar::Date;
use register::Register;
use register::resolved::{Attribute, AttributeIndex, AttributeKind};
use std::sync::Mutex;

/// Rows of one municipality within one word of 64.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment {
    pub word: usize,
    pub mask: u64,
    /// Number of the municipality, or [`Places::abroad`].
    pub place: usize,
}

/// Rows in order of municipality; those that cannot be used are left out.
#[derive(Debug)]
pub(crate) struct Batch {
    pub rows: usize,
    pub segments: Vec<Segment>,
    /// For each row the number it had in the file.
    pub number: Vec<u64>,
    /// Per row the municipality's number or [`Places::abroad`].
    pub place: Vec<u16>,
    cells: Vec<SortedCells>,
}

#[derive(Debug)]
enum SortedCells {
    Missing,
    Values(Column),
    Days(Vec<i32>),
}

impl Batch {
    /// Sorts rows by counting: one look at each.
    pub(crate) fn of(rows: &Rows, places: &Places) -> Self {
        let abroad = places.abroad();
        let slot = |place: u16| match place {
            BAD => None,
            ABROAD => Some(abroad),
            place => Some(usize::from(place)),
        };
        let mut starts = vec![0_u32; abroad + 2];
        for place in rows.municipality.iter().filter_map(|place| slot(*place)) {
            starts[place + 1] += 1;
        }
        for place in 0..=abroad {
            starts[place + 1] += starts[place];
        }
        let count = starts[abroad + 1] as usize;
        let mut next = starts.clone();
        let (mut number, mut place_of) = (vec![0; count], vec![0; count]);
        // Bad rows go to a place behind the last that no word reaches.
        let mut target = vec![u32::MAX; rows.municipality.len()];
        for (row, place) in rows.municipality.iter().enumerate() {
            let Some(place) = slot(*place) else { continue };
            let at = next[place];
            next[place] += 1;
            target[row] = at;
            number[at as usize] = rows.first + row as u64;
            place_of[at as usize] = u16::try_from(place).unwrap_or(u16::MAX);
        }
        let cells = rows.cells.iter().map(|cells| match cells {
            Cells::Missing => SortedCells::Missing,
            Cells::Values(values) => {
                let mut column = vec![0; lines_of(count) * LANES];
                for (value, at) in values.iter().zip(&target) {
                    if let Some(slot) = column.get_mut(*at as usize) {
                        *slot = *value;
                    }
                }
                SortedCells::Values(Column::of(&column))
            }
            Cells::Days(days) => {
                let mut column = vec![0; count];
                for (day, at) in days.iter().zip(&target) {
                    if let Some(slot) = column.get_mut(*at as usize) {
                        *slot = *day;
                    }
                }
                SortedCells::Days(column)
            }
        });
        let cells = cells.collect();
        let mut segments = Vec::with_capacity(count / LANES + abroad);
        for place in 0..=abroad {
            let (mut from, until) = (starts[place] as usize, starts[place + 1] as usize);
            while from < until {
                let end = until.min((from / LANES + 1) * LANES);
                let (low, high) = (from % LANES, (end - 1) % LANES);
                let mask = (u64::MAX >> (LANES - 1 - high)) & (u64::MAX << low);
                segments.push(Segment { word: from / LANES, mask, place });
                from = end;
            }
        }
        Self { rows: count, segments, number, place: place_of, cells }
    }

    /// The values of these rows on a day. Columns that the day does not change are lent, the others are made.
    pub(crate) fn values<'a>(&'a self, day: &'a DayValues<'_>, made: &'a mut Vec<Option<Column>>) -> Columns<'a> {
        made.clear();
        for (index, (attribute, cells)) in day.attributes.iter().zip(&self.cells).enumerate() {
            made.push(match (&attribute.kind, cells) {
                (AttributeKind::Territory(_), _) => Some(self.by_place(&day.territory[index])),
                (_, SortedCells::Days(days)) => Some(day.bands[index].column(attribute, day.on, days)),
                _ if day.place.is_some_and(|at| usize::from(at) == index) => {
                    let mut column = self.by_place(&day.territory[index]);
                    if let SortedCells::Values(given) = cells {
                        for row in 0..self.rows {
                            let value = given.get(row);
                            if value != UNKNOWN {
                                column.set(row, value);
                            }
                        }
                    }
                    Some(column)
                }
                _ => None,
            });
        }
        let made: &'a [Option<Column>] = made;
        let columns = made.iter().zip(&self.cells).map(|(made, cells)| match (made, cells) {
            (Some(column), _) | (None, SortedCells::Values(column)) => Some(column),
            _ => None,
        });
        Columns::new(self.rows, columns.collect())
    }

    fn by_place(&self, values: &[u8]) -> Column {
        let mut column = Column::filled(self.rows, UNKNOWN);
        for (row, place) in self.place.iter().enumerate() {
            column.set(row, values[usize::from(*place)]);
        }
        column
    }
}

/// What a day makes of cells and municipalities.
#[derive(Debug)]
pub(crate) struct DayValues<'a> {
    pub on: Date,
    attributes: &'a [Attribute],
    /// Per attribute that follows from the municipality its value per municipality, abroad last; else empty.
    territory: Vec<Vec<u8>>,
    /// Where the person is: it follows from the municipality if nobody says.
    place: Option<AttributeIndex>,
    bands: Vec<Bands>,
}

impl<'a> DayValues<'a> {
    pub(crate) fn new(register: &'a Register, places: &Places, on: Date) -> Self {
        let words = &register.resolved.words;
        let place = words.attribute("place");
        let territory = words.attributes.iter().zip(0_u8..).map(|(attribute, index)| {
            let map = register.compiled.territorial.iter().find(|(at, _)| *at == index).map(|(_, map)| *map);
            let is_place = place.is_some_and(|(at, _)| at == index);
            if map.is_none() && !is_place {
                return Vec::new();
            }
            (0..=places.abroad())
                .map(|raw| {
                    let municipality = places.on(raw, on);
                    let value = match map {
                        Some(map) => municipality
                            .and_then(|one| register.resolved.territory.maps[usize::from(map)].target(one, on)),
                        None => {
                            attribute.value(if raw == places.abroad() { "abroad" } else { "finland" }).map(u16::from)
                        }
                    };
                    value.and_then(|value| u8::try_from(value).ok()).unwrap_or(UNKNOWN)
                })
                .collect()
        });
        Self {
            on,
            attributes: &words.attributes,
            territory: territory.collect(),
            place: place.map(|(at, _)| at),
            bands: words.attributes.iter().map(|_| Bands::default()).collect(),
        }
    }
}

/// The bands of the days that occurred: each day is looked up once.
#[derive(Debug, Default)]
struct Bands {
    /// From the day [`Bands::FIRST`] on; 255 where nobody asked yet.
    known: Mutex<Vec<u8>>,
}

impl Bands {
    /// 1850-01-01, before anybody now alive was born.
    const FIRST: i32 = -43_829;
    /// As many days as two centuries and a half have.
    const DAYS: usize = 91_312;

    fn column(&self, attribute: &Attribute, on: Date, days: &[i32]) -> Column {
        let mut known = self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if known.is_empty() {
            known.resize(Self::DAYS, u8::MAX);
        }
        let band =
            |cell: i32| crate::read::day_of(cell).and_then(|day| attribute.band(Some(day), on)).unwrap_or(UNKNOWN);
        let mut values = Vec::with_capacity(days.len());
        for cell in days {
            let value = match (is_band(*cell), usize::try_from(cell.wrapping_sub(Self::FIRST)).ok()) {
                (Some(value), _) => value,
                (None, Some(at)) if at < Self::DAYS => {
                    if known[at] == u8::MAX {
                        known[at] = band(*cell);
                    }
                    known[at]
                }
                _ => band(*cell),
            };
            values.push(value);
        }
        Column::of(&values)
    }
}
