//! What happens within a stage: people given it, its acknowledgement, news, decisions, its answer.

use jiff::civil::Date;

use crate::command::Agreed;
use crate::complaint::{
    Acknowledged, Complaint, Extension, Found, Given, InformationRequest, Responded, StageRecord,
    UpdatePlan,
};
use crate::event::{Event, Happened};
use crate::fold::enquiry_answered;
use crate::ids::{RequestId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Kind, Stage};

pub(super) fn within_stage(complaint: &mut Complaint, happened: &Happened) {
    let on = happened.on;
    match &happened.event {
        Event::ClarificationAsked { stage, question } => {
            with_stage(complaint, *stage, |record| {
                record.clarifications.push((on, question.clone()))
            });
        }
        Event::DefinitionConfirmed { stage, .. } => {
            with_stage(complaint, *stage, |record| record.confirmed_on = Some(on));
        }
        Event::ComplaintAcknowledged { stage, channel, needs_asked, response_due } => {
            with_stage(complaint, *stage, |record| {
                record.acknowledged =
                    Some(Acknowledged { on, response_due: *response_due, channel: *channel });
                record.needs_asked |= needs_asked;
            });
            touch(complaint, *stage, &happened.by);
        }
        Event::FormLogged {} => {
            let stage = complaint.stage();
            with_stage(complaint, stage, |record| {
                record.form_logged_on.get_or_insert(on);
            });
        }
        Event::ComplaintLogged { stage } => match (stage, &mut complaint.escalation) {
            // Asked for, and not given to anybody yet.
            (Stage::Two, Some(request)) if complaint.stage_2.is_none() => {
                request.logged_on.get_or_insert(on);
            }
            _ => with_stage(complaint, *stage, |record| {
                record.logged_on.get_or_insert(on);
            }),
        },
        Event::OfficerAssigned { stage, officer, received_on, .. } => {
            with_stage(complaint, *stage, |record| {
                let received_on = received_on.unwrap_or(on);
                if record.officer.as_ref() != Some(officer) {
                    record.given.push(Given { officer: officer.clone(), on, received_on });
                }
                record.officer = Some(officer.clone());
                record.assigned_on = Some(on);
                record.officer_received_on = Some(received_on);
                record.hands.insert(officer.clone());
            });
        }
        Event::OverseerAssigned { stage, officer, .. } => {
            if let Some(request) =
                complaint.request.as_mut().filter(|_| complaint.kind == Kind::ServiceRequest)
            {
                request.overseer = Some(officer.clone());
            }
            with_stage(complaint, *stage, |record| {
                record.overseer = Some(officer.clone());
                record.oversaw.insert(officer.clone());
            });
        }
        Event::ContactMade { stage, .. } => {
            if let Some(request) = &mut complaint.request {
                request.contacted_on.get_or_insert(on);
            }
            with_stage(complaint, *stage, |record| record.contacts.push(on));
        }
        Event::UpdatesAgreed { stage, every, .. } => {
            let plan = UpdatePlan { from: on, from_event: happened.event.name(), every: *every };
            with_stage(complaint, *stage, |record| record.update_plans.push(plan));
        }
        Event::ResidentUpdated { stage, .. } => {
            with_stage(complaint, *stage, |record| record.updates.push(on));
        }
        Event::ResponseExtended { stage, from, to, late, past_cap, notice, agreed } => {
            let extension = Extension {
                on,
                from: *from,
                to: *to,
                late: *late,
                past_cap: *past_cap,
                good_reason: notice.good_reason.as_ref().is_some_and(|text| !text.is_blank()),
                agreed: *agreed == Some(Agreed::Yes),
                reason: notice.reason.clone(),
            };
            let every = notice.updates;
            with_stage(complaint, *stage, |record| {
                record.extensions.push(extension);
                match every {
                    Some(every) => record.update_plans.push(UpdatePlan {
                        from: on,
                        from_event: happened.event.name(),
                        every,
                    }),
                    None => record.updates.push(on),
                }
            });
            touch(complaint, *stage, &happened.by);
        }
        Event::PointFound { stage, finding, found } => {
            let point = found.point.clone();
            let found =
                Found { on, by: happened.by.clone(), finding: *finding, given: (**found).clone() };
            with_stage(complaint, *stage, |record| {
                record.findings.insert(point, found);
            });
            touch(complaint, *stage, &happened.by);
        }
        Event::ResponseIssued { stage, escalate_by, response } => {
            let responded = Responded {
                on,
                by: happened.by.clone(),
                escalate_by: *escalate_by,
                given: (**response).clone(),
            };
            with_stage(complaint, *stage, |record| record.responded = Some(responded));
            enquiry_answered(complaint, on);
            touch(complaint, *stage, &happened.by);
        }
        _ => {}
    }
}

pub(super) fn with_stage(
    complaint: &mut Complaint,
    stage: Stage,
    how: impl FnOnce(&mut StageRecord),
) {
    match stage {
        Stage::One => how(&mut complaint.stage_1),
        Stage::Two => how(complaint.stage_2.get_or_insert_with(StageRecord::default)),
    }
}

pub(super) fn touch(complaint: &mut Complaint, stage: Stage, by: &Option<StaffId>) {
    if let Some(who) = by.as_ref().filter(|by| !by.is_outside()) {
        with_stage(complaint, stage, |record| {
            record.hands.insert(who.clone());
        });
    }
}

/// Somebody the complaint is about loses what they held of it.
pub(super) fn barred(complaint: &mut Complaint, who: &StaffId) {
    complaint.about_staff.insert(who.clone());
    for record in [Some(&mut complaint.stage_1), complaint.stage_2.as_mut()].into_iter().flatten() {
        record.officer.take_if(|officer| officer == who);
        record.overseer.take_if(|overseer| overseer == who);
    }
}

/// A team or contractor was asked; requests are numbered as they come.
pub(super) fn asked(
    complaint: &mut Complaint,
    (from, what): (&Words, &Words),
    due: Option<Date>,
    on: Date,
) {
    let id = RequestId(format!("r{}", complaint.information.len() + 1));
    let (from, what) = (from.clone(), what.clone());
    complaint.information.push(InformationRequest { id, from, what, on, due, answered_on: None });
}

/// What came in answers a request; the first answer is the day that counts.
pub(super) fn answered(complaint: &mut Complaint, answers: Option<&RequestId>, on: Date) {
    let request = complaint.information.iter_mut().find(|it| Some(&it.id) == answers);
    if let Some(request) = request {
        request.answered_on.get_or_insert(on);
    }
}
