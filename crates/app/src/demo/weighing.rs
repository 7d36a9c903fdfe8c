//! What triage found in the sample complaints.

use redress_domain::command::{Command, Triage};
use redress_domain::vocabulary::{Category, Complexity, Course, Risk};

/// What triage found: most are simple or moderate, and somebody is at risk now and then.
pub(super) fn weighed(n: usize) -> Command {
    let risk = match n % 11 {
        4 => Risk::Raised,
        9 => Risk::Immediate,
        _ => Risk::None,
    };
    let complexity = [Complexity::Simple, Complexity::Moderate, Complexity::Complex];
    let complexity = complexity.get(n % 3).copied().unwrap_or(Complexity::Moderate);
    let early = complexity == Complexity::Simple && risk == Risk::None;
    Command::Triage(Triage {
        complexity: Some(complexity),
        vulnerable: Some(n.is_multiple_of(6)),
        risk: Some(risk),
        course: Some(if early { Course::EarlyAnswer } else { Course::Investigate }),
        categories: [Category::PoorService].into(),
        ..Triage::default()
    })
}
