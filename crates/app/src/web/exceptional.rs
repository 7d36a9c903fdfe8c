//! A12, exceptional events: what kept us from complaints for a time, and what the Code wants done
//! about it (8.5).

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;

use crate::desk::Declined;
use crate::desk::exceptional::{Exceptional, Unfit, WRITERS};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::route::{EXCEPTIONAL, READERS, Route};
use crate::web::state::App;
use crate::words;

mod one;

/// The pages of exceptional events.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/exceptional-events", READERS, get),
        Route::post("/exceptional-events", EXCEPTIONAL, post),
        Route::get("/exceptional-events/{event}", READERS, one::get),
        Route::post("/exceptional-events/{event}/steps", EXCEPTIONAL, one::post),
    ]
}

#[derive(Template)]
#[template(path = "exceptional/events.html")]
struct EventsPage {
    frame: Frame,
    table: Table,
    form: Option<Form>,
}

/// All of them, and the form for another.
pub async fn get(staff: Staff, State(app): State<App>, Query(_): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Writes one down.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let what = form.required("what", "Enter what happened");
    let began = form.day("began", "Enter the first day of it");
    let returns = form.day("returns", "Enter the day from which complaints are dealt with again");
    let (Some(what), Some(began), Some(returns), true) = (what, began, returns, form.is_right())
    else {
        let errors = form.errors();
        return again(&app, &staff, posted.sent, errors).await;
    };
    let what = what.trim();
    match app.desk.begin_exceptional(&staff.signed, (what, began), returns).await {
        Ok(Ok(id)) => Page::see_other(&format!("/exceptional-events/{id}?done=began")),
        Ok(Err(unfit)) => {
            let field = if unfit == Unfit::ToCome { "began" } else { "returns" };
            let errors = FormErrors::one(field, words::exceptional::unfit(unfit));
            again(&app, &staff, posted.sent, errors).await
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn again(app: &App, staff: &Staff, sent: Sent, errors: FormErrors) -> Page {
    let frame = framed::frame(app, staff, Here::Administration).await.errors(&errors);
    show(app, staff, frame, (sent, errors)).await
}

async fn show(app: &App, staff: &Staff, frame: Frame, (sent, errors): (Sent, FormErrors)) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match draw(app, staff, frame, (sent, errors)).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<EventsPage, Declined> {
    let events = app.desk.exceptional_events(&staff.signed.scope).await?;
    let form = match staff.signed.is_any(WRITERS) {
        true => Some(Form::kept(keys(app, staff).await?, sent, errors)),
        false => None,
    };
    Ok(EventsPage { frame: frame.titled("Exceptional events"), table: table(app, &events), form })
}

async fn keys(app: &App, staff: &Staff) -> Result<crate::web::part::form::Keys, Declined> {
    let keys = framed::keys(app, staff).await;
    keys.map_err(|_| Declined::Fault(anyhow::anyhow!("no randomness")))
}

fn table(app: &App, events: &[Exceptional]) -> Table {
    let today = app.desk.today();
    let table = Table::new("Exceptional events, the latest first")
        .caption_hidden()
        .columns(["What", "Began", "State", "Still to do"])
        .empty("None. An attack on the computers, a flood at the office: write it down here.");
    events.iter().fold(table, |table, event| {
        let missing = event.missing();
        let to_do = missing.iter().map(|step| Cell::text(words::exceptional::to_do(*step)));
        table.row([
            Cell::link(format!("/exceptional-events/{}", event.id), event.what()),
            event.began_on().map_or_else(Cell::none, Cell::day),
            Cell::text(state(event, today)),
            if missing.is_empty() { Cell::none() } else { Cell::stack(to_do.collect::<Vec<_>>()) },
        ])
    })
}

/// How an event stands.
fn state(event: &Exceptional, today: jiff::civil::Date) -> String {
    use crate::desk::exceptional::Step;
    match (event.over_on(), event.last(Step::Returns)) {
        (Some(over), _) => format!("Over since {}", words::day(over)),
        (None, Some(line)) if event.is_late(today) => {
            format!("Should have been over by {}", words::day(line.on))
        }
        (None, Some(line)) => format!("Until {}", words::day(line.on)),
        (None, None) => "It goes on".to_owned(),
    }
}
