//! The answer at the end of each stage: what we found, decided, and do about it.

pub mod facts;
pub(crate) mod putting_right;

use redress_domain::policy::Place;
use redress_domain::vocabulary::Finding;

use crate::block::{BlockId, Made, Piece};
use crate::bodies;
use crate::draft::{Draft, written};
use crate::letter::{Letter, LetterId};
use crate::wording::{all_of, day, money, sentence};
use facts::{PointAnswer, ResponseFacts, Sources};

/// The answer at stage 1 (Code 6.9).
pub fn stage1_response(facts: &ResponseFacts) -> Letter {
    let title = "Our answer to your complaint (stage 1)";
    let mut draft = Draft::new(&facts.frame, LetterId::ResponseStage1, Some(1), title);
    draft.short_answer(&short_answer(facts));
    let text = "This is our answer at stage 1 of our complaints process.";
    stage(&mut draft, "This is our stage 1 answer", text);
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
    let title = "Our last answer to your complaint (stage 2)";
    let mut draft = Draft::new(&facts.frame, LetterId::ResponseStage2, Some(2), title);
    draft.short_answer(&short_answer(facts));
    let text = "This is our answer at stage 2 of our complaints process. It is our last answer.";
    stage(&mut draft, "This is our last answer", text);
    draft.tell_if_wanted(BlockId::Thanks, "thanks-for-patience");
    draft.late_admission(&facts.missed);
    definition(&mut draft, facts);
    why_unhappy(&mut draft, facts);
    decisions(&mut draft, facts, 2);
    putting_right::lay(&mut draft, facts);
    let ended = "You have been through both stages of our complaints process. There is no further \
                 stage with us.";
    let heading = Piece::Heading("Our process has come to its end".to_owned());
    draft.generated(BlockId::ProcessEnded, vec![heading, Piece::Paragraph(ended.to_owned())]);
    other_bodies(&mut draft, facts);
    draft.finish()
}

fn short_answer(facts: &ResponseFacts) -> Vec<String> {
    let mut sentences = vec![
        match facts.overall() {
            Finding::Upheld | Finding::Overturned => "We agree with your complaint and uphold it.",
            Finding::PartlyUpheld => "We agree with part of your complaint and uphold that part.",
            Finding::NotUpheld | Finding::NotOverturned => {
                "We looked into your complaint and we do not uphold it."
            }
            Finding::NoFinding => "We looked into your complaint and could not decide it.",
        }
        .to_owned(),
    ];
    if facts.admits_fault() {
        sentences.push("We are sorry for what went wrong.".to_owned());
    }
    match &facts.offer {
        Some(offer) => sentences.push(format!("We offer you {}.", money(offer.total_pence))),
        None => sentences.push("This letter tells you why.".to_owned()),
    }
    sentences
}

fn stage(draft: &mut Draft<'_>, heading: &str, text: &str) {
    let content = vec![Piece::Heading(heading.to_owned()), Piece::Paragraph(text.to_owned())];
    draft.generated(BlockId::Stage, content);
}

fn definition(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let intro = match facts.agreed_on {
        Some(agreed) => format!("This is how your complaint was set out on {}.", day(agreed)),
        None => "These are the points that we looked into.".to_owned(),
    };
    let points = facts.points.iter().map(|point| point.text.clone()).collect();
    let content = vec![
        Piece::Heading("What your complaint is about: the complaint definition".to_owned()),
        Piece::Paragraph(intro),
        Piece::Numbered(points),
    ];
    draft.generated(BlockId::Definition, content);
}

fn why_unhappy(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let mut content = vec![Piece::Heading("Why you asked us to look again".to_owned())];
    let said = written(&facts.why_unhappy.told_us);
    let tries: Vec<String> = facts.why_unhappy.tries.iter().map(|on| day(*on)).collect();
    match (said.is_empty(), tries.is_empty()) {
        (false, _) => content.extend(said),
        (true, false) => content.push(Piece::Paragraph(format!(
            "We tried to ask you on {} what you were still unhappy about. You did not have to tell \
             us. We looked at every point again.",
            all_of(&tries)
        ))),
        (true, true) => content.clear(),
    }
    draft.written(BlockId::WhyUnhappy, content);
}

