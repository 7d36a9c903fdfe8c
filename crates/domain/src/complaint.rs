//! A complaint as its history leaves it: nothing here is stored, everything is folded from events.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::clock::settled::Settled;
use crate::command::{Decline, Find, OfferRemedy, Receive, Respond, WriteLetter};
use crate::event::{Queued, Triaged};
use crate::ids::{ActionId, CaseId, OfferId, PackId, PointId, StaffId};
use crate::personal::Words;
use crate::post::{Failed, Waiting};
use crate::vocabulary::{
    Authority, Channel, ClosingReason, EscalationGround, Finding, Kind, Stage,
};

mod beside;
mod gathered;
mod point;

pub use beside::{
    Behaviour, Dispute, EvidenceRequest, Ombudsman, Order, Request, Restriction, Review,
};
pub use gathered::{Evidence, InformationRequest};
pub use point::{LeftBecause, Point};

/// Where a case stands, as people are told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Received,
    Declined,
    Investigating,
    Answered,
    EscalationRequested,
    Closed,
    Withdrawn,
}

/// A complaint, or another contact that may yet become one.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// What people quote; none in a rehearsal.
    pub reference: Option<String>,
    pub pack: PackId,
    pub floor: bool,
    pub contact: Receive,
    pub channel: Channel,
    pub kind: Kind,
    /// The day anyone at all was told, as last corrected; the day of dissatisfaction where the
    /// contact became a complaint later.
    pub received_on: Date,
    /// Whether it was a complaint at any time: its day of receipt then stands.
    pub was_complaint: bool,
    /// The day it was recorded.
    pub recorded_on: Date,
    pub received_corrected: Vec<(Date, Date)>,
    pub choice: Option<crate::vocabulary::Choice>,
    pub representative: Option<(Words, Authority)>,
    pub lead: Option<Words>,
    pub links: Vec<CaseId>,
    pub points: Vec<Point>,
    pub definition_version: u32,
    /// Points that were declined or moved away: kept in view, answered elsewhere.
    pub left: BTreeMap<PointId, LeftBecause>,
    pub stage_1: StageRecord,
    pub stage_2: Option<StageRecord>,
    pub escalation: Option<Escalation>,
    pub declined: Option<Declined>,
    /// The day the Ombudsman told the landlord to take a declined complaint on.
    pub directed_on: Option<Date>,
    pub conflicts: Vec<Conflict>,
    pub needs: Vec<Words>,
    pub disability: Option<Words>,
    pub evidence: Vec<Evidence>,
    pub correspondence: u32,
    /// What triage weighed last, and when.
    pub triage: Option<(Date, Triaged)>,
    /// What teams and contractors were asked, in the order of asking.
    pub information: Vec<InformationRequest>,
    pub invited_to_comment: Vec<(Words, Date)>,
    /// Members of staff the complaint is about. They see and do nothing in it (Code 5.8).
    pub about_staff: BTreeSet<StaffId>,
    pub remedies: Vec<Remedy>,
    pub actions: Vec<Action>,
    pub offers: Vec<Offer>,
    pub lessons: u32,
    pub letters: Vec<LetterKept>,
    /// Letters that have not left, and the numbers of those taken back.
    pub waiting: Vec<Waiting>,
    pub withdrawn_letters: Vec<u32>,
    /// Letters that went with no other act, and when each was written.
    pub written: Vec<(Date, WriteLetter)>,
    /// Letters that a second person let go.
    pub cleared: Vec<Cleared>,
    /// Claims that went to the insurers.
    pub insurer_claims: Vec<InsurerClaim>,
    /// The enquiry it came as, whatever it became.
    pub enquiry: Option<Enquiry>,
    /// The service request it came as, whatever it became.
    pub request: Option<Request>,
    /// The day the result of the last rethink went out, and until when stage 2 may be asked for
    /// from then on.
    pub rethought_on: Option<Date>,
    pub rethought_until: Option<Date>,
    /// Whether a rethink has begun whose result is not out.
    pub rethink_open: bool,
    /// Incidents, warnings and restrictions.
    pub behaviour: Behaviour,
    pub ombudsman: Ombudsman,
    /// When agreed adjustments are looked at again.
    pub adjustment_reviews: Vec<Review>,
    /// Clauses departed from, with the day.
    pub departures: Vec<(Date, String)>,
    /// Attempts to put it right at once, and whether each did.
    pub settlement_attempts: Vec<(Date, bool)>,
    pub withdrawn_on: Option<Date>,
    pub closed: Option<(Date, ClosingReason)>,
    pub reopened: u32,
    pub surveyed_on: Option<Date>,
    /// Days that were kept or moved when the calendar changed, each clock once.
    pub settled: Vec<Settled>,
    /// Promised days that moved and that the resident has not been told of.
    pub to_tell: Vec<Settled>,
    /// The day of the last event.
    pub last_on: Date,
}

