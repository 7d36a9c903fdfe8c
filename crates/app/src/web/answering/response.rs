//! C19, the response: assembled from the findings, read while it is written, sent when nothing
//! stops it.

use askama::Template;
use redress_domain::clock::What;
use redress_domain::command::Command;
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Kind, Stage};
use redress_letters::check::Fault;

use crate::desk::{Case, checking};
use crate::paper::Prepared;
use crate::web::answer::{Asked, Kept, LOOK, Sheet, Visit};
use crate::web::answering::enquiry;
use crate::web::complaint::options::{WAYS_OUT, listed};
use crate::web::page::Page;
use crate::web::part::check::{self, CheckPanel};
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::letter;
use crate::web::part::list::SummaryList;
use crate::web::part::notice::Link;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

pub mod draft;
mod made_of;
pub mod preview;

#[derive(Template)]
#[template(path = "answering/response.html")]
struct ResponsePage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    form: Form,
    made_of: SummaryList,
    panel: Option<CheckPanel>,
    paper: Option<letter::Sheet>,
    reasons: Vec<Area>,
    /// Whether they are not for the author alone to give.
    second: bool,
    /// What the rules say against sending it now, and where that is dealt with.
    not_yet: Option<(String, Option<Link>)>,
    ways: Vec<(String, String)>,
    barred: Option<String>,
    from_receipt: bool,
    duties_open: bool,
}

/// What the page shows once the stage is answered.
#[derive(Template)]
#[template(path = "answering/answered.html")]
struct AnsweredPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    letter: Option<Link>,
    window: Option<String>,
    rethink: Option<Form>,
}

/// The page, or what became of the response.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    if sheet.case.complaint.kind == Kind::Enquiry {
        return Page::ok(&enquiry::draw(sheet));
    }
    if sheet.case.complaint.current().responded.is_some() {
        return Page::ok(&draw_answered(sheet));
    }
    Page::ok(&draw(sheet))
}

/// Sends the response, or reads it again with exactly these words.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    if posted.sent.get(LOOK) == "letter" {
        return read_again(&visit, posted).await;
    }
    let today = visit.app.desk.today();
    visit.act(posted, |form, _: &Case| read(form, today), draw).await
}

/// A rethink after the letter: it uses up none of the resident's time.
pub async fn rethink(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let text = form.required("text", "Enter what you have thought again")?;
        let open = form.is_ticked("open");
        let command = Command::Reconsider { text: Words::said(text), open };
        Some(Asked::of(vec![command], "reconsidered").then("response"))
    };
    visit.act(posted, read, draw_answered).await
}

/// The page with the words kept and the check made for them. Nothing is recorded.
async fn read_again(visit: &Visit, posted: Posted) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let kept = Kept {
        form: visit.page.clone(),
        sent: posted.sent.clone(),
        errors: FormErrors::none(),
        seen: Some(posted.seen()),
        once: Some(posted.once()),
    };
    match visit.sheet(case, Some(kept)).await {
        Ok(sheet) => Page::ok(&draw(sheet)),
        Err(page) => page,
    }
}

