//! What is refused about posts.

use casework::post::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown(post) => Trouble::wrong_use(w.post_unknown(post), w.post_unknown_todo())
            .coded("post-unknown")
            .with("post", post.as_str()),
        Refusal::NotInForce { post, on } => Trouble::refused(w.post_not_in_force(&w.day(*on), post))
            .coded("post-not-in-force")
            .with("post", post.as_str())
            .with("on", on.to_string()),
        Refusal::UnknownOrgan(organ) => match desk.house.register.organ(organ) {
            Err(refusal) => desk.context.refused(&refusal, &register::ask::Facts::none()).coded("organ-unknown"),
            Ok(_) => Trouble::wrong_use(w.post_no_organ(organ), String::new()).coded("organ-unknown"),
        },
        Refusal::OrganNotThere { organ, on } => {
            Trouble::refused(w.post_organ_not_there(&w.day(*on), desk.organ_name(organ)))
                .coded("organ-not-there")
                .todo(w.post_organ_not_there_todo())
                .with("organ", organ.as_str())
                .with("on", on.to_string())
        }
        Refusal::NotAWord(word) => {
            Trouble::wrong_use(w.post_not_a_word(word), w.post_not_a_word_todo()).coded("not-a-word")
        }
        Refusal::UnknownFunction(word) => {
            let known: Vec<&str> = authorization::Function::ALL.iter().map(|one| one.word()).collect();
            Trouble::wrong_use(w.post_function_unknown(word), w.post_function_unknown_todo(&known.join(", ")))
                .coded("function-unknown")
                .with("functions", known)
        }
        Refusal::FunctionMayNot { function, action } => super::opening::may_not(w, function, *action),
        Refusal::Taken(post) => Trouble::refused(w.post_taken(post)).coded("post-taken").with("post", post.as_str()),
        Refusal::EndsBeforeItBegins => {
            Trouble::wrong_use(w.post_ends_before(), String::new()).coded("ends-before-it-begins")
        }
        Refusal::OperatorOnly => {
            Trouble::refused(w.post_operator_only()).coded("operator-only").todo(w.post_operator_only_todo())
        }
        Refusal::EndsInThePast { post, earliest } => Trouble::refused(w.post_ends_in_the_past(&w.day(*earliest), post))
            .coded("ends-in-the-past")
            .with("post", post.as_str())
            .with("earliest", earliest.to_string()),
        Refusal::EndedAlready { post, until } => Trouble::refused(w.post_ended_already(&w.day(*until), post))
            .coded("post-ended-already")
            .with("post", post.as_str())
            .with("until", until.to_string()),
    }
}
