//! What reading a letter found, in three levels, and the reasons somebody gives for going on.

use askama::Template;
use askama::filters::HtmlSafe;
use redress_letters::check::Code;
use redress_letters::check::Fault;
use redress_letters::check::Level;
use redress_letters::letter::LetterId;

use super::field::Area;
use super::form::Form;
use super::notice::Link;
use super::sent::Sent;
use super::tag::Mark;
use super::tag::Tag;

mod names;

/// What the name of a box begins with that holds the reason for letting a letter go.
const PASS: &str = "pass-";

/// The letter check beside a letter. Renders as a section with the id `letter-check`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/check.html")]
pub struct CheckPanel {
    tag: Tag,
    groups: Vec<Group>,
    passed: Vec<&'static str>,
}

/// The faults of one level.
#[derive(Clone, Debug)]
struct Group {
    title: &'static str,
    class: &'static str,
    items: Vec<Item>,
}

/// One fault: what, why, what to do, and where.
#[derive(Clone, Debug)]
struct Item {
    sentence: String,
    instead: String,
    clause: Option<String>,
    ways: Vec<Link>,
}

impl CheckPanel {
    /// The panel for a letter. `go` leads from a fault to where it is put right.
    pub fn of(
        letter: LetterId,
        faults: &[Fault],
        go: impl Fn(&Fault) -> Option<Link>,
    ) -> CheckPanel {
        let group = |level: Level, title, class| Group {
            title,
            class,
            items: faults
                .iter()
                .filter(|fault| fault.level == level)
                .map(|fault| item(fault, go(fault)))
                .collect(),
        };
        let groups = [
            group(Level::Stop, "It stays here until this is put right", "stop"),
            group(Level::Ask, "It may leave, with a reason from you", "ask"),
            group(Level::Note, "Worth a look", "note"),
        ];
        let found = |code: &Code| faults.iter().any(|fault| fault.code == *code);
        CheckPanel {
            tag: tag(faults),
            groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect(),
            passed: Code::ALL
                .iter()
                .filter(|code| names::runs_on(**code, letter) && !found(code))
                .map(|code| names::name(*code))
                .collect(),
        }
    }
}

/// What the check comes to, for a heading: "2 things to put right".
pub fn headline(faults: &[Fault]) -> String {
    let count = |level: Level| faults.iter().filter(|fault| fault.level == level).count();
    match (count(Level::Stop), codes_asking(faults).len()) {
        (0, 0) => "nothing to put right".to_owned(),
        (0, 1) => "1 reason to give".to_owned(),
        (0, asks) => format!("{asks} reasons to give"),
        (1, _) => "1 thing to put right".to_owned(),
        (stops, _) => format!("{stops} things to put right"),
    }
}

fn tag(faults: &[Fault]) -> Tag {
    let stops = faults.iter().any(|fault| fault.level == Level::Stop);
    let asks = faults.iter().any(|fault| fault.level == Level::Ask);
    let mark = match (stops, asks) {
        (true, _) => Mark::Late,
        (false, true) => Mark::Soon,
        (false, false) => Mark::Met,
    };
    Tag::new(mark, crate::words::sentence(&headline(faults)))
}

fn item(fault: &Fault, go: Option<Link>) -> Item {
    let reason = (fault.level == Level::Ask)
        .then(|| Link::new(format!("#{}", field(fault.code)), "Give your reason"));
    Item {
        sentence: fault.sentence.clone(),
        instead: fault.instead.clone(),
        clause: fault.clause.as_deref().map(clause),
        ways: go.into_iter().chain(reason).collect(),
    }
}

/// "Clause 7.1.9"; what names its own book already stays as it is.
pub fn clause(text: &str) -> String {
    match text.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("Clause {text}"),
        _ => text.to_owned(),
    }
}

/// What the check with this stored code looks at, in a few words.
pub fn what(code: &str) -> Option<&'static str> {
    Code::find(code).map(names::name)
}

/// The name of the box for the reason behind one ask.
fn field(code: Code) -> String {
    format!("{PASS}{code}")
}

fn codes_asking(faults: &[Fault]) -> Vec<Code> {
    let asks = faults.iter().filter(|fault| fault.level == Level::Ask);
    let mut codes: Vec<Code> = asks.map(|fault| fault.code).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// A box for each ask, to stand in the form that sends the letter.
pub fn reasons(form: &Form, faults: &[Fault]) -> Vec<Area> {
    codes_asking(faults)
        .into_iter()
        .map(|code| {
            let about = faults.iter().filter(|it| it.code == code && it.level == Level::Ask);
            let about: Vec<&str> = about.map(|fault| fault.sentence.as_str()).collect();
            let label = format!("Why it may leave all the same: {}", names::name(code));
            form.area(&field(code), label).hint(about.join(" ")).rows(2)
        })
        .collect()
}

/// The asks that still want a reason: the box of each, and what to say beside it.
pub fn unanswered(sent: &Sent, faults: &[Fault]) -> Vec<(String, &'static str)> {
    codes_asking(faults)
        .into_iter()
        .map(field)
        .filter(|name| sent.get(name).trim().is_empty())
        .map(|name| (name, "Say why the letter may leave all the same, or put it right"))
        .collect()
}

impl HtmlSafe for CheckPanel {}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(code: Code, level: Level) -> Fault {
        Fault {
            code,
            level,
            block: None,
            point: None,
            clause: Some("7.1.9".to_owned()),
            sentence: format!("About {code}."),
            instead: "Do it otherwise.".to_owned(),
        }
    }

    #[test]
    fn what_is_wrong_comes_first_and_is_not_among_what_passed() {
        let faults = [fault(Code::TooHard, Level::Ask), fault(Code::DateWrong, Level::Stop)];
        let panel = CheckPanel::of(LetterId::ResponseStage1, &faults, |_| {
            Some(Link::new("/x", "Go to the dates"))
        });
        let page = panel.to_string();
        let stop = page.find("About date-wrong.").expect("the stop");
        assert!(stop < page.find("About too-hard.").expect("the ask"), "{page}");
        assert!(page.contains("Clause 7.1.9") && page.contains("#pass-too-hard"), "{page}");
        let said = page.to_lowercase();
        assert!(!said.contains(names::name(Code::DateWrong)), "{page}");
        assert!(said.contains(names::name(Code::MoneyWrong)), "{page}");
        assert_eq!(headline(&faults), "1 thing to put right");
    }

    #[test]
    fn an_ask_is_passed_with_a_reason_and_only_with_one() {
        let faults = [fault(Code::TooHard, Level::Ask)];
        let sent = Sent::from_pairs(vec![("pass-too-hard".to_owned(), " ".to_owned())]);
        assert_eq!(unanswered(&sent, &faults).len(), 1);
        let sent = Sent::from_pairs(vec![("pass-too-hard".to_owned(), "She knows it".to_owned())]);
        assert!(unanswered(&sent, &faults).is_empty());
        assert_eq!(headline(&faults), "1 reason to give");
    }

    #[test]
    fn no_check_is_said_to_have_passed_that_did_not_run() {
        let panel = CheckPanel::of(LetterId::ProgressUpdate, &[], |_| None);
        let page = panel.to_string();
        assert!(!page.contains(names::name(Code::FindingWrong)), "{page}");
        assert!(!page.contains(names::name(Code::NotCleared)), "{page}");
    }
}
