//! What a resident sees of their own complaint: what was sent to them and their own words, and
//! nothing that is still being worked on. Pure, so that a test can hold it against the whole case.

use jiff::civil::Date;
use redress_domain::clock::{Clock, Status, What};
use redress_domain::complaint::{Action, Complaint, State};
use redress_domain::event::{Disputed, Event};
use redress_domain::vocabulary::{Authority, Direction, Responsibility, Shortfall, Stage};
use redress_letters::letter::{LetterId, To};

use crate::desk::Case;
use crate::web::portal::complain::contact::BESIDE;
use crate::web::portal::tongue::Tongue;

/// Everything on the page, in the language of its reader.
pub struct View {
    pub reference: String,
    pub received: String,
    /// What happens next and by when; none where nothing is promised.
    pub next: Option<Promised>,
    /// Said where nothing is promised.
    pub state: String,
    /// Who has it, as a letter named them.
    pub handler: Option<String>,
    /// What we asked them and they have not answered.
    pub questions: Vec<String>,
    pub points: Vec<Understood>,
    /// Whether they said that it is right.
    pub confirmed: bool,
    pub promises: Vec<Promise>,
    pub offers: Vec<OfferShown>,
    pub letters: Vec<LetterShown>,
    pub history: Vec<(String, String)>,
    /// Their own words, newest first, with the day.
    pub own_words: Vec<(String, String)>,
    /// The last day to ask for stage 2.
    pub escalate_by: Option<String>,
    /// Whether somebody acts for them whose authority we have not seen.
    pub authority_missing: bool,
    /// Whether they were asked how it went and have not said.
    pub survey_open: bool,
    pub is_open: bool,
}

/// A promise with its working.
pub struct Promised {
    pub says: String,
    pub due: String,
    pub late: bool,
    pub from: String,
    pub length: Option<String>,
    /// Days that did not count.
    pub skipped: Vec<String>,
}

/// A point as we understood it.
pub struct Understood {
    pub text: String,
    pub outcome: String,
    pub whose: String,
    pub feasible: Option<String>,
}

/// Something we said we would do.
pub struct Promise {
    pub id: String,
    pub what: String,
    /// How it stands: by when, done, late, or not done as they told us.
    pub stands: String,
}

/// A sum we offered.
pub struct OfferShown {
    pub id: String,
    pub amount: String,
    pub heads: Vec<(String, String)>,
    pub last_day: Option<String>,
    /// What became of it; none while it waits for an answer.
    pub answer: Option<String>,
}

/// A letter that left.
pub struct LetterShown {
    pub number: u32,
    pub title: String,
    pub sent: String,
    pub text: String,
    /// The hash of its kept copy.
    pub paper: String,
}

impl View {
    /// The view on a day. Whoever acts for the person without authority sees that we have it, and
    /// what they wrote themselves.
    pub fn of(case: &Case, t: &Tongue, today: Date, acts_for_them: bool) -> View {
        let complaint = &case.complaint;
        let held = matches!(&complaint.representative, Some((_, Authority::Held)));
        let hidden = acts_for_them && !held;
        let told = |stage: Stage| told(complaint, stage) && !hidden;
        let mut view = View {
            reference: case.reference.clone(),
            received: t.day(complaint.received_on),
            next: next(case, t, today),
            state: t.say(state(complaint)),
            handler: None,
            questions: Vec::new(),
            points: Vec::new(),
            confirmed: complaint.current().confirmed_on.is_some(),
            promises: Vec::new(),
            offers: Vec::new(),
            letters: Vec::new(),
            history: history(case, t, hidden),
            own_words: own_words(case, t),
            escalate_by: complaint.escalate_by().filter(|_| !hidden).map(|day| t.day(day)),
            authority_missing: hidden,
            survey_open: !hidden && survey_open(case),
            is_open: complaint.closed.is_none() && complaint.withdrawn_on.is_none(),
        };
        if hidden {
            return view;
        }
        let stage = complaint.stage();
        if told(stage) {
            let officer = complaint.officer_at(stage);
            view.handler = officer.map(|who| case.surroundings.name_of(who));
        }
        if told(Stage::One) {
            let points = complaint.points_at(stage);
            view.points = points.iter().map(|point| understood(point, t)).collect();
        }
        view.questions = questions(case);
        view.promises = promises(complaint, t, today);
        view.offers = offers(case, t);
        let theirs = complaint.letters.iter().filter(|letter| goes_to_them(&letter.letter));
        view.letters = theirs.map(|letter| letter_shown(letter, t)).collect();
        view
    }
}

/// Whether a letter is the resident's own: what goes to a contractor, a colleague or the Ombudsman
/// is not theirs to read.
fn goes_to_them(letter: &str) -> bool {
    LetterId::find(letter).is_none_or(|id| id.to() == To::Person)
}

