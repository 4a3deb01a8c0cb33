//! What is refused about accounts.

use casework::account::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::OperatorOnly => {
            Trouble::refused(w.account_operator_only()).coded("operator-only").todo(w.post_operator_only_todo())
        }
        Refusal::Unknown(login) => {
            Trouble::wrong_use(w.account_unknown(login), w.account_unknown_todo()).coded("account-unknown")
        }
        Refusal::Taken(login) => Trouble::refused(w.account_taken(login)).coded("account-taken"),
        Refusal::NotALogin(login) => {
            Trouble::wrong_use(w.account_not_a_login(login), w.account_not_a_login_todo()).coded("not-a-login")
        }
        Refusal::NotAName => Trouble::wrong_use(w.account_not_a_name(), "").coded("not-a-name"),
        Refusal::NotALanguage(language) => {
            Trouble::wrong_use(w.account_not_a_language(language), "").coded("not-a-language")
        }
        Refusal::Closed { login, at } => Trouble::refused(w.account_closed_already(&desk.instant(*at), login))
            .coded("account-closed")
            .with("at", at.to_string()),
        Refusal::HasPost(post) => Trouble::refused(w.account_has_post(post)).coded("account-has-post"),
        Refusal::OfAProgram(post) => {
            Trouble::refused(w.client_of_a_program(post)).coded("post-of-a-program").with("post", post.as_str())
        }
        Refusal::NotItsPost(post) => Trouble::refused(w.account_not_its_post(post)).coded("account-not-its-post"),
        Refusal::TooShort { least } => {
            Trouble::wrong_use(w.account_password_short(*least), w.account_password_todo()).coded("password-short")
        }
        Refusal::TooLong { most } => {
            Trouble::wrong_use(w.account_password_long(*most), w.account_password_todo()).coded("password-long")
        }
        Refusal::EasilyGuessed => {
            Trouble::wrong_use(w.account_password_guessed(), w.account_password_todo()).coded("password-guessed")
        }
        Refusal::NoSecondFactor => Trouble::refused(w.account_no_second_factor()).coded("no-second-factor"),
        Refusal::NotAnIdentity => Trouble::wrong_use(w.elsewhere_not_an_identity(), w.elsewhere_not_an_identity_todo())
            .coded("not-an-identity"),
        Refusal::NotItsIdentity(login) => {
            Trouble::refused(w.elsewhere_not_its(login)).coded("not-its-identity").todo(w.elsewhere_not_its_todo(login))
        }
        Refusal::SubjectTaken => Trouble::refused(w.account_subject_taken()).coded("subject-taken"),
        // What only somebody who signs in meets, and a page says.
        other => Trouble::refused(other.to_string()),
    }
}
