//! Finding a case, a person or a paper. Words are posted and kept here for an hour under a random
//! id, so that none of them ever stands in an address.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use redress_store::lists::{self, PersonRow};
use redress_store::search::{self, Hit};

use crate::desk::{Declined, reference};
use crate::web::due;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::text;
use crate::web::posted::Posted;
use crate::web::route::{READERS, Route};
use crate::web::state::App;

/// How long a search is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// How many are kept at most, of everybody together.
const MOST: usize = 2_000;
/// How many complaints and people are shown.
const HITS: i64 = 25;
const PEOPLE: i64 = 10;
/// The longest question.
const LONGEST: usize = 200;

/// Search, and what was found.
pub fn routes() -> Vec<Route> {
    vec![Route::post("/searches", READERS, post), Route::get("/searches/{id}", READERS, get)]
}

/// Searches of the last hour, in this program's memory alone.
#[derive(Clone, Debug, Default)]
pub struct Searches(Arc<Mutex<HashMap<String, Kept>>>);

#[derive(Clone, Debug)]
struct Kept {
    landlord: String,
    by: String,
    words: String,
    at: Timestamp,
}

impl Searches {
    fn keep(&self, id: String, kept: Kept) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = kept.at;
        all.retain(|_, older| now.duration_since(older.at) < KEPT);
        if MOST <= all.len() {
            let oldest = all.iter().min_by_key(|(_, kept)| kept.at).map(|(id, _)| id.clone());
            oldest.and_then(|id| all.remove(&id));
        }
        all.insert(id, kept);
    }

    fn find(&self, id: &str, staff: &Staff, now: Timestamp) -> Option<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all.get(id)?;
        let mine = kept.by == staff.signed.staff.id
            && kept.landlord == staff.signed.scope.landlord()
            && now.duration_since(kept.at) < KEPT;
        mine.then(|| kept.words.clone())
    }
}

#[derive(Template)]
#[template(path = "search/found.html")]
struct FoundPage {
    frame: Frame,
    heading: String,
    form: Form,
    people: Table,
    persons: usize,
    complaints: Table,
    /// Said where the words look like a reference that cannot be right.
    slip: bool,
    anything: bool,
    asked: bool,
}

/// Looks for words: an exact reference leads straight to its case.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let words = posted.sent.get("words").to_owned();
    let seen = text::read(&words).ok().flatten().map(|words| words.trim().to_owned());
    let Some(words) = seen.filter(|words| 2 <= words.chars().count()) else {
        let wrong = "Enter a reference, or at least two letters of a name, postcode or word";
        return unasked(&app, &staff, posted.sent, FormErrors::one("words", wrong)).await;
    };
    if LONGEST < words.chars().count() {
        let wrong = "Enter fewer words: at most 200 characters";
        return unasked(&app, &staff, posted.sent, FormErrors::one("words", wrong)).await;
    }
    let typed = reference::normal(&words);
    let found = app.desk.case_of(&staff.signed, &typed).await;
    match found {
        Ok(true) => return Page::see_other(&format!("/complaints/{typed}")),
        Ok(false) => {}
        Err(declined) => return Page::declined(declined),
    }
    let id = match app.desk.id().await {
        Ok(id) => id,
        Err(declined) => return Page::declined(declined),
    };
    let kept = Kept {
        landlord: staff.signed.scope.landlord().to_owned(),
        by: staff.signed.staff.id.clone(),
        words,
        at: app.desk.now(),
    };
    app.searches.keep(id.clone(), kept);
    Page::see_other(&format!("/searches/{id}"))
}

