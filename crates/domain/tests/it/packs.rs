//! The shipped policy packs: what they say, where they say it, and that nothing is left out.

mod broken;
mod clauses;
mod derive;

use std::collections::BTreeSet;

use redress_domain::policy::shipped;
use redress_domain::policy::{Duty, Pack};
use serde_json::Value;

fn pack(id: &str) -> &'static Pack {
    shipped::pack(id).unwrap()
}

#[test]
fn every_shipped_pack_can_be_read() {
    let packs = shipped::packs().unwrap();
    let ids: Vec<&str> = packs.iter().map(|pack| pack.id.0.as_str()).collect();
    assert_eq!(
        ids,
        [
            "code-2024",
            "derive-2024",
            "derive-feedback",
            "one-housing-2024",
            "wdh-2022",
            "derby-homes-2024"
        ]
    );
    assert_eq!(shipped::code().unwrap().id.0, "code-2024");
    assert!(shipped::pack("derive-2023").is_none());
}

#[test]
fn a_pack_is_the_same_after_being_written_down_and_read_again() {
    for pack in shipped::packs().unwrap() {
        let written = serde_json::to_string(pack).unwrap();
        assert_eq!(serde_json::from_str::<Pack>(&written).unwrap(), *pack);
    }
}

/// Every duty there is, as the reader of packs knows them.
fn every_duty() -> Vec<Duty> {
    let known = serde_json::from_str::<Duty>("\"none of them\"").unwrap_err().to_string();
    let (_, names) = known.split_once("expected one of").unwrap();
    names
        .split('`')
        .filter(|name| name.chars().any(char::is_alphabetic) && !name.contains(' '))
        .map(|name| serde_json::from_value(Value::from(name)).unwrap())
        .collect()
}

#[test]
fn the_code_has_a_clause_for_every_duty() {
    let duties = every_duty();
    assert!(duties.contains(&Duty::AnyChannel) && duties.contains(&Duty::Departure));
    for duty in duties {
        assert!(pack("code-2024").clauses.contains_key(&duty), "{duty:?}");
    }
}

#[test]
fn derive_is_silent_on_six_duties_only() {
    let own = &pack("derive-2024").clauses;
    let silent: Vec<Duty> =
        every_duty().into_iter().filter(|duty| !own.contains_key(duty)).collect();
    let ombudsman = [Duty::OmbudsmanDealings, Duty::OmbudsmanOrders];
    let settling = [Duty::EarlySettlement, Duty::Departure];
    assert_eq!(silent, [&[Duty::Direction, Duty::FinalStage], &ombudsman[..], &settling].concat());
}

#[test]
fn every_clause_a_pack_names_can_be_read_in_it() {
    for pack in shipped::packs().unwrap() {
        let readings = clauses_read(pack);
        let mut named = BTreeSet::new();
        clauses_named(&serde_json::to_value(pack).unwrap(), false, &mut named);
        assert!(20 < named.len(), "{} names {}", pack.id, named.len());
        for clause in named {
            assert!(readings.contains(clause.as_str()), "{}: {clause} has no reading", pack.id);
        }
    }
}

fn clauses_read(pack: &Pack) -> BTreeSet<&str> {
    pack.readings.iter().map(|reading| reading.clause.as_str()).collect()
}

/// Whatever stands in a place for clauses; one place may name several.
fn clauses_named(value: &Value, all: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let clause = name == "clause" || name == "beyond" || name.ends_with("-clause");
                let all = all || clause || name == "clauses" || name == "letters";
                clauses_named(inner, all, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| clauses_named(inner, all, found)),
        Value::String(text) if all => found.extend(text.split(", ").map(str::to_owned)),
        _ => {}
    }
}

#[test]
fn a_clause_is_read_once_and_chapters_keep_together() {
    for pack in shipped::packs().unwrap() {
        assert_eq!(clauses_read(pack).len(), pack.readings.len(), "{}", pack.id);
        let mut chapters: Vec<&str> =
            pack.readings.iter().map(|reading| reading.chapter.as_str()).collect();
        chapters.dedup();
        let distinct: BTreeSet<&str> = chapters.iter().copied().collect();
        assert_eq!(distinct.len(), chapters.len(), "{}: {chapters:?}", pack.id);
    }
}

#[test]
fn nothing_in_a_pack_is_said_with_blank_words() {
    for pack in shipped::packs().unwrap() {
        let readings = pack.readings.iter().map(|reading| &reading.says);
        let grounds = pack.grounds.iter().map(|ground| &ground.says);
        let notes = pack.notes.iter().flat_map(|note| [&note.found, &note.resolved]);
        for says in readings.chain(grounds).chain(notes) {
            assert!(says.ends_with('.') && says.contains(' '), "{}: {says:?}", pack.id);
            assert!(!says.contains('\n'), "{}: {says:?} breaks its line", pack.id);
        }
    }
}

#[test]
fn the_code_wants_the_ombudsman_in_every_letter_to_the_resident() {
    let to_others = [
        "authority-request-representative",
        "comment-invitation",
        "information-request",
        "information-request-chaser",
        "ombudsman-evidence-reply",
    ];
    for (letter, blocks) in &pack("code-2024").letters {
        let to_resident = !to_others.contains(&letter.as_str());
        assert_eq!(blocks.contains_key("ombudsman"), to_resident, "{letter}");
    }
}

#[test]
fn the_code_keeps_its_own_numbers() {
    let code = pack("code-2024");
    let said: Vec<String> = [&code.stage_1, &code.stage_2]
        .into_iter()
        .flat_map(|stage| {
            let further = stage.extension.as_ref().unwrap();
            [
                format!("{} {}", stage.acknowledgement.length, stage.acknowledgement.clause),
                format!("{} {}", stage.response.length, stage.response.clause),
                format!("{} {} {}", further.length, further.clause, further.updates_clause),
            ]
        })
        .collect();
    assert_eq!(
        said,
        [
            "5 working days 6.2",
            "10 working days 6.3",
            "10 working days 6.4 5.9",
            "5 working days 6.11",
            "20 working days 6.14",
            "20 working days 6.15 5.9",
        ]
    );
    assert_eq!(code.age.limit.to_string(), "12 months");
    assert!(code.escalation.window.is_none(), "the Code sets no limit for asking for stage 2");
    assert!(!code.floor && !code.closing.behaviour && code.age.discretion);
}
