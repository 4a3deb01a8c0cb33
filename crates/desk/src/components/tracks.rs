//! Several things of one case or one person, each on a line of its own, on one axis of time. The table that stands with it
//! says the same to readers who do not see, and on paper; a number leads from the drawing to its row.

use askama::Template;
use jiff::ToSpan as _;
use jiff::civil::Date;
use web::words::Words;

/// How a stretch is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In one of the colours: the same for the same thing.
    Colour(usize),
    /// Nobody answers: amber.
    Nobody,
    /// Dotted: beside, or not certain.
    Dotted,
}

impl Look {
    fn code(self) -> String {
        match self {
            Self::Colour(place) => (place % 6).to_string(),
            Self::Nobody => "nobody".to_owned(),
            Self::Dotted => "unknown".to_owned(),
        }
    }
}

/// A stretch of time on a line.
#[derive(Debug, Clone)]
pub struct Span {
    /// The number of its row in the table; none: its days stand in another.
    pub number: Option<usize>,
    /// The first day.
    pub from: Date,
    /// The first day after it; none: no end is known.
    pub until: Option<Date>,
    /// How it is drawn.
    pub look: Look,
    /// What it says.
    pub name: String,
}

/// A line.
#[derive(Debug, Clone)]
pub struct Track {
    /// What it is about.
    pub title: String,
    /// Its stretches, in the order of time.
    pub spans: Vec<Span>,
}

/// The drawing.
#[derive(Debug, Clone, Template)]
#[template(path = "components/tracks.html")]
pub struct Tracks {
    w: &'static Words,
    id: String,
    about: String,
    begins: Date,
    ends: Date,
    today: Date,
    tracks: Vec<Track>,
}

impl askama::filters::HtmlSafe for Tracks {}

impl Tracks {
    /// Draws these lines. `since` is the first day that matters: what began before it is cut off there.
    pub fn new(
        w: &'static Words,
        id: &str,
        about: impl Into<String>,
        since: Date,
        today: Date,
        tracks: Vec<Track>,
    ) -> Self {
        let spans = || tracks.iter().flat_map(|track| &track.spans);
        let last = spans().filter_map(|span| span.until).chain(spans().map(|span| span.from)).max();
        let last = last.unwrap_or(today).max(today);
        // Room on both sides, so that the first and the last stretch are seen to begin and to go on.
        let room = (days(since, last) / 12).max(10);
        let begins = since.checked_sub(room.days()).unwrap_or(since);
        let ends = last.checked_add(room.days()).unwrap_or(last);
        Self { w, id: id.to_owned(), about: about.into(), begins, ends, today, tracks }
    }

    fn share(&self, day: Date) -> f64 {
        let whole = f64::from(days(self.begins, self.ends).max(1));
        (f64::from(days(self.begins, day)) / whole * 100.0).clamp(0.0, 100.0)
    }

    fn at(&self, day: Date) -> String {
        percent(self.share(day))
    }

    fn x(&self, span: &Span) -> String {
        self.at(span.from)
    }

    fn width(&self, span: &Span) -> String {
        // One that lasted less than a day is still seen.
        percent((self.share(span.until.unwrap_or(self.ends)) - self.share(span.from)).max(0.6))
    }

    fn top(&self, place: usize) -> usize {
        24 + place * 58
    }

    fn bottom(&self) -> usize {
        self.top(self.tracks.len())
    }

    fn height(&self) -> usize {
        self.bottom() + 46
    }

    /// Days that the axis names: each New Year, or where there is none its two ends.
    fn marks(&self) -> Vec<(String, String, &'static str)> {
        let years: Vec<Date> = (self.begins.year()..=self.ends.year())
            .filter_map(|year| Date::new(year, 1, 1).ok())
            .filter(|day| *day > self.begins && *day < self.ends)
            .collect();
        // Names beyond a few would stand on each other on a phone.
        let step = years.len().div_ceil(5).max(1);
        if years.len() < 2 {
            let ends = [(self.begins, "start"), (self.ends, "end")];
            return ends.map(|(day, anchor)| (self.w.day_short(day), self.at(day), anchor)).into();
        }
        years.into_iter().step_by(step).map(|day| (day.year().to_string(), self.at(day), "start")).collect()
    }

    fn leaning(&self) -> &'static str {
        match self.share(self.today) {
            share if share < 12.0 => "start",
            share if share > 88.0 => "end",
            _ => "middle",
        }
    }

    fn description(&self) -> String {
        let last = self.ends.yesterday().unwrap_or(self.ends);
        self.w.desk_line_desc(&self.w.day(self.begins), &self.w.day(last))
    }
}

fn days(from: Date, until: Date) -> i32 {
    from.until(until).map_or(0, |span| span.get_days())
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share.max(0.0))
}
