//! The answer at the end of each stage: what we found, decided, and do about it.

pub mod facts;
pub(crate) mod putting_right;

use redress_domain::policy::Place;
use redress_domain::vocabulary::Finding;

use crate::block::{BlockId, Made, Piece};
use crate::bodies;
use crate::draft::Draft;
use crate::letter::{Letter, LetterId};
use crate::refusal::reached;
use crate::tongue::Tongue;
use crate::wording::sentence;
use facts::{PointAnswer, ResponseFacts, Sources};

/// The answer at stage 1 (Code 6.9).
pub fn stage1_response(facts: &ResponseFacts) -> Letter {
    let id = LetterId::ResponseStage1;
    let mut draft = Draft::titled(&facts.frame, id, Some(1), "response-stage-1");
    short_answer(&mut draft, facts);
    draft.tell(BlockId::Stage, "response-is-stage-1", &[]);
    draft.tell_if_wanted(BlockId::Thanks, "thanks-for-patience");
    draft.late_admission(&facts.missed);
    definition(&mut draft, facts);
    decisions(&mut draft, facts, 1);
    putting_right::lay(&mut draft, facts);
    escalation(&mut draft, facts);
    other_bodies(&mut draft, facts);
    draft.finish()
}

/// The answer at stage 2, which is our last (Code 6.19, 6.20).
pub fn stage2_response(facts: &ResponseFacts) -> Letter {
    let id = LetterId::ResponseStage2;
    let mut draft = Draft::titled(&facts.frame, id, Some(2), "response-stage-2");
    short_answer(&mut draft, facts);
    draft.tell(BlockId::Stage, "response-is-stage-2", &[]);
    draft.tell_if_wanted(BlockId::Thanks, "thanks-for-patience");
    draft.late_admission(&facts.missed);
    definition(&mut draft, facts);
    why_unhappy(&mut draft, facts);
    decisions(&mut draft, facts, 2);
    putting_right::lay(&mut draft, facts);
    draft.tell(BlockId::ProcessEnded, "response-ended", &[]);
    other_bodies(&mut draft, facts);
    draft.finish()
}

fn short_answer(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let decided = match facts.overall() {
        Finding::Upheld | Finding::Overturned => "response-short-upheld",
        Finding::PartlyUpheld => "response-short-partly",
        Finding::NotUpheld | Finding::NotOverturned => "response-short-not",
        Finding::NoFinding => "response-short-none",
    };
    let mut sentences = vec![t.say(decided, &[])];
    if facts.admits_fault() {
        sentences.push(t.say("response-short-sorry", &[]));
    }
    sentences.push(match &facts.offer {
        Some(offer) => t.say("response-short-offer", &[("sum", &t.money(offer.total_pence))]),
        None => t.say("response-short-why", &[]),
    });
    draft.short_answer(&sentences);
}

fn definition(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let mut content = match facts.agreed_on {
        Some(agreed) => t.pieces("response-agreed", &[("day", &t.day(agreed))]),
        None => t.pieces("response-points", &[]),
    };
    content.push(Piece::Numbered(facts.points.iter().map(|it| t.typed(&it.text)).collect()));
    draft.generated(BlockId::Definition, content);
}

fn why_unhappy(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let mut said = t.words_of(&facts.why_unhappy.told_us);
    let tries: Vec<String> = facts.why_unhappy.tries.iter().map(|on| t.day(*on)).collect();
    if said.is_empty() && !tries.is_empty() {
        let days = t.all_of(&tries);
        said.push(Piece::Paragraph(t.say("response-tried", &[("days", &days)])));
    }
    draft.tell_of((BlockId::WhyUnhappy, Made::Written), "response-why-unhappy", &[], said);
}

fn decisions(draft: &mut Draft<'_>, facts: &ResponseFacts, stage: u8) {
    let t = draft.t;
    for (number, point) in (1..).zip(&facts.points) {
        let heading = t.say(verdict(point.finding), &[("number", &number.to_string())]);
        let mut found = t.written(&point.found);
        found.insert(0, Piece::Heading(heading));
        draft.for_point(BlockId::Found, Made::Written, number, found);
        if let Some(finding) = point.finding {
            let content = vec![Piece::Paragraph(t.say(decision_key(finding), &[]))];
            draft.for_point(BlockId::Decision, Made::Picked, number, content);
        }
        if stage == 2 {
            kept_or_changed(draft, number, point);
        }
        draft.for_point(BlockId::Reasons, Made::Written, number, t.written(&point.reasons));
        sources(draft, number, point);
    }
    let text = t.say(overall_key(facts.overall(), stage), &[]);
    let block = (BlockId::Decision, Made::Generated);
    draft.tell_of(block, "whole", &[], vec![Piece::Paragraph(text)]);
}

