//! M1 to M4, telling a complaint: one question a page, kept as somebody goes, looked over before it
//! is sent, and a receipt with a reference and a code.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use redress_store::Scope;

use crate::desk::intake::Begun;
use crate::web::framed::clock_time;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::{self, From, Guest, MaybeGuest, Token};
use crate::web::portal::shell::{Heard, Shell};
use crate::web::posted::Posted;
use crate::web::route::{Route, Who};
use crate::web::state::App;

mod answers;
pub(super) mod contact;
mod files;
mod page;
mod question;
mod receipt;

/// The routes of telling a complaint.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/complain", Who::Anyone, get),
        Route::post("/complain", Who::Anyone, post),
        Route::post("/complain/return", Who::Anyone, post_return),
        Route::get("/complain/answers", Who::Anyone, answers::get),
        Route::post("/complain/answers", Who::Anyone, answers::post),
        Route::get("/complain/receipt", Who::Anyone, receipt::get),
        Route::post("/complain/later", Who::Anyone, page::later),
        Route::get("/complain/{question}", Who::Anyone, page::get),
        Route::post("/complain/{question}", Who::Anyone, page::post),
    ]
}

#[derive(Template)]
#[template(path = "portal/complain.html")]
struct StartPage {
    p: Shell,
    form: Form,
    /// Where this program keeps the complaints of several landlords: which of them.
    landlords: Vec<(String, String)>,
    address: String,
    over: bool,
    /// Whether one is begun in this browser.
    begun: bool,
}

/// What is coming, and the button to begin.
async fn get(
    MaybeGuest(guest): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    token: Token,
    Query(sent): Query<Sent>,
) -> Page {
    let begun = guest.as_ref().is_some_and(|guest| guest.at.visit.draft.is_some());
    let over = sent.get("over") == "1";
    let shown = (StatusCode::OK, Sent::nothing(), FormErrors::none());
    show(&app, (&heard, token), shown, (over, begun)).await
}

async fn show(
    app: &App,
    (heard, token): (&Heard, Token),
    (status, sent, wrong): (StatusCode, Sent, FormErrors),
    (over, begun): (bool, bool),
) -> Page {
    let p = Shell::of(app, heard, None, "complain-title").await.wrong(wrong.clone());
    let form = heard.tongue.asking(Form::kept(token.keys(), sent, wrong));
    let all = redress_store::settings::list_landlords(&app.desk.db).await.unwrap_or_default();
    let address = match all.as_slice() {
        [only] => only.address.clone(),
        _ => String::new(),
    };
    let landlords = match all.len() {
        0 | 1 => Vec::new(),
        _ => all.into_iter().map(|landlord| (landlord.id, landlord.name)).collect(),
    };
    Page::with(status, &StartPage { p, form, landlords, address, over, begun })
}

/// Begins one: a place on our side where the answers are kept.
async fn post(
    MaybeGuest(before): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    From(address): From,
    posted: Posted,
) -> Page {
    let all = match redress_store::settings::list_landlords(&app.desk.db).await {
        Ok(all) => all,
        Err(error) => return Page::declined(error.into()),
    };
    let chosen = match all.as_slice() {
        [only] => Some(only),
        several => several.iter().find(|it| it.id == posted.sent.get("landlord")),
    };
    let Some(landlord) = chosen else {
        let words = heard.tongue.say("complain-whose-missing");
        let wrong = FormErrors::one("landlord", words);
        let shown = (StatusCode::UNPROCESSABLE_ENTITY, posted.sent.clone(), wrong);
        return show(&app, (&heard, Token::of(&posted)), shown, (false, false)).await;
    };
    let scope = Scope::of(landlord.id.clone());
    match app.desk.begin_intake(&scope, &address).await {
        Ok(Begun::Entered(entered)) => into(&app, before, &entered.token, "/complain/whom").await,
        Ok(Begun::Wait(until)) => {
            let (time, number) = (clock_time(until), &landlord.telephone);
            let words = heard.tongue.with_both("begin-wait", &("time", &time), &("number", number));
            let shown =
                (StatusCode::TOO_MANY_REQUESTS, posted.sent.clone(), FormErrors::top(words));
            show(&app, (&heard, Token::of(&posted)), shown, (false, false)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// Goes on with one that was begun before, by its code.
async fn post_return(
    MaybeGuest(before): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    From(address): From,
    posted: Posted,
) -> Page {
    let back = app.desk.return_to_intake(posted.sent.get("come-back"), &address).await;
    match back {
        Ok(Some(entered)) => into(&app, before, &entered.token, "/complain/answers").await,
        Ok(None) => {
            let words = heard.tongue.say("return-wrong");
            let wrong = FormErrors::one("come-back", words);
            let shown = (StatusCode::UNPROCESSABLE_ENTITY, posted.sent.clone(), wrong);
            show(&app, (&heard, Token::of(&posted)), shown, (false, false)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn into(app: &App, before: Option<Guest>, token: &str, to: &str) -> Page {
    if let Some(before) = before
        && let Err(declined) = app.desk.leave_visit(&before.at.visit).await
    {
        return Page::declined(declined);
    }
    guest::with_cookie(app, token, Page::see_other(to))
}
