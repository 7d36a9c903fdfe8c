//! Letters about adjustments and about behaviour: a warning, a restriction, its review.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::wording::{phrase, sentence};

/// What the letter about adjustments needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentFacts {
    pub frame: Frame,
    pub stage: u8,
    pub adjustments: Vec<String>,
    pub review_on: Option<Date>,
}

/// What we do differently for somebody, and when we look at it again (Code 5.10).
pub fn adjustment_confirmed(facts: &AdjustmentFacts) -> Letter {
    let t = facts.frame.tongue();
    let id = LetterId::AdjustmentConfirmed;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[]);
    if facts.adjustments.is_empty() {
        draft.tell(BlockId::Adjustments, "adjustment-confirmed-none", &[]);
    } else {
        let items = facts.adjustments.iter().map(|it| sentence(it)).collect();
        let list = vec![Piece::Items(items)];
        let block = (BlockId::Adjustments, Made::Picked);
        draft.tell_of(block, "adjustment-confirmed-agreed", &[], list);
    }
    match facts.review_on.map(|on| t.day(on)) {
        Some(on) => {
            draft.tell(BlockId::ReviewDate, "adjustment-confirmed-review", &[("day", &on)]);
        }
        None => draft.tell(BlockId::ReviewDate, "adjustment-confirmed-no-review", &[]),
    }
    draft.tell_ways(BlockId::AskAgain, "adjustment-confirmed-again");
    draft.finish()
}

/// What a warning needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningFacts {
    pub frame: Frame,
    pub stage: u8,
    pub what_happened: String,
}

/// Asks somebody to deal with our staff in another way. Their complaint goes on.
pub fn behaviour_warning(facts: &WarningFacts) -> Letter {
    let mut draft = Draft::of(&facts.frame, LetterId::BehaviourWarning, Some(facts.stage), &[]);
    draft.quote(BlockId::WhatHappened, "behaviour-warning-happened", &facts.what_happened);
    draft.tell(BlockId::WhatWeAsk, "behaviour-warning-ask", &[]);
    draft.tell(BlockId::WhatCouldFollow, "behaviour-warning-follow", &[]);
    draft.tell(BlockId::CaseGoesOn, "case-goes-on", &[]);
    draft.finish()
}

/// What the notice of a restriction needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictionFacts {
    pub frame: Frame,
    pub stage: u8,
    pub measure: String,
    pub evidence: String,
    /// Needs, equality, and why nothing milder would do.
    pub considered: String,
    /// "by letter", "by e-mail".
    pub still_open: String,
    pub review_on: Date,
    /// "Priya Nair (Complaints Manager)": a named person.
    pub approved_by: String,
}

/// A limit on how somebody may reach us (Code 5.14, 5.15).
pub fn restriction_notice(facts: &RestrictionFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::RestrictionNotice, Some(facts.stage), &[]);
    draft.quote(BlockId::Restriction, "restriction-notice-restriction", &facts.measure);
    draft.quote(BlockId::Evidence, "restriction-notice-evidence", &facts.evidence);
    draft.quote(BlockId::Considered, "restriction-notice-considered", &facts.considered);
    let open: &[(&str, &str)] = &[("channel", &facts.still_open)];
    draft.tell(BlockId::StillOpen, "restriction-notice-open", open);
    let on = t.day(facts.review_on);
    draft.tell(BlockId::ReviewDate, "restriction-notice-review", &[("day", &on)]);
    let (approver, ways) = (phrase(&facts.approved_by), draft.channels());
    let fill: &[(&str, &str)] = &[("approver", &approver), ("ways", &ways)];
    draft.tell(BlockId::Challenge, "restriction-notice-challenge", fill);
    draft.tell(BlockId::CaseGoesOn, "case-goes-on", &[]);
    draft.finish()
}

/// What the review of a restriction needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictionReviewFacts {
    pub frame: Frame,
    pub stage: u8,
    pub measure: String,
    pub outcome: String,
    pub still_open: String,
    /// The day of the next review; none where the limit has ended.
    pub next_review: Option<Date>,
    pub decided_by: String,
}

/// A limit was looked at again: it stays, or it has ended.
pub fn restriction_review(facts: &RestrictionReviewFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::RestrictionReview, Some(facts.stage), &[]);
    let Some(next) = facts.next_review.map(|on| t.day(on)) else {
        draft.tell(BlockId::Restriction, "restriction-review-lifted", &[]);
        draft.quote(BlockId::Considered, "restriction-review-outcome", &facts.outcome);
        draft.tell(BlockId::CaseGoesOn, "case-goes-on", &[]);
        return draft.finish();
    };
    let measure = (BlockId::Restriction, Made::Written);
    draft.tell_of(measure, "restriction-review-kept", &[], t.written(&facts.measure));
    draft.quote(BlockId::Considered, "restriction-review-outcome", &facts.outcome);
    let open: &[(&str, &str)] = &[("channel", &facts.still_open)];
    draft.tell(BlockId::StillOpen, "restriction-notice-open", open);
    draft.tell(BlockId::ReviewDate, "restriction-notice-review", &[("day", &next)]);
    let (decider, ways) = (phrase(&facts.decided_by), draft.channels());
    let fill: &[(&str, &str)] = &[("approver", &decider), ("ways", &ways)];
    draft.tell(BlockId::Challenge, "restriction-notice-challenge", fill);
    draft.tell(BlockId::CaseGoesOn, "case-goes-on", &[]);
    draft.finish()
}
