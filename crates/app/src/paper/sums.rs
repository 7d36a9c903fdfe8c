//! Letters about money: the form, its end, a payment, the panel, the insurers.

use jiff::civil::Date;
use redress_domain::clock::What;
use redress_domain::complaint::{Offer, Remedy};
use redress_domain::ids::{OfferId, StaffId};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Payee, Stage};
use redress_letters::block::BlockId;
use redress_letters::letter::LetterId;
use redress_letters::money::{
    InsurerFacts, OfferFormFacts, OfferLapsedFacts, PanelFacts, PanelOutcome, PaymentFacts,
    insurer_pack as pack_letter, insurer_referral as referral_letter, offer_form, offer_lapsed,
    panel as panel_letter, payment_made,
};
use redress_letters::phrases::Phrase;
use redress_letters::response::facts::{OfferFacts, OfferHead};

use crate::paper::{Made, Paper};

/// The form that goes with the answer of a stage, where the policy has one and money is offered.
pub(super) fn form_with_answer(paper: &Paper<'_>, stage: Stage, no: u32) -> Option<Made> {
    let open: Vec<&Offer> = paper
        .after
        .offers
        .iter()
        .filter(|it| it.stage == stage && it.accepted.is_none())
        .filter(|it| it.lapsed_on.is_none() && it.paid_on.is_none())
        .collect();
    form(paper, stage, &open, no)
}

/// The form for money that is offered once the stage is answered.
pub(super) fn form_after_answer(
    paper: &Paper<'_>,
    stage: Stage,
    offer: &OfferId,
    no: u32,
) -> Option<Made> {
    paper.after.at(stage)?.responded.as_ref()?;
    form(paper, stage, &[found(paper, offer)?], no)
}

/// A reminder of an offer whose time for accepting ends.
pub(super) fn reminder(paper: &Paper<'_>, offer: &OfferId, no: u32) -> Option<Made> {
    let offer = found(paper, offer)?;
    form_of(paper, offer.stage, (&[offer], true), no)
}

fn form(paper: &Paper<'_>, stage: Stage, open: &[&Offer], no: u32) -> Option<Made> {
    form_of(paper, stage, (open, false), no)
}

fn form_of(
    paper: &Paper<'_>,
    stage: Stage,
    (open, reminds): (&[&Offer], bool),
    no: u32,
) -> Option<Made> {
    paper.around.terms.pack.offers.as_ref()?.acceptance.as_ref()?;
    let heads: Vec<OfferHead> = open.iter().flat_map(|offer| heads(paper, offer)).collect();
    if heads.is_empty() {
        return None;
    }
    let ends = paper.around.clocks.iter();
    let ends = ends.filter(|it| it.what == What::OfferAcceptance && it.is_open());
    let last_day = ends.map(|it| it.due).max();
    let facts = OfferFormFacts {
        frame: paper.frame_as_it_stands(
            if reminds { LetterId::OfferReminder } else { LetterId::OfferAcceptanceForm },
            stage,
            no,
        ),
        stage: stage.number(),
        offer: OfferFacts {
            total_pence: heads.iter().map(|head| head.pence).sum(),
            heads,
            earlier: Vec::new(),
            set_off: None,
            pay_by: None,
            paid: paper.t.phrase(Phrase::IntoBankAccount),
        },
        last_day,
        reminds,
    };
    let limits = [(BlockId::LastDate, last_day)];
    Some(paper.of_frame((offer_form(&facts), &facts.frame), stage, &limits))
}

fn found<'a>(paper: &Paper<'a>, id: &OfferId) -> Option<&'a Offer> {
    paper.after.offers.iter().find(|offer| offer.id == *id)
}

/// What an offer is for, by head; in one sum where a panel changed it.
fn heads(paper: &Paper<'_>, offer: &Offer) -> Vec<OfferHead> {
    let of_offer = |it: &&Remedy| it.offer.as_ref() == Some(&offer.id);
    let remedies = paper.after.remedies.iter().filter(of_offer);
    let mut heads: Vec<OfferHead> = remedies
        .map(|it| OfferHead {
            what: it.remedy.head.as_ref().unwrap_or(&it.remedy.what).text().to_owned(),
            pence: it.remedy.amount.unwrap_or(0),
        })
        .collect();
    if let [only] = heads.as_mut_slice() {
        only.pence = offer.amount;
    }
    heads
}

