//! C20, clearance: a second person reads a letter exactly as it would leave, and lets these very
//! bytes go or returns it with notes.

use askama::Template;
use axum::http::StatusCode;
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::permission;
use redress_domain::refusal::{Refusal, Why};
use redress_store::accounts;
use redress_store::drafts::{self, Draft, Standing};

use crate::desk::{Case, Declined, Signed, checking};
use crate::paper::Prepared;
use crate::web::answer::{Asked, Kept, Sheet, Visit, refusal_panel, ways};
use crate::web::answering::{refusal, response};
use crate::web::framed::day_and_time;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::check::{self, CheckPanel};
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{DRAFT_VERSION, Form};
use crate::web::part::frame::Frame;
use crate::web::part::letter;
use crate::web::part::list::SummaryList;
use crate::web::part::notice::{Notice, RefusalPanel};
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "answering/clearance.html")]
struct ClearancePage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    shown: Option<Shown>,
}

/// A waiting letter on the page.
struct Shown {
    by_and_when: String,
    panel: Option<CheckPanel>,
    reasons: Option<SummaryList>,
    paper: Option<letter::Sheet>,
    /// Why it cannot be cleared here, in sentences.
    not: Option<String>,
    answer: Option<Answer>,
}

/// What the form sends along, so that what is answered is what was read.
struct Answer {
    form: Form,
    of: String,
    version: i64,
    /// The bytes; none where it can only be returned.
    sha256: Option<String>,
}

/// A draft that waits, with the letter it makes now.
struct Waiting {
    draft: Draft,
    letter: Result<Letter, String>,
}

/// A letter as its author would send it now.
struct Letter {
    prepared: Prepared,
    sha256: String,
    asks: Vec<String>,
    /// What each ask is about, and the reason its author gave.
    reasons: Vec<(String, String)>,
    /// Whether the check still holds it.
    held: bool,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    match find(&visit, &sheet.case).await {
        Ok(waiting) => Page::ok(&draw(sheet, waiting.as_ref())),
        Err(declined) => Page::declined(declined),
    }
}

/// Clears the letter that was read, or returns it with notes.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    if posted.sent.get("does") == "return" {
        return give_back(&visit, case, &posted).await;
    }
    let waiting = match find(&visit, &case).await {
        Ok(waiting) => waiting,
        Err(declined) => return Page::declined(declined),
    };
    let read = posted.sent.get("sha256");
    let Some((waiting, letter)) = waiting.as_ref().and_then(|it| it.as_read(&posted)) else {
        // The very same form may have come twice, and the first has done it.
        let me = Some(StaffId(visit.staff.signed.staff.id.clone()));
        if waiting.is_none()
            && case.complaint.cleared.iter().any(|it| it.sha256 == read && it.by == me)
        {
            return Page::see_other(&format!("/complaints/{}?done=letter-cleared", case.reference));
        }
        return moved(&visit, case, &posted, waiting.as_ref()).await;
    };
    let command = Command::ClearLetter {
        letter: letter.prepared.letter.id.as_str().to_owned(),
        author: StaffId(waiting.draft.changed_by.clone()),
        sha256: letter.sha256.clone(),
        asks: letter.asks.clone(),
    };
    let asked = |_: &mut Reading<'_>, _: &Case| {
        let asked = Asked::of(vec![command.clone()], "letter-cleared");
        Some(asked.clears(waiting.draft.form.as_str()))
    };
    visit.act(posted, asked, |sheet| draw(sheet, Some(waiting))).await
}

/// The draft of the case that waits, as its author would send it now.
async fn find(visit: &Visit, case: &Case) -> Result<Option<Waiting>, Declined> {
    let (desk, scope) = (&visit.app.desk, &visit.staff.signed.scope);
    let all = drafts::of_case(&desk.db, scope, &case.id).await?;
    let Some(draft) = all.into_iter().find(|draft| draft.standing == Standing::Waiting) else {
        return Ok(None);
    };
    let staff = accounts::find_staff(&desk.db, scope, &draft.changed_by).await?;
    let letter = match staff.filter(|staff| staff.active) {
        Some(staff) => letter_of(visit, case, &Signed::staff(scope.clone(), staff), &draft),
        None => Err("Whoever wrote it has no account any more. Write it anew.".to_owned()),
    };
    Ok(Some(Waiting { draft, letter }))
}

