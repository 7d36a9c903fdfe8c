//! What the closed lists of the field are called on paper and on screen.

use redress_domain::complaint::State;
use redress_domain::vocabulary::{
    Authority, Basis, Channel, Choice, ClosingReason, Complexity, Course, Direction,
    EscalationGround, Finding, Ground, Kind, Met, Payee, RemedyKind, Responsibility, Risk, Role,
    Shortfall, SplitReason, Standing,
};

/// A way of reaching somebody, as a noun: "letter".
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "phone",
        Channel::Email => "e-mail",
        Channel::Letter => "letter",
        Channel::InPerson => "in person",
        Channel::Portal => "portal",
        Channel::WebForm => "web form",
        Channel::WebChat => "web chat",
        Channel::SocialMedia => "social media",
        Channel::Survey => "survey",
        Channel::Contractor => "contractor",
        Channel::Executive => "chief executive's office",
        Channel::Member => "MP or councillor",
    }
}

/// The way something came or left, as the end of a sentence.
pub fn by_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "by phone",
        Channel::Email => "by e-mail",
        Channel::Letter => "by letter",
        Channel::InPerson => "in person",
        Channel::Portal => "through the portal",
        Channel::WebForm => "by web form",
        Channel::WebChat => "by web chat",
        Channel::SocialMedia => "on social media",
        Channel::Survey => "in a survey",
        Channel::Contractor => "through a contractor",
        Channel::Executive => "through the chief executive's office",
        Channel::Member => "through an MP or councillor",
    }
}

/// What a letter is called: "Acknowledgement, stage 1".
pub fn letter(id: &str) -> String {
    let (name, stage) = match id.rsplit_once("-stage-") {
        Some((name, stage)) => (name, format!(", stage {stage}")),
        None => (id, String::new()),
    };
    format!("{}{stage}", crate::words::sentence(&name.replace('-', " ")))
}

/// What a person is to the landlord.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Tenant => "tenant",
        Standing::Leaseholder => "leaseholder",
        Standing::SharedOwner => "shared owner",
        Standing::Licensee => "licensee",
        Standing::Applicant => "applicant",
        Standing::FormerOccupier => "former occupier",
        Standing::ServiceCustomer => "service customer",
        Standing::NonCustomer => "not a customer",
        Standing::Anonymous => "did not give a name",
    }
}

/// What a contact is.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Complaint => "complaint",
        Kind::ServiceRequest => "service request",
        Kind::Enquiry => "enquiry",
        Kind::Compliment => "compliment",
        Kind::Comment => "comment",
        Kind::SurveyAnswer => "survey answer",
        Kind::AsbReport => "report of anti-social behaviour",
        Kind::Claim => "claim",
    }
}

/// The answer to the offer of the complaints process.
pub fn choice(choice: Choice) -> &'static str {
    match choice {
        Choice::Complain => "wants to complain",
        Choice::NotNow => "does not want to complain now",
        Choice::NoAnswer => "has not answered",
    }
}

/// How far authority to act has come.
pub fn authority(authority: Authority) -> &'static str {
    match authority {
        Authority::Pending => "not settled yet",
        Authority::Held => "held",
        Authority::Refused => "refused",
    }
}

/// What authority rests on.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Written => "written permission",
        Basis::Verbal => "spoken permission",
        Basis::PowerOfAttorney => "power of attorney",
        Basis::Court => "court appointment",
    }
}

/// Whose responsibility a point is.
pub fn responsibility(responsibility: Responsibility) -> &'static str {
    match responsibility {
        Responsibility::Ours => "ours",
        Responsibility::NotOurs => "not ours",
        Responsibility::Shared => "shared",
        Responsibility::Unclear => "not yet clear",
    }
}

/// A decision on a point.
pub fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Upheld => "upheld",
        Finding::PartlyUpheld => "partly upheld",
        Finding::NotUpheld => "not upheld",
        Finding::NoFinding => "no finding",
        Finding::Overturned => "overturned",
        Finding::NotOverturned => "not overturned",
    }
}

/// How far an outcome wanted is met.
pub fn met(met: Met) -> &'static str {
    match met {
        Met::Fully => "met in full",
        Met::Partly => "met in part",
        Met::Not => "not met",
    }
}

