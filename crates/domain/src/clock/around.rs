//! The clocks beside the stages: an enquiry's reply, and those of a request for service.

use jiff::civil::Date;

use crate::calendar::CalendarEnds;
use crate::clock::{Clock, Counting, Status, What, status};
use crate::complaint::{Complaint, Request};
use crate::policy::{Limit, Start};
use crate::vocabulary::Stage;

/// What runs whatever the contact has become since. Neither clock moves one of a complaint.
pub(super) fn around(
    complaint: &Complaint,
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let mut clocks = Vec::new();
    let pack = counting.terms.pack;
    if let Some(enquiry) = &complaint.enquiry
        && let Some(limit) = pack.enquiries.as_ref().and_then(|terms| terms.reply.as_ref())
    {
        let from = (enquiry.received_on, "complaint-received");
        clocks.push(one(What::EnquiryReply, limit, (from, enquiry.answered_on), counting)?);
    }
    if let Some(request) = &complaint.request
        && let Some(limit) =
            pack.service_requests.as_ref().and_then(|terms| terms.first_contact.as_ref())
    {
        let from =
            if limit.from == Start::Receipt { request.received_on } else { request.logged_on };
        let from = (from, "complaint-received");
        clocks.push(one(
            What::ServiceRequestContact,
            limit,
            (from, request.contacted_on),
            counting,
        )?);
    }
    if let Some(request) = &complaint.request {
        clocks.extend(of_request(complaint, request, counting)?);
    }
    Ok(clocks)
}

/// By when a request is settled and looked at again. A complaint made of it ends neither; taking
/// it back or closing it does.
fn of_request(
    complaint: &Complaint,
    request: &Request,
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let mut clocks = Vec::new();
    let ended = complaint.withdrawn_on.is_some() || complaint.closed.is_some();
    let terms = counting.terms.pack.service_requests.as_ref();
    if let Some(limit) = terms.and_then(|terms| terms.settle.as_ref()) {
        let from =
            if limit.from == Start::Receipt { request.received_on } else { request.logged_on };
        let from = (from, "complaint-received");
        let mut clock =
            one(What::ServiceRequestSettled, limit, (from, request.settled_on), counting)?;
        clock.stage = None;
        if request.settled_on.is_none() && ended {
            clock.status = Status::Void;
        }
        clocks.push(clock);
    }
    let Some((every, clause)) = counting.terms.request_review() else { return Ok(clocks) };
    let days = std::iter::once((request.logged_on, "complaint-received"));
    let days = days.chain(request.reviewed.iter().map(|on| (*on, "request-reviewed")));
    for (index, from) in days.enumerate() {
        let done_on = request.reviewed.get(index).copied();
        let limit =
            Limit { length: every, from: Start::Receipt, or_from: None, clause: clause.clone() };
        let mut clock = one(What::ServiceRequestReview, &limit, (from, done_on), counting)?;
        clock.stage = None;
        let last = index == request.reviewed.len();
        if last && let Some(day) = request.next_review {
            (clock.due, clock.length, clock.why) = (day, None, Vec::new());
            clock.status = status(day, done_on, counting.today);
        }
        // Settling it is the end of looking at it.
        if last && (request.settled_on.is_some() || ended) {
            clock.status = Status::Void;
        }
        clock.of = Some(format!("q{}", index + 1));
        clocks.push(clock);
    }
    Ok(clocks)
}

fn one(
    what: What,
    limit: &Limit,
    ((from, from_event), done_on): ((Date, &'static str), Option<Date>),
    counting: Counting<'_>,
) -> Result<Clock, CalendarEnds> {
    let reckoned = counting.calendar.reckon(from, limit.length)?;
    Ok(Clock {
        what,
        stage: Some(Stage::One),
        of: None,
        due: reckoned.due,
        from,
        from_event,
        length: Some(limit.length.to_string()),
        clause: limit.clause.clone(),
        status: status(reckoned.due, done_on, counting.today),
        done_on,
        why: reckoned.why,
        outer_limit: None,
        instead_of: None,
        provisional: false,
        beside: None,
        settled: None,
    })
}
