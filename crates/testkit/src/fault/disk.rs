//! A disk that loses, at a power cut, any part of what was not yet synced.
//!
//! Data: each 512-byte sector written since the file's last sync is kept or not, one by one. Names:
//! since the folder's last sync a first part of what was created and renamed is kept, as journalling
//! file systems do. Simplification: a removed name is gone at once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::chance::Chance;
use super::trace::Step;

const SECTOR: usize = 512;

/// What the disk holds, and what it has been asked to hold.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    contents: Vec<Content>,
    /// The names as the running program sees them.
    names: BTreeMap<PathBuf, usize>,
    /// The names that outlive a cut.
    kept: BTreeMap<PathBuf, usize>,
    folders: Vec<PathBuf>,
    waiting: Vec<Naming>,
}

#[derive(Clone, Debug, Default)]
struct Content {
    synced: Vec<u8>,
    waiting: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

#[derive(Clone, Debug)]
enum Naming {
    File { path: PathBuf, content: usize },
    Folder(PathBuf),
    Rename { from: PathBuf, to: PathBuf, content: usize },
}

impl Naming {
    fn path(&self) -> &Path {
        match self {
            Naming::File { path, .. } | Naming::Folder(path) | Naming::Rename { to: path, .. } => {
                path
            }
        }
    }
}

/// How much of what was not yet synced a cut leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Everything,
    Nothing,
    Pieces,
}

impl Disk {
    /// A disk on which everything under `folder` is safe.
    pub fn holding(folder: &Path) -> io::Result<Disk> {
        let mut disk = Disk { folders: vec![folder.to_owned()], ..Disk::default() };
        let mut open = vec![folder.to_owned()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    disk.folders.push(path.clone());
                    open.push(path);
                } else {
                    let content = disk.content(fs::read(&path)?);
                    disk.names.insert(path.clone(), content);
                    disk.kept.insert(path, content);
                }
            }
        }
        Ok(disk)
    }

    fn content(&mut self, synced: Vec<u8>) -> usize {
        self.contents.push(Content { synced, waiting: Vec::new() });
        self.contents.len() - 1
    }

    /// Plays one step of a running program.
    pub fn play(&mut self, step: &Step) {
        match step {
            Step::Create(path) if !self.names.contains_key(path) => {
                let content = self.content(Vec::new());
                self.names.insert(path.clone(), content);
                self.waiting.push(Naming::File { path: path.clone(), content });
            }
            Step::Create(_) | Step::Answer(_) => {}
            Step::Folder(path) => self.waiting.push(Naming::Folder(path.clone())),
            Step::Write { path, at, bytes } => {
                self.change(path, Change::Write { at: *at, bytes: bytes.clone() });
            }
            Step::Truncate { path, length } => self.change(path, Change::Truncate(*length)),
            Step::Sync(path) => self.sync(path),
            Step::Rename { from, to } => {
                if let Some(content) = self.names.remove(from) {
                    self.names.insert(to.clone(), content);
                    let (from, to) = (from.clone(), to.clone());
                    self.waiting.push(Naming::Rename { from, to, content });
                }
            }
            Step::Remove(path) => {
                self.names.remove(path);
                self.kept.remove(path);
                self.folders.retain(|folder| folder != path);
                self.waiting.retain(|naming| naming.path() != path);
            }
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        let content =
            self.names.get(path).unwrap_or_else(|| panic!("{} was never made", path.display()));
        self.contents[*content].waiting.push(change);
    }

    fn sync(&mut self, path: &Path) {
        if let Some(content) = self.names.get(path) {
            let Content { synced, waiting } = &mut self.contents[*content];
            for change in waiting.drain(..) {
                apply(synced, &change, |_| true);
            }
            return;
        }
        let inside = |naming: &Naming| naming.path().parent() == Some(path);
        let (ours, others) = std::mem::take(&mut self.waiting).into_iter().partition(inside);
        self.waiting = others;
        for naming in ours {
            settle(&mut self.kept, &mut self.folders, &naming);
        }
    }

    /// Lays out, in the empty folder `image`, what a cut now leaves of `folder`.
    pub fn cut(
        &self,
        left: Left,
        chance: &mut Chance,
        folder: &Path,
        image: &Path,
    ) -> io::Result<()> {
        let (mut names, mut folders) = (self.kept.clone(), self.folders.clone());
        let kept = match left {
            Left::Everything => self.waiting.len(),
            Left::Nothing => 0,
            Left::Pieces => chance.below(self.waiting.len() + 1),
        };
        for naming in &self.waiting[..kept] {
            settle(&mut names, &mut folders, naming);
        }
        folders.sort();
        let relative =
            |path: &Path| image.join(path.strip_prefix(folder).expect("inside the folder"));
        for folder in &folders {
            // A folder whose own folder was lost is lost with it.
            match fs::create_dir(relative(folder)) {
                Err(why)
                    if !matches!(
                        why.kind(),
                        io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound
                    ) =>
                {
                    return Err(why);
                }
                _ => {}
            }
        }
        for (path, content) in &names {
            let target = relative(path);
            if target.parent().is_some_and(Path::is_dir) {
                fs::write(target, self.contents[*content].left(left, chance))?;
            }
        }
        Ok(())
    }
}

