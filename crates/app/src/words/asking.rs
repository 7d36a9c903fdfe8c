//! Sentences about the asking itself: what is missing, who may ask, how far the calendar goes.

use redress_domain::vocabulary::Role;

use crate::words::{Said, names, one_of};

/// A needed field that was left out.
pub(super) fn missing(field: &str) -> Said {
    let wanted = wanted(field);
    Said::new(
        format!("This cannot be recorded without {wanted}."),
        format!("Give {wanted}, then try again."),
    )
}

fn wanted(field: &str) -> String {
    let known = match field {
        "channel" => "how it reached us",
        "text" => "the words that were said or written",
        "kind" => "what kind of thing it is",
        "answer" => "the answer that was given",
        "who" => "a name",
        "status" => "how far their authority has come",
        "basis" => "what their authority rests on",
        "to" => "the day or the case it goes to",
        "reason" => "the reason",
        "ground" => "the ground",
        "officer" => "the name of the officer",
        "about" => "what it is about",
        "every" => "how often the resident will hear from us",
        "needs" => "what the resident needs",
        "with" => "who it was with",
        "complexity" => "how complex it is",
        "vulnerable" => "whether the resident needs more care than others",
        "risk" => "whether anybody is at risk",
        "course" => "whether it can be answered early or needs looking into",
        "note" => "what was said",
        "companion-offered" => "whether they were told that somebody may come along",
        "direction" => "whether it came in or went out",
        "what" => "what it is",
        "from" => "who it is from",
        "related" => "an answer to whether the new issue belongs to this complaint",
        "opens" => "a name for the new complaint",
        "clause" => "the clause",
        "approved-by" => "the name of whoever approved it",
        "circumstances" => "a note of how this case was looked at on its own",
        "paid-on" => "the day it was paid",
        "cause" => "the cause",
        "lesson" => "the lesson",
        "done-on" => "the day it was done",
        "handling" => "a score for how we handled it",
        "outcome" => "the outcome",
        "question" => "the question",
        "point" => "the point it is about",
        "finding" => "the decision",
        "reference" => "the Ombudsman's reference",
        "agreed" => "an answer to whether the resident agrees",
        "amount" => "the sum",
        "reasons" => "the reasons",
        "followed" => "an answer to whether the panel is followed",
        "incident" => "what happened",
        "measure" => "what is to be limited",
        "evidence" => "the evidence",
        "proportionality" => "why nothing milder would do",
        "equality" => "what the Equality Act means here, and whether a disability plays a part",
        "consulted" => "the name of whoever was consulted",
        "advice" => "what whoever was consulted advised",
        "factors" => "what was weighed, each of the things the policy names",
        "learning" => "what is learned from it",
        "review-on" => "the day of the next review",
        "items" => "what the Ombudsman asks for",
        "due" => "the day that it prints",
        "heads" => "at least one head of the decision",
        "proof" => "proof that it was done",
        "why-not" => "the reason why the panel is not followed",
        "contacted-on" => "the day on which we spoke to the resident about closing",
        _ => return format!("“{}”", field.replace('-', " ")),
    };
    known.to_owned()
}

/// Somebody whose role does not reach so far.
pub(super) fn not_allowed(verb: &str, roles: &[Role]) -> Said {
    let deed = names::deed(verb);
    let staff: Vec<String> = roles
        .iter()
        .filter(|role| !matches!(role, Role::Resident | Role::Representative))
        .map(|role| names::a_role(*role))
        .collect();
    let next = if staff.is_empty() {
        "Ask the complaints manager who can do it.".to_owned()
    } else {
        format!("Ask whoever holds the case. It takes {}.", one_of(&staff))
    };
    Said::new(format!("Your role does not let you {deed} in this case."), next)
}

/// Somebody chosen whose role does not fit the post.
pub(super) fn wrong_role(who: &str, wanted: &[Role]) -> Said {
    let wanted: Vec<String> = wanted.iter().map(|role| names::a_role(*role)).collect();
    let wanted = one_of(&wanted);
    Said::new(
        format!("{who} cannot do this part: the policy wants {wanted}."),
        format!("Choose {wanted}."),
    )
}

pub(super) fn approver_is_asker() -> Said {
    Said::new(
        "Nobody can approve what they ask for themselves.",
        "Ask somebody else to approve it, and name them.",
    )
}

/// A count that runs past the bank holidays we know.
pub(super) fn calendar_ends(year: i16) -> Said {
    Said::new(
        format!("We cannot count working days in {year}: its bank holidays are not loaded."),
        "Check the year. If it is right, ask an administrator to load a newer calendar.",
    )
}
