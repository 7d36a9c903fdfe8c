//! What a case has in the registers: the Ombudsman's days, restrictions, requests for service,
//! enquiries, praise, refusals, groups, and what was settled at once.

use jiff::civil::Date;
use redress_domain::clock::{Clock, What};
use redress_domain::command::Agreed;
use redress_domain::complaint::{Complaint, Request, State};
use redress_domain::vocabulary::{Conduct, Kind};
use redress_store::lists::Entry;

use crate::desk::rows::{Facts, shortened, subject};
use crate::words;

/// What the Ombudsman asked for or ordered, each with its own day.
pub const OMBUDSMAN_DUE: &str = "ombudsman-due";
/// Cases that the Ombudsman has.
pub const OMBUDSMAN_CASE: &str = "ombudsman-case";
/// Paragraphs of the Code that the Ombudsman found broken (Code 8.1c).
pub const CODE_FINDING: &str = "code-finding";
/// Restrictions in force.
pub const RESTRICTION: &str = "restriction";
/// Restrictions that wait for somebody's decision. They hold no words.
pub const PROPOSAL: &str = "restriction-proposed";
/// Threats or abuse on record, for whoever is to visit.
pub const SAFETY: &str = "safety";
/// Requests for service.
pub const REQUEST: &str = "service-request";
/// Enquiries of MPs and councillors.
pub const ENQUIRY: &str = "enquiry";
/// Praise and comments.
pub const FEEDBACK: &str = "feedback";
/// What was not taken on.
pub const REFUSAL: &str = "refusal";
/// Groups and petitions.
pub const PETITION: &str = "petition";
/// What was tried to be settled at once.
pub const SETTLED_AT_ONCE: &str = "settled-at-once";

/// The longest text of an entry.
const LONGEST: usize = 160;

/// All entries of one case.
pub fn entries(facts: &Facts<'_>) -> Vec<Entry> {
    let complaint = facts.complaint;
    let mut entries = Vec::new();
    ombudsman(complaint, &mut entries);
    behaviour(complaint, facts.clocks, &mut entries);
    if let Some(request) = &complaint.request {
        entries.push(service_request(complaint, request, facts.clocks));
    }
    if let Some(enquiry) = &complaint.enquiry {
        let answered = enquiry.answered_on.is_some();
        let state = if answered { "answered" } else { "open" };
        let done = answered || over(complaint);
        let due_on = open_day(facts.clocks, &[What::EnquiryReply]).filter(|_| !done);
        let entry = entry((ENQUIRY, "e"), subject(complaint), state, enquiry.received_on);
        entries.push(Entry { due_on, done, ..entry });
    }
    if matches!(complaint.kind, Kind::Compliment | Kind::Comment) {
        let state = words::id(&complaint.kind);
        let entry = entry((FEEDBACK, "f"), subject(complaint), &state, complaint.received_on);
        entries.push(Entry { done: complaint.closed.is_some(), ..entry });
    }
    refusals(complaint, &mut entries);
    if !complaint.contact.group.is_empty() {
        let state = if complaint.lead.is_some() { "led" } else { "no-lead" };
        let people = match complaint.contact.group.len() {
            1 => "1 person".to_owned(),
            n => format!("{n} people"),
        };
        let what = format!("{people}: {}", subject(complaint));
        let entry = entry((PETITION, "g"), what, state, complaint.received_on);
        entries.push(Entry { done: over(complaint), ..entry });
    }
    for (index, (on, settled)) in complaint.settlement_attempts.iter().enumerate() {
        let state = if *settled { "settled" } else { "not-settled" };
        let id = format!("s{}", index + 1);
        let entry = entry((SETTLED_AT_ONCE, &id), subject(complaint), state, *on);
        entries.push(Entry { done: *settled, ..entry });
    }
    entries
}

fn refusals(complaint: &Complaint, entries: &mut Vec<Entry>) {
    if let Some(declined) = &complaint.declined {
        let ground = declined.refusal.ground.map(|ground| words::id(&ground)).unwrap_or_default();
        let state = if declined.whole { "whole" } else { "part" };
        let entry = entry((REFUSAL, "complaint"), ground, state, declined.on);
        entries.push(Entry { done: complaint.directed_on.is_some(), ..entry });
    }
    if let Some((on, ground)) = complaint.escalation.as_ref().and_then(|it| it.declined) {
        let ground = words::id(&ground);
        entries.push(entry((REFUSAL, "stage-2"), ground, "stage-2", on));
    }
}

