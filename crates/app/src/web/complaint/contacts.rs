//! C7, the contact log: every call, message and attempt, in and out, and the updates promised to
//! the resident.

use askama::Template;
use jiff::civil::Date;
use redress_domain::clock::What;
use redress_domain::command::{Command, RecordMeeting};
use redress_domain::event::Event;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Direction;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{self, DIRECTIONS, WAYS_OF_UPDATES, known, listed};
use crate::web::complaint::{information, tags, told};
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::piece::Piece;
use crate::web::part::reading::Reading;
use crate::web::part::tag::working_days;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/contacts.html")]
struct ContactLog {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    update: Form,
    rhythm: Form,
    ways: Vec<(String, String)>,
    heading: String,
    past: Timeline,
    nothing_yet: String,
    gap: String,
    barred_from_contact: Option<String>,
    barred_from_update: Option<String>,
    directions: Vec<(String, String)>,
    unanswered: Vec<(String, String)>,
    person: String,
    next_update: String,
    updating: bool,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records a contact, an attempt, or a message from or to somebody.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let today = visit.app.desk.today();
    visit.act(posted, |form, case| read(form, case, today), draw).await
}

/// Tells the resident how things stand.
pub async fn post_update(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let text = form.required("text", "Enter what you tell the resident")?;
        let command = Command::UpdateResident { text: Words::said(text) };
        Some(Asked::of(vec![command], "updated").then("contacts"))
    };
    visit.act(posted, read, draw).await
}

/// Agrees how often the resident hears from us.
pub async fn post_rhythm(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let every = options::rhythm(form, "every")?;
        if every.is_none() {
            form.wrong("every", "Choose how often they hear from us");
        }
        let method = form.words("method")?.and_then(|sent| known(&sent));
        let command = Command::AgreeUpdates { every: Some(every?), method };
        Some(Asked::of(vec![command], "updates-agreed").then("contacts"))
    };
    visit.act(posted, read, draw).await
}

/// Whether an event is an exchange with somebody.
pub fn is_contact(event: &Event) -> bool {
    matches!(
        event,
        Event::ComplaintReceived { .. }
            | Event::ContactMade { .. }
            | Event::MeetingHeld(_)
            | Event::CorrespondenceRecorded { .. }
            | Event::ResidentUpdated { .. }
            | Event::UpdatesAgreed { .. }
            | Event::ClarificationAsked { .. }
            | Event::DefinitionConfirmed { .. }
            | Event::ChoiceOffered { .. }
            | Event::LetterSent { .. }
    )
}

fn draw(sheet: Sheet) -> ContactLog {
    let case = &sheet.case;
    let entries: Vec<Date> = case
        .history
        .iter()
        .filter(|told| is_contact(&told.happened.event))
        .map(|told| told.happened.on)
        .collect();
    let heading = match entries.last() {
        Some(last) => format!(
            "Contact log: {}, last on {}",
            if entries.len() == 1 {
                "1 entry".to_owned()
            } else {
                format!("{} entries", entries.len())
            },
            day::short(*last)
        ),
        None => "Contact log".to_owned(),
    };
    let nothing_yet = if case.complaint.current().contacts.is_empty() {
        let due =
            case.clocks.iter().find(|clock| clock.what == What::FirstContact && clock.is_open());
        match due {
            Some(clock) => format!(
                "Nobody has spoken to the resident at this stage yet. First contact is due {}.",
                day::short(clock.due)
            ),
            None => "Nobody has spoken to the resident at this stage yet.".to_owned(),
        }
    } else {
        String::new()
    };
    let next_update = match case.clocks.iter().find(|it| it.what == What::Update && it.is_open()) {
        Some(clock) => format!(
            "The next update is due {}: {}.",
            day::short(clock.due),
            tags::tag_of(clock, sheet.today, &case.surroundings.calendar).words()
        ),
        None => "No update is due.".to_owned(),
    };
    ContactLog {
        frame: sheet.titled("Contact log"),
        form: sheet.form("contacts"),
        update: sheet.form("contacts/update"),
        rhythm: sheet.form("contacts/rhythm"),
        ways: listed(WAYS_OF_UPDATES, words::names::channel),
        heading,
        past: told::timeline(case, is_contact),
        nothing_yet,
        gap: gap(&sheet),
        barred_from_contact: sheet.barred_from(&Command::RecordCorrespondence {
            with: Words::default(),
            direction: None,
            text: Words::default(),
            told_on: None,
            answers: None,
        }),
        barred_from_update: sheet.barred_from(&Command::UpdateResident { text: Words::default() }),
        directions: listed(DIRECTIONS, words::names::direction),
        unanswered: information::unanswered(case),
        person: case.person.as_ref().map(|it| it.name.text().to_owned()).unwrap_or_default(),
        next_update,
        updating: sheet.kept.as_ref().is_some_and(|kept| kept.form == "contacts/update"),
        sheet,
    }
}

