//! One e-mail: what it says as far as it can be read, and what a person makes of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use redress_store::access::{self, Look};
use redress_store::mail::{Mail, Outcome};

use crate::desk::mail::settling::{Shown, Typed};
use crate::desk::{Declined, reference};
use crate::web::answer::sheet::href;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::notice::Notice;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::posted::Posted;
use crate::web::route::TRIAGE;
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "mail/one.html")]
struct MailPage {
    frame: Frame,
    form: Form,
    row: Mail,
    facts: SummaryList,
    quote: Quote,
    /// Whether it could be read; otherwise its beginning is shown as it is.
    readable: bool,
    /// Whether the original may be handed out.
    original: bool,
    notes: Vec<String>,
    may_judge: bool,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let shown = match open(&app, &staff, &id).await {
        Ok(shown) => shown,
        Err(declined) => return Page::declined(declined),
    };
    match framed::keys(&app, &staff).await {
        Ok(keys) => draw(&app, &staff, shown, (StatusCode::OK, Form::blank(keys), None)).await,
        Err(page) => page,
    }
}

/// Makes a contact of it.
pub async fn post_contact(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let shown = match app.desk.mail(&staff.signed, &id).await {
        Ok(shown) => shown,
        Err(declined) => return Page::declined(declined),
    };
    let mut form = Reading::of(&posted.sent);
    let typed = typed(&mut form, &shown);
    if !form.is_right() {
        return wrong(&app, &staff, shown, (&posted, form.errors())).await;
    }
    match app.desk.mail_as_contact(&staff.signed, &shown, (posted.once(), typed)).await {
        Ok(done) => Page::see_other(&format!("{}?done=received", href(&done.reference, "triage"))),
        Err(declined) => declined_by(&app, &staff, shown, (&posted, declined)).await,
    }
}

/// Puts it on a case.
pub async fn post_case(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let shown = match app.desk.mail(&staff.signed, &id).await {
        Ok(shown) => shown,
        Err(declined) => return Page::declined(declined),
    };
    let mut form = Reading::of(&posted.sent);
    let typed = typed(&mut form, &shown);
    let asked = form.required("reference", "Enter the reference of the case");
    let case = match asked {
        Some(asked) if asked.len() < 60 && !asked.contains('\0') => {
            let normal = reference::normal(&asked);
            app.desk.case_to_see(&staff.signed, &normal).await.ok()
        }
        _ => None,
    };
    if case.is_none() && form.is_right() {
        form.wrong("reference", "No case has that reference, or it is not for you. Check it");
    }
    let Some(case) = case.filter(|_| form.is_right()) else {
        return wrong(&app, &staff, shown, (&posted, form.errors())).await;
    };
    match app.desk.mail_to_case(&staff.signed, &shown, (&case, typed)).await {
        Ok(_) => Page::see_other("/mail?done=joined"),
        Err(declined) => declined_by(&app, &staff, shown, (&posted, declined)).await,
    }
}

/// Puts it away: seen, or nothing to do.
pub async fn post_nothing(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let shown = match app.desk.mail(&staff.signed, &id).await {
        Ok(shown) => shown,
        Err(declined) => return Page::declined(declined),
    };
    let (as_what, code) = if shown.row.outcome == Outcome::Joined {
        ("seen", "seen")
    } else {
        ("nothing", "nothing")
    };
    match app.desk.mail_done(&staff.signed, &id, as_what).await {
        Ok(()) => Page::see_other(&format!("/mail?done={code}")),
        Err(declined) => declined_by(&app, &staff, shown, (&posted, declined)).await,
    }
}

/// What a person read out of it, where the program could not.
fn typed(form: &mut Reading<'_>, shown: &Shown) -> Option<Typed> {
    if shown.mail.is_some() {
        return None;
    }
    let words = form.required("words", "Enter what it says, as far as you can read it");
    let from = form.words("from");
    Some(Typed { words: words?, from: from? })
}

/// Opens a message, and notes who looked before anything is shown.
async fn open(app: &App, staff: &Staff, id: &str) -> Result<Shown, Declined> {
    let shown = app.desk.mail(&staff.signed, id).await?;
    note_look(app, staff, &shown, "mail").await?;
    Ok(shown)
}

