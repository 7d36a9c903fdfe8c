//! Where a policy falls short of the Code, before the Ombudsman says so: a line for each provision.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use redress_domain::check::{Verdict, check, provisions};
use redress_domain::policy::{Pack, shipped};

use crate::desk::Declined;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::policy::{anchor, found};
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "policy/code_check.html")]
struct CodeCheckPage {
    frame: Frame,
    heading: String,
    pack: Arc<Pack>,
    id: String,
    counts: String,
    table: Table,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let found = match found(&app, &staff, &id).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let pack = found.pack;
    let code = match shipped::code() {
        Ok(code) => code,
        Err(error) => return Page::declined(Declined::Fault(anyhow::anyhow!("{error}"))),
    };
    let report = check(&pack, code);
    let conflicts = report.count(Verdict::Conflict);
    let heading = match conflicts {
        0 => "Check against the Code: nothing conflicts with it".to_owned(),
        1 => "Check against the Code: 1 conflict".to_owned(),
        n => format!("Check against the Code: {n} conflicts"),
    };
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", report.count(*verdict), verdict.words()))
        .collect();
    let columns =
        ["Provision of the Code", "Verdict", "Clauses of this policy", "Why", "What would mend it"];
    let mut table = Table::new("Check against the Code").caption_hidden().columns(columns);
    // What needs work stands first; within a verdict the order is the Code's.
    for verdict in Verdict::ALL {
        for (provision, finding) in provisions().zip(&report.findings) {
            if finding.verdict != verdict {
                continue;
            }
            let name = format!("{} {}", provision.number, provision.title);
            let clauses = finding
                .clauses
                .iter()
                .map(|clause| Cell::link(format!("/policies/{id}#{}", anchor(clause)), clause));
            let clauses: Vec<Cell> = clauses.collect();
            let mend =
                if finding.mend.is_empty() { Cell::none() } else { Cell::text(&finding.mend) };
            table = table.row([
                Cell::link(format!("/policies/code-2024#{}", anchor(provision.number)), name),
                Cell::part(tag(verdict)),
                if clauses.is_empty() { Cell::none() } else { Cell::stack(clauses) },
                Cell::text(&finding.why),
                mend,
            ]);
        }
    }
    let frame = framed::frame(&app, &staff, Here::Policies).await;
    let frame = frame.titled(format!("{} against the Code", pack.title));
    Page::ok(&CodeCheckPage {
        frame,
        heading,
        pack,
        id: found.id,
        counts: counts.join(", "),
        table,
    })
}

fn tag(verdict: Verdict) -> Tag {
    let words = words::sentence(verdict.words());
    match verdict {
        Verdict::Conflict => Tag::new(Mark::Late, words),
        Verdict::Silent | Verdict::AtRisk => Tag::new(Mark::Forecast, words),
        Verdict::Stricter | Verdict::Meets => Tag::new(Mark::Met, words),
    }
}
