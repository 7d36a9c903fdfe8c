//! M13 and M14: the Ombudsman, somebody to act for them, and taking it back. The last two are
//! requests: we ring the number we hold and ask before anything changes.

use askama::Template;

use crate::desk::Attachment;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "portal/ombudsman.html")]
pub(in crate::web::portal) struct OmbudsmanPage {
    pub p: Shell,
    pub own: bool,
}

/// How the Ombudsman is reached: at any time, whatever we said.
pub async fn ombudsman(mine: Mine) -> Page {
    let p = mine.shell("ombudsman-title").await;
    Page::ok(&OmbudsmanPage { p, own: true })
}

#[derive(Template)]
#[template(path = "portal/authority.html")]
struct AuthorityPage {
    p: Shell,
    form: Form,
}

#[derive(Template)]
#[template(path = "portal/withdrawal.html")]
struct WithdrawalPage {
    p: Shell,
    form: Form,
}

/// Which of the two requests.
#[derive(Clone, Copy)]
enum Asks {
    Authority,
    Withdrawal,
}

/// The form for naming somebody.
pub async fn get_authority(mine: Mine) -> Page {
    show(Asks::Authority, &mine, None).await
}

/// The form for taking it back.
pub async fn get_withdrawal(mine: Mine) -> Page {
    show(Asks::Withdrawal, &mine, None).await
}

/// Asks that somebody may act for them.
pub async fn post_authority(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let mut form = t.reading(&posted);
    let who = form.required("who", &t.say("authority-who-missing"));
    let scope = form.words("scope");
    t.note_files(&mut form, &posted);
    let (Some(who), Some(scope), true) = (who, scope, form.is_right()) else {
        let errors = form.errors();
        return show(Asks::Authority, &mine, Some((posted.sent, errors))).await;
    };
    let scope = scope.map(|scope| format!("\n{scope}")).unwrap_or_default();
    let files: Vec<Attachment> = posted.files.iter().map(|it| it.attachment.clone()).collect();
    let mut commands = vec![mine.wrote(format!(
        "Asks that {who} may act for them. To be confirmed by the contact we hold.{scope}"
    ))];
    if !files.is_empty() {
        commands.push(mine.sent_in(format!("Proof that {who} may act for them")));
    }
    match mine.act(&posted.once(), commands, files).await {
        Ok(_) => Page::see_other("/my-complaint?done=authority"),
        Err(declined) => {
            show(Asks::Authority, &mine, Some((posted.sent, mine.trouble(&declined)))).await
        }
    }
}

/// Asks to take the complaint back.
pub async fn post_withdrawal(mine: Mine, posted: Posted) -> Page {
    let mut form = mine.heard.tongue.reading(&posted);
    let Some(why) = form.words("why") else {
        let errors = form.errors();
        return show(Asks::Withdrawal, &mine, Some((posted.sent, errors))).await;
    };
    let why = why.map(|why| format!("\n{why}")).unwrap_or_default();
    let said = format!(
        "Asks to take the complaint back. To be confirmed by the contact we hold before it is \
         withdrawn.{why}"
    );
    match mine.act(&posted.once(), vec![mine.wrote(said)], Vec::new()).await {
        Ok(_) => Page::see_other("/my-complaint?done=withdrawal"),
        Err(declined) => {
            show(Asks::Withdrawal, &mine, Some((posted.sent, mine.trouble(&declined)))).await
        }
    }
}

async fn show(asks: Asks, mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    match asks {
        Asks::Authority => {
            mine.ask("authority-title", kept, |p, form| AuthorityPage { p, form }).await
        }
        Asks::Withdrawal => {
            mine.ask("withdrawal-title", kept, |p, form| WithdrawalPage { p, form }).await
        }
    }
}
