//! What a post does at its organ.

crate::words! {
    /// What a post does at its organ. A post of any other function may nothing.
    Function {
        /// Handles cases.
        Handler = "handler",
        /// Handles cases, and makes decisions in the organ's name.
        DecisionMaker = "decision-maker",
        /// Handles cases, and answers for how others do.
        TeamLead = "team-lead",
        /// Writes down what it knows in cases that others handle: an interpreter of needs, a psychologist.
        Specialist = "specialist",
        /// Leads the organ: sees what there is, and opens no file.
        Director = "director",
        /// Plans: sees figures.
        Planner = "planner",
        /// Handles the supervision cases of an organ that supervises.
        Supervisor = "supervisor",
        /// Reads the journal, and reviews what was opened outside of holdings.
        Auditor = "auditor",
        /// Sets up accounts and posts, and sees no case.
        Administrator = "administrator",
    }
}
