//! One invented sample of every letter, for tests, for previews and for a landlord's proof prints.

pub mod answers;
pub mod passing;

use jiff::civil::Date;
use redress_domain::vocabulary::Responsibility;

use crate::acknowledgement::{
    self, AcknowledgementFacts, DirectionFacts, Feasible, MovedPoint, NeedsFacts, OutcomeFacts,
    PointFacts, PointResponsibility,
};
use crate::demands::Demands;
use crate::frame::{Addressee, Frame, Handler, Landlord, Updates};
use crate::letter::{Letter, LetterId};
use crate::ombudsman::{self, OmbudsmanBlock, Wording};
use crate::{ending, extension, refusal, response, update};

/// Every letter once, in the order of [`LetterId::ALL`].
pub fn samples() -> Vec<Letter> {
    LetterId::ALL.iter().map(|id| sample(*id)).collect()
}

/// The sample of one letter.
pub fn sample(id: LetterId) -> Letter {
    match id {
        LetterId::AcknowledgementStage1 => {
            acknowledgement::stage1_acknowledgement(&acknowledgement_facts(id))
        }
        LetterId::AcknowledgementStage2 => {
            acknowledgement::stage2_acknowledgement(&acknowledgement_facts(id))
        }
        LetterId::AcceptedByDirection => acknowledgement::accepted_by_direction(&direction_facts()),
        LetterId::ClarificationRequest => {
            update::clarification_request(&passing::clarification_facts())
        }
        LetterId::ProgressUpdate => update::progress_update(&passing::update_facts()),
        LetterId::ContactNote => update::contact_note(&passing::contact_note_facts()),
        LetterId::HandlerChange => update::handler_change(&passing::handler_change_facts()),
        LetterId::DefinitionChanged => {
            update::definition_changed(&passing::definition_changed_facts())
        }
        LetterId::ExtensionStage1
        | LetterId::ExtensionStage2
        | LetterId::FurtherExtensionStage1
        | LetterId::FurtherExtensionStage2 => extension::extension(&passing::extension_facts(id)),
        LetterId::ResponseStage1 => response::stage1_response(&answers::stage1_facts()),
        LetterId::ResponseStage2 => response::stage2_response(&answers::stage2_facts()),
        LetterId::NotAccepted => refusal::not_accepted(&answers::refusal_facts()),
        LetterId::EscalationDeclined => {
            refusal::escalation_declined(&answers::escalation_refusal_facts())
        }
        LetterId::LateEscalationDecision => {
            ending::late_escalation_decision(&passing::late_escalation_facts())
        }
        LetterId::Closure => ending::closure(&passing::closure_facts()),
        LetterId::WithdrawalConfirmed => ending::withdrawal_confirmed(&passing::withdrawal_facts()),
    }
}

/// The frame of a letter under a pack, dated and with the Ombudsman in the wording that fits.
pub fn frame(id: LetterId, pack: &str, dated: Date) -> Frame {
    let register = ombudsman::register();
    let wording = match id {
        LetterId::ResponseStage2 => Wording::refer(dated).unwrap_or(Wording::Advice),
        _ if id.extends() || id.refuses() => Wording::Challenge,
        _ => Wording::Advice,
    };
    Frame {
        no: 1,
        landlord: landlord(),
        addressee: addressee(),
        reference: "R25-0417".to_owned(),
        your_reference: None,
        dated,
        lang: "en-GB".to_owned(),
        handler: Some(handler()),
        format_note: None,
        code: Some("K7QM-4TXW-92HD".to_owned()),
        follow_at: Some("complaints.larkfield.example".to_owned()),
        channels: vec![
            "ring us on 01632 960100".to_owned(),
            "e-mail complaints@larkfield.example".to_owned(),
            "write to us".to_owned(),
            "come to our office".to_owned(),
        ],
        demands: Demands::of_pack(pack, id),
        ombudsman: ombudsman::on(dated, &register)
            .map(|row| OmbudsmanBlock { row: row.clone(), wording }),
    }
}

