//! What a page about a case is drawn from: the case, its frame with the promise bar, and the form
//! as it was first shown or as it came back.

use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::permission;
use redress_domain::refusal::Refusal;
use redress_domain::rules::Actor;

use crate::desk::rows;
use crate::desk::{Case, Signed};
use crate::web::answer::Preview;
use crate::web::answer::drafts::{self, Left};
use crate::web::answer::visit::Visit;
use crate::web::complaint::tags;
use crate::web::guard::Staff;
use crate::web::part::clock::{Promise, PromiseBar};
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{DRAFT_VERSION, Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::sent::Sent;
use crate::web::policy;
use crate::words;

/// A form that came back.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which form of the page: its path within the case.
    pub form: String,
    pub sent: Sent,
    pub errors: FormErrors,
    /// The version it goes on from, where that is not the newest.
    pub seen: Option<i64>,
    /// Its token, where nobody knows whether it was used.
    pub once: Option<String>,
}

/// A case on the table, with everything a page needs around it.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub case: Case,
    pub frame: Frame,
    pub keys: Keys,
    pub today: Date,
    pub actor: Actor,
    pub signed: Signed,
    pub kept: Option<Kept>,
    /// Words that somebody left in the forms of this case, for those who may see them.
    pub drafts: Vec<Left>,
    /// What an act would change and send, once somebody asked to see it or a check held a letter.
    pub preview: Preview,
    /// The refusal the page answers with, where it offers a way out of its own.
    pub refused: Option<Refusal>,
}

/// The hidden fields of a case's forms.
pub fn keys(staff: &Staff, case: &Case, kept: Option<&Kept>, token: String) -> Keys {
    let seen = kept.and_then(|kept| kept.seen).unwrap_or(case.seq);
    Keys {
        csrf: staff.csrf.clone(),
        once: kept.and_then(|kept| kept.once.clone()).unwrap_or(token),
        seen_version: u64::try_from(seen).ok(),
        draft_version: None,
    }
}

impl Sheet {
    /// Puts a case on the table.
    pub fn new(
        (case, frame, keys): (Case, Frame, Keys),
        visit: &Visit,
        kept: Option<Kept>,
    ) -> Self {
        let today = visit.app.desk.today();
        let frame = frame.bar(bar(&case, today));
        let frame = CASE_PAGES
            .iter()
            .fold(frame, |frame, (page, words)| frame.content(href(&case.reference, page), words));
        let page = visit.page.split('/').next().filter(|page| *page != "case").unwrap_or_default();
        let frame = frame.here(href(&case.reference, page));
        let frame = match visit.after.notice(&case) {
            Some(notice) if kept.is_none() => frame.notice(notice),
            _ => frame,
        };
        let signed = visit.staff.signed.clone();
        let actor = signed.actor();
        Self {
            case,
            frame,
            keys,
            today,
            actor,
            signed,
            kept,
            drafts: Vec::new(),
            preview: Preview::default(),
            refused: None,
        }
    }

    /// The frame with the page's heading, without names.
    pub fn titled(&self, title: &str) -> Frame {
        self.frame.clone().titled(title)
    }

    /// One of the page's forms by its path within the case: as it came back, or fresh.
    pub fn form(&self, form: &str) -> Form {
        let kept = self.kept.as_ref().filter(|kept| kept.form == form);
        let draft = self.draft(form);
        let version = match (kept, draft) {
            (Some(kept), _) => kept.sent.get(DRAFT_VERSION).parse().unwrap_or(0),
            (None, Some(draft)) => draft.version,
            (None, None) => 0,
        };
        let draft_version = drafts::is_kept(form).then_some(version);
        let keys = Keys { draft_version, ..self.keys.clone() };
        match (kept, draft) {
            (Some(kept), _) => Form::kept(keys, kept.sent.clone(), kept.errors.clone()),
            (None, Some(draft)) => Form::kept(keys, draft.sent.clone(), FormErrors::none()),
            (None, None) => Form::blank(keys),
        }
    }

    /// The words that stand in one of the page's forms: as they came back, or as they were left.
    pub fn sent(&self, form: &str) -> Sent {
        match (&self.kept, self.draft(form)) {
            (Some(kept), _) if kept.form == form => kept.sent.clone(),
            (_, Some(draft)) => draft.sent.clone(),
            (_, None) => Sent::nothing(),
        }
    }

