//! What a full file would hold and this one does not: each gap with the page that fills it.

use redress_domain::event::Event;
use redress_domain::vocabulary::Stage;

use crate::web::answer::Sheet;
use crate::web::part::day;
use crate::web::part::notice::Link;
use crate::words;

/// The gaps, in the order in which a complaint is handled.
pub fn of(sheet: &Sheet) -> Vec<Link> {
    let complaint = &sheet.case.complaint;
    let mut gaps = Vec::new();
    let mut gap = |page: &str, says: String| gaps.push(Link::new(sheet.href(page), says));
    if complaint.points.is_empty() {
        gap("definition", "A definition of what the complaint is about".to_owned());
    }
    for stage in [Stage::One, Stage::Two] {
        let Some(record) = complaint.at(stage) else { continue };
        let n = stage.number();
        if record.officer.is_some()
            && !complaint.conflicts.iter().any(|it| Some(&it.who) == record.officer.as_ref())
        {
            gap(
                "conflicts",
                format!("Whether the officer at stage {n} has a conflict of interest"),
            );
        }
        if record.contacts.is_empty() {
            gap("contacts", format!("A note of speaking to the resident at stage {n}"));
        }
        if !record.needs_asked {
            gap("needs", format!("Whether they were asked at stage {n} what they need"));
        }
        for (id, found) in &record.findings {
            if found.given.weighed.is_none() {
                let point = words::sentence(&words::point(id));
                gap("findings", format!("{point}: which evidence was weighed at stage {n}"));
            }
        }
    }
    if complaint.evidence.is_empty() {
        gap("evidence", "Any evidence: repair history, messages, photos".to_owned());
    }
    let has_files = sheet
        .case
        .history
        .iter()
        .any(|told| matches!(told.happened.event, Event::FileAttached { .. }));
    if !complaint.evidence.is_empty() && !has_files {
        gap(
            "evidence",
            "The papers themselves: evidence is named and no file is attached".to_owned(),
        );
    }
    for action in complaint.open_actions().filter(|action| action.due < sheet.today) {
        let due = day::short(action.due);
        gap("actions", format!("Proof that what was promised by {due} was done"));
    }
    gaps
}
