//! Money that was offered: the resident's answer to it, the panel, and the payment.

use askama::Template;
use redress_domain::clock::What;
use redress_domain::command::Command;
use redress_domain::complaint::Offer;
use redress_domain::ids::{OfferId, StaffId};
use redress_domain::vocabulary::Payee;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::remedies::pounds;
use crate::web::complaint::options::{self, known, listed};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::{Choices, Select};
use crate::web::part::day;
use crate::web::part::field::Input;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::tag::{Mark, Tag};
use crate::web::posted::Posted;
use crate::words;

pub mod further;

/// The page.
#[derive(Template)]
#[template(path = "answering/offers.html")]
pub struct OffersPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    offers: Vec<Card>,
    claim: Option<Form>,
}

/// One offer.
struct Card {
    id: String,
    title: String,
    tag: Tag,
    facts: SummaryList,
    /// The question whether they accept, while nobody knows.
    answer: Option<(Form, Choices)>,
    payment: Option<Payment>,
    lapse: Option<Form>,
    panel: Option<Form>,
    recommendation: Option<further::Recommendation>,
    open: bool,
}

/// The questions about a payment.
struct Payment {
    form: Form,
    paid: Choices,
    to: Choices,
    set_off: Input,
    approved_by: Select,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// The resident's answer.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let id = OfferId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read(form, &id), draw).await
}

/// The payment.
pub async fn pay(visit: Visit, posted: Posted) -> Page {
    let id = OfferId(visit.item.clone());
    let today = visit.app.desk.today();
    visit.act(posted, |form, _: &Case| read_payment(form, &id, today), draw).await
}

/// The page over a case.
pub fn draw(sheet: Sheet) -> OffersPage {
    let offers = &sheet.case.complaint.offers;
    let heading = match offers.len() {
        0 => "Money offered: none".to_owned(),
        _ => format!("Money offered: {}", pounds(offers.iter().map(|offer| offer.amount).sum())),
    };
    OffersPage {
        frame: sheet.titled("Money offered"),
        heading,
        offers: offers.iter().map(|offer| card(&sheet, offer)).collect(),
        claim: further::claim_form(&sheet),
        sheet,
    }
}

fn card(sheet: &Sheet, offer: &Offer) -> Card {
    let id = &offer.id.0;
    let tag = match (offer.paid_on, offer.accepted) {
        (None, None) if offer.lapsed_on.is_some() => Tag::plain("Lapsed"),
        (Some(_), _) => Tag::new(Mark::Met, "Paid"),
        (None, Some(true)) => Tag::new(Mark::Soon, "Accepted, not paid"),
        (None, Some(false)) => Tag::plain("Not accepted"),
        (None, None) => Tag::new(Mark::Running, "Waits for an answer"),
    };
    let mut facts = SummaryList::new().row("Offered", Cell::day(offer.offered_on));
    let remedy =
        sheet.case.complaint.remedies.iter().find(|it| it.offer.as_ref() == Some(&offer.id));
    if let Some(remedy) = remedy {
        let head = remedy.remedy.head.as_ref().unwrap_or(&remedy.remedy.what);
        facts = facts.row("For", Cell::name(head.text()));
        if let Some(due) = remedy.remedy.due {
            facts = facts.row("Paid by", Cell::day(due));
        }
    }
    let number = offer.id.0.as_str();
    let last =
        sheet.case.clocks.iter().find(|clock| {
            clock.what == What::OfferAcceptance && clock.of.as_deref() == Some(number)
        });
    if let Some(clock) = last {
        facts = facts.row("Can be accepted until", Cell::day(clock.due));
    }
    if let Some(panel) = &offer.panel {
        facts = facts.row("Sent to the panel", Cell::day(panel.referred_on));
        if let Some(said) = &panel.recommended {
            let followed = if said.followed { "followed" } else { "not followed" };
            let words = format!("{}, {followed}", pounds(said.amount));
            facts = facts.row("The panel recommends", Cell::text(words));
        }
    }
    if let Some(paid) = offer.paid_on {
        facts = facts.row("Paid on", Cell::day(paid));
    }
    let accept = Command::AcceptOffer { offer: Some(offer.id.clone()) };
    let unanswered = offer.accepted.is_none() && offer.lapsed_on.is_none();
    let may_answer = unanswered && sheet.barred_from(&accept).is_none();
    let path = format!("offers/{id}");
    let kept = sheet.kept.as_ref().map(|kept| kept.form.as_str());
    Card {
        title: format!("{} offered", pounds(offer.amount)),
        tag,
        facts,
        answer: may_answer.then(|| {
            let form = sheet.form(&path);
            let question = form
                .radios(&format!("{id}-answer"), "What does the resident say?")
                .option("accept", "They accept it")
                .option("reject", "They do not accept it");
            (form, question)
        }),
        payment: payment(sheet, offer),
        lapse: further::lapse_form(sheet, offer),
        panel: further::panel_form(sheet, offer),
        recommendation: further::recommendation(sheet, offer),
        open: kept == Some(&format!("{path}/payment")),
        id: id.clone(),
    }
}

