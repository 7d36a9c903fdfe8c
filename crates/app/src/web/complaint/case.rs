//! C1, the complaint: all of it, the next step first.

use askama::Template;
use redress_domain::complaint::State;
use redress_domain::vocabulary::{Conduct, Kind, Risk};

use crate::desk::rows;
use crate::web::answer::{Sheet, Visit};
use crate::web::complaint::acts::{self, Now};
use crate::web::complaint::{clocks, codes, evidence, links, people, points, told, triage};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::clock::ClockStrip;
use crate::web::part::day;
use crate::web::part::frame::Frame;
use crate::web::part::list::{SummaryList, Timeline};
use crate::web::part::notice::Link;
use crate::web::part::said::{self, Quote};
use crate::web::part::table::Table;
use crate::words;

mod elsewhere;
mod next;
mod papers;
mod promises;
mod waiting;

/// Events shown on the page itself, and more that unfold; the history has them all.
const TIMELINE: (usize, usize) = (8, 40);

#[derive(Template)]
#[template(path = "complaint/case.html")]
struct CasePage {
    frame: Frame,
    sheet: Sheet,
    heading: String,
    subject: said::Name,
    byline: Vec<said::Name>,
    facts: SummaryList,
    alerts: Vec<String>,
    next: Vec<Link>,
    /// Groups of what else may be done, each with its links.
    possible: Vec<(&'static str, Vec<Link>)>,
    strip: ClockStrip,
    no_clocks: String,
    points: Table,
    waiting: Vec<String>,
    promises: Table,
    money: Table,
    words: Quote,
    timeline: Timeline,
    earlier: Timeline,
    unfolded: usize,
    events: usize,
    letters: Table,
    files: Table,
    people: SummaryList,
    linked: Table,
}

/// Said to whoever is to visit.
const SAFETY: &str = "Abuse or threats are on record: look under Restrictions before you visit";

/// Said while a code is dead that somebody tried to guess.
const GUESSED: &str = "A code of theirs was guessed at and is dead: look under Codes";

/// The page.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let linked = links::table(&visit.app, &visit.staff.signed, &sheet.case).await;
    let elsewhere = elsewhere::lines(&visit.app, &visit.staff.signed, &sheet.case).await;
    let acts = acts::all(&visit.app.desk, &visit.staff.signed, &sheet.case);
    let mut page = draw(sheet, &acts, linked);
    page.alerts.extend(elsewhere);
    if codes::is_dead(&visit.app, &visit.staff.signed.scope, &page.sheet.case.id).await {
        page.alerts.push(GUESSED.to_owned());
    }
    Page::ok(&page)
}

fn draw(sheet: Sheet, acts: &[(&acts::Entry, Now)], linked: Table) -> CasePage {
    let case = &sheet.case;
    let complaint = &case.complaint;
    let stage = complaint.stage().number();
    let state = words::names::state(complaint.state());
    let kind = words::sentence(words::names::kind(complaint.kind));
    let strip = ClockStrip { cells: clocks::strip(&sheet) };
    let no_clocks = if strip.cells.is_empty() {
        format!("{kind}: no clock of a complaint runs.")
    } else {
        String::new()
    };
    let next = next::links(&sheet, acts);
    CasePage {
        frame: sheet.titled(&format!("{kind}: stage {stage}, {state}")),
        heading: kind,
        subject: said::name(rows::subject(complaint)),
        byline: byline(&sheet),
        facts: facts(&sheet),
        alerts: alerts(&sheet),
        possible: possible(&sheet, acts, &next),
        next,
        strip,
        no_clocks,
        points: points::table(case).caption_hidden(),
        waiting: waiting::lines(&sheet),
        promises: promises::table(&sheet),
        money: promises::money(case),
        words: told::first_words(case),
        timeline: told::newest(case, 0, TIMELINE.0),
        earlier: told::newest(case, TIMELINE.0, TIMELINE.1),
        unfolded: case.history.len().saturating_sub(TIMELINE.0).min(TIMELINE.1),
        events: case.history.len(),
        letters: papers::letters(case).caption_hidden(),
        files: evidence::files(case).caption_hidden(),
        people: people::facts(case),
        linked: linked.caption_hidden(),
        sheet,
    }
}

