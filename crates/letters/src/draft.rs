//! Putting a letter together: the frame around a body, each block with its clause.

use crate::block::{Block, BlockId, Made, Piece};
use crate::bodies;
use crate::book::Fill;
use crate::frame::{Frame, Handler, Missed, MissedClock, Step, Updates};
use crate::letter::{Letter, LetterId, To};
use crate::ombudsman::{OmbudsmanBlock, Wording};
use crate::tongue::{Tongue, plain};
use crate::wording::{phrase, sentence};

/// A letter while its blocks are being laid.
pub(crate) struct Draft<'a> {
    frame: &'a Frame,
    /// The language that it is written in.
    pub(crate) t: &'static Tongue,
    letter: Letter,
}

impl<'a> Draft<'a> {
    /// Begins with the blocks above the body.
    pub(crate) fn new(frame: &'a Frame, id: LetterId, stage: Option<u8>, title: &str) -> Self {
        let t = frame.tongue();
        let letter = Letter {
            id,
            no: frame.no,
            stage,
            dated: frame.dated,
            lang: t.tag.to_owned(),
            reference: frame.reference.clone(),
            sender: frame.landlord.name.clone(),
            sender_lines: frame.landlord.head(),
            title: plain(title),
            blocks: Vec::new(),
        };
        let mut draft = Self { frame, t, letter };
        draft.open(title);
        draft
    }

    /// Begins a letter whose title stands in the book under a name.
    pub(crate) fn titled(frame: &'a Frame, id: LetterId, stage: Option<u8>, key: &str) -> Self {
        let title = frame.tongue().say(key, &[]);
        Self::new(frame, id, stage, &title)
    }

    /// Begins a letter whose words stand in the book under its own name: title and first lines.
    pub(crate) fn of(frame: &'a Frame, id: LetterId, stage: Option<u8>, fill: Fill<'_>) -> Self {
        let t = frame.tongue();
        let mut draft = Self::new(frame, id, stage, &t.say(id.as_str(), fill));
        if let Some(short) = t.attribute(id.as_str(), "short", fill) {
            draft.short_answer(&[short]);
        }
        draft
    }

    /// A block in the book's words.
    pub(crate) fn tell(&mut self, id: BlockId, key: &str, fill: Fill<'_>) {
        self.generated(id, self.t.pieces(key, fill));
    }

    /// A block in the book's words that rests on records kept on the case.
    pub(crate) fn tell_picked(&mut self, id: BlockId, key: &str, fill: Fill<'_>) {
        self.picked(id, self.t.pieces(key, fill));
    }

    /// A block in the book's words, with more under them; nothing where there is no more.
    pub(crate) fn tell_of(
        &mut self,
        (id, made): (BlockId, Made),
        key: &str,
        fill: Fill<'_>,
        more: Vec<Piece>,
    ) {
        if !more.is_empty() {
            let content = self.t.pieces(key, fill).into_iter().chain(more).collect();
            self.add(id, made, None, content);
        }
    }