/// Whether the resident holds our understanding of a stage: only then is there a handler and a
/// definition that they know of.
fn told(complaint: &Complaint, stage: Stage) -> bool {
    complaint.at(stage).is_some_and(|record| record.acknowledged.is_some())
}

/// The next thing that was promised to them.
fn next(case: &Case, t: &Tongue, today: Date) -> Option<Promised> {
    let complaint = &case.complaint;
    if matches!(complaint.state(), State::Withdrawn | State::Declined | State::Closed) {
        return None;
    }
    let to_them = |clock: &&Clock| {
        clock.is_open()
            && clock.status != Status::Forecast
            && matches!(clock.what, What::Acknowledgement | What::Response | What::Update)
    };
    let clock = case.clocks.iter().filter(to_them).min_by_key(|clock| clock.due)?;
    let key = match (clock.what, clock.stage) {
        (What::Acknowledgement, Some(Stage::Two)) => "next-confirm-2",
        (What::Acknowledgement, _) => "next-confirm",
        (What::Response, Some(Stage::Two)) => "next-answer-2",
        (What::Response, _) => "next-answer",
        _ => "next-update",
    };
    let skipped = clock.why.iter().map(|skipped| {
        // A weekend says so in its own name.
        match skipped.because.as_str() {
            "Saturday" | "Sunday" => t.day(skipped.day),
            because => format!("{}: {}", t.day(skipped.day), t.because(because)),
        }
    });
    Some(Promised {
        says: t.say(key),
        due: t.day(clock.due),
        late: clock.due < today,
        from: t.day(clock.from),
        length: clock.length.as_deref().map(|length| t.length(length)),
        skipped: skipped.collect(),
    })
}

fn state(complaint: &Complaint) -> &'static str {
    match complaint.state() {
        State::Received => "state-received",
        State::Declined => "state-declined",
        State::Investigating => "state-investigating",
        State::Answered if complaint.stage_2.is_some() => "state-answered-2",
        State::Answered => "state-answered",
        State::EscalationRequested => "state-requested",
        State::Closed => "state-closed",
        State::Withdrawn => "state-withdrawn",
    }
}

fn understood(point: &redress_domain::complaint::Point, t: &Tongue) -> Understood {
    let whose = match point.responsibility {
        Responsibility::Ours => t.say("ours"),
        Responsibility::NotOurs => t.say("not-ours"),
        Responsibility::Shared => t.say("shared"),
        Responsibility::Unclear => t.say("unclear"),
    };
    Understood {
        text: point.text.text().to_owned(),
        outcome: point.outcome.text().to_owned(),
        whose,
        feasible: point.feasible.as_ref().map(|said| said.text().to_owned()),
    }
}

/// What we asked in a letter, where nothing came from them since.
fn questions(case: &Case) -> Vec<String> {
    let record = case.complaint.current();
    let answered = |on: Date| {
        case.history.iter().any(|told| {
            on <= told.happened.on && told.happened.by.as_ref().is_some_and(|by| by.is_outside())
        })
    };
    let open = record.clarifications.iter().filter(|(on, _)| !answered(*on));
    open.map(|(_, question)| question.text().to_owned()).collect()
}

/// What an answer that left promised them.
fn promises(complaint: &Complaint, t: &Tongue, today: Date) -> Vec<Promise> {
    let known = |stage: Stage| complaint.at(stage).is_some_and(|it| it.responded.is_some());
    let actions = complaint.actions.iter().filter(|action| known(action.stage));
    actions
        .map(|action| Promise {
            id: action.id.0.clone(),
            what: action.what.text().to_owned(),
            stands: stands(action, t, today),
        })
        .collect()
}

/// How a promise stands, in a few words that go on after what was promised.
fn stands(action: &Action, t: &Tongue, today: Date) -> String {
    if let Some(day) = action.done_on {
        return t.with("promise-done", "day", t.day(day));
    }
    let due = t.day(action.due);
    let by = match action.due < today {
        true => t.with("promise-late", "day", due),
        false => t.with("promise-by", "day", due),
    };
    let Some(last) = action.disputes.last() else { return by };
    let told = match last.how {
        Shortfall::NotDone => "promise-you-said-not",
        Shortfall::DoneBadly => "promise-you-said-badly",
    };
    format!("{by}. {}", t.with(told, "day", t.day(last.on)))
}

