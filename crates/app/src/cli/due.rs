//! `redress due`: the last day of a limit, with each day that does not count.

use clap::{ArgGroup, Args};
use jiff::civil::Date;
use redress_domain::calendar::{Calendar, Nation, Skipped, Span};
use serde::{Deserialize, Serialize};

use crate::cli::rehearse::date;
use crate::cli::{Exit, Failure, Streams, say};
use crate::words;

/// Work out the last day of a limit.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("how").required(true).args(["from", "jsonl"])))]
pub struct Due {
    /// The day on which it happened: day 0
    #[arg(long, value_name = "DATE", value_parser = date, requires = "length")]
    from: Option<Date>,
    /// How long: "10 working days", "6 weeks", "12 months"
    #[arg(long, value_name = "LENGTH")]
    length: Option<Span>,
    /// Whose bank holidays: england-and-wales, scotland or northern-ireland
    #[arg(long, value_name = "NATION", default_value = "england-and-wales")]
    calendar: Nation,
    /// A day on which the landlord is closed; may be given several times
    #[arg(long = "closure", value_name = "DATE", value_parser = date)]
    closures: Vec<Date>,
    /// Count as for a resident: a limit that ends on a day off runs on to the next working day
    #[arg(long)]
    for_resident: bool,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Read one question a line from standard input, answer one a line:
    /// {"from", "length", "calendar", "closures"} to {"due", "why"} or {"error"}
    #[arg(long, conflicts_with_all = ["from", "length", "json"])]
    jsonl: bool,
}

/// One question of many.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Question {
    from: Date,
    length: Span,
    #[serde(default)]
    calendar: Option<Nation>,
    #[serde(default)]
    closures: Vec<Date>,
    #[serde(default)]
    for_resident: bool,
}

/// An answer.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Due { due: Date, why: Vec<Skipped> },
    Error { error: String },
}

/// Answers.
///
/// # Errors
/// The count runs past the years the calendar knows, or nothing can be read or written.
pub fn run(ask: &Due, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    if ask.jsonl {
        return many(ask, streams);
    }
    let (Some(from), Some(length)) = (ask.from, ask.length) else {
        return Err(Failure::usage("give --from and --length, or --jsonl"));
    };
    let question = Question {
        from,
        length,
        calendar: Some(ask.calendar),
        closures: ask.closures.clone(),
        for_resident: ask.for_resident,
    };
    match answer(&question, ask) {
        Answer::Error { error } => Err(Failure::declined(error)),
        Answer::Due { due, why } if ask.json => {
            say(streams.out, &(line(&Answer::Due { due, why })? + "\n"))?;
            Ok(Exit::Done)
        }
        Answer::Due { due, why } => {
            say(streams.out, &in_words(&question, due, &why))?;
            Ok(Exit::Done)
        }
    }
}

/// A bad line is answered as such, and the rest goes on.
fn many(ask: &Due, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = streams
            .input
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Failure::fault(format!("standard input cannot be read: {error}")))?;
        if read == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&bytes);
        if text.trim().is_empty() {
            continue;
        }
        let answered = match serde_json::from_str::<Question>(&text) {
            Ok(question) => answer(&question, ask),
            Err(error) => Answer::Error { error: error.to_string() },
        };
        say(streams.out, &(line(&answered)? + "\n"))?;
        // Whoever asks line by line waits for each answer; one who is gone is told by the next.
        let _ = streams.out.flush();
    }
    Ok(Exit::Done)
}

fn answer(question: &Question, ask: &Due) -> Answer {
    let nation = question.calendar.unwrap_or(ask.calendar);
    let closures = question.closures.iter().chain(if ask.jsonl { &ask.closures[..] } else { &[] });
    let calendar = Calendar::of(nation).closed_on(closures.map(|day| (*day, "closed".to_owned())));
    let counted = if question.for_resident || ask.for_resident {
        calendar.reckon_for_resident(question.from, question.length)
    } else {
        calendar.reckon(question.from, question.length)
    };
    match counted {
        Ok(reckoning) => Answer::Due { due: reckoning.due, why: reckoning.why },
        Err(ends) => Answer::Error { error: ends.to_string() },
    }
}

fn line(answer: &Answer) -> Result<String, Failure> {
    serde_json::to_string(answer).map_err(|error| Failure::fault(error.to_string()))
}

fn in_words(question: &Question, due: Date, why: &[Skipped]) -> String {
    let mut text =
        format!("{}\n{} from {}\n", words::day(due), question.length, words::day(question.from));
    for skipped in why {
        let day = words::day(skipped.day);
        // A Saturday needs no second word for why it does not count.
        if day.starts_with(skipped.because.as_str()) {
            text.push_str(&format!("  not counted: {day}\n"));
        } else {
            text.push_str(&format!("  not counted: {day}, {}\n", skipped.because));
        }
    }
    text
}