/// What happened at one stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageRecord {
    /// The points answered at this stage; all accepted points at stage 1.
    pub points: Option<BTreeSet<PointId>>,
    pub defined_on: Option<Date>,
    pub confirmed_on: Option<Date>,
    pub acknowledged: Option<Acknowledged>,
    pub form_logged_on: Option<Date>,
    pub logged_on: Option<Date>,
    pub officer: Option<StaffId>,
    pub assigned_on: Option<Date>,
    pub officer_received_on: Option<Date>,
    /// Everybody who was given the stage, in order.
    pub given: Vec<Given>,
    /// Everybody who did, approved or wrote down anything while the case was at this stage.
    pub involved: BTreeSet<StaffId>,
    pub overseer: Option<StaffId>,
    /// Everybody who oversaw this stage at any time.
    pub oversaw: BTreeSet<StaffId>,
    /// Everybody who held this stage or acted in it: barred from the next (Code 6.13).
    pub hands: BTreeSet<StaffId>,
    pub contacts: Vec<Date>,
    pub needs_asked: bool,
    pub clarifications: Vec<(Date, Words)>,
    pub update_plans: Vec<UpdatePlan>,
    pub updates: Vec<Date>,
    pub extensions: Vec<Extension>,
    pub findings: BTreeMap<PointId, Found>,
    pub responded: Option<Responded>,
}

/// Giving a stage to somebody, and the day they had it in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub officer: StaffId,
    pub on: Date,
    pub received_on: Date,
}

/// The acknowledgement of a stage and the response day it promised.
#[derive(Clone, Debug, PartialEq)]
pub struct Acknowledged {
    pub on: Date,
    pub response_due: Date,
    pub channel: Channel,
}

/// How often the resident hears from the landlord, from a day on.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatePlan {
    pub from: Date,
    pub from_event: &'static str,
    pub every: Span,
}

/// One notice of more time.
#[derive(Clone, Debug, PartialEq)]
pub struct Extension {
    pub on: Date,
    pub from: Date,
    pub to: Date,
    pub late: bool,
    pub past_cap: bool,
    pub good_reason: bool,
    /// Whether the resident agreed.
    pub agreed: bool,
    pub reason: Words,
}

/// The decision on a point at a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub on: Date,
    pub by: Option<StaffId>,
    pub finding: Finding,
    /// The reasons and everything else that was said with it.
    pub given: Find,
}

/// The written answer of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Responded {
    pub on: Date,
    pub by: Option<StaffId>,
    pub escalate_by: Option<Date>,
    pub given: Respond,
}

/// A request for stage 2 and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Escalation {
    pub received_on: Date,
    pub channel: Channel,
    pub reason: Option<Words>,
    pub points: Vec<PointId>,
    pub late: bool,
    pub escalated_on: Option<Date>,
    pub late_because: Option<Words>,
    pub declined: Option<(Date, EscalationGround)>,
    /// Who declined it: the letter names them.
    pub declined_by: Option<StaffId>,
    pub directed_on: Option<Date>,
    /// The day the request was logged, where a policy counts from that.
    pub logged_on: Option<Date>,
    /// The day it went back to stage 1 with the resident's agreement; once and no more.
    pub referred_back_on: Option<Date>,
}

