//! Letters where a case turns or ends: a late request taken on, a withdrawal, a closure.

use jiff::civil::Date;
use redress_domain::vocabulary::ClosingReason;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Piece};
use crate::draft::{Draft, under};
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::ActionFacts;
use crate::wording::{day, phrase, sentence};

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
    let title = "We are taking your complaint to stage 2";
    let mut draft = Draft::new(&facts.frame, LetterId::LateEscalationDecision, Some(2), title);
    draft.short_answer(&[
        "We will look at your complaint again at stage 2.".to_owned(),
        "It does not matter that you asked after the last day.".to_owned(),
    ]);
    let mut accepted = vec![
        Piece::Heading("We have taken your request on".to_owned()),
        Piece::Paragraph(format!(
            "You asked us on {} to look again. The last day for asking was {}.",
            day(facts.asked_on),
            day(facts.window_ended_on)
        )),
    ];
    accepted.extend(under("Why we took it on", &facts.why));
    draft.written(BlockId::AcceptedLate, accepted);
    let next = "Somebody who had no part in our first answer will look at your complaint.";
    let heading = Piece::Heading("What happens next".to_owned());
    draft.generated(BlockId::NextStep, vec![heading, Piece::Paragraph(next.to_owned())]);
    let text = format!(
        "We will write to you about what we look at and when we answer by {}.",
        day(facts.acknowledge_by)
    );
    draft.generated(BlockId::ResponseDate, vec![Piece::Paragraph(text)]);
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
    let title = "You have taken back your complaint";
    let mut draft = Draft::new(&facts.frame, LetterId::WithdrawalConfirmed, facts.stage, title);
    draft.short_answer(&[
        "We have stopped our work on your complaint, as you asked.".to_owned(),
        "You can come back to it.".to_owned(),
    ]);
    let text = format!(
        "You told us {} on {} that you wanted to take your complaint back. Is this not what you \
         wanted? Please tell us and we will go on with it.",
        phrase(&facts.asked_by),
        day(facts.asked_on)
    );
    let heading = Piece::Heading("What you asked us to do".to_owned());
    draft.generated(BlockId::WhatYouAsked, vec![heading, Piece::Paragraph(text)]);
    come_back(&mut draft, "You can bring the complaint back, or make a new one.", None);
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
    let title = "We have closed your complaint";
    let mut draft = Draft::new(&facts.frame, LetterId::Closure, Some(facts.stage), title);
    let open: Vec<&ActionFacts> =
        facts.actions.iter().filter(|action| action.done_on.is_none()).collect();
    draft.short_answer(&[
        "We have closed your complaint.".to_owned(),
        match (facts.actions.is_empty(), open.is_empty()) {
            (true, _) => "You can still come back to us.",
            (false, true) => "We have done what we promised.",
            (false, false) => "We will still do what we promised.",
        }
        .to_owned(),
    ]);
    let mut text = String::new();
    if let Some(answered) = facts.answered_on {
        text.push_str(&format!("We answered you on {}. ", day(answered)));
    }
    text.push_str(&match (facts.reason, facts.agreed_on) {
        (ClosingReason::Agreed, Some(on)) => {
            format!("You told us on {} that you were content with our answer.", day(on))
        }
        (ClosingReason::Agreed, None) => "You were content with our answer.".to_owned(),
        (ClosingReason::WindowPassed, _) => {
            "The time for asking us to look again has passed.".to_owned()
        }
        (ClosingReason::FinalResponse, _) => "That was our last answer.".to_owned(),
        (ClosingReason::Withdrawn, _) => "You took your complaint back.".to_owned(),
        (ClosingReason::Behaviour | ClosingReason::Other, _) => {
            "We have no more work to do on it.".to_owned()
        }
    });
    let mut content =
        vec![Piece::Heading("Why we have closed it".to_owned()), Piece::Paragraph(text)];
    if !open.is_empty() {
        content.push(Piece::Heading("What we still have to do".to_owned()));
        let rows = open
            .iter()
            .map(|action| {
                vec![
                    phrase(&action.what),
                    action.owner.as_deref().map(phrase).unwrap_or_default(),
                    action.by.map(day).unwrap_or_default(),
                ]
            })
            .collect();
        let header = vec!["What".to_owned(), "Who does it".to_owned(), "By when".to_owned()];
        content.push(Piece::Table { header, rows });
        let kept = "We will tell you when each of these is done.";
        content.push(Piece::Paragraph(kept.to_owned()));
    }
    draft.generated(BlockId::Result, content);
    let lead = if facts.stage == 1 {
        "You can still ask us to look at your complaint again at stage 2."
    } else {
        "Please tell us if we do not keep a promise, or if it happens again."
    };
    come_back(&mut draft, lead, facts.window_open_until);
    draft.finish()
}

fn come_back(draft: &mut Draft<'_>, lead: &str, until: Option<Date>) {
    let mut text = format!("{} You can {}.", sentence(lead), draft.channels());
    if let Some(until) = until {
        text.push_str(&format!(" Please ask by {}.", day(until)));
    }
    let heading = Piece::Heading("You can come back to us".to_owned());
    draft.generated(BlockId::ComeBack, vec![heading, Piece::Paragraph(text)]);
}
