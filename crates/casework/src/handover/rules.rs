//! What follows for a case from whom the register names; who stands above an organ; whether consent is asked. Pure.

use jiff::civil::Date;
use register::Register;

use crate::case::Route;
use crate::holding::transfer::same;
use crate::holding::{Between, Holding, NewHolding};

/// What the register's answer means for a case that others bear now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follows<'a> {
    /// Nothing moves.
    Nothing,
    /// The lead stays; those beside change, at once.
    Beside,
    /// It moves without an offer, because nobody could answer one.
    AtOnce(AtOnce),
    /// Another organ leads by the register: it is offered.
    Offer,
    /// It cannot be said who leads: the lead goes on until it can.
    Asks(&'a Between),
}

/// Why a case moves without an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtOnce {
    /// It lay between chairs; now an organ leads by the register. There was no lead that could offer it.
    OutOfBetweenChairs,
    /// The register declares that nobody leads. The one that led no longer does, and its keeper looks after it.
    NobodyLeads,
    /// It lies between chairs, and another keeper looks after such there.
    AnotherKeeper,
    /// The same organ leads in another way.
    SameOrgan,
}

/// What follows. `consent` says whether the act asks for the person's consent: then there is always an offer, since what
/// is asked first cannot move at once.
pub(crate) fn follows<'a>(lead: &Holding, beside: &[Holding], route: &'a Route, consent: bool) -> Follows<'a> {
    let moves = |why| if consent && lead.organ != route.lead.organ { Follows::Offer } else { Follows::AtOnce(why) };
    match route.between() {
        Some(Between::Nobody) if lead.between_chairs && lead.organ == route.lead.organ => Follows::Nothing,
        Some(between) if lead.between_chairs && lead.organ == route.lead.organ => Follows::Asks(between),
        Some(_) if lead.between_chairs => moves(AtOnce::AnotherKeeper),
        Some(Between::Nobody) => moves(AtOnce::NobodyLeads),
        // Not to know is no reason to let go.
        Some(between) => Follows::Asks(between),
        None if lead.between_chairs => moves(AtOnce::OutOfBetweenChairs),
        None if lead.organ != route.lead.organ => Follows::Offer,
        None if !same(lead, &route.lead) => Follows::AtOnce(AtOnce::SameOrgan),
        None => {
            let (begun, ended) = beside_change(beside, route);
            if begun.is_empty() && ended.is_empty() { Follows::Nothing } else { Follows::Beside }
        }
    }
}

/// Who begins and who ends to stand beside.
pub(crate) fn beside_change<'a>(beside: &'a [Holding], route: &'a Route) -> (Vec<&'a NewHolding>, Vec<&'a Holding>) {
    let begun = route.beside.iter().filter(|new| !beside.iter().any(|old| same(old, new))).collect();
    let ended = beside.iter().filter(|old| !route.beside.iter().any(|new| same(old, new))).collect();
    (begun, ended)
}

/// The act under which the person must consent before a municipality tells another one of them; none where no act asks.
///
/// 681/2023 § 85, in force from 1 January 2025, speaks of a municipality that learns that a client moves to another
/// municipality's area: it contacts the one that will answer there, with the client's consent. Before that day 1386/2010
/// § 87 let municipalities and TE offices have from each other what they need, secrecy notwithstanding.
/// § 85 speaks of clients with a plan in force. For one without, no provision lets the municipality tell of its own accord
/// either, so consent is asked in the same way (a reading: `docs/decisions/0014-hand-over.md`).
pub(crate) fn consent_asked(register: &Register, lead: &Holding, route: &Route, on: Date) -> Option<&'static str> {
    const SINCE: Date = jiff::civil::date(2025, 1, 1);
    let municipality =
        register.organ(&lead.organ).is_ok_and(|organ| register.resolved.organs.at(organ).kind == "municipality");
    let moved = route.lead.path.municipality.is_some() && route.lead.path.municipality != lead.path.municipality;
    (on >= SINCE && municipality && moved && lead.organ != route.lead.organ).then_some("681/2023 §85")
}

/// By which verbs an unanswered hand-over climbs, the first that there is. A municipality governs itself and nobody steers
/// it; what climbs from it goes to who supervises it in the matter, or else follows it up or advises it.
const TIES: [&str; 5] = ["steer", "steer-performance", "supervise", "follow-up", "advise"];

/// Who stands above an organ on a day, and by which verb; `passed` are organs that it has been to.
pub(crate) fn above(register: &Register, organ: &str, on: Date, passed: &[String]) -> Option<(String, String)> {
    let organs = &register.resolved.organs;
    let index = register.organ(organ).ok()?;
    let chain = register.chain(index, on);
    TIES.iter().find_map(|tie| {
        let links = chain.above.iter().filter(|link| verb(register, link.relation) == *tie);
        let mut over = links.flat_map(|link| &link.organs).map(|above| organs.at(*above).id.clone());
        over.find(|above| !passed.contains(above)).map(|above| (above, (*tie).to_owned()))
    })
}

/// Whether the register lets an organ decide for another on a day. To steer, to supervise and to advise do not.
pub(crate) fn decides_for(register: &Register, organ: &str, other: &str, on: Date) -> bool {
    let (Ok(organ), Ok(other)) = (register.organ(organ), register.organ(other)) else { return false };
    let mut above = register.chain(other, on).above.into_iter();
    above.any(|link| verb(register, link.relation) == "decide" && link.organs.contains(&organ))
}

fn verb(register: &Register, relation: usize) -> &str {
    let verb = register.resolved.organs.relations[relation].verb;
    &register.resolved.words.verbs[usize::from(verb)].id
}
