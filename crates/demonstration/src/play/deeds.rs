//! Deeds: who does each, and the action of casework that it is.

use casework::case::field::Given;
use casework::decision::{Kind, NewDecision, NewNotification};
use casework::document::Offered;
use casework::handover::{ConsentStep, FactChange, ReturnReason, SaidBy};
use casework::person::{Capacity, Kin, NewFact, NewPerson, NewProtection, NewRelation, NewRepresentative};
use casework::post::Acting;
use jiff::Span;
use jiff::civil::Date;
use register::resolved::OrganIndex;
use storage::{Actor, Word};
use uuid::Uuid;

use super::{Error, Opened, Player, queries};
use crate::chance::Chance;
use crate::plan::Person;
use crate::source::{Deed, Event};

/// The word of the case that a story has when it names none.
const THE_CASE: &str = "case";

/// Where in the stories a deed stands, for what goes wrong with it.
struct Place<'a> {
    story: &'a str,
    event: usize,
    on: Date,
}

impl Place<'_> {
    fn refused(&self, why: casework::Error) -> Error {
        Error::Deed { story: self.story.to_owned(), event: self.event, on: self.on, why: Box::new(why) }
    }

    fn wrong(&self, what: impl Into<String>) -> Error {
        Error::Story { story: self.story.to_owned(), event: self.event, on: self.on, what: what.into() }
    }
}

