//! Chapter 4 of the Code: who handles complaints.

use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;

pub(super) const PROVISIONS: &[Provision] = &[
    said(
        "4.1",
        "A person or team is in charge, deals with the Ombudsman and reports upward",
        &[Topic::ComplaintsTeam, Topic::OmbudsmanLiaison, Topic::ReportedUpward],
    ),
    said(
        "4.2",
        "They reach staff of every level and have the authority to settle",
        &[Topic::AccessToStaff, Topic::AuthorityToSettle],
    ),
    said(
        "4.3",
        "Complaint handling is a priority, trained for and given what it needs",
        &[Topic::Training, Topic::CoreService],
    ),
];
