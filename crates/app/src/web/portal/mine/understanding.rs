//! M7, what we understood: that is right, or something is wrong or missing.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::personal::Words;

use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "portal/understanding.html")]
struct UnderstandingPage {
    p: Shell,
    v: View,
    form: Form,
    /// Whether the answer is out already, so that something new is a new complaint.
    answered: bool,
}

/// The points as we understood them.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes what they say to it.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let mut form = t.reading(&posted);
    let right = form.choice("right", &t.say("understood-choose"), |sent| match sent {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let changes = match right {
        Some(false) => form.required("changes", &t.say("understood-changes-missing")),
        _ => None,
    };
    let errors = match (right, form.is_right()) {
        (Some(right), true) => {
            let commands = match (right, mine.case.complaint.points.is_empty()) {
                (true, false) => vec![Command::ConfirmDefinition { changes: None }],
                (true, true) => vec![],
                // The words stand in the record twice over: with the definition they are about, and
                // among what came in, where whoever has the case looks for what is new.
                (false, _) => {
                    let words = changes.unwrap_or_default();
                    let said = format!("About what we understood: {words}");
                    let corrects = Command::ConfirmDefinition { changes: Some(Words::said(words)) };
                    if mine.would_take(corrects.clone()).is_ok() {
                        vec![corrects, mine.wrote(said)]
                    } else {
                        vec![mine.wrote(said)]
                    }
                }
            };
            let done = if right { "confirmed" } else { "corrected" };
            match mine.act(&posted.once(), commands, Vec::new()).await {
                Ok(_) => return Page::see_other(&format!("/my-complaint?done={done}")),
                Err(declined) => mine.trouble(&declined),
            }
        }
        _ => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    let answered = mine.case.complaint.current().responded.is_some();
    let page = |p, form| UnderstandingPage { p, v: mine.view(), form, answered };
    mine.ask("understood-title", kept, page).await
}
