//! C4, what the complaint is about: the resident's own words beside the points, with the outcome
//! sought and whose each point is.

use askama::Template;
use redress_domain::command::{Command, PointGiven};
use redress_domain::event::Event;
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Responsibility;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{RESPONSIBILITIES, known, listed};
use crate::web::complaint::told;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::field::{Area, Input};
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::part::said::Quote;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::words;

/// The most points of one form; more come after it is saved.
const MOST: usize = 30;
/// Empty rows that stand ready at first, and beside points that are there.
const SPARE: (usize, usize) = (3, 1);

#[derive(Template)]
#[template(path = "complaint/definition.html")]
struct DefinitionPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    clarification: Form,
    confirmation: Form,
    heading: String,
    quote: Quote,
    rows: Vec<Row>,
    /// Versions, questions and answers so far.
    past: Timeline,
    barred: Option<String>,
    /// Whether the resident holds a definition already, so that a letter tells of changes.
    acknowledged: bool,
    clarifying: bool,
}

/// The fields of one point.
struct Row {
    title: String,
    id: String,
    id_field: String,
    text: Area,
    outcome: Area,
    whose_it_is: Choices,
    feasible: Input,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Writes a version of the definition.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

/// Asks the resident what is unclear.
pub async fn post_clarification(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let question = form.required("question", "Enter what you want to ask")?;
        let command = Command::AskClarification { question: Words::said(question) };
        Some(Asked::of(vec![command], "clarify").then("definition"))
    };
    visit.act(posted, read, draw).await
}

/// Records what the resident says of the definition.
pub async fn post_confirmation(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let right = form.choice("right", "Choose what the resident says", |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })?;
        let changes = if right {
            None
        } else {
            Some(Words::said(form.required("changes", "Enter what they want changed")?))
        };
        Some(
            Asked::of(vec![Command::ConfirmDefinition { changes }], "confirmed").then("definition"),
        )
    };
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> DefinitionPage {
    let complaint = &sheet.case.complaint;
    let form = sheet.form("definition");
    let sent = sheet.kept.as_ref().filter(|kept| kept.form == "definition").map(|kept| &kept.sent);
    let count = complaint.points.len();
    let heading = match complaint.definition_version {
        0 => "What the complaint is: not defined yet".to_owned(),
        version => {
            format!("What the complaint is: version {version}, {}", words::counted(count, "point"))
        }
    };
    let spare = if count == 0 { SPARE.0 } else { SPARE.1 };
    let most = sent.map_or(count, |sent| sent_rows(sent).max(count));
    DefinitionPage {
        frame: sheet.titled("What the complaint is"),
        clarification: sheet.form("definition/clarification"),
        confirmation: sheet.form("definition/confirmation"),
        heading,
        quote: told::first_words(&sheet.case),
        rows: (1..=(most + spare).min(MOST)).map(|n| row(&form, &sheet.case, n)).collect(),
        past: told::timeline(&sheet.case, |event| {
            matches!(
                event,
                Event::ComplaintDefined { .. }
                    | Event::ClarificationAsked { .. }
                    | Event::DefinitionConfirmed { .. }
                    | Event::PointAdded { .. }
                    | Event::NewComplaintOpened { .. }
            )
        }),
        barred: sheet.barred_from(&Command::Define { points: Vec::new() }),
        acknowledged: complaint.current().acknowledged.is_some(),
        clarifying: sheet.kept.as_ref().is_some_and(|kept| kept.form == "definition/clarification"),
        form,
        sheet,
    }
}

/// How many rows were sent.
fn sent_rows(sent: &Sent) -> usize {
    (1..=MOST).rev().find(|n| !is_empty(sent, *n)).unwrap_or(0)
}

