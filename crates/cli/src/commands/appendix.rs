//! `kotopolku appendix`.

use super::ANSWERED;
use crate::arguments::{Appendix, Paper};
use crate::context::{Context, Trouble};
use crate::print;
use register::ask::Facts;
use web::appendix::appendix_in;

pub fn run(context: &Context, command: &Appendix) -> Result<u8, Trouble> {
    let on = context.day(command.on.as_deref())?;
    let appendix = appendix_in(&context.register, &command.place, on, context.w.language())
        .map_err(|refusal| context.refused(&refusal, &Facts::none()))?;
    match command.format {
        Paper::Md => print::say(appendix.markdown().trim_end()),
        Paper::Html => {
            let page = appendix.html().map_err(|error| Trouble::failed(error.to_string()))?;
            print::say(page.trim_end());
        }
    }
    Ok(ANSWERED)
}
