//! The policies in force, coming and past, and putting another in force.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_domain::policy::shipped;
use redress_store::settings;

use crate::desk::Declined;
use crate::web::framed::{self, Here, is_for};
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
use crate::web::policy::ADOPTERS;
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "policy/list.html")]
struct ListPage {
    frame: Frame,
    form: Form,
    heading: String,
    adopted: Table,
    packs: Vec<(String, String)>,
    known: Table,
    adopts: bool,
}

const DONE: &[(&str, &str)] = &[(
    "adopted",
    "The policy is put in force from that day. Complaints received before keep the one they have.",
)];

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Puts a policy in force from a day.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let today = app.desk.today();
    let mut form = Reading::of(&posted.sent);
    let pack = form.choice("pack", "Choose the policy", shipped::pack);
    let from = form.day("from", "Enter the first day on which it counts");
    if let Some(from) = from {
        if from < today {
            form.wrong("from", "Choose today or a later day: what was received keeps its policy");
        }
        if let Some(pack) = pack
            && !pack.in_force_on(from)
        {
            let first = day::long(pack.in_force_from);
            form.wrong("from", format!("This policy says of itself that it holds from {first}"));
        }
    }
    let (Some(pack), Some(from), true) = (pack, from, form.is_right()) else {
        let errors = form.errors();
        return wrong(&app, &staff, posted.sent, errors).await;
    };
    match app.desk.adopt(&staff.signed, pack, from).await {
        Ok(true) => Page::see_other("/policies?done=adopted"),
        Ok(false) => {
            let words = "Another policy begins on that day already. Choose another day";
            wrong(&app, &staff, posted.sent, FormErrors::one("from", words)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn wrong(app: &App, staff: &Staff, sent: Sent, errors: FormErrors) -> Page {
    let frame = framed::frame(app, staff, Here::Policies).await.errors(&errors);
    show(app, staff, frame, (sent, errors)).await
}

async fn show(app: &App, staff: &Staff, frame: Frame, (sent, errors): (Sent, FormErrors)) -> Page {
    match draw(app, staff, frame, (sent, errors.clone())).await {
        Ok(page) if errors.is_empty() => Page::ok(&page),
        Ok(page) => Page::with(StatusCode::UNPROCESSABLE_ENTITY, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<ListPage, Declined> {
    let surroundings = app.desk.surroundings(&staff.signed.scope).await?;
    let all = settings::list_adoptions(&app.desk.db, &staff.signed.scope).await?;
    let today = app.desk.today();
    let title = |id: &str| {
        shipped::pack(id)
            .map_or_else(|| id.to_owned(), |pack| format!("{}, {}", pack.title, pack.landlord))
    };
    let now = all.iter().rfind(|adoption| adoption.from <= today);
    let heading = match now {
        Some(now) => format!("Policies: {} in force", title(&now.pack)),
        None => "Policies: the Code alone".to_owned(),
    };
    let table = Table::new("Policies of ours")
        .caption_hidden()
        .columns(["Policy", "Version", "From", "State", "Review due", "Put in force by"])
        .empty("No policy of your own: complaints run under the Complaint Handling Code alone.");
    let adopted = all.iter().enumerate().rev().fold(table, |table, (place, adoption)| {
        let next = all.get(place + 1).map(|next| next.from);
        let by = adoption.adopted_by.as_ref().map_or_else(
            || Cell::text("When this was set up"),
            |by| Cell::name(surroundings.name_of(&StaffId(by.clone()))),
        );
        let review = shipped::pack(&adoption.pack).and_then(|pack| pack.review_due.as_ref());
        let review = review.map_or_else(Cell::none, |review| match today <= review.on {
            true => Cell::day(review.on),
            false => Cell::stack([
                Cell::day(review.on),
                Cell::part(Tag::new(Mark::Late, "Review overdue")),
            ]),
        });
        table.row([
            Cell::link(format!("/policies/{}", adoption.pack), title(&adoption.pack)),
            Cell::text(&adoption.version),
            Cell::day(adoption.from),
            Cell::part(state(adoption.from, next, today)),
            review,
            by,
        ])
    });
    let packs = shipped::packs().unwrap_or_default();
    let known = Table::new("Policies this program knows")
        .caption_hidden()
        .columns(["Policy", "Version", "Numbers"]);
    let known = packs.iter().fold(known, |table, pack| {
        table.row([
            Cell::link(format!("/policies/{}", pack.id.0), title(&pack.id.0)),
            Cell::text(&pack.version),
            Cell::link(
                format!("/policies/{}/parameters", pack.id.0),
                format!("Parameters of {}", pack.id.0),
            ),
        ])
    });
    let keys = framed::keys(app, staff).await;
    let keys = keys.map_err(|_| Declined::Fault(anyhow::anyhow!("no randomness")))?;
    Ok(ListPage {
        frame: frame.titled(&heading),
        form: Form::kept(keys, sent, errors),
        heading,
        adopted,
        packs: packs.iter().map(|pack| (pack.id.0.clone(), title(&pack.id.0))).collect(),
        known,
        adopts: is_for(ADOPTERS, staff),
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
