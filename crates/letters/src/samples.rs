//! One invented sample of every letter, for tests, for previews and for a landlord's proof prints.

pub mod answers;
pub mod around;
pub mod door;
pub mod passing;
mod spoken;
pub mod sums;

use jiff::civil::Date;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::Responsibility;

use crate::acknowledgement::{
    self, AcknowledgementFacts, DirectionFacts, Feasible, MovedPoint, NeedsFacts, OutcomeFacts,
    PointFacts, PointResponsibility,
};
use crate::block::BlockId;
use crate::demands::Demands;
use crate::frame::{Addressee, Frame, Handler, Landlord, Updates};
use crate::letter::{Letter, LetterId, To};
use crate::ombudsman::{self, OmbudsmanBlock, Wording};
use crate::response::facts::ResponseFacts;
use crate::tongue::Tongue;
use crate::{
    conduct, course, determination, ending, extension, inquiry, intake, money, refusal, response,
    update,
};

/// Every letter once, in the order of [`LetterId::ALL`].
pub fn samples() -> Vec<Letter> {
    LetterId::ALL.iter().map(|id| sample(*id)).collect()
}

/// The sample of one letter, under the policy it was thought up for.
pub fn sample(id: LetterId) -> Letter {
    made(id, None, Tongue::first())
}

/// The sample of one letter as a policy that ships with the program wants it.
pub fn sample_under(id: LetterId, pack: &str) -> Letter {
    made(id, Some(pack), Tongue::first())
}

/// The same in a language that letters are written in.
pub fn sample_in(id: LetterId, pack: &str, t: &Tongue) -> Letter {
    made(id, Some(pack), t)
}

