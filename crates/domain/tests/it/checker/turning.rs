//! One thing of a policy is changed at a time: exactly the provisions that should turn, turn.

use redress_domain::check::Verdict::{AtRisk, Conflict, Meets, Silent, Stricter};
use redress_domain::check::{Verdict, provisions};
use redress_domain::policy::{
    Cadence, FirstExtension, GroundTerms, Limit, Pack, Reader, ReportTerms, Start, Strength,
    UpdatesWanted, Wanted, Window,
};
use redress_domain::vocabulary::{EscalationGround, Ground};

use super::{pack, verdicts};

/// What is changed, and what turns into what.
type Case = (&'static str, fn(&mut Pack), &'static [(&'static str, Verdict)]);

fn lasting(limit: &mut Limit, length: &str) {
    limit.length = length.parse().unwrap();
}

fn ground(pack: &mut Pack, id: Ground, still_ours: Option<&str>) {
    pack.grounds.push(GroundTerms {
        id,
        clause: "2.2".to_owned(),
        says: "A ground of its own.".to_owned(),
        still_ours: still_ours.map(str::to_owned),
        still_ours_clause: None,
        goes_to: None,
        not_a_complaint: false,
        routes_only: false,
        needs: None,
        period: None,
        confidential_clause: None,
    });
}

fn window(length: &str) -> Window {
    Window {
        length: length.parse().unwrap(),
        clause: "6.10".to_owned(),
        from_receipt: false,
        arrival: None,
        late_clause: "6.10".to_owned(),
        rethink_clause: None,
        printed: None,
    }
}

fn lacking(pack: &mut Pack, letter: &str, block: &str) {
    pack.letters.get_mut(letter).unwrap().remove(block).unwrap();
}

fn report(pack: &mut Pack, every: Cadence, to: &[Reader]) {
    pack.reports.push(ReportTerms {
        audience: "Somebody".to_owned(),
        to: to.to_vec(),
        every,
        clause: "9.7".to_owned(),
        holds: Vec::new(),
    });
}

const CASES: &[Case] = &[
    // Who hears how often.
    (
        "reports, and none of them is yearly",
        |p| report(p, Cadence::Quarter, &[Reader::GoverningBody]),
        &[("8.1", AtRisk)],
    ),
    (
        "the governing body hears once a year",
        |p| report(p, Cadence::Year, &[Reader::GoverningBody]),
        &[("9.7", Conflict)],
    ),
    (
        "the yearly report goes to the executives alone",
        |p| report(p, Cadence::Year, &[Reader::Leaders]),
        &[("8.2", Conflict)],
    ),
    (
        "the member responsible for complaints hears once a year",
        |p| {
            report(p, Cadence::Month, &[Reader::GoverningBody]);
            report(p, Cadence::Year, &[Reader::ResponsibleMember, Reader::GoverningBody]);
        },
        &[("9.6", AtRisk)],
    ),
    (
        "everybody hears as the Code asks",
        |p| {
            report(p, Cadence::Quarter, &[Reader::GoverningBody, Reader::ResponsibleMember]);
            report(p, Cadence::Year, &[Reader::GoverningBody, Reader::Public]);
        },
        &[],
    ),
    // Limits.
    (
        "a day more to acknowledge",
        |p| lasting(&mut p.stage_1.acknowledgement, "6 working days"),
        &[("6.2", Conflict), ("6.3", Conflict)],
    ),
    (
        "two days to acknowledge",
        |p| lasting(&mut p.stage_1.acknowledgement, "2 working days"),
        &[("6.2", Stricter), ("6.3", Stricter)],
    ),
    (
        "five calendar days to acknowledge",
        |p| lasting(&mut p.stage_1.acknowledgement, "5 days"),
        &[("6.2", Stricter), ("6.3", Stricter)],
    ),
    (
        "a week to acknowledge",
        |p| lasting(&mut p.stage_1.acknowledgement, "1 week"),
        &[("6.2", AtRisk), ("6.3", AtRisk)],
    ),
    (
        "a month to acknowledge",
        |p| lasting(&mut p.stage_1.acknowledgement, "1 month"),
        &[("6.2", Conflict), ("6.3", Conflict)],
    ),
    (
        "acknowledged from a form",
        |p| p.stage_1.acknowledgement.from = Start::Form,
        &[("6.2", Conflict), ("6.3", Conflict)],
    ),
    (
        "answered from logging, logged in time",
        |p| p.stage_1.response.from = Start::Logging,
        &[("6.3", Stricter)],
    ),
    (
        "answered from assignment",
        |p| p.stage_1.response.from = Start::Assignment,
        &[("6.3", Conflict)],
    ),
    ("answered from receipt", |p| p.stage_1.response.from = Start::Receipt, &[("6.3", Stricter)]),
    (
        "fifteen days from receipt",
        |p| {
            p.stage_1.response.from = Start::Receipt;
            lasting(&mut p.stage_1.response, "15 working days");
        },
        &[("6.3", AtRisk)],
    ),
    (
        "sixteen days from receipt",
        |p| {
            p.stage_1.response.from = Start::Receipt;
            lasting(&mut p.stage_1.response, "16 working days");
        },
        &[("6.3", Conflict)],
    ),
    (
        "a day more to answer",
        |p| lasting(&mut p.stage_1.response, "11 working days"),
        &[("6.3", Conflict)],
    ),
    (
        "a day less to answer",
        |p| lasting(&mut p.stage_1.response, "9 working days"),
        &[("6.3", Stricter)],
    ),
    (
        "stage 2 acknowledged late",
        |p| lasting(&mut p.stage_2.acknowledgement, "10 working days"),
        &[("6.11", Conflict), ("6.14", Conflict)],
    ),
    (
        "stage 2 answered from receipt",
        |p| p.stage_2.response.from = Start::Receipt,
        &[("6.14", Stricter)],
    ),
    (
        "stage 2 answered in 40 days",
        |p| lasting(&mut p.stage_2.response, "40 working days"),
        &[("6.14", Conflict)],
    ),
    // Extensions.
    ("no extension", |p| p.stage_1.extension = None, &[("6.4", Stricter)]),
    (
        "a shorter extension",
        |p| p.stage_2.extension.as_mut().unwrap().length = "10 working days".parse().unwrap(),
        &[("6.15", Stricter)],
    ),
    (
        "a longer extension",
        |p| p.stage_1.extension.as_mut().unwrap().length = "20 working days".parse().unwrap(),
        &[("6.4", Conflict)],
    ),
    (
        "no rhythm of updates within the limit",
        |p| {
            p.stage_1.extension.as_mut().unwrap().updates = UpdatesWanted::PastLimit;
            unsay(p, "updates-agreed");
        },
        &[("5.9", Conflict)],
    ),
    (
        "no rhythm of updates at all",
        |p| {
            for stage in [&mut p.stage_1, &mut p.stage_2] {
                stage.extension.as_mut().unwrap().updates = UpdatesWanted::Never;
            }
            unsay(p, "updates-agreed");
        },
        &[("5.9", Silent)],
    ),
    // Age, window, grounds.
    ("six months", |p| p.age.limit = "6 months".parse().unwrap(), &[("2.3", Conflict)]),
    ("a year", |p| p.age.limit = "1 year".parse().unwrap(), &[]),
    ("two years", |p| p.age.limit = "2 years".parse().unwrap(), &[("2.3", Stricter)]),
    ("the day it was noticed does not count", |p| p.age.awareness = false, &[("2.3", Conflict)]),
    ("no discretion", |p| p.age.discretion = false, &[("2.3", Conflict)]),
    ("a window", |p| p.escalation.window = Some(window("10 working days")), &[("6.10", AtRisk)]),
    (
        "refused when late",
        |p| {
            p.escalation.window = Some(window("6 weeks"));
            p.escalation.decline.push(EscalationGround::OutOfTime);
        },
        &[("5.11", AtRisk), ("6.10", AtRisk)],
    ),
    (
        "refused when beyond its power",
        |p| p.escalation.decline.push(EscalationGround::OutOfOurPower),
        &[("5.11", Conflict)],
    ),
    (
        "refused for behaviour",
        |p| p.escalation.decline.push(EscalationGround::Behaviour),
        &[("5.11", Conflict)],
    ),
    ("a ground without carve-out", |p| ground(p, Ground::Vexatious, None), &[("2.2", Conflict)]),
    (
        "a ground with carve-out",
        |p| ground(p, Ground::RentReview, Some("How it was worked out.")),
        &[("2.2", AtRisk)],
    ),
    ("a ground that is no complaint", |p| ground(p, Ground::Suggestion, None), &[]),
    ("staff kept out", |p| ground(p, Ground::EmployeeConduct, None), &[("1.2", Conflict)]),
    (
        "staff partly kept out",
        |p| ground(p, Ground::EmployeeConduct, Some("The service.")),
        &[("1.2", AtRisk)],
    ),
    ("councillors kept out", |p| ground(p, Ground::MemberEnquiry, None), &[("1.3", Conflict)]),
    ("lawyers kept out", |p| ground(p, Ground::LegalRepresentative, None), &[("3.6", Conflict)]),
    ("no grounds", |p| p.grounds.clear(), &[("2.2", Silent)]),
    ("behaviour may end it", |p| p.closing.behaviour = true, &[("5.15", Conflict)]),
    // Letters.
    (
        "no Ombudsman in the first notice",
        |p| lacking(p, "extension-stage-1", "ombudsman"),
        &[("6.5", Conflict)],
    ),
    (
        "the Ombudsman for whoever does not agree",
        |p| {
            let clause = p.letters["extension-stage-2"]["ombudsman"].clone();
            let first = FirstExtension {
                when: "Where the answer is not known yet.".into(),
                clause: "6.15".into(),
                exceptional: Wanted::Asked,
                agreement: Wanted::Asked,
                disagreement_clause: Some(clause),
            };
            p.stage_2.extension.as_mut().unwrap().first = Some(first);
        },
        &[("6.16", AtRisk)],
    ),
    (
        "no Ombudsman in a further notice",
        |p| lacking(p, "further-extension-stage-2", "ombudsman"),
        &[("6.16", AtRisk)],
    ),
    (
        "no Ombudsman in any notice",
        |p| {
            lacking(p, "extension-stage-1", "ombudsman");
            lacking(p, "further-extension-stage-1", "ombudsman");
        },
        &[("6.5", Silent)],
    ),
    (
        "no reason in the first notice",
        |p| lacking(p, "extension-stage-2", "reason"),
        &[("6.15", Conflict)],
    ),
    (
        "no new day in the first notice",
        |p| lacking(p, "extension-stage-1", "new-date"),
        &[("6.4", Conflict)],
    ),
    (
        "an answer without the remedy",
        |p| lacking(p, "response-stage-1", "remedy"),
        &[("6.9", Conflict)],
    ),
    (
        "an answer without the Ombudsman",
        |p| lacking(p, "response-stage-2", "ombudsman"),
        &[("6.19", Conflict)],
    ),
    (
        "an answer without sources",
        |p| lacking(p, "response-stage-2", "sources"),
        &[("6.18", Conflict)],
    ),
    (
        "an answer without reasons",
        |p| lacking(p, "response-stage-1", "reasons"),
        &[("6.7", Conflict), ("6.9", Conflict)],
    ),
    (
        "a refusal without the Ombudsman",
        |p| lacking(p, "not-accepted", "ombudsman"),
        &[("2.4", Conflict)],
    ),
    (
        "no letter of refusal",
        |p| {
            p.letters.remove("not-accepted");
        },
        &[("2.4", Silent)],
    ),
    (
        "stage 2 refused without the Ombudsman",
        |p| lacking(p, "escalation-declined", "ombudsman"),
        &[("5.11", Conflict)],
    ),
    (
        "an acknowledgement without the outcomes",
        |p| lacking(p, "acknowledgement-stage-2", "outcomes"),
        &[("5.6", Conflict)],
    ),
    (
        "an acknowledgement without the definition",
        |p| lacking(p, "acknowledgement-stage-1", "definition"),
        &[("5.6", Conflict), ("6.2", Silent)],
    ),
];

/// Takes back what is said on a topic, in a statement and in the clause of a duty.
fn unsay(pack: &mut Pack, topic: &str) {
    let before = pack.statements.len();
    pack.statements.retain(|statement| serde_json::to_value(statement.topic).unwrap() != topic);
    assert_eq!(pack.statements.len() + 1, before, "{topic}");
    pack.clauses.clear();
}

fn assert_turns(name: &str, changed: &Pack, wanted: &[(&str, Verdict)]) {
    let turned: Vec<(&str, Verdict)> =
        verdicts(changed).into_iter().filter(|(_, verdict)| *verdict != Meets).collect();
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    assert_eq!(turned, wanted, "{name}");
}

#[test]
fn a_changed_parameter_turns_its_provisions_and_no_other() {
    for (name, change, wanted) in CASES {
        let mut changed = pack("code-2024");
        change(&mut changed);
        assert_turns(name, &changed, wanted);
    }
}

/// The provisions that a statement of the Code bears on: its own, and where one promise serves two.
fn borne_on(topic: &str, clause: &'static str) -> Vec<&'static str> {
    match topic {
        "answered-when-known" | "actions-tracked" => vec!["6.17", "6.6"],
        _ => vec![clause],
    }
}

#[test]
fn a_statement_turned_round_turns_the_provision_it_bears_on_and_no_other() {
    let code = redress_domain::policy::shipped::pack("code-2024").unwrap();
    for (strength, verdict) in [(Strength::Depends, AtRisk), (Strength::Against, Conflict)] {
        for (place, statement) in code.statements.iter().enumerate() {
            let mut changed = code.clone();
            changed.statements[place].strength = strength;
            let topic = serde_json::to_value(statement.topic).unwrap();
            let topic = topic.as_str().unwrap();
            let mut wanted: Vec<(&str, Verdict)> = borne_on(topic, &statement.clause)
                .into_iter()
                .map(|number| (number, verdict))
                .collect();
            // A start at logging is bounded only by the promise to log in time; not used here.
            wanted.sort_unstable();
            assert_turns(topic, &changed, &wanted);
        }
    }
}

#[test]
fn an_empty_policy_of_words_is_silent_and_nowhere_in_conflict() {
    let mut bare = pack("code-2024");
    bare.statements.clear();
    bare.clauses.clear();
    let verdicts = verdicts(&bare);
    let silent = verdicts.values().filter(|verdict| **verdict == Silent).count();
    assert!(50 < silent, "{silent}");
    assert!(!verdicts.values().any(|verdict| *verdict == Conflict));
}

#[test]
fn answered_from_logging_without_a_promise_to_log_in_time_may_take_for_ever() {
    let mut changed = pack("code-2024");
    changed.stage_1.response.from = Start::Logging;
    unsay(&mut changed, "logged-in-time-stage-one");
    assert_eq!(verdicts(&changed)["6.3"], Conflict);
}

#[test]
fn every_provision_can_turn() {
    let mut worst = pack("code-2024");
    for statement in &mut worst.statements {
        statement.strength = Strength::Against;
    }
    for (_, change, _) in CASES.iter().filter(|(name, ..)| {
        ["sixteen days from receipt", "stage 2 answered in 40 days", "a longer extension"]
            .contains(name)
    }) {
        change(&mut worst);
    }
    lacking(&mut worst, "extension-stage-1", "ombudsman");
    lacking(&mut worst, "extension-stage-2", "ombudsman");
    lacking(&mut worst, "extension-stage-2", "reason");
    ground(&mut worst, Ground::Vexatious, None);
    let verdicts = verdicts(&worst);
    for provision in provisions() {
        assert_eq!(verdicts[provision.number], Conflict, "{}", provision.number);
    }
}
