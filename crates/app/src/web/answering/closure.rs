//! C26, closing: what still binds, the reasons that are true, what was learned, and life after.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::complaint::State;
use redress_domain::escalation::last_day;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::refusal::{Refusal, Why};
use redress_domain::vocabulary::{ClosingReason, Stage};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::remedies::pounds;
use crate::web::answering::would;
use crate::web::complaint::options::{self, known};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::TaskList;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::posted::Posted;
use crate::words;

pub mod after;

/// The page of the closing.
#[derive(Template)]
#[template(path = "answering/closure.html")]
pub struct ClosurePage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    binds: Option<TaskList>,
    close: Option<Questions>,
    not_now: Option<String>,
    after: after::Forms,
    lesson_is_wanted: bool,
    contact_first: bool,
}

/// The questions about closing.
struct Questions {
    form: Form,
    reason: Choices,
    failing: Table,
    any_failing: bool,
}

const REASONS: &[ClosingReason] = &[
    ClosingReason::Agreed,
    ClosingReason::WindowPassed,
    ClosingReason::FinalResponse,
    ClosingReason::Withdrawn,
    ClosingReason::Behaviour,
    ClosingReason::Other,
];

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Closes the case, with its lesson where none is recorded yet.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

/// The page over a case.
pub fn draw(sheet: Sheet) -> ClosurePage {
    let complaint = &sheet.case.complaint;
    let closed = complaint.closed.is_some();
    let questions = (!closed).then(|| questions(&sheet));
    let (close, not_now) = match questions {
        Some(Ok(questions)) => (Some(questions), None),
        Some(Err(why)) => (None, Some(why)),
        None => (None, None),
    };
    let (binds, first) = binds(&sheet);
    let heading = match (complaint.state(), close.is_some(), first) {
        (State::Closed, _, _) => match complaint.closed {
            Some((on, _)) => format!("Closed on {}", day::short(on)),
            None => "Closed".to_owned(),
        },
        (_, true, 0) => "Ready to close".to_owned(),
        (_, true, 1) => "Close: 1 thing first".to_owned(),
        (_, true, first) => format!("Close: {first} things first"),
        (_, false, _) => "Closing: not yet".to_owned(),
    };
    ClosurePage {
        frame: sheet.titled(&heading),
        heading,
        binds,
        close,
        not_now,
        after: after::of(&sheet),
        lesson_is_wanted: complaint.lessons == 0,
        contact_first: sheet.case.pack.closing.contact_first,
        sheet,
    }
}

/// What outlives the closing or comes before it, and how much of it stands in the way.
fn binds(sheet: &Sheet) -> (Option<TaskList>, usize) {
    let complaint = &sheet.case.complaint;
    let (mut list, mut any, mut first) = (TaskList::new(), false, 0);
    let block = sheet.case.pack.closing.open_actions_block;
    for action in complaint.open_actions() {
        let href = sheet.href(&format!("actions#action-{}", action.id.0));
        let hint = if block {
            first += 1;
            format!(
                "Due {}. This policy keeps the case open until it is done.",
                day::short(action.due)
            )
        } else {
            format!("Due {}. It outlives the closing and is tracked on.", day::short(action.due))
        };
        let name = format!("{}: open", words::sentence(&words::action(&action.id)));
        list = list.task(href, name).hint(hint).state(open_tag(sheet, action.due));
        any = true;
    }
    for offer in
        complaint.offers.iter().filter(|it| it.paid_on.is_none() && it.accepted != Some(false))
    {
        let href = sheet.href(&format!("offers#offer-{}", offer.id.0));
        let words =
            if offer.accepted == Some(true) { "accepted, not paid" } else { "no answer yet" };
        list = list.task(href, format!("Offer of {}: {words}", pounds(offer.amount)));
        any = true;
    }
    if complaint.awaits_escalation_decision() {
        first += 1;
        list = list
            .task(sheet.href("escalation"), "The request for stage 2 waits for an answer")
            .state(Tag::new(Mark::Late, "First"));
        any = true;
    }
    if let Some(last) = last_day(complaint).filter(|last| sheet.today <= *last)
        && complaint.stage() == Stage::One
    {
        list = list
            .task(sheet.href("escalation"), "The resident can still ask for stage 2")
            .hint(format!("Until {}. Closing does not shorten it.", day::short(last)));
        any = true;
    }
    if complaint.lessons == 0 && complaint.closed.is_none() {
        first += 1;
        list = list
            .task("#cause", "No lesson is recorded")
            .hint("“None” with the reason is an answer too.")
            .state(Tag::plain("To do"));
        any = true;
    }
    (any.then_some(list), first)
}

