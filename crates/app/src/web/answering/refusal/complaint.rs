//! Refusing a complaint or some of its points, on one ground of the policy, proved for this case.

use redress_domain::clock::What;
use redress_domain::command::{Command, Decline};
use redress_domain::ids::{CaseId, PointId};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Ground as Id, Stage};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet};
use crate::web::answering::refusal::grounds::{self, Ground, Grounds};
use crate::web::answering::would;
use crate::web::complaint::options::known;
use crate::web::part::check::clause;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::words;

/// The questions of the page.
pub struct Questions {
    pub form: Form,
    pub their_words: Quote,
    pub grounds: Grounds,
    pub ground: Choices,
    pub points: Option<Choices>,
}

/// "Refuse this complaint: letter due Monday 9 June 2025".
pub fn heading(sheet: &Sheet) -> String {
    let clock = sheet
        .case
        .clocks
        .iter()
        .find(|clock| clock.what == What::Acknowledgement && clock.stage == Some(Stage::One));
    match clock {
        Some(clock) if clock.done_on.is_none() => {
            format!("Refuse this complaint: letter due {}", day::long(clock.due))
        }
        _ => "Refuse parts of this complaint".to_owned(),
    }
}

/// The questions over a case.
///
/// # Errors
/// Why nothing can be refused here, in words.
pub fn of(sheet: &Sheet) -> Result<Questions, String> {
    let case = &sheet.case;
    let form = sheet.form("refusal");
    let mut sorted = Grounds::default();
    for terms in &case.pack.grounds {
        let refusal = would::refuse(sheet, &Command::Decline(Box::new(proved(sheet, terms.id))));
        if let Some(refusal) = &refusal
            && !grounds::is_about_the_ground(refusal)
        {
            return Err(would::sentences(sheet, refusal));
        }
        let ground = Ground {
            id: words::id(&terms.id),
            name: words::sentence(words::names::ground(terms.id)),
            hint: format!(
                "{} ({})",
                words::sentence(&terms.says).trim_end_matches('.'),
                clause(&terms.clause).to_lowercase()
            ),
        };
        sorted.add(sheet, ground, refusal);
    }
    let from = case.complaint.contact.from.as_ref().map_or("The resident", |from| from.text());
    Ok(Questions {
        their_words: said::quote(case.complaint.contact.text.text(), from),
        ground: radios(sheet, &form, &sorted),
        points: points(sheet, &form),
        grounds: sorted,
        form,
    })
}

/// A refusal in which only the ground itself may be untrue.
fn proved(sheet: &Sheet, ground: Id) -> Decline {
    let complaint = &sheet.case.complaint;
    let first = complaint.points_at(Stage::One).first().map(|point| point.id.clone());
    let acknowledged = complaint.stage_1.acknowledged.is_some();
    Decline {
        ground: Some(ground),
        reasons: Words::said("because it is so"),
        circumstances: Words::said("looked at"),
        discretion: Some(Words::said("considered")),
        claim_form_filed_on: Some(sheet.today),
        particulars_filed_on: Some(sheet.today),
        earlier_case: Some(CaseId("earlier".to_owned())),
        // Once acknowledged, only a part can still be refused.
        points: if acknowledged { first.map(|id| vec![id]) } else { None },
        handling_accepted: acknowledged.then(|| Words::said("the rest")),
        body: Some(Words::said("somebody else")),
    }
}

/// The grounds that fit, each with what it must be proved by and what stays ours all the same.
fn radios(sheet: &Sheet, form: &Form, sorted: &Grounds) -> Choices {
    let mut radios = form.radios("ground", "Which ground?");
    for ground in &sorted.fitting {
        let id = &ground.id;
        radios = radios.option_with_hint(id, &ground.name, &ground.hint);
        let known = known::<Id>(id);
        radios = match known {
            Some(Id::CourtStarted) => radios
                .also(form.day("claim-form", "Day the claim form was filed at court"))
                .also(form.day("particulars", "Day the particulars of claim were filed")),
            Some(Id::AlreadyConsidered | Id::OmbudsmanDetermined) => {
                let name = format!("earlier-{id}");
                radios.also(form.text(&name, "Reference of the earlier case").code().width(20))
            }
            Some(Id::TooOld) => radios.also(
                form.area("discretion", "Why it is not looked at although it is old")
                    .hint("Think about safety, safeguarding, ill health, and whether it still goes on")
                    .rows(3),
            ),
            _ => radios,
        };
        let terms = known.and_then(|known| sheet.case.pack.ground(known));
        if let Some(ours) = terms.and_then(|terms| terms.still_ours.as_ref()) {
            let hint = format!("Still ours: {}", words::sentence(ours));
            let question = form
                .area(&format!("handling-{id}"), "The part that is taken on all the same")
                .hint(hint)
                .rows(2);
            radios = radios.also(question);
        }
    }
    radios
}

fn points(sheet: &Sheet, form: &Form) -> Option<Choices> {
    let points = sheet.case.complaint.points_at(Stage::One);
    if points.is_empty() {
        return None;
    }
    let ticks = form.ticks("points", "Which points?").hint("The others go on and are answered");
    Some(points.iter().enumerate().fold(ticks, |ticks, (place, point)| {
        ticks.option(&point.id, format!("Point {}: {}", place + 1, point.text.text()))
    }))
}

/// Reads the refusal.
pub fn read(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    Some(Asked::of(vec![command(form, case)?], "declined"))
}

/// The order that the form comes to.
pub fn command(form: &mut Reading<'_>, case: &Case) -> Option<Command> {
    let ground = form.choice("ground", "Choose a ground", known::<Id>);
    let reasons = form.required("reasons", "Enter your reasons for this complaint");
    let circumstances =
        form.required("circumstances", "Enter how this case was looked at on its own");
    let discretion = form.words("discretion");
    let claim_form_filed_on = form.optional_day("claim-form");
    let particulars_filed_on = form.optional_day("particulars");
    let chosen = ground.map_or_else(String::new, |it| words::id(&it));
    let earlier = form.words(&format!("earlier-{chosen}"));
    let body = form.words("body");
    let handling_accepted = form.words(&format!("handling-{chosen}"));
    let points: Vec<PointId> = form.ticked("points", |sent| Some(PointId(sent.to_owned())));
    if !case.complaint.points_at(Stage::One).is_empty() && points.is_empty() {
        form.wrong("points", "Choose the points that are refused");
    }
    let given = Decline {
        ground,
        reasons: Words::said(reasons?),
        circumstances: Words::said(circumstances?),
        discretion: discretion?.map(Words::said),
        claim_form_filed_on: claim_form_filed_on?,
        particulars_filed_on: particulars_filed_on?,
        earlier_case: earlier?.map(CaseId),
        points: (!points.is_empty()).then_some(points),
        handling_accepted: handling_accepted?.map(Words::said),
        body: body?.map(Words::said),
    };
    Some(Command::Decline(Box::new(given)))
}
