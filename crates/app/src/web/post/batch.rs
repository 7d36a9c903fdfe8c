//! One batch of paper: its PDF with the cover sheet, and what became of each piece.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use redress_store::dispatch::{Line, State as Stands};

use crate::desk::Declined;
use crate::web::answering::paper as printed;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::field::Input;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::words::{self, names};

#[derive(Template)]
#[template(path = "post/batch.html")]
struct BatchPage {
    frame: Frame,
    heading: String,
    href: String,
    form: Form,
    waiting: usize,
    day: String,
    stale: bool,
    posted: Choices,
    spoilt: Choices,
    count: Input,
    done: Vec<String>,
}

/// Makes a batch of what waits in a print.
pub async fn make(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let print = posted.sent.get("print");
    if !["standard", "large"].contains(&print) {
        return Page::plain(StatusCode::BAD_REQUEST);
    }
    match app.desk.make_batch(&staff.signed, print).await {
        Ok(Some(id)) => Page::see_other(&format!("/post/batches/{id}")),
        Ok(None) => Page::see_other("/post?done=nothing"),
        Err(declined) => Page::declined(declined),
    }
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    match show(&app, &staff, &id, (Sent::nothing(), FormErrors::none())).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

/// The batch as one PDF.
pub async fn paper(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    match app.desk.batch_paper(&staff.signed, &id).await {
        Ok(bytes) => printed::page(bytes, "post.pdf"),
        Err(declined) => Page::declined(declined),
    }
}

/// Records what was posted and what was spoilt, where the counts agree.
pub async fn post(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let mut form = Reading::of(&posted.sent);
    let known = |value: &str| Some(value.to_owned());
    let went: Vec<String> = form.ticked("posted", known);
    let spoilt: Vec<String> = form.ticked("spoilt", known);
    let count = form.required("count", "Enter how many envelopes you handed to the post");
    match count.map(|count| count.trim().parse::<usize>()) {
        Some(Ok(count)) if count == went.len() => {}
        Some(Ok(count)) => form.wrong(
            "count",
            format!("You ticked {} and counted {count}. Count again: they must agree", went.len()),
        ),
        Some(Err(_)) => form.wrong("count", "Enter a number, such as 12"),
        None => {}
    }
    if went.iter().any(|piece| spoilt.contains(piece)) {
        form.wrong("spoilt", "A piece cannot be both posted and spoilt");
    }
    if went.is_empty() && spoilt.is_empty() {
        form.wrong("posted", "Tick what was posted, or what was spoilt");
    }
    if !form.is_right() {
        let kept = (posted.sent.clone(), form.errors());
        return match show(&app, &staff, &id, kept).await {
            Ok(page) => Page::wrong(&page),
            Err(declined) => Page::declined(declined),
        };
    }
    match app.desk.post_batch(&staff.signed, &id, (&went, &spoilt)).await {
        Ok(_) => Page::see_other("/post?done=posted"),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(
    app: &App,
    staff: &Staff,
    id: &str,
    (sent, errors): (Sent, FormErrors),
) -> Result<BatchPage, Declined> {
    let pieces = app.desk.batch(&staff.signed, id).await?;
    let first = pieces.first().ok_or(Declined::Missing)?;
    let (day, stale) = (words::day(first.dispatch.dated), first.dispatch.dated < app.desk.today());
    let form = Form::kept(framed::keys_of(app, staff).await?, sent, errors.clone());
    let waiting: Vec<&Line> =
        pieces.iter().filter(|it| it.dispatch.state == Stands::Printed).collect();
    let choose = |choices: Choices| {
        waiting.iter().fold(choices, |choices, it| choices.option(&it.dispatch.id, piece(it)))
    };
    let heading = match waiting.len() {
        0 => "Batch: all seen to".to_owned(),
        1 => "Batch: 1 piece to post".to_owned(),
        n => format!("Batch: {n} pieces to post"),
    };
    let frame = framed::frame(app, staff, Here::Post).await.titled(&heading);
    Ok(BatchPage {
        frame: if errors.is_empty() { frame } else { frame.errors(&errors) },
        heading,
        href: format!("/post/batches/{id}"),
        posted: choose(form.ticks("posted", format!("Which went on {day}?"))),
        spoilt: choose(form.ticks("spoilt", "Which were spoilt, or stayed?"))
            .hint("Destroy them. They wait again and are printed with the day on which they go."),
        count: form
            .text("count", "How many envelopes did you hand to the post?")
            .hint("Count them. The number must agree with what you ticked")
            .number()
            .width(3),
        waiting: waiting.len(),
        done: pieces
            .iter()
            .filter(|it| it.dispatch.state != Stands::Printed)
            .map(|it| format!("{}: {}", piece(it), state(it.dispatch.state)))
            .collect(),
        day,
        stale,
        form,
    })
}

fn piece(line: &Line) -> String {
    let it = &line.dispatch;
    format!(
        "{}. {}, {}",
        it.piece.unwrap_or_default(),
        line.reference,
        names::letter(&it.letter).to_lowercase()
    )
}

/// A state in a few words.
pub fn state(state: Stands) -> &'static str {
    match state {
        Stands::Queued => "waits",
        Stands::Held => "held",
        Stands::Sending => "going now",
        Stands::Unknown => "unknown whether it left",
        Stands::Printed => "printed, not posted",
        Stands::Sent => "left",
        Stands::Failed => "could not be delivered",
        Stands::Returned => "came back",
        Stands::Withdrawn => "taken back",
    }
}
