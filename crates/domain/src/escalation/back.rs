//! Looking again after the stage 1 letter: a rethink, and a request that goes back to stage 1.
//! Neither is a stage, and neither uses up the resident's time or stops a clock.

use jiff::civil::Date;

use crate::command::Agreed;
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::escalation::own_clause;
use crate::event::Event;
use crate::intake::alive;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;

/// A rethink after the stage 1 letter. While it is open the window does not end; where the policy
/// invites to it, its result starts the window afresh. It uses up none.
pub fn reconsider(complaint: &Complaint, text: &Words, open: bool, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if text.is_blank() {
        return rules.refuse(Duty::Reasons, Why::Missing { field: "text" });
    }
    if complaint.stage_1.responded.is_none() {
        return own_clause(rules, Why::NotAnsweredYet);
    }
    let escalate_by = match rules.terms.window() {
        Some(window)
            if !open && complaint.escalation.is_none() && window.rethink_clause.is_some() =>
        {
            Some(rules.reckon_for_resident(rules.today, window.length)?.due)
        }
        _ => None,
    };
    Ok(vec![Event::ResponseReconsidered { text: text.clone(), open, escalate_by }])
}

/// Gives the request back to stage 1 for another look, where the policy has it: with the
/// resident's agreement, once, and with the stage 2 clock running on.
pub fn refer(
    complaint: &Complaint,
    agreed: Option<Agreed>,
    due: Option<Date>,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    let Some(clause) = &rules.terms.pack.escalation.refer_back_clause else {
        return own_clause(rules, Why::NoReferringBack);
    };
    let refuse = |why: Why| Err(Refusal { clause: clause.clone(), why });
    let answered = complaint.stage_2.as_ref().is_some_and(|stage| stage.responded.is_some());
    let waits = complaint.stage_2.is_some() || complaint.awaits_escalation_decision();
    let Some(request) = complaint.escalation.as_ref().filter(|_| waits && !answered) else {
        return refuse(Why::NotRequested);
    };
    if let Some(on) = request.referred_back_on {
        return refuse(Why::AlreadyReferredBack { on });
    }
    match agreed {
        None => return refuse(Why::Missing { field: "agreed" }),
        Some(Agreed::No | Agreed::NoReply) => return refuse(Why::NotAgreed),
        Some(Agreed::Yes) => {}
    }
    if let Some(due) = due.filter(|due| *due < rules.today) {
        return refuse(Why::DayPassed { given: due, today: rules.today });
    }
    Ok(vec![Event::CaseReferredBack { due }])
}