impl Content {
    fn left(&self, left: Left, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.waiting {
            match left {
                Left::Nothing => {}
                Left::Everything => apply(&mut bytes, change, |_| true),
                Left::Pieces => apply(&mut bytes, change, |_| chance.heads()),
            }
        }
        bytes
    }
}

/// Does what of `change` is kept; `keep` is asked for each sector by its number.
fn apply(bytes: &mut Vec<u8>, change: &Change, mut keep: impl FnMut(usize) -> bool) {
    match change {
        Change::Truncate(length) => {
            if keep(0) {
                bytes.resize(*length, 0);
            }
        }
        Change::Write { at, bytes: new } => {
            let mut from = *at;
            while from < at + new.len() {
                let to = (from / SECTOR + 1) * SECTOR;
                let to = to.min(at + new.len());
                if keep(from / SECTOR) {
                    if bytes.len() < to {
                        bytes.resize(to, 0);
                    }
                    bytes[from..to].copy_from_slice(&new[from - at..to - at]);
                }
                from = to;
            }
        }
    }
}

fn settle(names: &mut BTreeMap<PathBuf, usize>, folders: &mut Vec<PathBuf>, naming: &Naming) {
    match naming {
        Naming::File { path, content } => {
            names.insert(path.clone(), *content);
        }
        Naming::Folder(path) => folders.push(path.clone()),
        Naming::Rename { from, to, content } => {
            if names.get(from) == Some(content) {
                names.remove(from);
            }
            names.insert(to.clone(), *content);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> PathBuf {
        PathBuf::from("/d")
    }

    fn write(name: &str, at: usize, byte: u8, length: usize) -> Step {
        Step::Write { path: home().join(name), at, bytes: vec![byte; length] }
    }

    fn create(name: &str) -> Step {
        Step::Create(home().join(name))
    }

    fn sync(name: &str) -> Step {
        Step::Sync(home().join(name))
    }

    fn image(steps: &[Step], left: Left, seed: u64) -> BTreeMap<String, Vec<u8>> {
        let mut disk = Disk { folders: vec![home()], ..Disk::default() };
        steps.iter().for_each(|step| disk.play(step));
        let target = tempfile::tempdir().unwrap();
        disk.cut(left, &mut Chance::seeded(seed), &home(), target.path()).unwrap();
        let entries = fs::read_dir(target.path()).unwrap().map(Result::unwrap);
        entries
            .filter(|entry| entry.path().is_file())
            .map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                (name, fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    #[test]
    fn what_was_synced_is_there_whatever_is_lost() {
        let steps =
            [create("a"), write("a", 0, 1, 2000), sync("a"), sync(""), write("a", 0, 2, 2000)];
        assert_eq!(image(&steps, Left::Nothing, 0)["a"], vec![1; 2000]);
        assert_eq!(image(&steps, Left::Everything, 0)["a"], vec![2; 2000]);
        let mixed = (0..50).map(|seed| image(&steps, Left::Pieces, seed).remove("a").unwrap());
        for bytes in mixed {
            assert_eq!(bytes.len(), 2000);
            assert!(
                bytes.chunks(SECTOR).all(|sector| sector.iter().all(|byte| *byte == sector[0]))
            );
        }
    }

    #[test]
    fn a_file_whose_folder_was_not_synced_may_be_missing() {
        let steps = [create("a"), write("a", 0, 1, 10), sync("a")];
        assert!(image(&steps, Left::Nothing, 0).is_empty());
        let seen = (0..50).map(|seed| image(&steps, Left::Pieces, seed).len());
        assert_eq!(seen.collect::<std::collections::BTreeSet<_>>().len(), 2);
    }

    #[test]
    fn a_rename_without_sync_leaves_the_old_name_or_the_new_one() {
        let rename = Step::Rename { from: home().join("a.part"), to: home().join("a") };
        let steps = [create("a.part"), write("a.part", 0, 1, 10), sync("a.part"), sync(""), rename];
        assert_eq!(image(&steps, Left::Nothing, 0).into_keys().collect::<Vec<_>>(), ["a.part"]);
        assert_eq!(image(&steps, Left::Everything, 0).into_keys().collect::<Vec<_>>(), ["a"]);
        let synced = [&steps[..], &[sync("")]].concat();
        assert_eq!(image(&synced, Left::Nothing, 0).into_keys().collect::<Vec<_>>(), ["a"]);
    }

    #[test]
    fn a_file_that_exists_is_read_with_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        fs::write(folder.path().join("b/c"), "text").unwrap();
        let disk = Disk::holding(folder.path()).unwrap();
        let target = tempfile::tempdir().unwrap();
        disk.cut(Left::Nothing, &mut Chance::seeded(0), folder.path(), target.path()).unwrap();
        assert_eq!(fs::read(target.path().join("b/c")).unwrap(), b"text");
    }
}
