//! Letters that go with no other act: proof of a loss, a meeting, a reminder, a question before the
//! case is closed, praise passed on. Each has a form of its own and says why not where it may not.

use askama::Template;
use redress_domain::command::{Command, WriteLetter};
use redress_domain::ids::{OfferId, RequestId};
use redress_domain::personal::Words;
use redress_domain::vocabulary::Kind;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::complaint::information;
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words::letters;

#[derive(Template)]
#[template(path = "complaint/writing.html")]
struct WritingPage {
    frame: Frame,
    sheet: Sheet,
    proof: Slot,
    meeting: Slot,
    chaser: Slot,
    offer: Slot,
    closing: Slot,
    praise: Slot,
    asked: Vec<(String, String)>,
    offers: Vec<(String, String)>,
    is_praise: bool,
    written: Vec<String>,
}

/// A form, or why it is not there.
struct Slot {
    form: Option<Form>,
    why_not: Option<String>,
}

/// The letters of the page, by the name their address has.
const LETTERS: &[&str] = &["proof", "meeting", "chaser", "offer", "closing", "praise"];

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Writes one of its letters.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let Some(letter) = LETTERS.iter().find(|known| **known == visit.item).copied() else {
        return Page::missing();
    };
    let read = |form: &mut Reading<'_>, _: &Case| {
        let says = read(form, letter)?;
        let command = Command::WriteLetter(Box::new(says));
        Some(Asked::of(vec![command], "letter-written").then("writing"))
    };
    visit.act(posted, read, draw).await
}

fn read(form: &mut Reading<'_>, letter: &str) -> Option<WriteLetter> {
    Some(match letter {
        "proof" => {
            let what = form.required("proof-what", "Enter what you need");
            let by = form.day("proof-by", "Enter the day by which you need it");
            WriteLetter::EvidenceRequest { what: Words::said(what?), reply_by: Some(by?) }
        }
        "meeting" => {
            let on = form.day("meeting-on", "Enter the day of the meeting");
            let at = form.required("meeting-at", "Enter the time, such as 2.30pm");
            let place = form.required("meeting-place", "Enter where it is");
            let people = form.required("meeting-people", "Enter who comes, one a line");
            let people = people?;
            let people = people.lines().map(str::trim).filter(|line| !line.is_empty());
            WriteLetter::MeetingInvitation {
                meets_on: Some(on?),
                at: at?,
                place: Words::said(place?),
                people: people.map(Words::said).collect(),
            }
        }
        "chaser" => {
            let request = form.required("chaser-request", "Choose what you remind them of")?;
            WriteLetter::InformationRequestChaser { request: RequestId(request) }
        }
        "offer" => {
            let offer = form.required("offer-offer", "Choose which offer you remind them of")?;
            WriteLetter::OfferReminder { offer: Some(OfferId(offer)) }
        }
        "closing" => WriteLetter::PreClosureContact {},
        _ => {
            let who = form.required("praise-who", "Enter who is praised")?;
            let giver_agrees = form.is_ticked("praise-named");
            WriteLetter::ComplimentToStaff { who: Words::said(who), giver_agrees }
        }
    })
}

fn draw(sheet: Sheet) -> WritingPage {
    let complaint = &sheet.case.complaint;
    let tomorrow = sheet.today.tomorrow().ok();
    let somebody = || Words::said("somebody");
    let proof = WriteLetter::EvidenceRequest { what: somebody(), reply_by: Some(sheet.today) };
    let meeting = WriteLetter::MeetingInvitation {
        meets_on: tomorrow,
        at: "2pm".to_owned(),
        place: somebody(),
        people: vec![somebody()],
    };
    let late = complaint.information.iter().filter(|it| it.is_late(sheet.today));
    let late: Vec<&str> = late.map(|it| it.id.0.as_str()).collect();
    let mut asked = information::unanswered(&sheet.case);
    asked.retain(|(id, _)| late.contains(&id.as_str()));
    let request = asked.first().map(|(id, _)| RequestId(id.clone())).unwrap_or_default();
    let offers: Vec<(String, String)> = complaint
        .offers
        .iter()
        .filter(|it| it.accepted.is_none() && it.lapsed_on.is_none())
        .map(|it| {
            let sum = crate::web::part::money::pounds(i64::try_from(it.amount).unwrap_or(i64::MAX));
            (it.id.0.clone(), format!("{sum}, offered {}", day::short(it.offered_on)))
        })
        .collect();
    let offer = offers.first().map(|(id, _)| OfferId(id.clone()));
    let written = complaint
        .written
        .iter()
        .rev()
        .map(|(on, says)| format!("{}: {}", day::short(*on), letters::name(says.id())));
    WritingPage {
        frame: sheet.titled("Write a letter"),
        proof: slot(&sheet, "proof", proof),
        meeting: slot(&sheet, "meeting", meeting),
        chaser: slot(&sheet, "chaser", WriteLetter::InformationRequestChaser { request }),
        offer: slot(&sheet, "offer", WriteLetter::OfferReminder { offer }),
        closing: slot(&sheet, "closing", WriteLetter::PreClosureContact {}),
        praise: slot(
            &sheet,
            "praise",
            WriteLetter::ComplimentToStaff { who: somebody(), giver_agrees: false },
        ),
        is_praise: matches!(complaint.kind, Kind::Compliment | Kind::Comment),
        written: written.collect(),
        asked,
        offers,
        sheet,
    }
}

fn slot(sheet: &Sheet, letter: &str, sample: WriteLetter) -> Slot {
    let command = Command::WriteLetter(Box::new(sample));
    let barred = sheet.barred_from(&command);
    let refused = || would::refuse(sheet, &command).map(|why| would::sentences(sheet, &why));
    let why_not = barred.or_else(refused);
    let form = why_not.is_none().then(|| sheet.form(&format!("writing/{letter}")));
    Slot { form, why_not }
}
