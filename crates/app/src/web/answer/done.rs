//! What the page that follows an act says, from the codes in its address: never words or names.

use serde::Deserialize;

use crate::desk::Case;
use crate::web::answer::sheet::href;
use crate::web::part::notice::{Banner, Link, Notice};

/// The codes an act leaves in the address of the page that follows.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    done: String,
    /// Codes of what somebody should look at, with dots between them.
    see: String,
    /// The reference of a case that the act opened.
    opened: String,
}

impl After {
    /// The green banner, where something was done.
    pub fn notice(&self, case: &Case) -> Option<Notice> {
        let says = sentence(&self.done)?;
        let mut words = says.to_owned();
        for see in self.see.split('.').filter_map(to_see) {
            words.push(' ');
            words.push_str(see);
        }
        if !case.complaint.waiting.is_empty() && !self.done.starts_with("letter-") {
            words.push_str(" A letter waits in Post: its clock runs until it has left.");
        }
        let banner = Banner::done(words);
        let opened = self.opened.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
        let banner = if !self.opened.is_empty() && opened {
            banner.next(Link::new(href(&self.opened, ""), format!("Open {}", self.opened)))
        } else if let Some((page, words)) = following(&self.done) {
            banner.next(Link::new(href(&case.reference, page), words))
        } else {
            banner
        };
        Some(Notice::Done(banner))
    }
}

/// The sentence for what was done.
fn sentence(code: &str) -> Option<&'static str> {
    Some(match code {
        "draft" => "Your draft is saved. Nothing was sent. It goes 14 days after its last change.",
        "handed-over" => "It waits for a second person to clear it. Nothing was sent.",
        "letter-cleared" => "The letter is cleared. Its author can send it as it stands.",
        "returned" => "The letter is returned with your notes.",
        "received" => "The contact is recorded and the clock runs.",
        "triaged" => "Recorded what this contact is.",
        "choice" => "Recorded what they chose.",
        "defined" => "The definition is recorded.",
        "clarify" => "The question to the resident is recorded. The clock keeps running.",
        "confirmed" => "Recorded what the resident says about the definition.",
        "point-added" => "The further issue is recorded.",
        "point-split" => "The point is now a complaint of its own, with its first date kept.",
        "acknowledged" => "The complaint is acknowledged and the response date is promised.",
        "assigned" => "The case is assigned.",
        "conflict" => "The declaration is recorded.",
        "contact" => "The contact is recorded.",
        "updated" => "The update is sent. The next one counts from today.",
        "filed" => "Filed.",
        "needs" => "What they need is recorded.",
        "evidence" => "The evidence is filed.",
        "asked" => "The request is recorded. The resident's date has not moved.",
        "comment" => "The invitation to comment is recorded.",
        "extended" => "The response is extended.",
        "date-corrected" => "The day of receipt is corrected. The old one stays on file.",
        "authority" => "The authority to act is recorded.",
        "about-staff" => "Recorded whom it is about. Whoever it is about does not see it any more.",
        "lead" => "The lead person is recorded.",
        "reached" => "How to reach the resident is corrected. Letters from now on go there.",
        "belongs" => "The words and files stand on that case now, and the two are linked.",
        "linked" => "The cases are linked. Nothing is merged.",
        "departed" => "The departure from policy is recorded.",
        "withdrawn" => "The withdrawal is recorded in their words.",
        "updates-agreed" => "The rhythm of updates is recorded.",
        "found" => "The finding is recorded.",
        "remedy" => "The remedy is recorded.",
        "promised" => "The promise is recorded.",
        "code" => "A letter with a new code goes to them.",
        "action" => "How the promise stands is recorded.",
        "offer" => "The answer to the offer is recorded.",
        "paid" => "The payment is recorded.",
        "lapsed" => "The lapse is noted. Nothing was refused, and every other remedy stands.",
        "to-panel" => "The offer is with the panel. No clock waits for it.",
        "recommended" => "What the panel recommends is recorded. Tell the resident.",
        "to-insurers" => "The claim is with the insurers. The complaint goes on.",
        "referred-back" => "It is back at stage 1 for another look. Stage 2 runs on.",
        "enquiry-answered" => "The answer to the enquiry is recorded.",
        "form-logged" => "The day of the form is recorded.",
        "logged" => "It is logged.",
        "responded" => "The response is sent.",
        "requested" => "The request for stage 2 is recorded.",
        "escalated" => "The complaint is at stage 2.",
        "declined" => "The refusal is recorded and its letter goes with it.",
        "directed" => "The direction is recorded. The case is open again.",
        "closed" => "The case is closed. Promises made in it run on.",
        "reopened" => "The case is open again.",
        "lesson" => "The lesson is recorded.",
        "improved" => "The improvement is recorded.",
        "ombudsman" => "The Ombudsman's case is recorded.",
        "evidence-wanted" => "The Ombudsman's request is recorded, with its day.",
        "evidence-sent" => "It is recorded that the evidence went.",
        "more-time" => {
            "The request for more time is recorded. The printed day stands until more is granted."
        }
        "determined" => "The Ombudsman's decision is recorded. Record a lesson from it too.",
        "discussed" => "It is recorded that the decision was talked through.",
        "ordered" => "It is recorded with its day.",
        "complied" => "It is recorded as done, with its proof.",
        "incident" => "The incident is recorded. Nothing is limited.",
        "warned" => "The warning is recorded. The complaint goes on.",
        "proposed" => {
            "The proposal is recorded. Nothing is limited until somebody else approves it."
        }
        "restricted" => "The restriction is in force. Every clock of the case runs as before.",
        "not-restricted" => "The proposal is turned down. It leaves no mark.",
        "restriction-reviewed" => "The review is recorded.",
        "lifted" => "The restriction is lifted.",
        "challenged" => "What they say against it is recorded.",
        "outcome-offered" => "What we would do is recorded.",
        "outcome-answered" => "What they say to it is recorded.",
        "request-settled" => "The request is settled, with what became of it.",
        "request-reviewed" => "The review is recorded.",
        "overseen" => "It is recorded who oversees it.",
        "surveyed" => "The survey is recorded.",
        "letter-written" => "The letter is written, and leaves as letters leave here.",
        "letter-left" => "Recorded: the letter has left, and its clock stands on that day.",
        "letter-again" => "The letter waits to leave that way. Its clock runs until it has left.",
        "letter-back" => "The letter is taken back. What it would have said is not said.",
        "letter-failed" => "Recorded. Unless the address was theirs, the clock runs again.",
        "letter-came" => "Recorded when it came. Their days count from then where the policy says.",
        "reconsidered" => "The rethink is recorded. It uses up none of the resident's time.",
        _ => return None,
    })
}