/// A refusal to take the complaint on.
#[derive(Clone, Debug, PartialEq)]
pub struct Declined {
    pub on: Date,
    /// Who decided it: the letter names them.
    pub by: Option<StaffId>,
    pub whole: bool,
    pub refusal: Decline,
}

/// A conflict of interest somebody declared (Code 5.8).
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub who: StaffId,
    /// Nothing to declare.
    pub none: bool,
    pub mitigated: bool,
    pub mitigated_by: Option<StaffId>,
}

/// A remedy as offered, with the stage at which it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    pub stage: Stage,
    pub on: Date,
    pub offer: Option<OfferId>,
    pub action: Option<ActionId>,
    pub remedy: OfferRemedy,
}

/// One promised thing. It outlives the response and the closure (Code 6.6, 6.17).
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub id: ActionId,
    pub stage: Stage,
    pub what: Words,
    pub owner: Words,
    pub raised_on: Date,
    pub from_event: &'static str,
    pub due: Date,
    pub first_due: Date,
    pub done_on: Option<Date>,
    pub notes: Vec<(Date, Words)>,
    /// What the person says was not kept of it, the newest last.
    pub disputes: Vec<Dispute>,
}

/// A sum offered, in pence.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub id: OfferId,
    pub stage: Stage,
    /// The sum as it stands: what the panel recommended, where that was followed.
    pub amount: u64,
    /// The sum first offered.
    pub first_amount: u64,
    pub offered_on: Date,
    pub accepted: Option<bool>,
    pub answered_on: Option<Date>,
    /// The day somebody noted that the time for accepting was over. That is no refusal.
    pub lapsed_on: Option<Date>,
    pub paid_on: Option<Date>,
    /// The last review by the panel.
    pub panel: Option<PanelReview>,
}

/// A panel's look at a sum that the resident disputes.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelReview {
    pub referred_on: Date,
    pub recommended: Option<Recommended>,
}

/// What a panel recommended, and whether the landlord follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommended {
    pub on: Date,
    pub amount: u64,
    pub followed: bool,
}

/// A claim for damage or injury that went to the insurers.
#[derive(Clone, Debug, PartialEq)]
pub struct InsurerClaim {
    pub on: Date,
    pub what: Words,
    /// Pence, where a sum is claimed.
    pub value: Option<u64>,
}

/// An elected member's enquiry.
#[derive(Clone, Debug, PartialEq)]
pub struct Enquiry {
    pub received_on: Date,
    pub answered_on: Option<Date>,
}

/// A letter that left the house.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterKept {
    pub letter: String,
    pub number: u32,
    pub stage: Stage,
    pub channel: Channel,
    pub sent_on: Date,
    pub text: Words,
    pub sha256: String,
    pub kept_sha256: String,
    /// What became of it, where it did not arrive.
    pub failed: Option<Failed>,
    /// The day it came, where somebody showed it.
    pub received_on: Option<Date>,
    /// As it waited, where it did.
    pub queued: Option<Queued>,
}

/// A letter that a second person let go, by its bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Cleared {
    pub letter: String,
    pub by: Option<StaffId>,
    pub author: StaffId,
    pub sha256: String,
    /// Codes of the letter checks that asked.
    pub asks: Vec<String>,
}

impl Complaint {
    /// The stage the case is at: 2 once escalated.
    pub fn stage(&self) -> Stage {
        if self.stage_2.is_some() { Stage::Two } else { Stage::One }
    }

    /// What happened at the stage the case is at.
    pub fn current(&self) -> &StageRecord {
        self.stage_2.as_ref().unwrap_or(&self.stage_1)
    }

    /// What happened at a stage, if it was opened.
    pub fn at(&self, stage: Stage) -> Option<&StageRecord> {
        match stage {
            Stage::One => Some(&self.stage_1),
            Stage::Two => self.stage_2.as_ref(),
        }
    }

