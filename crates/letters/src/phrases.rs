//! Parts of sentences that whoever puts facts together needs in the language of the letter.

use jiff::civil::Date;
use redress_domain::vocabulary::Channel;

use crate::letter::LetterId;
use crate::tongue::{Tongue, plain};

/// A part of a sentence that nothing has to be filled into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// "You told us yourself": the way is not on record.
    Yourself,
    /// "We will write to you every 5 working days."
    WriteToYou,
    /// "write to us at the address above", of the ways to reach us.
    WriteToUs,
    /// "write to you about your complaint", which still has to happen.
    WriteAboutComplaint,
    /// "answer you", which still has to happen.
    AnswerYou,
    /// That letters are printed large.
    In18Point,
    IntoBankAccount,
    ToBankAccount,
    IntoRentAccount,
    /// How a letter went.
    ByPost,
    /// What a request for service is called where the policy has no name for it.
    ServiceRequest,
    /// The Ombudsman's details follow further down.
    StandsBelow,
    TeamForBehaviour,
    TeamForClaims,
    OurInsurers,
    StepConfirmed,
    StepTalked,
    TalkedAboutUpdates,
    PointsReworded,
    SorryWentWrong,
    /// Where a complaint is followed, while the landlord has not set an address.
    OurWebsite,
}

impl Phrase {
    fn key(self) -> &'static str {
        match self {
            Self::Yourself => "yourself",
            Self::WriteToYou => "way-write-to-you",
            Self::WriteToUs => "way-write",
            Self::WriteAboutComplaint => "duty-write",
            Self::AnswerYou => "duty-answer",
            Self::In18Point => "in-18-point",
            Self::IntoBankAccount => "into-bank-account",
            Self::ToBankAccount => "to-bank-account",
            Self::IntoRentAccount => "into-rent-account",
            Self::ByPost => "by-post",
            Self::ServiceRequest => "service-request",
            Self::StandsBelow => "stands-below",
            Self::TeamForBehaviour => "team-behaviour",
            Self::TeamForClaims => "team-claims",
            Self::OurInsurers => "our-insurers",
            Self::StepConfirmed => "step-confirmed",
            Self::StepTalked => "step-talked",
            Self::TalkedAboutUpdates => "talked-about-updates",
            Self::PointsReworded => "changed-reworded",
            Self::SorryWentWrong => "sorry-went-wrong",
            Self::OurWebsite => "our-website",
        }
    }
}

impl Tongue {
    /// A part of a sentence.
    pub fn phrase(&self, phrase: Phrase) -> String {
        self.say(phrase.key(), &[])
    }

    /// What kind of letter it is, in a few words that tell nothing of the matter.
    pub fn kind_of(&self, id: LetterId) -> String {
        let subject = plain(&self.say(&format!("subject-{id}"), &[("reference", "")]));
        subject.split_once(": ").map_or(subject.clone(), |(_, kind)| kind.to_owned())
    }

    /// How something came: "by phone", "in a letter".
    pub fn came(&self, channel: Channel) -> String {
        let key = match channel {
            Channel::Phone => "channel-phone",
            Channel::Email => "channel-email",
            Channel::Letter => "channel-letter",
            Channel::InPerson => "channel-in-person",
            Channel::Portal => "channel-portal",
            Channel::WebForm => "channel-web-form",
            Channel::WebChat => "channel-web-chat",
            Channel::SocialMedia => "channel-social-media",
            Channel::Survey => "channel-survey",
            Channel::Contractor => "channel-contractor",
            Channel::Executive => "channel-executive",
            Channel::Member => "channel-member",
        };
        self.say(key, &[])
    }

    /// A way that stays open: "by e-mail", "by letter".
    pub fn route(&self, channel: Channel) -> String {
        let key = match channel {
            Channel::Phone => "route-phone",
            Channel::Email => "route-email",
            Channel::Letter => "route-letter",
            Channel::InPerson => "route-in-person",
            Channel::Portal => "route-portal",
            Channel::WebForm => "route-web-form",
            Channel::WebChat => "route-web-chat",
            Channel::SocialMedia => "route-social-media",
            Channel::Survey => "route-survey",
            Channel::Contractor => "route-contractor",
            Channel::Executive => "route-executive",
            Channel::Member => "route-member",
        };
        self.say(key, &[])
    }