/// The time for accepting is over.
pub(super) fn lapsed(paper: &Paper<'_>, id: &OfferId, no: u32) -> Option<Made> {
    let offer = found(paper, id)?;
    let facts = OfferLapsedFacts {
        frame: paper.frame_as_it_stands(LetterId::OfferLapsed, offer.stage, no),
        stage: offer.stage.number(),
        pence: offer.amount,
        offered_on: offer.offered_on,
    };
    Some(paper.of_frame((offer_lapsed(&facts), &facts.frame), offer.stage, &[]))
}

/// Money was paid.
pub(super) fn paid(
    paper: &Paper<'_>,
    id: &OfferId,
    (on, to): (Date, Payee),
    (debt, decided_by): (u64, Option<&StaffId>),
    no: u32,
) -> Option<Made> {
    let offer = found(paper, id)?;
    let by = decided_by.map_or_else(|| paper.around.sender.name.clone(), |by| paper.name_of(by));
    let facts = PaymentFacts {
        frame: paper.frame_as_it_stands(LetterId::PaymentMade, offer.stage, no),
        stage: offer.stage.number(),
        heads: heads(paper, offer),
        total_pence: offer.amount,
        set_off: (0 < debt).then_some((debt, by)),
        paid_on: on,
        paid: paper.t.phrase(match to {
            Payee::Resident => Phrase::IntoBankAccount,
            Payee::RentAccount => Phrase::IntoRentAccount,
        }),
    };
    Some(paper.of_frame((payment_made(&facts), &facts.frame), offer.stage, &[]))
}

/// What a panel said of a sum: the sum, its reasons, whether it is followed, and why not.
pub(super) type Said = (u64, String, bool, Option<String>);

/// A panel looks at a sum again, or has done so.
pub(super) fn panel(paper: &Paper<'_>, id: &OfferId, said: Option<Said>, no: u32) -> Option<Made> {
    let offer = found(paper, id)?;
    let before = paper.before.and_then(|it| it.offers.iter().find(|known| known.id == *id));
    let letter = if said.is_some() { LetterId::PanelResult } else { LetterId::PanelReceipt };
    let facts = PanelFacts {
        frame: paper.frame_as_it_stands(letter, offer.stage, no),
        stage: offer.stage.number(),
        before_pence: before.unwrap_or(offer).amount,
        offered_on: offer.offered_on,
        result: said.map(|(recommended_pence, reasons, followed, why_not)| PanelOutcome {
            recommended_pence,
            reasons,
            followed,
            why_not,
        }),
    };
    Some(paper.of_frame((panel_letter(&facts), &facts.frame), offer.stage, &[]))
}

/// A claim went to the insurers: the person is told.
pub(super) fn insurer_referral(paper: &Paper<'_>, what: &str, value: Option<u64>, no: u32) -> Made {
    let (facts, stage) = insurer_facts(paper, LetterId::InsurerReferral, (what, value), no);
    let limits = [(BlockId::PointsKept, facts.answer_by)];
    paper.of_frame((referral_letter(&facts), &facts.frame), stage, &limits)
}

/// The same claim, for the insurers.
pub(super) fn insurer_pack(paper: &Paper<'_>, what: &str, value: Option<u64>, no: u32) -> Made {
    let (facts, stage) = insurer_facts(paper, LetterId::InsurerPack, (what, value), no);
    paper.of_frame((pack_letter(&facts), &facts.frame), stage, &[])
}

fn insurer_facts(
    paper: &Paper<'_>,
    id: LetterId,
    (what, value): (&str, Option<u64>),
    no: u32,
) -> (InsurerFacts, Stage) {
    let after = paper.after;
    let stage = after.stage();
    let terms = paper.around.terms.pack.offers.as_ref().and_then(|it| it.insurers.as_ref());
    let named = terms.and_then(|terms| terms.contact.clone());
    let frame = match id {
        LetterId::InsurerPack => {
            let who = named.clone().unwrap_or_else(|| paper.t.phrase(Phrase::OurInsurers));
            paper.frame_to(&crate::words::sentence(&who), id, stage, no)
        }
        _ => paper.frame_as_it_stands(id, stage, no),
    };
    let phone = &paper.around.sender.phone;
    let person = paper.around.person.map(|person| person.name.text());
    let from = after.contact.from.as_ref().map_or("", Words::text);
    let facts = InsurerFacts {
        frame,
        stage: stage.number(),
        what: what.to_owned(),
        pence: value,
        contact: named.map(|who| paper.t.through_us_named(&who, phone)),
        kept: after.points_at(stage).iter().map(|it| it.text.text().to_owned()).collect(),
        answer_by: paper.answer_by(stage),
        person: person.unwrap_or(from).to_owned(),
        held: after.evidence.iter().map(|it| it.what.text().to_owned()).collect(),
    };
    (facts, stage)
}
