//! A letter as a message: text and HTML of the same words, its paper attached, and headers by
//! which an answer, a bounce or a repeat is known.

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MessageBuilder, MultiPart, SinglePart};

use crate::desk::post::clockwork::Outgoing;
use crate::desk::post::signed::is_address;
use crate::desk::slips::Slip;
use crate::mail::kind::OURS;
use crate::worker::smtp::Message;

/// Why no message could be made. It names no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The landlord's own address cannot stand in a header.
    Sender,
    /// The person's cannot.
    Recipient,
    /// Something that would stand in a header holds a line break.
    LineBreak,
    /// The message could not be built.
    Body,
}

impl Unfit {
    /// What a person is told.
    pub fn words(self) -> &'static str {
        match self {
            Self::Sender => "Our own e-mail address in the settings is not an e-mail address.",
            Self::Recipient => "The person's e-mail address is not an e-mail address.",
            Self::LineBreak => "A line of its head would hold a line break.",
            Self::Body => "The message could not be made.",
        }
    }
}

/// What a machine writes to a person of the house.
pub struct Notice {
    /// The landlord, by id.
    pub landlord: String,
    pub sender: String,
    pub from: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub message_id: String,
}

/// The message of a letter. `answers_to` is the address to which a token is added.
///
/// # Errors
/// What cannot stand in a message.
pub fn letter(it: &Outgoing, answers_to: &str, at: Timestamp) -> Result<Message, Unfit> {
    let token = &it.dispatch.token;
    let reply_to = with_token(answers_to, token).ok_or(Unfit::Sender)?;
    let bounces = with_token(answers_to, &format!("b-{token}")).ok_or(Unfit::Sender)?;
    let landlord = it.scope.landlord();
    for line in [&it.sender, &it.subject, &it.lang, &it.dispatch.message_id] {
        one_line(line)?;
    }
    one_line(landlord)?;
    let id = &it.dispatch.id;
    let bodies = bodies(id, (&it.text, &it.html));
    let builder = lettre::Message::builder()
        .message_id(Some(format!("<{}>", it.dispatch.message_id)))
        .date(SystemTime::from(at))
        .from(mailbox(&it.sender, &it.from).ok_or(Unfit::Sender)?)
        .reply_to(mailbox(&it.sender, &reply_to).ok_or(Unfit::Sender)?)
        .to(Mailbox::new(None, address(&it.to).ok_or(Unfit::Recipient)?))
        .subject(it.subject.clone())
        .raw_header(raw(OURS, landlord))
        .raw_header(raw("Content-Language", &it.lang));
    let builder = match it.auto_submitted {
        Some(how) => builder
            .raw_header(raw("Auto-Submitted", how))
            .raw_header(raw("X-Auto-Response-Suppress", "All")),
        None => builder,
    };
    let built = match &it.attached {
        Some((name, paper)) => {
            one_line(name)?;
            let pdf = ContentType::parse("application/pdf").map_err(|_| Unfit::Body)?;
            let whole = MultiPart::mixed()
                .boundary(format!("letter-{id}"))
                .multipart(bodies)
                .singlepart(Attachment::new(name.clone()).body(paper.clone(), pdf));
            builder.multipart(whole)
        }
        None => builder.multipart(bodies),
    };
    let built = built.map_err(|_| Unfit::Body)?;
    // Nobody is told where something a machine wrote does not arrive (RFC 3834).
    let return_path = match it.auto_submitted {
        Some(_) => None,
        None => Some(address(&bounces).ok_or(Unfit::Sender)?),
    };
    let to = address(&it.to).ok_or(Unfit::Recipient)?;
    Ok(Message { return_path, to, bytes: built.formatted() })
}

/// The same words as text and as a page.
fn bodies(id: &str, (text, html): (&str, &str)) -> MultiPart {
    MultiPart::alternative()
        .boundary(format!("bodies-{id}"))
        .singlepart(SinglePart::plain(text.to_owned()))
        .singlepart(SinglePart::html(html.to_owned()))
}

