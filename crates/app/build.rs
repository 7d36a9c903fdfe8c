//! Makes the style sheets: npm packages, then Sass, then names with a hash and a gzip copy.
//!
//! It runs again only when something under `assets/` changes. `REDRESS_ASSETS_DIR` may name a
//! folder that already holds `staff.css` and `public.css` (`npm run build` makes one), for
//! machines without Node.js.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;

use sha2::Digest;
use sha2::Sha256;

/// What is served under `/assets/`: constant, file stem, file extension, media type.
const SERVED: [(&str, &str, &str, &str); 3] = [
    ("STAFF", "staff", "css", "text/css; charset=utf-8"),
    ("PUBLIC", "public", "css", "text/css; charset=utf-8"),
    ("MARK", "mark", "svg", "image/svg+xml"),
];

const NODE_IS_MISSING: &str = "The style sheets need Node.js 20.19 or newer with npm. Install both \
     (on Debian 13: `apt-get install nodejs npm`), or set REDRESS_ASSETS_DIR to a folder that holds \
     staff.css and public.css, made elsewhere by `npm ci && npm run build` in crates/app/assets.";

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    for path in [
        "build.rs",
        "assets/scss",
        "assets/mark.svg",
        "assets/package.json",
        "assets/package-lock.json",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-env-changed=REDRESS_ASSETS_DIR");
    let sources = surrounding("CARGO_MANIFEST_DIR")?.join("assets");
    let out = surrounding("OUT_DIR")?.join("assets");
    fs::create_dir_all(&out).map_err(|why| cannot("make", &out, &why))?;
    let sheets = match surrounding("REDRESS_ASSETS_DIR") {
        Ok(ready) => ready,
        Err(_) => compile(&sources, &out)?,
    };
    let mut table = String::new();
    for (constant, stem, extension, media_type) in SERVED {
        let file = format!("{stem}.{extension}");
        let folder = if extension == "css" { &sheets } else { &sources };
        let mut text = read(&folder.join(&file))?;
        if extension == "css" {
            text = logical(&text);
        }
        let hash: String =
            Sha256::digest(&text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        write(&out.join(&file), text.as_bytes())?;
        write(&out.join(format!("{file}.gz")), &gzip(text.as_bytes())?)?;
        writeln!(
            table,
            "/// `{file}`, under a name that changes with its bytes.\n\
             pub static {constant}: Asset = Asset {{\n    name: \"{stem}-{hash}.{extension}\",\n    \
             media_type: \"{media_type}\",\n    \
             plain: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/assets/{file}\")),\n    \
             gzip: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/assets/{file}.gz\")),\n}};"
        )
        .map_err(|why| why.to_string())?;
    }
    write(&out.join("table.rs"), table.as_bytes())
}

/// Installs the packages when the lock file changed, then compiles both sheets.
fn compile(sources: &Path, out: &Path) -> Result<PathBuf, String> {
    let npm = out.join("npm");
    let lock = read(&sources.join("package-lock.json"))?;
    let stamp = npm.join("installed-lock.json");
    if fs::read_to_string(&stamp).ok().as_deref() != Some(lock.as_str()) {
        fs::create_dir_all(&npm).map_err(|why| cannot("make", &npm, &why))?;
        for file in ["package.json", "package-lock.json", ".npmrc"] {
            write(&npm.join(file), read(&sources.join(file))?.as_bytes())?;
        }
        // Install scripts never run, and the file watcher of Sass is left out.
        let arguments = ["ci", "--ignore-scripts", "--omit=optional", "--loglevel=error"];
        run(Command::new("npm").args(arguments).current_dir(&npm))?;
        write(&stamp, lock.as_bytes())?;
    }
    let sheets = out.join("sheets");
    let mut sass = Command::new("node");
    sass.arg(npm.join("node_modules/sass/sass.js"))
        .args(["--style=compressed", "--no-source-map", "--quiet-deps"])
        .arg(format!("--load-path={}", npm.display()));
    for sheet in ["staff", "public"] {
        let from = sources.join(format!("scss/{sheet}.scss"));
        sass.arg(format!("{}:{}", from.display(), sheets.join(format!("{sheet}.css")).display()));
    }
    run(&mut sass)?;
    Ok(sheets)
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|why| format!("{NODE_IS_MISSING} ({why})"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{:?} did not succeed:\n{said}\n{NODE_IS_MISSING}", command.get_program()))
}

/// Turns left and right into start and end, so that a right-to-left page mirrors the library's
/// styles as well as ours.
fn logical(css: &str) -> String {
    const SIDES: [(&str, &str); 14] = [
        ("margin-left:", "margin-inline-start:"),
        ("margin-right:", "margin-inline-end:"),
        ("padding-left:", "padding-inline-start:"),
        ("padding-right:", "padding-inline-end:"),
        ("border-left:", "border-inline-start:"),
        ("border-right:", "border-inline-end:"),
        ("border-left-width:", "border-inline-start-width:"),
        ("border-right-width:", "border-inline-end-width:"),
        ("left:", "inset-inline-start:"),
        ("right:", "inset-inline-end:"),
        ("text-align:left", "text-align:start"),
        ("text-align:right", "text-align:end"),
        ("float:left", "float:inline-start"),
        ("float:right", "float:inline-end"),
    ];
    SIDES.iter().fold(css.to_owned(), |css, (side, end)| {
        ["{", ";"].iter().fold(css, |css, before| {
            css.replace(&format!("{before}{side}"), &format!("{before}{end}"))
        })
    })
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|why| why.to_string())
}

#[expect(clippy::disallowed_methods, reason = "Cargo speaks to a build script by its environment")]
fn surrounding(name: &str) -> Result<PathBuf, String> {
    std::env::var_os(name).map(PathBuf::from).ok_or_else(|| format!("{name} is not set"))
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|why| cannot("read", path, &why))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|why| cannot("write", path, &why))
}

fn cannot(verb: &str, path: &Path, why: &std::io::Error) -> String {
    format!("Cannot {verb} {}: {why}", path.display())
}