/// What was found, worked out afresh each time.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let Some(words) = app.searches.find(&id, &staff, app.desk.now()) else {
        let wrong =
            "That search is no longer kept: searches go after an hour. Enter the words again";
        let errors = FormErrors::one("words", wrong);
        return asking(&app, &staff, Sent::nothing(), errors, StatusCode::NOT_FOUND).await;
    };
    match show(&app, &staff, &words).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff, words: &str) -> Result<FoundPage, Declined> {
    let (db, scope, me) = (&app.desk.db, &staff.signed.scope, staff.signed.staff.id.as_str());
    let people = lists::find_people(db, scope, words, PEOPLE).await?;
    // Whoever sees only what they hold finds it among more than others are shown.
    let most = if staff.signed.sees_only_held() { HITS * 8 } else { HITS };
    let hits = search::search(db, scope, me, words, most).await?;
    let mut hits = app.desk.shown(&staff.signed, hits, |hit| &hit.complaint).await?;
    hits.truncate(usize::try_from(HITS).unwrap_or_default());
    let mut persons =
        Table::new("People").columns(["Name", "Home", "How to reach them", "Complaints"]);
    let mut shown = 0;
    for person in &people {
        let cases = lists::complaints_of(db, scope, me, &person.id, 10).await?;
        let cases = app.desk.shown(&staff.signed, cases, |row| row).await?;
        // Somebody whose only case is kept from the viewer is not shown either.
        if !cases.is_empty() {
            shown += 1;
            persons = persons.row(of_person(person, &cases));
        }
    }
    let found = shown + hits.len();
    let empty = "No complaint or paper holds these words. Try the postcode or part of the name. \
                 Complaints that are kept from you are not shown.";
    let complaints = Table::new("Complaints and papers")
        .columns(["Reference", "Who and where", "About", "Stage and state", "Found in"])
        .empty(empty);
    let complaints = hits.iter().fold(complaints, |table, hit| table.row(of_hit(hit)));
    let heading = format!("Search results: {found}");
    let sent = Sent::from_pairs(vec![("words".to_owned(), words.to_owned())]);
    Ok(FoundPage {
        frame: framed::frame(app, staff, Here::Complaints).await.titled(&heading),
        heading,
        form: Form::kept(keys(staff), sent, FormErrors::none()),
        people: persons,
        persons: shown,
        complaints,
        slip: looks_like_reference(words),
        anything: found != 0,
        asked: true,
    })
}

fn of_person(person: &PersonRow, cases: &[lists::ComplaintRow]) -> Vec<Cell> {
    let reach = [&person.telephone, &person.email].into_iter().filter(|way| !way.is_empty());
    let links = cases.iter().map(|row| {
        Cell::link(
            format!("/complaints/{}", row.reference),
            format!("{}: {}", row.reference, row.subject),
        )
    });
    vec![
        Cell::name(&person.name),
        Cell::name(person.address.lines().next().unwrap_or_default()),
        Cell::stack(reach.map(Cell::name)),
        Cell::stack(links),
    ]
}

fn of_hit(hit: &Hit) -> Vec<Cell> {
    let row = &hit.complaint;
    let place = match hit.kind.as_str() {
        "complaint" => "name, home or first words".to_owned(),
        "point" => format!("point {}", hit.item.trim_start_matches('p')),
        "letter" => format!("letter {}", hit.item.trim_start_matches('l')),
        "evidence" => "evidence and correspondence".to_owned(),
        other => other.replace('-', " "),
    };
    vec![
        Cell::link(format!("/complaints/{}", row.reference), &row.reference),
        Cell::stack([Cell::name(&row.name), Cell::name(&row.home)]),
        Cell::text(&row.subject),
        Cell::text(due::stage_and_state(row)),
        Cell::text(place),
    ]
}

/// Whether somebody meant a reference and made a slip: capitals, a year, a number, a letter.
fn looks_like_reference(words: &str) -> bool {
    let typed = reference::normal(words);
    let parts: Vec<&str> = typed.split('-').collect();
    let figures = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [_, year, number, ..] if year.len() == 4 && figures(year) && figures(number))
}

async fn unasked(app: &App, staff: &Staff, sent: Sent, errors: FormErrors) -> Page {
    asking(app, staff, sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn asking(
    app: &App,
    staff: &Staff,
    sent: Sent,
    errors: FormErrors,
    status: StatusCode,
) -> Page {
    let frame = framed::frame(app, staff, Here::Complaints).await.titled("Search");
    let page = FoundPage {
        frame: frame.errors(&errors),
        heading: "Search".to_owned(),
        form: Form::kept(keys(staff), sent, errors),
        people: Table::new("People"),
        persons: 0,
        complaints: Table::new("Complaints and papers"),
        slip: false,
        anything: false,
        asked: false,
    };
    Page::with(status, &page)
}

fn keys(staff: &Staff) -> Keys {
    Keys { csrf: staff.csrf.clone(), ..Keys::default() }
}

#[cfg(test)]
mod tests {
    use super::looks_like_reference;

    #[test]
    fn a_slip_in_a_reference_is_told_from_a_word() {
        assert!(looks_like_reference("rh-2026-00417-x"));
        assert!(looks_like_reference("RH-2026-417"));
        assert!(!looks_like_reference("Adeyemi"));
        assert!(!looks_like_reference("12 Elm Court"));
        assert!(!looks_like_reference("O'Neill-D'Arcy"));
    }
}
