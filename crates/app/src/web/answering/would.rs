//! Whether the rules would take a command now: what decides if a page offers its form, and which of
//! several choices are true of the case.

use redress_domain::command::Command;
use redress_domain::decide::decide;
use redress_domain::event::Happened;
use redress_domain::fold::apply;
use redress_domain::refusal::Refusal;

use crate::desk::act::Decided;
use crate::desk::checking;
use crate::desk::surroundings::terms;
use crate::paper::Prepared;
use crate::web::answer::Sheet;
use crate::words;

/// The refusal that a command would meet today, if any.
pub fn refuse(sheet: &Sheet, command: &Command) -> Option<Refusal> {
    let case = &sheet.case;
    let terms = terms(&case.pack, case.complaint.floor).ok()?;
    let rules = case.surroundings.rules(terms, &sheet.actor, sheet.today);
    decide(Some(&case.complaint), command, &rules).err()
}

/// The letters that a command would send today, with what was found in them; none where the rules
/// refuse it.
pub fn letters(sheet: &Sheet, command: &Command) -> Option<Vec<Prepared>> {
    let case = &sheet.case;
    let on = sheet.today;
    let terms = terms(&case.pack, case.complaint.floor).ok()?;
    let rules = case.surroundings.rules(terms, &sheet.actor, on);
    let events = decide(Some(&case.complaint), command, &rules).ok()?;
    let mut after = case.complaint.clone();
    for event in &events {
        apply(&mut after, &Happened { on, by: sheet.actor.id.clone(), event: event.clone() });
    }
    checking::drafts(case, &Decided { events, warnings: Vec::new(), after, on }).ok()
}

/// The same as sentences: what cannot be done, and what to do instead.
pub fn why_not(sheet: &Sheet, command: &Command) -> Option<String> {
    refuse(sheet, command).map(|refusal| sentences(sheet, &refusal))
}

/// A refusal as the page says it where it offers no form.
pub fn sentences(sheet: &Sheet, refusal: &Refusal) -> String {
    let said = words::refusal(refusal, &|who| sheet.case.surroundings.name_of(who));
    format!("{} {}", said.message, said.next)
}
