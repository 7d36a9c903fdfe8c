//! C6, the right and unbiased person: who may hold the stage, who is barred and why, and how busy
//! everybody is.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::escalation::may_hold;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_store::lists::{self, Filter};

use crate::desk::{Case, surroundings};
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::piece::Piece;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/assignment.html")]
struct AssignmentPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    now: String,
    /// Id, name, and what to know about them.
    free: Vec<(String, String, String)>,
    barred_people: Table,
    anybody_barred: bool,
    barred: Option<String>,
    overseers: Vec<(String, String)>,
}

/// Somebody who might hold the case.
#[derive(Clone)]
struct Candidate {
    id: StaffId,
    name: String,
    roles: String,
    open: String,
    /// Why they may not.
    because: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    match visit.open().await {
        Ok(sheet) => {
            let people = candidates(&visit, &sheet.case).await;
            Page::ok(&draw(sheet, &people))
        }
        Err(page) => page,
    }
}

/// Gives the case to somebody, with the question of conflicts answered.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let people = match visit.case().await {
        Ok(case) => candidates(&visit, &case).await,
        // The form may have come a second time, after it gave the case to somebody else.
        Err(_) => Vec::new(),
    };
    visit.act(posted, read, |sheet| draw(sheet, &people)).await
}

/// Everybody who may hold a case, those who are barred last.
async fn candidates(visit: &Visit, case: &Case) -> Vec<Candidate> {
    let Ok(terms) = surroundings::terms(&case.pack, case.complaint.floor) else {
        return Vec::new();
    };
    let actor = visit.staff.signed.actor();
    let rules = case.surroundings.rules(terms, &actor, visit.app.desk.today());
    let stage = case.complaint.stage();
    let mut found = Vec::new();
    for (id, name) in &case.surroundings.names {
        let roles = case.surroundings.roles.get(id).cloned().unwrap_or_default();
        if !roles.iter().any(|role| HOLDERS.contains(role)) {
            continue;
        }
        let because = may_hold(&case.complaint, stage, id, None, &rules)
            .err()
            .map(|refusal| words::refusal(&refusal, &|who| case.surroundings.name_of(who)).message);
        let filter = Filter { owner: Some(id.0.clone()), open: Some(true), ..Filter::default() };
        let scope = &visit.staff.signed.scope;
        let viewer = &visit.staff.signed.staff.id;
        let open = match lists::count(&visit.app.desk.db, scope, viewer, &filter).await {
            Ok(counted) => format!("{}{} open", counted.n, if counted.more { "+" } else { "" }),
            Err(_) => String::new(),
        };
        let roles: Vec<&str> = roles.iter().map(|role| words::names::role(*role)).collect();
        let roles = roles.join(", ");
        found.push(Candidate { id: id.clone(), name: name.clone(), roles, open, because });
    }
    found.sort_by(|left, right| {
        (left.because.is_some(), &left.name).cmp(&(right.because.is_some(), &right.name))
    });
    found
}

/// Roles that may hold a case at some stage.
const HOLDERS: &[Role] = &[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
];

fn draw(sheet: Sheet, people: &[Candidate]) -> AssignmentPage {
    let case = &sheet.case;
    let stage = case.complaint.stage();
    let named = |who: Option<&StaffId>| who.map(|who| case.surroundings.name_of(who));
    let now = match named(case.complaint.officer_at(stage)) {
        Some(name) => format!("{name} has the case at stage {}.", stage.number()),
        None => format!("Nobody has the case at stage {} yet.", stage.number()),
    };
    let post = &case.pack.stage(stage).decider;
    let wanted: Vec<String> = post.roles.iter().map(|role| words::names::a_role(*role)).collect();
    let now =
        format!("{now} The policy wants {} (clause {}).", words::one_of(&wanted), post.clause);
    let overseers = case.pack.stage(stage).overseer.as_ref().map_or_else(Vec::new, |post| {
        let fits = |id: &StaffId| {
            case.surroundings
                .roles
                .get(id)
                .is_some_and(|it| it.iter().any(|r| post.roles.contains(r)))
        };
        case.surroundings
            .names
            .iter()
            .filter(|(id, _)| fits(id))
            .map(|(id, name)| (id.0.clone(), name.clone()))
            .collect()
    });
    let table = Table::new("Who may not have it").columns(["Name", "Why not"]).keeps_rows();
    let barred_people = people.iter().filter(|it| it.because.is_some()).fold(table, |table, it| {
        table.row([Cell::name(&it.name), Cell::text(it.because.clone().unwrap_or_default())])
    });
    AssignmentPage {
        frame: sheet.titled(&format!("Assign stage {}", stage.number())),
        form: sheet.form("assignment"),
        heading: format!("Assign stage {}", stage.number()),
        now,
        free: people
            .iter()
            .filter(|it| it.because.is_none())
            .map(|it| {
                (
                    it.id.0.clone(),
                    it.name.clone(),
                    format!("{}. {}", words::sentence(&it.roles), it.open),
                )
            })
            .collect(),
        anybody_barred: people.iter().any(|it| it.because.is_some()),
        barred_people,
        barred: sheet.barred_from(&Command::Assign {
            officer: StaffId::default(),
            role: None,
            oversees: false,
            received_on: None,
        }),
        overseers,
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let officer = form.required("officer", "Choose who gets the case");
    let conflict =
        form.choice("conflict", "Choose whether they have a conflict of interest", |sent| {
            matches!(sent, "none" | "some" | "later").then(|| sent.to_owned())
        })?;
    let about = match conflict.as_str() {
        "none" => Some(("none".to_owned(), None)),
        "some" => {
            let about = form.required("about", "Enter what the conflict is");
            let mitigation =
                form.required("mitigation", "Enter how it is dealt with, or choose somebody else");
            Some((about?, Some(mitigation?)))
        }
        _ => None,
    };
    let overseer = form.words("overseer")?;
    let officer = StaffId(officer?);
    let mut commands = Vec::new();
    if let Some((about, mitigation)) = about {
        commands.push(Command::DeclareConflict {
            who: officer.clone(),
            about: Words::said(about),
            mitigation: mitigation.map(Words::said),
        });
    }
    commands.push(Command::Assign { officer, role: None, oversees: false, received_on: None });
    if let Some(overseer) = overseer {
        commands.push(Command::Assign {
            officer: StaffId(overseer),
            role: None,
            oversees: true,
            received_on: None,
        });
    }
    Some(Asked::of(commands, "assigned"))
}

impl AssignmentPage {
    /// Everybody who may have it, as radios.
    fn officers(&self) -> Choices {
        let radios = self.form.radios("officer", "Who gets it?");
        self.free
            .iter()
            .fold(radios, |radios, (id, name, about)| radios.option_with_hint(id, name, about))
    }

    /// What the conflict is and how it is dealt with.
    fn conflict(&self) -> Piece {
        let about = self.form.area("about", "What is it?").rows(2);
        let mitigation = self.form.area("mitigation", "How is it dealt with?").rows(2);
        Piece::of(Both(about, mitigation))
    }
}

/// Two boxes under one answer.
#[derive(Template)]
#[template(source = "{{ self.0 }}{{ self.1 }}", ext = "html")]
struct Both(Area, Area);

impl askama::filters::HtmlSafe for Both {}
