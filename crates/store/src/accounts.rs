//! Staff accounts: who may sign in, in which roles. Passwords come here only as hashes.

mod sessions;
mod throttle;

use std::collections::HashMap;

use jiff::Timestamp;

pub use self::sessions::{
    NewSession, Session, end_named_session, end_old_sessions, end_session, end_sessions,
    find_session, list_sessions, open_session, touch_session,
};
pub use self::throttle::{
    Attempt, SignIn, forget_sign_ins_before, list_sign_ins, sign_in_begins, sign_in_failed,
    sign_in_worked,
};
use crate::row::Row;
use crate::settings;
use crate::{Error, Scope, Source, Tx};

/// The role without which nobody could give roles any more.
pub const ADMINISTRATOR: &str = "administrator";

/// A member of staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// A random id.
    pub id: String,
    /// The name typed at sign-in, as it was given.
    pub login: String,
    /// The name shown.
    pub name: String,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they must choose a new password first.
    pub must_change: bool,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When they last signed in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Their roles, in order.
    pub roles: Vec<String>,
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// A random id.
    pub id: String,
    /// The name typed at sign-in.
    pub login: String,
    /// The name shown.
    pub name: String,
    /// The hash of the password.
    pub password_hash: String,
    /// Whether they must choose a new password first.
    pub must_change: bool,
    /// Their roles.
    pub roles: Vec<String>,
}

const ADD: &str = "INSERT INTO staff (landlord, id, login, login_key, name, password_hash, \
     active, must_change, created_at, last_sign_in_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";

/// Makes an account. Login names that differ only in case or spaces around them are the same.
pub async fn add_staff(
    tx: &mut Tx,
    scope: &Scope,
    staff: &NewStaff,
    at: Timestamp,
) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&staff.id).into(),
        (&staff.login).into(),
        login_key(&staff.login).into(),
        (&staff.name).into(),
        (&staff.password_hash).into(),
        true.into(),
        staff.must_change.into(),
        at.into(),
    ];
    tx.run(ADD, &values).await.map_err(|why| match why {
        Error::Conflict { .. } => Error::Conflict { what: format!("the login {}", staff.login) },
        other => other,
    })?;
    give_roles(tx, scope, &staff.id, &staff.roles).await
}

/// The login name that is compared.
pub(crate) fn login_key(login: &str) -> String {
    login.trim().to_lowercase()
}

const BY_ID: &str = "SELECT id, login, name, active, must_change, created_at, last_sign_in_at, \
     password_hash FROM staff WHERE landlord = $1 AND id = $2";

/// The member of staff with an id.
pub async fn find_staff<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Staff>, Error> {
    let mut from = from.into();
    let Some(row) = from.one(BY_ID, &[scope.landlord().into(), id.into()]).await? else {
        return Ok(None);
    };
    Staff::read(&mut from, scope, &row).await.map(Some)
}

const BY_LOGIN: &str = "SELECT id, login, name, active, must_change, created_at, \
     last_sign_in_at, password_hash FROM staff WHERE landlord = $1 AND login_key = $2";

/// The member of staff with a login name, and the hash of their password.
pub async fn find_login<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    login: &str,
) -> Result<Option<(Staff, String)>, Error> {
    let mut from = from.into();
    let values = [scope.landlord().into(), login_key(login).into()];
    let Some(row) = from.one(BY_LOGIN, &values).await? else { return Ok(None) };
    let staff = Staff::read(&mut from, scope, &row).await?;
    Ok(Some((staff, row.text("password_hash")?)))
}

const LIST: &str = "SELECT id, login, name, active, must_change, created_at, last_sign_in_at, \
     password_hash FROM staff WHERE landlord = $1 ORDER BY name, id";

/// All staff by name, those who may not sign in any more among them.
pub async fn list_staff<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Staff>, Error> {
    let mut from = from.into();
    let mut roles: HashMap<String, Vec<String>> = HashMap::new();
    for row in from.all(ALL_ROLES, &[scope.landlord().into()]).await? {
        roles.entry(row.text("staff")?).or_default().push(row.text("role")?);
    }
    let rows = from.all(LIST, &[scope.landlord().into()]).await?;
    rows.iter()
        .map(|row| {
            let held = roles.remove(&row.text("id")?).unwrap_or_default();
            Staff::of(row, held)
        })
        .collect()
}

const ALL_ROLES: &str = "SELECT staff, role FROM staff_role WHERE landlord = $1 ORDER BY role";
const ROLES: &str = "SELECT role FROM staff_role WHERE landlord = $1 AND staff = $2 ORDER BY role";

