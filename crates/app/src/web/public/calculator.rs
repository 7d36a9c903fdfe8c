//! Works out dates for anybody: a policy, what happened and when, and every limit with its days.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::calendar::{Calendar, CalendarEnds, Reckoning, Span};
use redress_domain::policy::terms::Terms;
use redress_domain::policy::{Limit, Pack, Start};
use redress_domain::vocabulary::Stage;
use redress_store::Scope;
use redress_store::settings;

use crate::desk::Declined;
use crate::desk::packs::{Packs, shipped_named};
use crate::desk::surroundings::terms;
use crate::web::complaint::clocks::days;
use crate::web::framed;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::public::course::{self, Since};
use crate::web::state::App;
use crate::words;

/// What may have happened.
const EVENTS: &[(&str, &str)] = &[
    ("received", "A complaint was received"),
    ("acknowledged-1", "A complaint was acknowledged"),
    ("answered-1", "The stage 1 response was sent"),
    ("asked-2", "Stage 2 was asked for"),
    ("acknowledged-2", "The request for stage 2 was acknowledged"),
    ("plain", "Something else: count a length of my own"),
];

#[derive(Template)]
#[template(path = "public/calculator.html")]
struct CalculatorPage {
    frame: Frame,
    form: Form,
    packs: Vec<(String, String)>,
    events: &'static [(&'static str, &'static str)],
    today: String,
    results: Vec<Worked>,
    basis: String,
    /// Whether something is told of the time since the receipt.
    since: bool,
}

/// One date, worked out.
struct Worked {
    what: String,
    sentence: String,
    note: Option<String>,
    days: Option<Table>,
}

/// What was asked.
struct Asked {
    pack: Arc<Pack>,
    what: String,
    on: Date,
    own: Option<Span>,
    closed: Vec<Date>,
    since: Since,
}

