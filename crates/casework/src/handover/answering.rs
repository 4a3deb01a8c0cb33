//! What the receiver does: accept, or return with a reason.

use authorization::Action;
use jiff::Timestamp;
use storage::{Unit, View};
use uuid::Uuid;

use super::actions::visible;
use super::model::{HandOver, How, Refusal, ReturnReason};
use super::queries;
use crate::post::Acting;
use crate::{Error, House};

impl House {
    /// Accepts: the lead ends and this organ begins in one instant, `effect`, or as soon as it can be where none is named.
    /// The instant is answered. Until then the lead goes on answering.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyReceiver`], [`Refusal::AlreadySettled`], [`Refusal::TooEarly`],
    /// [`Refusal::TooLate`], [`Refusal::NoLongerNamed`]; the database's.
    pub async fn accept_hand_over(
        &self,
        acting: &Acting,
        id: Uuid,
        effect: Option<Timestamp>,
    ) -> Result<Timestamp, Error> {
        self.store
            .write(|unit: Unit| async move {
                let offer = of_receiver(&unit, acting, id).await?;
                self.take_effect(&unit, acting, offer, effect, How::Acceptance).await
            })
            .await
    }

    /// Returns it: the lead goes on.
    ///
    /// # Errors
    /// [`Refusal::Unknown`], [`Refusal::OnlyReceiver`], [`Refusal::AlreadySettled`]; the database's.
    pub async fn return_hand_over(
        &self,
        acting: &Acting,
        id: Uuid,
        reason: ReturnReason,
        note: Option<&str>,
    ) -> Result<(), Error> {
        self.store
            .write(|unit: Unit| async move {
                let offer = of_receiver(&unit, acting, id).await?;
                let returned = offer.give_back(unit.now(), reason, note.map(str::to_owned))?;
                queries::settle(&unit, &returned, acting).await?;
                self.tell(&unit, acting, "return", &returned).await
            })
            .await
    }
}

/// One that is offered to the acting organ.
async fn of_receiver(view: &View, acting: &Acting, id: Uuid) -> Result<HandOver, Error> {
    let found = visible(view, acting, id).await?;
    if !acting.may(Action::Answer) {
        return Err(Refusal::Unknown.into());
    }
    if found.to == acting.organ() { Ok(found) } else { Err(Refusal::OnlyReceiver { to: found.to }.into()) }
}
