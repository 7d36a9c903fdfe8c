//! Turning away a complaint or a request for stage 2, with rights (Code 2.2 to 2.5, 5.11).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::book::Fill;
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::OtherBody;
use crate::tongue::Tongue;
use crate::wording::{phrase, sentence};

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
    let (title, short) = if facts.kept.is_empty() {
        ("not-accepted", "not-accepted-short")
    } else {
        ("not-accepted-part", "not-accepted-short-part")
    };
    let mut draft = Draft::titled(&facts.frame, LetterId::NotAccepted, None, title);
    draft.short_answer(&[draft.t.say(short, &[])]);
    decision(&mut draft, facts, "not-accepted-decision");
    body(draft, facts)
}

/// A request for stage 2 that is not taken on.
pub fn escalation_declined(facts: &RefusalFacts) -> Letter {
    let (title, short) = if facts.kept.is_empty() {
        ("escalation-declined", "escalation-declined-short")
    } else {
        ("escalation-declined-part", "escalation-declined-short-part")
    };
    let mut draft = Draft::titled(&facts.frame, LetterId::EscalationDeclined, Some(2), title);
    draft.short_answer(&[draft.t.say(short, &[])]);
    decision(&mut draft, facts, "escalation-declined-decision");
    body(draft, facts)
}

fn decision(draft: &mut Draft<'_>, facts: &RefusalFacts, key: &str) {
    let t = draft.t;
    let refused = facts.refused.iter().map(|point| t.typed(point)).collect();
    let by = phrase(&facts.decided_by);
    let mut content = t.pieces(key, &[]);
    content.push(Piece::Items(refused));
    content.push(Piece::Paragraph(t.say("refusal-decided-by", &[("name", &by)])));
    draft.generated(BlockId::Decision, content);
}

fn body(mut draft: Draft<'_>, facts: &RefusalFacts) -> Letter {
    let t = draft.t;
    let says = t.typed(&sentence(&facts.ground.says));
    let fill: Fill<'_> = &[("clause", &facts.ground.clause), ("says", &says)];
    let mut ground = t.pieces("refusal-ground", fill);
    if !facts.ground.proof.is_empty() {
        ground.push(Piece::Items(facts.ground.proof.iter().map(|line| sentence(line)).collect()));
    }
    draft.picked(BlockId::Ground, ground);
    draft.quote(BlockId::Reasons, "refusal-reasons", &facts.reasons);
    draft.quote(BlockId::Considered, "refusal-considered", &facts.considered);
    points_kept(&mut draft, facts);
    let items = reached(t, &facts.where_now);
    draft.list((BlockId::WhereNow, Made::Generated), "refusal-where-now", items);
    draft.finish()
}

/// Each body with how to reach it.
pub(crate) fn reached(t: &Tongue, bodies: &[OtherBody]) -> Vec<String> {
    let item = |body: &OtherBody| {
        let reach = t.say("reach-them", &[("contact", &body.contact)]);
        format!("{} {reach}", sentence(&body.name))
    };
    bodies.iter().map(item).collect()
}

fn points_kept(draft: &mut Draft<'_>, facts: &RefusalFacts) {
    if facts.kept.is_empty() {
        return;
    }
    let t = draft.t;
    let kept = facts.kept.iter().map(|point| t.typed(point)).collect();
    let mut content = vec![Piece::Items(kept)];
    if let Some(by) = facts.kept_answer_by {
        content.push(Piece::Paragraph(t.say("refusal-kept-by", &[("day", &t.day(by))])));
    }
    draft.tell_of((BlockId::PointsKept, Made::Generated), "refusal-kept", &[], content);
}
