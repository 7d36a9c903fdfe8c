//! Which limit governs: the pack's as written, or with the Code floor on whichever is stricter for
//! the landlord and more generous for the resident. What the Code overrode stays visible.

use crate::calendar::Span;
use crate::policy::{
    BehaviourTerms, Duty, ExtensionTerms, Fact, GroundTerms, Independence, Limit, Pack, Start,
    UpdatesWanted, Window, ground,
};
use crate::vocabulary::{EscalationGround, Stage};

/// The pack of a case, the Code beside it, and whether the Code is its floor.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    pub pack: &'a Pack,
    pub code: &'a Pack,
    pub floor: bool,
}

/// A limit in force, and what it overrode.
#[derive(Clone, Debug, PartialEq)]
pub struct Governing {
    pub limit: Limit,
    /// The pack's own limit and clause, where the Code floor replaced it.
    pub instead_of: Option<Limit>,
}

impl<'a> Terms<'a> {
    /// The limit for acknowledging a stage.
    pub fn acknowledgement(&self, stage: Stage) -> Governing {
        self.stricter(
            &self.pack.stage(stage).acknowledgement,
            &self.code.stage(stage).acknowledgement,
        )
    }

    /// The limit for answering a stage.
    pub fn response(&self, stage: Stage) -> Governing {
        self.stricter(&self.pack.stage(stage).response, &self.code.stage(stage).response)
    }

