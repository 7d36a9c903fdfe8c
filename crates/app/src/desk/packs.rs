//! The policies that a landlord's cases may run under: those that come with the program, and its
//! own approved ones. A text is read once and kept by its digest.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use anyhow::Context;
use redress_domain::policy::{Pack, read, shipped};
use redress_store::Scope;
use redress_store::packs::{self, OwnPack};

use crate::desk::{Declined, Desk};

/// Texts that were read, by their digests.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf(Arc<Mutex<HashMap<String, Arc<Pack>>>>);

impl Shelf {
    fn get(&self, sha256: &str) -> Option<Arc<Pack>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(sha256).cloned()
    }

    fn keep(&self, sha256: &str, pack: &Arc<Pack>) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(sha256.to_owned(), pack.clone());
    }
}

/// The policies that come with the program, shared.
fn shipped_packs() -> &'static [Arc<Pack>] {
    static SHARED: OnceLock<Vec<Arc<Pack>>> = OnceLock::new();
    SHARED.get_or_init(|| {
        shipped::packs().unwrap_or_default().iter().cloned().map(Arc::new).collect()
    })
}

/// A policy that comes with the program, by its short name.
pub fn shipped_named(id: &str) -> Option<Arc<Pack>> {
    shipped_packs().iter().find(|pack| pack.id.0 == id).cloned()
}

/// The policies of one landlord: its own approved ones stand before those of the program.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    own: BTreeMap<String, Arc<Pack>>,
}

impl Packs {
    /// A policy by its short name.
    pub fn find(&self, id: &str) -> Option<Arc<Pack>> {
        self.own.get(id).cloned().or_else(|| shipped_named(id))
    }

    /// The policy that a case remembers.
    ///
    /// # Errors
    /// Nobody knows it.
    pub fn named(&self, id: &str) -> Result<Arc<Pack>, Declined> {
        self.find(id)
            .with_context(|| format!("the policy pack {id} is not known to this program"))
            .map_err(Declined::Fault)
    }

    /// All of them, the landlord's own first.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Pack>> {
        let shipped = shipped_packs().iter().filter(|pack| !self.own.contains_key(&pack.id.0));
        self.own.values().chain(shipped)
    }
}

impl Desk {
    /// The policies of a landlord.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn packs(&self, scope: &Scope) -> Result<Packs, Declined> {
        let mut own = BTreeMap::new();
        for approved in packs::approved(&self.db, scope).await? {
            // One that this program cannot read any more is missed where a case needs it.
            if let Some(pack) = self.read_own(scope, &approved.id, &approved.sha256).await? {
                own.insert(approved.pack, pack);
            }
        }
        Ok(Packs { own })
    }

    /// A policy of the landlord's own by its random id, approved or not.
    ///
    /// # Errors
    /// The records cannot be reached, or there is none with that id.
    pub async fn own_pack(
        &self,
        scope: &Scope,
        id: &str,
    ) -> Result<Option<(OwnPack, Arc<Pack>)>, Declined> {
        let Some(own) = packs::find(&self.db, scope, id).await? else { return Ok(None) };
        let pack = self.read_own(scope, id, &own.sha256).await?;
        Ok(pack.map(|pack| (own, pack)))
    }

    async fn read_own(
        &self,
        scope: &Scope,
        id: &str,
        sha256: &str,
    ) -> Result<Option<Arc<Pack>>, Declined> {
        if let Some(known) = self.shelf.get(sha256) {
            return Ok(Some(known));
        }
        let Some(text) = packs::text(&self.db, scope, id).await? else { return Ok(None) };
        match read::read(&text) {
            Ok(pack) => {
                let pack = Arc::new(pack);
                self.shelf.keep(sha256, &pack);
                Ok(Some(pack))
            }
            Err(error) => {
                tracing::error!(%error, pack = id, "an own policy cannot be read any more");
                Ok(None)
            }
        }
    }
}
