//! What becomes of money that was offered: accepted, turned down, lapsed, reviewed by a panel, paid,
//! or a claim that goes to the insurers. Nothing here pauses a clock or ends a right.

use jiff::civil::Date;

use crate::complaint::{Complaint, Offer};
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::{OfferId, StaffId};
use crate::intake::alive;
use crate::personal::Words;
use crate::policy::{Duty, OfferTerms, PanelTerms};
use crate::refusal::{Bar, Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::Payee;

/// The resident's answer to an offer. Accepting ends no right to go further.
pub fn answer_offer(complaint: &Complaint, id: &Option<OfferId>, accepted: bool) -> Outcome {
    let offer = which_offer(complaint, id)?;
    if offer.accepted.is_some() || offer.lapsed_on.is_some() {
        return Err(settled(offer));
    }
    let offer = offer.id.clone();
    Ok(vec![if accepted { Event::OfferAccepted { offer } } else { Event::OfferRejected { offer } }])
}

/// Notes that the time for accepting is over. That is no refusal by the resident, and every other
/// remedy stands.
pub fn lapse(complaint: &Complaint, id: &Option<OfferId>, rules: &Rules<'_>) -> Outcome {
    let offer = which_offer(complaint, id)?;
    if offer.accepted.is_some() || offer.lapsed_on.is_some() {
        return Err(settled(offer));
    }
    let Some(terms) = offers(rules).and_then(|terms| terms.acceptance.as_ref()) else {
        return rules.refuse(Duty::RemedyWhatAndWhen, Why::OfferNeverLapses);
    };
    let (issued, _) = complaint.form_issued(offer);
    let last_day = rules.reckon_for_resident(issued, terms.length)?.due;
    if rules.today <= last_day {
        let why = Why::OfferOpen { id: offer.id.clone(), last_day };
        return Err(Refusal { clause: terms.clause.clone(), why });
    }
    Ok(vec![Event::OfferLapsed { offer: offer.id.clone() }])
}

/// The last day on which an offer may be accepted; none where the policy sets no time.
///
/// # Errors
/// The calendar ends before that day.
pub fn last_day(
    complaint: &Complaint,
    offer: &Offer,
    rules: &Rules<'_>,
) -> Result<Option<Date>, Refusal> {
    let Some(terms) = offers(rules).and_then(|terms| terms.acceptance.as_ref()) else {
        return Ok(None);
    };
    let (issued, _) = complaint.form_issued(offer);
    Ok(Some(rules.reckon_for_resident(issued, terms.length)?.due))
}

/// The resident disputes the sum, and the panel looks at it. No clock waits.
pub fn refer_to_panel(complaint: &Complaint, id: &Option<OfferId>, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    let offer = which_offer(complaint, id)?;
    let terms = panel(rules)?;
    if offer.accepted == Some(true) || offer.paid_on.is_some() {
        return Err(settled(offer));
    }
    if let Some(on) = pending(offer) {
        return Err(Refusal { clause: terms.clause.clone(), why: Why::PanelPending { on } });
    }
    Ok(vec![Event::OfferReferredToPanel { offer: offer.id.clone() }])
}

/// What the panel recommends: the same, more or less. It is followed unless somebody says why
/// not; the resident is told either way.
pub fn panel_recommends(
    complaint: &Complaint,
    id: &Option<OfferId>,
    (amount, reasons): (Option<u64>, &Words),
    (followed, why_not): (Option<bool>, &Option<Words>),
    rules: &Rules<'_>,
) -> Outcome {
    let offer = reviewed_offer(complaint, id)?;
    let terms = panel(rules)?;
    let refuse = |clause: &String, why: Why| Err(Refusal { clause: clause.clone(), why });
    if pending(offer).is_none() {
        return refuse(&terms.clause, Why::PanelNotAsked { id: offer.id.clone() });
    }
    if let Some(who) = &rules.actor.id
        && handled(complaint, who)
    {
        let why = Why::NotIndependent { who: who.clone(), because: Bar::HandledCase };
        return refuse(&terms.independence_clause, why);
    }
    let Some(amount) = amount else {
        return refuse(&terms.clause, Why::Missing { field: "amount" });
    };
    if reasons.is_blank() {
        return refuse(&terms.clause, Why::Missing { field: "reasons" });
    }
    let Some(followed) = followed else {
        return refuse(&terms.departing_clause, Why::Missing { field: "followed" });
    };
    if !followed && why_not.as_ref().is_none_or(Words::is_blank) {
        return refuse(&terms.departing_clause, Why::Missing { field: "why-not" });
    }
    Ok(vec![Event::PanelRecommended {
        offer: offer.id.clone(),
        amount,
        reasons: reasons.clone(),
        followed,
        why_not: why_not.clone().filter(|text| !text.is_blank()),
    }])
}

/// Records that an offer was paid. Taking a debt off it is a decision, never automatic.
pub fn pay(
    complaint: &Complaint,
    id: &Option<OfferId>,
    (paid_on, to): (Option<Date>, Option<Payee>),
    (set_off, approved_by): (Option<u64>, &Option<StaffId>),
    rules: &Rules<'_>,
) -> Outcome {
    let offer = which_offer(complaint, id)?;
    if offer.paid_on.is_some() {
        return Err(settled(offer));
    }
    let terms = offers(rules);
    let clause =
        terms.map_or_else(|| rules.terms.clause(Duty::RemedyWhatAndWhen), |it| it.clause.clone());
    let refuse = |why: Why| Err(Refusal { clause: clause.clone(), why });
    if let Some(form) = terms.and_then(|terms| terms.acceptance.as_ref())
        && offer.accepted != Some(true)
    {
        let why = Why::OfferNotAccepted { id: offer.id.clone() };
        return Err(Refusal { clause: form.clause.clone(), why });
    }
    let Some(paid_on) = paid_on else { return refuse(Why::Missing { field: "paid-on" }) };
    let Some(to) = to else { return refuse(Why::Missing { field: "to" }) };
    if let Some(terms) = terms
        && !terms.payees.is_empty()
        && !terms.payees.contains(&to)
    {
        let clause = terms.payees_clause.clone().unwrap_or(clause);
        return Err(Refusal { clause, why: Why::PayeeNotInPolicy { to } });
    }
    let set_off = set_off.unwrap_or(0);
    if 0 < set_off {
        set_off_decided(offer, set_off, approved_by.as_ref(), rules)?;
    }
    if let Some(terms) = terms
        && !terms.approvers.is_empty()
    {
        let clause = terms.approvers_clause.clone().unwrap_or(clause);
        approved(approved_by.as_ref(), &terms.approvers, &clause, rules)?;
    }
    Ok(vec![Event::OfferPaid {
        offer: offer.id.clone(),
        paid_on,
        to,
        set_off,
        approved_by: approved_by.clone(),
    }])
}

fn set_off_decided(
    offer: &Offer,
    set_off: u64,
    approver: Option<&StaffId>,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let own = offers(rules).and_then(|terms| terms.set_off.as_ref());
    let clause =
        own.map_or_else(|| rules.terms.clause(Duty::RemedyWhatAndWhen), |it| it.clause.clone());
    if offer.amount < set_off {
        return Err(Refusal { clause, why: Why::SetOffTooLarge { set_off, amount: offer.amount } });
    }
    approved(approver, own.map_or(&[][..], |it| &it.approvers), &clause, rules)
}

/// Somebody else than whoever asks said yes, and holds one of the roles where any is named.
pub(super) fn approved(
    approver: Option<&StaffId>,
    roles: &[crate::vocabulary::Role],
    clause: &str,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let refuse = |why: Why| Err(Refusal { clause: clause.to_owned(), why });
    let Some(approver) = approver.filter(|who| !who.0.trim().is_empty()) else {
        return refuse(Why::Missing { field: "approved-by" });
    };
    if rules.actor.id.as_ref() == Some(approver) {
        return refuse(Why::ApproverIsAsker);
    }
    if !roles.is_empty() && rules.lacks_role(approver, None, roles) {
        return refuse(Why::WrongRole { who: approver.clone(), wanted: roles.to_vec() });
    }
    Ok(())
}

/// Sends a claim to the insurers: an injury always, a loss only above the limit. A sum equal to
/// the limit is settled directly.
pub fn refer_to_insurer(
    complaint: &Complaint,
    what: &Words,
    value: Option<u64>,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    if what.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "what" });
    }
    let terms = offers(rules).and_then(|terms| terms.insurers.as_ref());
    if let Some(terms) = terms
        && let (Some(value), Some(limit)) = (value, terms.limit)
        && value <= limit
    {
        let clause = terms.direct_clause.clone().unwrap_or_else(|| terms.clause.clone());
        return Err(Refusal { clause, why: Why::BelowInsurersLimit { value, limit } });
    }
    Ok(vec![Event::ClaimReferredToInsurer { what: what.clone(), value }])
}

