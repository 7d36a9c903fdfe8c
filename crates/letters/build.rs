//! Brings the typefaces of the letters from their packages into the build folder.
//!
//! The program carries its fonts, the repository does not. `package-lock.json` says which ones,
//! with their hashes. `REDRESS_FONTS_DIR` may name a folder that already holds the files.
#![expect(clippy::disallowed_methods, reason = "a build script is told its folders by environment")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Name in the program, and where the package keeps the file.
const FILES: [(&str, &str); 9] = [
    (
        "text-regular.ttf",
        "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
    ),
    (
        "text-bold.ttf",
        "@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    ),
    ("arabic-regular.ttf", "@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf"),
    ("arabic-bold.ttf", "@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf"),
    ("wide-regular.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    ("wide-bold.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
    ("text-licence.txt", "@expo-google-fonts/atkinson-hyperlegible-next/LICENSE_FONT"),
    ("arabic-licence.txt", "@expo-google-fonts/vazirmatn/LICENSE_FONT"),
    ("wide-licence.txt", "dejavu-fonts-ttf/LICENSE"),
];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=package.json");
    println!("cargo:rerun-if-changed=package-lock.json");
    println!("cargo:rerun-if-env-changed=REDRESS_FONTS_DIR");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR")?);
    if let Some(ready) = env::var_os("REDRESS_FONTS_DIR") {
        return take_ready(Path::new(&ready), &out);
    }
    let fetched = fetch(&out)?;
    for (name, inside) in FILES {
        copy(&fetched.join("node_modules").join(inside), &out.join(name))?;
    }
    Ok(())
}

/// A folder prepared beforehand, for building where there is no npm.
fn take_ready(ready: &Path, out: &Path) -> Result<(), String> {
    for (name, inside) in FILES {
        let flat = ready.join(name);
        let found = if flat.is_file() { flat } else { ready.join("node_modules").join(inside) };
        if !found.is_file() {
            return Err(format!(
                "REDRESS_FONTS_DIR is {}, but it holds neither {name} nor node_modules/{inside}",
                ready.display()
            ));
        }
        copy(&found, &out.join(name))?;
    }
    Ok(())
}

/// Runs `npm ci` in the build folder, unless the same lock file was installed there before.
fn fetch(out: &Path) -> Result<PathBuf, String> {
    let folder = out.join("fonts");
    let stamp = folder.join("installed-lock.json");
    let lock = fs::read("package-lock.json").map_err(|why| format!("package-lock.json: {why}"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(folder);
    }
    fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    copy(Path::new("package.json"), &folder.join("package.json"))?;
    copy(Path::new("package-lock.json"), &folder.join("package-lock.json"))?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let ran = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&folder)
        .output()
        .map_err(|why| {
            format!(
                "the letters need their typefaces, and `npm` could not be started ({why}). \
                 Install Node.js 20 or newer, or set REDRESS_FONTS_DIR to a folder with the files"
            )
        })?;
    if !ran.status.success() {
        return Err(format!(
            "`npm ci` could not fetch the typefaces of the letters:\n{}",
            String::from_utf8_lossy(&ran.stderr)
        ));
    }
    fs::write(&stamp, lock).map_err(|why| format!("{}: {why}", stamp.display()))?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::copy(from, to)
        .map(|_| ())
        .map_err(|why| format!("copying {} to {}: {why}", from.display(), to.display()))
}
