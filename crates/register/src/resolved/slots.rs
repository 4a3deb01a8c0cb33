//! Slots, the instruments that fill them, and practice.

use super::bearer::{self, Resolver};
use super::citation::{self, Citation, Source};
use super::clause::{self, Certainty};
use super::duty::{self, Duty, DutyIndex};
use super::organs::{OrganIndex, Organs};
use super::territory::{self, MunicipalityIndex, Status, Territory};
use crate::fault::{Fault, Place};
use crate::source::{Parsed, SourceInstrument, SourceRegister, Text, Vocabulary};
use calendar::Period;

/// A slot by its place in the list.
pub type SlotIndex = u8;

/// A place in a duty where a local instrument may put another organ.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Its word.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Kinds that the law itself names there.
    pub default: Vec<String>,
    /// Kinds that may be put there.
    pub may_fill: Vec<String>,
    /// Organs whose instrument counts.
    pub decided_by: Vec<String>,
    /// When the slot is open.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// Where it stands.
    pub place: Place,
}

/// A local instrument.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// Its name.
    pub title: Text,
    /// Whose act it is.
    pub by: String,
    /// The slot it fills.
    pub slot: SlotIndex,
    /// How the organ it puts there is found.
    pub puts: Resolver,
    /// For which municipalities.
    pub municipalities: Vec<MunicipalityIndex>,
    /// When.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// How sure it is.
    pub status: Status,
    /// Shown with it.
    pub note: Option<Text>,
    /// Whether it has the power to fill its slot; without it, it never wins.
    pub has_power: bool,
    /// Where it stands.
    pub place: Place,
}

/// An organ that carries a duty out for the one that leads.
#[derive(Debug, Clone)]
pub struct Practice {
    /// Who carries out.
    pub organ: OrganIndex,
    /// Where.
    pub municipalities: Vec<MunicipalityIndex>,
    /// Which duties.
    pub duties: Vec<DutyIndex>,
    /// When.
    pub period: Period,
    /// Citations.
    pub basis: Vec<Citation>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Shown with it.
    pub note: Option<Text>,
}

