//! All journeys, in one binary.
