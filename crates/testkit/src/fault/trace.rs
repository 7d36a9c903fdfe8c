//! Reading what strace wrote down: which files were written and synced, and when an answer left.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The calls that strace must write down for [`read`].
pub const CALLS: &str = "openat,lseek,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,fsync,fdatasync,\
     ftruncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,copy_file_range,\
     sendfile,rmdir";

/// What strace is told: follow threads, name files by path, everything in hexadecimal and in full.
pub fn arguments(log: &Path) -> Vec<String> {
    let log = log.to_str().expect("a path in UTF-8");
    let trace = format!("trace={CALLS}");
    [
        "-f",
        "-y",
        "-xx",
        "-s",
        "16777216",
        "--seccomp-bpf",
        "-e",
        &trace,
        "-e",
        "signal=none",
        "-o",
        log,
    ]
    .map(String::from)
    .to_vec()
}

/// One thing that happened, in the order in which the kernel was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A file came to be, or was opened and emptied.
    Create(PathBuf),
    Folder(PathBuf),
    Write {
        path: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        path: PathBuf,
        length: usize,
    },
    /// What was written to this file, or the names in this folder, will outlive a power cut.
    Sync(PathBuf),
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    Remove(PathBuf),
    /// The first line of an HTTP answer went out.
    Answer(u16),
}

/// Reads a log. Only what happens under `folder` counts, and answers to whoever asked.
pub fn read(log: &str, folder: &Path) -> Vec<Step> {
    let mut reader =
        Reader { folder, steps: Vec::new(), offsets: HashMap::new(), open: HashMap::new() };
    for line in log.lines() {
        reader.line(line);
    }
    reader.steps
}

struct Reader<'a> {
    folder: &'a Path,
    steps: Vec<Step>,
    /// Where the next `write` to each open file goes.
    offsets: HashMap<PathBuf, usize>,
    /// Calls that had begun when another thread's were written down, by thread.
    open: HashMap<String, String>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        let Some((thread, rest)) = line.split_once(' ') else { return };
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix(" <unfinished ...>") {
            // What is written may reach the disk, and what is said may arrive, before the call returns.
            if is_early(begun) {
                self.call(begun, None);
            }
            self.open.insert(thread.into(), begun.into());
        } else if let Some(resumed) = rest.strip_prefix("<... ") {
            let begun = self.open.remove(thread).expect("a resumed call has begun");
            let after = resumed.split_once(" resumed>").expect("strace says resumed").1;
            let whole = format!("{begun}{after}");
            let result = whole.rsplit_once(" = ").map(|(_, result)| result.trim());
            if !is_early(&begun) {
                self.call(&whole, result);
            }
        } else if let Some((call, result)) = rest.rsplit_once(" = ") {
            self.call(call, Some(result.trim()));
        }
    }

    fn call(&mut self, text: &str, result: Option<&str>) {
        let Some((name, arguments)) = text.split_once('(') else { return };
        if result.is_some_and(|result| result.starts_with('-') || result.contains("INJECTED")) {
            return;
        }
        let arguments = Arguments(arguments.trim_end().trim_end_matches(')'));
        match name {
            "openat" => self.opened(&arguments, result),
            "lseek" => {
                let at = result.and_then(|result| result.parse().ok());
                if let (Some(path), Some(at)) = (arguments.file(0), at) {
                    self.offsets.insert(path, at);
                }
            }
            "write" | "sendto" => self.written(&arguments, None),
            "pwrite64" => self.written(&arguments, arguments.number(3)),
            "writev" | "sendmsg" => self.answered(&arguments.vectors()),
            "fsync" | "fdatasync" => {
                if let Some(path) = self.inside(arguments.file(0)) {
                    self.steps.push(Step::Sync(path));
                }
            }
            "ftruncate" => {
                if let Some(path) = self.inside(arguments.file(0)) {
                    let length = arguments.number(1).expect("ftruncate has a length");
                    self.steps.push(Step::Truncate { path, length });
                }
            }
            "unlink" | "unlinkat" | "rmdir" => {
                if let [path] = &self.named(&arguments)[..] {
                    self.steps.push(Step::Remove(path.clone()));
                }
            }
            "rename" | "renameat" | "renameat2" => {
                if let [from, to] = &self.named(&arguments)[..] {
                    self.steps.push(Step::Rename { from: from.clone(), to: to.clone() });
                }
            }
            "mkdir" | "mkdirat" => {
                if let [path] = &self.named(&arguments)[..] {
                    self.steps.push(Step::Folder(path.clone()));
                }
            }
            "fallocate" => {} // room is no content
            other => {
                let touched =
                    self.inside(arguments.file(0)).or_else(|| self.named(&arguments).pop());
                assert!(
                    touched.is_none(),
                    "the model of the disk does not know {other}: {text:.200}"
                );
            }
        }
        if matches!(name, "writev" | "pwritev" | "pwritev2") {
            let touched = self.inside(arguments.file(0));
            assert!(touched.is_none(), "the model of the disk does not know {name}: {text:.200}");
        }
    }

    fn opened(&mut self, arguments: &Arguments, result: Option<&str>) {
        let Some(path) = self.inside(result.and_then(descriptor)) else { return };
        self.offsets.insert(path.clone(), 0);
        let flags = arguments.text();
        assert!(!flags.contains("O_APPEND"), "the model of the disk does not know O_APPEND");
        if flags.contains("O_CREAT") || flags.contains("O_TRUNC") {
            self.steps.push(Step::Create(path.clone()));
            if flags.contains("O_TRUNC") {
                self.steps.push(Step::Truncate { path, length: 0 });
            }
        }
    }

    fn written(&mut self, arguments: &Arguments, at: Option<usize>) {
        let (Some(file), [bytes, ..]) = (arguments.file(0), &arguments.strings()[..]) else {
            return;
        };
        let Some(path) = self.inside(Some(file)) else { return self.answered(bytes) };
        let next = self.offsets.entry(path.clone()).or_default();
        let at = at.unwrap_or_else(|| {
            *next += bytes.len();
            *next - bytes.len()
        });
        self.steps.push(Step::Write { path, at, bytes: bytes.clone() });
    }

    fn answered(&mut self, bytes: &[u8]) {
        let status = bytes.strip_prefix(b"HTTP/1.1 ").and_then(|rest| rest.get(..3));
        if let Some(status) =
            status.and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok())
        {
            self.steps.push(Step::Answer(status));
        }
    }

    /// The paths that a call names, those under the folder.
    fn named(&self, arguments: &Arguments) -> Vec<PathBuf> {
        arguments.paths().into_iter().filter_map(|path| self.inside(Some(path))).collect()
    }

    /// The path, where it lies under the folder. SQLite's shared memory is rebuilt and counts for nothing.
    fn inside(&self, path: Option<PathBuf>) -> Option<PathBuf> {
        let path = path?;
        let memory = path.to_str().is_some_and(|path| path.ends_with("-shm"));
        (path.starts_with(self.folder) && !memory).then_some(path)
    }
}

