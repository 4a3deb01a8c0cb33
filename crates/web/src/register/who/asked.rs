//! Reads the question out of the address, and remembers what in it could not be understood.

use calendar::Date;
use register::Register;
use register::ask::{Facts, Given, Refusal};
use register::resolved::{AttributeIndex, AttributeKind, DutyIndex, MunicipalityIndex};

use crate::components::{Link, UNKNOWN};
use crate::register::Telling;
use crate::register::telling::read_day;
use crate::said;
use crate::shell::{Address, Visit};

/// Names in the address that are no attribute of a situation. Those of the forms begin with a sign that no attribute can.
pub const RESERVED: [&str; 7] = ["duty", "in", "on", "q", "_change", "_asked", "_held"];

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Not said yet.
    NotSaid,
    /// In this municipality.
    Municipality(MunicipalityIndex),
    /// In Finland, nobody knows where.
    Unknown,
    /// Abroad.
    Abroad,
}

/// The word in the address for somebody abroad.
pub const ABROAD: &str = "abroad";

/// Something in the address that was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, and what to do.
    pub what: String,
    /// The name in the address, which is the id of the field.
    pub field: String,
    /// The same question, mended.
    pub mended: Option<Link>,
}

/// The question as far as it could be read.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What it is about.
    pub duty: Option<DutyIndex>,
    /// Where.
    pub place: Place,
    /// When; today when it is not said or could not be read.
    pub on: Date,
    /// What is known about the person.
    pub facts: Facts,
    /// What was not understood.
    pub faults: Vec<Fault>,
    /// What the reader wants to change: the name of an attribute, or `in`.
    pub change: Option<String>,
    /// The question the reader was asked and left without an answer.
    pub left_open: Option<String>,
}

impl Asked {
    /// Reads the address.
    pub fn read(visit: &Visit, register: &Register) -> Self {
        let address = &visit.address;
        let change = address.value("_change").map(str::to_owned);
        let asked_now = address.value("_asked");
        let left_open = asked_now.filter(|name| address.value(name).is_none()).map(str::to_owned);
        let mut asked = Self {
            duty: None,
            place: Place::NotSaid,
            on: visit.today,
            facts: Facts::none(),
            faults: Vec::new(),
            change,
            left_open,
        };
        asked.read_duty(visit, register);
        asked.read_day(visit, register);
        asked.read_place(visit, register);
        asked.read_facts(visit, register);
        asked
    }

    fn refuse(&mut self, visit: &Visit, register: &Register, field: &str, refused: &Refusal) {
        let said = said::refusal(visit.w, register, &self.facts, refused);
        let mended = said.near.as_ref().map(|near| {
            let shown = match refused {
                Refusal::UnknownDuty { .. } => duty_title(visit, register, near),
                Refusal::UnknownValue { attribute, .. } => {
                    let known = register.resolved.words.at(*attribute);
                    let value = known.value(near).unwrap_or_default();
                    Telling::new(register, visit.w).given(*attribute, Given::Value(value))
                }
                Refusal::MunicipalityNotThere { merged_into: Some(into), .. } => {
                    Telling::new(register, visit.w).municipality(*into).to_owned()
                }
                _ => near.clone(),
            };
            let better = match refused {
                Refusal::UnknownAttribute { word, .. } => {
                    let value = visit.address.value(word).unwrap_or_default();
                    plain(&visit.address).without(word).with(near, value)
                }
                _ => plain(&visit.address).with(field, near),
            };
            Link::to(visit.w.who_did_you_mean(&shown), better.href(visit.language()))
        });
        // Where a link mends it, its words say what to do; values are shown by the question itself.
        let what = match refused {
            Refusal::UnknownValue { attribute, .. }
                if register.resolved.words.at(*attribute).kind != AttributeKind::Age =>
            {
                said.what
            }
            // So does the link to the first day that can be asked about.
            Refusal::BeforeBegins { .. } => said.what,
            _ if mended.is_some() => said.what,
            _ => format!("{} {}", said.what, said.todo).trim().to_owned(),
        };
        self.faults.push(Fault { what, field: field.to_owned(), mended });
    }

    fn read_duty(&mut self, visit: &Visit, register: &Register) {
        let Some(word) = visit.address.value("duty") else { return };
        match register.duty(word) {
            Ok(duty) => self.duty = Some(duty),
            Err(refused) => self.refuse(visit, register, "duty", &refused),
        }
    }

