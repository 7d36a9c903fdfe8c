//! The clocks beside the stages: an enquiry's reply, and the first contact on a service request.

use jiff::civil::Date;

use crate::calendar::CalendarEnds;
use crate::clock::{Clock, Counting, What, status};
use crate::complaint::Complaint;
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
