//! Handing slips to the mail server: a link, a word to a colleague. Marked as a machine's, and
//! never tried again once the server may have taken one.

use crate::desk::Desk;
use crate::worker::mail;
use crate::worker::post::MailRoom;
use crate::worker::smtp::{self, Told};

/// Hands over what waits: how many went.
pub async fn round(desk: &Desk, room: &MailRoom) -> u32 {
    let mut went = 0;
    while let Some(waiting) = desk.slips().take(desk.now()) {
        let kind = waiting.slip.kind;
        let told = match mail::slip(&waiting.slip, desk.now()) {
            Ok(message) => smtp::hand_over(&room.server, &message).await,
            Err(unfit) => Told::Refused(unfit.words().to_owned()),
        };
        match told {
            Told::Taken(_) => went += 1,
            Told::Later(_) => {
                if !desk.slips().put_back(waiting, desk.now()) {
                    tracing::error!(kind, "the mail server did not want a message for too long");
                }
            }
            // It may have arrived: a second one would be worse than none.
            Told::Unknown(_) => tracing::warn!(kind, "nobody knows whether a message left"),
            Told::Refused(_) => tracing::warn!(kind, "the mail server refused a message"),
        }
    }
    went
}
