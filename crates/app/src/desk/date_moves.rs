//! A change of the calendar, proposed by one person and put in force by another: first what would
//! move, then what was chosen, then case by case, so that a broken run goes on where it stopped.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::moves::{Change, Move, moves};
use redress_domain::clock::settled::{Fate, Settled};
use redress_domain::event::Event;
use redress_domain::ids::{PersonId, StaffId};
use redress_domain::permission;
use redress_domain::vocabulary::Role;
use redress_store::Tx;
use redress_store::date_moves::{self, Choice, DateMove, Standing};
use redress_store::lists;
use redress_store::settings::{self, Closure};

use crate::desk::act::Stream;
use crate::desk::case::{clocks_of, folded, history};
use crate::desk::changes::{Kind, Noted};
use crate::desk::surroundings::{Surroundings, terms};
use crate::desk::{Case, Declined, Desk, Signed};
use crate::words;

/// Cases written in one transaction.
const BATCH: i64 = 20;
/// Stands for "every case has its entry and the calendar is changed; the lists follow".
const LISTS: &str = "~";

/// Who chooses for single days and puts a changed calendar in force, where somebody else proposed it.
pub const DECIDERS: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager];
/// Who proposes a change of the calendar, and gives it up again.
pub const PROPOSERS: &[Role] = &[Role::Administrator, Role::ComplaintsManager];

/// Who sees cases at all, and so the dates in them.
const READERS: &[Role] = &[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
];

/// What may be asked about one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Done,
    /// Whoever proposed it may not put it in force.
    OwnProposal,
    /// The day has come and gone: what was counted stays counted.
    Past,
    /// Somebody decided it already.
    Decided,
}

/// One case with days that would move.
#[derive(Clone, Debug)]
pub struct Touched {
    pub id: String,
    pub reference: String,
    /// Each day with what becomes of it.
    pub moves: Vec<(Move, Settled)>,
}

/// Some of the cases, in the order of their ids.
#[derive(Clone, Debug)]
pub struct Listing {
    pub cases: Vec<Touched>,
    /// Cases on these pages that the person may not see.
    pub barred: usize,
    /// Where the next page begins.
    pub after: Option<String>,
}

