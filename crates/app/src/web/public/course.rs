//! The course of a whole complaint, as somebody tells it by its days: every limit that follows,
//! through the very rules that cases obey.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::{Calendar, CalendarEnds};
use redress_domain::clock::{Clock, Status, clocks};
use redress_domain::command::Command;
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::event::Happened;
use redress_domain::fold::{apply, fold};
use redress_domain::policy::terms::Terms;
use redress_domain::rules::{Actor, Rules};
use serde_json::{Value, json};

use crate::web::part::day;
use crate::words;

/// What happened after the complaint was received, as far as it did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Since {
    pub acknowledged: Option<Date>,
    /// The new day that a notice of extension gave.
    pub extended_to: Option<Date>,
    /// The day that notice was given; the day of the acknowledgement where nobody says.
    pub extended_on: Option<Date>,
    pub answered: Option<Date>,
    pub asked_again: Option<Date>,
    pub acknowledged_again: Option<Date>,
}

impl Since {
    /// Whether anything at all is told.
    pub fn tells(&self) -> bool {
        [self.acknowledged, self.extended_to, self.answered, self.asked_again]
            .iter()
            .any(|it| it.is_some())
    }
}

/// Every limit, and what the rules would have refused on the way.
#[derive(Debug, Default)]
pub struct Course {
    pub clocks: Vec<Clock>,
    pub refused: Vec<String>,
}

/// Works out the course.
///
/// # Errors
/// The calendar ends before the complaint does.
pub fn of(
    received: Date,
    since: Since,
    terms: Terms<'_>,
    calendar: &Calendar,
) -> Result<Course, CalendarEnds> {
    let mut course = Course::default();
    let mut complaint: Option<Complaint> = None;
    let mut today = received;
    let (actor, staff) = (Actor::default(), BTreeMap::new());
    for (on, told) in steps(received, since) {
        today = today.max(on);
        let Ok(command) = serde_json::from_value::<Command>(told) else { continue };
        let rules = Rules { terms, calendar, actor: &actor, today: on, staff: &staff };
        match decide(complaint.as_ref(), &command, &rules) {
            Ok(events) => {
                for event in events {
                    let happened = Happened { on, by: None, event };
                    match &mut complaint {
                        Some(complaint) => apply(complaint, &happened),
                        None => complaint = fold(std::slice::from_ref(&happened)),
                    }
                }
            }
            Err(refusal) => {
                let said = words::refusal(&refusal, &|who| who.0.clone());
                let sentence = format!("{}: {} ({})", day::long(on), said.message, refusal.clause);
                course.refused.push(sentence);
            }
        }
    }
    if let Some(complaint) = complaint {
        course.clocks = clocks(&complaint, terms, calendar, today)?;
    }
    Ok(course)
}

/// The days told, in their order, as acts on one point that stands for the complaint.
fn steps(received: Date, since: Since) -> Vec<(Date, Value)> {
    let about = "What the complaint is about";
    let point = json!([{ "text": about, "outcome": about, "responsibility": "ours" }]);
    let found = |on| {
        let find =
            json!({ "do": "find", "point": "p1", "finding": "not-upheld", "reasons": about });
        [(on, find), (on, json!({ "do": "respond" }))]
    };
    let mut steps = vec![(received, json!({ "do": "receive", "channel": "phone", "text": about }))];
    if let Some(on) = since.acknowledged {
        steps.push((on, json!({ "do": "acknowledge", "points": point })));
    }
    if let Some(to) = since.extended_to {
        let on = since.extended_on.or(since.acknowledged).unwrap_or(received);
        steps.push((
            on,
            json!({
                "do": "extend", "to": to, "reason": about, "updates": "5 working days",
                "exceptional": about, "agreed": true,
            }),
        ));
    }
    if let Some(on) = since.answered {
        steps.extend(found(on));
    }
    if let Some(on) = since.asked_again {
        steps.push((on, json!({ "do": "request-escalation", "channel": "phone" })));
        let escalate =
            json!({ "do": "escalate", "officer": "somebody else", "late-because": about });
        steps.push((on, escalate));
    }
    if let Some(on) = since.acknowledged_again {
        steps.push((on, json!({ "do": "acknowledge" })));
    }
    steps.sort_by_key(|(on, _)| *on);
    steps
}

/// How a limit was reached, in a sentence.
pub fn sentence(clock: &Clock) -> String {
    let due = day::long(clock.due);
    let from = day::long(clock.from);
    let start = words::clocks::start(clock.from_event);
    let clause = &clock.clause;
    let length = match &clock.length {
        Some(length) => format!("{length} from {start}, {from} (clause {clause}): {due}."),
        None => format!("{due} (clause {clause})."),
    };
    match (clock.status, clock.done_on) {
        (Status::Met, Some(on)) => format!("{length} Kept on {}.", day::long(on)),
        (Status::Missed, Some(on)) => format!("{length} Missed: it was {}.", day::long(on)),
        (Status::Missed, None) => format!("{length} Missed."),
        (Status::Forecast, _) => format!("{length} A forecast until it is acknowledged."),
        (Status::Void, _) => format!("{length} It no longer counts."),
        (Status::Running, _) | (Status::Met, None) => length,
    }
}
