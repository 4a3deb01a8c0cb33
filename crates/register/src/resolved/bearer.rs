//! Bearers: how a clause finds its organ for a municipality on a day.

use super::clause::{Context, Role};
use super::organs::{OrganIndex, Organs};
use super::slots::SlotIndex;
use super::territory::MapIndex;
use crate::fault::{Fault, Place};
use crate::source::{File, SourceClause};
use calendar::Period;
use serde_spanned::Spanned;
use std::sync::Arc;

/// A resolver by its place in the list.
pub type ResolverIndex = u16;

/// How an organ is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolver {
    /// Always this one.
    Fixed(OrganIndex),
    /// The municipality itself.
    Itself,
    /// The organ to whose area the municipality belongs.
    Map(MapIndex),
    /// What an instrument put in the slot, else the municipality itself.
    SlotOrItself(SlotIndex),
    /// What an instrument put in the slot, else the organ by the map.
    SlotOrMap(SlotIndex, MapIndex),
    /// What an instrument put in the slot, else this organ.
    SlotOrFixed(SlotIndex, OrganIndex),
}

impl Resolver {
    /// The map it goes by, if any.
    pub fn map(self) -> Option<MapIndex> {
        match self {
            Self::Map(map) | Self::SlotOrMap(_, map) => Some(map),
            _ => None,
        }
    }

    /// The slot it looks into, if any.
    pub fn slot(self) -> Option<SlotIndex> {
        match self {
            Self::SlotOrItself(slot) | Self::SlotOrMap(slot, _) | Self::SlotOrFixed(slot, _) => Some(slot),
            _ => None,
        }
    }

    /// Whether it needs a municipality.
    pub fn needs_municipality(self) -> bool {
        !matches!(self, Self::Fixed(_))
    }
}

/// Who bears a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer {
    /// The kind of the organ that the law names.
    pub kind: String,
    /// How it is found.
    pub resolver: ResolverIndex,
}

/// Finds the resolver of a kind or organ, by its own map or another.
pub(super) fn resolver(
    organs: &Organs,
    territory: &super::territory::Territory,
    organ: &Spanned<String>,
    by: Option<&Spanned<String>>,
    file: &File,
    faults: &mut Vec<Fault>,
) -> Option<(String, Resolver)> {
    let name = organ.get_ref().as_str();
    let map = match by {
        None => None,
        Some(by) => {
            let found = territory.map(by.get_ref());
            if found.is_none() {
                faults.push(
                    Fault::error("unknown-map", format!("`{}` is no map in `areas/`", by.get_ref()))
                        .at(file.place(by.span()))
                        .did_you_mean(by.get_ref(), territory.maps.iter().map(|map| map.id.as_str())),
                );
                return None;
            }
            found
        }
    };
    if let (Some(map), Some(by)) = (map, by)
        && territory.maps[usize::from(map)].kind != name
    {
        faults.push(
            Fault::error(
                "wrong-map",
                format!(
                    "the map `{}` finds organs of kind `{}`, not `{name}`",
                    by.get_ref(),
                    territory.maps[usize::from(map)].kind
                ),
            )
            .at(file.place(by.span()))
            .help("leave `by` out, or name a map of that kind"),
        );
        return None;
    }
    if name == "municipality" {
        return Some((name.to_owned(), Resolver::Itself));
    }
    if let Some(kind) = organs.kind(name) {
        let kind = &organs.kinds[usize::from(kind)];
        if let Some(map) = map.or(kind.map) {
            return Some((name.to_owned(), Resolver::Map(map)));
        }
    }
    if let Some(index) = organs.index(name) {
        return Some((organs.at(index).kind.clone(), Resolver::Fixed(index)));
    }
    faults.push(match organs.kind(name) {
        Some(_) => Fault::error("kind-without-map", format!("`{name}` is a kind with several organs and no map"))
            .at(file.place(organ.span()))
            .help("name one organ, or the map: `by = \"…\"`"),
        None => organs.unknown(name, file.place(organ.span())),
    });
    None
}

/// Resolves the bearer of a clause.
pub(super) fn resolve(
    file: &Arc<File>,
    role: Role,
    written: &SourceClause,
    place: &Place,
    period: Period,
    context: &mut Context<'_>,
) -> Option<Bearer> {
    let organ = match (&written.organ, role) {
        (None, Role::Nobody) => return None,
        (Some(organ), Role::Nobody) => {
            context.faults.push(
                Fault::error("organ-in-a-gap", "a declared gap names no organ")
                    .at(file.place(organ.span()))
                    .help("take `organ` away, or make it a `[[lead]]`"),
            );
            return None;
        }
        (None, _) => {
            context.faults.push(
                Fault::error("missing-organ", "this clause does not say who")
                    .at(place.clone())
                    .help("add `organ = \"…\"`, or make it a `[[nobody]]` with its reason"),
            );
            return None;
        }
        (Some(organ), _) => organ,
    };
    let (kind, found) = resolver(context.organs, context.territory, organ, written.by.as_ref(), file, context.faults)?;
    let found = match &written.slot {
        None => found,
        Some(name) => {
            let Some(slot) = context.slots.iter().position(|slot| slot.id == *name.get_ref()) else {
                context.faults.push(
                    Fault::error("unknown-slot", format!("`{}` is no slot of the vocabulary", name.get_ref()))
                        .at(file.place(name.span()))
                        .did_you_mean(name.get_ref(), context.slots.iter().map(|slot| slot.id.as_str())),
                );
                return None;
            };
            if !context.slots[slot].default.contains(&kind) {
                context.faults.push(
                    Fault::error(
                        "wrong-slot",
                        format!("the law does not name `{kind}` in the slot `{}`", name.get_ref()),
                    )
                    .at(file.place(name.span()))
                    .help(format!("it names {}", context.slots[slot].default.join(", "))),
                );
            }
            let slot = u8::try_from(slot).ok()?;
            match found {
                Resolver::Map(map) => Resolver::SlotOrMap(slot, map),
                Resolver::Fixed(organ) => Resolver::SlotOrFixed(slot, organ),
                _ => Resolver::SlotOrItself(slot),
            }
        }
    };
    outlives(file, organ, &kind, period, context);
    let at = match context.resolvers.iter().position(|known| *known == found) {
        Some(at) => at,
        None => {
            context.resolvers.push(found);
            context.resolvers.len() - 1
        }
    };
    Some(Bearer { kind, resolver: u16::try_from(at).ok()? })
}

/// A clause must not reach outside the time in which its organ exists, from the register's first day on.
fn outlives(file: &File, organ: &Spanned<String>, kind: &str, period: Period, context: &mut Context<'_>) {
    let named = context.organs.index(organ.get_ref()).map(|index| context.organs.at(index).period);
    let of_kind = context.organs.kind(kind).map(|kind| context.organs.kinds[usize::from(kind)].period);
    let Some(exists) = named.or(of_kind) else { return };
    // What was before the register begins is nobody's question here.
    let begins = context.territory.begins;
    let first = period.from.map_or(begins, |from| from.max(begins));
    let begins_too_soon = exists.from.is_some_and(|exists| first < exists);
    let ends_too_late = match (period.until, exists.until) {
        (Some(until), Some(exists)) => until > exists,
        (None, Some(_)) => true,
        (_, None) => false,
    };
    if begins_too_soon || ends_too_late {
        context.faults.push(
            Fault::error(
                "outside-existence",
                format!("`{}` exists {exists}, the clause holds {period}", organ.get_ref()),
            )
            .at(file.place(organ.span()))
            .help("shorten the clause, or name the organ that was there at the time"),
        );
    }
}
