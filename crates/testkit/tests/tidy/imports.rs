//! Imports run one way, and each library has its one room.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

/// Words that may stand only in some files.
struct Fence {
    words: &'static [&'static str],
    /// The files it watches, by the start of their path.
    within: &'static [&'static str],
    /// Those of them that may.
    except: &'static [&'static str],
    why: &'static str,
}

const STAFF_ROOMS: &[&str] = &["crates/app/src/cli", "crates/app/src/main.rs"];

const FENCES: &[Fence] = &[
    Fence {
        words: &["redress_letters", "redress_store", "redress", "redress_testkit"],
        within: &["crates/domain/src"],
        except: &[],
        why: "the rules depend on nothing of ours",
    },
    Fence {
        words: &["redress_letters", "redress", "redress_testkit"],
        within: &["crates/store/src"],
        except: &[],
        why: "the records room depends on the rules alone",
    },
    Fence {
        words: &["redress_store", "redress", "redress_testkit"],
        within: &["crates/letters/src"],
        except: &[],
        why: "the print room depends on the rules alone",
    },
    Fence {
        words: &[
            "tokio",
            "std::time",
            "std::env",
            "std::fs",
            "std::net",
            "std::thread",
            "getrandom",
        ],
        within: &["crates/domain/src"],
        except: &[],
        why: "the rules are pure",
    },
    Fence {
        words: &["std::time", "std::env", "std::net", "tokio", "getrandom", "Timestamp::now"],
        within: &["crates/letters/src"],
        except: &[],
        why: "letters look nothing up",
    },
    Fence {
        words: &["sqlx"],
        within: &["crates", "xtask"],
        except: &["crates/store"],
        why: "SQL lives in the records room",
    },
    Fence {
        words: &["Postgres", "Sqlite", "PgPool", "SqlitePool", "PgConnection", "SqliteConnection"],
        within: &["crates/store/src", "crates/app/src", "crates/domain/src", "crates/letters/src"],
        except: &[
            "crates/store/src/db",
            "crates/store/src/row.rs",
            "crates/store/src/migrations.rs",
            "crates/store/src/dialect",
        ],
        why: "which database it is, only the lowest layer of the store knows",
    },
    Fence {
        words: &["axum", "askama"],
        within: &["crates", "xtask"],
        except: &["crates/app/src/web", "crates/app/tests", "crates/testkit"],
        why: "pages live in app/src/web",
    },
    Fence {
        words: &["clap"],
        within: &["crates", "xtask"],
        except: STAFF_ROOMS,
        why: "the command line lives in app/src/cli",
    },
    Fence {
        words: &["lettre"],
        within: &["crates", "xtask"],
        except: &["crates/app/src/worker"],
        why: "only the worker speaks to a mail server",
    },
    Fence {
        words: &["typst", "typst_pdf", "typst_layout"],
        within: &["crates", "xtask"],
        except: &["crates/letters"],
        why: "paper is made in the print room",
    },
    Fence {
        words: &["println!", "eprintln!", "print!", "eprint!"],
        within: &["crates/domain/src", "crates/letters/src", "crates/store/src", "crates/app/src"],
        except: STAFF_ROOMS,
        why: "only the command line talks to a terminal",
    },
    Fence {
        words: &["crate::web", "crate::cli", "crate::worker"],
        within: &["crates/app/src/desk"],
        except: &[],
        why: "the desk is called and calls nobody in front of it",
    },
    Fence {
        words: &["crate::cli", "crate::worker"],
        within: &["crates/app/src/web"],
        except: &[],
        why: "web, command line and clockwork meet at the desk",
    },
    Fence {
        words: &["crate::cli", "crate::web"],
        within: &["crates/app/src/worker"],
        except: &[],
        why: "web, command line and clockwork meet at the desk",
    },
    Fence {
        words: &["crate::web"],
        within: &["crates/app/src/cli"],
        except: &["crates/app/src/cli/serve", "crates/app/src/cli/demo"],
        why: "web, command line and clockwork meet at the desk; only serving starts the pages",
    },
];

