//! A batch of paper: everything that waits in one print, dated today, on one file with a cover
//! sheet; and what became of its pieces.

use redress_domain::command::{Command, RecordPosting};
use redress_letters::render::batch::{self, Cover, Enclosed};
use redress_letters::render::pdf::Print;
use redress_store::dispatch::{self, Line, State, Way};
use redress_store::post_house::PostHouse;

use crate::desk::reminders::letters::cut_off;
use crate::desk::{Act, Declined, Desk, Signed};
use crate::words::{self, names};

/// The most pieces of one batch.
const MOST: i64 = 200;
/// How often an act is tried that somebody else's act crossed.
const CROSSED: usize = 5;

/// What became of the pieces of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub posted: u32,
    pub spoilt: u32,
    /// Pieces that could not be recorded: somebody else saw to them meanwhile.
    pub passed_over: u32,
}

/// By which class paper goes and until when, for the cover sheet.
fn goes(house: &PostHouse) -> String {
    let class = if house.class == "second" { "Second" } else { "First" };
    format!("{class} class, handed to the post by {}", cut_off(house).strftime("%H:%M"))
}

impl Desk {
    /// Makes a batch of what waits in a print. Each piece is dated today and read again first;
    /// what is held drops out. None where nothing waits.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn make_batch(
        &self,
        signed: &Signed,
        print: &str,
    ) -> Result<Option<String>, Declined> {
        let (scope, me) = (&signed.scope, signed.staff.id.as_str());
        let waiting = dispatch::lines(&self.db, scope, me, &[State::Queued], MOST).await?;
        let of_print = |it: &&Line| it.dispatch.way != Way::Email && it.dispatch.print == print;
        let batch = self.id().await?;
        let mut piece = 0;
        for line in waiting.iter().filter(of_print) {
            if !self.is_ready(scope, &line.dispatch).await? {
                continue;
            }
            let Some(mut it) = dispatch::find(&self.db, scope, &line.dispatch.id).await? else {
                continue;
            };
            it.state = State::Printed;
            it.batch = Some(batch.clone());
            it.piece = Some(piece + 1);
            it.copies += 1;
            it.changed_at = self.now();
            if self.write_dispatch(scope, &it, State::Queued).await? {
                piece += 1;
            }
        }
        Ok((0 < piece).then_some(batch))
    }

    /// The pieces of a batch that this person may see.
    ///
    /// # Errors
    /// `Missing` where there is no such batch.
    pub async fn batch(&self, signed: &Signed, id: &str) -> Result<Vec<Line>, Declined> {
        let me = signed.staff.id.as_str();
        let pieces = dispatch::batch_lines(&self.db, &signed.scope, me, id).await?;
        if pieces.is_empty() { Err(Declined::Missing) } else { Ok(pieces) }
    }

    /// The batch as one PDF, its cover sheet first.
    ///
    /// # Errors
    /// `Missing` where there is no such batch or none of it waits to be posted; a fault where a
    /// paper is gone.
    pub async fn batch_paper(&self, signed: &Signed, id: &str) -> Result<Vec<u8>, Declined> {
        let pieces = self.batch(signed, id).await?;
        let mut enclosed = Vec::new();
        for line in pieces.iter().filter(|line| line.dispatch.state == State::Printed) {
            let it = &line.dispatch;
            enclosed.push(Enclosed {
                number: u32::try_from(it.piece.unwrap_or_default()).unwrap_or_default(),
                reference: line.reference.clone(),
                letter: names::letter(&it.letter),
                copy: u32::try_from(it.copies).unwrap_or(1),
                paper: self.files.read(&it.paper).await?,
            });
        }
        let Some(first) = pieces.iter().find(|line| line.dispatch.state == State::Printed) else {
            return Err(Declined::Missing);
        };
        let landlord = self.surroundings(&signed.scope).await?.landlord.clone();
        let large = first.dispatch.print == Print::Large.as_str();
        let cover = Cover {
            sender: landlord.name.clone(),
            sender_lines: landlord.address.lines().map(|line| line.trim().to_owned()).collect(),
            dated: first.dispatch.dated,
            day: words::day(first.dispatch.dated),
            print: if large { Print::Large } else { Print::Standard },
            goes: goes(&self.post_house(&signed.scope).await?),
            name: format!("batch {}", id.chars().take(6).collect::<String>().to_uppercase()),
        };
        let set = tokio::task::spawn_blocking(move || batch::batch(&cover, &enclosed)).await;
        let set = set.map_err(|error| Declined::Fault(anyhow::Error::new(error)))?;
        set.map_err(|error| Declined::Fault(anyhow::Error::new(error)))
    }

    /// Records which pieces of a batch went, on the day printed on them, and which were spoilt:
    /// these wait again, to be printed once more.
    ///
    /// # Errors
    /// The records cannot be reached, or the person may not.
    pub async fn post_batch(
        &self,
        signed: &Signed,
        id: &str,
        (posted, spoilt): (&[String], &[String]),
    ) -> Result<Counted, Declined> {
        let mut counted = Counted::default();
        for line in self.batch(signed, id).await? {
            let it = &line.dispatch;
            if it.state != State::Printed {
                continue;
            }
            if posted.contains(&it.id) {
                let number = u32::try_from(it.number).unwrap_or_default();
                let command = Command::RecordPosting(RecordPosting { number });
                match self.act_now(signed, &line.reference, (command, it.dated)).await {
                    Ok(()) => counted.posted += 1,
                    Err(Declined::Refused(_) | Declined::Missing) => counted.passed_over += 1,
                    Err(other) => return Err(other),
                }
            } else if spoilt.contains(&it.id) {
                let mut again = it.clone();
                again.state = State::Queued;
                again.batch = None;
                again.piece = None;
                again.changed_at = self.now();
                if self.write_dispatch(&signed.scope, &again, State::Printed).await? {
                    counted.spoilt += 1;
                } else {
                    counted.passed_over += 1;
                }
            }
        }
        Ok(counted)
    }

    /// Acts on the newest version of a case, again where somebody crossed it.
    async fn act_now(
        &self,
        signed: &Signed,
        reference: &str,
        (command, on): (Command, jiff::civil::Date),
    ) -> Result<(), Declined> {
        for _ in 0..CROSSED {
            let case = self.case(signed, reference).await?;
            let act = Act {
                token: self.token().await?,
                seen: case.seq,
                on: Some(on),
                commands: vec![command.clone()],
                ..Act::default()
            };
            match self.act(signed, reference, act).await {
                Err(Declined::Stale(_) | Declined::Busy) => {}
                Err(other) => return Err(other),
                Ok(_) => return Ok(()),
            }
        }
        Err(Declined::Busy)
    }
}