/// The slots of the vocabulary.
pub(super) fn slots(
    parsed: &Parsed<Vocabulary>,
    organs: &Organs,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<Slot> {
    let mut all = Vec::new();
    for (id, spanned) in &parsed.content.slot {
        let written = spanned.get_ref();
        let place = parsed.place(spanned.span());
        for kind in written.default.iter().chain(&written.may_fill) {
            if organs.kind(kind).is_none() {
                faults.push(organs.unknown(kind, place.clone()));
            }
        }
        all.push(Slot {
            id: id.clone(),
            title: written.title.clone(),
            default: written.default.clone(),
            may_fill: written.may_fill.clone(),
            decided_by: written.decided_by.clone(),
            period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
            basis: citation::all(&parsed.file, &written.basis, sources, faults),
            place,
        });
    }
    all
}

/// The instruments; one without power is reported and kept, marked.
pub(super) fn instruments(
    source: &SourceRegister,
    slots: &[Slot],
    organs: &Organs,
    territory: &Territory,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<Instrument> {
    let mut all = Vec::new();
    for parsed in &source.instruments {
        if let Some(instrument) = one(parsed, slots, organs, territory, sources, faults) {
            all.push(instrument);
        }
    }
    all
}

fn one(
    parsed: &Parsed<SourceInstrument>,
    slots: &[Slot],
    organs: &Organs,
    territory: &Territory,
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Option<Instrument> {
    let written = &parsed.content;
    let fills = written.fills.as_ref()?;
    let place = parsed.place(fills.span());
    let Some(slot) = slots.iter().position(|slot| slot.id == *fills.get_ref()) else {
        faults.push(
            Fault::error("unknown-slot", format!("`{}` is no slot of the vocabulary", fills.get_ref()))
                .at(place)
                .did_you_mean(fills.get_ref(), slots.iter().map(|slot| slot.id.as_str())),
        );
        return None;
    };
    let (Some(by), Some(organ)) = (&written.by, &written.organ) else {
        faults.push(
            Fault::error("unreadable-file", "an instrument says whose it is (`by`) and whom it puts there (`organ`)")
                .at(place),
        );
        return None;
    };
    if organs.index(by.get_ref()).is_none() && organs.kind(by.get_ref()).is_none() {
        faults.push(organs.unknown(by.get_ref(), parsed.place(by.span())));
    }
    let (kind, puts) = bearer::resolver(organs, territory, organ, None, &parsed.file, faults)?;
    let period = Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) };
    let the_slot = &slots[slot];
    let municipalities =
        territory::members(&parsed.file, &written.municipalities, &written.regions, &[], territory, faults);
    let lacking = lacking_power(by.get_ref(), &kind, period, &municipalities, the_slot, territory);
    if let Some(reason) = &lacking {
        faults.push(
            Fault::warning(
                "instrument-without-power",
                format!("this instrument cannot fill `{}`: {reason}", the_slot.id),
            )
            .at(parsed.place(by.span()))
            .also_at(the_slot.place.clone())
            .help("it is kept for the record and never wins over the law's own organ"),
        );
    }
    Some(Instrument {
        title: written.title.clone(),
        by: by.get_ref().clone(),
        slot: u8::try_from(slot).ok()?,
        puts,
        municipalities,
        period,
        basis: citation::all(&parsed.file, &written.basis, sources, faults),
        status: territory::status(&parsed.file, written.status.as_ref(), faults),
        note: written.note.clone(),
        has_power: lacking.is_none(),
        place,
    })
}

/// Why an instrument lacks the power to fill a slot, if it does.
fn lacking_power(
    by: &str,
    kind: &str,
    period: Period,
    municipalities: &[MunicipalityIndex],
    slot: &Slot,
    territory: &Territory,
) -> Option<String> {
    let decides = slot.decided_by.iter().any(|who| {
        who == by
            || (who == "itself"
                && by.strip_prefix("municipality:").is_some_and(|code| {
                    municipalities.iter().all(|municipality| territory.at(*municipality).code == code)
                }))
    });
    if !decides {
        return Some(format!("`{by}` may not decide on it"));
    }
    if !slot.may_fill.iter().any(|may| may == kind) {
        return Some(format!("`{kind}` may not be put there"));
    }
    if period.intersect(slot.period) != period {
        return Some(format!("the slot is open {}, the instrument holds {period}", slot.period));
    }
    None
}

/// Who carries out in practice.
pub(super) fn practices(
    source: &SourceRegister,
    organs: &Organs,
    territory: &Territory,
    duties: &[Duty],
    sources: &[Source],
    faults: &mut Vec<Fault>,
) -> Vec<Practice> {
    let mut all = Vec::new();
    for parsed in &source.instruments {
        for spanned in &parsed.content.practice {
            let written = spanned.get_ref();
            let Some(organ) = organs.index(written.organ.get_ref()) else {
                faults.push(organs.unknown(written.organ.get_ref(), parsed.place(written.organ.span())));
                continue;
            };
            let found = |name: &serde_spanned::Spanned<String>, faults: &mut Vec<Fault>| {
                duty::find(name.get_ref(), duties, || parsed.place(name.span()), faults)
            };
            all.push(Practice {
                organ,
                municipalities: territory::members(&parsed.file, &written.municipalities, &[], &[], territory, faults),
                duties: written.duties.iter().filter_map(|name| found(name, faults)).collect(),
                period: Period { from: written.from.map(|day| day.0), until: written.until.map(|day| day.0) },
                basis: citation::all(&parsed.file, &written.basis, sources, faults),
                certainty: clause::certainty(&parsed.file, written.certainty.as_ref(), faults),
                note: written.note.clone(),
            });
        }
    }
    all
}
