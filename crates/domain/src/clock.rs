//! Every promise that runs, with its working. Pure: a worklist is only these clocks, stored.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{CalendarEnds, Skipped};
use crate::complaint::Complaint;
use crate::policy::terms::Terms;
use crate::vocabulary::{Kind, Stage};

mod after;
mod around;
mod beside;
pub mod counted;
pub mod moves;
pub mod settled;
mod stage;

pub use counted::Beside;

/// What a clock is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Acknowledgement,
    Assignment,
    FirstContact,
    Response,
    ExtensionLimit,
    Update,
    EscalationWindow,
    OfferAcceptance,
    Closure,
    Action,
    ActionUpdate,
    EnquiryReply,
    ServiceRequestContact,
    ServiceRequestSettled,
    ServiceRequestReview,
    AdjustmentReview,
    RestrictionReview,
    OmbudsmanEvidence,
    OmbudsmanOrder,
    PolicyReview,
    SelfAssessment,
}

impl What {
    /// The name that files and lists use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Assignment => "assignment",
            Self::FirstContact => "first-contact",
            Self::Response => "response",
            Self::ExtensionLimit => "extension-limit",
            Self::Update => "update",
            Self::EscalationWindow => "escalation-window",
            Self::OfferAcceptance => "offer-acceptance",
            Self::Closure => "closure",
            Self::Action => "action",
            Self::ActionUpdate => "action-update",
            Self::EnquiryReply => "enquiry-reply",
            Self::ServiceRequestContact => "service-request-contact",
            Self::ServiceRequestSettled => "service-request-settled",
            Self::ServiceRequestReview => "service-request-review",
            Self::AdjustmentReview => "adjustment-review",
            Self::RestrictionReview => "restriction-review",
            Self::OmbudsmanEvidence => "ombudsman-evidence",
            Self::OmbudsmanOrder => "ombudsman-order",
            Self::PolicyReview => "policy-review",
            Self::SelfAssessment => "self-assessment",
        }
    }

    /// Whether the limit binds the resident: its passing is no breach.
    pub fn binds_resident(self) -> bool {
        matches!(self, Self::EscalationWindow | Self::OfferAcceptance | Self::Closure)
    }
}

/// How a clock stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Forecast,
    Running,
    Met,
    Missed,
    Void,
}

/// One time limit that explains itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clock {
    pub what: What,
    pub stage: Option<Stage>,
    /// Which one, where a case has several of a kind: the action's or update's own id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    pub due: Date,
    pub from: Date,
    pub from_event: &'static str,
    /// "10 working days"; none where a day was simply promised.
    pub length: Option<String>,
    pub clause: String,
    pub status: Status,
    pub done_on: Option<Date>,
    /// The days that did not count, and why.
    pub why: Vec<Skipped>,
    /// On a response: receipt and both limits together, which a late acknowledgement may not pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer_limit: Option<Date>,
    /// The pack's own limit, where the Code floor replaced it: length and clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<(String, String)>,
    /// On a response that counts from a day that stands in for one nobody recorded.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// A second reading of the limit: the other start, or the strict reading of a bare "days".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<Beside>,
    /// What was decided about the day when the calendar changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<settled::Settled>,
}

impl Clock {
    /// Whether this is a clock of the landlord's own that was missed.
    ///
    /// A case left without its answer past the extension limit has two of them, and rightly so: the
    /// promised day passed (`response`), and so did the last day to which the policy lets any answer
    /// go (`extension-limit`, under a clause of its own, such as Code 6.4). A breach is a missed
    /// clock, and only a resident's limit and a forecast are none. What somebody has to do about it
    /// is one thing all the same: lists, counts and letters know the response alone, because the
    /// limit is nobody's task.
    pub fn is_breach(&self) -> bool {
        self.status == Status::Missed && !self.what.binds_resident()
    }

    /// What names it in its case: `response-1`, `update-2-u3`, `action-1-a2`.
    pub fn id(&self) -> String {
        let mut id = self.what.name().to_owned();
        if let Some(stage) = self.stage {
            id.push_str(&format!("-{}", stage.number()));
        }
        if let Some(of) = &self.of {
            id.push_str(&format!("-{of}"));
        }
        id
    }

    /// How a breach is written: `response/1`.
    pub fn label(&self) -> String {
        match self.stage {
            Some(stage) => format!("{}/{}", self.what.name(), stage.number()),
            None => self.what.name().to_owned(),
        }
    }

    /// Whether somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Forecast | Status::Running)
            || (self.status == Status::Missed && self.done_on.is_none())
    }
}

/// What a clock is counted with.
#[derive(Clone, Copy)]
pub(crate) struct Counting<'a> {
    pub terms: Terms<'a>,
    pub calendar: &'a crate::calendar::Calendar,
    pub today: Date,
    /// Days already told to the resident, or settled, are counted again like any other.
    pub afresh: bool,
}

/// All clocks a case has started, in the order in which they began.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn clocks(
    complaint: &Complaint,
    terms: Terms<'_>,
    calendar: &crate::calendar::Calendar,
    today: Date,
) -> Result<Vec<Clock>, CalendarEnds> {
    all(complaint, Counting { terms, calendar, today, afresh: false })
}

fn all(complaint: &Complaint, counting: Counting<'_>) -> Result<Vec<Clock>, CalendarEnds> {
    let told = complaint.as_told();
    let complaint = &*told;
    let mut clocks = around::around(complaint, counting)?;
    if complaint.kind != Kind::Complaint {
        settled::apply_all(complaint, &mut clocks, counting)?;
        if let Some(on) = complaint.withdrawn_on {
            void_running(&mut clocks, on);
        }
        clocks.extend(beside::beside(complaint, counting));
        return Ok(clocks);
    }
    clocks.extend(stage::of_stage(complaint, Stage::One, counting)?);
    after::window(complaint, counting, &mut clocks)?;
    if complaint.escalation.is_some() {
        clocks.extend(stage::of_stage(complaint, Stage::Two, counting)?);
    }
    after::closures(complaint, counting, &mut clocks)?;
    after::offers(complaint, counting, &mut clocks)?;
    after::actions(complaint, counting, &mut clocks)?;
    after::action_updates(complaint, counting, &mut clocks)?;
    settled::apply_all(complaint, &mut clocks, counting)?;
    if let Some(on) = complaint.withdrawn_on {
        void_running(&mut clocks, on);
    }
    clocks.extend(beside::beside(complaint, counting));
    Ok(clocks)
}

/// A withdrawal voids what was still running on that day; what was missed stays missed.
fn void_running(clocks: &mut [Clock], on: Date) {
    for clock in clocks {
        let done = clock.done_on.is_some();
        if !done && (on <= clock.due || clock.status == Status::Forecast) {
            clock.status = Status::Void;
        }
    }
}

/// Running until its day is past, then missed; met or missed by the day it was done.
pub(crate) fn status(due: Date, done_on: Option<Date>, today: Date) -> Status {
    match done_on {
        Some(done) if done <= due => Status::Met,
        Some(_) => Status::Missed,
        None if today <= due => Status::Running,
        None => Status::Missed,
    }
}

/// The non-working days after `from` up to `due`, for a day that was promised rather than counted.
pub(crate) fn skipped(
    counting: Counting<'_>,
    from: Date,
    due: Date,
) -> Result<Vec<Skipped>, CalendarEnds> {
    let mut found = Vec::new();
    let mut day = from;
    while day < due {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if let Some(because) = counting.calendar.day(day)? {
            found.push(Skipped { day, because });
        }
    }
    Ok(found)
}
