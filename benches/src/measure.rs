//! Taking the time.

use std::time::Instant;

/// The median of some runs, in seconds.
pub fn median(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs.max(1))
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Nanoseconds that the calling thread has had a processor; Linux tells.
fn had() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok()
}

/// The mean of runs of work that the calling thread does alone, in seconds during which it had a processor: what neighbours
/// take away by running is left out, what they take away of the memory is not. The system counts in ticks of some
/// milliseconds, so runs are repeated until they fill many.
pub fn mean_alone(runs: usize, mut work: impl FnMut()) -> f64 {
    const ENOUGH: f64 = 0.4e9;
    work();
    let Some(before) = had() else { return median(runs, work) };
    let mut done = 0.0;
    loop {
        work();
        done += 1.0;
        let spent = had().map_or(f64::INFINITY, |now| now - before);
        if spent >= ENOUGH || (runs == 1 && done >= 1.0) {
            return spent / done / 1e9;
        }
    }
}

/// The median and the 99th percentile of many short pieces of work, in nanoseconds, with what looking at the clock costs.
pub struct Short {
    pub median: f64,
    pub p99: f64,
    pub clock: f64,
}

/// Times each piece by itself.
pub fn short(count: usize, mut work: impl FnMut(usize)) -> Short {
    let mut times: Vec<u64> = Vec::with_capacity(count);
    for number in 0..count {
        let start = Instant::now();
        work(number);
        times.push(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
    }
    let mut clocks: Vec<u64> =
        (0..10_000).map(|_| u64::try_from(Instant::now().elapsed().as_nanos()).unwrap_or(u64::MAX)).collect();
    times.sort_unstable();
    clocks.sort_unstable();
    let at = |times: &[u64], share: usize| times[times.len() * share / 100] as f64;
    Short { median: at(&times, 50), p99: at(&times, 99), clock: at(&clocks, 50) }
}
