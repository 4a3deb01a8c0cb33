//! CSV.

use super::cells::{AttributeCells, MunicipalityCells};
use super::header::Header;
use super::rows::{BAD, Cells, Rows};
use crate::error::PopulationError;
use crate::report::{BadRow, Reason};
use register::Register;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Rows read at once.
const ROWS: usize = 1 << 16;

/// A CSV file, read from its beginning to its end.
pub(crate) struct Comma<'a> {
    path: PathBuf,
    pub header: Header,
    /// Lines below the header.
    pub rows: u64,
    next: u64,
    file: csv::Reader<BufReader<File>>,
    record: csv::StringRecord,
    municipality: MunicipalityCells<'a>,
    attributes: Vec<(usize, AttributeCells<'a>)>,
    all_attributes: usize,
}

impl<'a> Comma<'a> {
    pub(crate) fn open(path: &Path, register: &'a Register) -> Result<Self, PopulationError> {
        let unreadable = |why: io::Error| PopulationError::Unreadable { path: path.to_owned(), why: why.to_string() };
        let mut file = File::open(path).map_err(unreadable)?;
        let (lines, separator) = look_through(&mut file).map_err(unreadable)?;
        let mut file = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(BufReader::new(file));
        let names = match file.headers() {
            Ok(names) => names.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect::<Vec<_>>(),
            Err(error) => return Err(PopulationError::Unreadable { path: path.to_owned(), why: error.to_string() }),
        };
        let header = Header::of(&names, register)?;
        if lines < 2 {
            return Err(PopulationError::Empty { path: path.to_owned() });
        }
        let attributes = header.attributes.iter().map(|(at, index)| (*at, AttributeCells::new(*index, register)));
        Ok(Self {
            path: path.to_owned(),
            rows: lines - 1,
            next: 1,
            file,
            record: csv::StringRecord::new(),
            municipality: MunicipalityCells::new(register),
            attributes: attributes.collect(),
            all_attributes: register.resolved.words.attributes.len(),
            header,
        })
    }

    /// The next rows; none at the end.
    pub(crate) fn read(&mut self) -> Result<Option<Rows>, PopulationError> {
        let mut rows = Rows {
            first: self.next,
            municipality: Vec::with_capacity(ROWS),
            cells: vec![Cells::Missing; self.all_attributes],
            bad: Vec::new(),
        };
        for (_, cells) in &self.attributes {
            rows.cells[usize::from(cells.index)] =
                if cells.are_days() { Cells::Days(Vec::new()) } else { Cells::Values(Vec::new()) };
        }
        let width = self.file.headers().map_or(0, csv::StringRecord::len);
        while rows.municipality.len() < ROWS {
            match self.file.read_record(&mut self.record) {
                Ok(false) => break,
                Ok(true) => {
                    let reason = self.record(width, &mut rows).err();
                    self.end_row(&mut rows, reason);
                }
                Err(error) => match error.kind() {
                    csv::ErrorKind::Utf8 { .. } => {
                        rows.municipality.push(BAD);
                        self.end_row(&mut rows, Some(Reason::NotText));
                    }
                    _ => {
                        return Err(PopulationError::Unreadable { path: self.path.clone(), why: error.to_string() });
                    }
                },
            }
        }
        self.next += rows.municipality.len() as u64;
        Ok((!rows.municipality.is_empty()).then_some(rows))
    }

    /// Reads one record; its municipality is pushed in any case.
    fn record(&mut self, width: usize, rows: &mut Rows) -> Result<(), Reason> {
        let place = self.municipality.text(self.record.get(self.header.municipality).unwrap_or_default());
        rows.municipality.push(*place.as_ref().unwrap_or(&BAD));
        if self.record.len() != width {
            return Err(Reason::WrongWidth { cells: self.record.len(), columns: width });
        }
        place?;
        for (at, cells) in &mut self.attributes {
            let number = cells.text(self.record.get(*at).unwrap_or_default())?;
            match &mut rows.cells[usize::from(cells.index)] {
                Cells::Values(values) => values.push(u8::try_from(number).unwrap_or(crate::UNKNOWN)),
                Cells::Days(days) => days.push(number),
                Cells::Missing => {}
            }
        }
        Ok(())
    }

    /// Fills up what a bad row left out, so that all columns stay equally long, and says why it is bad.
    fn end_row(&self, rows: &mut Rows, reason: Option<Reason>) {
        let length = rows.municipality.len();
        for (_, cells) in &self.attributes {
            let empty = cells.empty();
            match &mut rows.cells[usize::from(cells.index)] {
                Cells::Values(values) => values.resize(length, crate::UNKNOWN),
                Cells::Days(days) => days.resize(length, empty),
                Cells::Missing => {}
            }
        }
        if let Some(reason) = reason {
            let row = rows.first + length as u64 - 1;
            let id = self.header.id.and_then(|at| self.record.get(at)).map(str::to_owned);
            if let Some(cell) = rows.municipality.last_mut() {
                *cell = BAD;
            }
            rows.bad.push(BadRow { row, id: id.filter(|_| reason != Reason::NotText), reason });
        }
    }
}

/// Counts the lines that hold something, and finds the separator of the first. Comes back to the beginning.
fn look_through(file: &mut File) -> io::Result<(u64, u8)> {
    let (mut lines, mut separator, mut buffer, mut within) = (0_u64, None, vec![0; 1 << 16], false);
    loop {
        let read = file.read(&mut buffer)?;
        let part = &buffer[..read];
        if read == 0 {
            break;
        }
        separator.get_or_insert_with(|| {
            let first = part.split(|byte| *byte == b'\n').next().unwrap_or_default();
            let count = |wanted: u8| first.iter().filter(|byte| **byte == wanted).count();
            [b',', b';', b'\t'].into_iter().rev().max_by_key(|one| count(*one)).unwrap_or(b',')
        });
        lines += part.iter().filter(|byte| **byte == b'\n').count() as u64;
        within = part.last() != Some(&b'\n');
    }
    file.seek(SeekFrom::Start(0))?;
    Ok((lines + u64::from(within), separator.unwrap_or(b',')))
}
