//! C22, going on to stage 2: asked for in any way and without a reason, taken on by default.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::complaint::Escalation;
use redress_domain::escalation::last_day;
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Stage};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::complaint::options::{CHANNELS, known, listed};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

pub mod accept;
pub mod back;
pub mod officers;

/// The page of going on to stage 2.
#[derive(Template)]
#[template(path = "answering/escalation.html")]
pub struct EscalationPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    /// What was asked for, and what became of it.
    facts: SummaryList,
    /// The window, in a sentence.
    window: String,
    request: Option<Request>,
    /// Why nothing can be asked for now, where that is so.
    not_now: Option<String>,
    accept: Option<accept::Acceptance>,
    may_decline: bool,
    back: Option<back::Back>,
}

/// The questions about a request.
struct Request {
    form: Form,
    channel: Choices,
    received: Choices,
    points: Choices,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records the request.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let today = visit.app.desk.today();
    visit.act(posted, |form, case: &Case| read(form, case, today), draw).await
}

/// The page over a case.
pub fn draw(sheet: Sheet) -> EscalationPage {
    let complaint = &sheet.case.complaint;
    let request = complaint.escalation.as_ref();
    let ask = Command::RequestEscalation {
        channel: Some(Channel::Phone),
        reason: None,
        points: None,
        received_on: None,
    };
    let refusal = would::refuse(&sheet, &ask);
    let decided = request.is_some() && !complaint.awaits_escalation_decision();
    let not_now = match (&refusal, request) {
        (Some(refusal), None) => Some(would::sentences(&sheet, refusal)),
        _ => None,
    };
    let accept = complaint.awaits_escalation_decision().then(|| accept::of(&sheet));
    EscalationPage {
        frame: sheet.titled("Stage 2"),
        heading: heading(&sheet),
        facts: request.map(|request| facts(&sheet, request)).unwrap_or_default(),
        window: window(&sheet),
        request: (refusal.is_none()).then(|| questions(&sheet)),
        not_now,
        accept,
        may_decline: !decided && complaint.awaits_escalation_decision(),
        back: back::of(&sheet),
        sheet,
    }
}

fn heading(sheet: &Sheet) -> String {
    let complaint = &sheet.case.complaint;
    let acknowledge = sheet.case.clocks.iter().find(|clock| {
        clock.what == redress_domain::clock::What::Acknowledgement
            && clock.stage == Some(Stage::Two)
    });
    match &complaint.escalation {
        None => "Stage 2: not asked for".to_owned(),
        Some(_) if complaint.awaits_escalation_decision() => match acknowledge {
            Some(clock) => format!("Request for stage 2: acknowledge by {}", day::long(clock.due)),
            None => "Request for stage 2".to_owned(),
        },
        Some(request) => match (request.escalated_on, request.declined) {
            (Some(on), _) => format!("At stage 2 since {}", day::short(on)),
            (None, Some((on, _))) => format!("Stage 2 was declined on {}", day::short(on)),
            (None, None) => "Request for stage 2".to_owned(),
        },
    }
}

fn window(sheet: &Sheet) -> String {
    let asked = sheet.case.complaint.escalation.is_some();
    match last_day(&sheet.case.complaint) {
        Some(last) if asked => {
            format!("The last day for asking is {}. No reason is asked for.", day::long(last))
        }
        Some(last) => format!(
            "The resident can ask until {}. A later request is looked at too. No reason is asked for.",
            day::long(last)
        ),
        None => "There is no last day for asking. No reason is asked for.".to_owned(),
    }
}

fn facts(sheet: &Sheet, request: &Escalation) -> SummaryList {
    let channel = words::sentence(words::names::channel(request.channel));
    let mut facts = SummaryList::new()
        .row("Asked on", Cell::day(request.received_on))
        .row("By", Cell::text(channel));
    let points: Vec<String> = request.points.iter().map(words::point).collect();
    if !points.is_empty() {
        facts = facts.row("About", Cell::text(words::sentence(&words::all_of(&points))));
    }
    if let Some(reason) = &request.reason {
        facts = facts.row("What they said", Cell::name(reason.text()));
    }
    if request.late {
        facts = facts.row("In time", Cell::text("No: it came after the last day"));
    }
    if let Some(on) = request.escalated_on {
        facts = facts.row("Taken on", Cell::day(on));
    }
    if let Some(officer) = sheet.case.complaint.officer_at(Stage::Two) {
        facts = facts.row("Given to", Cell::name(sheet.case.surroundings.name_of(officer)));
    }
    if let Some(on) = request.referred_back_on {
        facts = facts.row("Sent back to stage 1", Cell::day(on));
    }
    if let Some((on, ground)) = request.declined {
        let ground = words::sentence(words::names::escalation_ground(ground));
        facts = facts.row("Declined", Cell::stack([Cell::day(on), Cell::text(ground)]));
    }
    facts
}

fn questions(sheet: &Sheet) -> Request {
    let form = sheet.form("escalation");
    let points = sheet.case.complaint.points_at(Stage::One);
    let labelled: Vec<(String, String)> = points
        .iter()
        .enumerate()
        .map(|(place, it)| (it.id.to_string(), format!("Point {}: {}", place + 1, it.text.text())))
        .collect();
    let ticks = form.ticks("points", "Which parts?").hint("All, unless they say otherwise");
    let ticks =
        labelled.iter().fold(ticks, |ticks, (id, label)| ticks.option(id, label).preset(id));
    Request {
        channel: form
            .radios("channel", "How did they ask?")
            .options(&listed(CHANNELS, words::names::channel)),
        received: form
            .near_day("received", "When did they ask?", sheet.today)
            .hint("The day it was said to anyone here, or to a contractor")
            .preset("today"),
        points: ticks,
        form,
    }
}

fn read(form: &mut Reading<'_>, case: &Case, today: jiff::civil::Date) -> Option<Asked> {
    let channel = form.choice("channel", "Choose how they asked", known::<Channel>);
    let received_on = form.near_day("received", today, "Enter the day they asked");
    let reason = form.words("reason");
    let points: Vec<PointId> = form.ticked("points", |sent| Some(PointId(sent.to_owned())));
    let all = case.complaint.points_at(Stage::One).len();
    let some = !points.is_empty() && points.len() < all;
    let command = Command::RequestEscalation {
        channel: Some(channel?),
        reason: reason?.map(Words::said),
        points: some.then_some(points),
        received_on: Some(received_on?),
    };
    Some(Asked::of(vec![command], "requested").then("escalation"))
}
