//! A terminal for tests: what was asked, what was said, how it ended.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use redress::cli::{self, Streams};

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: u8,
}

/// Asks the program, without a second process.
pub fn redress(arguments: &[&str]) -> Said {
    redress_reading(arguments, "")
}

/// The same with something on standard input.
pub fn redress_reading(arguments: &[&str], input: &str) -> Said {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut input = input.as_bytes();
    let given = std::iter::once("redress").chain(arguments.iter().copied()).map(OsString::from);
    let exit = cli::run(given, &mut Streams { out: &mut out, err: &mut err, input: &mut input });
    Said {
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
        code: exit.number(),
    }
}

/// Writes a file into a folder and gives its path.
pub fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path.display().to_string()
}
