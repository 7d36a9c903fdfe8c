//! From what happened to how things stand. Folding never refuses: what happened, happened.

use jiff::civil::Date;

use crate::clock::settled;
use crate::command::Receive;
use crate::complaint::{
    Action, Cleared, Complaint, Conflict, Declined, Enquiry, Escalation, Evidence, Given,
    LeftBecause, Remedy, Request, StageRecord,
};
use crate::event::{Event, Happened};
use crate::ids::{PackId, StaffId};
use crate::vocabulary::{Channel, Choice, Kind, Stage};

mod beside;
mod money;
mod within;

use within::{touch, with_stage, within_stage};

/// Folds a history. None where nothing was received.
pub fn fold(history: &[Happened]) -> Option<Complaint> {
    let mut events = history.iter();
    let mut complaint = opening(events.next()?)?;
    for happened in events {
        apply(&mut complaint, happened);
    }
    Some(complaint)
}

fn opening(first: &Happened) -> Option<Complaint> {
    let Event::ComplaintReceived { pack, floor, received_on, channel, contact } = &first.event
    else {
        return None;
    };
    let mut complaint = received(pack.clone(), *floor, *channel, contact, *received_on, first);
    involved(&mut complaint, first);
    Some(complaint)
}

fn received(
    pack: PackId,
    floor: bool,
    channel: Channel,
    contact: &Receive,
    received_on: Date,
    first: &Happened,
) -> Complaint {
    Complaint {
        reference: None,
        pack,
        floor,
        contact: contact.clone(),
        channel,
        kind: contact.about,
        received_on,
        was_complaint: contact.about == Kind::Complaint,
        recorded_on: first.on,
        received_corrected: Vec::new(),
        choice: None,
        representative: contact.on_behalf_of.as_ref().map(|_| {
            (contact.from.clone().unwrap_or_default(), crate::vocabulary::Authority::Pending)
        }),
        lead: None,
        links: contact.same_matter_as.iter().chain(&contact.answers).cloned().collect(),
        points: Vec::new(),
        definition_version: 0,
        left: std::collections::BTreeMap::new(),
        stage_1: StageRecord::default(),
        stage_2: None,
        escalation: None,
        declined: None,
        directed_on: None,
        conflicts: Vec::new(),
        needs: Vec::new(),
        disability: None,
        evidence: Vec::new(),
        correspondence: 0,
        information: Vec::new(),
        triage: None,
        invited_to_comment: Vec::new(),
        about_staff: std::collections::BTreeSet::new(),
        remedies: Vec::new(),
        actions: Vec::new(),
        offers: Vec::new(),
        lessons: 0,
        letters: Vec::new(),
        waiting: Vec::new(),
        withdrawn_letters: Vec::new(),
        written: Vec::new(),
        cleared: Vec::new(),
        insurer_claims: Vec::new(),
        enquiry: (contact.about == Kind::Enquiry)
            .then_some(Enquiry { received_on, answered_on: None }),
        request: (contact.about == Kind::ServiceRequest)
            .then(|| Request::new(received_on, first.on)),
        rethought_on: None,
        rethought_until: None,
        rethink_open: false,
        behaviour: crate::complaint::Behaviour::default(),
        ombudsman: crate::complaint::Ombudsman::default(),
        adjustment_reviews: Vec::new(),
        departures: Vec::new(),
        settlement_attempts: Vec::new(),
        withdrawn_on: None,
        closed: None,
        reopened: 0,
        surveyed_on: None,
        settled: Vec::new(),
        to_tell: Vec::new(),
        last_on: first.on,
    }
}

