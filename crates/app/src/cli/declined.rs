//! What the desk declines, as the command line says it: the one mapping to exit statuses.

use redress_store::Error;

use crate::cli::{Exit, Failure};
use crate::desk::Declined;
use crate::desk::accounts::AccountTrouble;
use crate::words;

impl From<Declined> for Failure {
    fn from(declined: Declined) -> Self {
        match declined {
            Declined::Refused(refusal) => {
                let said = words::refusal(&refusal, &|who| who.0.clone());
                Self::declined(format!("{} ({})", said.message, refusal.clause)).hint(said.next)
            }
            Declined::Held(faults) => {
                let first = faults.first();
                let reason =
                    first.map_or("a letter may not leave like this", |it| it.sentence.as_str());
                let failure = Self::declined(reason);
                match first {
                    Some(fault) => failure.hint(fault.instead.clone()),
                    None => failure,
                }
            }
            Declined::NotAllowed { verb, roles } => {
                let roles: Vec<&str> = roles.iter().map(|role| words::names::role(*role)).collect();
                let reason = format!("that role may not {}", words::names::deed(verb));
                let failure = Self::declined(reason);
                if roles.is_empty() {
                    return failure;
                }
                failure.hint(format!("these roles may: {}", roles.join(", ")))
            }
            Declined::Missing => Self::declined("there is no such thing in these records"),
            Declined::Stale(_) => {
                Self::declined("somebody else changed it first").hint("try again")
            }
            Declined::KeyReused => Self::declined("this was asked before with other words"),
            Declined::Busy => {
                Self::declined("another writer was in the way; nothing was saved").hint("try again")
            }
            Declined::NotSaved(what) => {
                Self::fault(format!("the records are out of reach: {what}"))
            }
            Declined::Fault(error) => Self::fault(format!("{error:#}")),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let reason = error.to_string();
        let exit = match error {
            Error::Stale { .. }
            | Error::Conflict { .. }
            | Error::Missing { .. }
            | Error::Refused { .. }
            | Error::Busy => Exit::Declined,
            Error::ClockBehind { .. }
            | Error::Inconsistent { .. }
            | Error::NewerSchema { .. }
            | Error::Unsupported { .. }
            | Error::Unavailable { .. }
            | Error::Unknown { .. }
            | Error::Fault { .. } => Exit::Fault,
        };
        Self { exit, reason, hint: None, picture: None }
    }
}

impl From<AccountTrouble> for Failure {
    fn from(trouble: AccountTrouble) -> Self {
        match trouble {
            AccountTrouble::LoginTaken => Self::declined("somebody has that login already"),
            AccountTrouble::LastAdministrator => {
                Self::declined("this is the last administrator; nobody could give roles any more")
                    .hint("make somebody else an administrator first")
            }
            AccountTrouble::OwnRoles => {
                Self::declined("a role for oneself needs another administrator")
            }
            AccountTrouble::AdministratorWithCasework => Self::declined(
                "an administrator sees no complaints, so cannot hold a role that works on them",
            )
            .hint("give this person two accounts, or one of the two roles"),
            AccountTrouble::Declined(declined) => declined.into(),
        }
    }
}
