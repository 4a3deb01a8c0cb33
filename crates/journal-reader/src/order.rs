//! Which rows under a broken seal were moved, and from where. Pure.
//!
//! A seal's head tells whether its rows are those, in that order, that it sealed; not what the order was. But rows are sealed
//! in the order of their numbers, and a unit's rows in that of their ordinals: the order that was is tried, and where the
//! head then fits, it is proved. Where neither fits, as when two rows have exchanged their whole content, each
//! exchange of two rows is tried, as long as the seal is not long.

use ring::digest::Context;

use crate::digest;
use crate::finding::Finding;
use crate::tables::Seal;

/// The longest seal of which every exchange is tried: some tens of thousands of hashes.
const EXCHANGES: usize = 256;

/// A row under a broken seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its number in the table.
    pub seq: i64,
    /// Where it stands.
    pub position: i64,
    /// When it was written.
    pub at: Option<i64>,
    /// Its unit.
    pub unit: Vec<u8>,
    /// Its number within it.
    pub ordinal: i64,
    /// Its digest.
    pub digest: Vec<u8>,
}

/// A seal whose rows, one at each of its positions, do not give its head.
#[derive(Debug, Clone)]
pub struct Broken {
    /// The seal.
    pub seal: Seal,
    /// Its rows, in the order of their positions.
    pub rows: Vec<Placed>,
}

/// What can be said of broken seals: the rows that were moved, each by itself; else that the seal is broken.
#[must_use]
pub fn explain(broken: Vec<Broken>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut left = Vec::new();
    for one in broken {
        match within(&one) {
            Some(moved) => found.extend(moved),
            None => left.push(one),
        }
    }
    // Rows may have been moved from one seal to another.
    let (moved, left) = across(left);
    found.extend(moved);
    for one in left {
        let Seal { number, first, last, .. } = one.seal;
        found.push(Finding::SealBroken { number, first, last });
    }
    found.sort_by_key(Finding::place);
    found
}

/// Whether a seal fits rows in this order.
fn fits<'a>(seal: &Seal, rows: impl Iterator<Item = &'a Placed>) -> bool {
    let mut hash = digest::of_seal(seal);
    rows.for_each(|row| hash.update(&row.digest));
    hash.finish().as_ref() == seal.head
}

/// The orders in which rows may have been sealed.
fn orders(rows: &[&Placed]) -> [Vec<Placed>; 2] {
    let sorted = |compare: &dyn Fn(&Placed, &Placed) -> std::cmp::Ordering| {
        let mut rows: Vec<Placed> = rows.iter().copied().cloned().collect();
        rows.sort_by(|one, other| compare(one, other));
        rows
    };
    [
        sorted(&|one, other| one.seq.cmp(&other.seq)),
        sorted(&|one, other| (one.at, &one.unit, one.ordinal).cmp(&(other.at, &other.unit, other.ordinal))),
    ]
}

/// The rows of an order that do not stand where they stood, the first of them at `first`.
fn moved(rows: &[Placed], first: i64) -> Vec<Finding> {
    (first..)
        .zip(rows)
        .filter(|(was, row)| *was != row.position)
        .map(|(was, row)| Finding::Moved { seq: row.seq, position: row.position, was })
        .collect()
}

fn within(broken: &Broken) -> Option<Vec<Finding>> {
    let (seal, rows) = (&broken.seal, &broken.rows);
    let order = orders(&rows.iter().collect::<Vec<_>>()).into_iter().find(|order| fits(seal, order.iter()));
    let order = order.or_else(|| exchanged(seal, rows))?;
    Some(moved(&order, seal.first))
}

/// The order before two rows were exchanged, if that is what happened.
fn exchanged(seal: &Seal, rows: &[Placed]) -> Option<Vec<Placed>> {
    if rows.len() > EXCHANGES {
        return None;
    }
    let mut before: Context = digest::of_seal(seal);
    for (one, row) in rows.iter().enumerate() {
        for other in one + 1..rows.len() {
            let mut hash = before.clone();
            hash.update(&rows[other].digest);
            rows[one + 1..other].iter().for_each(|row| hash.update(&row.digest));
            hash.update(&row.digest);
            rows[other + 1..].iter().for_each(|row| hash.update(&row.digest));
            if hash.finish().as_ref() == seal.head {
                let mut order = rows.to_vec();
                order.swap(one, other);
                return Some(order);
            }
        }
        before.update(&row.digest);
    }
    None
}

/// The rows that were moved between seals, and the seals of which nothing can be said.
fn across(broken: Vec<Broken>) -> (Vec<Finding>, Vec<Broken>) {
    let all: Vec<&Placed> = broken.iter().flat_map(|one| &one.rows).collect();
    let mut best: (Vec<Finding>, Vec<i64>) = Default::default();
    for order in orders(&all) {
        let (mut found, mut mended) = (Vec::new(), Vec::new());
        let mut rest = order.as_slice();
        for one in &broken {
            let (own, later) = rest.split_at(one.rows.len());
            rest = later;
            if fits(&one.seal, own.iter()) {
                found.extend(moved(own, one.seal.first));
                mended.push(one.seal.number);
            }
        }
        if mended.len() > best.1.len() {
            best = (found, mended);
        }
    }
    let (found, mended) = best;
    (found, broken.into_iter().filter(|one| !mended.contains(&one.seal.number)).collect())
}
