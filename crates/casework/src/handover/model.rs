//! What a hand-over is, and which steps it can take. Pure: a stage carries its facts and refuses what is impossible.

use calendar::{Length, Rule};
use jiff::Timestamp;
use uuid::Uuid;

use crate::holding::{Between, Path};

words!(
    /// What gave rise to the offer.
    Ground {
        /// A fact about the person was recorded, and the register then named another lead.
        Facts = "facts",
        /// The lead found that the register names another.
        Lead = "lead",
    }
);

words!(
    /// Why the receiver does not take it over.
    ReturnReason {
        /// The facts are not as they were told: the offer rests on something that is not so.
        FactsWrong = "facts-wrong",
        /// The facts are right, and by the receiver's reading another organ leads.
        NotOurs = "not-ours",
        /// Something is under way that should be finished first; it can be offered again.
        NotYet = "not-yet",
        /// An organ that the register lets decide found that it stays where it is.
        AssignedBack = "assigned-back",
    }
);

words!(
    /// Why an offer, or an accepted hand-over that has not taken effect, is no more.
    WithdrawReason {
        /// The lead took it back.
        ByLead = "by-lead",
        /// The facts changed, and the register no longer names the receiver.
        FactsChanged = "facts-changed",
        /// The case got another lead in another way.
        LeadChanged = "lead-changed",
        /// It was accepted for later, and what was planned was called off before it began.
        CalledOff = "called-off",
        /// The case was closed.
        CaseClosed = "case-closed",
    }
);

words!(
    /// How it came to take effect.
    How {
        /// The receiver accepted.
        Acceptance = "acceptance",
        /// The receiver was silent, and the law itself names it.
        Law = "law",
        /// An organ decided whom the register lets decide over the receiver.
        Assignment = "assignment",
    }
);

words!(
    /// Where the person's consent stands.
    Consent {
        /// No act asks for it here.
        NotNeeded = "not-needed",
        /// It must be asked for.
        Needed = "needed",
        /// It was asked for; no answer yet.
        Asked = "asked",
        /// Given.
        Given = "given",
        /// Refused.
        Refused = "refused",
        /// Given, and withdrawn before anything took effect.
        Withdrawn = "withdrawn",
    }
);

words!(
    /// A step of consent.
    ConsentStep {
        /// The person is asked.
        Asked = "asked",
        /// They consent.
        Given = "given",
        /// They do not.
        Refused = "refused",
        /// They take back what they gave.
        Withdrawn = "withdrawn",
    }
);

words!(
    /// Who spoke for the person.
    SaidBy {
        /// They themself.
        Person = "person",
        /// Their guardian or representative.
        Representative = "representative",
    }
);

/// What the receiver may see before it holds the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Nothing: it does not exist yet for the receiver.
    Nothing,
    /// The matter without the person: the consent was not given.
    Envelope,
    /// What is needed to answer.
    Short,
}

impl Consent {
    /// After a step.
    ///
    /// # Errors
    /// [`Refusal::ConsentNotNeeded`], [`Refusal::ConsentStep`].
    pub const fn after(self, step: ConsentStep) -> Result<Self, Refusal> {
        match (self, step) {
            (Self::NotNeeded, _) => Err(Refusal::ConsentNotNeeded),
            (Self::Needed, ConsentStep::Asked) => Ok(Self::Asked),
            // Who refused, or took it back, may think better of it; what was shown is not hidden again meanwhile.
            (Self::Asked | Self::Refused | Self::Withdrawn, ConsentStep::Given) => Ok(Self::Given),
            (Self::Asked, ConsentStep::Refused) => Ok(Self::Refused),
            (Self::Given, ConsentStep::Withdrawn) => Ok(Self::Withdrawn),
            _ => Err(Refusal::ConsentStep { stands: self, step }),
        }
    }

    /// What the receiver may see.
    #[must_use]
    pub const fn sight(self) -> Sight {
        match self {
            Self::Needed | Self::Asked => Sight::Nothing,
            Self::Refused | Self::Withdrawn => Sight::Envelope,
            Self::NotNeeded | Self::Given => Sight::Short,
        }
    }
}

/// How long each rung has for its answer, with its unit and its rule.
///
/// No act sets this time; it is a custom of the house that the set-up can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerTime {
    /// How long.
    pub length: Length,
    /// How its last day is found; the day of the offer is not counted, and the last day counts to its end.
    pub rule: Rule,
}

