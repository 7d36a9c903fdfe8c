//! Triage: complaints that can be answered early are told from those that need looking into.

use crate::command::Triage;
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::{Event, Triaged};
use crate::intake::live_complaint;
use crate::investigation::not_answered;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::Why;
use crate::rules::Rules;
use crate::vocabulary::Category;

/// Weighs complexity, vulnerability and risk, and says where the complaint goes (Code 6.1). None of
/// the three may be left out. It may be weighed again until the answer; no clock waits for it.
pub fn triage(complaint: &Complaint, given: &Triage, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    not_answered(complaint, rules)?;
    let missing = |field| rules.refuse(Duty::Triage, Why::Missing { field });
    let Some(complexity) = given.complexity else { return missing("complexity") };
    let Some(vulnerable) = given.vulnerable else { return missing("vulnerable") };
    let Some(risk) = given.risk else { return missing("risk") };
    let Some(course) = given.course else { return missing("course") };
    let told = |words: &Option<Words>| words.clone().filter(|words| !words.is_blank());
    let other_category = told(&given.other_category);
    if given.categories.contains(&Category::Other) && other_category.is_none() {
        return missing("other-category");
    }
    Ok(vec![Event::ComplaintTriaged(Triaged {
        complexity,
        vulnerable,
        risk,
        course,
        note: told(&given.note),
        categories: given.categories.clone(),
        other_category,
    })])
}