/// Writes down that somebody opened it.
pub(super) async fn note_look(
    app: &App,
    staff: &Staff,
    shown: &Shown,
    page: &str,
) -> Result<(), Declined> {
    let look = Look {
        id: app.desk.id().await?,
        at: app.desk.now(),
        staff: staff.signed.staff.id.clone(),
        complaint: shown.row.complaint.clone(),
        person: None,
        page: page.to_owned(),
        why: None,
    };
    let mut tx = app.desk.db.begin().await?;
    access::note_look(&mut tx, &staff.signed.scope, &look).await?;
    tx.commit().await?;
    Ok(())
}

async fn wrong(
    app: &App,
    staff: &Staff,
    shown: Shown,
    (posted, errors): (&Posted, FormErrors),
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => Keys { once: posted.once(), ..keys },
        Err(page) => return page,
    };
    let form = Form::kept(keys, posted.sent.clone(), errors.clone());
    draw(app, staff, shown, (StatusCode::UNPROCESSABLE_ENTITY, form, Some(errors))).await
}

async fn declined_by(
    app: &App,
    staff: &Staff,
    shown: Shown,
    (posted, declined): (&Posted, Declined),
) -> Page {
    match declined {
        Declined::Stale(_) => {
            let words =
                "Somebody else dealt with this message meanwhile. Nothing more was recorded.";
            let keys = match framed::keys(app, staff).await {
                Ok(keys) => keys,
                Err(page) => return page,
            };
            let errors = FormErrors::top(words);
            let form = Form::kept(keys, posted.sent.clone(), errors.clone());
            let shown = app.desk.mail(&staff.signed, &shown.row.id).await.unwrap_or(shown);
            draw(app, staff, shown, (StatusCode::CONFLICT, form, Some(errors))).await
        }
        other => Page::declined(other),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    shown: Shown,
    (status, form, errors): (StatusCode, Form, Option<FormErrors>),
) -> Page {
    let mut frame = framed::frame(app, staff, Here::Contacts).await.titled("E-mail");
    if let Some(errors) = errors {
        frame = frame.errors(&errors).notice(Notice::Wrong(errors));
    }
    let row = shown.row.clone();
    let readable = shown.mail.is_some();
    let text = match &shown.mail {
        Some(mail) => words::mail::their_words(mail),
        None => shown.beginning.clone(),
    };
    let by = if row.sender.is_empty() { words::mail::nobody() } else { row.sender.clone() };
    let held = shown.mail.as_ref().is_some_and(|mail| !mail.held.is_empty());
    let page = MailPage {
        facts: facts(&shown),
        quote: said::quote(text, by),
        readable,
        original: readable && !held && 0 < row.bytes,
        notes: row.notes.lines().map(str::to_owned).collect(),
        may_judge: row.settled_at.is_none() && framed::is_for(TRIAGE, staff),
        frame,
        form,
        row,
    };
    Page::with(status, &page)
}

fn facts(shown: &Shown) -> SummaryList {
    let row = &shown.row;
    let mut facts = SummaryList::new()
        .row("Arrived", Cell::text(framed::day_and_time(row.arrived_at)))
        .row("Mailbox", Cell::name(&row.mailbox))
        .row("What it is", Cell::text(words::sentence(words::mail::why(&row.why))));
    if let Some(reference) = &shown.reference {
        facts = facts.row("Case", Cell::link(href(reference, ""), reference));
        if row.why == words::mail::BOUNCE {
            let post = Cell::link(href(reference, "post"), "See to the letter that came back");
            facts = facts.row("What to do", post);
        }
    }
    if let Some(mail) = &shown.mail {
        for file in &mail.files {
            facts = facts.row("File", Cell::name(&file.name));
        }
    }
    if let Some(settled) = row.settled_at {
        let as_what = match row.settled_as.as_deref() {
            Some("contact") => "Made a contact",
            Some("joined") => "Put on the case",
            Some("seen") => "Seen",
            _ => "Put away: nothing to do",
        };
        let words = format!("{as_what}, {}", framed::day_and_time(settled));
        facts = facts.row("Dealt with", Cell::text(words));
    }
    facts
}