/// A kind of remedy.
pub fn remedy_kind(kind: RemedyKind) -> &'static str {
    match kind {
        RemedyKind::Apology => "apology",
        RemedyKind::Explanation => "explanation",
        RemedyKind::Action => "action",
        RemedyKind::DecisionChanged => "decision changed",
        RemedyKind::RecordAmended => "record put right",
        RemedyKind::PolicyChanged => "policy changed",
        RemedyKind::Money => "money",
        RemedyKind::Other => "something else",
    }
}

/// A ground for not taking a complaint on, as a heading.
pub fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::TooOld => "too old",
        Ground::CourtStarted => "court proceedings begun",
        Ground::CourtConcluded => "court proceedings concluded",
        Ground::AlreadyConsidered => "already considered",
        Ground::OmbudsmanDetermined => "determined by the Ombudsman",
        Ground::ActingForOthers => "done on behalf of somebody else",
        Ground::OtherBody => "another body's matter",
        Ground::RentReview => "rent review",
        Ground::ServiceChargeSetting => "how service charges are set",
        Ground::DamagedBelongings => "damaged belongings",
        Ground::LiabilityOrInjury => "liability or injury",
        Ground::InsuranceClaim => "insurance claim",
        Ground::BuildingSafety => "building safety",
        Ground::NewBuildDefect => "defect of a new home",
        Ground::AsbReport => "report of anti-social behaviour",
        Ground::SurveyAnswer => "survey answer",
        Ground::NotACustomer => "not a customer",
        Ground::StatutoryDecision => "statutory decision",
        Ground::EnforcementAction => "enforcement action",
        Ground::BreachAction => "action for a breach of tenancy",
        Ground::OtherReviewRoute => "another review or appeal",
        Ground::EmployeeConduct => "conduct of an employee",
        Ground::LegalRepresentative => "legal representatives",
        Ground::Vexatious => "vexatious",
        Ground::Suggestion => "suggestion",
        Ground::Question => "question",
        Ground::ServiceRequest => "service request",
        Ground::MemberEnquiry => "enquiry of an MP or councillor",
    }
}

/// The same, as it follows "because".
pub fn ground_reason(ground: Ground) -> &'static str {
    match ground {
        Ground::TooOld => "it is too old",
        Ground::CourtStarted => "court proceedings have begun",
        Ground::CourtConcluded => "a court has dealt with it",
        Ground::AlreadyConsidered => "it went through both stages before",
        Ground::OmbudsmanDetermined => "the Ombudsman has decided it",
        Ground::ActingForOthers => "we only act there for somebody else",
        Ground::OtherBody => "another body deals with it",
        Ground::RentReview => "it is about a rent review",
        Ground::ServiceChargeSetting => "it is about how service charges are set",
        Ground::DamagedBelongings => "it is about damaged belongings",
        Ground::LiabilityOrInjury => "it is about liability or an injury",
        Ground::InsuranceClaim => "it is an insurance claim",
        Ground::BuildingSafety => "it is about the safety of a building",
        Ground::NewBuildDefect => "it is a defect of a new home",
        Ground::AsbReport => "it reports anti-social behaviour",
        Ground::SurveyAnswer => "it was said only in a survey",
        Ground::NotACustomer => "the person is not a customer",
        Ground::StatutoryDecision => "it is a decision made under a law with its own appeal",
        Ground::EnforcementAction => "it is about enforcement",
        Ground::BreachAction => "it is about action for a breach of tenancy",
        Ground::OtherReviewRoute => "there is another review or appeal for it",
        Ground::EmployeeConduct => "it is about the conduct of an employee",
        Ground::LegalRepresentative => "legal representatives deal with it",
        Ground::Vexatious => "it is vexatious",
        Ground::Suggestion => "it is a suggestion",
        Ground::Question => "it is a question",
        Ground::ServiceRequest => "it is a service request",
        Ground::MemberEnquiry => "it is the enquiry of an MP or councillor",
    }
}

/// A ground for declining stage 2, as a heading.
pub fn escalation_ground(ground: EscalationGround) -> &'static str {
    match ground {
        EscalationGround::OutOfTime => "out of time",
        EscalationGround::OutOfOurPower => "out of our power",
        EscalationGround::AlreadyResolved => "already resolved",
        EscalationGround::Exclusion => "excluded by the policy",
        EscalationGround::Behaviour => "behaviour",
        EscalationGround::UpheldAndOffered => "upheld, with all offered that was asked",
    }
}