impl Desk {
    /// Proposes that a day be closed, or count again. Nothing moves.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn propose(
        &self,
        signed: &Signed,
        (on, opens): (Date, bool),
        what: &str,
    ) -> Result<String, Declined> {
        let proposal = DateMove {
            id: self.id().await?,
            on,
            opens,
            what: what.to_owned(),
            proposed_by: signed.staff.id.clone(),
            proposed_at: self.now(),
            standing: Standing::Proposed,
            decided_by: None,
            decided_at: None,
            reached: String::new(),
        };
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("propose-dates", PROPOSERS)).await?;
        date_moves::put(&mut tx, &signed.scope, &proposal).await?;
        self.note_move(&mut tx, signed, (&proposal, Kind::ClosureProposed)).await?;
        tx.commit().await?;
        Ok(proposal.id)
    }

    /// What a proposal would move, a page at a time.
    ///
    /// # Errors
    /// The records cannot be reached, or a calendar ends.
    pub async fn would_move(
        &self,
        signed: &Signed,
        proposal: &DateMove,
        (after, most): (&str, i64),
    ) -> Result<Listing, Declined> {
        if !signed.is_any(READERS) {
            return Err(Declined::NotAllowed { verb: "see-dates", roles: READERS.to_vec() });
        }
        let around = self.surroundings(&signed.scope).await?;
        let page = (proposal.on, most);
        let ids = date_moves::touched(&self.db, &signed.scope, after, page).await?;
        let full = usize::try_from(most).is_ok_and(|most| ids.len() == most);
        let after = ids.last().cloned().filter(|_| full);
        let mut listing = Listing { cases: Vec::new(), barred: 0, after };
        for id in ids {
            if lists::is_barred(&self.db, &signed.scope, &id, &signed.staff.id).await? {
                listing.barred += 1;
                continue;
            }
            let mut tx = self.db.snapshot().await?;
            let case = self.case_in(&mut tx, signed, (&id, &around)).await?;
            let me = StaffId(signed.staff.id.clone());
            if signed.sees_only_held() && !permission::may_see_held(&me, &case.complaint) {
                listing.barred += 1;
                continue;
            }
            let found = self.fates(&mut tx, signed, proposal, &case).await?;
            tx.roll_back().await?;
            if !found.is_empty() {
                listing.cases.push(Touched { id, reference: case.reference, moves: found });
            }
        }
        Ok(listing)
    }

    /// Chooses for single days, while nobody has decided.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn choose_moves(
        &self,
        signed: &Signed,
        id: &str,
        choices: &[Choice],
    ) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("choose-dates", DECIDERS)).await?;
        let held = date_moves::find(&mut tx, &signed.scope, id).await?;
        if held.ok_or(Declined::Missing)?.standing != Standing::Proposed {
            return Ok(Answer::Decided);
        }
        for choice in choices {
            if lists::is_barred(&mut tx, &signed.scope, &choice.complaint, &signed.staff.id).await?
            {
                return Err(Declined::Missing);
            }
            date_moves::choose(&mut tx, &signed.scope, id, choice).await?;
        }
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Gives a proposal up.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn withdraw_moves(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("give-up-dates", PROPOSERS)).await?;
        let mut held =
            date_moves::find(&mut tx, &signed.scope, id).await?.ok_or(Declined::Missing)?;
        if held.standing != Standing::Proposed {
            return Ok(Answer::Decided);
        }
        self.decided(&mut held, signed, Standing::Withdrawn);
        date_moves::put(&mut tx, &signed.scope, &held).await?;
        self.note_move(&mut tx, signed, (&held, Kind::ClosureWithdrawn)).await?;
        tx.commit().await?;
        Ok(Answer::Done)
    }

    /// Puts a proposal in force, or goes on with one whose run was broken off.
    ///
    /// # Errors
    /// The records cannot be reached. What was written stays, and asking again goes on from there.
    pub async fn put_in_force(&self, signed: &Signed, id: &str) -> Result<Answer, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("put-dates-in-force", DECIDERS)).await?;
        let mut held =
            date_moves::find(&mut tx, &signed.scope, id).await?.ok_or(Declined::Missing)?;
        match held.standing {
            Standing::Underway => {}
            Standing::InForce | Standing::Withdrawn => return Ok(Answer::Decided),
            Standing::Proposed if held.proposed_by == signed.staff.id => {
                return Ok(Answer::OwnProposal);
            }
            Standing::Proposed if held.on < self.today() => return Ok(Answer::Past),
            Standing::Proposed => {
                self.decided(&mut held, signed, Standing::Underway);
                date_moves::put(&mut tx, &signed.scope, &held).await?;
                self.note_move(&mut tx, signed, (&held, Kind::CalendarChanged)).await?;
            }
        }
        tx.commit().await?;
        // Whoever asked may go away; the rest is done all the same.
        let (desk, signed) = (self.clone(), signed.clone());
        let run = tokio::spawn(async move { desk.run(&signed, held).await });
        run.await.map_err(|error| Declined::Fault(anyhow::Error::new(error)))??;
        Ok(Answer::Done)
    }

    async fn note_move(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        (held, kind): (&DateMove, Kind),
    ) -> Result<(), Declined> {
        let (closed, counts) = (format!("closed: {}", held.what), "counts".to_owned());
        let (was, became) = if held.opens { (closed, counts) } else { (counts, closed) };
        let day = words::day(held.on);
        let noted = Noted { was, became, ..Noted::of(Some(signed), kind, &day) };
        self.note(tx, &signed.scope, noted).await
    }

    fn decided(&self, held: &mut DateMove, signed: &Signed, standing: Standing) {
        held.standing = standing;
        held.decided_by = Some(signed.staff.id.clone());
        held.decided_at = Some(self.now());
    }

    async fn run(&self, signed: &Signed, mut held: DateMove) -> Result<(), Declined> {
        let around = self.surroundings(&signed.scope).await?;
        while held.reached != LISTS {
            let mut tx = self.db.begin().await?;
            let page = (held.on, BATCH);
            let ids = date_moves::touched(&mut tx, &signed.scope, &held.reached, page).await?;
            for id in &ids {
                self.remember(&mut tx, signed, &held, (id, &around)).await?;
            }
            match ids.last() {
                Some(last) => held.reached.clone_from(last),
                None => {
                    if held.opens {
                        settings::remove_closure(&mut tx, &signed.scope, held.on).await?;
                    } else {
                        let closure = Closure { on: held.on, what: held.what.clone() };
                        settings::put_closure(&mut tx, &signed.scope, &closure).await?;
                    }
                    LISTS.clone_into(&mut held.reached);
                }
            }
            date_moves::put(&mut tx, &signed.scope, &held).await?;
            tx.commit().await?;
        }
        self.list_anew(signed).await?;
        held.standing = Standing::InForce;
        let mut tx = self.db.begin().await?;
        date_moves::put(&mut tx, &signed.scope, &held).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes into a case what became of its days.
    async fn remember(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        held: &DateMove,
        (id, around): (&str, &Arc<Surroundings>),
    ) -> Result<(), Declined> {
        let case = self.case_in(tx, signed, (id, around)).await?;
        let written = case.history.iter().any(|told| {
            matches!(&told.happened.event, Event::CalendarChanged { change, .. } if *change == held.id)
        });
        let found = self.fates(tx, signed, held, &case).await?;
        if written || found.is_empty() {
            return Ok(());
        }
        let dates = found.into_iter().map(|(_, settled)| settled).collect();
        let events = vec![Event::CalendarChanged { change: held.id.clone(), dates }];
        let stream = Stream { id, expected: case.seq };
        let past = (case.history.clone(), events);
        self.append(tx, signed, &stream, past, (&case, self.today(), self.now())).await?;
        Ok(())
    }

    /// Every day of a case that would move, with what becomes of it.
    async fn fates(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        held: &DateMove,
        case: &Case,
    ) -> Result<Vec<(Move, Settled)>, Declined> {
        let before = &case.surroundings.calendar;
        let after = changed(before, held);
        let change = Change { day: held.on, before, after: &after };
        let terms = terms(&case.pack, case.complaint.floor)?;
        let found = moves(&case.complaint, terms, change, self.today()).map_err(Declined::from)?;
        let chosen = date_moves::chosen(tx, &signed.scope, &held.id, &case.id).await?;
        let chosen: BTreeMap<String, bool> =
            chosen.into_iter().map(|choice| (choice.clock, choice.moves)).collect();
        let fate = |it: &Move| {
            chosen.get(&it.clock.id()).map(|moves| if *moves { Fate::Move } else { Fate::Keep })
        };
        Ok(found
            .into_iter()
            .map(|it| {
                let settled = it.settled(fate(&it), held.on);
                (it, settled)
            })
            .collect())
    }

    async fn case_in(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        (id, around): (&str, &Arc<Surroundings>),
    ) -> Result<Case, Declined> {
        let history = history(&mut *tx, &signed.scope, id).await?;
        let complaint = folded(&history)?;
        let pack = around.packs.named(&complaint.pack.0)?;
        let clocks = clocks_of(&complaint, &pack, around, self.today())?;
        let person = match &complaint.contact.person {
            Some(PersonId(person)) => self.person(signed, &PersonId(person.clone())).await?,
            None => None,
        };
        Ok(Case {
            id: id.to_owned(),
            reference: complaint.reference.clone().unwrap_or_default(),
            seq: history.last().map_or(0, |told| told.seq),
            history,
            complaint,
            clocks,
            pack,
            person,
            surroundings: around.clone(),
        })
    }
}

/// The calendar as it would be.
fn changed(before: &Calendar, held: &DateMove) -> Calendar {
    let closures = before.closures().map(|(day, why)| (day, why.to_owned()));
    let plain = Calendar::of(before.nation());
    if held.opens {
        plain.closed_on(closures.filter(|(day, _)| *day != held.on))
    } else {
        plain.closed_on(closures.chain([(held.on, held.what.clone())]))
    }
}
