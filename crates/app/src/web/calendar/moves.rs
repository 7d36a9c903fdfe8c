//! L8, dates that would move: every open day that a proposed change of the calendar touches, what
//! becomes of each, and the one act that puts it in force.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_domain::clock::settled::Fate;
use redress_domain::ids::StaffId;
use redress_store::date_moves::{self, Choice, DateMove, Standing};

use crate::desk::date_moves::{Answer, Listing};
use crate::web::calendar::DECIDERS;
use crate::web::framed::{self, Here, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::route::SETTINGS;
use crate::web::state::App;
use crate::words;

/// Cases looked at for one page.
const PAGE: i64 = 100;

const DONE: &[(&str, &str)] = &[
    ("proposed", "Proposed. No date has moved: somebody else puts it in force."),
    ("chosen", "Your choices are kept. No date has moved yet."),
    ("in-force", "The calendar has changed, and each case remembers what became of its dates."),
    ("withdrawn", "Given up. No date has moved."),
];

/// One day on the page.
struct Line {
    reference: String,
    /// The clock's own page.
    href: String,
    /// The field of its choice.
    field: String,
    clock: String,
    was: String,
    would_be: String,
    promised: bool,
    /// Why nobody chooses, where nobody may.
    frozen: String,
    moves: bool,
}

#[derive(Template)]
#[template(path = "calendar/moves.html")]
struct MovesPage {
    frame: Frame,
    form: Form,
    id: String,
    sentence: String,
    stands: String,
    lines: Vec<Line>,
    barred: usize,
    /// Where the list goes on, once this part of it was read.
    after: Option<String>,
    open: bool,
    underway: bool,
    chooses: bool,
    decides: bool,
    own: bool,
    /// Whether the person may read cases at all.
    sees: bool,
    withdraws: bool,
}

/// A proposal as a list of them names it.
pub fn link(held: &DateMove) -> Link {
    let stands = match held.standing {
        Standing::Proposed => "proposed",
        Standing::Underway => "being put in force",
        Standing::InForce => "in force",
        Standing::Withdrawn => "given up",
    };
    Link::new(format!("/date-moves/{}", held.id), format!("{}: {stands}", heading(held)))
}

fn heading(held: &DateMove) -> String {
    let how = if held.opens { "counts again" } else { "does not count" };
    format!("{} {how}", day::short(held.on))
}

/// The list.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    Query(sent): Query<Sent>,
) -> Page {
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, (&id, sent.get("after")), (frame, FormErrors::none())).await
}

/// Keeps what was chosen for single days.
pub async fn choose(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Page {
    let mut choices: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for (name, value) in posted.sent.pairs() {
        let Some((case, clock)) = name.strip_prefix("fate.").and_then(|it| it.split_once('.'))
        else {
            continue;
        };
        match value.as_str() {
            "keep" => choices.insert((case, clock), false),
            "move" => choices.insert((case, clock), true),
            _ => return Page::plain(StatusCode::BAD_REQUEST),
        };
    }
    let choices: Vec<Choice> = choices
        .into_iter()
        .map(|((case, clock), moves)| Choice {
            complaint: case.to_owned(),
            clock: clock.to_owned(),
            moves,
        })
        .collect();
    let answer = app.desk.choose_moves(&staff.signed, &id, &choices).await;
    after(&app, &staff, &id, (answer, "chosen")).await
}

/// Puts it in force, or goes on with that.
pub async fn force(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.put_in_force(&staff.signed, &id).await;
    after(&app, &staff, &id, (answer, "in-force")).await
}

/// Gives it up.
pub async fn withdraw(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.withdraw_moves(&staff.signed, &id).await;
    after(&app, &staff, &id, (answer, "withdrawn")).await
}

async fn after(
    app: &App,
    staff: &Staff,
    id: &str,
    (answer, done): (Result<Answer, crate::desk::Declined>, &str),
) -> Page {
    let words = match answer {
        Ok(Answer::Done) => return Page::see_other(&format!("/date-moves/{id}?done={done}")),
        Ok(Answer::OwnProposal) => "You proposed this: somebody else puts it in force",
        Ok(Answer::Past) => "That day has passed: what was counted stays counted",
        Ok(Answer::Decided) => "Somebody decided this meanwhile",
        Err(declined) => return Page::declined(declined),
    };
    let errors = FormErrors::top(words);
    let frame = framed::frame(app, staff, Here::Policies).await.errors(&errors);
    show(app, staff, (id, ""), (frame, errors)).await
}

async fn show(
    app: &App,
    staff: &Staff,
    (id, after): (&str, &str),
    (frame, errors): (Frame, FormErrors),
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let held = match date_moves::find(&app.desk.db, &staff.signed.scope, id).await {
        Ok(Some(held)) => held,
        Ok(None) => return Page::missing(),
        Err(error) => return Page::declined(error.into()),
    };
    let around = match app.desk.surroundings(&staff.signed.scope).await {
        Ok(around) => around,
        Err(declined) => return Page::declined(declined),
    };
    let open = held.standing == Standing::Proposed;
    let listing = if open && is_for(crate::web::route::READERS, staff) {
        match app.desk.would_move(&staff.signed, &held, (after, PAGE)).await {
            Ok(listing) => listing,
            Err(declined) => return Page::declined(declined),
        }
    } else {
        Listing { cases: Vec::new(), barred: 0, after: None }
    };
    let name = |who: &str| around.name_of(&StaffId(who.to_owned()));
    let decided = held.decided_by.as_deref().map(|who| format!(" by {}", name(who)));
    let decided = decided.unwrap_or_default();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let own = held.proposed_by == staff.signed.staff.id;
    let underway = held.standing == Standing::Underway;
    let decides = is_for(DECIDERS, staff);
    let page = MovesPage {
        frame: frame.titled("Dates that would move"),
        form: Form::kept(keys, Sent::nothing(), errors),
        id: held.id.clone(),
        sentence: format!(
            "{}: {}. Proposed by {}",
            heading(&held),
            held.what,
            name(&held.proposed_by)
        ),
        stands: match held.standing {
            Standing::Proposed => "No date has moved.".to_owned(),
            Standing::Underway => format!("Being put in force{decided}, case by case."),
            Standing::InForce => {
                format!("Put in force{decided}. Each case says what became of its dates.")
            }
            Standing::Withdrawn => format!("Given up{decided}. No date has moved."),
        },
        barred: listing.barred,
        after: listing.after.clone(),
        lines: lines(&listing),
        open,
        underway,
        chooses: open && decides,
        decides: decides && (underway || (open && !own)),
        own: own && open,
        sees: is_for(crate::web::route::READERS, staff),
        withdraws: open && is_for(SETTINGS, staff),
    };
    Page::with(status, &page)
}

fn lines(listing: &Listing) -> Vec<Line> {
    let mut lines = Vec::new();
    for case in &listing.cases {
        for (would, settled) in &case.moves {
            let clock = would.clock.id();
            lines.push(Line {
                reference: case.reference.clone(),
                href: format!("/complaints/{}/clocks/{clock}", case.reference),
                field: format!("fate.{}.{clock}", case.id),
                clock: words::clocks::full(&would.clock),
                was: day::short(would.clock.due),
                would_be: day::short(would.to),
                promised: would.promised,
                frozen: would.frozen.map(words::clocks::because).unwrap_or_default().to_owned(),
                moves: settled.fate == Fate::Move,
            });
        }
    }
    lines
}