fn open_tag(sheet: &Sheet, due: jiff::civil::Date) -> Tag {
    if due < sheet.today { Tag::new(Mark::Late, "Late") } else { Tag::new(Mark::Running, "Open") }
}

/// The reasons that are true of the case, and the others with what speaks against them.
fn questions(sheet: &Sheet) -> Result<Questions, String> {
    let form = sheet.form("closure");
    let mut reason = form.radios("reason", "Why is it closed?");
    let mut failing = Table::new("Reasons that are not true now").columns(["Reason", "Why not"]);
    let (mut any, mut any_failing, mut last) = (false, false, String::new());
    for candidate in REASONS {
        let close = Command::Close {
            reason: Some(*candidate),
            contacted_on: Some(sheet.today),
            agreed_on: Some(sheet.today),
            approved_by: None,
            equality: None,
        };
        let name = words::sentence(words::names::closing_reason(*candidate));
        let behaviour = *candidate == ClosingReason::Behaviour;
        match would::refuse(sheet, &close) {
            // Only what the form itself asks for is still wanting.
            Some(Refusal { why: Why::Missing { .. }, .. }) if behaviour => {
                let others = options::people(&sheet.case);
                let approver = form.select("approved-by", "Who approved it?");
                reason = reason
                    .option(words::id(candidate), name)
                    .also(approver.option("", "Choose").options(&others))
                    .also(form.area("equality", "What does the Equality Act mean here?").rows(3));
                any = true;
            }
            None => {
                reason = reason.option(words::id(candidate), name);
                if *candidate == ClosingReason::Agreed {
                    reason = reason.also(form.day("agreed-on", "Day they agreed"));
                }
                any = true;
            }
            Some(refusal) => {
                last = would::sentences(sheet, &refusal);
                let whole = matches!(
                    refusal.why,
                    Why::NotAllowed { .. } | Why::NotEscalated | Why::OpenActions { .. }
                );
                if whole {
                    return Err(last);
                }
                failing = failing.row([Cell::text(name), Cell::text(&last)]);
                any_failing = true;
            }
        }
    }
    if any { Ok(Questions { form, reason, failing, any_failing }) } else { Err(last) }
}

fn read(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let reason = form.choice("reason", "Choose why it is closed", known::<ClosingReason>);
    let contacted_on = form.optional_day("contacted-on");
    let agreed_on = if reason == Some(ClosingReason::Agreed) {
        form.day("agreed-on", "Enter the day they agreed").map(Some)
    } else {
        Some(None)
    };
    if case.pack.closing.contact_first
        && contacted_on == Some(None)
        && reason.is_some_and(|it| it != ClosingReason::Withdrawn)
    {
        form.wrong("contacted-on", "Enter the day we asked the resident about closing");
    }
    let behaviour = reason == Some(ClosingReason::Behaviour);
    let (approved_by, equality) = if behaviour {
        let who = form.required("approved-by", "Choose who approved it");
        let equality = form.required("equality", "Enter what the Equality Act means here");
        (Some(StaffId(who?)), Some(Words::said(equality?)))
    } else {
        (None, None)
    };
    let mut commands = Vec::new();
    if case.complaint.lessons == 0 {
        commands.push(lesson(form)?);
    }
    commands.push(Command::Close {
        reason: Some(reason?),
        contacted_on: contacted_on?,
        agreed_on: agreed_on?,
        approved_by,
        equality,
    });
    Some(Asked::of(commands, "closed").then("closure"))
}

/// Reads a lesson, as the closing and the form of its own ask for it.
pub fn lesson(form: &mut Reading<'_>) -> Option<Command> {
    let cause = form.required("cause", "Enter what the cause was");
    let lesson = form.required("lesson", "Enter what we learned, or “none” and why");
    let change = form.words("change");
    let owner = form.words("lesson-owner");
    let due = form.optional_day("lesson-due");
    Some(Command::RecordLesson {
        cause: Words::said(cause?),
        lesson: Words::said(lesson?),
        change: change?.map(Words::said),
        owner: owner?.map(Words::said),
        due: due?,
    })
}

impl ClosurePage {
    fn contact_hint(&self) -> &'static str {
        if self.contact_first {
            "This policy has us ask first. For example 28/4/2025"
        } else {
            "Where we did. For example 28/4/2025"
        }
    }
}
