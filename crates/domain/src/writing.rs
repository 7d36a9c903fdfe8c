//! Letters that go with no other act: what must be true before one is written. None of them stops a
//! clock or meets one.

use jiff::civil::Date;

use crate::command::WriteLetter;
use crate::complaint::{Complaint, Offer, State};
use crate::decide::Outcome;
use crate::event::{Event, Written};
use crate::ids::{OfferId, RequestId};
use crate::intake::{alive, live_complaint};
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::remedy::money;
use crate::rules::Rules;
use crate::vocabulary::Kind;

/// How long before the end the person is reminded of an offer, in days.
pub const REMINDED: i64 = 14;

/// Writes a letter.
///
/// # Errors
/// What is missing, or why there is nothing to write about.
pub fn write(complaint: &Complaint, given: &WriteLetter, rules: &Rules<'_>) -> Outcome {
    let missing = |field: &'static str| rules.refuse(Duty::FullRecord, Why::Missing { field });
    match given {
        WriteLetter::EvidenceRequest { what, reply_by } => {
            live_complaint(complaint, rules)?;
            if what.is_blank() {
                return missing("what");
            }
            let Some(reply_by) = reply_by else { return missing("reply-by") };
            not_passed(*reply_by, rules)?;
            if let Some(response) = complaint.current().response_due()
                && response < *reply_by
            {
                let limit = rules.terms.response(complaint.stage()).limit;
                let why = Why::ReplyAfterResponse { asked: *reply_by, latest: response };
                return Err(Refusal { clause: limit.clause, why });
            }
        }
        WriteLetter::MeetingInvitation { meets_on, at, place, people } => {
            live_complaint(complaint, rules)?;
            let Some(meets_on) = meets_on else { return missing("meets-on") };
            not_passed(*meets_on, rules)?;
            if at.trim().is_empty() {
                return missing("at");
            }
            if place.is_blank() {
                return missing("place");
            }
            if people.iter().all(crate::personal::Words::is_blank) {
                return missing("people");
            }
        }
        WriteLetter::InformationRequestChaser { request } => asked(complaint, request, rules)?,
        WriteLetter::OfferReminder { offer } => {
            alive(complaint, rules)?;
            let offer = reminds_of(complaint, offer, rules)?;
            let says = WriteLetter::OfferReminder { offer: Some(offer.id.clone()) };
            return Ok(vec![written(complaint, says)]);
        }
        WriteLetter::PreClosureContact {} => {
            live_complaint(complaint, rules)?;
            if complaint.state() != State::Answered {
                let clause = rules.terms.closing_clause();
                return Err(Refusal { clause, why: Why::NotAnsweredYet });
            }
        }
        WriteLetter::ComplimentToStaff { who, .. } => {
            alive(complaint, rules)?;
            if !matches!(complaint.kind, Kind::Compliment | Kind::Comment) {
                return rules.refuse(Duty::FullRecord, Why::NoPraise);
            }
            if who.is_blank() {
                return missing("who");
            }
        }
        WriteLetter::DisruptionNotice { what_happened, effect, back_by } => {
            alive(complaint, rules)?;
            if let Some((on, _)) = complaint.closed {
                return rules.refuse(Duty::FullRecord, Why::CaseClosed { on });
            }
            if what_happened.is_blank() {
                return missing("what-happened");
            }
            if effect.is_blank() {
                return missing("effect");
            }
            let Some(back_by) = back_by else { return missing("back-by") };
            not_passed(*back_by, rules)?;
        }
    }
    Ok(vec![written(complaint, given.clone())])
}

fn written(complaint: &Complaint, says: WriteLetter) -> Event {
    Event::LetterWritten(Box::new(Written { stage: complaint.stage(), says }))
}

fn not_passed(given: Date, rules: &Rules<'_>) -> Result<(), Refusal> {
    if given < rules.today {
        return rules.refuse(Duty::FullRecord, Why::DayPassed { given, today: rules.today });
    }
    Ok(())
}

/// What a team or a contractor was asked and still owes.
fn asked(complaint: &Complaint, id: &RequestId, rules: &Rules<'_>) -> Result<(), Refusal> {
    live_complaint(complaint, rules)?;
    let open = complaint.information.iter().find(|it| it.id == *id && it.answered_on.is_none());
    match open {
        Some(open) if open.is_late(rules.today) => Ok(()),
        Some(_) => rules.refuse(Duty::FullRecord, Why::RequestNotLate { id: id.clone() }),
        None => rules.refuse(Duty::FullRecord, Why::NoSuchRequest { id: id.clone() }),
    }
}

/// The offer a person is reminded of: open, with a time for accepting that has not ended.
fn reminds_of<'a>(
    complaint: &'a Complaint,
    id: &Option<OfferId>,
    rules: &Rules<'_>,
) -> Result<&'a Offer, Refusal> {
    let offer = money::which_offer(complaint, id)?;
    if offer.accepted.is_some() || offer.lapsed_on.is_some() {
        return Err(money::settled(offer));
    }
    match money::last_day(complaint, offer, rules)? {
        Some(last_day) if rules.today <= last_day => Ok(offer),
        Some(last_day) => rules.refuse(
            Duty::RemedyWhatAndWhen,
            Why::DayPassed { given: last_day, today: rules.today },
        ),
        None => rules.refuse(Duty::RemedyWhatAndWhen, Why::OfferNeverLapses),
    }
}

impl Complaint {
    /// The days on which a letter of a kind was written, the first first.
    pub fn written_on(&self, letter: &str) -> Vec<Date> {
        let of_kind = self.written.iter().filter(|(_, says)| says.id() == letter);
        of_kind.map(|(on, _)| *on).collect()
    }

    /// Whether the person was reminded of an offer.
    pub fn was_reminded_of(&self, offer: &OfferId) -> bool {
        self.written.iter().any(|(_, says)| {
            matches!(says, WriteLetter::OfferReminder { offer: Some(id) } if id == offer)
        })
    }
}
