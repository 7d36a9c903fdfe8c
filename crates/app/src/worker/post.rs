//! The post going out by e-mail: claimed, handed over, written down. A letter that was claimed and
//! never answered for is never sent again by itself.

use std::path::Path;
use std::time::Duration;

use jiff::SignedDuration;
use redress_store::dispatch::{self, State};

use crate::config::{Smtp, SmtpTls};
use crate::desk::post::clockwork::Claimed;
use crate::desk::post::signed::is_address;
use crate::desk::{Declined, Desk};
use crate::worker::mail;
use crate::worker::slips;
use crate::worker::smtp::{self, Secrecy, Server, Told};

/// How often the post is looked at.
const OFTEN: Duration = Duration::from_secs(15);
/// How many letters one round takes.
const ROUND: i64 = 50;

/// The mail room: the server, and where answers go.
#[derive(Clone)]
pub struct MailRoom {
    pub server: Server,
    /// The address to which a token is added; the landlord's own where nothing is said.
    pub answers_to: Option<String>,
    /// After how long a letter that was claimed and never answered for is unknown.
    pub answer_within: SignedDuration,
}

impl MailRoom {
    /// The mail room of the settings: files are read once, at the start.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub fn open(smtp: &Smtp) -> Result<Self, String> {
        let host = smtp.host.trim();
        let here = matches!(host, "localhost" | "127.0.0.1" | "::1");
        let secrecy = match smtp.tls {
            SmtpTls::Starttls => Secrecy::StartTls,
            SmtpTls::Wrapped => Secrecy::Wrapped,
            SmtpTls::None if here => Secrecy::None,
            SmtpTls::None => {
                return Err(
                    "smtp: without TLS only a mail server on this machine is spoken to".to_owned()
                );
            }
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
        if host.is_empty() || !host.chars().all(plain) {
            return Err("smtp: host is no name of a machine".to_owned());
        }
        if smtp.answers_to.as_deref().is_some_and(|it| !is_address(it)) {
            return Err("smtp: answers-to is no e-mail address".to_owned());
        }
        let credentials = match (&smtp.user, &smtp.password_file) {
            (None, None) => None,
            (Some(user), Some(file)) => {
                let text = read(file)?;
                let password = text.lines().next().unwrap_or_default().to_owned();
                Some((user.clone(), password))
            }
            _ => return Err("smtp: user and password-file go together".to_owned()),
        };
        if credentials.is_some() && secrecy == Secrecy::None && !here {
            return Err("smtp: a password is never sent in clear".to_owned());
        }
        let authority = match &smtp.authority_file {
            Some(file) => Some(read(file)?.into_bytes()),
            None => None,
        };
        let usual = if secrecy == Secrecy::Wrapped { 465 } else { 587 };
        Ok(Self {
            server: Server {
                host: host.to_owned(),
                port: smtp.port.unwrap_or(usual),
                secrecy,
                credentials,
                authority,
                patience: Duration::from_secs(smtp.patience_seconds.unwrap_or(60)),
            },
            answers_to: smtp.answers_to.clone(),
            answer_within: SignedDuration::from_secs(
                i64::try_from(smtp.answer_within_seconds.unwrap_or(600)).unwrap_or(600),
            ),
        })
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|why| format!("smtp: {}: {why}", file.display()))
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub left: u32,
    pub later: u32,
    pub failed: u32,
    pub unknown: u32,
    pub held: u32,
    /// Letters that could not be made ready; they are tried again in the next round.
    pub stuck: u32,
}

/// Sends what is due, for ever. What fails is logged and tried again.
pub async fn keep_sending(desk: Desk, room: MailRoom) {
    loop {
        match round(&desk, &room).await {
            Ok(done) if done == Round::default() => {}
            Ok(done) => tracing::info!(
                left = done.left,
                later = done.later,
                failed = done.failed,
                unknown = done.unknown,
                held = done.held,
                stuck = done.stuck,
                "post"
            ),
            Err(declined) => tracing::warn!(?declined, "the post did not finish its round"),
        }
        slips::round(&desk, &room).await;
        // A slip goes at once; whoever asked for it waits.
        let _ = tokio::time::timeout(OFTEN, desk.slips().rings()).await;
    }
}

