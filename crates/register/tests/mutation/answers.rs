//! Whether two registers answer otherwise anywhere: every cell of every duty, on every day on which one of them changes,
//! in municipalities that between them lie in every area.

use calendar::Date;
use register::Register;
use register::compiled::{Decision, Known, Plan, Table};
use register::resolved::{self, Clause, Force, MunicipalityIndex, Role, ValueSet};
use std::collections::{BTreeMap, BTreeSet};

/// The first difference that is found, in words.
pub fn difference(one: &Register, other: &Register, duty: Option<&str>) -> Option<String> {
    let both = [one, other];
    let mut days = BTreeSet::new();
    for register in both {
        for map in &register.resolved.territory.maps {
            days.extend(map.stretches.iter().map(|stretch| stretch.from));
        }
        for instrument in &register.resolved.instruments {
            days.extend([instrument.period.from, instrument.period.until].into_iter().flatten());
        }
    }
    for id in one.resolved.duties.iter().map(|duty| duty.id.as_str()).filter(|id| duty.is_none_or(|duty| duty == *id)) {
        let at = both.map(|register| register.resolved.duties.iter().position(|duty| duty.id == id));
        let [Some(left), Some(right)] = at else { return Some(format!("`{id}` is gone")) };
        let mut here = days.clone();
        for (register, at) in both.into_iter().zip([left, right]) {
            here.extend(register.compiled.duties[at].starts.iter().copied());
        }
        here.retain(|day| *day >= one.resolved.begins);
        for day in here {
            let sides = |beside| Some([Side::new(one, left, day, beside)?, Side::new(other, right, day, beside)?]);
            let (leads, besides) = (sides(false)?, sides(true)?);
            if let Some(found) = on(&leads, &leads[0], day).or_else(|| on(&besides, &leads[0], day)) {
                return Some(format!("`{id}` {found}"));
            }
        }
    }
    duty.is_none().then(|| chains(one, other)).flatten()
}

/// Organs between which there is something in one of the registers only.
fn chains(one: &Register, other: &Register) -> Option<String> {
    let [left, right] = [one, other].map(|register| {
        let relations = register.resolved.organs.relations.iter();
        relations
            .map(|relation| {
                let verb = &register.resolved.words.verbs[usize::from(relation.verb)].id;
                format!("{} {verb} {} {}", relation.from_name, relation.to_name, relation.period)
            })
            .collect::<BTreeSet<String>>()
    });
    let only = left.symmetric_difference(&right).next()?;
    Some(format!("the chain: {only}"))
}

/// One list of a duty's clauses on a day, in one of the registers.
struct Side<'a> {
    register: &'a Register,
    list: &'a [Clause],
    table: &'a Table,
    beside: bool,
}

impl<'a> Side<'a> {
    fn new(register: &'a Register, duty: usize, day: Date, beside: bool) -> Option<Self> {
        let stretch = register.compiled.duties[duty].on(day)?;
        let duty = &register.resolved.duties[duty];
        let (list, table) = if beside { (&duty.beside, &stretch.beside) } else { (&duty.lead, &stretch.lead) };
        Some(Self { register, list, table, beside })
    }

    /// Everything that decides its answers in a municipality: equal signatures, equal answers.
    fn signature(&self, municipality: MunicipalityIndex, day: Date) -> Vec<((String, String), &'a [resolved::Box])> {
        let holding = self.list.iter().filter(|clause| clause.period.contains(day));
        holding.map(|clause| (said(self.register, clause, municipality, day), clause.boxes.as_slice())).collect()
    }

    /// What the live clauses of a cell say, each with its verb; of those beside, not the lead itself.
    fn answer(&self, live: u64, at: (MunicipalityIndex, Date), lead: Option<&str>) -> BTreeSet<(String, String)> {
        let said = |number: u16| said(self.register, &self.list[usize::from(number)], at.0, at.1);
        if self.beside {
            return self.table.clauses(live).map(said).filter(|(organ, _)| Some(organ.as_str()) != lead).collect();
        }
        BTreeSet::from([match self.table.decision(live) {
            Decision::Clause(number) => said(number),
            Decision::Gap => ("a gap".to_owned(), String::new()),
            Decision::Overlap(..) => ("an overlap".to_owned(), String::new()),
        }])
    }

