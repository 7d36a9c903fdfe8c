//! What was promised in this case: how it stands, and when it was done. Works after closing too.

use askama::Template;
use redress_domain::clock::What;
use redress_domain::command::{Command, DisputeAction};
use redress_domain::complaint::Action;
use redress_domain::ids::ActionId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Shortfall;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::tags;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
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
    /// Where the person may say that it was not kept: nearly always, also once it is done.
    dispute: Option<Dispute>,
    disputing: bool,
    /// Whether the person says that it was not kept, and nobody has done it since.
    disputed: Option<String>,
}

/// The questions about what the person says.
struct Dispute {
    form: Form,
    how: Choices,
    text: Area,
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

/// Takes down that the person says it was not kept.
pub async fn dispute(visit: Visit, posted: Posted) -> Page {
    let id = ActionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read_dispute(form, &id), draw).await
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
    let disputing = format!("{update}/dispute");
    let says = DisputeAction { id: action.id.clone(), how: Some(Shortfall::NotDone), text: None };
    let may_say = sheet.barred_from(&Command::DisputeAction(says)).is_none();
    let may = action.done_on.is_none() && sheet.barred_from(&done).is_none();
    Card {
        number: place + 1,
        what: said::quote(action.what.text(), "What was promised"),
        tag,
        facts: facts(action),
        forms: may.then(|| forms(id, sheet.form(&update), sheet.form(&completion))),
        dispute: may_say.then(|| dispute_form(id, sheet.form(&disputing))),
        disputing: kept == Some(&disputing),
        disputed: disputed(action),
        updating: kept == Some(&update),
        completing: kept == Some(&completion),
        id: id.clone(),
    }
}

/// What the person says of a promise that is open again because of it.
fn disputed(action: &Action) -> Option<String> {
    let last = action.disputes.last().filter(|_| action.done_on.is_none())?;
    let (how, on) = (words::names::shortfall(last.how), day::short(last.on));
    Some(format!(
        "The person said on {on} that this was {how}. Put it right, or say how it stands."
    ))
}

fn dispute_form(id: &str, form: Form) -> Dispute {
    Dispute {
        how: form
            .radios(&format!("{id}-how"), "What do they say?")
            .option("not-done", "It was not done")
            .option("done-badly", "It was done, but not properly"),
        text: form.area(&format!("{id}-said"), "Their words").rows(2),
        form,
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
    for said in &action.disputes {
        let how = words::sentence(words::names::shortfall(said.how));
        let theirs = said.text.as_ref().map(|text| Cell::name(text.text()));
        let before = said
            .said_done_on
            .map(|on| Cell::text(format!("We had recorded it as done on {}.", day::short(on))));
        let says = std::iter::once(Cell::text(format!("{how}, says the person.")));
        let all: Vec<Cell> = says.chain(theirs).chain(before).collect();
        facts = facts.row(day::short(said.on), Cell::stack(all));
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

fn read_dispute(form: &mut Reading<'_>, id: &ActionId) -> Option<Asked> {
    let how = form.choice(&format!("{id}-how"), "Choose what they say", |sent| match sent {
        "not-done" => Some(Shortfall::NotDone),
        "done-badly" => Some(Shortfall::DoneBadly),
        _ => None,
    });
    let text = form.words(&format!("{id}-said"));
    let said = DisputeAction { id: id.clone(), how: Some(how?), text: text?.map(Words::said) };
    Some(Asked::of(vec![Command::DisputeAction(said)], "action").then("actions"))
}
