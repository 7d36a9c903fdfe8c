//! Reading a message: who sent it, what it says, what hangs on it, and what a person should know
//! about how it was read.

use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::mail::files::{self, Found, Held, Why};
use crate::mail::kind::{self, Bounce, Machine, Ours};
use crate::mail::limits::{self, TooMuch};
use crate::mail::sender::{self, Sender};
use crate::mail::text;

/// A message that could be read.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// Who it says it is from; none where that cannot be said.
    pub sender: Option<Sender>,
    pub subject: String,
    /// Their words, as plain text; may be empty.
    pub text: String,
    /// Its own id, without brackets.
    pub id: Option<String>,
    /// Ids of the messages it answers.
    pub answers: Vec<String>,
    /// Every address it was sent to, as far as it says.
    pub recipients: Vec<String>,
    pub files: Vec<Found>,
    pub held: Vec<Held>,
    pub marks: Vec<Mark>,
    pub machine: Option<Machine>,
    /// What came back, where it is a bounce.
    pub bounce: Option<Bounce>,
    /// Whether an automatic answer may go out.
    pub answerable: bool,
}

/// What whoever judges it should know about how it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It does not say who sent it, or says so twice.
    NoSender,
    /// There is not a word in it.
    NoWords,
    /// Nothing but a signature.
    SignatureOnly,
    /// It came as a page only, and was made into text.
    FromPage,
    /// Some of it could not be read as it was meant.
    Damaged,
    /// It is longer than what is taken over.
    Cut,
    /// It asks for answers to go to another address.
    AnswersElsewhere,
    /// It came from another address than the one the letter it answers went to.
    OtherAddress,
}

/// Why a message could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is no e-mail at all.
    NoMail,
    /// There is too much of something.
    TooMuch(TooMuch),
    /// Reading it broke off.
    Broke,
}

/// Reads a message.
///
/// # Errors
/// Why it could not be read; it is for a person then.
pub fn read(raw: &[u8], ours: &Ours) -> Result<Mail, Unreadable> {
    if raw.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    limits::weigh(raw).map_err(Unreadable::TooMuch)?;
    let message = MessageParser::default().parse(raw).ok_or(Unreadable::NoMail)?;
    if limits::PARTS < parts(&message, 0) {
        return Err(Unreadable::TooMuch(TooMuch::Parts));
    }
    if !is_mail(&message) {
        return Err(Unreadable::NoMail);
    }
    let sender = sender::of(&message);
    let machine = kind::machine(&message, sender.as_ref(), ours);
    let mut mail = Mail {
        subject: text::clean(message.subject().unwrap_or_default()).0.replace('\n', " "),
        id: message.message_id().filter(|id| is_id(id)).map(str::to_owned),
        answers: ids(message.in_reply_to()).chain(ids(message.references())).collect(),
        recipients: recipients(&message),
        machine,
        bounce: (machine == Some(Machine::Bounce)).then(|| returned(&message)),
        answerable: machine.is_none() && kind::answerable(&message, sender.as_ref()),
        ..Mail::default()
    };
    let mut gathered = Gathered::default();
    gathered.take(&message, 0);
    let (words, lost, cut) = text::clean(&gathered.text);
    mail.text = words;
    mail.files = gathered.files;
    mail.held = gathered.held;
    mail.marks = marks(&mail, &message, sender.as_ref());
    for (mark, is_so) in [
        (Mark::FromPage, gathered.from_page),
        (Mark::Damaged, lost || gathered.damaged),
        (Mark::Cut, cut),
    ] {
        mail.marks.extend(is_so.then_some(mark));
    }
    mail.sender = sender;
    Ok(mail)
}

/// What came back, with ids that could be ours.
fn returned(message: &Message<'_>) -> Bounce {
    let mut bounce = kind::bounce(message);
    bounce.ids.retain(|id| is_id(id));
    bounce
}

fn marks(mail: &Mail, message: &Message<'_>, sender: Option<&Sender>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let Some(sender) = sender else { return with_words(vec![Mark::NoSender], mail) };
    let elsewhere = message.reply_to().map(sender::addresses).unwrap_or_default();
    if elsewhere.iter().any(|it| it.key() != sender.key()) {
        marks.push(Mark::AnswersElsewhere);
    }
    with_words(marks, mail)
}

fn with_words(mut marks: Vec<Mark>, mail: &Mail) -> Vec<Mark> {
    if mail.text.is_empty() {
        marks.push(Mark::NoWords);
    } else if text::is_signature_only(&mail.text) {
        marks.push(Mark::SignatureOnly);
    }
    marks
}

/// Whether anything in the header says that this is a message.
fn is_mail(message: &Message<'_>) -> bool {
    const TELLING: [&str; 12] = [
        "From",
        "To",
        "Cc",
        "Subject",
        "Date",
        "Message-ID",
        "Received",
        "Return-Path",
        "Reply-To",
        "Sender",
        "Delivered-To",
        "MIME-Version",
    ];
    TELLING.into_iter().any(|name| message.header_raw(name).is_some())
}

/// How many parts there are, messages within the message counted with theirs.
fn parts(message: &Message<'_>, depth: usize) -> usize {
    if limits::DEPTH < depth {
        return limits::PARTS + 1;
    }
    message.parts.iter().fold(0, |sum, part| match &part.body {
        PartType::Message(inner) => sum + 1 + parts(inner, depth + 1),
        _ => sum + 1,
    })
}

/// Whether it could be the id of a message.
fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 300 && !id.chars().any(char::is_control)
}

