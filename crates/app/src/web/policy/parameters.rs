//! The numbers behind the rules: each with its clause, the Code's beside it, and which governs.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use redress_domain::calendar::Span;
use redress_domain::policy::terms::{Governing, Terms};
use redress_domain::policy::{Limit, Pack, Start};
use redress_domain::vocabulary::{Role, Stage};

use crate::desk::surroundings::terms;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::Table;
use crate::web::policy::{anchor, found};
use crate::web::session::role_title;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "policy/parameters.html")]
struct ParametersPage {
    frame: Frame,
    heading: String,
    pack: Arc<Pack>,
    id: String,
    floor: bool,
    table: Table,
}

/// One parameter.
struct Parameter {
    what: String,
    /// The policy's own value and clause, where it has one.
    own: Option<(String, String)>,
    code: Option<(String, String)>,
    /// Whether the Code's value would count if it were the floor.
    code_governs: bool,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let found = match found(&app, &staff, &id).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let pack = found.pack;
    let floored = match terms(&pack, true) {
        Ok(floored) => floored,
        Err(declined) => return Page::declined(declined),
    };
    let all = parameters(&pack, floored);
    let governed = all.iter().filter(|parameter| parameter.code_governs).count();
    let heading = format!("Parameters: {}, {governed} where the Code is stricter", all.len());
    let table = Table::new("Parameters").caption_hidden().columns([
        "What",
        "This policy",
        "Clause",
        "The Code",
        "Clause of the Code",
        "With the Code as floor",
    ]);
    let table = all.iter().fold(table, |table, parameter| table.row(cells(&id, parameter)));
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = frame.titled(format!("Parameters of {}", pack.title));
    Page::ok(&ParametersPage { frame, heading, floor: pack.floor, pack, id: found.id, table })
}

fn cells(id: &str, parameter: &Parameter) -> Vec<Cell> {
    let value = |side: &Option<(String, String)>| {
        side.as_ref().map_or_else(|| Cell::text("Says nothing"), |(value, _)| Cell::text(value))
    };
    let clause = |side: &Option<(String, String)>, id: &str| {
        side.as_ref().map_or_else(Cell::none, |(_, clauses)| {
            Cell::link(format!("/policies/{id}#{}", anchor(clauses)), clauses)
        })
    };
    let governs = match (parameter.code_governs, &parameter.own, &parameter.code) {
        (true, _, _) => "The Code: stricter",
        (false, Some(own), Some(code)) if own.0 == code.0 => "The same",
        (false, Some(_), _) => "This policy",
        (false, None, Some(_)) => "The Code",
        (false, None, None) => "–",
    };
    vec![
        Cell::text(&parameter.what),
        value(&parameter.own),
        clause(&parameter.own, id),
        value(&parameter.code),
        clause(&parameter.code, "code-2024"),
        Cell::text(governs),
    ]
}

