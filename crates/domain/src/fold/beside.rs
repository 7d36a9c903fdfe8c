//! Triage, behaviour, the Ombudsman, reviews of adjustments, departures and attempts to settle at once.

use crate::complaint::{Complaint, Dispute, EvidenceRequest, Order, Restriction, Review};
use crate::event::{Event, Happened, Proposal};
use crate::ids::RestrictionId;

pub(super) fn apply(complaint: &mut Complaint, happened: &Happened) {
    let on = happened.on;
    let name = happened.event.name();
    match &happened.event {
        Event::ActionDisputed(disputed) => {
            let action = complaint.actions.iter_mut().find(|action| action.id == disputed.id);
            if let Some(action) = action {
                let said_done_on = action.done_on.take();
                let (how, text) = (disputed.how, disputed.text.clone());
                action.disputes.push(Dispute { on, how, text, said_done_on });
            }
        }
        Event::ComplaintTriaged(triaged) => complaint.triage = Some((on, triaged.clone())),
        Event::IncidentRecorded(incident) => {
            complaint.behaviour.incidents.push((on, incident.clone()));
        }
        Event::PersonWarned(incident) => complaint.behaviour.warnings.push((on, incident.clone())),
        Event::RestrictionProposed(proposal) => proposed(complaint, happened, proposal),
        Event::RestrictionRefused(ended) => {
            complaint.behaviour.restrictions.retain(|known| known.id != ended.id);
        }
        Event::RestrictionApproved(restricted) => {
            with(complaint, &restricted.id, |known| {
                known.approved_on = Some(on);
                known.approved_by.clone_from(&happened.by);
                known.reviews.push(review(on, name, restricted.review_on));
            });
        }
        Event::RestrictionReviewed(restricted) => {
            with(complaint, &restricted.id, |known| {
                if let Some(last) = known.reviews.last_mut() {
                    last.done_on = Some(on);
                }
                known.reviews.push(review(on, name, restricted.review_on));
            });
        }
        Event::RestrictionLifted(ended) => {
            with(complaint, &ended.id, |known| {
                known.lifted_on = Some(on);
                if let Some(last) = known.reviews.last_mut() {
                    last.done_on = Some(on);
                }
            });
        }
        Event::RestrictionChallenged(ended) => {
            with(complaint, &ended.id, |known| known.challenges.push((on, ended.reason.clone())));
        }
        Event::OmbudsmanContacted { reference } => {
            complaint.ombudsman.contacts.push((on, reference.clone()));
        }
        Event::EvidenceRequested(wanted) => complaint.ombudsman.requests.push(EvidenceRequest {
            on,
            due: wanted.due,
            items: wanted.items.clone(),
            more_time: Vec::new(),
            sent_on: None,
        }),
        Event::MoreTimeAsked(more) => {
            let open = complaint.ombudsman.requests.iter_mut().find(|it| it.sent_on.is_none());
            if let Some(request) = open {
                request.more_time.push((on, more.to, more.granted));
                if more.granted {
                    request.due = more.to;
                }
            }
        }
        Event::EvidenceSent {} => {
            for request in &mut complaint.ombudsman.requests {
                request.sent_on.get_or_insert(on);
            }
        }
        Event::OmbudsmanDetermined(determined) => {
            complaint.ombudsman.determined = Some((on, determined.heads.clone()));
        }
        Event::OmbudsmanOrdered(ordered) => complaint.ombudsman.orders.push(Order {
            id: ordered.id.clone(),
            on,
            what: ordered.what.clone(),
            due: ordered.due,
            amount: ordered.amount,
            recommendation: ordered.recommendation,
            owner: ordered.owner.clone(),
            done_on: None,
        }),
        Event::OrderComplied(complied) => {
            let order = complaint.ombudsman.orders.iter_mut().find(|it| it.id == complied.id);
            if let Some(order) = order {
                order.done_on = Some(on);
            }
        }
        Event::DeterminationDiscussed(_) => complaint.ombudsman.discussed.push(on),
        Event::OutcomeOffered(_)
        | Event::OutcomeAnswered(_)
        | Event::RequestSettled { .. }
        | Event::RequestReviewed(_) => request(complaint, happened),
        Event::AdjustmentReviewSet { review_on } => {
            complaint.adjustment_reviews.push(review(on, "needs-recorded", *review_on));
        }
        Event::PolicyDepartedFrom { clause, .. } => {
            complaint.departures.push((on, clause.clone()));
        }
        Event::SettlementAttempted { settled, .. } => {
            complaint.settlement_attempts.push((on, *settled));
        }
        _ => {}
    }
}

fn request(complaint: &mut Complaint, happened: &Happened) {
    let on = happened.on;
    let Some(request) = &mut complaint.request else { return };
    match &happened.event {
        Event::OutcomeOffered(offered) => {
            request.offered.push((on, offered.what.clone(), offered.due));
            request.answered = None;
            request.contacted_on.get_or_insert(on);
        }
        Event::OutcomeAnswered(answered) => request.answered = Some((on, answered.answer)),
        Event::RequestSettled { .. } => request.settled_on = Some(on),
        Event::RequestReviewed(reviewed) => {
            request.reviewed.push(on);
            request.next_review = reviewed.next_review;
        }
        _ => {}
    }
}

fn review(from: jiff::civil::Date, from_event: &'static str, due: jiff::civil::Date) -> Review {
    Review { from, from_event, due, done_on: None }
}

fn proposed(complaint: &mut Complaint, happened: &Happened, proposal: &Proposal) {
    complaint.behaviour.proposed += 1;
    complaint.behaviour.restrictions.push(Restriction {
        id: proposal.id.clone(),
        proposed_on: happened.on,
        proposed_by: happened.by.clone(),
        measure: proposal.given.measure.clone(),
        evidence: proposal.given.evidence.clone(),
        proportionality: proposal.given.proportionality.clone(),
        equality: proposal.given.equality.clone(),
        against: proposal.given.against.clone(),
        route: proposal.route,
        until: proposal.given.until,
        challenges: Vec::new(),
        approved_on: None,
        approved_by: None,
        reviews: Vec::new(),
        lifted_on: None,
    });
}

fn with(complaint: &mut Complaint, id: &RestrictionId, how: impl FnOnce(&mut Restriction)) {
    if let Some(known) = complaint.behaviour.restrictions.iter_mut().find(|it| it.id == *id) {
        how(known);
    }
}
