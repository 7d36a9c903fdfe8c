//! Reading what was written down about behaviour.

use std::collections::BTreeMap;

use redress_domain::command::{
    ApproveRestriction, ChallengeRestriction, Command, LiftRestriction, ProposeRestriction,
    RecordIncident, RefuseRestriction, ReviewRestriction, WarnPerson,
};
use redress_domain::ids::{RestrictionId, StaffId};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Conduct, Factor};

use crate::desk::Case;
use crate::web::answer::Asked;
use crate::web::complaint::options::known;
use crate::web::part::reading::Reading;
use crate::words;

/// Something that happened.
pub fn incident(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let what = form.required("what", "Enter what happened");
    let conduct = form.choice("conduct", "Choose what it was", known::<Conduct>);
    let against = staff(form, case, "against")?;
    let recorded = RecordIncident { what: Words::said(what?), conduct: Some(conduct?), against };
    done(Command::RecordIncident(recorded), "incident")
}

/// A warning.
pub fn warning(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let incident = form.required("incident", "Enter what they are warned about");
    let conduct = form.choice("warned-conduct", "Choose what it was", known::<Conduct>);
    let against = staff(form, case, "warned-against")?;
    let consulted = staff(form, case, "warned-consulted")?;
    let advice = form.words("warned-advice")?.map(Words::said);
    let warned = WarnPerson {
        incident: Words::said(incident?),
        conduct: Some(conduct?),
        against,
        consulted,
        advice,
    };
    done(Command::WarnPerson(warned), "warned")
}

/// A proposal.
pub fn proposal(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let measure = form.required("measure", "Enter what would be limited");
    let evidence = form.required("evidence", "Enter what happened, with the days");
    let proportionality = form.required("proportionality", "Enter why nothing milder would do");
    let equality = form.required("equality", "Enter what the Equality Act means here");
    let route = form.choice("route", "Choose how they may still complain", known::<Channel>);
    let closes = form.ticked("closes", known::<Channel>);
    let ground = match form.words("ground")? {
        Some(sent) => known::<Conduct>(&sent),
        None => None,
    };
    let mut factors = BTreeMap::new();
    for factor in Factor::ALL {
        if let Some(said) = form.words(&format!("factor-{}", words::id(&factor)))? {
            factors.insert(factor, Words::said(said));
        }
    }
    let against = staff(form, case, "proposed-against")?;
    let consulted = staff(form, case, "proposed-consulted")?;
    let advice = form.words("proposed-advice")?.map(Words::said);
    let until = form.optional_day("until");
    let proposed = ProposeRestriction {
        measure: Words::said(measure?),
        evidence: Words::said(evidence?),
        proportionality: Words::said(proportionality?),
        equality: Words::said(equality?),
        closes,
        route: Some(route?),
        against,
        consulted,
        advice,
        ground,
        factors,
        until: until?,
        id: None,
    };
    done(Command::ProposeRestriction(Box::new(proposed)), "proposed")
}

/// A proposal put in force.
pub fn approval(form: &mut Reading<'_>, id: &RestrictionId) -> Option<Asked> {
    let review_on = form.optional_day(&named(id, "review-on"))?;
    let approved = ApproveRestriction { id: Some(id.clone()), review_on };
    done(Command::ApproveRestriction(approved), "restricted")
}

/// A proposal turned down.
pub fn refusal(form: &mut Reading<'_>, id: &RestrictionId) -> Option<Asked> {
    let reason = form.required(&named(id, "why-not"), "Enter why it is turned down")?;
    let refused = RefuseRestriction { id: Some(id.clone()), reason: Words::said(reason) };
    done(Command::RefuseRestriction(refused), "not-restricted")
}

/// A restriction looked at again.
pub fn review(form: &mut Reading<'_>, id: &RestrictionId) -> Option<Asked> {
    let outcome = form.required(&named(id, "outcome"), "Enter what was found");
    let next_review = form.optional_day(&named(id, "next"));
    let reviewed = ReviewRestriction {
        id: Some(id.clone()),
        outcome: Words::said(outcome?),
        next_review: next_review?,
    };
    done(Command::ReviewRestriction(reviewed), "restriction-reviewed")
}

/// A restriction lifted.
pub fn lifting(form: &mut Reading<'_>, id: &RestrictionId) -> Option<Asked> {
    let reason = form.required(&named(id, "lifted"), "Enter why it ends")?;
    let lifted = LiftRestriction { id: Some(id.clone()), reason: Words::said(reason) };
    done(Command::LiftRestriction(lifted), "lifted")
}

/// What the person says against it.
pub fn challenge(form: &mut Reading<'_>, id: &RestrictionId) -> Option<Asked> {
    let reason = form.required(&named(id, "challenge"), "Enter what they say against it")?;
    let challenged = ChallengeRestriction { id: Some(id.clone()), reason: Words::said(reason) };
    done(Command::ChallengeRestriction(challenged), "challenged")
}

/// The name of a field about one restriction.
pub fn named(id: &RestrictionId, field: &str) -> String {
    format!("{}-{field}", id.0)
}

/// A member of staff, where one was chosen.
#[expect(clippy::option_option, reason = "nobody chosen is not the same as a wrong field")]
fn staff(form: &mut Reading<'_>, case: &Case, name: &str) -> Option<Option<StaffId>> {
    let chosen = form.words(name)?.map(StaffId);
    Some(chosen.filter(|staff| case.surroundings.names.contains_key(staff)))
}

fn done(command: Command, code: &'static str) -> Option<Asked> {
    Some(Asked::of(vec![command], code).then("restrictions"))
}