    /// A list under the book's heading; nothing where nothing is on it.
    pub(crate) fn list(&mut self, (id, made): (BlockId, Made), key: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.tell_of((id, made), key, &[], vec![Piece::Items(items)]);
        }
    }

    /// Somebody's own words under the book's heading; nothing where they wrote nothing.
    pub(crate) fn quote(&mut self, id: BlockId, key: &str, text: &str) {
        let words =
            if id.quotes_the_person() { self.t.words_of(text) } else { self.t.written(text) };
        self.tell_of((id, Made::Written), key, &[], words);
    }

    /// The frame around the letter.
    pub(crate) fn frame(&self) -> &'a Frame {
        self.frame
    }

    /// A block in the book's words, where the policy wants it and only there.
    pub(crate) fn tell_if_wanted(&mut self, id: BlockId, key: &str) {
        if self.frame.demands.clause(id).is_some() {
            self.tell(id, key, &[]);
        }
    }

    /// The ways of reaching us, in the words of "You can …".
    pub(crate) fn tell_ways(&mut self, id: BlockId, key: &str) {
        let ways = self.channels();
        self.tell(id, key, &[("ways", &ways)]);
    }

    fn open(&mut self, title: &str) {
        let (frame, t) = (self.frame, self.t);
        self.generated(BlockId::Address, vec![Piece::Lines(frame.addressee.field())]);
        let mut lines = vec![t.say("our-reference", &[("reference", &frame.reference)])];
        if let Some(theirs) = &frame.your_reference {
            lines.push(t.say("your-reference", &[("reference", theirs)]));
        }
        self.generated(BlockId::Reference, vec![Piece::Lines(lines)]);
        self.generated(BlockId::Date, vec![Piece::Lines(vec![t.day(frame.dated)])]);
        let greeting = t.say("greeting", &[("name", &frame.addressee.known_as)]);
        self.generated(BlockId::Salutation, vec![Piece::Paragraph(greeting)]);
        self.generated(BlockId::Title, vec![Piece::Title(title.to_owned())]);
    }

    pub(crate) fn generated(&mut self, id: BlockId, content: Vec<Piece>) {
        self.add(id, Made::Generated, None, content);
    }

    pub(crate) fn picked(&mut self, id: BlockId, content: Vec<Piece>) {
        self.add(id, Made::Picked, None, content);
    }

    pub(crate) fn written(&mut self, id: BlockId, content: Vec<Piece>) {
        self.add(id, Made::Written, None, content);
    }

    pub(crate) fn for_point(&mut self, id: BlockId, made: Made, point: u8, content: Vec<Piece>) {
        self.add(id, made, Some(point), content);
    }

    /// A block without content is not laid: a heading over nothing is never printed.
    fn add(&mut self, id: BlockId, made: Made, point: Option<u8>, content: Vec<Piece>) {
        let clause = self.frame.demands.clause(id).map(str::to_owned);
        let block = Block { id, clause, made, point, content };
        if id == BlockId::Title || 0 < block.words() {
            self.letter.blocks.push(block);
        }
    }

    /// The answer in a nutshell, straight under the title.
    pub(crate) fn short_answer(&mut self, sentences: &[String]) {
        self.generated(BlockId::ShortAnswer, vec![Piece::Paragraph(sentences.join(" "))]);
    }

    /// What was missed at this stage, and that we are sorry (Code 7.1).
    pub(crate) fn late_admission(&mut self, missed: &[Missed]) {
        let told = missed.iter().map(|missed| Piece::Paragraph(self.admission(missed))).collect();
        self.tell_of((BlockId::LateAdmission, Made::Generated), "late-admission", &[], told);
    }

    fn admission(&self, missed: &Missed) -> String {
        let t = self.t;
        let duty = match missed.what {
            MissedClock::Acknowledgement => "duty-acknowledgement",
            MissedClock::FirstContact => "duty-first-contact",
            MissedClock::Response => "duty-response",
            MissedClock::Update => "duty-update",
        };
        let (duty, due) = (t.say(duty, &[]), t.day(missed.due));
        let late = t.working_days(missed.working_days_late);
        let done = missed.done.map(|done| t.day(done)).unwrap_or_default();
        let fill: Fill<'_> = &[("duty", &duty), ("due", &due), ("late", &late), ("done", &done)];
        match missed.done {
            Some(done) if done == self.frame.dated => t.say("late-today", fill),
            Some(_) => t.say("late-done", fill),
            None => t.say("late-open", fill),
        }
    }

    pub(crate) fn updates(&mut self, updates: &Updates) {
        let (way, interval) = (phrase(&updates.way), phrase(&updates.interval));
        let fill: Fill<'_> = &[("way", &way), ("interval", &interval)];
        let key = if updates.agreed { "updates-agreed" } else { "updates-proposed" };
        let mut content = self.t.pieces(key, fill);
        if let (Some(next), Some(Piece::Paragraph(text))) = (updates.next, content.last_mut()) {
            text.push(' ');
            text.push_str(&self.t.say("updates-next", &[("day", &self.t.day(next))]));
        }
        self.picked(BlockId::Updates, content);
    }

    pub(crate) fn done_so_far(&mut self, steps: &[Step]) {
        let item = |step: &Step| {
            let (on, what) = (self.t.short_day(step.on), sentence(&step.what));
            self.t.say("dated-item", &[("day", &on), ("what", &what)])
        };
        let items = steps.iter().map(item).collect();
        self.list((BlockId::DoneSoFar, Made::Picked), "done-so-far", items);
    }

    /// Who deals with it, in the book's words, and how to reach them.
    pub(crate) fn handler(&mut self, id: BlockId, key: &str, handler: &Handler) {
        let fill: Fill<'_> = &[("name", &handler.name), ("role", &handler.role)];
        let mut content = self.t.pieces(key, fill);
        content.push(Piece::Lines(handler.lines_in(self.t)));
        self.picked(id, content);
    }

    pub(crate) fn channels(&self) -> String {
        self.t.either(&self.frame.channels)
    }

    /// Ends with the Ombudsman and the blocks below the body.
    pub(crate) fn finish(mut self) -> Letter {
        let t = self.t;
        if let Some(ombudsman) = &self.frame.ombudsman {
            let mut content = ombudsman_content(t, ombudsman, self.letter.id);
            if ombudsman.wording != Wording::OutsideRemit {
                content.extend(bodies::beside_the_ombudsman(self.frame));
            }
            self.generated(BlockId::Ombudsman, content);
        }
        let frame = self.frame;
        let mut signature = vec![t.say("signed", &[])];
        if let Some(handler) = &frame.handler {
            signature.push(handler.name.clone());
            signature.push(handler.role.clone());
        } else {
            signature.push(frame.landlord.team.clone());
        }
        signature.push(frame.landlord.name.clone());
        self.generated(BlockId::Signature, vec![Piece::Lines(signature)]);
        let ways = [
            ("line-phone", frame.landlord.phone.clone()),
            ("line-email", frame.landlord.email.clone()),
            ("line-website", frame.landlord.web.clone()),
            ("line-post", frame.landlord.address.join(", ")),
        ];
        let told = ways.into_iter().filter(|(_, way)| !way.trim().is_empty());
        let told = told.map(|(key, way)| t.say(key, &[("way", &way)])).collect();
        let contact = (BlockId::Contact, Made::Generated);
        self.tell_of(contact, "contact", &[], vec![Piece::Lines(told)]);
        if self.letter.id.to() == To::Person {
            self.formats();
            self.follow();
        }
        self.letter
    }

    fn formats(&mut self) {
        let phone = &self.frame.landlord.phone;
        let mut content = self.t.pieces("formats", &[("phone", phone)]);
        if let (Some(kept), Some(Piece::Paragraph(text))) =
            (&self.frame.format_note, content.last_mut())
        {
            text.insert_str(0, &format!("{} ", sentence(kept)));
        }
        self.generated(BlockId::Formats, content);
    }

    fn follow(&mut self) {
        let (Some(code), Some(at)) = (&self.frame.code, &self.frame.follow_at) else { return };
        let fill: Fill<'_> = &[("at", at), ("reference", &self.frame.reference)];
        let mut content = self.t.pieces("follow", fill);
        content.push(Piece::Code(code.clone()));
        self.generated(BlockId::Follow, content);
    }
}

