//! The resident's door: reference and code, or a link with its code, open one case for a while.
//! Whoever guesses waits, and cannot tell whether there is anything to guess.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use redress_store::accounts::Staff;
use redress_store::lists;
use redress_store::portal::codes;
use redress_store::portal::links;
use redress_store::portal::sessions::{self, NewVisit, Visit};
use redress_store::portal::tries::{self, Try};
use redress_store::{Scope, Tx};
use tokio::sync::Semaphore;

use crate::desk::codes::{PICK, fits, typed};
use crate::desk::sessions::Entered;
use crate::desk::{Declined, Desk, Signed, Visiting, reference};
use redress_domain::ids::StaffId;

mod link;

pub use link::LinkToSend;

/// How long a visit lasts at most.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// Wrong guesses at one code, its first symbols known, after which it is dead.
const GUESSES: i64 = 20;

/// How long a visit may rest: a quarter of an hour, or ten times as long on one's own device.
pub fn idle(own_device: bool) -> SignedDuration {
    SignedDuration::from_mins(if own_device { 150 } else { 15 })
}

/// Somebody with a reference and a code.
#[derive(Clone, Copy, Debug)]
pub struct Knock<'a> {
    pub reference: &'a str,
    pub code: &'a str,
    /// Where they come from.
    pub address: &'a str,
    pub own_device: bool,
}

/// What the door says.
#[derive(Debug)]
pub enum Opened {
    /// Come in.
    To(Entered),
    /// Those two do not go together, or there is no such reference: nobody can tell which.
    ToNobody,
    /// Too many tries: when the next may be.
    Wait(Timestamp),
}

/// What a link by e-mail is made of: the link finds the page, the code beside it is typed there.
#[derive(Clone, Debug)]
pub struct Link {
    pub token: String,
    pub code: String,
    pub expires_at: Timestamp,
}

/// A resident on a visit.
#[derive(Clone, Debug)]
pub struct Guest {
    pub signed: Signed,
    pub visit: Visit,
}

