//! What was gathered on the way to an answer: evidence, and what others were asked.

use jiff::civil::Date;

use crate::ids::RequestId;
use crate::personal::Words;
use crate::vocabulary::Inquiry;

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub on: Date,
    pub what: Words,
    pub from: Option<Words>,
    /// How it was found out, where that was said.
    pub how: Option<Inquiry>,
}

/// What a team or contractor was asked, and whether they answered.
#[derive(Clone, Debug, PartialEq)]
pub struct InformationRequest {
    pub id: RequestId,
    pub from: Words,
    pub what: Words,
    pub on: Date,
    /// The day they were given.
    pub due: Option<Date>,
    /// The day of the first answer.
    pub answered_on: Option<Date>,
}

impl InformationRequest {
    /// Whether the day they were given passed with no answer, or before the answer came.
    pub fn is_late(&self, today: Date) -> bool {
        self.due.is_some_and(|due| due < self.answered_on.unwrap_or(today))
    }
}
