//! Changes of accounts, settings and policies in words.

use crate::desk::changes::{Group, Kind};

/// What was done.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::AccountMade => "Account made",
        Kind::PasswordReset => "One-time password given",
        Kind::PasswordChosen => "Password chosen",
        Kind::RolesChanged => "Roles changed",
        Kind::NameChanged => "Name changed",
        Kind::AccountClosed => "Account closed",
        Kind::AccountOpened => "Account opened again",
        Kind::DetailsChanged => "Landlord’s details changed",
        Kind::OmbudsmanChanged => "Ombudsman’s details changed",
        Kind::PackLoaded => "Policy loaded as a draft",
        Kind::PackApproved => "Policy approved",
        Kind::PackWithdrawn => "Policy given up",
        Kind::PolicyProposed => "Policy proposed",
        Kind::PolicyInForce => "Policy put in force",
        Kind::ProposalWithdrawn => "Proposal of a policy given up",
        Kind::ClosureProposed => "Change of the calendar proposed",
        Kind::CalendarChanged => "Calendar changed",
        Kind::ClosureWithdrawn => "Change of the calendar given up",
    }
}

/// What belongs together.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Accounts => "Accounts and roles",
        Group::Settings => "Settings",
        Group::Policies => "Policies",
        Group::Calendar => "The calendar",
    }
}