    /// Who leads in some situation of these; nobody has nobody beside.
    fn leads(&self, known: &Known, at: (MunicipalityIndex, Date)) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.table.plan().sweep(known, &[self.table], &mut |cell| {
            if let Decision::Clause(number) = self.table.decision(cell.live[0]) {
                let clause = &self.list[usize::from(number)];
                if clause.role != Role::Nobody
                    && let Some(organ) = self.register.compiled.organ(clause, Some(at.0), at.1)
                {
                    found.insert(self.register.resolved.organs.at(organ).id.clone());
                }
            }
        });
        found
    }
}

/// The first difference of two lists on a day; `lead` is the sound register's list of leads.
fn on(sides: &[Side<'_>; 2], lead: &Side<'_>, day: Date) -> Option<String> {
    let [one, other] = sides;
    let mut plan = None;
    let mut verb_only = None;
    for municipality in municipalities(one.register, other.register, day) {
        let same_words = one.register.resolved.words.impossible.len() == other.register.resolved.words.impossible.len();
        if same_words && one.signature(municipality, day) == other.signature(municipality, day) {
            continue;
        }
        let tables = [one.table, other.table];
        let plan = plan.get_or_insert_with(|| Plan::new(&tables, &one.register.resolved.words));
        let name = &one.register.resolved.territory.at(municipality).names.fi;
        let at = (municipality, day);
        let everything = known(one.register, municipality, day);
        let mut differs: BTreeMap<[u64; 2], bool> = BTreeMap::new();
        let mut found = None;
        plan.sweep(&everything, &tables, &mut |cell| {
            let [left, right] = cell.live;
            let maybe = *differs
                .entry(cell.live)
                .or_insert_with(|| one.answer(left, at, None) != other.answer(right, at, None));
            if !maybe || found.is_some() {
                return;
            }
            let leads = if one.beside {
                let mut here = everything;
                for (attribute, values) in cell.columns.iter() {
                    here[usize::from(attribute)] = values;
                }
                lead.leads(&here, at)
            } else {
                BTreeSet::from([String::new()])
            };
            for lead in leads {
                let [was, is] = [one.answer(left, at, Some(&lead)), other.answer(right, at, Some(&lead))];
                if was == is {
                    continue;
                }
                let organs = |all: &BTreeSet<(String, String)>| {
                    let names: BTreeSet<&str> = all.iter().map(|(organ, _)| organ.as_str()).collect();
                    if names.is_empty() {
                        "nobody".to_owned()
                    } else {
                        names.into_iter().collect::<Vec<_>>().join(", ")
                    }
                };
                let beside = if one.beside { " beside" } else { "" };
                if organs(&was) == organs(&is) {
                    verb_only.get_or_insert_with(|| format!("in {name} on {day}: only a verb"));
                } else {
                    found = Some(format!("in {name} on {day}:{beside} {} instead of {}", organs(&is), organs(&was)));
                }
            }
        });
        if found.is_some() {
            return found;
        }
    }
    verb_only
}

/// Who bears a clause, with which force; and the verb.
fn said(register: &Register, clause: &Clause, municipality: MunicipalityIndex, day: Date) -> (String, String) {
    if clause.role == Role::Nobody {
        return ("nobody".to_owned(), String::new());
    }
    let organ = register.compiled.organ(clause, Some(municipality), day);
    let organ = organ.map_or("no organ", |organ| register.resolved.organs.at(organ).id.as_str());
    let force = if clause.role == Role::Lead && clause.force == Force::May { " (may)" } else { "" };
    (format!("{organ}{force}"), register.resolved.words.verbs[usize::from(clause.verb)].id.clone())
}

/// One municipality for each combination of areas in both registers, and for each instrument.
fn municipalities(one: &Register, other: &Register, day: Date) -> Vec<MunicipalityIndex> {
    let mut seen = BTreeSet::new();
    one.municipalities_on(day)
        .filter(|municipality| {
            let both = [one, other].map(|register| {
                let areas: Vec<Option<u16>> =
                    register.resolved.territory.maps.iter().map(|map| map.target(*municipality, day)).collect();
                let filled = register.resolved.instruments.iter().any(|one| one.municipalities.contains(municipality));
                (areas, filled)
            });
            seen.insert(both)
        })
        .collect()
}

fn known(register: &Register, municipality: MunicipalityIndex, day: Date) -> Known {
    let words = &register.resolved.words;
    let mut known: Known = std::array::from_fn(|at| words.attributes.get(at).map_or(ValueSet::MAX, |one| one.all()));
    for (attribute, map) in &register.compiled.territorial {
        if let Some(value) = register.resolved.territory.maps[usize::from(*map)].target(municipality, day) {
            known[usize::from(*attribute)] = 1 << value;
        }
    }
    known
}
