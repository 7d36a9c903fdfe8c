//! C5, confirming the complaint in time: the letter with its definition, who handles it, the day
//! promised for the answer, and how often the resident will hear.

use askama::Template;
use redress_domain::clock::{Clock, What};
use redress_domain::command::{Acknowledge, Command};
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Channel;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{self, WAYS_OF_UPDATES, known, listed};
use crate::web::complaint::{points, tags};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/acknowledgement.html")]
struct AcknowledgementPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    facts: SummaryList,
    points: Table,
    /// Why there is nothing to send: not defined, sent already, or the role.
    stands_in_the_way: Option<String>,
    undefined: bool,
    people: Vec<(String, String)>,
    officer: String,
    channels: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    asked: &'static str,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Acknowledges, and agrees the rhythm of updates with it.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let today = visit.app.desk.today();
    visit.act(posted, |form, case| read(form, case, today), draw).await
}

fn draw(sheet: Sheet) -> AcknowledgementPage {
    let case = &sheet.case;
    let record = case.complaint.current();
    let clock = clock(case);
    let heading = match clock {
        Some(clock) => {
            let tag = tags::tag_of(clock, sheet.today, &case.surroundings.calendar);
            format!("Acknowledge: due {}, {}", day::long(clock.due), lowered(tag.words()))
        }
        None => "Acknowledge".to_owned(),
    };
    let sent = record.acknowledged.as_ref().map(|ack| {
        format!(
            "Stage {} was acknowledged on {}.",
            case.complaint.stage().number(),
            day::long(ack.on)
        )
    });
    let points_here = case.complaint.points_at(case.complaint.stage());
    let undefined = points_here.is_empty();
    AcknowledgementPage {
        frame: sheet.titled("Acknowledge the complaint"),
        form: sheet.form("acknowledgement"),
        heading,
        facts: facts(&sheet, clock),
        points: points::table(case).caption_hidden(),
        stands_in_the_way: sent
            .or_else(|| sheet.barred_from(&Command::Acknowledge(Acknowledge::default()))),
        undefined,
        people: options::people(case),
        officer: record.officer.as_ref().map(|it| it.0.clone()).unwrap_or_default(),
        channels: channels(case),
        ways: listed(WAYS_OF_UPDATES, words::names::channel),
        asked: if record.needs_asked { "yes" } else { "" },
        sheet,
    }
}

fn lowered(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn clock(case: &Case) -> Option<&Clock> {
    let stage = case.complaint.stage();
    case.clocks
        .iter()
        .find(|clock| clock.what == What::Acknowledgement && clock.stage == Some(stage))
}

fn facts(sheet: &Sheet, clock: Option<&Clock>) -> SummaryList {
    let case = &sheet.case;
    let calendar = &case.surroundings.calendar;
    let mut facts = SummaryList::new();
    if let Some(ack) = &case.complaint.current().acknowledged {
        return facts
            .row("Acknowledged", Cell::day(ack.on))
            .row("Response promised by", Cell::day(ack.response_due));
    }
    if let Some(clock) = clock {
        let used = tags::between(calendar, clock.from, sheet.today).unwrap_or(0);
        let length = clock.length.clone().unwrap_or_default();
        facts = facts
            .row("Days used", Cell::text(format!("{used} of {length}")))
            .row("Due", Cell::link(sheet.href(&tags::page_of(clock)), day::short(clock.due)));
    }
    let stage = case.complaint.stage();
    let promise =
        crate::desk::surroundings::terms(&case.pack, case.complaint.floor).ok().and_then(|terms| {
            let limit = terms.response(stage).limit;
            let due = calendar.reckon(sheet.today, limit.length).ok()?.due;
            Some(format!("{}, {} from today", day::short(due), limit.length))
        });
    if let Some(promise) = promise {
        facts = facts.row("Response promised, if sent today", Cell::text(promise));
    }
    let needs = &case.complaint.needs;
    let needs = if needs.is_empty() {
        Cell::text("None recorded")
    } else {
        Cell::stack(needs.iter().map(|need| Cell::name(need.text())))
    };
    facts.changing("What they need", needs, sheet.href("needs"))
}

/// How the policy lets a stage be acknowledged.
fn channels(case: &Case) -> Vec<(String, String)> {
    let mut ways = options::WAYS_OUT.to_vec();
    if let Some(allowed) = &case.pack.stage(case.complaint.stage()).acknowledged_by {
        ways = allowed.channels.clone();
        ways.extend(allowed.at_customers_wish.iter().copied());
    }
    listed(&ways, words::names::channel)
}

fn read(form: &mut Reading<'_>, _: &Case, today: jiff::civil::Date) -> Option<Asked> {
    let channel = form.choice("channel", "Choose how it goes to the resident", known::<Channel>);
    let on = form.near_day("sent", today, "Choose the day it is sent");
    let officer = form.required("officer", "Choose who handles the complaint");
    let needs_asked = form.choice(
        "needs-asked",
        "Choose whether anybody has asked what the resident needs",
        |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
    );
    let every = options::rhythm(form, "updates");
    let method = form.words("updates-by");
    if let Some(on) = on
        && today < on
    {
        form.wrong(
            "sent-day",
            format!("The day it is sent cannot be after today, {}", day::long(today)),
        );
        return None;
    }
    let acknowledge = Acknowledge {
        points: None,
        officer: Some(StaffId(officer?)),
        channel: channel?,
        at_customers_wish: form.is_ticked("at-customers-wish"),
        needs_asked: needs_asked?,
    };
    let method = method?.and_then(|sent| known(&sent));
    let mut commands = Vec::new();
    if let Some(every) = every? {
        commands.push(Command::AgreeUpdates { every: Some(every), method });
    }
    commands.push(Command::Acknowledge(acknowledge));
    Some(Asked::of(commands, "acknowledged").on(on?))
}
