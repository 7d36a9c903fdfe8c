//! The list of the morning: one message a person on each working day, with references, clauses and
//! dates, and nothing about anybody.

use std::time::Duration;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use redress_domain::ids::StaffId;
use redress_store::post_house::{self, Digest};
use redress_store::{Scope, accounts, settings};

use crate::desk::post::signed;
use crate::desk::reminders::letters::Stuck;
use crate::desk::reminders::{Because, Reminder};
use crate::desk::{Declined, Desk};
use crate::words;
use crate::worker::alerts;
use crate::worker::mail::{self, Notice};
use crate::worker::post::MailRoom;
use crate::worker::smtp::{self, Told};

/// How often the clock is looked at.
const OFTEN: Duration = Duration::from_secs(300);
/// Lists go out in working hours only.
const HOURS: (i8, i8) = (8, 18);

/// Sends the lists of each morning, and a word about each letter that asks for somebody, for ever.
/// `address` is where pages are reached from outside.
pub async fn keep_reminding(desk: Desk, room: MailRoom, address: String) {
    loop {
        if let Err(declined) = nudges(&desk).await {
            tracing::warn!(?declined, "not every reminder was written");
        }
        if let Err(declined) = alerts::round(&desk, &address).await {
            tracing::warn!(?declined, "not everybody heard of letters that did not arrive");
        }
        match morning(&desk, &room, &address).await {
            Ok(0) => {}
            Ok(lists) => tracing::info!(lists, "morning lists"),
            Err(declined) => tracing::warn!(?declined, "the morning lists did not all go"),
        }
        tokio::time::sleep(OFTEN).await;
    }
}

/// Writes what leaves by itself in working hours: reminders of offers and of questions.
///
/// # Errors
/// The records cannot be reached.
pub async fn nudges(desk: &Desk) -> Result<u32, Declined> {
    let mut written = 0;
    for landlord in settings::list_landlords(&desk.db).await? {
        let scope = Scope::of(landlord.id);
        let surroundings = desk.surroundings(&scope).await?;
        if working_hours(desk) && surroundings.calendar.day(desk.today())?.is_none() {
            written += desk.nudge(&scope).await?;
        }
    }
    Ok(written)
}

/// The lists that are due now: how many went. None outside working hours, on a day that does not
/// count, or where today's went already.
///
/// # Errors
/// The records cannot be reached.
pub async fn morning(desk: &Desk, room: &MailRoom, address: &str) -> Result<u32, Declined> {
    let mut went = 0;
    for landlord in settings::list_landlords(&desk.db).await? {
        let scope = Scope::of(landlord.id.clone());
        let surroundings = desk.surroundings(&scope).await?;
        let today = desk.today();
        if !working_hours(desk) || surroundings.calendar.day(today)?.is_some() {
            continue;
        }
        let addresses = post_house::addresses(&desk.db, &scope).await?;
        if addresses.is_empty() {
            continue;
        }
        let known = post_house::digests_on(&desk.db, &scope, today).await?;
        let reminders = desk.reminders(&scope).await?;
        let stuck = desk.stuck_letters(&scope).await?;
        let house = desk.post_house(&scope).await?;
        for (staff, email) in addresses {
            let active = accounts::find_staff(&desk.db, &scope, &staff).await?;
            let gone = active.is_none_or(|staff| !staff.active);
            let lines: Vec<&Reminder> = reminders.iter().filter(|it| it.to.0 == staff).collect();
            let letters: Vec<&Stuck> = stuck.iter().filter(|it| it.to.0 == staff).collect();
            let nothing = lines.is_empty() && letters.is_empty();
            if gone || nothing || known.iter().any(|(it, _)| *it == staff) {
                continue;
            }
            let id = desk.id().await?;
            let domain = signed::domain_of(&landlord.email);
            let digest = Digest {
                staff: staff.clone(),
                morning: today,
                message_id: signed::message_id(&house.secret, &id, &domain),
                lines: i64::try_from(lines.len() + letters.len()).unwrap_or(i64::MAX),
                at: desk.now(),
            };
            let mut tx = desk.db.begin().await?;
            let ours = post_house::claim_digest(&mut tx, &scope, &digest).await?;
            tx.commit().await?;
            if !ours {
                continue;
            }
            let name = |who: &StaffId| surroundings.name_of(who);
            let notice = Notice {
                landlord: scope.landlord().to_owned(),
                sender: landlord.name.clone(),
                from: landlord.email.trim().to_owned(),
                to: email,
                subject: subject(&lines, letters.len()),
                text: text((&lines, &letters), today, (address, &name)),
                message_id: digest.message_id.clone(),
            };
            let told = match mail::notice(&notice, desk.now()) {
                Ok(message) => smtp::hand_over(&room.server, &message).await,
                Err(unfit) => Told::Refused(unfit.words().to_owned()),
            };
            let state = if matches!(told, Told::Taken(_)) { "sent" } else { "failed" };
            let mut tx = desk.db.begin().await?;
            let of = (staff.as_str(), today);
            post_house::digest_done(&mut tx, &scope, of, state, desk.now()).await?;
            tx.commit().await?;
            went += u32::from(state == "sent");
        }
    }
    Ok(went)
}

