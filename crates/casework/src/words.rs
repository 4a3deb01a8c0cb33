//! Words that stand in the database and in answers: an enumeration whose variants each have one.

/// Declares an enumeration and the word of each of its variants: `ALL`, `word()`, `Display` and `FromStr`.
macro_rules! words {
    ($(#[$about:meta])* $type:ident { $($(#[$of:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $type { $($(#[$of])* #[serde(rename = $word)] $variant),+ }
        impl $type {
            /// Every one, in the order of the text above.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and in answers.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
        impl std::str::FromStr for $type {
            type Err = ();
            fn from_str(word: &str) -> Result<Self, ()> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(()) }
            }
        }
    };
}
