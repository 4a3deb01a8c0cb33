//! What the memory of this machine gives: the control of everything that is bound by memory.
//!
//! Writing past the caches is only reachable through the processor's own instruction, hence the `unsafe` in one function;
//! elsewhere ordinary stores are measured instead.
#![expect(unsafe_code, reason = "a store past the caches has no safe form; it writes one line that nobody else holds")]

use crate::measure::{mean_alone, median};
use std::thread;
use whatif::{LANES, Line};

/// Bytes a second.
#[derive(Debug, Clone, Copy)]
pub struct Bandwidth {
    /// Writing alone, past the caches.
    pub write: f64,
    /// a = b + c, ordinary stores.
    pub triad: f64,
}

/// Measures with so many threads.
pub fn measure(threads: usize) -> Bandwidth {
    let mut lines = vec![Line([0; LANES]); (512 << 20) / LANES];
    let bytes = (lines.len() * LANES) as f64;
    let share = lines.len().div_ceil(threads);
    let time = if threads == 1 {
        mean_alone(7, || fill(&mut lines))
    } else {
        median(7, || {
            thread::scope(|scope| {
                for part in lines.chunks_mut(share) {
                    scope.spawn(|| fill(part));
                }
            });
        })
    };
    drop(lines);
    let write = bytes / time;
    let count = (128 << 20) / 8;
    let (mut to, one, two) = (vec![0.0_f64; count], vec![1.0_f64; count], vec![2.0_f64; count]);
    let share = count.div_ceil(threads);
    let time = if threads == 1 {
        mean_alone(7, || triad(&mut to, &one, &two))
    } else {
        median(7, || {
            thread::scope(|scope| {
                for ((to, one), two) in to.chunks_mut(share).zip(one.chunks(share)).zip(two.chunks(share)) {
                    scope.spawn(move || triad(to, one, two));
                }
            });
        })
    };
    Bandwidth { write, triad: (count * 24) as f64 / time }
}

fn triad(to: &mut [f64], one: &[f64], two: &[f64]) {
    for ((to, one), two) in to.iter_mut().zip(one).zip(two) {
        *to = one + 3.0 * two;
    }
}

fn fill(lines: &mut [Line]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx512f") {
        // SAFETY: the feature was found.
        unsafe { fill_past(lines) };
        return;
    }
    lines.fill(Line([1; LANES]));
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f")]
fn fill_past(lines: &mut [Line]) {
    use std::arch::x86_64::{_mm_sfence, _mm512_set1_epi8, _mm512_stream_si512};
    let value = _mm512_set1_epi8(1);
    for line in lines {
        // SAFETY: a line is 64 bytes, aligned to 64, and borrowed for writing.
        unsafe { _mm512_stream_si512(std::ptr::from_mut(line).cast(), value) };
    }
    _mm_sfence();
}