/// The message of a slip: marked as a machine's, with an empty return path.
///
/// # Errors
/// What cannot stand in a message.
pub fn slip(it: &Slip, at: Timestamp) -> Result<Message, Unfit> {
    for line in [&it.sender, &it.subject, &it.lang, &it.message_id, &it.landlord] {
        one_line(line)?;
    }
    let to = address(&it.to).ok_or(Unfit::Recipient)?;
    let from = mailbox(&it.sender, &it.from).ok_or(Unfit::Sender)?;
    let boundary = it.message_id.split('@').next().unwrap_or_default();
    let built =
        by_machine((&it.message_id, at), (from, &to), (&it.subject, &it.lang), &it.landlord)
            .multipart(bodies(boundary, (&it.text, &it.html)))
            .map_err(|_| Unfit::Body)?;
    Ok(Message { return_path: None, to, bytes: built.formatted() })
}

/// The message of a notice to staff: marked as a machine's (RFC 3834), with an empty return path,
/// so that no machine answers it.
///
/// # Errors
/// What cannot stand in a message.
pub fn notice(it: &Notice, at: Timestamp) -> Result<Message, Unfit> {
    for line in [&it.sender, &it.subject, &it.message_id, &it.landlord] {
        one_line(line)?;
    }
    let to = address(&it.to).ok_or(Unfit::Recipient)?;
    let from = mailbox(&it.sender, &it.from).ok_or(Unfit::Sender)?;
    let built = by_machine((&it.message_id, at), (from, &to), (&it.subject, "en-GB"), &it.landlord)
        .singlepart(SinglePart::plain(it.text.clone()))
        .map_err(|_| Unfit::Body)?;
    Ok(Message { return_path: None, to, bytes: built.formatted() })
}

/// The head of a message that the program writes by itself, marked as such (RFC 3834).
fn by_machine(
    (message_id, at): (&str, Timestamp),
    (from, to): (Mailbox, &Address),
    (subject, lang): (&str, &str),
    landlord: &str,
) -> MessageBuilder {
    lettre::Message::builder()
        .message_id(Some(format!("<{message_id}>")))
        .date(SystemTime::from(at))
        .from(from)
        .to(Mailbox::new(None, to.clone()))
        .subject(subject)
        .raw_header(raw(OURS, landlord))
        .raw_header(raw("Auto-Submitted", "auto-generated"))
        .raw_header(raw("X-Auto-Response-Suppress", "All"))
        .raw_header(raw("Content-Language", lang))
}

/// An address with a token behind a plus sign.
fn with_token(address: &str, token: &str) -> Option<String> {
    let (local, domain) = address.trim().rsplit_once('@')?;
    let made = format!("{local}+{token}@{domain}");
    is_address(&made).then_some(made)
}

fn address(text: &str) -> Option<Address> {
    let text = text.trim();
    if is_address(text) { text.parse().ok() } else { None }
}

fn mailbox(name: &str, text: &str) -> Option<Mailbox> {
    Some(Mailbox::new(Some(name.to_owned()), address(text)?))
}