fn draw(sheet: Sheet) -> ResponsePage {
    let sent = sheet.sent("response");
    let (respond, on) = draft::worded(&sent, sheet.today);
    let prepared: Option<Prepared> =
        draft::letters(&sheet, &respond, on).ok().and_then(|all| all.into_iter().next());
    let barred = sheet.barred_from(&Command::Respond(respond.clone()));
    let refusal = draft::refusal(&sheet, &respond, on).filter(|_| barred.is_none());
    let faults: Vec<Fault> = prepared.as_ref().map(|it| it.faults.clone()).unwrap_or_default();
    let large = sheet.case.person.as_ref().is_some_and(|person| person.large_print);
    let form = sheet.form("response");
    ResponsePage {
        frame: sheet.titled(&format!("Stage {} response", sheet.case.complaint.stage().number())),
        heading: heading(&sheet, prepared.as_ref()),
        made_of: made_of::list(&sheet),
        panel: prepared
            .as_ref()
            .map(|it| CheckPanel::of(it.letter.id, &it.faults, |fault| draft::way(&sheet, fault))),
        paper: prepared.as_ref().map(|it| letter::Sheet::prepared(it).large(large)),
        reasons: check::reasons(&form, &faults),
        second: prepared.as_ref().is_some_and(|it| checking::wants_second_person(&sheet.case, it)),
        not_yet: refusal.map(|refusal| draft::not_yet(&sheet, &refusal)),
        ways: listed(WAYS_OUT, words::names::channel),
        barred,
        from_receipt: sheet.case.pack.escalation.window.as_ref().is_some_and(|it| it.from_receipt),
        duties_open: sent.all("our-duties").chain(sent.all("your-duties")).any(|it| !it.is_empty()),
        form,
        sheet,
    }
}

/// "Stage 1 response: due Mon 28 Apr 2025. Letter check: 2 things to put right".
fn heading(sheet: &Sheet, prepared: Option<&Prepared>) -> String {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage();
    let clock = sheet
        .case
        .clocks
        .iter()
        .find(|clock| clock.what == What::Response && clock.stage == Some(stage));
    let due = clock.map(|clock| format!(": due {}", day::short(clock.due))).unwrap_or_default();
    let open: Vec<PointId> = complaint
        .points_at(stage)
        .iter()
        .map(|point| point.id.clone())
        .filter(|id| !complaint.current().findings.contains_key(id))
        .collect();
    let check = match (open.as_slice(), prepared) {
        ([], Some(prepared)) => format!(". Letter check: {}", check::headline(&prepared.faults)),
        ([], None) => String::new(),
        ([one], _) => format!(". {} has no finding", words::sentence(&words::point(one))),
        (open, _) => format!(". {} points have no finding", open.len()),
    };
    format!("Stage {} response{due}{check}", stage.number())
}

fn draw_answered(sheet: Sheet) -> AnsweredPage {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage();
    let answered = complaint.current().responded.as_ref();
    let on = answered.map_or(sheet.today, |answered| answered.on);
    let letter = complaint.letters.iter().rfind(|it| it.letter.starts_with("response"));
    let window = match (stage, complaint.escalate_by()) {
        (Stage::One, Some(last)) => {
            Some(format!("The resident can ask for stage 2 until {}.", day::long(last)))
        }
        (Stage::One, None) => Some("The resident can ask for stage 2 at any time.".to_owned()),
        (Stage::Two, _) => Some(
            "There is no further stage. The resident can go to the Housing Ombudsman.".to_owned(),
        ),
    };
    let think = Command::Reconsider { text: Words::said("again"), open: false };
    let may = stage == Stage::One && sheet.barred_from(&think).is_none();
    let heading = format!("Stage {} was answered on {}", stage.number(), day::short(on));
    AnsweredPage {
        frame: sheet.titled(&heading),
        heading,
        letter: letter.map(|it| {
            let href = sheet.href(&format!("letters/{}", it.number));
            Link::new(href, format!("Read the {}", words::letters::name(&it.letter)))
        }),
        window,
        rethink: may.then(|| sheet.form("response/rethink")),
        sheet,
    }
}

/// Reads the response.
pub fn read(form: &mut Reading<'_>, today: jiff::civil::Date) -> Option<Asked> {
    form.choice("channel", "Choose how the response goes", |sent| (!sent.is_empty()).then_some(()));
    let on = form.near_day("sent", today, "Enter the day it left");
    if on.is_some_and(|on| today < on) {
        form.wrong("sent-day", format!("Enter a day up to today, {}", day::short(today)));
    }
    let respond = draft::respond(form)?;
    Some(Asked::of(vec![Command::Respond(respond)], "responded").on(on?).then("response"))
}