/// The letter of a draft.
fn letter_of(visit: &Visit, case: &Case, author: &Signed, draft: &Draft) -> Result<Letter, String> {
    let sent = Sent::from_pairs(serde_json::from_str(&draft.words).unwrap_or_default());
    let mut form = Reading::of(&sent);
    let asked = match draft.form.as_str() {
        "response" => response::read(&mut form, visit.app.desk.today()),
        "refusal" => refusal::complaint::read(&mut form, case),
        "refusal/stage-2" => refusal::request::read(&mut form, case),
        _ => None,
    };
    let asked = asked.filter(|_| form.is_right()).ok_or("Its form is no longer complete.")?;
    let act = asked.act(&Posted { sent, files: Vec::new(), trouble: Vec::new() });
    let desk = &visit.app.desk;
    let decided = desk.decide_act(author, case, &act).map_err(|why| said(case, why))?;
    let letters = checking::drafts(case, &decided).map_err(|why| said(case, why))?;
    let prepared = letters
        .into_iter()
        .find(|it| checking::wants_second_person(case, it))
        .ok_or("The letter check asks nothing any more, so its author can send it as it is.")?;
    let paper = checking::printed(case, &prepared).map_err(|why| said(case, why))?;
    let asks = checking::asks(&prepared);
    let reason = |code: &str| {
        let given = act.passed.iter().find(|it| it.code == code);
        given.map_or(String::new(), |it| it.reason.text().to_owned())
    };
    let reasons = asks.iter().map(|code| {
        let what = check::what(code).unwrap_or("something else");
        (words::sentence(what), reason(code))
    });
    Ok(Letter {
        sha256: checking::digest(&paper),
        reasons: reasons.collect(),
        held: !checking::open(&prepared, &act.passed).is_empty(),
        asks,
        prepared,
    })
}

/// Why a letter cannot go as the case stands.
fn said(case: &Case, declined: Declined) -> String {
    match declined {
        Declined::Refused(refusal) => {
            let said = words::refusal(&refusal, &|who| case.surroundings.name_of(who));
            format!("It cannot go as the case stands now. {} {}", said.message, said.next)
        }
        _ => "It cannot go as the case stands now.".to_owned(),
    }
}

impl Waiting {
    /// The draft and its letter, where they are those that somebody read and the check lets go.
    fn as_read(&self, posted: &Posted) -> Option<(&Self, &Letter)> {
        let letter = self.letter.as_ref().ok().filter(|letter| !letter.held)?;
        let same = posted.sent.get("sha256") == letter.sha256
            && posted.sent.get(DRAFT_VERSION) == self.draft.version.to_string();
        same.then_some((self, letter))
    }
}

fn draw(sheet: Sheet, waiting: Option<&Waiting>) -> ClearancePage {
    let heading = match waiting.map(|it| &it.letter) {
        None => "Clearance: nothing waits for you".to_owned(),
        Some(Ok(letter)) => {
            let name = words::names::letter(letter.prepared.letter.id.as_str());
            format!("Clear a letter: {}", name.to_lowercase())
        }
        Some(Err(_)) => "Clear a letter: it cannot go as it is".to_owned(),
    };
    ClearancePage {
        frame: sheet.titled(&heading),
        heading,
        shown: waiting.map(|waiting| shown(&sheet, waiting)),
        sheet,
    }
}

fn shown(sheet: &Sheet, waiting: &Waiting) -> Shown {
    let draft = &waiting.draft;
    let author = sheet.case.surroundings.name_of(&StaffId(draft.changed_by.clone()));
    let letter = waiting.letter.as_ref().ok();
    let (own, barred) = (draft.changed_by == sheet.signed.staff.id, barred(sheet));
    let free = !own && barred.is_none();
    let not = if own {
        Some("You wrote this letter, so somebody else must clear it.".to_owned())
    } else if barred.is_some() {
        barred
    } else if letter.is_some_and(|letter| letter.held) {
        Some(
            "The letter check holds it: something has changed since it was handed over.".to_owned(),
        )
    } else {
        waiting.letter.as_ref().err().cloned()
    };
    let large = sheet.case.person.as_ref().is_some_and(|person| person.large_print);
    Shown {
        by_and_when: format!(
            "{author} wrote it and handed it over on {}.",
            day_and_time(draft.changed_at)
        ),
        panel: letter.map(|it| {
            let it = &it.prepared;
            CheckPanel::of(it.letter.id, &it.faults, |fault| ways::way(sheet, fault))
        }),
        reasons: letter.map(|it| {
            let rows = it.reasons.iter();
            rows.fold(SummaryList::new(), |list, (what, why)| list.row(what, Cell::name(why)))
        }),
        paper: letter.map(|it| letter::Sheet::prepared(&it.prepared).large(large)),
        not,
        answer: free.then(|| Answer {
            form: sheet.form("clearance"),
            of: draft.form.clone(),
            version: draft.version,
            sha256: letter.filter(|letter| !letter.held).map(|letter| letter.sha256.clone()),
        }),
    }
}

