//! One exceptional event: what is done, what is still to do, and the complaints it may touch.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_domain::ids::StaffId;
use redress_store::lists::{self, Filter};

use super::{keys, state};
use crate::desk::Declined;
use crate::desk::exceptional::{Exceptional, Step, WRITERS};
use crate::desk::surroundings::Surroundings;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "exceptional/event.html")]
struct EventPage {
    frame: Frame,
    id: String,
    what: String,
    state: String,
    to_do: Vec<&'static str>,
    done: Table,
    /// How many complaints were open in it, in words, and the list of them.
    open: String,
    list: String,
    form: Option<Form>,
    steps: Choices,
}

const DONE: &[(&str, &str)] = &[
    ("began", "It is written down. Tell the Ombudsman and the residents, and publish it."),
    ("step", "It is written down."),
];

/// The page.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    Query(sent): Query<Sent>,
) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (&id, Sent::nothing(), FormErrors::none())).await
}

/// Writes down what was done about it.
pub async fn post(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let mut form = Reading::of(&posted.sent);
    let step = form.choice("step", "Choose what was done", |sent| {
        Step::named(sent).filter(|step| Step::AFTER.contains(step))
    });
    let on = form.day("on", "Enter the day");
    let detail = form.required("detail", "Enter how it was done, or why");
    let (Some(step), Some(on), Some(detail), true) = (step, on, detail, form.is_right()) else {
        let errors = form.errors();
        return again(&app, &staff, (&id, posted.sent, errors)).await;
    };
    let given = (step, on, detail.trim());
    match app.desk.follow_exceptional(&staff.signed, &id, given).await {
        Ok(Ok(())) => Page::see_other(&format!("/exceptional-events/{id}?done=step")),
        Ok(Err(unfit)) => {
            let errors = FormErrors::one("on", words::exceptional::unfit(unfit));
            again(&app, &staff, (&id, posted.sent, errors)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn again(app: &App, staff: &Staff, form: (&str, Sent, FormErrors)) -> Page {
    let frame = framed::frame(app, staff, Here::Administration).await.errors(&form.2);
    show(app, staff, frame, form).await
}

async fn show(app: &App, staff: &Staff, frame: Frame, form: (&str, Sent, FormErrors)) -> Page {
    let wrong = !form.2.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    match draw(app, staff, frame, form).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (id, sent, errors): (&str, Sent, FormErrors),
) -> Result<EventPage, Declined> {
    let scope = &staff.signed.scope;
    let events = app.desk.exceptional_events(scope).await?;
    let event = events.into_iter().find(|event| event.id == id).ok_or(Declined::Missing)?;
    let around = app.desk.surroundings(scope).await?;
    let mut filter =
        Filter { open: Some(true), kind: Some("complaint".to_owned()), ..Filter::default() };
    let mut list = "/complaints".to_owned();
    if let Some(over) = event.over_on() {
        filter.received_to = Some(over);
        list = format!("/complaints?received-to={}", over.strftime("%-d/%-m/%Y"));
    }
    if staff.signed.sees_only_held() {
        filter.in_view_of = Some(staff.signed.staff.id.clone());
    }
    let counted = lists::count(&app.desk.db, scope, &staff.signed.staff.id, &filter).await?;
    let more = if counted.more { "more than " } else { "" };
    let form = Form::kept(keys(app, staff).await?, sent, errors);
    Ok(EventPage {
        frame: frame.titled("An exceptional event"),
        id: id.to_owned(),
        what: event.what().to_owned(),
        state: state(&event, app.desk.today()),
        to_do: event.missing().into_iter().map(words::exceptional::to_do).collect(),
        done: done(&event, &around),
        open: format!(
            "{more}{}",
            words::counted(usize::try_from(counted.n).unwrap_or(0), "complaint")
        ),
        list,
        steps: steps(&form),
        form: (staff.signed.is_any(WRITERS) && event.over_on().is_none()).then_some(form),
    })
}

fn steps(form: &Form) -> Choices {
    let radios = form.radios("step", "What was done?");
    Step::AFTER.into_iter().fold(radios, |radios, step| {
        let hint = words::exceptional::asked(step);
        radios.option_with_hint(step.code(), words::exceptional::step(step), hint)
    })
}

fn done(event: &Exceptional, around: &Surroundings) -> Table {
    let table =
        Table::new("What was done").columns(["Day", "What", "How, or why", "Written down by"]);
    event.lines.iter().fold(table, |table, line| {
        let what = Step::named(&line.step).map_or("", words::exceptional::step);
        table.row([
            Cell::day(line.on),
            Cell::text(what),
            Cell::name(&line.detail),
            Cell::stack([
                Cell::name(around.name_of(&StaffId(line.set_by.clone()))),
                Cell::text(framed::day_and_time(line.set_at)),
            ]),
        ])
    })
}
