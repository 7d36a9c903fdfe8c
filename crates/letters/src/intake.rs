//! Letters at the door: receipts, the choice to complain, representatives, groups, members, thanks.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::acknowledgement::MovedPoint;
use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::wording::{phrase, sentence};

/// What the receipt of a message needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactReceiptFacts {
    pub frame: Frame,
    pub received_on: Date,
    /// "in an e-mail", "on our portal".
    pub received_by: String,
    /// Their words, on the portal alone: an e-mail's reply quotes nothing.
    pub their_words: Option<String>,
    /// When the acknowledgement is due, if it is a complaint.
    pub acknowledge_by: Option<Date>,
    /// "12 months", where the policy asks people to complain within a time.
    pub within: Option<String>,
}

/// Says that a message has come. It is not the acknowledgement, and says so.
pub fn contact_receipt(facts: &ContactReceiptFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ContactReceipt, None, &[]);
    let on = t.day(facts.received_on);
    let fill: &[(&str, &str)] = &[("channel", &facts.received_by), ("day", &on)];
    draft.tell(BlockId::Received, "contact-receipt-received", fill);
    let words = facts.their_words.as_deref().unwrap_or_default();
    draft.quote(BlockId::TheirWords, "contact-receipt-words", words);
    match facts.acknowledge_by {
        Some(by) => draft.tell(BlockId::NextStep, "contact-receipt-next", &[("day", &t.day(by))]),
        None => draft.tell(BlockId::NextStep, "contact-receipt-next-open", &[]),
    }
    how_to_complain(&mut draft, facts.within.as_deref());
    draft.finish()
}

/// How to complain, and by when a policy would like to hear (one-housing-2024 2.4).
fn how_to_complain(draft: &mut Draft<'_>, within: Option<&str>) {
    let ways = draft.channels();
    let t = draft.t;
    let mut content = t.pieces("how-to-complain", &[("ways", &ways)]);
    if let Some(length) = within {
        content.push(Piece::Paragraph(t.say("how-to-complain-within", &[("length", length)])));
    }
    draft.generated(BlockId::HowToComplain, content);
}

/// What the offer of the complaints process needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOfferFacts {
    pub frame: Frame,
    pub heard_on: Date,
    pub heard: String,
    pub within: Option<String>,
}

/// Offers somebody who is unhappy the choice to complain (Code 1.3, 1.6).
pub fn choice_offer(facts: &ChoiceOfferFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ChoiceOffer, None, &[]);
    let on = t.day(facts.heard_on);
    let heard = (BlockId::Heard, Made::Generated);
    draft.tell_of(heard, "choice-offer-heard", &[("day", &on)], t.words_of(&facts.heard));
    draft.tell(BlockId::Choice, "choice-offer-choice", &[]);
    how_to_complain(&mut draft, facts.within.as_deref());
    draft.finish()
}

/// What the receipt of a request for service needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRequestFacts {
    pub frame: Frame,
    pub received_on: Date,
    pub received_by: String,
    /// What this landlord calls it: "service request".
    pub name: String,
    pub words: String,
    pub contact_by: Option<Date>,
}

/// A request to put something right, which is no complaint unless the person makes it one.
pub fn service_request_receipt(facts: &ServiceRequestFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ServiceRequestReceipt, None, &[]);
    let on = t.day(facts.received_on);
    let fill: &[(&str, &str)] = &[("channel", &facts.received_by), ("day", &on)];
    let received = (BlockId::Received, Made::Generated);
    draft.tell_of(received, "service-request-received", fill, t.words_of(&facts.words));
    draft.tell(BlockId::NextStep, "service-request-next", &[("name", &facts.name)]);
    if let Some(by) = facts.contact_by {
        draft.tell(BlockId::ContactDate, "service-request-contact", &[("day", &t.day(by))]);
    }
    draft.tell_ways(BlockId::Choice, "service-request-choice");
    draft.finish()
}

/// What the two letters about a representative's authority need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityFacts {
    pub frame: Frame,
    pub stage: u8,
    /// The person complained for.
    pub person: String,
    /// Who wrote for them.
    pub who: String,
    pub wrote_on: Date,
    pub their_words: String,
    /// What still has to happen by when.
    pub running: Vec<(String, Date)>,
}