/// Why this person's role keeps them from clearing, in sentences.
fn barred(sheet: &Sheet) -> Option<String> {
    let why = permission::may(&sheet.actor, &any(), Some(&sheet.case.complaint)).err()?;
    let refusal = Refusal { clause: "permissions".to_owned(), why };
    let said = words::refusal(&refusal, &|who| sheet.case.surroundings.name_of(who));
    Some(format!("{} {}", said.message, said.next))
}

/// A clearance of no letter in particular.
fn any() -> Command {
    Command::ClearLetter {
        letter: String::new(),
        author: StaffId(String::new()),
        sha256: String::new(),
        asks: Vec::new(),
    }
}

/// Returns a letter with notes.
async fn give_back(visit: &Visit, case: Case, posted: &Posted) -> Page {
    if let Err(why) = permission::may(&visit.staff.signed.actor(), &any(), Some(&case.complaint)) {
        return Page::declined(Declined::from(Refusal { clause: "permissions".to_owned(), why }));
    }
    let mut form = Reading::of(&posted.sent);
    let Some(notes) = form.required("notes", "Enter what its author should change") else {
        let errors = form.errors();
        let notice = Notice::Wrong(errors.clone());
        return again(visit, case, posted, (StatusCode::UNPROCESSABLE_ENTITY, errors, notice))
            .await;
    };
    let version = posted.sent.get(DRAFT_VERSION).parse().unwrap_or(0);
    let of = (case.id.as_str(), posted.sent.get("form"), version);
    match returned(visit, of, &notes).await {
        Ok(Some(true)) => {
            Page::see_other(&format!("/complaints/{}/clearance?done=returned", case.reference))
        }
        Ok(Some(false)) => match find(visit, &case).await {
            Ok(waiting) => moved(visit, case, posted, waiting.as_ref()).await,
            Err(declined) => Page::declined(declined),
        },
        Ok(None) => {
            let refusal = Refusal { clause: String::new(), why: Why::OwnLetter };
            let notice = Notice::Refused(refusal_panel(&case, &refusal));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            again(visit, case, posted, (status, FormErrors::none(), notice)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// Keeps the notes: none where the letter is one's own, false where it is not the one that waits.
async fn returned(
    visit: &Visit,
    (complaint, form, version): (&str, &str, i64),
    notes: &str,
) -> Result<Option<bool>, Declined> {
    let signed = &visit.staff.signed;
    let mut tx = visit.app.desk.db.begin().await?;
    let draft = drafts::find(&mut tx, &signed.scope, complaint, form).await?;
    if draft.is_some_and(|draft| draft.changed_by == signed.staff.id) {
        return Ok(None);
    }
    let by = signed.staff.id.as_str();
    let of = (complaint, form, version);
    let done = drafts::give_back(&mut tx, &signed.scope, of, (notes, by)).await?;
    tx.commit().await?;
    Ok(Some(done))
}

/// The letter is not the one that was read.
async fn moved(visit: &Visit, case: Case, posted: &Posted, waiting: Option<&Waiting>) -> Page {
    let panel = if waiting.is_some() {
        RefusalPanel::new("This is not the letter you read: something has changed since.")
            .instead("Nothing was recorded. Read it again below.")
    } else {
        RefusalPanel::new("This letter waits no longer.").instead("Nothing was recorded.")
    };
    let notice = Notice::Refused(panel);
    again(visit, case, posted, (StatusCode::CONFLICT, FormErrors::none(), notice)).await
}

/// The page again, with the notes kept.
async fn again(
    visit: &Visit,
    case: Case,
    posted: &Posted,
    (status, errors, notice): (StatusCode, FormErrors, Notice),
) -> Page {
    let waiting = match find(visit, &case).await {
        Ok(waiting) => waiting,
        Err(declined) => return Page::declined(declined),
    };
    let kept = Kept {
        form: visit.page.clone(),
        sent: posted.sent.clone(),
        errors,
        seen: None,
        once: None,
    };
    match visit.sheet(case, Some(kept)).await {
        Ok(mut sheet) => {
            sheet.frame = sheet.frame.notice(notice);
            Page::with(status, &draw(sheet, waiting.as_ref()))
        }
        Err(page) => page,
    }
}
