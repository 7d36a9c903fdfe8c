//! What surrounds every letter: sender, addressee, handler, demands, the Ombudsman.

use jiff::civil::Date;
use redress_domain::clock::{Clock, Status, What};
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Role, Stage};
use redress_letters::block::BlockId;
use redress_letters::check::facts::{CheckFacts, Leaving, PackRules, Recipient};
use redress_letters::demands::Demands;
use redress_letters::frame::{Addressee, Frame, Handler, Landlord, Missed, MissedClock};
use redress_letters::letter::{Letter, LetterId, MASK, To};
use redress_letters::ombudsman::{self, OmbudsmanBlock, Wording};
use redress_letters::phrases::Phrase;
use redress_letters::tongue::Tongue;

use crate::paper::{Made, Paper};

impl Paper<'_> {
    /// The frame of a letter of a stage.
    pub(super) fn frame(&self, id: LetterId, stage: Stage, wording: Wording, no: u32) -> Frame {
        let wording = if self.is_outside_remit() { Wording::OutsideRemit } else { wording };
        let sender = self.around.sender;
        let on = self.around.on;
        let register = sender.register();
        let follow_at = self.around.follow_at.filter(|_| !self.has_safe_contact());
        let demands = self.demands(id);
        let names_ombudsman = id.names_ombudsman() || demands.clause(BlockId::Ombudsman).is_some();
        Frame {
            no,
            landlord: Landlord {
                name: sender.name.clone(),
                address: sender.address.clone(),
                phone: sender.phone.clone(),
                email: sender.email.clone(),
                web: sender.web.clone(),
                team: if sender.team.is_empty() { "Complaints team" } else { &sender.team }
                    .to_owned(),
            },
            addressee: self.addressee(),
            reference: self.around.reference.to_owned(),
            your_reference: None,
            dated: on,
            lang: self.t.tag.to_owned(),
            handler: self.handler(stage),
            format_note: self
                .around
                .person
                .filter(|person| person.large_print)
                .map(|_| format!("{}.", self.t.phrase(Phrase::In18Point))),
            // Each letter gets a code of its own where it leaves; until then, and in the kept
            // copy, it is masked.
            code: follow_at.map(|_| MASK.to_owned()),
            follow_at: follow_at.map(|at| {
                let usual = at == Tongue::first().phrase(Phrase::OurWebsite);
                if usual { self.t.phrase(Phrase::OurWebsite) } else { at.to_owned() }
            }),
            channels: self.channels(),
            demands,
            signposts: self.around.terms.pack.signposts.clone(),
            ombudsman: ombudsman::on(on, &register)
                .filter(|_| names_ombudsman)
                .map(|row| OmbudsmanBlock { row: row.clone(), wording }),
        }
    }

    /// Whether the person may be reached in one safe way only.
    fn has_safe_contact(&self) -> bool {
        self.around.person.is_some_and(Person::has_safe_contact)
    }

    /// The frame of a letter of a stage, with the Ombudsman as the state of the case has it.
    pub(super) fn frame_as_it_stands(&self, id: LetterId, stage: Stage, no: u32) -> Frame {
        self.frame(id, stage, self.wording(), no)
    }

    /// The frame of a letter to somebody else than the person; no address of theirs is on record.
    pub(super) fn frame_to(&self, who: &str, id: LetterId, stage: Stage, no: u32) -> Frame {
        let mut frame = self.frame_as_it_stands(id, stage, no);
        let name = who.trim().to_owned();
        frame.addressee = Addressee { name: name.clone(), known_as: name, lines: Vec::new() };
        frame.format_note = None;
        frame
    }

    /// Whether the policy says that the Ombudsman cannot look at what this person complains of.
    fn is_outside_remit(&self) -> bool {
        let terms = self.around.terms;
        let remit = terms.pack.remit.as_ref().filter(|_| !terms.floor);
        remit.is_some_and(|remit| remit.outside.contains(&self.after.contact.standing))
    }

    /// After the last answer the case may go to the Ombudsman; until then they help.
    fn wording(&self) -> Wording {
        let last = self.after.stage_2.as_ref().and_then(|record| record.responded.as_ref());
        last.and_then(|answer| Wording::refer(answer.on)).unwrap_or(Wording::Advice)
    }

    /// A letter with what it is held against: its frame, and the limits it prints.
    pub(super) fn of_frame(
        &self,
        (letter, frame): (Letter, &Frame),
        stage: Stage,
        limits: &[(BlockId, Option<Date>)],
    ) -> Made {
        let mut held = CheckFacts::of(frame, self.pack_rules(stage), letter.stage);
        for (block, day) in limits {
            if let Some(day) = day {
                held.set_limit(*block, *day);
            }
        }
        (letter, self.held_against(held, stage), stage)
    }

    /// What still has to happen by when, of what is due from today on.
    pub(super) fn running(&self, stage: Stage) -> Vec<(String, Date)> {
        let open = |what: What| {
            self.clock(what, stage).filter(|clock| clock.is_open() && self.around.on <= clock.due)
        };
        let mut running = Vec::new();
        if let Some(clock) = open(What::Acknowledgement) {
            running.push((self.t.phrase(Phrase::WriteAboutComplaint), clock.due));
        }
        if let Some(clock) = open(What::Response) {
            running.push((self.t.phrase(Phrase::AnswerYou), clock.due));
        }
        running
    }

    /// The day of the answer of a stage, while it is still to come.
    pub(super) fn answer_by(&self, stage: Stage) -> Option<Date> {
        let clock = self.clock(What::Response, stage)?;
        (clock.is_open() && self.around.on <= clock.due).then_some(clock.due)
    }

    /// The person written to: the one on record, or the name the contact gave.
    fn addressee(&self) -> Addressee {
        let said = |words: &Words| words.text().trim().to_owned();
        match self.around.person {
            Some(person) => Addressee {
                name: said(&person.name),
                known_as: said(&person.name),
                lines: person
                    .address
                    .text()
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
            },
            None => {
                let name = self.after.contact.from.as_ref().map(said).unwrap_or_default();
                Addressee { name: name.clone(), known_as: name, lines: Vec::new() }
            }
        }
    }

    /// The moment of leaving: to the person, at the address on record where it goes by post.
    pub(super) fn leaving(&self, event: &Event, to: To) -> Option<Leaving> {
        let print = self.around.leaving?;
        let by_post = match event {
            Event::ComplaintAcknowledged { channel, .. } => *channel == Channel::Letter,
            Event::ResponseIssued { response, .. } => response.channel == Channel::Letter,
            _ => false,
        };
        let large = to == To::Person && self.around.person.is_some_and(|person| person.large_print);
        Some(Leaving {
            on: self.around.on,
            to: Recipient::Person,
            address: if by_post && to == To::Person {
                self.addressee().field()
            } else {
                Vec::new()
            },
            safe_route: self.has_safe_contact(),
            marked_as_died: false,
            points_needed: large.then_some(18),
            print: Some(print),
            // English is held up here only where letters cannot be written in their language.
            language_wanted: self
                .around
                .person
                .filter(|_| to == To::Person)
                .and_then(|person| person.language.clone()),
            translation_settled: self.around.tongue().is_some(),
            adjustments_open: Vec::new(),
            clearance_wanted: false,
            cleared_bytes: None,
            bytes: String::new(),
            facts_then: String::new(),
            facts_now: String::new(),
            already_sent: false,
        })
    }

    /// Who deals with the stage.
    pub(super) fn handler(&self, stage: Stage) -> Option<Handler> {
        let officer = self.after.officer_at(stage)?;
        Some(Handler {
            name: self.name_of(officer),
            role: self.title(match stage {
                Stage::One => Role::ComplaintsOfficer,
                Stage::Two => Role::Stage2Officer,
            }),
            phone: Some(self.around.sender.phone.clone()).filter(|phone| !phone.is_empty()),
            email: Some(self.around.sender.email.clone()).filter(|email| !email.is_empty()),
        })
    }

    /// What this landlord calls a role.
    pub(super) fn title(&self, role: Role) -> String {
        self.around
            .terms
            .pack
            .titles
            .get(&role)
            .cloned()
            .unwrap_or_else(|| crate::words::names::role(role).to_owned())
    }

    /// Somebody's name and title, as a letter names a decider.
    pub(super) fn signed_by(&self, who: Option<&StaffId>, role: Role) -> String {
        match who {
            Some(who) => format!("{} ({})", self.name_of(who), self.title(role)),
            None => self.title(role),
        }
    }

    fn channels(&self) -> Vec<String> {
        let sender = self.around.sender;
        let mut ways = Vec::new();
        if !sender.phone.is_empty() {
            ways.push(self.t.ring_us(&sender.phone));
        }
        if !sender.email.is_empty() {
            ways.push(self.t.email_us(&sender.email));
        }
        ways.push(self.t.phrase(Phrase::WriteToUs));
        ways
    }

    /// The blocks this case's pack wants in a letter; where it is silent the Code's clause stands.
    fn demands(&self, id: LetterId) -> Demands {
        let pack = self.around.terms.pack;
        let own = pack.letters.get(id.as_str()).into_iter().flatten();
        Demands::of_clauses(id, own.map(|(block, clause)| (block.as_str(), clause.as_str())))
    }

    /// The rules a letter of this case's pack is read by.
    pub(super) fn pack_rules(&self, stage: Stage) -> PackRules {
        let terms = self.around.terms;
        let wants = |block: BlockId| {
            let id = match stage {
                Stage::One => LetterId::ResponseStage1,
                Stage::Two => LetterId::ResponseStage2,
            };
            terms.pack.letters.get(id.as_str()).is_some_and(|it| it.contains_key(block.as_str()))
        };
        PackRules {
            floor: terms.floor,
            findings: match stage {
                Stage::One => terms.pack.findings.stage_1.clone(),
                Stage::Two => terms.pack.findings.stage_2.clone(),
            },
            sources_are_demanded: wants(BlockId::Sources) && terms.pack.id != terms.code.id,
            comments_are_demanded: wants(BlockId::Found) && terms.pack.id != terms.code.id,
            apology_is_demanded: false,
            handler_is_demanded: wants(BlockId::Handler),
        }
    }

    /// What the finished letter is held against besides its own facts.
    pub(super) fn held_against(&self, mut facts: CheckFacts, stage: Stage) -> CheckFacts {
        if stage == Stage::Two {
            facts.had_part_in_stage1 =
                self.after.stage_1.hands.iter().map(|who| self.name_of(who)).collect();
        }
        facts
    }

    /// The clocks that were missed at a stage, as the letter must admit them.
    pub(super) fn missed(&self, stage: Stage) -> Vec<Missed> {
        self.around
            .clocks
            .iter()
            .filter(|clock| clock.stage == Some(stage) && clock.status == Status::Missed)
            .filter_map(|clock| self.missed_clock(clock))
            .collect()
    }

    fn missed_clock(&self, clock: &Clock) -> Option<Missed> {
        let what = match clock.what {
            What::Acknowledgement => MissedClock::Acknowledgement,
            What::FirstContact => MissedClock::FirstContact,
            What::Response => MissedClock::Response,
            What::Update => MissedClock::Update,
            _ => return None,
        };
        let until = clock.done_on.unwrap_or(self.around.on);
        let late = self.around.calendar.working_days_between(clock.due, until).unwrap_or(0);
        Some(Missed {
            what,
            due: clock.due,
            done: clock.done_on,
            working_days_late: u32::try_from(late).unwrap_or(0),
        })
    }
}
