//! `redress date-moves`: proposed changes of the calendar, what becomes of each date, and putting one
//! in force from the machine itself. Whoever is named must hold the role that the page asks for.

use std::fmt::Write;

use clap::{Args, Subcommand};
use redress_domain::clock::settled::Fate;
use redress_domain::ids::StaffId;
use redress_store::Scope;
use redress_store::date_moves::{self, Choice, DateMove, Standing};

use crate::cli::landlord::{At, account, scope};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::date_moves::{Answer, Touched};
use crate::desk::{Declined, Desk, Signed};
use crate::words::{self, day};

/// Proposals shown, the newest.
const NEWEST: i64 = 50;
/// Cases read at a time.
const PAGE: i64 = 100;

/// Changes of the calendar.
#[derive(Debug, Subcommand)]
pub enum DateMoves {
    /// List the proposals, the newest first
    List {
        #[command(flatten)]
        at: At,
    },
    /// Show every date that a proposal would move, and what becomes of it
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// Choose for single dates, while nothing is in force
    Choose {
        #[command(flatten)]
        which: Which,
        /// A date that moves, as `show` writes it: REFERENCE/CLOCK; may be given several times
        #[arg(long = "move", value_name = "DATE")]
        moves: Vec<String>,
        /// A date that stays; may be given several times
        #[arg(long = "keep", value_name = "DATE")]
        keeps: Vec<String>,
    },
    /// Put a proposal in force, or go on with one that was broken off
    PutInForce {
        #[command(flatten)]
        which: Which,
    },
    /// Give a proposal up
    GiveUp {
        #[command(flatten)]
        which: Which,
    },
}

/// Which proposal, and who asks.
#[derive(Clone, Debug, Args)]
pub struct Which {
    /// The proposal, as `list` writes it
    proposal: String,
    /// Who answers for it: what they type at sign-in
    #[arg(long, value_name = "LOGIN")]
    by: String,
    #[command(flatten)]
    at: At,
}

/// Answers.
///
/// # Errors
/// There is no such proposal or account, the role does not reach, or it was decided already.
pub fn run(ask: &DateMoves, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    running::block_on(async {
        let text = answer(ask).await?;
        say(streams.out, &text)?;
        Ok(Exit::Done)
    })
}

async fn answer(ask: &DateMoves) -> Result<String, Failure> {
    match ask {
        DateMoves::List { at } => {
            let desk = at.place.open().await?;
            let scope = scope(&desk, at.landlord.as_deref()).await?;
            list(&desk, &scope).await
        }
        DateMoves::Show { which } => {
            let (desk, signed) = which.open().await?;
            show(&desk, &signed, &which.proposal).await
        }
        DateMoves::Choose { which, moves, keeps } => {
            let (desk, signed) = which.open().await?;
            let dates = moves.iter().map(|it| (it, true)).chain(keeps.iter().map(|it| (it, false)));
            let mut choices = Vec::new();
            for (date, moves) in dates {
                choices.push(choice(&desk, &signed, &which.proposal, (date, moves)).await?);
            }
            if choices.is_empty() {
                let hint = "say --move or --keep with a date that redress date-moves show lists";
                return Err(Failure::usage("no date is named").hint(hint));
            }
            let answer = desk.choose_moves(&signed, &which.proposal, &choices).await;
            done(answer, "Chosen. No date has moved yet.\n")
        }
        DateMoves::PutInForce { which } => {
            let (desk, signed) = which.open().await?;
            let answer = desk.put_in_force(&signed, &which.proposal).await;
            done(answer, "In force. Each complaint says what became of its dates.\n")
        }
        DateMoves::GiveUp { which } => {
            let (desk, signed) = which.open().await?;
            let answer = desk.withdraw_moves(&signed, &which.proposal).await;
            done(answer, "Given up. No date has moved.\n")
        }
    }
}

impl Which {
    async fn open(&self) -> Result<(Desk, Signed), Failure> {
        let desk = self.at.place.open().await?;
        let scope = scope(&desk, self.at.landlord.as_deref()).await?;
        let staff = account(&desk, &scope, &self.by).await?;
        if !staff.active {
            return Err(Failure::declined(format!("{} can sign in no more", staff.login)));
        }
        Ok((desk, Signed::staff(scope, staff)))
    }
}

/// What the desk answered, or why not, with the way on.
fn done(answer: Result<Answer, Declined>, says: &str) -> Result<String, Failure> {
    match answer {
        Ok(Answer::Done) => Ok(says.to_owned()),
        Ok(Answer::OwnProposal) => {
            Err(Failure::declined("whoever proposed it may not put it in force")
                .hint("ask another complaints manager or a senior manager"))
        }
        Ok(Answer::Past) => {
            Err(Failure::declined("that day has passed: what was counted stays counted"))
        }
        Ok(Answer::Decided) => Err(Failure::declined("it was decided already")
            .hint("see how it stands with redress date-moves list")),
        Err(declined) => Err(declined.into()),
    }
}

