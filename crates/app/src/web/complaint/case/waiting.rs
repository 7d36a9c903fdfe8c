//! Waiting for: who owes an answer, since when. None of it moves the resident's date.

use redress_domain::complaint::State;
use redress_domain::event::Event;
use redress_domain::vocabulary::Authority;

use crate::desk::rows::shortened;
use crate::web::answer::Sheet;
use crate::web::complaint::told::shown;
use crate::web::part::day;

/// One line for each thing somebody else still owes.
pub fn lines(sheet: &Sheet) -> Vec<String> {
    let complaint = &sheet.case.complaint;
    let mut lines = Vec::new();
    for waiting in &complaint.waiting {
        let name = crate::words::names::letter(&waiting.queued.letter).to_lowercase();
        let dated = day::short(waiting.queued.dated);
        lines
            .push(format!("Letter queued: {name}, dated {dated}. The clock runs until it leaves."));
    }
    for letter in complaint.letters.iter().filter(|it| complaint.waiting(it.number).is_none()) {
        let Some(failed) = &letter.failed else { continue };
        let name = crate::words::names::letter(&letter.letter).to_lowercase();
        let runs = if failed.stands { "" } else { " The clock runs again." };
        let on = day::short(failed.on);
        lines.push(format!("A way to reach them: the {name} came back on {on}.{runs}"));
    }
    if let Some((_, Authority::Pending)) = &complaint.representative {
        lines.push("Proof of authority from whoever acts for them. The clock runs.".to_owned());
    }
    if !matches!(complaint.state(), State::Received | State::Investigating) {
        return lines;
    }
    for moved in &complaint.to_tell {
        let words = crate::words::clocks::settled(moved);
        lines.push(format!("The resident, who is yet to be told: {words}"));
    }
    for asked in complaint.information.iter().filter(|it| it.answered_on.is_none()) {
        let on = day::short(asked.on);
        let by = asked.due.map(|due| format!(" by {}", day::short(due))).unwrap_or_default();
        let (from, what) = (shown(&asked.from), shortened(&shown(&asked.what), 80));
        lines.push(format!("{from}, asked on {on}{by}: {what}"));
    }
    for told in &sheet.case.history {
        if let Event::CommentInvited { who, .. } = &told.happened.event {
            let on = day::short(told.happened.on);
            lines.push(format!("Comments of {}, invited on {on}", shown(who)));
        }
    }
    let stage = complaint.current();
    if let (Some((on, _)), None) = (stage.clarifications.last(), stage.confirmed_on) {
        let on = day::short(*on);
        lines.push(format!("The resident's answer to our question of {on}. The clock runs."));
    }
    lines
}
