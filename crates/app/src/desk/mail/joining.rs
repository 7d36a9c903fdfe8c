//! Which case a message answers: by the secret in the address it was sent to or in its subject, or
//! by the id of a message of ours. Nothing else it says about itself counts, least of all its sender.

use redress_store::Scope;
use redress_store::dispatch::{self, Dispatch};

use crate::desk::{Declined, Desk};
use crate::mail::read::{Mail, Mark};
use crate::mail::sender;
use crate::words;

/// How long a secret is, in hexadecimal figures.
const SECRET: usize = 32;
/// How many secrets and ids of one message are looked up.
const MOST: usize = 50;

/// The letter of ours that a message answers, and how that is known.
pub struct Answered {
    pub dispatch: Dispatch,
    pub why: &'static str,
}

impl Desk {
    /// The letter of this landlord that a message answers.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub(super) async fn answered(
        &self,
        scope: &Scope,
        mail: &Mail,
    ) -> Result<Option<Answered>, Declined> {
        for secret in secrets(mail).into_iter().take(MOST) {
            if let Some((owner, dispatch)) = dispatch::by_token(&self.db, &secret).await?
                && owner == *scope
            {
                return Ok(Some(Answered { dispatch, why: words::mail::TOKEN }));
            }
        }
        let returned = mail.bounce.iter().flat_map(|bounce| &bounce.ids);
        for id in mail.answers.iter().chain(returned).take(MOST) {
            if let Some((owner, dispatch)) = dispatch::by_message_id(&self.db, id).await?
                && owner == *scope
            {
                return Ok(Some(Answered { dispatch, why: words::mail::ANSWER }));
            }
        }
        Ok(None)
    }

    /// A bounce of one of our letters: its clock runs again and whoever sees to the post is told,
    /// once. A server that only says it is still trying changes nothing.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub(super) async fn came_back(
        &self,
        scope: &Scope,
        mail: &Mail,
        dispatch: &Dispatch,
    ) -> Result<(), Declined> {
        let bounce = mail.bounce.clone().unwrap_or_default();
        if !bounce.is_final() {
            return Ok(());
        }
        let why = words::mail::came_back(bounce.status.as_deref());
        match self.bounced(scope, &dispatch.id, &why).await {
            // It came back before, or somebody saw to the letter meanwhile.
            Err(Declined::Refused(_)) | Ok(()) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Whether a message is one of our own letters come back.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub(super) async fn is_our_own(&self, mail: &Mail) -> Result<bool, Declined> {
        match &mail.id {
            Some(id) => Ok(dispatch::by_message_id(&self.db, id).await?.is_some()),
            None => Ok(false),
        }
    }
}

/// Says where a reply comes from another address than the one its letter went to.
pub(super) fn compare(mail: &mut Mail, dispatch: &Dispatch) {
    let theirs = mail.sender.as_ref().map(sender::Sender::key);
    let known = sender::key(&dispatch.address);
    if known.contains('@') && theirs.is_some_and(|key| key != known) {
        mail.marks.push(Mark::OtherAddress);
    }
}

/// Everything in a message that could be a secret of ours.
fn secrets(mail: &Mail) -> Vec<String> {
    let in_addresses = mail.recipients.iter().filter_map(|address| {
        let (local, _) = address.rsplit_once('@')?;
        let (_, tag) = local.split_once('+')?;
        Some(tag.strip_prefix("b-").unwrap_or(tag).to_lowercase())
    });
    let in_subject =
        mail.subject.split(|it: char| !it.is_ascii_alphanumeric()).map(str::to_lowercase);
    let mut found: Vec<String> =
        in_addresses.chain(in_subject).filter(|it| is_secret(it)).collect();
    found.dedup();
    found
}

fn is_secret(text: &str) -> bool {
    text.len() == SECRET && text.chars().all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::secrets;
    use crate::mail::read::Mail;

    #[test]
    fn a_secret_is_seen_in_an_address_and_in_a_subject_and_nowhere_else() {
        let secret = "0123456789abcdef0123456789abcdef";
        let mail = Mail {
            recipients: vec![
                format!("complaints+{secret}@rowan.example"),
                "complaints+billing@rowan.example".to_owned(),
                format!("{secret}@elsewhere.example"),
            ],
            subject: "Re: About your complaint [FEDCBA98-76543210]".to_owned(),
            text: secret.to_owned(),
            ..Mail::default()
        };
        assert_eq!(secrets(&mail), vec![secret.to_owned()]);
        let bounced = Mail {
            recipients: vec![format!("complaints+b-{secret}@rowan.example")],
            ..Mail::default()
        };
        assert_eq!(secrets(&bounced), vec![secret.to_owned()]);
        let subject = Mail { subject: format!("Re: yours [{secret}]"), ..Mail::default() };
        assert_eq!(secrets(&subject), vec![secret.to_owned()]);
    }
}
