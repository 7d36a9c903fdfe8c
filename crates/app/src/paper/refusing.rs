//! Letters that refuse: a complaint that is not taken on, a request for stage 2 that is declined.

use redress_domain::clock::What;
use redress_domain::command::Decline;
use redress_domain::escalation;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{EscalationGround, Ground, Role, Stage};
use redress_letters::check::facts::CheckFacts;
use redress_letters::letter::LetterId;
use redress_letters::ombudsman::Wording;
use redress_letters::phrases::{Phrase, Proof};
use redress_letters::refusal::not_accepted as not_accepted_letter;
use redress_letters::refusal::{GroundFacts, RefusalFacts, escalation_declined as declined_letter};
use redress_letters::response::facts::OtherBody;

use crate::paper::{Made, Paper};
use crate::words;

/// The letter about a complaint, or points of one, that is declined.
pub(super) fn not_accepted(paper: &Paper<'_>, refusal: &Decline, no: u32) -> Made {
    let after = paper.after;
    let terms = refusal.ground.and_then(|ground| paper.around.terms.pack.ground(ground));
    let chosen = refusal.points.clone().unwrap_or_default();
    let texts = |wanted: bool| -> Vec<String> {
        after
            .points
            .iter()
            .filter(|point| (chosen.is_empty() || chosen.contains(&point.id)) == wanted)
            .map(|point| point.text.text().to_owned())
            .collect()
    };
    let mut refused = texts(true);
    if refused.is_empty() {
        refused.push(after.contact.text.text().to_owned());
    }
    let mut kept = texts(false);
    kept.extend(refusal.handling_accepted.iter().map(|part| part.text().to_owned()));
    let body = refusal.body.as_ref().map(Words::text).map(str::to_owned);
    let goes_to = body.or_else(|| terms.and_then(|terms| terms.goes_to.clone()));
    let facts = RefusalFacts {
        frame: paper.frame(LetterId::NotAccepted, Stage::One, Wording::Challenge, no),
        refused,
        kept_answer_by: (!kept.is_empty())
            .then(|| paper.clock(What::Response, Stage::One).map(|clock| clock.due))
            .flatten(),
        kept,
        decided_by: decider(
            paper,
            after.declined.as_ref().and_then(|it| it.by.as_ref()),
            (Stage::One, Role::ComplaintsOfficer),
        ),
        ground: GroundFacts {
            clause: terms.map(|terms| terms.clause.clone()).unwrap_or_default(),
            says: terms.map(|terms| words::sentence(&terms.says)).unwrap_or_default(),
            proof: proof(paper, refusal),
        },
        reasons: refusal.reasons.text().to_owned(),
        considered: considered(refusal),
        ground_names_a_body: goes_to.is_some(),
        where_now: goes_to
            .into_iter()
            .map(|name| OtherBody {
                // The Ombudsman's own details follow in every refusal.
                contact: if name.contains("Ombudsman") {
                    paper.t.phrase(Phrase::StandsBelow)
                } else {
                    paper.t.put_through(&paper.around.sender.phone)
                },
                name: paper.t.typed(&words::sentence(&name)),
            })
            .collect(),
    };
    let held = CheckFacts::refusal(&facts, paper.pack_rules(Stage::One), None);
    (not_accepted_letter(&facts), paper.held_against(held, Stage::One), Stage::One)
}

/// Who decided it, by name: with the title where they hold the stage, alone where somebody else
/// decided, and by title only where the record names nobody.
fn decider(paper: &Paper<'_>, by: Option<&StaffId>, (stage, role): (Stage, Role)) -> String {
    let officer = paper.after.officer_at(stage);
    match by {
        Some(by) if officer != Some(by) => paper.name_of(by),
        by => paper.signed_by(by.or(officer), role),
    }
}

fn considered(refusal: &Decline) -> String {
    let mut text = words::sentence(refusal.circumstances.text());
    if let Some(discretion) = refusal.discretion.as_ref().filter(|text| !text.is_blank()) {
        text.push(' ');
        text.push_str(&words::sentence(discretion.text()));
    }
    text
}