impl Default for AnswerTime {
    /// Five working days: long enough for a week's holiday cover, short against two months to begin an assessment.
    fn default() -> Self {
        let rule = Rule { counting: calendar::Counting::WorkingDays, to_working_day: false };
        Self { length: Length::new(5, calendar::Unit::WorkingDays), rule }
    }
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The receiver is asked.
    Offered {
        /// When it climbs; none while the person's consent is awaited.
        answer_by: Option<Timestamp>,
    },
    /// The receiver did not answer in time. It still may; others see it meanwhile.
    Lapsed {
        /// The rung of the ladder, from 1.
        rung: u16,
        /// On whose list it now is.
        organ: String,
        /// What ties that organ to the one below: `steer`, `supervise` … or `lead` for the lead itself.
        tie: String,
        /// When it climbs further; none at the top.
        answer_by: Option<Timestamp>,
    },
    /// It is settled that the receiver leads from an instant on.
    Accepted {
        /// When that was settled.
        at: Timestamp,
        /// From when it leads.
        effect: Timestamp,
        /// How it came about.
        how: How,
    },
    /// The receiver does not take it over; the lead goes on.
    Returned {
        /// When.
        at: Timestamp,
        /// Why.
        reason: ReturnReason,
        /// In the receiver's words.
        note: Option<String>,
    },
    /// It is no more; the lead goes on.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// Why.
        reason: WithdrawReason,
    },
}

impl Stage {
    /// The word in the database.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Offered { .. } => "offered",
            Self::Lapsed { .. } => "lapsed",
            Self::Accepted { .. } => "accepted",
            Self::Returned { .. } => "returned",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Whether it waits for an answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Offered { .. } | Self::Lapsed { .. })
    }
}

/// A hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// The lead holding that is to end.
    pub from_holding: Uuid,
    /// Its organ.
    pub from: String,
    /// The organ that the register names.
    pub to: String,
    /// What gave rise to it.
    pub ground: Ground,
    /// The fact, where one did.
    pub fact: Option<Uuid>,
    /// How the register came to the receiver, when it was offered.
    pub why: Path,
    /// The edition that said so.
    pub edition: String,
    /// The earliest instant of effect.
    pub not_before: Timestamp,
    /// How long each rung has.
    pub answer: AnswerTime,
    /// When it was offered.
    pub offered: Timestamp,
    /// By which post.
    pub offered_by: String,
    /// Where it stands.
    pub stage: Stage,
    /// The person's consent.
    pub consent: Consent,
    /// Raised by one with each change.
    pub version: i64,
}

impl HandOver {
    fn open(&self) -> Result<(), Refusal> {
        let (at, stage) = match &self.stage {
            Stage::Offered { .. } | Stage::Lapsed { .. } => return Ok(()),
            Stage::Accepted { at, .. } | Stage::Returned { at, .. } | Stage::Withdrawn { at, .. } => {
                (*at, self.stage.word())
            }
        };
        Err(Refusal::AlreadySettled { stage, at })
    }

    fn answerable(&self) -> Result<(), Refusal> {
        self.open()?;
        if self.consent.sight() == Sight::Nothing { Err(Refusal::ConsentAwaited) } else { Ok(()) }
    }

    /// It is settled that the receiver leads, from `effect` on: now (`None`), or an instant that is named.
    ///
    /// # Errors
    /// [`Refusal::AlreadySettled`], [`Refusal::ConsentAwaited`], [`Refusal::TooEarly`]; [`Refusal::NotLapsed`] when the
    /// law is to bring about what the receiver still has time to answer.
    pub fn accept(mut self, at: Timestamp, effect: Option<Timestamp>, how: How) -> Result<Self, Refusal> {
        self.answerable()?;
        if let (How::Law, Stage::Offered { answer_by }) = (how, &self.stage) {
            return Err(Refusal::NotLapsed { answer_by: *answer_by });
        }
        let earliest = at.max(self.not_before);
        let effect = effect.unwrap_or(earliest);
        if effect < earliest {
            return Err(Refusal::TooEarly { earliest });
        }
        self.stage = Stage::Accepted { at, effect, how };
        Ok(self)
    }

    /// The receiver does not take it over.
    ///
    /// # Errors
    /// [`Refusal::AlreadySettled`], [`Refusal::ConsentAwaited`].
    pub fn give_back(mut self, at: Timestamp, reason: ReturnReason, note: Option<String>) -> Result<Self, Refusal> {
        self.answerable()?;
        self.stage = Stage::Returned { at, reason, note };
        Ok(self)
    }

    /// It is taken back.
    ///
    /// # Errors
    /// [`Refusal::AlreadySettled`].
    pub fn withdraw(mut self, at: Timestamp, reason: WithdrawReason) -> Result<Self, Refusal> {
        self.open()?;
        self.stage = Stage::Withdrawn { at, reason };
        Ok(self)
    }

    /// Its time has passed: it climbs one rung, to `organ`, which has until `answer_by`; none at the top.
    ///
    /// # Errors
    /// [`Refusal::AlreadySettled`], [`Refusal::NotLapsed`].
    pub fn climb(
        mut self,
        at: Timestamp,
        organ: String,
        tie: String,
        answer_by: Option<Timestamp>,
    ) -> Result<Self, Refusal> {
        self.open()?;
        let (rung, due) = match &self.stage {
            Stage::Lapsed { rung, answer_by, .. } => (*rung, *answer_by),
            Stage::Offered { answer_by } => (0, *answer_by),
            _ => (0, None),
        };
        if due.is_none_or(|due| at < due) {
            return Err(Refusal::NotLapsed { answer_by: due });
        }
        self.stage = Stage::Lapsed { rung: rung.saturating_add(1), organ, tie, answer_by };
        Ok(self)
    }

