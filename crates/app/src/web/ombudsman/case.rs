//! C25, the Ombudsman in one case: what it asked for against what we hold, its decision by head,
//! and each order with its own day.

use redress_domain::command::{
    AskMoreTime, Command, ComplyWithOrder, DiscussDetermination, OmbudsmanContacts,
    OmbudsmanDetermines, OmbudsmanOrders, RequestsEvidence,
};
use redress_domain::complaint::{EvidenceRequest, Order, State};
use redress_domain::ids::OrderId;
use redress_domain::vocabulary::Determination;

use super::{DESK_ROLES, read};
use crate::desk::Case;
use crate::web::answer::sections::{Section, Sections};
use crate::web::answer::unfold::Unfold;
use crate::web::answer::{Sheet, Visit};
use crate::web::answering::remedies::pounds;
use crate::web::complaint::options::{self, listed};
use crate::web::complaint::told::shown;
use crate::web::due;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::list::SummaryList;
use crate::web::part::table::Table;
use crate::web::part::tag::Tag;
use crate::web::posted::Posted;
use crate::words;

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// The Ombudsman has a case about this.
pub async fn post_contact(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::contact, draw).await
}

/// The Ombudsman asks for papers.
pub async fn post_evidence(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::evidence, draw).await
}

/// The papers went.
pub async fn post_sent(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::sent, draw).await
}

/// More time is asked for.
pub async fn post_more_time(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::more_time, draw).await
}

/// The decision.
pub async fn post_determination(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::determination, draw).await
}

/// The decision talked through.
pub async fn post_discussion(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::discussion, draw).await
}

/// An order.
pub async fn post_order(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::order, draw).await
}

/// An order done.
pub async fn post_compliance(visit: Visit, posted: Posted) -> Page {
    let id = OrderId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::compliance(form, &id), draw).await
}

fn draw(sheet: Sheet) -> Sections {
    let page = Sections::new(&sheet, "The Ombudsman", heading(&sheet)).section(contact(&sheet));
    if !sheet.signed.is_any(DESK_ROLES) {
        return page;
    }
    page.section(evidence(&sheet)).section(determination(&sheet)).section(orders(&sheet))
}

/// The next of its days, or that it has no case.
fn heading(sheet: &Sheet) -> String {
    let theirs = &sheet.case.complaint.ombudsman;
    if let Some(open) = theirs.open_request() {
        return format!("The Ombudsman: evidence due {}", day::short(open.due));
    }
    let open = theirs.orders.iter().filter(|order| order.done_on.is_none());
    if let Some(next) = open.filter_map(|order| order.due).min() {
        return format!("The Ombudsman: order due {}", day::short(next));
    }
    match (&theirs.determined, theirs.contacts.is_empty()) {
        (Some((on, _)), _) => format!("The Ombudsman: decided on {}", day::short(*on)),
        (None, false) => "The Ombudsman has a case about this".to_owned(),
        (None, true) => "The Ombudsman has no case with us".to_owned(),
    }
}

/// Its reference, and the form that records a contact.
fn contact(sheet: &Sheet) -> Section {
    let complaint = &sheet.case.complaint;
    let mut facts = SummaryList::new();
    for (on, reference) in &complaint.ombudsman.contacts {
        let line = format!("{}, since {}", shown(reference), day::short(*on));
        facts = facts.row("Its reference", Cell::text(line));
    }
    let directed = complaint.state() == State::Declined || complaint.directed_on.is_some();
    if directed {
        let words = match complaint.directed_on {
            Some(on) => format!("Told us on {} to take it on", day::short(on)),
            None => "It may tell us to take this on: record it there".to_owned(),
        };
        facts = facts.row("Direction", Cell::link(sheet.href("refusal"), words));
    }
    let form = sheet.form("ombudsman");
    let unfold =
        Unfold::of(sheet, "ombudsman", "Record that the Ombudsman has a case", "Record it")
            .ask(form.text("reference", "Its reference").width(20));
    let unfold = if complaint.ombudsman.contacts.is_empty() { unfold.opened() } else { unfold };
    let may = may(sheet, &Command::OmbudsmanContacts(OmbudsmanContacts::default()));
    Section::new("contact", "Its case")
        .maybe((!facts.is_empty()).then_some(facts))
        .maybe(may.then_some(unfold))
}

