//! How a landlord's letters leave, the secret that signs their message ids, and the morning lists.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Error, Scope, Source, Tx};

/// A landlord's post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostHouse {
    /// Whether letters wait in Post until they have left. Otherwise they count on the day of
    /// their act.
    pub waits: bool,
    /// Signs message ids. Never shown, never in a log.
    pub secret: String,
    /// Until when paper goes the same day, "16:30"; empty where nobody said.
    pub cut_off: String,
    /// By which class of post it goes: "second", or otherwise first.
    pub class: String,
}

const PUT: &str = "INSERT INTO post_house (landlord, waits, secret, cut_off, class) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (landlord) DO UPDATE SET waits = excluded.waits, \
     cut_off = excluded.cut_off, class = excluded.class";
const FIND: &str = "SELECT waits, secret, cut_off, class FROM post_house WHERE landlord = $1";

/// Writes how letters leave. The first secret stays.
pub async fn put(tx: &mut Tx, scope: &Scope, house: &PostHouse) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        house.waits.into(),
        (&house.secret).into(),
        (&house.cut_off).into(),
        (&house.class).into(),
    ];
    tx.run(PUT, &values).await.map(drop)
}

/// How letters leave; none where nobody ever said.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Option<PostHouse>, Error> {
    let row = from.into().one(FIND, &[scope.landlord().into()]).await?;
    row.map(|row| {
        Ok(PostHouse {
            waits: row.flag("waits")?,
            secret: row.text("secret")?,
            cut_off: row.text("cut_off")?,
            class: row.text("class")?,
        })
    })
    .transpose()
}

const ADDRESS: &str = "INSERT INTO digest_address (landlord, staff, email) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, staff) DO UPDATE SET email = excluded.email";
const ADDRESSES: &str =
    "SELECT staff, email FROM digest_address WHERE landlord = $1 AND email <> '' ORDER BY staff";

/// Says where a member of staff gets the list of the morning; empty for nowhere.
pub async fn put_address(
    tx: &mut Tx,
    scope: &Scope,
    staff: &str,
    email: &str,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), staff.into(), email.into()];
    tx.run(ADDRESS, &values).await.map(drop)
}

/// Where each member of staff gets the list of the morning.
pub async fn addresses<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<(String, String)>, Error> {
    let rows = from.into().all(ADDRESSES, &[scope.landlord().into()]).await?;
    rows.iter().map(|row| Ok((row.text("staff")?, row.text("email")?))).collect()
}

/// The list of one morning for one member of staff, as it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub staff: String,
    pub morning: Date,
    pub message_id: String,
    pub lines: i64,
    pub at: Timestamp,
}

const CLAIM: &str = "INSERT INTO digest (landlord, staff, morning, state, message_id, lines, \
     changed_at) VALUES ($1, $2, $3, 'sending', $4, $5, $6) \
     ON CONFLICT (landlord, staff, morning) DO NOTHING";
const DONE: &str = "UPDATE digest SET state = $4, changed_at = $5 \
     WHERE landlord = $1 AND staff = $2 AND morning = $3";
const STATES: &str = "SELECT staff, state FROM digest WHERE landlord = $1 AND morning = $2 \
     ORDER BY staff";

/// Claims the list of a morning before it is mailed. False where it was claimed before: a list
/// goes once.
pub async fn claim_digest(tx: &mut Tx, scope: &Scope, it: &Digest) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        (&it.staff).into(),
        it.morning.into(),
        (&it.message_id).into(),
        it.lines.into(),
        it.at.into(),
    ];
    Ok(tx.run(CLAIM, &values).await? == 1)
}

/// Notes what came of mailing it: "sent" or "failed".
pub async fn digest_done(
    tx: &mut Tx,
    scope: &Scope,
    (staff, morning): (&str, Date),
    state: &str,
    at: Timestamp,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), staff.into(), morning.into(), state.into(), at.into()];
    tx.run(DONE, &values).await.map(drop)
}

/// Who was written to on a morning, and what came of it.
pub async fn digests_on<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    morning: Date,
) -> Result<Vec<(String, String)>, Error> {
    let rows = from.into().all(STATES, &[scope.landlord().into(), morning.into()]).await?;
    rows.iter().map(|row| Ok((row.text("staff")?, row.text("state")?))).collect()
}
