//! Accounts: passwords hashed and compared, people added, roles changed, one-time passwords given.

use anyhow::anyhow;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use redress_domain::vocabulary::Role;
use redress_store::accounts::{self, NewStaff};
use redress_store::{Scope, Tx};

use crate::desk::changes::{Kind, Noted};
use crate::desk::surroundings::role_named;
use crate::desk::{Declined, Desk, Signed};
use crate::words;

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters of a password; more is a slip, or somebody keeping us busy.
pub const LONGEST: usize = 256;
/// Memory in KiB and rounds of one hash.
const MEMORY: u32 = 19 * 1024;
const ROUNDS: u32 = 2;
/// Letters and figures nobody mistakes for one another.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Roles in which people work on complaints; an administrator sees none.
pub const CASEWORK: &[Role] = &[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
];

/// Every role an account may hold.
pub const ROLES: &[Role] = &[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Contractor,
    Role::CompensationPanel,
    Role::ScrutinyPanel,
    Role::GoverningBodyMember,
    Role::Auditor,
    Role::Administrator,
    Role::PrivacyOfficer,
];

/// Passwords that everybody tries first, where they are long enough to pass otherwise.
const COMMON: &[&str] = &[
    "123456789012",
    "1234567890123",
    "123456123456",
    "123123123123",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwerty123456",
    "1q2w3e4r5t6y",
    "1qaz2wsx3edc",
    "password1234",
    "password12345",
    "passwordpassword",
    "password123456",
    "password2025",
    "password2026",
    "password2024",
    "welcome12345",
    "welcome123456",
    "letmein12345",
    "administrator",
    "administrator1",
    "iloveyou1234",
    "changeme1234",
    "changeme12345",
    "correcthorsebatterystaple",
    "abcdefghijkl",
    "abcdefghijklm",
    "abcd12345678",
    "q1w2e3r4t5y6",
    "asdfghjkl123",
    "zxcvbnm12345",
    "football1234",
    "liverpool123",
    "manchester123",
    "complaints12",
    "complaints123",
    "housing12345",
    "summer202025",
    "winter202025",
    "monkey123456",
];

/// Why an account was not changed.
#[derive(Debug)]
pub enum AccountTrouble {
    /// Somebody has that login already.
    LoginTaken,
    /// Nobody could give roles any more.
    LastAdministrator,
    /// A role for oneself needs another administrator.
    OwnRoles,
    /// An administrator sees no complaints, so cannot hold a role that works on them.
    AdministratorWithCasework,
    /// The records declined or failed.
    Declined(Declined),
}

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What is typed at sign-in.
    pub login: String,
    /// The name shown.
    pub name: String,
    /// Its roles.
    pub roles: Vec<Role>,
}

/// A one-time password, to be shown once and to nobody else.
#[derive(Clone, Debug)]
pub struct Given {
    /// The account.
    pub id: String,
    /// What to sign in with; it must be changed then.
    pub password: String,
}

impl Desk {
    /// Makes an account with a one-time password. Here and below `by` is whoever does it; none on
    /// the machine itself.
    ///
    /// # Errors
    /// The login is taken, or an administrator would work on cases.
    pub async fn add_account(
        &self,
        scope: &Scope,
        by: Option<&Signed>,
        account: &NewAccount,
    ) -> Result<Given, AccountTrouble> {
        apart(&account.roles)?;
        let password = self.one_time_password().await?;
        let hash = self.hashed(&password).await?;
        let id = self.id().await?;
        let staff = NewStaff {
            id: id.clone(),
            login: account.login.trim().to_owned(),
            name: account.name.trim().to_owned(),
            password_hash: hash,
            must_change: true,
            roles: account.roles.iter().map(words::id).collect(),
        };
        let mut tx = self.db.begin().await?;
        self.administers(&mut tx, by).await?;
        accounts::add_staff(&mut tx, scope, &staff, self.now()).await?;
        let became = format!("{}, {}\n{}", staff.name, staff.login, titles(&staff.roles));
        let noted = Noted { became, ..Noted::of(by, Kind::AccountMade, &id) };
        self.note(&mut tx, scope, noted).await?;
        tx.commit().await?;
        Ok(Given { id, password })
    }