fn evidence(sheet: &Sheet) -> Section {
    let theirs = &sheet.case.complaint.ombudsman;
    let mut section = Section::new("evidence", "What it asks for, and what we hold");
    for request in &theirs.requests {
        section = section.part(request_facts(sheet, request));
    }
    if !theirs.requests.is_empty() {
        section = section.part(held(sheet));
    }
    if theirs.open_request().is_some() {
        let sent = Unfold::of(sheet, "ombudsman/evidence/sent", "Record that it went", "It went today").with_letter()
            .says("Look through it once more: every item asked for, a note where something is missing, and nothing about other people that they need not see.");
        let form = sheet.form("ombudsman/evidence/more-time");
        let more = Unfold::of(
            sheet,
            "ombudsman/evidence/more-time",
            "Ask for more time",
            "Record what we asked",
        )
        .with_letter()
        .says("The day that the Ombudsman printed stands until it grants another.")
        .ask(form.day("to", "Until when do we need?"))
        .ask(form.area("more-reason", "Why?").rows(3))
        .ask(form.tick("granted", "The Ombudsman has granted it"));
        section = section
            .maybe(may(sheet, &Command::SendEvidence {}).then_some(sent))
            .maybe(may(sheet, &Command::AskMoreTime(AskMoreTime::default())).then_some(more));
    }
    let form = sheet.form("ombudsman/evidence");
    let ask = Unfold::of(
        sheet,
        "ombudsman/evidence",
        "Record a request for evidence",
        "Record the request",
    )
    .ask(form.area("items", "What does it ask for?").hint("A line for each thing").rows(5))
    .ask(
        form.day("evidence-due", "By when?").hint("The day that it prints. For example 28/4/2025"),
    );
    let wanted = Command::OmbudsmanRequestsEvidence(RequestsEvidence::default());
    section.maybe(may(sheet, &wanted).then_some(ask))
}

fn request_facts(sheet: &Sheet, request: &EvidenceRequest) -> SummaryList {
    let calendar = &sheet.case.surroundings.calendar;
    let state = match request.sent_on {
        Some(on) if request.due < on => {
            Tag::new(crate::web::part::tag::Mark::Late, format!("Sent late, {}", day::short(on)))
        }
        Some(on) => Tag::met(on),
        None => due::tag(calendar, sheet.today, request.due),
    };
    let items = request.items.iter().map(|item| Cell::name(shown(item)));
    let mut facts = SummaryList::new()
        .row("Asked on", Cell::day(request.on))
        .row("Due", Cell::stack([Cell::day(request.due), Cell::part(state)]))
        .row("What", Cell::stack(items));
    for (on, to, granted) in &request.more_time {
        let words = if *granted { "granted" } else { "asked for, not granted" };
        let line = format!("{}: until {}, {words}", day::short(*on), day::short(*to));
        facts = facts.row("More time", Cell::text(line));
    }
    facts
}

