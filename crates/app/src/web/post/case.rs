//! The post of one complaint: where each letter is, and what somebody may record about it.

use askama::Template;
use jiff::civil::Date;
use redress_domain::command::{
    Command, NotReached, RecordPosting, RecordReceipt, ResendLetter, WithdrawLetter,
};
use redress_domain::personal::Words;
use redress_domain::vocabulary::Channel;
use redress_store::dispatch::{self, Dispatch, State as Stands, Way};

use crate::desk::{Case, Declined, london_day};
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told;
use crate::web::framed;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::tag::{Mark, Tag};
use crate::web::post::{batch, list};
use crate::web::posted::Posted;
use crate::words::{self, names};

#[derive(Template)]
#[template(path = "post/case.html")]
struct CasePost {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    /// What is to be known of the addresses on record.
    doubts: Vec<String>,
    cards: Vec<Card>,
}

/// One letter and where it is.
struct Card {
    number: i64,
    name: String,
    tag: Tag,
    facts: SummaryList,
    /// What is to be known while it waits; empty where it does not.
    waits: &'static str,
    form: Option<(Form, Choices)>,
}

/// What may be recorded about a letter.
const CHOICES: &[&str] =
    &["posted", "by-post", "by-email", "by-hand", "taken-back", "came-back", "arrived"];

/// The page.
pub async fn get(visit: Visit) -> Page {
    let (of_case, doubts) = match dispatches(&visit).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    visit.page(|sheet| draw(sheet, (&of_case, &doubts))).await
}

/// Records what became of one letter.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let (of_case, doubts) = match dispatches(&visit).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let Ok(number) = visit.item.parse::<u32>() else { return Page::missing() };
    let today = visit.app.desk.today();
    let read = |form: &mut Reading<'_>, case: &Case| read(form, (number, case), today, &of_case);
    visit.act(posted, read, |sheet| draw(sheet, (&of_case, &doubts))).await
}

async fn dispatches(visit: &Visit) -> Result<(Vec<Dispatch>, Vec<String>), Page> {
    let case = visit.case().await?;
    let scope = &visit.staff.signed.scope;
    let found = dispatch::of_case(&visit.app.desk.db, scope, &case.id).await;
    let found = found.map_err(|error| Page::declined(Declined::from(error)))?;
    let doubts = visit.app.desk.doubts(scope, &case).await.map_err(Page::declined)?;
    let mut told = Vec::new();
    if let Some(since) = doubts.email {
        told.push(format!(
            "An e-mail to their address could not be delivered on {}. Letters go by post until the \
             address is corrected, or a letter is e-mailed there again.",
            words::day(london_day(since))
        ));
    }
    if let Some(since) = doubts.post {
        told.push(format!(
            "A letter to their address came back on {}. Ask them where they live before you post \
             the next one.",
            words::day(london_day(since))
        ));
    }
    Ok((found, told))
}

fn read(
    form: &mut Reading<'_>,
    (number, case): (u32, &Case),
    today: Date,
    of_case: &[Dispatch],
) -> Option<Asked> {
    let name = |field: &str| format!("{number}-{field}");
    let known = |value: &str| CHOICES.iter().find(|known| **known == value).copied();
    let what = form.choice(&name("what"), "Choose what happened to the letter", known)?;
    let (command, on) = match what {
        "posted" => {
            let on = form.near_day(&name("on"), today, "Choose the day on which it left")?;
            (Command::RecordPosting(RecordPosting { number }), Some(on))
        }
        "by-post" => (resend(number, Channel::Letter), None),
        "by-email" => (resend(number, Channel::Email), None),
        "by-hand" => (resend(number, Channel::InPerson), None),
        "taken-back" => {
            let reason = form.required(&name("reason"), "Enter why it is taken back")?;
            let reason = Words::said(reason);
            (Command::WithdrawLetter(WithdrawLetter { number, reason }), None)
        }
        "came-back" => {
            let why = form.required(&name("why"), "Enter what came back, or what was said")?;
            let given = NotReached {
                number,
                why: Words::said(why),
                address_was_theirs: form.is_ticked(&name("theirs")),
            };
            let mailed = case
                .complaint
                .on_its_way(number)
                .is_some_and(|letter| letter.channel == Channel::Email);
            let command =
                if mailed { Command::RecordBounce(given) } else { Command::RecordReturn(given) };
            (command, None)
        }
        _ => {
            let on = form.day(&name("arrived"), "Enter the day on which it came")?;
            let given = RecordReceipt { number, received_on: Some(on) };
            (Command::RecordReceipt(given), None)
        }
    };
    // Only what the page offered for this letter may be asked.
    let of_letter: Vec<&Dispatch> =
        of_case.iter().filter(|it| it.number == i64::from(number)).collect();
    if of_letter.is_empty() {
        form.wrong(&name("what"), "There is no such letter in this complaint");
        return None;
    }
    let asked = Asked::of(vec![command], done(what)).then("post");
    Some(match on {
        Some(on) => asked.on(on),
        None => asked,
    })
}

fn resend(number: u32, channel: Channel) -> Command {
    Command::ResendLetter(ResendLetter { number, channel: Some(channel) })
}

fn done(what: &str) -> &'static str {
    match what {
        "posted" => "letter-left",
        "taken-back" => "letter-back",
        "came-back" => "letter-failed",
        "arrived" => "letter-came",
        _ => "letter-again",
    }
}

