//! Chapters 7 to 9 of the Code: putting right, the yearly report, scrutiny and learning.

use crate::check::cadence;
use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;

pub(super) const PROVISIONS: &[Provision] = &[
    said("7.1", "Fault is admitted, and what is done about it set out", &[Topic::FaultAdmitted]),
    said("7.2", "A remedy fits the effect of the fault", &[Topic::RemedyFitsImpact]),
    said(
        "7.3",
        "A remedy says what and by when, is agreed and carried through",
        &[Topic::RemedySaysWhatAndWhen, Topic::RemedyFollowedThrough],
    ),
    said("7.4", "The Ombudsman's guidance on remedies is weighed", &[Topic::RemediesGuidance]),
    said("8.1", "A yearly report with its six parts", &[Topic::AnnualReport])
        .measured(cadence::yearly),
    said(
        "8.2",
        "To the governing body and on the website, with its response beside it",
        &[Topic::ReportToGoverningBody, Topic::ReportPublished],
    )
    .measured(cadence::to_the_governing_body),
    said(
        "8.3",
        "The self-assessment again after a restructure, merger or change",
        &[Topic::ReassessedAfterChange],
    ),
    said("8.4", "The self-assessment again when the Ombudsman asks", &[Topic::ReassessedWhenAsked]),
    said(
        "8.5",
        "When something exceptional happens: told, published, with a day of return",
        &[Topic::ExceptionalEvents],
    ),
    said("9.1", "Looking beyond the single case", &[Topic::LearningBeyondTheCase]),
    said("9.2", "Complaints as a source of intelligence", &[Topic::ComplaintsAsIntelligence]),
    said("9.3", "Learning is reported back", &[Topic::LearningReported])
        .measured(cadence::reported_back),
    said("9.4", "A senior person is accountable and weighs themes", &[Topic::SeniorLead]),
    said(
        "9.5",
        "A member of the governing body is responsible for complaints",
        &[Topic::MrcAppointed],
    ),
    said("9.6", "That member is informed, has access and reports", &[Topic::MrcInformed])
        .measured(cadence::to_the_member),
    said(
        "9.7",
        "The governing body gets four things",
        &[
            Topic::GoverningBodyFigures,
            Topic::GoverningBodyThemes,
            Topic::GoverningBodyOmbudsman,
            Topic::GoverningBodyAnnualReport,
        ],
    )
    .measured(cadence::to_the_board),
    said(
        "9.8",
        "Staff and third parties share one objective in three parts",
        &[Topic::ObjectiveTogether, Topic::ObjectiveCollective, Topic::ObjectiveProfessional],
    ),
];
