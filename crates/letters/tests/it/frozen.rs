//! Names of letters, blocks and checks are frozen: `frozen-names.txt` grows and never changes.

use redress_letters::block::BlockId;
use redress_letters::check::Code;
use redress_letters::letter::LetterId;

const FROZEN: &str = include_str!("frozen-names.txt");

/// What differs between the frozen names and those there are.
fn changed(frozen: &str, names: &[String]) -> Vec<String> {
    let known: Vec<&str> = frozen.lines().collect();
    let gone = known.iter().filter(|name| !names.iter().any(|it| it == *name));
    let gone = gone.map(|name| format!("{name}: records and packs speak of it"));
    let new = names.iter().filter(|name| !known.contains(&name.as_str()));
    gone.chain(new.map(|name| format!("{name}: add it to frozen-names.txt"))).collect()
}

#[test]
fn names_of_letters_blocks_and_checks_never_change() {
    let letters = LetterId::ALL.iter().map(|it| format!("letter {it}"));
    let blocks = BlockId::ALL.iter().map(|it| format!("block {it}"));
    let checks = Code::ALL.iter().map(|it| format!("check {it}"));
    let names: Vec<String> = letters.chain(blocks).chain(checks).collect();
    let wrong = changed(FROZEN, &names);
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_renamed_letter_is_found() {
    let names = ["letter thanks".to_owned()];
    assert_eq!(changed("letter thanks\n", &names), [""; 0]);
    assert_eq!(changed("letter thanks-a-lot\n", &names).len(), 2);
}