    fn read_day(&mut self, visit: &Visit, register: &Register) {
        let Some(word) = visit.address.value("on") else { return };
        let Some(day) = read_day(word) else {
            let what = visit.w.telling_unreadable_day(word);
            self.faults.push(Fault { what, field: "on".to_owned(), mended: None });
            return;
        };
        match register.day(day) {
            Ok(day) => self.on = day,
            Err(refused) => {
                let begins = register.resolved.begins;
                self.refuse(visit, register, "on", &refused);
                if let Some(fault) = self.faults.last_mut() {
                    let better = plain(&visit.address).with("on", &begins.to_string());
                    let text = visit.w.who_on_instead(&visit.w.day(begins));
                    fault.mended = Some(Link::to(text, better.href(visit.language())));
                }
            }
        }
    }

    fn read_place(&mut self, visit: &Visit, register: &Register) {
        let Some(word) = newest(&visit.address, "in") else { return };
        self.place = match word {
            ABROAD => Place::Abroad,
            UNKNOWN => Place::Unknown,
            _ => match register.municipality(word, self.on) {
                Ok(municipality) => Place::Municipality(municipality),
                Err(refused) => {
                    self.refuse(visit, register, "in", &refused);
                    Place::NotSaid
                }
            },
        };
    }

    fn read_facts(&mut self, visit: &Visit, register: &Register) {
        for (name, _) in visit.address.query() {
            if RESERVED.contains(&name.as_str()) {
                continue;
            }
            let Some(value) = newest(&visit.address, name) else { continue };
            let written_day = register
                .resolved
                .words
                .attribute(name)
                .filter(|(_, attribute)| matches!(attribute.kind, AttributeKind::Day(_)))
                .and_then(|_| read_day(value))
                .map(|day| day.to_string());
            match register.fact(name, written_day.as_deref().unwrap_or(value)) {
                Ok((attribute, given)) => self.facts.set(attribute, given),
                Err(refused) => {
                    if !self.faults.iter().any(|fault| fault.field == *name) {
                        self.refuse(visit, register, name, &refused);
                    }
                }
            }
        }
    }

    /// The fault of a field, if it has one.
    pub fn fault(&self, field: &str) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.field == field)
    }

    /// The attribute in which something was not understood.
    pub fn faulty_attribute(&self, register: &Register) -> Option<AttributeIndex> {
        self.faults.iter().find_map(|fault| register.resolved.words.attribute(&fault.field)).map(|(index, _)| index)
    }

    /// The one way to write this question: what all other ways of writing it are led to.
    pub fn address(&self, visit: &Visit, register: &Register) -> Address {
        let mut address = Address::new(visit.address.path(), "");
        if let Some(duty) = self.duty {
            address = address.with("duty", &register.resolved.duties[usize::from(duty)].id);
        }
        address = match self.place {
            Place::NotSaid => address,
            Place::Municipality(one) => address.with("in", &register.resolved.territory.at(one).code),
            Place::Unknown => address.with("in", UNKNOWN),
            Place::Abroad => address.with("in", ABROAD),
        };
        if visit.address.value("on").is_some() {
            address = address.with("on", &self.on.to_string());
        }
        for (attribute, given) in self.facts.iter() {
            let known = register.resolved.words.at(attribute);
            let value = match given {
                Given::Value(value) => known.values.get(usize::from(value)).map(|value| value.id.clone()),
                Given::Day(day) => Some(day.to_string()),
                Given::Unknown => Some(UNKNOWN.to_owned()),
            };
            address = address.with(&known.id, &value.unwrap_or_default());
        }
        address
    }
}

/// The address without what only concerns the form.
pub fn plain(address: &Address) -> Address {
    address.without("_change").without("_asked").without("q").without("_held")
}

/// The value of a name. A question may offer a field and a list under one name, and one of them still holds the earlier
/// answer (`_held`): then the other one is what the reader means now.
pub fn newest<'a>(address: &'a Address, name: &str) -> Option<&'a str> {
    let first = address.value(name)?;
    let held = address.value("_held");
    let values = address.query().iter().filter(|(known, _)| known == name).map(|(_, value)| value.trim());
    let now = values.filter(|value| !value.is_empty()).find(|value| Some(*value) != held);
    Some(now.unwrap_or(first))
}

fn duty_title(visit: &Visit, register: &Register, id: &str) -> String {
    match register.duty(id) {
        Ok(duty) => Telling::new(register, visit.w).text(&register.resolved.duties[usize::from(duty)].title).to_owned(),
        Err(_) => id.to_owned(),
    }
}