/// The day a review began that has no recommendation yet.
pub fn pending(offer: &Offer) -> Option<Date> {
    offer.panel.as_ref().filter(|panel| panel.recommended.is_none()).map(|panel| panel.referred_on)
}

/// Whether somebody handled the case at either stage.
fn handled(complaint: &Complaint, who: &StaffId) -> bool {
    let stage_2 = complaint.stage_2.as_ref();
    complaint.stage_1.hands.contains(who) || stage_2.is_some_and(|it| it.hands.contains(who))
}

fn offers<'a>(rules: &Rules<'a>) -> Option<&'a OfferTerms> {
    rules.terms.pack.offers.as_ref()
}

fn panel<'a>(rules: &Rules<'a>) -> Result<&'a PanelTerms, Refusal> {
    offers(rules)
        .and_then(|terms| terms.panel.as_ref())
        .ok_or_else(|| rules.refusal(Duty::PutRight, Why::NoPanel))
}

pub(crate) fn settled(offer: &Offer) -> Refusal {
    let why = Why::OfferSettled { id: offer.id.clone() };
    Refusal { clause: "record".to_owned(), why }
}

/// The offer the panel looks at: the one named, or the last one referred.
fn reviewed_offer<'a>(
    complaint: &'a Complaint,
    id: &Option<OfferId>,
) -> Result<&'a Offer, Refusal> {
    let referred = complaint.offers.iter().rfind(|offer| pending(offer).is_some());
    match (id, referred) {
        (None, Some(offer)) => Ok(offer),
        _ => which_offer(complaint, id),
    }
}

pub(crate) fn which_offer<'a>(
    complaint: &'a Complaint,
    id: &Option<OfferId>,
) -> Result<&'a Offer, Refusal> {
    let found = match id {
        Some(id) => complaint.offers.iter().find(|offer| offer.id == *id),
        None => complaint.offers.last(),
    };
    found.ok_or_else(|| Refusal {
        clause: "record".to_owned(),
        why: Why::NoSuchOffer { id: id.clone() },
    })
}
