//! W5, what is this contact: their words first, then what it is, and who takes it.

use std::collections::BTreeSet;

use askama::Template;
use redress_domain::command::{Command, Triage};
use redress_domain::event::Triaged;
use redress_domain::ids::StaffId;
use redress_domain::permission;
use redress_domain::personal::Words;
use redress_domain::rules::Actor;
use redress_domain::vocabulary::{Category, Choice, Complexity, Course, Kind, Risk, Role};
use redress_store::lists;

use crate::desk::Case;
use crate::web::answer::sheet::href;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{CHOICES, COMPLEXITIES, COURSES, KINDS, RISKS, known, listed};
use crate::web::complaint::told;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/triage.html")]
struct TriagePage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    choice: Form,
    quote: Quote,
    facts: SummaryList,
    grounds: Vec<(String, Quote)>,
    kinds: Vec<(String, String)>,
    kind: String,
    choices: Vec<(String, String)>,
    officers: Vec<(String, String)>,
    weighing: Weighing,
    barred: Option<String>,
    may_assign: bool,
    earlier: Table,
}

/// What triage weighs, as the form offers it, with what was weighed before.
struct Weighing {
    /// Not once the answer is out.
    may: bool,
    complexities: Vec<(String, String)>,
    complexity: String,
    cares: Vec<(String, String)>,
    care: &'static str,
    risks: Vec<(String, String)>,
    risk: String,
    courses: Vec<(String, String)>,
    course: String,
    categories: Choices,
}

impl Weighing {
    fn of(sheet: &Sheet) -> Self {
        let before = sheet.case.complaint.triage.as_ref().map(|(_, triaged)| triaged);
        let cares = [("yes", "Yes"), ("no", "No, as far as we know")];
        let care = |needed| if needed { "yes" } else { "no" };
        Self {
            may: sheet.case.complaint.current().responded.is_none(),
            complexities: listed(COMPLEXITIES, words::names::complexity),
            complexity: before.map(|it| words::id(&it.complexity)).unwrap_or_default(),
            cares: cares.map(|(id, name)| (id.to_owned(), name.to_owned())).to_vec(),
            care: before.map(|it| care(it.vulnerable)).unwrap_or_default(),
            risks: listed(RISKS, words::names::risk),
            risk: before.map(|it| words::id(&it.risk)).unwrap_or_default(),
            courses: listed(COURSES, words::names::course),
            course: before.map(|it| words::id(&it.course)).unwrap_or_default(),
            categories: categories(&sheet.form("triage"), before),
        }
    }
}

/// What it may be about, with what was chosen before. The list never turns anything away.
fn categories(form: &Form, before: Option<&Triaged>) -> Choices {
    let mut other = form.text("other-category", "What is it about?").width(30);
    if let Some(words) = before.and_then(|it| it.other_category.as_ref()) {
        other = other.preset(told::shown(words));
    }
    let ticks = form.ticks("categories", "What is it about?").hint("As many as fit, or none yet");
    let ticks = Category::ALL.into_iter().fold(ticks, |ticks, category| {
        let (id, name) =
            (words::id(&category), words::sentence(words::weighing::category(category)));
        match category {
            Category::Other => ticks.revealing(id, name, other.clone()),
            _ => ticks.option(id, name),
        }
    });
    let chosen = before.into_iter().flat_map(|it| &it.categories);
    chosen.fold(ticks, |ticks, category| ticks.preset(words::id(category)))
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    match visit.open().await {
        Ok(sheet) => {
            let earlier = earlier(&visit, &sheet.case).await;
            Page::ok(&draw(sheet, earlier))
        }
        Err(page) => page,
    }
}