/// Adds one event to a complaint.
pub fn apply(complaint: &mut Complaint, happened: &Happened) {
    let on = happened.on;
    complaint.last_on = on;
    involved(complaint, happened);
    settled::restart(complaint, &happened.event);
    match &happened.event {
        // A second receipt never happens to one case; were it in the record, the first stands.
        Event::ComplaintReceived { .. } | Event::ComplaintAccepted {} => {}
        Event::ReferenceGiven { reference } => complaint.reference = Some(reference.clone()),
        Event::ContactClassified { kind, .. } => {
            if *kind == Kind::Complaint {
                becomes_complaint(complaint, on);
            }
            complaint.kind = *kind;
            if *kind == Kind::Enquiry && complaint.enquiry.is_none() {
                complaint.enquiry =
                    Some(Enquiry { received_on: complaint.received_on, answered_on: None });
            }
            if *kind == Kind::ServiceRequest && complaint.request.is_none() {
                complaint.request = Some(Request::new(complaint.received_on, on));
            }
        }
        Event::ChoiceOffered { answer } => {
            complaint.choice = Some(*answer);
            if *answer == Choice::Complain {
                becomes_complaint(complaint, on);
                complaint.kind = Kind::Complaint;
            }
        }
        Event::RepresentativeAuthorised { who, status, .. } => {
            complaint.representative = Some((who.clone(), *status));
        }
        Event::ComplaintDeclined { whole, refusal, .. } => {
            for id in refusal.points.iter().flatten() {
                complaint.left.insert(id.clone(), LeftBecause::Declined);
            }
            complaint.declined = Some(Declined {
                on,
                by: happened.by.clone(),
                whole: *whole,
                refusal: (**refusal).clone(),
            });
        }
        Event::AcceptanceDirected { stage, .. } => match (stage, &mut complaint.escalation) {
            (Stage::Two, Some(request)) => request.directed_on = Some(on),
            _ => {
                complaint.directed_on = Some(on);
                complaint.left.retain(|_, because| *because != LeftBecause::Declined);
            }
        },
        Event::LeadNamed { who } => complaint.lead = Some(who.clone()),
        Event::CaseLinked { to } => complaint.links.push(to.clone()),
        Event::ComplaintWithdrawn { .. } => complaint.withdrawn_on = Some(on),
        Event::ReceivedDateCorrected { from, to, .. } => {
            complaint.received_corrected.push((*from, *to));
            complaint.received_on = *to;
        }
        Event::ConflictDeclared { who, about, mitigation } => complaint.conflicts.push(Conflict {
            who: who.clone(),
            none: about.text().trim().eq_ignore_ascii_case("none"),
            mitigated: mitigation.as_ref().is_some_and(|text| !text.is_blank()),
            mitigated_by: happened.by.clone(),
        }),
        Event::EvidenceRecorded { what, from, how, answers } => {
            let (what, from) = (what.clone(), from.clone());
            complaint.evidence.push(Evidence { on, what, from, how: *how });
            within::answered(complaint, answers.as_ref(), on);
        }
        Event::CorrespondenceRecorded { answers, .. } => {
            complaint.correspondence += 1;
            within::answered(complaint, answers.as_ref(), on);
        }
        Event::InformationRequested { from, what, due } => {
            within::asked(complaint, (from, what), *due, on);
        }
        Event::CommentInvited { who, staff, .. } => {
            complaint.invited_to_comment.push((who.clone(), on));
            if let Some(staff) = staff {
                within::barred(complaint, staff);
            }
        }
        Event::LetterCleared { letter, author, sha256, asks } => complaint.cleared.push(Cleared {
            letter: letter.clone(),
            by: happened.by.clone(),
            author: author.clone(),
            sha256: sha256.clone(),
            asks: asks.clone(),
        }),
        Event::StaffNamed { who } => within::barred(complaint, who),
        Event::StaffCleared { who, .. } => {
            complaint.about_staff.remove(who);
        }
        Event::NewComplaintOpened { opens, point, .. } => {
            complaint.links.push(opens.clone());
            if let Some(point) = point {
                complaint.left.insert(point.clone(), LeftBecause::Moved(opens.clone()));
            }
        }
        Event::RemedyOffered { stage, offer, action, remedy } => {
            complaint.remedies.push(Remedy {
                stage: *stage,
                on,
                offer: offer.clone(),
                action: action.clone(),
                remedy: (**remedy).clone(),
            });
            if let (Some(id), Some(amount)) = (offer, remedy.amount) {
                complaint.offers.push(money::offered(id, *stage, amount, on));
            }
            if let (Some(id), Some(due)) = (action, remedy.due) {
                complaint.actions.push(Action {
                    id: id.clone(),
                    stage: *stage,
                    what: remedy.what.clone(),
                    owner: remedy.owner.clone().unwrap_or_default(),
                    raised_on: on,
                    from_event: happened.event.name(),
                    due,
                    first_due: due,
                    done_on: None,
                    notes: Vec::new(),
                    disputes: Vec::new(),
                });
            }
            touch(complaint, *stage, &happened.by);
        }
        Event::ActionRaised { stage, id, what, owner, due } => complaint.actions.push(Action {
            id: id.clone(),
            stage: *stage,
            what: what.clone(),
            owner: owner.clone(),
            raised_on: on,
            from_event: happened.event.name(),
            due: *due,
            first_due: *due,
            done_on: None,
            notes: Vec::new(),
            disputes: Vec::new(),
        }),
        Event::ActionUpdated { id, text, due } => {
            if let Some(action) = complaint.actions.iter_mut().find(|action| action.id == *id) {
                action.notes.push((on, text.clone()));
                action.due = due.unwrap_or(action.due);
            }
        }
        Event::ActionCompleted { id, .. } => {
            if let Some(action) = complaint.actions.iter_mut().find(|action| action.id == *id) {
                action.done_on = Some(on);
            }
        }
        Event::OfferAccepted { .. }
        | Event::OfferRejected { .. }
        | Event::OfferLapsed { .. }
        | Event::OfferReferredToPanel { .. }
        | Event::PanelRecommended { .. }
        | Event::ClaimReferredToInsurer { .. }
        | Event::OfferPaid { .. } => money::apply(complaint, happened),
        Event::EnquiryAnswered { .. } => enquiry_answered(complaint, on),
        Event::CaseReferredBack { .. } => {
            if let Some(request) = &mut complaint.escalation {
                request.referred_back_on = Some(on);
            }
        }
        Event::ResponseReconsidered { open, escalate_by, .. } => {
            complaint.rethink_open = *open;
            if !open {
                complaint.rethought_on = Some(on);
                complaint.rethought_until = *escalate_by;
            }
        }
        Event::EscalationRequested { channel, reason, points, received_on, late } => {
            complaint.closed = None;
            complaint.escalation = Some(Escalation {
                received_on: *received_on,
                channel: *channel,
                reason: reason.clone(),
                points: points.clone(),
                late: *late,
                escalated_on: None,
                late_because: None,
                declined: None,
                declined_by: None,
                directed_on: None,
                logged_on: None,
                referred_back_on: None,
            });
        }
        Event::ComplaintEscalated { officer, late_because, .. } => {
            escalated(complaint, happened, officer, late_because.clone())
        }
        Event::EscalationDeclined { ground, .. } => {
            if let Some(request) = &mut complaint.escalation {
                request.declined = Some((on, *ground));
                request.declined_by = happened.by.clone();
                request.directed_on = None;
            }
        }
        Event::ComplaintClosed { reason, .. } => complaint.closed = Some((on, *reason)),
        Event::ComplaintReopened { .. } => {
            complaint.closed = None;
            complaint.withdrawn_on = None;
            complaint.reopened += 1;
        }
        Event::CalendarChanged { dates, .. } => settled::settle(complaint, dates),
        Event::ResidentSurveyed {} => complaint.surveyed_on = Some(on),
        Event::LessonRecorded { .. } => complaint.lessons += 1,
        Event::LetterSent { .. } => complaint.sent(&happened.event),
        Event::LetterWritten(it) => complaint.written.push((on, it.says.clone())),
        Event::LetterQueued(queued) => complaint.queue(queued, on),
        Event::LetterWithdrawn(given) => complaint.take_back(given.number),
        Event::LetterBounced(given) => complaint.came_back(given, true, on),
        Event::LetterReturned(given) => complaint.came_back(given, false, on),
        Event::LetterReceived(given) => complaint.arrived(given),
        Event::NeedsRecorded { stage, needs, disability } => {
            complaint.needs.extend(needs.iter().cloned());
            if disability.is_some() {
                complaint.disability.clone_from(disability);
            }
            // Asking again is the review of what was agreed before.
            for review in &mut complaint.adjustment_reviews {
                review.done_on.get_or_insert(on);
            }
            with_stage(complaint, *stage, |record| record.needs_asked = true);
        }
        Event::ComplaintDefined { .. } | Event::PointAdded { .. } => defined(complaint, happened),
        Event::ActionDisputed(_)
        | Event::PolicyDepartedFrom { .. }
        | Event::AdjustmentReviewSet { .. }
        | Event::SettlementAttempted { .. }
        | Event::ComplaintTriaged(_)
        | Event::IncidentRecorded(_)
        | Event::PersonWarned(_)
        | Event::RestrictionProposed(_)
        | Event::RestrictionApproved(_)
        | Event::RestrictionRefused(_)
        | Event::RestrictionReviewed(_)
        | Event::RestrictionLifted(_)
        | Event::RestrictionChallenged(_)
        | Event::OmbudsmanContacted { .. }
        | Event::EvidenceRequested(_)
        | Event::EvidenceSent {}
        | Event::MoreTimeAsked(_)
        | Event::OmbudsmanDetermined(_)
        | Event::OmbudsmanOrdered(_)
        | Event::OrderComplied(_)
        | Event::DeterminationDiscussed(_)
        | Event::OutcomeOffered(_)
        | Event::OutcomeAnswered(_)
        | Event::RequestSettled { .. }
        | Event::RequestReviewed(_) => beside::apply(complaint, happened),
        Event::SurveyAnswered { .. }
        | Event::MeetingHeld(_)
        | Event::ImprovementRecorded { .. }
        | Event::FileAttached { .. }
        | Event::CodeIssued {} => {}
        Event::ClarificationAsked { .. }
        | Event::DefinitionConfirmed { .. }
        | Event::ComplaintAcknowledged { .. }
        | Event::FormLogged {}
        | Event::ComplaintLogged { .. }
        | Event::OfficerAssigned { .. }
        | Event::OverseerAssigned { .. }
        | Event::ContactMade { .. }
        | Event::UpdatesAgreed { .. }
        | Event::ResidentUpdated { .. }
        | Event::ResponseExtended { .. }
        | Event::PointFound { .. }
        | Event::ResponseIssued { .. } => within_stage(complaint, happened),
    }
}

