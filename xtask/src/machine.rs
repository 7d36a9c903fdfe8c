//! What the checks need from the machine, and Debian's packages for what is missing.

use std::path::{Path, PathBuf};

use crate::shell;

/// Something that a check needs and that is not the program's own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Postgres,
    Node,
    Chromium,
    Strace,
    Dovecot,
    Faketime,
    Fonts,
}

impl Need {
    /// What it is called in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Need::Postgres => "PostgreSQL's server programs",
            Need::Node => "node (20 or newer) and npm",
            Need::Chromium => "Chromium",
            Need::Strace => "strace",
            Need::Dovecot => "dovecot",
            Need::Faketime => "faketime",
            Need::Fonts => "fonts for Chromium",
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Need::Postgres => &["postgresql"],
            Need::Node => &["nodejs", "npm"],
            Need::Chromium => &["chromium"],
            Need::Strace => &["strace"],
            Need::Dovecot => &["dovecot-imapd"],
            Need::Faketime => &["faketime"],
            Need::Fonts => &["fonts-liberation", "fonts-dejavu-core"],
        }
    }

    pub fn is_here(self) -> bool {
        match self {
            Need::Postgres => postgres_programs().is_some(),
            Need::Node => node_version().is_some_and(|n| 20 <= n) && shell::find("npm").is_some(),
            Need::Chromium => chromium().is_some(),
            Need::Strace => shell::find("strace").is_some(),
            Need::Dovecot => dovecot().is_some(),
            Need::Faketime => shell::find("faketime").is_some(),
            Need::Fonts => Path::new("/usr/share/fonts/truetype/liberation").is_dir(),
        }
    }
}

/// The folder with `initdb` and `postgres`: the newest under Debian's own, or the one on the path.
pub fn postgres_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs.join("initdb").is_file().then_some((version, programs))
        })
        .collect();
    found.sort();
    let on_path = || Some(shell::find("initdb")?.parent()?.to_owned());
    found.pop().map(|(_, programs)| programs).or_else(on_path)
}

/// The mail server that the tests read a mailbox from; Debian keeps it where only root looks.
fn dovecot() -> Option<PathBuf> {
    let usual = PathBuf::from("/usr/sbin/dovecot");
    usual.is_file().then_some(usual).or_else(|| shell::find("dovecot"))
}

/// The browser that walks the journeys.
pub fn chromium() -> Option<PathBuf> {
    shell::find("chromium").or_else(|| shell::find("chromium-browser"))
}

fn node_version() -> Option<u32> {
    let said = shell::call("node", ["--version"]).read().ok()?;
    said.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

/// True where this program runs as root.
pub fn is_root() -> bool {
    shell::call("id", ["-u"]).read().is_ok_and(|id| id.trim() == "0")
}

/// Installs what is missing, where this machine allows it.
pub fn provide(needs: &[Need]) {
    let missing: Vec<Need> = needs.iter().copied().filter(|need| !need.is_here()).collect();
    if !missing.is_empty() && is_root() && shell::find("apt-get").is_some() {
        install(&missing);
    }
}

/// What is still not here, each with the way to get it.
pub fn missing(needs: &[Need]) -> Vec<String> {
    let missing = needs.iter().filter(|need| !need.is_here());
    missing
        .map(|need| {
            let packages = need.packages().join(" ");
            format!("{} missing (Debian: apt-get install {packages})", need.name())
        })
        .collect()
}

fn install(missing: &[Need]) {
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages()).copied().collect();
    let apt = |arguments: &[&str]| {
        shell::call("apt-get", ["-q", "-y"])
            .with(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    };
    let done = apt(&["update"])
        .and_then(|()| apt(&[&["install", "--no-install-recommends"][..], &packages].concat()));
    if let Err(why) = done {
        println!("{why:#}");
    }
}
