//! C13, comments invited: whoever is criticised may answer before it is decided.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::{options, told};
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
    people: Vec<(String, String)>,
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
        people: options::people(&sheet.case),
        barred: sheet.barred_from(&Command::InviteComment {
            who: Words::default(),
            about: Words::default(),
            staff: None,
        }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let who = form.required("who", "Enter who is invited");
    let about = form.required("about", "Enter what is said about them");
    let staff = form.words("staff")?.map(StaffId);
    let staff = staff.filter(|staff| case.surroundings.names.contains_key(staff));
    let (who, about) = (Words::said(who?), Words::said(about?));
    let command = Command::InviteComment { who, about, staff };
    Some(Asked::of(vec![command], "comment").then("comments"))
}
