//! C3, what you can do: every act, those that cannot be done now with the words their refusal
//! would use. No dead ends.

use askama::Template;

use crate::web::answer::Visit;
use crate::web::complaint::acts::{self, Now};
use crate::web::page::Page;
use crate::web::part::frame::Frame;
use crate::web::part::list::TaskList;

#[derive(Template)]
#[template(path = "complaint/choices.html")]
struct ChoicesPage {
    frame: Frame,
    groups: Vec<(&'static str, TaskList)>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let mut groups: Vec<(&'static str, TaskList)> = Vec::new();
    for (entry, now) in acts::all(&visit.app.desk, &visit.staff.signed, &sheet.case) {
        if groups.last().is_none_or(|(group, _)| *group != entry.group) {
            groups.push((entry.group, TaskList::new()));
        }
        if let Some((_, list)) = groups.last_mut() {
            *list = match now {
                Now::Possible => std::mem::take(list).task(sheet.href(entry.page), entry.label),
                Now::Not(why) => std::mem::take(list).not_yet(entry.label, why),
            };
        }
    }
    Page::ok(&ChoicesPage { frame: sheet.titled("What you can do with this complaint"), groups })
}
