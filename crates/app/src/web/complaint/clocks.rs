//! C2, how a date was reached: the answer in a sentence, then everything it rests on.

use askama::Template;
use jiff::civil::Date;
use redress_domain::clock::{Clock, Status, What};
use redress_domain::complaint::Extension;
use redress_domain::policy::Start;
use redress_domain::vocabulary::Stage;

use crate::desk::Case;
use crate::desk::rows::shortened;
use crate::web::answer::sheet::{clause_link, reading};
use crate::web::answer::{Sheet, Visit};
use crate::web::complaint::tags;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::clock::ClockCell;
use crate::web::part::day;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::notice::Link;
use crate::web::part::said::{self, Quote};
use crate::web::part::table::Table;
use crate::web::part::tag::Tag;
use crate::words;

pub mod days;
mod not_started;
mod sentence;

#[derive(Template)]
#[template(path = "complaint/clock.html")]
struct ClockPage {
    frame: Frame,
    heading: String,
    sentence: String,
    tag: Tag,
    facts: SummaryList,
    clause: Option<Quote>,
    days: Option<Table>,
    moves: Vec<Link>,
}

#[derive(Template)]
#[template(path = "complaint/clock_waits.html")]
struct ClockWaits {
    frame: Frame,
    heading: String,
    starts: &'static str,
}

/// The page of one clock.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let found = sheet.case.clocks.iter().find(|clock| tags::id_of(clock) == visit.item).cloned();
    match found {
        Some(clock) => Page::ok(&draw(&sheet, &clock)),
        None => match not_started::words(&visit.item) {
            Some((heading, starts)) => Page::ok(&ClockWaits {
                frame: sheet.titled("How a date is reached"),
                heading,
                starts,
            }),
            None => Page::missing(),
        },
    }
}

fn draw(sheet: &Sheet, clock: &Clock) -> ClockPage {
    let case = &sheet.case;
    let name = tags::name_of(clock);
    let tag = tags::tag_of(clock, sheet.today, &case.surroundings.calendar);
    ClockPage {
        frame: sheet.titled("How a date was reached"),
        heading: format!("{name}: due {}. How this was reached", day::long(clock.due)),
        sentence: sentence::of(case, clock),
        tag,
        facts: facts(case, clock),
        clause: reading(case, &clock.clause).map(|says| said::quote(says, says_who(&clock.clause))),
        days: days::table(&case.surroundings.calendar, clock),
        moves: moves(sheet, clock),
    }
}

fn says_who(clause: &str) -> String {
    match clause.strip_prefix("Code ") {
        Some(number) => format!("The Complaint Handling Code, {number}, in our words"),
        None => format!("The policy, {clause}, in our words"),
    }
}

