//! M11, whether it was put right: done, done badly, or not done, for each thing we promised. Works
//! after the complaint is closed, too.

use askama::Template;
use redress_domain::command::{Command, DisputeAction};
use redress_domain::ids::ActionId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Shortfall;

use crate::desk::Attachment;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::{Promise, View};
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "portal/promises.html")]
struct PromisesPage {
    p: Shell,
    v: View,
    form: Form,
}

impl PromisesPage {
    /// The only promise; where there are more, they are asked which.
    fn only(&self) -> Option<&str> {
        match self.v.promises.as_slice() {
            [only] => Some(&only.id),
            _ => None,
        }
    }

    fn which(&self) -> Choices {
        let radios = self.form.radios("promise", self.p.t.say("promise-which"));
        self.v.promises.iter().fold(radios, |radios, it| radios.option(&it.id, &it.what))
    }
}

/// What they may say of a promise.
#[derive(Clone, Copy)]
enum Says {
    Right,
    Not(Shortfall),
}

impl Says {
    fn named(sent: &str) -> Option<Says> {
        match sent {
            "right" => Some(Says::Right),
            "badly" => Some(Says::Not(Shortfall::DoneBadly)),
            "not" => Some(Says::Not(Shortfall::NotDone)),
            _ => None,
        }
    }
}

/// What we promised.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes what they say of one of them.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let v = mine.view();
    let asked = posted.sent.get("promise").to_owned();
    let promise = v.promises.iter().find(|it| it.id == asked);
    let mut form = t.reading(&posted);
    let answer = form.choice("answer", &t.say("promise-choose"), Says::named);
    let more = form.words("more");
    t.note_files(&mut form, &posted);
    let errors = match (answer, more, promise, form.is_right()) {
        (Some(answer), Some(more), Some(promise), true) => {
            let files: Vec<Attachment> =
                posted.files.iter().map(|it| it.attachment.clone()).collect();
            let mut commands = vec![said(&mine, answer, more, promise)];
            if !files.is_empty() {
                commands.push(mine.sent_in(format!("Pictures to our promise “{}”", promise.what)));
            }
            let done = match answer {
                Says::Right => "promise-right",
                Says::Not(_) => "promise",
            };
            match mine.act(&posted.once(), commands, files).await {
                Ok(_) => return Page::see_other(&format!("/my-complaint?done={done}")),
                Err(declined) => mine.trouble(&declined),
            }
        }
        (_, _, None, _) => FormErrors::one("promise", t.say("promise-gone")),
        _ => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

/// What they say, as a command: that it was not kept opens the promise again, and whoever sees to it
/// has it on their list.
fn said(mine: &Mine, says: Says, more: Option<String>, promise: &Promise) -> Command {
    match says {
        Says::Right => {
            let more = more.map(|more| format!("\n{more}")).unwrap_or_default();
            let what = &promise.what;
            mine.wrote(format!("About our promise “{what}”: it was done, and it is right.{more}"))
        }
        Says::Not(how) => Command::DisputeAction(DisputeAction {
            id: ActionId(promise.id.clone()),
            how: Some(how),
            text: more.map(Words::said),
        }),
    }
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    mine.ask("promises-title", kept, |p, form| PromisesPage { p, v: mine.view(), form }).await
}
