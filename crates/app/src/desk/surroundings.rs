//! What a decision leans on besides the case: the landlord, its calendar, its people, its policy.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use jiff::civil::Date;
use redress_domain::calendar::{Calendar, Nation};
use redress_domain::ids::StaffId;
use redress_domain::policy::terms::Terms;
use redress_domain::policy::{Pack, shipped};
use redress_domain::rules::{Actor, Rules};
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::accounts::{self, Staff};
use redress_store::details;
use redress_store::settings::{self, Landlord};

use crate::desk::house::House;
use crate::desk::mail::MAILBOX;
use crate::desk::packs::Packs;
use crate::desk::post::clockwork;
use crate::desk::{Declined, Desk, Signed};

/// The landlord's own facts, loaded once for a command or a page.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The landlord as it is named today.
    pub landlord: Landlord,
    /// Everything that it has set, through the years.
    pub house: House,
    pub calendar: Calendar,
    /// Roles of everybody with an account.
    pub roles: BTreeMap<StaffId, Vec<Role>>,
    /// Names of everybody with an account, for pages and letters.
    pub names: BTreeMap<StaffId, String>,
    /// The policies that its cases may run under.
    pub packs: Packs,
    /// Where residents follow their complaint, as a letter says it.
    pub follow_at: String,
}

/// What was loaded last for each landlord, and what it was loaded at.
#[derive(Clone, Debug, Default)]
pub(super) struct Remembered(Arc<Mutex<HashMap<String, Loaded>>>);

type Loaded = (Version, Arc<Surroundings>);

/// What the surroundings of a landlord depend on: its changes, and the day for what holds from one.
type Version = (Option<i64>, Date);

impl Remembered {
    fn at(&self, scope: &Scope, version: Version) -> Option<Arc<Surroundings>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (loaded_at, known) = all.get(scope.landlord())?;
        (*loaded_at == version).then(|| known.clone())
    }

    fn keep(&self, scope: &Scope, version: Version, loaded: &Arc<Surroundings>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(scope.landlord().to_owned(), (version, loaded.clone()));
    }
}

impl Desk {
    /// What surrounds a case of a landlord, as it stands now: one question, and all of it anew only
    /// where something was changed, by whichever copy of the program.
    ///
    /// # Errors
    /// The landlord has no entry, or the records cannot be reached.
    pub async fn surroundings(&self, scope: &Scope) -> Result<Arc<Surroundings>, Declined> {
        // Asked before loading: what changes meanwhile has a later number, and is loaded next time.
        let version = (settings::revision(&self.db, scope).await?, self.today());
        if let Some(known) = self.remembered.at(scope, version) {
            return Ok(known);
        }
        let loaded = Arc::new(self.load_surroundings(scope).await?);
        self.remembered.keep(scope, version, &loaded);
        Ok(loaded)
    }

    async fn load_surroundings(&self, scope: &Scope) -> Result<Surroundings, Declined> {
        // Asked side by side: a database across a network answers each after a journey.
        let (house, closures, staff, packs) = tokio::try_join!(
            self.house(scope),
            async { Ok(settings::list_closures(&self.db, scope).await?) },
            async { Ok(accounts::list_staff(&self.db, scope).await?) },
            self.packs(scope),
        )?;
        let landlord = details::as_on(house.entry.clone(), &house.details, self.today());
        let nation: Nation = landlord.nation.parse().unwrap_or(Nation::EnglandAndWales);
        let calendar = Calendar::of(nation)
            .closed_on(closures.into_iter().map(|closure| (closure.on, closure.what)));
        let mut roles = BTreeMap::new();
        let mut names = BTreeMap::new();
        for person in staff {
            roles.insert(StaffId(person.id.clone()), roles_of(&person));
            names.insert(StaffId(person.id), person.name);
        }
        let follow_at = self.follow_at();
        Ok(Surroundings { landlord, house, calendar, roles, names, packs, follow_at })
    }

    /// The pack that governs what is received on a day: the landlord's adopted one, or the Code.
    ///
    /// # Errors
    /// A pack that was adopted is not known to this program.
    pub async fn pack_on(&self, scope: &Scope, day: Date) -> Result<Arc<Pack>, Declined> {
        let packs = self.packs(scope).await?;
        match settings::adoption_on(&self.db, scope, day).await? {
            Some(adoption) => packs.named(&adoption.pack),
            None => packs.named("code-2024"),
        }
    }
}

/// A pack with the Code beside it.
///
/// # Errors
/// The shipped Code cannot be read.
pub fn terms(pack: &Pack, floor: bool) -> Result<Terms<'_>, Declined> {
    let code = shipped::code().context("the shipped Code cannot be read")?;
    Ok(Terms { pack, code, floor })
}

/// The roles an account holds, as the rules know them.
pub fn roles_of(staff: &Staff) -> Vec<Role> {
    staff.roles.iter().filter_map(|name| role_named(name)).collect()
}

/// A role by the name that is stored.
pub fn role_named(name: &str) -> Option<Role> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

impl Signed {
    /// The person as the rules see them.
    pub fn actor(&self) -> Actor {
        let own = self.visit.as_ref().map(|visit| visit.reference.clone());
        Actor { id: Some(StaffId(self.staff.id.clone())), roles: roles_of(&self.staff), own }
    }

    /// Whether the person holds any of these roles.
    pub fn is_any(&self, roles: &[Role]) -> bool {
        roles_of(&self.staff).iter().any(|role| roles.contains(role))
    }

    /// Whether somebody takes contacts in or works on cases.
    pub fn handles(staff: &Staff) -> bool {
        const HANDLERS: &[Role] = &[
            Role::ContactCentre,
            Role::ComplaintsOfficer,
            Role::Stage2Officer,
            Role::InvestigatingOfficer,
            Role::ComplaintsManager,
            Role::SeniorManager,
            Role::ServiceManager,
        ];
        roles_of(staff).iter().any(|role| HANDLERS.contains(role))
    }

    /// Whether the person sees only what they hold, and what nobody holds yet: investigating
    /// officers and service managers who have no other part in complaints.
    pub fn sees_only_held(&self) -> bool {
        const HELD_ONLY: &[Role] = &[Role::InvestigatingOfficer, Role::ServiceManager];
        const EVERYTHING: &[Role] = &[
            Role::ContactCentre,
            Role::ComplaintsOfficer,
            Role::Stage2Officer,
            Role::ComplaintsManager,
            Role::SeniorManager,
            Role::Auditor,
        ];
        self.is_any(HELD_ONLY) && !self.is_any(EVERYTHING)
    }
}

impl Surroundings {
    /// The rules for one act.
    pub fn rules<'a>(&'a self, terms: Terms<'a>, actor: &'a Actor, today: Date) -> Rules<'a> {
        Rules { terms, calendar: &self.calendar, actor, today, staff: &self.roles }
    }

    /// A colleague's name, or the id where there is no account any more; in a word whoever acted
    /// on the portal.
    pub fn name_of(&self, who: &StaffId) -> String {
        if clockwork::is_worker(who) {
            return "Redress".to_owned();
        }
        match who.0.as_str() {
            StaffId::RESIDENT => return "The resident".to_owned(),
            StaffId::REPRESENTATIVE => return "Whoever acts for the resident".to_owned(),
            MAILBOX => return "E-mail".to_owned(),
            _ => {}
        }
        self.names.get(who).cloned().unwrap_or_else(|| who.0.clone())
    }
}
