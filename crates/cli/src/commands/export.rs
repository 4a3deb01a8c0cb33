//! Being wired.

use crate::arguments::Export;
use crate::context::{Context, Trouble};

pub fn run(_: &Context, _: &Export) -> Result<u8, Trouble> {
    Err(Trouble::failed("being wired"))
}