/// What proves the ground, as sentences.
fn proof(paper: &Paper<'_>, refusal: &Decline) -> Vec<String> {
    let contact = &paper.after.contact;
    let received = paper.after.received_on;
    let mut proof = Vec::new();
    match refusal.ground {
        Some(Ground::TooOld) => {
            proof.extend(contact.happened_on.map(Proof::HappenedOn));
            proof.extend(contact.aware_on.map(Proof::AwareFrom));
            proof.push(Proof::ToldOn(received));
        }
        Some(Ground::CourtStarted) => {
            if let (Some(form), Some(details)) =
                (refusal.claim_form_filed_on, refusal.particulars_filed_on)
            {
                proof.push(Proof::AtCourt { form, details });
            }
        }
        _ => {
            proof.extend(refusal.earlier_case.as_ref().map(|case| Proof::AnsweredBefore(&case.0)));
        }
    }
    if refusal.ground.is_some_and(is_in_their_words) {
        proof.push(Proof::TheirWordsOf(received));
    }
    proof.extend(paper.after.evidence.iter().map(|it| Proof::Held(it.what.text())));
    proof.iter().map(|proof| paper.t.proof(proof)).collect()
}

/// Whether what the person told us shows by itself that the ground fits. The others rest on days,
/// on an earlier case, or on evidence on record.
fn is_in_their_words(ground: Ground) -> bool {
    match ground {
        Ground::ActingForOthers
        | Ground::OtherBody
        | Ground::RentReview
        | Ground::ServiceChargeSetting
        | Ground::DamagedBelongings
        | Ground::LiabilityOrInjury
        | Ground::InsuranceClaim
        | Ground::BuildingSafety
        | Ground::NewBuildDefect
        | Ground::AsbReport
        | Ground::SurveyAnswer
        | Ground::NotACustomer
        | Ground::StatutoryDecision
        | Ground::OtherReviewRoute
        | Ground::EmployeeConduct
        | Ground::Suggestion
        | Ground::Question
        | Ground::ServiceRequest
        | Ground::MemberEnquiry => true,
        Ground::TooOld
        | Ground::CourtStarted
        | Ground::CourtConcluded
        | Ground::AlreadyConsidered
        | Ground::OmbudsmanDetermined
        | Ground::EnforcementAction
        | Ground::BreachAction
        | Ground::LegalRepresentative
        | Ground::Vexatious => false,
    }
}

/// The letter about a request for stage 2 that is declined.
pub(super) fn escalation_declined(
    paper: &Paper<'_>,
    ground: EscalationGround,
    (reasons, circumstances): (&str, &str),
    no: u32,
) -> Made {
    let after = paper.after;
    let pack = paper.around.terms.pack;
    let mut proof = Vec::new();
    if let Some(request) = &after.escalation {
        proof.push(paper.t.proof(&Proof::AskedOn(request.received_on)));
        if let Some(last) = escalation::last_day(after).filter(|_| request.late) {
            proof.push(paper.t.proof(&Proof::LastDay(last)));
        }
    }
    let facts = RefusalFacts {
        frame: paper.frame(LetterId::EscalationDeclined, Stage::Two, Wording::Challenge, no),
        refused: after.points_at(Stage::One).iter().map(|it| it.text.text().to_owned()).collect(),
        kept: Vec::new(),
        kept_answer_by: None,
        decided_by: decider(
            paper,
            after.escalation.as_ref().and_then(|it| it.declined_by.as_ref()),
            (Stage::Two, Role::ComplaintsManager),
        ),
        ground: GroundFacts {
            clause: pack.escalation.decline_clause.clone(),
            says: words::names::escalation_ground_reason(ground).to_owned(),
            proof,
        },
        reasons: reasons.to_owned(),
        considered: circumstances.to_owned(),
        where_now: Vec::new(),
        ground_names_a_body: false,
    };
    let held = CheckFacts::refusal(&facts, paper.pack_rules(Stage::Two), Some(2));
    (declined_letter(&facts), held, Stage::Two)
}
