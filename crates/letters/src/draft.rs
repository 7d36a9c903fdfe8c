//! Putting a letter together: the frame around a body, each block with its clause.

use crate::block::{Block, BlockId, Made, Piece};
use crate::bodies;
use crate::book::{self, Fill};
use crate::frame::{Frame, Handler, Missed, MissedClock, Step, Updates};
use crate::letter::{Letter, LetterId, To};
use crate::ombudsman::{OmbudsmanBlock, Wording};
use crate::wording::{day, either, phrase, sentence, short_day, working_days};

/// A letter while its blocks are being laid.
pub(crate) struct Draft<'a> {
    frame: &'a Frame,
    letter: Letter,
}

impl<'a> Draft<'a> {
    /// Begins with the blocks above the body.
    pub(crate) fn new(frame: &'a Frame, id: LetterId, stage: Option<u8>, title: &str) -> Self {
        let letter = Letter {
            id,
            no: frame.no,
            stage,
            dated: frame.dated,
            lang: frame.lang.clone(),
            reference: frame.reference.clone(),
            sender: frame.landlord.name.clone(),
            sender_lines: frame.landlord.head(),
            title: title.to_owned(),
            blocks: Vec::new(),
        };
        let mut draft = Self { frame, letter };
        draft.open(title);
        draft
    }

    /// Begins a letter whose words stand in the book under its own name: title and first lines.
    pub(crate) fn of(frame: &'a Frame, id: LetterId, stage: Option<u8>, fill: Fill<'_>) -> Self {
        let title = book::say(id.as_str(), fill);
        let mut draft = Self::new(frame, id, stage, &title);
        if let Some(short) = book::attribute(id.as_str(), "short", fill) {
            draft.short_answer(&[short]);
        }
        draft
    }

    /// A block in the book's words.
    pub(crate) fn tell(&mut self, id: BlockId, key: &str, fill: Fill<'_>) {
        self.generated(id, book::pieces(key, fill));
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
            let content = book::pieces(key, fill).into_iter().chain(more).collect();
            self.add(id, made, None, content);
        }
    }

    /// Somebody's own words under the book's heading; nothing where they wrote nothing.
    pub(crate) fn quote(&mut self, id: BlockId, key: &str, text: &str) {
        self.tell_of((id, Made::Written), key, &[], written(text));
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
        let frame = self.frame;
        self.generated(BlockId::Address, vec![Piece::Lines(frame.addressee.field())]);
        let mut lines = vec![format!("Our reference: {}", frame.reference)];
        if let Some(theirs) = &frame.your_reference {
            lines.push(format!("Your reference: {theirs}"));
        }
        self.generated(BlockId::Reference, vec![Piece::Lines(lines)]);
        self.generated(BlockId::Date, vec![Piece::Lines(vec![day(frame.dated)])]);
        let greeting = format!("Dear {}", frame.addressee.known_as);
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
        let mut content = vec![Piece::Heading("We were late".to_owned())];
        content.extend(missed.iter().map(|missed| Piece::Paragraph(self.admission(missed))));
        self.generated(BlockId::LateAdmission, content);
    }

    fn admission(&self, missed: &Missed) -> String {
        let duty = match missed.what {
            MissedClock::Acknowledgement => "told you that we had your complaint",
            MissedClock::FirstContact => "been in touch with you",
            MissedClock::Response => "answered you",
            MissedClock::Update => "told you how things stood",
        };
        let due = day(missed.due);
        let late = working_days(missed.working_days_late);
        match missed.done {
            Some(done) if done == self.frame.dated => format!(
                "We should have {duty} by {due}. We are writing on {}, {late} late. \
                 We are sorry that we kept you waiting.",
                day(done)
            ),
            Some(done) => format!(
                "We should have {duty} by {due}. We did so on {}, {late} late. \
                 We are sorry that we kept you waiting.",
                day(done)
            ),
            None => format!(
                "We should have {duty} by {due}. We have not done it yet, and it is {late} late. \
                 We are sorry that we keep you waiting."
            ),
        }
    }

    pub(crate) fn updates(&mut self, updates: &Updates) {
        let (way, interval) = (phrase(&updates.way), phrase(&updates.interval));
        let mut text = if updates.agreed {
            format!("As we agreed, we will {way} {interval} until you have our answer.")
        } else {
            format!(
                "We plan to {way} {interval} until you have our answer. \
                 Please tell us if another way or another time suits you better."
            )
        };
        if let Some(next) = updates.next {
            text.push_str(&format!(" The next time will be by {}.", day(next)));
        }
        let heading = Piece::Heading("How we will keep you up to date".to_owned());
        self.picked(BlockId::Updates, vec![heading, Piece::Paragraph(text)]);
    }

    pub(crate) fn done_so_far(&mut self, steps: &[Step]) {
        let items = steps
            .iter()
            .map(|step| format!("{}: {}", short_day(step.on), sentence(&step.what)))
            .collect::<Vec<_>>();
        if !items.is_empty() {
            let heading = Piece::Heading("What we have done so far".to_owned());
            self.picked(BlockId::DoneSoFar, vec![heading, Piece::Items(items)]);
        }
    }

    pub(crate) fn handler(&mut self, id: BlockId, heading: &str, handler: &Handler, text: &str) {
        let content = vec![
            Piece::Heading(heading.to_owned()),
            Piece::Paragraph(text.to_owned()),
            Piece::Lines(handler.lines()),
        ];
        self.picked(id, content);
    }

    pub(crate) fn channels(&self) -> String {
        either(&self.frame.channels)
    }

    /// Ends with the Ombudsman and the blocks below the body.
    pub(crate) fn finish(mut self) -> Letter {
        if let Some(ombudsman) = &self.frame.ombudsman {
            let mut content = ombudsman_content(ombudsman, self.letter.id);
            if ombudsman.wording != Wording::OutsideRemit {
                content.extend(bodies::beside_the_ombudsman(self.frame));
            }
            self.generated(BlockId::Ombudsman, content);
        }
        let frame = self.frame;
        let mut signature = vec!["Yours sincerely".to_owned()];
        if let Some(handler) = &frame.handler {
            signature.push(handler.name.clone());
            signature.push(handler.role.clone());
        } else {
            signature.push(frame.landlord.team.clone());
        }
        signature.push(frame.landlord.name.clone());
        self.generated(BlockId::Signature, vec![Piece::Lines(signature)]);
        let ways = [
            ("Phone", frame.landlord.phone.clone()),
            ("E-mail", frame.landlord.email.clone()),
            ("Website", frame.landlord.web.clone()),
            ("Post", frame.landlord.address.join(", ")),
        ];
        let told = ways.into_iter().filter(|(_, way)| !way.trim().is_empty());
        let contact = told.map(|(name, way)| format!("{name}: {way}")).collect();
        let heading = Piece::Heading("How to reach us".to_owned());
        self.generated(BlockId::Contact, vec![heading, Piece::Lines(contact)]);
        if self.letter.id.to() == To::Person {
            self.formats();
            self.follow();
        }
        self.letter
    }

    fn formats(&mut self) {
        let mut text = String::new();
        if let Some(kept) = &self.frame.format_note {
            text.push_str(&sentence(kept));
            text.push(' ');
        }
        text.push_str(&format!(
            "We can give you this letter in large print, in braille, as sound, in easy words or \
             in another language. Ring us on {} and we will send it.",
            self.frame.landlord.phone
        ));
        let heading = Piece::Heading("If you need this letter in another form".to_owned());
        self.generated(BlockId::Formats, vec![heading, Piece::Paragraph(text)]);
    }

    fn follow(&mut self) {
        let (Some(code), Some(at)) = (&self.frame.code, &self.frame.follow_at) else { return };
        let content = vec![
            Piece::Heading("You can follow your complaint online".to_owned()),
            Piece::Paragraph(format!(
                "Go to {at}. Type in the reference {} and the code below. Keep the code to \
                 yourself: it opens your complaint.",
                self.frame.reference
            )),
            Piece::Code(code.clone()),
        ];
        self.generated(BlockId::Follow, content);
    }
}

