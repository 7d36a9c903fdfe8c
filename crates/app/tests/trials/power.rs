//! The power fails: of what was not yet synced the disk keeps any part. Whatever was confirmed is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use redress_testkit::fault::chance::Chance;
use redress_testkit::fault::disk::{Disk, Left};
use redress_testkit::fault::program::{Program, Watch, copy};
use redress_testkit::fault::trace::{self, Step};

use crate::clerk::{Clerk, Noting, office};
use crate::{evidence, program, setting, strace_is_here, tries};

#[test]
fn a_confirmed_command_outlives_a_power_cut() {
    if !strace_is_here() {
        return;
    }
    let day = Day::recorded();
    let wrong = day.images(tries(40, 667), &day.steps);
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_disk_that_does_not_sync_the_log_is_found_to_lose() {
    if !strace_is_here() {
        return;
    }
    let day = Day::recorded();
    let log = |path: &Path| path.to_str().is_some_and(|path| path.ends_with("-wal"));
    let unsynced = |step: &&Step| !matches!(step, Step::Sync(path) if log(path));
    let careless: Vec<Step> = day.steps.iter().filter(unsynced).cloned().collect();
    let wrong = day.images(200, &careless);
    assert!(
        wrong.iter().any(|what| what.contains("is not there")),
        "the trial cannot see a loss: {wrong:?}"
    );
}

/// A clerk's day, and everything that the program asked of the disk meanwhile.
struct Day {
    _folder: tempfile::TempDir,
    data: PathBuf,
    before: Disk,
    steps: Vec<Step>,
    noted: Vec<String>,
}

impl Day {
    fn recorded() -> Day {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, log) = (folder.path().join("data"), folder.path().join("log"));
        copy(office(), &data);
        let before = Disk::holding(&data).expect("a folder to read");
        let watch = Watch::Everything(log.clone());
        let program = Program::start(program(), "serve", &data, &[], &watch).expect("it starts");
        let mut clerk = Clerk::at_work(&program);
        let mut noted = Vec::new();
        let calls = if setting("REDRESS_TRIALS").is_some() { 200 } else { 12 };
        for n in 0..calls {
            assert!(clerk.take_call(&format!("call-{n:04}-x"), Noting::WhenConfirmed, &mut noted));
        }
        program.stop();
        let log = fs::read_to_string(log).expect("what strace wrote");
        let steps = trace::read(&log, &data);
        let answers = steps.iter().filter(|step| **step == Step::Answer(303)).count();
        assert_eq!(answers, noted.len(), "each confirmation was seen leaving");
        Day { _folder: folder, data, before, steps, noted }
    }

    /// Cuts the power `n` times and says what is wrong with what is left, a sentence each.
    fn images(&self, n: usize, steps: &[Step]) -> Vec<String> {
        thread::scope(|scope| {
            let halves = [0, 1].map(|half| scope.spawn(move || self.half(n / 2, steps, half)));
            halves.into_iter().flat_map(|half| half.join().expect("no panic")).collect()
        })
    }

    fn half(&self, n: usize, steps: &[Step], seed: u64) -> Vec<String> {
        let mut chance = Chance::seeded(seed);
        let mut cuts: Vec<usize> = (0..n).map(|_| chance.below(steps.len() + 1)).collect();
        cuts.sort_unstable();
        let (mut disk, mut played, mut confirmed, mut wrong) =
            (self.before.clone(), 0, 0, Vec::new());
        for cut in cuts {
            for step in &steps[played..cut] {
                disk.play(step);
                confirmed += usize::from(*step == Step::Answer(303));
            }
            played = cut;
            let left =
                [Left::Pieces, Left::Nothing, Left::Pieces, Left::Everything][chance.below(4)];
            let image = room();
            disk.cut(left, &mut chance, &self.data, image.path()).expect("an image");
            let found = evidence::faults_in(image.path(), &self.noted[..confirmed]);
            wrong.extend(
                found
                    .into_iter()
                    .map(|what| format!("cut at {cut} of {}, {left:?}: {what}", steps.len())),
            );
        }
        wrong
    }
}

/// A folder for one image, in memory where the machine has such a place.
fn room() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}
