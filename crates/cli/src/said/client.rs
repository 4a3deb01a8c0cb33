//! What is refused about machine clients.

use casework::client::Refusal;

use crate::context::Trouble;
use crate::desk::Desk;

pub fn refused(desk: &Desk, refusal: &Refusal) -> Trouble {
    let w = desk.w();
    match refusal {
        Refusal::Unknown(client) => Trouble::wrong_use(w.client_unknown(client), w.client_unknown_todo())
            .coded("client-unknown")
            .with("client", client.as_str()),
        Refusal::OperatorOnly => {
            Trouble::refused(w.client_operator_only()).coded("operator-only").todo(w.post_operator_only_todo())
        }
        Refusal::NoDuties => Trouble::wrong_use(w.client_no_duties(), w.client_no_duties_todo()).coded("no-duties"),
        Refusal::UnknownDuty(duty) => match desk.house.register.duty(duty) {
            Err(refusal) => desk.context.refused(&refusal, &register::ask::Facts::none()).coded("duty-unknown"),
            Ok(_) => Trouble::wrong_use(w.client_no_duties(), w.client_no_duties_todo()).coded("duty-unknown"),
        },
        Refusal::TooLong { latest } => Trouble::refused(w.client_too_long(&w.day(*latest)))
            .coded("client-too-long")
            .with("latest", latest.to_string()),
        Refusal::EndedAlready { client, at } => Trouble::refused(w.client_ended_already(&desk.instant(*at), client))
            .coded("client-ended-already")
            .with("client", client.as_str())
            .with("at", at.to_string()),
    }
}
