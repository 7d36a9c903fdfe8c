//! Reading a contact as it was taken down.

use jiff::civil::{Date, date};
use redress_domain::command::{Command, Receive};
use redress_domain::ids::{PersonId, StaffId};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Authority, Basis, Channel, Choice, Direction, Kind, Standing};
use redress_letters::tongue::Tongue;

use crate::desk::take_in::Contact;
use crate::web::complaint::needs::{self, LANGUAGE, LARGE_PRINT};
use crate::web::complaint::options::known;
use crate::web::complaint::people::resident::in_lines;
use crate::web::part::day;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The box that confirms days which look wrong.
pub const ODD_DAYS: &str = "days-are-right";

/// Dangers that have a way of their own.
pub const DANGERS: &[&str] = &[
    "Somebody is at risk",
    "Damp or mould",
    "Another danger in the home",
    "Safety of the building",
];

/// What is asked of some ways of getting in touch: the field, and what its answer is called in the
/// contact log.
pub const DETAILS: &[(&str, &str)] = &[
    ("letter-dated", "Date on the letter"),
    ("platform", "Where it was said, and under which name"),
    ("survey", "Which survey"),
    ("constituent", "About the constituent"),
];

/// Days before this are seldom meant.
const LONG_AGO: Date = date(1990, 1, 1);

/// Everything that was sent, as one contact; none where something is wrong, which is noted.
pub fn contact(form: &mut Reading<'_>, posted: &Posted, today: Date) -> Option<Contact> {
    let channel = form.choice("channel", "Choose how they got in touch", known::<Channel>);
    let received_on =
        form.near_day("received", today, "Choose the day on which anybody here was first told");
    if received_on.is_some_and(|day| today < day) {
        let words = format!("The day cannot be after today, {}", day::long(today));
        form.wrong("received-day", words);
    }
    let person = person(form, posted);
    let behalf = behalf(form);
    let text = form.required("words", "Enter what they said, in their own words");
    let days = days(form, today);
    let (about, choice) = about(form)?;
    let needs = needs::command(form);
    let note = note(form);
    let passed = passed_on(form);
    let contractor = form.words("contractor");
    let forwarded_on = form.optional_day("forwarded");
    if forwarded_on.flatten().is_some_and(|day| today < day) {
        form.wrong("forwarded", format!("The day cannot be after today, {}", day::long(today)));
    }
    let group = form.words("group");
    let about_staff = form.words("about-staff");
    let (standing, known_person, new_person) = person?;
    let (representative, authority) = behalf?;
    let (happened_on, aware_on) = days?;
    let name = new_person.as_ref().map(|person| person.name.clone());
    let speaks = representative.clone().map(Words::said);
    let receive = Receive {
        channel: Some(channel?),
        text: Words::said(text?),
        from: speaks.clone().or(name.clone()).filter(|name| !name.is_blank()),
        person: known_person,
        standing,
        on_behalf_of: speaks.and(name).filter(|name| !name.is_blank()),
        group: lines(group?),
        names_staff: about_staff?.filter(|id| is_id(id)).map(StaffId).into_iter().collect(),
        received_on: Some(received_on?),
        happened_on,
        aware_on,
        about,
        contractor: contractor?.map(Words::said),
        forwarded_on: forwarded_on?,
        ..Receive::default()
    };
    let mut then = Vec::new();
    if let Some(answer) = choice {
        then.push(Command::OfferChoice { answer: Some(answer) });
    }
    then.extend(authority);
    then.extend(needs.filter(|command| !is_empty(command)));
    then.extend(passed?);
    if let Some(note) = note? {
        then.push(Command::RecordCorrespondence {
            with: Words::said("Note of the contact"),
            direction: Some(Direction::In),
            text: Words::said(note),
            told_on: None,
            answers: None,
        });
    }
    Some(Contact {
        token: posted.once(),
        on: None,
        receive,
        person: new_person,
        then,
        attachments: posted.files.iter().map(|file| file.attachment.clone()).collect(),
        mail: None,
        automatic: false,
    })
}

type WhoItIs = (Standing, Option<PersonId>, Option<Person>);

/// Who it is: somebody on record, somebody new, or nobody who gave a name.
fn person(form: &mut Reading<'_>, posted: &Posted) -> Option<WhoItIs> {
    let standing = form.choice("standing", "Choose what they are to us", known::<Standing>);
    let name = form.words("name");
    let address = form.words("address");
    let telephone = form.words("telephone");
    let email = form.words("email");
    let standing = standing?;
    let chosen = posted.sent.get("person");
    if !chosen.is_empty() && chosen != "new" && chosen.chars().all(|it| it.is_ascii_alphanumeric())
    {
        return Some((standing, Some(PersonId(chosen.to_owned())), None));
    }
    let said = |text: Option<String>| Words::said(text.unwrap_or_default());
    let name = name?;
    if name.is_none() && standing != Standing::Anonymous {
        form.wrong("name", "Enter their name, or choose that they did not give one");
        return None;
    }
    let person = Person {
        name: said(name),
        address: said(address?.map(|address| in_lines(&address))),
        telephone: said(telephone?),
        email: said(email?),
        large_print: posted.sent.all("needs").any(|need| need == LARGE_PRINT),
        language: Tongue::find(posted.sent.get(LANGUAGE)).and_then(needs::recorded),
        ..Person::default()
    };
    let nobody = person.name.is_blank();
    Some((standing, None, (!nobody).then_some(person)))
}

