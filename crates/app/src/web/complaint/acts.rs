//! Everything that can be asked of a complaint, the page where it is asked, and whether it may be
//! asked now: the same decision that would be made then, tried on a sample.

use redress_domain::command::{
    Acknowledge, AddPoint, Agreed, Command, Decline, Extend, Find, NotReached, OfferRemedy,
    PointGiven, RecordMeeting, RecordPosting, RecordReceipt, ResendLetter, Respond, Triage,
    WithdrawLetter,
};
use redress_domain::complaint::LetterKept;
use redress_domain::ids::{ActionId, CaseId, PointId, StaffId};
use redress_domain::personal::Words;
use redress_domain::refusal::Why;
use redress_domain::vocabulary::{
    Authority, Channel, Choice, ClosingReason, Complexity, Course, Direction, Finding, Kind, Payee,
    RemedyKind, Responsibility, Risk, SplitReason,
};

use crate::desk::{Act, Case, Declined, Desk, Signed};
use crate::words;

mod samples;

/// One thing that may be asked.
pub struct Entry {
    pub group: &'static str,
    /// What it is called on a page.
    pub label: &'static str,
    /// Its page within the case.
    pub page: &'static str,
    sample: fn(&Case) -> Command,
}

/// Whether a thing may be asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now {
    Possible,
    /// The words its refusal would use.
    Not(String),
}

/// Every entry with whether it may be asked now, in the order of a complaint's life.
pub fn all(desk: &Desk, signed: &Signed, case: &Case) -> Vec<(&'static Entry, Now)> {
    samples::ENTRIES.iter().map(|entry| (entry, now(desk, signed, case, entry))).collect()
}

/// Tries the entry's sample on the case as it stands.
fn now(desk: &Desk, signed: &Signed, case: &Case, entry: &Entry) -> Now {
    let command = (entry.sample)(case);
    let names_somebody = matches!(command, Command::Assign { .. } | Command::Escalate { .. });
    let act = Act { commands: vec![command], ..Act::default() };
    let refusal = match desk.decide_act(signed, case, &act) {
        Ok(_) => return Now::Possible,
        Err(Declined::Refused(refusal)) => *refusal,
        Err(Declined::NotAllowed { verb, roles }) => redress_domain::refusal::Refusal {
            clause: "permissions".to_owned(),
            why: Why::NotAllowed { verb, roles },
        },
        Err(_) => return Now::Not("This cannot be worked out just now.".to_owned()),
    };
    if is_about_what_is_filled_in(&refusal.why, names_somebody) {
        return Now::Possible;
    }
    if matches!(refusal.why, Why::NoSuchAction { .. }) {
        return Now::Not("Nothing is promised in this case. Promise an action first.".to_owned());
    }
    let said = words::refusal(&refusal, &|who| case.surroundings.name_of(who));
    Now::Not(format!("{} {}", said.message, said.next))
}

/// Whether a refusal is about what somebody would fill in, not about where the case stands.
fn is_about_what_is_filled_in(why: &Why, names_somebody: bool) -> bool {
    match why {
        Why::Missing { .. }
        | Why::GroundNotInPolicy { .. }
        | Why::GroundUnsupported { .. }
        | Why::PointTwice { .. }
        | Why::PointIncomplete { .. }
        | Why::NotInWriting
        | Why::WrongChannel
        | Why::ExtensionTooLong { .. }
        | Why::ExtensionIncomplete { .. }
        | Why::ExtensionNotLater { .. }
        | Why::ReplyAfterResponse { .. }
        | Why::ReasonMissing { .. }
        | Why::FindingWrong { .. }
        | Why::RemedyVague { .. }
        | Why::DayPassed { .. }
        | Why::ActionTwice { .. }
        | Why::EscalationGroundNotInPolicy { .. }
        | Why::LateUndecided { .. }
        | Why::ClosingReasonUntrue { .. }
        | Why::BehaviourNeverCloses
        | Why::ContactTooEarly { .. }
        | Why::NotAgreed
        | Why::PayeeNotInPolicy { .. }
        | Why::SetOffTooLarge { .. }
        | Why::BelowInsurersLimit { .. }
        | Why::SplitReasonUntrue
        | Why::ScoreOutOfRange { .. }
        | Why::NeverEvidence
        | Why::NoRouteLeft { .. }
        | Why::ChoiceOwed { .. }
        | Why::RestrictionTwice { .. }
        | Why::OrderTwice { .. }
        | Why::LetterDated { .. }
        | Why::AnswerLacks { .. }
        | Why::ApproverIsAsker => true,
        Why::NotIndependent { .. } | Why::WrongRole { .. } | Why::Conflicted { .. } => {
            names_somebody
        }
        _ => false,
    }
}

fn said() -> Words {
    Words::said("a reason in several words")
}

fn some_point(case: &Case) -> PointId {
    let complaint = &case.complaint;
    let stage = complaint.stage();
    let open = complaint.points_at(stage);
    let found = &complaint.current().findings;
    let next = open.iter().find(|point| !found.contains_key(&point.id)).or(open.first());
    next.map_or_else(|| PointId("p1".to_owned()), |point| point.id.clone())
}

fn some_action(case: &Case) -> ActionId {
    let open = case.complaint.open_actions().next();
    open.or(case.complaint.actions.first()).map(|it| it.id.clone()).unwrap_or_default()
}

fn somebody(case: &Case) -> StaffId {
    case.surroundings.names.keys().next().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::samples::ENTRIES;

    #[test]
    fn what_belongs_together_stands_together() {
        let mut groups: Vec<&str> = ENTRIES.iter().map(|entry| entry.group).collect();
        groups.dedup();
        let mut named = groups.clone();
        named.sort_unstable();
        named.dedup();
        assert_eq!(groups.len(), named.len(), "a group stands twice in {groups:?}");
    }
}
