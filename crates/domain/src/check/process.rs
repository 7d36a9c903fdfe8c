//! Chapter 5 of the Code: how complaints are handled.

use crate::check::Compared;
use crate::check::part::Part;
use crate::check::provision::{Provision, said};
use crate::policy::UpdatesWanted;
use crate::policy::statement::Topic;
use crate::vocabulary::{EscalationGround, Stage};

pub(super) const PROVISIONS: &[Provision] = &[
    said(
        "5.1",
        "One policy for all complaints; nobody is worse off for having complained",
        &[Topic::NoWorseTreatment],
    )
    .heeding(&[Topic::OnePolicy]),
    said("5.2", "Things are settled early; there is no step before or between the stages", &[])
        .heeding(&[Topic::EarlySettlement, Topic::NoStepBetween])
        .measured(step_before),
    said("5.3", "Two stages, never more", &[]).heeding(&[Topic::TwoStages]),
    said(
        "5.4",
        "The answer of a third party is one of the two stages",
        &[Topic::ThirdPartyInTheStages],
    ),
    said("5.5", "Third parties keep to the Code", &[Topic::ThirdPartiesKeepTheCode]),
    said(
        "5.6",
        "The complaint is defined at both stages; what is unclear is asked",
        &[Topic::ComplaintDefinition, Topic::UnclearAsked],
    )
    .measured(defined_in_both_letters),
    said("5.7", "It is plain which parts are the landlord's", &[Topic::ResponsibilityClear]),
    said(
        "5.8",
        "On the merits, with a hearing, free of conflicts, on the evidence",
        &[Topic::OwnMeritsAndEvidence, Topic::FairHearing, Topic::ConflictsDealtWith],
    ),
    said("5.9", "News is agreed when an answer takes longer", &[]).measured(updates),
    said(
        "5.10",
        "Adjustments are made, recorded and reviewed; disabilities are recorded",
        &[Topic::AdjustmentsMade, Topic::NeedsRecorded, Topic::AdjustmentsReviewed],
    ),
    said(
        "5.11",
        "Stage 2 is refused only on the grounds of chapter 2, with the reasons",
        &[Topic::EscalationRefusalExplained],
    )
    .measured(refusing_stage_2),
    said("5.12", "A full record is kept", &[Topic::FullRecord]),
    said("5.13", "A complaint can be put right at any stage", &[Topic::RemedyAtAnyStage]),
    said(
        "5.14",
        "Behaviour is dealt with under a policy; restrictions are evidenced and reviewed",
        &[Topic::BehaviourPolicy, Topic::RestrictionsEvidenced, Topic::RestrictionsReviewed],
    ),
    said(
        "5.15",
        "Restrictions are proportionate and heed the Equality Act",
        &[Topic::RestrictionsProportionate, Topic::RestrictionsAndEquality],
    )
    .measured(behaviour_ends_nothing),
];

/// A request for service is the Code's own word (1.4). A track with a name and a clock of its own
/// is what the Code calls a stage 0.
fn step_before(compared: &Compared<'_>) -> Vec<Part> {
    let Some(track) = &compared.pack.service_requests else { return Vec::new() };
    if track.name.to_lowercase().contains("service request") || track.first_contact.is_none() {
        return Vec::new();
    }
    let why = format!("{} is a named step with a limit of its own before the stages", track.name);
    let mend = "put the service right without a name for it, and beside the complaint";
    vec![Part::conflict(&track.clause, why).mended_by(mend)]
}

fn defined_in_both_letters(compared: &Compared<'_>) -> Vec<Part> {
    let blocks = [("definition", "the definition"), ("outcomes", "the outcomes sought")];
    let letter = |stage: Stage| {
        let number = stage.number();
        let name = format!("the acknowledgement of stage {number}");
        compared.letter_holds(&format!("acknowledgement-stage-{number}"), &name, &blocks)
    };
    vec![letter(Stage::One), letter(Stage::Two)]
}

/// An extension goes past the Code's own limit at once, so every one has to agree a rhythm; a
/// policy that agrees it for each complaint from the start needs no more.
fn updates(compared: &Compared<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let from_the_start = compared.promises(Topic::UpdatesAgreed);
    for stage in [Stage::One, Stage::Two] {
        let Some(terms) = &compared.pack.stage(stage).extension else { continue };
        let number = stage.number();
        let mend = format!(
            "agree with the resident at every extension of stage {number} how often they hear"
        );
        match terms.updates {
            UpdatesWanted::Always => {
                let why = "every extension agrees how often the resident hears";
                parts.push(Part::meets(&terms.updates_clause, why));
            }
            UpdatesWanted::PastLimit | UpdatesWanted::Never if from_the_start => {}
            UpdatesWanted::PastLimit => {
                let why = format!(
                    "at stage {number} news is agreed only past the first {} of extension",
                    terms.length
                );
                parts.push(Part::conflict(&terms.updates_clause, why).mended_by(mend));
            }
            UpdatesWanted::Never => {
                let why = format!("that news is agreed when stage {number} takes longer");
                parts.push(Part::silent(&why).mended_by(mend));
            }
        }
    }
    if from_the_start {
        parts.extend(compared.needed(Topic::UpdatesAgreed));
    } else {
        parts.extend(compared.recorded(Topic::UpdatesAgreed));
    }
    if parts.is_empty() {
        parts.extend(compared.needed(Topic::UpdatesAgreed));
    }
    parts
}

/// The Code's reasons are those of its chapter 2, and being late is none of them.
fn refusing_stage_2(compared: &Compared<'_>) -> Vec<Part> {
    let terms = &compared.pack.escalation;
    let blocks = [("reasons", "the reasons"), ("ombudsman", "the way to the Ombudsman")];
    let mut parts = vec![compared.letter_holds(
        "escalation-declined",
        "the letter that refuses stage 2",
        &blocks,
    )];
    for ground in &terms.decline {
        let why = match ground {
            EscalationGround::Exclusion => continue,
            EscalationGround::OutOfTime => {
                let clause =
                    terms.window.as_ref().map_or(&terms.decline_clause, |w| &w.late_clause);
                let why = "stage 2 may be refused for asking late, which is fair only where the \
                           circumstances are weighed each time";
                let mend = "weigh each late request, or set no limit for asking";
                parts.push(Part::at_risk(clause, why).mended_by(mend));
                continue;
            }
            EscalationGround::OutOfOurPower => {
                "stage 2 may be refused where the wish is beyond the landlord's power"
            }
            EscalationGround::AlreadyResolved => {
                "stage 2 may be refused where the landlord takes the matter for settled"
            }
            EscalationGround::Behaviour => "stage 2 may be refused for how somebody behaves",
            EscalationGround::UpheldAndOffered => {
                "stage 2 may be refused because stage 1 agreed and offered something"
            }
        };
        let mend = "refuse stage 2 only on a ground for which a complaint may be declined";
        let clause = terms.decline_clauses.get(ground).unwrap_or(&terms.decline_clause);
        parts.push(Part::conflict(clause, why).mended_by(mend));
    }
    parts
}

fn behaviour_ends_nothing(compared: &Compared<'_>) -> Vec<Part> {
    let closing = &compared.pack.closing;
    if !closing.behaviour {
        return Vec::new();
    }
    let why = "how somebody behaves can end the complaint itself";
    let mend = "limit how somebody gets in touch, and answer the complaint all the same";
    let clause = closing.behaviour_clause.as_deref().or(closing.clause.as_deref());
    vec![Part::conflict(clause.unwrap_or_default(), why).mended_by(mend)]
}
