//! Policies of a landlord's own, as they were given, and proposals to put a policy in force.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::settings;
use crate::{Error, Scope, Source, Tx};

/// How a policy of a landlord's own stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackStanding {
    /// Loaded by one person, approved by nobody.
    Draft,
    /// Approved by somebody else; it can be put in force.
    Approved,
    /// Given up.
    Withdrawn,
}

impl PackStanding {
    fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn named(name: &str) -> Option<Self> {
        let all = [Self::Draft, Self::Approved, Self::Withdrawn];
        all.into_iter().find(|standing| standing.name() == name)
    }
}

/// A policy of a landlord's own, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPack {
    /// Its random id.
    pub id: String,
    /// The policy's own short name.
    pub pack: String,
    /// Its version, as its author wrote it.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The digest of its text.
    pub sha256: String,
    /// How it stands.
    pub standing: PackStanding,
    /// Staff id.
    pub loaded_by: String,
    /// When.
    pub loaded_at: Timestamp,
    /// Who approved it or gave it up.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
}

const LOAD: &str = "INSERT INTO policy_pack (landlord, id, pack, version, title, sha256, \
     pack_text, state, loaded_by, loaded_at, decided_by, decided_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Keeps a policy, with its text byte for byte.
pub async fn load(tx: &mut Tx, scope: &Scope, it: &OwnPack, text: &str) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        (&it.pack).into(),
        (&it.version).into(),
        (&it.title).into(),
        (&it.sha256).into(),
        text.into(),
        it.standing.name().into(),
        (&it.loaded_by).into(),
        it.loaded_at.into(),
        (&it.decided_by).into(),
        it.decided_at.into(),
    ];
    tx.run(LOAD, &values).await.map(drop)
}

const DECIDE: &str = "UPDATE policy_pack SET state = $3, decided_by = $4, decided_at = $5 \
     WHERE landlord = $1 AND id = $2";

/// Writes how a policy stands now. Two approved ones of one name conflict.
pub async fn decide(tx: &mut Tx, scope: &Scope, it: &OwnPack) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        it.standing.name().into(),
        (&it.decided_by).into(),
        it.decided_at.into(),
    ];
    tx.run(DECIDE, &values).await.map_err(|why| match why {
        Error::Conflict { .. } => {
            Error::Conflict { what: format!("an approved policy named {}", it.pack) }
        }
        other => other,
    })?;
    settings::revised(tx, scope).await
}

const ALL: &str = "SELECT id, pack, version, title, sha256, state, loaded_by, loaded_at, \
     decided_by, decided_at FROM policy_pack WHERE landlord = $1 ORDER BY loaded_at DESC, id";
const ONE: &str = "SELECT id, pack, version, title, sha256, state, loaded_by, loaded_at, \
     decided_by, decided_at FROM policy_pack WHERE landlord = $1 AND id = $2";

/// The policies of a landlord's own, the newest first.
pub async fn list<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Vec<OwnPack>, Error> {
    from.into().all(ALL, &[scope.landlord().into()]).await?.iter().map(OwnPack::read).collect()
}

/// One of them.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<OwnPack>, Error> {
    let row = from.into().one(ONE, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(OwnPack::read).transpose()
}

const TEXT: &str = "SELECT pack_text FROM policy_pack WHERE landlord = $1 AND id = $2";

/// The text of one, as it was given.
pub async fn text<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<String>, Error> {
    let row = from.into().one(TEXT, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(|row| row.text("pack_text")).transpose()
}

const APPROVED: &str = "SELECT id, pack, sha256 FROM policy_pack \
     WHERE landlord = $1 AND state = 'approved' ORDER BY pack";

/// A policy that cases may run under, by what is needed to find its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// Its random id.
    pub id: String,
    /// Its short name.
    pub pack: String,
    /// The digest of its text.
    pub sha256: String,
}

/// The approved ones.
pub async fn approved<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Approved>, Error> {
    let rows = from.into().all(APPROVED, &[scope.landlord().into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Approved {
                id: row.text("id")?,
                pack: row.text("pack")?,
                sha256: row.text("sha256")?,
            })
        })
        .collect()
}

