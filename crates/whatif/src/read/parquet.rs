//! Parquet.

use super::cells::{AttributeCells, MunicipalityCells};
use super::header::Header;
use super::rows::{BAD, Cells, Rows};
use crate::error::PopulationError;
use crate::report::Reason;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type,
    UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use register::Register;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows read at once.
const ROWS: usize = 1 << 17;

/// A Parquet file, whose row groups may be read by several threads.
#[derive(Debug, Clone)]
pub(crate) struct ParquetFile {
    path: PathBuf,
    metadata: ArrowReaderMetadata,
    pub header: Header,
    names: Vec<String>,
    /// Number of the first row of each row group, counted from one; at the end that of the row behind the last.
    firsts: Vec<u64>,
}

impl ParquetFile {
    pub(crate) fn open(path: &Path, register: &Register) -> Result<Self, PopulationError> {
        let unreadable =
            |why: &dyn std::fmt::Display| PopulationError::Unreadable { path: path.to_owned(), why: why.to_string() };
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        // The schema that some writers put beside the columns is not needed, and may ask for types nobody else reads.
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let plain = ArrowReaderMetadata::load(&file, options.clone()).map_err(|error| unreadable(&error))?;
        let names: Vec<String> = plain.schema().fields().iter().map(|field| field.name().clone()).collect();
        let header = Header::of(&names, register)?;
        // Words repeat: read as a dictionary, each is looked up once and not once a row.
        let fields = plain.schema().fields().iter().map(|field| match field.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => {
                let words = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
                Arc::new(Field::new(field.name(), words, field.is_nullable()))
            }
            _ => field.clone(),
        });
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let metadata =
            ArrowReaderMetadata::try_new(plain.metadata().clone(), options.with_schema(schema)).unwrap_or(plain);
        let mut firsts = vec![1];
        for group in metadata.metadata().row_groups() {
            firsts.push(firsts[firsts.len() - 1] + u64::try_from(group.num_rows()).unwrap_or(0));
        }
        let read = Self { path: path.to_owned(), metadata, header, names, firsts };
        if read.rows() == 0 { Err(PopulationError::Empty { path: path.to_owned() }) } else { Ok(read) }
    }

    /// Its number of rows.
    pub(crate) fn rows(&self) -> u64 {
        self.firsts[self.firsts.len() - 1] - 1
    }

    /// Its number of row groups.
    pub(crate) fn groups(&self) -> usize {
        self.firsts.len() - 1
    }

    /// A reader of one row group's rows, part after part.
    pub(crate) fn group<'a>(&'a self, group: usize, register: &'a Register) -> Result<Group<'a>, PopulationError> {
        let file = File::open(&self.path).map_err(|error| self.unreadable(&error))?;
        let wanted = self.header.attributes.iter().map(|(at, _)| *at).chain([self.header.municipality]);
        let mask = ProjectionMask::roots(self.metadata.parquet_schema(), wanted);
        let reader = ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone())
            .with_projection(mask)
            .with_row_groups(vec![group])
            .with_batch_size(ROWS)
            .build()
            .map_err(|error| self.unreadable(&error))?;
        let attributes = self.header.attributes.iter().map(|(at, index)| (*at, AttributeCells::new(*index, register)));
        Ok(Group {
            file: self,
            reader,
            next: self.firsts[group],
            municipality: MunicipalityCells::new(register),
            attributes: attributes.collect(),
            all_attributes: register.resolved.words.attributes.len(),
        })
    }

    fn unreadable(&self, why: &dyn std::fmt::Display) -> PopulationError {
        PopulationError::Unreadable { path: self.path.clone(), why: why.to_string() }
    }
}

/// One row group while it is read.
pub(crate) struct Group<'a> {
    file: &'a ParquetFile,
    reader: ParquetRecordBatchReader,
    next: u64,
    municipality: MunicipalityCells<'a>,
    attributes: Vec<(usize, AttributeCells<'a>)>,
    all_attributes: usize,
}

