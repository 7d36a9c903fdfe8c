//! A policy as people can read it: clause by clause, grounds and notes, printable; and how it
//! stands, where it is the landlord's own.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_domain::ids::StaffId;
use redress_domain::policy::{GroundTerms, Pack};
use redress_store::packs::{OwnPack, PackStanding};

use crate::web::framed::{self, Here, day_and_time, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Keys;
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::tag::Tag;
use crate::web::policy::list::standing;
use crate::web::policy::own::may_decide;
use crate::web::policy::{ADOPTERS, Found, LOADERS, anchor, found};
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "policy/readable.html")]
struct ReadablePage {
    frame: Frame,
    pack: Arc<Pack>,
    id: String,
    from: String,
    chapters: Vec<Chapter>,
    grounds: Vec<Ground>,
    own: Option<Own>,
    keys: Keys,
    loads: bool,
    plays: bool,
}

/// How a policy of the landlord's own stands, and what this person may do about it.
struct Own {
    id: String,
    tag: Tag,
    sha256: String,
    loaded: String,
    loaded_by: String,
    decided: Option<(String, String)>,
    approves: bool,
    /// Whoever loaded it is told that somebody else approves.
    mine: bool,
    withdraws: bool,
}

/// A chapter with its clauses.
struct Chapter {
    title: String,
    anchor: String,
    clauses: Vec<Clause>,
}

/// A clause: its number, where it stands, and how it reads.
struct Clause {
    number: String,
    /// None where the clause has stood above: an address leads to the first.
    anchor: Option<String>,
    says: String,
}

/// A ground for not taking a matter on.
struct Ground {
    name: String,
    terms: GroundTerms,
}

const DONE: &[(&str, &str)] = &[
    ("loaded", "Loaded as a draft. It governs nothing yet: somebody else approves it."),
    ("approved", "Approved. It can now be proposed for a day on the page of policies."),
    ("withdrawn", "Given up. Its text is kept."),
];

/// The page.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    Query(sent): Query<Sent>,
) -> Page {
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, &id, (frame, StatusCode::OK)).await
}

/// The page, with why something could not be done about the policy.
pub(super) async fn refused(
    app: &App,
    staff: &Staff,
    id: &str,
    (words, status): (&str, StatusCode),
) -> Page {
    let frame = framed::frame(app, staff, Here::Policies).await;
    let frame = frame.errors(&FormErrors::top(words));
    show(app, staff, id, (frame, status)).await
}

async fn show(app: &App, staff: &Staff, id: &str, (frame, status): (Frame, StatusCode)) -> Page {
    let found = match found(app, staff, id).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let own = match own(app, staff, &found).await {
        Ok(own) => own,
        Err(declined) => return Page::declined(declined),
    };
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let pack = found.pack;
    let grounds = pack.grounds.iter().map(|terms| Ground {
        name: words::sentence(words::names::ground(terms.id)),
        terms: terms.clone(),
    });
    let page = ReadablePage {
        frame: frame.titled(format!("{}, {}", pack.title, pack.landlord)),
        id: found.id,
        from: day::long(pack.in_force_from),
        chapters: chapters(&pack),
        grounds: grounds.collect(),
        own,
        keys,
        loads: is_for(LOADERS, staff),
        plays: is_for(ADOPTERS, staff),
        pack,
    };
    Page::with(status, &page)
}

fn chapters(pack: &Pack) -> Vec<Chapter> {
    let mut known = std::collections::BTreeSet::new();
    let mut chapters: Vec<Chapter> = Vec::new();
    for reading in &pack.readings {
        let place = anchor(&reading.clause);
        let clause = Clause {
            number: reading.clause.clone(),
            anchor: known.insert(place.clone()).then_some(place),
            says: reading.says.clone(),
        };
        match chapters.iter_mut().find(|chapter| chapter.title == reading.chapter) {
            Some(chapter) => chapter.clauses.push(clause),
            None => chapters.push(Chapter {
                title: reading.chapter.clone(),
                anchor: format!("chapter-{}", chapters.len() + 1),
                clauses: vec![clause],
            }),
        }
    }
    chapters
}

async fn own(
    app: &App,
    staff: &Staff,
    found: &Found,
) -> Result<Option<Own>, crate::desk::Declined> {
    let Some(own) = &found.own else { return Ok(None) };
    let around = app.desk.surroundings(&staff.signed.scope).await?;
    let name = |id: &String| around.name_of(&StaffId(id.clone()));
    let OwnPack { standing: stands, loaded_by, loaded_at, decided_by, decided_at, .. } = own;
    let draft = *stands == PackStanding::Draft;
    let other = may_decide(&staff.signed, loaded_by);
    Ok(Some(Own {
        id: own.id.clone(),
        tag: standing(*stands),
        sha256: own.sha256.clone(),
        loaded: day_and_time(*loaded_at),
        loaded_by: name(loaded_by),
        decided: decided_by
            .as_ref()
            .zip(decided_at.map(day_and_time))
            .map(|(by, at)| (name(by), at)),
        approves: draft && other && is_for(ADOPTERS, staff),
        mine: draft && !other,
        withdraws: *stands != PackStanding::Withdrawn && is_for(LOADERS, staff),
    }))
}
