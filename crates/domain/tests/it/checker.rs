//! The check against the Code: a policy is read as the Ombudsman would read it.

mod golden;
mod turning;

use std::collections::BTreeMap;

use redress_domain::check::{Report, Verdict, check, provisions};
use redress_domain::ids::PackId;
use redress_domain::policy::{Pack, shipped};

fn pack(id: &str) -> Pack {
    shipped::pack(id).unwrap().clone()
}

fn checked(pack: &Pack) -> Report {
    check(pack, shipped::code().unwrap())
}

fn verdicts(pack: &Pack) -> BTreeMap<&'static str, Verdict> {
    let report = checked(pack);
    report.findings.into_iter().map(|finding| (finding.provision, finding.verdict)).collect()
}

/// The numbers of a chapter, from one to another.
fn numbers(chapter: u8, first: u8, last: u8) -> Vec<String> {
    (first..=last).map(|n| format!("{chapter}.{n}")).collect()
}

// CODE-1.1
#[test]
fn there_is_a_line_for_each_assessed_provision_in_order() {
    let wanted: Vec<String> = [
        numbers(1, 2, 6),
        numbers(2, 1, 5),
        numbers(3, 1, 7),
        numbers(4, 1, 3),
        numbers(5, 1, 15),
        numbers(6, 1, 20),
        numbers(7, 1, 4),
        numbers(8, 1, 5),
        numbers(9, 1, 8),
    ]
    .concat();
    assert_eq!(wanted.len(), 72);
    let known: Vec<&str> = provisions().map(|provision| provision.number).collect();
    assert_eq!(known, wanted);
    for pack in shipped::packs().unwrap() {
        let found: Vec<&str> =
            checked(pack).findings.iter().map(|finding| finding.provision).collect();
        assert_eq!(found, wanted, "{}", pack.id);
    }
}

#[test]
fn the_code_meets_itself() {
    let report = checked(&pack("code-2024"));
    for finding in &report.findings {
        assert_eq!(finding.verdict, Verdict::Meets, "{finding:#?}");
        assert_eq!(finding.mend, "", "{finding:#?}");
    }
    assert!(!report.has_conflict());
}

#[test]
fn a_finding_explains_itself_in_one_sentence_and_says_what_would_mend_it() {
    for pack in shipped::packs().unwrap() {
        for finding in checked(pack).findings {
            let whole = |text: &str| text.ends_with('.') && !text.contains("..");
            assert!(whole(&finding.why), "{finding:#?}");
            assert!(finding.why.chars().next().unwrap().is_uppercase(), "{finding:#?}");
            let fine = matches!(finding.verdict, Verdict::Meets | Verdict::Stricter);
            assert_eq!(fine, finding.mend.is_empty(), "{finding:#?}");
            assert!(finding.mend.is_empty() || whole(&finding.mend), "{finding:#?}");
        }
    }
}

#[test]
fn every_clause_of_a_finding_is_one_of_the_policy() {
    for pack in shipped::packs().unwrap() {
        let known: Vec<&str> = pack.readings.iter().map(|it| it.clause.as_str()).collect();
        for finding in checked(pack).findings {
            for clause in &finding.clauses {
                assert!(known.contains(&clause.as_str()), "{}: {finding:#?}", pack.id);
            }
            if matches!(finding.verdict, Verdict::Conflict | Verdict::AtRisk) {
                assert!(!finding.clauses.is_empty(), "{}: {finding:#?}", pack.id);
            }
        }
    }
}

/// The same policy with every clause under another name, and its lists turned round.
fn disguised(pack: &Pack) -> Pack {
    let mut value = serde_json::to_value(pack).unwrap();
    let mut names = BTreeMap::new();
    rename(&mut value, false, &mut names);
    let mut other: Pack = serde_json::from_value(value).unwrap();
    other.id = PackId("somebody-else".to_owned());
    other.landlord = "Somebody Else".to_owned();
    other.title = "What To Do".to_owned();
    other.grounds.reverse();
    other.statements.reverse();
    other.readings.clear();
    other.notes.clear();
    other
}

fn rename(value: &mut serde_json::Value, all: bool, names: &mut BTreeMap<String, String>) {
    use serde_json::Value;
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let clause = name == "clause" || name == "beyond" || name.ends_with("-clause");
                let below = all || clause || name == "clauses" || name == "letters";
                rename(inner, below, names);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| rename(inner, all, names)),
        Value::String(text) if all => {
            let next = format!("paragraph {}", names.len() + 1);
            text.clone_from(names.entry(text.clone()).or_insert(next));
        }
        _ => {}
    }
}

#[test]
fn neither_the_name_of_a_policy_nor_its_numbering_matters() {
    for pack in shipped::packs().unwrap() {
        let other = disguised(pack);
        assert_ne!(other.stage_1.response.clause, pack.stage_1.response.clause);
        assert_eq!(verdicts(&other), verdicts(pack), "{}", pack.id);
    }
}

#[test]
fn the_floor_makes_no_difference_to_what_is_written() {
    for pack in shipped::packs().unwrap() {
        let mut floored = pack.clone();
        floored.floor = !pack.floor;
        assert_eq!(verdicts(&floored), verdicts(pack));
    }
}
