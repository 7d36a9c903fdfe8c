//! `redress user`: accounts from the machine itself, for the day nobody can sign in.

use std::fmt::Write;

use clap::Subcommand;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::accounts::{self, Staff};

use crate::cli::landlord::{At, account, scope};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::Desk;
use crate::desk::accounts::{NewAccount, ROLES};
use crate::desk::surroundings::role_named;
use crate::words;

/// Accounts.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an account, with a one-time password
    Add {
        /// What is typed at sign-in
        login: String,
        /// The name shown
        #[arg(long, value_name = "NAME")]
        name: String,
        /// A role; may be given several times
        #[arg(long = "role", value_name = "ROLE", required = true, value_parser = role)]
        roles: Vec<Role>,
        #[command(flatten)]
        at: At,
    },
    /// List the accounts
    List {
        #[command(flatten)]
        at: At,
    },
    /// Give somebody a one-time password, and end their sessions
    Reset {
        /// What they type at sign-in
        login: String,
        #[command(flatten)]
        at: At,
    },
    /// Let somebody sign in no more, and end their sessions
    Disable {
        /// What they type at sign-in
        login: String,
        #[command(flatten)]
        at: At,
    },
}

/// Answers.
///
/// # Errors
/// There is no such account or landlord, a login is taken, the last administrator would go.
pub fn run(ask: &User, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let at = match ask {
        User::Add { at, .. }
        | User::List { at }
        | User::Reset { at, .. }
        | User::Disable { at, .. } => at,
    };
    running::block_on(async {
        let desk = at.place.open().await?;
        let scope = scope(&desk, at.landlord.as_deref()).await?;
        let text = answer(&desk, &scope, ask).await?;
        say(streams.out, &text)?;
        Ok(Exit::Done)
    })
}

async fn answer(desk: &Desk, scope: &Scope, ask: &User) -> Result<String, Failure> {
    match ask {
        User::Add { login, name, roles, .. } => {
            let account =
                NewAccount { login: login.clone(), name: name.clone(), roles: roles.clone() };
            let given = desk.add_account(scope, None, &account).await?;
            Ok(one_time(login, &given.password))
        }
        User::List { .. } => Ok(list(&accounts::list_staff(&desk.db, scope).await?)),
        User::Reset { login, .. } => {
            let staff = account(desk, scope, login).await?;
            let given = desk.reset_password(scope, None, &staff.id).await?;
            Ok(one_time(login, &given.password))
        }
        User::Disable { login, .. } => {
            let staff = account(desk, scope, login).await?;
            desk.set_account_open(scope, None, &staff.id, false).await?;
            Ok(format!("{login} can sign in no more.\n"))
        }
    }
}

fn one_time(login: &str, password: &str) -> String {
    format!("{login} signs in with the one-time password {password}\n")
}

fn list(staff: &[Staff]) -> String {
    let width = staff.iter().map(|it| it.login.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for it in staff {
        let closed = if it.active { "" } else { "  (cannot sign in)" };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:width$}  {}: {}{closed}", it.login, it.name, it.roles.join(", "));
    }
    text
}

fn role(given: &str) -> Result<Role, String> {
    role_named(given).filter(|role| ROLES.contains(role)).ok_or_else(|| {
        let known: Vec<String> = ROLES.iter().map(words::id).collect();
        format!("the roles are {}", known.join(", "))
    })
}
