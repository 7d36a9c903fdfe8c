//! Letters that somebody wanted written and that go with no other act.

use redress_domain::command::WriteLetter;
use redress_domain::escalation;
use redress_domain::event::Written;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Authority, Stage};
use redress_letters::block::BlockId;
use redress_letters::course::{
    DisruptionFacts, PreClosureFacts, disruption_notice, pre_closure_contact,
};
use redress_letters::inquiry::{
    EvidenceRequestFacts, InformationFacts, MeetingFacts, evidence_request, information_request,
    meeting_invitation,
};
use redress_letters::intake::{
    ComplimentFacts, MemberReplyFacts, compliment_to_staff, member_reply,
};
use redress_letters::letter::LetterId;

use crate::paper::response::actions;
use crate::paper::{Made, Paper, sums};

/// The letter that somebody wanted.
pub(super) fn wanted(paper: &Paper<'_>, it: &Written, no: u32) -> Option<Made> {
    let stage = it.stage;
    match &it.says {
        WriteLetter::EvidenceRequest { what, reply_by } => {
            let reply_by = (*reply_by)?;
            let facts = EvidenceRequestFacts {
                frame: paper.frame_as_it_stands(LetterId::EvidenceRequest, stage, no),
                stage: stage.number(),
                what: what.text().to_owned(),
                reply_by,
                running: paper.running(stage),
            };
            let limits = [(BlockId::ReplyBy, Some(reply_by))];
            Some(paper.of_frame((evidence_request(&facts), &facts.frame), stage, &limits))
        }
        WriteLetter::MeetingInvitation { meets_on, at, place, people } => {
            let facts = MeetingFacts {
                frame: paper.frame_as_it_stands(LetterId::MeetingInvitation, stage, no),
                stage: stage.number(),
                on: (*meets_on)?,
                at: at.trim().to_owned(),
                place: place.text().trim().to_owned(),
                people: people.iter().map(|who| who.text().trim().to_owned()).collect(),
            };
            Some(paper.of_frame((meeting_invitation(&facts), &facts.frame), stage, &[]))
        }
        WriteLetter::InformationRequestChaser { request } => {
            let asked = paper.after.information.iter().find(|it| it.id == *request)?;
            let id = LetterId::InformationRequestChaser;
            let facts = InformationFacts {
                frame: paper.frame_to(asked.from.text(), id, stage, no),
                stage: stage.number(),
                what: asked.what.text().to_owned(),
                reply_by: Some(asked.due?),
                asked_on: Some(asked.on),
            };
            // Its day has passed: it is told, not promised.
            Some(paper.of_frame((information_request(&facts), &facts.frame), stage, &[]))
        }
        WriteLetter::OfferReminder { offer } => sums::reminder(paper, offer.as_ref()?, no),
        WriteLetter::PreClosureContact {} => before_closing(paper, stage, no),
        WriteLetter::ComplimentToStaff { who, giver_agrees } => {
            let giver = paper.around.person.map(|person| person.name.text().trim().to_owned());
            let facts = ComplimentFacts {
                frame: paper.frame_to(who.text(), LetterId::ComplimentToStaff, Stage::One, no),
                told_on: paper.after.received_on,
                words: paper.after.contact.text.text().to_owned(),
                giver: giver.filter(|name| *giver_agrees && !name.is_empty()),
            };
            Some(paper.of_frame((compliment_to_staff(&facts), &facts.frame), Stage::One, &[]))
        }
        WriteLetter::DisruptionNotice { what_happened, effect, back_by } => {
            let facts = DisruptionFacts {
                frame: paper.frame_as_it_stands(LetterId::DisruptionNotice, stage, no),
                stage: Some(stage.number()),
                what_happened: what_happened.text().to_owned(),
                effect_on_you: effect.text().to_owned(),
                back_by: (*back_by)?,
            };
            Some(paper.of_frame((disruption_notice(&facts), &facts.frame), stage, &[]))
        }
    }
}

fn before_closing(paper: &Paper<'_>, stage: Stage, no: u32) -> Option<Made> {
    paper.after.at(stage)?.responded.as_ref()?;
    let window = escalation::last_day(paper.after)
        .filter(|last| stage == Stage::One && paper.around.on <= *last);
    let facts = PreClosureFacts {
        frame: paper.frame_as_it_stands(LetterId::PreClosureContact, stage, no),
        stage: stage.number(),
        actions: actions(paper.after),
        window_open_until: window,
    };
    let limits = [(BlockId::WindowOpenUntil, window)];
    Some(paper.of_frame((pre_closure_contact(&facts), &facts.frame), stage, &limits))
}

/// What an elected member is told.
pub(super) fn to_member(paper: &Paper<'_>, reply: &Words, no: u32) -> Made {
    let after = paper.after;
    let from = after.contact.from.as_ref().map_or("", Words::text);
    let held = |it: &(Words, Authority)| it.1 == Authority::Held;
    let facts = MemberReplyFacts {
        frame: paper.frame_to(from, LetterId::MemberReply, Stage::One, no),
        asked_on: after.received_on,
        question: after.contact.text.text().to_owned(),
        answer: reply.text().to_owned(),
        consent_held: after.representative.as_ref().is_some_and(held),
    };
    paper.of_frame((member_reply(&facts), &facts.frame), Stage::One, &[])
}
