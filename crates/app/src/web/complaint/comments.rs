//! C13, comments invited: whoever is criticised may answer before it is decided.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told;
use crate::web::page::Page;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/comments.html")]
struct CommentsPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    past: Timeline,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records an invitation to comment.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> CommentsPage {
    CommentsPage {
        frame: sheet.titled("Comments invited"),
        form: sheet.form("comments"),
        past: told::timeline(&sheet.case, |event| {
            matches!(event, redress_domain::event::Event::CommentInvited { .. })
        }),
        barred: sheet.barred_from(&Command::InviteComment {
            who: Words::default(),
            about: Words::default(),
        }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let who = form.required("who", "Enter who is invited");
    let about = form.required("about", "Enter what is said about them");
    let command = Command::InviteComment { who: Words::said(who?), about: Words::said(about?) };
    Some(Asked::of(vec![command], "comment").then("comments"))
}
