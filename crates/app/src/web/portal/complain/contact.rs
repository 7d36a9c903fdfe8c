//! From the answers to a contact: their words as they wrote them, and everything else in its place.

use jiff::civil::Date;
use redress_domain::command::{Command, Receive};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Direction, Kind, Standing};
use redress_letters::tongue::Tongue;
use redress_store::portal::intake::IntakeFile;

use crate::desk::intake::Answers;
use crate::desk::take_in::Contact;
use crate::web::complaint::needs;
use crate::web::complaint::people::resident::in_lines;
use crate::web::part::day;
use crate::web::portal::complain::files::attachment;
use crate::web::portal::complain::question::{LETTERS_IN, NEEDS, standing};

/// With whom the note stands that comes with a complaint.
pub const BESIDE: &str = "Told with the complaint, on the portal";

/// The contact that the answers amount to.
pub fn of(answers: &Answers, files: &[IntakeFile], token: String, today: Date) -> Contact {
    let one = |question: &str, name: &str| answers.one(question, name);
    let whom = one("whom", "whom");
    let writer = one("name", "name");
    let behalf = if whom == "someone" { one("whom", "behalf") } else { String::new() };
    let speaks = !behalf.is_empty();
    let person = if speaks { behalf.clone() } else { writer.clone() };
    let said = |text: String| Words::said(text);
    let named = |text: &str| (!text.is_empty()).then(|| Words::said(text));
    let receive = Receive {
        channel: Some(Channel::Portal),
        text: said(one("what", "what")),
        from: named(&writer),
        standing: if person.is_empty() && writer.is_empty() {
            Standing::Anonymous
        } else {
            standing(&one("home", "standing"))
        },
        on_behalf_of: named(&behalf),
        group: group(answers, &whom),
        received_on: Some(today),
        happened_on: past(&one("when", "happened"), today),
        aware_on: past(&one("when", "aware"), today),
        about: Kind::Complaint,
        ..Receive::default()
    };
    let reached = |name: &str| if speaks { String::new() } else { one("reach", name) };
    let asked = needed(answers);
    let entry = Person {
        name: said(person.clone()),
        address: said(in_lines(&one("home", "home"))),
        telephone: said(reached("telephone")),
        email: said(reached("email")),
        large_print: answers.all("help", "needs").any(|need| need == "large-print"),
        language: letters_in(answers).and_then(needs::recorded),
        ..Person::default()
    };
    let mut then = Vec::new();
    if !asked.is_empty() {
        then.push(Command::RecordNeeds { needs: asked, disability: None, review_on: None });
    }
    if let Some(note) = note(answers, &whom, today) {
        then.push(Command::RecordCorrespondence {
            with: Words::said(BESIDE),
            direction: Some(Direction::In),
            text: Words::said(note),
            told_on: None,
            answers: None,
        });
    }
    Contact {
        token,
        on: None,
        receive,
        person: (!person.is_empty()).then_some(entry),
        then,
        attachments: files.iter().map(attachment).collect(),
        mail: None,
        // The receipt is on the page that follows, and goes to whoever left an address as well.
        automatic: !speaks,
    }
}

fn group(answers: &Answers, whom: &str) -> Vec<Words> {
    if whom != "group" {
        return Vec::new();
    }
    let names = answers.one("whom", "group");
    let names = names.lines().map(str::trim).filter(|line| !line.is_empty());
    names.map(Words::said).collect()
}

/// A day that has passed, where one was written as a day.
fn past(typed: &str, today: Date) -> Option<Date> {
    day::parse(typed).ok().filter(|day| *day <= today)
}

/// The language in which they would like their letters, where they asked for another.
fn letters_in(answers: &Answers) -> Option<&'static Tongue> {
    let mut asked = answers.all("help", "needs").filter_map(|need| need.strip_prefix(LETTERS_IN));
    asked.find_map(Tongue::find)
}

fn needed(answers: &Answers) -> Vec<Words> {
    let ticked: Vec<&str> = answers.all("help", "needs").collect();
    let known = NEEDS.iter().filter(|(id, ..)| ticked.contains(id));
    let mut needs: Vec<Words> = known.map(|(_, _, said)| Words::said(*said)).collect();
    needs.extend(letters_in(answers).map(|tongue| Words::said(needs::letters_in(tongue))));
    let other = answers.one("help", "other-need");
    if !other.is_empty() {
        needs.push(Words::said(other));
    }
    let avoid = answers.one("reach", "avoid");
    if !avoid.is_empty() {
        needs.push(Words::said(format!("When not to get in touch: {avoid}")));
    }
    needs
}

/// What whoever judges the contact must see at once, beside the words themselves.
fn note(answers: &Answers, whom: &str, today: Date) -> Option<String> {
    let mut lines = Vec::new();
    let mut line = |label: &str, said: String| {
        if !said.is_empty() {
            lines.push(format!("{label}: {said}"));
        }
    };
    match answers.one("danger", "danger").as_str() {
        "yes" => {
            let what = answers.one("danger", "danger-what");
            line("Somebody is at risk", if what.is_empty() { "yes".to_owned() } else { what });
        }
        "unsure" => line("Somebody may be at risk", "they are not sure".to_owned()),
        _ => {}
    }
    line("What would put it right", answers.one("outcome", "outcome"));
    for (name, label) in [("happened", "When it happened"), ("aware", "When they noticed")] {
        let typed = answers.one("when", name);
        if past(&typed, today).is_none() {
            line(label, typed);
        }
    }
    match answers.one("before", "before").as_str() {
        "yes" => {
            let whom = answers.one("before", "before-whom");
            line("Told us before", if whom.is_empty() { "yes".to_owned() } else { whom });
        }
        "no" => line("Told us before", "no".to_owned()),
        _ => {}
    }
    match whom {
        "someone" => {
            let proof = match answers.one("proof", "proof").as_str() {
                "now" => "sent with the complaint",
                "later" => "to follow",
                "ask" => "ask the person themselves",
                _ => "not said",
            };
            line("Authority to act", proof.to_owned());
            line("Telephone of whoever writes", answers.one("reach", "telephone"));
            line("E-mail of whoever writes", answers.one("reach", "email"));
        }
        "group" => line("Whoever wrote leads the group", answers.one("name", "name")),
        _ => {}
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}