impl Group<'_> {
    /// The next rows; none at the end.
    pub(crate) fn read(&mut self) -> Result<Option<Rows>, PopulationError> {
        let Some(batch) = self.reader.next() else { return Ok(None) };
        let batch = batch.map_err(|error| self.file.unreadable(&error))?;
        let mut rows = Rows {
            first: self.next,
            municipality: Vec::new(),
            cells: vec![Cells::Missing; self.all_attributes],
            bad: Vec::new(),
        };
        self.next += batch.num_rows() as u64;
        let file = self.file;
        let column = |at: usize| named(&batch, &file.names[at]);
        let mut refused = Vec::new();
        let places = read_column(column(file.header.municipality)?, &mut self.municipality, &mut refused)
            .ok_or_else(|| unreadable_column(&batch, &file.names[file.header.municipality]))?;
        rows.municipality = places.iter().map(|place| u16::try_from(*place).unwrap_or(BAD)).collect();
        for (row, reason) in refused.drain(..) {
            rows.municipality[row] = 0; // `refuse` marks it
            rows.refuse(row, reason);
        }
        for (at, cells) in &mut self.attributes {
            let name = &file.names[*at];
            let read = read_column(column(*at)?, cells, &mut refused).ok_or_else(|| unreadable_column(&batch, name))?;
            rows.cells[usize::from(cells.index)] = if cells.are_days() {
                Cells::Days(read)
            } else {
                Cells::Values(read.iter().map(|value| u8::try_from(*value).unwrap_or(crate::UNKNOWN)).collect())
            };
            for (row, reason) in refused.drain(..) {
                rows.refuse(row, reason);
            }
        }
        Ok(Some(rows))
    }
}

fn named<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a dyn Array, PopulationError> {
    match batch.column_by_name(name) {
        Some(column) => Ok(column.as_ref()),
        None => Err(PopulationError::UnreadableColumn { column: name.to_owned(), kind: "nested".to_owned() }),
    }
}

fn unreadable_column(batch: &RecordBatch, name: &str) -> PopulationError {
    let kind = batch.column_by_name(name).map_or_else(String::new, |column| column.data_type().to_string());
    PopulationError::UnreadableColumn { column: name.to_owned(), kind }
}

/// What reads the cells of a column.
trait ReadCell {
    fn empty(&self) -> Result<i32, Reason>;
    fn text(&mut self, text: &str) -> Result<i32, Reason>;
    fn number(&mut self, number: i64) -> Result<i32, Reason>;
    fn flag(&mut self, flag: bool) -> Result<i32, Reason>;
    fn day(&mut self, day: i32) -> Result<i32, Reason>;
}

impl ReadCell for AttributeCells<'_> {
    fn empty(&self) -> Result<i32, Reason> {
        Ok(self.empty())
    }
    fn text(&mut self, text: &str) -> Result<i32, Reason> {
        self.text(text)
    }
    fn number(&mut self, number: i64) -> Result<i32, Reason> {
        self.number(number)
    }
    fn flag(&mut self, flag: bool) -> Result<i32, Reason> {
        self.flag(flag)
    }
    fn day(&mut self, day: i32) -> Result<i32, Reason> {
        AttributeCells::day(self, day)
    }
}

impl ReadCell for MunicipalityCells<'_> {
    fn empty(&self) -> Result<i32, Reason> {
        Err(Reason::NoMunicipality)
    }
    fn text(&mut self, text: &str) -> Result<i32, Reason> {
        self.text(text).map(i32::from)
    }
    fn number(&mut self, number: i64) -> Result<i32, Reason> {
        self.number(number).map(i32::from)
    }
    fn flag(&mut self, flag: bool) -> Result<i32, Reason> {
        Err(Reason::UnknownMunicipality { word: flag.to_string() })
    }
    fn day(&mut self, day: i32) -> Result<i32, Reason> {
        Err(Reason::UnknownMunicipality { word: day.to_string() })
    }
}