/// A person's own paragraphs and lists, as they typed them: blank lines part paragraphs, and a
/// line that begins with a dash is an item.
fn laid(text: &str, word: impl Fn(&str) -> String) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).chain(std::iter::once("")) {
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "));
        if !paragraph.is_empty() && (line.is_empty() || item.is_some()) {
            pieces.push(Piece::Paragraph(word(&paragraph.join(" "))));
            paragraph.clear();
        }
        if !items.is_empty() && item.is_none() {
            pieces.push(Piece::Items(std::mem::take(&mut items)));
        }
        match item {
            Some(item) => items.push(word(item.trim())),
            None if !line.is_empty() => paragraph.push(line),
            None => {}
        }
    }
    pieces
}

impl Tongue {
    /// Paragraphs and lists that one of the landlord's people wrote.
    pub(crate) fn written(&self, text: &str) -> Vec<Piece> {
        laid(text, |words| self.typed(words))
    }

    /// The same of somebody who wrote to the landlord.
    pub(crate) fn words_of(&self, text: &str) -> Vec<Piece> {
        laid(text, |words| self.quoted(words))
    }

    /// What was put together in this language already.
    pub(crate) fn ready(&self, text: &str) -> Vec<Piece> {
        laid(text, str::to_owned)
    }
}

fn ombudsman_content(t: &Tongue, ombudsman: &OmbudsmanBlock, letter: LetterId) -> Vec<Piece> {
    let key = match ombudsman.wording {
        // The policy says whom the Ombudsman cannot help; its address would send them in vain.
        Wording::OutsideRemit => return t.pieces("outside-remit", &[]),
        Wording::Advice => "housing-ombudsman-advice",
        Wording::Challenge if letter.extends() => "housing-ombudsman-date",
        Wording::Challenge if letter.restricts() => "housing-ombudsman-limit",
        Wording::Challenge => "housing-ombudsman-decision",
        Wording::Refer { .. } => "housing-ombudsman-refer",
    };
    let last = match ombudsman.wording {
        Wording::Refer { last_day } => t.day(last_day),
        _ => String::new(),
    };
    let mut content = t.pieces(key, &[("day", &last)]);
    content.push(Piece::Lines(ombudsman.row.lines_in(t)));
    content
}
