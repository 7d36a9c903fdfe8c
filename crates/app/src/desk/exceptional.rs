//! Exceptional events (Code 8.5): the Ombudsman told, residents told, published, and a day from which
//! complaints are dealt with as promised again. No due day is ever moved by one.

use jiff::civil::Date;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::exceptional::{self, Line};

use crate::desk::{Declined, Desk, Signed};

/// Who writes an event down and what is done about it.
pub const WRITERS: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager];

/// What is done about an event. The codes are written down: none is ever changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Began,
    /// The Ombudsman was told (8.5).
    Ombudsman,
    /// Residents who may be affected were told.
    Residents,
    /// It was published on the landlord's website.
    Published,
    /// The day from which things are as promised again, as it was last said.
    Returns,
    /// They are.
    Over,
}

impl Step {
    /// What may follow the beginning, in the order of the Code.
    pub const AFTER: [Self; 5] =
        [Self::Ombudsman, Self::Residents, Self::Published, Self::Returns, Self::Over];

    /// Its stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Ombudsman => "ombudsman",
            Self::Residents => "residents",
            Self::Published => "published",
            Self::Returns => "returns",
            Self::Over => "over",
        }
    }

    /// The step behind a code.
    pub fn named(code: &str) -> Option<Self> {
        [Self::Began].into_iter().chain(Self::AFTER).find(|step| step.code() == code)
    }
}

/// An event, as its lines leave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceptional {
    pub id: String,
    /// In the order in which they were written; the first is how it began.
    pub lines: Vec<Line>,
}

impl Exceptional {
    /// The latest line of a step.
    pub fn last(&self, step: Step) -> Option<&Line> {
        self.lines.iter().rfind(|line| line.step == step.code())
    }

    /// What happened.
    pub fn what(&self) -> &str {
        self.lines.first().map_or("", |line| &line.detail)
    }

    /// The first day of it.
    pub fn began_on(&self) -> Option<Date> {
        self.lines.first().map(|line| line.on)
    }

    /// The day it was over, where it is.
    pub fn over_on(&self) -> Option<Date> {
        self.last(Step::Over).map(|line| line.on)
    }

    /// What the Code wants done and nobody has written down (8.5). The day of return is there from
    /// the beginning.
    pub fn missing(&self) -> Vec<Step> {
        let wanted = [Step::Ombudsman, Step::Residents, Step::Published];
        wanted.into_iter().filter(|step| self.last(*step).is_none()).collect()
    }

    /// Whether the day of return has passed, and it is not over.
    pub fn is_late(&self, today: Date) -> bool {
        self.over_on().is_none() && self.last(Step::Returns).is_some_and(|line| line.on < today)
    }
}

/// Why a step cannot be written down as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// What is done is done today at the latest.
    ToCome,
    /// Nothing is done about an event before it begins.
    BeforeItBegan,
    /// The day of return is today or later.
    Past,
    /// It is over: nothing follows.
    Over,
}

impl Desk {
    /// The events of a landlord, the latest first.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn exceptional_events(&self, scope: &Scope) -> Result<Vec<Exceptional>, Declined> {
        let mut events: Vec<Exceptional> = Vec::new();
        for line in exceptional::list(&self.db, scope).await? {
            match events.last_mut().filter(|event| event.id == line.event) {
                Some(event) => event.lines.push(line),
                None => events.push(Exceptional { id: line.event.clone(), lines: vec![line] }),
            }
        }
        events.sort_by_key(|event| std::cmp::Reverse(event.began_on()));
        Ok(events)
    }

    /// Writes an event down with the day from which things are as promised again: its id.
    ///
    /// # Errors
    /// `NotAllowed`, or the records cannot be reached.
    pub async fn begin_exceptional(
        &self,
        signed: &Signed,
        (what, began_on): (&str, Date),
        returns_on: Date,
    ) -> Result<Result<String, Unfit>, Declined> {
        if self.today() < began_on {
            return Ok(Err(Unfit::ToCome));
        }
        if returns_on < began_on {
            return Ok(Err(Unfit::BeforeItBegan));
        }
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("record-exceptional-event", WRITERS)).await?;
        let id = self.id().await?;
        let first = "As it was said when it began";
        for (n, step, on, detail) in
            [(1, Step::Began, began_on, what), (2, Step::Returns, returns_on, first)]
        {
            let line = self.line(signed, (&id, n), (step, on), detail);
            exceptional::add(&mut tx, &signed.scope, &line).await?;
        }
        tx.commit().await?;
        Ok(Ok(id))
    }

    /// Writes down what was done about an event.
    ///
    /// # Errors
    /// `Missing`, `NotAllowed`, or the records cannot be reached.
    pub async fn follow_exceptional(
        &self,
        signed: &Signed,
        id: &str,
        (step, on, detail): (Step, Date, &str),
    ) -> Result<Result<(), Unfit>, Declined> {
        let mut tx = self.db.begin().await?;
        self.may(&mut tx, signed, ("record-exceptional-event", WRITERS)).await?;
        let lines = exceptional::list(&mut tx, &signed.scope).await?;
        let lines = lines.into_iter().filter(|line| line.event == id).collect();
        let event = Exceptional { id: id.to_owned(), lines };
        let began_on = event.began_on().ok_or(Declined::Missing)?;
        if event.over_on().is_some() {
            return Ok(Err(Unfit::Over));
        }
        if on < began_on {
            return Ok(Err(Unfit::BeforeItBegan));
        }
        let today = self.today();
        match step {
            Step::Returns if on < today => return Ok(Err(Unfit::Past)),
            Step::Returns => {}
            _ if today < on => return Ok(Err(Unfit::ToCome)),
            _ => {}
        }
        let n = i64::try_from(event.lines.len()).unwrap_or(i64::MAX).saturating_add(1);
        let line = self.line(signed, (id, n), (step, on), detail);
        exceptional::add(&mut tx, &signed.scope, &line).await?;
        tx.commit().await?;
        Ok(Ok(()))
    }

    fn line(
        &self,
        signed: &Signed,
        (event, n): (&str, i64),
        (step, on): (Step, Date),
        detail: &str,
    ) -> Line {
        Line {
            event: event.to_owned(),
            n,
            step: step.code().to_owned(),
            on,
            detail: detail.to_owned(),
            set_by: signed.staff.id.clone(),
            set_at: self.now(),
        }
    }
}
