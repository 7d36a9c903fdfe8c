//! News on somebody's complaints: what others did in them since this person last looked.

use jiff::SignedDuration;
use redress_domain::ids::StaffId;
use redress_store::lists::{self, Unseen};

use crate::desk::Declined;
use crate::desk::case::{Told, history};
use crate::desk::surroundings::Surroundings;
use crate::web::framed::day_and_time;
use crate::web::guard::Staff;
use crate::web::part::cell::Cell;
use crate::web::part::table::Table;
use crate::web::state::App;
use crate::words;

/// How many complaints are shown.
const MOST: usize = 10;
/// How many are looked through for them: in some only the person themselves did anything.
const LOOKED_THROUGH: i64 = 30;
/// Lines shown of one complaint, the newest.
const LINES: usize = 3;
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
    let unseen = lists::unseen(&app.desk.db, scope, (me, since), LOOKED_THROUGH).await?;
    let mut table = Table::new("News on my complaints")
        .caption_hidden()
        .columns(["Complaint", "Who and what", "What happened", "Last"])
        .empty("Nothing has happened in your complaints since you last looked at them.");
    let (mut n, mut more) = (0, false);
    for case in unseen {
        let told = history(&app.desk.db, scope, &case.complaint).await?;
        let new = of_others(&told, &case, me);
        let Some(last) = new.last() else { continue };
        if n == MOST {
            more = true;
            break;
        }
        n += 1;
        table = table.row([
            Cell::link(format!("/complaints/{}#timeline", case.reference), &case.reference),
            Cell::stack([Cell::name(&case.name), Cell::text(&case.subject)]),
            Cell::stack(lines(&new, around)),
            Cell::text(day_and_time(last.recorded_at)),
        ]);
    }
    Ok(News { table, n, more })
}

/// What others wrote into a complaint since somebody looked at it or did something in it themselves,
/// the newest last.
fn of_others<'a>(told: &'a [Told], case: &Unseen, me: &str) -> Vec<&'a Told> {
    let mine = |told: &Told| told.happened.by.as_ref().is_some_and(|StaffId(by)| by == me);
    let newer = |told: &Told| case.looked_at.is_none_or(|at| at < told.recorded_at);
    let after = told.iter().rposition(mine).map_or(0, |last| last + 1);
    told.iter().skip(after).filter(|told| newer(told)).collect()
}

fn lines(new: &[&Told], around: &Surroundings) -> Vec<Cell> {
    let name = |who: &_| around.name_of(who);
    let newest = new.iter().rev().take(LINES);
    let mut lines: Vec<Cell> =
        newest.map(|told| Cell::text(words::timeline::line(&told.happened.event, &name))).collect();
    match new.len().saturating_sub(LINES) {
        0 => {}
        1 => lines.push(Cell::text("and 1 more")),
        n => lines.push(Cell::text(format!("and {n} more"))),
    }
    lines
}