/// Who it is, where they live and how to reach them, in a line.
fn byline(sheet: &Sheet) -> Vec<said::Name> {
    let case = &sheet.case;
    let Some(person) = &case.person else {
        let from = case.complaint.contact.from.as_ref();
        return vec![said::name(from.map_or_else(|| "No name given".to_owned(), told::shown))];
    };
    let lines = [&person.name, &person.address, &person.telephone, &person.email];
    let lines = lines.into_iter().filter(|words| !words.is_blank());
    lines.map(|words| said::name(told::shown(words).replace('\n', ", "))).collect()
}

fn facts(sheet: &Sheet) -> SummaryList {
    let case = &sheet.case;
    let complaint = &case.complaint;
    let how = format!(
        "{}, {}",
        day::short(complaint.received_on),
        words::names::channel(complaint.channel)
    );
    let mut facts = SummaryList::new();
    let received = Cell::text(how);
    facts = if complaint.state() == State::Closed {
        facts.row("Received", received)
    } else {
        facts.changing("Received", received, sheet.href("received-date"))
    };
    if complaint.kind == Kind::Complaint {
        let weighed = triage::weighed(case).unwrap_or_else(|| Cell::text("Not yet"));
        facts = if complaint.current().responded.is_some() {
            facts.row("Triaged", weighed)
        } else {
            facts.changing("Triaged", weighed, sheet.href("triage"))
        };
    }
    let floor = if complaint.floor { ", the Code is its floor" } else { "" };
    facts.row(
        "Policy",
        Cell::link(
            format!("/policies/{}", case.pack.id),
            format!("{} {}{floor}", case.pack.title, case.pack.version),
        ),
    )
}

/// What everybody on the case must know before they ring, write or visit.
fn alerts(sheet: &Sheet) -> Vec<String> {
    let complaint = &sheet.case.complaint;
    let mut alerts: Vec<String> = complaint.needs.iter().map(told::shown).collect();
    if let Some((_, triaged)) = &complaint.triage {
        if triaged.vulnerable {
            alerts.insert(0, "They need more care than others".to_owned());
        }
        if triaged.risk != Risk::None {
            alerts.insert(0, words::sentence(words::names::risk(triaged.risk)));
        }
    }
    let large = sheet.case.person.as_ref().is_some_and(|person| person.large_print);
    if large && !alerts.iter().any(|need| need == super::needs::LARGE_PRINT) {
        alerts.insert(0, super::needs::LARGE_PRINT.to_owned());
    }
    if complaint
        .representative
        .as_ref()
        .is_some_and(|(_, it)| *it == redress_domain::vocabulary::Authority::Pending)
    {
        alerts.push(
            "Authority of whoever acts for them is pending: do not discuss the case".to_owned(),
        );
    }
    for restriction in complaint.behaviour.in_force() {
        let route = words::names::channel(restriction.route);
        let measure = told::shown(&restriction.measure);
        alerts.push(format!("Restriction: {measure}. They may still complain by {route}"));
    }
    let conduct = &complaint.behaviour;
    if conduct.has_conduct(Conduct::Abuse) || conduct.has_conduct(Conduct::Threats) {
        alerts.push(SAFETY.to_owned());
    }
    alerts
}

/// What else may be done now, grouped; what stands among the next steps is not said twice.
fn possible(
    sheet: &Sheet,
    acts: &[(&acts::Entry, Now)],
    next: &[Link],
) -> Vec<(&'static str, Vec<Link>)> {
    let mut groups: Vec<(&'static str, Vec<Link>)> = Vec::new();
    for (entry, now) in acts {
        let link = Link::new(sheet.href(entry.page), entry.label);
        if *now != Now::Possible || next.contains(&link) {
            continue;
        }
        if groups.last().is_none_or(|(group, _)| *group != entry.group) {
            groups.push((entry.group, Vec::new()));
        }
        if let Some((_, links)) = groups.last_mut() {
            links.push(link);
        }
    }
    groups
}