/// One round: what was never answered for becomes unknown, then what is due is sent.
///
/// # Errors
/// The records cannot be reached.
pub async fn round(desk: &Desk, room: &MailRoom) -> Result<Round, Declined> {
    let mut done = Round::default();
    let before = desk.now().saturating_sub(room.answer_within).unwrap_or_else(|_| desk.now());
    for (scope, it) in dispatch::unanswered(&desk.db, before).await? {
        desk.mail_unknown(&scope, &it, "Redress stopped before the answer was written down.")
            .await?;
        done.unknown += 1;
    }
    for (scope, it) in dispatch::mail_due(&desk.db, desk.now(), ROUND).await? {
        let outgoing = match desk.claim_mail(&scope, &it).await {
            Ok(Claimed::Ours(outgoing)) => outgoing,
            Ok(Claimed::Held) => {
                done.held += 1;
                continue;
            }
            Ok(Claimed::NotOurs) => continue,
            // One letter that cannot be made keeps no other from leaving.
            Err(declined) => {
                tracing::error!(dispatch = it.id, ?declined, "a letter could not be made ready");
                done.stuck += 1;
                continue;
            }
        };
        let answers_to = room.answers_to.clone().unwrap_or_else(|| outgoing.from.clone());
        let claimed = &outgoing.dispatch;
        let told = match mail::letter(&outgoing, &answers_to, desk.now()) {
            Ok(message) => smtp::hand_over(&room.server, &message).await,
            Err(unfit) => Told::Refused(unfit.words().to_owned()),
        };
        match told {
            Told::Taken(answer) => {
                desk.mail_taken(&scope, claimed, &answer).await?;
                done.left += 1;
            }
            Told::Later(answer) => match desk.mail_put_off(&scope, claimed, &answer).await? {
                State::Failed => done.failed += 1,
                _ => done.later += 1,
            },
            Told::Refused(answer) => {
                desk.mail_refused(&scope, claimed, &answer).await?;
                done.failed += 1;
            }
            Told::Unknown(answer) => {
                desk.mail_unknown(&scope, claimed, &answer).await?;
                done.unknown += 1;
            }
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use crate::config::read;
    use crate::worker::post::MailRoom;
    use crate::worker::smtp::Secrecy;

    fn open(lines: &str) -> Result<MailRoom, String> {
        let config = read(&format!("[smtp]\n{lines}\n")).map_err(|(message, _)| message)?;
        config.smtp.as_ref().map_or_else(|| Err("no mail server".to_owned()), MailRoom::open)
    }

    #[test]
    fn a_mail_server_is_spoken_to_over_tls_unless_it_is_on_this_machine() {
        let server = |lines| open(lines).map(|room| (room.server.secrecy, room.server.port));
        assert_eq!(server("host = \"smtp.rowan.example\""), Ok((Secrecy::StartTls, 587)));
        let wrapped = "host = \"smtp.rowan.example\"\ntls = \"wrapped\"";
        assert_eq!(server(wrapped), Ok((Secrecy::Wrapped, 465)));
        let here = "host = \"127.0.0.1\"\ntls = \"none\"\nport = 1025";
        assert_eq!(server(here), Ok((Secrecy::None, 1025)));
        for far in ["smtp.rowan.example", "10.0.0.1", "169.254.169.254", "localhost.example"] {
            let lines = format!("host = \"{far}\"\ntls = \"none\"");
            assert!(open(&lines).is_err(), "{far}");
        }
    }

    #[test]
    fn settings_that_cannot_be_right_are_told_at_the_start() {
        for (lines, says) in [
            ("host = \"\"", "no name of a machine"),
            ("host = \"smtp.rowan.example\\r\\nX\"", "no name of a machine"),
            ("host = \"https://smtp.rowan.example/\"", "no name of a machine"),
            ("host = \"a.b\"\nanswers-to = \"nobody\"", "no e-mail address"),
            ("host = \"a.b\"\nuser = \"x\"", "go together"),
            ("host = \"a.b\"\nuser = \"x\"\npassword-file = \"/nowhere/at/all\"", "/nowhere"),
            ("host = \"a.b\"\npassword = \"in the file\"", "unknown field"),
            ("port = 25", "missing field"),
        ] {
            let why = open(lines).err().unwrap_or_default();
            assert!(why.contains(says), "{lines}: {why}");
        }
    }
}