fn facts(case: &Case, clock: &Clock) -> SummaryList {
    let start = words::sentence(&words::clocks::start(clock.from_event));
    let clause = match clause_link(case, &clock.clause) {
        Some(link) => Cell::Link(link),
        None => Cell::text(&clock.clause),
    };
    let mut facts = SummaryList::new()
        .row("Counts from", Cell::stack([Cell::text(start), Cell::day(clock.from)]))
        .row("Length", Cell::text(clock.length.as_deref().unwrap_or("A day that was promised")))
        .row("Clause", clause);
    if let Some((length, clause)) = &clock.instead_of {
        let words =
            format!("{length}, clause {clause}: the Code is stricter and is this policy's floor");
        facts = facts.row("The policy alone would say", Cell::text(words));
    }
    facts = facts.row("By the Code", Cell::text(by_the_code(case, clock)));
    if clock.provisional {
        let words = "The day it counts from was not recorded, so the day of receipt stands in";
        facts = facts.row("Provisional", Cell::text(words));
    }
    if let Some(beside) = &clock.beside {
        let start = words::clocks::start(beside.from_event);
        let words = format!("{}: {} from {start}", day::short(beside.due), beside.length);
        facts = facts.row("Read the other way", Cell::text(words));
    }
    if let Some(outer) = clock.outer_limit {
        let words = format!("{}, where nothing is extended", day::short(outer));
        facts = facts.row("Receipt and both limits together", Cell::text(words));
    }
    if let Some(settled) = &clock.settled {
        let words = format!(
            "{}. The calendar changed for {}",
            words::clocks::settled(settled),
            day::short(settled.changed)
        );
        facts = facts.row("When the calendar changed", Cell::text(words));
    }
    for extension in extensions(case, clock) {
        facts = facts.row("Extended", Cell::text(extension));
    }
    let calendar = &case.surroundings.calendar;
    let closures = calendar.closures().count();
    let calendar = format!(
        "{}, edition {}, {}",
        calendar.nation().title(),
        calendar.version(),
        words::counted(closures, "closure day")
    );
    let floor = if case.complaint.floor {
        "with the Code as its floor"
    } else {
        "as written, without the Code as its floor"
    };
    let policy = format!("{} {} ({}), {floor}", case.pack.title, case.pack.version, case.pack.id);
    facts.row("Policy", Cell::text(policy)).row("Calendar", Cell::text(calendar))
}

fn extensions(case: &Case, clock: &Clock) -> Vec<String> {
    extended(case, clock)
        .iter()
        .map(|it| {
            let late = if it.late { ", told after the old day had passed" } else { "" };
            let (on, from, to) = (day::short(it.on), day::short(it.from), day::short(it.to));
            format!("On {on} from {from} to {to}{late}")
        })
        .collect()
}

/// How often, and to when, a response was put off; nothing for other clocks.
fn extended<'a>(case: &'a Case, clock: &Clock) -> &'a [Extension] {
    let record = match (clock.what, clock.stage) {
        (What::Response, Some(stage)) => case.complaint.at(stage),
        _ => None,
    };
    record.map(|record| record.extensions.as_slice()).unwrap_or_default()
}

/// The day that the Code alone would give, counted from the same start.
fn by_the_code(case: &Case, clock: &Clock) -> String {
    let none = || "The Code sets no limit of its own here".to_owned();
    let (Some(stage), Ok(code)) = (clock.stage, redress_domain::policy::shipped::code()) else {
        return none();
    };
    let terms = code.stage(stage);
    let (from, length, clause) = match clock.what {
        What::Acknowledgement => {
            (clock.from, terms.acknowledgement.length, &terms.acknowledgement.clause)
        }
        What::Response => {
            let ack = case.complaint.at(stage).and_then(|record| record.acknowledged.as_ref());
            let from = match (terms.response.from, ack) {
                (Start::Acknowledgement, Some(ack)) => ack.on,
                _ => clock.from,
            };
            (from, terms.response.length, &terms.response.clause)
        }
        What::ExtensionLimit => match (&terms.extension, promised(case, stage)) {
            (Some(extension), Some(from)) => (from, extension.length, &extension.clause),
            _ => return none(),
        },
        _ => return none(),
    };
    match case.surroundings.calendar.reckon(from, length) {
        Ok(reckoned) => {
            let same = if reckoned.due == clock.due { ", the same day" } else { "" };
            format!("{}: {length}, paragraph {clause}{same}", day::short(reckoned.due))
        }
        Err(ends) => ends.to_string(),
    }
}

fn promised(case: &Case, stage: Stage) -> Option<Date> {
    case.complaint.at(stage)?.acknowledged.as_ref().map(|ack| ack.response_due)
}

