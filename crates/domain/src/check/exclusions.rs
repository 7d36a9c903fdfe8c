//! Chapter 2 of the Code: what may be declined, and on which grounds.

use crate::check::Compared;
use crate::check::lengths::{Likeness, compare};
use crate::check::part::Part;
use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;
use crate::policy::{Fact, GroundTerms};
use crate::vocabulary::Ground;

pub(super) const PROVISIONS: &[Provision] = &[
    said(
        "2.1",
        "A complaint is accepted unless there is a sound reason not to",
        &[Topic::AcceptedAsARule],
    )
    .measured(without_a_name),
    said("2.2", "Grounds for declining are written down and fair", &[]).measured(grounds),
    said(
        "2.3",
        "Twelve months from the event or from learning of it; discretion is weighed",
        &[Topic::AgeFromAwareness],
    )
    .heeding(&[Topic::AgeDiscretion])
    .measured(age),
    said(
        "2.4",
        "A refusal gives the reasons and the way to the Ombudsman",
        &[Topic::RefusalExplained],
    )
    .measured(refusal_letter),
    said("2.5", "Nothing is refused wholesale", &[Topic::NoBlanketRefusals]),
];

/// How fair a ground is.
enum Fairness {
    /// One that the Code itself names.
    Named,
    /// No complaint in the Code's sense, or nothing that the landlord could answer.
    Plain,
    /// Fair only as far as it says what is still taken on, and then it depends on its use.
    NeedsCarveOut,
    /// Judged under another provision.
    Elsewhere,
}

fn fairness(ground: Ground) -> Fairness {
    match ground {
        Ground::TooOld | Ground::CourtStarted | Ground::AlreadyConsidered => Fairness::Named,
        Ground::OmbudsmanDetermined
        | Ground::CourtConcluded
        | Ground::OtherBody
        | Ground::SurveyAnswer
        | Ground::Suggestion
        | Ground::Question
        | Ground::ServiceRequest => Fairness::Plain,
        Ground::EmployeeConduct | Ground::MemberEnquiry | Ground::LegalRepresentative => {
            Fairness::Elsewhere
        }
        Ground::ActingForOthers
        | Ground::RentReview
        | Ground::ServiceChargeSetting
        | Ground::DamagedBelongings
        | Ground::LiabilityOrInjury
        | Ground::InsuranceClaim
        | Ground::BuildingSafety
        | Ground::NewBuildDefect
        | Ground::AsbReport
        | Ground::NotACustomer
        | Ground::StatutoryDecision
        | Ground::EnforcementAction
        | Ground::BreachAction
        | Ground::OtherReviewRoute
        | Ground::Vexatious => Fairness::NeedsCarveOut,
    }
}

/// What a ground that keeps something out comes to, in words.
pub(super) struct Carved {
    pub(super) without: &'static str,
    pub(super) with: &'static str,
    pub(super) mend: &'static str,
}

impl Compared<'_> {
    /// A ground that contradicts the Code unless it says what is still taken on.
    pub(super) fn carved(&self, ground: Ground, words: Carved) -> Vec<Part> {
        let part = |terms: &GroundTerms| match &terms.still_ours {
            None => Part::conflict(&terms.clause, words.without).mended_by(words.mend),
            Some(_) => Part::at_risk(&terms.clause, words.with).mended_by(words.mend),
        };
        self.pack.ground(ground).map(part).into_iter().collect()
    }
}

