//! Where each card of the drawing stands: columns that fill up evenly, wide cards first.

/// How wide the drawing is, in its own units.
pub const WIDTH: f32 = 1180.0;
/// How many columns a band has.
pub const COLUMNS: usize = 4;
/// Between the columns: the lines run here.
pub const GUTTER: f32 = 26.0;
/// A column.
pub const COLUMN: f32 = (WIDTH - GUTTER * 5.0) / 4.0;
/// From one line of text to the next.
pub const LEADING: f32 = 16.0;

/// A card on its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// The first column it covers.
    pub column: usize,
    /// How many it covers.
    pub span: usize,
    /// From the left.
    pub x: f32,
    /// From the top of the band.
    pub y: f32,
    /// Its width.
    pub width: f32,
}

/// Where a column begins.
pub fn left(column: usize) -> f32 {
    let column = u16::try_from(column).map_or(0.0, f32::from);
    GUTTER + column * (COLUMN + GUTTER)
}

/// How wide so many columns are.
pub fn wide(span: usize) -> f32 {
    let span = u16::try_from(span).map_or(1.0, f32::from);
    span * COLUMN + (span - 1.0) * GUTTER
}

/// Places cards of these spans and heights; also how high the band becomes.
pub fn place(cards: &[(usize, f32)]) -> (Vec<Spot>, f32) {
    const GAP: f32 = 14.0;
    let mut filled = [0.0_f32; COLUMNS];
    let mut spots = vec![Spot { column: 0, span: 1, x: 0.0, y: 0.0, width: 0.0 }; cards.len()];
    let mut order: Vec<usize> = (0..cards.len()).collect();
    // Wide cards first: narrow ones then fill the holes beside them.
    order.sort_by_key(|at| std::cmp::Reverse(cards[*at].0));
    for at in order {
        let (span, height) = (cards[at].0.clamp(1, COLUMNS), cards[at].1);
        let top = |column: usize| filled[column..column + span].iter().copied().fold(0.0_f32, f32::max);
        let column = (0..=COLUMNS - span).min_by(|one, other| top(*one).total_cmp(&top(*other))).unwrap_or(0);
        let y = top(column);
        spots[at] = Spot { column, span, x: left(column), y, width: wide(span) };
        for low in &mut filled[column..column + span] {
            *low = y + height + GAP;
        }
    }
    (spots, filled.iter().copied().fold(0.0_f32, f32::max))
}

/// Breaks a text into lines of about so many letters, at its spaces; a word that is longer keeps a line of its own.
pub fn broken(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_never_overlap() {
        let cards: Vec<(usize, f32)> =
            (0..40_u16).map(|at| (usize::from(at % 4) + 1, 30.0 + f32::from(at * 7 % 50))).collect();
        let (spots, height) = place(&cards);
        for (at, one) in spots.iter().enumerate() {
            assert!(one.x + one.width <= WIDTH && one.y + cards[at].1 <= height);
            for (other, two) in spots.iter().enumerate().skip(at + 1) {
                let beside = one.x + one.width <= two.x || two.x + two.width <= one.x;
                let above = one.y + cards[at].1 <= two.y || two.y + cards[other].1 <= one.y;
                assert!(beside || above, "{at} and {other}");
            }
        }
    }

    #[test]
    fn lines_are_broken_at_spaces() {
        assert_eq!(broken("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(broken("kotoutumissuunnitelma on", 5), ["kotoutumissuunnitelma", "on"]);
    }
}
