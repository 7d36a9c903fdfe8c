//! Coming in: what somebody said, what it is, who speaks for whom.

use jiff::civil::Date;

use crate::command::Receive;
use crate::complaint::{Complaint, State};
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::CaseId;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Authority, Basis, Choice, Kind, Stage, Standing};

pub mod refusal;
pub mod triage;

/// Takes a contact in, by any channel, told to anybody (Code 3.2). The clock runs from the day
/// anyone at all was told.
pub fn receive(contact: &Receive, rules: &Rules<'_>) -> Outcome {
    let Some(channel) = contact.channel else {
        return rules.refuse(Duty::AnyChannel, Why::Missing { field: "channel" });
    };
    if contact.text.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "text" });
    }
    let told_on = contact.received_on.unwrap_or(rules.today);
    let forwarded_on = contact.forwarded_on.unwrap_or(told_on);
    for given in [told_on, forwarded_on] {
        if rules.today < given {
            let why = Why::ReceivedInFuture { given, today: rules.today };
            return rules.refuse(Duty::FullRecord, why);
        }
    }
    // Whoever passed it on had been told by then.
    let received_on = told_on.min(forwarded_on);
    // A clock that could not be counted would be a promise nobody can check.
    rules.reckon(received_on, rules.terms.acknowledgement(Stage::One).limit.length)?;
    let mut events = vec![Event::ComplaintReceived {
        pack: rules.terms.pack.id.clone(),
        floor: rules.terms.floor,
        received_on,
        channel,
        contact: Box::new(contact.clone()),
    }];
    for who in contact.names_staff.iter().filter(|who| !who.0.trim().is_empty()) {
        events.push(Event::StaffNamed { who: who.clone() });
    }
    // Where the policy passes on what people without a name say, no complaint is opened.
    if contact.standing == Standing::Anonymous
        && contact.about == Kind::Complaint
        && rules.terms.anonymous_is_information()
    {
        events.push(Event::ContactClassified { kind: Kind::Comment, reason: None });
    }
    Ok(events)
}

/// Logs the complaint, or the request for stage 2, where a policy counts from that. Logging twice
/// would leave two days to count from.
pub fn log(complaint: &Complaint, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    let stage = if complaint.awaits_escalation_decision() { Stage::Two } else { complaint.stage() };
    let logged = match (stage, &complaint.escalation) {
        (Stage::Two, Some(request)) if complaint.stage_2.is_none() => request.logged_on,
        _ => complaint.at(stage).and_then(|record| record.logged_on),
    };
    match logged {
        Some(on) => rules.refuse(Duty::FullRecord, Why::AlreadyLogged { on }),
        None => Ok(vec![Event::ComplaintLogged { stage }]),
    }
}

/// Says what a contact is (Code 1.4). What became a complaint later counts from that day.
pub fn classify(
    complaint: &Complaint,
    kind: Option<Kind>,
    reason: &Option<Words>,
    rules: &Rules<'_>,
) -> Outcome {
    let Some(kind) = kind else {
        return rules.refuse(Duty::OfferChoice, Why::Missing { field: "kind" });
    };
    if complaint.stage_1.acknowledged.is_some() && kind != Kind::Complaint {
        let on = complaint.stage_1.acknowledged.as_ref().map_or(rules.today, |ack| ack.on);
        return rules.refuse(Duty::OwnMerits, Why::AlreadyAcknowledged { on });
    }
    Ok(vec![Event::ContactClassified { kind, reason: reason.clone() }])
}

/// Records that the choice to complain was offered, and the answer (Code 1.3).
pub fn offer_choice(complaint: &Complaint, answer: Option<Choice>, rules: &Rules<'_>) -> Outcome {
    let Some(answer) = answer else {
        return rules.refuse(Duty::OfferChoice, Why::Missing { field: "answer" });
    };
    alive(complaint, rules)?;
    Ok(vec![Event::ChoiceOffered { answer }])
}