/// What would move the date, each with its page.
fn moves(sheet: &Sheet, clock: &Clock) -> Vec<Link> {
    let link = |page: &str, words: &str| Link::new(sheet.href(page), words);
    let open = clock.is_open();
    match clock.what {
        _ if !open => Vec::new(),
        What::Acknowledgement if clock.stage == Some(Stage::One) => {
            vec![link("received-date", "A corrected day of receipt")]
        }
        What::Response if clock.status == Status::Forecast => vec![
            link("acknowledgement", "The acknowledgement: its day fixes the date"),
            link("received-date", "A corrected day of receipt"),
        ],
        What::Response => {
            vec![link("extension", "An extension, told to the resident before the day")]
        }
        What::Update => vec![link("contacts", "An update: the next one counts from it")],
        What::ActionUpdate => vec![link("actions", "News of the promise: the next counts from it")],
        What::Action => vec![link("actions", "A new date for the promise, with its reason")],
        What::FirstContact | What::ServiceRequestContact => {
            vec![link("contacts", "Contact with the resident meets it")]
        }
        What::ServiceRequestSettled | What::ServiceRequestReview => {
            vec![link("request", "What is done about the request")]
        }
        What::RestrictionReview => vec![link("restrictions", "Looking at it again meets it")],
        What::OmbudsmanEvidence | What::OmbudsmanOrder => {
            vec![link("ombudsman", "What the Ombudsman asked for and ordered")]
        }
        _ => Vec::new(),
    }
}

/// Cells of the clock strip, those that ask for something first.
pub fn strip(sheet: &Sheet) -> Vec<ClockCell> {
    let case = &sheet.case;
    let mut clocks: Vec<&Clock> = case.clocks.iter().filter(|clock| is_shown(clock)).collect();
    clocks.sort_by_key(|clock| (order(clock), clock.due));
    clocks.into_iter().map(|clock| cell(sheet, clock)).collect()
}

/// Updates and limits that are over would fill the strip; the contact log has the updates.
fn is_shown(clock: &Clock) -> bool {
    !matches!(clock.what, What::Update | What::ActionUpdate | What::ExtensionLimit)
        || clock.is_open()
}

fn order(clock: &Clock) -> u8 {
    match clock.status {
        _ if clock.what == What::ExtensionLimit => 2,
        Status::Running if clock.what.binds_resident() => 1,
        Status::Running => 0,
        Status::Missed if clock.done_on.is_none() && !clock.what.binds_resident() => 0,
        Status::Forecast => 1,
        Status::Met | Status::Missed => 3,
        Status::Void => 4,
    }
}

fn cell(sheet: &Sheet, clock: &Clock) -> ClockCell {
    let calendar = &sheet.case.surroundings.calendar;
    let tag = tags::tag_of(clock, sheet.today, calendar);
    let href = sheet.href(&tags::page_of(clock));
    let mut what = words::clocks::what(clock.what).to_owned();
    if clock.stage == Some(Stage::Two) {
        what.push_str(", stage 2");
    }
    let cell = ClockCell::new(what, clock.due, href, tag);
    let cell = match (&clock.length, extended(&sheet.case, clock).last()) {
        (Some(length), Some(last)) => cell.length(format!(
            "{length}, extended on {}, {}",
            day::brief(last.on),
            clause_in_short(&clock.clause)
        )),
        (Some(length), None) => {
            cell.length(format!("{length}, {}", clause_in_short(&clock.clause)))
        }
        (None, _) => cell,
    };
    let action = sheet.case.complaint.actions.iter().find(|it| Some(&it.id.0) == clock.of.as_ref());
    if let (What::Action, Some(action)) = (clock.what, action) {
        return cell.note(shortened(action.what.text(), 60));
    }
    match clock.outer_limit {
        // Past it by an extension is another matter, and has a clock of its own.
        Some(outer)
            if clock.is_open() && outer != clock.due && extended(&sheet.case, clock).is_empty() =>
        {
            let says = if outer < clock.due { "Strictly counted it was" } else { "Outer limit" };
            cell.note(format!("{says} {}", day::short(outer)))
        }
        _ => cell,
    }
}

fn clause_in_short(clause: &str) -> String {
    match clause.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("clause {clause}"),
        _ => clause.to_owned(),
    }
}
