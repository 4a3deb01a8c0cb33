//! All journeys, in one binary: one scenario a file. A file is named after what somebody does.

mod every_page_is_accessible;
mod site;
mod who_makes_the_plan;
