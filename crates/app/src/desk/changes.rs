//! Changes of accounts, settings and policies, written down in the transaction that makes them.

use redress_store::changes::{self, Change};
use redress_store::{Scope, Tx};

use crate::desk::{Declined, Desk, Signed};

/// What kind of change it was. The names are written down: none is ever changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    AccountMade,
    PasswordReset,
    PasswordChosen,
    RolesChanged,
    NameChanged,
    AccountClosed,
    AccountOpened,
    DetailsChanged,
    OmbudsmanChanged,
    PackLoaded,
    PackApproved,
    PackWithdrawn,
    PolicyProposed,
    PolicyInForce,
    ProposalWithdrawn,
    ClosureProposed,
    CalendarChanged,
    ClosureWithdrawn,
}

/// Kinds that stand together in the filter of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Accounts,
    Settings,
    Policies,
    Calendar,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Accounts, Self::Settings, Self::Policies, Self::Calendar];

    /// What concerns whoever keeps the accounts.
    pub const OF_ACCOUNTS: [Self; 2] = [Self::Accounts, Self::Settings];

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Settings => "settings",
            Self::Policies => "policies",
            Self::Calendar => "calendar",
        }
    }

    /// The group behind a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}

impl Kind {
    pub const ALL: [Self; 18] = [
        Self::AccountMade,
        Self::PasswordReset,
        Self::PasswordChosen,
        Self::RolesChanged,
        Self::NameChanged,
        Self::AccountClosed,
        Self::AccountOpened,
        Self::DetailsChanged,
        Self::OmbudsmanChanged,
        Self::PackLoaded,
        Self::PackApproved,
        Self::PackWithdrawn,
        Self::PolicyProposed,
        Self::PolicyInForce,
        Self::ProposalWithdrawn,
        Self::ClosureProposed,
        Self::CalendarChanged,
        Self::ClosureWithdrawn,
    ];

    /// Its stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccountMade => "account-made",
            Self::PasswordReset => "password-reset",
            Self::PasswordChosen => "password-chosen",
            Self::RolesChanged => "roles-changed",
            Self::NameChanged => "name-changed",
            Self::AccountClosed => "account-closed",
            Self::AccountOpened => "account-opened",
            Self::DetailsChanged => "details-changed",
            Self::OmbudsmanChanged => "ombudsman-changed",
            Self::PackLoaded => "pack-loaded",
            Self::PackApproved => "pack-approved",
            Self::PackWithdrawn => "pack-withdrawn",
            Self::PolicyProposed => "policy-proposed",
            Self::PolicyInForce => "policy-in-force",
            Self::ProposalWithdrawn => "proposal-withdrawn",
            Self::ClosureProposed => "closure-proposed",
            Self::CalendarChanged => "calendar-changed",
            Self::ClosureWithdrawn => "closure-withdrawn",
        }
    }

    /// The kind behind a stored name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Where it stands in the filter.
    pub fn group(self) -> Group {
        match self {
            Self::AccountMade
            | Self::PasswordReset
            | Self::PasswordChosen
            | Self::RolesChanged
            | Self::NameChanged
            | Self::AccountClosed
            | Self::AccountOpened => Group::Accounts,
            Self::DetailsChanged | Self::OmbudsmanChanged => Group::Settings,
            Self::PackLoaded
            | Self::PackApproved
            | Self::PackWithdrawn
            | Self::PolicyProposed
            | Self::PolicyInForce
            | Self::ProposalWithdrawn => Group::Policies,
            Self::ClosureProposed | Self::CalendarChanged | Self::ClosureWithdrawn => {
                Group::Calendar
            }
        }
    }
}

/// What to write down.
pub(super) struct Noted<'a> {
    /// Staff id; nobody on the machine itself.
    pub by: Option<&'a str>,
    pub kind: Kind,
    pub about: &'a str,
    pub was: String,
    pub became: String,
}

impl<'a> Noted<'a> {
    /// A change that needs no words beside its kind.
    pub fn of(by: Option<&'a Signed>, kind: Kind, about: &'a str) -> Self {
        let by = by.map(|by| by.staff.id.as_str());
        Self { by, kind, about, was: String::new(), became: String::new() }
    }
}

impl Desk {
    /// Writes a change down. No secret may be among the words.
    pub(super) async fn note(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        noted: Noted<'_>,
    ) -> Result<(), Declined> {
        let change = Change {
            id: self.id().await?,
            at: self.now(),
            by: noted.by.map(str::to_owned),
            kind: noted.kind.name().to_owned(),
            about: noted.about.to_owned(),
            was: noted.was,
            became: noted.became,
        };
        Ok(changes::note(tx, scope, &change).await?)
    }
}
