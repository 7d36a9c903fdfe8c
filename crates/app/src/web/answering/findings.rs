//! C15, findings: a card for each point, decided one by one, with what its part of the letter needs.

use askama::Template;
use redress_domain::command::{Command, Find};
use redress_domain::complaint::{Found, Point};
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Finding, Met, Stage};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::complaint::options::{known, listed};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::part::tag::Tag;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "answering/findings.html")]
struct FindingsPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    cards: Vec<Card>,
    /// Why nothing can be decided here now.
    barred: Option<String>,
    evidence: Vec<(String, String)>,
    all_decided: bool,
}

/// One point.
struct Card {
    id: String,
    number: usize,
    words: Quote,
    tag: Tag,
    facts: SummaryList,
    /// What stage 1 said, where this is stage 2.
    before: Option<Quote>,
    form: Form,
    fields: Fields,
    action: String,
    open: bool,
    decided: bool,
}

/// The questions of one card.
struct Fields {
    finding: Choices,
    weighed: Area,
    reasons: Area,
    cites: Area,
    no_sources: Area,
    fault: Area,
    met: Choices,
    met_why: Area,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Decides one point.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let point = PointId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read(form, &point), draw).await
}

fn draw(sheet: Sheet) -> FindingsPage {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage();
    let points = complaint.points_at(stage);
    let findings = &complaint.current().findings;
    let undecided = points.iter().position(|point| !findings.contains_key(&point.id));
    let cards: Vec<Card> = points
        .iter()
        .enumerate()
        .map(|(place, point)| card(&sheet, (place, point), undecided == Some(place)))
        .collect();
    let decided = cards.iter().filter(|card| card.decided).count();
    let heading = match (stage, points.len()) {
        (_, 0) => "Findings: no points yet".to_owned(),
        (Stage::One, all) => format!("Findings: {decided} of {all} decided"),
        (Stage::Two, all) => format!("Findings at stage 2: {decided} of {all} decided"),
    };
    let barred = points.first().and_then(|point| would::why_not(&sheet, &probe(&sheet, point)));
    let evidence = complaint
        .evidence
        .iter()
        .map(|it| (it.what.text().to_owned(), day::short(it.on)))
        .collect();
    FindingsPage {
        frame: sheet.titled(&heading),
        heading,
        cards,
        barred,
        evidence,
        all_decided: undecided.is_none() && !points.is_empty(),
        sheet,
    }
}

/// A finding that lacks nothing, to ask whether one may be made at all.
fn probe(sheet: &Sheet, point: &Point) -> Command {
    Command::Find(Box::new(Find {
        point: point.id.clone(),
        finding: allowed(sheet).first().copied(),
        reasons: Words::said("because it is so"),
        ..Find::default()
    }))
}

/// The findings this policy has for the stage.
fn allowed(sheet: &Sheet) -> &[Finding] {
    match sheet.case.complaint.stage() {
        Stage::One => &sheet.case.pack.findings.stage_1,
        Stage::Two => &sheet.case.pack.findings.stage_2,
    }
}

fn card(sheet: &Sheet, (place, point): (usize, &Point), next: bool) -> Card {
    let complaint = &sheet.case.complaint;
    let found = complaint.current().findings.get(&point.id);
    let path = format!("findings/{}", point.id);
    let form = sheet.form(&path);
    let here = sheet.kept.as_ref().is_some_and(|kept| kept.form == path);
    let before = (complaint.stage() == Stage::Two)
        .then(|| complaint.stage_1.findings.get(&point.id))
        .flatten();
    Card {
        id: point.id.to_string(),
        number: place + 1,
        words: said::quote(point.text.text(), "The point as it was agreed"),
        tag: match found {
            Some(found) => Tag::plain(words::sentence(words::names::finding(found.finding))),
            None => Tag::plain("Not decided"),
        },
        facts: facts(sheet, point, found, before),
        before: before
            .map(|it| said::quote(it.given.reasons.text(), "The reasons given at stage 1")),
        fields: fields(sheet, &form, &point.id.0, found),
        form,
        action: sheet.href(&path),
        open: here || (next && sheet.kept.is_none()),
        decided: found.is_some(),
    }
}

