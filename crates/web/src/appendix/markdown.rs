//! The appendix as Markdown (CommonMark).

use std::fmt::Write as _;

use super::{Actor, Appendix, Task};

impl Appendix {
    /// As Markdown: headings, lists, and links to the texts of the law.
    pub fn markdown(&self) -> String {
        let w = self.w;
        let mut out = String::new();
        let _ = writeln!(out, "# {}\n", escaped(&self.title()));
        let _ = writeln!(out, "{}\n\n{}\n", self.day(), escaped(&self.lead()));
        if let Some(municipalities) = self.of_municipalities() {
            let _ = writeln!(out, "{}\n", escaped(&municipalities));
        }
        let _ = writeln!(out, "{}\n", w.appendix_edition(&self.edition));
        for part in &self.parts {
            let _ = writeln!(out, "## {}\n", escaped(part.title));
            for actor in &part.actors {
                self.actor(actor, &mut out);
            }
        }
        if !self.nobody.is_empty() {
            let _ = writeln!(out, "## {}\n\n{}\n", w.appendix_nobody(), w.appendix_nobody_lead());
            for duty in &self.nobody {
                let _ = writeln!(out, "- **{}** {}", escaped(&duty.title), escaped(&duty.why.join(" ")));
            }
            out.push('\n');
        }
        let _ = writeln!(out, "## {}\n\n{}\n", w.appendix_sources(), w.appendix_sources_lead());
        for source in &self.sources {
            let named = source.title.as_ref().unwrap_or(&source.citation);
            let _ = match &source.text {
                Some(address) => writeln!(out, "- [{}]({address})", escaped(named)),
                None => writeln!(out, "- {}", escaped(named)),
            };
        }
        out
    }

    fn actor(&self, actor: &Actor, out: &mut String) {
        let w = self.w;
        let _ = writeln!(out, "### {}\n", escaped(&actor.title));
        for note in &actor.notes {
            let _ = writeln!(out, "> {}\n", escaped(note));
        }
        for (title, tasks) in [(w.appendix_leads(), &actor.leads), (w.appendix_beside(), &actor.beside)] {
            if tasks.is_empty() {
                continue;
            }
            let _ = writeln!(out, "#### {title}\n");
            for task in tasks {
                self.task(task, out);
            }
            out.push('\n');
        }
        if !actor.above.is_empty() {
            let _ = writeln!(out, "#### {}\n", w.appendix_above());
            for tie in &actor.above {
                let _ = writeln!(out, "- {}", escaped(tie));
            }
            out.push('\n');
        }
    }

    fn task(&self, task: &Task, out: &mut String) {
        let w = self.w;
        let _ = write!(out, "- {}: **{}.**", escaped(&task.who), escaped(&task.title));
        if !task.summary.is_empty() {
            let _ = write!(out, " {}", escaped(&task.summary));
        }
        out.push('\n');
        for clause in &task.clauses {
            let may = if clause.may { w.appendix_may() } else { "" };
            let basis = w.appendix_basis(&clause.cited());
            let said: Vec<&str> = std::iter::once(may)
                .chain(clause.sentences.iter().map(String::as_str))
                .chain((!clause.basis.is_empty()).then_some(basis.as_str()))
                .filter(|sentence| !sentence.is_empty())
                .collect();
            let _ = writeln!(out, "  - {}", escaped(&said.join(" ")));
        }
    }
}

/// Signs that Markdown would read as its own are marked as ordinary ones.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
