//! Writes the description of the interface for programs: `cargo run -q -p web --example openapi`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/openapi.json");
    let document = web::register::api::describe::document(register::Register::shipped());
    let text = match serde_json::to_string_pretty(&document) {
        Ok(text) => text + "\n",
        Err(fault) => {
            eprintln!("the description cannot be written: {fault}");
            return ExitCode::FAILURE;
        }
    };
    match std::fs::write(&place, text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{} cannot be written: {fault}", place.display());
            ExitCode::FAILURE
        }
    }
}