fn row(form: &Form, case: &Case, n: usize) -> Row {
    let point = case.complaint.points.get(n - 1);
    let name = |field: &str| format!("points-{n}-{field}");
    let text = |pick: fn(&redress_domain::complaint::Point) -> &str| point.map_or("", pick);
    let chosen = point.map(|point| words::id(&point.responsibility)).unwrap_or_default();
    let whose = point.and_then(|point| point.whose.as_ref()).map_or("", Words::text);
    let whose_field = |after: &str| {
        let label = if after == "shared" { "Who shares it?" } else { "Whose is it?" };
        form.text(&name(&format!("whose-{after}")), label).preset(whose)
    };
    let labels = listed(RESPONSIBILITIES, words::names::responsibility);
    let mut whose_it_is = form
        .radios(&name("responsibility"), format!("Point {n}: whose is it to put right?"))
        .preset(chosen);
    for (value, label) in labels {
        whose_it_is = match value.as_str() {
            "not-ours" | "shared" => whose_it_is.revealing(&value, label, whose_field(&value)),
            _ => whose_it_is.option(value, label),
        };
    }
    Row {
        title: match point {
            Some(_) => format!("Point {n}"),
            None if n == 1 => "Point 1".to_owned(),
            None => format!("Point {n}, if there is one"),
        },
        id: point.map(|point| point.id.0.clone()).unwrap_or_default(),
        id_field: name("id"),
        text: form
            .area(&name("text"), format!("Point {n}: what went wrong"))
            .preset(text(|point| point.text.text()))
            .rows(2),
        outcome: form
            .area(&name("outcome"), format!("Point {n}: what they want to happen"))
            .preset(text(|point| point.outcome.text()))
            .rows(2),
        whose_it_is,
        feasible: form
            .text(&name("feasible"), format!("Point {n}: can they have that?"))
            .hint("Yes, perhaps, or no and why. The letter says it. Leave empty while it is open")
            .preset(point.and_then(|point| point.feasible.as_ref()).map_or("", Words::text)),
    }
}

fn is_empty(sent: &Sent, n: usize) -> bool {
    ["text", "outcome", "responsibility", "feasible", "id"]
        .iter()
        .all(|field| sent.get(&format!("points-{n}-{field}")).trim().is_empty())
}

fn read(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let mut points = Vec::new();
    let mut whole = true;
    for n in 1..=MOST {
        match point(form, n) {
            Given::Nothing => {}
            Given::Wrong => whole = false,
            Given::Point(point) => points.push(point),
        }
    }
    if points.is_empty() && whole {
        form.wrong("points-1-text", "Enter at least one point");
    }
    if !whole {
        return None;
    }
    let command = if case.complaint.points.is_empty() {
        Command::Define { points }
    } else {
        Command::AmendDefinition { points }
    };
    Some(Asked::of(vec![command], "defined"))
}

enum Given {
    Nothing,
    Wrong,
    Point(PointGiven),
}

/// One row: left out where all of it is empty, also where a point's boxes were emptied.
fn point(form: &mut Reading<'_>, n: usize) -> Given {
    let name = |field: &str| format!("points-{n}-{field}");
    let (Some(text), Some(outcome), Some(feasible)) =
        (form.words(&name("text")), form.words(&name("outcome")), form.words(&name("feasible")))
    else {
        return Given::Wrong;
    };
    let chosen = form.ticked(&name("responsibility"), known::<Responsibility>).into_iter().next();
    if text.is_none() && outcome.is_none() {
        return Given::Nothing;
    }
    if text.is_none() {
        form.wrong(&name("text"), format!("Enter what went wrong in point {n}"));
    }
    if outcome.is_none() {
        form.wrong(&name("outcome"), format!("Enter what they want to happen for point {n}"));
    }
    let Some(responsibility) = chosen else {
        form.wrong(&name("responsibility"), format!("Choose whose it is to put point {n} right"));
        return Given::Wrong;
    };
    let whose_field = name(&format!("whose-{}", words::id(&responsibility)));
    let whose = match responsibility {
        Responsibility::NotOurs => form.required(&whose_field, "Enter whose it is"),
        Responsibility::Shared => form.words(&whose_field).flatten(),
        Responsibility::Ours | Responsibility::Unclear => None,
    };
    if responsibility == Responsibility::NotOurs && whose.is_none() {
        return Given::Wrong;
    }
    let (Some(text), Some(outcome)) = (text, outcome) else { return Given::Wrong };
    let id = form.words(&name("id")).flatten();
    Given::Point(PointGiven {
        id: id.map(PointId),
        text: Words::said(text),
        outcome: Words::said(outcome),
        responsibility: Some(responsibility),
        whose: whose.map(Words::said),
        feasible: feasible.map(Words::said),
    })
}
