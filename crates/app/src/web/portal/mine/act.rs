//! What a resident asks of the desk: always over the newest version, because nobody else's change
//! is a reason to turn them away.

use redress_domain::command::Command;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Direction;

use crate::desk::{Act, Attachment, Declined, Done};
use crate::web::part::errors::FormErrors;
use crate::web::portal::mine::Mine;

/// Who wrote, as the record of correspondence says it.
const FROM: &str = "The resident, on the portal";
const FROM_ACTING: &str = "Whoever acts for the resident, on the portal";
/// How often somebody else may be first.
const TRIES: usize = 5;

impl Mine {
    /// Sends commands to the desk, with files.
    ///
    /// # Errors
    /// What the desk declined, except that somebody else was first.
    pub async fn act(
        &self,
        token: &str,
        commands: Vec<Command>,
        attachments: Vec<Attachment>,
    ) -> Result<Done, Declined> {
        let signed = &self.guest.at.signed;
        let mut seen = self.case.seq;
        let mut declined = Declined::Busy;
        for _ in 0..TRIES {
            let act = Act {
                token: token.to_owned(),
                seen,
                commands: commands.clone(),
                attachments: attachments.clone(),
                ..Act::default()
            };
            match self.app.desk.act(signed, &self.case.reference, act).await {
                Err(Declined::Stale(meanwhile)) => seen = meanwhile.seq,
                Err(Declined::Busy) => declined = Declined::Busy,
                other => return other,
            }
        }
        Err(declined)
    }

    /// Something they wrote, as correspondence that came in.
    pub fn wrote(&self, text: String) -> Command {
        let from = if self.acts_for_them() { FROM_ACTING } else { FROM };
        Command::RecordCorrespondence {
            with: Words::said(from),
            direction: Some(Direction::In),
            text: Words::said(text),
            told_on: None,
            answers: None,
        }
    }

    /// Files they sent, as evidence.
    pub fn sent_in(&self, what: String) -> Command {
        let from =
            if self.acts_for_them() { "Whoever acts for the resident" } else { "The resident" };
        let from = Some(Words::said(from));
        Command::RecordEvidence { what: Words::said(what), from, how: None, answers: None }
    }

    /// What is said where the desk would not take it.
    pub fn trouble(&self, declined: &Declined) -> FormErrors {
        let t = self.heard.tongue;
        let number = &self.case.surroundings.landlord.telephone;
        FormErrors::top(match declined {
            Declined::Refused(_) | Declined::NotAllowed { .. } => {
                t.with("not-now", "number", number)
            }
            Declined::Busy | Declined::NotSaved(_) | Declined::KeyReused => t.say("not-saved"),
            _ => t.with("not-saved-fault", "number", number),
        })
    }
}
