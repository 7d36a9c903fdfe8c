//! What is said of e-mail that came in: what became of it and why, and what whoever judges it
//! should know about how it was read.

use crate::mail::files::{Held, Why};
use crate::mail::kind::Machine;
use crate::mail::limits::TooMuch;
use crate::mail::read::{Mail, Mark, Unreadable};

/// It is a new contact.
pub const NEW: &str = "new";
/// It carried the token of a case.
pub const TOKEN: &str = "token";
/// It answers a message of ours.
pub const ANSWER: &str = "answer";
/// There is more of it than anybody reads.
pub const TOO_LARGE: &str = "too-large";
/// The same, and it was left where it is.
pub const LEFT: &str = "left";
/// The rules did not take it.
pub const REFUSED: &str = "refused";
/// Something of ours did not arrive.
pub const BOUNCE: &str = "bounce";
/// It was tried several times and failed.
pub const FAILED: &str = "failed";

/// The code for a machine.
pub fn machine(machine: Machine) -> &'static str {
    match machine {
        Machine::Loop => "loop",
        Machine::Bounce => BOUNCE,
        Machine::Receipt => "receipt",
        Machine::AutoReply => "auto-reply",
        Machine::Automatic => "automatic",
        Machine::List => "list",
    }
}

/// The code for what could not be read.
pub fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "empty",
        Unreadable::NoMail => "no-mail",
        Unreadable::TooMuch(TooMuch::Bytes) => TOO_LARGE,
        Unreadable::TooMuch(TooMuch::Parts) => "too-many-parts",
        Unreadable::TooMuch(TooMuch::Depth) => "too-deep",
        Unreadable::TooMuch(TooMuch::Header) => "long-header",
        Unreadable::Broke => "broke",
    }
}

/// The sentence for a code.
pub fn why(code: &str) -> &'static str {
    match code {
        "new" => "a new contact, for somebody to judge",
        "token" => "it carries the token of this case",
        "answer" => "it answers a message of ours about this case",
        "loop" => "our own mail came back",
        "bounce" => "something we sent did not arrive",
        "receipt" => "a note that something was read or delivered",
        "auto-reply" => "an automatic reply",
        "automatic" => "written by a program, not by a person",
        "list" => "a circular or a mailing list",
        "empty" => "there is nothing in it",
        "no-mail" => "it is not an e-mail",
        "too-large" => "it is larger than 50 MB, too large to show",
        "left" => "it is larger than 50 MB and was left in the mailbox; only its header is here",
        "too-many-parts" => "it has more than 500 parts, too complex to show",
        "too-deep" => "its parts are nested more than 30 deep, too complex to show",
        "long-header" => "its header is longer than 64 KB, too complex to show",
        "refused" => "it could not be recorded as a contact",
        "failed" => "taking it in failed three times",
        _ => "it could not be read",
    }
}

/// What a bounce says, by its code (RFC 3463): what is wrong, and so what to do.
pub fn came_back(status: Option<&str>) -> String {
    let code = status.unwrap_or_default().trim();
    let mut figures = code.split('.').skip(1);
    let what = match (figures.next(), figures.next()) {
        (Some("1"), Some("2" | "4")) => "there is no mail server of that name",
        (Some("1"), _) => "there is no such address",
        (Some("2"), Some("1")) => "their mailbox is switched off",
        (Some("2"), Some("2")) => "their mailbox is full",
        (Some("2"), _) => "their mailbox does not take it",
        (Some("3"), Some("4")) => "it is too large for their mail server",
        (Some("4"), _) => "their mail server could not be reached for too long",
        (Some("7"), _) => "their mail server refuses mail from us",
        _ => "it could not be delivered",
    };
    if code.is_empty() {
        format!("The e-mail came back: {what}.")
    } else {
        format!("The e-mail came back: {what} ({code}).")
    }
}

/// What somebody wrote, as it is recorded: the subject first, then the rest.
pub fn their_words(mail: &Mail) -> String {
    let subject = mail.subject.trim();
    match (subject.is_empty(), mail.text.is_empty()) {
        (true, true) => "(An e-mail without words)".to_owned(),
        (false, true) => subject.to_owned(),
        (true, false) => mail.text.clone(),
        (false, false) => format!("{subject}\n\n{}", mail.text),
    }
}

/// What somebody is called who does not say who they are.
pub fn nobody() -> String {
    "Sender unknown".to_owned()
}

/// What whoever judges it should know about how it was read; none where it is as it looks.
pub fn note(mail: &Mail) -> Option<String> {
    let mut lines: Vec<String> = mail.marks.iter().map(|it| mark(*it).to_owned()).collect();
    lines.extend(mail.held.iter().map(held));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::NoSender => "It does not say who sent it. No answer can be sent.",
        Mark::NoWords => "There are no words in it.",
        Mark::SignatureOnly => "There is nothing in it but a signature.",
        Mark::FromPage => "It came as a page and is shown as plain text.",
        Mark::Damaged => "Some of it was damaged. This is the best reading; the original is kept.",
        Mark::Cut => "It is longer than 200,000 characters. The rest stands in the original.",
        Mark::OtherAddress => {
            "It came from another address than the one our letter went to. Who wrote it is not proved."
        }
        Mark::AnswersElsewhere => "It asks for answers to go to another address than its own.",
    }
}

fn held(held: &Held) -> String {
    let why = match held.why {
        Why::Virus => "it carries the mark of a virus test and stays locked away",
        Why::Archive => "it is an archive. Ask for what is in it, unpacked",
        Why::Sealed => "it is encrypted or wrapped, and cannot be read here. Ask for it as PDF",
        Why::Kind => "it is not a kind of file we take. Ask for it as PDF or as a picture",
        Why::TooMany => "there were more than 100 files",
    };
    format!("Held back: {} – {why}.", held.name)
}
