//! The policies in force, coming and past, those proposed, and the landlord's own ones. A policy is
//! put in force by two people: one proposes it, another agrees.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_store::packs::{self, OwnPack, PackStanding, Proposal};
use redress_store::settings::{self, Adoption};

use crate::desk::Declined;
use crate::desk::packs::Packs;
use crate::desk::policies::Answer;
use crate::desk::surroundings::Surroundings;
use crate::web::framed::{self, Here, day_and_time, is_for};
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
use crate::web::part::tag::{Mark, Tag};
use crate::web::policy::own::said;
use crate::web::policy::{ADOPTERS, LOADERS, titled};
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "policy/list.html")]
struct ListPage {
    frame: Frame,
    form: Form,
    heading: String,
    adopted: Table,
    proposals: Vec<Proposed>,
    loaded: Table,
    packs: Vec<(String, String)>,
    known: Table,
    adopts: bool,
    loads: bool,
}

/// A proposal as the page shows it.
struct Proposed {
    id: String,
    href: String,
    title: String,
    sentence: String,
    by: String,
    /// Whether this person may agree: nobody does to their own proposal.
    own: bool,
}

const DONE: &[(&str, &str)] = &[
    ("proposed", "Proposed. Nothing has changed yet: somebody else puts it in force."),
    (
        "adopted",
        "The policy is put in force from that day. Complaints received before keep the one they \
         have.",
    ),
    ("withdrawn", "The proposal is given up."),
];

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    let nothing = (Sent::nothing(), FormErrors::none());
    show(&app, &staff, frame, nothing, StatusCode::OK).await
}