    /// Where the case stands.
    pub fn state(&self) -> State {
        if self.closed.is_some() {
            return State::Closed;
        }
        if self.withdrawn_on.is_some() {
            return State::Withdrawn;
        }
        if let Some(stage_2) = &self.stage_2 {
            return if stage_2.responded.is_some() {
                State::Answered
            } else {
                State::Investigating
            };
        }
        if self.declined.as_ref().is_some_and(|declined| declined.whole)
            && self.directed_on.is_none()
        {
            return State::Declined;
        }
        if self.awaits_escalation_decision() {
            return State::EscalationRequested;
        }
        if self.stage_1.responded.is_some() {
            return State::Answered;
        }
        if self.kind == Kind::Enquiry
            && self.enquiry.as_ref().is_some_and(|enquiry| enquiry.answered_on.is_some())
        {
            return State::Answered;
        }
        if self.kind == Kind::ServiceRequest
            && self.request.as_ref().is_some_and(|request| request.settled_on.is_some())
        {
            return State::Answered;
        }
        if self.stage_1.acknowledged.is_some() { State::Investigating } else { State::Received }
    }

    /// Whether a request for stage 2 waits for somebody to act on it.
    pub fn awaits_escalation_decision(&self) -> bool {
        self.escalation.as_ref().is_some_and(|request| {
            request.escalated_on.is_none()
                && (request.declined.is_none() || request.directed_on.is_some())
        })
    }

    /// The accepted points of a stage, in order.
    pub fn points_at(&self, stage: Stage) -> Vec<&Point> {
        let chosen = self.at(stage).and_then(|record| record.points.as_ref());
        self.points
            .iter()
            .filter(|point| !self.left.contains_key(&point.id))
            .filter(|point| chosen.is_none_or(|ids| ids.contains(&point.id)))
            .collect()
    }

    /// The last day to ask for stage 2: as the answer said it, or later after a rethink.
    pub fn escalate_by(&self) -> Option<Date> {
        let said = self.stage_1.responded.as_ref()?.escalate_by?;
        Some(self.rethought_until.map_or(said, |until| until.max(said)))
    }

    /// The day the form for accepting an offer went out: with the answer of its stage, or with
    /// the offer itself where that came later or nothing is answered yet.
    pub fn form_issued(&self, offer: &Offer) -> (Date, &'static str) {
        let answered = self.at(offer.stage).and_then(|record| record.responded.as_ref());
        match answered.filter(|answered| offer.offered_on <= answered.on) {
            Some(answered) => (answered.on, "response-issued"),
            None => (offer.offered_on, "remedy-offered"),
        }
    }

    /// Whether the landlord is at fault on a point as decided at a stage. A review says whether
    /// the decision before it stands.
    pub fn admits_fault(&self, point: &PointId, stage: Stage) -> bool {
        let finding = |stage| {
            self.at(stage).and_then(|record| record.findings.get(point)).map(|found| found.finding)
        };
        let before = finding(Stage::One).is_some_and(Finding::admits_fault);
        match finding(stage) {
            Some(Finding::Overturned) if stage == Stage::Two => !before,
            Some(Finding::NotOverturned) => before,
            Some(finding) => finding.admits_fault(),
            None => false,
        }
    }

    /// Actions not yet done.
    pub fn open_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(|action| action.done_on.is_none())
    }

    /// The role a person has been given in this case's own events, if any was named.
    pub fn officer_at(&self, stage: Stage) -> Option<&StaffId> {
        self.at(stage).and_then(|record| record.officer.as_ref())
    }
}

impl StageRecord {
    /// The response day in force: promised, or moved by extensions.
    pub fn response_due(&self) -> Option<Date> {
        self.extensions
            .last()
            .map(|extension| extension.to)
            .or_else(|| self.acknowledged.as_ref().map(|ack| ack.response_due))
    }
}
