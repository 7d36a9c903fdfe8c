//! A landlord's policies change by two people: one loads or proposes, another approves.

use jiff::civil::Date;
use redress_domain::policy::read::{self, PackError};
use redress_domain::policy::{Pack, shipped};
use redress_domain::vocabulary::Role;
use redress_store::packs::{self, OwnPack, PackStanding, Proposal, ProposalStanding};
use redress_store::settings::{self, Adoption};

use crate::desk::changes::{Kind, Noted};
use crate::desk::checking::digest;
use crate::desk::{Declined, Desk, Signed};

/// Who approves a policy and puts one in force.
pub const DECIDERS: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager];
/// Who loads one: administrators as well, who approve none.
pub const LOADERS: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager, Role::Administrator];

/// Short names that are addresses already.
const TAKEN: &[&str] = &["new", "comparison", "proposals"];
/// The most bytes of a policy.
pub const LONGEST: usize = 1024 * 1024;

/// What is wrong with a policy that somebody gives.
#[derive(Clone, Debug, PartialEq)]
pub enum NotLoaded {
    /// It cannot be read, and where.
    Wrong(PackError),
    /// Its short name is one of the program's, or of an approved policy.
    NameTaken(PackError),
}

impl NotLoaded {
    /// What to say, with line and column.
    pub fn error(&self) -> &PackError {
        match self {
            Self::Wrong(error) | Self::NameTaken(error) => error,
        }
    }
}

/// What came of deciding about a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Done,
    /// Somebody decided before.
    Decided,
    /// Whoever loads or proposes does not approve.
    Own,
    /// An approved policy has that short name.
    NameTaken,
    /// The first day has passed.
    Past,
    /// Another policy begins on that day.
    DayTaken,
    /// The policy does not read as it did when it was proposed.
    Moved,
    /// It is in force or proposed, so it stays.
    InUse,
}

