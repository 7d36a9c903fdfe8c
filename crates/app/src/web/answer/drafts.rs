//! Letters half written: a form's words saved for another visit, and what a page shows of them.

use askama::Template;
use redress_domain::ids::StaffId;
use redress_store::drafts::{self, Draft, Saved, Standing};

use crate::desk::{Case, Declined};
use crate::web::answer::{Answer, LOOK, Sheet, Visit};
use crate::web::framed::{day_and_time, is_for};
use crate::web::page::Page;
use crate::web::part::form::{CSRF, DRAFT_VERSION, ONCE, SEEN_VERSION};
use crate::web::part::notice::{Link, RefusalPanel};
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::route::HANDLERS;

/// What [`LOOK`] says where somebody saves and sends nothing.
pub const SAVE: &str = "save";

/// What [`LOOK`] says where somebody hands a letter over to a second person.
pub const HAND_OVER: &str = "clearance";

/// What stands beside the reasons where they are not for the author alone to give.
pub const SECOND_PERSON: &str = "Your reasons are not enough here, because the letter refuses \
     something or offers money: somebody else must clear it. Hand it over for clearance, and send it \
     unchanged afterwards.";

/// The forms in which a letter is written, by their path within the case, and what they write.
pub const FORMS: &[(&str, &str)] = &[
    ("acknowledgement", "The acknowledgement"),
    ("extension", "The letter about more time"),
    ("refusal", "The refusal"),
    ("refusal/stage-2", "The refusal of stage 2"),
    ("response", "The response"),
];

/// Whether the words of a form can be saved.
pub fn is_kept(form: &str) -> bool {
    FORMS.iter().any(|(kept, _)| *kept == form)
}

/// The page on which a form stands.
pub fn page_of(form: &str) -> &str {
    form.split('/').next().unwrap_or_default()
}

/// A draft as it stands in a form.
#[derive(Clone, Debug)]
pub struct Left {
    pub form: String,
    pub version: i64,
    pub sent: Sent,
    /// A sentence about who left it, and when.
    pub by_and_when: String,
}

impl Visit {
    /// The drafts of a case, for those who may see what is not said yet.
    pub(super) async fn left(&self, case: &Case) -> Result<Vec<Left>, Declined> {
        if !is_for(HANDLERS, &self.staff) {
            return Ok(Vec::new());
        }
        let scope = &self.staff.signed.scope;
        let all = drafts::of_case(&self.app.desk.db, scope, &case.id).await?;
        Ok(all.into_iter().map(|draft| self.shown(case, draft)).collect())
    }

    fn shown(&self, case: &Case, draft: Draft) -> Left {
        let when = day_and_time(draft.changed_at);
        let by_and_when = if draft.changed_by == self.staff.signed.staff.id {
            format!("Your draft of {when}. Nothing of it was sent.")
        } else {
            let who = case.surroundings.name_of(&StaffId(draft.changed_by.clone()));
            format!("A draft that {who} saved on {when}. Nothing of it was sent.")
        };
        let by_and_when = match draft.standing {
            Standing::Waiting => format!("{by_and_when} It waits for a second person to clear it."),
            Standing::Cleared => format!(
                "{by_and_when} A second person cleared it as it stands: send it unchanged, or it \
                 must be cleared again."
            ),
            Standing::Written | Standing::Returned if !draft.notes.is_empty() => {
                let who = case.surroundings.name_of(&StaffId(draft.notes_by.clone()));
                format!("{by_and_when} {who} returned it with notes: {}", draft.notes)
            }
            Standing::Written | Standing::Returned => by_and_when,
        };
        let pairs = serde_json::from_str(&draft.words).unwrap_or_default();
        let (form, version) = (draft.form, draft.version);
        Left { form, version, sent: Sent::from_pairs(pairs), by_and_when }
    }

    /// Saves the words of a form and sends nothing. Who was not first is told, and keeps both.
    pub(super) async fn save<T: Template>(
        &self,
        case: Case,
        posted: &Posted,
        standing: Standing,
        draw: impl Fn(Sheet) -> T,
    ) -> Page {
        if !is_for(HANDLERS, &self.staff) {
            return Page::not_for_you(&self.staff);
        }
        let saved = match self.keep(&case, &posted.sent, standing).await {
            Ok(saved) => saved,
            Err(declined) => return Page::declined(declined),
        };
        let page = format!("/complaints/{}/{}", case.reference, page_of(&self.page));
        let (panel, version) = match saved {
            Saved::As(_) => {
                let waits = standing == Standing::Waiting;
                let done = if waits { "handed-over" } else { "draft" };
                return Page::see_other(&format!("{page}?done={done}"));
            }
            Saved::Meanwhile(now) => {
                let who = case.surroundings.name_of(&StaffId(now.changed_by.clone()));
                let when = day_and_time(now.changed_at);
                let panel = RefusalPanel::new(format!(
                    "Your draft is not saved: {who} saved another one on {when}."
                ))
                .instead("Yours is below. Read theirs first; saving again puts yours in its place.")
                .way(Link::new(page, "Open their draft"));
                (panel, now.version)
            }
            Saved::Gone => {
                let panel = RefusalPanel::new(
                    "Your draft is not saved: the one it goes on from is gone, because its letter \
                     was sent or its time was over.",
                )
                .instead("Yours is below. Save again to keep it as a new draft.");
                (panel, 0)
            }
        };
        let posted = Posted {
            sent: without(&posted.sent, &[DRAFT_VERSION]).and(DRAFT_VERSION, version.to_string()),
            files: Vec::new(),
            trouble: Vec::new(),
        };
        self.again(case, &posted, Answer::saved_meanwhile(panel), draw).await
    }

    async fn keep(&self, case: &Case, sent: &Sent, standing: Standing) -> Result<Saved, Declined> {
        let desk = &self.app.desk;
        let words = without(sent, &[CSRF, ONCE, SEEN_VERSION, DRAFT_VERSION, LOOK]);
        let draft = Draft {
            complaint: case.id.clone(),
            form: self.page.clone(),
            version: sent.get(DRAFT_VERSION).parse().unwrap_or(0),
            words: serde_json::to_string(words.pairs()).map_err(anyhow::Error::new)?,
            changed_by: self.staff.signed.staff.id.clone(),
            changed_at: desk.now(),
            standing,
            notes: String::new(),
            notes_by: String::new(),
        };
        let mut tx = desk.db.begin().await?;
        let saved = drafts::save(&mut tx, &self.staff.signed.scope, &draft).await?;
        tx.commit().await?;
        Ok(saved)
    }
}

/// What was sent, but for some fields.
fn without(sent: &Sent, names: &[&str]) -> Sent {
    let pairs = sent.pairs().iter().filter(|(name, _)| !names.contains(&name.as_str()));
    Sent::from_pairs(pairs.cloned().collect())
}
