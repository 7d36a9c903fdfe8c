//! Samples of the letters at the door.

use jiff::civil::Date;

use crate::acknowledgement::MovedPoint;
use crate::course::PortalCodeFacts;
use crate::intake::{
    AuthorityFacts, ChoiceOfferFacts, ComplimentFacts, ContactReceiptFacts, MemberReplyFacts,
    OtherRouteFacts, PetitionFacts, ServiceRequestFacts, SurveyFacts,
};
use crate::letter::LetterId;
use crate::samples::frame;

const TUESDAY: Date = Date::constant(2025, 4, 8);
const CODE: &str = "code-2024";

/// A message through the portal, on a Monday evening.
pub fn contact_receipt_facts() -> ContactReceiptFacts {
    ContactReceiptFacts {
        frame: frame(LetterId::ContactReceipt, CODE, Date::constant(2025, 4, 7)),
        received_on: Date::constant(2025, 4, 7),
        received_by: "on our portal".to_owned(),
        their_words: Some(
            "Nobody came on three days. I want somebody to answer for it.".to_owned(),
        ),
        acknowledge_by: Some(Date::constant(2025, 4, 14)),
        within: Some("12 months".to_owned()),
    }
}

/// A lost code.
pub fn portal_code_facts() -> PortalCodeFacts {
    PortalCodeFacts {
        frame: frame(LetterId::PortalCode, CODE, TUESDAY),
        secret: "M3RT-8KWP-51ZC".to_owned(),
        is_link: false,
        at: "complaints.larkfield.example".to_owned(),
    }
}

/// Somebody who rang and was not happy.
pub fn choice_offer_facts() -> ChoiceOfferFacts {
    ChoiceOfferFacts {
        frame: frame(LetterId::ChoiceOffer, CODE, TUESDAY),
        heard_on: Date::constant(2025, 4, 7),
        heard: "I rang four times about the lift and nobody rang me back.".to_owned(),
        within: Some("12 months".to_owned()),
    }
}

/// A dripping tap.
pub fn service_request_facts() -> ServiceRequestFacts {
    ServiceRequestFacts {
        frame: frame(LetterId::ServiceRequestReceipt, CODE, TUESDAY),
        received_on: Date::constant(2025, 4, 7),
        received_by: "by phone".to_owned(),
        name: "service request".to_owned(),
        words: "The tap in my kitchen drips.".to_owned(),
        contact_by: Some(Date::constant(2025, 4, 10)),
    }
}

/// A brother who writes for his sister.
pub fn authority_facts(id: LetterId) -> AuthorityFacts {
    AuthorityFacts {
        frame: frame(id, CODE, TUESDAY),
        stage: 1,
        person: "Amira Khan".to_owned(),
        who: "Samir Khan".to_owned(),
        wrote_on: Date::constant(2025, 4, 7),
        their_words: "Water comes through my sister's ceiling and nobody does anything.".to_owned(),
        running: vec![(
            "write to you about your complaint".to_owned(),
            Date::constant(2025, 4, 14),
        )],
    }
}

/// A petition about a lift.
pub fn petition_facts(id: LetterId) -> PetitionFacts {
    PetitionFacts {
        frame: frame(id, CODE, TUESDAY),
        stage: 1,
        received_on: Date::constant(2025, 4, 7),
        received_by: "in a letter".to_owned(),
        lead: "Joyce Adeyemi".to_owned(),
        answer_by: Some(Date::constant(2025, 4, 28)),
    }
}

/// A point for the council, and one that stays.
pub fn other_route_facts() -> OtherRouteFacts {
    OtherRouteFacts {
        frame: frame(LetterId::OtherRoute, CODE, TUESDAY),
        stage: 1,
        moved: vec![MovedPoint {
            text: "The street lamp by the gate is out".to_owned(),
            to: "Ashbury Council".to_owned(),
            contact: "01632 960500".to_owned(),
        }],
        kept: vec!["Nobody answered your letters about the gate.".to_owned()],
    }
}

/// A councillor's question about a road.
pub fn member_reply_facts() -> MemberReplyFacts {
    MemberReplyFacts {
        frame: frame(LetterId::MemberReply, CODE, TUESDAY),
        asked_on: Date::constant(2025, 4, 1),
        question: "When will the lift at Alder Court work again?".to_owned(),
        answer: "The lift was mended on 3 April 2025. The part had to be made for us, and that \
                 took two weeks."
            .to_owned(),
        consent_held: false,
    }
}

/// Praise for a caretaker.
pub fn compliment_facts(id: LetterId) -> ComplimentFacts {
    ComplimentFacts {
        frame: frame(id, CODE, TUESDAY),
        told_on: Date::constant(2025, 4, 7),
        words: "Colin cleared the ice before six in the morning. Thank you.".to_owned(),
        giver: Some("Amira Khan".to_owned()),
    }
}

/// A survey after an answer.
pub fn survey_facts() -> SurveyFacts {
    SurveyFacts {
        frame: frame(LetterId::SurveyInvitation, CODE, TUESDAY),
        within: Some("12 months".to_owned()),
    }
}
