//! Columns of numbers in lines of 64 bytes, as the processor reads and writes them.

/// Rows in one word of a mask, and bytes in one line.
pub const LANES: usize = 64;

/// The number that stands for "not known" in every column. No attribute has so many values.
pub const UNKNOWN: u8 = 127;

/// Sixty-four one-byte values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(64))]
pub struct Line(pub [u8; LANES]);

/// Thirty-two two-byte values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(64))]
pub struct WideLine(pub [u16; LANES / 2]);

/// Lines that hold `rows` one-byte values. Always an even number, so that half a byte a row fills whole lines too.
pub fn lines_of(rows: usize) -> usize {
    rows.div_ceil(2 * LANES) * 2
}

/// One byte a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    lines: Vec<Line>,
}

impl Column {
    /// A column of one value.
    pub fn filled(rows: usize, value: u8) -> Self {
        Self { lines: vec![Line([value; LANES]); lines_of(rows)] }
    }

    /// A column of given values.
    pub fn of(values: &[u8]) -> Self {
        let mut column = Self::filled(values.len(), 0);
        for (line, part) in column.lines.iter_mut().zip(values.chunks(LANES)) {
            line.0[..part.len()].copy_from_slice(part);
        }
        column
    }

    /// The value of a row.
    #[inline]
    pub fn get(&self, row: usize) -> u8 {
        self.lines[row / LANES].0[row % LANES]
    }

    /// Writes the value of a row.
    #[inline]
    pub fn set(&mut self, row: usize, value: u8) {
        self.lines[row / LANES].0[row % LANES] = value;
    }

    /// Its lines.
    #[inline]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

/// The values of a population for one day: per attribute of the vocabulary one column, or none where nothing is known.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    rows: usize,
    columns: Vec<Option<&'a Column>>,
}

impl<'a> Columns<'a> {
    /// Columns in the order of the vocabulary's attributes.
    ///
    /// # Panics
    /// When a column is shorter than the rows: an error of the caller.
    pub fn new(rows: usize, columns: Vec<Option<&'a Column>>) -> Self {
        for column in columns.iter().flatten() {
            assert!(column.lines.len() >= lines_of(rows), "a column is shorter than its population");
        }
        Self { rows, columns }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The column of an attribute.
    #[inline]
    pub fn column(&self, attribute: u8) -> Option<&'a Column> {
        self.columns.get(usize::from(attribute)).copied().flatten()
    }

    /// The value of an attribute in a row; [`UNKNOWN`] where it is not known.
    #[inline]
    pub fn value(&self, attribute: u8, row: usize) -> u8 {
        self.column(attribute).map_or(UNKNOWN, |column| column.get(row))
    }
}
