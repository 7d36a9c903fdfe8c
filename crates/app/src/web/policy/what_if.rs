//! What if: the landlord's own cases under another policy, played in the background. Whoever asked
//! looks again to see how far it is; nothing is saved to any case.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use redress_domain::policy::Pack;

use crate::desk::surroundings::terms;
use crate::desk::trial::Trial;
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
use crate::web::policy::{Found as Policy, found};
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::what_if::{CaseChange, WhatIf};

/// How many differing cases the page lists.
const SHOWN: usize = 100;

/// The newest trial of each person, in this program's memory alone.
#[derive(Clone, Debug, Default)]
pub struct Trials(Arc<Mutex<HashMap<Key, Arc<Running>>>>);

/// Landlord and person.
type Key = (String, String);

/// A trial that runs or is over.
#[derive(Debug)]
struct Running {
    pack: String,
    done: AtomicUsize,
    of: AtomicUsize,
    /// None while it runs; an error in words where it failed.
    outcome: Mutex<Option<Result<WhatIf, String>>>,
}

impl Trials {
    fn of(&self, staff: &Staff) -> Option<Arc<Running>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(&key(staff)).cloned()
    }

    fn begin(&self, staff: &Staff, pack: &str) -> Option<Arc<Running>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.get(&key(staff)).is_some_and(|running| running.outcome().is_none()) {
            return None;
        }
        let running = Arc::new(Running {
            pack: pack.to_owned(),
            done: AtomicUsize::new(0),
            of: AtomicUsize::new(0),
            outcome: Mutex::new(None),
        });
        all.insert(key(staff), running.clone());
        Some(running)
    }
}

fn key(staff: &Staff) -> Key {
    (staff.signed.scope.landlord().to_owned(), staff.signed.staff.id.clone())
}

impl Running {
    fn outcome(&self) -> Option<Result<WhatIf, String>> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[derive(Template)]
#[template(path = "policy/what_if.html")]
struct WhatIfPage {
    frame: Frame,
    heading: String,
    form: Form,
    id: String,
    floor: &'static str,
    progress: Option<String>,
    failed: Option<String>,
    found: Option<Found>,
}

/// What came of it.
struct Found {
    sentence: String,
    table: Table,
    further: usize,
}

/// The form, how far a play is, and what came of it.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    match found(&app, &staff, &id).await {
        Ok(found) => show(&app, &staff, found, (Sent::nothing(), FormErrors::none())).await,
        Err(page) => page,
    }
}

/// Begins a play in the background. While one of this person's runs, that one is shown.
pub async fn post(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let found = match found(&app, &staff, &id).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let mut form = Reading::of(&posted.sent);
    let floor = form.choice("floor", "Choose whether the Code is its floor", |value| match value {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    });
    let Some(floor) = floor else {
        let errors = form.errors();
        return show(&app, &staff, found, (posted.sent, errors)).await;
    };
    if let Some(running) = app.trials.begin(&staff, &id) {
        tokio::spawn(play(app.clone(), staff, found.pack, floor, running));
    }
    Page::see_other(&format!("/policies/{id}/what-if"))
}

async fn play(app: App, staff: Staff, pack: Arc<Pack>, floor: bool, running: Arc<Running>) {
    let outcome = match terms(&pack, floor) {
        Ok(other) => {
            let viewer = Some(staff.signed.staff.id.as_str());
            let trial = Trial { scope: &staff.signed.scope, viewer };
            let told = running.clone();
            let heard = move |done, of| {
                told.done.store(done, Ordering::Relaxed);
                told.of.store(of, Ordering::Relaxed);
            };
            app.desk.what_if(trial, other, heard).await
        }
        Err(declined) => Err(declined),
    };
    let outcome = outcome.map_err(|declined| {
        tracing::error!(?declined, "a what-if play failed");
        "It could not be played to its end. Nothing was changed.".to_owned()
    });
    *running.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
}

async fn show(app: &App, staff: &Staff, found: Policy, (sent, errors): (Sent, FormErrors)) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let frame = framed::frame(app, staff, Here::Policies).await;
    let frame = frame.titled("What if: nothing here is real").errors(&errors);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut page = WhatIfPage {
        frame,
        heading: format!("What if: {}, {}", found.pack.title, found.pack.landlord),
        form: Form::kept(keys, sent, errors),
        id: found.id,
        floor: if found.pack.floor { "on" } else { "off" },
        progress: None,
        failed: None,
        found: None,
    };
    if let Some(running) = app.trials.of(staff).filter(|running| running.pack == page.id) {
        match running.outcome() {
            None => {
                let (done, of) =
                    (running.done.load(Ordering::Relaxed), running.of.load(Ordering::Relaxed));
                page.progress = Some(format!("{done} of {of} cases are played."));
            }
            Some(Ok(found)) => page.found = Some(shown(&found)),
            Some(Err(words)) => page.failed = Some(words),
        }
    }
    Page::with(status, &page)
}

fn shown(found: &WhatIf) -> Found {
    let columns = ["Case", "Dates", "Refusals", "Letters"];
    let mut table = Table::new("Cases that would differ")
        .columns(columns)
        .scrolls()
        .empty("No case would differ.");
    for row in found.rows.iter().take(SHOWN) {
        table = table.row([
            Cell::link(format!("/complaints/{}", row.case), &row.case),
            stack(dates(row)),
            stack(refusals(row)),
            stack(letters(row)),
        ]);
    }
    let floor = if found.floor { "on" } else { "off" };
    Found {
        sentence: format!("With the Code floor {floor}: {}", found.sentence()),
        table,
        further: found.differing - found.rows.len().min(SHOWN),
    }
}

fn stack(words: Vec<String>) -> Cell {
    if words.is_empty() { Cell::none() } else { Cell::stack(words.iter().map(Cell::text)) }
}

fn dates(row: &CaseChange) -> Vec<String> {
    let said = |day: Option<jiff::civil::Date>| day.map_or_else(|| "none".to_owned(), day::short);
    let dates = row.dates.iter().map(|change| {
        let missed = match (change.was_missed, change.would_be_missed) {
            (false, true) => ", missed",
            (true, false) => ", no longer missed",
            _ => "",
        };
        let (would, was) = (said(change.would_be), said(change.was));
        format!("{}: {would} instead of {was}{missed}", change.clock)
    });
    dates.collect()
}

fn refusals(row: &CaseChange) -> Vec<String> {
    let refusals = row.refusals.iter().map(|change| {
        let would = if change.refused { "refused" } else { "let through" };
        format!("{} on {}: {would} ({})", change.act, day::short(change.on), change.clause)
    });
    refusals.collect()
}

fn letters(row: &CaseChange) -> Vec<String> {
    let letters = row.letters.iter().map(|change| {
        let part = |word: &str, blocks: &[String]| match blocks {
            [] => String::new(),
            blocks => format!(", {word} {}", blocks.join(", ")),
        };
        format!("{}{}{}", change.letter, part("with", &change.more), part("without", &change.fewer))
    });
    letters.collect()
}
