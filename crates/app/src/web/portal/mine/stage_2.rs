//! M9, asking for stage 2: one button, and nobody asks why.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Stage};

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
#[template(path = "portal/stage_2.html")]
struct Stage2Page {
    p: Shell,
    v: View,
    form: Form,
    may: bool,
    points: Vec<(String, String)>,
}

impl Stage2Page {
    fn parts(&self) -> Choices {
        let ticks = self.form.ticks("points", self.p.t.say("stage-2-points"));
        let ticks = ticks.hint(self.p.t.say("stage-2-points-hint"));
        self.points.iter().fold(ticks, |ticks, (id, text)| ticks.option(id, text))
    }
}

/// The button.
pub async fn get(mine: Mine) -> Page {
    show(&mine, None).await
}

/// Takes the wish.
pub async fn post(mine: Mine, posted: Posted) -> Page {
    let mut form = mine.heard.tongue.reading(&posted);
    let more = form.words("more");
    let known = points(&mine);
    let points: Vec<PointId> = form.ticked("points", |sent| {
        known.iter().any(|(id, _)| id == sent).then(|| PointId(sent.to_owned()))
    });
    let errors = match (more, form.is_right()) {
        (Some(more), true) => {
            let ask = Command::RequestEscalation {
                channel: Some(Channel::Portal),
                reason: more.map(Words::said),
                points: (!points.is_empty()).then_some(points),
                received_on: None,
            };
            match mine.act(&posted.once(), vec![ask], Vec::new()).await {
                Ok(_) => return Page::see_other("/my-complaint?done=stage-2"),
                Err(declined) => mine.trouble(&declined),
            }
        }
        _ => form.errors(),
    };
    show(&mine, Some((posted.sent, errors))).await
}

/// The points that could go on, where there is a choice.
fn points(mine: &Mine) -> Vec<(String, String)> {
    let points = mine.case.complaint.points_at(Stage::One);
    let shown = points.iter().map(|point| (point.id.0.clone(), point.text.text().to_owned()));
    if points.len() < 2 { Vec::new() } else { shown.collect() }
}

async fn show(mine: &Mine, kept: Option<(Sent, FormErrors)>) -> Page {
    let (may, points) = (mine.may_ask_for_stage_2(), points(mine));
    let page = |p, form| Stage2Page { p, v: mine.view(), form, may, points };
    mine.ask("stage-2-title", kept, page).await
}
