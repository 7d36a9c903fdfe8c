//! Everything the program says about the rules, in plain English: refusals, warnings and names.
//! Pages, letters on screen and the command line share it, so that one fact has one sentence.

use jiff::civil::Date;
use redress_domain::ids::{ActionId, PointId, StaffId};
use redress_domain::refusal::{Refusal, Why};
use serde::Serialize;

mod answering;
mod asking;
pub mod beside;
pub mod changes;
pub mod clocks;
mod definition;
mod ending;
pub mod exceptional;
mod going_on;
mod intake;
mod investigation;
pub mod letters;
pub mod mail;
mod money;
pub mod names;
pub mod post;
pub mod register;
mod request;
pub mod timeline;
pub mod warning;
pub mod weighing;

pub use warning::warning;

/// What cannot be done and why, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub message: String,
    pub next: String,
}

impl Said {
    fn new(message: impl Into<String>, next: impl Into<String>) -> Self {
        Self { message: message.into(), next: next.into() }
    }
}

/// How a member of staff is called: by name on pages, as the file has it in a rehearsal.
pub type Naming<'a> = &'a dyn Fn(&StaffId) -> String;

/// The sentence of a refusal and the next step. No arm catches the rest: a new refusal does not
/// compile until somebody has written its sentence.
pub fn refusal(refusal: &Refusal, name: Naming<'_>) -> Said {
    match &refusal.why {
        Why::NothingReceived => intake::nothing_received(),
        Why::AlreadyReceived => intake::already_received(),
        Why::Missing { field } => asking::missing(field),
        Why::ReceivedInFuture { given, today } => intake::received_in_future(*given, *today),
        Why::NotAllowed { verb, roles } => asking::not_allowed(verb, roles),
        Why::NotAComplaint => intake::not_a_complaint(),
        Why::AlreadyDeclined => intake::already_declined(),
        Why::AlreadyAccepted => intake::already_accepted(),
        Why::NotDeclined => intake::not_declined(),
        Why::Withdrawn { on } => intake::withdrawn(*on),
        Why::CaseClosed { on } => ending::case_closed(*on),
        Why::GroundNotInPolicy { ground } => intake::ground_not_in_policy(*ground),
        Why::GroundUnsupported { ground, lacks } => intake::ground_unsupported(*ground, lacks),
        Why::DirectionCannotBeRefused { on } => intake::direction_cannot_be_refused(*on),
        Why::NoPoints => definition::no_points(),
        Why::PointTwice { point } => definition::point_twice(point),
        Why::PointIncomplete { point, lacks } => definition::point_incomplete(point, *lacks),
        Why::NoSuchPoint { point } => definition::no_such_point(point),
        Why::PointGone { point } => definition::point_gone(point),
        Why::LastPoint => definition::last_point(),
        Why::DefinitionSettled { on } => definition::definition_settled(*on),
        Why::SplitReasonUntrue => definition::split_reason_untrue(),
        Why::AlreadyAcknowledged { on } => definition::already_acknowledged(*on),
        Why::NotAcknowledged => definition::not_acknowledged(),
        Why::NotInWriting => definition::not_in_writing(),
        Why::WrongChannel => definition::wrong_channel(),
        Why::AlreadyResponded { stage, on } => answering::already_responded(*stage, *on),
        Why::ExtensionUnknown => investigation::extension_unknown(),
        Why::ExtensionTooLong { asked, latest } => {
            investigation::extension_too_long(*asked, *latest)
        }
        Why::ExtensionIncomplete { lacks } => investigation::extension_incomplete(*lacks),
        Why::ExtensionNotLater { asked, current } => {
            investigation::extension_not_later(*asked, *current)
        }
        Why::ReplyAfterResponse { asked, latest } => {
            investigation::reply_after_response(*asked, *latest)
        }
        Why::Conflicted { who } => investigation::conflicted(&name(who)),
        Why::WrongRole { who, wanted } => asking::wrong_role(&name(who), wanted),
        Why::ApproverIsAsker => asking::approver_is_asker(),
        Why::ReasonMissing { point } => answering::reason_missing(point.as_ref()),
        Why::FindingWrong { finding, allowed } => answering::finding_wrong(*finding, allowed),
        Why::PointUnanswered { points } => answering::point_unanswered(points),
        Why::NothingPutRight { points } => answering::nothing_put_right(points),
        Why::RemedyVague { lacks } => answering::remedy_vague(lacks),
        Why::SumBeyondLimits { amount, limit } => money::sum_beyond_limits(*amount, *limit),
        Why::DayPassed { given, today } => answering::day_passed(*given, *today),
        Why::NotAnswered { due } => going_on::not_answered(*due),
        Why::ProcessEnded { on } => going_on::process_ended(*on),
        Why::NotEscalated => going_on::not_escalated(),
        Why::OwnLetter => investigation::own_letter(),
        Why::LetterNotWaiting { number } => post::letter_not_waiting(*number),
        Why::LetterDated { dated, given } => post::letter_dated(*dated, *given),
        Why::LetterNotSent { number } => post::letter_not_sent(*number),
        Why::ArrivedBeforeItLeft { left_on, given } => {
            post::arrived_before_it_left(*left_on, *given)
        }
        Why::NamedInComplaint { who } => investigation::named_in_complaint(&name(who)),
        Why::NotIndependent { who, because } => going_on::not_independent(&name(who), *because),
        Why::AlreadyRequested { on } => going_on::already_requested(*on),
        Why::NotRequested => going_on::not_requested(),
        Why::LateUndecided { last_day, asked } => going_on::late_undecided(*last_day, *asked),
        Why::EscalationGroundNotInPolicy { ground } => going_on::ground_not_in_policy(*ground),
        Why::EscalationGroundUntrue { ground, last_day } => {
            going_on::ground_untrue(*ground, *last_day)
        }
        Why::NoSuchRequest { id } => investigation::no_such_request(id),
        Why::ToldBefore { told, happened } => investigation::told_before(*told, *happened),
        Why::AnswerGoesOut => investigation::answer_goes_out(),
        Why::NoSuchAction { id } => ending::no_such_action(id),
        Why::ActionTwice { id } => ending::action_twice(id),
        Why::ActionDone { id, on } => ending::action_done(id, *on),
        Why::NoSuchOffer { id } => ending::no_such_offer(id.as_ref()),
        Why::OfferSettled { id } => ending::offer_settled(id),
        Why::OfferOpen { last_day, .. } => money::offer_open(*last_day),
        Why::OfferNeverLapses => money::offer_never_lapses(),
        Why::OfferNotAccepted { id } => money::offer_not_accepted(id),
        Why::PayeeNotInPolicy { to } => money::payee_not_in_policy(*to),
        Why::SetOffTooLarge { set_off, amount } => money::set_off_too_large(*set_off, *amount),
        Why::NoPanel => money::no_panel(),
        Why::PanelPending { on } => money::panel_pending(*on),
        Why::PanelNotAsked { id } => money::panel_not_asked(id),
        Why::BelowInsurersLimit { value, limit } => money::below_insurers_limit(*value, *limit),
        Why::NoReferringBack => going_on::no_referring_back(),
        Why::AlreadyReferredBack { on } => going_on::already_referred_back(*on),
        Why::NotAgreed => going_on::not_agreed(),
        Why::AlreadyLogged { on } => intake::already_logged(*on),
        Why::LeadMissing => answering::lead_missing(),
        Why::ContactTooEarly { contacted, done } => ending::contact_too_early(*contacted, *done),
        Why::NoPraise => ending::no_praise(),
        Why::RequestNotLate { .. } => ending::request_not_late(),
        Why::NotAnsweredYet => ending::not_answered_yet(),
        Why::WindowOpen { last_day } => ending::window_open(*last_day),
        Why::ClosingReasonUntrue { reason } => ending::closing_reason_untrue(*reason),
        Why::BehaviourNeverCloses => ending::behaviour_never_closes(),
        Why::OpenActions { ids } => ending::open_actions(ids),
        Why::NotClosed => ending::not_closed(),
        Why::ScoreOutOfRange { field } => ending::score_out_of_range(field),
        Why::NeverEvidence => beside::never_evidence(),
        Why::WarningFirst => beside::warning_first(),
        Why::NoConductSinceWarning { warned } => beside::no_conduct_since(*warned),
        Why::NoRouteLeft { route } => beside::no_route_left(*route),
        Why::NothingProposed => beside::nothing_proposed(),
        Why::NothingRestricted => beside::nothing_restricted(),
        Why::RestrictionTwice { id } => beside::restriction_twice(id),
        Why::NothingAskedByOmbudsman => beside::nothing_asked(),
        Why::NoSuchOrder { id } => beside::no_such_order(id),
        Why::OrderTwice { id } => beside::order_twice(id),
        Why::OrderDone { id, on } => beside::order_done(id, *on),
        Why::NotDetermined => beside::not_determined(),
        Why::NotARequest => request::not_a_request(),
        Why::NothingOffered => request::nothing_offered(),
        Why::RequestSettled { on } => request::settled(*on),
        Why::ChoiceOwed { due } => request::choice_owed(*due),
        Why::RequestUnsettled => request::unsettled(),
        Why::AnswerLacks { item } => beside::answer_lacks(*item),
        Why::CalendarEnds { year } => asking::calendar_ends(*year),
    }
}

