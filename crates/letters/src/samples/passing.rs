//! Samples of the letters on the way and at the end.

use jiff::civil::Date;
use redress_domain::vocabulary::ClosingReason;

use crate::ending::{ClosureFacts, LateEscalationFacts, WithdrawalFacts};
use crate::extension::{Agreement, ExtensionFacts, GoodReason};
use crate::frame::{Step, Updates};
use crate::letter::LetterId;
use crate::response::facts::ActionFacts;
use crate::samples::{frame, points, second_handler};
use crate::update::{
    ClarificationFacts, ContactNoteFacts, DefinitionChangedFacts, HandlerChangeFacts, UpdateFacts,
};

/// An extension in time, under derive-2024.
pub fn extension_facts(id: LetterId) -> ExtensionFacts {
    let stage2 = matches!(id, LetterId::ExtensionStage2 | LetterId::FurtherExtensionStage2);
    let further = matches!(id, LetterId::FurtherExtensionStage1 | LetterId::FurtherExtensionStage2);
    let good_reason = further.then(|| GoodReason {
        reason: "The scaffold fell in the storm and the council closed the street. No builder may \
                 enter before the council lifts that."
            .to_owned(),
        approved_by: "Priya Nair (Complaints Manager)".to_owned(),
    });
    ExtensionFacts {
        frame: frame(id, "derive-2024", Date::constant(2025, 11, 18)),
        stage: if stage2 { 2 } else { 1 },
        further,
        past_cap: further,
        old_due: Date::constant(2025, 11, 20),
        new_due: Date::constant(2025, 12, 4),
        reason: "A surveyor has to look at the roof to find out where the water gets in. High \
                 winds stopped the visit on Friday 14 November 2025. The scaffold is now booked \
                 for Tuesday 25 November 2025."
            .to_owned(),
        good_reason,
        agreement: Agreement::Yes { asked_on: Date::constant(2025, 11, 17) },
        done_so_far: vec![
            Step {
                on: Date::constant(2025, 11, 7),
                what: "We read every note of your repairs since January".to_owned(),
            },
            Step {
                on: Date::constant(2025, 11, 12),
                what: "We talked to the roofer about both visits".to_owned(),
            },
        ],
        updates: Some(Updates {
            way: "ring you".to_owned(),
            interval: "each Thursday".to_owned(),
            agreed: true,
            next: Some(Date::constant(2025, 11, 27)),
        }),
    }
}

/// An update in the middle of stage 1.
pub fn update_facts() -> UpdateFacts {
    UpdateFacts {
        frame: frame(LetterId::ProgressUpdate, "code-2024", Date::constant(2025, 5, 2)),
        stage: 1,
        done_so_far: vec![Step {
            on: Date::constant(2025, 4, 29),
            what: "A surveyor looked at the bathroom ceiling".to_owned(),
        }],
        next_step: "The surveyor sends us a report next week. We will read it with the roofer."
            .to_owned(),
        answer_by: Date::constant(2025, 5, 9),
        missed: Vec::new(),
    }
}

/// A question about what the complaint means.
pub fn clarification_facts() -> ClarificationFacts {
    ClarificationFacts {
        frame: frame(LetterId::ClarificationRequest, "derive-2024", Date::constant(2025, 4, 9)),
        stage: 1,
        points_so_far: points().into_iter().map(|point| point.text).collect(),
        questions: "- Which rooms does the water reach?\n- Did anybody ring you on the three days?"
            .to_owned(),
        reply_by: Date::constant(2025, 4, 11),
        running: vec![(
            "write to you about what your complaint is about".to_owned(),
            Date::constant(2025, 4, 14),
        )],
    }
}

/// A point joined the complaint.
pub fn definition_changed_facts() -> DefinitionChangedFacts {
    let mut points_now: Vec<String> = points().into_iter().map(|point| point.text).collect();
    points_now.push("The damp has ruined the paint in the hall.".to_owned());
    DefinitionChangedFacts {
        frame: frame(LetterId::DefinitionChanged, "derive-2024", Date::constant(2025, 6, 11)),
        stage: 1,
        points_now,
        what_changed: "We added point 3. You told us about it on Tuesday 10 June 2025.".to_owned(),
        answer_by: Date::constant(2025, 6, 17),
    }
}

/// A note of a talk.
pub fn contact_note_facts() -> ContactNoteFacts {
    ContactNoteFacts {
        frame: frame(LetterId::ContactNote, "derive-2024", Date::constant(2025, 4, 10)),
        stage: 1,
        talked_on: Date::constant(2025, 4, 9),
        talked_about: "You told us how often the water comes and what it has spoilt.".to_owned(),
        agreed: vec!["We ring you each Thursday.".to_owned()],
        needs: vec!["We ring you only after 2pm.".to_owned()],
        answer_by: Some(Date::constant(2025, 4, 28)),
    }
}

/// Somebody else takes the case over.
pub fn handler_change_facts() -> HandlerChangeFacts {
    let mut frame = frame(LetterId::HandlerChange, "code-2024", Date::constant(2025, 6, 20));
    frame.handler = Some(second_handler());
    HandlerChangeFacts {
        frame,
        stage: 1,
        handler: second_handler(),
        running: vec![("answer you".to_owned(), Date::constant(2025, 7, 1))],
    }
}

/// A late request for stage 2 that is taken on.
pub fn late_escalation_facts() -> LateEscalationFacts {
    LateEscalationFacts {
        frame: frame(LetterId::LateEscalationDecision, "derive-2024", Date::constant(2025, 5, 1)),
        asked_on: Date::constant(2025, 4, 29),
        window_ended_on: Date::constant(2025, 4, 22),
        why: "You were in hospital for most of April and could not write to us.".to_owned(),
        acknowledge_by: Date::constant(2025, 5, 7),
    }
}

/// A closure with a promise still open.
pub fn closure_facts() -> ClosureFacts {
    ClosureFacts {
        frame: frame(LetterId::Closure, "derive-2024", Date::constant(2025, 7, 8)),
        stage: 1,
        answered_on: Some(Date::constant(2025, 6, 17)),
        reason: ClosingReason::Agreed,
        agreed_on: Some(Date::constant(2025, 7, 7)),
        actions: vec![ActionFacts {
            what: "Paint the bathroom ceiling".to_owned(),
            owner: Some("Repairs Team".to_owned()),
            by: Some(Date::constant(2025, 8, 1)),
            done_on: None,
        }],
        window_open_until: Some(Date::constant(2025, 7, 29)),
    }
}

/// A withdrawal.
pub fn withdrawal_facts() -> WithdrawalFacts {
    WithdrawalFacts {
        frame: frame(LetterId::WithdrawalConfirmed, "code-2024", Date::constant(2025, 6, 18)),
        stage: Some(1),
        asked_on: Date::constant(2025, 6, 17),
        asked_by: "by phone".to_owned(),
    }
}