/// The invented landlord.
pub fn landlord() -> Landlord {
    Landlord {
        name: "Larkfield Homes".to_owned(),
        address: vec![
            "Larkfield House".to_owned(),
            "2 Mill Lane".to_owned(),
            "Ashbury".to_owned(),
            "AB4 7QX".to_owned(),
        ],
        phone: "01632 960100".to_owned(),
        email: "complaints@larkfield.example".to_owned(),
        web: "www.larkfield.example".to_owned(),
        team: "Complaints Team".to_owned(),
    }
}

/// The invented resident.
pub fn addressee() -> Addressee {
    Addressee {
        name: "Amira Khan".to_owned(),
        known_as: "Amira Khan".to_owned(),
        lines: vec!["Flat 14".to_owned(), "Alder Court".to_owned(), "Ashbury AB4 7RD".to_owned()],
    }
}

/// The invented handler of stage 1.
pub fn handler() -> Handler {
    Handler {
        name: "Daniel Osei".to_owned(),
        role: "Complaints Officer".to_owned(),
        phone: Some("01632 960117".to_owned()),
        email: Some("daniel.osei@larkfield.example".to_owned()),
    }
}

/// The invented handler of stage 2.
pub fn second_handler() -> Handler {
    Handler {
        name: "Ruth Bellamy".to_owned(),
        role: "Stage 2 Complaints Officer".to_owned(),
        phone: Some("01632 960121".to_owned()),
        email: Some("ruth.bellamy@larkfield.example".to_owned()),
    }
}

/// The points of the sample complaint.
pub fn points() -> Vec<PointFacts> {
    vec![
        PointFacts {
            text: "Water has come through the bathroom ceiling since January 2025.".to_owned(),
            outcomes: vec![OutcomeFacts::Wanted {
                what: "Mend the leak for good".to_owned(),
                feasible: Feasible::Yes,
            }],
            responsibility: Some(ours()),
        },
        PointFacts {
            text: "Nobody came on three days in February 2025 when you said you would.".to_owned(),
            outcomes: vec![OutcomeFacts::Wanted {
                what: "Pay for three days of lost wages".to_owned(),
                feasible: Feasible::ToBeDecided,
            }],
            responsibility: Some(ours()),
        },
    ]
}

/// A point that is the landlord's to answer.
pub fn ours() -> PointResponsibility {
    PointResponsibility { whose: Responsibility::Ours, other: None, known_by: None }
}

/// An acknowledgement of Tuesday 17 June 2025 under the Code, in time at either stage.
pub fn acknowledgement_facts(id: LetterId) -> AcknowledgementFacts {
    let dated = Date::constant(2025, 6, 17);
    let stage2 = id == LetterId::AcknowledgementStage2;
    let mut frame = frame(id, "code-2024", dated);
    if stage2 {
        frame.handler = Some(second_handler());
    }
    AcknowledgementFacts {
        frame,
        received_on: Date::constant(2025, 6, 11),
        received_by: "by phone".to_owned(),
        missed: Vec::new(),
        points: points(),
        questions: None,
        contact_by: None,
        answer_by: if stage2 { Date::constant(2025, 7, 15) } else { Date::constant(2025, 7, 1) },
        answer_length: if stage2 {
            "20 working days from today".to_owned()
        } else {
            "10 working days from today".to_owned()
        },
        answer_if_in_time: None,
        updates: Updates {
            way: "ring you".to_owned(),
            interval: "each Thursday".to_owned(),
            agreed: true,
            next: Some(Date::constant(2025, 6, 19)),
        },
        needs: NeedsFacts {
            asked_on: Some(Date::constant(2025, 6, 11)),
            adjustments: vec!["We ring you only after 2pm".to_owned()],
            answered: true,
            representative: None,
        },
        moved: vec![MovedPoint {
            text: "The street lamp by the gate is out".to_owned(),
            to: "Ashbury Council".to_owned(),
            contact: "01632 960500".to_owned(),
        }],
    }
}

/// An acknowledgement after the Ombudsman told the landlord to take the complaint on.
pub fn direction_facts() -> DirectionFacts {
    DirectionFacts {
        acknowledgement: acknowledgement_facts(LetterId::AcceptedByDirection),
        directed_on: Date::constant(2025, 6, 12),
        refused_on: Some(Date::constant(2025, 5, 20)),
        direction: "The Ombudsman found that we were wrong to call your complaint too old. You \
                    told us within 12 months of the day you found out."
            .to_owned(),
    }
}
