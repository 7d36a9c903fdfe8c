//! How things stand when a script is through and time has passed.

use redress_domain::clock::Clock;
use redress_domain::complaint::Complaint;
use redress_domain::ids::CaseId;

use crate::rehearsal::read::FIRST_CASE;
use crate::rehearsal::shown::{CaseEnd, Cases, ClockShown, End};

/// The end of all cases, in the order in which they were opened; `clocks` tells those of one.
pub fn of(
    cases: &[(CaseId, Complaint)],
    clocks: impl Fn(&CaseId, &Complaint) -> Vec<ClockShown>,
) -> End {
    let ends: Vec<(String, CaseEnd)> = cases
        .iter()
        .map(|(label, complaint)| (label.0.clone(), of_case(complaint, clocks(label, complaint))))
        .collect();
    let first = ends.first().map(|(_, case)| (case.stage, case.state));
    let named = |of: fn(&CaseEnd) -> &Vec<String>| {
        ends.iter()
            .flat_map(|(label, case)| of(case).iter().map(move |it| in_case(label, it)))
            .collect()
    };
    End {
        stage: first.map(|(stage, _)| stage),
        state: first.map(|(_, state)| state),
        clocks: ends.iter().flat_map(|(_, case)| case.clocks.iter().cloned()).collect(),
        open_actions: named(|case| &case.open_actions),
        breaches: named(|case| &case.breaches),
        cases: Cases(ends),
    }
}

fn of_case(complaint: &Complaint, clocks: Vec<ClockShown>) -> CaseEnd {
    CaseEnd {
        stage: complaint.stage().number(),
        state: complaint.state(),
        breaches: clocks.iter().map(|it| &it.clock).filter_map(breach).collect(),
        clocks,
        open_actions: complaint.open_actions().map(|it| it.id.0.clone()).collect(),
    }
}

fn breach(clock: &Clock) -> Option<String> {
    clock.is_breach().then(|| clock.label())
}

/// Labels of other cases than the first say which.
fn in_case(label: &str, what: &str) -> String {
    if label == FIRST_CASE { what.to_owned() } else { format!("{label}:{what}") }
}
