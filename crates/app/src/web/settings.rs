//! A3, the landlord's own facts, as pages and letters name them: each set from a day on, so that a
//! letter prints those of its day.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::calendar::Nation;
use redress_domain::ids::StaffId;
use redress_store::details::Details;

use self::withdrawal::Coming;
use crate::desk::Declined;
use crate::desk::house::House;
use crate::desk::surroundings::Surroundings;
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
use crate::web::route::{Route, SETTINGS};
use crate::web::state::App;

mod ombudsman;
mod withdrawal;

/// The pages of settings.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/settings", SETTINGS, get),
        Route::post("/settings", SETTINGS, post),
        Route::get("/settings/ombudsman", SETTINGS, ombudsman::get),
        Route::post("/settings/ombudsman", SETTINGS, ombudsman::post),
        Route::post("/settings/withdrawal", SETTINGS, withdrawal::landlord),
        Route::post("/settings/ombudsman/withdrawal", SETTINGS, withdrawal::ombudsman),
    ]
}

#[derive(Template)]
#[template(path = "settings/settings.html")]
struct SettingsPage {
    frame: Frame,
    form: Form,
    held: Details,
    nation: String,
    nations: Vec<(String, String)>,
    today: String,
    rows: Table,
    /// What the form was drawn from, so that nobody's change is lost.
    seen: String,
    coming: Vec<Coming>,
}

const DONE: &[(&str, &str)] = &[
    (
        "settings",
        "The landlord’s details are set. Letters dated from that day on print them; letters that \
         left stay as they are.",
    ),
    ("withdrawn", WITHDRAWN),
];

/// What is said once details of a day to come are taken back.
const WITHDRAWN: &str = "They are taken back. What held before that day goes on.";

/// What is said where somebody else was first.
const STALE: &str = "Somebody else changed the settings meanwhile. Your words stand below; compare \
                     them with what holds now and send them again";

/// The form.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none()), StatusCode::OK).await
}

