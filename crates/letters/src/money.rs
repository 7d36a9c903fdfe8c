//! Letters about money: the form and its end, payment, the panel, the insurers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::{OfferFacts, OfferHead};
use crate::response::putting_right;
use crate::wording::{phrase, sentence};

/// What the form for accepting an offer, or a reminder of it, needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferFormFacts {
    pub frame: Frame,
    pub stage: u8,
    pub offer: OfferFacts,
    /// The last day for sending the form back, where the policy sets one.
    pub last_day: Option<Date>,
    /// Whether it reminds of a form that went out before.
    pub reminds: bool,
}

/// The form with which money is accepted. Whoever accepts keeps every right.
pub fn offer_form(facts: &OfferFormFacts) -> Letter {
    let t = facts.frame.tongue();
    let sum = t.money(facts.offer.total_pence);
    let id = if facts.reminds { LetterId::OfferReminder } else { LetterId::OfferAcceptanceForm };
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[("sum", &sum)]);
    putting_right::offer(&mut draft, &facts.offer);
    draft.tell(BlockId::HowPaid, "offer-form-how-paid", &[("paid", &facts.offer.paid)]);
    let landlord = phrase(&facts.frame.landlord.name);
    let fill: &[(&str, &str)] =
        &[("sum", &sum), ("landlord", &landlord), ("reference", &facts.frame.reference)];
    let lines = [
        t.say("offer-form-line-offer", fill),
        t.say("offer-form-line-name", &[]),
        t.say("offer-form-line-account", &[]),
        t.say("offer-form-line-signed", &[]),
    ];
    let more = vec![Piece::Lines(lines.to_vec())];
    draft.tell_of((BlockId::AcceptForm, Made::Generated), "offer-form-accept", &[], more);
    draft.tell(BlockId::RightsKept, "offer-form-rights", &[]);
    match facts.last_day {
        Some(last) => {
            draft.tell(BlockId::LastDate, "offer-form-last-date", &[("day", &t.day(last))]);
        }
        None => draft.tell(BlockId::LastDate, "offer-form-no-last-date", &[]),
    }
    draft.finish()
}

/// What the end of an offer needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferLapsedFacts {
    pub frame: Frame,
    pub stage: u8,
    pub pence: u64,
    pub offered_on: Date,
}

/// The time for accepting is over. That is no refusal, and takes nothing else away.
pub fn offer_lapsed(facts: &OfferLapsedFacts) -> Letter {
    let t = facts.frame.tongue();
    let (sum, offered) = (t.money(facts.pence), t.day(facts.offered_on));
    let fill: &[(&str, &str)] = &[("sum", &sum), ("offered", &offered)];
    let mut draft = Draft::of(&facts.frame, LetterId::OfferLapsed, Some(facts.stage), fill);
    draft.tell(BlockId::Lapsed, "offer-lapsed-lapsed", fill);
    draft.tell(BlockId::WhatStillStands, "offer-lapsed-stands", &[]);
    draft.tell_ways(BlockId::AskAgain, "offer-lapsed-again");
    draft.finish()
}

/// What a payment needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentFacts {
    pub frame: Frame,
    pub stage: u8,
    pub heads: Vec<OfferHead>,
    pub total_pence: u64,
    /// A debt taken off, and who decided that.
    pub set_off: Option<(u64, String)>,
    pub paid_on: Date,
    /// "into your bank account", "into your rent account".
    pub paid: String,
}

/// Money has been paid (Code 7.3).
pub fn payment_made(facts: &PaymentFacts) -> Letter {
    let t = facts.frame.tongue();
    let debt = facts.set_off.as_ref().map_or(0, |(debt, _)| *debt);
    let sum = t.money(facts.total_pence.saturating_sub(debt));
    let fill: &[(&str, &str)] = &[("sum", &sum)];
    let mut draft = Draft::of(&facts.frame, LetterId::PaymentMade, Some(facts.stage), fill);
    let mut more = Vec::new();
    if let Some((debt, by)) = &facts.set_off {
        let (debt, total) = (t.money(*debt), t.money(facts.total_pence));
        let fill: &[(&str, &str)] = &[("debt", &debt), ("by", by), ("total", &total)];
        more.push(Piece::Paragraph(t.say("payment-made-set-off", fill)));
    }
    let rows = facts
        .heads
        .iter()
        .map(|head| vec![t.typed(&phrase(&head.what)), t.money(head.pence)])
        .collect();
    let header = vec![t.say("payment-made-for", &[]), t.say("payment-made-amount", &[])];
    more.push(Piece::Table { header, rows });
    draft.tell_of((BlockId::Offer, Made::Generated), "payment-made-offer", fill, more);
    let on = t.day(facts.paid_on);
    draft.tell(BlockId::HowPaid, "payment-made-how", &[("paid", &facts.paid), ("day", &on)]);
    draft.finish()
}

/// What the panel's receipt and result need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelFacts {
    pub frame: Frame,
    pub stage: u8,
    pub before_pence: u64,
    pub offered_on: Date,
    /// What came of it; none when it has only gone there.
    pub result: Option<PanelOutcome>,
}

