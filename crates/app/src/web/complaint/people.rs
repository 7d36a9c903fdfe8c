//! C12, the people of a complaint: who acts for the resident, who leads a group, and who may be
//! told what.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Authority, Basis};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{self, AUTHORITIES, BASES, known, listed};
use crate::web::complaint::told::shown;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

pub mod resident;

#[derive(Template)]
#[template(path = "complaint/people.html")]
struct PeoplePage {
    frame: Frame,
    sheet: Sheet,
    representative: Form,
    lead: Form,
    about: Form,
    cleared: Form,
    people: Vec<(String, String)>,
    named: Vec<(String, String)>,
    reached: Form,
    held: Option<Held>,
    facts: SummaryList,
    authorities: Vec<(String, String)>,
    bases: Vec<(String, String)>,
    barred_from_authority: Option<String>,
    barred_from_lead: Option<String>,
    barred_from_naming: Option<String>,
    may_clear: bool,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records how far somebody's authority has come.
pub async fn post_representative(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let who = form.required("who", "Enter who acts for them");
        let status =
            form.choice("status", "Choose how far their authority has come", known::<Authority>);
        let basis = form.ticked("basis", known::<Basis>).into_iter().next();
        if status == Some(Authority::Held) && basis.is_none() {
            form.wrong("basis", "Choose what their authority rests on");
        }
        let command = Command::AuthoriseRepresentative {
            who: Words::said(who?),
            status: Some(status?),
            basis,
        };
        Some(Asked::of(vec![command], "authority").then("people"))
    };
    visit.act(posted, read, draw).await
}

/// Names who leads a group.
pub async fn post_lead(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let who = form.required("lead", "Enter who leads the group")?;
        Some(Asked::of(vec![Command::NameLead { who: Words::said(who) }], "lead").then("people"))
    };
    visit.act(posted, read, draw).await
}

/// Says which member of staff the complaint is about.
pub async fn post_about(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, case: &Case| {
        let who = form.choice("staff", "Choose the member of staff it is about", |sent| {
            let who = StaffId(sent.to_owned());
            case.surroundings.names.contains_key(&who).then_some(who)
        })?;
        let command = Command::NameStaff { who, no_longer: false, reason: None };
        Some(Asked::of(vec![command], "about-staff").then("people"))
    };
    visit.act(posted, read, draw).await
}

/// Says that the complaint is not about somebody after all.
pub async fn post_cleared(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let who = form.required("cleared", "Choose whom it is not about");
        let why = form.required("why", "Enter how that was found out");
        let command = Command::NameStaff {
            who: StaffId(who?),
            no_longer: true,
            reason: Some(Words::said(why?)),
        };
        Some(Asked::of(vec![command], "about-staff").then("people"))
    };
    visit.act(posted, read, draw).await
}

/// What is held of a person, as the form that corrects it shows it.
struct Held {
    name: String,
    address: String,
    telephone: String,
    email: String,
    safe: String,
    mark: String,
}

impl Held {
    fn of(person: &Person) -> Self {
        let text = |words: &Words| words.text().to_owned();
        Self {
            name: text(&person.name),
            address: text(&person.address),
            telephone: text(&person.telephone),
            email: text(&person.email),
            safe: text(&person.safe_contact),
            mark: resident::mark(person),
        }
    }
}