/// The numbers of a column's cells; none when its type cannot be read.
fn read_column(array: &dyn Array, cells: &mut impl ReadCell, refused: &mut Vec<(usize, Reason)>) -> Option<Vec<i32>> {
    const DAY: i64 = 86_400;
    let mut out = Vec::with_capacity(array.len());
    macro_rules! each {
        ($array:expr, |$cell:ident| $read:expr) => {
            for (row, cell) in $array.iter().enumerate() {
                let found = match cell {
                    None => cells.empty(),
                    Some($cell) => $read,
                };
                out.push(found.unwrap_or_else(|reason| {
                    refused.push((row, reason));
                    0
                }));
            }
        };
    }
    macro_rules! numbers {
        ($type:ty) => {
            each!(array.as_primitive::<$type>(), |number| match i64::try_from(number) {
                Ok(number) => cells.number(number),
                Err(_) => cells.text(&number.to_string()),
            })
        };
    }
    macro_rules! floats {
        ($type:ty) => {
            each!(array.as_primitive::<$type>(), |number| float(f64::from(number), cells))
        };
    }
    macro_rules! days {
        ($type:ty, $unit:expr) => {
            each!(array.as_primitive::<$type>(), |instant| match i32::try_from(instant.div_euclid(DAY * $unit)) {
                Ok(day) => cells.day(day),
                Err(_) => cells.text(&instant.to_string()),
            })
        };
    }
    match array.data_type() {
        DataType::Dictionary(_, _) => {
            let dictionary = array.as_dictionary_opt::<Int32Type>()?;
            let words = dictionary.values().as_string_opt::<i32>()?;
            let read: Vec<Result<i32, Reason>> =
                words.iter().map(|word| cells.text(word.unwrap_or_default())).collect();
            each!(dictionary.keys(), |key| match usize::try_from(key).ok().and_then(|key| read.get(key)) {
                Some(found) => found.clone(),
                None => cells.empty(),
            });
        }
        DataType::Utf8 => each!(array.as_string::<i32>(), |text| cells.text(text)),
        DataType::LargeUtf8 => each!(array.as_string::<i64>(), |text| cells.text(text)),
        DataType::Utf8View => each!(array.as_string_view(), |text| cells.text(text)),
        DataType::Boolean => each!(array.as_boolean(), |flag| cells.flag(flag)),
        DataType::Int8 => numbers!(Int8Type),
        DataType::Int16 => numbers!(Int16Type),
        DataType::Int32 => numbers!(Int32Type),
        DataType::Int64 => numbers!(Int64Type),
        DataType::UInt8 => numbers!(UInt8Type),
        DataType::UInt16 => numbers!(UInt16Type),
        DataType::UInt32 => numbers!(UInt32Type),
        DataType::UInt64 => numbers!(UInt64Type),
        DataType::Float32 => floats!(Float32Type),
        DataType::Float64 => floats!(Float64Type),
        DataType::Date32 => each!(array.as_primitive::<Date32Type>(), |day| cells.day(day)),
        DataType::Date64 => days!(Date64Type, 1_000),
        DataType::Timestamp(TimeUnit::Second, _) => days!(TimestampSecondType, 1),
        DataType::Timestamp(TimeUnit::Millisecond, _) => days!(TimestampMillisecondType, 1_000),
        DataType::Timestamp(TimeUnit::Microsecond, _) => days!(TimestampMicrosecondType, 1_000_000),
        DataType::Timestamp(TimeUnit::Nanosecond, _) => days!(TimestampNanosecondType, 1_000_000_000),
        _ => return None,
    }
    Some(out)
}

/// Some writers make numbers with holes into fractions, and the holes into "not a number".
fn float(number: f64, cells: &mut impl ReadCell) -> Result<i32, Reason> {
    if number.is_nan() {
        cells.empty()
    } else if number.fract() == 0.0 && number.abs() < 1e9 {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below a thousand million")]
        cells.number(number as i64)
    } else {
        cells.text(&number.to_string())
    }
}
