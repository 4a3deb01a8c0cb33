//! Invented people.

use crate::dice::Dice;
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, RecordBatch, StringArray, UInt8Array, UInt16Array};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use register::Register;
use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use whatif::Column;
use whatif::kernel::Kernel;

/// Invented people in columns.
pub struct People {
    pub rows: usize,
    /// Per attribute of the vocabulary.
    pub values: Vec<Vec<u8>>,
    pub columns: Vec<Column>,
    pub municipality: Vec<Option<u16>>,
}

impl People {
    /// So many, whose facts can all be true.
    pub fn new(register: &Register, rows: usize) -> Self {
        let mut dice = Dice(20_260_101);
        let words = &register.resolved.words;
        let mut values: Vec<Vec<u8>> = words.attributes.iter().map(|_| vec![0; rows]).collect();
        let places = register.resolved.territory.municipalities.len();
        let mut municipality = vec![None; rows];
        for row in 0..rows {
            loop {
                for (column, attribute) in values.iter_mut().zip(&words.attributes) {
                    column[row] = dice.below(attribute.values.len().min(100)).to_le_bytes()[0];
                }
                let accepts = |one: &register::resolved::Box| {
                    one.parts.iter().all(|(at, set)| set >> values[usize::from(*at)][row] & 1 == 1)
                };
                if !words.impossible.iter().flat_map(|one| &one.boxes).any(accepts) {
                    break;
                }
            }
            // A few large places, many small ones.
            municipality[row] = u16::try_from(dice.below(places).min(dice.below(places))).ok();
        }
        let columns = values.iter().map(|values| Column::of(values)).collect();
        Self { rows, values, columns, municipality }
    }

    /// Writes them as a register's user would: words, and the code of the municipality.
    pub fn write_words(&self, register: &Register, path: &Path) -> Result<(), Box<dyn Error>> {
        let territory = &register.resolved.territory;
        let codes: Arc<StringArray> =
            Arc::new(territory.municipalities.iter().map(|one| Some(one.code.as_str())).collect());
        self.write(path, |from, until| {
            let mut columns: Vec<(String, ArrayRef)> = Vec::new();
            let keys = Int32Array::from_iter(self.municipality[from..until].iter().map(|place| place.map(i32::from)));
            columns.push((
                "municipality".to_owned(),
                Arc::new(DictionaryArray::<Int32Type>::try_new(keys, codes.clone())?),
            ));
            for (attribute, values) in register.resolved.words.attributes.iter().zip(&self.values) {
                let values = &values[from..until];
                let column: ArrayRef = if attribute.id == "age" {
                    Arc::new(UInt8Array::from(values.to_vec()))
                } else {
                    let words: StringArray = attribute.values.iter().map(|value| Some(value.id.as_str())).collect();
                    let keys = Int32Array::from_iter_values(values.iter().map(|value| i32::from(*value)));
                    Arc::new(DictionaryArray::<Int32Type>::try_new(keys, Arc::new(words))?)
                };
                columns.push((attribute.id.clone(), column));
            }
            Ok(RecordBatch::try_from_iter(columns)?)
        })
    }

    /// Writes them as suits other engines best: small numbers, and the organs of the municipality beside them.
    pub fn write_numbers(&self, register: &Register, kernel: &Kernel, path: &Path) -> Result<(), Box<dyn Error>> {
        self.write(path, |from, until| {
            let mut columns: Vec<(String, ArrayRef)> = Vec::new();
            for (attribute, values) in register.resolved.words.attributes.iter().zip(&self.values) {
                columns.push((attribute.id.clone(), Arc::new(UInt8Array::from(values[from..until].to_vec()))));
            }
            for (number, resolver) in register.resolved.resolvers.iter().enumerate() {
                let name = match resolver {
                    register::resolved::Resolver::Itself => "municipality".to_owned(),
                    register::resolved::Resolver::Map(map) => {
                        register.resolved.territory.maps[usize::from(*map)].id.replace('-', "_")
                    }
                    _ => continue,
                };
                let finder = &register.compiled.finders[number];
                let organs = self.municipality[from..until].iter();
                let organs = organs.map(|place| finder.organ(*place, kernel.on).unwrap_or(u16::MAX));
                columns.push((format!("{name}_organ"), Arc::new(UInt16Array::from_iter_values(organs))));
            }
            Ok(RecordBatch::try_from_iter(columns)?)
        })
    }

    fn write(
        &self,
        path: &Path,
        part: impl Fn(usize, usize) -> Result<RecordBatch, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        const GROUP: usize = 1 << 18;
        let mut writer = None;
        for from in (0..self.rows).step_by(GROUP) {
            let batch = part(from, (from + GROUP).min(self.rows))?;
            let writer = match &mut writer {
                Some(writer) => writer,
                None => {
                    let options = WriterProperties::builder()
                        .set_compression(Compression::SNAPPY)
                        .set_max_row_group_row_count(Some(GROUP))
                        .build();
                    writer.insert(ArrowWriter::try_new(File::create(path)?, batch.schema(), Some(options))?)
                }
            };
            writer.write(&batch)?;
        }
        if let Some(writer) = writer {
            writer.close()?;
        }
        Ok(())
    }
}
