//! One line for each event, as a timeline or a diary shows it. Personal words are not repeated
//! here: a page shows them beside the line, to those who may read them.

use redress_domain::command::Agreed;
use redress_domain::event::Event;

use crate::words::money::pounds as money;
use crate::words::{Naming, action, beside, day, names, point, sentence, weighing};

/// What happened, in a line.
pub fn line(event: &Event, name: Naming<'_>) -> String {
    match event {
        Event::ComplaintReceived { channel, received_on, contact, .. } => {
            let passed = contact
                .forwarded_on
                .map(|on| format!(", passed on by a contractor on {}", day(on)));
            format!(
                "{} received on {} {}{}",
                sentence(names::kind(contact.about)),
                day(*received_on),
                names::by_channel(*channel),
                passed.unwrap_or_default()
            )
        }
        Event::ReferenceGiven { reference } => format!("Put on file as {reference}"),
        Event::ContactClassified { kind, .. } => format!("Recorded as: {}", names::kind(*kind)),
        Event::ChoiceOffered { answer } => {
            format!("Choice to complain offered: the person {}", names::choice(*answer))
        }
        Event::RepresentativeAuthorised { status, basis, .. } => match basis {
            Some(basis) => {
                format!("Authority to act: {}, {}", names::authority(*status), names::basis(*basis))
            }
            None => format!("Authority to act: {}", names::authority(*status)),
        },
        Event::ComplaintAccepted {} => "Complaint taken on".to_owned(),
        Event::ComplaintDeclined { ground, whole, .. } => {
            let part = if *whole { "Complaint" } else { "Part of the complaint" };
            format!("{part} not taken on: {}", names::ground(*ground))
        }
        Event::AcceptanceDirected { stage, .. } => {
            format!("The Ombudsman told us to take it on at stage {}", stage.number())
        }
        Event::LeadNamed { .. } => "Lead named for the group".to_owned(),
        Event::CaseLinked { .. } => "Linked to another case".to_owned(),
        Event::ComplaintWithdrawn { .. } => "Taken back by the resident".to_owned(),
        Event::ReceivedDateCorrected { from, to, .. } => {
            format!("Day of receipt corrected from {} to {}", day(*from), day(*to))
        }
        Event::ComplaintDefined { version, points, .. } => format!(
            "Complaint defined, version {version}: {}",
            super::counted(points.len(), "point")
        ),
        Event::ClarificationAsked { .. } => "Resident asked what is unclear".to_owned(),
        Event::DefinitionConfirmed { changes, .. } => match changes {
            Some(_) => "Resident asked for changes to the definition".to_owned(),
            None => "Resident confirmed the definition".to_owned(),
        },
        Event::ComplaintAcknowledged { stage, channel, response_due, .. } => format!(
            "Stage {} acknowledged {}. Response promised by {}",
            stage.number(),
            names::by_channel(*channel),
            day(*response_due)
        ),
        Event::FormLogged {} => "Form reached the complaints team".to_owned(),
        Event::ComplaintLogged { stage } => format!("Logged at stage {}", stage.number()),
        Event::OfficerAssigned { stage, officer, .. } => {
            format!("Given to {} at stage {}", name(officer), stage.number())
        }
        Event::OverseerAssigned { stage, officer, .. } => {
            format!("{} oversees stage {}", name(officer), stage.number())
        }
        Event::ConflictDeclared { who, mitigation, about } => {
            let who = name(who);
            if about.text().trim().eq_ignore_ascii_case("none") {
                format!("{who} has no conflict of interest")
            } else if mitigation.is_some() {
                format!("{who} has a conflict of interest, and it is dealt with")
            } else {
                format!("{who} has a conflict of interest")
            }
        }
        Event::ContactMade { read_back: Some(true), .. } => {
            "Contact with the resident, who heard what we understood".to_owned()
        }
        Event::ContactMade { .. } => "Contact with the resident".to_owned(),
        Event::UpdatesAgreed { every, .. } => format!("Updates agreed: every {every}"),
        Event::NeedsRecorded { .. } => "Needs asked about and recorded".to_owned(),
        Event::CorrespondenceRecorded { direction, told_on: Some(told), answers, .. } => {
            let what = match answers {
                Some(_) => "Answer to our request for information".to_owned(),
                None => format!("Correspondence {}", names::direction(*direction)),
            };
            format!("{what}; we were told on {}", day(*told))
        }
        Event::CorrespondenceRecorded { answers: Some(_), .. } => {
            "Answer to our request for information".to_owned()
        }
        Event::CorrespondenceRecorded { direction, .. } => {
            format!("Correspondence {}", names::direction(*direction))
        }
        Event::EvidenceRecorded { answers: Some(_), .. } => {
            "Evidence filed, in answer to our request for information".to_owned()
        }
        Event::EvidenceRecorded { how: Some(how), .. } => {
            format!("Evidence filed: {}", weighing::inquiry(*how))
        }
        Event::EvidenceRecorded { .. } => "Evidence filed".to_owned(),
        Event::InformationRequested { due, .. } => match due {
            Some(due) => format!("Information asked for, by {}", day(*due)),
            None => "Information asked for".to_owned(),
        },
        Event::LetterCleared { letter, author, .. } => format!(
            "Read by a second person and cleared: {}, written by {}",
            names::letter(letter).to_lowercase(),
            name(author)
        ),
        Event::StaffNamed { who } => format!("Recorded that it is about {}", name(who)),
        Event::StaffCleared { who, .. } => {
            format!("Recorded that it is not about {}", name(who))
        }
        Event::CommentInvited { .. } => "Somebody criticised was invited to comment".to_owned(),
        Event::PointAdded { point: added, .. } => {
            format!("{} added", sentence(&point(&added.id)))
        }
        Event::NewComplaintOpened { because, point: moved, .. } => match moved {
            Some(moved) => format!(
                "{} moved to a new complaint: {}",
                sentence(&point(moved)),
                names::split_reason(*because)
            ),
            None => {
                format!("A further issue became a new complaint: {}", names::split_reason(*because))
            }
        },
        Event::ResidentUpdated { .. } => "Resident updated".to_owned(),
        Event::ResponseExtended { stage, from, to, late, .. } => {
            let late = if *late { ", after the old date had passed" } else { "" };
            format!(
                "Response at stage {} extended from {} to {}{late}",
                stage.number(),
                day(*from),
                day(*to)
            )
        }
        Event::PointFound { finding, found, .. } => {
            format!("{}: {}", sentence(&point(&found.point)), names::finding(*finding))
        }
        Event::RemedyOffered { remedy, .. } => {
            let kind = remedy.kind.map_or("remedy", names::remedy_kind);
            match remedy.due {
                Some(due) => format!("Remedy offered: {kind}, by {}", day(due)),
                None => format!("Remedy offered: {kind}"),
            }
        }
        Event::ActionRaised { id, due, .. } => {
            format!("{} promised by {}", sentence(&action(id)), day(*due))
        }
        Event::ResponseIssued { stage, response, .. } => {
            let by = match &response.answered_by {
                Some(_) => ", as somebody answered for us",
                None => "",
            };
            format!(
                "Stage {} response sent {}{by}",
                stage.number(),
                names::by_channel(response.channel)
            )
        }
        Event::EscalationRequested { received_on, late, .. } => {
            let late = if *late { ", after the last day" } else { "" };
            format!("Stage 2 asked for on {}{late}", day(*received_on))
        }
        Event::ComplaintEscalated { officer, .. } => {
            format!("Taken to stage 2, given to {}", name(officer))
        }
        Event::EscalationDeclined { ground, .. } => {
            format!("Stage 2 declined: {}", names::escalation_ground(*ground))
        }
        Event::CaseReferredBack { .. } => {
            "Sent back to stage 1 for another look, as the resident agreed".to_owned()
        }
        Event::ResponseReconsidered { open: true, .. } => {
            "Response being thought over again".to_owned()
        }
        Event::ResponseReconsidered { .. } => "Response thought over again".to_owned(),
        Event::EnquiryAnswered { channel, .. } => {
            format!("Enquiry answered: {}", names::channel(*channel))
        }
        Event::OfferLapsed { .. } => {
            "Offer lapsed: its time is over, and nothing was refused".to_owned()
        }
        Event::OfferReferredToPanel { .. } => "Offer sent to the compensation panel".to_owned(),
        Event::PanelRecommended { amount, followed, .. } => {
            let followed = if *followed { "followed" } else { "not followed" };
            format!("Panel recommends {}, {followed}", money(*amount))
        }
        Event::ClaimReferredToInsurer { .. } => "Claim sent to the insurers".to_owned(),
        Event::AdjustmentReviewSet { review_on } => {
            format!("Adjustments are looked at again on {}", day(*review_on))
        }
        Event::MeetingHeld(meeting) => {
            let came = match meeting.companions.len() {
                0 => "nobody came with them",
                1 => "somebody came with them or for them",
                _ => "several came with them",
            };
            let offered = if meeting.companion_offered { "" } else { "not " };
            format!(
                "It was a meeting: {came}; they were {offered}told that somebody may come along"
            )
        }
        Event::ComplaintTriaged(it) => {
            let about = it.categories.iter().map(|it| weighing::category(*it));
            let weighed = [names::risk(it.risk), names::course(it.course)];
            let said: Vec<&str> = weighed.into_iter().chain(about).collect();
            format!("Triaged: {}", said.join("; "))
        }
        Event::SettlementAttempted { settled: true, .. } => {
            "Tried to settle it at once, and it seemed to".to_owned()
        }
        Event::SettlementAttempted { .. } => "Tried to settle it at once; it did not".to_owned(),
        Event::IncidentRecorded(incident) => match incident.conduct {
            Some(conduct) => format!("Incident recorded: {}", beside::conduct(conduct)),
            None => "Incident recorded".to_owned(),
        },
        Event::PersonWarned(_) => "Person warned about their behaviour".to_owned(),
        Event::RestrictionProposed(_) => "Restriction proposed".to_owned(),
        Event::RestrictionApproved(restricted) => {
            format!("Restriction in force, reviewed by {}", day(restricted.review_on))
        }
        Event::RestrictionRefused(_) => "Restriction not approved".to_owned(),
        Event::RestrictionReviewed(restricted) => {
            format!("Restriction reviewed, next by {}", day(restricted.review_on))
        }
        Event::RestrictionLifted(_) => "Restriction lifted".to_owned(),
        Event::RestrictionChallenged(_) => "Restriction challenged by the person".to_owned(),
        Event::OmbudsmanContacted { .. } => "The Ombudsman has a case about this".to_owned(),
        Event::EvidenceRequested(wanted) => {
            format!("The Ombudsman asks for evidence by {}", day(wanted.due))
        }
        Event::EvidenceSent {} => "Evidence sent to the Ombudsman".to_owned(),
        Event::MoreTimeAsked(more) if more.granted => {
            format!("The Ombudsman granted more time, until {}", day(more.to))
        }
        Event::MoreTimeAsked(more) => {
            format!("More time asked of the Ombudsman, until {}", day(more.to))
        }
        Event::OmbudsmanDetermined(determined) => {
            let findings = determined.heads.iter().filter_map(|head| head.finding);
            let found: Vec<String> =
                findings.map(|finding| beside::determination(finding).to_owned()).collect();
            format!("The Ombudsman decided: {}", super::all_of(&found))
        }
        Event::OmbudsmanOrdered(ordered) => {
            let what = if ordered.recommendation { "recommends" } else { "orders" };
            match ordered.due {
                Some(due) => format!("The Ombudsman {what} something, by {}", day(due)),
                None => format!("The Ombudsman {what} something"),
            }
        }
        Event::OrderComplied(_) => "Done what the Ombudsman ordered".to_owned(),
        Event::DeterminationDiscussed(_) => {
            "The Ombudsman's decision talked through with those responsible".to_owned()
        }
        Event::OutcomeOffered(offered) => match offered.due {
            Some(due) => format!("Outcome of the request offered, by {}", day(due)),
            None => "Outcome of the request offered".to_owned(),
        },
        Event::OutcomeAnswered(answered) => match answered.answer {
            Agreed::Yes => "The resident agrees with what is offered".to_owned(),
            Agreed::No => "The resident does not agree with what is offered".to_owned(),
            Agreed::NoReply => "No answer to what is offered".to_owned(),
        },
        Event::RequestSettled { .. } => "Request settled".to_owned(),
        Event::RequestReviewed(reviewed) => match reviewed.next_review {
            Some(next) => format!("Request looked at again, next by {}", day(next)),
            None => "Request looked at again".to_owned(),
        },
        Event::OfferAccepted { .. } => "Offer accepted".to_owned(),
        Event::OfferRejected { .. } => "Offer turned down".to_owned(),
        Event::OfferPaid { paid_on, to, .. } => {
            format!("Offer paid to {} on {}", names::payee(*to), day(*paid_on))
        }
        Event::ActionUpdated { id, due, .. } => match due {
            Some(due) => format!("{} moved to {}", sentence(&action(id)), day(*due)),
            None => format!("{}: how it stands", sentence(&action(id))),
        },
        Event::ActionCompleted { id, .. } => format!("{} done", sentence(&action(id))),
        Event::ActionDisputed(it) => format!(
            "{}: the person says it was {}. It is open again",
            sentence(&action(&it.id)),
            names::shortfall(it.how)
        ),
        Event::PolicyDepartedFrom { clause, approved_by, .. } => {
            format!("Departure from {clause}, approved by {}", name(approved_by))
        }
        Event::ComplaintClosed { reason, .. } => {
            format!("Case closed: {}", names::closing_reason(*reason))
        }
        Event::ComplaintReopened { .. } => "Case reopened".to_owned(),
        Event::ResidentSurveyed {} => "Survey sent".to_owned(),
        Event::SurveyAnswered { handling, outcome, .. } => {
            format!("Survey answered: handling {handling} of 5, outcome {outcome} of 5")
        }
        Event::LessonRecorded { .. } => "Lesson recorded".to_owned(),
        Event::ImprovementRecorded { done_on, .. } => {
            format!("Improvement made on {}", day(*done_on))
        }
        Event::LetterSent { letter, number, sent_on, channel, .. } => format!(
            "Letter {number} ({}) left on {} {}",
            names::letter(letter).to_lowercase(),
            day(*sent_on),
            names::by_channel(*channel)
        ),
        Event::LetterWritten(it) => {
            format!("Letter written: {}", super::letters::name(it.says.id()))
        }
        Event::LetterQueued(it) => format!(
            "Letter {} ({}) waits to leave, dated {}",
            it.number,
            names::letter(&it.letter).to_lowercase(),
            day(it.dated)
        ),
        Event::LetterWithdrawn(it) => format!("Letter {} taken back before it left", it.number),
        Event::LetterBounced(it) => {
            format!("Letter {} could not be delivered by e-mail", it.number)
        }
        Event::LetterReturned(it) => format!("Letter {} came back in the post", it.number),
        Event::LetterReceived(it) => {
            format!("Letter {} came on {}", it.number, day(it.received_on))
        }
        Event::CodeIssued {} => "A new code for following it online was asked for".to_owned(),
        Event::CalendarChanged { dates, .. } => super::clocks::calendar_changed(dates),
        Event::FileAttached { .. } => "File attached".to_owned(),
    }
}