fn grounds(compared: &Compared<'_>) -> Vec<Part> {
    let grounds = &compared.pack.grounds;
    if grounds.is_empty() {
        return vec![Part::silent("on which grounds a complaint may be declined")];
    }
    let mut parts = Vec::new();
    let of_the_code: Vec<&str> = grounds
        .iter()
        .filter(|terms| matches!(fairness(terms.id), Fairness::Named))
        .map(|terms| terms.clause.as_str())
        .collect();
    parts.push(Part::meets(&of_the_code.join(", "), "the grounds are written down"));
    let own = |carved: bool| {
        let needing = grounds.iter().filter(|terms| {
            matches!(fairness(terms.id), Fairness::NeedsCarveOut)
                && !terms.routes_only
                && terms.still_ours.is_some() == carved
        });
        needing.map(|terms| terms.clause.as_str()).collect::<Vec<_>>()
    };
    let (bare, carved) = (own(false), own(true));
    if !bare.is_empty() {
        let why =
            "a ground of its own is not fair, for it does not say what is taken on all the same";
        parts.push(
            Part::conflict(&bare.join(", "), why)
                .mended_by("say of each ground what the landlord still answers for"),
        );
    }
    if !carved.is_empty() {
        let why = "grounds that the Code does not name are fair only while what they leave in is taken on";
        parts.push(
            Part::at_risk(&carved.join(", "), why).mended_by(
                "keep a note with each ground of why it is fair, and read how it was used",
            ),
        );
    }
    if let Some(court) = compared.pack.ground(Ground::CourtStarted) {
        parts.push(court_means_filed(court));
        parts.extend(compared.recorded(Topic::CourtMeansFiled));
    }
    parts
}

/// Proceedings have begun once claim form and particulars of claim are both filed.
fn court_means_filed(court: &GroundTerms) -> Part {
    let facts = court.facts();
    if [Fact::ClaimForm, Fact::Particulars].iter().all(|fact| facts.contains(fact)) {
        return Part::meets(&court.clause, "proceedings have begun once both papers are filed");
    }
    let why = "it calls proceedings begun before claim form and particulars of claim are filed";
    let mend = "say that proceedings have begun only once both papers are filed with the court";
    Part::conflict(&court.clause, why).mended_by(mend)
}

fn age(compared: &Compared<'_>) -> Vec<Part> {
    let (own, code) = (&compared.pack.age, &compared.code.age);
    let mend = format!("accept what is brought within {}", code.limit);
    let limit = match compare(own.limit, code.limit) {
        Likeness::Same => Part::meets(&own.clause, format!("the limit is {}", own.limit)),
        Likeness::Longer => {
            let why = format!("the limit is {}, longer than {}", own.limit, code.limit);
            Part::stricter(&own.clause, why)
        }
        Likeness::Unsure => {
            let why = format!("{} may be less than {}", own.limit, code.limit);
            Part::at_risk(&own.clause, why).mended_by(mend)
        }
        Likeness::Shorter => {
            let why = format!("the limit is {}, shorter than {}", own.limit, code.limit);
            Part::conflict(&own.clause, why).mended_by(mend)
        }
    };
    let mut parts = vec![limit];
    if !own.discretion {
        let why = "nothing older is considered, whatever the reason";
        let mend = "consider an older matter where there is good reason";
        parts.push(Part::conflict(&own.discretion_clause, why).mended_by(mend));
    }
    if !own.awareness {
        let why = "only the day it happened counts, not the day the resident learned of it";
        let mend = "count from the day the resident learned of it, where that is later";
        parts.push(Part::conflict(&own.clause, why).mended_by(mend));
    }
    parts
}

/// Whoever gives no name is a resident like any other.
fn without_a_name(compared: &Compared<'_>) -> Vec<Part> {
    let Some(terms) = compared.pack.anonymous.as_ref().filter(|terms| terms.as_information) else {
        return Vec::new();
    };
    let why = "what somebody says without a name becomes no complaint";
    let mend = "take it on as a complaint as far as it can be looked into";
    vec![Part::at_risk(&terms.clause, why).mended_by(mend)]
}

fn refusal_letter(compared: &Compared<'_>) -> Vec<Part> {
    let blocks = [("reasons", "the reasons"), ("ombudsman", "the way to the Ombudsman")];
    vec![compared.letter_holds("not-accepted", "the letter of refusal", &blocks)]
}
