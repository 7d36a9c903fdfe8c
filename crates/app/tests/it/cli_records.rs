//! A landlord's first day, its accounts, and keeping the records whole, from the command line.

use std::path::Path;

use crate::terminal::{Said, redress};

fn founded(folder: &Path) -> Said {
    redress(&["init", "--landlord", "Rowan Homes", "--data", &folder.display().to_string()])
}

fn user(folder: &Path, more: &[&str]) -> Said {
    redress(&[&["user"], more, &["--data", &folder.display().to_string()]].concat())
}

#[test]
fn init_enters_a_landlord_once_and_says_the_first_password_once() {
    let folder = tempfile::tempdir().unwrap();
    let said = founded(folder.path());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("Rowan Homes is entered as rowan-homes.\nSign in as admin"));
    let again = founded(folder.path());
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.starts_with("declined: there is a landlord \"rowan-homes\" already\nhint: "));
}

#[test]
fn init_takes_no_policy_nobody_knows_and_no_word_that_is_no_address() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let ask = ["init", "--landlord", "Rowan Homes", "--data", &data];
    assert_eq!(redress(&[&ask[..], &["--policy", "rowan-2030"]].concat()).code, 2);
    assert_eq!(redress(&[&ask[..], &["--id", "Rowan Homes"]].concat()).code, 2);
}

#[test]
fn accounts_are_added_listed_reset_and_closed() {
    let folder = tempfile::tempdir().unwrap();
    founded(folder.path());
    let added = user(
        folder.path(),
        &["add", "amira", "--name", "Amira Khan", "--role", "complaints-officer"],
    );
    assert_eq!(added.code, 0, "{}", added.err);
    assert!(added.out.starts_with("amira signs in with the one-time password "), "{}", added.out);
    let taken =
        user(folder.path(), &["add", "Amira", "--name", "Amira Other", "--role", "auditor"]);
    assert_eq!(taken.code, 1);
    let reset = user(folder.path(), &["reset", "amira"]);
    assert_ne!(reset.out, added.out);
    assert_eq!(user(folder.path(), &["disable", "amira"]).code, 0);
    let listed = user(folder.path(), &["list"]);
    assert_eq!(
        listed.out,
        "admin  Administrator: administrator\namira  Amira Khan: complaints-officer  (cannot sign in)\n"
    );
    assert_eq!(user(folder.path(), &["reset", "nobody"]).code, 1);
}

#[test]
fn the_last_administrator_is_not_shut_out_and_none_works_on_cases() {
    let folder = tempfile::tempdir().unwrap();
    founded(folder.path());
    let said = user(folder.path(), &["disable", "admin"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("last administrator"), "{}", said.err);
    let both =
        ["add", "x", "--name", "X", "--role", "administrator", "--role", "complaints-officer"];
    assert_eq!(user(folder.path(), &both).code, 1);
    assert_eq!(user(folder.path(), &["add", "x", "--name", "X", "--role", "resident"]).code, 2);
}

#[test]
fn without_a_landlord_there_are_no_accounts() {
    let folder = tempfile::tempdir().unwrap();
    let said = user(folder.path(), &["list"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("hint: enter one with redress init"), "{}", said.err);
}

#[test]
fn records_are_proved_copied_brought_back_and_listed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    founded(&data);
    let data = data.display().to_string();
    let proved = redress(&["verify", "--data", &data]);
    assert_eq!(proved.code, 0, "{}", proved.out);
    assert!(proved.out.starts_with("All is whole: "), "{}", proved.out);
    let copy = folder.path().join("copy").display().to_string();
    let backed = redress(&["backup", &copy, "--data", &data]);
    assert_eq!(backed.code, 0, "{}", backed.err);
    assert_eq!(redress(&["backup", &copy, "--data", &data]).code, 1);
    let back = folder.path().join("back").display().to_string();
    let restored = redress(&["restore", &copy, "--data", &back]);
    assert_eq!(restored.code, 0, "{}{}", restored.out, restored.err);
    assert_eq!(redress(&["restore", &copy, "--data", &back]).code, 1);
    assert_eq!(redress(&["rebuild-lists", "--data", &back]).code, 0);
    let listed = redress(&["user", "list", "--data", &back]);
    assert_eq!(listed.out, "admin  Administrator: administrator\n");
    let json = redress(&["verify", "--json", "--data", &back]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["holds"], true);
}

#[test]
fn settings_in_a_file_say_where_the_records_are() {
    let folder = tempfile::tempdir().unwrap();
    founded(&folder.path().join("records"));
    let data = folder.path().join("records").display().to_string();
    let config =
        crate::terminal::write(folder.path(), "redress.toml", &format!("data = {data:?}\n"));
    let listed = redress(&["user", "list", "--config", &config]);
    assert_eq!(listed.out, "admin  Administrator: administrator\n");
    let wrong = crate::terminal::write(folder.path(), "wrong.toml", "dta = \"x\"\n");
    let said = redress(&["user", "list", "--config", &wrong]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("wrong.toml:1:1"), "{}", said.err);
}

#[test]
fn a_database_nobody_can_open_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let said = redress(&["verify", "--data", &data, "--database", "mysql://nowhere"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
    assert!(said.err.starts_with("fault: "), "{}", said.err);
}
