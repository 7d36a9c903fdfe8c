//! What surrounds a landlord's cases is kept in memory while its revision stands: whoever writes it
//! counts the change.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

/// The tables that are kept in memory.
const KEPT: &[&str] =
    &["closure", "landlord", "landlord_details", "ombudsman", "policy_pack", "staff", "staff_role"];

/// Statements that change nothing of what is kept, or count in themselves.
const EXEMPT: &[(&str, &str)] = &[
    ("PUT_LANDLORD", "counts in the statement itself"),
    ("REVISED", "is the count"),
    ("LOAD", "a draft surrounds no case until it is approved"),
    ("SET_PASSWORD", "passwords are not kept in memory"),
    ("SET_ACTIVE", "who may sign in is asked each time"),
    ("HOLD", "changes nothing"),
    ("LAST_SIGN_IN", "when somebody signed in is not kept in memory"),
];

#[test]
fn whoever_changes_what_is_kept_in_memory_counts_it() {
    let all: Vec<String> = text::files()
        .iter()
        .filter(|file| file.is_rust() && file.path.starts_with("crates/store/src"))
        .flat_map(uncounted)
        .collect();
    assert_tidy(all);
}

#[test]
fn a_change_that_nobody_counts_is_found() {
    let text = "const DROP: &str =\n    \"DELETE FROM closure WHERE landlord = $1\";\n\n\
                pub async fn drop_all(tx: &mut Tx) {\n    tx.run(DROP, &[]).await\n}\n";
    assert_eq!(uncounted(&sample("crates/store/src/settings.rs", text)).len(), 1);
    let counted =
        text.replace("tx.run(DROP, &[]).await", "tx.run(DROP, &[]).await?;\n    revised(tx)");
    assert!(uncounted(&sample("crates/store/src/settings.rs", &counted)).is_empty());
}

/// The functions of a file that run such a statement and count nothing.
fn uncounted(file: &File) -> Vec<String> {
    let statements = writes(&file.text);
    let functions =
        file.text.split("\n}\n").filter_map(|part| part.rfind("fn ").map(|at| &part[at..]));
    functions
        .filter(|function| !function.contains("revised(") && !function.contains("give_roles("))
        .flat_map(|function| {
            let ran = statements.iter().filter(|name| function.contains(&format!("run({name},")));
            ran.map(|name| format!("{}: {name} runs and nobody counts it", file.path))
        })
        .collect()
}

/// The names of statements in a file that write what is kept.
fn writes(text: &str) -> Vec<&str> {
    let constants = text.split("const ").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once(": &str =")?;
        Some((name, rest.split_once('"')?.1))
    });
    constants
        .filter(|(name, _)| !EXEMPT.iter().any(|(exempt, _)| exempt == name))
        .filter(|(_, sql)| {
            let table = ["INSERT INTO ", "UPDATE ", "DELETE FROM "]
                .iter()
                .find_map(|verb| sql.strip_prefix(verb))
                .and_then(|rest| rest.split([' ', '(']).next());
            table.is_some_and(|table| KEPT.contains(&table))
        })
        .map(|(name, _)| name)
        .collect()
}