    /// "ring us on 01632 960100", of the ways to reach us.
    pub fn ring_us(&self, phone: &str) -> String {
        self.say("way-ring", &[("phone", phone)])
    }

    /// "e-mail us at ...", of the ways to reach us.
    pub fn email_us(&self, email: &str) -> String {
        self.say("way-email", &[("email", email)])
    }

    /// "every 5 working days", from a length as policies write it.
    pub fn every(&self, length: &str) -> String {
        self.say("every", &[("length", &self.length(length))])
    }

    /// "10 working days from today".
    pub fn from_today(&self, length: &str) -> String {
        self.say("from-today", &[("length", &self.length(length))])
    }

    /// What was agreed about updates: "We write to you every 5 working days."
    pub fn agreed_updates(&self, way: &str, interval: &str) -> String {
        self.say("agreed-updates", &[("way", way), ("interval", interval)])
    }

    /// Somebody who is reached through us: "through us on 01632 960100".
    pub fn through_us(&self, phone: &str) -> String {
        self.say("through-us", &[("phone", phone)])
    }

    /// "Meridian Mutual, through 01632 960100".
    pub fn through_us_named(&self, who: &str, phone: &str) -> String {
        self.say("through-us-named", &[("who", who), ("phone", phone)])
    }

    /// "ring us on 01632 960100 and ask for them".
    pub fn ring_and_ask(&self, phone: &str) -> String {
        self.say("ring-and-ask", &[("phone", phone)])
    }

    /// "Ask us on 01632 960100 and we will put you through."
    pub fn put_through(&self, phone: &str) -> String {
        self.say("put-through", &[("phone", phone)])
    }

    /// A clause that is only a number: "clause 6.5.1".
    pub fn clause(&self, number: &str) -> String {
        self.say("clause-numbered", &[("clause", number)])
    }

    /// A step already taken: evidence that was looked at.
    pub fn step_looked(&self, what: &str) -> String {
        self.say("step-looked", &[("what", &self.typed(what))])
    }

    /// A point that joined the complaint.
    pub fn point_added(&self, what: &str) -> String {
        self.say("changed-added", &[("what", &self.typed(what))])
    }

    /// A point that is a complaint of its own now.
    pub fn point_split(&self, what: &str, raised_on: Date) -> String {
        let day = self.day(raised_on);
        self.say("changed-split", &[("what", &self.typed(what)), ("day", &day)])
    }

    /// What proves the ground of a refusal.
    pub fn proof(&self, proof: &Proof<'_>) -> String {
        let of_day = |key: &str, day: Date| self.say(key, &[("day", &self.day(day))]);
        match proof {
            Proof::HappenedOn(day) => of_day("proof-happened", *day),
            Proof::AwareFrom(day) => of_day("proof-aware", *day),
            Proof::ToldOn(day) => of_day("proof-told", *day),
            Proof::TheirWordsOf(day) => of_day("proof-words", *day),
            Proof::AskedOn(day) => of_day("asked-on", *day),
            Proof::LastDay(day) => of_day("last-day-for-asking", *day),
            Proof::AtCourt { form, details } => {
                let (form, details) = (self.day(*form), self.day(*details));
                self.say("proof-court", &[("form", &form), ("details", &details)])
            }
            Proof::AnsweredBefore(case) => self.say("proof-earlier", &[("case", case)]),
            Proof::Held(what) => self.say("proof-held", &[("what", &self.typed(what))]),
        }
    }
}

/// What proves the ground of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof<'a> {
    HappenedOn(Date),
    AwareFrom(Date),
    ToldOn(Date),
    TheirWordsOf(Date),
    /// When stage 2 was asked for.
    AskedOn(Date),
    /// The last day for asking for it.
    LastDay(Date),
    AtCourt {
        form: Date,
        details: Date,
    },
    /// The reference of the earlier case.
    AnsweredBefore(&'a str),
    /// Evidence on record.
    Held(&'a str),
}
