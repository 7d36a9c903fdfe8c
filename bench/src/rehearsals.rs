//! One rehearsal: by the clock, on the processor, and waiting for one; and what of it costs most.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, anyhow};
use redress::cli::rehearse::{files, script};
use redress::rehearsal::surprise::surprises;
use redress::rehearsal::{play, read};
use redress_domain::policy::shipped;
use redress_domain::policy::terms::Terms;

use crate::{Figure, spread, started};

/// How often each file is played.
const TIMES: usize = 20;

/// Plays every rehearsal of a folder, again and again.
pub fn measure(folder: &Path) -> anyhow::Result<Vec<Figure>> {
    let code = shipped::code().map_err(|error| anyhow!("{error}"))?;
    let files = files(folder).map_err(|failure| anyhow!("{failure}"))?;
    let (mut all, mut parts) = (Vec::new(), [const { Vec::new() }; 4]);
    let mut slowest = (Duration::ZERO, String::new());
    let before = processor();
    for path in &files {
        let text = std::fs::read_to_string(path).context("a rehearsal cannot be read")?;
        for _ in 0..TIMES {
            let begin = started();
            let read_whole = read(&text).map_err(|fault| anyhow!("{}", fault.message))?;
            let read_in = begin.elapsed();
            let (again, pack, floor) = script(path).map_err(|failure| anyhow!("{failure}"))?;
            let with_policy = begin.elapsed();
            let terms = Terms { pack: &pack, code, floor };
            let played = play(&again, terms, None).map_err(|fault| anyhow!("{}", fault.message))?;
            let shown = begin.elapsed();
            let _ = surprises(&read_whole, &played);
            let whole = begin.elapsed();
            let policy = with_policy.saturating_sub(read_in).saturating_sub(read_in);
            // The file is read twice here, and once by whoever plays it.
            let took = whole.saturating_sub(read_in);
            for (part, time) in parts.iter_mut().zip([
                read_in,
                policy,
                shown.saturating_sub(with_policy),
                whole.saturating_sub(shown),
            ]) {
                part.push(time);
            }
            if slowest.0 < took {
                slowest = (took, path.display().to_string());
            }
            all.push(took);
        }
    }
    let played = u32::try_from(all.len().max(1))?;
    let mut figures = vec![
        Figure { what: format!("one rehearsal of {}", files.len()), value: spread(all) },
        Figure {
            what: "the slowest".to_owned(),
            value: format!("{:.2} ms, {}", slowest.0.as_secs_f64() * 1000.0, slowest.1),
        },
    ];
    let names = ["reading the file", "opening it with its policy", "playing it", "comparing"];
    for (what, times) in names.into_iter().zip(parts) {
        figures.push(Figure { what: what.to_owned(), value: spread(times) });
    }
    if let (Some((ran, waited)), Some((ran_first, waited_first))) = (processor(), before) {
        let each = |until: Duration, from: Duration| {
            until.saturating_sub(from).as_secs_f64() * 1000.0 / f64::from(played)
        };
        figures.push(Figure {
            what: "of each: on the processor, and waiting for one".to_owned(),
            value: format!("{:.2} ms, {:.2} ms", each(ran, ran_first), each(waited, waited_first)),
        });
    }
    Ok(figures)
}

/// How long this thread ran, and how long it stood ready while others ran. Linux alone tells.
fn processor() -> Option<(Duration, Duration)> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let mut numbers = text.split_whitespace().map(str::parse::<u64>);
    let mut next = || numbers.next()?.ok().map(Duration::from_nanos);
    Some((next()?, next()?))
}