/// A request, a report or a survey answer is received as a complaint on the day it becomes one.
/// A comment or an enquiry said from the first that somebody was dissatisfied (Code 1.3).
fn becomes_complaint(complaint: &mut Complaint, on: Date) {
    let dissatisfied = matches!(complaint.kind, Kind::Comment | Kind::Enquiry);
    if !complaint.was_complaint && !dissatisfied {
        complaint.received_on = on;
    }
    complaint.was_complaint = true;
}

/// Whoever did, approved or wrote down something before stage 2 was asked for.
fn involved(complaint: &mut Complaint, happened: &Happened) {
    let asks = matches!(happened.event, Event::EscalationRequested { .. });
    // A changed calendar is no hand in the case.
    let calendar = matches!(happened.event, Event::CalendarChanged { .. });
    if asks || calendar || complaint.escalation.is_some() {
        return;
    }
    let approver = match &happened.event {
        Event::ResponseExtended { notice, .. } => notice.approved_by.clone(),
        Event::PolicyDepartedFrom { approved_by, .. } => Some(approved_by.clone()),
        Event::OfferPaid { approved_by, .. } => approved_by.clone(),
        _ => None,
    };
    let staff = happened.by.clone().filter(|by| !by.is_outside());
    complaint.stage_1.involved.extend(staff);
    complaint.stage_1.involved.extend(approver);
}

