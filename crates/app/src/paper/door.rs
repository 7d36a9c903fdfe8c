//! Letters at the door: receipts, the choice to complain, representatives, groups, thanks, surveys.

use redress_domain::clock::What;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Ground, Kind, Stage, Standing};
use redress_letters::acknowledgement::MovedPoint;
use redress_letters::block::BlockId;
use redress_letters::course::{PortalCodeFacts, portal_code};
use redress_letters::intake::{
    AuthorityFacts, ChoiceOfferFacts, ComplimentFacts, ContactReceiptFacts, OtherRouteFacts,
    PetitionFacts, ServiceRequestFacts, SurveyFacts, authority_request,
    authority_request_representative, choice_offer, compliment_thanks, contact_receipt,
    other_route, petition_lead_request, petition_new_contact, service_request_receipt,
    survey_invitation,
};
use redress_letters::letter::{Letter, LetterId};
use redress_letters::phrases::Phrase;
use redress_letters::tongue::Tongue;

use crate::paper::{Made, Paper};

/// What goes out when a contact comes in: what the person asked for decides.
pub(super) fn received(paper: &Paper<'_>, no: u32) -> Option<Made> {
    let after = paper.after;
    let named = after.contact.from.as_ref().is_some_and(|from| !from.is_blank());
    if after.contact.standing == Standing::Anonymous || !(named || paper.around.person.is_some()) {
        return None;
    }
    if paper.comes_through_somebody() {
        let who = after.contact.from.as_ref().map_or("", Words::text);
        return Some(authority(paper, who, no));
    }
    if after.kind != Kind::Complaint {
        return classified(paper, after.kind, no);
    }
    if 1 < after.contact.group.len() && after.lead.is_none() {
        return Some(petition(paper, no));
    }
    // Only what wrote to a machine is answered by one.
    let writes = matches!(after.channel, Channel::Portal | Channel::WebForm | Channel::Email);
    (paper.around.receipts && writes).then(|| receipt(paper, no))
}

/// What goes out once it is settled that a contact is something else than a complaint.
pub(super) fn classified(paper: &Paper<'_>, kind: Kind, no: u32) -> Option<Made> {
    match kind {
        Kind::ServiceRequest => service_request(paper, no),
        Kind::Compliment | Kind::Comment => thanks(paper, no),
        Kind::AsbReport => Some(elsewhere(paper, Ground::AsbReport, no)),
        Kind::Claim => Some(elsewhere(paper, Ground::InsuranceClaim, no)),
        Kind::Complaint | Kind::Enquiry | Kind::SurveyAnswer => None,
    }
}

/// A new code, and nothing of the case. Whoever may be reached in one safe way only gets none.
pub(super) fn code(paper: &Paper<'_>, no: u32) -> Option<Made> {
    let stage = paper.after.stage();
    let mut frame = paper.frame_as_it_stands(LetterId::PortalCode, stage, no);
    // The code stands in the letter itself, and not once more at its foot.
    let (at, secret) = (frame.follow_at.take()?, frame.code.take()?);
    let facts = PortalCodeFacts { frame, secret, is_link: false, at };
    Some(paper.of_frame((portal_code(&facts), &facts.frame), stage, &[]))
}

/// "12 months", as the policy has it.
fn within(paper: &Paper<'_>) -> Option<String> {
    Some(paper.t.length(&paper.around.terms.pack.age.limit.to_string()))
}

fn words_of(paper: &Paper<'_>) -> String {
    paper.after.contact.text.text().to_owned()
}

fn receipt(paper: &Paper<'_>, no: u32) -> Made {
    let after = paper.after;
    let facts = ContactReceiptFacts {
        frame: paper.frame_as_it_stands(LetterId::ContactReceipt, Stage::One, no),
        received_on: after.received_on,
        received_by: paper.t.came(after.channel),
        their_words: (after.channel == Channel::Portal).then(|| words_of(paper)),
        acknowledge_by: paper
            .clock(What::Acknowledgement, Stage::One)
            .filter(|clock| paper.around.on <= clock.due)
            .map(|clock| clock.due),
        within: within(paper),
    };
    let limits = [(BlockId::NextStep, facts.acknowledge_by)];
    paper.of_frame((contact_receipt(&facts), &facts.frame), Stage::One, &limits)
}

