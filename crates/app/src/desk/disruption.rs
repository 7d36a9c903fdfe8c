//! An exceptional event that keeps us from our work: everybody with an open complaint hears of it
//! (Code 8.5), each once.

use jiff::SignedDuration;
use redress_domain::command::{Command, WriteLetter};
use redress_domain::complaint::State;
use redress_domain::vocabulary::Kind;
use redress_store::lists;

use crate::desk::{Act, Declined, Desk, Signed};

/// How many complaints are looked at in one go.
const PAGE: i64 = 200;
/// How often an act is tried that somebody else's act crossed.
const CROSSED: usize = 5;

/// How long one go takes at most, well within the time a page has.
const ONE_GO: SignedDuration = SignedDuration::from_secs(12);

/// What became of telling everybody, or those whose turn came in one go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub told: u32,
    /// Complaints whose letter a check holds, or whose rules refuse it, by reference.
    pub held: Vec<String>,
    /// Where the next go begins; none once everybody had their turn.
    pub next: Option<String>,
}

impl Desk {
    /// Writes to everybody with an open complaint from a place on, for as long as one go takes. Done
    /// twice under one token it writes once, so a go that broke off is simply done again.
    ///
    /// # Errors
    /// The records cannot be reached; whoever was told stays told.
    pub async fn tell_everybody(
        &self,
        signed: &Signed,
        (token, after): (&str, &str),
        notice: &WriteLetter,
    ) -> Result<Told, Declined> {
        let mut told = Told::default();
        let mut after = after.to_owned();
        let until = self.now().checked_add(ONE_GO).unwrap_or_default();
        loop {
            let page = lists::open_complaints_after(&self.db, &signed.scope, &after, PAGE).await?;
            if page.is_empty() {
                return Ok(Told { next: None, ..told });
            }
            for id in page {
                if until <= self.now() {
                    return Ok(Told { next: Some(after), ..told });
                }
                let row = lists::load_complaint(&self.db, &signed.scope, &id).await?;
                match self.tell_of_it(signed, (&id, &row.reference, token), notice).await {
                    Ok(true) => told.told += 1,
                    Ok(false) => {}
                    // Whoever it is about is not told by them: a colleague does it again.
                    Err(
                        Declined::Held(_)
                        | Declined::Refused(_)
                        | Declined::Missing
                        | Declined::NotAllowed { .. },
                    ) => told.held.push(row.reference),
                    Err(other) => return Err(other),
                }
                after = id;
            }
        }
    }

    /// Tells one person; false where their complaint is over or is none.
    async fn tell_of_it(
        &self,
        signed: &Signed,
        (id, reference, token): (&str, &str, &str),
        notice: &WriteLetter,
    ) -> Result<bool, Declined> {
        for _ in 0..CROSSED {
            let case = self.case(signed, reference).await?;
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
            match self.act(signed, reference, act).await {
                Err(Declined::Stale(_) | Declined::Busy) => {}
                other => return other.map(|_| true),
            }
        }
        Err(Declined::Busy)
    }
}
