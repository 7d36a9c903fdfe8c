//! Turning away a complaint or a request for stage 2, with rights (Code 2.2 to 2.5, 5.11).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Piece};
use crate::draft::{Draft, under};
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::OtherBody;
use crate::wording::{day, phrase, sentence};

/// What a refusal needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalFacts {
    pub frame: Frame,
    /// The points refused, in the agreed or the person's words.
    pub refused: Vec<String>,
    /// The points that we go on with.
    pub kept: Vec<String>,
    /// When those are answered, where any are.
    pub kept_answer_by: Option<Date>,
    /// "Priya Nair (Complaints Manager)": a named person.
    pub decided_by: String,
    pub ground: GroundFacts,
    /// This case's facts.
    pub reasons: String,
    /// Circumstances, vulnerability, discretion on time.
    pub considered: String,
    pub where_now: Vec<OtherBody>,
    /// Whether the ground says that another body is the right one.
    pub ground_names_a_body: bool,
}

/// The ground of the policy, and what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundFacts {
    pub clause: String,
    /// What the clause says, in plain words, as a sentence.
    pub says: String,
    /// The proof held, as sentences.
    pub proof: Vec<String>,
}

/// A complaint that is not taken on.
pub fn not_accepted(facts: &RefusalFacts) -> Letter {
    let title = if facts.kept.is_empty() {
        "We cannot take on your complaint"
    } else {
        "We cannot take on part of your complaint"
    };
    let mut draft = Draft::new(&facts.frame, LetterId::NotAccepted, None, title);
    let mut short = vec![if facts.kept.is_empty() {
        "We have decided not to look into your complaint.".to_owned()
    } else {
        "We have decided not to look into part of your complaint.".to_owned()
    }];
    short.push("This letter tells you why and how to challenge it.".to_owned());
    draft.short_answer(&short);
    let opening = "We have decided that we will not look into this:";
    decision(&mut draft, facts, "What we have decided", opening);
    body(draft, facts)
}

/// A request for stage 2 that is not taken on.
pub fn escalation_declined(facts: &RefusalFacts) -> Letter {
    let title = if facts.kept.is_empty() {
        "We cannot take your complaint to stage 2"
    } else {
        "We cannot take part of your complaint to stage 2"
    };
    let mut draft = Draft::new(&facts.frame, LetterId::EscalationDeclined, Some(2), title);
    draft.short_answer(&[
        if facts.kept.is_empty() {
            "We have decided not to look at your complaint again.".to_owned()
        } else {
            "We have decided not to look at part of your complaint again.".to_owned()
        },
        "This letter tells you why and how to challenge it.".to_owned(),
    ]);
    let opening = "We have decided that we will not look at this again:";
    decision(&mut draft, facts, "What we have decided", opening);
    body(draft, facts)
}

fn decision(draft: &mut Draft<'_>, facts: &RefusalFacts, heading: &str, opening: &str) {
    draft.generated(
        BlockId::Decision,
        vec![
            Piece::Heading(heading.to_owned()),
            Piece::Paragraph(opening.to_owned()),
            Piece::Items(facts.refused.clone()),
            Piece::Paragraph(format!(
                "{} decided this, for your complaint alone.",
                phrase(&facts.decided_by)
            )),
        ],
    );
}

fn body(mut draft: Draft<'_>, facts: &RefusalFacts) -> Letter {
    let mut ground = vec![
        Piece::Heading("What our policy says".to_owned()),
        Piece::Paragraph(format!(
            "Our complaints policy ({}) says this. {}",
            facts.ground.clause,
            sentence(&facts.ground.says)
        )),
    ];
    if !facts.ground.proof.is_empty() {
        ground.push(Piece::Items(facts.ground.proof.iter().map(|line| sentence(line)).collect()));
    }
    draft.picked(BlockId::Ground, ground);
    draft.written(BlockId::Reasons, under("Why this applies to you", &facts.reasons));
    draft.written(BlockId::Considered, under("What else we thought about", &facts.considered));
    points_kept(&mut draft, facts);
    let items: Vec<String> = facts
        .where_now
        .iter()
        .map(|body| format!("{} You can reach them here: {}", sentence(&body.name), body.contact))
        .collect();
    if !items.is_empty() {
        let heading = Piece::Heading("Who can deal with it".to_owned());
        draft.generated(BlockId::WhereNow, vec![heading, Piece::Items(items)]);
    }
    draft.finish()
}

fn points_kept(draft: &mut Draft<'_>, facts: &RefusalFacts) {
    if facts.kept.is_empty() {
        return;
    }
    let mut content = vec![
        Piece::Heading("What we will go on with".to_owned()),
        Piece::Paragraph("We are looking into the rest of your complaint:".to_owned()),
        Piece::Items(facts.kept.clone()),
    ];
    if let Some(by) = facts.kept_answer_by {
        content.push(Piece::Paragraph(format!("We will answer that by {}.", day(by))));
    }
    draft.generated(BlockId::PointsKept, content);
}