fn one_line(text: &str) -> Result<(), Unfit> {
    if text.chars().any(char::is_control) { Err(Unfit::LineBreak) } else { Ok(()) }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use redress_store::Scope;
    use redress_store::dispatch::{Dispatch, State, Way};

    use super::{Notice, Unfit, letter, notice};
    use crate::desk::post::clockwork::Outgoing;

    fn outgoing() -> Outgoing {
        Outgoing {
            scope: Scope::of("rowan-homes"),
            dispatch: Dispatch {
                id: "d1".to_owned(),
                complaint: "c1".to_owned(),
                letter: "response-stage-1".to_owned(),
                number: 1,
                addressee: "person".to_owned(),
                way: Way::Email,
                state: State::Sending,
                token: "0123456789abcdef".to_owned(),
                message_id: "d1.00ff@rowan.example".to_owned(),
                dated: date(2025, 4, 10),
                due_on: None,
                paper: String::new(),
                print: "standard".to_owned(),
                address: String::new(),
                attempts: 1,
                first_tried_at: None,
                try_at: None,
                claimed_at: None,
                answer: String::new(),
                batch: None,
                piece: None,
                copies: 0,
                left_on: None,
                made_at: Timestamp::UNIX_EPOCH,
                changed_at: Timestamp::UNIX_EPOCH,
            },
            sender: "Rowan Homes".to_owned(),
            from: "complaints@rowan.example".to_owned(),
            to: "joyce@example.org".to_owned(),
            lang: "en-GB".to_owned(),
            subject: "Your complaint RH-1: stage 1 response".to_owned(),
            text: "Dear Joyce".to_owned(),
            html: "<article>Dear Joyce</article>".to_owned(),
            attached: Some(("rh-1.pdf".to_owned(), b"%PDF-".to_vec())),
            auto_submitted: None,
        }
    }

    fn why(change: impl FnOnce(&mut Outgoing)) -> Option<Unfit> {
        let mut it = outgoing();
        change(&mut it);
        let answers_to = it.from.clone();
        letter(&it, &answers_to, Timestamp::UNIX_EPOCH).err()
    }

    #[test]
    fn the_same_letter_is_the_same_message() {
        let made = || {
            let answers_to = "complaints@rowan.example";
            letter(&outgoing(), answers_to, Timestamp::UNIX_EPOCH).map(|it| it.bytes).ok()
        };
        assert!(made().is_some_and(|bytes| !bytes.is_empty()));
        assert_eq!(made(), made());
    }

    #[test]
    fn nothing_that_could_become_another_header_gets_into_one() {
        let evil = "x\r\nBcc: everybody@example.org";
        assert_eq!(why(|it| evil.clone_into(&mut it.subject)), Some(Unfit::LineBreak));
        assert_eq!(why(|it| evil.clone_into(&mut it.sender)), Some(Unfit::LineBreak));
        assert_eq!(why(|it| evil.clone_into(&mut it.lang)), Some(Unfit::LineBreak));
        assert_eq!(
            why(|it| it.attached = Some((evil.to_owned(), Vec::new()))),
            Some(Unfit::LineBreak)
        );
        assert_eq!(
            why(|it| "a\nb".clone_into(&mut it.dispatch.message_id)),
            Some(Unfit::LineBreak)
        );
        let to = "joyce@example.org\r\nRCPT TO:<all@example.org>";
        assert_eq!(why(|it| to.clone_into(&mut it.to)), Some(Unfit::Recipient));
        let two = "joyce@example.org,ben@example.org";
        assert_eq!(why(|it| two.clone_into(&mut it.to)), Some(Unfit::Recipient));
        assert_eq!(why(|it| it.from = "nobody".to_owned()), Some(Unfit::Sender));
        assert_eq!(why(|it| it.dispatch.token = "t>\r\nDATA".to_owned()), Some(Unfit::Sender));
        assert_eq!(why(|_| {}), None);
    }

    #[test]
    fn what_a_machine_writes_says_so_and_nobody_is_told_of_its_failure() {
        let made = notice(
            &Notice {
                landlord: "rowan-homes".to_owned(),
                sender: "Rowan Homes".to_owned(),
                from: "complaints@rowan.example".to_owned(),
                to: "amira@rowan.example".to_owned(),
                subject: "Complaints: 1 late".to_owned(),
                text: "A list".to_owned(),
                message_id: "m1@rowan.example".to_owned(),
            },
            Timestamp::UNIX_EPOCH,
        );
        let Ok(made) = made else { panic!("no message") };
        assert_eq!(made.return_path, None);
        let text = String::from_utf8_lossy(&made.bytes);
        assert!(text.contains("Auto-Submitted: auto-generated\r\n"), "{text}");
        assert!(text.contains("X-Redress: rowan-homes\r\n"), "{text}");
    }

    #[test]
    fn a_receipt_says_that_a_machine_wrote_it_and_wants_no_failure_back() {
        let receipt =
            Outgoing { auto_submitted: Some("auto-replied"), attached: None, ..outgoing() };
        let answers_to = receipt.from.clone();
        let Ok(made) = letter(&receipt, &answers_to, Timestamp::UNIX_EPOCH) else {
            panic!("no message")
        };
        assert_eq!(made.return_path, None);
        let text = String::from_utf8_lossy(&made.bytes);
        assert!(text.contains("Auto-Submitted: auto-replied\r\n"), "{text}");
        assert!(text.contains("X-Redress: rowan-homes\r\n"), "{text}");
        assert!(!text.contains("application/pdf"), "{text}");
    }
}
