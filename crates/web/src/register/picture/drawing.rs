//! The drawing itself: four bands of cards, with lines from those who steer and supervise to those whom they do it to.
//! The lines run between the columns and between the bands, behind the cards, so that they cross no words.

use std::fmt::Write as _;

use askama::Template;
use register::resolved::OrganIndex;

use super::layout::{COLUMNS, GUTTER, LEADING, Spot, WIDTH, broken, left, place};
use crate::words::Words;

/// One of the four bands, before it is placed.
#[derive(Debug, Clone, PartialEq)]
pub struct BandDrawn {
    /// "Staten"
    pub title: String,
    /// Its organs.
    pub cards: Vec<CardDrawn>,
}

/// An organ with its duties, before it is placed.
#[derive(Debug, Clone, PartialEq)]
pub struct CardDrawn {
    /// The organ.
    pub organ: OrganIndex,
    /// Its name.
    pub name: String,
    /// What it answers for.
    pub duties: Vec<String>,
    /// "vid sidan av i 7"
    pub beside: Option<String>,
}

/// Who steers or supervises whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The one who does it.
    pub from: OrganIndex,
    /// The one to whom it is done.
    pub to: OrganIndex,
    /// Supervises; else steers.
    pub supervises: bool,
}

/// The drawing, placed.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "register/picture/drawing.html")]
pub struct Drawing {
    w: &'static Words,
    title: String,
    description: String,
    width: f32,
    height: f32,
    bands: Vec<Band>,
    paths: Vec<Path>,
}

impl askama::filters::HtmlSafe for Drawing {}

#[derive(Debug, Clone, PartialEq)]
struct Band {
    title: String,
    y: f32,
    height: f32,
    cards: Vec<Card>,
}

#[derive(Debug, Clone, PartialEq)]
struct Card {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    texts: Vec<Text>,
    marks: Vec<Mark>,
}