/// The field whose absence is the refusal, where it is one.
pub fn missing_field(refusal: &Refusal) -> Option<&'static str> {
    match &refusal.why {
        Why::Missing { field } | Why::ScoreOutOfRange { field } => Some(field),
        Why::RemedyVague { lacks } => Some(lacks),
        _ => None,
    }
}

/// A day as people write it: "Tuesday 13 May 2025".
pub fn day(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// The id of a closed-list value, as files and addresses spell it.
pub fn id<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// "point 1" for `p1`; any other name in quotation marks.
pub fn point(id: &PointId) -> String {
    numbered("point", 'p', &id.0)
}

/// "action 1" for `a1`; any other name in quotation marks.
pub fn action(id: &ActionId) -> String {
    numbered("action", 'a', &id.0)
}

fn numbered(noun: &str, letter: char, id: &str) -> String {
    match id.strip_prefix(letter) {
        Some(n) if !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{noun} {n}")
        }
        _ => format!("{noun} “{id}”"),
    }
}

/// "points 1, 2 and 3", or "point 2".
pub fn points(ids: &[PointId]) -> String {
    let named: Vec<String> = ids.iter().map(point).collect();
    match named.as_slice() {
        [one] => one.clone(),
        _ => {
            let bare: Vec<String> =
                named.iter().map(|text| text.trim_start_matches("point ").to_owned()).collect();
            format!("points {}", all_of(&bare))
        }
    }
}

/// "a, b and c".
pub fn all_of(parts: &[String]) -> String {
    joined(parts, "and")
}

/// "a, b or c".
pub fn one_of(parts: &[String]) -> String {
    joined(parts, "or")
}

fn joined(parts: &[String], last: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., end] => format!("{} {last} {end}", before.join(", ")),
    }
}

/// "1 day", "2 days".
pub fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// The first letter made a capital, for the start of a sentence.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
