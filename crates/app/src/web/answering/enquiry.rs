//! Answering an elected member: outside the stages, on a clock of its own.

use askama::Template;
use redress_domain::clock::What;
use redress_domain::command::{Command, Respond};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Choice};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::complaint::options::{CHANNELS, known, listed};
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

/// The page of an enquiry's answer.
#[derive(Template)]
#[template(path = "answering/enquiry.html")]
pub struct EnquiryPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    question: Option<(Form, Choices)>,
    not_now: Option<String>,
    /// Whether anybody asked if the person behind it wants to complain.
    offered: bool,
    complains: bool,
}

/// Records the answer.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let channel = form.choice("channel", "Choose how the answer went", known::<Channel>)?;
        let reply = form.words("reply")?.map(Words::said);
        let command = Command::Respond(Respond { channel, reply, ..Respond::default() });
        Some(Asked::of(vec![command], "enquiry-answered").then("response"))
    };
    visit.act(posted, read, draw).await
}

/// The page over a case.
pub fn draw(sheet: Sheet) -> EnquiryPage {
    let complaint = &sheet.case.complaint;
    let answered = complaint.enquiry.as_ref().and_then(|enquiry| enquiry.answered_on);
    let clock = sheet.case.clocks.iter().find(|clock| clock.what == What::EnquiryReply);
    let heading = match (answered, clock) {
        (Some(on), _) => format!("The enquiry was answered on {}", day::short(on)),
        (None, Some(clock)) => format!("Answer the enquiry by {}", day::long(clock.due)),
        (None, None) => "Answer the enquiry".to_owned(),
    };
    let respond = Command::Respond(Respond::default());
    let barred = sheet.barred_from(&respond);
    let refusal = would::refuse(&sheet, &respond).filter(|_| answered.is_none());
    let may = barred.is_none() && refusal.is_none() && answered.is_none();
    EnquiryPage {
        frame: sheet.titled("Answer the enquiry"),
        heading,
        question: may.then(|| {
            let form = sheet.form("response/enquiry");
            let ways = listed(CHANNELS, words::names::channel);
            let channel = form.radios("channel", "How did the answer go?").options(&ways);
            (form, channel)
        }),
        not_now: barred.or_else(|| refusal.map(|refusal| would::sentences(&sheet, &refusal))),
        offered: complaint.choice.is_some(),
        complains: complaint.choice == Some(Choice::Complain),
        sheet,
    }
}