/// Somebody who speaks for them, and how far their authority has come.
fn behalf(form: &mut Reading<'_>) -> Option<(Option<String>, Option<Command>)> {
    let speaks =
        form.choice("behalf", "Choose whether somebody speaks for them", |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })?;
    if !speaks {
        return Some((None, None));
    }
    let who = form.required("representative", "Enter who is speaking for them");
    let status =
        form.choice("authority", "Choose how far their authority has come", known::<Authority>);
    let basis = form.ticked("basis", known::<Basis>).into_iter().next();
    if status == Some(Authority::Held) && basis.is_none() {
        form.wrong("basis", "Choose what their authority rests on");
        return None;
    }
    let who = who?;
    let command = Command::AuthoriseRepresentative {
        who: Words::said(who.clone()),
        status: Some(status?),
        basis,
    };
    Some((Some(who), Some(command)))
}

/// When it happened and when they noticed; what looks wrong wants to be confirmed.
fn days(form: &mut Reading<'_>, today: Date) -> Option<(Option<Date>, Option<Date>)> {
    let happened = form.optional_day("happened");
    let aware = form.optional_day("aware");
    let (happened, aware) = (happened?, aware?);
    for (field, day) in [("happened", happened), ("aware", aware)] {
        if day.is_some_and(|day| today < day) {
            form.wrong(field, format!("The day cannot be after today, {}", day::long(today)));
        }
    }
    let turned = matches!((happened, aware), (Some(happened), Some(aware)) if aware < happened);
    let long_ago = [happened, aware].into_iter().flatten().any(|day| day < LONG_AGO);
    if (turned || long_ago) && !form.is_ticked(ODD_DAYS) {
        let words = if turned {
            "They noticed it before it happened. Correct a day, or confirm that both are right"
        } else {
            "A day lies before 1990. Correct it, or confirm that it is right"
        };
        form.wrong(ODD_DAYS, words);
    }
    Some((happened, aware))
}

/// What the contact is, as far as the call settled it. Whoever is unhappy and was not asked, or
/// gave no answer, is treated as complaining until somebody judges it: the clock runs.
fn about(form: &mut Reading<'_>) -> Option<(Kind, Option<Choice>)> {
    let answer = form.choice("dissatisfied", "Choose whether they are unhappy", |sent| {
        matches!(sent, "yes" | "no" | "unsure").then(|| sent.to_owned())
    });
    match answer?.as_str() {
        "yes" => {
            let choice = form.ticked("choice", known::<Choice>).into_iter().next();
            let kind = match choice {
                Some(Choice::NotNow) => Kind::ServiceRequest,
                Some(Choice::Complain | Choice::NoAnswer) | None => Kind::Complaint,
            };
            Some((kind, choice))
        }
        "no" => {
            let kind = form.choice("kind", "Choose what it is", |sent| {
                known::<Kind>(sent).filter(|kind| *kind != Kind::Complaint)
            })?;
            Some((kind, None))
        }
        _ => Some((Kind::Complaint, None)),
    }
}

/// What whoever judges the contact must see at once: dangers, and who was told first.
fn note(form: &mut Reading<'_>) -> Option<Option<String>> {
    let told = form.words("told");
    let more = form.words("risk");
    let dangers = form.ticked("dangers", |sent| DANGERS.iter().find(|it| **it == sent).copied());
    let mut lines: Vec<String> = Vec::new();
    if !dangers.is_empty() {
        lines.push(dangers.join(", "));
    }
    lines.extend(more?);
    lines.extend(told?.map(|who| format!("First told: {who}")));
    for (field, label) in DETAILS {
        lines.extend(form.words(field)?.map(|said| format!("{label}: {said}")));
    }
    Some((!lines.is_empty()).then(|| lines.join("\n")))
}

/// What nobody put a name to goes to the service it concerns, and is noted as passed on.
fn passed_on(form: &mut Reading<'_>) -> Option<Option<Command>> {
    let service = form.words("pass-to")?;
    let standing = form.ticked("standing", known::<Standing>).into_iter().next();
    if standing != Some(Standing::Anonymous) {
        return Some(None);
    }
    if service.is_none() {
        form.wrong("pass-to", "Enter the service that is told what they said");
    }
    Some(service.map(|service| Command::RecordCorrespondence {
        with: Words::said(service),
        direction: Some(Direction::Out),
        text: Words::said("Passed to the service: somebody who gave no name told us this"),
        told_on: None,
        answers: None,
    }))
}

fn is_empty(command: &Command) -> bool {
    matches!(
        command,
        Command::RecordNeeds { needs, disability, .. } if needs.is_empty() && disability.is_none()
    )
}

fn lines(text: Option<String>) -> Vec<Words> {
    let text = text.unwrap_or_default();
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Words::said).collect()
}

/// Whether it could be the id of an account; whatever else was sent is nobody.
fn is_id(sent: &str) -> bool {
    sent.chars().all(|it| it.is_ascii_alphanumeric() || it == '-')
}