fn made(id: LetterId, pack: Option<&str>, t: &Tongue) -> Letter {
    macro_rules! of {
        ($facts:expr, $compose:path) => {{
            let mut facts = $facts;
            under(&mut facts.frame, id, pack);
            if !t.is_first() {
                spoken::frame(&mut facts.frame, t);
            }
            $compose(&facts)
        }};
        ($facts:expr, $compose:path, $speak:path) => {{
            let mut facts = $facts;
            under(&mut facts.frame, id, pack);
            if !t.is_first() {
                spoken::frame(&mut facts.frame, t);
                $speak(&mut facts, t);
            }
            $compose(&facts)
        }};
    }
    match id {
        LetterId::AcknowledgementStage1 => {
            of!(
                acknowledgement_facts(id),
                acknowledgement::stage1_acknowledgement,
                spoken::acknowledgement
            )
        }
        LetterId::AcknowledgementStage2 => {
            of!(
                acknowledgement_facts(id),
                acknowledgement::stage2_acknowledgement,
                spoken::acknowledgement
            )
        }
        LetterId::AcceptedByDirection => {
            let mut facts = direction_facts();
            under(&mut facts.acknowledgement.frame, id, pack);
            if !t.is_first() {
                spoken::direction(&mut facts, t);
            }
            acknowledgement::accepted_by_direction(&facts)
        }
        LetterId::ClarificationRequest => {
            of!(
                passing::clarification_facts(),
                update::clarification_request,
                spoken::clarification
            )
        }
        LetterId::ProgressUpdate => {
            of!(passing::update_facts(), update::progress_update, spoken::update)
        }
        LetterId::ContactNote => {
            of!(passing::contact_note_facts(), update::contact_note, spoken::contact_note)
        }
        LetterId::HandlerChange => {
            of!(passing::handler_change_facts(), update::handler_change, spoken::handler_change)
        }
        LetterId::DefinitionChanged => {
            of!(
                passing::definition_changed_facts(),
                update::definition_changed,
                spoken::definition_changed
            )
        }
        LetterId::ExtensionStage1
        | LetterId::ExtensionStage2
        | LetterId::FurtherExtensionStage1
        | LetterId::FurtherExtensionStage2 => {
            of!(passing::extension_facts(id), extension::extension, spoken::extension)
        }
        LetterId::ResponseStage1 => response::stage1_response(&answer_in(pack, 1, t)),
        LetterId::ResponseStage2 => response::stage2_response(&answer_in(pack, 2, t)),
        LetterId::NotAccepted => {
            of!(answers::refusal_facts(), refusal::not_accepted, spoken::refusal)
        }
        LetterId::EscalationDeclined => {
            of!(answers::escalation_refusal_facts(), refusal::escalation_declined, spoken::refusal)
        }
        LetterId::LateEscalationDecision => {
            of!(passing::late_escalation_facts(), ending::late_escalation_decision)
        }
        LetterId::Closure => of!(passing::closure_facts(), ending::closure),
        LetterId::WithdrawalConfirmed => {
            of!(passing::withdrawal_facts(), ending::withdrawal_confirmed, spoken::withdrawal)
        }
        LetterId::ContactReceipt => {
            of!(door::contact_receipt_facts(), intake::contact_receipt, spoken::contact_receipt)
        }
        LetterId::PortalCode => of!(door::portal_code_facts(), course::portal_code),
        LetterId::ChoiceOffer => {
            of!(door::choice_offer_facts(), intake::choice_offer, spoken::choice_offer)
        }
        LetterId::ServiceRequestReceipt => {
            of!(
                door::service_request_facts(),
                intake::service_request_receipt,
                spoken::service_request
            )
        }
        LetterId::AuthorityRequest => {
            of!(door::authority_facts(id), intake::authority_request, spoken::authority)
        }
        LetterId::AuthorityRequestRepresentative => {
            of!(
                door::authority_facts(id),
                intake::authority_request_representative,
                spoken::authority
            )
        }
        LetterId::PetitionLeadRequest => {
            of!(door::petition_facts(id), intake::petition_lead_request, spoken::petition)
        }
        LetterId::PetitionNewContact => {
            of!(door::petition_facts(id), intake::petition_new_contact, spoken::petition)
        }
        LetterId::OtherRoute => {
            of!(door::other_route_facts(), intake::other_route, spoken::other_route)
        }
        LetterId::MemberReply => of!(door::member_reply_facts(), intake::member_reply),
        LetterId::ComplimentThanks => of!(door::compliment_facts(id), intake::compliment_thanks),
        LetterId::ComplimentToStaff => of!(door::compliment_facts(id), intake::compliment_to_staff),
        LetterId::SurveyInvitation => {
            of!(door::survey_facts(), intake::survey_invitation, spoken::survey)
        }
        LetterId::InsurerReferral => {
            of!(sums::insurer_facts(id), money::insurer_referral, spoken::insurer)
        }
        LetterId::InsurerPack => of!(sums::insurer_facts(id), money::insurer_pack, spoken::insurer),
        LetterId::OfferAcceptanceForm | LetterId::OfferReminder => {
            of!(sums::offer_form_facts(id), money::offer_form, spoken::offer_form)
        }
        LetterId::OfferLapsed => of!(sums::lapsed_facts(), money::offer_lapsed),
        LetterId::PaymentMade => of!(sums::payment_facts(), money::payment_made, spoken::payment),
        LetterId::PanelReceipt | LetterId::PanelResult => of!(sums::panel_facts(id), money::panel),
        LetterId::EvidenceRequest => {
            of!(
                around::evidence_request_facts(),
                inquiry::evidence_request,
                spoken::evidence_request
            )
        }
        LetterId::MeetingInvitation => of!(around::meeting_facts(), inquiry::meeting_invitation),
        LetterId::InformationRequest | LetterId::InformationRequestChaser => {
            of!(around::information_facts(id), inquiry::information_request)
        }
        LetterId::CommentInvitation => of!(around::comment_facts(), inquiry::comment_invitation),
        LetterId::ReconsiderationResult => {
            of!(around::reconsideration_facts(), course::reconsideration_result)
        }
        LetterId::ReferBack => of!(around::refer_back_facts(), course::refer_back),
        LetterId::ActionUpdate => of!(around::action_update_facts(), course::action_update),
        LetterId::PreClosureContact => {
            of!(around::pre_closure_facts(), course::pre_closure_contact)
        }
        LetterId::Reopened => of!(around::reopened_facts(), course::reopened),
        LetterId::AdjustmentConfirmed => {
            of!(around::adjustment_facts(), conduct::adjustment_confirmed, spoken::adjustment)
        }
        LetterId::BehaviourWarning => of!(around::warning_facts(), conduct::behaviour_warning),
        LetterId::RestrictionNotice => {
            of!(around::restriction_facts(), conduct::restriction_notice, spoken::restriction)
        }
        LetterId::RestrictionReview => {
            of!(
                around::restriction_review_facts(),
                conduct::restriction_review,
                spoken::restriction_review
            )
        }
        LetterId::DepartureNotice => {
            of!(around::departure_facts(), course::departure_notice, spoken::departure)
        }
        LetterId::DisruptionNotice => of!(around::disruption_facts(), course::disruption_notice),
        LetterId::OmbudsmanEvidenceReply => {
            of!(around::evidence_reply_facts(), determination::evidence_reply)
        }
        LetterId::OmbudsmanTimeRequest => {
            of!(around::time_request_facts(), determination::time_request)
        }
        LetterId::OrderCompliance => of!(around::order_facts(id), determination::order_compliance),
        LetterId::OrderToPerson => of!(around::order_facts(id), determination::order_to_person),
        LetterId::DeliveryProblem => {
            of!(around::delivery_facts(), course::delivery_problem, spoken::delivery)
        }
    }
}

