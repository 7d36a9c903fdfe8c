//! A word to whoever holds a case, on the event: a letter failed, came back or is held; and at the
//! hour at which paper goes, that one is due today and has not gone. Once for each.

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use redress_store::automatic::{self, Automatic};
use redress_store::{Scope, post_house, settings};

use crate::desk::post::signed;
use crate::desk::reminders::letters::{Stuck, cut_off};
use crate::desk::slips::Slip;
use crate::desk::{Declined, Desk};
use crate::mail::sender;
use crate::words;

/// How long a word is of use.
const LIFE: SignedDuration = SignedDuration::from_hours(4);

/// Leaves a word for everybody who is to hear of a letter now: how many. `address` is where pages
/// are reached from outside.
///
/// # Errors
/// The records cannot be reached.
pub async fn round(desk: &Desk, address: &str) -> Result<u32, Declined> {
    let mut left = 0;
    for landlord in settings::list_landlords(&desk.db).await? {
        let scope = Scope::of(landlord.id.clone());
        let addresses = post_house::addresses(&desk.db, &scope).await?;
        if addresses.is_empty() {
            continue;
        }
        let house = desk.post_house(&scope).await?;
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        let past_cut_off = cut_off(&house) <= desk.now().to_zoned(zone).time();
        for it in desk.stuck_letters(&scope).await? {
            if it.only_waits() && !past_cut_off {
                continue;
            }
            let Some((_, to)) = addresses.iter().find(|(staff, _)| *staff == it.to.0) else {
                continue;
            };
            if !claim(desk, &scope, &it, to).await? {
                continue;
            }
            let domain = signed::domain_of(&landlord.email);
            let id = desk.id().await?;
            let (subject, text) = words(&it, address);
            desk.slips().put(Slip {
                kind: "alert",
                landlord: scope.landlord().to_owned(),
                sender: landlord.name.clone(),
                from: landlord.email.trim().to_owned(),
                to: to.clone(),
                lang: "en-GB".to_owned(),
                subject,
                html: page(&text),
                text,
                message_id: signed::message_id(&house.secret, &id, &domain),
                until: desk.now().checked_add(LIFE).unwrap_or_else(|_| desk.now()),
            });
            left += 1;
        }
    }
    Ok(left)
}

/// Writes down that somebody hears of it now; false where they heard before.
async fn claim(desk: &Desk, scope: &Scope, it: &Stuck, to: &str) -> Result<bool, Declined> {
    let sent = &it.dispatch;
    let state = if it.only_waits() { "due" } else { sent.state.as_str() };
    let when = if it.only_waits() { desk.today().to_string() } else { sent.changed_at.to_string() };
    let about = format!("{}/{state}/{when}/{}", sent.id, it.to.0);
    let note = Automatic {
        kind: "alert",
        about: &about,
        // A word to a colleague is none of the few messages that a case sends to its person.
        complaint: None,
        to: &sender::key(to),
        at: desk.now(),
    };
    let mut tx = desk.db.begin().await?;
    let ours = automatic::note(&mut tx, scope, &note).await?;
    tx.commit().await?;
    Ok(ours)
}

/// Subject and text: reference, letter and what to do, and nothing of whom or what.
fn words(it: &Stuck, address: &str) -> (String, String) {
    let (what, instead) = words::post::trouble(&it.dispatch);
    let letter = words::letters::name(&it.dispatch.letter);
    let subject = format!("{}: {}", it.reference, lower(what));
    let due = match it.dispatch.due_on {
        Some(due) => format!("It must have left by {}.\n", words::day(due)),
        None => String::new(),
    };
    let text = format!(
        "{}: {letter}.\n{what}.\n{due}{instead}\n\n{}/complaints/{}/post\n\nDo not answer this \
         message: nobody reads it.\n",
        it.reference,
        address.trim_end_matches('/'),
        it.reference
    );
    (subject, text)
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn page(text: &str) -> String {
    let plain = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"><title>Post</title>\
         </head>\n<body><p>{}</p></body>\n</html>\n",
        plain.trim_end().replace('\n', "<br>\n")
    )
}
