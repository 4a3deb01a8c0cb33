//! The register that ships.

use register::Register;

#[test]
fn the_shipped_register_reads() {
    if let Err(faults) = Register::try_shipped() {
        let said: String = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults\n{said}", faults.len());
    }
}

#[test]
fn the_shipped_register_is_sound() {
    let report = register::checks::run(Register::shipped());
    let said: String = report.faults.iter().map(ToString::to_string).collect();
    assert!(report.is_sound(), "{} faults\n{said}", report.faults.len());
}