fn facts(
    sheet: &Sheet,
    point: &Point,
    found: Option<&Found>,
    before: Option<&Found>,
) -> SummaryList {
    let mut facts = SummaryList::new().row("What they want", Cell::name(point.outcome.text()));
    let ours = words::sentence(words::names::responsibility(point.responsibility));
    facts = match &point.whose {
        Some(whose) => {
            facts.row("Whose it is", Cell::stack([Cell::text(ours), Cell::name(whose.text())]))
        }
        None => facts.row("Whose it is", Cell::text(ours)),
    };
    if let Some(before) = before {
        let decided = words::sentence(words::names::finding(before.finding));
        facts = facts.row("Stage 1 decided", Cell::text(decided));
    }
    let Some(found) = found else { return facts };
    let by = found.by.as_ref().map(|who| sheet.case.surroundings.name_of(who));
    facts = facts.row(
        "Decided",
        match by {
            Some(by) => Cell::stack([Cell::day(found.on), Cell::name(by)]),
            None => Cell::day(found.on),
        },
    );
    facts.row("Reasons", Cell::name(found.given.reasons.text()))
}

fn fields(sheet: &Sheet, form: &Form, id: &str, found: Option<&Found>) -> Fields {
    let given = found.map(|found| found.given.clone()).unwrap_or_default();
    let text = |words: &Option<Words>| words.as_ref().map(|it| it.text().to_owned());
    let name = |field: &str| format!("{id}-{field}");
    let cites: Vec<&str> = given.cites.iter().map(Words::text).collect();
    let area = |field: &str, label: &str, hint: &str, rows: u8, kept: Option<String>| {
        form.area(&name(field), label).hint(hint).rows(rows).preset(kept.unwrap_or_default())
    };
    let finding = form
        .radios(&name("finding"), "Finding")
        .options(&listed(allowed(sheet), words::names::finding));
    let met = form
        .radios(&name("met"), "Is what they want met?")
        .options(&listed(&[Met::Fully, Met::Partly, Met::Not], words::names::met));
    Fields {
        finding: match given.finding {
            Some(value) => finding.preset(words::id(&value)),
            None => finding,
        },
        weighed: area(
            "weighed",
            "What happened, and what you weighed",
            "Both accounts and the evidence. It stands in the letter.",
            5,
            text(&given.weighed),
        ),
        reasons: area(
            "reasons",
            "Reasons",
            "Why the facts lead to this finding. The resident reads it.",
            4,
            Some(given.reasons.text().to_owned()),
        ),
        cites: area(
            "cites",
            "Rules you went by",
            "One a line: the document, a comma, the clause. For example: Repairs policy, section 4.2",
            3,
            Some(cites.join("\n")),
        ),
        no_sources: area(
            "no-sources",
            "Why no rule applies",
            "Only where you name none",
            2,
            text(&given.no_sources_because),
        ),
        fault: area(
            "fault",
            "What we did wrong",
            "Where you uphold the point or a part of it. One sentence: we should have …, and did not.",
            2,
            text(&given.fault),
        ),
        met: match given.outcome_met {
            Some(value) => met.preset(words::id(&value)),
            None => met,
        },
        met_why: area(
            "met-why",
            "Why it is met, or not in full",
            "The resident reads it beside what they wanted",
            2,
            text(&given.outcome_why),
        ),
    }
}

fn read(form: &mut Reading<'_>, point: &PointId) -> Option<Asked> {
    let name = |field: &str| format!("{point}-{field}");
    let finding = form.choice(&name("finding"), "Choose a finding", known::<Finding>);
    let weighed = form.words(&name("weighed"));
    let reasons = form.required(&name("reasons"), "Enter the reasons for this finding");
    let cites = form.words(&name("cites"));
    let no_sources = form.words(&name("no-sources"));
    let fault = form.words(&name("fault"));
    let met_why = form.words(&name("met-why"));
    let met = form.words(&name("met"));
    if finding.is_some_and(Finding::admits_fault) && fault == Some(None) {
        form.wrong(&name("fault"), "Enter what we did wrong: you uphold this point or part of it");
    }
    let cites = cites?.unwrap_or_default();
    let given = Find {
        point: point.clone(),
        finding,
        reasons: Words::said(reasons?),
        cites: cites.lines().map(str::trim).filter(|it| !it.is_empty()).map(Words::said).collect(),
        no_sources_because: no_sources?.map(Words::said),
        weighed: weighed?.map(Words::said),
        fault: fault?.map(Words::said),
        outcome_met: met?.and_then(|it| known::<Met>(&it)),
        outcome_why: met_why?.map(Words::said),
    };
    Some(Asked::of(vec![Command::Find(Box::new(given))], "found").then("findings"))
}