impl Staff {
    async fn read(from: &mut Source<'_>, scope: &Scope, row: &Row) -> Result<Self, Error> {
        let id = row.text("id")?;
        let roles = from.all(ROLES, &[scope.landlord().into(), (&id).into()]).await?;
        let roles = roles.iter().map(|row| row.text("role")).collect::<Result<_, _>>()?;
        Self::of(row, roles)
    }

    fn of(row: &Row, roles: Vec<String>) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            login: row.text("login")?,
            name: row.text("name")?,
            active: row.flag("active")?,
            must_change: row.flag("must_change")?,
            created_at: row.moment("created_at")?,
            last_sign_in_at: row.opt_moment("last_sign_in_at")?,
            roles,
        })
    }
}

const SET_PASSWORD: &str = "UPDATE staff SET password_hash = $3, must_change = $4 \
     WHERE landlord = $1 AND id = $2";

/// Sets a password, the person's own or one an administrator gave; ends all their sessions.
pub async fn set_password(
    tx: &mut Tx,
    scope: &Scope,
    id: &str,
    hash: &str,
    must_change: bool,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), id.into(), hash.into(), must_change.into()];
    changed_one(tx.run(SET_PASSWORD, &values).await?, id)?;
    end_sessions(tx, scope, id).await.map(drop)
}

const RENAME: &str = "UPDATE staff SET name = $3 WHERE landlord = $1 AND id = $2";

/// Changes the name shown.
pub async fn rename(tx: &mut Tx, scope: &Scope, id: &str, name: &str) -> Result<(), Error> {
    let values = [scope.landlord().into(), id.into(), name.into()];
    changed_one(tx.run(RENAME, &values).await?, id)?;
    settings::revised(tx, scope).await
}

const SET_ACTIVE: &str = "UPDATE staff SET active = $3 WHERE landlord = $1 AND id = $2";

/// Lets somebody sign in, or no more; ends all their sessions.
pub async fn set_active(tx: &mut Tx, scope: &Scope, id: &str, active: bool) -> Result<(), Error> {
    hold_staff(tx, scope).await?;
    let values = [scope.landlord().into(), id.into(), active.into()];
    changed_one(tx.run(SET_ACTIVE, &values).await?, id)?;
    end_sessions(tx, scope, id).await?;
    somebody_administers(tx, scope).await
}

const DROP_ROLES: &str = "DELETE FROM staff_role WHERE landlord = $1 AND staff = $2";
const GIVE_ROLE: &str = "INSERT INTO staff_role (landlord, staff, role) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, staff, role) DO NOTHING";

/// Sets somebody's roles; ends all their sessions, so that no page goes on with the old ones.
pub async fn set_roles(
    tx: &mut Tx,
    scope: &Scope,
    id: &str,
    roles: &[String],
) -> Result<(), Error> {
    hold_staff(tx, scope).await?;
    if find_staff(&mut *tx, scope, id).await?.is_none() {
        return Err(Error::missing(format!("the member of staff {id}")));
    }
    tx.run(DROP_ROLES, &[scope.landlord().into(), id.into()]).await?;
    give_roles(tx, scope, id, roles).await?;
    end_sessions(tx, scope, id).await?;
    somebody_administers(tx, scope).await
}

async fn give_roles(tx: &mut Tx, scope: &Scope, id: &str, roles: &[String]) -> Result<(), Error> {
    for role in roles {
        tx.run(GIVE_ROLE, &[scope.landlord().into(), id.into(), role.into()]).await?;
    }
    settings::revised(tx, scope).await
}

// Changes nothing, but from here on nobody else takes a role or an account away, so that two
// administrators cannot each remove the other.
const HOLD: &str = "UPDATE staff SET active = active WHERE landlord = $1 AND id IN \
     (SELECT staff FROM staff_role WHERE landlord = $1 AND role = $2)";

async fn hold_staff(tx: &mut Tx, scope: &Scope) -> Result<(), Error> {
    tx.run(HOLD, &[scope.landlord().into(), ADMINISTRATOR.into()]).await.map(drop)
}

const ADMINISTRATORS: &str = "SELECT COUNT(*) AS n FROM staff s JOIN staff_role r \
     ON r.landlord = s.landlord AND r.staff = s.id \
     WHERE s.landlord = $1 AND s.active AND r.role = $2";

/// How many people can give roles.
pub async fn count_administrators<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<i64, Error> {
    let values = [scope.landlord().into(), ADMINISTRATOR.into()];
    let row = from.into().one(ADMINISTRATORS, &values).await?;
    row.map_or(Ok(0), |row| row.int("n"))
}

async fn somebody_administers(tx: &mut Tx, scope: &Scope) -> Result<(), Error> {
    if count_administrators(tx, scope).await? == 0 {
        return Err(Error::refused("somebody must remain who is an administrator"));
    }
    Ok(())
}

fn changed_one(rows: u64, id: &str) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::missing(format!("the member of staff {id}"))) }
}