/// Asks the person whether somebody may speak for them. Nothing waits for the reply.
pub fn authority_request(facts: &AuthorityFacts) -> Letter {
    let t = facts.frame.tongue();
    let (who, on) = (phrase(&facts.who), t.day(facts.wrote_on));
    let fill: &[(&str, &str)] = &[("who", &who), ("day", &on)];
    let mut draft = Draft::of(&facts.frame, LetterId::AuthorityRequest, Some(facts.stage), fill);
    let wrote = (BlockId::WhoWrote, Made::Generated);
    draft.tell_of(wrote, "authority-request-wrote", fill, t.words_of(&facts.their_words));
    let ways = draft.channels();
    let need: &[(&str, &str)] = &[("who", &who), ("ways", &ways)];
    draft.tell(BlockId::WhatWeNeed, "authority-request-need", need);
    let mut meanwhile = t.pieces("authority-request-meanwhile", &[]);
    for (what, by) in &facts.running {
        let by = t.day(*by);
        let fill: &[(&str, &str)] = &[("what", what), ("day", &by)];
        meanwhile.push(Piece::Paragraph(t.say("authority-request-due", fill)));
    }
    draft.generated(BlockId::Meanwhile, meanwhile);
    draft.finish()
}

/// Asks the representative for authority, and shows them their own words and nothing else.
pub fn authority_request_representative(facts: &AuthorityFacts) -> Letter {
    let t = facts.frame.tongue();
    let (person, on) = (phrase(&facts.person), t.day(facts.wrote_on));
    let fill: &[(&str, &str)] = &[("person", &person), ("day", &on)];
    let id = LetterId::AuthorityRequestRepresentative;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), fill);
    let wrote = (BlockId::WhoWrote, Made::Generated);
    let words = t.words_of(&facts.their_words);
    draft.tell_of(wrote, "authority-request-representative-wrote", fill, words);
    draft.tell(BlockId::WhatWeNeed, "authority-request-representative-need", fill);
    draft.tell(BlockId::Meanwhile, "authority-request-representative-meanwhile", fill);
    draft.finish()
}

/// What the letters to a group need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PetitionFacts {
    pub frame: Frame,
    pub stage: u8,
    pub received_on: Date,
    pub received_by: String,
    /// Who speaks for the group from now on.
    pub lead: String,
    pub answer_by: Option<Date>,
}

/// Asks a group who speaks for it; the work begins at once.
pub fn petition_lead_request(facts: &PetitionFacts) -> Letter {
    let t = facts.frame.tongue();
    let id = LetterId::PetitionLeadRequest;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[]);
    let on = t.day(facts.received_on);
    let fill: &[(&str, &str)] = &[("channel", &facts.received_by), ("day", &on)];
    draft.tell(BlockId::Received, "petition-lead-received", fill);
    draft.tell_ways(BlockId::WhoLeads, "petition-lead-who");
    draft.tell(BlockId::Meanwhile, "petition-lead-meanwhile", &[]);
    draft.finish()
}

/// Somebody else speaks for the group from now on.
pub fn petition_new_contact(facts: &PetitionFacts) -> Letter {
    let t = facts.frame.tongue();
    let lead = phrase(&facts.lead);
    let fill: &[(&str, &str)] = &[("lead", &lead)];
    let id = LetterId::PetitionNewContact;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), fill);
    draft.tell(BlockId::WhoLeads, "petition-new-who", fill);
    let stage = facts.stage.to_string();
    let mut state = t.pieces("petition-new-state", &[("stage", &stage)]);
    if let Some(by) = facts.answer_by {
        state.push(Piece::Paragraph(t.say("petition-new-answer", &[("day", &t.day(by))])));
    }
    draft.generated(BlockId::StateOfCase, state);
    draft.finish()
}

/// What the letter about points that go another way needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRouteFacts {
    pub frame: Frame,
    pub stage: u8,
    pub moved: Vec<MovedPoint>,
    /// Points about our own service, which stay.
    pub kept: Vec<String>,
}