/// What we hold, each with the page where it is.
fn held(sheet: &Sheet) -> Table {
    let complaint = &sheet.case.complaint;
    let mut files = 0;
    for told in &sheet.case.history {
        files += usize::from(matches!(
            told.happened.event,
            redress_domain::event::Event::FileAttached { .. }
        ));
    }
    let policy = format!("{} {}", sheet.case.pack.title, sheet.case.pack.version);
    let rows = [
        (
            "What happened, day by day",
            sheet.href("history"),
            words::counted(sheet.case.history.len(), "event"),
        ),
        (
            "Letters as they left",
            sheet.href("letters"),
            words::counted(complaint.letters.len(), "letter"),
        ),
        (
            "Calls and correspondence",
            sheet.href("contacts"),
            words::counted(
                usize::try_from(complaint.correspondence).unwrap_or(usize::MAX),
                "entry",
            )
            .replace("entrys", "entries"),
        ),
        (
            "Evidence and files",
            sheet.href("evidence"),
            format!(
                "{}, {}",
                words::counted(complaint.evidence.len(), "note"),
                words::counted(files, "file")
            ),
        ),
        (
            "What was promised, with proof",
            sheet.href("actions"),
            words::counted(complaint.actions.len(), "promise"),
        ),
        ("The policy of the day", format!("/policies/{}", sheet.case.pack.id), policy),
    ];
    let table = Table::new("What we hold").columns(["What", "How much"]).keeps_rows();
    rows.into_iter().fold(table, |table, (name, href, much)| {
        table.row([Cell::link(href, name), Cell::text(much)])
    })
}

fn determination(sheet: &Sheet) -> Section {
    let complaint = &sheet.case.complaint;
    let theirs = &complaint.ombudsman;
    let mut section = Section::new("determination", "Its decision");
    if let Some((on, heads)) = &theirs.determined {
        let caption = format!("Decided on {}", day::short(*on));
        let table = Table::new(caption).columns(["Head", "Found", "Of the Code"]);
        section = section.part(heads.iter().fold(table, |table, head| {
            let number = head.point.as_ref().map(words::point);
            let about = head.about.as_ref().map(shown);
            let name = number.map(|number| words::sentence(&number)).or(about).unwrap_or_default();
            let found = head.finding.map_or("", words::beside::determination);
            let code = head.code.as_deref().map_or_else(Cell::none, |code| {
                Cell::link(
                    format!("/policies/code-2024#{}", crate::web::policy::anchor(code)),
                    format!("Broke paragraph {code}"),
                )
            });
            table.row([Cell::name(name), Cell::text(words::sentence(found)), code])
        }));
        for on in &theirs.discussed {
            let said = SummaryList::new().row("Talked through", Cell::day(*on));
            section = section.part(said);
        }
    }
    let form = sheet.form("ombudsman/determination");
    let findings = listed(FINDINGS, words::beside::determination);
    let mut ask =
        Unfold::of(sheet, "ombudsman/determination", "Record its decision", "Record the decision")
            .says("Head by head, as it is written. Leave out what was not decided.");
    let points = complaint.points.iter().map(|point| {
        (
            point.id.0.clone(),
            format!("{}: {}", words::sentence(&words::point(&point.id)), shown(&point.text)),
        )
    });
    let handling = ("handling".to_owned(), "How the complaint was handled".to_owned());
    let other = ("other".to_owned(), "A further head".to_owned());
    for (id, name) in points.chain([handling, other]) {
        if id == "other" {
            ask = ask.ask(form.text("other-about", "What is the further head about?"));
        }
        ask = ask
            .ask(
                form.select(&format!("head-{id}"), name)
                    .option("", "Not decided")
                    .options(&findings),
            )
            .ask(
                form.text(&format!("code-{id}"), "Paragraph of the Code found broken, if any")
                    .width(5),
            );
    }
    let determines = Command::OmbudsmanDetermines(OmbudsmanDetermines::default());
    section = section.maybe(may(sheet, &determines).then_some(ask));
    if theirs.determined.is_some() {
        let form = sheet.form("ombudsman/discussion");
        let discuss = Unfold::of(
            sheet,
            "ombudsman/discussion",
            "Record that it was talked through",
            "Record it",
        )
        .ask(form.text("with", "With whom?").hint("The directors and managers responsible"))
        .ask(form.area("learning", "What is learned from it?").hint("What is to be done about it is promised under Remedies, or recorded as an order").rows(3));
        let command = Command::DiscussDetermination(DiscussDetermination::default());
        section = section.maybe(may(sheet, &command).then_some(discuss));
    }
    section
}

