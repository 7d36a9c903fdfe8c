//! M12, how it went: the handling and the result apart, and room for words.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::personal::Words;

use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::mine::Mine;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::Shell;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "portal/survey.html")]
struct SurveyPage {
    p: Shell,
    v: View,
    form: Form,
}

impl SurveyPage {
    fn marks(&self, name: &str, legend: &str) -> Choices {
        let keys = match name {
            "handling" => ["mark-5", "mark-4", "mark-3", "mark-2", "mark-1"],
            _ => ["happy-5", "happy-4", "happy-3", "happy-2", "happy-1"],
        };
        let marks = ["5", "4", "3", "2", "1"].into_iter().zip(keys);
        let radios = self.form.radios(name, legend);
        marks.fold(radios, |radios, (mark, key)| radios.option(mark, self.p.t.say(key)))
    }
}

/// The questions.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes the answers, once.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let t = mine.heard.tongue;
    let mut form = t.reading(&posted);
    let mark = |sent: &str| sent.parse::<u8>().ok().filter(|mark| (1..=5).contains(mark));
    let handling = form.choice("handling", &t.say("survey-choose-handling"), mark);
    let outcome = form.choice("outcome", &t.say("survey-choose-outcome"), mark);
    let text = form.words("text");
    let errors = match (handling, outcome, text) {
        (Some(handling), Some(outcome), Some(text)) if mine.view().survey_open => {
            let answer = Command::AnswerSurvey {
                handling: Some(handling),
                outcome: Some(outcome),
                text: text.map(Words::said),
            };
            match mine.act(&posted.once(), vec![answer], Vec::new()).await {
                Ok(_) => return Page::see_other("/my-complaint?done=survey"),
                Err(declined) => mine.trouble(&declined),
            }
        }
        (Some(_), Some(_), Some(_)) => return Page::see_other("/my-complaint"),
        _ => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    mine.ask("survey-title", kept, |p, form| SurveyPage { p, v: mine.view(), form }).await
}