/// Which of our crates each of our crates may name among its dependencies.
const ROOMS: &[(&str, &[&str])] = &[
    ("crates/domain/Cargo.toml", &[]),
    ("crates/letters/Cargo.toml", &["redress-domain"]),
    ("crates/store/Cargo.toml", &["redress-domain"]),
    ("crates/app/Cargo.toml", &["redress-domain", "redress-letters", "redress-store"]),
];

fn over_the_fence(file: &File) -> Vec<String> {
    let starts = |paths: &[&str]| paths.iter().any(|path| file.path.starts_with(path));
    let fences = FENCES.iter().filter(|fence| starts(fence.within) && !starts(fence.except));
    let code = file.code();
    let mut complaints = Vec::new();
    for fence in fences {
        for (n, line) in code.lines().enumerate() {
            for word in fence.words.iter().filter(|word| names(line, word)) {
                complaints.push(format!("{}:{}: {word}: {}", file.path, n + 1, fence.why));
            }
        }
    }
    complaints
}

/// True where `word` stands in `line` as a path or a whole word.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        let joined = before.ends_with("::") && !word.contains("::");
        !before.ends_with(part)
            && !after.starts_with(part)
            && (!joined || word.starts_with(char::is_uppercase))
    })
}

fn foreign_rooms(manifest: &File, allowed: &[&str]) -> Vec<String> {
    let parsed: toml::Table = manifest.text.parse().expect("a manifest is TOML");
    let dependencies = parsed.get("dependencies").and_then(toml::Value::as_table);
    let ours = dependencies.into_iter().flatten().map(|(name, _)| name.as_str());
    ours.filter(|name| name.starts_with("redress") && !allowed.contains(name))
        .map(|name| format!("{}: may not depend on {name}", manifest.path))
        .collect()
}

#[test]
fn imports_run_one_way() {
    let fenced = text::rust().filter(|file| !file.path.starts_with("crates/testkit/tests/tidy/"));
    let mut complaints: Vec<String> = fenced.flat_map(over_the_fence).collect();
    for (path, allowed) in ROOMS {
        let manifest = text::file(path).expect("the four rooms exist");
        complaints.extend(foreign_rooms(manifest, allowed));
    }
    assert_tidy(complaints);
}

#[test]
fn a_wrong_way_import_is_found() {
    let bad = [
        ("crates/domain/src/clock.rs", "use redress_store::Db;"),
        ("crates/domain/src/clock.rs", "let now = std::time::SystemTime::now();"),
        ("crates/store/src/lists.rs", "use redress_letters::Letter;"),
        ("crates/letters/src/pdf.rs", "use redress_store::Db;"),
        ("crates/app/src/desk/handle.rs", "sqlx::query(TEXT)"),
        ("crates/app/src/desk/handle.rs", "use axum::Router;"),
        ("crates/app/src/desk/handle.rs", "use crate::web::Page;"),
        ("crates/app/src/web/session.rs", "use clap::Parser;"),
        ("crates/app/src/web/session.rs", "println!();"),
        ("crates/store/src/lists.rs", "if matches!(db, Db::Postgres(_)) {}"),
        ("crates/app/src/cli/due.rs", "use crate::web::routes;"),
    ];
    for (path, text) in bad {
        assert_eq!(over_the_fence(&sample(path, text)).len(), 1, "{path}: {text}");
    }
    let good = [
        ("crates/store/src/lists.rs", "use sqlx::Row; // axum"),
        ("crates/store/src/dialect.rs", "Db::Postgres(pool) => todo(),"),
        ("crates/app/src/web/session.rs", "let sqlx_less = \"sqlx\"; use axum::Router;"),
        ("crates/app/src/cli/serve.rs", "use crate::web; use clap::Parser; println!();"),
        ("crates/domain/src/clock.rs", "let std_time = 1; use jiff::civil::Date;"),
    ];
    for (path, text) in good {
        assert_eq!(over_the_fence(&sample(path, text)), [""; 0], "{path}: {text}");
    }
}

#[test]
fn a_room_that_depends_on_the_wrong_room_is_found() {
    let manifest =
        sample("crates/domain/Cargo.toml", "[dependencies]\nredress-store = \"1\"\nserde = \"1\"");
    assert_eq!(foreign_rooms(&manifest, &[]).len(), 1);
    assert!(foreign_rooms(&manifest, &["redress-store"]).is_empty());
}