fn working_hours(desk: &Desk) -> bool {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let time: Time = desk.now().to_zoned(zone).time();
    (HOURS.0..HOURS.1).contains(&time.hour())
}

/// How many, and nothing of whom or what.
pub fn subject(lines: &[&Reminder], letters: usize) -> String {
    use crate::desk::reminders::Nearness;
    let late = lines.iter().filter(|it| matches!(it.near, Nearness::Late(_))).count();
    let today = lines.iter().filter(|it| it.near == Nearness::Today).count();
    let soon = lines.len() - late - today;
    let stuck = match letters {
        0 => String::new(),
        1 => "1 letter not gone, ".to_owned(),
        n => format!("{n} letters not gone, "),
    };
    format!("Complaints: {stuck}{late} late, {today} due today, {soon} soon")
}

/// Letters that must go today, or did not arrive: on top, while a day is left to act.
fn of_letters(letters: &[&Stuck], address: &str) -> String {
    if letters.is_empty() {
        return String::new();
    }
    let mut out = "Letters that have not reached anybody\n\n".to_owned();
    for it in letters {
        let (what, instead) = words::post::trouble(&it.dispatch);
        let due = match it.dispatch.due_on {
            Some(due) => format!(" It must leave by {}.", words::day(due)),
            None => String::new(),
        };
        out.push_str(&format!(
            "{}: {}\n  {what}.{due} {instead}\n  {}/complaints/{}/post\n\n",
            it.reference,
            words::letters::name(&it.dispatch.letter),
            address.trim_end_matches('/'),
            it.reference
        ));
    }
    out.push_str("Dates\n\n");
    out
}

/// The list: nearest first, each line with its clause, how its date came, and where to open it.
pub fn text(
    (lines, letters): (&[&Reminder], &[&Stuck]),
    today: Date,
    (address, name): (&str, &dyn Fn(&StaffId) -> String),
) -> String {
    let mut out = format!("What falls due, {}\n\n", words::day(today));
    out.push_str(&of_letters(letters, address));
    if lines.is_empty() {
        out.push_str("Nothing else is late or near.\n\n");
    }
    for it in lines {
        let because = match &it.because {
            Because::Own => String::new(),
            Because::Covers(who) => format!(" You cover for {}.", name(who)),
            Because::Unheld => " Nobody holds this case: give it to somebody.".to_owned(),
            Because::Climbed => " It stayed late, so you hear of it.".to_owned(),
        };
        out.push_str(&format!(
            "{}: {}, {}\n  by {} (clause {}), {}.{because}\n  {}/complaints/{}\n\n",
            it.reference,
            it.what,
            it.near.words(),
            words::day(it.due),
            it.clause,
            it.reckoned,
            address.trim_end_matches('/'),
            it.reference
        ));
    }
    out.push_str(
        "The same list stands under My work. Do not answer this message: nobody reads it.\n",
    );
    out
}