fn ombudsman(complaint: &Complaint, entries: &mut Vec<Entry>) {
    let theirs = &complaint.ombudsman;
    for (index, request) in theirs.requests.iter().enumerate() {
        let id = format!("evidence-{}", index + 1);
        let items: Vec<&str> = request.items.iter().map(|item| item.text()).collect();
        let entry = entry((OMBUDSMAN_DUE, &id), items.join("; "), "evidence", request.on);
        let done = request.sent_on.is_some();
        entries.push(Entry { due_on: Some(request.due), done, ..entry });
    }
    for order in &theirs.orders {
        let state = if order.recommendation { "recommendation" } else { "order" };
        let id = format!("order-{}", order.id.0);
        let entry = entry((OMBUDSMAN_DUE, &id), order.what.text(), state, order.on);
        entries.push(Entry { due_on: order.due, done: order.done_on.is_some(), ..entry });
    }
    let first = [
        theirs.contacts.first().map(|(on, _)| *on),
        theirs.requests.first().map(|request| request.on),
        theirs.determined.as_ref().map(|(on, _)| *on),
        theirs.orders.first().map(|order| order.on),
    ];
    if let Some(since) = first.into_iter().flatten().min() {
        let open = theirs.orders.iter().any(|order| order.done_on.is_none());
        let state = match (&theirs.determined, theirs.open_request()) {
            (_, Some(_)) => "evidence",
            (None, None) => "waiting",
            (Some(_), None) if open => "orders",
            (Some(_), None) => "decided",
        };
        let reference = theirs.contacts.last().map(|(_, reference)| reference.text());
        let entry = entry((OMBUDSMAN_CASE, "o"), reference.unwrap_or_default(), state, since);
        entries.push(Entry { done: state == "decided", ..entry });
    }
    if let Some((on, heads)) = &theirs.determined {
        for (index, head) in heads.iter().enumerate() {
            let (Some(code), Some(finding)) = (&head.code, head.finding) else { continue };
            let id = format!("h{}", index + 1);
            let entry = entry((CODE_FINDING, &id), code.as_str(), &words::id(&finding), *on);
            entries.push(Entry { done: true, ..entry });
        }
    }
}

fn behaviour(complaint: &Complaint, clocks: &[Clock], entries: &mut Vec<Entry>) {
    for restriction in &complaint.behaviour.restrictions {
        let id = restriction.id.0.as_str();
        let Some(on) = restriction.approved_on else {
            entries.push(entry((PROPOSAL, id), "", "proposed", restriction.proposed_on));
            continue;
        };
        let done = restriction.lifted_on.is_some();
        let state = match (done, restriction.is_challenged()) {
            (true, _) => "lifted",
            (false, true) => "challenged",
            (false, false) => "in-force",
        };
        let open = clocks
            .iter()
            .filter(|clock| clock.what == What::RestrictionReview && clock.is_open())
            .filter(|clock| clock.of.as_deref().and_then(|of| of.split('.').next()) == Some(id));
        let due_on = open.map(|clock| clock.due).min();
        let entry = entry((RESTRICTION, id), restriction.measure.text(), state, on);
        entries.push(Entry { due_on, done, ..entry });
    }
    let all = complaint.behaviour.incidents.iter().chain(&complaint.behaviour.warnings);
    let dangerous = all.filter(|(_, incident)| {
        matches!(incident.conduct, Some(Conduct::Abuse | Conduct::Threats))
    });
    if let Some(on) = dangerous.map(|(on, _)| *on).max() {
        entries.push(entry((SAFETY, "s"), "", "alert", on));
    }
}

fn service_request(complaint: &Complaint, request: &Request, clocks: &[Clock]) -> Entry {
    const CLOCKS: &[What] =
        &[What::ServiceRequestContact, What::ServiceRequestSettled, What::ServiceRequestReview];
    let ended = complaint.withdrawn_on.is_some() || complaint.closed.is_some();
    let done = request.settled_on.is_some() || ended;
    let state = match (&request.answered, request.offered.last()) {
        _ if request.settled_on.is_some() => "settled",
        _ if ended => "ended",
        _ if request.contacted_on.is_none() => "not-contacted",
        (_, None) => "contacted",
        (None, Some(_)) => "offered",
        (Some((_, Agreed::Yes)), Some(_)) => "agreed",
        (Some((_, Agreed::No)), Some(_)) => "unhappy",
        (Some((_, Agreed::NoReply)), Some(_)) => "no-reply",
    };
    let promised = request.offered.last().and_then(|(_, _, by)| *by);
    let due_on = open_day(clocks, CLOCKS).into_iter().chain(promised).min().filter(|_| !done);
    let entry = entry((REQUEST, "q"), subject(complaint), state, request.received_on);
    Entry { due_on, done, ..entry }
}

/// The earliest open day of these clocks.
fn open_day(clocks: &[Clock], of: &[What]) -> Option<Date> {
    let open = clocks.iter().filter(|clock| of.contains(&clock.what) && clock.is_open());
    open.map(|clock| clock.due).min()
}

fn over(complaint: &Complaint) -> bool {
    matches!(complaint.state(), State::Closed | State::Withdrawn)
}

fn entry((register, id): (&str, &str), what: impl AsRef<str>, state: &str, since: Date) -> Entry {
    Entry {
        register: register.to_owned(),
        id: id.to_owned(),
        what: shortened(what.as_ref(), LONGEST),
        state: state.to_owned(),
        since_on: since,
        due_on: None,
        done: false,
    }
}
