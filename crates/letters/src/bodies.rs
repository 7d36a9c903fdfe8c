//! Other bodies that letters name: which of them, where, in which words.

use redress_domain::policy::{Body, Place};

use crate::block::{BlockId, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::tongue::Tongue;

/// The words for a body.
fn words(t: &Tongue, body: Body) -> String {
    let key = match body {
        Body::ElectedMembers => "body-elected-members",
        Body::FirstTierTribunal => "body-first-tier-tribunal",
        Body::SocialCareOmbudsman => "body-social-care-ombudsman",
        Body::CareQualityCommission => "body-care-quality-commission",
        Body::CommissioningCouncil => "body-commissioning-council",
        Body::BuildingSafetyRegulator => "body-building-safety-regulator",
    };
    t.say(key, &[])
}

fn at(frame: &Frame, places: &[Place]) -> Vec<String> {
    let posts = frame.signposts.iter().filter(|post| places.contains(&post.place));
    posts.map(|post| words(frame.tongue(), post.body)).collect()
}

/// The block of others who can help, as the policy has it and the case adds to it.
pub(crate) fn lay(draft: &mut Draft<'_>, places: &[Place], more: &[String]) {
    let mut items = at(draft.frame(), places);
    items.extend(more.iter().cloned());
    if !items.is_empty() {
        let mut content = draft.t.pieces("other-bodies", &[]);
        content.push(Piece::Items(items));
        draft.generated(BlockId::OtherBodies, content);
    }
}

/// What stands under the Housing Ombudsman where a policy has two Ombudsmen.
pub(crate) fn beside_the_ombudsman(frame: &Frame) -> Vec<Piece> {
    let others = at(frame, &[Place::BesideTheOmbudsman]);
    if others.is_empty() {
        return Vec::new();
    }
    let intro = Piece::Paragraph(frame.tongue().say("body-beside-ombudsman", &[]));
    std::iter::once(intro).chain(others.into_iter().map(Piece::Paragraph)).collect()
}