/// Part of what somebody told us is dealt with elsewhere; the rest stays.
pub fn other_route(facts: &OtherRouteFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::OtherRoute, Some(facts.stage), &[]);
    let list = |lines: Vec<String>| match lines.is_empty() {
        true => Vec::new(),
        false => vec![Piece::Items(lines)],
    };
    let moved = facts.moved.iter().map(|point| t.quoted(&sentence(&point.text))).collect();
    let block = (BlockId::PointsMoved, Made::Generated);
    draft.tell_of(block, "other-route-moved", &[], list(moved));
    let mut bodies: Vec<String> = facts
        .moved
        .iter()
        .map(|point| format!("{}: {}", phrase(&point.to), sentence(&point.contact)))
        .collect();
    bodies.dedup();
    draft.tell_of((BlockId::WhereNow, Made::Generated), "other-route-where", &[], list(bodies));
    let kept = (BlockId::PointsKept, Made::Generated);
    draft.tell_of(
        kept,
        "other-route-kept",
        &[],
        list(facts.kept.iter().map(|point| t.typed(point)).collect()),
    );
    draft.finish()
}

/// What the answer to an MP or councillor needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberReplyFacts {
    pub frame: Frame,
    pub asked_on: Date,
    pub question: String,
    pub answer: String,
    /// Whether the person it is about lets us speak of their case.
    pub consent_held: bool,
}

/// The answer to an elected member's enquiry (one-housing-2024 6.7.4).
pub fn member_reply(facts: &MemberReplyFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::MemberReply, None, &[]);
    let on = t.day(facts.asked_on);
    let question = (BlockId::Question, Made::Generated);
    draft.tell_of(question, "member-reply-question", &[("day", &on)], t.words_of(&facts.question));
    draft.quote(BlockId::Answer, "member-reply-answer", &facts.answer);
    let consent = if facts.consent_held {
        t.pieces("member-reply-consent-held", &[])
    } else {
        t.pieces("member-reply-consent-none", &[])
    };
    draft.generated(BlockId::Consent, consent);
    draft.tell_ways(BlockId::NextStep, "member-reply-next");
    draft.finish()
}

/// What the letters about praise need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplimentFacts {
    pub frame: Frame,
    pub told_on: Date,
    pub words: String,
    /// The giver's name, where they agree that it is passed on.
    pub giver: Option<String>,
}

/// Thanks somebody for praise or a comment (derive-2024 11, derive-feedback 6.1).
pub fn compliment_thanks(facts: &ComplimentFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ComplimentThanks, None, &[]);
    draft.tell(BlockId::Thanks, "compliment-thanks-thanks", &[("day", &t.day(facts.told_on))]);
    draft.tell(BlockId::WhatWeDoWithIt, "compliment-thanks-use", &[]);
    draft.finish()
}

/// Tells those who did the work what was said of it.
pub fn compliment_to_staff(facts: &ComplimentFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ComplimentToStaff, None, &[]);
    let mut praise = t.words_of(&facts.words);
    let from = match &facts.giver {
        Some(giver) => t.say("compliment-to-staff-from", &[("giver", &phrase(giver))]),
        None => t.say("compliment-to-staff-nobody", &[]),
    };
    praise.push(Piece::Paragraph(from));
    draft.tell_of((BlockId::Praise, Made::Generated), "compliment-to-staff-praise", &[], praise);
    draft.finish()
}

/// What an invitation to a survey needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyFacts {
    pub frame: Frame,
    pub within: Option<String>,
}

/// Asks how we did; whoever is unhappy hears how to complain (Code 1.6).
pub fn survey_invitation(facts: &SurveyFacts) -> Letter {
    let mut draft = Draft::of(&facts.frame, LetterId::SurveyInvitation, None, &[]);
    draft.tell_ways(BlockId::Survey, "survey-invitation-survey");
    how_to_complain(&mut draft, facts.within.as_deref());
    draft.tell(BlockId::OptOut, "survey-invitation-opt-out", &[]);
    draft.finish()
}