fn draw(sheet: Sheet) -> PeoplePage {
    let people = options::people(&sheet.case);
    let about_staff = sheet.case.complaint.about_staff.clone();
    let is_named = |id: &str| about_staff.contains(&StaffId(id.to_owned()));
    PeoplePage {
        frame: sheet.titled("People involved"),
        representative: sheet.form("people/representative"),
        lead: sheet.form("people/lead"),
        about: sheet.form("people/about"),
        cleared: sheet.form("people/cleared"),
        people: people.iter().filter(|(id, _)| !is_named(id)).cloned().collect(),
        named: people.iter().filter(|(id, _)| is_named(id)).cloned().collect(),
        reached: sheet.form(resident::FORM),
        held: sheet.case.person.as_ref().map(Held::of),
        facts: facts(&sheet.case),
        authorities: listed(AUTHORITIES, words::names::authority),
        bases: listed(BASES, words::names::basis),
        barred_from_authority: sheet.barred_from(&Command::AuthoriseRepresentative {
            who: Words::default(),
            status: None,
            basis: None,
        }),
        barred_from_lead: sheet.barred_from(&Command::NameLead { who: Words::default() }),
        barred_from_naming: sheet.barred_from(&name_staff(false)),
        may_clear: !about_staff.is_empty() && sheet.barred_from(&name_staff(true)).is_none(),
        sheet,
    }
}

fn name_staff(no_longer: bool) -> Command {
    let reason = Some(Words::said("It was somebody else."));
    Command::NameStaff { who: StaffId("nobody".to_owned()), no_longer, reason }
}

/// Who the resident is and how to reach them.
pub fn resident(case: &Case) -> Cell {
    let contact = &case.complaint.contact;
    let standing = Cell::text(words::sentence(words::names::standing(contact.standing)));
    let Some(person) = &case.person else {
        let name = contact.from.as_ref().map_or_else(|| "No name given".to_owned(), shown);
        return Cell::stack([Cell::name(name), standing]);
    };
    let lines = [&person.address, &person.telephone, &person.email];
    let lines = lines.into_iter().filter(|words| !words.is_blank());
    let first = [Cell::name(shown(&person.name)), standing];
    Cell::stack(first.into_iter().chain(lines.map(|words| Cell::name(in_a_line(words)))))
}

/// An address of several lines as one.
fn in_a_line(words: &Words) -> String {
    let lines: Vec<String> = shown(words).lines().map(|line| line.trim().to_owned()).collect();
    lines.join(", ")
}

/// Everybody involved, and what they may be told.
pub fn facts(case: &Case) -> SummaryList {
    let complaint = &case.complaint;
    let contact = &complaint.contact;
    let mut facts = SummaryList::new().row("Resident", resident(case));
    if let Some(behalf) = &contact.on_behalf_of {
        facts = facts.row("Said by somebody else, on behalf of", Cell::name(shown(behalf)));
    }
    if let Some((who, authority)) = &complaint.representative {
        let may = match authority {
            Authority::Held => "May be told everything the resident may",
            Authority::Pending => {
                "Do not discuss the case with them until it is settled. The clock runs meanwhile"
            }
            Authority::Refused => "May be told nothing",
        };
        let status = format!("Authority {}", words::names::authority(*authority));
        let cell = Cell::stack([Cell::name(shown(who)), Cell::text(status), Cell::text(may)]);
        facts = facts.row("Acts for them", cell);
    }
    if let Some(lead) = &complaint.lead {
        facts = facts.row("Leads the group", Cell::name(shown(lead)));
    }
    if !contact.group.is_empty() {
        let names = contact.group.iter().map(|who| Cell::name(shown(who)));
        facts = facts.row("In the group", Cell::stack(names));
    }
    if !complaint.about_staff.is_empty() {
        let names = complaint.about_staff.iter();
        let names = names.map(|who| Cell::name(case.surroundings.name_of(who)));
        facts = facts.row("Staff it is about, who do not see it", Cell::stack(names));
    }
    for (record, stage) in
        [Some(&complaint.stage_1), complaint.stage_2.as_ref()].into_iter().flatten().zip([1, 2])
    {
        if let Some(officer) = &record.officer {
            let name = case.surroundings.name_of(officer);
            facts = facts.row(format!("Officer, stage {stage}"), Cell::name(name));
        }
        if let Some(overseer) = &record.overseer {
            let name = case.surroundings.name_of(overseer);
            facts = facts.row(format!("Oversees stage {stage}"), Cell::name(name));
        }
    }
    facts
}
