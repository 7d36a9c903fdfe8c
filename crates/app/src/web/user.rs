//! Accounts: who may sign in, in which roles. Passwords are shown once, to whoever made them.

use axum::extract::Path;
use redress_domain::vocabulary::Role;
use redress_store::accounts::Staff as Account;

use crate::desk::Declined;
use crate::desk::accounts::{AccountTrouble, ROLES};
use crate::desk::surroundings::roles_of;
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::reading::Reading;
use crate::web::route::{ADMINISTRATOR, Route};
use crate::web::session::role_title;
use crate::web::state::App;
use crate::words;

mod list;
mod matrix;
mod new;
mod one;
mod reset;

/// The pages of accounts and roles.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/users", ADMINISTRATOR, list::get),
        Route::get("/users/new", ADMINISTRATOR, new::get),
        Route::post("/users", ADMINISTRATOR, new::post),
        Route::get("/users/{id}", ADMINISTRATOR, one::get),
        Route::post("/users/{id}/roles", ADMINISTRATOR, one::roles),
        Route::post("/users/{id}/name", ADMINISTRATOR, one::name),
        Route::post("/users/{id}/closure", ADMINISTRATOR, one::closure),
        Route::post("/users/{id}/password", ADMINISTRATOR, reset::post),
        Route::get("/roles", ADMINISTRATOR, matrix::get),
    ]
}

/// Value, label and what the role is for.
pub(super) fn role_choices() -> Vec<(String, String)> {
    ROLES.iter().map(|role| (words::id(role), role_title(*role))).collect()
}

/// The roles that were ticked; at least one.
fn ticked(form: &mut Reading<'_>) -> Option<Vec<Role>> {
    let ticked: Vec<Role> =
        form.ticked("roles", |value| ROLES.iter().copied().find(|role| words::id(role) == value));
    if ticked.is_empty() {
        form.wrong("roles", "Choose at least one role. To keep somebody out, close the account");
        return None;
    }
    Some(ticked)
}

/// An account's roles in words.
pub(super) fn titles(account: &Account) -> Vec<String> {
    roles_of(account).into_iter().map(role_title).collect()
}

/// What a person is told of a trouble with an account.
enum Told {
    /// A field to put right, and how.
    Field(&'static str, &'static str),
    /// Nothing to put right on this page.
    Declined(Declined),
}

fn told(trouble: AccountTrouble) -> Told {
    match trouble {
        AccountTrouble::LoginTaken => {
            Told::Field("login", "Somebody has this name for signing in. Choose another")
        }
        AccountTrouble::LastAdministrator => Told::Field(
            "roles",
            "Somebody must remain who is an administrator. Make another one first",
        ),
        AccountTrouble::OwnRoles => Told::Field(
            "roles",
            "You cannot give yourself a role. Ask another administrator, or use the command line \
             on the server",
        ),
        AccountTrouble::AdministratorWithCasework => Told::Field(
            "roles",
            "An administrator sees no complaints, so nobody can be one and work on complaints or \
             audit them. Make two accounts",
        ),
        AccountTrouble::Declined(declined) => Told::Declined(declined),
    }
}

/// The account of an address, of one's own landlord.
async fn find(app: &App, staff: &Staff, Path(id): Path<String>) -> Result<Account, Page> {
    let found = redress_store::accounts::find_staff(&app.desk.db, &staff.signed.scope, &id).await;
    let found = found.map_err(|error| Page::declined(error.into()))?;
    found.ok_or_else(|| Page::declined(Declined::Missing))
}