impl OwnPack {
    fn read(row: &Row) -> Result<Self, Error> {
        let state = row.text("state")?;
        let standing = PackStanding::named(&state);
        Ok(Self {
            id: row.text("id")?,
            pack: row.text("pack")?,
            version: row.text("version")?,
            title: row.text("title")?,
            sha256: row.text("sha256")?,
            standing: standing.ok_or_else(|| Error::inconsistent("policy_pack", &state))?,
            loaded_by: row.text("loaded_by")?,
            loaded_at: row.moment("loaded_at")?,
            decided_by: row.opt_text("decided_by")?,
            decided_at: row.opt_moment("decided_at")?,
        })
    }
}

/// How a proposal to put a policy in force stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalStanding {
    /// Nobody has decided.
    Proposed,
    /// Somebody else agreed.
    InForce,
    /// Given up.
    Withdrawn,
}

impl ProposalStanding {
    fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::InForce => "in-force",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn named(name: &str) -> Option<Self> {
        let all = [Self::Proposed, Self::InForce, Self::Withdrawn];
        all.into_iter().find(|standing| standing.name() == name)
    }
}

/// A proposal to put a policy in force from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its random id.
    pub id: String,
    /// The policy's short name.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The digest of its text as it was when this was proposed.
    pub sha256: String,
    /// The first day.
    pub from: Date,
    /// How it stands.
    pub standing: ProposalStanding,
    /// Staff id.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Timestamp,
    /// Who agreed or gave it up.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
}

const PUT: &str = "INSERT INTO adoption_proposal (landlord, id, pack, version, sha256, \
     in_force_from, state, proposed_by, proposed_at, decided_by, decided_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (landlord, id) DO UPDATE SET state = excluded.state, \
     decided_by = excluded.decided_by, decided_at = excluded.decided_at";

/// Writes a proposal, or how it stands now.
pub async fn put_proposal(tx: &mut Tx, scope: &Scope, it: &Proposal) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        (&it.pack).into(),
        (&it.version).into(),
        (&it.sha256).into(),
        it.from.into(),
        it.standing.name().into(),
        (&it.proposed_by).into(),
        it.proposed_at.into(),
        (&it.decided_by).into(),
        it.decided_at.into(),
    ];
    tx.run(PUT, &values).await.map(drop)
}

const PROPOSAL: &str = "SELECT id, pack, version, sha256, in_force_from, state, proposed_by, \
     proposed_at, decided_by, decided_at FROM adoption_proposal WHERE landlord = $1 AND id = $2";
const OPEN: &str = "SELECT id, pack, version, sha256, in_force_from, state, proposed_by, \
     proposed_at, decided_by, decided_at FROM adoption_proposal \
     WHERE landlord = $1 AND state = 'proposed' ORDER BY in_force_from, proposed_at, id";

/// One proposal.
pub async fn find_proposal<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Proposal>, Error> {
    let row = from.into().one(PROPOSAL, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(Proposal::read).transpose()
}

/// The proposals that nobody has decided, by the day they ask for.
pub async fn open_proposals<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Proposal>, Error> {
    from.into().all(OPEN, &[scope.landlord().into()]).await?.iter().map(Proposal::read).collect()
}

impl Proposal {
    fn read(row: &Row) -> Result<Self, Error> {
        let state = row.text("state")?;
        let standing = ProposalStanding::named(&state);
        Ok(Self {
            id: row.text("id")?,
            pack: row.text("pack")?,
            version: row.text("version")?,
            sha256: row.text("sha256")?,
            from: row.day("in_force_from")?,
            standing: standing.ok_or_else(|| Error::inconsistent("adoption_proposal", &state))?,
            proposed_by: row.text("proposed_by")?,
            proposed_at: row.moment("proposed_at")?,
            decided_by: row.opt_text("decided_by")?,
            decided_at: row.opt_moment("decided_at")?,
        })
    }
}
