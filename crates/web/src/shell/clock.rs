//! The day, passed in: no page asks the machine what day it is.

use jiff::civil::Date;

/// Says what day it is in Finland. The command line hands over the real one, tests a fixed one.
pub trait Clock: Send + Sync + 'static {
    /// Today's date.
    fn today(&self) -> Date;
}

/// A clock that has stopped, for tests and for pages that shall always look the same.
#[derive(Debug, Clone, Copy)]
pub struct Fixed(pub Date);

impl Clock for Fixed {
    fn today(&self) -> Date {
        self.0
    }
}

impl<F: Fn() -> Date + Send + Sync + 'static> Clock for F {
    fn today(&self) -> Date {
        self()
    }
}
