//! What else may become of an offer: it lapses, a panel looks at it; and claims for the insurers.

use redress_domain::command::Command;
use redress_domain::complaint::Offer;
use redress_domain::ids::OfferId;
use redress_domain::personal::Words;
use redress_domain::remedy::money::pending;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::offers::draw;
use crate::web::answering::would;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::field::Input;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The questions about a recommendation.
pub struct Recommendation {
    pub form: Form,
    pub amount: Input,
    pub followed: Choices,
    pub reasons: String,
    pub why_not: String,
}

/// The form that notes a lapse, once the time is over.
pub fn lapse_form(sheet: &Sheet, offer: &Offer) -> Option<Form> {
    let lapse = Command::LapseOffer { offer: Some(offer.id.clone()) };
    let may = sheet.barred_from(&lapse).is_none() && would::refuse(sheet, &lapse).is_none();
    may.then(|| sheet.form(&format!("offers/{}/lapse", offer.id.0)))
}

/// The form that asks the panel, where the policy has one and it may be asked.
pub fn panel_form(sheet: &Sheet, offer: &Offer) -> Option<Form> {
    let refer = Command::ReferToPanel { offer: Some(offer.id.clone()) };
    let may = sheet.barred_from(&refer).is_none() && would::refuse(sheet, &refer).is_none();
    may.then(|| sheet.form(&format!("offers/{}/panel", offer.id.0)))
}

/// The questions while the panel looks at the sum.
pub fn recommendation(sheet: &Sheet, offer: &Offer) -> Option<Recommendation> {
    pending(offer)?;
    let id = &offer.id.0;
    let said = Command::PanelRecommends {
        offer: Some(offer.id.clone()),
        amount: None,
        reasons: Words::default(),
        followed: None,
        why_not: None,
    };
    if sheet.barred_from(&said).is_some() {
        return None;
    }
    let form = sheet.form(&format!("offers/{id}/recommendation"));
    Some(Recommendation {
        amount: form.money(&format!("{id}-amount"), "What the panel recommends").width(10),
        followed: form
            .radios(&format!("{id}-followed"), "Is it followed?")
            .option("yes", "Yes: the offer is this sum from now on")
            .option("no", "No: exceptional circumstances prevent it"),
        reasons: format!("{id}-reasons"),
        why_not: format!("{id}-why-not"),
        form,
    })
}

/// The form for a claim, where the policy sends some to the insurers.
pub fn claim_form(sheet: &Sheet) -> Option<Form> {
    sheet.case.pack.offers.as_ref()?.insurers.as_ref()?;
    let claim = Command::ReferToInsurer { what: Words::said("a claim"), value: None };
    sheet.barred_from(&claim).is_none().then(|| sheet.form("claims"))
}

/// Notes that an offer has lapsed.
pub async fn lapse(visit: Visit, posted: Posted) -> Page {
    let id = OfferId(visit.item.clone());
    let read = |_: &mut Reading<'_>, _: &Case| {
        let command = Command::LapseOffer { offer: Some(id.clone()) };
        Some(Asked::of(vec![command], "lapsed").then("offers"))
    };
    visit.act(posted, read, draw).await
}

/// Sends an offer to the panel.
pub async fn refer(visit: Visit, posted: Posted) -> Page {
    let id = OfferId(visit.item.clone());
    let read = |_: &mut Reading<'_>, _: &Case| {
        let command = Command::ReferToPanel { offer: Some(id.clone()) };
        Some(Asked::of(vec![command], "to-panel").then("offers"))
    };
    visit.act(posted, read, draw).await
}

/// Records what the panel recommends.
pub async fn recommend(visit: Visit, posted: Posted) -> Page {
    let id = OfferId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read_recommendation(form, &id), draw).await
}

/// Sends a claim to the insurers.
pub async fn claim(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, |form, _: &Case| read_claim(form), draw).await
}

fn read_recommendation(form: &mut Reading<'_>, id: &OfferId) -> Option<Asked> {
    let name = |field: &str| format!("{}-{field}", id.0);
    let amount = form.pence(&name("amount"), "Enter the sum the panel recommends");
    let reasons = form.required(&name("reasons"), "Enter the panel's reasons");
    let followed =
        form.choice(&name("followed"), "Choose whether it is followed", |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
    let why_not = form.words(&name("why-not"));
    if followed == Some(false) && why_not.as_ref().is_some_and(Option::is_none) {
        form.wrong(
            &name("why-not"),
            "Enter what is exceptional: the panel and the resident hear it",
        );
        return None;
    }
    let command = Command::PanelRecommends {
        offer: Some(id.clone()),
        amount: u64::try_from(amount?).ok(),
        reasons: Words::said(reasons?),
        followed: Some(followed?),
        why_not: why_not?.map(Words::said),
    };
    Some(Asked::of(vec![command], "recommended").then("offers"))
}

fn read_claim(form: &mut Reading<'_>) -> Option<Asked> {
    let what = form.required("what", "Enter what is claimed");
    let value = form.optional_pence("value");
    let command = Command::ReferToInsurer {
        what: Words::said(what?),
        value: value?.and_then(|pence| u64::try_from(pence).ok()),
    };
    Some(Asked::of(vec![command], "to-insurers").then("offers"))
}