    /// Gives somebody a one-time password and ends their sessions.
    ///
    /// # Errors
    /// Nobody has that id, or the records fail.
    pub async fn reset_password(
        &self,
        scope: &Scope,
        by: Option<&Signed>,
        id: &str,
    ) -> Result<Given, AccountTrouble> {
        let password = self.one_time_password().await?;
        let hash = self.hashed(&password).await?;
        let mut tx = self.db.begin().await?;
        self.administers(&mut tx, by).await?;
        accounts::set_password(&mut tx, scope, id, &hash, true).await?;
        self.note(&mut tx, scope, Noted::of(by, Kind::PasswordReset, id)).await?;
        tx.commit().await?;
        Ok(Given { id: id.to_owned(), password })
    }

    /// Sets a password that somebody chose; all their sessions end.
    ///
    /// # Errors
    /// Nobody has that id, or the records fail.
    pub async fn choose_password(
        &self,
        scope: &Scope,
        id: &str,
        password: &str,
    ) -> Result<(), AccountTrouble> {
        let hash = self.hashed(password).await?;
        let mut tx = self.db.begin().await?;
        accounts::set_password(&mut tx, scope, id, &hash, false).await?;
        let noted = Noted { by: Some(id), ..Noted::of(None, Kind::PasswordChosen, id) };
        self.note(&mut tx, scope, noted).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives somebody other roles; their sessions end. `by` is none on the command line.
    ///
    /// # Errors
    /// A role for oneself, the last administrator, or an administrator who would work on cases.
    pub async fn change_roles(
        &self,
        scope: &Scope,
        by: Option<&Signed>,
        id: &str,
        roles: &[Role],
    ) -> Result<(), AccountTrouble> {
        apart(roles)?;
        if let Some(by) = by
            && by.staff.id == id
        {
            let own = by.actor().roles;
            if roles.iter().any(|role| !own.contains(role)) {
                return Err(AccountTrouble::OwnRoles);
            }
        }
        let named: Vec<String> = roles.iter().map(words::id).collect();
        let mut tx = self.db.begin().await?;
        self.administers(&mut tx, by).await?;
        let held = accounts::find_staff(&mut tx, scope, id).await?;
        accounts::set_roles(&mut tx, scope, id, &named).await?;
        let was = held.map(|held| titles(&held.roles)).unwrap_or_default();
        let became = titles(&named);
        if was != became {
            let noted = Noted { was, became, ..Noted::of(by, Kind::RolesChanged, id) };
            self.note(&mut tx, scope, noted).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Changes the name shown for somebody.
    ///
    /// # Errors
    /// Nobody has that id, or the records fail.
    pub async fn rename_account(
        &self,
        scope: &Scope,
        by: Option<&Signed>,
        id: &str,
        name: &str,
    ) -> Result<(), AccountTrouble> {
        let mut tx = self.db.begin().await?;
        self.administers(&mut tx, by).await?;
        let held = accounts::find_staff(&mut tx, scope, id).await?;
        accounts::rename(&mut tx, scope, id, name.trim()).await?;
        let was = held.map(|held| held.name).unwrap_or_default();
        let became = name.trim().to_owned();
        if was != became {
            let noted = Noted { was, became, ..Noted::of(by, Kind::NameChanged, id) };
            self.note(&mut tx, scope, noted).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Lets somebody sign in, or no more; their sessions end.
    ///
    /// # Errors
    /// The last administrator cannot be shut out.
    pub async fn set_account_open(
        &self,
        scope: &Scope,
        by: Option<&Signed>,
        id: &str,
        open: bool,
    ) -> Result<(), AccountTrouble> {
        let mut tx = self.db.begin().await?;
        self.administers(&mut tx, by).await?;
        accounts::set_active(&mut tx, scope, id, open).await?;
        let kind = if open { Kind::AccountOpened } else { Kind::AccountClosed };
        self.note(&mut tx, scope, Noted::of(by, kind, id)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether whoever does it is an administrator now; the machine itself may.
    async fn administers(&self, tx: &mut Tx, by: Option<&Signed>) -> Result<(), Declined> {
        match by {
            Some(by) => self.may(tx, by, ("change-accounts", &[Role::Administrator])).await,
            None => Ok(()),
        }
    }

    /// Hashes a password away from the threads that answer requests.
    ///
    /// # Errors
    /// The machine has no memory or randomness to give.
    pub async fn hashed(&self, password: &str) -> Result<String, Declined> {
        let salt = self.id().await?;
        let password = password.to_owned();
        let done = tokio::task::spawn_blocking(move || hash(&password, salt.as_bytes())).await;
        Ok(done.map_err(anyhow::Error::new)??)
    }

    /// Sixteen letters and figures in groups of four.
    ///
    /// # Errors
    /// The machine has no randomness to give.
    pub async fn one_time_password(&self) -> Result<String, Declined> {
        let drawn = self.token().await?;
        let mut password = String::new();
        for n in 0..16 {
            // Two bytes each keep the odds of all letters within a thousandth of one another.
            let pair = drawn.get(n * 4..n * 4 + 4).unwrap_or_default();
            let number = usize::from_str_radix(pair, 16).unwrap_or_default();
            if n != 0 && n % 4 == 0 {
                password.push('-');
            }
            password.extend(ALPHABET.get(number % ALPHABET.len()).map(|byte| char::from(*byte)));
        }
        Ok(password)
    }
}

/// Roles by their stored names in words, a line each.
fn titles(roles: &[String]) -> String {
    let title = |role: &String| match role_named(role) {
        Some(role) => words::sentence(words::names::role(role)),
        None => role.clone(),
    };
    let mut titles: Vec<String> = roles.iter().map(title).collect();
    titles.sort();
    titles.join("\n")
}

/// Whoever gives roles does not see complaints.
fn apart(roles: &[Role]) -> Result<(), AccountTrouble> {
    let works = roles.iter().any(|role| CASEWORK.contains(role) || *role == Role::Auditor);
    if works && roles.contains(&Role::Administrator) {
        return Err(AccountTrouble::AdministratorWithCasework);
    }
    Ok(())
}

/// Hashes a password with Argon2id.
///
/// # Errors
/// The machine has no memory for it.
pub fn hash(password: &str, salt: &[u8]) -> anyhow::Result<String> {
    let hashed = argon()?
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| anyhow!("a password could not be hashed: {error}"))?;
    Ok(hashed.to_string())
}

/// Whether a password is the one behind a hash. Without a hash it takes as long and is false.
pub fn fits(password: &str, hashed: Option<&str>) -> bool {
    let Ok(argon) = argon() else { return false };
    match hashed.and_then(|hashed| PasswordHash::new(hashed).ok()) {
        Some(known) => argon.verify_password(password.as_bytes(), &known).is_ok(),
        None => {
            let _ = argon.hash_password_with_salt(password.as_bytes(), b"nobody's own salt");
            false
        }
    }
}

fn argon() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(MEMORY, ROUNDS, 1, None)
        .map_err(|error| anyhow!("the settings of the hash are wrong: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// What speaks against a password, in words for the person choosing it.
pub fn objection(password: &str, login: &str) -> Option<&'static str> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some("Choose a password of at least 12 characters. Four unrelated words do well");
    }
    if LONGEST < length {
        return Some("Choose a password of at most 256 characters");
    }
    let folded: String = password
        .to_lowercase()
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_' | '.' | '!'))
        .collect();
    let mut letters: Vec<char> = folded.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let login = login.trim().to_lowercase();
    let is_login = 3 <= login.len() && folded.replace(&login, "").chars().count() < 6;
    if letters.len() < 5 || COMMON.contains(&folded.as_str()) || is_login {
        return Some("Choose another password: this one is among the first that a stranger tries");
    }
    None
}

impl From<redress_store::Error> for AccountTrouble {
    fn from(error: redress_store::Error) -> Self {
        match error {
            redress_store::Error::Conflict { .. } => Self::LoginTaken,
            redress_store::Error::Refused { .. } => Self::LastAdministrator,
            other => Self::Declined(other.into()),
        }
    }
}

impl From<Declined> for AccountTrouble {
    fn from(declined: Declined) -> Self {
        Self::Declined(declined)
    }
}

#[cfg(test)]
mod tests {
    use super::{fits, hash, objection};

    #[test]
    fn a_password_fits_its_own_hash_and_no_other() {
        let hashed = hash("four unrelated words", b"sixteen bytes ok").unwrap();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
        assert!(fits("four unrelated words", Some(&hashed)));
        assert!(!fits("four unrelated word", Some(&hashed)));
        assert!(!fits("four unrelated words", None));
        assert!(!fits("four unrelated words", Some("not a hash")));
    }

    #[test]
    fn what_a_stranger_tries_first_is_no_password() {
        for bad in [
            "short",
            "password1234",
            "Password-1234",
            "aaaaaaaaaaaaaaa",
            "amira-amira-amira",
            "amira.khan1",
        ] {
            assert!(objection(bad, "amira").is_some(), "{bad}");
        }
        for good in ["green lamp seven otters", "żółty-kot-nad-rzeką", "xK2#9fqLw0pz"] {
            assert_eq!(objection(good, "amira"), None, "{good}");
        }
    }
}