fn draw(sheet: Sheet, (of_case, doubts): (&[Dispatch], &[String])) -> CasePost {
    let waiting = sheet.case.complaint.waiting.len();
    let heading = match waiting {
        0 => "Post: nothing waits".to_owned(),
        1 => "Post: 1 letter waits".to_owned(),
        n => format!("Post: {n} letters wait"),
    };
    // One form a letter, by the way it went last.
    let newest = |it: &Dispatch| {
        of_case.iter().rfind(|other| other.number == it.number).is_some_and(|last| last.id == it.id)
    };
    let cards = of_case.iter().rev().map(|it| card(&sheet, (it, newest(it)))).collect();
    CasePost { frame: sheet.titled(&heading), heading, doubts: doubts.to_vec(), cards, sheet }
}

fn card(sheet: &Sheet, (it, newest): (&Dispatch, bool)) -> Card {
    let number = u32::try_from(it.number).unwrap_or_default();
    let complaint = &sheet.case.complaint;
    let waits = complaint.waiting(number).is_some()
        && !matches!(it.state, Stands::Withdrawn | Stands::Sent | Stands::Returned);
    let on_its_way = complaint.on_its_way(number).is_some() && it.state == Stands::Sent;
    let came_back = complaint
        .letters
        .iter()
        .rfind(|letter| letter.number == number)
        .is_some_and(|letter| letter.failed.is_some() && complaint.waiting(number).is_none())
        && matches!(it.state, Stands::Failed | Stands::Returned);
    let form = (waits || on_its_way || came_back).then(|| {
        let form = sheet.form(&format!("post/{number}"));
        let choices = choices(&form, number, sheet.today, (waits, on_its_way, it));
        (form, choices)
    });
    Card {
        number: it.number,
        name: words::sentence(&names::letter(&it.letter)),
        tag: tag(it),
        facts: match came_back.then(|| why(sheet, number)).flatten() {
            Some(why) => facts(it).row("Why it came back", Cell::name(why)),
            None => facts(it),
        },
        waits: match (waits, it.due_on) {
            (false, _) => "",
            (true, Some(_)) => "Letter queued: the clock runs until it has left.",
            (true, None) => "Letter queued. No clock waits for it.",
        },
        form: form.filter(|_| {
            let posting = Command::RecordPosting(RecordPosting { number });
            newest && sheet.barred_from(&posting).is_none()
        }),
    }
}

/// What was said when a letter came back, where the mail server's own words do not stand there.
fn why(sheet: &Sheet, number: u32) -> Option<String> {
    let letter = sheet.case.complaint.letters.iter().rfind(|it| it.number == number)?;
    let failed = letter.failed.as_ref().filter(|failed| !failed.bounced)?;
    Some(told::shown(&failed.why))
}

fn tag(it: &Dispatch) -> Tag {
    let words = words::sentence(batch::state(it.state));
    match it.state {
        Stands::Failed | Stands::Returned | Stands::Unknown | Stands::Held => {
            Tag::new(Mark::Late, words)
        }
        _ => Tag::plain(words),
    }
}

fn choices(
    form: &Form,
    number: u32,
    today: Date,
    (waits, on_its_way, it): (bool, bool, &Dispatch),
) -> Choices {
    let name = |field: &str| format!("{number}-{field}");
    let legend = format!("What happened to letter {number}?");
    let mut choices = form.radios(&name("what"), legend);
    if waits {
        let left = form.near_day(&name("on"), "When?", today);
        let words = if it.state == Stands::Unknown { "It did leave" } else { "It left" };
        choices = choices.revealing("posted", words, left);
    }
    if !on_its_way {
        let again = |way: Way, first: &str, other: &str| {
            if it.way == way { first.to_owned() } else { other.to_owned() }
        };
        choices = choices
            .option("by-post", again(Way::Post, "Print it again", "Send it by post"))
            .option("by-email", again(Way::Email, "E-mail it again", "Send it by e-mail"))
            .option("by-hand", "Somebody takes it there");
    }
    if waits {
        let reason = form.area(&name("reason"), "Why is it taken back?").rows(2);
        choices = choices.revealing("taken-back", "Take it back: it must not leave", reason);
    }
    if on_its_way {
        let why = form.area(&name("why"), "What came back, or what did the server say?").rows(2);
        let theirs = form.tick(&name("theirs"), "The address was as they gave it to us");
        choices = choices.revealing("came-back", "It did not reach them", why).also(theirs);
        let arrived = form.day(&name("arrived"), "On which day did it come?");
        choices = choices.revealing("arrived", "They show when it came", arrived);
    }
    choices
}

fn facts(it: &Dispatch) -> SummaryList {
    let mut facts = SummaryList::new()
        .row("How", Cell::text(list::way(it.way)))
        .row("Dated", Cell::day(it.dated));
    if let Some(due) = it.due_on {
        facts = facts.row("To leave by", Cell::day(due));
    }
    if !it.address.is_empty() {
        facts = facts.row("Address used", Cell::name(it.address.replace('\n', ", ")));
    }
    if let Some(left) = it.left_on {
        facts = facts.row("Left on", Cell::day(left));
    }
    if 0 < it.attempts {
        facts = facts.row("Tries", Cell::number(it.attempts));
    }
    if let Some(at) = it.try_at {
        facts = facts.row("Next try", Cell::text(framed::day_and_time(at)));
    }
    if !it.answer.is_empty() {
        facts = facts.row("What was said", Cell::name(&it.answer));
    }
    if let Some(piece) = it.piece {
        facts = facts.row("Piece in its batch", Cell::number(piece));
    }
    facts
}