    /// The limit for a first contact, where the pack has one.
    pub fn first_contact(&self, stage: Stage) -> Option<&'a Limit> {
        self.pack.stage(stage).first_contact.as_ref()
    }

    /// How far a stage may be extended; none where the policy knows no extension.
    pub fn extension(&self, stage: Stage) -> Option<ExtensionTerms> {
        let own = self.pack.stage(stage).extension.as_ref();
        let code = self.code.stage(stage).extension.as_ref().filter(|_| self.floor);
        match (own, code) {
            (own, None) => own.cloned(),
            (None, Some(code)) => Some(cited(code)),
            (Some(own), Some(code)) => {
                let mut terms = own.clone();
                if shorter(code.length, own.length) {
                    terms.length = code.length;
                    terms.printed = code.printed;
                    terms.clause = from_code(&code.clause);
                }
                if own.updates < code.updates {
                    terms.updates = code.updates;
                    terms.updates_clause = from_code(&code.updates_clause);
                }
                Some(terms)
            }
        }
    }

    /// The resident's limit for asking for stage 2; the Code sets none and shortens none.
    pub fn window(&self) -> Option<&'a Window> {
        self.pack.escalation.window.as_ref()
    }

    /// The age limit and its clause: with the floor on never shorter than the Code's.
    pub fn age(&self) -> (Span, String) {
        let own = &self.pack.age;
        if self.floor && shorter(own.limit, self.code.age.limit) {
            return (self.code.age.limit, from_code(&self.code.age.clause));
        }
        (own.limit, own.clause.clone())
    }

    /// Whether behaviour alone may close a case.
    pub fn behaviour_may_close(&self) -> bool {
        self.pack.closing.behaviour && !self.floor
    }

    /// The clause about behaviour as a reason to close; the Code's with the floor on, with the
    /// policy's own beside it where the policy would have allowed it.
    pub fn behaviour_clause(&self) -> String {
        let own = self.pack.closing.behaviour_clause.clone();
        match own {
            Some(own) if self.floor => format!("Code 5.15, {own}"),
            Some(own) => own,
            None => self.closing_clause(),
        }
    }

    /// The clause about closing; the Code's where the policy is silent.
    pub fn closing_clause(&self) -> String {
        let code = || self.code.closing.clause.as_deref().map(from_code);
        self.pack.closing.clause.clone().or_else(code).unwrap_or_else(|| "the Code".to_owned())
    }

    /// Who is barred from stage 2, and under which clause; the Code's rule where the policy is
    /// silent.
    pub fn independence(&self) -> Independence {
        if let Some(own) = &self.pack.escalation.independence {
            return own.clone();
        }
        match &self.code.escalation.independence {
            Some(code) => Independence { clause: from_code(&code.clause), ..code.clone() },
            None => Independence {
                clause: self.clause(Duty::Independence),
                bars_overseer: false,
                bars_everybody: false,
            },
        }
    }

    /// The clause that lets stage 2 open while stage 1 is overdue.
    pub fn early_clause(&self) -> String {
        let code = || self.code.escalation.early_clause.as_deref().map(from_code);
        self.pack
            .escalation
            .early_clause
            .clone()
            .or_else(code)
            .unwrap_or_else(|| self.pack.escalation.clause.clone())
    }

    /// Whether a request for stage 2 may be declined on a ground. With the floor on only on what
    /// the Code leaves room for: exclusions, and a request that came too late, each weighed on its
    /// own circumstances (Code 5.11, 6.10).
    pub fn may_decline(&self, ground: EscalationGround) -> bool {
        let own = self.pack.escalation.decline.contains(&ground);
        own && (!self.floor || self.code_lets_decline(ground))
    }

    fn code_lets_decline(&self, ground: EscalationGround) -> bool {
        ground == EscalationGround::OutOfTime || self.code.escalation.decline.contains(&ground)
    }

    /// The clause on declining stage 2 on a ground, with the Code's before it where the floor
    /// forbids what the policy allows.
    pub fn declining_clause(&self, ground: Option<EscalationGround>) -> String {
        let terms = &self.pack.escalation;
        let own = ground.and_then(|ground| terms.decline_clauses.get(&ground));
        let own = own.unwrap_or(&terms.decline_clause);
        match ground {
            Some(ground)
                if self.floor
                    && terms.decline.contains(&ground)
                    && !self.code_lets_decline(ground) =>
            {
                format!("{}, {own}", from_code(&self.code.escalation.clause))
            }
            _ => own.clone(),
        }
    }

    /// Whether what somebody without a name says is passed on as information only. The Code
    /// knows no such exception.
    pub fn anonymous_is_information(&self) -> bool {
        !self.floor && self.pack.anonymous.as_ref().is_some_and(|terms| terms.as_information)
    }

    /// What must be known before a ground can be used; with the floor on also what the Code asks.
    pub fn facts(&self, terms: &GroundTerms) -> Vec<Fact> {
        let mut facts = terms.facts().to_vec();
        if self.floor {
            facts.extend(
                ground::usual(terms.id).iter().filter(|fact| !terms.facts().contains(fact)),
            );
        }
        facts
    }

    /// Whether the day a matter was noticed counts where that came later (Code 2.3).
    pub fn awareness_counts(&self) -> bool {
        self.floor || self.pack.age.awareness
    }

    /// Something the policy says about behaviour.
    pub fn behaviour<T>(&self, ask: impl Fn(&'a BehaviourTerms) -> Option<T>) -> Option<T> {
        self.pack.behaviour.as_ref().and_then(ask)
    }

    /// How often a restriction is looked at again; where the policy is silent as beside the Code.
    pub fn review_every(&self) -> Option<Span> {
        let own = self.pack.behaviour.as_ref().and_then(|terms| terms.review.as_ref());
        let code = self.code.behaviour.as_ref().and_then(|terms| terms.review.as_ref());
        own.or(code).map(|review| review.every)
    }

    /// How often an open request for service is looked at again, under which clause; where the
    /// policy is silent as beside the Code.
    pub fn request_review(&self) -> Option<(Span, String)> {
        let own = self.pack.service_requests.as_ref();
        if let Some(review) = own.and_then(|terms| terms.review.as_ref()) {
            return Some((review.every, review.clause.clone()));
        }
        let code = self.code.service_requests.as_ref()?.review.as_ref()?;
        let clause = if self.pack.id == self.code.id {
            code.clause.clone()
        } else {
            format!("Code {}", code.clause)
        };
        Some((code.every, clause))
    }

    /// The clause on looking at a restriction again.
    pub fn review_clause(&self) -> String {
        let own = self.behaviour(|terms| terms.review.as_ref());
        own.map_or_else(|| self.clause(Duty::Behaviour), |review| review.clause.clone())
    }

    /// How often the resident hears how a promise stands, under which clause; with the Code as floor
    /// never more seldom than beside the Code (Code 6.6, 6.17).
    pub fn action_updates(&self) -> Option<(Span, String)> {
        let own = self.pack.closing.action_updates.as_ref();
        let code = self.code.closing.action_updates.as_ref().filter(|_| self.floor);
        match (own, code) {
            (Some(own), Some(code)) if shorter(code.every, own.every) => {
                Some((code.every, from_code(&code.clause)))
            }
            (Some(own), _) => Some((own.every, own.clause.clone())),
            (None, code) => code.map(|code| (code.every, from_code(&code.clause))),
        }
    }

    /// When an extension must agree a rhythm of updates even so: asked for, not demanded.
    pub fn updates_asked(&self, stage: Stage) -> bool {
        self.code
            .stage(stage)
            .extension
            .as_ref()
            .is_some_and(|terms| terms.updates == UpdatesWanted::Always)
    }

    /// The clause behind a duty: the policy's own, or the Code's where the policy is silent.
    pub fn clause(&self, duty: Duty) -> String {
        if let Some(own) = self.pack.clauses.get(&duty) {
            return own.clone();
        }
        self.code.clauses.get(&duty).map_or_else(|| "the Code".to_owned(), |text| from_code(text))
    }

    fn stricter(&self, own: &Limit, code: &Limit) -> Governing {
        if self.floor && own.from == code.from && shorter(code.length, own.length) {
            let limit = Limit { clause: from_code(&code.clause), ..code.clone() };
            return Governing { limit, instead_of: Some(own.clone()) };
        }
        if self.floor && own.from != code.from && starts_later(own.from, code.from) {
            let limit = Limit { clause: from_code(&code.clause), ..code.clone() };
            return Governing { limit, instead_of: Some(own.clone()) };
        }
        Governing { limit: own.clone(), instead_of: None }
    }
}

/// How a clause of the Code is named beside a policy's own numbers.
pub fn from_code(clause: &str) -> String {
    format!("Code {clause}")
}

fn cited(code: &ExtensionTerms) -> ExtensionTerms {
    ExtensionTerms {
        clause: from_code(&code.clause),
        beyond: from_code(&code.beyond),
        updates_clause: from_code(&code.updates_clause),
        ..code.clone()
    }
}

/// A start that may come after the Code's own cannot be relied on to be stricter.
fn starts_later(own: Start, code: Start) -> bool {
    matches!(
        (own, code),
        (Start::Form | Start::Logging | Start::Assignment | Start::Acknowledgement, Start::Receipt)
            | (Start::Form | Start::Logging | Start::Assignment, Start::Acknowledgement)
    )
}

/// Whether one length is certainly shorter than another: compared in days, a working week being
/// five working days in seven.
fn shorter(left: Span, right: Span) -> bool {
    days(left) < days(right)
}

fn days(span: Span) -> u64 {
    match span {
        Span::WorkingDays(n) => u64::from(n) * 14,
        Span::Days(n) => u64::from(n) * 10,
        Span::Weeks(n) => u64::from(n) * 70,
        Span::Months(n) => u64::from(n) * 304,
        Span::Years(n) => u64::from(n) * 3652,
    }
}
