//! The file that says at which providers officials can sign in.

use desk::Elsewhere;
use provider::Providers;
use web::words::Words;

use crate::arguments::Serve;
use crate::context::Trouble;

/// The providers of the file that was named; none without one. They are not asked anything yet: a provider that is down
/// keeps nobody from starting.
pub fn find(w: &Words, command: &Serve) -> Result<Elsewhere, Trouble> {
    let Some(path) = &command.providers else { return Ok(Elsewhere::default()) };
    let wrong = |why: String| {
        Trouble::wrong_use(w.elsewhere_file(&why), w.elsewhere_file_todo())
            .coded("providers")
            .with("file", path.display().to_string())
    };
    if command.database.is_none() {
        return Err(Trouble::wrong_use(w.elsewhere_no_database(), "").coded("providers-without-database"));
    }
    let Some(address) = &command.address else {
        let trouble = Trouble::wrong_use(w.elsewhere_no_address(), w.elsewhere_no_address_todo());
        return Err(trouble.coded("providers-without-address"));
    };
    let providers = Providers::read(path).map_err(|fault| wrong(fault.to_string()))?;
    Elsewhere::new(providers, address).map_err(|fault| wrong(fault.to_string()))
}
