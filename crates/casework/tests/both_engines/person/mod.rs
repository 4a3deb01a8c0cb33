//! People: what is known of them, who may see it, and what the database refuses.

mod alike;
mod circle;
mod facts;
mod known;
mod protection;
