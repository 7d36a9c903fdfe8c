//! Letters for finding out: to contractors and teams, to the person, to people who are criticised.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::update::clock_runs_on;

/// What a request for papers or pictures needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRequestFacts {
    pub frame: Frame,
    pub stage: u8,
    pub what: String,
    pub reply_by: Date,
    pub running: Vec<(String, Date)>,
}

/// Asks the person for proof of a loss; no clock waits for it.
pub fn evidence_request(facts: &EvidenceRequestFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::EvidenceRequest, Some(facts.stage), &[]);
    draft.quote(BlockId::WhatWeNeed, "evidence-request-need", &facts.what);
    draft.tell(BlockId::IfYouCannot, "evidence-request-cannot", &[]);
    let (by, ways) = (t.day(facts.reply_by), draft.channels());
    let fill: &[(&str, &str)] = &[("day", &by), ("ways", &ways)];
    draft.tell(BlockId::ReplyBy, "evidence-request-reply", fill);
    clock_runs_on(&mut draft, BlockId::ClockRunsOn, &facts.running);
    draft.finish()
}

/// What the invitation to a meeting or visit needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingFacts {
    pub frame: Frame,
    pub stage: u8,
    pub on: Date,
    /// "2.30pm".
    pub at: String,
    /// "your home", "our office in Mill Lane".
    pub place: String,
    /// Who comes, with their role.
    pub people: Vec<String>,
}

/// Invites somebody to a meeting, to which they may bring a companion (Code 3.6).
pub fn meeting_invitation(facts: &MeetingFacts) -> Letter {
    let t = facts.frame.tongue();
    let on = t.day(facts.on);
    let id = LetterId::MeetingInvitation;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[("day", &on)]);
    let (ways, people) = (draft.channels(), t.all_of(&facts.people));
    let fill: &[(&str, &str)] =
        &[("day", &on), ("time", &facts.at), ("place", &facts.place), ("ways", &ways)];
    draft.tell(BlockId::WhenWhere, "meeting-invitation-when", fill);
    draft.tell(BlockId::WhoComes, "meeting-invitation-who", &[("people", &people)]);
    draft.tell(BlockId::BringSomebody, "meeting-invitation-bring", &[]);
    draft.tell(BlockId::Needs, "meeting-invitation-needs", &[]);
    draft.finish()
}

/// What a request to a contractor or a team needs to know: their part, and nothing else of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InformationFacts {
    pub frame: Frame,
    pub stage: u8,
    pub what: String,
    pub reply_by: Option<Date>,
    /// The day of the first request, where this one reminds of it.
    pub asked_on: Option<Date>,
}

/// Asks a contractor or a team for what they know (Code 5.5).
pub fn information_request(facts: &InformationFacts) -> Letter {
    let t = facts.frame.tongue();
    let ways = reply_to(&facts.frame);
    let stage = Some(facts.stage);
    let mut draft = match (facts.asked_on, facts.reply_by) {
        (Some(asked), Some(by)) => {
            let (asked, by) = (t.day(asked), t.day(by));
            let fill: &[(&str, &str)] = &[("asked", &asked), ("day", &by), ("ways", &ways)];
            let id = LetterId::InformationRequestChaser;
            let mut draft = Draft::of(&facts.frame, id, stage, fill);
            draft.quote(BlockId::WhatWeNeed, "information-request-need", &facts.what);
            draft.tell(BlockId::ReplyBy, "information-request-chaser-reply", fill);
            draft
        }
        (_, by) => {
            let mut draft = Draft::of(&facts.frame, LetterId::InformationRequest, stage, &[]);
            draft.quote(BlockId::WhatWeNeed, "information-request-need", &facts.what);
            match by.map(|on| t.day(on)) {
                Some(by) => {
                    let fill: &[(&str, &str)] = &[("day", &by), ("ways", &ways)];
                    draft.tell(BlockId::ReplyBy, "information-request-reply", fill);
                }
                None => {
                    let fill: &[(&str, &str)] = &[("ways", &ways)];
                    draft.tell(BlockId::ReplyBy, "information-request-reply-open", fill);
                }
            }
            draft
        }
    };
    draft.tell(BlockId::Confidential, "confidential", &[]);
    draft.finish()
}

/// Where colleagues and contractors send their part.
fn reply_to(frame: &Frame) -> String {
    let landlord = &frame.landlord;
    let ways = [&landlord.email, &landlord.phone];
    ways.into_iter().find(|way| !way.trim().is_empty()).cloned().unwrap_or_default()
}

/// What an invitation to comment needs to know: what is said about this one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentInvitationFacts {
    pub frame: Frame,
    pub stage: u8,
    pub allegation: String,
    /// Inside the clock of the answer.
    pub reply_by: Option<Date>,
}

/// Asks somebody who is criticised for their side, before anything is decided (Code 5.8).
pub fn comment_invitation(facts: &CommentInvitationFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::CommentInvitation, Some(facts.stage), &[]);
    let said = t.written(&facts.allegation);
    let block = (BlockId::Allegation, Made::Written);
    draft.tell_of(block, "comment-invitation-allegation", &[], said);
    draft.tell(BlockId::DraftFinding, "comment-invitation-draft", &[]);
    let ways = reply_to(&facts.frame);
    match facts.reply_by.map(|on| t.day(on)) {
        Some(by) => {
            let fill: &[(&str, &str)] = &[("day", &by), ("ways", &ways)];
            draft.tell(BlockId::ReplyBy, "comment-invitation-reply", fill);
        }
        None => {
            draft.tell(BlockId::ReplyBy, "comment-invitation-reply-open", &[("ways", &ways)]);
        }
    }
    draft.tell(BlockId::Confidential, "confidential", &[]);
    draft.finish()
}
