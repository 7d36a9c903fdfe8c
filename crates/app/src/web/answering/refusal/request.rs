//! Declining a request for stage 2, on one ground of the policy that is true.

use redress_domain::command::Command;
use redress_domain::personal::Words;
use redress_domain::vocabulary::EscalationGround;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet};
use crate::web::answering::refusal::grounds::{self, Ground, Grounds};
use crate::web::answering::would;
use crate::web::complaint::options::known;
use crate::web::part::check::clause;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::words;

/// The questions of the page.
pub struct Questions {
    pub form: Form,
    pub grounds: Grounds,
    pub ground: Choices,
    /// Why it cannot be declined at all, where that is so.
    pub barred: Option<String>,
}

/// The questions over a case.
pub fn of(sheet: &Sheet) -> Questions {
    let form = sheet.form("refusal/stage-2");
    let terms = &sheet.case.pack.escalation;
    let mut sorted = Grounds::default();
    let mut barred = None;
    for ground in &terms.decline {
        let refusal = would::refuse(
            sheet,
            &Command::DeclineEscalation {
                ground: Some(*ground),
                reasons: Words::said("because it is so"),
                circumstances: Some(Words::said("looked at")),
            },
        );
        if let Some(refusal) = &refusal
            && !grounds::is_about_the_ground(refusal)
        {
            barred = Some(would::sentences(sheet, refusal));
            break;
        }
        let reason = words::sentence(words::names::escalation_ground_reason(*ground));
        let ground = Ground {
            id: words::id(ground),
            name: words::sentence(words::names::escalation_ground(*ground)),
            hint: format!("{reason} ({})", clause(&terms.decline_clause).to_lowercase()),
        };
        sorted.add(sheet, ground, refusal);
    }
    let radios = form.radios("ground", "Which ground?");
    Questions {
        ground: sorted.fitting.iter().fold(radios, |radios, ground| {
            radios.option_with_hint(&ground.id, &ground.name, &ground.hint)
        }),
        grounds: sorted,
        barred,
        form,
    }
}

/// Reads the refusal.
pub fn read(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    Some(Asked::of(vec![command(form, case)?], "declined"))
}

/// The order that the form comes to.
pub fn command(form: &mut Reading<'_>, _: &Case) -> Option<Command> {
    let ground = form.choice("ground", "Choose a ground", known::<EscalationGround>);
    let reasons = form.required("reasons", "Enter your reasons");
    let circumstances =
        form.required("circumstances", "Enter how this request was looked at on its own");
    Some(Command::DeclineEscalation {
        ground: Some(ground?),
        reasons: Words::said(reasons?),
        circumstances: Some(Words::said(circumstances?)),
    })
}