impl ContactLog {
    /// What a meeting asks: whether somebody might come along, and who did.
    fn meeting(&self) -> Piece {
        let offered = self
            .form
            .radios("offered", "Were they told that somebody may come with them, or go for them?")
            .option("yes", "Yes")
            .option("no", "No")
            .inline();
        let companions =
            self.form.area("companions", "Who came with them or for them, one a line").rows(2);
        Piece::of(Met(offered, companions))
    }
}

/// The questions about a meeting.
#[derive(Template)]
#[template(source = "{{ self.0 }}{{ self.1 }}", ext = "html")]
struct Met(Choices, Area);

impl askama::filters::HtmlSafe for Met {}

/// How long the resident has heard nothing from us, against the rhythm that was agreed.
fn gap(sheet: &Sheet) -> String {
    let case = &sheet.case;
    let ours = |event: &Event| {
        matches!(
            event,
            Event::ContactMade { .. }
                | Event::ResidentUpdated { .. }
                | Event::ClarificationAsked { .. }
                | Event::LetterSent { .. }
        )
    };
    let last = case.history.iter().rev().find(|told| ours(&told.happened.event));
    let Some(last) = last.map(|told| told.happened.on) else {
        return "The resident has not heard from us yet.".to_owned();
    };
    let heard = match tags::between(&case.surroundings.calendar, last, sheet.today) {
        Some(0) => "The resident last heard from us today".to_owned(),
        Some(days) => format!(
            "The resident last heard from us {} ago, on {}",
            working_days(days),
            day::short(last)
        ),
        None => format!("The resident last heard from us on {}", day::short(last)),
    };
    match case.complaint.current().update_plans.last() {
        Some(plan) => format!("{heard}. They were promised news every {}.", plan.every),
        None => format!("{heard}. No rhythm of updates is agreed."),
    }
}

fn read(form: &mut Reading<'_>, _: &Case, today: Date) -> Option<Asked> {
    let what = form.choice("what", "Choose what it was", |sent| match sent {
        "contact" | "attempt" | "message" | "meeting" => Some(sent.to_owned()),
        _ => None,
    });
    let on = form.near_day("on", today, "Choose the day it happened");
    let text = form.required("text", "Enter what was said or written");
    let with = form.words("with");
    if let Some(on) = on
        && today < on
    {
        form.wrong("on-day", format!("The day cannot be after today, {}", day::long(today)));
        return None;
    }
    let what = what?;
    if what == "message" {
        let direction = form.choice("direction", "Choose which way it went", known::<Direction>);
        if with.as_ref().is_some_and(Option::is_none) {
            form.wrong("with", "Enter who it was with");
        }
        let answers = information::answers(form);
        let told_on = form.optional_day("told");
        if let Some(Some(told)) = told_on
            && today < told
        {
            form.wrong("told", format!("The day cannot be after today, {}", day::long(today)));
        }
        let command = Command::RecordCorrespondence {
            with: Words::said(with??),
            direction: Some(direction?),
            text: Words::said(text?),
            told_on: told_on?,
            answers: answers?,
        };
        return Some(Asked::of(vec![command], "filed").on(on?).then("contacts"));
    }
    if what == "meeting" {
        let offered = form.choice("offered", "Choose whether they were told", |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
        let companions = form.words("companions");
        let companions = companions?.unwrap_or_default();
        let meeting = RecordMeeting {
            companion_offered: Some(offered?),
            companions: companions
                .lines()
                .map(str::trim)
                .filter(|it| !it.is_empty())
                .map(Words::said)
                .collect(),
            note: Words::said(text?),
        };
        let asked = Asked::of(vec![Command::RecordMeeting(meeting)], "contact");
        return Some(asked.on(on?).then("contacts"));
    }
    let note = match what.as_str() {
        "attempt" => format!("Tried to reach them: {}", text?),
        _ => text?,
    };
    let read_back = (what != "attempt").then(|| form.is_ticked("read-back"));
    let command = Command::MakeContact { note: Some(Words::said(note)), read_back };
    Some(Asked::of(vec![command], "contact").on(on?).then("contacts"))
}
