//! Stored names of events: each is what is written, and the list is closed.

use std::collections::BTreeSet;

use redress_domain::event::{Event, Happened};
use serde_json::{Value, json};

use crate::story::{
    acknowledged, answered, answered_twice, ask_for_stage_2, day, escalate, given, on, receive,
};

/// Every name that was ever stored. It grows at the end and never changes.
const STORED: &[&str] = &[
    "complaint-received",
    "contact-classified",
    "choice-offered",
    "representative-authorised",
    "complaint-accepted",
    "complaint-declined",
    "acceptance-directed",
    "lead-named",
    "case-linked",
    "complaint-withdrawn",
    "received-date-corrected",
    "complaint-defined",
    "clarification-asked",
    "definition-confirmed",
    "complaint-acknowledged",
    "form-logged",
    "complaint-logged",
    "officer-assigned",
    "overseer-assigned",
    "conflict-declared",
    "contact-made",
    "updates-agreed",
    "needs-recorded",
    "correspondence-recorded",
    "evidence-recorded",
    "information-requested",
    "comment-invited",
    "staff-named",
    "staff-cleared",
    "letter-cleared",
    "point-added",
    "new-complaint-opened",
    "resident-updated",
    "response-extended",
    "point-found",
    "remedy-offered",
    "action-raised",
    "response-issued",
    "escalation-requested",
    "complaint-escalated",
    "escalation-declined",
    "response-reconsidered",
    "offer-accepted",
    "offer-rejected",
    "offer-paid",
    "action-updated",
    "action-completed",
    "policy-departed-from",
    "complaint-closed",
    "complaint-reopened",
    "resident-surveyed",
    "survey-answered",
    "lesson-recorded",
    "improvement-recorded",
    "letter-sent",
    "file-attached",
    "reference-given",
    "case-referred-back",
    "enquiry-answered",
    "offer-lapsed",
    "offer-referred-to-panel",
    "panel-recommended",
    "claim-referred-to-insurer",
    "calendar-changed",
    "adjustment-review-set",
    "settlement-attempted",
    "complaint-triaged",
    "meeting-held",
    "incident-recorded",
    "person-warned",
    "restriction-proposed",
    "restriction-approved",
    "restriction-refused",
    "restriction-reviewed",
    "restriction-lifted",
    "ombudsman-contacted",
    "evidence-requested",
    "evidence-sent",
    "more-time-asked",
    "ombudsman-determined",
    "ombudsman-ordered",
    "order-complied",
    "restriction-challenged",
    "determination-discussed",
    "outcome-offered",
    "outcome-answered",
    "request-settled",
    "request-reviewed",
    "letter-queued",
    "letter-withdrawn",
    "letter-bounced",
    "letter-returned",
    "letter-received",
    "action-disputed",
    "code-issued",
    "letter-written",
];

