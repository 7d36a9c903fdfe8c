//! What an answer needs to know: per point and for the whole complaint.

use jiff::civil::Date;
use redress_domain::vocabulary::{Finding, RemedyKind};
use serde::{Deserialize, Serialize};

use crate::frame::{Frame, Missed};
use crate::tongue::Tongue;

/// What the answer at either stage needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseFacts {
    pub frame: Frame,
    pub missed: Vec<Missed>,
    /// The day the newest version of the definition was settled.
    pub agreed_on: Option<Date>,
    pub points: Vec<PointAnswer>,
    /// Wanted where legal duties are a key issue (derive-2024 6.6).
    pub legal_duties: Option<LegalDuties>,
    pub outcomes: Vec<OutcomeAnswer>,
    /// What the fault meant for the person, and that we are sorry; on record when given.
    pub apology: Option<String>,
    pub remedies: Vec<RemedyFacts>,
    /// Why nothing is offered, where nothing is.
    pub no_remedy_because: Option<String>,
    pub offer: Option<OfferFacts>,
    pub actions: Vec<ActionFacts>,
    pub lessons: Option<String>,
    pub safeguards: Option<String>,
    /// Stage 1: the last day for asking for stage 2, where the pack sets one.
    pub escalate_by: Option<Date>,
    pub other_bodies: Vec<OtherBody>,
    /// Stage 2 only.
    pub why_unhappy: WhyUnhappy,
}

impl ResponseFacts {
    /// The finding on the whole, derived: all, some, none. Points without a finding do not count.
    pub fn overall(&self) -> Finding {
        overall(self.points.iter().filter_map(|point| point.finding))
    }

    /// Whether any point admits a fault.
    pub fn admits_fault(&self) -> bool {
        self.points.iter().filter_map(|point| point.finding).any(Finding::admits_fault)
    }
}

/// The finding on the whole, from those on the points.
pub fn overall(findings: impl Iterator<Item = Finding>) -> Finding {
    let (mut full, mut partly, mut against) = (0, 0, 0);
    for finding in findings {
        match finding {
            Finding::Upheld | Finding::Overturned => full += 1,
            Finding::PartlyUpheld => partly += 1,
            Finding::NotUpheld | Finding::NotOverturned => against += 1,
            Finding::NoFinding => {}
        }
    }
    match (full, partly, against) {
        (0, 0, 0) => Finding::NoFinding,
        (0, 0, _) => Finding::NotUpheld,
        (_, 0, 0) => Finding::Upheld,
        _ => Finding::PartlyUpheld,
    }
}

/// The answer to one point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointAnswer {
    /// The agreed words of the point.
    pub text: String,
    /// What we found: evidence weighed, both accounts.
    pub found: String,
    /// None only in a draft that the check will stop.
    pub finding: Option<Finding>,
    /// Stage 2: what stage 1 had found.
    pub stage1_finding: Option<Finding>,
    /// Why the facts lead there.
    pub reasons: String,
    pub sources: Sources,
    /// When it happened, as far as a version of a policy depends on it.
    pub happened_on: Option<Date>,
    /// Names of the evidence weighed.
    pub evidence: Vec<String>,
    /// What we did wrong, in a sentence, where the point is upheld.
    pub fault: Option<String>,
    /// What people criticised under this point were asked.
    pub comments: Vec<CommentFacts>,
}

/// Which rules a point was looked at by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sources {
    Cited(Vec<Source>),
    /// With why none applies.
    NoneApplies(String),
}

/// A document in one version, and the clause in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub document: String,
    pub clause: String,
    pub in_force_from: Option<Date>,
    pub in_force_to: Option<Date>,
}

impl Source {
    /// "Repairs policy, section 4.2 (version of 1 May 2025)".
    pub fn cited(&self) -> String {
        self.cited_in(Tongue::first())
    }

    /// The same in a letter's language; the document keeps its own name.
    pub fn cited_in(&self, t: &Tongue) -> String {
        let source = if self.clause.is_empty() {
            t.typed(&self.document)
        } else {
            t.typed(&format!("{}, {}", self.document, self.clause))
        };
        match self.in_force_from {
            Some(from) => {
                let day = t.short_day(from);
                t.say("source-version", &[("source", &source), ("day", &day)])
            }
            None => source,
        }
    }

    /// Whether this version was in force on the day.
    pub fn in_force(&self, on: Date) -> bool {
        self.in_force_from.is_none_or(|from| from <= on)
            && self.in_force_to.is_none_or(|to| on <= to)
    }
}

/// An adverse finding about a person, and whether they could answer it (Code 5.8, 7.1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentFacts {
    pub invited_on: Option<Date>,
    pub reply_by: Option<Date>,
    pub answered: bool,
}

/// Our duties and the person's, where they decide the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalDuties {
    pub ours: String,
    pub yours: String,
}

/// What became of an outcome that the person wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeAnswer {
    pub wanted: String,
    pub met: Option<Met>,
    pub why: String,
}

/// How far an outcome is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    Fully,
    Partly,
    Not,
}

/// One thing that will put it right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemedyFacts {
    pub kind: RemedyKind,
    pub what: String,
    pub by: Option<Date>,
}

/// Money, by head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferFacts {
    pub heads: Vec<OfferHead>,
    pub total_pence: u64,
    pub earlier: Vec<EarlierOffer>,
    pub set_off: Option<SetOff>,
    pub pay_by: Option<Date>,
    /// "to your bank account", "off your rent account".
    pub paid: String,
}

/// What a sum is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferHead {
    pub what: String,
    pub pence: u64,
}

/// An offer made before, counted in the total or paid on top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierOffer {
    pub offered_on: Date,
    pub pence: u64,
    pub counted_in: bool,
}

/// A debt taken off, with whoever decided that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetOff {
    pub debt_pence: u64,
    pub net_pence: u64,
    pub decided_by: String,
}

/// A promised thing, done or still to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionFacts {
    pub what: String,
    pub owner: Option<String>,
    pub by: Option<Date>,
    pub done_on: Option<Date>,
}

/// Another body that may help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherBody {
    pub name: String,
    pub contact: String,
}

/// Why the person is still unhappy: told, or asked for in vain. Never demanded (Code 6.12).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyUnhappy {
    pub told_us: String,
    pub tries: Vec<Date>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_follows_from_the_points() {
        use Finding::*;
        let of = |findings: &[Finding]| overall(findings.iter().copied());
        assert_eq!(of(&[Upheld, Upheld]), Upheld);
        assert_eq!(of(&[Upheld, NotUpheld]), PartlyUpheld);
        assert_eq!(of(&[PartlyUpheld]), PartlyUpheld);
        assert_eq!(of(&[NotUpheld, NoFinding]), NotUpheld);
        assert_eq!(of(&[NoFinding]), NoFinding);
    }
}