/// The form, and the dates where something was asked.
pub async fn get(State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    if !sent.has("what") {
        return show(&app, sent, FormErrors::none(), None).await;
    }
    let known = known(&app).await;
    let mut form = Reading::of(&sent);
    let pack = form.choice("pack", "Choose the policy", |name| {
        known.iter().find(|pack| pack.id.0 == name).cloned()
    });
    let what = form.choice("what", "Choose what happened", |value| {
        EVENTS.iter().find(|(code, _)| *code == value).map(|(code, _)| (*code).to_owned())
    });
    let on = form.day("on", "Enter the day it happened");
    let own = own_length(&mut form, &sent);
    let closed = closed_days(&mut form, &sent);
    let since = since(&mut form, &sent);
    if let Some(on) = on
        && what.as_deref() == Some("received")
    {
        in_order(&mut form, on, since);
    }
    let (Some(pack), Some(what), Some(on), true) = (pack, what, on, form.is_right()) else {
        return show(&app, sent.clone(), form.errors(), None).await;
    };
    let asked = Asked { pack, what, on, own, closed, since };
    match work_out(&app, &asked).await {
        Ok(Ok(worked)) => show(&app, sent, FormErrors::none(), Some(worked)).await,
        Ok(Err(ends)) => {
            let words = format!("This cannot be counted: {ends}");
            show(&app, sent, FormErrors::one("on", words), None).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// What happened since, where the question begins with a receipt.
fn since(form: &mut Reading<'_>, sent: &Sent) -> Since {
    if sent.get("what") != "received" {
        return Since::default();
    }
    Since {
        acknowledged: form.optional_day("acknowledged").flatten(),
        extended_on: form.optional_day("extended").flatten(),
        extended_to: form.optional_day("extended-to").flatten(),
        answered: form.optional_day("answered").flatten(),
        asked_again: form.optional_day("asked").flatten(),
        acknowledged_again: form.optional_day("acknowledged-again").flatten(),
    }
}

/// A day before the one it follows is a slip.
fn in_order(form: &mut Reading<'_>, received: Date, since: Since) {
    let mut before = received;
    for (name, day) in [
        ("acknowledged", since.acknowledged),
        ("extended", since.extended_on),
        ("answered", since.answered),
        ("asked", since.asked_again),
        ("acknowledged-again", since.acknowledged_again),
    ] {
        let Some(day) = day else { continue };
        if day < before {
            form.wrong(name, "Enter a day that is not before what happened earlier");
            return;
        }
        before = day;
    }
}

fn own_length(form: &mut Reading<'_>, sent: &Sent) -> Option<Span> {
    if sent.get("what") != "plain" {
        return None;
    }
    let typed = form.required("length", "Enter a length, for example 10 working days")?;
    match typed.parse() {
        Ok(span) => Some(span),
        Err(wrong) => {
            form.wrong("length", format!("{wrong}"));
            None
        }
    }
}

fn closed_days(form: &mut Reading<'_>, sent: &Sent) -> Vec<Date> {
    let mut days = Vec::new();
    for typed in sent.get("closed").split([',', ';', '\n']).map(str::trim) {
        if typed.is_empty() {
            continue;
        }
        match day::parse(typed) {
            Ok(day) if days.len() < 60 => days.push(day),
            Ok(_) => {}
            Err(_) => {
                form.wrong(
                    "closed",
                    "Enter real dates, parted by commas, for example 24/12/2026, 31/12/2026",
                );
                break;
            }
        }
    }
    days
}

/// The dates, and which calendar they were counted by.
async fn work_out(
    app: &App,
    asked: &Asked,
) -> Result<Result<(Vec<Worked>, String), CalendarEnds>, Declined> {
    let own = match framed::only_landlord(app).await {
        Some(landlord) => settings::list_closures(&app.desk.db, &Scope::of(landlord.id)).await?,
        None => Vec::new(),
    };
    let calendar = Calendar::of(asked.pack.calendar)
        .closed_on(own.into_iter().map(|closure| (closure.on, closure.what)))
        .closed_on(asked.closed.iter().map(|day| (*day, "Closed, as you said".to_owned())));
    let basis = format!(
        "Counted with the bank holidays of {} ({}).",
        calendar.nation().title(),
        calendar.version()
    );
    let terms = terms(&asked.pack, asked.pack.floor)?;
    Ok(dates(asked, terms, &calendar).map(|mut worked| {
        if worked.is_empty() {
            worked.push(Worked {
                what: "No limit".to_owned(),
                sentence: "This policy sets no limit that runs from there.".to_owned(),
                note: None,
                days: None,
            });
        }
        (worked, basis)
    }))
}

fn dates(
    asked: &Asked,
    terms: Terms<'_>,
    calendar: &Calendar,
) -> Result<Vec<Worked>, CalendarEnds> {
    let on = asked.on;
    match asked.what.as_str() {
        "received" if asked.since.tells() => whole(asked, terms, calendar),
        "received" => opening(terms, calendar, Stage::One, on),
        "asked-2" => opening(terms, calendar, Stage::Two, on),
        "acknowledged-1" => acknowledged(terms, calendar, Stage::One, on),
        "acknowledged-2" => acknowledged(terms, calendar, Stage::Two, on),
        "answered-1" => answered(terms, calendar, on),
        _ => match asked.own {
            Some(span) => {
                Ok(vec![worked("The last day", &calendar.reckon(on, span)?, "", calendar)?])
            }
            None => Ok(Vec::new()),
        },
    }
}

/// Every limit of a complaint that is told by its days.
fn whole(
    asked: &Asked,
    terms: Terms<'_>,
    calendar: &Calendar,
) -> Result<Vec<Worked>, CalendarEnds> {
    let course = course::of(asked.on, asked.since, terms, calendar)?;
    let mut all: Vec<Worked> = course
        .clocks
        .iter()
        .map(|clock| Worked {
            what: words::clocks::full(clock),
            sentence: course::sentence(clock),
            note: clock.instead_of.as_ref().map(|(length, clause)| {
                format!(
                    "The policy alone would say {length} (clause {clause}); the Code is stricter."
                )
            }),
            days: days::table(calendar, clock),
        })
        .collect();
    all.extend(course.refused.into_iter().map(|sentence| Worked {
        what: "The rules do not allow".to_owned(),
        sentence,
        note: None,
        days: None,
    }));
    Ok(all)
}

/// What follows from a receipt or a request for stage 2.
fn opening(
    terms: Terms<'_>,
    calendar: &Calendar,
    stage: Stage,
    on: Date,
) -> Result<Vec<Worked>, CalendarEnds> {
    let acknowledgement = terms.acknowledgement(stage).limit;
    let first = calendar.reckon(on, acknowledgement.length)?;
    let mut all = vec![worked("Acknowledgement due", &first, &acknowledgement.clause, calendar)?];
    if let Some(contact) = terms.first_contact(stage).filter(|limit| limit.from == Start::Receipt) {
        let due = calendar.reckon(on, contact.length)?;
        all.push(worked("First contact due", &due, &contact.clause, calendar)?);
    }
    let response = terms.response(stage).limit;
    let (from, title) = match response.from {
        Start::Acknowledgement => {
            (first.due, "Response due, if it is acknowledged on the last day")
        }
        _ => (on, "Response due"),
    };
    let due = calendar.reckon(from, response.length)?;
    let mut last = worked(title, &due, &response.clause, calendar)?;
    last.note = response_note(&response);
    all.push(last);
    Ok(all)
}

fn response_note(response: &Limit) -> Option<String> {
    (response.from == Start::Acknowledgement).then(|| {
        "An earlier acknowledgement brings this day forward; a late one does not put it off."
            .to_owned()
    })
}

/// What follows from an acknowledgement.
fn acknowledged(
    terms: Terms<'_>,
    calendar: &Calendar,
    stage: Stage,
    on: Date,
) -> Result<Vec<Worked>, CalendarEnds> {
    let response = terms.response(stage).limit;
    if response.from != Start::Acknowledgement {
        return Ok(Vec::new());
    }
    let due = calendar.reckon(on, response.length)?;
    let mut all = vec![worked("Response due", &due, &response.clause, calendar)?];
    if let Some(extension) = terms.extension(stage) {
        let latest = calendar.reckon(due.due, extension.length)?;
        let mut latest =
            worked("Latest day that an extension may give", &latest, &extension.clause, calendar)?;
        latest.note = Some(
            "Only with a reason that the resident is told before the first day has passed."
                .to_owned(),
        );
        all.push(latest);
    }
    Ok(all)
}

/// What follows from a stage 1 response.
fn answered(terms: Terms<'_>, calendar: &Calendar, on: Date) -> Result<Vec<Worked>, CalendarEnds> {
    let mut all = Vec::new();
    if let Some(window) = terms.window() {
        let due = calendar.reckon_for_resident(on, window.length)?;
        let mut last = worked("Last day to ask for stage 2", &due, &window.clause, calendar)?;
        last.note = Some(
            "A later request is looked at too: it is never refused for the date alone.".to_owned(),
        );
        all.push(last);
    }
    Ok(all)
}

fn worked(
    what: &str,
    reckoning: &Reckoning,
    clause: &str,
    calendar: &Calendar,
) -> Result<Worked, CalendarEnds> {
    let clause = if clause.is_empty() { String::new() } else { format!(" (clause {clause})") };
    let sentence = format!(
        "{} after {}{clause}: {}.",
        reckoning.span,
        day::long(reckoning.from),
        day::long(reckoning.due)
    );
    Ok(Worked {
        what: what.to_owned(),
        sentence,
        note: None,
        days: day_by_day(reckoning, calendar)?,
    })
}

/// Every day with its number, or why it does not count; none where days are not counted singly.
fn day_by_day(reckoning: &Reckoning, calendar: &Calendar) -> Result<Option<Table>, CalendarEnds> {
    let Span::WorkingDays(n) = reckoning.span else { return Ok(None) };
    if 130 < n {
        return Ok(None);
    }
    let mut table =
        Table::new("Day by day").keeps_rows().caption_hidden().columns(["Day", "Counted as"]);
    let (mut day, mut number) = (reckoning.from, 0);
    while day < reckoning.due {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        let counted = match calendar.day(day)? {
            Some(because) => Cell::text(format!("Not counted: {because}")),
            None => {
                number += 1;
                Cell::text(format!("Day {number}"))
            }
        };
        table = table.row([Cell::day(day), counted]);
    }
    Ok(Some(table))
}

/// The policies that anybody may count by: those of the program, and what the landlord of this
/// installation has put in force.
async fn known(app: &App) -> Vec<Arc<Pack>> {
    let Some(landlord) = framed::only_landlord(app).await else {
        return Packs::default().all().cloned().collect();
    };
    let scope = Scope::of(landlord.id);
    let packs = app.desk.packs(&scope).await.unwrap_or_default();
    let adopted = settings::list_adoptions(&app.desk.db, &scope).await.unwrap_or_default();
    let open = |pack: &Arc<Pack>| {
        shipped_named(&pack.id.0).is_some() || adopted.iter().any(|it| it.pack == pack.id.0)
    };
    packs.all().filter(|pack| open(pack)).cloned().collect()
}

async fn show(
    app: &App,
    sent: Sent,
    errors: FormErrors,
    worked: Option<(Vec<Worked>, String)>,
) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let known = known(app).await;
    let packs =
        known.iter().map(|pack| (pack.id.0.clone(), format!("{}, {}", pack.title, pack.landlord)));
    let frame = framed::open(app).await.titled("Work out a complaint date").errors(&errors);
    let (results, basis) = worked.unwrap_or_default();
    let since =
        ["acknowledged", "extended", "extended-to", "answered", "asked", "acknowledged-again"]
            .iter()
            .any(|name| !sent.get(name).is_empty());
    let page = CalculatorPage {
        frame,
        since,
        form: Form::kept(Keys::default(), sent, errors),
        packs: packs.collect(),
        events: EVENTS,
        today: day::short(app.desk.today()),
        results,
        basis,
    };
    Page::with(status, &page)
}
