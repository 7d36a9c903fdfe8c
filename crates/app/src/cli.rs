//! The command line: what may be asked, who answers, and how an answer ends.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};

use clap::{Parser, Subcommand};

pub mod date_moves;
mod declined;
pub mod demo;
pub mod due;
pub mod ending;
pub mod init;
pub mod landlord;
pub mod mail;
mod picture;
pub mod place;
pub mod policy;
pub mod records;
pub mod rehearse;
pub mod running;
pub mod serve;
pub mod user;

pub use ending::{Exit, Failure};

/// The program's own help.
#[derive(Debug, Parser)]
#[command(
    name = "redress",
    version,
    about = "Complaint handling for social landlords",
    long_about = "Redress handles complaints for social landlords: one door for every complaint, \
                  promises that explain themselves, and letters that say what they must.",
    after_help = "Exit status: 0 done, 1 declined, 2 asked wrongly, 3 a fault of the program or \
                  the machine.",
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub ask: Ask,
}

/// What may be asked.
#[derive(Debug, Subcommand)]
pub enum Ask {
    /// Answer pages until told to stop
    Serve(serve::Serve),
    /// Try the program with a sample landlord: nothing to set up
    Demo(demo::Demo),
    /// Enter a landlord and its first administrator
    Init(init::Init),
    /// Make, list, reset and close accounts
    #[command(subcommand)]
    User(user::User),
    /// Take in e-mail that lies in files
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Play a case from a file against a policy, on a pretend clock
    Rehearse(rehearse::Rehearse),
    /// Work out the last day of a limit, and show every day that does not count
    Due(due::Due),
    /// Read the policies that come with the program, or check one of your own
    #[command(subcommand)]
    Policy(policy::Policy),
    /// See which dates a changed calendar would move, choose, and put it in force
    #[command(subcommand)]
    DateMoves(date_moves::DateMoves),
    /// Prove that the record is whole and that the lists follow from it
    Verify(records::Verify),
    /// Copy records and files into a new folder, while the program runs
    Backup(records::Backup),
    /// Bring a backup back into empty records
    Restore(records::Restore),
    /// Make every list anew from the record
    RebuildLists(records::RebuildLists),
}

/// Where a command reads and writes.
pub struct Streams<'a> {
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    pub input: &'a mut dyn BufRead,
}

/// Answers a command line, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Exit {
    let asked = match Arguments::try_parse_from(arguments) {
        Ok(asked) => asked,
        Err(error) => return misunderstood(&error, streams),
    };
    let answered = match asked.ask {
        Ask::Serve(ask) => serve::run(&ask, streams),
        Ask::Demo(ask) => demo::run(&ask, streams),
        Ask::Init(ask) => init::run(&ask, streams),
        Ask::User(ask) => user::run(&ask, streams),
        Ask::Mail(ask) => mail::run(&ask, streams),
        Ask::Rehearse(ask) => rehearse::run(&ask, streams),
        Ask::Due(ask) => due::run(&ask, streams),
        Ask::Policy(ask) => policy::run(&ask, streams),
        Ask::DateMoves(ask) => date_moves::run(&ask, streams),
        Ask::Verify(ask) => records::verify(&ask, streams),
        Ask::Backup(ask) => records::backup(&ask, streams),
        Ask::Restore(ask) => records::restore(&ask, streams),
        Ask::RebuildLists(ask) => records::rebuild_lists(&ask, streams),
    };
    match answered {
        Ok(exit) => exit,
        Err(failure) => {
            // Where nobody reads the complaint any more, the exit status still tells.
            let _ = streams.err.write_all(failure.to_string().as_bytes());
            failure.exit
        }
    }
}

/// Help and version are answers; everything else is a question asked wrongly.
fn misunderstood(error: &clap::Error, streams: &mut Streams<'_>) -> Exit {
    let text = error.render().to_string();
    if error.use_stderr() {
        let _ = streams.err.write_all(text.as_bytes());
        Exit::Usage
    } else {
        let _ = streams.out.write_all(text.as_bytes());
        Exit::Done
    }
}

/// Writes an answer out. A reader that went away has seen enough.
///
/// # Errors
/// Nothing can be written.
pub fn say(out: &mut dyn Write, text: &str) -> Result<(), Failure> {
    match out.write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::fault(format!("the answer cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}