/// The same, as it follows "because".
pub fn escalation_ground_reason(ground: EscalationGround) -> &'static str {
    match ground {
        EscalationGround::OutOfTime => "the request came too late",
        EscalationGround::OutOfOurPower => "the outcome is out of our power",
        EscalationGround::AlreadyResolved => "the matter is resolved",
        EscalationGround::Exclusion => "the policy excludes the matter",
        EscalationGround::Behaviour => "of how somebody behaves",
        EscalationGround::UpheldAndOffered => "all was upheld, and all that was asked was offered",
    }
}

/// Why a point becomes a complaint of its own.
pub fn split_reason(reason: SplitReason) -> &'static str {
    match reason {
        SplitReason::ResponseIssued => "the response has gone",
        SplitReason::Unrelated => "it is not related",
        SplitReason::Delay => "it would delay the answer too long",
    }
}

/// Why a case ends.
pub fn closing_reason(reason: ClosingReason) -> &'static str {
    match reason {
        ClosingReason::Agreed => "agreed with the resident",
        ClosingReason::WindowPassed => "the time for coming back has passed",
        ClosingReason::FinalResponse => "our last answer has gone",
        ClosingReason::Withdrawn => "taken back by the resident",
        ClosingReason::Behaviour => "behaviour",
        ClosingReason::Other => "another reason",
    }
}

/// Which way a message went.
pub fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "received",
        Direction::Out => "sent",
    }
}

/// Where money goes.
pub fn payee(payee: Payee) -> &'static str {
    match payee {
        Payee::Resident => "the resident",
        Payee::RentAccount => "the rent account",
    }
}

/// What is wrong with a promise, as the person says it.
pub fn shortfall(how: Shortfall) -> &'static str {
    match how {
        Shortfall::NotDone => "not done",
        Shortfall::DoneBadly => "not done properly",
    }
}

/// A role, in words; a policy may have a title of its own for it.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::ContactCentre => "contact centre",
        Role::ComplaintsOfficer => "complaints officer",
        Role::Stage2Officer => "stage 2 officer",
        Role::InvestigatingOfficer => "investigating officer",
        Role::ComplaintsManager => "complaints manager",
        Role::SeniorManager => "senior manager",
        Role::ServiceManager => "service manager",
        Role::Contractor => "contractor",
        Role::CompensationPanel => "compensation panel",
        Role::ScrutinyPanel => "scrutiny panel",
        Role::GoverningBodyMember => "governing body member",
        Role::Auditor => "auditor",
        Role::Administrator => "administrator",
        Role::PrivacyOfficer => "privacy officer",
        Role::Resident => "resident",
        Role::Representative => "representative",
    }
}

/// The same with its article: "a complaints officer", "the contact centre".
pub fn a_role(role: Role) -> String {
    let article = match role {
        Role::ContactCentre | Role::CompensationPanel | Role::ScrutinyPanel | Role::Resident => {
            "the"
        }
        Role::InvestigatingOfficer | Role::Auditor | Role::Administrator => "an",
        _ => "a",
    };
    format!("{article} {}", self::role(role))
}

/// Where a case stands.
pub fn state(state: State) -> &'static str {
    match state {
        State::Received => "received",
        State::Declined => "not taken on",
        State::Investigating => "investigating",
        State::Answered => "answered",
        State::EscalationRequested => "stage 2 asked for",
        State::Closed => "closed",
        State::Withdrawn => "taken back",
    }
}

