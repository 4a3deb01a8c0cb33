//! The kernel against the register itself, and its two paths against each other.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use calendar::{Date, day};
use proptest::prelude::*;
use register::Register;
use register::compiled::Decision;
use register::resolved::{MAX_ATTRIBUTES, Role};
use whatif::kernel::{ByteAnswers, HalfByteAnswers, Kernel, NO_OUTCOME, OrganAnswers, Outcome, Path, SEVERAL, code};
use whatif::{Column, Columns, UNKNOWN};

const DAYS: [Date; 4] = [day(2021, 3, 1), day(2023, 6, 1), day(2024, 12, 31), day(2026, 1, 1)];

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }
}

/// Random persons: each attribute known but for one time in `unknown`.
fn persons(register: &Register, rows: usize, unknown: usize, dice: &mut Dice) -> Vec<Column> {
    let attributes = &register.resolved.words.attributes;
    attributes
        .iter()
        .map(|attribute| {
            let values: Vec<u8> = (0..rows)
                .map(|_| match dice.below(unknown) {
                    0 => UNKNOWN,
                    _ => u8::try_from(dice.below(attribute.values.len())).unwrap(),
                })
                .collect();
            Column::of(&values)
        })
        .collect()
}

fn all_duties(register: &Register) -> Vec<u16> {
    (0..register.resolved.duties.len()).map(|duty| u16::try_from(duty).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What the register decides for one person, the kernel decides for many.
    #[test]
    fn decides_as_the_register(seed: u64, rows in 1_usize..200, day in 0..DAYS.len()) {
        let (register, on, mut dice) = (Register::shipped(), DAYS[day], Dice(seed));
        let columns = persons(register, rows, usize::MAX, &mut dice);
        let columns = Columns::new(rows, columns.iter().map(Some).collect());
        let places: Vec<Option<u16>> = (0..rows)
            .map(|_| match dice.below(20) {
                0 => None,
                _ => u16::try_from(dice.below(register.resolved.territory.municipalities.len())).ok(),
            })
            .collect();
        let duties = all_duties(register);
        for path in [Path::Scalar, Path::Wide] {
            let kernel = Kernel::new(register, on, &duties).unwrap().by(path);
            let mut bytes = ByteAnswers::new(duties.len(), rows);
            kernel.outcomes(&columns, 2, &mut bytes);
            let mut organs = OrganAnswers::new(duties.len(), rows);
            kernel.organs(&columns, &kernel.organ_columns(register, &places), 2, &mut organs);
            for (at, duty) in duties.iter().enumerate() {
                for (row, place) in places.iter().enumerate() {
                    let mut situation = [0; MAX_ATTRIBUTES];
                    for (attribute, slot) in (0..).zip(situation.iter_mut()) {
                        if usize::from(attribute) < register.resolved.words.attributes.len() {
                            *slot = columns.value(attribute, row);
                        }
                    }
                    let clauses = &register.resolved.duties[usize::from(*duty)].lead;
                    let number = bytes.get(at, row);
                    match register.compiled.decide(*duty, on, &situation).unwrap() {
                        Decision::Gap => prop_assert_eq!((number, organs.get(at, row)), (NO_OUTCOME, code::NONE)),
                        Decision::Overlap(..) => {}
                        Decision::Clause(clause) => {
                            prop_assert!(number != NO_OUTCOME && number != SEVERAL);
                            let clause = &clauses[usize::from(clause)];
                            let expected = match clause.role {
                                Role::Nobody => code::NOBODY,
                                _ => register.compiled.organ(clause, *place, on).unwrap_or(code::NO_ORGAN),
                            };
                            prop_assert_eq!(organs.get(at, row), expected);
                            let outcome = kernel.duties[at].outcomes[usize::from(number) - 1];
                            prop_assert_eq!(outcome == Outcome::Nobody, clause.role == Role::Nobody);
                            prop_assert_eq!(
                                kernel.organ(register, outcome, *place),
                                register.compiled.organ(clause, *place, on)
                            );
                        }
                    }
                }
            }
        }
    }

    /// Both paths give the same, whatever is unknown, however many threads, wherever the rows end.
    #[test]
    fn both_paths_agree(seed: u64, rows in 1_usize..6_000, day in 0..DAYS.len(), unknown in 2_usize..30, threads in 1_usize..4) {
        let (register, on, mut dice) = (Register::shipped(), DAYS[day], Dice(seed));
        let columns = persons(register, rows, unknown, &mut dice);
        // Some attributes have no column at all.
        let lent: Vec<Option<&Column>> = columns.iter().map(|column| (dice.below(6) > 0).then_some(column)).collect();
        let columns = Columns::new(rows, lent);
        let count = register.resolved.territory.municipalities.len();
        let places: Vec<Option<u16>> = (0..rows).map(|_| u16::try_from(dice.below(count)).ok()).collect();
        let duties = all_duties(register);
        let kernel = Kernel::new(register, on, &duties).unwrap();
        let answers = [Path::Scalar, Path::Wide].map(|path| {
            let kernel = kernel.clone().by(path);
            let mut bytes = ByteAnswers::new(duties.len(), rows);
            let first = kernel.outcomes(&columns, threads, &mut bytes);
            let mut halves = HalfByteAnswers::new(duties.len(), rows);
            let second = kernel.nibbles(&columns, threads, &mut halves).ok();
            let mut organs = OrganAnswers::new(duties.len(), rows);
            let third = kernel.organs(&columns, &kernel.organ_columns(register, &places), threads, &mut organs);
            prop_assert_eq!(first, third);
            prop_assert!(second.is_none_or(|second| second == first));
            let mut all = Vec::new();
            let (mut none, mut several) = (0, 0);
            for duty in 0..duties.len() {
                for row in 0..rows {
                    let byte = bytes.get(duty, row);
                    none += u64::from(byte == NO_OUTCOME);
                    several += u64::from(byte == SEVERAL);
                    if second.is_some() {
                        prop_assert_eq!(halves.get(duty, row), byte.min(15));
                    }
                    all.push((byte, organs.get(duty, row)));
                }
            }
            prop_assert_eq!((first.none, first.several), (none, several));
            Ok(all)
        });
        let [scalar, wide] = answers;
        prop_assert!(scalar? == wide?);
    }
}
