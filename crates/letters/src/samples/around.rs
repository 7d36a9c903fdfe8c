//! Samples of the letters for finding out, about behaviour, and about the course of a case.

use jiff::civil::Date;

use crate::conduct::{AdjustmentFacts, RestrictionFacts, RestrictionReviewFacts, WarningFacts};
use crate::course::{
    ActionUpdateFacts, DeliveryFacts, DepartureFacts, DisruptionFacts, PreClosureFacts,
    ReconsiderationFacts, ReferBackFacts, ReopenedFacts,
};
use crate::determination::{EvidenceItem, EvidenceReplyFacts, OrderFacts, TimeRequestFacts};
use crate::inquiry::{
    CommentInvitationFacts, EvidenceRequestFacts, InformationFacts, MeetingFacts,
};
use crate::letter::LetterId;
use crate::response::facts::ActionFacts;
use crate::samples::frame;

const CODE: &str = "code-2024";
const WDH: &str = "wdh-2022";
const ONE_HOUSING: &str = "one-housing-2024";
/// The working Tuesday on which most samples are written.
const TUESDAY: Date = Date::constant(2025, 6, 17);
const ANSWER_BY: Date = Date::constant(2025, 7, 1);

fn running() -> Vec<(String, Date)> {
    vec![("answer you".to_owned(), ANSWER_BY)]
}

/// Proof of lost wages.
pub fn evidence_request_facts() -> EvidenceRequestFacts {
    EvidenceRequestFacts {
        frame: frame(LetterId::EvidenceRequest, CODE, TUESDAY),
        stage: 1,
        what: "- Your wage slips for February 2025\n- The days on which you waited at home"
            .to_owned(),
        reply_by: Date::constant(2025, 6, 24),
        running: running(),
    }
}

/// A visit to the flat.
pub fn meeting_facts() -> MeetingFacts {
    MeetingFacts {
        frame: frame(LetterId::MeetingInvitation, CODE, TUESDAY),
        stage: 1,
        on: Date::constant(2025, 6, 24),
        at: "2.30pm".to_owned(),
        place: "your home".to_owned(),
        people: vec!["Daniel Osei (Complaints Officer)".to_owned(), "a surveyor".to_owned()],
    }
}

/// A question to the roofer, and the reminder of it.
pub fn information_facts(id: LetterId) -> InformationFacts {
    let reminds = id == LetterId::InformationRequestChaser;
    let dated = if reminds { Date::constant(2025, 6, 25) } else { TUESDAY };
    InformationFacts {
        frame: frame(id, CODE, dated),
        stage: 1,
        what: "Please send us your notes of the visits on 3, 10 and 18 February 2025 to Flat 14, \
               Alder Court."
            .to_owned(),
        reply_by: Some(Date::constant(2025, 6, 24)),
        asked_on: reminds.then_some(TUESDAY),
    }
}

/// What was said about a caretaker.
pub fn comment_facts() -> CommentInvitationFacts {
    CommentInvitationFacts {
        frame: frame(LetterId::CommentInvitation, CODE, TUESDAY),
        stage: 1,
        allegation: "You are said to have shouted at a resident in the hall on 3 June 2025."
            .to_owned(),
        reply_by: Some(Date::constant(2025, 6, 24)),
    }
}

/// A rethink that changed a sum.
pub fn reconsideration_facts() -> ReconsiderationFacts {
    ReconsiderationFacts {
        frame: frame(LetterId::ReconsiderationResult, WDH, TUESDAY),
        what_changed: "You told us that we had missed a visit. We have looked at our diary again, \
                       and you are right. We uphold point 2."
            .to_owned(),
        escalate_by: Some(ANSWER_BY),
    }
}

/// A request for stage 2 that goes back once.
pub fn refer_back_facts() -> ReferBackFacts {
    ReferBackFacts {
        frame: frame(LetterId::ReferBack, WDH, TUESDAY),
        asked_on: Date::constant(2025, 6, 11),
        agreed_on: Date::constant(2025, 6, 16),
        result_by: Some(Date::constant(2025, 6, 24)),
        stage_2_by: Some(Date::constant(2025, 7, 9)),
    }
}

/// A promise whose day moved.
pub fn action_update_facts() -> ActionUpdateFacts {
    ActionUpdateFacts {
        frame: frame(LetterId::ActionUpdate, CODE, TUESDAY),
        stage: 1,
        what: "Paint the bathroom ceiling".to_owned(),
        news: "The plaster is still damp, and paint would not hold on it. The painter measured it \
               on 16 June 2025."
            .to_owned(),
        done_on: None,
        old_due: Date::constant(2025, 6, 20),
        due: Date::constant(2025, 7, 11),
    }
}

/// Before a closure.
pub fn pre_closure_facts() -> PreClosureFacts {
    PreClosureFacts {
        frame: frame(LetterId::PreClosureContact, ONE_HOUSING, TUESDAY),
        stage: 1,
        actions: vec![ActionFacts {
            what: "Paint the bathroom ceiling".to_owned(),
            owner: Some("Repairs Team".to_owned()),
            by: Some(Date::constant(2025, 6, 13)),
            done_on: Some(Date::constant(2025, 6, 12)),
        }],
        window_open_until: None,
    }
}

/// A closed case that is open again.
pub fn reopened_facts() -> ReopenedFacts {
    ReopenedFacts {
        frame: frame(LetterId::Reopened, CODE, TUESDAY),
        stage: 1,
        why: "You told us that the leak has come back after we closed your complaint.".to_owned(),
        answer_by: Some(ANSWER_BY),
    }
}

