//! What somebody may want to do.

crate::words! {
    /// Something that is done to a case, or without one.
    Action {
        /// See that there is the case, in a list.
        List = "list",
        /// Open it.
        Read = "read",
        /// Find it, and its person, by what is known.
        Search = "search",
        /// Have it counted.
        Count = "count",
        /// Have it written out for use elsewhere.
        Export = "export",
        /// Read a document in it.
        ReadDocument = "read-document",
        /// Write down a field.
        WriteField = "write-field",
        /// Take a step.
        TakeStep = "take-step",
        /// Make a decision.
        Decide = "decide",
        /// Notify a decision.
        Notify = "notify",
        /// Offer it to another lead.
        Offer = "offer",
        /// Answer what is offered to one's organ.
        Answer = "answer",
        /// Add a document.
        Upload = "upload",
        /// Withdraw a document.
        Withdraw = "withdraw",
        /// Record what is known of the person.
        RecordFact = "record-fact",
        /// Protect the person, and name the handlers.
        Protect = "protect",
        /// Say that it belongs together with another.
        Link = "link",
        /// Stop, resume or extend a time limit.
        ChangeLimit = "change-limit",
        /// See who has done or read what in it.
        SeeJournal = "see-journal",
        /// See figures, in which nobody can be recognised.
        SeeFigures = "see-figures",
        /// Open a case.
        Open = "open",
        /// Open a case that one's organ does not bear, for an hour and with a reason.
        BreakGlass = "break-glass",
        /// Draw a file into a supervision case.
        Draw = "draw",
        /// Review such openings by other organs.
        Review = "review",
        /// Set up accounts and posts.
        ManagePosts = "manage-posts",
    }
}

/// A set of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actions(u32);

impl Actions {
    /// None.
    pub const NONE: Self = Self(0);

    /// These.
    #[must_use]
    pub const fn of(actions: &[Action]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < actions.len() {
            bits |= 1 << actions[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it has an action.
    #[must_use]
    pub const fn has(self, action: Action) -> bool {
        self.0 >> action as u32 & 1 == 1
    }
}