/// The way to their complaint for whoever lost their code. The link carries one of its own.
pub(super) fn link(paper: &Paper<'_>, (at, code): (&str, &str)) -> Letter {
    let mut frame = paper.frame_as_it_stands(LetterId::PortalCode, Stage::One, 1);
    frame.code = None;
    frame.follow_at = None;
    let (secret, at) = (code.to_owned(), at.to_owned());
    portal_code(&PortalCodeFacts { frame, secret, is_link: true, at })
}

/// The choice to complain, in writing.
pub(super) fn choice(paper: &Paper<'_>, no: u32) -> Made {
    let facts = ChoiceOfferFacts {
        frame: paper.frame_as_it_stands(LetterId::ChoiceOffer, Stage::One, no),
        heard_on: paper.after.received_on,
        heard: words_of(paper),
        within: within(paper),
    };
    paper.of_frame((choice_offer(&facts), &facts.frame), Stage::One, &[])
}

/// What is settled on the spot gets no letter where the policy says so (one-housing-2024 6.1.2).
fn service_request(paper: &Paper<'_>, no: u32) -> Option<Made> {
    let terms = paper.around.terms.pack.service_requests.as_ref();
    if terms.is_some_and(|terms| terms.no_receipt_clause.is_some()) {
        return None;
    }
    let after = paper.after;
    let contact = paper.around.clocks.iter().find(|it| it.what == What::ServiceRequestContact);
    let facts = ServiceRequestFacts {
        frame: paper.frame_as_it_stands(LetterId::ServiceRequestReceipt, Stage::One, no),
        received_on: after.received_on,
        received_by: paper.t.came(after.channel),
        name: match terms {
            None => paper.t.phrase(Phrase::ServiceRequest),
            // What most policies call it is not theirs alone.
            Some(terms) if terms.name == Tongue::first().phrase(Phrase::ServiceRequest) => {
                paper.t.phrase(Phrase::ServiceRequest)
            }
            Some(terms) => paper.t.typed(&terms.name),
        },
        words: words_of(paper),
        contact_by: contact.filter(|it| it.is_open() && paper.around.on <= it.due).map(|it| it.due),
    };
    let limits = [(BlockId::ContactDate, facts.contact_by)];
    Some(paper.of_frame((service_request_receipt(&facts), &facts.frame), Stage::One, &limits))
}

fn thanks(paper: &Paper<'_>, no: u32) -> Option<Made> {
    let facts = ComplimentFacts {
        frame: paper.frame_as_it_stands(LetterId::ComplimentThanks, Stage::One, no),
        told_on: paper.after.received_on,
        words: words_of(paper),
        giver: None,
    };
    let letter = compliment_thanks(&facts);
    Some(paper.of_frame((letter, &facts.frame), Stage::One, &[]))
}

/// What somebody told us is dealt with by another team, named by the policy where it names one.
fn elsewhere(paper: &Paper<'_>, ground: Ground, no: u32) -> Made {
    let terms = paper.around.terms.pack.ground(ground);
    let named = terms.and_then(|terms| terms.goes_to.clone());
    let team = match ground {
        Ground::AsbReport => Phrase::TeamForBehaviour,
        _ => Phrase::TeamForClaims,
    };
    let to = match named {
        Some(named) => paper.t.typed(&crate::words::sentence(&named)),
        None => crate::words::sentence(&paper.t.phrase(team)),
    };
    let facts = OtherRouteFacts {
        frame: paper.frame_as_it_stands(LetterId::OtherRoute, Stage::One, no),
        stage: Stage::One.number(),
        moved: vec![MovedPoint {
            text: words_of(paper),
            to,
            contact: paper.t.ring_and_ask(&paper.around.sender.phone),
        }],
        kept: Vec::new(),
    };
    paper.of_frame((other_route(&facts), &facts.frame), Stage::One, &[])
}