/// A person's own paragraphs and lists, as they typed them: blank lines part paragraphs, and a
/// line that begins with a dash is an item.
pub(crate) fn written(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).chain(std::iter::once("")) {
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("• "));
        if !paragraph.is_empty() && (line.is_empty() || item.is_some()) {
            pieces.push(Piece::Paragraph(paragraph.join(" ")));
            paragraph.clear();
        }
        if !items.is_empty() && item.is_none() {
            pieces.push(Piece::Items(std::mem::take(&mut items)));
        }
        match item {
            Some(item) => items.push(item.trim().to_owned()),
            None if !line.is_empty() => paragraph.push(line),
            None => {}
        }
    }
    pieces
}

/// A heading with a person's words under it; nothing where there are no words.
pub(crate) fn under(heading: &str, text: &str) -> Vec<Piece> {
    let words = written(text);
    if words.is_empty() {
        return words;
    }
    std::iter::once(Piece::Heading(heading.to_owned())).chain(words).collect()
}

fn ombudsman_content(ombudsman: &OmbudsmanBlock, letter: LetterId) -> Vec<Piece> {
    const FAIR: &str = "It is free to use and does not take sides.";
    let (heading, text) = match ombudsman.wording {
        // The policy says whom the Ombudsman cannot help; its address would send them in vain.
        Wording::OutsideRemit => return book::pieces("outside-remit", &[]),
        Wording::Advice => (
            "The Housing Ombudsman can help you",
            format!("You can ask the Housing Ombudsman for help at any time. {FAIR}"),
        ),
        Wording::Challenge if letter.extends() => (
            "You can challenge the new date",
            format!(
                "If you do not agree with the new date, you can tell the Housing Ombudsman now. \
                 {FAIR}"
            ),
        ),
        Wording::Challenge if letter.restricts() => (
            "You can take this to the Housing Ombudsman",
            format!(
                "If you do not agree with our decision, you can take it to the Housing Ombudsman \
                 now. {FAIR}"
            ),
        ),
        Wording::Challenge => (
            "You can challenge this decision",
            format!(
                "If you do not agree with our decision, you can take it to the Housing Ombudsman \
                 now. The Ombudsman can tell us to take your complaint on. {FAIR}"
            ),
        ),
        Wording::Refer { last_day } => (
            "You can take this to the Housing Ombudsman",
            format!(
                "If you are not happy with this answer, you can go to the Housing Ombudsman. {FAIR} \
                 You can go today. You do not need us to agree, and nobody has to speak for you. \
                 Please go to the Ombudsman by {}.",
                day(last_day)
            ),
        ),
    };
    vec![
        Piece::Heading(heading.to_owned()),
        Piece::Paragraph(text),
        Piece::Lines(ombudsman.row.lines()),
    ]
}
