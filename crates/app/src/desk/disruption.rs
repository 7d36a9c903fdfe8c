//! An exceptional event that keeps us from our work: everybody with an open complaint hears of it
//! (Code 8.5), each once.

use redress_domain::command::{Command, WriteLetter};
use redress_domain::complaint::State;
use redress_domain::vocabulary::Kind;
use redress_store::lists;

use crate::desk::{Act, Declined, Desk, Signed};

/// How many complaints are looked at in one go.
const PAGE: i64 = 200;
/// How often an act is tried that somebody else's act crossed.
const CROSSED: usize = 5;

/// What became of telling everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub told: u32,
    /// Complaints whose letter a check holds, or whose rules refuse it.
    pub held: u32,
}

impl Desk {
    /// Writes to everybody with an open complaint. Done twice under one token it writes once.
    ///
    /// # Errors
    /// The records cannot be reached; whoever was told stays told.
    pub async fn tell_everybody(
        &self,
        signed: &Signed,
        token: &str,
        notice: &WriteLetter,
    ) -> Result<Told, Declined> {
        let mut told = Told::default();
        let mut after = String::new();
        loop {
            let page = lists::complaints_after(&self.db, &signed.scope, &after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(told) };
            after.clone_from(last);
            for id in &page {
                match self.tell_of_it(signed, (id, token), notice).await {
                    Ok(true) => told.told += 1,
                    Ok(false) => {}
                    Err(Declined::Held(_) | Declined::Refused(_)) => told.held += 1,
                    // Whoever it is about is not told by them: a colleague does it again.
                    Err(Declined::Missing | Declined::NotAllowed { .. }) => told.held += 1,
                    Err(other) => return Err(other),
                }
            }
        }
    }

    /// Tells one person; false where their complaint is over or is none.
    async fn tell_of_it(
        &self,
        signed: &Signed,
        (id, token): (&str, &str),
        notice: &WriteLetter,
    ) -> Result<bool, Declined> {
        let row = lists::load_complaint(&self.db, &signed.scope, id).await?;
        for _ in 0..CROSSED {
            let case = self.case(signed, &row.reference).await?;
            let is_over = matches!(
                case.complaint.state(),
                State::Closed | State::Withdrawn | State::Declined
            );
            if is_over || case.complaint.kind != Kind::Complaint {
                return Ok(false);
            }
            let act = Act {
                token: format!("{token}/{id}"),
                seen: case.seq,
                commands: vec![Command::WriteLetter(Box::new(notice.clone()))],
                ..Act::default()
            };
            match self.act(signed, &row.reference, act).await {
                Err(Declined::Stale(_) | Declined::Busy) => {}
                other => return other.map(|_| true),
            }
        }
        Err(Declined::Busy)
    }
}
