//! Do next: one to three steps, from where the case stands and what this person may do.

use redress_domain::clock::{Clock, What};
use redress_domain::complaint::{Complaint, State};
use redress_domain::vocabulary::Kind;

use crate::web::answer::Sheet;
use crate::web::complaint::acts::{Entry, Now};
use crate::web::complaint::tags;
use crate::web::part::notice::Link;

/// The most steps that are shown.
const MOST: usize = 3;

/// The steps, the most pressing first; only those that may be taken now.
pub fn links(sheet: &Sheet, acts: &[(&Entry, Now)]) -> Vec<Link> {
    let mut links = Vec::new();
    for label in wanted(sheet) {
        let found = acts.iter().find(|(entry, now)| entry.label == label && *now == Now::Possible);
        if let Some((entry, _)) = found {
            links.push(Link::new(sheet.href(entry.page), entry.label));
        }
    }
    links.truncate(MOST);
    links
}

/// The labels of what the case asks for, whoever may do it.
fn wanted(sheet: &Sheet) -> Vec<&'static str> {
    let complaint = &sheet.case.complaint;
    let record = complaint.current();
    let mut wanted = Vec::new();
    if came_back(complaint) {
        wanted.push("Send a letter another way");
    }
    if complaint.ombudsman.open_request().is_some() {
        wanted.push("Record that evidence went to the Ombudsman");
    }
    if complaint.ombudsman.orders.iter().any(|order| order.done_on.is_none()) {
        wanted.push("Record that an order is done");
    }
    if complaint.kind == Kind::ServiceRequest && complaint.request.is_some() {
        let open = complaint.request.as_ref().is_some_and(|it| it.settled_on.is_none());
        if open {
            wanted
                .extend(["Agree what is done about the request", "Record the choice to complain"]);
            return wanted;
        }
    }
    if complaint.kind != Kind::Complaint {
        wanted.extend(["Say what this contact is", "Record the choice to complain"]);
        return wanted;
    }
    match complaint.state() {
        State::Received | State::Investigating => {
            // A promised date that moved: they hear of it first.
            if !complaint.to_tell.is_empty() {
                wanted.push("Update the resident");
            }
            let open = complaint.points_at(complaint.stage());
            let undecided = open.iter().any(|point| !record.findings.contains_key(&point.id));
            if record.officer.is_none() {
                if complaint.points.is_empty() {
                    wanted.push("Say what this contact is");
                }
                wanted.push("Assign it");
            }
            if open.is_empty() {
                wanted.push("Define what it is about");
            } else if record.acknowledged.is_none() {
                wanted.push("Acknowledge it");
            } else {
                if is_near(sheet, What::Update) {
                    wanted.push("Update the resident");
                }
                if is_near(sheet, What::FirstContact) {
                    wanted.push("Record contact with the resident");
                }
                if undecided {
                    wanted.push("Decide a point");
                    if is_near(sheet, What::Response) {
                        wanted.push("Extend the response");
                    }
                } else {
                    let fault = record.findings.values().any(|it| it.finding.admits_fault());
                    let stage = complaint.stage();
                    let offered = complaint.remedies.iter().any(|it| it.stage == stage);
                    if fault && !offered {
                        wanted.push("Offer a remedy");
                    }
                    wanted.push("Send the response");
                }
            }
            if !record.needs_asked {
                wanted.push("Record what they need");
            }
            wanted.push("File evidence");
            wanted.push("File a message or call");
        }
        State::EscalationRequested => {
            wanted.extend(["Take it to stage 2", "Decline stage 2"]);
        }
        State::Answered => {
            if complaint.open_actions().next().is_some() {
                wanted.push("Record that a promise is kept");
            }
            if complaint.offers.iter().any(|offer| offer.accepted.is_none()) {
                wanted.push("Record the answer to an offer");
            }
            if complaint.offers.iter().any(|it| it.accepted == Some(true) && it.paid_on.is_none()) {
                wanted.push("Record a payment");
            }
            if complaint.lessons == 0 {
                wanted.push("Record a lesson");
            }
            wanted.push("Close the case");
            wanted.push("Record a request for stage 2");
        }
        State::Declined => wanted.push("Take it on as the Ombudsman directs"),
        State::Closed | State::Withdrawn => {
            if complaint.open_actions().next().is_some() {
                wanted.push("Record that a promise is kept");
            }
            if complaint.lessons == 0 {
                wanted.push("Record a lesson");
            }
        }
    }
    wanted
}

/// Whether a letter came back and the person does not hold it.
fn came_back(complaint: &Complaint) -> bool {
    let undelivered = complaint.undelivered();
    undelivered.iter().any(|(number, ..)| complaint.waiting(*number).is_none())
}

/// Whether a clock of this kind is open and asks for attention.
fn is_near(sheet: &Sheet, what: What) -> bool {
    let calendar = &sheet.case.surroundings.calendar;
    let near = |clock: &Clock| {
        clock.due < sheet.today
            || tags::between(calendar, sheet.today, clock.due)
                .is_some_and(|it| it <= tags::REMINDER)
    };
    sheet.case.clocks.iter().any(|clock| clock.what == what && clock.is_open() && near(clock))
}