async fn list(desk: &Desk, scope: &Scope) -> Result<String, Failure> {
    let proposals = date_moves::newest(&desk.db, scope, NEWEST).await?;
    if proposals.is_empty() {
        return Ok("No change of the calendar has been proposed.\n".to_owned());
    }
    let around = desk.surroundings(scope).await?;
    let mut text = String::new();
    for held in &proposals {
        let by = around.name_of(&StaffId(held.proposed_by.clone()));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}  {}; proposed by {by}; {}", held.id, change(held), stands(held));
    }
    Ok(text)
}

/// "Tue 15 Apr 2025 does not count: Staff day".
fn change(held: &DateMove) -> String {
    let how = if held.opens { "counts again" } else { "does not count" };
    format!("{} {how}: {}", day(held.on), held.what)
}

fn stands(held: &DateMove) -> &'static str {
    match held.standing {
        Standing::Proposed => "proposed",
        Standing::Underway => "being put in force",
        Standing::InForce => "in force",
        Standing::Withdrawn => "given up",
    }
}

async fn proposal(desk: &Desk, signed: &Signed, id: &str) -> Result<DateMove, Failure> {
    let held = date_moves::find(&desk.db, &signed.scope, id).await?;
    held.ok_or_else(|| {
        Failure::declined(format!("there is no proposal {id:?}"))
            .hint("redress date-moves list names them")
    })
}

async fn show(desk: &Desk, signed: &Signed, id: &str) -> Result<String, Failure> {
    let held = proposal(desk, signed, id).await?;
    let mut text = format!("{}; {}\n", change(&held), stands(&held));
    if held.standing != Standing::Proposed {
        return Ok(text);
    }
    let (mut n, mut barred, mut after) = (0, 0, String::new());
    loop {
        let listing = desk.would_move(signed, &held, (&after, PAGE)).await?;
        barred += listing.barred;
        for case in &listing.cases {
            n += case.moves.len();
            text.push_str(&lines(case));
        }
        let Some(next) = listing.after else { break };
        after = next;
    }
    let _ = writeln!(text, "{}.", words::counted(n, "date"));
    if barred != 0 {
        let _ = writeln!(
            text,
            "{} not shown to {}.",
            words::counted(barred, "complaint"),
            signed.staff.login
        );
    }
    Ok(text)
}

/// A line for each date of a case.
fn lines(case: &Touched) -> String {
    let mut text = String::new();
    for (would, settled) in &case.moves {
        let becomes = match settled.fate {
            Fate::Move => format!("moves to {}", day(would.to)),
            Fate::Keep => format!("stays; counted again it would be {}", day(would.to)),
        };
        let told = if would.promised { ", told to the resident" } else { "" };
        let frozen = would.frozen.map(words::clocks::because);
        let frozen = frozen.map(|why| format!("; nobody chooses: {why}")).unwrap_or_default();
        let (clock, was) = (would.clock.id(), day(would.clock.due));
        let _ = writeln!(text, "{}/{clock}  {was}{told}: {becomes}{frozen}", case.reference);
    }
    text
}

/// What was chosen for one date, where there is such a date to choose for.
async fn choice(
    desk: &Desk,
    signed: &Signed,
    id: &str,
    (date, moves): (&str, bool),
) -> Result<Choice, Failure> {
    let held = proposal(desk, signed, id).await?;
    let unknown = || {
        Failure::declined(format!("{date:?} is no date that would move"))
            .hint("redress date-moves show lists them, each as REFERENCE/CLOCK")
    };
    let (reference, clock) = date.split_once('/').ok_or_else(unknown)?;
    let mut after = String::new();
    loop {
        let listing = desk.would_move(signed, &held, (&after, PAGE)).await?;
        let case = listing.cases.iter().find(|case| case.reference == reference);
        if let Some(case) = case {
            let would = case.moves.iter().map(|(would, _)| would);
            let would = would.into_iter().find(|would| would.clock.id() == clock);
            return match would.ok_or_else(unknown)?.frozen {
                Some(why) => Err(Failure::declined(format!(
                    "nobody chooses for {date}: {}",
                    words::clocks::because(why)
                ))),
                None => Ok(Choice { complaint: case.id.clone(), clock: clock.to_owned(), moves }),
            };
        }
        after = listing.after.ok_or_else(unknown)?;
    }
}
