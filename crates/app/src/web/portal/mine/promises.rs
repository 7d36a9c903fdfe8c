//! M11, whether it was put right: done, done badly, or not done, for each thing we promised. Works
//! after the complaint is closed, too.

use askama::Template;
use axum::extract::State;

use crate::desk::Attachment;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::Guest;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::{Heard, Shell};
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "portal/promises.html")]
struct PromisesPage {
    p: Shell,
    v: View,
    form: Form,
}

impl PromisesPage {
    fn which(&self) -> Choices {
        let radios = self.form.radios("promise", self.p.t.say("promise-which"));
        self.v.promises.iter().fold(radios, |radios, it| radios.option(&it.id, &it.what))
    }
}

/// How it stands with a promise, as the record says it.
const ANSWERS: &[(&str, &str)] = &[
    ("right", "It was done, and it is right."),
    ("badly", "It was done, but it is not right."),
    ("not", "It was not done."),
];

/// What we promised.
pub async fn get(guest: Guest, State(app): State<App>, heard: Heard) -> Page {
    let mine = match Mine::of(app, guest, heard).await {
        Ok(mine) => mine,
        Err(page) => return page,
    };
    show(&mine, None).await
}

/// Takes what they say of one of them.
pub async fn post(guest: Guest, State(app): State<App>, heard: Heard, posted: Posted) -> Page {
    let mine = match Mine::of(app, guest, heard).await {
        Ok(mine) => mine,
        Err(page) => return page,
    };
    let t = mine.heard.tongue;
    let v = mine.view();
    let asked = posted.sent.get("promise").to_owned();
    let promise = v.promises.iter().find(|it| it.id == asked);
    let mut form = Reading::of(&posted.sent);
    let answer = form.choice("answer", &t.say("promise-choose"), |sent| {
        ANSWERS.iter().find(|(id, _)| *id == sent).map(|(_, said)| *said)
    });
    let more = form.words("more");
    for (field, trouble) in &posted.trouble {
        form.wrong(field, trouble.as_str());
    }
    let errors = match (answer, more, promise, form.is_right()) {
        (Some(answer), Some(more), Some(promise), true) => {
            let more = more.map(|more| format!("\n{more}")).unwrap_or_default();
            let said = format!("About our promise “{}”: {answer}{more}", promise.what);
            let files: Vec<Attachment> =
                posted.files.iter().map(|it| it.attachment.clone()).collect();
            let mut commands = vec![mine.wrote(said)];
            if !files.is_empty() {
                commands.push(mine.sent_in(format!("Pictures to our promise “{}”", promise.what)));
            }
            match mine.act(&posted.once(), commands, files).await {
                Ok(_) => return Page::see_other("/my-complaint?done=promise"),
                Err(declined) => mine.trouble(&declined),
            }
        }
        (_, _, None, _) => FormErrors::one("promise", t.say("promise-gone")),
        _ => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    mine.ask("promises-title", kept, |p, form| PromisesPage { p, v: mine.view(), form }).await
}
