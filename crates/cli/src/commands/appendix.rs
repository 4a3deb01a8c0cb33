//! Being wired.

use crate::arguments::Appendix;
use crate::context::{Context, Trouble};

pub fn run(_: &Context, _: &Appendix) -> Result<u8, Trouble> {
    Err(Trouble::failed("being wired"))
}
