//! How an organ bears a case. The register has many verbs; for who may do what, they are of five kinds, and the lead is a
//! sixth.

crate::words! {
    /// What a holding is, for who may do what.
    Bearing {
        /// It leads: it answers for the case, whatever its verb.
        Lead = "lead",
        /// It decides.
        Decide = "decide",
        /// It does a part of its own: arranges, carries out, receives, pays …
        Do = "do",
        /// It takes part in what the lead does.
        TakePart = "take-part",
        /// It plans, steers, funds, follows up: it needs figures, and no file.
        Steer = "steer",
        /// It supervises: it sees the files that a supervision case of its own drew, and figures.
        Supervise = "supervise",
    }
}

use Bearing::{Decide, Do, Steer, Supervise, TakePart};

/// What each verb of the register is. A verb that is not here bears nothing: a test holds this list and the register's
/// vocabulary against each other.
pub const VERBS: &[(&str, Bearing)] = &[
    ("decide", Decide),
    ("adopt", Steer),
    ("arrange", Do),
    ("carry-out", Do),
    ("register", Do),
    ("receive", Do),
    ("establish", Steer),
    ("agree", TakePart),
    ("procure", Do),
    ("refer", Do),
    ("pay", Do),
    ("fund", Steer),
    ("ensure", Do),
    ("see-to", Do),
    ("take-into-account", Steer),
    ("adapt", Do),
    ("plan", Steer),
    ("develop", Steer),
    ("coordinate", Steer),
    ("legislate", Steer),
    ("enforce", Do),
    ("represent", TakePart),
    ("report", Steer),
    ("propose", TakePart),
    ("give-statement", TakePart),
    ("promote", Steer),
    ("intervene", Supervise),
    ("assess", Do),
    ("evaluate", Steer),
    ("follow-up", Steer),
    ("be-independent", Steer),
    ("own", Steer),
    ("take-part", TakePart),
    ("cooperate", TakePart),
    ("be-heard", TakePart),
    ("inform", TakePart),
    ("support", TakePart),
    ("advise", Steer),
    ("steer", Steer),
    ("steer-performance", Steer),
    ("supervise", Supervise),
    ("appeal", TakePart),
    ("delete", Do),
    ("apply", TakePart),
];

impl Bearing {
    /// What a verb is; none when it bears nothing.
    #[must_use]
    pub fn of_verb(verb: &str) -> Option<Self> {
        VERBS.iter().find(|(word, _)| *word == verb).map(|(_, bearing)| *bearing)
    }
}

/// All that an organ holds in a case, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held(u8);

impl Held {
    /// Nothing: no holding, or no case.
    pub const NOTHING: Self = Self(0);

    /// How many there can be.
    pub(crate) const COUNT: usize = 1 << Bearing::ALL.len();

    /// With a bearing.
    #[must_use]
    pub const fn and(self, bearing: Bearing) -> Self {
        Self(self.0 | 1 << bearing as u8)
    }

    /// With a holding: its verb, and whether it is the lead's. Further verbs are further calls.
    #[must_use]
    pub fn with(self, verb: &str, leads: bool) -> Self {
        let held = Bearing::of_verb(verb).map_or(self, |bearing| self.and(bearing));
        if leads { held.and(Bearing::Lead) } else { held }
    }

    /// Whether it has a bearing.
    #[must_use]
    pub const fn has(self, bearing: Bearing) -> bool {
        self.0 >> bearing as u8 & 1 == 1
    }

    /// The place in a table of [`Self::COUNT`].
    pub(crate) const fn place(self) -> usize {
        self.0 as usize
    }

    /// The one of a place.
    pub(crate) const fn at(place: usize) -> Self {
        Self(place as u8)
    }
}