/// The sums that an answer offered them.
fn offers(case: &Case, t: &Tongue) -> Vec<OfferShown> {
    let complaint = &case.complaint;
    let known = |stage: Stage| complaint.at(stage).is_some_and(|it| it.responded.is_some());
    let mut shown = Vec::new();
    for offer in complaint.offers.iter().filter(|offer| known(offer.stage)) {
        let heads = complaint.remedies.iter().filter(|it| it.offer.as_ref() == Some(&offer.id));
        let heads = heads
            .map(|it| (it.remedy.what.text().to_owned(), t.pounds(it.remedy.amount.unwrap_or(0))));
        let last = case
            .clocks
            .iter()
            .find(|clock| clock.what == What::OfferAcceptance && clock.id().contains(&offer.id.0));
        let answer = match (offer.paid_on, offer.accepted, offer.lapsed_on) {
            (Some(day), ..) => Some(t.with("offer-paid", "day", t.day(day))),
            (None, Some(true), _) => Some(t.say("offer-accepted")),
            (None, Some(false), _) => Some(t.say("offer-rejected")),
            (None, None, Some(day)) => Some(t.with("offer-lapsed", "day", t.day(day))),
            (None, None, None) => None,
        };
        shown.push(OfferShown {
            id: offer.id.0.clone(),
            amount: t.pounds(offer.amount),
            heads: heads.collect(),
            last_day: last.map(|clock| t.day(clock.due)),
            answer,
        });
    }
    shown
}

fn letter_shown(letter: &redress_domain::complaint::LetterKept, t: &Tongue) -> LetterShown {
    LetterShown {
        number: letter.number,
        title: t.say(letter_key(&letter.letter)),
        sent: t.day(letter.sent_on),
        text: letter.text.text().to_owned(),
        paper: letter.kept_sha256.clone(),
    }
}

/// What a letter is called on these pages.
fn letter_key(id: &str) -> &'static str {
    match LetterId::find(id) {
        Some(id) if id.acknowledges() => "letter-acknowledgement",
        Some(id) if id.answers() => "letter-answer",
        Some(id) if id.extends() => "letter-more-time",
        Some(id) if id.refuses() => "letter-refusal",
        Some(LetterId::ClarificationRequest) => "letter-question",
        Some(LetterId::Closure | LetterId::WithdrawalConfirmed) => "letter-end",
        Some(LetterId::ProgressUpdate) => "letter-update",
        Some(LetterId::DefinitionChanged) => "letter-definition",
        Some(LetterId::PortalCode) => "letter-code",
        Some(LetterId::SurveyInvitation) => "letter-survey",
        _ => "letter-other",
    }
}

/// What happened, as far as they saw it happen.
fn history(case: &Case, t: &Tongue, hidden: bool) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for told in &case.history {
        let own = told.happened.by.as_ref().is_some_and(|by| by.is_outside());
        let key = match &told.happened.event {
            Event::ComplaintReceived { .. } => "happened-received",
            _ if hidden && !own => continue,
            Event::LetterSent { letter, .. } if !goes_to_them(letter) => continue,
            Event::LetterSent { letter, .. } => {
                let says = t.with("happened-letter", "letter", t.say(letter_key(letter)));
                lines.push((t.day(told.happened.on), says));
                continue;
            }
            Event::EscalationRequested { .. } => "happened-stage-2",
            // What was told beside the complaint itself came with it.
            Event::CorrespondenceRecorded { with, .. } if with.text() == BESIDE => continue,
            Event::DefinitionConfirmed { .. } if own => "happened-confirmed",
            Event::CorrespondenceRecorded { direction: Direction::In, .. } if own => {
                "happened-wrote"
            }
            Event::EvidenceRecorded { .. } if own => "happened-evidence",
            Event::ActionDisputed(_) => "happened-promise",
            Event::OfferAccepted { .. } => "happened-accepted",
            Event::OfferRejected { .. } => "happened-rejected",
            Event::ComplaintWithdrawn { .. } => "happened-withdrawn",
            Event::ComplaintClosed { .. } => "happened-closed",
            Event::ComplaintReopened { .. } => "happened-reopened",
            _ => continue,
        };
        lines.push((t.day(told.happened.on), t.say(key)));
    }
    lines
}

/// What they wrote to us themselves.
fn own_words(case: &Case, t: &Tongue) -> Vec<(String, String)> {
    let mut words = Vec::new();
    for told in case.history.iter().rev() {
        let own = told.happened.by.as_ref().is_some_and(|by| by.is_outside());
        let text = match &told.happened.event {
            Event::ComplaintReceived { contact, .. } => &contact.text,
            Event::CorrespondenceRecorded { direction: Direction::In, text, .. } if own => text,
            Event::ActionDisputed(Disputed { text: Some(text), .. }) if own => text,
            Event::FileAttached { name, .. } if own => name,
            _ => continue,
        };
        words.push((t.day(told.happened.on), text.text().to_owned()));
    }
    words
}

/// Whether they were asked how it went and have not said.
fn survey_open(case: &Case) -> bool {
    let answered =
        case.history.iter().any(|it| matches!(it.happened.event, Event::SurveyAnswered { .. }));
    case.complaint.surveyed_on.is_some() && !answered
}
