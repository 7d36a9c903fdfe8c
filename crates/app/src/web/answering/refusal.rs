//! C23, refusing: the exception. Only grounds that are true on the record can be chosen; a page
//! that interrupts stands before the letter.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::complaint::State;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_letters::check::is_stopped;

use crate::desk::{Case, checking};
use crate::paper::Prepared;
use crate::web::answer::{Asked, LOOK, Sheet, Visit};
use crate::web::answering::would;
use crate::web::page::Page;
use crate::web::part::check;
use crate::web::part::form::{CSRF, Form, ONCE, SEEN_VERSION};
use crate::web::part::frame::Frame;
use crate::web::part::letter;
use crate::web::part::notice::{Interruption, Link};
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

pub mod complaint;
mod grounds;
pub mod request;

#[derive(Template)]
#[template(path = "answering/refusal.html")]
struct RefusalPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    /// The page that interrupts, once the letter is in order.
    interruption: Option<(Interruption, Vec<letter::Sheet>)>,
    complaint: Option<complaint::Questions>,
    request: Option<request::Questions>,
    direction: Option<Form>,
    /// Why there is nothing to refuse.
    nothing: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Refuses a complaint, or parts of it.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, complaint::read, draw).await
}

/// Declines a request for stage 2.
pub async fn stage_two(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, request::read, draw).await
}

/// The Ombudsman tells us to take it on.
pub async fn direct(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let reference = form.required("reference", "Enter the Ombudsman’s reference")?;
        let command = Command::AcceptByDirection { reference: Words::said(reference) };
        Some(Asked::of(vec![command], "directed"))
    };
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> RefusalPage {
    let complaint = &sheet.case.complaint;
    let asked = complaint.awaits_escalation_decision();
    let declined = complaint.state() == State::Declined
        || complaint.escalation.as_ref().is_some_and(|it| it.declined.is_some());
    let direct = Command::AcceptByDirection { reference: Words::said("x") };
    let request = asked.then(|| request::of(&sheet));
    let questions = (!asked).then(|| complaint::of(&sheet));
    let (questions, nothing) = match questions {
        Some(Ok(questions)) => (Some(questions), None),
        Some(Err(why)) => (None, Some(why)),
        None => (None, None),
    };
    let heading = if asked {
        "Decline the request for stage 2".to_owned()
    } else if questions.is_some() {
        complaint::heading(&sheet)
    } else {
        "Refusing this complaint".to_owned()
    };
    RefusalPage {
        frame: sheet.titled(&heading),
        interruption: interruption(&sheet, asked),
        heading,
        complaint: questions,
        request,
        direction: (declined && sheet.barred_from(&direct).is_none())
            .then(|| sheet.form("refusal/direction")),
        nothing,
        sheet,
    }
}

/// Whether a second person has yet to clear it.
fn waits(sheet: &Sheet, prepared: &Prepared) -> bool {
    let me = StaffId(sheet.signed.staff.id.clone());
    let paper = checking::printed(&sheet.case, prepared);
    paper.is_ok_and(|paper| {
        checking::uncleared(&sheet.case, prepared, &checking::digest(&paper), &me).is_some()
    })
}

/// The blue page with one button and the letters it sends, once somebody has looked at them and
/// nothing holds them.
fn interruption(sheet: &Sheet, asked: bool) -> Option<(Interruption, Vec<letter::Sheet>)> {
    let kept = sheet.kept.as_ref().filter(|kept| kept.errors.is_empty())?;
    if kept.sent.get(LOOK) != "letter" || sheet.refused.is_some() {
        return None;
    }
    let mut form = Reading::of(&kept.sent);
    let command = if asked {
        request::command(&mut form, &sheet.case)?
    } else {
        complaint::command(&mut form, &sheet.case)?
    };
    let letters = would::letters(sheet, &command)?;
    let held = letters.iter().any(|it| {
        is_stopped(&it.faults)
            || !check::unanswered(&kept.sent, &it.faults).is_empty()
            || waits(sheet, it)
    });
    if held {
        return None;
    }
    let (title, button) = if asked {
        ("Decline the request for stage 2?", "Decline it, and record the letter as sent")
    } else {
        ("Refuse this complaint?", "Refuse it, and record the letter as sent")
    };
    let back = Link::new(sheet.href("refusal"), "Do not refuse it");
    let mut page = Interruption::new(
        title,
        sheet.href(&kept.form),
        button,
        sheet.keys.clone(),
        back,
    )
    .says(
        "Refusing is the exception. The resident loses an answer, and keeps the right to go to \
             the Housing Ombudsman, who can tell us to take it on.",
    )
    .says("The letter below leaves today, with your reasons and how to reach the Ombudsman.");
    for (name, value) in kept.sent.pairs() {
        let ours = [CSRF, ONCE, SEEN_VERSION, LOOK].contains(&name.as_str());
        if !ours && !value.is_empty() {
            page = page.keeps(name, value);
        }
    }
    let large = sheet.case.person.as_ref().is_some_and(|person| person.large_print);
    let papers = letters.iter().map(|it| letter::Sheet::prepared(it).large(large)).collect();
    Some((page, papers))
}
