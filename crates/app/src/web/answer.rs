//! The one way from a form about a case to its answer: the same page with what is wrong and the
//! person's words kept, or on to what comes next.

use askama::Template;
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::event::AskPassed;
use redress_domain::personal::Words;
use redress_domain::refusal::{Refusal, Why};
use redress_letters::check::{Fault, Level};
use redress_letters::render::pdf::Print;
use redress_store::drafts::Standing;

use crate::desk::{Act, Case, Declined, Done, checking};
use crate::web::framed;
use crate::web::page::Page;
use crate::web::part::check;
use crate::web::part::errors::FormErrors;
use crate::web::part::notice::{Notice, RefusalPanel, StalePanel};
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::words;

pub mod done;
pub mod drafts;
pub mod preview;
pub mod sections;
pub mod sheet;
pub mod unfold;
pub mod visit;
pub mod ways;

pub use preview::{Drafts, Preview};
pub use sheet::{Kept, Sheet};
pub use visit::Visit;

/// The field by which a form asks to see the letter before anything is recorded.
pub const LOOK: &str = "look";

/// Where somebody goes on whose own act took the case out of their sight.
const OUT_OF_SIGHT: &str = "/work?done=out-of-sight";

/// Forms that show the letters they would send in a place of their own. Any other form shows them
/// above itself, once a check has held one.
const HAS_ITS_PLACE: &[&str] = &[
    "acknowledgement",
    "closure",
    "contacts/update",
    "definition",
    "definition/clarification",
    "definition/confirmation",
    "escalation/acceptance",
    "extension",
    "points/addition",
    "points/split",
    "received-date",
    "refusal",
    "response",
    "withdrawal",
];

/// Pages whose forms unfold, each with a place for its letters.
const UNFOLD: &[&str] = &["ombudsman", "request", "restrictions"];

fn has_its_place(form: &str) -> bool {
    let page = form.split('/').next().unwrap_or_default();
    HAS_ITS_PLACE.contains(&form) || UNFOLD.contains(&page)
}

/// What a form asks of the desk, and where a person goes when it is done.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    commands: Vec<Command>,
    on: Option<Date>,
    done: &'static str,
    then: String,
    draft: Option<String>,
}

impl Asked {
    /// These commands in order; `done` is the code of what the next page says.
    pub fn of(commands: Vec<Command>, done: &'static str) -> Self {
        Self { commands, done, ..Self::default() }
    }

    /// The day it happened, where that is not today.
    pub fn on(self, on: Date) -> Self {
        Self { on: Some(on), ..self }
    }

    /// The page of the case that follows; the case itself where nothing is said.
    pub fn then(self, page: impl Into<String>) -> Self {
        Self { then: page.into(), ..self }
    }

    /// The form whose draft it clears.
    pub fn clears(self, form: impl Into<String>) -> Self {
        Self { draft: Some(form.into()), ..self }
    }

    /// What the desk is asked to do with what was posted.
    pub fn act(&self, posted: &Posted) -> Act {
        Act {
            token: posted.once(),
            seen: posted.seen(),
            on: self.on,
            commands: self.commands.clone(),
            attachments: posted.files.iter().map(|file| file.attachment.clone()).collect(),
            passed: passed(&posted.sent),
            draft: self.draft.clone(),
            ..Act::default()
        }
    }
}

/// Reasons a person gave for letting a letter go although a check asked.
fn passed(sent: &Sent) -> Vec<AskPassed> {
    let asked = sent.pairs().iter();
    asked
        .filter_map(|(name, reason)| Some((name.strip_prefix("pass-")?, reason.trim())))
        .filter(|(_, reason)| !reason.is_empty())
        .map(|(code, reason)| AskPassed { code: code.to_owned(), reason: Words::said(reason) })
        .collect()
}

impl Visit {
    /// A page about the case, first shown.
    pub async fn page<T: Template>(&self, draw: impl Fn(Sheet) -> T) -> Page {
        match self.open().await {
            Ok(sheet) => Page::ok(&draw(sheet)),
            Err(page) => page,
        }
    }