/// Sets the landlord's details from a day on, unless somebody else did since the form was shown.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let read = read(&mut form, app.desk.today());
    let (Some((from, name, address, telephone, nation)), Some(besides), true) =
        (read, besides(&mut form), form.is_right())
    else {
        let errors = form.errors();
        return again(&app, &staff, posted.sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let details = Details {
        from,
        name,
        address,
        telephone,
        email: besides.email,
        web: besides.web,
        team: besides.team,
        hours: besides.hours,
        set_by: Some(staff.signed.staff.id.clone()),
        set_at: app.desk.now(),
    };
    let seen = posted.sent.get("seen");
    match app.desk.set_details(&staff.signed, (&details, nation), seen).await {
        Ok(true) => Page::see_other("/settings?done=settings"),
        Ok(false) => {
            let errors = FormErrors::top(STALE);
            again(&app, &staff, posted.sent, errors, StatusCode::CONFLICT).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// What must be there.
fn read(form: &mut Reading<'_>, today: Date) -> Option<(Date, String, String, String, Nation)> {
    let name = form.required("name", "Enter the landlord's name");
    let address = form.required("address", "Enter the postal address: letters print it");
    let telephone = form.required("telephone", "Enter the telephone number for complaints");
    if let Some(telephone) = &telephone
        && !is_telephone(telephone)
    {
        form.wrong("telephone", "Enter a telephone number, for example 01632 960 123");
    }
    let nation = form
        .choice("nation", "Choose whose bank holidays count", |value| value.parse::<Nation>().ok());
    let from = first_day(form, today);
    let trimmed = |text: String| text.trim().to_owned();
    Some((from?, name.map(trimmed)?, address.map(trimmed)?, telephone.map(trimmed)?, nation?))
}

/// What may be left out.
struct Besides {
    email: String,
    web: String,
    team: String,
    hours: String,
}

fn besides(form: &mut Reading<'_>) -> Option<Besides> {
    let email = form.words("email");
    let web = form.words("web");
    let team = form.words("team");
    let hours = form.words("hours");
    let plain = |text: Option<String>| text.unwrap_or_default().trim().to_owned();
    let (email, web) = (email.map(plain), web.map(plain));
    if email.as_ref().is_some_and(|email| !email.is_empty() && !is_address(email)) {
        form.wrong("email", "Enter an e-mail address, for example complaints@landlord.org.uk");
    }
    if web.as_ref().is_some_and(|web| !web.is_empty() && !is_web(web)) {
        form.wrong("web", "Enter a web address, for example www.landlord.org.uk/complaints");
    }
    Some(Besides { email: email?, web: web?, team: team.map(plain)?, hours: hours.map(plain)? })
}

/// The day from which something holds: today or later, since what left stays as it is.
fn first_day(form: &mut Reading<'_>, today: Date) -> Option<Date> {
    let from = form.day("from", "Enter the first day of letters that print this");
    if from.is_some_and(|from| from < today) {
        form.wrong("from", "Choose today or a later day: letters that left stay as they are");
    }
    from
}

fn is_telephone(typed: &str) -> bool {
    typed.chars().any(|letter| letter.is_ascii_digit())
}

fn is_address(typed: &str) -> bool {
    let plain = !typed.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    plain && typed.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_host(host))
}

/// An address that people type: a host with a dot, and perhaps a path.
fn is_web(typed: &str) -> bool {
    let bare = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let bare = bare.unwrap_or(typed);
    let host = bare.split('/').next().unwrap_or(bare);
    !typed.contains(|letter: char| letter.is_whitespace() || letter.is_control()) && is_host(host)
}

fn is_host(host: &str) -> bool {
    host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains("..")
        && host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'))
}

async fn again(
    app: &App,
    staff: &Staff,
    sent: Sent,
    errors: FormErrors,
    status: StatusCode,
) -> Page {
    let frame = framed::frame(app, staff, Here::Administration).await.errors(&errors);
    show(app, staff, frame, (sent, errors), status).await
}

async fn show(
    app: &App,
    staff: &Staff,
    frame: Frame,
    form: (Sent, FormErrors),
    status: StatusCode,
) -> Page {
    match draw(app, staff, frame, form).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<SettingsPage, Declined> {
    let keys = framed::keys(app, staff).await;
    let keys = keys.map_err(|_| Declined::Fault(anyhow::anyhow!("no randomness")))?;
    let around = app.desk.surroundings(&staff.signed.scope).await?;
    let today = app.desk.today();
    let nations =
        Nation::ALL.iter().map(|nation| (nation.id().to_owned(), nation.title().to_owned()));
    Ok(SettingsPage {
        frame: frame.titled("Settings"),
        form: Form::kept(keys, sent, errors),
        held: around.house.details_on(today),
        nation: around.house.entry.nation.clone(),
        nations: nations.collect(),
        today: day::short(today),
        rows: rows(&around.house, &around, today),
        seen: around.house.version(),
        coming: Coming::of(around.house.details.iter().map(|it| it.from), today),
    })
}

/// What holds when, the latest first; the entry that the landlord began with stands last.
fn rows(house: &House, around: &Surroundings, today: Date) -> Table {
    let now = house.details_on(today).from;
    let table = Table::new("What letters print, and from when").columns([
        "From",
        "State",
        "Name",
        "Address",
        "Telephone, e-mail and web",
        "Set by",
    ]);
    let first = house.details_on(Date::MIN);
    let all = house.details.iter().rev().chain(std::iter::once(&first));
    all.fold(table, |table, it| {
        let from =
            if it.from == Date::MIN { Cell::text("The beginning") } else { Cell::day(it.from) };
        let state = if today < it.from {
            "Coming"
        } else if it.from == now {
            "Holds today"
        } else {
            "Past"
        };
        let reach = [&it.telephone, &it.email, &it.web];
        let reach = reach.into_iter().filter(|line| !line.is_empty()).map(Cell::text);
        let by = it.set_by.as_ref().map_or_else(
            || Cell::text("When this was set up"),
            |by| Cell::name(around.name_of(&StaffId(by.clone()))),
        );
        table.row([
            from,
            Cell::text(state),
            Cell::text(&it.name),
            Cell::stack(it.address.lines().map(Cell::text).collect::<Vec<_>>()),
            Cell::stack(reach.collect::<Vec<_>>()),
            by,
        ])
    })
}

#[cfg(test)]
mod tests {
    use super::{is_address, is_web};

    #[test]
    fn an_address_has_a_name_and_a_host() {
        assert!(is_address("complaints@rowan.example"));
        for bad in ["complaints", "@rowan.example", "a@b", "a b@c.de", "a@b@c.de", "a@.de", "a@de."]
        {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_web_address_has_a_host_with_a_dot() {
        for good in ["www.rowan.example", "https://rowan.example/complaints?a=1", "rowan.example"] {
            assert!(is_web(good), "{good}");
        }
        for bad in
            ["rowan", "http://", "javascript:alert(1)", "a b.de", ".de", "https://de.", "a..b"]
        {
            assert!(!is_web(bad), "{bad}");
        }
    }
}