fn enquiry_answered(complaint: &mut Complaint, on: Date) {
    if let Some(enquiry) = &mut complaint.enquiry {
        enquiry.answered_on.get_or_insert(on);
    }
}

fn escalated(
    complaint: &mut Complaint,
    happened: &Happened,
    officer: &StaffId,
    late_because: Option<crate::personal::Words>,
) {
    let mut record = StageRecord {
        officer: Some(officer.clone()),
        assigned_on: Some(happened.on),
        ..StageRecord::default()
    };
    record.hands.insert(officer.clone());
    record.officer_received_on = Some(happened.on);
    record.given.push(Given {
        officer: officer.clone(),
        on: happened.on,
        received_on: happened.on,
    });
    if let Some(request) = &mut complaint.escalation {
        request.escalated_on = Some(happened.on);
        record.logged_on = request.logged_on;
        request.late_because = late_because;
        // Asked for before anything was defined: whatever is defined goes on.
        if !request.points.is_empty() {
            record.points = Some(request.points.iter().cloned().collect());
        }
    }
    complaint.stage_2 = Some(record);
}

fn defined(complaint: &mut Complaint, happened: &Happened) {
    match &happened.event {
        Event::ComplaintDefined { stage, version, points } => {
            complaint.definition_version = *version;
            match stage {
                Stage::One => complaint.points.clone_from(points),
                Stage::Two => {
                    for point in points {
                        match complaint.points.iter_mut().find(|known| known.id == point.id) {
                            Some(known) => known.clone_from(point),
                            None => complaint.points.push(point.clone()),
                        }
                    }
                }
            }
            let ids = points.iter().map(|point| point.id.clone()).collect();
            with_stage(complaint, *stage, |record| {
                record.defined_on = Some(happened.on);
                if *stage == Stage::Two {
                    record.points = Some(ids);
                }
            });
            touch(complaint, *stage, &happened.by);
        }
        Event::PointAdded { stage, version, point } => {
            complaint.definition_version = *version;
            complaint.points.push(point.clone());
            if let (Stage::Two, Some(record)) = (stage, &mut complaint.stage_2)
                && let Some(chosen) = &mut record.points
            {
                chosen.insert(point.id.clone());
            }
        }
        _ => {}
    }
}
