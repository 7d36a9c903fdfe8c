//! A draft that was confirmed as saved outlives the program's death.

use redress_testkit::fault::program::{Program, Watch, copy};

use crate::clerk::{FORM, filled, first_visit, office, run};
use crate::program;

const WORDS: &str = "The roofer is ill until Thursday";

#[test]
fn a_saved_draft_outlives_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(office(), &data);
    let url = format!("sqlite:{}", data.join("redress.db").display());
    let place = ["--data", data.to_str().expect("a path in UTF-8"), "--database", &url];
    let add = ["user", "add", "chloe", "--name", "Chloe Marsh", "--role", "complaints-manager"];
    let said = run(&[&add[..], &place].concat());
    let password = said.split_whitespace().last().expect("a one-time password").to_owned();

    let start = || Program::start(program(), "serve", &data, &[], &Watch::Nobody);
    let mut killed = start().expect("it starts");
    let mut chloe = first_visit(&killed, "chloe", &password);
    let blank = chloe.get(FORM).expect("a form");
    let taken = chloe.post(FORM, &filled(&blank, "It leaks again")).expect("an answer");
    let location = taken.location.expect("where the case is");
    let case = location.split('?').next().expect("a path");
    let case: Vec<&str> = case.split('/').take(3).collect();
    let page = format!("{}/extension", case.join("/"));
    let mut fields = chloe.get(&page).expect("a form").hidden(&page);
    fields
        .extend([("reason".to_owned(), WORDS.to_owned()), ("look".to_owned(), "save".to_owned())]);
    let saved = chloe.post(&page, &fields).expect("an answer");
    assert_eq!(saved.status, 303, "{}", saved.body);
    killed.kill();

    let again = start().expect("it starts again");
    let chloe = chloe.moved_to(&again.visitor());
    let shown = chloe.get(&page).expect("a page");
    assert!(shown.body.contains(WORDS), "{}", shown.body);
    assert!(again.stop().success(), "it stops when asked");
}
