//! The picture that an application reads: squares, drawn as one path, without script and without style.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The squares of a picture.
pub struct Squares {
    /// The side, with the white rim that the standard asks for.
    pub side: i32,
    /// The dark ones, as a path.
    pub path: String,
}

/// The rim, in squares.
const RIM: i32 = 4;

impl Squares {
    /// The picture of a text; none when it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
                let _ = write!(path, "M{} {}h1v1h-1z", x + RIM, y + RIM);
            }
        }
        Some(Self { side: code.size() + 2 * RIM, path })
    }
}

#[cfg(test)]
mod tests {
    use super::Squares;

    #[test]
    fn a_picture_has_its_three_corners() {
        let squares = Squares::of("otpauth://totp/Kotopolku:anna?secret=ABCD").unwrap();
        let last = squares.side - 4 - 1;
        for corner in [(4, 4), (last, 4), (4, last)] {
            assert!(squares.path.contains(&format!("M{} {}h1", corner.0, corner.1)), "{corner:?}");
        }
        assert!(Squares::of(&"x".repeat(5000)).is_none());
    }
}
