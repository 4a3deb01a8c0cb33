//! The register that ships.

use register::Register;

#[test]
fn the_shipped_register_reads() {
    if let Err(faults) = Register::try_shipped() {
        let said: String = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults\n{said}", faults.len());
    }
}
