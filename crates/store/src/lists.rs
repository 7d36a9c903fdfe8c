//! Lists: one complaint's rows, written whole in the transaction of its events and rebuilt at will.

mod complaint;
mod diary;
mod parts_of_case;
mod people;
mod register;
mod unseen;
mod worklist;

use serde::Serialize;

pub(crate) use self::complaint::{COLUMNS, NEVER};
pub use self::complaint::{
    ComplaintRow, complaints_after, find_complaint, is_barred, load_complaint,
    open_complaints_after,
};
pub use self::diary::{
    DiaryFilter, OpenAction, Promise, WaitingContact, contacts_unanswered, contacts_waiting,
    open_actions, promises,
};
pub use self::parts_of_case::{ActionRow, ContactRow, DiaryRow, FileRow, LetterRow};
pub use self::people::{
    PersonRow, complaints_of, find_people, fold_name, load_person, people_by_email, put_person,
    remove_person,
};
pub use self::register::{
    Entered, Entry, Order, Place, RegisterAsk, RegisterPage, RegisterTurn, register,
    register_count, register_of_person, register_repeats,
};
pub use self::unseen::{Unseen, unseen};
pub use self::worklist::{Ask, Counted, Filter, Key, Page, Turn, count, worklist};
use crate::search::{self, SearchText};
use crate::{Error, Scope, Source, Tx, drafts};

/// Everything the lists hold about one complaint.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rows {
    /// Its line in the worklist.
    pub complaint: ComplaintRow,
    /// Its promises.
    pub diary: Vec<DiaryRow>,
    /// Its actions, which may outlive it.
    pub actions: Vec<ActionRow>,
    /// Its letters.
    pub letters: Vec<LetterRow>,
    /// Its files.
    pub files: Vec<FileRow>,
    /// What is shown of it while somebody must decide what it is.
    pub contact: Option<ContactRow>,
    /// What it has in the registers.
    pub registers: Vec<Entry>,
    /// Staff from whom it is kept.
    pub barred: Vec<String>,
    /// Staff beside its officer who have it in view.
    pub in_view: Vec<String>,
    /// What can be found by searching; never a text of class C3 or worse.
    pub texts: Vec<SearchText>,
}

impl Rows {
    /// The same rows as the store gives them back: in order, moments in whole microseconds.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.complaint = self.complaint.kept();
        self.diary.sort_by(|one, other| one.id.cmp(&other.id));
        self.actions.sort_by(|one, other| one.id.cmp(&other.id));
        self.letters.sort_by(|one, other| one.id.cmp(&other.id));
        self.files = self.files.into_iter().map(FileRow::kept).collect();
        self.files.sort_by(|one, other| one.id.cmp(&other.id));
        self.registers
            .sort_by(|one, other| (&one.register, &one.id).cmp(&(&other.register, &other.id)));
        self.barred.sort();
        self.barred.dedup();
        self.in_view.sort();
        self.in_view.dedup();
        self.texts = self.texts.iter().map(SearchText::kept).collect();
        self.texts.sort_by(|one, other| {
            (&one.kind, &one.item, &one.words).cmp(&(&other.kind, &other.item, &other.words))
        });
        self
    }
}

/// Writes a complaint's rows in place of those that were there, the search index with them.
pub async fn replace_for(tx: &mut Tx, scope: &Scope, rows: &Rows) -> Result<(), Error> {
    let id = &rows.complaint.id;
    parts_of_case::remove(tx, scope, id).await?;
    rows.complaint.put(tx, scope).await?;
    for row in &rows.diary {
        row.insert(tx, scope, id).await?;
    }
    for row in &rows.actions {
        row.insert(tx, scope, id).await?;
    }
    for row in &rows.letters {
        row.insert(tx, scope, id).await?;
    }
    for row in &rows.files {
        row.insert(tx, scope, id).await?;
    }
    if let Some(contact) = &rows.contact {
        contact.insert(tx, scope, id).await?;
    }
    for row in &rows.registers {
        row.insert(tx, scope, id).await?;
    }
    for staff in &rows.barred {
        parts_of_case::bar(tx, scope, id, staff).await?;
    }
    for staff in &rows.in_view {
        parts_of_case::put_in_view(tx, scope, id, staff).await?;
    }
    search::replace(tx, scope, id, &rows.texts).await
}

/// Removes a complaint from every list and from the index.
pub async fn remove_for(tx: &mut Tx, scope: &Scope, complaint: &str) -> Result<(), Error> {
    parts_of_case::remove(tx, scope, complaint).await?;
    drafts::remove_all(tx, scope, complaint).await?;
    search::replace(tx, scope, complaint, &[]).await?;
    complaint::remove(tx, scope, complaint).await
}

/// The rows of a complaint as they are stored, in order.
pub async fn rows_for<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
) -> Result<Option<Rows>, Error> {
    let mut from = from.into();
    let Some(row) = complaint::find(&mut from, scope, complaint).await? else { return Ok(None) };
    Ok(Some(Rows {
        complaint: row,
        diary: DiaryRow::of(&mut from, scope, complaint).await?,
        actions: ActionRow::of(&mut from, scope, complaint).await?,
        letters: LetterRow::of(&mut from, scope, complaint).await?,
        files: FileRow::of(&mut from, scope, complaint).await?,
        contact: ContactRow::of(&mut from, scope, complaint).await?,
        registers: Entry::of(&mut from, scope, complaint).await?,
        barred: parts_of_case::barred(&mut from, scope, complaint).await?,
        in_view: parts_of_case::in_view(&mut from, scope, complaint).await?,
        texts: search::texts_of(&mut from, scope, complaint).await?,
    }))
}
