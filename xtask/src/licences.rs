//! What the program is built from: licences, banned crates and sources, as `deny.toml` says.

use anyhow::{Context, bail};
use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

use crate::shell;

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// Packages whose licence is no expression, read by a person: name, version, what it is.
const READ_BY_HAND: [(&str, &str, &str); 1] = [
    // Bitstream Vera's terms, with changes in the public domain: free to use, embed and pass on.
    ("dejavu-fonts-ttf", "2.37.3", "Bitstream-Vera"),
];

/// Checks the crates and the npm packages; cargo-deny, which knows more, looks too where it is installed.
pub fn check() -> anyhow::Result<()> {
    let rules = std::fs::read_to_string(shell::root().join("deny.toml"))?;
    let rules: Rules = toml::from_str(&rules).context("deny.toml")?;
    let metadata = shell::cargo(["metadata", "--format-version", "1", "--locked"]).read()?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    let mut wrong = crates(&rules, &metadata.packages);
    let mut seen = metadata.packages.len();
    for lock in shell::call("git", ["ls-files", "*package-lock.json"]).read()?.lines() {
        let text = std::fs::read_to_string(shell::root().join(lock))?;
        let packages: serde_json::Value = serde_json::from_str(&text).context(lock.to_owned())?;
        let (count, found) = npm(&rules, lock, &packages);
        seen += count;
        wrong.extend(found);
    }
    for line in &wrong {
        println!("{line}");
    }
    println!("{seen} packages looked at");
    if !wrong.is_empty() {
        bail!("{} packages are against deny.toml", wrong.len());
    }
    match shell::find("cargo-deny") {
        Some(_) => shell::cargo(["deny", "check", "licenses", "bans", "sources"]).run(),
        None => Ok(()),
    }
}

fn crates(rules: &Rules, packages: &[Package]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Package { name, version, license, source } in packages {
        let what = format!("{name} {version}");
        if let Some(banned) = rules.bans.deny.iter().find(|banned| banned.name == *name) {
            wrong.push(format!("{what}: {}", banned.reason));
        }
        if let Some(from) = source.as_deref().filter(|from| !from.starts_with("registry+")) {
            wrong.push(format!("{what}: comes from {from}"));
        }
        wrong.extend(licence(rules, &what, license.as_deref()));
    }
    wrong
}

fn npm(rules: &Rules, lock: &str, packages: &serde_json::Value) -> (usize, Vec<String>) {
    let mut wrong = Vec::new();
    let entries = packages["packages"].as_object().into_iter().flatten();
    let entries: Vec<_> = entries.filter(|(path, _)| !path.is_empty()).collect();
    for (path, package) in &entries {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        let what = format!("{lock}: {name} {}", package["version"].as_str().unwrap_or("?"));
        // A lock file that names no place takes every package from npm's own registry.
        if package["resolved"].as_str().is_some() {
            wrong.push(format!("{what}: names a place of its own to come from"));
        }
        if package["integrity"].as_str().is_none() {
            wrong.push(format!("{what}: has no checksum"));
        }
        let version = package["version"].as_str().unwrap_or_default();
        if !READ_BY_HAND.iter().any(|(known, at, _)| *known == name && *at == version) {
            wrong.extend(licence(rules, &what, package["license"].as_str()));
        }
    }
    (entries.len(), wrong)
}

fn licence(rules: &Rules, what: &str, licence: Option<&str>) -> Option<String> {
    let Some(text) = licence else { return Some(format!("{what}: names no licence")) };
    let Ok(expression) = Expression::parse_mode(text, ParseMode::LAX) else {
        return Some(format!("{what}: \"{text}\" is not a licence expression"));
    };
    let allowed = |wanted: &LicenseReq| {
        let wanted = wanted.to_string();
        rules.licenses.allow.contains(&wanted)
    };
    (!expression.evaluate(allowed)).then(|| format!("{what}: {text} is not allowed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        toml::from_str(
            r#"
            licenses.allow = ["MIT", "Apache-2.0 WITH LLVM-exception"]
            bans.deny = [{ crate = "openssl", reason = "TLS is rustls" }]
            "#,
        )
        .unwrap()
    }

    fn package(name: &str, licence: &str, source: &str) -> Package {
        let (name, version) = (name.into(), "1.0.0".into());
        Package { name, version, license: Some(licence.into()), source: Some(source.into()) }
    }

    const INDEX: &str = "registry+https://example.org/index";

    #[test]
    fn one_allowed_licence_of_a_choice_is_enough_and_of_a_sum_is_not() {
        let wrong = |text| licence(&rules(), "x", Some(text)).is_some();
        assert!(!wrong("GPL-3.0-only OR MIT"));
        assert!(!wrong("MIT/GPL-2.0"));
        assert!(!wrong("Apache-2.0 WITH LLVM-exception"));
        assert!(wrong("MIT AND GPL-3.0-only"));
        assert!(wrong("Apache-2.0"));
        assert!(wrong("free for all"));
        assert!(licence(&rules(), "x", None).is_some());
    }

    #[test]
    fn a_banned_crate_and_a_foreign_source_are_found() {
        let good = package("serde", "MIT", INDEX);
        assert!(crates(&rules(), &[good]).is_empty());
        assert_eq!(crates(&rules(), &[package("openssl", "MIT", INDEX)]).len(), 1);
        let elsewhere = package("serde", "MIT", "git+https://example.org/serde");
        assert_eq!(crates(&rules(), &[elsewhere]).len(), 1);
    }

    #[test]
    fn an_npm_package_from_elsewhere_without_checksum_or_licence_is_found_three_times() {
        let lock = serde_json::json!({ "packages": {
            "": { "name": "ours" },
            "node_modules/good": { "version": "1.0.0", "license": "MIT", "integrity": "sha512-x" },
            "node_modules/bad": { "version": "1.0.0", "resolved": "http://localhost/bad.tgz" },
        }});
        let (count, wrong) = npm(&rules(), "package-lock.json", &lock);
        assert_eq!((count, wrong.len()), (2, 3));
    }
}
