//! A policy as people read it: chapters with their clauses, made from the pack itself.

use askama::Template;
use axum::extract::{Path, State};
use redress_domain::policy::{GroundTerms, Pack};

use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::frame::Frame;
use crate::web::policy::{anchor, pack};
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "policy/readable.html")]
struct ReadablePage {
    frame: Frame,
    pack: &'static Pack,
    from: String,
    chapters: Vec<Chapter>,
    grounds: Vec<Ground>,
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
    terms: &'static GroundTerms,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let Some(pack) = pack(&id) else { return Page::missing() };
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
    let grounds = pack
        .grounds
        .iter()
        .map(|terms| Ground { name: words::sentence(words::names::ground(terms.id)), terms });
    let title = format!("{}, {}", pack.title, pack.landlord);
    let frame = framed::frame(&app, &staff, Here::Policies).await.titled(title);
    let page = ReadablePage {
        frame,
        pack,
        from: day::long(pack.in_force_from),
        chapters,
        grounds: grounds.collect(),
    };
    Page::ok(&page)
}
