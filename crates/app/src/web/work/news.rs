//! News on somebody's complaints: what others did in them since this person last looked.

use jiff::SignedDuration;
use redress_store::lists;

use crate::desk::Declined;
use crate::desk::case::{Told, tails_of};
use crate::desk::surroundings::Surroundings;
use crate::web::framed::day_and_time;
use crate::web::guard::Staff;
use crate::web::part::cell::Cell;
use crate::web::part::table::Table;
use crate::web::state::App;
use crate::words;

/// How many complaints are shown.
const MOST: i64 = 10;
/// How many are looked through for them: in some only the person themselves did anything.
const LOOKED_THROUGH: i64 = 30;
/// Lines shown of one complaint, the newest.
const LINES: i64 = 3;
/// What happened before that is news no longer, also where nobody looked.
const FRESH: SignedDuration = SignedDuration::from_hours(30 * 24);

/// What is new, ready to be shown.
pub struct News {
    pub table: Table,
    n: usize,
    more: bool,
}

impl News {
    /// "2 complaints of mine with news".
    pub fn counted(&self) -> String {
        match self.n {
            1 => "1 complaint of mine with news".to_owned(),
            n if self.more => format!("more than {n} complaints of mine with news"),
            n => format!("{n} complaints of mine with news"),
        }
    }
}

/// The news for one person.
///
/// # Errors
/// The records cannot be reached or read.
pub async fn of(app: &App, staff: &Staff, around: &Surroundings) -> Result<News, Declined> {
    let (scope, me) = (&staff.signed.scope, &staff.signed.staff.id);
    let since = app.desk.now().checked_sub(FRESH).unwrap_or_default();
    let most = (LOOKED_THROUGH, MOST + 1);
    let mut unseen = lists::unseen(&app.desk.db, scope, (me, since), most).await?;
    let more = usize::try_from(MOST).is_ok_and(|most| most < unseen.len());
    unseen.truncate(usize::try_from(MOST).unwrap_or_default());
    let tails: Vec<(&str, i64)> = unseen
        .iter()
        .map(|case| (case.complaint.as_str(), case.seen_seq.max(case.seq - LINES)))
        .collect();
    let told = tails_of(&app.desk.db, scope, &tails).await?;
    let mut table = Table::new("News on my complaints")
        .caption_hidden()
        .columns(["Complaint", "Who and what", "What happened", "Last"])
        .empty("Nothing has happened in your complaints since you last looked at them.");
    for case in &unseen {
        let Some(new) = told.get(&case.complaint) else { continue };
        let Some(last) = new.last() else { continue };
        table = table.row([
            Cell::link(format!("/complaints/{}#timeline", case.reference), &case.reference),
            Cell::stack([Cell::name(&case.name), Cell::text(&case.subject)]),
            Cell::stack(lines(new, case.seq - case.seen_seq, around)),
            Cell::text(day_and_time(last.recorded_at)),
        ]);
    }
    Ok(News { table, n: unseen.len(), more })
}

/// The newest of what happened, and how much more did.
fn lines(new: &[Told], all: i64, around: &Surroundings) -> Vec<Cell> {
    let name = |who: &_| around.name_of(who);
    let newest = new.iter().rev();
    let mut lines: Vec<Cell> =
        newest.map(|told| Cell::text(words::timeline::line(&told.happened.event, &name))).collect();
    match all - LINES {
        1 => lines.push(Cell::text("and 1 more")),
        n if 1 < n => lines.push(Cell::text(format!("and {n} more"))),
        _ => {}
    }
    lines
}
