//! C18, departures from policy: the honest exception, with its clause, reason and approver.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_letters::letter::LetterId;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::{options, told};
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/departures.html")]
struct DeparturesPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    past: Timeline,
    /// Each departure, and when the resident was told after it.
    told: Vec<String>,
    people: Vec<(String, String)>,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records a departure.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> DeparturesPage {
    DeparturesPage {
        frame: sheet.titled("Departures from policy"),
        form: sheet.form("departures"),
        past: told::timeline(&sheet.case, |event| {
            matches!(event, Event::PolicyDepartedFrom { .. })
        }),
        told: when_told(&sheet.case),
        people: options::people(&sheet.case),
        barred: sheet.barred_from(&Command::DepartFromPolicy {
            clause: String::new(),
            reason: Words::default(),
            approved_by: StaffId::default(),
        }),
        sheet,
    }
}

/// Whether the resident has heard since: by the notice of it, or by the first update after it.
fn when_told(case: &Case) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, told) in case.history.iter().enumerate() {
        let Event::PolicyDepartedFrom { clause, .. } = &told.happened.event else { continue };
        let after = case.history.iter().skip(place + 1);
        let heard = after.filter(|it| tells(&it.happened.event));
        let heard = heard.map(|it| it.happened.on).next();
        let on = day::short(told.happened.on);
        lines.push(match heard {
            Some(heard) => format!(
                "Clause {clause}, departed from on {on}: the resident was told on {}.",
                day::short(heard)
            ),
            None => {
                format!("Clause {clause}, departed from on {on}: the resident is not told yet.")
            }
        });
    }
    lines
}

fn tells(event: &Event) -> bool {
    match event {
        Event::ResidentUpdated { .. } => true,
        Event::LetterSent { letter, .. } => letter == LetterId::DepartureNotice.as_str(),
        _ => false,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let clause = form.required("clause", "Enter the clause you depart from");
    let reason = form.required("reason", "Enter why this case is an exception");
    let approved_by = form.required("approved-by", "Choose who approved it");
    let command = Command::DepartFromPolicy {
        clause: clause?.trim().to_owned(),
        reason: Words::said(reason?),
        approved_by: StaffId(approved_by?),
    };
    // The notice of it leaves with the decision: neither without the other.
    Some(Asked::of(vec![command], "departed").then("departures"))
}