fn ids<'a>(value: &'a HeaderValue<'_>) -> impl Iterator<Item = String> + 'a {
    let one = value.as_text().into_iter();
    let many = value.as_text_list().into_iter().flatten().map(|it| it.as_ref());
    let found = if value.as_text().is_some() { (Some(one), None) } else { (None, Some(many)) };
    let all = found.0.into_iter().flatten().chain(found.1.into_iter().flatten());
    all.filter(|id| is_id(id)).take(100).map(str::to_owned)
}

/// Every address a message was sent to: what it says itself, and what servers on its way noted.
fn recipients(message: &Message<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["To", "Cc", "Resent-To"] {
        for value in message.header_values(name) {
            let all = value.as_address().map(sender::addresses).unwrap_or_default();
            found.extend(all.into_iter().map(|it| it.address));
        }
    }
    for name in ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"] {
        let raw = message.header_raw(name).unwrap_or_default().trim();
        found.push(raw.trim_start_matches('<').trim_end_matches('>').to_owned());
    }
    found.retain(|it| it.contains('@') && it.len() <= 320);
    found.truncate(200);
    found
}

/// Words and files, as they are met on the way through a message.
#[derive(Default)]
struct Gathered {
    text: String,
    files: Vec<Found>,
    held: Vec<Held>,
    from_page: bool,
    damaged: bool,
}

impl Gathered {
    fn take(&mut self, message: &Message<'_>, depth: usize) {
        let body: Vec<u32> = message.text_body.clone();
        for part in message.text_bodies() {
            self.damaged |= part.is_encoding_problem;
            match &part.body {
                PartType::Text(_) if part.is_encoding_problem => self.say(&rescued(part)),
                PartType::Text(words) => self.say(words),
                PartType::Html(page) => {
                    self.from_page = true;
                    self.say(&text::of_page(page));
                }
                _ => {}
            }
        }
        for id in &message.attachments {
            let Some(part) = message.part(*id) else { continue };
            match &part.body {
                PartType::Message(inner) if depth < limits::DEPTH => self.forwarded(inner, depth),
                PartType::Multipart(_) => {}
                // A page beside the same words as text is the same words.
                PartType::Html(_) if message.html_body.contains(id) => {}
                PartType::Text(_) if body.contains(id) => {}
                _ if part.is_encoding_problem && part.attachment_name().is_none() => {
                    self.damaged = true;
                    self.say(&rescued(part));
                }
                _ => self.file(part),
            }
        }
        if self.text.trim().is_empty() {
            // Nothing but a page that counts as no text: still somebody's words.
            for part in message.html_bodies() {
                if let PartType::Html(page) = &part.body {
                    self.from_page = true;
                    self.say(&text::of_page(page));
                }
            }
        }
    }

    fn say(&mut self, words: &str) {
        if words.trim().is_empty() || 4 * text::MOST < self.text.len() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(words);
    }

    /// A message passed on as an attachment: its words are why it was passed on.
    fn forwarded(&mut self, inner: &Message<'_>, depth: usize) {
        let from = sender::of(inner).map(|it| it.shown()).unwrap_or_default();
        let subject = inner.subject().unwrap_or_default();
        self.say(&format!("-- Passed on: {from} -- {subject}"));
        self.take(inner, depth + 1);
    }

    fn file(&mut self, part: &MessagePart<'_>) {
        let kind = part
            .content_type()
            .map(|it| format!("{}/{}", it.ctype(), it.subtype().unwrap_or_default()))
            .unwrap_or_default()
            .to_lowercase();
        let bytes = part.contents();
        if bytes.is_empty() || kind == "message/delivery-status" {
            return;
        }
        if kind.starts_with("multipart/") {
            // Parts whose beginning nobody can tell: all of it is somebody's words.
            self.damaged = true;
            self.say(&String::from_utf8_lossy(bytes));
            return;
        }
        self.damaged |= part.is_encoding_problem;
        let looked = if self.files.len() < files::MOST {
            files::look(part.attachment_name(), &kind, bytes)
        } else {
            let name = crate::content::clean_name(part.attachment_name().unwrap_or_default());
            Err(Held { name, why: Why::TooMany })
        };
        match looked {
            Ok(found) => self.files.push(found),
            Err(held) => self.held.push(held),
        }
    }
}

/// The words of a part whose wrapping is broken: what can be unwrapped of it, or as it stands.
fn rescued(part: &MessagePart<'_>) -> String {
    let raw = part.contents();
    let letters: Vec<u8> = raw
        .iter()
        .copied()
        .filter(|it| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'/'))
        .collect();
    let spaced = raw.iter().filter(|it| **it == b' ').count();
    if 0 < spaced || letters.len() < 8 {
        return String::from_utf8_lossy(raw).into_owned();
    }
    let mut bytes = Vec::with_capacity(letters.len());
    for four in letters.chunks(4) {
        let bits = four.iter().fold(0u32, |bits, it| (bits << 6) | u32::from(six(*it)));
        let bits = bits << (6 * (4 - four.len()));
        let [_, first, second, third] = bits.to_be_bytes();
        let whole = [first, second, third];
        bytes.extend(whole.into_iter().take(four.len().saturating_sub(1)));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let unreadable = text.chars().filter(|it| *it == '\u{fffd}' || it.is_control()).count();
    if unreadable * 4 < text.chars().count() {
        text
    } else {
        String::from_utf8_lossy(raw).into_owned()
    }
}

fn six(letter: u8) -> u8 {
    match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    }
}
