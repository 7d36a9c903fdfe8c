//! The samples in another language: what the caller says in that language is said in it, and what
//! people typed stays as they typed it.

use redress_domain::vocabulary::Channel;

use crate::acknowledgement::{AcknowledgementFacts, DirectionFacts};
use crate::conduct::{AdjustmentFacts, RestrictionFacts, RestrictionReviewFacts};
use crate::course::{DeliveryFacts, DepartureFacts};
use crate::ending::WithdrawalFacts;
use crate::extension::ExtensionFacts;
use crate::frame::{Frame, Updates};
use crate::inquiry::EvidenceRequestFacts;
use crate::intake::{
    AuthorityFacts, ChoiceOfferFacts, ContactReceiptFacts, OtherRouteFacts, PetitionFacts,
    ServiceRequestFacts, SurveyFacts,
};
use crate::money::{InsurerFacts, OfferFormFacts, PaymentFacts};
use crate::phrases::{Phrase, Proof};
use crate::refusal::RefusalFacts;
use crate::response::facts::ResponseFacts;
use crate::tongue::Tongue;
use crate::update::{
    ClarificationFacts, ContactNoteFacts, DefinitionChangedFacts, HandlerChangeFacts, UpdateFacts,
};

const YEAR: &str = "12 months";

pub(super) fn frame(frame: &mut Frame, t: &Tongue) {
    t.tag.clone_into(&mut frame.lang);
    let landlord = &frame.landlord;
    frame.channels =
        vec![t.ring_us(&landlord.phone), t.email_us(&landlord.email), t.phrase(Phrase::WriteToUs)];
}

fn updates(updates: &mut Updates, t: &Tongue) {
    updates.way = t.phrase(Phrase::WriteToYou);
    updates.interval = t.every("5 working days");
}

pub(super) fn acknowledgement(facts: &mut AcknowledgementFacts, t: &Tongue) {
    facts.received_by = t.came(Channel::Phone);
    let length = facts.answer_length.trim_end_matches(" from today").to_owned();
    facts.answer_length = t.from_today(&length);
    updates(&mut facts.updates, t);
    facts.needs.adjustments = vec![t.phrase(Phrase::In18Point)];
    for moved in &mut facts.moved {
        moved.contact = t.through_us(&facts.frame.landlord.phone);
    }
}

pub(super) fn direction(facts: &mut DirectionFacts, t: &Tongue) {
    frame(&mut facts.acknowledgement.frame, t);
    acknowledgement(&mut facts.acknowledgement, t);
}

pub(super) fn clarification(facts: &mut ClarificationFacts, t: &Tongue) {
    for (what, _) in &mut facts.running {
        *what = t.phrase(Phrase::WriteAboutComplaint);
    }
}

pub(super) fn update(facts: &mut UpdateFacts, t: &Tongue) {
    for step in &mut facts.done_so_far {
        step.what = t.step_looked("The surveyor's report");
    }
}

pub(super) fn contact_note(facts: &mut ContactNoteFacts, t: &Tongue) {
    facts.talked_about = t.phrase(Phrase::TalkedAboutUpdates);
    let every = t.every("5 working days");
    facts.agreed = vec![t.agreed_updates(&t.phrase(Phrase::WriteToYou), &every)];
    facts.needs = facts.needs.iter().map(|need| t.typed(need)).collect();
}

pub(super) fn handler_change(facts: &mut HandlerChangeFacts, t: &Tongue) {
    for (what, _) in &mut facts.running {
        *what = t.phrase(Phrase::AnswerYou);
    }
}

pub(super) fn definition_changed(facts: &mut DefinitionChangedFacts, t: &Tongue) {
    facts.what_changed = t.point_added("The damp has ruined the paint in the hall.");
}

pub(super) fn extension(facts: &mut ExtensionFacts, t: &Tongue) {
    let steps = [Phrase::StepConfirmed, Phrase::StepTalked];
    for (step, phrase) in facts.done_so_far.iter_mut().zip(steps) {
        step.what = t.phrase(phrase);
    }
    if let Some(agreed) = &mut facts.updates {
        updates(agreed, t);
    }
}

