//! R1, one request for service: who oversees it, what was offered and answered, when it is looked at
//! again, what became of it, and the way to a complaint, which stops none of it.

use redress_domain::command::{
    Agreed, AnswerOutcome, Command, OfferOutcome, ReviewRequest, SettleRequest,
};
use redress_domain::complaint::Request;
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Kind;

use crate::desk::Case;
use crate::web::answer::sections::{Section, Sections};
use crate::web::answer::unfold::Unfold;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told::{self, shown};
use crate::web::complaint::{options, tags};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// What we would do about it.
pub async fn post_offer(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_offer, draw).await
}

/// What they say to that.
pub async fn post_answer(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_answer, draw).await
}

/// What became of it.
pub async fn post_outcome(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_outcome, draw).await
}

/// Looking at it again.
pub async fn post_review(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_review, draw).await
}

/// Who oversees it.
pub async fn post_overseer(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_overseer, draw).await
}

fn draw(sheet: Sheet) -> Sections {
    let complaint = &sheet.case.complaint;
    let Some(request) = &complaint.request else {
        return Sections::new(&sheet, "Request for service", "This came as no request for service")
            .says("What a contact is, is said where it is sorted.");
    };
    let past = told::timeline(&sheet.case, |event| {
        matches!(
            event,
            Event::OutcomeOffered(_)
                | Event::OutcomeAnswered(_)
                | Event::RequestSettled { .. }
                | Event::RequestReviewed(_)
                | Event::ContactMade { .. }
        )
    });
    let page = Sections::new(&sheet, "Request for service", heading(&sheet, request))
        .says("A request is no complaint. If they are unhappy, offer the choice to complain: the work goes on all the same.")
        .section(Section::new("facts", "Where it stands").part(facts(&sheet, request)));
    let page = page.section(doing(&sheet, request));
    if past.is_empty() {
        return page;
    }
    page.section(Section::new("past", "What happened").part(past))
}

fn heading(sheet: &Sheet, request: &Request) -> String {
    match (request.settled_on, request.contacted_on) {
        (Some(on), _) => format!("Request for service: settled {}", day::short(on)),
        (None, None) => "Request for service: nobody has contacted them yet".to_owned(),
        (None, Some(_)) => {
            let calendar = &sheet.case.surroundings.calendar;
            let age = tags::between(calendar, request.received_on, sheet.today).unwrap_or(0);
            format!("Request for service: open for {}", crate::web::part::tag::working_days(age))
        }
    }
}

fn facts(sheet: &Sheet, request: &Request) -> SummaryList {
    let complaint = &sheet.case.complaint;
    let name = |who: &_| sheet.case.surroundings.name_of(who);
    let mut facts = SummaryList::new().row("Received", Cell::day(request.received_on)).row(
        "First contact",
        request.contacted_on.map_or_else(
            || Cell::link(sheet.href("contacts"), "Not yet: ring them, and write it down"),
            Cell::day,
        ),
    );
    let overseer = request.overseer.as_ref().map_or_else(|| "Nobody yet".to_owned(), name);
    facts = facts.row("Overseen by", Cell::name(overseer));
    if let Some((on, what, by)) = request.offered.last() {
        let by = by.map_or_else(String::new, |by| format!(", by {}", day::short(by)));
        let line = format!("{}{by}", day::short(*on));
        facts = facts.row("Offered", Cell::stack([Cell::name(shown(what)), Cell::text(line)]));
        let said = match request.answered {
            None => "Not answered yet".to_owned(),
            Some((on, answer)) => format!("{}, {}", answered(answer), day::short(on)),
        };
        facts = facts.row("They say", Cell::text(said));
    }
    for clock in sheet.case.clocks.iter().filter(|clock| is_of_request(clock) && clock.is_open()) {
        let tag = tags::tag_of(clock, sheet.today, &sheet.case.surroundings.calendar);
        let day = Cell::link(sheet.href(&tags::page_of(clock)), day::short(clock.due));
        facts = facts.row(words::clocks::what(clock.what), Cell::stack([day, Cell::part(tag)]));
    }
    let choice = match complaint.choice {
        _ if complaint.kind == Kind::Complaint => {
            Cell::link(sheet.href(""), "They complain: see the complaint")
        }
        Some(choice) => Cell::text(format!("The person {}", words::names::choice(choice))),
        None => Cell::link(sheet.href("triage"), "Not asked: offer the choice"),
    };
    facts.row("Complaint", choice)
}

fn is_of_request(clock: &redress_domain::clock::Clock) -> bool {
    use redress_domain::clock::What;
    matches!(
        clock.what,
        What::ServiceRequestContact | What::ServiceRequestSettled | What::ServiceRequestReview
    )
}

