//! What becomes of money that was offered.

use jiff::civil::Date;

use crate::complaint::{Complaint, InsurerClaim, Offer, PanelReview, Recommended};
use crate::event::{Event, Happened};
use crate::ids::OfferId;
use crate::vocabulary::Stage;

/// A sum as it is offered.
pub(super) fn offered(id: &OfferId, stage: Stage, amount: u64, on: Date) -> Offer {
    Offer {
        id: id.clone(),
        stage,
        amount,
        first_amount: amount,
        offered_on: on,
        accepted: None,
        answered_on: None,
        lapsed_on: None,
        paid_on: None,
        panel: None,
    }
}

pub(super) fn apply(complaint: &mut Complaint, happened: &Happened) {
    let on = happened.on;
    match &happened.event {
        Event::OfferAccepted { offer } => answered(complaint, offer, true, on),
        Event::OfferRejected { offer } => answered(complaint, offer, false, on),
        Event::OfferLapsed { offer } => settle(complaint, offer, |it| it.lapsed_on = Some(on)),
        Event::OfferReferredToPanel { offer } => settle(complaint, offer, |it| {
            it.panel = Some(PanelReview { referred_on: on, recommended: None });
        }),
        Event::PanelRecommended { offer, amount, followed, .. } => settle(complaint, offer, |it| {
            if let Some(panel) = &mut it.panel {
                panel.recommended = Some(Recommended { on, amount: *amount, followed: *followed });
            }
            if *followed {
                it.amount = *amount;
            }
        }),
        Event::OfferPaid { offer, paid_on, .. } => {
            settle(complaint, offer, |it| it.paid_on = Some(*paid_on));
        }
        Event::ClaimReferredToInsurer { what, value } => {
            complaint.insurer_claims.push(InsurerClaim { on, what: what.clone(), value: *value });
        }
        _ => {}
    }
}

fn answered(complaint: &mut Complaint, id: &OfferId, accepted: bool, on: Date) {
    settle(complaint, id, |it| {
        it.accepted = Some(accepted);
        it.answered_on = Some(on);
    });
}

fn settle(complaint: &mut Complaint, id: &OfferId, how: impl FnOnce(&mut Offer)) {
    if let Some(offer) = complaint.offers.iter_mut().find(|offer| offer.id == *id) {
        how(offer);
    }
}
