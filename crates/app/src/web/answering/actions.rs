//! What was promised in this case: how it stands, and when it was done. Works after closing too.

use askama::Template;
use redress_domain::clock::What;
use redress_domain::command::Command;
use redress_domain::complaint::Action;
use redress_domain::ids::ActionId;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::tags;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::field::{Area, Input, Upload};
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::part::tag::Tag;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "answering/actions.html")]
struct ActionsPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    actions: Vec<Card>,
}

/// One promise.
struct Card {
    id: String,
    number: usize,
    what: Quote,
    tag: Tag,
    facts: SummaryList,
    /// The forms, where it is open and this person may.
    forms: Option<Forms>,
    updating: bool,
    completing: bool,
}

/// The questions about one promise.
struct Forms {
    update: Form,
    text: Area,
    due: Input,
    completion: Form,
    proof: Area,
    files: Upload,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Says how a promise stands.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let id = ActionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read(form, &id), draw).await
}

/// Marks a promise done.
pub async fn complete(visit: Visit, posted: Posted) -> Page {
    let id = ActionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read_completion(form, &id), draw).await
}

fn draw(sheet: Sheet) -> ActionsPage {
    let actions = &sheet.case.complaint.actions;
    let open = sheet.case.complaint.open_actions().count();
    let heading = match (actions.len(), open) {
        (0, _) => "Promises: none yet".to_owned(),
        (_, 0) => "Promises: all done".to_owned(),
        (all, open) => format!("Promises: {open} of {all} open"),
    };
    ActionsPage {
        frame: sheet.titled(&heading),
        heading,
        actions: actions.iter().enumerate().map(|it| card(&sheet, it)).collect(),
        sheet,
    }
}

fn card(sheet: &Sheet, (place, action): (usize, &Action)) -> Card {
    let id = &action.id.0;
    let clock = sheet
        .case
        .clocks
        .iter()
        .find(|clock| clock.what == What::Action && clock.of.as_deref() == Some(id));
    let tag = match (clock, action.done_on) {
        (Some(clock), _) => tags::tag_of(clock, sheet.today, &sheet.case.surroundings.calendar),
        (None, Some(on)) => Tag::met(on),
        (None, None) => Tag::plain("Open"),
    };
    let update = format!("actions/{id}");
    let completion = format!("{update}/completion");
    let kept = sheet.kept.as_ref().map(|kept| kept.form.as_str());
    let done = Command::CompleteAction { id: action.id.clone(), proof: None };
    let may = action.done_on.is_none() && sheet.barred_from(&done).is_none();
    Card {
        number: place + 1,
        what: said::quote(action.what.text(), "What was promised"),
        tag,
        facts: facts(action),
        forms: may.then(|| forms(id, sheet.form(&update), sheet.form(&completion))),
        updating: kept == Some(&update),
        completing: kept == Some(&completion),
        id: id.clone(),
    }
}

fn forms(id: &str, update: Form, completion: Form) -> Forms {
    let name = |field: &str| format!("{id}-{field}");
    Forms {
        text: update
            .area(&name("text"), "How does it stand?")
            .hint("Where the day changes, say why")
            .rows(2),
        due: update
            .day(&name("due"), "New day, if it changes")
            .hint("The first day stays on record. For example 28/4/2025"),
        proof: completion
            .area(&name("proof"), "What shows that it is done?")
            .hint("For example: photos of the new ceiling, seen by the resident on 3 June")
            .rows(2),
        files: completion
            .files(&name("files"), "Pictures or papers")
            .hint("25 MB each at most")
            .many(),
        update,
        completion,
    }
}

fn facts(action: &Action) -> SummaryList {
    let stage = words::clocks::stage(action.stage);
    let mut facts = SummaryList::new()
        .row("Who sees to it", Cell::name(action.owner.text()))
        .row("By", Cell::day(action.due));
    if action.first_due != action.due {
        facts = facts.row("First promised for", Cell::day(action.first_due));
    }
    facts = facts.row("Promised", Cell::text(format!("{}, {stage}", day::short(action.raised_on))));
    for (on, note) in &action.notes {
        facts = facts.row(day::short(*on), Cell::name(note.text()));
    }
    match action.done_on {
        Some(on) => facts.row("Done", Cell::day(on)),
        None => facts,
    }
}

fn read(form: &mut Reading<'_>, id: &ActionId) -> Option<Asked> {
    let text = form.required(&format!("{id}-text"), "Enter how it stands");
    let due = form.optional_day(&format!("{id}-due"));
    let command = Command::UpdateAction { id: id.clone(), text: Words::said(text?), due: due? };
    Some(Asked::of(vec![command], "action").then("actions"))
}

fn read_completion(form: &mut Reading<'_>, id: &ActionId) -> Option<Asked> {
    let proof = form.required(&format!("{id}-proof"), "Enter what shows that it is done");
    let proof = Some(Words::said(proof?));
    let command = Command::CompleteAction { id: id.clone(), proof };
    Some(Asked::of(vec![command], "action").then("actions"))
}
