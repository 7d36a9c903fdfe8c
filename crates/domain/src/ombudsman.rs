//! The Ombudsman: what it asks, finds and orders, by the days that it prints. A late act is
//! recorded like any other and its clock stays missed.

use crate::command::{
    AskMoreTime, ComplyWithOrder, DiscussDetermination, OmbudsmanContacts, OmbudsmanDetermines,
    OmbudsmanOrders, RequestsEvidence,
};
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::{Complied, Determined, Discussed, Event, EvidenceWanted, MoreTime, Ordered};
use crate::ids::OrderId;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::Why;
use crate::rules::Rules;

/// The Ombudsman has a case, at any time and whatever state ours is in.
pub fn contacts(given: &OmbudsmanContacts, rules: &Rules<'_>) -> Outcome {
    if given.reference.is_blank() {
        return rules.refuse(Duty::OmbudsmanDealings, Why::Missing { field: "reference" });
    }
    Ok(vec![Event::OmbudsmanContacted { reference: given.reference.clone() }])
}

/// Papers are wanted by the day in the request.
pub fn requests_evidence(given: &RequestsEvidence, rules: &Rules<'_>) -> Outcome {
    let Some(due) = given.due else {
        return rules.refuse(Duty::OmbudsmanDealings, Why::Missing { field: "due" });
    };
    if given.items.is_empty() || given.items.iter().any(Words::is_blank) {
        return rules.refuse(Duty::OmbudsmanDealings, Why::Missing { field: "items" });
    }
    Ok(vec![Event::EvidenceRequested(EvidenceWanted { due, items: given.items.clone() })])
}

/// The papers went.
pub fn send_evidence(complaint: &Complaint, rules: &Rules<'_>) -> Outcome {
    if complaint.ombudsman.open_request().is_none() {
        return rules.refuse(Duty::OmbudsmanDealings, Why::NothingAskedByOmbudsman);
    }
    Ok(vec![Event::EvidenceSent {}])
}

/// More time is asked for, with the reason. The printed day stands until the Ombudsman grants
/// another.
pub fn ask_more_time(complaint: &Complaint, given: &AskMoreTime, rules: &Rules<'_>) -> Outcome {
    let Some(open) = complaint.ombudsman.open_request() else {
        return rules.refuse(Duty::OmbudsmanDealings, Why::NothingAskedByOmbudsman);
    };
    let Some(to) = given.to else {
        return rules.refuse(Duty::OmbudsmanDealings, Why::Missing { field: "to" });
    };
    if given.reason.is_blank() {
        return rules.refuse(Duty::OmbudsmanDealings, Why::Missing { field: "reason" });
    }
    if to <= open.due {
        let why = Why::ExtensionNotLater { asked: to, current: open.due };
        return rules.refuse(Duty::OmbudsmanDealings, why);
    }
    let (reason, granted) = (given.reason.clone(), given.granted);
    Ok(vec![Event::MoreTimeAsked(MoreTime { to, reason, granted })])
}

/// The decision, head by head.
pub fn determines(
    complaint: &Complaint,
    given: &OmbudsmanDetermines,
    rules: &Rules<'_>,
) -> Outcome {
    let refuse = |why| rules.refuse(Duty::OmbudsmanDealings, why);
    if given.heads.is_empty() {
        return refuse(Why::Missing { field: "heads" });
    }
    for head in &given.heads {
        if head.finding.is_none() {
            return refuse(Why::Missing { field: "finding" });
        }
        if let Some(point) = &head.point
            && !complaint.points.iter().any(|known| known.id == *point)
        {
            return refuse(Why::NoSuchPoint { point: point.clone() });
        }
    }
    Ok(vec![Event::OmbudsmanDetermined(Determined { heads: given.heads.clone() })])
}

/// An order with its own day. Only a recommendation may come without one.
pub fn orders(complaint: &Complaint, given: &OmbudsmanOrders, rules: &Rules<'_>) -> Outcome {
    let refuse = |why| rules.refuse(Duty::OmbudsmanOrders, why);
    if given.what.is_blank() {
        return refuse(Why::Missing { field: "what" });
    }
    if given.due.is_none() && !given.recommendation {
        return refuse(Why::Missing { field: "due" });
    }
    let known = &complaint.ombudsman.orders;
    let taken = |id: &OrderId| known.iter().any(|order| order.id == *id);
    let id = match &given.id {
        Some(id) if taken(id) => return refuse(Why::OrderTwice { id: id.clone() }),
        Some(id) => id.clone(),
        None => {
            let numbers = known.len() + 1..;
            let mut free = numbers.map(|n| OrderId(format!("o{n}"))).filter(|id| !taken(id));
            free.next().unwrap_or_default()
        }
    };
    Ok(vec![Event::OmbudsmanOrdered(Ordered {
        id,
        what: given.what.clone(),
        due: given.due,
        amount: given.amount,
        recommendation: given.recommendation,
        owner: given.owner.clone().filter(|owner| !owner.is_blank()),
    })])
}

/// An order is done, with proof.
pub fn comply(complaint: &Complaint, given: &ComplyWithOrder, rules: &Rules<'_>) -> Outcome {
    let refuse = |why| rules.refuse(Duty::OmbudsmanOrders, why);
    let Some(order) = complaint.ombudsman.orders.iter().find(|order| order.id == given.id) else {
        return refuse(Why::NoSuchOrder { id: given.id.clone() });
    };
    if let Some(on) = order.done_on {
        return refuse(Why::OrderDone { id: order.id.clone(), on });
    }
    if given.proof.is_blank() {
        return refuse(Why::Missing { field: "proof" });
    }
    let (id, proof) = (given.id.clone(), given.proof.clone());
    Ok(vec![Event::OrderComplied(Complied { id, proof })])
}

/// The decision is talked through with those responsible, who settle what is learned from it.
pub fn discuss(complaint: &Complaint, given: &DiscussDetermination, rules: &Rules<'_>) -> Outcome {
    let refuse = |why| rules.refuse(Duty::OmbudsmanOrders, why);
    if complaint.ombudsman.determined.is_none() {
        return refuse(Why::NotDetermined);
    }
    if given.with.is_blank() {
        return refuse(Why::Missing { field: "with" });
    }
    if given.learning.is_blank() {
        return refuse(Why::Missing { field: "learning" });
    }
    let (with, learning) = (given.with.clone(), given.learning.clone());
    Ok(vec![Event::DeterminationDiscussed(Discussed { with, learning })])
}
