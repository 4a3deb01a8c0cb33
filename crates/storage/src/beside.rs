//! What goes into every unit of a store beside what the unit itself is for: a key that must not serve twice, a version that
//! must not have changed.

use std::fmt;
use std::pin::Pin;

use crate::error::Error;
use crate::unit::Unit;

/// What comes of it.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// Something that happens in the same unit as an act: it is kept with it or not at all. Given to
/// [`Store::beside`](crate::Store::beside). As the act itself it may be done several times, and does nothing but ask and
/// write.
pub trait Beside: fmt::Debug + Send + Sync {
    /// Before the act. What it refuses is not done.
    fn before<'a>(&'a self, unit: &'a Unit) -> Doing<'a>;

    /// When the act is done, before it is kept; [`Unit::told`] says what it told the journal.
    fn after<'a>(&'a self, unit: &'a Unit) -> Doing<'a>;
}
