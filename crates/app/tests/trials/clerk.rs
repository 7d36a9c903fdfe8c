//! Somebody in the contact centre who takes calls, and notes each that the program confirmed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use redress_testkit::fault::program::{Program, Watch};
use redress_testkit::fault::visitor::{Lost, Page, Visitor};

use crate::program;

/// When a call is noted as taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noting {
    /// When the program's answer has come.
    WhenConfirmed,
    /// Before: what a program that answered ahead of its commit would come to.
    WhenSent,
}

/// Somebody signed in.
pub struct Clerk {
    visitor: Visitor,
    calls: usize,
}

struct Office {
    _folder: tempfile::TempDir,
    data: PathBuf,
    visitor: Visitor,
}

/// A data folder with a landlord, at which the clerk has signed in already: what each run begins with.
pub fn office() -> &'static Path {
    &prepared().data
}

fn prepared() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let url = format!("sqlite:{}", data.join("redress.db").display());
        let visitor = found(&data, &url);
        Office { _folder: folder, data, visitor }
    })
}

/// Enters a landlord and the clerk, and signs the clerk in, who chooses a password first.
pub fn found(data: &Path, database: &str) -> Visitor {
    let place = ["--data", data.to_str().expect("a path in UTF-8"), "--database", database];
    let first =
        ["init", "--landlord", "Rowan Homes", "--policy", "derive-2024", "--from", "2024-12-01"];
    run(&[&first[..], &place].concat());
    let add = ["user", "add", "dan", "--name", "Dan Okafor", "--role", "contact-centre"];
    let said = run(&[&add[..], &place].concat());
    let password = said.split_whitespace().last().expect("a one-time password").to_owned();

    let arguments = ["--database", database];
    let program =
        Program::start(program(), "serve", data, &arguments, &Watch::Nobody).expect("it starts");
    let visitor = first_visit(&program, "dan", &password);
    assert!(program.stop().success(), "it stops when asked");
    visitor
}

/// Signs somebody in for the first time, who chooses a password first.
pub fn first_visit(program: &Program, login: &str, password: &str) -> Visitor {
    let mut visitor = program.visitor();
    let sent = |fields: &[(&str, &str)]| -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let signed = visitor
        .post("/session", &sent(&[("login", login), ("password", password), ("device", "own")]));
    assert_eq!(signed.expect("an answer").location.as_deref(), Some("/session/password"));
    let mut fields = visitor.get("/session/password").expect("a page").hidden("/session/password");
    fields.extend(sent(&[("present", password), ("chosen", "kettles sing on rainy mornings")]));
    let changed = visitor.post("/session/password", &fields).expect("an answer");
    assert_eq!(changed.status, 303, "{}", changed.body);
    visitor
}

/// Runs the program and gives what it says.
pub fn run(arguments: &[&str]) -> String {
    let done = Command::new(program()).args(arguments).output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("words")
}

impl Clerk {
    /// The clerk, still signed in, at a program that runs on a copy of the office's folder.
    pub fn at_work(program: &Program) -> Clerk {
        Clerk::known_as(&prepared().visitor, program)
    }

    /// Somebody who signed in before, at a program that was started since.
    pub fn known_as(visitor: &Visitor, program: &Program) -> Clerk {
        Clerk { visitor: visitor.moved_to(&program.visitor()), calls: 0 }
    }

    /// Takes a call in which `marker` is said. False where the connection was lost.
    pub fn take_call(&mut self, marker: &str, noting: Noting, noted: &mut Vec<String>) -> bool {
        let Ok(form) = self.blank() else { return false };
        let fields = filled(&form, marker);
        if noting == Noting::WhenSent {
            noted.push(marker.to_owned());
        }
        // Each second caller leaves something in writing as well.
        self.calls += 1;
        let answer = match self.calls % 2 {
            0 => self.visitor.upload(
                FORM,
                &fields,
                ("letter.txt", &format!("Left with us: {marker}.\n")),
            ),
            _ => self.send(&fields),
        };
        let Ok(answer) = answer else { return false };
        assert_eq!(answer.status, 303, "{}", answer.body);
        if noting == Noting::WhenConfirmed {
            noted.push(marker.to_owned());
        }
        true
    }

    /// The empty form for a new contact.
    pub fn blank(&self) -> Result<Page, Lost> {
        self.visitor.get(FORM)
    }

    /// Sends a form that was filled in.
    pub fn send(&mut self, fields: &[(String, String)]) -> Result<Page, Lost> {
        self.visitor.post(FORM, fields)
    }
}

/// Where a call is taken.
pub const FORM: &str = "/contacts/new";

/// What the clerk sends: what the form hides, and what the caller said.
pub fn filled(form: &Page, marker: &str) -> Vec<(String, String)> {
    let mut fields = form.hidden(FORM);
    let said = [
        ("channel", "phone"),
        ("received", "today"),
        ("name", "Joyce Adeyemi"),
        ("standing", "tenant"),
        ("behalf", "no"),
        ("words", marker),
        ("dissatisfied", "yes"),
        ("choice", "complain"),
        ("then", "open"),
    ];
    fields.extend(said.map(|(name, value)| (name.to_owned(), value.to_owned())));
    fields
}
