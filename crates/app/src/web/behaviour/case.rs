//! P3, restrictions in one case: what happened, the warning, what is limited and the way that stays
//! open, who approved it, when it is looked at again, and what the person says against it.

use redress_domain::command::{
    ApproveRestriction, ChallengeRestriction, Command, LiftRestriction, RefuseRestriction,
    ReviewRestriction,
};
use redress_domain::complaint::Restriction;
use redress_domain::event::Event;
use redress_domain::ids::RestrictionId;

use super::read::named;
use super::{DECIDING_ROLES, proposing, read};
use crate::desk::Case;
use crate::web::answer::sections::{Section, Sections};
use crate::web::answer::unfold::Unfold;
use crate::web::answer::{Sheet, Visit};
use crate::web::complaint::told::{self, shown};
use crate::web::due;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::list::SummaryList;
use crate::web::posted::Posted;
use crate::words;

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// An incident.
pub async fn post_incident(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::incident, draw).await
}

/// A warning.
pub async fn post_warning(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::warning, draw).await
}

/// A proposal.
pub async fn post_proposal(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read::proposal, draw).await
}

/// A proposal put in force.
pub async fn post_approval(visit: Visit, posted: Posted) -> Page {
    let id = RestrictionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::approval(form, &id), draw).await
}

/// A proposal turned down.
pub async fn post_refusal(visit: Visit, posted: Posted) -> Page {
    let id = RestrictionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::refusal(form, &id), draw).await
}

/// A restriction looked at again.
pub async fn post_review(visit: Visit, posted: Posted) -> Page {
    let id = RestrictionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::review(form, &id), draw).await
}

/// A restriction lifted.
pub async fn post_lifting(visit: Visit, posted: Posted) -> Page {
    let id = RestrictionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::lifting(form, &id), draw).await
}

/// What the person says against one.
pub async fn post_challenge(visit: Visit, posted: Posted) -> Page {
    let id = RestrictionId(visit.item.clone());
    visit.act(posted, |form, _: &Case| read::challenge(form, &id), draw).await
}

fn draw(sheet: Sheet) -> Sections {
    let behaviour = &sheet.case.complaint.behaviour;
    let mut page = Sections::new(&sheet, "Restrictions", heading(&sheet)).says(
        "The complaint and its clocks go on as for anybody. Stage 2 and the Ombudsman stay open.",
    );
    for restriction in &behaviour.restrictions {
        page = match restriction.approved_on {
            Some(_) => page.section(in_force(&sheet, restriction)),
            None if may_see_proposal(&sheet, restriction) => {
                page.section(proposed(&sheet, restriction))
            }
            None => page,
        };
    }
    let past = told::timeline(&sheet.case, |event| {
        matches!(event, Event::IncidentRecorded(_) | Event::PersonWarned(_))
    });
    let mut happened = Section::new("happened", "What happened");
    if past.is_empty() {
        let nothing = "Nothing is on record.";
        happened =
            happened.part(SummaryList::new().row("Incidents and warnings", Cell::text(nothing)));
    } else {
        happened = happened.part(past);
    }
    page.section(happened).section(
        Section::new("do", "What may be done")
            .maybe(proposing::incident(&sheet))
            .maybe(proposing::warning(&sheet))
            .maybe(proposing::proposal(&sheet)),
    )
}

fn heading(sheet: &Sheet) -> String {
    let behaviour = &sheet.case.complaint.behaviour;
    let reviews = behaviour.in_force().filter_map(|it| it.reviews.last());
    match (behaviour.in_force().count(), reviews.map(|review| review.due).min()) {
        (0, _) => "No restriction, as it should be".to_owned(),
        (n, Some(due)) => format!("Restrictions: {n}, review due {}", day::short(due)),
        (n, None) => format!("Restrictions: {n}"),
    }
}

/// Who proposed it, and those who decide or review.
fn may_see_proposal(sheet: &Sheet, restriction: &Restriction) -> bool {
    let own = sheet.actor.id.is_some() && restriction.proposed_by == sheet.actor.id;
    own || sheet.signed.is_any(DECIDING_ROLES)
}

fn in_force(sheet: &Sheet, restriction: &Restriction) -> Section {
    let id = &restriction.id;
    let mut section = Section::new(&format!("restriction-{}", id.0), shown(&restriction.measure));
    section = section.part(facts(sheet, restriction));
    if may_see_proposal(sheet, restriction)
        && let Some(rests) = rests_on(sheet, id)
    {
        section = section.part(rests);
    }
    if restriction.lifted_on.is_some() {
        return section;
    }
    section.maybe(review(sheet, id)).maybe(lifting(sheet, id)).maybe(challenge(sheet, id))
}

fn facts(sheet: &Sheet, restriction: &Restriction) -> SummaryList {
    let name = |who: &_| sheet.case.surroundings.name_of(who);
    let route = words::sentence(words::names::channel(restriction.route));
    let mut facts = SummaryList::new().row("They may still complain by", Cell::text(route));
    if let Some(on) = restriction.approved_on {
        let by = restriction.approved_by.as_ref().map(name).unwrap_or_default();
        facts = facts.row("In force since", Cell::stack([Cell::day(on), Cell::name(by)]));
    }
    if let Some(until) = restriction.until {
        facts = facts.row("Ends by itself", Cell::day(until));
    }
    if let Some(on) = restriction.lifted_on {
        return facts.row("Lifted", Cell::day(on));
    }
    if let Some(review) = restriction.reviews.last() {
        let tag = due::tag(&sheet.case.surroundings.calendar, sheet.today, review.due);
        facts =
            facts.row("Looked at again by", Cell::stack([Cell::day(review.due), Cell::part(tag)]));
    }
    for (on, words) in &restriction.challenges {
        let line = Cell::stack([Cell::day(*on), Cell::name(shown(words))]);
        facts = facts.row("They say against it", line);
    }
    facts
}

