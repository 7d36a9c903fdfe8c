//! Two policies side by side: what really differs, under which clauses, and what that means.

use askama::Template;
use axum::extract::{Query, State};

use crate::comparison::{Difference, Side, differences};
use crate::desk::Declined;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::policy::{Found, anchor, choices, look, titled};
use crate::web::state::App;

#[derive(Template)]
#[template(path = "policy/comparison.html")]
struct ComparisonPage {
    frame: Frame,
    heading: String,
    form: Form,
    packs: Vec<(String, String)>,
    compared: Option<Compared>,
}

/// What came of it.
struct Compared {
    differing: Table,
    same: Option<Table>,
    swap: String,
    all: String,
}

/// The page; `?left=&right=` name the two, `&all=yes` shows what is the same as well.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let mut errors = FormErrors::none();
    let both = match both(&app, &staff, &sent).await {
        Ok(both) => both,
        Err(declined) => return Page::declined(declined),
    };
    let compared = match both {
        (Some(left), Some(right)) if left.id == right.id => {
            errors = FormErrors::one("right", "Choose two different policies");
            None
        }
        (Some(left), Some(right)) => Some((left, right)),
        (None, _) if sent.has("left") => {
            errors = FormErrors::one("left", "Choose a policy");
            None
        }
        (_, None) if sent.has("right") => {
            errors = FormErrors::one("right", "Choose a policy to compare it with");
            None
        }
        _ => None,
    };
    let all = sent.get("all") == "yes";
    let (heading, compared) = match compared {
        Some((left, right)) => {
            let lines = differences(&left.pack, &right.pack);
            let count = lines.iter().filter(|line| line.differs()).count();
            let heading = format!("{} and {}: {count} differences", left.pack.id, right.pack.id);
            (heading, Some(shown(&left, &right, &lines, all)))
        }
        None => ("Compare two policies".to_owned(), None),
    };
    let packs = match choices(&app, &staff).await {
        Ok(packs) => packs,
        Err(declined) => return Page::declined(declined),
    };
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = frame.titled("Compare two policies").errors(&errors);
    let wrong = !errors.is_empty();
    let form = Form::kept(Keys::default(), sent, errors);
    let page = ComparisonPage { frame, heading, form, packs, compared };
    if wrong { Page::wrong(&page) } else { Page::ok(&page) }
}

fn shown(left: &Found, right: &Found, lines: &[Difference], all: bool) -> Compared {
    let table = |caption: &str, differing: bool| {
        let (one, other) = (titled(&left.pack), titled(&right.pack));
        let columns = ["What", one.as_str(), other.as_str(), "What that means"];
        // No sideways scrolling: a comparison is of no use with one side out of sight.
        let table = Table::new(caption).columns(columns);
        lines.iter().filter(|line| line.differs() == differing).fold(table, |table, line| {
            let effect = line.effect.as_ref().map_or_else(Cell::none, Cell::text);
            table.row([
                Cell::text(&line.what),
                cell(left, line.left.as_ref()),
                cell(right, line.right.as_ref()),
                effect,
            ])
        })
    };
    let address = |left: &Found, right: &Found| {
        format!("/policies/comparison?left={}&right={}", left.id, right.id)
    };
    Compared {
        differing: table("What differs", true).empty("They agree."),
        same: all.then(|| table("The same in both", false)),
        swap: address(right, left),
        all: format!("{}&all=yes", address(left, right)),
    }
}

/// The two that an address names, where it names them.
async fn both(
    app: &App,
    staff: &Staff,
    sent: &Sent,
) -> Result<(Option<Found>, Option<Found>), Declined> {
    let left = look(app, staff, sent.get("left")).await?;
    Ok((left, look(app, staff, sent.get("right")).await?))
}

fn cell(policy: &Found, side: Option<&Side>) -> Cell {
    let Some(side) = side else { return Cell::text("Says nothing") };
    if side.clause.is_empty() {
        return Cell::text(&side.value);
    }
    // Several clauses have no one place to lead to.
    if side.clause.contains(", ") {
        return Cell::stack([Cell::text(&side.value), Cell::text(&side.clause)]);
    }
    let href = format!("/policies/{}#{}", policy.id, anchor(&side.clause));
    Cell::stack([Cell::text(&side.value), Cell::link(href, &side.clause)])
}