impl Desk {
    /// Compares a code, throttled. `hashing` limits how many are hashed at once.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn knock_with_code(
        &self,
        knock: Knock<'_>,
        hashing: &Arc<Semaphore>,
    ) -> Result<Opened, Declined> {
        let at = self.now();
        let (quoted, code) = (reference::normal(knock.reference), typed(knock.code));
        let tried = Try { reference: &quoted, address: knock.address, at };
        let (pick, secret) = code.split_at_checked(PICK).unwrap_or((code.as_str(), ""));
        let mut tx = self.db.begin().await?;
        if let Some(until) = tries::begins(&mut tx, &tried).await? {
            tx.commit().await?;
            return Ok(Opened::Wait(until));
        }
        let mut found = codes::find_alive(&mut tx, (&quoted, pick), at).await?;
        // As much is asked of the records, and hashed, where there is no such code: whoever guesses
        // learns nothing from how long it takes.
        let nobody = (Scope::of(""), "");
        let of = found.as_ref().map_or(nobody, |(scope, it)| (scope.clone(), it.id.as_str()));
        let tried_before = codes::count_try(&mut tx, &of.0, of.1).await?;
        if let Some((scope, known)) = found.as_ref().filter(|_| GUESSES < tried_before) {
            codes::end(&mut tx, scope, &known.id, (at, "guessed")).await?;
            tracing::warn!(complaint = known.complaint, "a code was guessed at and is dead");
            found = None;
        }
        tx.commit().await?;
        let hash = found.as_ref().map(|(_, known)| known.hash.clone());
        if !is_right(secret, hash, hashing).await? {
            return Ok(Opened::ToNobody);
        }
        let Some((scope, known)) = found else { return Ok(Opened::ToNobody) };
        let mut tx = self.db.begin().await?;
        codes::try_was_right(&mut tx, &scope, &known.id).await?;
        tries::worked(&mut tx, &tried).await?;
        let to = (known.complaint.as_str(), known.representative);
        let entered = self.open_visit(&mut tx, &scope, to, knock.own_device).await?;
        tx.commit().await?;
        Ok(Opened::To(entered))
    }

    async fn open_visit(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        (complaint, representative): (&str, bool),
        own_device: bool,
    ) -> Result<Entered, Declined> {
        let entered = Entered { token: self.token().await?, csrf: self.token().await? };
        let new = NewVisit {
            token: entered.token.clone(),
            complaint: Some(complaint.to_owned()),
            draft: None,
            representative,
            csrf: entered.csrf.clone(),
            own_device,
            at: self.now(),
            idle: idle(own_device),
            absolute: LONGEST,
        };
        sessions::open(tx, scope, &new).await?;
        Ok(entered)
    }

    /// Who is behind a visit's token, if it is still good. Written down at most once a minute.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn guest(&self, token: &str) -> Result<Option<Guest>, Declined> {
        let now = self.now();
        let Some((scope, visit)) = sessions::find(&self.db, token, now).await? else {
            return Ok(None);
        };
        if 60 <= now.duration_since(visit.seen_at).as_secs() {
            let mut tx = self.db.begin().await?;
            sessions::touch(&mut tx, &visit.name, now).await?;
            tx.commit().await?;
        }
        let reference = match &visit.complaint {
            Some(id) => lists::load_complaint(&self.db, &scope, id).await?.reference,
            None => String::new(),
        };
        let visiting = Visiting { session: visit.name.clone(), reference };
        Ok(Some(Guest { signed: outside(scope, visiting, visit.representative), visit }))
    }

    /// Ends a visit.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn leave_visit(&self, visit: &Visit) -> Result<(), Declined> {
        let mut tx = self.db.begin().await?;
        sessions::end(&mut tx, &visit.name).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Opens a case with a link and the code that is typed beside it.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn knock_with_link(
        &self,
        (token, code): (&str, &str),
        (address, own_device): (&str, bool),
    ) -> Result<Opened, Declined> {
        let at = self.now();
        let tried = Try { reference: "", address, at };
        let mut tx = self.db.begin().await?;
        if let Some(until) = tries::begins(&mut tx, &tried).await? {
            tx.commit().await?;
            return Ok(Opened::Wait(until));
        }
        let found = links::redeem(&mut tx, (token, &typed(code)), at).await?;
        let opened = match found {
            Some((scope, complaint)) => {
                tries::worked(&mut tx, &tried).await?;
                let to = (complaint.as_str(), false);
                Opened::To(self.open_visit(&mut tx, &scope, to, own_device).await?)
            }
            None => Opened::ToNobody,
        };
        tx.commit().await?;
        Ok(opened)
    }
}

/// Somebody from outside, as the desk knows them: no account, one case.
pub(super) fn outside(scope: Scope, visit: Visiting, representative: bool) -> Signed {
    let (id, role) = if representative {
        (StaffId::REPRESENTATIVE, "representative")
    } else {
        (StaffId::RESIDENT, "resident")
    };
    let staff = Staff {
        id: id.to_owned(),
        login: String::new(),
        name: String::new(),
        active: true,
        must_change: false,
        created_at: Timestamp::UNIX_EPOCH,
        last_sign_in_at: None,
        roles: vec![role.to_owned()],
    };
    Signed { scope, staff, visit: Some(visit) }
}

/// One hash; a code that nobody has takes as long as one that somebody has.
async fn is_right(
    secret: &str,
    hash: Option<String>,
    hashing: &Arc<Semaphore>,
) -> Result<bool, Declined> {
    let seat = Arc::clone(hashing).acquire_owned().await.map_err(anyhow::Error::new)?;
    let secret = secret.to_owned();
    let done = tokio::task::spawn_blocking(move || {
        let right = fits(&secret, hash.as_deref());
        drop(seat);
        right
    });
    Ok(done.await.map_err(anyhow::Error::new)?)
}