pub(super) fn response(facts: &mut ResponseFacts, t: &Tongue) {
    frame(&mut facts.frame, t);
    if let Some(offer) = &mut facts.offer {
        offer.paid = t.phrase(Phrase::ToBankAccount);
    }
    for body in &mut facts.other_bodies {
        body.contact = t.put_through(&facts.frame.landlord.phone);
    }
}

pub(super) fn refusal(facts: &mut RefusalFacts, t: &Tongue) {
    facts.ground.proof = vec![t.proof(&Proof::ToldOn(facts.frame.dated))];
    for body in &mut facts.where_now {
        body.name = t.typed(&body.name);
        body.contact = t.put_through(&facts.frame.landlord.phone);
    }
}

pub(super) fn withdrawal(facts: &mut WithdrawalFacts, t: &Tongue) {
    facts.asked_by = t.came(Channel::Phone);
}

pub(super) fn contact_receipt(facts: &mut ContactReceiptFacts, t: &Tongue) {
    facts.received_by = t.came(Channel::Portal);
    facts.within = Some(t.length(YEAR));
}

pub(super) fn choice_offer(facts: &mut ChoiceOfferFacts, t: &Tongue) {
    facts.within = Some(t.length(YEAR));
}

pub(super) fn survey(facts: &mut SurveyFacts, t: &Tongue) {
    facts.within = Some(t.length(YEAR));
}

pub(super) fn service_request(facts: &mut ServiceRequestFacts, t: &Tongue) {
    facts.received_by = t.came(Channel::Phone);
    facts.name = t.phrase(Phrase::ServiceRequest);
}

pub(super) fn authority(facts: &mut AuthorityFacts, t: &Tongue) {
    for (what, _) in &mut facts.running {
        *what = t.phrase(Phrase::WriteAboutComplaint);
    }
}

pub(super) fn petition(facts: &mut PetitionFacts, t: &Tongue) {
    facts.received_by = t.came(Channel::Letter);
}

pub(super) fn other_route(facts: &mut OtherRouteFacts, t: &Tongue) {
    for moved in &mut facts.moved {
        moved.contact = t.ring_and_ask(&facts.frame.landlord.phone);
    }
}

pub(super) fn insurer(facts: &mut InsurerFacts, t: &Tongue) {
    facts.contact = Some(t.through_us_named("Meridian Mutual", &facts.frame.landlord.phone));
}

pub(super) fn offer_form(facts: &mut OfferFormFacts, t: &Tongue) {
    facts.offer.paid = t.phrase(Phrase::IntoBankAccount);
}

pub(super) fn payment(facts: &mut PaymentFacts, t: &Tongue) {
    facts.paid = t.phrase(Phrase::IntoRentAccount);
}

pub(super) fn evidence_request(facts: &mut EvidenceRequestFacts, t: &Tongue) {
    for (what, _) in &mut facts.running {
        *what = t.phrase(Phrase::AnswerYou);
    }
}

pub(super) fn departure(facts: &mut DepartureFacts, t: &Tongue) {
    facts.clause = t.clause("6.4.1");
    for (what, _) in &mut facts.running {
        *what = t.phrase(Phrase::AnswerYou);
    }
}

pub(super) fn adjustment(facts: &mut AdjustmentFacts, t: &Tongue) {
    facts.adjustments = vec![t.phrase(Phrase::In18Point), t.typed("We ring you only after 2pm")];
}

pub(super) fn restriction(facts: &mut RestrictionFacts, t: &Tongue) {
    facts.still_open = t.route(Channel::Letter);
}

pub(super) fn restriction_review(facts: &mut RestrictionReviewFacts, t: &Tongue) {
    facts.still_open = t.route(Channel::Letter);
}

pub(super) fn delivery(facts: &mut DeliveryFacts, t: &Tongue) {
    facts.title = t.say("progress-update", &[]);
    facts.way = t.route(Channel::Email);
}