/// The usual next step after something was done.
fn following(code: &str) -> Option<(&'static str, &'static str)> {
    Some(match code {
        "received" => ("triage", "Say what this contact is"),
        "triaged" | "assigned" => ("definition", "Define what it is about"),
        "defined" => ("acknowledgement", "Acknowledge it"),
        "found" => ("findings", "Decide the next point"),
        "date-corrected" => ("history", "See both days in the history"),
        _ => return None,
    })
}

/// What somebody should look at after an act, by the code of its warning.
fn to_see(code: &str) -> Option<&'static str> {
    Some(match code {
        "late" => "It was late: the breach stays on record and the letter says sorry for it.",
        "pack-not-in-force" => "The policy was not in force on the day this was received.",
        "needs-not-asked" => "Nobody has asked what the resident needs at this stage: ask.",
        "not-triaged" => "Nobody has weighed complexity, care and risk: triage it.",
        "handler-unnamed" => "Nobody is named as handling the complaint.",
        "not-ours-without-whose" => "A point is not ours and does not say whose it is.",
        "outcome-unanswered" => "An outcome wanted has no answer yet on whether it can be had.",
        "short-reasons" => "The reasons are short: will the resident understand them?",
        "same-reasons" => "Two points have the same reasons: each needs an answer of its own.",
        "source-missing" => "A decision names no policy, law or good practice.",
        "fault-not-admitted" => "Something was upheld and the letter does not say sorry.",
        "updates-not-agreed" => "Agree with the resident how often they will hear from us.",
        "way-of-updates-open" => "Ask how the resident wants to get their updates.",
        "no-contact-yet" => "No contact with the resident is on record at this stage.",
        "companion-not-offered" => {
            "Tell them that somebody may come along, and offer to meet again."
        }
        "no-evidence-yet" => "The answer rests on no evidence on record.",
        "conflict-unanswered" => "Nobody has said whether the officer has a conflict of interest.",
        "no-lesson" => "No lesson is recorded.",
        "actions-still-open" => "Promises are still open and are tracked on.",
        "happened-after-aware" => "They noticed it before it happened: check both days.",
        "long-ago" => "One of the days lies before 1990: check the year.",
        "escalation-late" => "The request came after the last day: decide whether to take it.",
        "exceptional-not-said" => "The policy wants to know what is exceptional.",
        "insurers-limit-unknown" => "The policy names no limit for the insurers: decide who pays.",
        "choice-not-offered" => "Nobody has asked whether the person wants to complain.",
        "stage-2-runs-on" => "The stage 2 answer stays due when it was.",
        "passed-on-as-information" => {
            "No name was given: it is passed on, and no complaint is open."
        }
        "lead-not-named" => "Nobody is named as lead of the group.",
        "tell-resident" => "Tell the resident as soon as can be.",
        "nobody-oversees" => "Nobody oversees this request: say who does.",
        "oversaw-request" => {
            "They oversaw the request that this is about: somebody else answers it better."
        }
        "not-weighed" => "A sum is offered, and not all that the policy wants weighed was.",
        "no-evidence-of-loss" => {
            "The sum rests neither on evidence nor on what the fault meant: record one of them."
        }
        "outside-guidance" => {
            "The sum lies outside what the guidance names for such a fault, and no reason is given."
        }
        "guidance-not-considered" => "Nobody has said that the guidance on remedies was looked at.",
        "contractor-kept-it" => {
            "The contractor kept it for more than a working day: tell them to pass it on at once."
        }
        "agreement-not-recorded" => "Record whether the resident agreed.",
        _ => return None,
    })
}
