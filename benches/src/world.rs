//! The invented registers, and the sizes of a run.

use crate::synthetic::{Rule, register, trees};
use register::Register;

/// An invented register with what it was made of.
pub struct World {
    pub trees: Vec<Vec<Rule>>,
    pub register: Register,
    pub duties: Vec<u16>,
    pub rules: usize,
}

impl World {
    /// So many duties with so many rules.
    pub fn new(duties: usize, rules: usize) -> Result<Self, String> {
        let trees = trees(duties, rules, 20_261_123);
        let register = Register::from_files(register(&trees))
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<String>())?;
        let rules = trees.iter().map(Vec::len).sum();
        Ok(Self { trees, register, duties: (0..).zip(0..duties).map(|(at, _)| at).collect(), rules })
    }
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Persons of the small and the large population.
    pub people: [usize; 2],
    /// How often the longer pieces are repeated.
    pub runs: usize,
}
