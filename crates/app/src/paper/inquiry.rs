//! Letters for finding out: to contractors and teams, and to whoever is criticised.

use jiff::civil::Date;
use redress_letters::block::BlockId;
use redress_letters::inquiry::{
    CommentInvitationFacts, InformationFacts, comment_invitation, information_request,
};
use redress_letters::letter::LetterId;

use crate::paper::{Made, Paper};

/// A question to a contractor or a team: their part, and nothing else of the case.
pub(super) fn information(
    paper: &Paper<'_>,
    (from, what): (&str, &str),
    due: Option<Date>,
    no: u32,
) -> Made {
    let stage = paper.after.stage();
    let facts = InformationFacts {
        frame: paper.frame_to(from, LetterId::InformationRequest, stage, no),
        stage: stage.number(),
        what: what.to_owned(),
        reply_by: due,
        asked_on: None,
    };
    let limits = [(BlockId::ReplyBy, due)];
    paper.of_frame((information_request(&facts), &facts.frame), stage, &limits)
}

/// What is said about somebody, before it is decided.
pub(super) fn comment(paper: &Paper<'_>, (who, about): (&str, &str), no: u32) -> Made {
    let stage = paper.after.stage();
    let facts = CommentInvitationFacts {
        frame: paper.frame_to(who, LetterId::CommentInvitation, stage, no),
        stage: stage.number(),
        allegation: about.to_owned(),
        reply_by: None,
    };
    paper.of_frame((comment_invitation(&facts), &facts.frame), stage, &[])
}