/// What a restriction rests on, from the proposal itself.
fn rests_on(sheet: &Sheet, id: &RestrictionId) -> Option<SummaryList> {
    let proposal = sheet.case.history.iter().rev().find_map(|told| match &told.happened.event {
        Event::RestrictionProposed(proposal) if proposal.id == *id => Some(proposal),
        _ => None,
    })?;
    let given = &proposal.given;
    let mut facts = SummaryList::new();
    if let Some(ground) = given.ground {
        facts = facts.row("Ground", Cell::text(words::sentence(words::beside::conduct(ground))));
    }
    facts = facts
        .row("What happened", Cell::name(shown(&given.evidence)))
        .row("The Equality Act", Cell::name(shown(&given.equality)))
        .row("Why nothing milder", Cell::name(shown(&given.proportionality)));
    for (factor, weighed) in &given.factors {
        let name = words::sentence(words::beside::factor(*factor));
        facts = facts.row(name, Cell::name(shown(weighed)));
    }
    if let Some(who) = &given.consulted {
        let advice = given.advice.as_ref().map(shown).unwrap_or_default();
        let name = sheet.case.surroundings.name_of(who);
        facts = facts.row("Consulted", Cell::stack([Cell::name(name), Cell::name(advice)]));
    }
    let closed: Vec<String> =
        given.closes.iter().map(|way| words::names::channel(*way).to_owned()).collect();
    if !closed.is_empty() {
        facts = facts.row("Closed", Cell::text(words::sentence(&words::all_of(&closed))));
    }
    Some(facts)
}

fn proposed(sheet: &Sheet, restriction: &Restriction) -> Section {
    let id = &restriction.id;
    let name = |who: &_| sheet.case.surroundings.name_of(who);
    let by = restriction.proposed_by.as_ref().map(name).unwrap_or_default();
    let route = words::sentence(words::names::channel(restriction.route));
    let facts = SummaryList::new()
        .row("What would be limited", Cell::name(shown(&restriction.measure)))
        .row("They could still complain by", Cell::text(route))
        .row("Proposed", Cell::stack([Cell::day(restriction.proposed_on), Cell::name(by)]));
    Section::new(&format!("restriction-{}", id.0), "Waits for a decision")
        .part(facts)
        .maybe(rests_on(sheet, id))
        .maybe(approval(sheet, id))
        .maybe(turning_down(sheet, id))
}

fn approval(sheet: &Sheet, id: &RestrictionId) -> Option<Unfold> {
    let page = format!("restrictions/{}/approval", id.0);
    let form = sheet.form(&page);
    let unfold = Unfold::of(sheet, &page, "Approve it", "Put it in force")
        .with_letter()
        .says("Somebody who neither proposed it nor was the target. Tell the person in writing what is limited, why, until when, how they may still complain, and how to reach the Ombudsman.")
        .ask(form.day(&named(id, "review-on"), "When is it looked at again?").hint("Left empty: as the policy says, or three months on"));
    let command = Command::ApproveRestriction(ApproveRestriction::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn turning_down(sheet: &Sheet, id: &RestrictionId) -> Option<Unfold> {
    let page = format!("restrictions/{}/refusal", id.0);
    let form = sheet.form(&page);
    let unfold = Unfold::of(sheet, &page, "Turn it down", "Turn it down")
        .says("It then leaves no mark on the case.")
        .ask(form.area(&named(id, "why-not"), "Why?").rows(3));
    let command = Command::RefuseRestriction(RefuseRestriction::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn review(sheet: &Sheet, id: &RestrictionId) -> Option<Unfold> {
    let page = format!("restrictions/{}/review", id.0);
    let form = sheet.form(&page);
    let unfold = Unfold::of(sheet, &page, "Look at it again", "Record the review")
        .with_letter()
        .ask(
            form.area(&named(id, "outcome"), "What was found?")
                .hint("Whether it is still needed, and what the person says")
                .rows(3),
        )
        .ask(form.day(&named(id, "next"), "When is it looked at next?"));
    let command = Command::ReviewRestriction(ReviewRestriction::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn lifting(sheet: &Sheet, id: &RestrictionId) -> Option<Unfold> {
    let page = format!("restrictions/{}/lifting", id.0);
    let form = sheet.form(&page);
    let unfold = Unfold::of(sheet, &page, "Lift it", "Lift it")
        .with_letter()
        .ask(form.area(&named(id, "lifted"), "Why does it end?").rows(2));
    let command = Command::LiftRestriction(LiftRestriction::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}

fn challenge(sheet: &Sheet, id: &RestrictionId) -> Option<Unfold> {
    let page = format!("restrictions/{}/challenge", id.0);
    let form = sheet.form(&page);
    let unfold = Unfold::of(sheet, &page, "Record what they say against it", "Record it")
        .says("Whoever looks at it next reads this, and until then the list of restrictions marks it.")
        .ask(form.area(&named(id, "challenge"), "What do they say?").rows(3));
    let command = Command::ChallengeRestriction(ChallengeRestriction::default());
    sheet.barred_from(&command).is_none().then_some(unfold)
}
