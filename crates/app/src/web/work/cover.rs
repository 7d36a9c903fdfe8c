//! What falls to somebody because a colleague is away.

use jiff::civil::Date;
use redress_store::lists::{self, DiaryFilter, Promise};

use crate::desk::Declined;
use crate::web::guard::Staff;
use crate::web::state::App;

/// The most promises shown of one colleague.
const MOST: i64 = 100;

/// The promises of colleagues this person covers today: late, or due until a day.
pub async fn promises(app: &App, staff: &Staff, until: Date) -> Result<Vec<Promise>, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let mut found = Vec::new();
    for absence in app.desk.covered_by(&staff.signed).await? {
        let filter = DiaryFilter {
            owner: Some(absence.staff),
            ours: Some(true),
            due_before: until.tomorrow().ok(),
            ..DiaryFilter::default()
        };
        found.extend(lists::promises(&app.desk.db, scope, me, &filter, MOST).await?);
    }
    found.sort_by_key(|promise| promise.diary.due_on);
    Ok(found)
}