/// The names that reading knows.
fn readable() -> Vec<String> {
    let error = serde_json::from_value::<Event>(json!({ "kind": "?" })).unwrap_err().to_string();
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_stored_names_are_those_on_the_list() {
    let (mut readable, mut stored) = (readable(), STORED.to_vec());
    readable.sort_unstable();
    stored.sort_unstable();
    assert_eq!(readable, stored);
}

#[test]
fn every_event_is_stored_under_its_name_and_comes_back_as_it_went() {
    let mut seen = BTreeSet::new();
    for happened in samples() {
        let written = serde_json::to_value(&happened.event).unwrap();
        assert_eq!(written["kind"], json!(happened.event.name()));
        assert_eq!(serde_json::from_value::<Event>(written).unwrap(), happened.event);
        seen.insert(happened.event.name());
    }
    let missing: Vec<&&str> = STORED.iter().filter(|name| !seen.contains(**name)).collect();
    assert!(missing.is_empty(), "no sample of {missing:?}");
}

/// Histories that hold every kind of event.
fn samples() -> Vec<Happened> {
    let mut all = Vec::new();
    for steps in [answered_twice(), coming_in(), looking(), late(), ending(), beside(), requested()]
    {
        all.extend(given(steps).history().to_vec());
    }
    let by_hand = [
        json!({ "kind": "reference-given", "facts": { "reference": "RH-2025-00001-X" } }),
        json!({ "kind": "letter-sent", "facts": {
            "letter": "response-stage-1", "number": 3, "stage": 1, "channel": "letter",
            "sent-on": "2025-04-25", "text": "Dear Mrs Shah", "sha256": "ab", "kept-sha256": "cd",
            "passed": [{ "code": "tone", "reason": "Her own words" }],
        } }),
        json!({ "kind": "letter-queued", "facts": {
            "letter": "response-stage-1", "number": 4, "stage": 1, "channel": "email",
            "dated": "2025-04-28", "text": "Dear Mrs Shah", "sha256": "ab", "kept-sha256": "cd",
            "passed": [], "escalate-by": "2025-06-09",
        } }),
        json!({ "kind": "letter-written", "facts": { "stage": 1, "says": {
            "letter": "evidence-request", "what": "Receipts", "reply-by": "2025-04-28",
        } } }),
        json!({ "kind": "letter-withdrawn", "facts": { "number": 4, "reason": "Wrong name" } }),
        json!({ "kind": "letter-bounced", "facts": {
            "number": 3, "why": "No such mailbox", "address-was-theirs": false, "bounced": true,
        } }),
        json!({ "kind": "letter-returned", "facts": {
            "number": 3, "why": "Gone away", "address-was-theirs": true, "bounced": false,
        } }),
        json!({ "kind": "letter-received", "facts": { "number": 3, "received-on": "2025-04-29" } }),
        json!({ "kind": "case-referred-back", "facts": { "due": "2025-05-02" } }),
        json!({ "kind": "enquiry-answered", "facts": { "channel": "email" } }),
        json!({ "kind": "offer-lapsed", "facts": { "offer": "o1" } }),
        json!({ "kind": "offer-referred-to-panel", "facts": { "offer": "o1" } }),
        json!({ "kind": "panel-recommended", "facts": {
            "offer": "o1", "amount": 5000, "reasons": "It took long", "followed": true,
            "why-not": null,
        } }),
        json!({ "kind": "claim-referred-to-insurer", "facts": {
            "what": "A fall on the stair", "value": null,
        } }),
        json!({ "kind": "calendar-changed", "facts": { "change": "m1", "dates": [{
            "what": "response", "stage": 1, "of": null, "was": "2025-04-28",
            "counted": "2025-04-29", "fate": "keep", "because": "promised", "promised": true,
            "changed": "2025-04-24",
        }] } }),
        json!({ "kind": "file-attached", "facts": {
            "file": "f1", "name": "roof.jpg", "sha256": "ab", "bytes": 7, "media-type": "image/jpeg",
        } }),
    ];
    all.extend(by_hand.map(|event| Happened {
        on: day("2025-04-25"),
        by: None,
        event: serde_json::from_value(event).unwrap(),
    }));
    all
}

fn coming_in() -> Vec<crate::story::Step> {
    let decline = json!({
        "do": "decline", "ground": "rent-review", "reasons": "It is the rent review itself.",
        "circumstances": "None are known.",
    });
    steps([
        receive(),
        json!({ "do": "classify", "kind": "complaint" }),
        json!({ "do": "offer-choice", "answer": "complain" }),
        json!({ "do": "authorise-representative", "who": "Ray", "status": "pending" }),
        json!({ "do": "name-lead", "who": "Bo" }),
        json!({ "do": "link", "to": "c9" }),
        json!({ "do": "accept" }),
        json!({ "do": "correct-received-date", "to": "2025-04-04", "reason": "The caretaker knew" }),
        json!({ "do": "record-needs", "needs": ["A large type"], "disability": "Low sight" }),
        json!({ "do": "log-form" }),
        json!({ "do": "log" }),
        decline,
        json!({ "do": "accept-by-direction", "reference": "2025" }),
        json!({ "do": "withdraw" }),
        json!({ "do": "reopen", "reason": "She thought again" }),
    ])
}

fn steps<const N: usize>(commands: [Value; N]) -> Vec<crate::story::Step> {
    commands.map(|command| on("2025-04-28", command)).to_vec()
}

fn looking() -> Vec<crate::story::Step> {
    let mut all = acknowledged();
    all.extend(steps([
        json!({ "do": "ask-clarification", "question": "Which door?" }),
        json!({ "do": "confirm-definition" }),
        json!({ "do": "assign", "officer": "amira" }),
        json!({ "do": "assign", "officer": "ben", "oversees": true }),
        json!({ "do": "declare-conflict", "who": "amira", "about": "none" }),
        json!({ "do": "make-contact" }),
        json!({ "do": "agree-updates", "every": "1 week" }),
        json!({ "do": "record-correspondence", "with": "Mears", "direction": "out", "text": "When?" }),
        json!({ "do": "record-evidence", "what": "The diary" }),
        json!({ "do": "request-information", "from": "Mears", "what": "Notes" }),
        json!({ "do": "invite-comment", "who": "Farid", "about": "The visits" }),
        json!({ "do": "name-staff", "who": "otto" }),
        json!({ "do": "name-staff", "who": "otto", "no-longer": true, "reason": "A namesake" }),
        json!({ "do": "clear-letter", "letter": "response-stage-1", "author": "otto", "sha256": "c".repeat(64) }),
        json!({ "do": "add-point", "text": "Rude", "outcome": "A word", "related": true }),
        json!({ "do": "add-point", "text": "Lift", "outcome": "Mend", "related": false, "opens": "c2" }),
        json!({ "do": "update-resident", "text": "The scaffold is up." }),
        json!({ "do": "extend", "to": "2025-05-13", "reason": "The roof must be seen" }),
        json!({ "do": "depart-from-policy", "clause": "7.1.7", "reason": "Flood", "approved-by": "chloe" }),
    ]));
    all
}

/// Behaviour, the Ombudsman, an adjustment and an attempt to settle at once.
fn beside() -> Vec<crate::story::Step> {
    let mut all = acknowledged();
    let propose = json!({
        "do": "propose-restriction", "measure": "Letters only", "evidence": "He swore at Jo twice.",
        "proportionality": "A word did not help.", "equality": "Asked: no disability.",
    });
    all.extend(steps([
        json!({ "do": "record-needs", "needs": ["Large type"], "review-on": "2025-10-28" }),
        json!({ "do": "triage", "complexity": "simple", "vulnerable": false, "risk": "none", "course": "early-answer" }),
        json!({ "do": "record-meeting", "note": "At her flat", "companion-offered": true, "companions": ["Her son"] }),
        json!({ "do": "attempt-settlement", "what": "A visit the same day" }),
        json!({ "do": "record-incident", "what": "He swore at Jo", "conduct": "abuse" }),
        json!({ "do": "warn-person", "incident": "He swore at Jo again" }),
        propose.clone(),
        json!({ "do": "refuse-restriction", "reason": "Too soon" }),
        propose,
        json!({ "do": "approve-restriction", "review-on": "2025-07-28" }),
        json!({ "do": "review-restriction", "outcome": "It helps", "next-review": "2025-10-28" }),
        json!({ "do": "challenge-restriction", "reason": "I cannot write" }),
        json!({ "do": "lift-restriction", "reason": "All is well" }),
        json!({ "do": "ombudsman-contacts", "reference": "202501234" }),
        json!({ "do": "ombudsman-requests-evidence", "due": "2025-05-19", "items": ["The file"] }),
        json!({ "do": "ask-more-time", "to": "2025-05-26", "reason": "The roofer is away" }),
        json!({ "do": "send-evidence" }),
        json!({ "do": "ombudsman-determines", "heads": [{ "finding": "service-failure" }] }),
        json!({ "do": "ombudsman-orders", "what": "Pay", "due": "2025-09-01", "amount": 25000 }),
        json!({ "do": "comply-with-order", "id": "o1", "proof": "The remittance" }),
        json!({ "do": "discuss-determination", "with": "The director", "learning": "Ring back" }),
    ]));
    all
}

/// A request for service from its day to its end.
fn requested() -> Vec<crate::story::Step> {
    let mut request = receive();
    request["about"] = json!("service-request");
    steps([
        request,
        json!({ "do": "offer-outcome", "what": "A plumber", "due": "2025-05-02" }),
        json!({ "do": "answer-outcome", "answer": true, "text": "Good" }),
        json!({ "do": "review-request", "note": "On its way" }),
        json!({ "do": "settle-request", "outcome": "The tap is new" }),
    ])
}

fn late() -> Vec<crate::story::Step> {
    let mut all = answered();
    all.extend([
        on("2025-05-01", json!({ "do": "reconsider", "text": "We looked once more." })),
        on("2025-06-09", ask_for_stage_2()),
        on(
            "2025-06-10",
            json!({
                "do": "decline-escalation", "ground": "out-of-time",
                "reasons": "It came too late.", "circumstances": "We asked.",
            }),
        ),
        on("2025-06-11", ask_for_stage_2()),
        on("2025-06-12", {
            let mut decided = escalate("ben");
            decided["late-because"] = json!("She was ill.");
            decided
        }),
    ]);
    all
}

fn ending() -> Vec<crate::story::Step> {
    let mut all = answered();
    let offer = json!({
        "do": "offer-remedy", "kind": "money", "what": "Your time", "due": "2025-05-09", "amount": 5000,
    });
    all.extend(steps([
        offer.clone(),
        json!({ "do": "accept-offer" }),
        json!({ "do": "pay-offer", "paid-on": "2025-04-28", "to": "resident" }),
        offer,
        json!({ "do": "reject-offer" }),
        json!({ "do": "raise-action", "what": "Ring", "owner": "Amira", "due": "2025-05-06" }),
        json!({ "do": "update-action", "id": "a1", "text": "Tomorrow" }),
        json!({ "do": "complete-action", "id": "a1" }),
        json!({ "do": "issue-code" }),
        json!({ "do": "dispute-action", "id": "a1", "how": "not-done", "text": "Nobody rang" }),
        json!({ "do": "close", "reason": "agreed" }),
        json!({ "do": "reopen", "reason": "A slip" }),
        json!({ "do": "survey" }),
        json!({ "do": "answer-survey", "handling": 4, "outcome": 2 }),
        json!({ "do": "record-lesson", "cause": "No booking", "lesson": "Book twice" }),
        json!({ "do": "record-improvement", "what": "Two visits", "done-on": "2025-04-28" }),
    ]));
    all
}
