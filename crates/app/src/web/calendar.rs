//! The days that do not count: bank holidays of a nation by year, and the landlord's closed days.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::calendar::{Calendar, Nation};
use redress_domain::vocabulary::Role;
use redress_store::date_moves;
use redress_store::settings::{self, Closure};

use crate::desk::Declined;
use crate::web::framed::{self, Here, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::route::{Route, SETTINGS, Who};
use crate::web::state::App;

/// Staff, the governing body, auditors, and administrators, who load calendars.
const READERS: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
    Role::GoverningBodyMember,
    Role::Administrator,
]);

/// Who puts a changed calendar in force, where somebody else proposed it.
const DECIDERS: Who = Who::Roles(crate::desk::date_moves::DECIDERS);

/// The pages of calendars.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/calendars", READERS, own),
        Route::get("/calendars/{nation}", READERS, get),
        Route::post("/calendars/{nation}/closures", SETTINGS, close),
        Route::post("/calendars/{nation}/openings", SETTINGS, open),
        Route::get("/date-moves/{id}", READERS, moves::get),
        Route::post("/date-moves/{id}/choices", DECIDERS, moves::choose),
        Route::post("/date-moves/{id}/force", DECIDERS, moves::force),
        Route::post("/date-moves/{id}/withdrawal", SETTINGS, moves::withdraw),
    ]
}

mod moves;

#[derive(Template)]
#[template(path = "calendar/calendar.html")]
struct CalendarPage {
    frame: Frame,
    form: Form,
    nation: Nation,
    others: Vec<Nation>,
    version: String,
    last_year: i16,
    years: Vec<(i16, bool, Table)>,
    /// Day, its address and its reason.
    closures: Vec<(String, Date, String)>,
    /// Whether this is the calendar that the landlord counts by.
    own: bool,
    changes: bool,
    /// Proposals, the newest first: the address and how it reads.
    proposals: Vec<Link>,
}

/// Proposals shown with the calendar.
const SHOWN: i64 = 20;

/// The landlord's own calendar.
pub async fn own(staff: Staff, State(app): State<App>) -> Page {
    match nation_of(&app, &staff).await {
        Ok(nation) => Page::see_other(&format!("/calendars/{nation}")),
        Err(declined) => Page::declined(declined),
    }
}

/// One calendar.
pub async fn get(staff: Staff, State(app): State<App>, Path(nation): Path<String>) -> Page {
    let Ok(nation) = nation.parse::<Nation>() else { return Page::missing() };
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    show(&app, &staff, nation, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Proposes that a day be closed.
pub async fn close(
    staff: Staff,
    State(app): State<App>,
    Path(nation): Path<String>,
    posted: Posted,
) -> Page {
    let Ok(nation) = nation.parse::<Nation>() else { return Page::missing() };
    let today = app.desk.today();
    let mut form = Reading::of(&posted.sent);
    let on = form.day("closed-on", "Enter the day on which you are closed");
    let what = form.required("what", "Enter why, as residents will read it");
    if let Some(on) = on {
        let calendar = Calendar::of(nation);
        match calendar.day(on) {
            Ok(Some(because)) => {
                form.wrong(
                    "closed-on",
                    format!("{} does not count anyway: {because}", day::long(on)),
                );
            }
            Ok(None) if on < today => {
                form.wrong(
                    "closed-on",
                    "Choose today or a later day: days that were counted stay counted",
                );
            }
            Ok(None) => {}
            Err(ends) => form.wrong("closed-on", format!("This cannot be closed: {ends}")),
        }
    }
    let (Some(on), Some(what), true) = (on, what, form.is_right()) else {
        let errors = form.errors();
        return wrong(&app, &staff, nation, posted.sent, errors).await;
    };
    propose(&app, &staff, (on, false), what.trim()).await
}

/// Proposes that a closed day count again.
pub async fn open(
    staff: Staff,
    State(app): State<App>,
    Path(nation): Path<String>,
    posted: Posted,
) -> Page {
    let Ok(nation) = nation.parse::<Nation>() else { return Page::missing() };
    let Ok(on) = posted.sent.get("closed-on").parse::<Date>() else {
        return Page::plain(StatusCode::BAD_REQUEST);
    };
    if on < app.desk.today() {
        let words = "That day has passed: it stays as it was counted";
        return wrong(&app, &staff, nation, Sent::nothing(), FormErrors::top(words)).await;
    }
    let closed = match settings::list_closures(&app.desk.db, &staff.signed.scope).await {
        Ok(closures) => closures.into_iter().find(|it| it.on == on),
        Err(error) => return Page::declined(error.into()),
    };
    let Some(closed) = closed else { return Page::plain(StatusCode::BAD_REQUEST) };
    propose(&app, &staff, (on, true), &closed.what).await
}

async fn propose(app: &App, staff: &Staff, day: (Date, bool), what: &str) -> Page {
    match app.desk.propose(&staff.signed, day, what).await {
        Ok(id) => Page::see_other(&format!("/date-moves/{id}?done=proposed")),
        Err(declined) => Page::declined(declined),
    }
}

async fn wrong(app: &App, staff: &Staff, nation: Nation, sent: Sent, errors: FormErrors) -> Page {
    let frame = framed::frame(app, staff, Here::Policies).await.errors(&errors);
    show(app, staff, nation, frame, (sent, errors)).await
}

async fn nation_of(app: &App, staff: &Staff) -> Result<Nation, Declined> {
    let landlord = settings::find_landlord(&app.desk.db, &staff.signed.scope).await?;
    let landlord = landlord.ok_or(Declined::Missing)?;
    Ok(landlord.nation.parse().unwrap_or(Nation::EnglandAndWales))
}

async fn show(
    app: &App,
    staff: &Staff,
    nation: Nation,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let own = match nation_of(app, staff).await {
        Ok(own) => own == nation,
        Err(declined) => return Page::declined(declined),
    };
    let closures = match settings::list_closures(&app.desk.db, &staff.signed.scope).await {
        Ok(closures) => closures,
        Err(error) => return Page::declined(error.into()),
    };
    let proposals = match date_moves::newest(&app.desk.db, &staff.signed.scope, SHOWN).await {
        Ok(newest) => newest.iter().map(moves::link).collect(),
        Err(error) => return Page::declined(error.into()),
    };
    let calendar = Calendar::of(nation);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = CalendarPage {
        frame: frame.titled(format!("Calendar, {}", nation.title())),
        form: Form::kept(keys, sent, errors),
        nation,
        others: Nation::ALL.into_iter().filter(|other| *other != nation).collect(),
        version: calendar.version().to_owned(),
        last_year: calendar.last_year(),
        years: years(&calendar, app.desk.today()),
        closures: closures
            .into_iter()
            .map(|Closure { on, what }| (day::short(on), on, what))
            .collect(),
        own,
        changes: is_for(SETTINGS, staff),
        proposals,
    };
    Page::with(status, &page)
}

/// Each year with its bank holidays; this year and the next are open.
fn years(calendar: &Calendar, today: Date) -> Vec<(i16, bool, Table)> {
    let year_of = |year: i16| {
        let days = calendar.bank_holidays().filter(|(day, _)| day.year() == year);
        let table = Table::new(format!("Bank holidays of {year}"))
            .keeps_rows()
            .caption_hidden()
            .columns(["Day", "Bank holiday"]);
        let table =
            days.fold(table, |table, (day, name)| table.row([Cell::day(day), Cell::text(name)]));
        let near = (today.year()..=today.year().saturating_add(1)).contains(&year);
        (year, near, table)
    };
    (calendar.first_year()..=calendar.last_year()).rev().map(year_of).collect()
}