fn authority_facts(paper: &Paper<'_>, id: LetterId, who: &str, no: u32) -> AuthorityFacts {
    let after = paper.after;
    let stage = after.stage();
    let behalf = after.contact.on_behalf_of.as_ref().map(Words::text);
    let from = after.contact.from.as_ref().map_or("", Words::text);
    let on_record = paper.around.person.map(|person| person.name.text());
    let person = behalf.or(on_record).unwrap_or(from).to_owned();
    // Whoever wrote sees their own words; a representative named later wrote nothing here.
    let wrote = from.trim() == who.trim();
    let mut frame = match id {
        LetterId::AuthorityRequest => paper.frame_as_it_stands(id, stage, no),
        _ => paper.frame_to(who, id, stage, no),
    };
    if id == LetterId::AuthorityRequest && behalf.is_some() {
        frame.addressee.name.clone_from(&person);
        frame.addressee.known_as.clone_from(&person);
    }
    AuthorityFacts {
        frame,
        stage: stage.number(),
        person,
        who: who.to_owned(),
        wrote_on: if wrote { after.received_on } else { paper.around.on },
        their_words: if wrote { words_of(paper) } else { String::new() },
        running: paper.running(stage),
    }
}

/// Asks the person whether somebody may speak for them.
pub(super) fn authority(paper: &Paper<'_>, who: &str, no: u32) -> Made {
    let facts = authority_facts(paper, LetterId::AuthorityRequest, who, no);
    let stage = paper.after.stage();
    paper.of_frame((authority_request(&facts), &facts.frame), stage, &[])
}

/// Asks the representative for the person's word, and shows nothing of the case.
pub(super) fn authority_of_representative(paper: &Paper<'_>, who: &str, no: u32) -> Made {
    let facts = authority_facts(paper, LetterId::AuthorityRequestRepresentative, who, no);
    let stage = paper.after.stage();
    let letter = authority_request_representative(&facts);
    paper.of_frame((letter, &facts.frame), stage, &[])
}

fn petition_facts(paper: &Paper<'_>, id: LetterId, lead: &str, no: u32) -> PetitionFacts {
    let after = paper.after;
    let stage = after.stage();
    let mut frame = paper.frame_as_it_stands(id, stage, no);
    if !lead.is_empty() {
        frame.addressee.name = lead.to_owned();
        frame.addressee.known_as = lead.to_owned();
        frame.addressee.lines.clear();
    }
    PetitionFacts {
        frame,
        stage: stage.number(),
        received_on: after.received_on,
        received_by: paper.t.came(after.channel),
        lead: lead.to_owned(),
        answer_by: paper.answer_by(stage),
    }
}

fn petition(paper: &Paper<'_>, no: u32) -> Made {
    let facts = petition_facts(paper, LetterId::PetitionLeadRequest, "", no);
    paper.of_frame((petition_lead_request(&facts), &facts.frame), Stage::One, &[])
}

/// Somebody else leads the group from now on; the first lead is told by the acknowledgement.
pub(super) fn new_lead(paper: &Paper<'_>, who: &str, no: u32) -> Option<Made> {
    let before = paper.before?.lead.as_ref()?;
    if before.text() == who {
        return None;
    }
    let facts = petition_facts(paper, LetterId::PetitionNewContact, who, no);
    let stage = paper.after.stage();
    let limits = [(BlockId::StateOfCase, facts.answer_by)];
    Some(paper.of_frame((petition_new_contact(&facts), &facts.frame), stage, &limits))
}

/// Asks how we did.
pub(super) fn survey(paper: &Paper<'_>, no: u32) -> Made {
    let facts = SurveyFacts {
        frame: paper.frame_as_it_stands(LetterId::SurveyInvitation, Stage::One, no),
        within: within(paper),
    };
    paper.of_frame((survey_invitation(&facts), &facts.frame), Stage::One, &[])
}
