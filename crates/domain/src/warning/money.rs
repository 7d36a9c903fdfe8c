//! What to look at when a sum is offered, and when the answer that offers it goes.

use crate::command::OfferRemedy;
use crate::complaint::Complaint;
use crate::rules::Rules;
use crate::vocabulary::{RemedyKind, Weight};
use crate::warning::Warning;

/// What the sum rests on, and how it stands beside the guidance (Code 7.2).
pub(super) fn offer(complaint: &Complaint, given: &OfferRemedy, rules: &Rules<'_>) -> Vec<Warning> {
    if given.kind != Some(RemedyKind::Money) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let said = |weight: &Weight| given.weighed.get(weight).is_some_and(|words| !words.is_blank());
    if let Some((wanted, clause)) = rules.terms.weighed() {
        let lacks: Vec<Weight> = wanted.into_iter().filter(|weight| !said(weight)).collect();
        if !lacks.is_empty() {
            found.push(Warning::NotWeighed { lacks, clause });
        }
    }
    if let Some(clause) = rules.terms.evidence_of_loss()
        && complaint.evidence.is_empty()
        && !said(&Weight::Effect)
        && !said(&Weight::EvidencedLoss)
    {
        found.push(Warning::NoEvidenceOfLoss { clause });
    }
    let why_outside = given.outside_guidance.as_ref().is_some_and(|words| !words.is_blank());
    if let (Some(severity), Some(amount)) = (given.severity, given.amount)
        && let Some((guidance, clause)) = rules.terms.guidance()
        && let Some(band) = guidance.bands.iter().find(|band| band.severity == severity)
        && !band.holds(amount)
        && !why_outside
    {
        found.push(Warning::OutsideGuidance { from: band.from, to: band.to, clause });
    }
    found
}

/// Whether the guidance was looked at for anything that is offered at this stage (Code 7.4).
pub(super) fn guidance(complaint: &Complaint, rules: &Rules<'_>) -> Vec<Warning> {
    let stage = complaint.stage();
    let mut offered = complaint.remedies.iter().filter(|it| it.stage == stage).peekable();
    if !rules.terms.guidance_asked() || offered.peek().is_none() {
        return Vec::new();
    }
    if offered.any(|it| it.remedy.guidance_considered) {
        return Vec::new();
    }
    let clause = rules.terms.guidance().map(|(_, clause)| clause);
    clause.map(|clause| Warning::GuidanceNotConsidered { clause }).into_iter().collect()
}