fn parameters(pack: &Pack, floored: Terms<'_>) -> Vec<Parameter> {
    let code = floored.code;
    let mut all = Vec::new();
    for stage in [Stage::One, Stage::Two] {
        let n = stage.number();
        let (own, its) = (pack.stage(stage), code.stage(stage));
        let governing = floored.acknowledgement(stage);
        all.push(limit(
            format!("Acknowledgement, stage {n}"),
            &own.acknowledgement,
            &its.acknowledgement,
            &governing,
        ));
        let contact = |limit: &Limit| (counted(limit), limit.clause.clone());
        all.push(Parameter {
            what: format!("First contact, stage {n}"),
            own: own.first_contact.as_ref().map(contact),
            code: its.first_contact.as_ref().map(contact),
            code_governs: false,
        });
        let governing = floored.response(stage);
        all.push(limit(format!("Response, stage {n}"), &own.response, &its.response, &governing));
        let extension = |terms: &redress_domain::policy::ExtensionTerms| {
            (format!("{} more", terms.length), terms.clause.clone())
        };
        let governing = floored.extension(stage);
        let replaced = own.extension.as_ref().zip(governing.as_ref());
        all.push(Parameter {
            what: format!("Extension without further approval, stage {n}"),
            own: own.extension.as_ref().map(extension),
            code: its.extension.as_ref().map(extension),
            code_governs: replaced.is_some_and(|(own, governing)| own.length != governing.length),
        });
        let decider = |terms: &redress_domain::policy::StageTerms| {
            (roles(&terms.decider.roles), terms.decider.clause.clone())
        };
        all.push(Parameter {
            what: format!("Who answers stage {n}"),
            own: Some(decider(own)),
            code: Some(decider(its)),
            code_governs: false,
        });
    }
    let age = floored.age();
    all.push(Parameter {
        what: "Age of a matter that must be taken on".to_owned(),
        own: Some((pack.age.limit.to_string(), pack.age.clause.clone())),
        code: Some((code.age.limit.to_string(), code.age.clause.clone())),
        code_governs: age.0 != pack.age.limit,
    });
    let window = |pack: &Pack| {
        pack.escalation
            .window
            .as_ref()
            .map(|window| (window.length.to_string(), window.clause.clone()))
    };
    all.push(Parameter {
        what: "Time to ask for stage 2".to_owned(),
        own: window(pack).or_else(|| Some(("No limit".to_owned(), pack.escalation.clause.clone()))),
        code: window(code)
            .or_else(|| Some(("No limit".to_owned(), code.escalation.clause.clone()))),
        code_governs: false,
    });
    let closing = |pack: &Pack| {
        pack.closing.after.as_ref().map(|after| (counted(after), after.clause.clone()))
    };
    all.push(Parameter {
        what: "Time after the answer before closing".to_owned(),
        own: closing(pack),
        code: closing(code),
        code_governs: false,
    });
    let overseer = |pack: &Pack| {
        let own = pack.escalation.independence.as_ref()?;
        let bars = if own.bars_overseer { "Yes" } else { "No" };
        Some((bars.to_owned(), own.clause.clone()))
    };
    all.push(Parameter {
        what: "Whoever oversaw stage 1 is kept from deciding stage 2".to_owned(),
        own: overseer(pack),
        code: overseer(code),
        code_governs: false,
    });
    let behaviour = |pack: &Pack| {
        let may = if pack.closing.behaviour { "Yes" } else { "No" };
        let own = pack.closing.behaviour_clause.as_ref().or(pack.closing.clause.as_ref())?;
        Some((may.to_owned(), own.clone()))
    };
    all.push(Parameter {
        what: "Behaviour alone may end a complaint".to_owned(),
        own: behaviour(pack),
        code: behaviour(code),
        code_governs: pack.closing.behaviour && !floored.behaviour_may_close(),
    });
    all.extend(around(pack));
    all
}

