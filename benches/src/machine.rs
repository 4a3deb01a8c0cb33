//! The machine, and the page that is written.

use crate::table::Table;
use std::fs;

/// The processor's name as the system tells it.
fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| {
        text.lines()
            .find(|line| line.starts_with(name))
            .and_then(|line| line.split(':').nth(1))
            .map_or("?", str::trim)
            .to_owned()
    };
    let cores = text.lines().filter(|line| line.starts_with("processor")).count();
    format!("{}, family {}, model {}, {cores} cores", field("model name"), field("cpu family"), field("model\t"))
}

/// How busy the machine was when the run began.
pub fn busy() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let before: Vec<&str> = load.split(' ').take(2).collect();
    format!(
        "Load when the run began (1 and 5 minutes): {}. Much above 0 means that neighbours were at work and figures are worse than they \
         need to be; ratios to the control suffer less.",
        before.join(" and ")
    )
}

/// The page.
pub fn page(table: &Table, notes: &[String]) -> String {
    let missed = table.0.iter().filter(|figure| figure.reached == Some(false)).count();
    let path = format!("{:?}", whatif::kernel::Path::best()).to_lowercase();
    let mut page = format!(
        "# What it can do\n\nWritten by `cargo run --release -p benches -- --write`; do not edit. Every figure stands beside a control that was \
         measured in the same run, because a machine's figures move with its neighbours.\n\nMachine: {}. Path of the kernel: \
         {path}.\n\n",
        processor()
    );
    for note in notes {
        page += &format!("- {note}\n");
    }
    page += &format!("\n{}\n", table.markdown());
    page += READING;
    page += &format!("\nNot reached in this run: {missed}.\n");
    page
}

const READING: &str = "\
How to read it

- **1, 2**: one answer for every person and duty. The limit is (bytes read + bytes written) divided by what writing past the caches gives.
  The organs of each person's municipality are ready-made columns, as for the other engines, and are counted as read.
- **2**: one byte tells the outcome; which organ it is, one look-up in the municipality's list. Gaps and overlaps are counted on the
  way.
- **3**: both laws, every duty, counted by municipality and by who led and who leads. The population is in memory in order of
  municipality, as `whatif` reads it.
- **4**: `decide` is the question of a population's single person; `who` is what a page asks: it allows for missing facts,
  finds those beside, and `reason` writes out why.
- **5**: every duty, every stretch of time, every possible situation.
- **10**: reading is a part of it, on two threads; the control only reads.
- Rows with one thread, the control of the memory among them, count the time in which the thread had a processor, so that neighbours who
  compute are left out; neighbours who use the memory are not. Rows with two threads count time on the wall.

What is known to miss, and why

- *One person, all duties*: the register decides duty by duty, each through its own table. The goal's figure supposes the masks of all
  duties laid side by side, one row a value, so that one AND serves all duties. That form is not built.
- *Half a byte* takes nearly as long as one byte: it is bound by instructions and not by memory.
- *Two laws* counts by municipality and by who led and leads, which the goal's figure did not.
- Figures with two threads can only be reached where nobody else computes; see the load above.
";