/// What a panel recommended and what we make of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelOutcome {
    pub recommended_pence: u64,
    pub reasons: String,
    pub followed: bool,
    /// Why it was not followed.
    pub why_not: Option<String>,
}

/// A panel looks at a sum again, or has done so. It is no stage, and nothing waits for it.
pub fn panel(facts: &PanelFacts) -> Letter {
    let t = facts.frame.tongue();
    let before = t.money(facts.before_pence);
    let stage = Some(facts.stage);
    let Some(result) = &facts.result else {
        let offered = t.day(facts.offered_on);
        let fill: &[(&str, &str)] = &[("sum", &before), ("day", &offered)];
        let mut draft = Draft::of(&facts.frame, LetterId::PanelReceipt, stage, fill);
        draft.tell(BlockId::AmountBefore, "panel-receipt-amount", fill);
        draft.tell(BlockId::NextStep, "panel-receipt-next", &[]);
        draft.tell(BlockId::Meanwhile, "panel-receipt-meanwhile", &[]);
        return draft.finish();
    };
    let now = if result.followed { result.recommended_pence } else { facts.before_pence };
    let (now, recommended) = (t.money(now), t.money(result.recommended_pence));
    let mut draft = Draft::of(&facts.frame, LetterId::PanelResult, stage, &[("sum", &now)]);
    draft.tell(BlockId::AmountBefore, "panel-result-amount", &[("sum", &before)]);
    draft.tell_of(
        (BlockId::Recommendation, Made::Written),
        "panel-result-recommends",
        &[("sum", &recommended)],
        t.written(&result.reasons),
    );
    if result.followed {
        draft.tell(BlockId::OurDecision, "panel-result-followed", &[("sum", &now)]);
    } else {
        let why = result.why_not.as_deref().unwrap_or_default();
        draft.tell_of(
            (BlockId::OurDecision, Made::Written),
            "panel-result-not-followed",
            &[("sum", &now)],
            t.written(why),
        );
    }
    draft.tell_ways(BlockId::Remedy, "panel-result-remedy");
    draft.finish()
}

/// What the letters about a claim for the insurers need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsurerFacts {
    pub frame: Frame,
    pub stage: u8,
    pub what: String,
    pub pence: Option<u64>,
    /// How the insurers or their team are reached; through us where nothing is set.
    pub contact: Option<String>,
    /// Points that stay with us.
    pub kept: Vec<String>,
    pub answer_by: Option<Date>,
    /// The person's name, for the insurers.
    pub person: String,
    /// What we hold, for the insurers.
    pub held: Vec<String>,
}

/// A claim went to the insurers; the complaint goes on.
pub fn insurer_referral(facts: &InsurerFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::InsurerReferral, Some(facts.stage), &[]);
    let mut claim = vec![Piece::Items(vec![t.typed(&sentence(&facts.what))])];
    if let Some(pence) = facts.pence {
        let text = t.say("insurer-referral-value", &[("sum", &t.money(pence))]);
        claim.push(Piece::Paragraph(text));
    }
    let moved = (BlockId::PointsMoved, Made::Generated);
    draft.tell_of(moved, "insurer-referral-moved", &[], claim);
    match &facts.contact {
        Some(contact) => {
            let contact = phrase(contact);
            draft.tell(BlockId::WhereNow, "insurer-referral-where", &[("contact", &contact)]);
        }
        None => {
            let phone = &facts.frame.landlord.phone;
            draft.tell(BlockId::WhereNow, "insurer-referral-where-us", &[("phone", phone)]);
        }
    }
    if !facts.kept.is_empty() {
        let mut kept = vec![Piece::Items(facts.kept.iter().map(|point| t.typed(point)).collect())];
        if let Some(by) = facts.answer_by {
            let text = t.say("insurer-referral-kept-by", &[("day", &t.day(by))]);
            kept.push(Piece::Paragraph(text));
        }
        draft.tell_of((BlockId::PointsKept, Made::Generated), "insurer-referral-kept", &[], kept);
    }
    draft.finish()
}

/// The claim for the insurers themselves, with what we hold.
pub fn insurer_pack(facts: &InsurerFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::InsurerPack, Some(facts.stage), &[]);
    let mut claim = vec![Piece::Items(vec![t.typed(&sentence(&facts.what))])];
    if let Some(pence) = facts.pence {
        claim.push(Piece::Paragraph(t.say("insurer-pack-value", &[("sum", &t.money(pence))])));
    }
    draft.tell_of((BlockId::WhatHappened, Made::Generated), "insurer-pack-happened", &[], claim);
    if !facts.held.is_empty() {
        let held = vec![Piece::Items(facts.held.iter().map(|what| t.typed(what)).collect())];
        draft.tell_of((BlockId::Index, Made::Picked), "insurer-pack-index", &[], held);
    }
    let ask = t.pieces("insurer-pack-person", &[("name", &facts.person)]);
    draft.generated(BlockId::WhatWeNeed, ask);
    draft.tell(BlockId::Confidential, "confidential", &[]);
    draft.finish()
}