fn decisions(draft: &mut Draft<'_>, facts: &ResponseFacts, stage: u8) {
    for (number, point) in (1..).zip(&facts.points) {
        let mut found = written(&point.found);
        found.insert(0, Piece::Heading(format!("Point {number}: {}", verdict(point.finding))));
        draft.for_point(BlockId::Found, Made::Written, number, found);
        if let Some(finding) = point.finding {
            let text = decision(finding).to_owned();
            let content = vec![Piece::Paragraph(text)];
            draft.for_point(BlockId::Decision, Made::Picked, number, content);
        }
        if stage == 2 {
            kept_or_changed(draft, number, point);
        }
        draft.for_point(BlockId::Reasons, Made::Written, number, written(&point.reasons));
        sources(draft, number, point);
    }
    let heading = Piece::Heading("Our decision on the whole complaint".to_owned());
    let text = overall(facts.overall(), stage);
    draft.generated(BlockId::Decision, vec![heading, Piece::Paragraph(text.to_owned())]);
}

/// The answer first: the heading of a point says it.
fn verdict(finding: Option<Finding>) -> &'static str {
    match finding {
        Some(Finding::Upheld | Finding::Overturned) => "we agree",
        Some(Finding::PartlyUpheld) => "we agree in part",
        Some(Finding::NotUpheld | Finding::NotOverturned) => "we do not agree",
        Some(Finding::NoFinding) | None => "what we found",
    }
}

/// The sentence that decides one point.
pub(crate) fn decision(finding: Finding) -> &'static str {
    match finding {
        Finding::Upheld => "We agree with this point. We uphold it.",
        Finding::PartlyUpheld => "We agree with part of this point. We partly uphold it.",
        Finding::NotUpheld => "We do not agree with this point. We do not uphold it.",
        Finding::NoFinding => "We were not able to decide this point, so we make no finding on it.",
        Finding::Overturned => "We change the first decision on this point. We overturn it.",
        Finding::NotOverturned => {
            "We keep the first decision on this point. We do not overturn it."
        }
    }
}

/// The sentence that decides the whole, derived from the points: all, some, none.
pub(crate) fn overall(finding: Finding, stage: u8) -> &'static str {
    match (finding, stage) {
        (Finding::Upheld | Finding::Overturned, _) => "We uphold your complaint.",
        (Finding::PartlyUpheld, _) => "We partly uphold your complaint.",
        (Finding::NotUpheld | Finding::NotOverturned, _) => "We do not uphold your complaint.",
        (Finding::NoFinding, 2) => "We make no finding on your complaint at this stage.",
        (Finding::NoFinding, _) => "We make no finding on your complaint.",
    }
}

fn kept_or_changed(draft: &mut Draft<'_>, number: u8, point: &PointAnswer) {
    let (Some(first), Some(now)) = (point.stage1_finding, point.finding) else { return };
    let then = match first {
        Finding::Upheld | Finding::Overturned => "At stage 1 we upheld this point.",
        Finding::PartlyUpheld => "At stage 1 we partly upheld this point.",
        Finding::NotUpheld | Finding::NotOverturned => "At stage 1 we did not uphold this point.",
        Finding::NoFinding => "At stage 1 we made no finding on this point.",
    };
    let text = if first == now {
        format!("{then} That decision stays.")
    } else {
        format!("{then} We have changed that decision.")
    };
    let content = vec![Piece::Paragraph(text)];
    draft.for_point(BlockId::Stage1KeptOrChanged, Made::Generated, number, content);
}

fn sources(draft: &mut Draft<'_>, number: u8, point: &PointAnswer) {
    let content = match &point.sources {
        Sources::Cited(sources) => {
            let lines: Vec<String> = sources.iter().map(facts::Source::cited).collect();
            if lines.is_empty() {
                return;
            }
            vec![Piece::Paragraph("We went by:".to_owned()), Piece::Items(lines)]
        }
        Sources::NoneApplies(why) => vec![Piece::Paragraph(format!(
            "No policy or law settles this point. {}",
            sentence(why)
        ))],
    };
    draft.for_point(BlockId::Sources, Made::Picked, number, content);
}

fn escalation(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let mut text = format!(
        "You can ask us to look at your complaint again. That is stage 2. Somebody who had no part \
         in this answer will do it. You do not have to tell us why. You can {}.",
        draft.channels()
    );
    text.push_str(&match facts.escalate_by {
        Some(last) => format!(
            " Please ask by {}. If you ask later, we will look at why before we decide.",
            day(last)
        ),
        None => " There is no last day for this.".to_owned(),
    });
    let heading = Piece::Heading("If you are not happy with this answer".to_owned());
    draft.generated(BlockId::Escalation, vec![heading, Piece::Paragraph(text)]);
}

fn other_bodies(draft: &mut Draft<'_>, facts: &ResponseFacts) {
    let items: Vec<String> = facts
        .other_bodies
        .iter()
        .map(|body| format!("{} You can reach them here: {}", sentence(&body.name), body.contact))
        .collect();
    bodies::lay(draft, &[Place::Answers, Place::FromTheStart], &items);
}
