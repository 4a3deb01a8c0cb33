//! Making a batch: pure but for new identities. The same number, day and seed give the same people and cases.

use std::ops::Range;

use calendar::Length;
use casework::House;
use casework::case::{Route, retention, routing};
use casework::holding::NewHolding;
use casework::person::{NAME, Name, Situation};
use casework::post::Acting;
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan as _};
use register::resolved::{CaseType, MunicipalityIndex, Version};
use storage::{Entry, Unit, Value, Word, args};
use uuid::Uuid;

use super::kinds::{Case, Country, Kind, Step};
use super::rows::{Reform, Row, Rows, Taken};
use crate::chance::Chance;
use crate::play::Error;
use crate::source::{Fault, Source};

/// Makes batches.
pub(super) struct Maker<'a> {
    house: &'a House,
    source: &'a Source,
    country: &'a Country,
    chance: Chance,
    today: Date,
    /// Municipalities, each as often as its weight.
    places: Vec<MunicipalityIndex>,
    /// Reorganisations until today, and their midnights.
    reforms: Vec<(Date, Timestamp)>,
    operator: Acting,
}

/// A case of a kind, as all of a batch have it: opened on one day, its steps on the same days.
struct Mould<'a> {
    case: &'a Case,
    of: &'a CaseType,
    version: &'a Version,
    duty: String,
    opened: Date,
    /// Index of the first of its steps among those of the batch.
    steps: Vec<Taken>,
}

impl<'a> Maker<'a> {
    /// Of a house, as its clock stands.
    pub fn new(house: &'a House, source: &'a Source, country: &'a Country, seed: u64) -> Result<Self, Error> {
        let today = house.day(house.store.now());
        let territory = &house.register.resolved.territory;
        let fault = |what: String| Fault { file: "finland.toml", what };
        let mut places = Vec::new();
        for municipality in territory.municipalities.iter().filter(|one| one.period.contains(today)) {
            let there = territory.by_code(&municipality.code);
            let there = there.ok_or_else(|| fault(format!("there is no municipality {}", municipality.code)))?;
            let weight = country.weights.get(&municipality.code).copied().unwrap_or(1);
            places.extend((0..weight).map(|_| there));
        }
        let reforms = house.register.resolved.reorganisations.iter().map(|one| one.day).filter(|day| *day <= today);
        let reforms = reforms.filter_map(|day| Some((day, house.start_of(day).ok()?))).collect();
        let operator = Acting::operator();
        Ok(Self { house, source, country, chance: Chance::of(seed), today, places, reforms, operator })
    }

    /// The people of these numbers.
    pub fn batch(&self, unit: &Unit, numbers: Range<u64>) -> Rows {
        let untouched = |at: Timestamp| Reform { at, ended: vec![], leads: vec![], beside: vec![] };
        let reforms = self.reforms.iter().map(|(_, at)| untouched(*at)).collect();
        let mut rows = Rows { reforms, ..Rows::default() };
        let mut chance = self.chance.part((numbers.start / super::TOGETHER).wrapping_mul(2) + 1);
        let mut moulds: Vec<Vec<Mould<'_>>> =
            self.country.kind.iter().map(|kind| self.moulds(kind, &mut chance)).collect();
        for number in numbers {
            let mut chance = self.chance.part(number.wrapping_mul(2));
            let mut left = chance.below(100);
            let mut which = 0;
            while left >= self.country.kind[which].share {
                left -= self.country.kind[which].share;
                which += 1;
            }
            self.person(unit, &mut rows, &self.country.kind[which], &mut moulds[which], &mut chance);
        }
        let steps = moulds.into_iter().flatten().flat_map(|mould| mould.steps);
        rows.steps = steps.filter(|step| !step.cases.is_empty()).collect();
        rows.steps.sort_by_key(|step| step.at);
        rows
    }

