//! U1, U2 and U5, for anybody: how to complain, with every way in, the policy as a page to read, and
//! what to expect of these pages.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::policy::Pack;
use redress_domain::vocabulary::Stage;
use redress_store::Scope;
use redress_store::settings::Landlord;

use crate::web::framed;
use crate::web::guard::Perhaps;
use crate::web::page::Page;
use crate::web::portal::shell::{Heard, Shell};
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "portal/how.html")]
struct HowPage {
    p: Shell,
    landlord: Option<Landlord>,
    limits: Option<Limits>,
}

/// What the landlord promises, in the words of its policy.
struct Limits {
    acknowledged: String,
    answered: String,
    again: String,
}

/// The start: for staff their work, for everybody else how to complain.
pub async fn start(Perhaps(staff): Perhaps, State(app): State<App>, heard: Heard) -> Page {
    match staff {
        Some(staff) => Page::see_other(framed::home(&staff)),
        None => how(State(app), heard).await,
    }
}

/// How to complain: the numbers first, then what happens and when.
pub async fn how(State(app): State<App>, heard: Heard) -> Page {
    let landlord = framed::only_landlord(&app).await;
    let pack = pack(&app, landlord.as_ref()).await;
    let mut p = Shell::of(&app, &heard, None, "how-title-bare").await;
    if let Some(landlord) = &landlord {
        p.frame = p.frame.titled(heard.tongue.with("how-title", "landlord", &landlord.name));
    }
    let limits = pack.and_then(|pack| limits(&pack));
    Page::ok(&HowPage { p, landlord, limits })
}

async fn pack(app: &App, landlord: Option<&Landlord>) -> Option<std::sync::Arc<Pack>> {
    let scope = Scope::of(landlord?.id.clone());
    app.desk.pack_on(&scope, app.desk.today()).await.ok()
}

fn limits(pack: &Pack) -> Option<Limits> {
    let terms = crate::desk::surroundings::terms(pack, pack.floor).ok()?;
    Some(Limits {
        acknowledged: terms.acknowledgement(Stage::One).limit.length.to_string(),
        answered: terms.response(Stage::One).limit.length.to_string(),
        again: terms.response(Stage::Two).limit.length.to_string(),
    })
}

#[derive(Template)]
#[template(path = "portal/policy.html")]
struct PolicyPage {
    p: Shell,
    title: String,
    version: String,
    from: String,
    chapters: Vec<Chapter>,
    grounds: Vec<Ground>,
}

/// A chapter: its title, and each clause with what it says.
struct Chapter {
    title: String,
    clauses: Vec<(String, String)>,
}

/// Something that is not taken as a complaint, and what happens with it instead.
struct Ground {
    name: String,
    clause: String,
    says: String,
    goes_to: Option<String>,
}

/// The policy in force today, in our own words, each sentence with its clause.
pub async fn policy(State(app): State<App>, heard: Heard) -> Page {
    let landlord = framed::only_landlord(&app).await;
    let Some(pack) = pack(&app, landlord.as_ref()).await else {
        let said = (StatusCode::NOT_FOUND, "policy-title", "policy-none");
        return super::saying(&app, &heard, said).await;
    };
    let mut chapters: Vec<Chapter> = Vec::new();
    for reading in &pack.readings {
        let clause = (reading.clause.clone(), reading.says.clone());
        match chapters.iter_mut().find(|chapter| chapter.title == reading.chapter) {
            Some(chapter) => chapter.clauses.push(clause),
            None => {
                chapters.push(Chapter { title: reading.chapter.clone(), clauses: vec![clause] });
            }
        }
    }
    let grounds = pack.grounds.iter().map(|ground| Ground {
        name: words::sentence(words::names::ground(ground.id)),
        clause: ground.clause.clone(),
        says: ground.says.clone(),
        goes_to: ground.goes_to.clone(),
    });
    let p = Shell::of(&app, &heard, None, "policy-title").await;
    Page::ok(&PolicyPage {
        title: pack.title.clone(),
        version: pack.version.clone(),
        from: heard.tongue.day(pack.in_force_from),
        grounds: grounds.collect(),
        chapters,
        p,
    })
}

#[derive(Template)]
#[template(path = "portal/accessibility.html")]
struct AccessibilityPage {
    p: Shell,
}

/// What works for whom.
pub async fn accessibility(State(app): State<App>, heard: Heard) -> Page {
    Page::ok(&AccessibilityPage { p: Shell::of(&app, &heard, None, "accessibility-title").await })
}

#[derive(Template)]
#[template(path = "portal/privacy.html")]
struct PrivacyPage {
    p: Shell,
    landlord: String,
}

/// What is kept, and who sees it.
pub async fn privacy(State(app): State<App>, heard: Heard) -> Page {
    let landlord = framed::only_landlord(&app).await.map(|it| it.name).unwrap_or_default();
    Page::ok(&PrivacyPage { p: Shell::of(&app, &heard, None, "privacy-title").await, landlord })
}