#[derive(Debug, Clone, PartialEq)]
struct Text {
    x: f32,
    y: f32,
    look: &'static str,
    text: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Mark {
    x: f32,
    y: f32,
    look: &'static str,
}

#[derive(Debug, Clone, PartialEq)]
struct Path {
    look: &'static str,
    line: String,
    tip: String,
}

/// Letters that fit on a line of a column of text; a little less than would fit in the widest letters that are common.
const LETTERS: usize = 32;
/// The same for names, which are larger.
const NAME_LETTERS: usize = 26;
/// Room above the cards of a band for its name.
const HEAD: f32 = 42.0;
/// And for the lines that run along it.
const LANES: f32 = 24.0;
/// More duties than this, and a card becomes wider.
const TALL: usize = 13;

impl Drawing {
    /// Places the cards and draws the lines.
    pub fn new(w: &'static Words, title: String, description: String, bands: Vec<BandDrawn>, lines: &[Line]) -> Self {
        let mut y = 0.0;
        let reached = |cards: &[CardDrawn]| cards.iter().any(|card| lines.iter().any(|line| line.to == card.organ));
        let mut placed = Vec::new();
        let mut ends: Vec<(OrganIndex, Spot, f32, usize)> = Vec::new();
        for (number, band) in bands.into_iter().enumerate() {
            let head = if reached(&band.cards) { HEAD + LANES } else { HEAD };
            let cards: Vec<(usize, Card)> = band.cards.iter().map(card).collect();
            let sizes: Vec<(usize, f32)> = cards.iter().map(|(span, card)| (*span, card.height)).collect();
            let (spots, height) = place(&sizes);
            let mut here = Vec::new();
            for ((drawn, (_, mut card)), spot) in band.cards.iter().zip(cards).zip(&spots) {
                (card.x, card.y) = (spot.x, y + head + spot.y);
                ends.push((drawn.organ, *spot, card.y, number));
                here.push(card);
            }
            let height = head + height;
            placed.push(Band { title: band.title, y, height, cards: here });
            y += height + 10.0;
        }
        // All lines from one organ share a lane, as a river its bed.
        let mut sources: Vec<OrganIndex> = lines.iter().map(|line| line.from).collect();
        sources.sort_unstable();
        sources.dedup();
        let lane = |line: &Line| sources.iter().position(|one| *one == line.from).unwrap_or_default();
        let paths = lines.iter().filter_map(|line| path(lane(line), *line, &ends, &placed)).collect();
        Self { w, title, description, width: WIDTH, height: y.max(1.0) - 10.0, bands: placed, paths }
    }
}

/// A card drawn at the origin, and how many columns it needs.
fn card(drawn: &CardDrawn) -> (usize, Card) {
    let span = (drawn.duties.len().div_ceil(TALL)).clamp(1, COLUMNS);
    let (mut texts, mut marks) = (Vec::new(), Vec::new());
    let mut y = 22.0;
    for line in broken(&drawn.name, NAME_LETTERS * span) {
        texts.push(Text { x: 12.0, y, look: "name", text: line });
        y += LEADING + 2.0;
    }
    let top = y + 2.0;
    let mut lowest = top;
    let per_column = drawn.duties.len().div_ceil(span).max(1);
    for (column, duties) in drawn.duties.chunks(per_column).enumerate() {
        let x = left(column) - left(0) + 12.0;
        let mut y = top;
        for duty in duties {
            marks.push(Mark { x: x + 4.0, y: y - 4.5, look: "lead" });
            for line in broken(duty, LETTERS) {
                texts.push(Text { x: x + 15.0, y, look: "duty", text: line });
                y += LEADING;
            }
            y += 3.0;
        }
        lowest = lowest.max(y);
    }
    if let Some(beside) = &drawn.beside {
        marks.push(Mark { x: 16.0, y: lowest - 4.5, look: "beside" });
        texts.push(Text { x: 27.0, y: lowest, look: "beside", text: beside.clone() });
        lowest += LEADING + 3.0;
    }
    let width = super::layout::wide(span);
    (span, Card { x: 0.0, y: 0.0, width, height: lowest - 6.0, texts, marks })
}

/// A line from one card's side to the other's: down between the columns, along above the band, down again.
fn path(at: usize, line: Line, ends: &[(OrganIndex, Spot, f32, usize)], bands: &[Band]) -> Option<Path> {
    let find = |organ: OrganIndex| ends.iter().find(|(one, ..)| *one == organ);
    let ((_, from, from_y, from_band), (_, to, to_y, to_band)) = (find(line.from)?, find(line.to)?);
    // Lines that run side by side keep apart.
    let lane = |lanes: usize, step: f32| {
        let lane = u16::try_from(at % lanes).map_or(0.0, f32::from);
        let half = u16::try_from(lanes - 1).map_or(0.0, f32::from) / 2.0;
        (lane - half) * step
    };
    let beside = |spot: &Spot| spot.x - GUTTER / 2.0 + lane(6, 3.6);
    let (start, end) = (beside(from), beside(to));
    let (leave, arrive) = (from_y + 17.0, to_y + 17.0 + lane(3, 5.0));
    let along =
        if to_band > from_band { bands.get(*to_band)?.y } else { bands.get(*from_band)?.y } + 47.0 + lane(6, 4.0);
    let mut drawn = String::new();
    let _ = write!(drawn, "M{:.1} {leave:.1}H{start:.1}", from.x);
    if (start - end).abs() < 20.0 {
        let _ = write!(drawn, "V{arrive:.1}");
    } else {
        let _ = write!(drawn, "V{along:.1}H{end:.1}V{arrive:.1}");
    }
    let _ = write!(drawn, "H{:.1}", to.x - 5.0);
    let tip = format!("M{:.1} {:.1}l7 4l-7 4z", to.x - 6.0, arrive - 4.0);
    Some(Path { look: if line.supervises { "supervise" } else { "steer" }, line: drawn, tip })
}