impl Desk {
    /// Keeps a policy of the landlord's own as a draft, byte for byte. Says its random id.
    ///
    /// # Errors
    /// The records cannot be reached. What is wrong with the policy is an answer.
    pub async fn load_pack(
        &self,
        signed: &Signed,
        text: &str,
    ) -> Result<Result<String, NotLoaded>, Declined> {
        let pack = match read_own(text) {
            Ok(pack) => pack,
            Err(error) => return Ok(Err(NotLoaded::Wrong(error))),
        };
        let taken = |why: String| {
            let span = text.find(&format!("\"{}\"", pack.id.0));
            let (line, column) = span.map_or((1, 1), |at| read::place(text, at));
            NotLoaded::NameTaken(PackError { message: why, span: None, line, column })
        };
        if shipped::pack(&pack.id.0).is_some() {
            return Ok(Err(taken(format!(
                "{:?} is a policy that comes with the program: choose an id of your own",
                pack.id.0
            ))));
        }
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("load-policy", LOADERS)).await?;
        let approved = packs::approved(&mut tx, &signed.scope).await?;
        if approved.iter().any(|known| known.pack == pack.id.0) {
            return Ok(Err(taken(format!(
                "{:?} is approved and stays as it is: give a new version an id of its own",
                pack.id.0
            ))));
        }
        let own = OwnPack {
            id: self.id().await?,
            pack: pack.id.0.clone(),
            version: pack.version.clone(),
            title: pack.title.clone(),
            sha256: digest(text.as_bytes()),
            standing: PackStanding::Draft,
            loaded_by: signed.staff.id.clone(),
            loaded_at: self.now(),
            decided_by: None,
            decided_at: None,
        };
        packs::load(&mut tx, &signed.scope, &own, text).await?;
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::PackLoaded,
            about: &own.pack,
            was: String::new(),
            became: named(&own),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Ok(own.id))
    }

    /// Approves a policy that somebody else loaded.
    ///
    /// # Errors
    /// There is none with that id, or the records cannot be reached.
    pub async fn approve_pack(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("approve-policy", DECIDERS)).await?;
        let held = packs::find(&mut tx, &signed.scope, id).await?;
        let mut held = held.ok_or(Declined::Missing)?;
        if held.standing != PackStanding::Draft {
            return Ok(Answer::Decided);
        }
        if held.loaded_by == signed.staff.id {
            return Ok(Answer::Own);
        }
        held.standing = PackStanding::Approved;
        held.decided_by = Some(signed.staff.id.clone());
        held.decided_at = Some(self.now());
        match packs::decide(&mut tx, &signed.scope, &held).await {
            Ok(()) => {}
            Err(redress_store::Error::Conflict { .. }) => return Ok(Answer::NameTaken),
            Err(error) => return Err(error.into()),
        }
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::PackApproved,
            about: &held.pack,
            was: "draft".to_owned(),
            became: format!("approved: {}", named(&held)),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Gives a policy up, as long as it was never in force and nobody proposes it.
    ///
    /// # Errors
    /// There is none with that id, or the records cannot be reached.
    pub async fn withdraw_pack(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("give-up-policy", LOADERS)).await?;
        let held = packs::find(&mut tx, &signed.scope, id).await?;
        let mut held = held.ok_or(Declined::Missing)?;
        let was = match held.standing {
            PackStanding::Withdrawn => return Ok(Answer::Decided),
            PackStanding::Draft => "draft",
            PackStanding::Approved => {
                let adopted = settings::list_adoptions(&mut tx, &signed.scope).await?;
                let proposed = packs::open_proposals(&mut tx, &signed.scope).await?;
                let used = adopted.iter().any(|it| it.pack == held.pack)
                    || proposed.iter().any(|it| it.pack == held.pack);
                if used {
                    return Ok(Answer::InUse);
                }
                "approved"
            }
        };
        held.standing = PackStanding::Withdrawn;
        held.decided_by = Some(signed.staff.id.clone());
        held.decided_at = Some(self.now());
        packs::decide(&mut tx, &signed.scope, &held).await?;
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::PackWithdrawn,
            about: &held.pack,
            was: format!("{was}: {}", named(&held)),
            became: "given up".to_owned(),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Proposes that a policy be in force from a day. The same proposal sent twice is one.
    ///
    /// # Errors
    /// The policy is not known, or the records cannot be reached.
    pub async fn propose_policy(
        &self,
        signed: &Signed,
        pack: &Pack,
        from: Date,
    ) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("propose-policy", DECIDERS)).await?;
        let (sha256, _) = self.text_of(&mut tx, signed, &pack.id.0).await?;
        let adopted = settings::list_adoptions(&mut tx, &signed.scope).await?;
        if adopted.iter().any(|it| it.from == from) {
            return Ok(Answer::DayTaken);
        }
        let open = packs::open_proposals(&mut tx, &signed.scope).await?;
        if open.iter().any(|it| it.from == from && it.sha256 == sha256) {
            return Ok(Answer::Done);
        }
        let proposal = Proposal {
            id: self.id().await?,
            pack: pack.id.0.clone(),
            version: pack.version.clone(),
            sha256,
            from,
            standing: ProposalStanding::Proposed,
            proposed_by: signed.staff.id.clone(),
            proposed_at: self.now(),
            decided_by: None,
            decided_at: None,
        };
        packs::put_proposal(&mut tx, &signed.scope, &proposal).await?;
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::PolicyProposed,
            about: &proposal.pack,
            was: String::new(),
            became: from_day(&proposal),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Puts in force what somebody else proposed.
    ///
    /// # Errors
    /// There is no such proposal, or the records cannot be reached.
    pub async fn approve_policy(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("put-policy-in-force", DECIDERS)).await?;
        let held = packs::find_proposal(&mut tx, &signed.scope, id).await?;
        let mut held = held.ok_or(Declined::Missing)?;
        if held.standing != ProposalStanding::Proposed {
            return Ok(Answer::Decided);
        }
        if held.proposed_by == signed.staff.id {
            return Ok(Answer::Own);
        }
        if held.from < self.today() {
            return Ok(Answer::Past);
        }
        let (sha256, text) = self.text_of(&mut tx, signed, &held.pack).await?;
        if sha256 != held.sha256 {
            return Ok(Answer::Moved);
        }
        let at = self.now();
        let adoption = Adoption {
            pack: held.pack.clone(),
            version: held.version.clone(),
            text,
            from: held.from,
            proposed_by: Some(held.proposed_by.clone()),
            adopted_by: Some(signed.staff.id.clone()),
            adopted_at: at,
        };
        match settings::adopt(&mut tx, &signed.scope, &adoption).await {
            Ok(()) => {}
            Err(redress_store::Error::Conflict { .. }) => return Ok(Answer::DayTaken),
            Err(error) => return Err(error.into()),
        }
        held.standing = ProposalStanding::InForce;
        held.decided_by = Some(signed.staff.id.clone());
        held.decided_at = Some(at);
        packs::put_proposal(&mut tx, &signed.scope, &held).await?;
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::PolicyInForce,
            about: &held.pack,
            was: "proposed".to_owned(),
            became: from_day(&held),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Gives a proposal up.
    ///
    /// # Errors
    /// There is no such proposal, or the records cannot be reached.
    pub async fn withdraw_policy(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("give-up-proposal", DECIDERS)).await?;
        let held = packs::find_proposal(&mut tx, &signed.scope, id).await?;
        let mut held = held.ok_or(Declined::Missing)?;
        if held.standing != ProposalStanding::Proposed {
            return Ok(Answer::Decided);
        }
        held.standing = ProposalStanding::Withdrawn;
        held.decided_by = Some(signed.staff.id.clone());
        held.decided_at = Some(self.now());
        packs::put_proposal(&mut tx, &signed.scope, &held).await?;
        let noted = Noted {
            by: Some(&signed.staff.id),
            kind: Kind::ProposalWithdrawn,
            about: &held.pack,
            was: from_day(&held),
            became: "given up".to_owned(),
        };
        self.note(&mut tx, &signed.scope, noted).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// The text of a policy, by its short name or by the random id of an own one.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn pack_text(&self, signed: &Signed, id: &str) -> Result<Option<String>, Declined> {
        if let Some(text) = packs::text(&self.db, &signed.scope, id).await? {
            return Ok(Some(text));
        }
        let own = packs::approved(&self.db, &signed.scope).await?;
        if let Some(own) = own.iter().find(|own| own.pack == id) {
            return Ok(packs::text(&self.db, &signed.scope, &own.id).await?);
        }
        let shipped = shipped::TEXTS.iter().find(|(known, _)| *known == id);
        Ok(shipped.map(|(_, text)| (*text).to_owned()))
    }

    /// The digest and the text of an approved policy or of one that comes with the program.
    async fn text_of(
        &self,
        tx: &mut redress_store::Tx,
        signed: &Signed,
        pack: &str,
    ) -> Result<(String, String), Declined> {
        let own = packs::approved(&mut *tx, &signed.scope).await?;
        if let Some(own) = own.into_iter().find(|own| own.pack == pack) {
            let text = packs::text(&mut *tx, &signed.scope, &own.id).await?;
            return Ok((own.sha256, text.ok_or(Declined::Missing)?));
        }
        let text = shipped::TEXTS.iter().find(|(id, _)| *id == pack);
        let (_, text) = text.ok_or(Declined::Missing)?;
        Ok((digest(text.as_bytes()), (*text).to_owned()))
    }
}

