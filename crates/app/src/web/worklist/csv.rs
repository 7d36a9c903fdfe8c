//! The worklist as a file for a spreadsheet, which calculates nothing in it.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use redress_domain::calendar::Span;
use redress_domain::ids::StaffId;
use redress_store::access::{self, Look};
use redress_store::lists::{self, Ask, ComplaintRow, Turn};

use crate::desk::Declined;
use crate::desk::surroundings::Surroundings;
use crate::web::due;
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::sent::Sent;
use crate::web::state::App;
use crate::web::worklist::narrowing::Narrowing;

/// The most lines of one file.
const MOST: usize = 20_000;
/// How many are fetched at once.
const STEP: i64 = 500;

const HEADINGS: [&str; 13] = [
    "Reference",
    "Resident",
    "Home",
    "About",
    "Kind",
    "Stage",
    "State",
    "With",
    "Received",
    "Next promise",
    "Due",
    "Policy",
    "Closed",
];

/// The file.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match file(&app, &staff, &sent).await {
        Ok(text) => Page::from(as_download(text)),
        Err(declined) => Page::declined(declined),
    }
}

fn as_download(text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_static("attachment; filename=\"complaints.csv\""),
        ),
    ];
    (headers, text).into_response()
}

async fn file(app: &App, staff: &Staff, sent: &Sent) -> Result<String, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let surroundings = app.desk.surroundings(scope).await?;
    let today = app.desk.today();
    let soon = surroundings.calendar.reckon(today, Span::WorkingDays(3))?.due;
    let mut narrowing = Narrowing::read(sent, &surroundings, (me, today, soon));
    if staff.signed.sees_only_held() {
        narrowing.only_held_by(me);
    }
    note(app, staff).await?;
    // The mark in front tells spreadsheets that the letters are Unicode.
    let mut text = String::from("\u{feff}");
    line(&mut text, HEADINGS);
    let (mut turn, mut lines) = (Turn::First, 0);
    loop {
        let ask = Ask { viewer: me, filter: &narrowing.filter, turn, limit: STEP };
        let page = lists::worklist(&app.desk.db, scope, &ask).await?;
        for row in &page.rows {
            line(&mut text, fields(row, &surroundings).each_ref().map(String::as_str));
        }
        lines += page.rows.len();
        match page.after {
            Some(key) if lines < MOST => turn = Turn::After(key),
            Some(_) => {
                line(&mut text, ["More complaints match than one file holds: narrow the list"]);
                return Ok(text);
            }
            None => return Ok(text),
        }
    }
}

/// Who took the list away stands in the access log before it leaves.
async fn note(app: &App, staff: &Staff) -> Result<(), Declined> {
    let look = Look {
        id: app.desk.id().await?,
        at: app.desk.now(),
        staff: staff.signed.staff.id.clone(),
        complaint: None,
        person: None,
        page: "complaints.csv".to_owned(),
        why: None,
    };
    let mut tx = app.desk.db.begin().await?;
    access::note_look(&mut tx, &staff.signed.scope, &look).await?;
    tx.commit().await?;
    Ok(())
}

fn fields(row: &ComplaintRow, surroundings: &Surroundings) -> [String; 13] {
    let owner = row.owner.as_ref().map(|id| surroundings.name_of(&StaffId(id.clone())));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        row.reference.clone(),
        row.name.clone(),
        row.home.clone(),
        row.subject.clone(),
        row.kind.clone(),
        row.stage.clone(),
        row.state.clone(),
        owner.unwrap_or_default(),
        row.received_on.to_string(),
        row.next_clock.as_deref().map(due::what).unwrap_or_default(),
        day(row.next_due),
        row.pack.clone(),
        day(row.closed_on),
    ]
}

/// One line, each field in quotes.
fn line<const N: usize>(text: &mut String, fields: [&str; N]) {
    for (n, field) in fields.iter().enumerate() {
        if n != 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&inert(field).replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// A field that a spreadsheet does not take for a formula: an apostrophe stands in front of one
/// that begins like it, and of one that begins with an apostrophe, so that it can be undone.
fn inert(field: &str) -> String {
    let begins = |letter: char| {
        matches!(
            letter,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠'
        )
    };
    match field.trim_start_matches(' ').starts_with(begins) {
        true => format!("'{field}"),
        false => field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{inert, line};

    #[test]
    fn nothing_in_the_file_is_a_formula() {
        for field in ["=1+1", "+44 1632", "-1", "@x", "\t=1", " =1+1", "＝1", "\r\n=1", "'=1"] {
            assert!(inert(field).starts_with('\''), "{field}");
        }
        assert_eq!(inert("O'Neill = here"), "O'Neill = here");
    }

    #[test]
    fn quotes_commas_and_line_ends_stay_in_their_field() {
        let mut text = String::new();
        line(&mut text, ["a \"b\", c", "d\ne"]);
        assert_eq!(text, "\"a \"\"b\"\", c\",\"d\ne\"\r\n");
    }
}