    /// The days of a kind's cases in a batch.
    fn moulds(&self, kind: &'a Kind, chance: &mut Chance) -> Vec<Mould<'a>> {
        let register = &self.house.register.resolved;
        let mould = |case: &'a Case| {
            let of = register.case_types.iter().find(|one| one.id == case.r#type)?;
            let opened = match (case.between, case.ago) {
                (Some([first, last]), _) => {
                    let span = first.until(last).map_or(0, |span| i64::from(span.get_days()));
                    first.saturating_add(Span::new().days(chance.between(0, span)))
                }
                (None, ago) => {
                    let [least, most] = ago.unwrap_or_default();
                    self.today.saturating_sub(Span::new().days(chance.between(least, most)))
                }
            };
            let version = of.version_on(opened)?;
            let duty = register.duties[usize::from(of.duty)].id.clone();
            let steps = case.steps.iter().filter_map(|step| self.taken(version, step, opened)).collect();
            Some(Mould { case, of, version, duty, opened, steps })
        };
        kind.case.iter().filter_map(mould).collect()
    }

    /// A step on its day; none where that has not come.
    fn taken(&self, version: &Version, step: &Step, opened: Date) -> Option<Taken> {
        let of = version.step(&step.step)?;
        let day = opened.saturating_add(Span::new().days(step.after));
        let at = self.at(day, 14 * 3600);
        let ends = version.status(&of.to).is_some_and(|status| status.end);
        (day < self.today).then(|| Taken {
            step: step.step.clone(),
            status: of.to.clone(),
            result: step.result.clone(),
            closes: ends.then_some(at),
            day,
            at,
            cases: vec![],
            meets: vec![],
            starts: vec![],
            ladders: vec![],
            changes: vec![],
            fields: vec![],
            closings: vec![],
        })
    }

    fn at(&self, day: Date, seconds: i64) -> Timestamp {
        let begins = self.house.start_of(day).unwrap_or(Timestamp::UNIX_EPOCH);
        begins.saturating_add(seconds.seconds()).unwrap_or(begins)
    }

    fn person(&self, unit: &Unit, rows: &mut Rows, kind: &Kind, moulds: &mut [Mould<'_>], chance: &mut Chance) {
        let Some(place) = chance.one(&self.places).copied() else { return };
        let Some(first) = moulds.first().map(|mould| mould.opened) else { return };
        let Some(origin) = chance.one(&self.source.origins) else { return };
        let permit = first.saturating_sub(Span::new().days(chance.between(kind.permit[0], kind.permit[1])));
        let age = chance.between(18, 60);
        let born = permit.saturating_sub(Span::new().years(age).days(chance.between(2, 360)));
        let code = self.house.register.resolved.territory.at(place).code.clone();
        let name = name(origin, chance);
        let mut facts = vec![
            (permit, NAME, name.written()),
            (permit, "municipality", code.clone()),
            (permit, "first-permit", permit.to_string()),
            (permit, "nationality", origin.nationality.clone()),
            (permit, "mother-tongue", origin.language.clone()),
        ];
        facts.extend(kind.facts.iter().map(|(attribute, value)| (permit, attribute.as_str(), value.clone())));
        let person = unit.new_id();
        let recorded = self.at(first, 8 * 3600);
        let there = self.house.register.there_on(place, first);
        let asked = self.situation(kind, permit, place);
        let mut organ = None;
        for mould in moulds {
            let lead = self.case(unit, rows, mould, (person, born), (&asked, there), chance);
            organ.get_or_insert(lead);
        }
        let organ = organ.unwrap_or_default();
        let post = super::post_of(&organ);
        let birth = args![i64::from(born.year()), i64::from(born.month()), i64::from(born.day())];
        let mut row = args![person];
        row.extend(birth);
        row.extend(args![recorded, &post, 1_i64]);
        rows.people.push(row);
        for (from, attribute, value) in facts {
            let id = unit.new_id();
            if attribute == NAME {
                let keys = name.keys().into_iter();
                rows.keys.extend(keys.map(|key| args![id, person, key.as_bytes()]));
            }
            let source = "population-register";
            rows.facts.push(args![id, person, attribute, "", value, from, source, &post, &organ, recorded]);
        }
        let line = Entry::new(&self.operator.actor, Word::of("fill"), Word::of("person"), person);
        rows.lines.push(line.person(person));
    }

    /// The facts, as the register wants to be asked.
    fn situation(&self, kind: &Kind, permit: Date, place: MunicipalityIndex) -> Situation {
        let register = &self.house.register;
        let mut asked = Situation { municipality: Some(place), ..Situation::default() };
        let permit = [("first-permit".to_owned(), permit.to_string())];
        let facts = kind.facts.iter().map(|(attribute, value)| (attribute.clone(), value.clone()));
        for (attribute, value) in facts.chain(permit) {
            if let Ok((index, given)) = register.fact(&attribute, &value) {
                asked.facts.set(index, given);
            }
            asked.given.push((attribute, value));
        }
        asked
    }

    fn route(&self, of: &CaseType, asked: &Situation, born: Date, on: Date) -> Route {
        let age = born.until((jiff::Unit::Year, on)).map_or(0, |span| span.get_years());
        let municipality = asked.municipality.map(|place| self.house.register.there_on(place, on));
        let ages = u16::try_from(age).into_iter().collect();
        let asked = Situation { municipality, ages, ..asked.clone() };
        routing::route(&self.house.register, of, &asked, on, "")
    }

    /// A case with all that happened to it. The organ that led it first.
    fn case(
        &self,
        unit: &Unit,
        rows: &mut Rows,
        mould: &mut Mould<'_>,
        (person, born): (Uuid, Date),
        (asked, there): (&Situation, MunicipalityIndex),
        chance: &mut Chance,
    ) -> String {
        let id = unit.new_id();
        let opened = self.at(mould.opened, 8 * 3600 + chance.between(0, 5 * 3600));
        let closes = mould.steps.iter().find_map(|step| step.closes);
        let route = self.route(mould.of, asked, born, mould.opened);
        let (organ, post) = (route.lead.organ.clone(), super::post_of(&route.lead.organ));
        let mut last = unit.new_id();
        let mut leads = vec![(opened, organ.clone())];
        rows.first_leads.push(self.holding(last, id, (&route.lead, None), opened, "opening", &post));
        let mut beside: Vec<(Uuid, NewHolding)> = Vec::new();
        for one in route.beside {
            let holding = unit.new_id();
            rows.beside.push(self.holding(holding, id, (&one, Some(false)), opened, "opening", &post));
            beside.push((holding, one));
        }
        let code = self.house.register.resolved.territory.at(there).code.clone();
        let status = mould.version.start().map_or("", |status| status.id.as_str());
        rows.cases.push(args![
            id,
            &mould.of.id,
            &mould.version.id,
            &mould.duty,
            person,
            code,
            status,
            opened,
            &post,
            &organ,
            last,
            1_i64
        ]);
        let line = Entry::new(&self.operator.actor, Word::of("fill"), Word::of("case"), id).person(person).case(id);
        rows.lines.push(match Word::new(mould.duty.clone()) {
            Ok(duty) => line.duty(duty),
            Err(_) => line,
        });
        for (which, (day, at)) in self.reforms.iter().enumerate() {
            if *at <= opened || closes.is_some_and(|closed| closed <= *at) {
                continue;
            }
            let route = self.route(mould.of, asked, born, *day);
            let reform = &mut rows.reforms[which];
            let before = &leads[leads.len() - 1].1;
            if *before != route.lead.organ {
                let next = unit.new_id();
                reform.leads.push(self.holding(next, id, (&route.lead, Some(true)), *at, "reorganisation", "operator"));
                if let Some(previous) = reform.leads.last_mut().and_then(|row| row.get_mut(8)) {
                    *previous = Value::from(last);
                }
                last = next;
                leads.push((*at, route.lead.organ.clone()));
            }
            let stays = |one: &NewHolding, all: &[NewHolding]| {
                all.iter().any(|other| other.organ == one.organ && other.verb == one.verb)
            };
            let (stay, gone): (Vec<_>, Vec<_>) = beside.drain(..).partition(|(_, one)| stays(one, &route.beside));
            reform.ended.extend(gone.iter().map(|(holding, _)| *holding));
            beside = stay;
            for one in route.beside {
                if beside.iter().any(|(_, there)| there.organ == one.organ && there.verb == one.verb) {
                    continue;
                }
                let holding = unit.new_id();
                reform.beside.push(self.holding(holding, id, (&one, Some(false)), *at, "reorganisation", "operator"));
                beside.push((holding, one));
            }
        }
        self.steps(unit, rows, mould, id, opened, &leads, chance);
        organ
    }

    /// A holding; `Some(true)` is a lead that follows another, `Some(false)` one beside.
    fn holding(
        &self,
        id: Uuid,
        case: Uuid,
        (new, follows): (&NewHolding, Option<bool>),
        from: Timestamp,
        cause: &str,
        post: &str,
    ) -> Row {
        let role = if follows == Some(false) { "beside" } else { "lead" };
        let between = role == "lead" && new.path.between.is_some();
        let path = storage::structure(&new.path).unwrap_or_default();
        let also = storage::structure(&new.also).unwrap_or_default();
        let edition = self.house.register.edition.as_str();
        args![
            id,
            case,
            role,
            &new.organ,
            &new.verb,
            also,
            &new.force,
            from,
            Option::<Uuid>::None,
            between,
            edition,
            path,
            cause,
            from,
            post
        ]
    }

    /// Limits and steps of a case.
    #[expect(clippy::too_many_arguments, reason = "a case is all of this")]
    fn steps(
        &self,
        unit: &Unit,
        rows: &mut Rows,
        mould: &mut Mould<'_>,
        case: Uuid,
        opened: Timestamp,
        leads: &[(Timestamp, String)],
        chance: &mut Chance,
    ) {
        let Mould { case: kind, of, version, duty, opened: day, steps } = mould;
        let mut running: Vec<(Uuid, &[String])> = Vec::new();
        for limit in &version.limits {
            if limit.starts_by.is_some() {
                continue;
            }
            let meets = steps.iter().any(|step| limit.met_by.contains(&step.step));
            let started = Started { case, duty, version, limit, day: *day, at: opened, step: None, meets };
            if let Some((id, row, ladder)) = self.limit(unit, started) {
                rows.limits.push(row);
                rows.ladders.extend(ladder);
                running.push((id, &limit.met_by));
            }
        }
        let mut status = version.start().map_or("", |status| status.id.as_str()).to_owned();
        for (which, said) in kind.steps.iter().enumerate().take(steps.len()) {
            let later: Vec<String> = steps[which + 1..].iter().map(|step| step.step.clone()).collect();
            let taken = &mut steps[which];
            let after = i64::try_from(which).unwrap_or_default() + 2;
            let organ = leads.iter().rev().find(|(from, _)| *from <= taken.at).map_or("", |(_, organ)| organ.as_str());
            let post = super::post_of(organ);
            taken.cases.push(case);
            running.retain(|(limit, met_by)| {
                let met = met_by.contains(&taken.step);
                if met {
                    taken.meets.push(*limit);
                }
                !met
            });
            for limit in version.limits.iter().filter(|limit| limit.starts_by.as_deref() == Some(&taken.step)) {
                let meets = limit.met_by.iter().any(|by| later.contains(by));
                let (day, at, step) = (taken.day, taken.at, Some(taken.step.as_str()));
                let started = Started { case, duty, version, limit, day, at, step, meets };
                if let Some((id, row, ladder)) = self.limit(unit, started) {
                    taken.starts.push(row);
                    taken.ladders.extend(ladder);
                    running.push((id, &limit.met_by));
                }
            }
            let to = taken.status.clone();
            taken.changes.push(args![
                unit.new_id(),
                case,
                after,
                "step",
                &taken.step,
                "lead",
                &status,
                &to,
                &version.id,
                &version.id,
                taken.result.as_deref(),
                &post,
                organ,
                taken.at
            ]);
            for (field, texts) in &said.texts {
                let text = self.source.texts.get(texts).and_then(|texts| chance.one(texts));
                if let (Some(text), Some(_)) = (text, version.field(field)) {
                    let id = unit.new_id();
                    taken.fields.push(args![
                        id,
                        case,
                        field.as_str(),
                        "long-text",
                        text.as_str(),
                        &version.id,
                        after,
                        &post,
                        organ,
                        taken.at
                    ]);
                }
            }
            if let (Some(at), Some(result)) = (taken.closes, taken.result.as_deref()) {
                taken.closings.push(self.closing(of, version, case, result, taken.day, at));
            }
            status = to;
        }
    }

    fn closing(&self, of: &CaseType, version: &Version, case: Uuid, result: &str, day: Date, at: Timestamp) -> Row {
        let kept = retention::retention(&self.house.register, of, version, result, day, day);
        let (rule, basis, until) = kept.map(|kept| (kept.rule, kept.basis, kept.until.day())).unwrap_or_default();
        let basis = storage::structure(&basis).unwrap_or_default();
        args![case, result, rule, basis, day, until, self.house.register.edition.as_str(), at]
    }

    /// A limit that begins to run, and its ladder where nothing meets it.
    fn limit(&self, unit: &Unit, started: Started<'_>) -> Option<(Uuid, Row, Option<Row>)> {
        let Started { case, duty, version, limit, day, at, step, meets } = started;
        let law = self.house.limit_of_law(duty, &limit.limit)?;
        let budget = law.budget.zip(law.rule);
        let last_day = budget.and_then(|(length, rule)| rule.last_day(day, length).ok());
        let sources = &self.house.register.resolved.sources;
        let basis = law.basis.iter().map(|citation| {
            format!("{} {}", sources[usize::from(citation.source)].id, citation.written()).trim_end().to_owned()
        });
        let basis = storage::structure(&basis.collect::<Vec<String>>()).ok()?;
        let ladder = storage::structure(&limit.reminders).ok()?;
        let id = unit.new_id();
        let length = budget.map(|(length, _)| written(length));
        let row = args![
            id,
            case,
            &limit.limit,
            duty,
            &version.id,
            self.house.register.edition.as_str(),
            length.as_ref().map(|(amount, _)| *amount),
            length.as_ref().map(|(_, unit)| unit.as_str()),
            budget.map(|(_, rule)| rule.name()),
            basis,
            true,
            ladder,
            day,
            if step.is_some() { "step" } else { "opening" },
            step,
            at,
            "filled",
            last_day
        ];
        // What came due before today was answered before today.
        let next = last_day.and_then(|last_day| {
            let days = limit.reminders.iter().filter_map(|rung| last_day.checked_add(rung.days()).ok());
            days.filter(|day| *day > self.today).min()
        });
        let climbs = last_day.filter(|_| !meets).map(|last_day| args![id, last_day, self.today, next]);
        Some((id, row, climbs))
    }
}

/// A limit that starts.
struct Started<'a> {
    case: Uuid,
    duty: &'a str,
    version: &'a Version,
    limit: &'a register::resolved::RunningLimit,
    day: Date,
    at: Timestamp,
    step: Option<&'a str>,
    /// Whether a later step meets it.
    meets: bool,
}

/// A length as the tables keep it.
fn written(length: Length) -> (i64, String) {
    let text = length.to_string();
    let unit = text.split_once(' ').map_or("", |(_, unit)| unit);
    let many = if unit.ends_with('s') { unit.to_owned() } else { format!("{unit}s") };
    (i64::from(length.amount), many)
}

/// A name, with two given names for every other one.
fn name(origin: &crate::source::Origin, chance: &mut Chance) -> Name {
    let woman = chance.often(50);
    let given = if woman { &origin.women } else { &origin.men };
    let families = if woman && !origin.family_women.is_empty() { &origin.family_women } else { &origin.family };
    let halves = |name: &str| {
        let (native, latin) = name.split_once('|').unwrap_or((name, name));
        (native.to_owned(), latin.to_owned())
    };
    let first = chance.one(given).map(|name| halves(name)).unwrap_or_default();
    let second = if chance.often(50) { chance.one(given).map(|name| halves(name)) } else { None };
    let given = match second.filter(|second| *second != first) {
        Some((native, latin)) => (format!("{} {native}", first.0), format!("{} {latin}", first.1)),
        None => first,
    };
    let family = chance.one(families).map(|name| halves(name)).unwrap_or_default();
    let name = Name::of(&given.0, &family.0);
    if given.0 == given.1 && family.0 == family.1 { name } else { name.in_latin(&given.1, &family.1) }
}