    /// A step of consent, before anything took effect. The receiver's time begins when there is something to see.
    ///
    /// # Errors
    /// [`Refusal::AlreadySettled`], and what [`Consent::after`] refuses.
    pub fn consent(mut self, step: ConsentStep, answer_by: Timestamp) -> Result<Self, Refusal> {
        self.open()?;
        self.consent = self.consent.after(step)?;
        if let Stage::Offered { answer_by: due } = &mut self.stage
            && due.is_none()
            && self.consent.sight() != Sight::Nothing
        {
            *due = Some(answer_by);
        }
        Ok(self)
    }
}

/// Why something cannot be done in a hand-over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no such hand-over for this post.
    #[error("there is no such hand-over")]
    Unknown,
    /// The register names the lead that is in force.
    #[error("case {number} stays with `{lead}`, whom the register names")]
    StaysWithLead {
        /// The case.
        number: i64,
        /// The lead.
        lead: String,
    },
    /// It cannot be said who leads until more is known; the lead goes on meanwhile.
    #[error("who leads case {number} cannot be said until more is known; `{lead}` goes on")]
    MoreMustBeKnown {
        /// The case.
        number: i64,
        /// The lead.
        lead: String,
        /// What must be known.
        between: Box<Between>,
    },
    /// The case is offered already.
    #[error("case {number} was offered to `{to}` already, at {since}")]
    AlreadyOffered {
        /// The case.
        number: i64,
        /// To whom.
        to: String,
        /// When.
        since: Timestamp,
    },
    /// The next lead is planned already.
    #[error("case {number} goes to `{to}` at {from} already")]
    AlreadyPlanned {
        /// The case.
        number: i64,
        /// To whom.
        to: String,
        /// When.
        from: Timestamp,
    },
    /// Only the organ that it is offered to answers.
    #[error("only `{to}` can answer")]
    OnlyReceiver {
        /// That organ.
        to: String,
    },
    /// Only the lead in force does this.
    #[error("only `{lead}`, which leads, can do this")]
    OnlyLead {
        /// That organ.
        lead: String,
    },
    /// It was settled.
    #[error("it is `{stage}` since {at}")]
    AlreadySettled {
        /// How.
        stage: &'static str,
        /// When.
        at: Timestamp,
    },
    /// The person has not answered whether they consent.
    #[error("the person's consent is awaited: nothing is passed on yet")]
    ConsentAwaited,
    /// No act asks for consent here.
    #[error("no consent is needed here")]
    ConsentNotNeeded,
    /// That does not follow on where the consent stands.
    #[error("`{step}` does not follow on `{stands}`")]
    ConsentStep {
        /// Where it stands.
        stands: Consent,
        /// What was to follow.
        step: ConsentStep,
    },
    /// Who spoke for the person must be said, and only of an answer.
    #[error("an answer to the question of consent names who gave it; the question does not")]
    WhoSaidIt,
    /// It cannot take effect so early.
    #[error("it takes effect at {earliest} at the earliest")]
    TooEarly {
        /// The earliest.
        earliest: Timestamp,
    },
    /// It cannot be planned so far ahead.
    #[error("it takes effect at {latest} at the latest")]
    TooLate {
        /// The latest.
        latest: Timestamp,
    },
    /// The receiver still has time.
    #[error("its time has not passed")]
    NotLapsed {
        /// Until when; none while it does not run.
        answer_by: Option<Timestamp>,
    },
    /// The register, asked again, does not name the receiver.
    #[error("the register no longer names `{to}`")]
    NoLongerNamed {
        /// The receiver.
        to: String,
        /// Whom it names; none where it needs to know more.
        named: Option<String>,
    },
    /// The law lets, but does not oblige the receiver, or it is not certain that it does: only the receiver can accept.
    #[error("the law does not by itself make `{to}` the lead")]
    LawDoesNotCompel {
        /// The receiver.
        to: String,
        /// `must` or `may`.
        force: String,
        /// How sure the register is.
        certainty: String,
    },
    /// Steering is not deciding.
    #[error("`{organ}` may see and remind; the register gives it no power to decide for `{to}`")]
    SteeringIsNotDeciding {
        /// The organ that it climbed to.
        organ: String,
        /// The receiver.
        to: String,
    },
    /// What was shown before no longer holds: look again.
    #[error("what was shown no longer holds")]
    PreviewIsStale,
    /// The rule cannot count that length.
    #[error("`{rule}` cannot count {length}")]
    Uncountable {
        /// The length.
        length: Length,
        /// The rule.
        rule: Rule,
    },
}
