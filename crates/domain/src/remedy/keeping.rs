//! What the person says about a promise: that it was not done, or not done properly.

use crate::command::DisputeAction;
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::{Disputed, Event};
use crate::policy::Duty;
use crate::refusal::Why;
use crate::remedy::known_action;
use crate::rules::Rules;

/// Opens a promise again on the person's word, in any state of the case (Code 6.6, 6.17). Whoever
/// sees to it says afterwards how it stands. Saying the same twice, with nothing done in between
/// and no new words, changes nothing.
pub fn dispute(complaint: &Complaint, given: &DisputeAction, rules: &Rules<'_>) -> Outcome {
    let action = known_action(complaint, &given.id, rules)?;
    let Some(how) = given.how else {
        return rules.refuse(Duty::ActionsOutlive, Why::Missing { field: "how" });
    };
    let text = given.text.clone().filter(|text| !text.is_blank());
    let again = action.done_on.is_none()
        && action
            .disputes
            .last()
            .is_some_and(|last| last.how == how && (text.is_none() || last.text == text));
    if again {
        return Ok(Vec::new());
    }
    Ok(vec![Event::ActionDisputed(Disputed { id: given.id.clone(), how, text })])
}