/// Proposes that a policy be in force from a day.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let today = app.desk.today();
    let known = match app.desk.packs(&staff.signed.scope).await {
        Ok(known) => known,
        Err(declined) => return Page::declined(declined),
    };
    let mut form = Reading::of(&posted.sent);
    let pack = form.choice("pack", "Choose the policy", |name| known.find(name));
    let from = form.day("from", "Enter the first day on which it counts");
    if let Some(from) = from {
        if from < today {
            form.wrong("from", "Choose today or a later day: what was received keeps its policy");
        }
        if let Some(pack) = &pack
            && !pack.in_force_on(from)
        {
            form.wrong("from", holds(pack));
        }
    }
    let (Some(pack), Some(from), true) = (pack, from, form.is_right()) else {
        let errors = form.errors();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return wrong(&app, &staff, (posted.sent, errors), status).await;
    };
    match app.desk.propose_policy(&staff.signed, &pack, from).await {
        Ok(Answer::Done) => Page::see_other("/policies?done=proposed"),
        Ok(answer) => {
            let errors = FormErrors::one("from", said(answer));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            wrong(&app, &staff, (posted.sent, errors), status).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// When a policy holds, by its own words.
fn holds(pack: &redress_domain::policy::Pack) -> String {
    let first = day::long(pack.in_force_from);
    match pack.in_force_to {
        Some(last) => {
            let last = day::long(last);
            format!("This policy says of itself that it holds from {first} to {last}")
        }
        None => format!("This policy says of itself that it holds from {first}"),
    }
}

/// Puts in force what somebody else proposed.
pub async fn approve(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.approve_policy(&staff.signed, &id).await;
    decided(&app, &staff, (answer, "adopted")).await
}

/// Gives a proposal up.
pub async fn withdraw(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.withdraw_policy(&staff.signed, &id).await;
    decided(&app, &staff, (answer, "withdrawn")).await
}

async fn decided(app: &App, staff: &Staff, answer: (Result<Answer, Declined>, &str)) -> Page {
    match answer {
        (Ok(Answer::Done), done) => Page::see_other(&format!("/policies?done={done}")),
        (Ok(answer), _) => {
            let status = match answer {
                Answer::Decided => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let errors = FormErrors::top(said(answer));
            wrong(app, staff, (Sent::nothing(), errors), status).await
        }
        (Err(declined), _) => Page::declined(declined),
    }
}

async fn wrong(app: &App, staff: &Staff, form: (Sent, FormErrors), status: StatusCode) -> Page {
    let frame = framed::frame(app, staff, Here::Policies).await.errors(&form.1);
    show(app, staff, frame, form, status).await
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
) -> Result<ListPage, Declined> {
    let scope = &staff.signed.scope;
    let around = app.desk.surroundings(scope).await?;
    let all = settings::list_adoptions(&app.desk.db, scope).await?;
    let open = packs::open_proposals(&app.desk.db, scope).await?;
    let own = packs::list(&app.desk.db, scope).await?;
    let today = app.desk.today();
    let now = all.iter().rfind(|adoption| adoption.from <= today);
    let heading = match now {
        Some(now) => format!("Policies: {} in force", title(&around.packs, &now.pack)),
        None => "Policies: the Code alone".to_owned(),
    };
    let me = &staff.signed.staff.id;
    let keys = framed::keys(app, staff).await;
    let keys = keys.map_err(|_| Declined::Fault(anyhow::anyhow!("no randomness")))?;
    Ok(ListPage {
        frame: frame.titled(&heading),
        form: Form::kept(keys, sent, errors),
        heading,
        adopted: adopted(&all, &around, today),
        proposals: open.iter().map(|it| proposed(it, &around, me)).collect(),
        loaded: loaded(&own, &around),
        packs: around.packs.all().map(|pack| (pack.id.0.clone(), titled(pack))).collect(),
        known: known(&around.packs),
        adopts: is_for(ADOPTERS, staff),
        loads: is_for(LOADERS, staff),
    })
}

fn title(packs: &Packs, id: &str) -> String {
    packs.find(id).map_or_else(|| id.to_owned(), |pack| titled(&pack))
}

fn name(around: &Surroundings, who: &str) -> String {
    around.name_of(&StaffId(who.to_owned()))
}

fn adopted(all: &[Adoption], around: &Surroundings, today: Date) -> Table {
    let table = Table::new("Policies of ours")
        .caption_hidden()
        .columns([
            "Policy",
            "Version",
            "From",
            "State",
            "Review due",
            "Proposed by",
            "Put in force by",
        ])
        .empty("No policy of your own: complaints run under the Complaint Handling Code alone.");
    all.iter().enumerate().rev().fold(table, |table, (place, adoption)| {
        let next = all.get(place + 1).map(|next| next.from);
        let by = adoption
            .adopted_by
            .as_ref()
            .map_or_else(|| Cell::text("When this was set up"), |by| Cell::name(name(around, by)));
        let proposed = adoption.proposed_by.as_ref();
        let proposed = proposed.map_or_else(Cell::none, |by| Cell::name(name(around, by)));
        let pack = around.packs.find(&adoption.pack);
        let review = pack.as_ref().and_then(|pack| pack.review_due.as_ref());
        let review = review.map_or_else(Cell::none, |review| match today <= review.on {
            true => Cell::day(review.on),
            false => Cell::stack([
                Cell::day(review.on),
                Cell::part(Tag::new(Mark::Late, "Review overdue")),
            ]),
        });
        let named = title(&around.packs, &adoption.pack);
        table.row([
            Cell::link(format!("/policies/{}", adoption.pack), named),
            Cell::text(&adoption.version),
            Cell::day(adoption.from),
            Cell::part(state(adoption.from, next, today)),
            review,
            proposed,
            by,
        ])
    })
}

fn proposed(it: &Proposal, around: &Surroundings, me: &str) -> Proposed {
    Proposed {
        id: it.id.clone(),
        href: format!("/policies/{}", it.pack),
        title: title(&around.packs, &it.pack),
        sentence: format!(
            "Version {}, for complaints received from {} on",
            it.version,
            day::long(it.from)
        ),
        by: name(around, &it.proposed_by),
        own: it.proposed_by == me,
    }
}

fn loaded(own: &[OwnPack], around: &Surroundings) -> Table {
    let table = Table::new("Policies you loaded")
        .caption_hidden()
        .columns(["Policy", "Id", "Version", "State", "Loaded by", "Loaded", "Decided by"])
        .empty("No policy of your own has been loaded.");
    own.iter().fold(table, |table, own| {
        let decided = own.decided_by.as_ref();
        table.row([
            Cell::link(format!("/policies/{}", own.id), &own.title),
            Cell::text(&own.pack),
            Cell::text(&own.version),
            Cell::part(standing(own.standing)),
            Cell::name(name(around, &own.loaded_by)),
            Cell::text(day_and_time(own.loaded_at)),
            decided.map_or_else(Cell::none, |by| Cell::name(name(around, by))),
        ])
    })
}

/// How a policy of the landlord's own stands.
pub fn standing(standing: PackStanding) -> Tag {
    match standing {
        PackStanding::Draft => Tag::new(Mark::Forecast, "Draft"),
        PackStanding::Approved => Tag::new(Mark::Met, "Approved"),
        PackStanding::Withdrawn => Tag::plain("Given up"),
    }
}

fn known(packs: &Packs) -> Table {
    let table = Table::new("Policies this program knows")
        .caption_hidden()
        .columns(["Policy", "Version", "Numbers"]);
    packs.all().fold(table, |table, pack| {
        table.row([
            Cell::link(format!("/policies/{}", pack.id.0), titled(pack)),
            Cell::text(&pack.version),
            Cell::link(
                format!("/policies/{}/parameters", pack.id.0),
                format!("Parameters of {}", pack.id.0),
            ),
        ])
    })
}

fn state(from: Date, next: Option<Date>, today: Date) -> Tag {
    if today < from {
        Tag::new(Mark::Forecast, "Coming")
    } else if next.is_some_and(|next| next <= today) {
        Tag::plain("Past")
    } else {
        Tag::new(Mark::Met, "In force")
    }
}
