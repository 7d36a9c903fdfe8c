//! A landlord's first day: its entry, its policy, its first accounts.

use jiff::civil::Date;
use redress_domain::calendar::Nation;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::accounts::{self, NewStaff};
use redress_store::post_house::{self, PostHouse};
use redress_store::settings::{self, Adoption, Landlord};

use crate::desk::{Declined, Desk};
use crate::words;

/// What a landlord is founded with.
#[derive(Clone, Debug)]
pub struct Founding {
    pub id: String,
    pub name: String,
    /// One line each.
    pub address: String,
    pub telephone: String,
    pub email: String,
    pub hours: String,
    pub nation: Nation,
    /// The policy pack it begins with.
    pub pack: String,
    /// The first day that pack governs.
    pub from: Date,
    /// Whether letters wait in Post until they have left.
    pub letters_wait: bool,
}

/// Somebody who gets an account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub login: String,
    pub name: String,
    pub password: String,
    pub must_change: bool,
    pub roles: Vec<Role>,
}

impl Desk {
    /// Founds a landlord with its first accounts, all or nothing.
    ///
    /// # Errors
    /// A pack nobody knows, a login that stands twice, or records out of reach.
    pub async fn found(
        &self,
        founding: &Founding,
        accounts: &[NewAccount],
    ) -> Result<(), Declined> {
        let scope = Scope::of(founding.id.clone());
        let text =
            shipped::TEXTS.iter().find(|(id, _)| *id == founding.pack).map(|(_, text)| *text);
        let (Some(text), Some(pack)) = (text, shipped::pack(&founding.pack)) else {
            return Err(Declined::Missing);
        };
        let mut new: Vec<NewStaff> = Vec::new();
        for (n, account) in accounts.iter().enumerate() {
            // Accounts that begin with one password are hashed once.
            let same = accounts.iter().take(n).position(|known| known.password == account.password);
            let hashed = match same.and_then(|known| new.get(known)) {
                Some(known) => known.password_hash.clone(),
                None => self.hashed(&account.password).await?,
            };
            new.push(NewStaff {
                id: self.id().await?,
                login: account.login.clone(),
                name: account.name.clone(),
                password_hash: hashed,
                must_change: account.must_change,
                roles: account.roles.iter().map(words::id).collect(),
            });
        }
        let secret = self.token().await?;
        let at = self.now();
        let mut tx = self.db.begin().await?;
        let landlord = Landlord {
            id: founding.id.clone(),
            name: founding.name.clone(),
            address: founding.address.clone(),
            telephone: founding.telephone.clone(),
            email: founding.email.clone(),
            hours: founding.hours.clone(),
            accent: String::new(),
            nation: founding.nation.to_string(),
        };
        settings::put_landlord(&mut tx, &landlord).await?;
        let house = PostHouse { waits: founding.letters_wait, secret, ..PostHouse::default() };
        post_house::put(&mut tx, &scope, &house).await?;
        let adoption = Adoption {
            pack: founding.pack.clone(),
            version: pack.version.clone(),
            text: text.to_owned(),
            from: founding.from,
            proposed_by: None,
            adopted_by: None,
            adopted_at: at,
        };
        settings::adopt(&mut tx, &scope, &adoption).await?;
        for account in &new {
            accounts::add_staff(&mut tx, &scope, account, at).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
