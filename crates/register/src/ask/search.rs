//! Which duty is meant: search over titles, summaries and the words people use.

use super::lookup::folded;
use crate::Register;
use crate::resolved::{Duty, DutyIndex};

/// A duty that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The duty.
    pub duty: DutyIndex,
    /// How well it fits; the greater, the better.
    pub weight: u32,
}

impl Register {
    /// The duties that fit the words, best first. Letters are folded (ä as a), all three languages are looked at, and a
    /// word may be only its beginning. An atom of the seed text is found by its id.
    pub fn search(&self, words: &str) -> Vec<Hit> {
        let wanted: Vec<String> = folded(words)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = (0..)
            .zip(&self.resolved.duties)
            .filter_map(|(index, duty)| {
                let weight = weight(duty, &wanted)?;
                Some(Hit { duty: index, weight })
            })
            .collect();
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.weight), hit.duty));
        hits
    }

    /// The duties that carry an atom of the seed text.
    pub fn duties_of_atom(&self, atom: &str) -> Vec<DutyIndex> {
        let carries = |duty: &Duty| duty.atoms.iter().any(|one| one.eq_ignore_ascii_case(atom.trim()));
        (0..).zip(&self.resolved.duties).filter(|(_, duty)| carries(duty)).map(|(index, _)| index).collect()
    }
}

/// How well a duty fits; `None` when some wanted word is nowhere.
fn weight(duty: &Duty, wanted: &[String]) -> Option<u32> {
    let titles = [&duty.title.sv, &duty.title.fi, &duty.title.en];
    let search = duty.search.sv.iter().chain(&duty.search.fi).chain(&duty.search.en);
    let summaries = [&duty.summary.sv, &duty.summary.fi, &duty.summary.en];
    let fields: Vec<(u32, String)> = std::iter::once((12, folded(&duty.id)))
        .chain(duty.atoms.iter().map(|atom| (20, folded(atom))))
        .chain(titles.into_iter().map(|text| (10, folded(text))))
        .chain(search.map(|text| (8, folded(text))))
        .chain(summaries.into_iter().map(|text| (2, folded(text))))
        .collect();
    let mut total = 0;
    for word in wanted {
        total += fields.iter().filter_map(|(weight, text)| fit(text, word).map(|fit| weight * fit)).max()?;
    }
    Some(total)
}

/// How well a word fits a text: a whole word, the beginning of one, or inside one.
fn fit(text: &str, word: &str) -> Option<u32> {
    let words = || text.split(|letter: char| !letter.is_alphanumeric());
    if words().any(|one| one == word) {
        Some(4)
    } else if words().any(|one| one.starts_with(word)) {
        Some(3)
    } else if word.len() >= 5 && words().any(|one| shares_stem(one, word)) {
        Some(2)
    } else if word.len() >= 3 && text.contains(word) {
        Some(1)
    } else {
        None
    }
}

/// Whether two words begin alike and differ only in their endings, as Finnish and Swedish cases do.
fn shares_stem(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(left, right)| left == right).count();
    let longest = one.chars().count().max(other.chars().count());
    common >= 5 && longest - common <= 4
}
