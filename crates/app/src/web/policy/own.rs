//! L7, a policy of the landlord's own: loaded as a file or as text, read with what is wrong and
//! where, approved by somebody else, or given up.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_domain::policy::read::PackError;

use crate::desk::policies::{Answer, LONGEST};
use crate::desk::{Declined, Signed};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::policy::readable;
use crate::web::posted::Posted;
use crate::web::state::App;

/// Lines shown around the one that is wrong.
const AROUND: usize = 2;

#[derive(Template)]
#[template(path = "policy/new.html")]
struct NewPage {
    frame: Frame,
    form: Form,
    wrong: Option<Wrong>,
    /// What the box holds until something was sent.
    begun: String,
}

/// Where the text is wrong.
struct Wrong {
    sentence: String,
    excerpt: String,
}

/// The form; `?from=` begins it with the text of a policy that is known.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let begun = match sent.get("from") {
        "" => String::new(),
        from => match app.desk.pack_text(&staff.signed, from).await {
            Ok(Some(text)) => text,
            Ok(None) => return Page::missing(),
            Err(declined) => return Page::declined(declined),
        },
    };
    show(&app, &staff, (Sent::nothing(), FormErrors::none()), (None, begun)).await
}

/// Keeps a policy as a draft, or says what is wrong with it and where.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let given = match given(&app, &posted).await {
        Ok(given) => given,
        Err(Given::Declined(declined)) => return Page::declined(declined),
        Err(Given::Wrong(field, words)) => {
            let errors = FormErrors::one(field, words);
            return show(&app, &staff, (posted.sent, errors), (None, String::new())).await;
        }
    };
    match app.desk.load_pack(&staff.signed, &given).await {
        Ok(Ok(id)) => Page::see_other(&format!("/policies/{id}?done=loaded")),
        Ok(Err(not)) => {
            let error = not.error();
            let errors = FormErrors::one("text", error.to_string());
            let wrong = Wrong { sentence: error.to_string(), excerpt: excerpt(&given, error) };
            // Also what came as a file stands in the box, to be put right there.
            let mut pairs = posted.sent.pairs().to_vec();
            pairs.retain(|(name, _)| name != "text");
            pairs.push(("text".to_owned(), given));
            let sent = Sent::from_pairs(pairs);
            show(&app, &staff, (sent, errors), (Some(wrong), String::new())).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// Why there is no text.
enum Given {
    Wrong(&'static str, String),
    Declined(Declined),
}

/// The text of the file, or of the box.
async fn given(app: &App, posted: &Posted) -> Result<String, Given> {
    if let Some((_, words)) = posted.trouble.iter().find(|(field, _)| field == "file") {
        return Err(Given::Wrong("file", words.to_string()));
    }
    let typed = posted.sent.get("text");
    let file = posted.files.iter().find(|file| file.field == "file");
    let text = match file {
        Some(_) if !typed.trim().is_empty() => {
            let words = "Choose a file or paste the text, not both";
            return Err(Given::Wrong("file", words.to_owned()));
        }
        Some(file) => {
            let size = usize::try_from(file.attachment.bytes).unwrap_or(usize::MAX);
            if LONGEST < size {
                return Err(Given::Wrong("file", too_long(size)));
            }
            let bytes = app.desk.files.read(&file.attachment.sha256).await;
            let bytes = bytes.map_err(|error| Given::Declined(error.into()))?;
            String::from_utf8(bytes).map_err(|_| {
                Given::Wrong("file", "The file is not UTF-8 text: save it as plain text".to_owned())
            })?
        }
        None if typed.trim().is_empty() => {
            let words = "Choose the policy's file, or paste its text below";
            return Err(Given::Wrong("file", words.to_owned()));
        }
        // A browser sends each line's end as two signs.
        None => typed.replace("\r\n", "\n"),
    };
    if LONGEST < text.len() {
        return Err(Given::Wrong("text", too_long(text.len())));
    }
    if text.contains('\0') {
        return Err(Given::Wrong(
            "text",
            "The text holds a sign that is no letter (NUL)".to_owned(),
        ));
    }
    Ok(text)
}

fn too_long(size: usize) -> String {
    format!("The policy has {size} bytes; at most {LONGEST} can be read")
}

/// The lines around what is wrong, numbered, with a mark under the place.
fn excerpt(text: &str, error: &PackError) -> String {
    let first = error.line.saturating_sub(AROUND + 1);
    let mut lines = Vec::new();
    let last = error.line + AROUND;
    for (n, line) in text.lines().enumerate().take(last).skip(first) {
        lines.push(format!("{:>5} | {line}", n + 1));
        if n + 1 == error.line {
            lines.push(format!("      | {}^", " ".repeat(error.column.saturating_sub(1))));
        }
    }
    lines.join("\n")
}

async fn show(
    app: &App,
    staff: &Staff,
    (sent, errors): (Sent, FormErrors),
    (wrong, begun): (Option<Wrong>, String),
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let frame = framed::frame(app, staff, Here::Policies).await;
    let frame = frame.titled("Load a policy of your own").errors(&errors);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Page::with(status, &NewPage { frame, form: Form::kept(keys, sent, errors), wrong, begun })
}

/// Approves what somebody else loaded.
pub async fn approve(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.approve_pack(&staff.signed, &id).await;
    after(&app, &staff, &id, (answer, "approved")).await
}

/// Gives a policy up.
pub async fn withdraw(
    staff: Staff,
    State(app): State<App>,
    Path(id): Path<String>,
    _posted: Posted,
) -> Page {
    let answer = app.desk.withdraw_pack(&staff.signed, &id).await;
    after(&app, &staff, &id, (answer, "withdrawn")).await
}

async fn after(
    app: &App,
    staff: &Staff,
    id: &str,
    (answer, done): (Result<Answer, Declined>, &str),
) -> Page {
    match answer {
        Ok(Answer::Done) => Page::see_other(&format!("/policies/{id}?done={done}")),
        Ok(answer) => {
            let status = match answer {
                Answer::Own | Answer::InUse | Answer::NameTaken => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            readable::refused(app, staff, id, (said(answer), status)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// What a person is told who could not decide.
pub fn said(answer: Answer) -> &'static str {
    match answer {
        Answer::Done => "It is done",
        Answer::Decided => "Somebody decided about it meanwhile. See below how it stands now",
        Answer::Own => {
            "Somebody else approves it: a complaints manager or a senior manager who did not load \
             or propose it"
        }
        Answer::NameTaken => {
            "An approved policy has the same id. Give this one an id of its own and load it again"
        }
        Answer::Past => "Its first day has passed. Give it up and propose a day to come",
        Answer::DayTaken => "Another policy begins on that day already. Choose another day",
        Answer::Moved => "The policy is not what it was when it was proposed. Propose it again",
        Answer::InUse => {
            "It is in force or proposed, and stays. Put another policy in force instead"
        }
    }
}

/// Whether somebody may approve what they see.
pub fn may_decide(signed: &Signed, loaded_by: &str) -> bool {
    signed.staff.id != loaded_by
}

#[cfg(test)]
mod tests {
    use redress_domain::policy::read::PackError;

    use super::excerpt;

    #[test]
    fn the_lines_around_what_is_wrong_are_shown_with_a_mark_under_the_place() {
        let error = PackError { message: String::new(), span: None, line: 2, column: 3 };
        assert_eq!(
            excerpt("one\ntwo\nthree\nfour\nfive", &error),
            "    1 | one\n    2 | two\n      |   ^\n    3 | three\n    4 | four"
        );
    }
}
