//! Chapter 6 of the Code: the two stages, their limits and their letters.

use crate::check::Compared;
use crate::check::letters::DECISION;
use crate::check::part::Part;
use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;
use crate::vocabulary::Stage;

pub(super) const PROVISIONS: &[Provision] = &[
    said("6.1", "Complaints are sorted by complexity and by risk", &[Topic::Triage]),
    said(
        "6.2",
        "Acknowledged, defined and logged within five working days",
        &[Topic::LoggedInTimeStageOne],
    )
    .measured(|compared| opened(compared, Stage::One)),
    said("6.3", "Answered within ten working days of the acknowledgement", &[])
        .measured(|compared| vec![compared.answered(Stage::One)]),
    said("6.4", "Put off by ten working days at most, with the new day and the reason", &[])
        .measured(|compared| extended(compared, Stage::One)),
    said("6.5", "A notice of extension gives the Ombudsman's details", &[])
        .measured(|compared| ombudsman_in_notices(compared, Stage::One)),
    said(
        "6.6",
        "The answer goes when it is known; promised work is tracked",
        &[Topic::AnsweredWhenKnown, Topic::ActionsTracked],
    ),
    said(
        "6.7",
        "Every point is answered, with reasons and what they rest on",
        &[Topic::EveryPointStageOne],
    )
    .measured(|compared| reasoned(compared, Stage::One)),
    said(
        "6.8",
        "Related points join until the answer; others become complaints of their own",
        &[Topic::FurtherPointsJoin, Topic::FurtherPointsSeparate],
    ),
    said("6.9", "Seven things in writing, in plain words", &[Topic::PlainLanguageStageOne])
        .measured(|compared| written(compared, Stage::One, ("escalation", "the way to stage 2"))),
    said(
        "6.10",
        "What is not resolved, in whole or part, moves to stage 2",
        &[Topic::UnresolvedGoesOn],
    )
    .measured(window),
    said(
        "6.11",
        "A request for stage 2 is acknowledged, defined and logged within five working days",
        &[Topic::LoggedInTimeStageTwo],
    )
    .measured(|compared| opened(compared, Stage::Two)),
    said(
        "6.12",
        "No reason is demanded; the landlord tries to understand",
        &[Topic::NoReasonNeeded, Topic::EffortToUnderstand],
    ),
    said("6.13", "Somebody else considers stage 2", &[]).measured(independent),
    said("6.14", "Answered within twenty working days of the acknowledgement", &[])
        .measured(|compared| vec![compared.answered(Stage::Two)]),
    said("6.15", "Put off by twenty working days at most, with the new day and the reason", &[])
        .measured(|compared| extended(compared, Stage::Two)),
    said("6.16", "A notice of extension gives the Ombudsman's details", &[])
        .measured(|compared| ombudsman_in_notices(compared, Stage::Two)),
    said(
        "6.17",
        "The answer goes when it is known; promised work is tracked",
        &[Topic::AnsweredWhenKnown, Topic::ActionsTracked],
    ),
    said(
        "6.18",
        "Every point is answered, with reasons and what they rest on",
        &[Topic::EveryPointStageTwo],
    )
    .measured(|compared| reasoned(compared, Stage::Two)),
    said(
        "6.19",
        "Seven things in writing, in plain words, with the way to the Ombudsman",
        &[Topic::PlainLanguageStageTwo],
    )
    .measured(|compared| written(compared, Stage::Two, ("ombudsman", "the way to the Ombudsman"))),
    said(
        "6.20",
        "Stage 2 is the last answer, and all suitable staff have a part in it",
        &[Topic::FinalAnswer, Topic::AllSuitableStaff],
    ),
];

fn opened(compared: &Compared<'_>, stage: Stage) -> Vec<Part> {
    let number = stage.number();
    let name = format!("the acknowledgement of stage {number}");
    let letter = format!("acknowledgement-stage-{number}");
    let defined = compared.letter_holds(&letter, &name, &[("definition", "the definition")]);
    vec![compared.acknowledged(stage), defined]
}

fn extended(compared: &Compared<'_>, stage: Stage) -> Vec<Part> {
    vec![
        compared.put_off(stage),
        compared.notices_hold(stage, ("new-date", "the new day")),
        compared.notices_hold(stage, ("reason", "the reason")),
    ]
}

fn ombudsman_in_notices(compared: &Compared<'_>, stage: Stage) -> Vec<Part> {
    vec![compared.notices_hold(stage, ("ombudsman", "the way to the Ombudsman"))]
}

fn reasoned(compared: &Compared<'_>, stage: Stage) -> Vec<Part> {
    let number = stage.number();
    let name = format!("the answer of stage {number}");
    let blocks = [("reasons", "the reasons"), ("sources", "the rules they rest on")];
    vec![compared.letter_holds(&format!("response-stage-{number}"), &name, &blocks)]
}

fn written(compared: &Compared<'_>, stage: Stage, last: (&'static str, &'static str)) -> Vec<Part> {
    let number = stage.number();
    let name = format!("the answer of stage {number}");
    let mut blocks = DECISION.to_vec();
    blocks.push(last);
    vec![compared.letter_holds(&format!("response-stage-{number}"), &name, &blocks)]
}

/// Who is barred from stage 2, or a statement about it.
fn independent(compared: &Compared<'_>) -> Vec<Part> {
    let recorded = compared.recorded(Topic::SomebodyElseDecides);
    match &compared.pack.escalation.independence {
        _ if !recorded.is_empty() => recorded,
        Some(rule) => vec![Part::meets(&rule.clause, "nobody of stage 1 decides stage 2")],
        None => compared.needed(Topic::SomebodyElseDecides),
    }
}

/// The Code sets no limit for asking.
fn window(compared: &Compared<'_>) -> Vec<Part> {
    let Some(window) = &compared.pack.escalation.window else { return Vec::new() };
    let why = format!(
        "the Code sets no limit for asking for stage 2 and this policy one of {}, so much depends \
         on how late requests are taken",
        window.length
    );
    let mend = "set no limit for asking, or take late requests on unless there is a sound reason";
    let clauses = format!("{}, {}", window.clause, window.late_clause);
    vec![Part::at_risk(&clauses, why).mended_by(mend)]
}