/// Reads a policy of a landlord's own: what every policy must hold to, and a name that can be an
/// address.
///
/// # Errors
/// As for [`read::read`]; a short name that cannot be one, or a blank title or version.
pub fn read_own(text: &str) -> Result<Pack, PackError> {
    let pack = read::read(text)?;
    let at = |key: &str, message: String| {
        let found = text.lines().enumerate().find(|(_, line)| {
            line.trim_start()
                .strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        });
        let (line, column) = found.map_or((1, 1), |(n, line)| {
            (n + 1, line.chars().take_while(|letter| letter.is_whitespace()).count() + 1)
        });
        Err(PackError { message, span: None, line, column })
    };
    let id = &pack.id.0;
    let plain = id.chars().all(|letter| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '.'
    });
    if !plain || !(3..=60).contains(&id.len()) || id.starts_with(['-', '.']) {
        let words = format!(
            "the id {id:?} must be 3 to 60 small letters, figures and hyphens, such as rowan-2026"
        );
        return at("id", words);
    }
    if TAKEN.contains(&id.as_str()) {
        return at("id", format!("the id {id:?} is an address of this program: choose another"));
    }
    for (key, value) in [("title", &pack.title), ("version", &pack.version)] {
        if value.trim().is_empty() {
            return at(key, format!("the {key} is blank"));
        }
    }
    if pack.in_force_to.is_some_and(|last| last < pack.in_force_from) {
        return at("in-force-to", "the last day is before the first".to_owned());
    }
    Ok(pack)
}

fn named(own: &OwnPack) -> String {
    format!("{}, version {}, SHA-256 {}", own.title, own.version, own.sha256)
}

fn from_day(proposal: &Proposal) -> String {
    format!("version {}, from {}", proposal.version, crate::words::day(proposal.from))
}

#[cfg(test)]
mod tests {
    use redress_domain::policy::shipped;

    use super::read_own;

    fn with_id(id: &str) -> String {
        let (_, text) = shipped::TEXTS.iter().find(|(id, _)| *id == "derive-2024").unwrap();
        text.replacen("id = \"derive-2024\"", &format!("id = \"{id}\""), 1)
    }

    #[test]
    fn a_policys_short_name_can_be_an_address() {
        assert_eq!(read_own(&with_id("rowan-2026")).unwrap().id.0, "rowan-2026");
        for bad in ["Rowan", "a/b", "..", "", "new", "rowan 2026", "-rowan"] {
            let error = read_own(&with_id(bad)).unwrap_err();
            let line = with_id(bad).lines().position(|it| it.starts_with("id =")).unwrap() + 1;
            assert_eq!((error.line, error.column), (line, 1), "{bad}: {error}");
        }
    }

    #[test]
    fn a_policy_cannot_end_before_it_begins() {
        let text = with_id("rowan-2026").replacen(
            "in-force-from = ",
            "in-force-to = \"1999-01-01\"\nin-force-from = ",
            1,
        );
        assert!(read_own(&text).unwrap_err().message.contains("before the first"));
    }
}