/// What else the same person has brought to us, newest first.
async fn earlier(visit: &Visit, case: &Case) -> Table {
    let table = Table::new("Earlier cases of the same person")
        .columns(["Case", "About", "Received"])
        .empty("No earlier cases.");
    let Some(person) = &case.complaint.contact.person else { return table };
    let signed = &visit.staff.signed;
    let db = &visit.app.desk.db;
    let rows = lists::complaints_of(db, &signed.scope, &signed.staff.id, &person.0, 20).await;
    let rows = visit.app.desk.shown(signed, rows.unwrap_or_default(), |row| row).await;
    let others = rows.unwrap_or_default().into_iter().filter(|row| row.id != case.id);
    others.fold(table, |table, row| {
        table.row([
            Cell::link(href(&row.reference, ""), &row.reference),
            Cell::name(&row.subject),
            Cell::day(row.received_on),
        ])
    })
}

/// Says what the contact is; a complaint is taken on and given to somebody in the same act.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let actor = visit.staff.signed.actor();
    let earlier = match visit.case().await {
        Ok(case) => earlier(&visit, &case).await,
        // The form may have come a second time, after the case was given to somebody else.
        Err(_) => Table::new(""),
    };
    let draw = |sheet| draw(sheet, earlier.clone());
    visit.act(posted, |form, case| read(form, case, &actor), draw).await
}

/// Records that the choice to complain was offered, and the answer.
pub async fn post_choice(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let answer = form.choice("answer", "Choose what they answered", known::<Choice>)?;
        let command = Command::OfferChoice { answer: Some(answer) };
        Some(Asked::of(vec![command], "choice").then("triage"))
    };
    let earlier = match visit.case().await {
        Ok(case) => earlier(&visit, &case).await,
        // The form may have come a second time, after the case was given to somebody else.
        Err(_) => Table::new(""),
    };
    visit.act(posted, read, |sheet| draw(sheet, earlier.clone())).await
}

fn draw(sheet: Sheet, earlier: Table) -> TriagePage {
    let case = &sheet.case;
    let decider = &case.pack.stage(case.complaint.stage()).decider.roles;
    let fits = |roles: &Vec<Role>| roles.iter().any(|role| decider.contains(role));
    let officers = case
        .surroundings
        .roles
        .iter()
        .filter(|(id, roles)| fits(roles) && !case.complaint.about_staff.contains(*id))
        .map(|(id, _)| (id.0.clone(), case.surroundings.name_of(id)))
        .collect();
    let assign = Command::Assign {
        officer: StaffId::default(),
        role: None,
        oversees: false,
        received_on: None,
    };
    TriagePage {
        frame: sheet.titled("Triage"),
        form: sheet.form("triage"),
        choice: sheet.form("triage/choice"),
        quote: told::first_words(case),
        facts: facts(&sheet),
        grounds: case
            .pack
            .grounds
            .iter()
            .map(|ground| {
                let heading = words::sentence(words::names::ground(ground.id));
                let text = match &ground.still_ours {
                    Some(ours) => format!("{}\nStill ours: {ours}", ground.says),
                    None => ground.says.clone(),
                };
                (heading, said::quote(text, format!("Clause {}", ground.clause)))
            })
            .collect(),
        kinds: listed(KINDS, words::names::kind),
        kind: words::id(&case.complaint.kind),
        choices: listed(CHOICES, words::names::choice),
        officers,
        weighing: Weighing::of(&sheet),
        barred: sheet.barred_from(&Command::Classify { kind: None, reason: None }),
        earlier,
        may_assign: sheet.barred_from(&assign).is_none(),
        sheet,
    }
}

fn facts(sheet: &Sheet) -> SummaryList {
    let case = &sheet.case;
    let complaint = &case.complaint;
    let mut facts = SummaryList::new()
        .row("Received", Cell::day(complaint.received_on))
        .row("Recorded as", Cell::text(words::sentence(words::names::kind(complaint.kind))));
    let answer = complaint.choice.map_or_else(
        || "No answer is recorded".to_owned(),
        |choice| words::sentence(words::names::choice(choice)),
    );
    facts = facts.row("Offered the choice to complain", Cell::text(answer));
    if let Some(weighed) = weighed(case) {
        facts = facts.row("Triaged", weighed);
    }
    if let Some(day) = complaint.contact.happened_on {
        facts = facts.row("It happened", Cell::day(day));
    }
    if let Some(day) = complaint.contact.aware_on {
        facts = facts.row("They knew of it", Cell::day(day));
    }
    let limit = &case.pack.age;
    let words = format!("{} (clause {})", limit.limit, limit.clause);
    facts.row("How old a matter may be", Cell::text(words))
}

