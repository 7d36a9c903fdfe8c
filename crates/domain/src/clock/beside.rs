//! Clocks of no stage: reviews of restrictions and adjustments, and the Ombudsman's own days.
//! What the Ombudsman printed is never worked out, and nothing that ends a case ends them.

use crate::clock::{Clock, Counting, What, status};
use crate::complaint::{Complaint, Review};
use crate::policy::Duty;

pub(super) fn beside(complaint: &Complaint, counting: Counting<'_>) -> Vec<Clock> {
    let mut clocks = Vec::new();
    let several = 1 < complaint.adjustment_reviews.len();
    for (index, review) in complaint.adjustment_reviews.iter().enumerate() {
        let clause = counting.terms.clause(Duty::Adjustments);
        let of = several.then(|| format!("n{}", index + 1));
        clocks.push(reviewed((What::AdjustmentReview, of), clause, review, counting));
    }
    for restriction in &complaint.behaviour.restrictions {
        for (index, review) in restriction.reviews.iter().enumerate() {
            // The last one of a lifted restriction was met by lifting it.
            let of = match index {
                0 => restriction.id.0.clone(),
                n => format!("{}.{}", restriction.id.0, n + 1),
            };
            let clause = counting.terms.review_clause();
            clocks.push(reviewed((What::RestrictionReview, Some(of)), clause, review, counting));
        }
    }
    for (index, request) in complaint.ombudsman.requests.iter().enumerate() {
        let mut clock = plain(What::OmbudsmanEvidence, request.due, counting);
        clock.of = (0 < index).then(|| format!("e{}", index + 1));
        (clock.from, clock.from_event) = (request.on, "evidence-requested");
        clock.clause = counting.terms.clause(Duty::OmbudsmanDealings);
        clock.status = status(request.due, request.sent_on, counting.today);
        clock.done_on = request.sent_on;
        clocks.push(clock);
    }
    for order in &complaint.ombudsman.orders {
        let Some(due) = order.due else { continue };
        let mut clock = plain(What::OmbudsmanOrder, due, counting);
        clock.of = Some(order.id.0.clone());
        (clock.from, clock.from_event) = (order.on, "ombudsman-ordered");
        clock.clause = counting.terms.clause(Duty::OmbudsmanOrders);
        clock.status = status(due, order.done_on, counting.today);
        clock.done_on = order.done_on;
        clocks.push(clock);
    }
    clocks
}

fn reviewed(
    (what, of): (What, Option<String>),
    clause: String,
    review: &Review,
    counting: Counting<'_>,
) -> Clock {
    let mut clock = plain(what, review.due, counting);
    clock.of = of;
    (clock.from, clock.from_event) = (review.from, review.from_event);
    clock.clause = clause;
    clock.status = status(review.due, review.done_on, counting.today);
    clock.done_on = review.done_on;
    clock
}

/// A clock of a day that was set, not counted.
fn plain(what: What, due: jiff::civil::Date, counting: Counting<'_>) -> Clock {
    Clock {
        what,
        stage: None,
        of: None,
        due,
        from: due,
        from_event: "",
        length: None,
        clause: String::new(),
        status: status(due, None, counting.today),
        done_on: None,
        why: Vec::new(),
        outer_limit: None,
        instead_of: None,
        provisional: false,
        settled: None,
        beside: None,
    }
}