impl Player<'_> {
    /// A household is met: all of it is recorded, and what they are to one another.
    pub(super) async fn meet(&mut self, first: usize, on: Date) -> Result<(), Error> {
        let plan = self.plan;
        let person = &plan.people[first];
        let word = person.story.as_deref().unwrap_or_default();
        let place = Place { story: word, event: 0, on };
        let story = self.source.story(word).ok_or_else(|| place.wrong("there is no such story"))?;
        let organ =
            self.organ_of(&person.municipality, &story.meets, on).ok_or_else(|| no_organ(&place, &story.meets))?;
        let acting = self.post(&organ, "handler", first, on).ok_or_else(|| no_post(&place, &organ))?;
        let id = self.add(person, &acting, &place).await?;
        self.lived[first].person = Some(id);
        let with = plan.people.iter().enumerate().skip(first + 1);
        for (index, other) in with.take_while(|(_, other)| other.came_with.is_some_and(|(with, _)| with == first)) {
            let added = self.add(other, &acting, &place).await?;
            self.lived[index].person = Some(added);
            let kin = other.came_with.map_or(Kin::Household, |(_, kin)| kin);
            let source = "population-register".to_owned();
            let relation = NewRelation { other: added, kin, from: None, until: None, source };
            self.house.relate(&acting, id, &relation).await.map_err(|why| place.refused(why))?;
        }
        Ok(())
    }

    async fn add(&mut self, person: &Person, acting: &Acting, place: &Place<'_>) -> Result<Uuid, Error> {
        let new = NewPerson {
            birth: person.birth,
            name: Some(person.name.clone()),
            source: "population-register".to_owned(),
            facts: self.facts(person),
        };
        let added = self.house.add_person(acting, &new).await.map_err(|why| place.refused(why))?;
        self.made.people += 1;
        Ok(added.person)
    }

    /// What is known of a person from the first.
    fn facts(&self, person: &Person) -> Vec<NewFact> {
        let mut facts = Vec::new();
        let mut known = |from: Date, attribute: &str, value: &str, source: &str| {
            facts.push(NewFact::since(from, attribute, value, source));
        };
        let (permit, begins, register) = (person.first_permit, person.begins, "population-register");
        if !person.municipality.is_empty() {
            known(permit, "municipality", &person.municipality, register);
            known(permit, "address", &person.address, register);
        }
        known(permit, "nationality", &person.nationality, register);
        known(permit, "mother-tongue", &person.language, register);
        if person.interpreter {
            known(begins, "interpreter", &person.language, "person");
        }
        if let Some(email) = &person.email {
            known(begins, "email", email, "person");
        }
        let story = person.story.as_deref().and_then(|story| self.source.story(story));
        let Some(story) = story else { return facts };
        for (attribute, value) in &story.facts {
            let lasting = matches!(attribute.as_str(), "residence" | "ground" | "place" | "home-municipality");
            known(if lasting { permit } else { begins }, attribute, value, if lasting { register } else { "person" });
        }
        if story.facts.get("residence").is_some_and(|residence| residence != "asylum-seeker") {
            known(permit, "first-permit", &permit.to_string(), "immigration-service");
        }
        facts
    }

    /// An event of a person's story.
    pub(super) async fn event(&mut self, index: usize, at: usize, on: Date) -> Result<(), Error> {
        let plan = self.plan;
        let person = &plan.people[index];
        let word = person.story.as_deref().unwrap_or_default();
        let place = Place { story: word, event: at + 1, on };
        let found = self.source.story(word).and_then(|story| story.event.get(at));
        let event = found.ok_or_else(|| place.wrong("there is no such event"))?;
        match event.r#do {
            Deed::Open => self.open(index, event, &place).await,
            Deed::Step => self.step(index, at, event, &place).await,
            Deed::Decide => self.decide(index, at, event, &place).await,
            Deed::Notify => self.notify(index, event, &place).await,
            Deed::Fact => self.fact(index, event, &place).await,
            Deed::Answer => self.answer(index, event, &place).await,
            Deed::Consent => self.consent(index, event, &place).await,
            Deed::Document => self.document(index, event, &place).await,
            Deed::Protect => self.protect(index, event, &place).await,
            Deed::Guardian => self.guardian(index, event, &place).await,
        }
    }

    async fn open(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let person = self.person(index, place)?;
        let acting = self.acting(index, event, "handler", place).await?;
        let kind = event.r#type.as_deref().ok_or_else(|| place.wrong("which type of case?"))?;
        let opened = self.house.open_case(&acting, kind, person).await.map_err(|why| place.refused(why))?;
        let word = event.case.clone().unwrap_or_else(|| THE_CASE.to_owned());
        self.lived[index].cases.insert(word, Opened { id: opened.id, number: opened.number, read: None });
        self.made.cases += 1;
        Ok(())
    }

    async fn step(&mut self, index: usize, at: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let acting = self.acting(index, event, "handler", place).await?;
        let step = event.step.as_deref().ok_or_else(|| place.wrong("which step?"))?;
        let (case, version) = self.read(index, event, &acting, place).await?;
        let fields = self.fields(index, at, event, place);
        let result = event.result.as_deref();
        let taken = self.house.take_step(&acting, case, step, version, &fields, result).await;
        let taken = taken.map_err(|why| place.refused(why))?;
        self.left(index, event, &acting, taken.version);
        Ok(())
    }

    /// Who does something in a case has read it before; who read it last, and did what was done since, knows it.
    async fn read(
        &self,
        index: usize,
        event: &Event,
        acting: &Acting,
        place: &Place<'_>,
    ) -> Result<(Uuid, i64), Error> {
        let known = self.case(index, event, place)?;
        match &known.read {
            Some((by, version)) if by == acting.post() => Ok((known.id, *version)),
            _ => {
                let seen = self.house.case(acting, known.id).await.map_err(|why| place.refused(why))?;
                Ok((known.id, seen.case.version))
            }
        }
    }

    /// The version that somebody left a case with.
    fn left(&mut self, index: usize, event: &Event, acting: &Acting, version: i64) {
        let word = event.case.as_deref().unwrap_or(THE_CASE);
        if let Some(known) = self.lived[index].cases.get_mut(word) {
            known.read = Some((acting.post().to_owned(), version));
        }
    }

    async fn decide(&mut self, index: usize, at: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let acting = self.acting(index, event, "decision-maker", place).await?;
        let step = event.step.as_deref().ok_or_else(|| place.wrong("which step?"))?;
        let (case, version) = self.read(index, event, &acting, place).await?;
        let fields = self.fields(index, at, event, place);
        let new = NewDecision {
            case,
            step,
            based_on: version,
            result: event.result.as_deref(),
            fields: &fields,
            although: None,
        };
        let decided = self.house.decide(&acting, new).await.map_err(|why| place.refused(why))?;
        self.left(index, event, &acting, decided.made.case_version);
        self.lived[index].decided = Some(decided.id);
        self.made.decisions += 1;
        Ok(())
    }

    async fn notify(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let acting = self.acting(index, event, "handler", place).await?;
        let decision = self.lived[index].decided.ok_or_else(|| place.wrong("nothing was decided"))?;
        let kind = event.kind.as_deref().and_then(|kind| kind.parse::<Kind>().ok());
        let kind = kind.ok_or_else(|| place.wrong("how is it notified?"))?;
        let (received, reason) = match kind {
            // A week for the post: the day of receipt is stated where no rule of the duty counts it.
            Kind::Letter => (Some(place.on.saturating_add(Span::new().days(7))), "Postitettu kirjeenä"),
            _ => (Some(place.on), "Vastaanottaja on allekirjoittanut"),
        };
        let new = NewNotification {
            decision,
            kind,
            sent: Some(place.on),
            received,
            reason: event.note.as_deref().unwrap_or(reason),
            limit: None,
            replaces: None,
        };
        self.house.notify_decision(&acting, new).await.map(drop).map_err(|why| place.refused(why))
    }

    async fn fact(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let person = self.person(index, place)?;
        let acting = self.acting(index, event, "handler", place).await?;
        let (Some(attribute), Some(value)) = (&event.attribute, &event.value) else {
            return Err(place.wrong("which attribute, which value?"));
        };
        let change = FactChange::Record(NewFact::since(place.on, attribute, value, "person"));
        // It is shown first what the fact would move, as on the page.
        let shown = self.house.preview_fact_change(&acting, person, &change).await;
        let shown = shown.map_err(|why| place.refused(why))?.shown;
        let moved = self.house.change_fact_and_move(&acting, person, &change, Some(&shown)).await;
        let moved = moved.map_err(|why| place.refused(why))?;
        for case in &moved.cases {
            if let (Some(offered), Some(to)) = (case.hand_over, &case.to) {
                self.lived[index].offered = Some((offered, to.clone()));
                self.made.hand_overs += 1;
            }
        }
        Ok(())
    }

    async fn answer(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let offered = self.lived[index].offered.clone();
        let (offered, to) = offered.ok_or_else(|| place.wrong("nothing was offered"))?;
        let acting = self.post(&to, "handler", index, place.on).ok_or_else(|| no_post(place, &to))?;
        let done = match event.answer.as_deref() {
            Some("accept") => self.house.accept_hand_over(&acting, offered, None).await.map(drop),
            Some("return") => {
                let reason = event.reason.as_deref().and_then(|reason| reason.parse::<ReturnReason>().ok());
                let reason = reason.ok_or_else(|| place.wrong("why is it returned?"))?;
                self.house.return_hand_over(&acting, offered, reason, event.note.as_deref()).await
            }
            _ => return Err(place.wrong("`accept` or `return`?")),
        };
        done.map_err(|why| place.refused(why))
    }

    async fn consent(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let acting = self.acting(index, event, "handler", place).await?;
        let (offered, _) = self.lived[index].offered.clone().ok_or_else(|| place.wrong("nothing was offered"))?;
        let step = event.answer.as_deref().and_then(|step| step.parse::<ConsentStep>().ok());
        let step = step.ok_or_else(|| place.wrong("`asked`, `given` or `refused`?"))?;
        let said_by = (step != ConsentStep::Asked).then_some(SaidBy::Person);
        let said = self.house.consent_to_hand_over(&acting, offered, step, said_by).await;
        said.map(drop).map_err(|why| place.refused(why))
    }

    async fn document(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        if self.house.contents.is_none() {
            return Ok(());
        }
        let acting = self.acting(index, event, "handler", place).await?;
        let &Opened { id: case, number, .. } = self.case(index, event, place)?;
        let file = event.file.as_deref().unwrap_or_default();
        let text = self.source.documents.get(file).ok_or_else(|| place.wrong("which document?"))?;
        let text = self.filled(index, text, place).replace("{number}", &number.to_string());
        let text = text.replace("{organ}", self.organ_name(acting.organ()));
        let offered = Offered { name: &format!("{file}-{number}.txt"), claimed: Some("text/plain") };
        let added = self.house.add_document(&acting, case, offered, text.as_bytes()).await;
        self.made.documents += 1;
        added.map(drop).map_err(|why| place.refused(why))
    }

    async fn protect(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let person = self.person(index, place)?;
        let acting = self.acting(index, event, "handler", place).await?;
        let basis = self.filled(index, event.basis.as_deref().unwrap_or("Turvakielto"), place);
        let until = event.lasts.map(|days| place.on.saturating_add(Span::new().days(days)));
        let handlers = vec![acting.post().to_owned()];
        let new = NewProtection { basis, from: place.on, until, handlers };
        self.house.protect(&acting, person, &new).await.map(drop).map_err(|why| place.refused(why))
    }

    async fn guardian(&mut self, index: usize, event: &Event, place: &Place<'_>) -> Result<(), Error> {
        let person = self.person(index, place)?;
        let acting = self.acting(index, event, "handler", place).await?;
        let capacity = event.capacity.as_deref().and_then(|capacity| capacity.parse::<Capacity>().ok());
        let new = NewRepresentative {
            capacity: capacity.ok_or_else(|| place.wrong("in what quality?"))?,
            name: event.name.clone().unwrap_or_default(),
            contact: None,
            scope: "all".to_owned(),
            basis: self.filled(index, event.basis.as_deref().unwrap_or_default(), place),
            from: place.on,
            until: None,
        };
        self.house.add_representative(&acting, person, &new).await.map(drop).map_err(|why| place.refused(why))
    }

    fn person(&self, index: usize, place: &Place<'_>) -> Result<Uuid, Error> {
        self.lived[index].person.ok_or_else(|| place.wrong("nobody has met the person"))
    }

    fn case(&self, index: usize, event: &Event, place: &Place<'_>) -> Result<&Opened, Error> {
        let word = event.case.as_deref().unwrap_or(THE_CASE);
        self.lived[index].cases.get(word).ok_or_else(|| place.wrong(format!("no case `{word}` was opened")))
    }

    /// Who does it: a post of the kind of authority that the story names, or of the organ that leads the case now.
    async fn acting(&self, index: usize, event: &Event, function: &str, place: &Place<'_>) -> Result<Acting, Error> {
        let organ = match event.by.as_deref() {
            Some(kind) => {
                let municipality = &self.plan.people[index].municipality;
                self.organ_of(municipality, kind, place.on).ok_or_else(|| no_organ(place, kind))?
            }
            None => {
                let case = self.case(index, event, place)?.id;
                let lead = queries::lead(&self.house.store, case, self.hands.now()).await?;
                lead.ok_or_else(|| place.wrong("nobody leads the case"))?
            }
        };
        self.post(&organ, function, index, place.on).ok_or_else(|| no_post(place, &organ))
    }

    /// The organ of a kind that is there for a municipality on a day; a kind with one organ has no area.
    fn organ_of(&self, municipality: &str, kind: &str, on: Date) -> Option<String> {
        let register = &self.house.register;
        let organs = &register.resolved.organs;
        let known = |organ: &OrganIndex| organs.at(*organ).kind == kind && organs.at(*organ).period.contains(on);
        let there = register.municipality_ever(municipality).ok();
        let there = there.and_then(|there| register.organs_of(there, on).into_iter().find(known));
        let only = || organs.index(kind).filter(known);
        there.or_else(only).map(|organ| organs.at(organ).id.clone())
    }

    /// A post of an organ with a function, in force on a day; where there are several, always the same for a person.
    /// Where nobody has the function, whoever may do the most.
    fn post(&self, organ: &str, function: &str, index: usize, on: Date) -> Option<Acting> {
        let there = |post: &&super::set_up::Known| post.from <= on && post.until.is_none_or(|until| on < until);
        let all: Vec<_> = self.posts.get(organ)?.iter().filter(there).collect();
        for wanted in [function, "handler", "decision-maker"] {
            let fit: Vec<_> = all.iter().filter(|post| post.function == wanted).collect();
            if let Some(post) = fit.get(index % fit.len().max(1)) {
                let actor = Actor { post: Word::new(post.id.clone()).ok()?, organ: Word::new(organ).ok()? };
                return Some(Acting::of(actor, post.function.clone()));
            }
        }
        None
    }

    /// What is written into the fields.
    fn fields(&self, index: usize, at: usize, event: &Event, place: &Place<'_>) -> Vec<Given> {
        let part = u64::try_from(index * 100 + at).unwrap_or_default();
        let mut chance = Chance::of(self.seed).part(1_000_000 + part);
        let written = event.fields.iter().map(|(field, text)| (field, text.as_str()));
        let drawn = event.texts.iter().filter_map(|(field, texts)| {
            let text = chance.one(self.source.texts.get(texts)?)?;
            Some((field, text.as_str()))
        });
        let all: Vec<_> = written.chain(drawn).collect();
        all.into_iter().map(|(field, text)| Given::new(field, &self.filled(index, text, place))).collect()
    }

    /// A text with what stands in braces filled in.
    fn filled(&self, index: usize, text: &str, place: &Place<'_>) -> String {
        let person = &self.plan.people[index];
        let register = &self.house.register;
        let there = register.municipality_ever(&person.municipality).ok();
        let municipality = there.map_or("", |there| register.resolved.territory.at(there).names.fi.as_str());
        text.replace("{language}", &person.language)
            .replace("{municipality}", municipality)
            .replace("{name}", &person.name.shown())
            .replace("{day}", &place.on.strftime("%-d.%-m.%Y").to_string())
    }

    fn organ_name<'a>(&'a self, organ: &'a str) -> &'a str {
        let organs = &self.house.register.resolved.organs;
        organs.index(organ).map_or(organ, |index| organs.at(index).names.fi.as_str())
    }
}

fn no_organ(place: &Place<'_>, kind: &str) -> Error {
    place.wrong(format!("there is no `{kind}` for the municipality on that day"))
}

fn no_post(place: &Place<'_>, organ: &str) -> Error {
    place.wrong(format!("`{organ}` has no post that handles cases on that day"))
}
