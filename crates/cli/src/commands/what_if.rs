//! Being wired.

use crate::arguments::WhatIf;
use crate::context::{Context, Trouble};

pub fn run(_: &Context, _: &WhatIf) -> Result<u8, Trouble> {
    Err(Trouble::failed("being wired"))
}