/// What a command does, as it follows "let you"; the names are the commands' own.
pub fn deed(verb: &str) -> String {
    let known = match verb {
        "receive" => "take down a contact",
        "classify" => "say what a contact is",
        "offer-choice" => "record the offer to complain",
        "authorise-representative" => "settle who may act for the resident",
        "accept" => "take a complaint on",
        "decline" => "decline a complaint",
        "accept-by-direction" => "record a direction of the Ombudsman",
        "name-lead" => "name who leads a group",
        "link" => "link cases",
        "withdraw" => "record that the resident takes the complaint back",
        "correct-received-date" => "correct the day of receipt",
        "see-dates" => "see the dates of complaints",
        "propose-dates" => "propose a change of the calendar",
        "choose-dates" => "choose which dates move with the calendar",
        "give-up-dates" => "give up a change of the calendar",
        "put-dates-in-force" => "put a change of the calendar in force",
        "define" | "amend-definition" => "define the complaint",
        "ask-clarification" => "ask the resident what is unclear",
        "confirm-definition" => "record what the resident says of the definition",
        "acknowledge" => "acknowledge the complaint",
        "log-form" | "log" => "log the complaint",
        "assign" => "give the case to somebody",
        "declare-conflict" => "declare a conflict of interest",
        "make-contact" => "record contact with the resident",
        "agree-updates" => "agree how often the resident hears from us",
        "record-needs" => "record what the resident needs",
        "record-correspondence" => "file correspondence",
        "record-evidence" => "file evidence",
        "request-information" => "ask a team or contractor",
        "invite-comment" => "invite somebody to comment",
        "add-point" => "add an issue",
        "split-point" => "move a point to a new complaint",
        "update-resident" => "send the resident an update",
        "extend" => "extend the response",
        "find" => "decide a point",
        "offer-remedy" => "offer a remedy",
        "raise-action" => "promise an action",
        "respond" => "send the response",
        "request-escalation" => "ask for stage 2",
        "escalate" => "take the complaint to stage 2",
        "decline-escalation" => "decline a request for stage 2",
        "reconsider" => "record a rethink",
        "refer-back" => "send the complaint back to stage 1",
        "lapse-offer" => "note that an offer has lapsed",
        "refer-to-panel" => "send an offer to the panel",
        "panel-recommends" => "record what the panel recommends",
        "triage" => "weigh complexity and risk",
        "record-meeting" => "record a meeting with the resident",
        "attempt-settlement" => "record an attempt to settle it at once",
        "record-incident" => "record an incident",
        "warn-person" => "warn a person",
        "propose-restriction" => "propose a restriction",
        "approve-restriction" | "refuse-restriction" => "decide on a restriction",
        "review-restriction" | "lift-restriction" => "review or lift a restriction",
        "challenge-restriction" => "record what somebody says against a restriction",
        "discuss-determination" => "record that a decision of the Ombudsman was talked through",
        "offer-outcome" => "offer an outcome of a request",
        "answer-outcome" => "record the answer to it",
        "settle-request" => "record what became of a request",
        "review-request" => "look at a request again",
        "ombudsman-contacts" => "record a contact by the Ombudsman",
        "ombudsman-requests-evidence" => "record what the Ombudsman asks for",
        "send-evidence" => "record that evidence went to the Ombudsman",
        "ask-more-time" => "ask the Ombudsman for more time",
        "ombudsman-determines" => "record what the Ombudsman decided",
        "ombudsman-orders" => "record what the Ombudsman orders",
        "comply-with-order" => "record that an order is done",
        "refer-to-insurer" => "send a claim to the insurers",
        "accept-offer" | "reject-offer" => "record the answer to an offer",
        "pay-offer" => "record a payment",
        "update-action" | "complete-action" => "say how an action stands",
        "issue-code" => "send a new code for following a complaint online",
        "dispute-action" => "record that the person says a promise was not kept",
        "depart-from-policy" => "depart from the policy",
        "close" => "close the case",
        "reopen" => "reopen the case",
        "survey" => "send a survey",
        "answer-survey" => "record the answer to a survey",
        "record-lesson" | "record-improvement" => "record what was learned",
        _ => return verb.replace('-', " "),
    };
    known.to_owned()
}

/// How much looking into it needs.
pub fn complexity(complexity: Complexity) -> &'static str {
    match complexity {
        Complexity::Simple => "simple: the facts are plain",
        Complexity::Moderate => "moderate: some things must be asked",
        Complexity::Complex => "complex: several services, long ago, or in dispute",
    }
}

/// Whether somebody may come to harm.
pub fn risk(risk: Risk) -> &'static str {
    match risk {
        Risk::None => "nobody is at risk that we know of",
        Risk::Raised => "somebody may come to harm if it goes on",
        Risk::Immediate => "somebody is in danger now",
    }
}

/// Where triage sends a complaint.
pub fn course(course: Course) -> &'static str {
    match course {
        Course::EarlyAnswer => "can be answered early: explain, say sorry, put it right",
        Course::Investigate => "needs looking into first",
    }
}
