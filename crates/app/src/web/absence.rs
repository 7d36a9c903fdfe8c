//! W11, absence and cover: who is away, who sees to their work, and what falls due meanwhile.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_store::absences;
use redress_store::accounts::{self, Staff as Account};
use redress_store::lists::{self, DiaryFilter, Promise};

use crate::desk::absences::{Away, MANAGERS, Unfit};
use crate::desk::surroundings::Surroundings;
use crate::desk::{Declined, Signed};
use crate::web::due;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::route::{Route, STAFF};
use crate::web::state::App;

/// The most promises that one absence shows.
const MOST: i64 = 100;

const DONE: &[(&str, &str)] = &[
    ("set", "The absence is set. What falls due meanwhile goes to the deputy."),
    ("ended", "The absence is ended from today."),
    ("over", "That absence was over already."),
];

/// The pages of absences.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/absences", STAFF, get),
        Route::post("/absences", STAFF, post),
        Route::post("/absences/{id}/end", STAFF, end),
    ]
}

#[derive(Template)]
#[template(path = "absence/absences.html")]
struct AbsencesPage {
    frame: Frame,
    form: Form,
    away: Vec<Card>,
    /// Whoever may be absent, as far as this person sets it: id and name.
    people: Vec<(String, String)>,
    deputies: Vec<(String, String)>,
    me: String,
    manages: bool,
}

/// One absence, and what falls due in it.
struct Card {
    id: String,
    heading: String,
    deputy: String,
    days: String,
    due: Table,
    ends: bool,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Work).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Sets an absence.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let me = staff.signed.staff.id.clone();
    let mut form = Reading::of(&posted.sent);
    let who = match form.words("who") {
        Some(Some(who)) => who.trim().to_owned(),
        _ => me,
    };
    let deputy = form.required("deputy", "Choose who covers");
    let from = form.day("from", "Enter the first day away");
    let until = form.day("until", "Enter the last day away");
    let (Some(deputy), Some(from), Some(until), true) = (deputy, from, until, form.is_right())
    else {
        let errors = form.errors();
        return again(&app, &staff, posted.sent, errors).await;
    };
    let away = Away { staff: who, deputy: deputy.trim().to_owned(), from, until };
    match app.desk.set_absence(&staff.signed, &away).await {
        Ok(Ok(_)) => Page::see_other("/absences?done=set"),
        Ok(Err(unfit)) => {
            let (field, words) = unfit_words(unfit);
            let mut errors = FormErrors::none();
            errors.add(field, words);
            again(&app, &staff, posted.sent, errors).await
        }
        Err(Declined::NotAllowed { .. }) => {
            let words = "Only a manager sets an absence for somebody else.";
            again(&app, &staff, posted.sent, FormErrors::top(words)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// Ends an absence early.
pub async fn end(staff: Staff, State(app): State<App>, Path(id): Path<String>, _: Posted) -> Page {
    match app.desk.end_absence(&staff.signed, &id).await {
        Ok(true) => Page::see_other("/absences?done=ended"),
        Ok(false) => Page::see_other("/absences?done=over"),
        Err(declined) => Page::declined(declined),
    }
}

fn unfit_words(unfit: Unfit) -> (&'static str, &'static str) {
    match unfit {
        Unfit::OwnDeputy => ("deputy", "Choose somebody else: nobody covers for themselves"),
        Unfit::DeputyUnknown => ("deputy", "Choose somebody who handles complaints"),
        Unfit::DeputyAway => ("deputy", "They are away for some of that time: choose another"),
        Unfit::Backwards => ("until", "The last day comes before the first"),
        Unfit::Past => ("until", "These days have passed: choose today or later"),
        Unfit::Twice => ("from", "An absence is set for some of that time already: end it first"),
    }
}

async fn again(app: &App, staff: &Staff, sent: Sent, errors: FormErrors) -> Page {
    let frame = framed::frame(app, staff, Here::Work).await.errors(&errors);
    show(app, staff, frame, (sent, errors)).await
}

async fn show(app: &App, staff: &Staff, frame: Frame, (sent, errors): (Sent, FormErrors)) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match page(app, staff, frame, (sent, errors)).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<AbsencesPage, Declined> {
    let signed = &staff.signed;
    let today = app.desk.today();
    let surroundings = app.desk.surroundings(&signed.scope).await?;
    let accounts = accounts::list_staff(&app.desk.db, &signed.scope).await?;
    let handlers: Vec<&Account> =
        accounts.iter().filter(|it| it.active && Signed::handles(it)).collect();
    let named = |it: &&Account| (it.id.clone(), it.name.clone());
    let manages = signed.is_any(MANAGERS);
    let me = signed.staff.id.clone();
    let mut away = Vec::new();
    for absence in absences::not_over(&app.desk.db, &signed.scope, today).await? {
        let filter = DiaryFilter {
            owner: Some(absence.staff.clone()),
            ours: Some(true),
            due_from: Some(absence.from.max(today)),
            due_before: absence.until.tomorrow().ok(),
            ..DiaryFilter::default()
        };
        let found = lists::promises(&app.desk.db, &signed.scope, &me, &filter, MOST).await?;
        let name = |id: &str| surroundings.name_of(&StaffId(id.to_owned()));
        away.push(Card {
            heading: format!("{} is away", name(&absence.staff)),
            deputy: name(&absence.deputy),
            days: format!("{} to {}", day::short(absence.from), day::short(absence.until)),
            due: falls_due(&found, &surroundings, today),
            ends: manages || absence.staff == me,
            id: absence.id,
        });
    }
    Ok(AbsencesPage {
        frame: frame.titled("Absence and cover"),
        form: Form::kept(framed::keys_of(app, staff).await?, sent, errors),
        away,
        people: handlers.iter().map(named).collect(),
        deputies: handlers.iter().map(named).collect(),
        me,
        manages,
    })
}

fn falls_due(promises: &[Promise], surroundings: &Surroundings, today: Date) -> Table {
    let table = Table::new("What falls due in that time")
        .columns(["Complaint", "Promise", "Due"])
        .empty("Nothing of theirs falls due in that time.");
    promises.iter().fold(table, |table, promise| {
        let due = promise.diary.due_on;
        let tag = due::tag(&surroundings.calendar, today, due);
        table.row([
            Cell::link(format!("/complaints/{}", promise.reference), &promise.reference),
            Cell::text(due::what(&promise.diary.kind)),
            Cell::stack([Cell::day(due), Cell::part(tag)]),
        ])
    })
}