/// The answer first: the heading of a point says it.
fn verdict(finding: Option<Finding>) -> &'static str {
    match finding {
        Some(Finding::Upheld | Finding::Overturned) => "verdict-agree",
        Some(Finding::PartlyUpheld) => "verdict-partly",
        Some(Finding::NotUpheld | Finding::NotOverturned) => "verdict-disagree",
        Some(Finding::NoFinding) | None => "verdict-found",
    }
}

fn decision_key(finding: Finding) -> &'static str {
    match finding {
        Finding::Upheld => "decision-upheld",
        Finding::PartlyUpheld => "decision-partly-upheld",
        Finding::NotUpheld => "decision-not-upheld",
        Finding::NoFinding => "decision-no-finding",
        Finding::Overturned => "decision-overturned",
        Finding::NotOverturned => "decision-not-overturned",
    }
}

fn overall_key(finding: Finding, stage: u8) -> &'static str {
    match (finding, stage) {
        (Finding::Upheld | Finding::Overturned, _) => "whole-upheld",
        (Finding::PartlyUpheld, _) => "whole-partly-upheld",
        (Finding::NotUpheld | Finding::NotOverturned, _) => "whole-not-upheld",
        (Finding::NoFinding, 2) => "whole-no-finding-stage-2",
        (Finding::NoFinding, _) => "whole-no-finding",
    }
}

/// The English sentence that decides the whole, derived from the points: all, some, none.
pub(crate) fn overall(finding: Finding, stage: u8) -> String {
    Tongue::first().say(overall_key(finding, stage), &[])
}

fn kept_or_changed(draft: &mut Draft<'_>, number: u8, point: &PointAnswer) {
    let (Some(first), Some(now)) = (point.stage1_finding, point.finding) else { return };
    let t = draft.t;
    let then = match first {
        Finding::Upheld | Finding::Overturned => "first-upheld",
        Finding::PartlyUpheld => "first-partly-upheld",
        Finding::NotUpheld | Finding::NotOverturned => "first-not-upheld",
        Finding::NoFinding => "first-no-finding",
    };
    let since = if first == now { "first-stays" } else { "first-changed" };
    let content = vec![Piece::Paragraph(format!("{} {}", t.say(then, &[]), t.say(since, &[])))];
    draft.for_point(BlockId::Stage1KeptOrChanged, Made::Generated, number, content);
}

fn sources(draft: &mut Draft<'_>, number: u8, point: &PointAnswer) {
    let t = draft.t;
    let content = match &point.sources {
        Sources::Cited(sources) => {
            let lines: Vec<String> = sources.iter().map(|source| source.cited_in(t)).collect();
            if lines.is_empty() {
                return;
            }
            vec![Piece::Paragraph(t.say("sources", &[])), Piece::Items(lines)]
        }
        Sources::NoneApplies(why) => {
            let why = t.typed(&sentence(why));
            vec![Piece::Paragraph(t.say("sources-none", &[("why", &why)]))]
        }
    };
    draft.for_point(BlockId::Sources, Made::Picked, number, content);
}

fn escalation(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let t = draft.t;
    let ways = draft.channels();
    let mut content = t.pieces("response-escalation", &[("ways", &ways)]);
    if let Some(Piece::Paragraph(text)) = content.last_mut() {
        text.push(' ');
        text.push_str(&match facts.escalate_by {
            Some(last) => t.say("response-escalation-by", &[("day", &t.day(last))]),
            None => t.say("response-escalation-open", &[]),
        });
    }
    draft.generated(BlockId::Escalation, content);
}

fn other_bodies(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let items = reached(draft.t, &facts.other_bodies);
    bodies::lay(draft, &[Place::Answers, Place::FromTheStart], &items);
}