/// The facts of the sample answer of a stage, under the policy it was thought up for or another.
pub fn answer_under(pack: Option<&str>, stage: u8) -> ResponseFacts {
    let (id, mut facts) = if stage == 1 {
        (LetterId::ResponseStage1, answers::stage1_facts())
    } else {
        (LetterId::ResponseStage2, answers::stage2_facts())
    };
    under(&mut facts.frame, id, pack);
    answers::suited(facts, pack, stage)
}

fn answer_in(pack: Option<&str>, stage: u8, t: &Tongue) -> ResponseFacts {
    let mut facts = answer_under(pack, stage);
    if !t.is_first() {
        spoken::response(&mut facts, t);
    }
    facts
}

/// What a policy changes of a frame: which blocks it demands, and whom it names at the end.
fn under(of: &mut Frame, id: LetterId, pack: Option<&str>) {
    if let Some(pack) = pack {
        let fresh = frame(id, pack, of.dated);
        (of.demands, of.ombudsman, of.signposts) =
            (fresh.demands, fresh.ombudsman, fresh.signposts);
    }
}

/// The frame of a letter under a pack, dated and with the Ombudsman in the wording that fits.
pub fn frame(id: LetterId, pack: &str, dated: Date) -> Frame {
    let register = ombudsman::register();
    let wording = match id {
        LetterId::ResponseStage2 => Wording::refer(dated).unwrap_or(Wording::Advice),
        LetterId::BehaviourWarning => Wording::Advice,
        _ if id.extends() || id.refuses() || id.restricts() => Wording::Challenge,
        _ => Wording::Advice,
    };
    let demands = Demands::of_pack(pack, id);
    let names_ombudsman = id.names_ombudsman() || demands.clause(BlockId::Ombudsman).is_some();
    Frame {
        no: 1,
        landlord: landlord(),
        addressee: addressee_of(id),
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
        demands,
        signposts: shipped::pack(pack).map(|pack| pack.signposts.clone()).unwrap_or_default(),
        ombudsman: ombudsman::on(dated, &register)
            .filter(|_| names_ombudsman)
            .map(|row| OmbudsmanBlock { row: row.clone(), wording }),
    }
}

/// Whom the sample of a letter goes to.
fn addressee_of(id: LetterId) -> Addressee {
    let (name, lines) = match id.to() {
        To::Person => return addressee(),
        To::Representative => ("Samir Khan", ["9 Elm Row", "Ashbury AB4 1ZZ"]),
        To::Member => ("Councillor Joan Pike", ["Town Hall", "Ashbury AB4 1AA"]),
        To::Contractor => ("Brightwater Roofing", ["Unit 3, Dock Road", "Ashbury AB4 9TT"]),
        To::Staff => ("Colin Marsh", ["Larkfield House", "Ashbury AB4 7QX"]),
        To::Insurer => ("Meridian Mutual", ["PO Box 77", "Ashbury AB4 0BB"]),
        To::Ombudsman => ("Housing Ombudsman Service", ["PO Box 1484, Unit D", "Preston PR2 0ET"]),
    };
    let lines = lines.map(str::to_owned).to_vec();
    Addressee { name: name.to_owned(), known_as: name.to_owned(), lines }
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