fn answered(answer: Agreed) -> &'static str {
    match answer {
        Agreed::Yes => "They agree",
        Agreed::No => "They do not agree",
        Agreed::NoReply => "No answer",
    }
}

fn doing(sheet: &Sheet, request: &Request) -> Section {
    let section = Section::new("do", "What may be done");
    if request.settled_on.is_some() && sheet.kept.is_none() {
        return section;
    }
    let offered = !request.offered.is_empty();
    section
        .maybe(overseer(sheet))
        .maybe(offer(sheet))
        .maybe(if offered { answer(sheet) } else { None })
        .maybe(outcome(sheet))
        .maybe(review(sheet))
}

fn offer(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("request");
    let unfold = Unfold::of(sheet, "request", "Agree what is done and when", "Record the offer")
        .ask(form.area("offer", "What would we do?").rows(3))
        .ask(form.day("offer-due", "By when?"));
    let command = Command::OfferOutcome(OfferOutcome::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn answer(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("request/answer");
    let unfold = Unfold::of(sheet, "request/answer", "Record what they say to it", "Record it")
        .ask(
            form.radios("answer", "What do they say?")
                .option("yes", "They agree")
                .option("no", "They do not agree")
                .option("no-reply", "No answer"),
        )
        .ask(form.area("said", "In their words").rows(2));
    let command = Command::AnswerOutcome(AnswerOutcome::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn outcome(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("request/outcome");
    let unfold = Unfold::of(sheet, "request/outcome", "Record what became of it", "Settle the request")
        .says("A complaint about it is no reason to stop. A request that was not settled in time ends only once they were offered the choice to complain.")
        .ask(form.area("outcome", "What became of it?").rows(3));
    let command = Command::SettleRequest(SettleRequest::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn review(sheet: &Sheet) -> Option<Unfold> {
    let form = sheet.form("request/review");
    let unfold = Unfold::of(sheet, "request/review", "Look at it again", "Record the review")
        .ask(form.area("note", "What was found, and what follows?").rows(3))
        .ask(
            form.day("next-review", "When is it looked at next?")
                .hint("Left empty: as the policy says, or three months on"),
        );
    let command = Command::ReviewRequest(ReviewRequest::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn overseer(sheet: &Sheet) -> Option<Unfold> {
    if sheet.case.complaint.kind != Kind::ServiceRequest {
        return None;
    }
    let form = sheet.form("request/overseer");
    let clause = sheet
        .case
        .pack
        .service_requests
        .as_ref()?
        .overseer
        .as_ref()
        .map(|post| format!("The policy wants somebody to ({})", post.clause));
    let mut select = form.select("overseer", "Who oversees it?");
    if let Some(clause) = clause {
        select = select.hint(clause);
    }
    let people = options::people(&sheet.case);
    let unfold =
        Unfold::of(sheet, "request/overseer", "Say who oversees it", "Record who oversees it")
            .ask(select.option("", "Choose").options(&people));
    let command = overseen_by(StaffId::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn overseen_by(officer: StaffId) -> Command {
    Command::Assign { officer, role: None, oversees: true, received_on: None }
}

fn read_offer(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let what = form.required("offer", "Enter what we would do");
    let due = form.optional_day("offer-due");
    let command = Command::OfferOutcome(OfferOutcome { what: Words::said(what?), due: due? });
    done(command, "outcome-offered")
}

fn read_answer(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let answer = form.choice("answer", "Choose what they say", |sent| match sent {
        "yes" => Some(Agreed::Yes),
        "no" => Some(Agreed::No),
        "no-reply" => Some(Agreed::NoReply),
        _ => None,
    });
    let text = form.words("said");
    let (answer, text) = (Some(answer?), text?.map(Words::said));
    done(Command::AnswerOutcome(AnswerOutcome { answer, text }), "outcome-answered")
}

fn read_outcome(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let outcome = Words::said(form.required("outcome", "Enter what became of it")?);
    done(Command::SettleRequest(SettleRequest { outcome }), "request-settled")
}

fn read_review(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let note = form.required("note", "Enter what was found, and what follows");
    let next_review = form.optional_day("next-review");
    let review = ReviewRequest { note: Words::said(note?), next_review: next_review? };
    done(Command::ReviewRequest(review), "request-reviewed")
}

fn read_overseer(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let officer = form.required("overseer", "Choose who oversees it")?;
    done(overseen_by(StaffId(officer)), "overseen")
}

fn done(command: Command, code: &'static str) -> Option<Asked> {
    Some(Asked::of(vec![command], code).then("request"))
}
