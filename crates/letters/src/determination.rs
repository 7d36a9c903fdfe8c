//! Letters to the Ombudsman, and to the person about what it ordered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::wording::{phrase, sentence};

/// What the papers for the Ombudsman need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceReplyFacts {
    pub frame: Frame,
    pub their_reference: String,
    pub items: Vec<EvidenceItem>,
    /// Files that go with it, each with its name and SHA-256.
    pub files: Vec<(String, String)>,
}

/// One line of the Ombudsman's request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    pub what: String,
    /// Why we do not hold it; none where we do.
    pub not_held_because: Option<String>,
}

/// The papers that the Ombudsman asked for: each line answered, or said not to be held.
pub fn evidence_reply(facts: &EvidenceReplyFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::OmbudsmanEvidenceReply, None, &[]);
    references(&mut draft, &facts.frame, &facts.their_reference);
    let held = t.say("ombudsman-evidence-held", &[]);
    let (mut sent, mut lacking) = (Vec::new(), Vec::new());
    for item in &facts.items {
        match &item.not_held_because {
            Some(why) => lacking.push(format!(
                "{}: {}",
                t.typed(&phrase(&item.what)),
                t.typed(&sentence(why))
            )),
            None => sent.push(format!("{}: {held}", t.typed(&phrase(&item.what)))),
        }
    }
    listed(&mut draft, BlockId::PerItem, "ombudsman-evidence-items", sent);
    listed(&mut draft, BlockId::NotHeldAndWhy, "ombudsman-evidence-not-held", lacking);
    let files = facts.files.iter().map(|(name, sha)| format!("{name}, SHA-256 {sha}")).collect();
    listed(&mut draft, BlockId::Index, "ombudsman-evidence-index", files);
    draft.finish()
}

fn references(draft: &mut Draft<'_>, frame: &Frame, theirs: &str) {
    let fill: &[(&str, &str)] = &[("theirs", theirs), ("ours", &frame.reference)];
    draft.tell(BlockId::TheirReference, "ombudsman-reference", fill);
}

fn listed(draft: &mut Draft<'_>, id: BlockId, key: &str, lines: Vec<String>) {
    let list = if lines.is_empty() { Vec::new() } else { vec![Piece::Items(lines)] };
    draft.tell_of((id, Made::Generated), key, &[], list);
}

/// What a request for more time needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRequestFacts {
    pub frame: Frame,
    pub their_reference: String,
    pub why: String,
    pub old_due: Date,
    pub new_due: Date,
}

/// Asks the Ombudsman for more time. Its own day stands until it agrees.
pub fn time_request(facts: &TimeRequestFacts) -> Letter {
    let t = facts.frame.tongue();
    let (old, new) = (t.day(facts.old_due), t.day(facts.new_due));
    let fill: &[(&str, &str)] = &[("old", &old), ("new", &new)];
    let mut draft = Draft::of(&facts.frame, LetterId::OmbudsmanTimeRequest, None, fill);
    references(&mut draft, &facts.frame, &facts.their_reference);
    draft.quote(BlockId::Why, "ombudsman-time-why", &facts.why);
    draft.tell(BlockId::NewDate, "ombudsman-time-new", fill);
    draft.finish()
}

/// What the letters about an order need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderFacts {
    pub frame: Frame,
    pub their_reference: String,
    /// The order in its own terms.
    pub order: String,
    pub due: Option<Date>,
    pub done_on: Date,
    pub pence: Option<u64>,
    pub proof: String,
}

/// Tells the Ombudsman that an order was kept, with proof.
pub fn order_compliance(facts: &OrderFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::OrderCompliance, None, &[]);
    references(&mut draft, &facts.frame, &facts.their_reference);
    let mut order = vec![Piece::Items(vec![t.typed(&sentence(&facts.order))])];
    let mut text = t.say("order-compliance-done", &[("day", &t.day(facts.done_on))]);
    if let Some(due) = facts.due {
        text.push(' ');
        text.push_str(&t.say("order-compliance-due", &[("day", &t.day(due))]));
    }
    order.push(Piece::Paragraph(text));
    draft.tell_of((BlockId::PerOrder, Made::Generated), "order-compliance-order", &[], order);
    draft.quote(BlockId::Proof, "order-compliance-proof", &facts.proof);
    draft.finish()
}

/// Tells the person that an order was kept, in the order's terms.
pub fn order_to_person(facts: &OrderFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::OrderToPerson, None, &[]);
    let done = t.say("order-to-person-done", &[("day", &t.day(facts.done_on))]);
    let list = vec![Piece::Items(vec![t.typed(&sentence(&facts.order))]), Piece::Paragraph(done)];
    draft.tell_of((BlockId::Actions, Made::Generated), "order-to-person-actions", &[], list);
    if let Some(pence) = facts.pence {
        draft.tell(BlockId::Offer, "order-to-person-offer", &[("sum", &t.money(pence))]);
    }
    draft.tell(BlockId::Apology, "order-to-person-apology", &[]);
    draft.finish()
}
