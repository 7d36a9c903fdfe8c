//! Whether a machine wrote a message: bounces, receipts, automatic replies, circulars, and our own
//! mail coming back. None of them is ever answered, and none of them opens a complaint.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use crate::mail::sender::{self, Sender};

/// The header that every message of ours carries.
pub const OURS: &str = "X-Redress";
/// So many hops, and a message goes in circles.
const HOPS: usize = 50;

/// What kind of machine wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// Our own mail come back to us.
    Loop,
    /// Something of ours that did not arrive.
    Bounce,
    /// A note that something was read or delivered.
    Receipt,
    /// An automatic reply: out of office, on holiday.
    AutoReply,
    /// Written by a program without being asked.
    Automatic,
    /// A circular or a list.
    List,
}

/// Who we are, in messages.
#[derive(Clone, Debug, Default)]
pub struct Ours {
    /// The addresses that are ours, as addresses are compared.
    pub addresses: Vec<String>,
}

impl Ours {
    /// These addresses are ours.
    pub fn of<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Self {
        let known = addresses.into_iter().filter(|it| it.contains('@'));
        Self { addresses: known.map(sender::key).collect() }
    }

    fn is(&self, address: &str) -> bool {
        self.addresses.contains(&sender::key(address))
    }
}

/// The machine that wrote it, if one did.
pub fn machine(message: &Message<'_>, from: Option<&Sender>, ours: &Ours) -> Option<Machine> {
    let has = |name: &'static str| message.header_raw(name).is_some();
    let says = |name: &'static str| {
        message.header_raw(name).map(|value| value.trim().to_lowercase()).unwrap_or_default()
    };
    let report = report(message.root_part());
    if report.as_deref() == Some("delivery-status") {
        return Some(Machine::Bounce);
    }
    if report.as_deref() == Some("disposition-notification") {
        return Some(Machine::Receipt);
    }
    if has(OURS)
        || from.is_some_and(|it| ours.is(&it.address))
        || HOPS < message.header_values("Received").count()
    {
        return Some(Machine::Loop);
    }
    let local = from.map(|it| it.address.split('@').next().unwrap_or_default().to_lowercase());
    let subject = message.subject().unwrap_or_default().trim().to_lowercase();
    let system = matches!(local.as_deref(), Some("mailer-daemon" | "postmaster"));
    if has("X-Failed-Recipients") || local.as_deref() == Some("mailer-daemon") {
        return Some(Machine::Bounce);
    }
    if system && (null_sender(message) || FAILED.iter().any(|it| subject.starts_with(it))) {
        return Some(Machine::Bounce);
    }
    let submitted = says("Auto-Submitted");
    let submitted = submitted.split([';', ' ']).next().unwrap_or_default();
    let precedence = says("Precedence");
    let answers = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From"];
    let away = AWAY.iter().any(|it| subject.starts_with(it));
    let quiet = has("X-Auto-Response-Suppress") || null_sender(message);
    if submitted == "auto-replied"
        || submitted == "auto-notified"
        || precedence.replace('-', "_") == "auto_reply"
        || answers.into_iter().any(|name| has(name) && says(name) != "no")
        || (away && (quiet || has("In-Reply-To") || !matches!(submitted, "" | "no")))
    {
        return Some(Machine::AutoReply);
    }
    if ["List-Id", "List-Post", "List-Unsubscribe"].into_iter().any(has)
        || matches!(precedence.as_str(), "bulk" | "list" | "junk")
    {
        return Some(Machine::List);
    }
    (!matches!(submitted, "" | "no")).then_some(Machine::Automatic)
}

/// How subjects begin that say something did not arrive.
const FAILED: &[&str] = &[
    "undeliver",
    "delivery status notification",
    "mail delivery failed",
    "failure notice",
    "returned mail",
    "delivery failure",
];
/// What subjects say of a message that is still being tried.
const STILL_TRYING: &[&str] = &["warning:", "delayed", "(delay)"];
/// How subjects begin that say somebody is away.
const AWAY: &[&str] = &["automatic reply", "auto-reply", "autoreply", "out of office", "auto:"];