    /// Reads a posted form, asks the desk, and answers.
    pub async fn act<T: Template>(
        &self,
        posted: Posted,
        read: impl Fn(&mut Reading<'_>, &Case) -> Option<Asked>,
        draw: impl Fn(Sheet) -> T,
    ) -> Page {
        let case = match self.app.desk.case_to_see(&self.staff.signed, &self.re).await {
            Ok(case) => case,
            Err(Declined::Missing) => return self.out_of_sight(&posted, read).await,
            Err(declined) => return Page::declined(declined),
        };
        if posted.sent.get(LOOK) == drafts::SAVE && drafts::is_kept(&self.page) {
            return self.save(case, &posted, Standing::Written, draw).await;
        }
        let mut form = Reading::of(&posted.sent);
        for (field, words) in &posted.trouble {
            form.wrong(field, words.to_string());
        }
        let version = (&*posted.once(), posted.seen());
        let shown = match self.app.desk.as_shown(&self.staff.signed, &case, version).await {
            Ok(shown) => shown,
            Err(declined) => return Page::declined(declined),
        };
        let asked = read(&mut form, shown.as_ref().unwrap_or(&case));
        let right = form.is_right();
        let asked = match asked {
            Some(asked) if right => asked,
            _ => return self.again(case, &posted, Answer::wrong(form.errors()), draw).await,
        };
        let mut act = asked.act(&posted);
        if drafts::is_kept(&self.page) {
            act.draft = Some(self.page.clone());
        }
        if posted.sent.get(LOOK) == drafts::HAND_OVER && drafts::is_kept(&self.page) {
            return match self.to_hand_over(&case, &act) {
                Ok(standing) => self.save(case, &posted, standing, draw).await,
                Err(declined) => self.declined(case, &posted, (&act, declined), draw).await,
            };
        }
        if posted.sent.get(LOOK) == "letter" {
            return match self.drafts(&case, &act) {
                Ok(drafts) => self.again(case, &posted, Answer::looked(drafts), draw).await,
                Err(declined) => self.declined(case, &posted, (&act, declined), draw).await,
            };
        }
        match self.app.desk.act(&self.staff.signed, &self.re, act.clone()).await {
            Ok(done) => self.onward(&asked, &done).await,
            Err(declined) => self.declined(case, &posted, (&act, declined), draw).await,
        }
    }

    /// On to what follows; to one's own work where the act took the case out of one's sight.
    async fn onward(&self, asked: &Asked, done: &Done) -> Page {
        match self.app.desk.case_of(&self.staff.signed, &done.reference).await {
            Ok(false) => Page::see_other(OUT_OF_SIGHT),
            _ => Page::see_other(&next(asked, done)),
        }
    }

    /// A form about a case that is no longer for this person. Where the very same form has acted
    /// before, it is answered as it was then; anything else is answered as if there were no case.
    async fn out_of_sight(
        &self,
        posted: &Posted,
        read: impl Fn(&mut Reading<'_>, &Case) -> Option<Asked>,
    ) -> Page {
        let (desk, signed, once) = (&self.app.desk, &self.staff.signed, posted.once());
        let case = match desk.case_of_form(signed, (&self.re, &once)).await {
            Ok(case) => case,
            Err(declined) => return Page::declined(declined),
        };
        let shown = match desk.as_shown(signed, &case, (&once, posted.seen())).await {
            Ok(shown) => shown,
            Err(declined) => return Page::declined(declined),
        };
        let mut form = Reading::of(&posted.sent);
        let asked = read(&mut form, shown.as_ref().unwrap_or(&case));
        let Some(mut act) = asked.filter(|_| form.is_right()).map(|asked| asked.act(posted)) else {
            return Page::missing();
        };
        if drafts::is_kept(&self.page) {
            act.draft = Some(self.page.clone());
        }
        match desk.act(signed, &self.re, act).await {
            Ok(_) => Page::see_other(OUT_OF_SIGHT),
            Err(_) => Page::missing(),
        }
    }

    /// Whether a letter that nothing stops waits for a second person, or is only kept as a draft.
    fn to_hand_over(&self, case: &Case, act: &Act) -> Result<Standing, Declined> {
        let letters = self.drafts(case, act)?.letters;
        let open: Vec<Fault> =
            letters.iter().flat_map(|it| checking::open(it, &act.passed)).collect();
        if !open.is_empty() {
            return Err(Declined::Held(open));
        }
        let second = letters.iter().any(|it| checking::wants_second_person(case, it));
        Ok(if second { Standing::Waiting } else { Standing::Written })
    }

    /// What the act would change, and the letters it would send with what was found in them.
    fn drafts(&self, case: &Case, act: &Act) -> Result<Drafts, Declined> {
        let decided = self.app.desk.decide_act(&self.staff.signed, case, act)?;
        let letters = checking::drafts(case, &decided)?;
        Ok(Drafts { changes: preview::changes(case, &decided)?, letters })
    }

    /// The page again, saying what the desk said.
    async fn declined<T: Template>(
        &self,
        case: Case,
        posted: &Posted,
        (act, declined): (&Act, Declined),
        draw: impl Fn(Sheet) -> T,
    ) -> Page {
        let answer = match declined {
            Declined::Refused(refusal) => Answer::refused(&case, *refusal),
            Declined::NotAllowed { verb, roles } => {
                let why = Why::NotAllowed { verb, roles };
                let refusal = Refusal { clause: "permissions".to_owned(), why };
                Answer { status: StatusCode::FORBIDDEN, ..Answer::refused(&case, refusal) }
            }
            Declined::Held(faults) => match self.drafts(&case, act) {
                Ok(drafts) => Answer::held(&posted.sent, &faults, drafts),
                Err(other) => return Page::declined(other),
            },
            Declined::Stale(_) | Declined::KeyReused => {
                return self.stale(posted, draw).await;
            }
            Declined::Busy => Answer::unsaved(
                "Somebody else was saving at the same moment. Nothing was recorded. Send it again.",
            ),
            Declined::NotSaved(what) => {
                tracing::error!(what, "records out of reach");
                Answer::unsaved(
                    "We cannot say whether it was recorded. Send the same form again: it is never \
                     recorded twice.",
                )
            }
            other => return Page::declined(other),
        };
        self.again(case, posted, answer, draw).await
    }

    /// Somebody else was first: what they did, and the form with everything in it, ready to go on.
    async fn stale<T: Template>(&self, posted: &Posted, draw: impl Fn(Sheet) -> T) -> Page {
        let case = match self.app.desk.case_to_see(&self.staff.signed, &self.re).await {
            Ok(case) => case,
            Err(declined) => return Page::declined(declined),
        };
        let newer = case.history.iter().filter(|told| posted.seen() < told.seq);
        let name = |who: &_| case.surroundings.name_of(who);
        let (mut who, mut at) = (String::from("Somebody"), self.app.desk.now());
        let mut lines = Vec::new();
        for told in newer {
            who = told.happened.by.as_ref().map_or(who, name);
            at = told.recorded_at;
            lines.push(words::timeline::line(&told.happened.event, &name));
        }
        let panel = StalePanel::new(who, framed::clock_time(at), self.form_id(), "Send mine now");
        let panel = lines.into_iter().fold(panel, StalePanel::change);
        let notice = Notice::Stale(panel);
        let answer =
            Answer { status: StatusCode::CONFLICT, notice: Some(notice), ..Answer::default() };
        self.again(case, posted, answer, draw).await
    }

    /// The page again with the person's words in it.
    async fn again<T: Template>(
        &self,
        case: Case,
        posted: &Posted,
        answer: Answer,
        draw: impl Fn(Sheet) -> T,
    ) -> Page {
        let kept = Kept {
            form: self.page.clone(),
            sent: posted.sent.clone(),
            errors: answer.errors.clone(),
            // A form that is stale goes on from the newest version; any other from what was seen.
            seen: (answer.status != StatusCode::CONFLICT).then(|| posted.seen()),
            once: answer.same_token.then(|| posted.once()),
        };
        let mut sheet = match self.sheet(case, Some(kept)).await {
            Ok(sheet) => sheet,
            Err(page) => return page,
        };
        if let Some(notice) = answer.notice {
            sheet.frame = sheet.frame.notice(notice);
        }
        if let Some(drafts) = &answer.drafts {
            let large = checking::print_for(&sheet.case) == Print::Large;
            let shown = Preview::of(drafts, &sheet, &sheet.form(&self.page), large);
            if has_its_place(&self.page) {
                sheet.preview = shown;
            } else {
                sheet.frame = sheet.frame.held(shown.above(self.form_id()));
            }
        }
        sheet.refused = answer.refused;
        Page::with(answer.status, &draw(sheet))
    }
}

/// What stands on the page when it is shown again.
#[derive(Default)]
struct Answer {
    status: StatusCode,
    errors: FormErrors,
    notice: Option<Notice>,
    drafts: Option<Drafts>,
    refused: Option<Refusal>,
    same_token: bool,
}

impl Answer {
    fn wrong(errors: FormErrors) -> Self {
        let notice = (!errors.is_empty()).then(|| Notice::Wrong(errors.clone()));
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, errors, notice, ..Self::default() }
    }

    fn looked(drafts: Drafts) -> Self {
        Self { status: StatusCode::OK, drafts: Some(drafts), same_token: true, ..Self::default() }
    }

    fn unsaved(words: &str) -> Self {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        Self { status, same_token: true, ..Self::wrong(FormErrors::top(words)) }
    }

    fn refused(case: &Case, refusal: Refusal) -> Self {
        let notice = Some(Notice::Refused(refusal_panel(case, &refusal)));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Self { status, notice, refused: Some(refusal), ..Self::default() }
    }

    /// Somebody else saved the draft first: nothing was saved, and the form stays as it is.
    fn saved_meanwhile(panel: RefusalPanel) -> Self {
        let (status, notice) = (StatusCode::CONFLICT, Some(Notice::Refused(panel)));
        Self { status, notice, same_token: true, ..Self::default() }
    }

    /// A letter that stays: each thing that stops it, and each ask that still wants a reason.
    fn held(sent: &Sent, faults: &[Fault], drafts: Drafts) -> Self {
        let mut errors = FormErrors::none();
        for fault in faults.iter().filter(|fault| fault.level == Level::Stop) {
            errors.add("letter-check", fault.sentence.as_str());
        }
        for (field, words) in check::unanswered(sent, faults) {
            errors.add(&field, words);
        }
        Self { drafts: Some(drafts), ..Self::wrong(errors) }
    }
}

/// A refusal on top of a page: what cannot be done, under which clause, and what to do instead.
pub fn refusal_panel(case: &Case, refusal: &Refusal) -> RefusalPanel {
    let said = words::refusal(refusal, &|who| case.surroundings.name_of(who));
    let panel = RefusalPanel::new(said.message).instead(said.next);
    match sheet::clause_link(case, &refusal.clause) {
        Some(link) => panel.clause(link.href, link.words),
        None => panel,
    }
}

/// Where the browser goes when the desk has done what was asked.
fn next(asked: &Asked, done: &Done) -> String {
    let page = if asked.then.is_empty() { String::new() } else { format!("/{}", asked.then) };
    let mut target = format!("/complaints/{}{page}?done={}", done.reference, asked.done);
    if !done.warnings.is_empty() {
        target.push_str("&see=");
        target.push_str(&done.warnings.join("."));
    }
    if let Some(opened) = &done.opened {
        target.push_str("&opened=");
        target.push_str(opened);
    }
    target
}
