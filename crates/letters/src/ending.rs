//! Letters where a case turns or ends: a late request taken on, a withdrawal, a closure.

use jiff::civil::Date;
use redress_domain::vocabulary::ClosingReason;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::book::Fill;
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::ActionFacts;
use crate::response::putting_right::{open_header, open_row};
use crate::tongue::Tongue;
use crate::wording::phrase;

/// What the decision on a late request for stage 2 needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateEscalationFacts {
    pub frame: Frame,
    pub asked_on: Date,
    pub window_ended_on: Date,
    /// The circumstances that we weighed.
    pub why: String,
    pub acknowledge_by: Date,
}

/// A late request for stage 2 is taken on (derive-2024 7.1.10).
pub fn late_escalation_decision(facts: &LateEscalationFacts) -> Letter {
    let mut draft = Draft::of(&facts.frame, LetterId::LateEscalationDecision, Some(2), &[]);
    let t = draft.t;
    let (asked, last) = (t.day(facts.asked_on), t.day(facts.window_ended_on));
    let fill: Fill<'_> = &[("asked", &asked), ("last", &last)];
    let mut accepted = t.pieces("late-escalation-asked", fill);
    let why = t.written(&facts.why);
    if !why.is_empty() {
        accepted.extend(t.pieces("late-escalation-why", &[]));
        accepted.extend(why);
    }
    draft.written(BlockId::AcceptedLate, accepted);
    draft.tell(BlockId::NextStep, "late-escalation-next", &[]);
    let by = t.day(facts.acknowledge_by);
    draft.tell(BlockId::ResponseDate, "late-escalation-by", &[("day", &by)]);
    draft.finish()
}

/// What the confirmation of a withdrawal needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawalFacts {
    pub frame: Frame,
    pub stage: Option<u8>,
    pub asked_on: Date,
    /// "by phone", "in an e-mail".
    pub asked_by: String,
}

/// The person took the complaint back.
pub fn withdrawal_confirmed(facts: &WithdrawalFacts) -> Letter {
    let mut draft = Draft::of(&facts.frame, LetterId::WithdrawalConfirmed, facts.stage, &[]);
    let (channel, on) = (phrase(&facts.asked_by), draft.t.day(facts.asked_on));
    let fill: Fill<'_> = &[("channel", &channel), ("day", &on)];
    draft.tell(BlockId::WhatYouAsked, "withdrawal-asked", fill);
    come_back(&mut draft, "come-back-withdrawn", None);
    draft.finish()
}

/// What a closure needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureFacts {
    pub frame: Frame,
    /// The stage that was answered last.
    pub stage: u8,
    pub answered_on: Option<Date>,
    pub reason: ClosingReason,
    pub agreed_on: Option<Date>,
    /// Promises that outlive the closure.
    pub actions: Vec<ActionFacts>,
    /// The last day for stage 2 where it has not passed.
    pub window_open_until: Option<Date>,
}

/// The case is closed; promises and rights go on.
pub fn closure(facts: &ClosureFacts) -> Letter {
    let mut draft = Draft::titled(&facts.frame, LetterId::Closure, Some(facts.stage), "closure");
    let t = draft.t;
    let open: Vec<&ActionFacts> =
        facts.actions.iter().filter(|action| action.done_on.is_none()).collect();
    let short = match (facts.actions.is_empty(), open.is_empty()) {
        (true, _) => "closure-short",
        (false, true) => "closure-short-done",
        (false, false) => "closure-short-open",
    };
    draft.short_answer(&[t.say(short, &[])]);
    let mut content = t.pieces("closure-why", &[]);
    content.push(Piece::Paragraph(why(t, facts)));
    if !open.is_empty() {
        content.extend(t.pieces("actions-open", &[]));
        let rows = open.iter().map(|action| open_row(t, action)).collect();
        content.push(Piece::Table { header: open_header(t), rows });
        content.push(Piece::Paragraph(t.say("closure-kept", &[])));
    }
    draft.generated(BlockId::Result, content);
    let lead = if facts.stage == 1 { "come-back-stage-2" } else { "come-back-promise" };
    come_back(&mut draft, lead, facts.window_open_until);
    draft.finish()
}

/// Why it is closed, after the day of the answer.
fn why(t: &Tongue, facts: &ClosureFacts) -> String {
    let reason = match (facts.reason, facts.agreed_on) {
        (ClosingReason::Agreed, Some(on)) => t.say("closure-content-on", &[("day", &t.day(on))]),
        (ClosingReason::Agreed, None) => t.say("closure-content", &[]),
        (ClosingReason::WindowPassed, _) => t.say("closure-window-passed", &[]),
        (ClosingReason::FinalResponse, _) => t.say("closure-last-answer", &[]),
        (ClosingReason::Withdrawn, _) => t.say("closure-taken-back", &[]),
        (ClosingReason::Behaviour | ClosingReason::Other, _) => t.say("closure-no-more", &[]),
    };
    match facts.answered_on {
        Some(on) => format!("{} {reason}", t.say("closure-answered", &[("day", &t.day(on))])),
        None => reason,
    }
}

fn come_back(draft: &mut Draft<'_>, lead: &str, until: Option<Date>) {
    let t = draft.t;
    let mut text =
        format!("{} {}", t.say(lead, &[]), t.say("come-back-ways", &[("ways", &draft.channels())]));
    if let Some(until) = until {
        text.push(' ');
        text.push_str(&t.say("come-back-by", &[("day", &t.day(until))]));
    }
    let block = (BlockId::ComeBack, Made::Generated);
    draft.tell_of(block, "come-back", &[], vec![Piece::Paragraph(text)]);
}