/// Large print, looked at again in a year.
pub fn adjustment_facts() -> AdjustmentFacts {
    AdjustmentFacts {
        frame: frame(LetterId::AdjustmentConfirmed, CODE, TUESDAY),
        stage: 1,
        adjustments: vec![
            "We print our letters to you in 18 point".to_owned(),
            "We ring you only after 2pm".to_owned(),
        ],
        review_on: Some(Date::constant(2026, 6, 17)),
    }
}

/// A warning about shouting.
pub fn warning_facts() -> WarningFacts {
    WarningFacts {
        frame: frame(LetterId::BehaviourWarning, WDH, TUESDAY),
        stage: 1,
        what_happened:
            "On Monday 16 June 2025 you rang us and shouted at the person who took your \
                        call. She had to end the call."
                .to_owned(),
    }
}

/// A limit to one way of contact.
pub fn restriction_facts() -> RestrictionFacts {
    RestrictionFacts {
        frame: frame(LetterId::RestrictionNotice, WDH, TUESDAY),
        stage: 1,
        measure: "We no longer take your calls. Please write to us.".to_owned(),
        evidence: "You shouted at our staff on 9 June and 16 June 2025. We wrote to you about it \
                   on 10 June 2025."
            .to_owned(),
        considered: "We thought about your health and asked you about it. A warning did not help, \
                     and you can write without trouble."
            .to_owned(),
        still_open: "by letter".to_owned(),
        review_on: Date::constant(2025, 9, 17),
        approved_by: "Priya Nair (Complaints Manager)".to_owned(),
    }
}

/// The same limit, looked at again.
pub fn restriction_review_facts() -> RestrictionReviewFacts {
    RestrictionReviewFacts {
        frame: frame(LetterId::RestrictionReview, WDH, Date::constant(2025, 9, 16)),
        stage: 1,
        measure: "We no longer take your calls. Please write to us.".to_owned(),
        outcome: "You wrote to us four times since June, and each letter was polite. We want to \
                  wait for one more month."
            .to_owned(),
        still_open: "by letter".to_owned(),
        next_review: Some(Date::constant(2025, 10, 16)),
        decided_by: "Priya Nair (Complaints Manager)".to_owned(),
    }
}

/// A departure that a senior manager allowed.
pub fn departure_facts() -> DepartureFacts {
    DepartureFacts {
        frame: frame(LetterId::DepartureNotice, ONE_HOUSING, TUESDAY),
        stage: 1,
        clause: "clause 6.4.1".to_owned(),
        why: "The officer from your service is ill. So that you need not wait, somebody from \
              another service leads on your complaint."
            .to_owned(),
        approved_by: "Ruth Bellamy (Senior Manager)".to_owned(),
        approved_on: TUESDAY,
        running: running(),
    }
}

/// An attack on the computers.
pub fn disruption_facts() -> DisruptionFacts {
    DisruptionFacts {
        frame: frame(LetterId::DisruptionNotice, CODE, TUESDAY),
        stage: Some(1),
        what_happened:
            "Somebody broke into our computers on Sunday 15 June 2025. We had to switch \
                        them off."
                .to_owned(),
        effect_on_you: "We cannot look at your repairs at the moment. Your complaint is safe on \
                        paper, and the Ombudsman knows."
            .to_owned(),
        back_by: Date::constant(2025, 6, 24),
    }
}

/// Papers for the Ombudsman.
pub fn evidence_reply_facts() -> EvidenceReplyFacts {
    let id = LetterId::OmbudsmanEvidenceReply;
    EvidenceReplyFacts {
        frame: frame(id, CODE, Date::constant(2026, 2, 10)),
        their_reference: "202601234".to_owned(),
        items: vec![
            EvidenceItem { what: "All letters at both stages".to_owned(), not_held_because: None },
            EvidenceItem {
                what: "A record of the call of 3 February 2025".to_owned(),
                not_held_because: Some("We do not record calls".to_owned()),
            },
        ],
        files: vec![("letters.pdf".to_owned(), "9f2b41".to_owned())],
    }
}

/// More time asked of the Ombudsman.
pub fn time_request_facts() -> TimeRequestFacts {
    TimeRequestFacts {
        frame: frame(LetterId::OmbudsmanTimeRequest, CODE, Date::constant(2026, 2, 3)),
        their_reference: "202601234".to_owned(),
        why: "The roofer holds part of the papers and is away until Monday 9 February 2026."
            .to_owned(),
        old_due: Date::constant(2026, 2, 6),
        new_due: Date::constant(2026, 2, 13),
    }
}

/// An order, kept in time.
pub fn order_facts(id: LetterId) -> OrderFacts {
    OrderFacts {
        frame: frame(id, CODE, Date::constant(2026, 5, 12)),
        their_reference: "202601234".to_owned(),
        order: "Pay the resident £250 and mend the roof".to_owned(),
        due: Some(Date::constant(2026, 5, 18)),
        done_on: Date::constant(2026, 5, 11),
        pence: Some(25_000),
        proof: "The bank's note of 8 May 2026 and the surveyor's report of 11 May 2026.".to_owned(),
    }
}

/// An e-mail that came back.
pub fn delivery_facts() -> DeliveryFacts {
    DeliveryFacts {
        frame: frame(LetterId::DeliveryProblem, CODE, TUESDAY),
        title: "How things stand with your complaint".to_owned(),
        sent_on: Date::constant(2025, 6, 16),
        way: "by e-mail".to_owned(),
    }
}
