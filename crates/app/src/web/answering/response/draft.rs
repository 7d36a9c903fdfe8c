//! The draft of a response: what somebody typed, the letter it makes, and what speaks against it.

use jiff::civil::Date;
use redress_domain::command::{Command, Respond};
use redress_domain::decide::decide;
use redress_domain::event::Happened;
use redress_domain::fold::apply;
use redress_domain::personal::Words;
use redress_domain::refusal::{Refusal, Why};
use redress_domain::response::issued;
use redress_domain::vocabulary::Channel;
use redress_letters::block::BlockId;
use redress_letters::check::Fault;

use crate::desk::act::Decided;
use crate::desk::surroundings::terms;
use crate::desk::{Declined, checking};
use crate::paper::Prepared;
use crate::web::answer::{Sheet, ways};
use crate::web::answering::would;
use crate::web::complaint::options::known;
use crate::web::part::notice::Link;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;

/// The order that the form comes to; `None` where words cannot be read.
pub fn respond(form: &mut Reading<'_>) -> Option<Respond> {
    let channel = form.words("channel");
    let apology = form.words("apology-words");
    let no_remedy = form.words("no-remedy-because");
    let lessons = form.words("lessons");
    let safeguards = form.words("safeguards");
    let ours = form.words("our-duties");
    let yours = form.words("your-duties");
    let answered_by = form.words("answered-by");
    let arrives = form.optional_day("deemed-received-on");
    let apology = apology?;
    Some(Respond {
        channel: channel?.and_then(|sent| known(&sent)).unwrap_or(Channel::Letter),
        apology: apology.is_some(),
        thanks: false,
        safeguards: safeguards?.map(Words::said),
        deemed_received_on: arrives?,
        apology_words: apology.map(Words::said),
        no_remedy_because: no_remedy?.map(Words::said),
        reply: None,
        lessons: lessons?.map(Words::said),
        our_duties: ours?.map(Words::said),
        your_duties: yours?.map(Words::said),
        answered_by: answered_by?.map(Words::said),
    })
}

/// The same for reading the letter while it is written: what cannot be read yet is left out.
pub fn worded(sent: &Sent, today: Date) -> (Respond, Date) {
    let mut form = Reading::of(sent);
    let on = form.near_day("sent", today, "").filter(|on| *on <= today).unwrap_or(today);
    (respond(&mut form).unwrap_or_default(), on)
}

/// The letter as it would be sent on a day, also while points are open: the check says so then.
///
/// # Errors
/// The calendar ends.
pub fn letters(sheet: &Sheet, respond: &Respond, on: Date) -> Result<Vec<Prepared>, Declined> {
    let case = &sheet.case;
    let complaint = &case.complaint;
    let rules = case.surroundings.rules(terms(&case.pack, complaint.floor)?, &sheet.actor, on);
    let events = issued(complaint.stage(), respond, &rules)?;
    let mut after = complaint.clone();
    for event in &events {
        apply(&mut after, &Happened { on, by: sheet.actor.id.clone(), event: event.clone() });
    }
    checking::drafts(case, &Decided { events, warnings: Vec::new(), after, on })
}

/// What the rules say against sending it on a day.
pub fn refusal(sheet: &Sheet, respond: &Respond, on: Date) -> Option<Refusal> {
    let case = &sheet.case;
    let terms = terms(&case.pack, case.complaint.floor).ok()?;
    let rules = case.surroundings.rules(terms, &sheet.actor, on);
    decide(Some(&case.complaint), &Command::Respond(respond.clone()), &rules).err()
}

/// The refusal in words, and where it is dealt with.
pub fn not_yet(sheet: &Sheet, refusal: &Refusal) -> (String, Option<Link>) {
    let way = match &refusal.why {
        Why::PointUnanswered { .. } => Some(("findings", "Go to the findings")),
        Why::NothingPutRight { .. } => Some(("remedies", "Go to the remedies")),
        Why::NoPoints => Some(("definition", "Go to the definition")),
        Why::NotEscalated => Some(("escalation", "Go to the request for stage 2")),
        Why::NotIndependent { .. } | Why::Conflicted { .. } => {
            Some(("assignment", "Give the case to somebody else"))
        }
        _ => None,
    };
    let way = way.map(|(page, words)| Link::new(sheet.href(page), words));
    (would::sentences(sheet, refusal), way)
}

/// Where something that the check found is put right: the very point or field.
pub fn way(sheet: &Sheet, fault: &Fault) -> Option<Link> {
    let here = |field: &str, words: &str| Some(Link::new(format!("#{field}"), words));
    match fault.block {
        Some(BlockId::Apology) => here("apology-words", "Go to the apology"),
        Some(BlockId::Lessons) => here("lessons", "Go to the lessons"),
        Some(BlockId::Safeguards) => here("safeguards", "Go to the safeguards"),
        Some(BlockId::LegalDuties) => here("our-duties", "Go to the legal duties"),
        _ => ways::way(sheet, fault),
    }
}
