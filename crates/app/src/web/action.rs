//! Everything that was promised to residents and is not done yet, after a case has closed too.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_store::lists::{self, OpenAction};

use crate::desk::Declined;
use crate::desk::surroundings::Surroundings;
use crate::web::due;
use crate::web::framed::{self, Here, PROMISES};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::route::Route;
use crate::web::state::App;

/// The most promises that one page shows.
const MOST: i64 = 300;

/// The page of promises.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/actions", PROMISES, get)]
}

#[derive(Template)]
#[template(path = "action/list.html")]
struct ActionsPage {
    frame: Frame,
    heading: String,
    mine: bool,
    overdue: Table,
    due: Table,
    more: bool,
}

/// The page: of everybody, or one's own.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match show(&app, &staff, sent.get("whose") == "mine").await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff, mine: bool) -> Result<ActionsPage, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let surroundings = app.desk.surroundings(scope).await?;
    let today = app.desk.today();
    let mine = mine || staff.signed.sees_only_held();
    let whose = mine.then_some(me);
    let open = lists::open_actions(&app.desk.db, scope, me, whose, MOST).await?;
    let more = usize::try_from(MOST).is_ok_and(|most| most <= open.len());
    let (late, due): (Vec<_>, Vec<_>) = open.iter().partition(|it| it.action.due_on < today);
    let heading = format!("Promises: {} overdue", late.len());
    let empty = if mine { "No promise of yours is open." } else { "No promise is open." };
    Ok(ActionsPage {
        frame: framed::frame(app, staff, Here::Promises).await.titled(&heading),
        heading,
        mine,
        overdue: table("Overdue promises", "No promise is overdue.", &late, &surroundings, today),
        due: table("Promises not yet due", empty, &due, &surroundings, today),
        more,
    })
}

fn table(
    caption: &str,
    empty: &str,
    actions: &[&OpenAction],
    surroundings: &Surroundings,
    today: Date,
) -> Table {
    let table = Table::new(caption)
        .caption_hidden()
        .columns(["Complaint", "What was promised", "By whom", "Seen to by", "Due"])
        .empty(empty);
    actions.iter().fold(table, |table, open| {
        let action = &open.action;
        let tag = due::tag(&surroundings.calendar, today, action.due_on);
        let staff = action.staff.as_ref().map_or_else(
            || Cell::text("Nobody yet"),
            |staff| Cell::name(surroundings.name_of(&StaffId(staff.clone()))),
        );
        table.row([
            Cell::link(format!("/complaints/{}/actions", open.reference), &open.reference),
            Cell::text(&action.what),
            Cell::name(&action.owner),
            staff,
            Cell::stack([Cell::day(action.due_on), Cell::part(tag)]),
        ])
    })
}
