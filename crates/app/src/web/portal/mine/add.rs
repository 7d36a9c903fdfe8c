//! M8, sending something more: words, photos and papers. A file that is not what it says is refused
//! in words, and what else was sent is kept.

use askama::Template;
use redress_domain::event::Event;

use crate::desk::Attachment;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

/// The most bytes that come into one case on one day from outside.
pub const A_DAY: u64 = 200 * 1024 * 1024;

#[derive(Template)]
#[template(path = "portal/add.html")]
struct AddPage {
    p: Shell,
    v: View,
    form: Form,
}

/// What they sent, and the form for more.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes it.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let mut form = t.reading(&posted);
    let words = form.words("words");
    t.note_files(&mut form, &posted);
    let files: Vec<Attachment> = posted.files.iter().map(|it| it.attachment.clone()).collect();
    let words = words.flatten();
    if words.is_none() && files.is_empty() && posted.trouble.is_empty() {
        form.wrong("words", t.say("add-nothing"));
    }
    if A_DAY < today(&mine) + files.iter().map(|file| file.bytes).sum::<u64>() {
        form.wrong("files", t.say("add-too-much"));
        let errors = form.errors();
        return show(&mine, Some((posted.sent, errors))).await;
    }
    // What came whole is taken, whatever else did not.
    let mut errors = form.errors();
    if words.is_none() && files.is_empty() {
        return show(&mine, Some((posted.sent, errors))).await;
    }
    let kept = !files.is_empty() && !errors.is_empty();
    if !errors.is_empty() && !kept {
        return show(&mine, Some((posted.sent, errors))).await;
    }
    let lost = words.is_some() && !errors.is_empty();
    let mut commands = Vec::new();
    if let Some(words) = words.filter(|_| errors.is_empty()) {
        commands.push(mine.wrote(words));
    }
    if !files.is_empty() {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        commands.push(mine.sent_in(format!("Sent on the portal: {}", names.join(", "))));
    }
    match mine.act(&posted.once(), commands, files).await {
        Ok(_) if errors.is_empty() => Page::see_other("/my-complaint?done=sent"),
        Ok(_) => {
            let kept = if lost { "add-others-kept" } else { "add-files-kept" };
            errors.add("files", t.say(kept));
            match Mine::of(mine.app, mine.guest, mine.heard).await {
                Ok(mine) => show(&mine, Some((posted.sent, errors))).await,
                Err(page) => page,
            }
        }
        Err(declined) => show(&mine, Some((posted.sent, mine.trouble(&declined)))).await,
    }
}

/// The bytes that came in from outside today.
fn today(mine: &Mine) -> u64 {
    let today = mine.app.desk.today();
    let own = mine.case.history.iter().filter(|told| {
        told.happened.on == today && told.happened.by.as_ref().is_some_and(|by| by.is_outside())
    });
    own.map(|told| match &told.happened.event {
        Event::FileAttached { bytes, .. } => *bytes,
        _ => 0,
    })
    .sum()
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    mine.ask("add-title", kept, |p, form| AddPage { p, v: mine.view(), form }).await
}
