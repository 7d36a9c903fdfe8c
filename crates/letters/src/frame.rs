//! The facts that every letter shares: who writes to whom, when, under which reference.

use jiff::civil::Date;
use redress_domain::policy::Signpost;
use serde::{Deserialize, Serialize};

use crate::demands::Demands;
use crate::ombudsman::OmbudsmanBlock;
use crate::tongue::Tongue;

/// What surrounds the body of every letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The number of the letter in its case, from 1.
    pub no: u32,
    pub landlord: Landlord,
    pub addressee: Addressee,
    pub reference: String,
    pub your_reference: Option<String>,
    /// The day the letter leaves.
    pub dated: Date,
    /// BCP 47 tag of the language that the person reads, "en-GB". What the frame and the facts
    /// hold beside what people typed is in it already.
    pub lang: String,
    pub handler: Option<Handler>,
    /// The adjustment or format kept for this person, as a sentence ("We print our letters to you
    /// in 18 point."); none where nothing was asked for.
    pub format_note: Option<String>,
    /// The letter's own code; none while a safe contact is set.
    pub code: Option<String>,
    /// Where the code is used ("complaints.example.org/track").
    pub follow_at: Option<String>,
    /// Ways to reach us that finish "You can …", as "ring us on 020 7946 0000". Two at least.
    pub channels: Vec<String>,
    /// Which blocks the pack and the Code demand, with their clauses.
    pub demands: Demands,
    /// Bodies that the policy names beside the Housing Ombudsman.
    #[serde(default)]
    pub signposts: Vec<Signpost>,
    /// None only where no row of the register covers the day: the check then stops the letter.
    pub ombudsman: Option<OmbudsmanBlock>,
}

impl Frame {
    /// The language that the letter is written in.
    pub fn tongue(&self) -> &'static Tongue {
        Tongue::of(&self.lang)
    }
}

/// The landlord as a sender.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landlord {
    pub name: String,
    pub address: Vec<String>,
    pub phone: String,
    pub email: String,
    pub web: String,
    /// The team that signs under the handler's name.
    pub team: String,
}

impl Landlord {
    /// The lines at the head of the paper, under the name.
    pub fn head(&self) -> Vec<String> {
        let mut lines = self.address.clone();
        lines.extend([self.phone.clone(), self.email.clone(), self.web.clone()]);
        lines.retain(|line| !line.trim().is_empty());
        lines
    }
}

/// Whom the letter goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The name in the window.
    pub name: String,
    /// The name the person uses: "Dear …".
    pub known_as: String,
    /// The address under the name, postcode last.
    pub lines: Vec<String>,
}

impl Addressee {
    /// The lines of the address field, name first.
    pub fn field(&self) -> Vec<String> {
        std::iter::once(self.name.clone()).chain(self.lines.iter().cloned()).collect()
    }
}

/// The person who deals with the complaint, with the role in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    pub name: String,
    pub role: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

impl Handler {
    /// How to reach them, a line each, in English.
    pub fn lines(&self) -> Vec<String> {
        self.lines_in(Tongue::first())
    }

    /// How to reach them, a line each.
    pub fn lines_in(&self, t: &Tongue) -> Vec<String> {
        let phone = self.phone.iter().map(|phone| t.say("line-phone", &[("way", phone)]));
        let email = self.email.iter().map(|email| t.say("line-email", &[("way", email)]));
        phone.chain(email).collect()
    }
}

/// A clock that was missed at this stage, told in the letter that comes after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    pub what: MissedClock,
    pub due: Date,
    /// The day it was done; the letter's own day if this letter does it.
    pub done: Option<Date>,
    pub working_days_late: u32,
}

/// Which promise was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissedClock {
    Acknowledgement,
    FirstContact,
    Response,
    Update,
}

/// How and how often the person hears from us until the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Updates {
    /// "ring you", "write to you".
    pub way: String,
    /// "every 5 working days", "each Thursday".
    pub interval: String,
    /// Agreed with the person; otherwise proposed, with a way to change it.
    pub agreed: bool,
    pub next: Option<Date>,
}

/// A step already taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub on: Date,
    pub what: String,
}
