//! `redress demo`: a sample landlord, alive, with nothing to set up and nothing to answer.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use redress_store::settings;

use crate::cli::place::Place;
use crate::cli::serve::Listening;
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::demo;
use crate::desk::Desk;
use crate::words::{self, names};

/// Try the program with a sample landlord.
#[derive(Debug, Args)]
pub struct Demo {
    #[command(flatten)]
    listening: Listening,
    #[command(flatten)]
    place: Place,
}

/// Fills empty records with the sample landlord and serves them.
///
/// # Errors
/// The records hold another landlord, or what `serve` fails with.
pub fn run(ask: &Demo, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let config = ask.place.config()?;
    ask.listening.start_log(&config);
    let passing = (!ask.place.is_said(&config)).then(Passing::new);
    let usual = passing.as_ref().map_or_else(PathBuf::new, |folder| folder.0.clone());
    let settled = ask.place.settle(&config, &usual);
    let done = running::block_on(async {
        let desk = settled.open().await?;
        let landlords = settings::list_landlords(&desk.db).await?;
        if landlords.iter().any(|landlord| landlord.id != demo::LANDLORD) {
            return Err(Failure::declined("these records belong to a real landlord")
                .hint("give the demonstration an empty folder: --data FOLDER"));
        }
        if landlords.is_empty() {
            fill(&desk, streams).await?;
        }
        ask.listening.listen(&config, desk, streams, &welcome()).await
    });
    drop(passing);
    done.map(|()| Exit::Done)
}

async fn fill(desk: &Desk, streams: &mut Streams<'_>) -> Result<(), Failure> {
    say(streams.err, "Making a sample landlord with its complaints …\n")?;
    demo::fill(desk, |done, all| {
        if done != 0 && done % 20 == 0 {
            let _ = writeln!(streams.err, "  {done} of {all} complaints");
        }
    })
    .await?;
    Ok(())
}

/// How to sign in as each role.
fn welcome() -> String {
    let mut text = format!(
        "\nA sample landlord, Riverbank Homes. All names are invented.\n\
         Sign in with one of these and the password “{}”:\n\n",
        demo::PASSWORD
    );
    for (login, name, roles) in demo::STAFF {
        let roles: Vec<String> = roles.iter().map(|role| names::role(*role).to_owned()).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {login:9} {name:16} {}", words::all_of(&roles));
    }
    text.push_str("\nPress Ctrl+C to stop.\n");
    text
}

/// A folder that goes when the demonstration ends.
struct Passing(PathBuf);

impl Passing {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("redress-demo-{}", std::process::id())))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        // What cannot be removed is swept from the machine's own folder in time.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