/// Tries to put it right at once. It is an attempt and no state: the complaint's clocks run from
/// the day it was made (Code 1.3, 5.3).
pub fn attempt_settlement(
    complaint: &Complaint,
    what: &Words,
    settled: bool,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    if what.is_blank() {
        let own = rules.terms.pack.point_of_call.as_ref().map(|terms| terms.clause.clone());
        let clause = own.unwrap_or_else(|| rules.terms.clause(Duty::EarlySettlement));
        return Err(Refusal { clause, why: Why::Missing { field: "what" } });
    }
    Ok(vec![Event::SettlementAttempted { what: what.clone(), settled }])
}

/// Records how far a representative's authority has come. No clock waits for it (Code 1.3, 3.6).
pub fn authorise_representative(
    who: &Words,
    status: Option<Authority>,
    basis: Option<Basis>,
    rules: &Rules<'_>,
) -> Outcome {
    if who.is_blank() {
        return rules.refuse(Duty::Representative, Why::Missing { field: "who" });
    }
    let Some(status) = status else {
        return rules.refuse(Duty::Representative, Why::Missing { field: "status" });
    };
    if status == Authority::Held && basis.is_none() {
        return rules.refuse(Duty::Representative, Why::Missing { field: "basis" });
    }
    Ok(vec![Event::RepresentativeAuthorised { who: who.clone(), status, basis }])
}

/// Takes the complaint on. Its acknowledgement does so too.
pub fn accept(complaint: &Complaint, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if complaint.state() == State::Declined {
        return rules.refuse(Duty::Direction, Why::AlreadyDeclined);
    }
    if complaint.kind != Kind::Complaint {
        return rules.refuse(Duty::OfferChoice, Why::NotAComplaint);
    }
    Ok(vec![Event::ComplaintAccepted {}])
}

/// Names the person who leads a group or petition.
pub fn name_lead(who: &Words, rules: &Rules<'_>) -> Outcome {
    if who.is_blank() {
        return rules.refuse(Duty::Representative, Why::Missing { field: "who" });
    }
    Ok(vec![Event::LeadNamed { who: who.clone() }])
}

/// Links a related case. Nothing is merged.
pub fn link(to: &CaseId, rules: &Rules<'_>) -> Outcome {
    if to.0.trim().is_empty() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "to" });
    }
    Ok(vec![Event::CaseLinked { to: to.clone() }])
}

/// The resident takes the complaint back.
pub fn withdraw(complaint: &Complaint, reason: &Option<Words>, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if let Some((on, _)) = complaint.closed {
        return rules.refuse(Duty::FullRecord, Why::CaseClosed { on });
    }
    Ok(vec![Event::ComplaintWithdrawn { reason: reason.clone() }])
}

/// Corrects the day of receipt; the old one stays on file and dates already promised stand
/// (Code 5.12).
pub fn correct_received_date(
    complaint: &Complaint,
    to: Option<Date>,
    reason: &Words,
    rules: &Rules<'_>,
) -> Outcome {
    let Some(to) = to else {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "to" });
    };
    if reason.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "reason" });
    }
    if rules.today < to {
        let why = Why::ReceivedInFuture { given: to, today: rules.today };
        return rules.refuse(Duty::FullRecord, why);
    }
    let from = complaint.received_on;
    Ok(vec![Event::ReceivedDateCorrected { from, to, reason: reason.clone() }])
}

/// Refuses what a withdrawn case no longer takes.
///
/// # Errors
/// The refusal `withdrawn`.
pub fn alive(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    match complaint.withdrawn_on {
        Some(on) => rules.refuse(Duty::FullRecord, Why::Withdrawn { on }),
        None => Ok(()),
    }
}

/// Refuses what only a live complaint takes: not declined, withdrawn, closed or something else.
///
/// # Errors
/// The refusal that fits.
pub fn live_complaint(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    taken_on(complaint, rules)?;
    if let Some((on, _)) = complaint.closed {
        return rules.refuse(Duty::FullRecord, Why::CaseClosed { on });
    }
    Ok(())
}

/// Refuses what only a complaint takes that was not turned away; it may be closed.
///
/// # Errors
/// The refusal that fits.
pub fn taken_on(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    alive(complaint, rules)?;
    if complaint.kind != Kind::Complaint {
        return rules.refuse(Duty::OfferChoice, Why::NotAComplaint);
    }
    if complaint.state() == State::Declined {
        return rules.refuse(Duty::Direction, Why::AlreadyDeclined);
    }
    Ok(())
}