/// What stands around the stages; the Code says nothing of it.
fn around(pack: &Pack) -> Vec<Parameter> {
    let mut all = Vec::new();
    let mut add = |what: &str, value: String, clause: &str| {
        all.push(Parameter {
            what: what.to_owned(),
            own: Some((value, clause.to_owned())),
            code: None,
            code_governs: false,
        });
    };
    for (n, terms) in [(1, &pack.stage_1), (2, &pack.stage_2)] {
        let Some(extension) = &terms.extension else { continue };
        if let Some(first) = &extension.first {
            add(&format!("When stage {n} may be extended"), first.when.clone(), &first.clause);
        }
        if extension.beyond_needs_exceptional || extension.beyond_needs_agreement {
            let agreed = "Only where exceptional, and as the resident agrees".to_owned();
            add(&format!("Going further, stage {n}"), agreed, &extension.beyond);
        }
    }
    let escalation = &pack.escalation;
    if let Some(clause) = &escalation.refer_back_clause {
        add("A request may go back to stage 1", "Once, as the resident agrees".to_owned(), clause);
    }
    if let Some(offers) = &pack.offers {
        if let Some(form) = &offers.acceptance {
            add("Time to accept an offer", form.length.to_string(), &form.clause);
        }
        if let Some(set_off) = &offers.set_off {
            add("Debts taken off an offer", "As decided each time".to_owned(), &set_off.clause);
        }
        if let Some(panel) = &offers.panel {
            add("A panel reviews the sum", "As the resident asks".to_owned(), &panel.clause);
        }
        if let Some(insurers) = &offers.insurers {
            let limit = insurers.limit.and_then(|pence| i64::try_from(pence).ok());
            let above = limit.map_or("No sum is given".to_owned(), |pence| {
                format!("Above {}", crate::web::part::money::pounds(pence))
            });
            add("Claims for the insurers", above, &insurers.clause);
        }
    }
    if let Some(terms) = &pack.compensation {
        let weighed: Vec<&str> =
            terms.weighed.iter().map(|it| crate::words::weighing::weight(*it)).collect();
        if !weighed.is_empty() {
            add("Weighed before a sum is named", weighed.join(", "), &terms.clause);
        }
        if let Some(guidance) = &terms.guidance {
            let name = crate::words::weighing::guidance(guidance);
            add("Guidance on remedies", name, &guidance.clause);
        }
        if let Some(policy) = &terms.policy {
            add("Policy on money", policy.title.clone(), &policy.clause);
        }
        for limit in &terms.limits {
            let clause = terms.limits_clause.as_ref().unwrap_or(&terms.clause);
            let sum = i64::try_from(limit.up_to).map(crate::web::part::money::pounds);
            add(
                &format!("The most that a {} offers alone", crate::words::names::role(limit.role)),
                sum.unwrap_or_default(),
                clause,
            );
        }
    }
    if let Some(news) = &pack.closing.action_updates {
        add("News of each promise after the answer", format!("Every {}", news.every), &news.clause);
    }
    if let Some(enquiries) = &pack.enquiries {
        let reply = enquiries.reply.as_ref().map_or("No limit".to_owned(), counted);
        add("Answer to a member's enquiry", reply, &enquiries.clause);
    }
    if let Some(requests) = &pack.service_requests {
        let contact = requests.first_contact.as_ref().map_or("No limit".to_owned(), counted);
        add(&format!("First contact on a {}", requests.name), contact, &requests.clause);
    }
    if let Some(petitions) = &pack.petitions {
        let lead = if petitions.lead_needed { "Named before the answer" } else { "Asked for" };
        add("Lead of a petition", lead.to_owned(), &petitions.lead_clause);
    }
    if let Some(anonymous) = &pack.anonymous {
        let what = if anonymous.as_information { "Passed on" } else { "Taken as a complaint" };
        add("What nobody puts a name to", what.to_owned(), &anonymous.clause);
    }
    if let Some(departures) = &pack.departures {
        let who = roles(&departures.approvers);
        add("Who allows a departure from the policy", who, &departures.approvers_clause);
    }
    for report in &pack.reports {
        let every = crate::words::sentence(&crate::words::id(&report.every));
        add(&format!("Report to: {}", report.audience), every, &report.clause);
    }
    all
}

fn limit(what: String, own: &Limit, code: &Limit, governing: &Governing) -> Parameter {
    Parameter {
        what,
        own: Some((counted(own), own.clause.clone())),
        code: Some((counted(code), code.clause.clone())),
        code_governs: governing.instead_of.is_some(),
    }
}

/// "10 working days from the acknowledgement".
fn counted(limit: &Limit) -> String {
    let length: Span = limit.length;
    let earlier =
        limit.or_from.map(|start| format!(", or {} where that is earlier", counted_from(start)));
    format!("{length} from {}{}", counted_from(limit.from), earlier.unwrap_or_default())
}

fn counted_from(start: Start) -> &'static str {
    match start {
        Start::Receipt => "receipt",
        Start::Acknowledgement => "the acknowledgement",
        Start::Form => "the form reaching the team",
        Start::Logging => "logging",
        Start::Assignment => "assignment",
        Start::OfficerReceipt => "the officer having it in hand",
        Start::Response => "the answer",
    }
}

fn roles(roles: &[Role]) -> String {
    let titles: Vec<String> = roles.iter().map(|role| role_title(*role)).collect();
    if titles.is_empty() { "Anybody".to_owned() } else { titles.join(", ") }
}
