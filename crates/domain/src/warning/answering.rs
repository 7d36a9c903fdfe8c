//! What to look at when points are decided and the response goes.

use crate::clock::What;
use crate::command::{Find, Respond};
use crate::complaint::{Complaint, StageRecord};
use crate::ids::PointId;
use crate::personal::Words;
use crate::rules::Rules;
use crate::vocabulary::{Kind, RemedyKind};
use crate::warning::{WORDS_ENOUGH, Warning, around, late, money};

pub(super) fn find(given: &Find) -> Vec<Warning> {
    let mut found = Vec::new();
    let words = given.reasons.count();
    if words < WORDS_ENOUGH {
        found.push(Warning::ShortReasons { point: Some(given.point.clone()), words });
    }
    let why_none = given.no_sources_because.as_ref().is_some_and(|why| !why.is_blank());
    if !why_none && given.cites.iter().all(Words::is_blank) {
        found.push(Warning::NoSources { point: given.point.clone() });
    }
    found
}

pub(super) fn respond(complaint: &Complaint, given: &Respond, rules: &Rules<'_>) -> Vec<Warning> {
    if complaint.kind == Kind::Enquiry {
        return around::enquiry(complaint);
    }
    let record = complaint.current();
    let mut found = late(complaint, What::Response, rules);
    for points in same_reasons(record) {
        found.push(Warning::SameReasons { points });
    }
    let at_fault = record.findings.values().any(|it| it.finding.admits_fault());
    if at_fault && !given.apology && !has_apology(complaint) {
        found.push(Warning::NoApology);
    }
    found.extend(money::guidance(complaint, rules));
    if record.contacts.is_empty() {
        found.push(Warning::NoContactYet);
    }
    if complaint.evidence.is_empty() {
        found.push(Warning::NoEvidenceYet);
    }
    if let Some(who) = &record.officer
        && !complaint.conflicts.iter().any(|conflict| conflict.who == *who)
    {
        found.push(Warning::ConflictUnanswered { who: who.clone() });
    }
    found
}

fn has_apology(complaint: &Complaint) -> bool {
    let stage = complaint.stage();
    complaint
        .remedies
        .iter()
        .any(|it| it.stage == stage && it.remedy.kind == Some(RemedyKind::Apology))
}

/// Groups of points that were answered with the very same words.
fn same_reasons(record: &StageRecord) -> Vec<Vec<PointId>> {
    let mut groups: Vec<(String, Vec<PointId>)> = Vec::new();
    for (point, found) in &record.findings {
        let words = plain(found.given.reasons.text());
        if words.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, points)) => points.push(point.clone()),
            None => groups.push((words, vec![point.clone()])),
        }
    }
    groups.into_iter().map(|(_, points)| points).filter(|points| 1 < points.len()).collect()
}

/// Words alone: case, spaces and stops make no other answer.
fn plain(text: &str) -> String {
    text.split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