    fn draft(&self, form: &str) -> Option<&Left> {
        self.drafts.iter().find(|draft| draft.form == form)
    }

    /// Who left words in a form, and when; none once it came back with words of its own.
    pub fn left(&self, form: &str) -> Option<String> {
        if self.kept.as_ref().is_some_and(|kept| kept.form == form) {
            return None;
        }
        self.draft(form).map(|draft| draft.by_and_when.clone())
    }

    /// The reasons left in a form for what the letter check asks, until it shows them itself.
    pub fn reasons_left(&self, form: &str) -> Vec<(String, String)> {
        let draft = self.draft(form).filter(|_| self.kept.is_none());
        let pairs = draft.map(|draft| draft.sent.pairs()).unwrap_or_default();
        pairs.iter().filter(|(name, _)| name.starts_with("pass-")).cloned().collect()
    }

    /// The address of a page of this case; "" for the case itself.
    pub fn href(&self, page: &str) -> String {
        href(&self.case.reference, page)
    }

    /// Why this person's role keeps them from a command here, in a sentence; none where it does
    /// not. Who may not do a thing sees the page without its form, but for words already sent.
    pub fn barred_from(&self, command: &Command) -> Option<String> {
        if self.kept.is_some() {
            return None;
        }
        let why = permission::may(&self.actor, command, Some(&self.case.complaint)).err()?;
        let refusal = Refusal { clause: "permissions".to_owned(), why };
        let said = words::refusal(&refusal, &|who| self.case.surroundings.name_of(who));
        Some(format!("{} {}", said.message, said.next))
    }

    /// The text of a clause as the policy reads, where it has one.
    pub fn reading(&self, clause: &str) -> Option<String> {
        reading(&self.case, clause)
    }
}

/// Pages every page of a case leads to.
const CASE_PAGES: &[(&str, &str)] = &[
    ("", "The complaint"),
    ("definition", "What it is about"),
    ("contacts", "Contact log"),
    ("needs", "Needs"),
    ("evidence", "Evidence"),
    ("findings", "Findings"),
    ("remedies", "Remedies"),
    ("response", "Response"),
    ("history", "History"),
    ("choices", "What you can do"),
];

/// The address of a page of a case.
pub fn href(reference: &str, page: &str) -> String {
    if page.is_empty() {
        format!("/complaints/{reference}")
    } else {
        format!("/complaints/{reference}/{page}")
    }
}

/// The promise bar of a case: who, and what is due next.
pub fn bar(case: &Case, today: Date) -> PromiseBar {
    let complaint = &case.complaint;
    let next = rows::next(&case.clocks, complaint);
    let stage = complaint.stage().number();
    PromiseBar {
        reference: case.reference.clone(),
        stage: format!("Stage {stage}, {}", words::names::state(complaint.state())),
        who: complaint
            .officer_at(complaint.stage())
            .map_or_else(|| "Nobody has it yet".to_owned(), |who| case.surroundings.name_of(who)),
        next: next.map(|clock| Promise {
            what: words::clocks::what(clock.what).to_lowercase(),
            due: clock.due,
            working: href(&case.reference, &tags::page_of(clock)),
            tag: tags::tag_of(clock, today, &case.surroundings.calendar),
        }),
        nothing_due: "Nothing is due".to_owned(),
    }
}

/// The address and name of a clause, where it is one of the policy or the Code.
pub fn clause_link(case: &Case, clause: &str) -> Option<Link> {
    match clause {
        "" | "permissions" | "record" | "calendar" => None,
        _ => match clause.strip_prefix("Code ") {
            Some(code) => Some(Link::new(
                format!("/policies/code-2024#{}", policy::anchor(code)),
                format!("paragraph {code} of the Code"),
            )),
            None => Some(Link::new(
                format!("/policies/{}#{}", case.pack.id, policy::anchor(clause)),
                format!("clause {clause} of the policy"),
            )),
        },
    }
}

/// The text of a clause as the policy or the Code reads.
pub fn reading(case: &Case, clause: &str) -> Option<String> {
    let code = redress_domain::policy::shipped::code().ok();
    let (pack, number) = match clause.strip_prefix("Code ") {
        Some(number) => (code?, number),
        None => (&*case.pack, clause),
    };
    let found = pack.readings.iter().find(|reading| reading.clause == number)?;
    Some(found.says.clone())
}
