//! People: what is known of them, who may see it, and what the database refuses.

mod facts;