fn orders(sheet: &Sheet) -> Section {
    let orders = &sheet.case.complaint.ombudsman.orders;
    let mut section = Section::new("orders", "Orders and recommendations");
    if !orders.is_empty() {
        let table = Table::new("What was ordered").caption_hidden().columns([
            "What",
            "Due",
            "Who sees to it",
            "State",
        ]);
        section =
            section.part(orders.iter().fold(table, |table, order| table.row(line(sheet, order))));
    }
    for order in orders.iter().filter(|order| order.done_on.is_none()) {
        let page = format!("ombudsman/orders/{}", order.id.0);
        let form = sheet.form(&page);
        let title = format!(
            "Record that this is done: {}",
            crate::desk::rows::shortened(&shown(&order.what), 60)
        );
        let comply = Unfold::of(sheet, &page, title, "It is done")
            .ask(form.area(&format!("{}-proof", order.id.0), "What shows it?").rows(2));
        let command = Command::ComplyWithOrder(ComplyWithOrder {
            id: order.id.clone(),
            ..ComplyWithOrder::default()
        });
        section = section.maybe(may(sheet, &command).then_some(comply));
    }
    let form = sheet.form("ombudsman/orders");
    let people: Vec<(String, String)> =
        options::people(&sheet.case).into_iter().map(|(_, name)| (name.clone(), name)).collect();
    let add =
        Unfold::of(sheet, "ombudsman/orders", "Record an order or a recommendation", "Record it")
            .says("An order binds us, by the day that is printed in it. Nobody works that day out.")
            .ask(
                form.radios("sort", "What is it?")
                    .option("order", "An order")
                    .option("recommendation", "A recommendation"),
            )
            .ask(form.area("order-what", "What is to be done?").rows(3))
            .ask(
                form.day("order-due", "By when?")
                    .hint("The day printed in it; a recommendation may have none"),
            )
            .ask(form.money("order-amount", "To be paid, if anything").width(10))
            .ask(
                form.select("order-owner", "Who sees to it?")
                    .option("", "Nobody yet")
                    .options(&people),
            );
    let command = Command::OmbudsmanOrders(OmbudsmanOrders::default());
    section.maybe(may(sheet, &command).then_some(add))
}

fn line(sheet: &Sheet, order: &Order) -> Vec<Cell> {
    let calendar = &sheet.case.surroundings.calendar;
    let mut what = vec![Cell::name(shown(&order.what))];
    if let Some(pence) = order.amount {
        what.push(Cell::text(pounds(pence)));
    }
    let state = match (order.done_on, order.due) {
        (Some(on), Some(due)) if due < on => {
            Tag::new(crate::web::part::tag::Mark::Late, format!("Done late, {}", day::short(on)))
        }
        (Some(on), _) => Tag::met(on),
        (None, Some(due)) => due::tag(calendar, sheet.today, due),
        (None, None) => Tag::plain("Open"),
    };
    let sort = if order.recommendation { "Recommendation" } else { "Order" };
    vec![
        Cell::stack(what),
        order.due.map_or_else(|| Cell::text("No day"), Cell::day),
        order.owner.as_ref().map_or_else(Cell::none, |owner| Cell::name(shown(owner))),
        Cell::stack([Cell::text(sort), Cell::part(state)]),
    ]
}

/// Whether this person's role lets them do it here. The words that came back are always shown.
fn may(sheet: &Sheet, command: &Command) -> bool {
    sheet.barred_from(command).is_none()
}

/// What may be found, the gravest first.
const FINDINGS: &[Determination] = &[
    Determination::SevereMaladministration,
    Determination::Maladministration,
    Determination::ServiceFailure,
    Determination::ReasonableRedress,
    Determination::Mediation,
    Determination::NoMaladministration,
    Determination::OutsideJurisdiction,
    Determination::Withdrawn,
];
