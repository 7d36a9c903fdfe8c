//! What if, on all of these cases: how long another policy takes to play, and how much memory.

use anyhow::anyhow;
use redress::demo;
use redress::desk::Desk;
use redress::desk::surroundings::terms;
use redress::desk::trial::Trial;
use redress_domain::policy::shipped;
use redress_store::Scope;

use crate::running::memory;
use crate::{Figure, started};

/// The policy that everything is played under.
const OTHER: &str = "wdh-2022";

/// Plays every case once under another policy.
pub async fn measure(desk: &Desk, cases: usize) -> anyhow::Result<Vec<Figure>> {
    let scope = Scope::of(demo::LANDLORD);
    let pack = shipped::pack(OTHER).ok_or_else(|| anyhow!("there is no policy {OTHER}"))?;
    let other = terms(pack, pack.floor).map_err(|declined| anyhow!("{declined:?}"))?;
    let own = std::process::id();
    let before = memory(own, "VmHWM:").unwrap_or(0);
    let begin = started();
    let trial = Trial { scope: &scope, viewer: None };
    let found = desk.what_if(trial, other, |_, _| {}).await;
    let found = found.map_err(|declined| anyhow!("{declined:?}"))?;
    let took = begin.elapsed();
    let more = memory(own, "VmHWM:").unwrap_or(0).saturating_sub(before);
    Ok(vec![
        Figure {
            what: format!("what if under {OTHER}, {cases} cases"),
            value: format!(
                "{:.1} s, {} played, {} differ",
                took.as_secs_f64(),
                found.cases - found.not_played,
                found.differing
            ),
        },
        Figure {
            what: "memory beyond what was at its peak before".to_owned(),
            value: format!("{:.1} MB", f64::from(u32::try_from(more)?) / 1024.0),
        },
    ])
}
