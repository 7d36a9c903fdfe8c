//! At the door: is it that person? A wait first for whoever guesses, then one hash, whoever it is.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::ConnectInfo;
use jiff::Timestamp;
use redress_store::Scope;
use redress_store::accounts::{self, Attempt, NewSession, Staff};

use crate::desk::Declined;
use crate::desk::accounts::{LONGEST, fits};
use crate::web::page::Page;
use crate::web::session;
use crate::web::state::App;

/// Where a request came from; unknown where nothing says.
pub(super) type From = Option<Extension<ConnectInfo<SocketAddr>>>;

/// The address alone: a port changes with every connection.
pub(super) fn address(from: &From) -> String {
    from.as_ref().map_or_else(|| "unknown".to_owned(), |from| from.0.0.ip().to_string())
}

/// Somebody with a login name and a password.
pub(super) struct Knock<'a> {
    pub scope: &'a Scope,
    pub login: &'a str,
    pub password: &'a str,
    pub address: &'a str,
}

/// What the door says.
pub(super) enum Opened {
    /// It is that person.
    To(Box<Staff>),
    /// It is, and their account is closed.
    ClosedAccount,
    /// It is not, or there is no such person: nobody can tell which.
    ToNobody,
    /// Too many tries: when the next may be.
    Wait(Timestamp),
}

/// Compares a password, throttled.
///
/// # Errors
/// The records cannot be reached.
pub(super) async fn knock(app: &App, knock: &Knock<'_>) -> Result<Opened, Declined> {
    let at = app.desk.now();
    let attempt = Attempt { login: knock.login, address: knock.address, at };
    let mut tx = app.desk.db.begin().await?;
    let wait = accounts::sign_in_begins(&mut tx, knock.scope, &attempt).await?;
    tx.commit().await?;
    if let Some(until) = wait {
        return Ok(Opened::Wait(until));
    }
    let found = accounts::find_login(&app.desk.db, knock.scope, knock.login).await?;
    let (staff, hashed) = found.map_or((None, None), |(staff, hash)| (Some(staff), Some(hash)));
    let right = is_right(app, knock.password, hashed).await?;
    let log = app.desk.id().await?;
    let mut tx = app.desk.db.begin().await?;
    let opened = match staff {
        Some(staff) if right && staff.active => {
            accounts::sign_in_worked(&mut tx, knock.scope, &attempt, &log).await?;
            Opened::To(Box::new(staff))
        }
        Some(_) if right => {
            accounts::sign_in_failed(&mut tx, knock.scope, &attempt, &log).await?;
            Opened::ClosedAccount
        }
        _ => {
            accounts::sign_in_failed(&mut tx, knock.scope, &attempt, &log).await?;
            Opened::ToNobody
        }
    };
    tx.commit().await?;
    Ok(opened)
}

/// One hash, two at once at most; a name nobody has takes as long as one that somebody has.
async fn is_right(app: &App, password: &str, hashed: Option<String>) -> Result<bool, Declined> {
    // More than anybody's password can be: not worth a hash, and the same for every name.
    if LONGEST < password.chars().count() {
        return Ok(false);
    }
    let seat = app.hashing.clone().acquire_owned().await.map_err(anyhow::Error::new)?;
    let password = password.to_owned();
    let done = tokio::task::spawn_blocking(move || {
        let right = fits(&password, hashed.as_deref());
        drop(seat);
        right
    });
    Ok(done.await.map_err(anyhow::Error::new)?)
}

/// A new session for somebody, whatever they had before; the answer carries its cookie.
///
/// # Errors
/// The records cannot be reached.
pub(super) async fn let_in(
    app: &App,
    scope: &Scope,
    staff: &Staff,
    own_device: bool,
) -> Result<Entered, Declined> {
    let entered = Entered { token: app.desk.token().await?, csrf: app.desk.token().await? };
    let new = NewSession {
        token: entered.token.clone(),
        staff: staff.id.clone(),
        csrf: entered.csrf.clone(),
        own_device,
        at: app.desk.now(),
        idle: session::idle(own_device),
        absolute: session::LONGEST,
    };
    let mut tx = app.desk.db.begin().await?;
    accounts::open_session(&mut tx, scope, &new).await?;
    tx.commit().await?;
    Ok(entered)
}

/// A session just opened.
pub(super) struct Entered {
    token: String,
    pub csrf: String,
}

impl Entered {
    /// Puts the session's cookie on a page.
    pub fn cookie(&self, app: &App, page: Page) -> Page {
        let secure = if app.https { "; Secure" } else { "" };
        let name = app.cookie_name();
        page.cookie(&format!("{name}={}; HttpOnly; SameSite=Lax; Path=/{secure}", self.token))
    }
}

/// Takes the cookie away.
pub(super) fn without_cookie(app: &App, page: Page) -> Page {
    let secure = if app.https { "; Secure" } else { "" };
    let name = app.cookie_name();
    page.cookie(&format!("{name}=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0{secure}"))
}