fn payment(sheet: &Sheet, offer: &Offer) -> Option<Payment> {
    let id = &offer.id.0;
    let pay = Command::PayOffer {
        offer: Some(offer.id.clone()),
        paid_on: None,
        to: None,
        set_off: None,
        approved_by: None,
    };
    if offer.paid_on.is_some() || sheet.barred_from(&pay).is_some() {
        return None;
    }
    let form = sheet.form(&format!("offers/{id}/payment"));
    let name = |field: &str| format!("{id}-{field}");
    let people = options::people(&sheet.case);
    Some(Payment {
        paid: form.near_day(&name("paid"), "When was it paid?", sheet.today),
        to: form
            .radios(&name("to"), "To whom?")
            .options(&listed(&[Payee::Resident, Payee::RentAccount], words::names::payee)),
        set_off: form
            .money(&name("set-off"), "Taken off for a debt")
            .hint("Never by itself: it is a decision, and somebody must approve it")
            .width(10),
        approved_by: form
            .select(&name("approved-by"), "Who approved taking it off?")
            .option("", "Nothing was taken off")
            .options(&people),
        form,
    })
}

fn read(form: &mut Reading<'_>, id: &OfferId) -> Option<Asked> {
    let offer = Some(id.clone());
    let command = form.choice(
        &format!("{}-answer", id.0),
        "Choose what the resident says",
        |sent| match sent {
            "accept" => Some(Command::AcceptOffer { offer }),
            "reject" => Some(Command::RejectOffer { offer }),
            _ => None,
        },
    )?;
    Some(Asked::of(vec![command], "offer").then("offers"))
}

fn read_payment(form: &mut Reading<'_>, id: &OfferId, today: jiff::civil::Date) -> Option<Asked> {
    let name = |field: &str| format!("{}-{field}", id.0);
    let paid_on = form.near_day(&name("paid"), today, "Enter the day it was paid");
    if paid_on.is_some_and(|day| today < day) {
        form.wrong(&name("paid"), format!("Enter a day up to today, {}", day::short(today)));
    }
    let to = form.choice(&name("to"), "Choose to whom it was paid", known::<Payee>);
    let set_off = form.optional_pence(&name("set-off"));
    let approved_by = form.words(&name("approved-by"));
    let set_off = set_off?.and_then(|pence| u64::try_from(pence).ok());
    let approved_by = approved_by?.map(StaffId);
    if set_off.is_some_and(|pence| 0 < pence) && approved_by.is_none() {
        form.wrong(&name("approved-by"), "Choose who approved taking it off");
    }
    let command = Command::PayOffer {
        offer: Some(id.clone()),
        paid_on: Some(paid_on?),
        to: Some(to?),
        set_off,
        approved_by,
    };
    Some(Asked::of(vec![command], "paid").then("offers"))
}
