//! The time line: one duty's answer through the eras, or several things of one person, on one horizontal axis.
//!
//! The drawing comes from the server. Its widths are shares of its own width, so letters keep their size on a phone;
//! names are cut off where a stretch is too short, and its number leads to the row of the table below, which says the
//! same to readers who do not see, and on paper.

use std::fmt::Write as _;

use askama::Template;
use jiff::civil::Date;

use super::{Basis, Examples, Link, stands_in_pages};
use crate::words::Words;

/// Who answers in a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// An organ leads.
    Organ(Link),
    /// Nobody leads.
    Nobody,
    /// It depends on what is not known; whom it may be.
    Unknown(Vec<Link>),
}

/// A stretch of time with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day; nothing when it began before the register.
    pub from: Option<Date>,
    /// The first day after it; nothing when no end is known.
    pub until: Option<Date>,
    /// Who answers.
    pub who: Holder,
    /// What it rests on.
    pub basis: Vec<Basis>,
}

/// Stretches after one another.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "components/timeline.html")]
pub struct TimeLine {
    /// The texts.
    pub w: &'static Words,
    /// Makes ids unique on the page.
    pub id: String,
    /// What the line is about: "Integrationsplan, Forssa".
    pub about: String,
    /// The first day that is drawn.
    pub begins: Date,
    /// The day after the last that is drawn.
    pub ends: Date,
    /// Today.
    pub today: Date,
    /// The day asked about, when there is one.
    pub asked: Option<Date>,
    /// In the order of time, each beginning where the one before ends.
    pub stretches: Vec<Stretch>,
}

stands_in_pages!(TimeLine);

/// A row as it is drawn and written.
struct Row<'a> {
    number: usize,
    look: String,
    x: String,
    width: String,
    name: String,
    links: &'a [Link],
    /// The name stands before the links, or instead of them.
    named: bool,
    from: String,
    until: String,
    basis: &'a [Basis],
    now: bool,
}

impl TimeLine {
    /// A share of the width, with as many decimals as a screen can show.
    fn share(&self, day: Date) -> f64 {
        let whole = f64::from(days(self.begins, self.ends).max(1));
        (f64::from(days(self.begins, day)) / whole * 100.0).clamp(0.0, 100.0)
    }

    fn at(&self, day: &Date) -> String {
        percent(self.share(*day))
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let mut known: Vec<&str> = Vec::new();
        self.stretches
            .iter()
            .enumerate()
            .map(|(index, stretch)| {
                let (look, name, links): (String, String, &[Link]) = match &stretch.who {
                    Holder::Organ(link) => {
                        let place = known.iter().position(|name| *name == link.text).unwrap_or_else(|| {
                            known.push(&link.text);
                            known.len() - 1
                        });
                        ((place % 6).to_string(), link.text.clone(), std::slice::from_ref(link))
                    }
                    Holder::Nobody => ("nobody".to_owned(), self.w.timeline_nobody().to_owned(), &[]),
                    Holder::Unknown(links) => ("unknown".to_owned(), self.w.timeline_unknown().to_owned(), links),
                };
                let from = stretch.from.unwrap_or(self.begins);
                let until = stretch.until.unwrap_or(self.ends);
                let begins_before = stretch.from.is_none();
                Row {
                    number: index + 1,
                    look,
                    x: self.at(&from),
                    width: percent(self.share(until) - self.share(from)),
                    name,
                    links,
                    named: !matches!(stretch.who, Holder::Organ(_)),
                    from: if begins_before { self.w.timeline_before().to_owned() } else { self.w.day_short(from) },
                    until: match stretch.until.map(|day| day.yesterday()) {
                        Some(Ok(last)) => self.w.day_short(last),
                        _ => self.w.timeline_onward().to_owned(),
                    },
                    basis: &stretch.basis,
                    now: self.asked.is_some_and(|day| {
                        stretch.from.is_none_or(|from| from <= day) && stretch.until.is_none_or(|until| day < until)
                    }),
                }
            })
            .collect()
    }

    /// The cut-over days inside the drawing.
    fn cuts(&self) -> Vec<String> {
        let inside = |day: &Date| *day > self.begins && *day < self.ends;
        self.stretches.iter().filter_map(|stretch| stretch.from).filter(inside).map(|day| self.at(&day)).collect()
    }

    /// The first of January of each year that is drawn.
    fn years(&self) -> Vec<(i16, String)> {
        (self.begins.year()..=self.ends.year())
            .filter_map(|year| Date::new(year, 1, 1).ok())
            .filter(|day| *day >= self.begins && *day < self.ends)
            .map(|day| (day.year(), self.at(&day)))
            .collect()
    }

    /// A day's label leans away from the edge that it stands near.
    fn leaning(&self, day: &Date) -> &'static str {
        match self.share(*day) {
            share if share < 12.0 => "start",
            share if share > 88.0 => "end",
            _ => "middle",
        }
    }

    fn inside(&self, day: &Date) -> bool {
        *day >= self.begins && *day < self.ends
    }

    fn short(&self, day: &Date) -> String {
        self.w.day_short(*day)
    }

    fn description(&self) -> String {
        let last = self.ends.yesterday().unwrap_or(self.ends);
        let mut text = self.w.timeline_description(self.stretches.len(), &self.w.day(self.begins), &self.w.day(last));
        for row in self.rows() {
            let _ = write!(text, " {}: {}–{}: {}.", row.number, row.from, row.until, row.name);
        }
        text
    }
}

fn days(from: Date, until: Date) -> i32 {
    from.until(until).map_or(0, |span| span.get_days())
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share.max(0.0))
}

impl Examples for TimeLine {
    fn examples(w: &'static Words) -> Vec<Self> {
        use jiff::civil::date;
        let organ = |name: &str| Holder::Organ(Link::to(name, "#"));
        let stretch = |from, until, who| Stretch { from, until, who, basis: vec![Basis::example(w)] };
        let full = Self {
            w,
            id: "example".to_owned(),
            about: "Integrationsplan, Forssa".to_owned(),
            begins: date(2021, 1, 1),
            ends: date(2028, 1, 1),
            today: date(2026, 3, 1),
            asked: Some(date(2024, 11, 15)),
            stretches: vec![
                stretch(None, Some(date(2023, 1, 1)), organ("TE-byrån i Tavastland")),
                stretch(Some(date(2023, 1, 1)), Some(date(2025, 1, 1)), Holder::Nobody),
                stretch(Some(date(2025, 1, 1)), Some(date(2026, 1, 1)), Holder::Unknown(vec![Link::to("Forssa", "#")])),
                stretch(Some(date(2026, 1, 1)), None, organ("Forssa & <co>")),
            ],
        };
        let single = Self {
            id: "single".to_owned(),
            asked: None,
            stretches: vec![stretch(None, None, organ("Migrationsverket"))],
            ..full.clone()
        };
        vec![full, single]
    }
}
