//! The landlord's limits, on the worst case from the day anybody was told.

use crate::check::Compared;
use crate::check::lengths::{Likeness, Reach, compare};
use crate::check::part::Part;
use crate::policy::statement::Topic;
use crate::policy::{Limit, Pack, Start};
use crate::vocabulary::Stage;

impl Compared<'_> {
    /// Whether a stage is acknowledged as soon as the Code wants it (6.2, 6.11).
    pub(super) fn acknowledged(&self, stage: Stage) -> Part {
        let own = &self.pack.stage(stage).acknowledgement;
        let code = &self.code.stage(stage).acknowledgement;
        let mend = format!("acknowledge within {} of the day anybody was told", code.length);
        let Some(reach) = self.since_receipt(self.pack, stage, own) else {
            return unbounded(own).mended_by(mend);
        };
        let said = counted(own);
        match reach.against(Reach::of(code.length)) {
            Likeness::Same => Part::meets(&own.clause, format!("it acknowledges within {said}")),
            Likeness::Shorter => {
                let why = format!("it acknowledges within {said}, sooner than {}", code.length);
                Part::stricter(&own.clause, why)
            }
            Likeness::Unsure => {
                let why =
                    format!("{said} may be more than {}, by the time of the year", code.length);
                Part::at_risk(&own.clause, why).mended_by(mend)
            }
            Likeness::Longer => {
                let why = format!("it takes {said} to acknowledge, more than {}", code.length);
                Part::conflict(&own.clause, why).mended_by(mend)
            }
        }
    }

    /// Whether a stage is answered as soon as the Code wants it (6.3, 6.14).
    pub(super) fn answered(&self, stage: Stage) -> Part {
        let own = &self.pack.stage(stage).response;
        let code = &self.code.stage(stage).response;
        let mend = format!("answer within {} of the acknowledgement", code.length);
        let worst = self.since_receipt(self.code, stage, code);
        let (Some(reach), Some(worst)) = (self.since_receipt(self.pack, stage, own), worst) else {
            return unbounded(own).mended_by(mend);
        };
        let said = counted(own);
        let alone = compare(own.length, code.length);
        let whole = match reach.against(worst) {
            Likeness::Unsure if self.sooner_at_each_step(stage) => Likeness::Shorter,
            likeness => likeness,
        };
        if alone == Likeness::Same && whole == Likeness::Same && own.from == code.from {
            return Part::meets(&own.clause, format!("it answers within {said}"));
        }
        let within = matches!(alone, Likeness::Shorter | Likeness::Same);
        match (whole, own.from) {
            (Likeness::Longer, _) => {
                let why = format!(
                    "it may take longer from the complaint to the answer than the Code allows: \
                     it answers within {said}"
                );
                Part::conflict(&own.clause, why).mended_by(mend)
            }
            (_, Start::Acknowledgement | Start::Logging) if alone == Likeness::Longer => {
                let why = format!("{said} is more than {}", code.length);
                Part::conflict(&own.clause, why).mended_by(mend)
            }
            (Likeness::Shorter | Likeness::Same, _) if within => {
                let why = format!("it answers within {said}, sooner than the Code asks");
                Part::stricter(&own.clause, why)
            }
            _ => {
                let why = format!(
                    "{said} is later than the Code allows when a complaint is acknowledged early \
                     or days fall unluckily"
                );
                Part::at_risk(&own.clause, why).mended_by(mend)
            }
        }
    }

    /// Whether neither the acknowledgement nor the answer alone is later than the Code's, which
    /// settles the whole where units differ.
    fn sooner_at_each_step(&self, stage: Stage) -> bool {
        let (own, code) = (self.pack.stage(stage), self.code.stage(stage));
        let no_longer = |own: &Limit, code: &Limit| {
            own.from == code.from
                && matches!(compare(own.length, code.length), Likeness::Shorter | Likeness::Same)
        };
        no_longer(&own.acknowledgement, &code.acknowledgement)
            && no_longer(&own.response, &code.response)
    }

    /// Whether a stage is put off no further than the Code allows (6.4, 6.15).
    pub(super) fn put_off(&self, stage: Stage) -> Part {
        let own = self.pack.stage(stage).extension.as_ref();
        let Some(code) = &self.code.stage(stage).extension else {
            return Part::meets("", "the Code sets no limit");
        };
        let Some(own) = own else {
            let clause = &self.pack.stage(stage).response.clause;
            return Part::stricter(clause, "it knows no extension, so no answer is put off");
        };
        let mend = format!("extend by no more than {} without good reason", code.length);
        let clauses = format!("{}, {}", own.clause, own.beyond);
        match compare(own.length, code.length) {
            Likeness::Same => {
                let why = format!("it extends by {} at most without good reason", own.length);
                Part::meets(&clauses, why)
            }
            Likeness::Shorter => {
                let why =
                    format!("it extends by {} at most, less than {}", own.length, code.length);
                Part::stricter(&own.clause, why)
            }
            Likeness::Unsure => {
                let why =
                    format!("an extension of {} may be more than {}", own.length, code.length);
                Part::at_risk(&own.clause, why).mended_by(mend)
            }
            Likeness::Longer => {
                let why = format!("it extends by {}, more than {}", own.length, code.length);
                Part::conflict(&own.clause, why).mended_by(mend)
            }
        }
    }

    /// The longest that a limit lets pass from receipt; none where its start may lie anywhere.
    fn since_receipt(&self, pack: &Pack, stage: Stage, limit: &Limit) -> Option<Reach> {
        let before = || {
            let first = &pack.stage(stage).acknowledgement;
            (first.from == Start::Receipt).then(|| Reach::of(first.length))
        };
        let logged_in_time = || {
            self.promises(match stage {
                Stage::One => Topic::LoggedInTimeStageOne,
                Stage::Two => Topic::LoggedInTimeStageTwo,
            })
        };
        let reach = |from: Start| match from {
            Start::Receipt => Some(Reach::of(limit.length)),
            Start::Acknowledgement => Some(before()? + Reach::of(limit.length)),
            Start::Logging if logged_in_time() => Some(before()? + Reach::of(limit.length)),
            Start::Logging
            | Start::Form
            | Start::Assignment
            | Start::OfficerReceipt
            | Start::Response => None,
        };
        // Where the text leaves two starts open, nobody can rely on the earlier one.
        let own = reach(limit.from)?;
        let Some(other) = limit.or_from else { return Some(own) };
        let other = reach(other)?;
        Some(if own.against(other) == Likeness::Shorter { other } else { own })
    }
}

fn unbounded(own: &Limit) -> Part {
    let why = format!(
        "its {} count from {}, and nothing limits how long after the complaint that may be",
        own.length,
        start(own.from)
    );
    Part::conflict(&own.clause, why)
}

/// "10 working days of the acknowledgement"; a text that leaves the start open is read both ways.
fn counted(limit: &Limit) -> String {
    let own = format!("{} of {}", limit.length, start(limit.from));
    match limit.or_from {
        Some(other) => format!("{own} or of {}, whichever is meant", start(other)),
        None => own,
    }
}

fn start(from: Start) -> &'static str {
    match from {
        Start::Receipt => "receipt",
        Start::Acknowledgement => "the acknowledgement",
        Start::Form => "an internal form",
        Start::Logging => "logging",
        Start::Assignment | Start::OfficerReceipt => "an officer having the case",
        Start::Response => "the answer",
    }
}