/// Whether it wants no answer to come back: an empty return path.
fn null_sender(message: &Message<'_>) -> bool {
    message.header_raw("Return-Path").is_some_and(|path| path.trim() == "<>")
}

fn report(root: &MessagePart<'_>) -> Option<String> {
    let kind = root.content_type()?;
    let is_report = kind.ctype().eq_ignore_ascii_case("multipart")
        && kind.subtype().is_some_and(|it| it.eq_ignore_ascii_case("report"));
    is_report.then(|| kind.attribute("report-type").unwrap_or_default().to_lowercase())
}

/// Whether an automatic answer may go to whoever sent it. Machines are never answered at all.
pub fn answerable(message: &Message<'_>, from: Option<&Sender>) -> bool {
    let suppressed = message.header_raw("X-Auto-Response-Suppress").is_some_and(|value| {
        let value = value.to_lowercase();
        ["all", "oof", "autoreply"].iter().any(|it| value.contains(it))
    });
    from.is_some_and(|it| !sender::reads_nothing(&it.address))
        && !suppressed
        && !null_sender(message)
}

/// What a bounce says about the message that did not arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounce {
    /// Whom it did not reach.
    pub recipient: Option<String>,
    /// The code, "5.1.1".
    pub status: Option<String>,
    /// What became of it: "failed", "delayed".
    pub action: Option<String>,
    /// Ids of the message that came back.
    pub ids: Vec<String>,
}

impl Bounce {
    /// Whether it never arrives: nobody tries it any more. A server that gave up after days says
    /// "failed" beside a code of the passing kind (RFC 3464), so the word comes before the code.
    pub fn is_final(&self) -> bool {
        match self.action.as_deref() {
            Some(action) => action == "failed",
            None => self.status.as_deref().is_none_or(|code| code.starts_with('5')),
        }
    }
}

/// Reads a bounce.
pub fn bounce(message: &Message<'_>) -> Bounce {
    let mut found = Bounce::default();
    for part in &message.parts {
        if let PartType::Message(inner) = &part.body {
            found.ids.extend(inner.message_id().map(str::to_owned));
            continue;
        }
        let kind = part.content_type().map(|it| {
            format!("{}/{}", it.ctype(), it.subtype().unwrap_or_default()).to_lowercase()
        });
        match kind.as_deref() {
            Some("message/delivery-status") => {
                let text = String::from_utf8_lossy(part.contents());
                found.recipient = line(&text, "final-recipient:")
                    .or_else(|| line(&text, "original-recipient:"))
                    .map(|it| it.rsplit(';').next().unwrap_or_default().trim().to_owned());
                found.status = line(&text, "status:");
                found.action = line(&text, "action:").map(|it| it.to_lowercase());
            }
            Some("text/rfc822-headers" | "message/rfc822") => {
                let text = String::from_utf8_lossy(part.contents());
                found.ids.extend(line(&text, "message-id:").map(|it| bare(&it)));
            }
            _ => {}
        }
    }
    if found.recipient.is_none() {
        let failed = message.header_raw("X-Failed-Recipients").map(|it| it.trim().to_owned());
        found.recipient = failed;
    }
    let subject = message.subject().unwrap_or_default().trim().to_lowercase();
    if found.action.is_none() && STILL_TRYING.iter().any(|it| subject.contains(it)) {
        found.action = Some("delayed".to_owned());
    }
    found
}

/// An id without what stands around it.
fn bare(id: &str) -> String {
    id.trim().trim_start_matches('<').trim_end_matches('>').to_owned()
}

fn line(text: &str, name: &str) -> Option<String> {
    text.lines()
        .find(|line| line.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)))
        .and_then(|line| line.get(name.len()..))
        .map(|value| value.trim().chars().take(300).collect())
}