fn is_early(call: &str) -> bool {
    ["write(", "pwrite64(", "writev(", "sendto(", "sendmsg("]
        .iter()
        .any(|name| call.starts_with(name))
}

/// The arguments of one call, all text in hexadecimal.
struct Arguments<'a>(&'a str);

impl Arguments<'_> {
    fn text(&self) -> &str {
        self.0
    }

    fn part(&self, n: usize) -> Option<&str> {
        self.0.split(", ").nth(n)
    }

    fn file(&self, n: usize) -> Option<PathBuf> {
        descriptor(self.part(n)?)
    }

    fn number(&self, n: usize) -> Option<usize> {
        self.part(n)?.trim_end_matches(')').parse().ok()
    }

    fn strings(&self) -> Vec<Vec<u8>> {
        self.0.split('"').skip(1).step_by(2).map(bytes).collect()
    }

    /// The paths given as text, each from the folder given before it where it is no whole path.
    fn paths(&self) -> Vec<PathBuf> {
        let mut folder = PathBuf::new();
        let mut paths = Vec::new();
        for part in self.0.split(", ") {
            if part.starts_with('"') {
                paths.push(folder.join(path(&bytes(part.trim_matches('"')))));
            } else if let Some(path) = descriptor(part) {
                folder = path;
            }
        }
        paths
    }

    fn vectors(&self) -> Vec<u8> {
        self.strings().concat()
    }
}

/// `7<\x2f\x61>`: the path of an open file.
fn descriptor(text: &str) -> Option<PathBuf> {
    let (_, rest) = text.split_once('<')?;
    Some(path(&bytes(rest.split('>').next()?)))
}

fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

fn bytes(text: &str) -> Vec<u8> {
    let pairs = text.split("\\x").skip(1);
    pairs.map(|pair| u8::from_str_radix(&pair[..2], 16).expect("two hexadecimal digits")).collect()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    fn hex(text: &str) -> String {
        text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
    }

    #[test]
    fn calls_that_overlap_are_put_together() {
        let db = hex("/d/a.db");
        let log = format!(
            "10 pwrite64(3<{db}>, \"{}\", 2, 4096 <unfinished ...>\n\
             11 writev(9<{}>, [{{iov_base=\"{}\", iov_len=20}}], 1) = 20\n\
             10 <... pwrite64 resumed>) = 2\n\
             10 fdatasync(3<{db}> <unfinished ...>\n\
             11 fdatasync(4<{}>) = -1 EIO (Input/output error) (INJECTED)\n\
             10 <... fdatasync resumed>) = 0\n",
            hex("hi"),
            hex("TCP:[1]"),
            hex("HTTP/1.1 303 See Other"),
            hex("/d/b.db"),
        );
        let path = PathBuf::from("/d/a.db");
        let written = Step::Write { path: path.clone(), at: 4096, bytes: b"hi".to_vec() };
        assert_eq!(read(&log, Path::new("/d")), [written, Step::Answer(303), Step::Sync(path)]);
    }

    #[test]
    fn a_real_log_holds_what_a_program_did() {
        let folder = tempfile::tempdir().unwrap();
        let (home, log) = (folder.path().join("home"), folder.path().join("log"));
        std::fs::create_dir(&home).unwrap();
        let script = "printf one > a; printf two > b; sync b .; mv a c; mkdir $PWD/d; rm b";
        let shell = Command::new("strace")
            .args(arguments(&log))
            .args(["sh", "-c", script])
            .current_dir(&home)
            .status();
        let Ok(status) = shell else { return }; // without strace there is no log to read
        assert!(status.success());
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| home.join(name));
        let steps = read(&std::fs::read_to_string(&log).unwrap(), &home);
        let written = [
            Step::Create(a.clone()),
            Step::Truncate { path: a.clone(), length: 0 },
            Step::Write { path: a.clone(), at: 0, bytes: b"one".to_vec() },
            Step::Create(b.clone()),
            Step::Truncate { path: b.clone(), length: 0 },
            Step::Write { path: b.clone(), at: 0, bytes: b"two".to_vec() },
            Step::Sync(b.clone()),
            Step::Sync(home),
            Step::Rename { from: a, to: c },
            Step::Folder(d),
            Step::Remove(b),
        ];
        assert_eq!(steps, written);
    }
}