/// What triage weighed, where it did.
pub fn weighed(case: &Case) -> Option<Cell> {
    let (on, it) = case.complaint.triage.as_ref()?;
    let care = if it.vulnerable { "the resident needs more care" } else { "no more care needed" };
    let lines = [
        words::names::complexity(it.complexity),
        care,
        words::names::risk(it.risk),
        words::names::course(it.course),
    ];
    let about = it.categories.iter().map(|it| words::weighing::category(*it));
    let lines = lines.into_iter().chain(about).map(|line| Cell::text(words::sentence(line)));
    let other = it.other_category.as_ref().map(|words| Cell::name(told::shown(words)));
    Some(Cell::stack(lines.chain(other).chain([Cell::day(*on)])))
}

/// What the form weighs: all of it, or nothing yet.
fn triaged(form: &mut Reading<'_>) -> Option<Option<Triage>> {
    let sent = ["complexity", "care", "risk", "course"].map(|name| form.words(name));
    let about = form.ticked("categories", known::<Category>);
    if about.is_empty() && sent.iter().all(|sent| matches!(sent, Some(None))) {
        return Some(None);
    }
    let complexity = form.choice("complexity", "Choose how complex it is", known::<Complexity>);
    let vulnerable =
        form.choice("care", "Choose whether the resident needs more care", |sent| match sent {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
    let risk = form.choice("risk", "Choose whether anybody is at risk", known::<Risk>);
    let course = form.choice("course", "Choose whether it can be answered early", known::<Course>);
    let categories: BTreeSet<Category> =
        form.ticked("categories", known::<Category>).into_iter().collect();
    let other = form.words("other-category")?.filter(|_| categories.contains(&Category::Other));
    if categories.contains(&Category::Other) && other.is_none() {
        form.wrong("other-category", "Enter what it is about");
    }
    Some(Some(Triage {
        complexity: Some(complexity?),
        vulnerable: Some(vulnerable?),
        risk: Some(risk?),
        course: Some(course?),
        note: None,
        categories,
        other_category: other.map(Words::said),
    }))
}

fn read(form: &mut Reading<'_>, case: &Case, actor: &Actor) -> Option<Asked> {
    let kind = form.choice("kind", "Choose what it is", known::<Kind>);
    let reason = form.words("reason");
    let note = form.words("note");
    let officer = form.words("officer");
    let weighed = triaged(form);
    let kind = kind?;
    let reason = reason?;
    let mut commands = Vec::new();
    if kind != case.complaint.kind || reason.is_some() || kind != Kind::Complaint {
        commands.push(Command::Classify { kind: Some(kind), reason: reason.map(Words::said) });
    }
    if let Some(note) = note? {
        commands.push(Command::RecordCorrespondence {
            with: Words::said("Note of triage"),
            direction: Some(redress_domain::vocabulary::Direction::In),
            text: Words::said(note),
            told_on: None,
            answers: None,
        });
    }
    if let Some(triage) = weighed?
        && kind == Kind::Complaint
    {
        commands.push(Command::Triage(triage));
    }
    let may = |command: &Command| permission::may(actor, command, Some(&case.complaint)).is_ok();
    if kind == Kind::Complaint {
        if may(&Command::Accept {}) {
            commands.push(Command::Accept {});
        }
        if let Some(officer) = officer? {
            commands.push(Command::Assign {
                officer: StaffId(officer),
                role: None,
                oversees: false,
                received_on: None,
            });
        }
    }
    if commands.is_empty() {
        commands.push(Command::Classify { kind: Some(kind), reason: None });
    }
    let next = if kind == Kind::Complaint { "" } else { "triage" };
    Some(Asked::of(commands, "triaged").then(next))
}
