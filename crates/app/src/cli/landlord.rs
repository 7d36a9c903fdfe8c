//! Which landlord of the records a command is about, and who of its staff is meant.

use clap::Args;
use redress_store::accounts::{self, Staff};
use redress_store::{Scope, settings};

use crate::cli::Failure;
use crate::cli::place::Place;
use crate::desk::Desk;

/// Which landlord a command is about, and where its records are.
#[derive(Clone, Debug, Args)]
pub struct At {
    /// The landlord's short word, where these records hold several
    #[arg(long, value_name = "WORD")]
    pub landlord: Option<String>,
    #[command(flatten)]
    pub place: Place,
}

/// The landlord named, or the only one.
///
/// # Errors
/// There is none, there is none of that word, or there are several and none is named.
pub async fn scope(desk: &Desk, named: Option<&str>) -> Result<Scope, Failure> {
    let landlords = settings::list_landlords(&desk.db).await?;
    match (named, landlords.as_slice()) {
        (_, []) => {
            Err(Failure::declined("there is no landlord here yet")
                .hint("enter one with redress init"))
        }
        (None, [only]) => Ok(Scope::of(only.id.clone())),
        (Some(word), known) if known.iter().any(|it| it.id == word) => Ok(Scope::of(word)),
        (named, known) => {
            let words: Vec<&str> = known.iter().map(|it| it.id.as_str()).collect();
            let reason = match named {
                Some(word) => format!("there is no landlord {word:?} here"),
                None => "these records hold several landlords".to_owned(),
            };
            Err(Failure::usage(reason).hint(format!("say --landlord {}", words.join(" or "))))
        }
    }
}

/// The account of a login.
///
/// # Errors
/// Nobody signs in with it.
pub async fn account(desk: &Desk, scope: &Scope, login: &str) -> Result<Staff, Failure> {
    let staff = accounts::list_staff(&desk.db, scope).await?;
    staff
        .into_iter()
        .find(|it| it.login.to_lowercase() == login.to_lowercase())
        .ok_or_else(|| Failure::declined(format!("nobody signs in as {login:?}")))
}
