//! Figures in which nobody can be recognised.

/// A number smaller than this, and not zero, is not told.
pub const SMALL: u64 = 5;

/// A number of people or cases, as it may be told to those who see figures alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// None.
    None,
    /// One at least, and fewer than [`SMALL`].
    Few,
    /// So many.
    Of(u64),
    /// Not told, because another could be counted back from it.
    Withheld,
}

impl Figure {
    /// A number as it may be told.
    #[must_use]
    pub const fn of(number: u64) -> Self {
        match number {
            0 => Self::None,
            few if few < SMALL => Self::Few,
            number => Self::Of(number),
        }
    }

    /// Numbers that are told together with their sum. Where one alone is small, another is [withheld](Self::Withheld) with it, the
    /// smallest: or else the sum would give it away.
    #[must_use]
    pub fn together(numbers: &[u64]) -> Vec<Self> {
        let mut told: Vec<Self> = numbers.iter().map(|number| Self::of(*number)).collect();
        if told.iter().filter(|figure| **figure == Self::Few).count() == 1 {
            let others = numbers.iter().zip(&mut told).filter(|(_, figure)| matches!(figure, Self::Of(_)));
            if let Some((_, figure)) = others.min_by_key(|(number, _)| **number) {
                *figure = Self::Withheld;
            }
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_not_told_and_cannot_be_counted_back() {
        assert_eq!([0, 1, 4, 5].map(Figure::of), [Figure::None, Figure::Few, Figure::Few, Figure::Of(5)]);
        assert_eq!(Figure::together(&[3, 90, 12]), [Figure::Few, Figure::Of(90), Figure::Withheld]);
        assert_eq!(Figure::together(&[3, 2, 12]), [Figure::Few, Figure::Few, Figure::Of(12)]);
        assert_eq!(Figure::together(&[3, 0]), [Figure::Few, Figure::None]);
    }
}
