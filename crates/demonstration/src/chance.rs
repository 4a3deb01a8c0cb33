//! Chance from a seed: the same in each run, on every machine.

/// A stream of numbers that follows from its seed (SplitMix64).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Of a seed.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A stream of its own for a part, so that more of one part changes nothing in another.
    #[must_use]
    pub fn part(&self, part: u64) -> Self {
        let mut other = Self(self.0 ^ part.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        other.draw();
        other
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below a bound; 0 where the bound is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The upper half of a product: without the unevenness of a remainder.
        u64::try_from((u128::from(self.draw()) * u128::from(bound)) >> 64).unwrap_or_default()
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = u64::try_from(most.saturating_sub(least)).unwrap_or_default();
        least.saturating_add(i64::try_from(self.below(span.saturating_add(1))).unwrap_or_default())
    }

    /// So often in a hundred.
    pub fn often(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list; none when it is empty.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let at = self.below(u64::try_from(of.len()).unwrap_or_default());
        of.get(usize::try_from(at).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_stays_within_bounds() {
        let draw = |seed| {
            let mut chance = Chance::of(seed);
            (0..1000).map(|_| chance.between(-3, 3)).collect::<Vec<_>>()
        };
        let drawn = draw(7);
        assert_eq!(drawn, draw(7));
        assert_ne!(drawn, draw(8));
        for value in -3..=3 {
            let often = drawn.iter().filter(|one| **one == value).count();
            assert!((80..220).contains(&often), "{value} was drawn {often} times of 1000");
        }
        assert!(drawn.iter().all(|one| (-3..=3).contains(one)));
        assert_eq!(Chance::of(1).below(0), 0);
        assert_eq!(Chance::of(1).one::<u8>(&[]), None);
    }
}
