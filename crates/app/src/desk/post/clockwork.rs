//! What the program itself does with letters: claims one before it speaks to the mail server,
//! writes down what came of it, dates anew what stayed overnight.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_domain::command::{Command, NotReached, RecordPosting};
use redress_domain::event::{Event, Queued};
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_letters::letter::{Letter, MASK, To};
use redress_letters::render;
use redress_letters::tongue::Tongue;
use redress_store::Scope;
use redress_store::accounts::Staff;
use redress_store::dispatch::{self, Dispatch, State};
use redress_store::portal::papers;

use crate::desk::act::{Stream, is_stale};
use crate::desk::codes::Carried;
use crate::desk::post::{address_used, afresh, doubt};
use crate::desk::{Act, Case, Declined, Desk, Signed, checking};

/// The id under which the program itself acts.
pub const WORKER: &str = "redress";
/// How long a mail server that says "later" is asked again.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);
/// On the day a letter is due it is not tried after this hour, so that a person can still act.
const LAST_HOUR: i8 = 18;
/// How long to wait after each attempt, in minutes; the last stands for all that follow.
const PAUSES: [i64; 5] = [1, 5, 15, 30, 60];
/// How often an act is tried that somebody else's act crossed.
const CROSSED: usize = 5;

/// A message ready to be handed to the mail server.
#[derive(Clone)]
pub struct Outgoing {
    pub scope: Scope,
    pub dispatch: Dispatch,
    pub sender: String,
    pub from: String,
    pub to: String,
    pub lang: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Its paper and the name of the file, where it goes with it.
    pub attached: Option<(String, Vec<u8>)>,
    /// For `Auto-Submitted`, where a machine wrote it.
    pub auto_submitted: Option<&'static str>,
}

/// What became of asking for a letter to be mailed.
pub enum Claimed {
    /// It is claimed, and that is written down.
    Ours(Box<Outgoing>),
    /// Something keeps it here; people are told.
    Held,
    /// Somebody else was first, or it has gone.
    NotOurs,
}

impl Signed {
    /// The program itself.
    pub fn clockwork(scope: &Scope) -> Self {
        let staff = Staff {
            id: WORKER.to_owned(),
            login: WORKER.to_owned(),
            name: "Redress".to_owned(),
            active: true,
            must_change: false,
            created_at: Timestamp::UNIX_EPOCH,
            last_sign_in_at: None,
            roles: Vec::new(),
        };
        Self::staff(scope.clone(), staff)
    }

    /// Whether the program itself acts.
    pub fn is_clockwork(&self) -> bool {
        self.staff.id == WORKER && self.staff.roles.is_empty()
    }
}

impl Desk {
    /// Claims an e-mail: dated today, read again, and written down before anybody is spoken to.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn claim_mail(&self, scope: &Scope, it: &Dispatch) -> Result<Claimed, Declined> {
        let today = self.today();
        if !self.is_ready(scope, it).await? {
            return Ok(Claimed::Held);
        }
        let Some(fresh) = dispatch::find(&self.db, scope, &it.id).await? else {
            return Ok(Claimed::NotOurs);
        };
        let case = self.case_of_letter(scope, &fresh.complaint).await?;
        let number = u32::try_from(fresh.number).unwrap_or_default();
        let composed = match afresh::compose(&case, number, today)? {
            Some(composed) if composed.faults.is_empty() => composed,
            Some(composed) => {
                let why = composed.faults.first().map(|fault| fault.sentence.clone());
                self.hold(scope, &fresh, &why.unwrap_or_default()).await?;
                return Ok(Claimed::Held);
            }
            None => {
                self.hold(scope, &fresh, "The act that wrote it cannot be found.").await?;
                return Ok(Claimed::Held);
            }
        };
        let to = address_used(&case, fresh.way);
        if composed.leaving.letter().id.to() != To::Person {
            self.hold(scope, &fresh, "It is not for the person whose e-mail address we hold.")
                .await?;
            return Ok(Claimed::Held);
        }
        if !super::signed::is_address(&to) {
            self.hold(scope, &fresh, "There is no e-mail address to send it to.").await?;
            return Ok(Claimed::Held);
        }
        let paper = self.files.read(&fresh.paper).await?;
        let at = self.now();
        let seen = fresh.state;
        let mut claimed = fresh;
        claimed.state = State::Sending;
        claimed.claimed_at = Some(at);
        claimed.first_tried_at = claimed.first_tried_at.or(Some(at));
        claimed.attempts += 1;
        claimed.address.clone_from(&to);
        claimed.changed_at = at;
        if seen != State::Queued || !self.write_dispatch(scope, &claimed, seen).await? {
            return Ok(Claimed::NotOurs);
        }
        let letter = composed.leaving.letter();
        Ok(Claimed::Ours(Box::new(outgoing(scope, claimed, &case, (letter, to, paper)))))
    }

    /// The mail server took it: the letter has left.
    ///
    /// # Errors
    /// The records cannot be reached; the dispatch then stays claimed and becomes unknown.
    pub async fn mail_taken(
        &self,
        scope: &Scope,
        it: &Dispatch,
        answer: &str,
    ) -> Result<(), Declined> {
        let number = u32::try_from(it.number).unwrap_or_default();
        let command = Command::RecordPosting(RecordPosting { number });
        self.act_by_itself(scope, &it.complaint, (command, it.dated)).await?;
        self.note_answer(scope, it, answer).await
    }

    /// The mail server said "later", or could not be reached before anything was handed over.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn mail_put_off(
        &self,
        scope: &Scope,
        it: &Dispatch,
        answer: &str,
    ) -> Result<State, Declined> {
        let now = self.now();
        let next = now.checked_add(pause(it.attempts)).unwrap_or(now);
        let end = gives_up(it, now);
        let mut moved = it.clone();
        moved.claimed_at = None;
        moved.changed_at = now;
        answer.clone_into(&mut moved.answer);
        if end < next {
            moved.state = State::Failed;
            moved.try_at = None;
        } else {
            moved.state = State::Queued;
            moved.try_at = Some(next);
        }
        self.write_dispatch(scope, &moved, State::Sending).await?;
        Ok(moved.state)
    }

    /// The mail server refused it for good: it never left, and its clock runs on.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn mail_refused(
        &self,
        scope: &Scope,
        it: &Dispatch,
        answer: &str,
    ) -> Result<(), Declined> {
        self.settle(scope, it, (State::Failed, answer)).await?;
        if doubt::is_no_address(answer) {
            let mut failed = it.clone();
            failed.state = State::Failed;
            let mut tx = self.db.begin().await?;
            self.weigh_address(&mut tx, scope, &failed).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Nobody knows whether the mail server took it. Nothing sends it again by itself.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn mail_unknown(
        &self,
        scope: &Scope,
        it: &Dispatch,
        answer: &str,
    ) -> Result<(), Declined> {
        self.settle(scope, it, (State::Unknown, answer)).await
    }

    /// A message that had left came back. One of which nobody knew whether it left did leave, and
    /// did not arrive: its clock never stopped.
    ///
    /// # Errors
    /// `Missing` where there is no such dispatch, `Refused` where nothing of it had left.
    pub async fn bounced(&self, scope: &Scope, id: &str, why: &str) -> Result<(), Declined> {
        let it = dispatch::find(&self.db, scope, id).await?.ok_or(Declined::Missing)?;
        if it.state == State::Unknown {
            let mut failed = it.clone();
            failed.state = State::Failed;
            failed.changed_at = self.now();
            why.clone_into(&mut failed.answer);
            let mut tx = self.db.begin().await?;
            dispatch::change(&mut tx, scope, &failed, State::Unknown).await?;
            self.weigh_address(&mut tx, scope, &failed).await?;
            tx.commit().await?;
            return Ok(());
        }
        let number = u32::try_from(it.number).unwrap_or_default();
        let command = Command::RecordBounce(NotReached {
            number,
            why: Words::said(why),
            address_was_theirs: false,
        });
        self.act_by_itself(scope, &it.complaint, (command, self.today())).await?;
        self.note_answer(scope, &it, why).await
    }

    /// Whether a letter may leave today: dated today, with its paper there. One that stayed
    /// overnight, or whose paper is gone, is made ready first; false where it is held now.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn is_ready(&self, scope: &Scope, it: &Dispatch) -> Result<bool, Declined> {
        let there = !it.paper.is_empty() && self.files.open(&it.paper).await.is_ok();
        if there && it.dated == self.today() {
            return Ok(true);
        }
        self.date_anew(scope, it).await
    }

    /// Dates a letter that stayed overnight: composed and read again with today's date, printed
    /// with a code of its own. False where it is held now.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn date_anew(&self, scope: &Scope, it: &Dispatch) -> Result<bool, Declined> {
        let today = self.today();
        let number = u32::try_from(it.number).unwrap_or_default();
        for _ in 0..CROSSED {
            let case = self.case_of_letter(scope, &it.complaint).await?;
            let Some(waiting) = case.complaint.waiting(number) else { return Ok(false) };
            let Some(composed) = afresh::compose(&case, number, today)? else {
                self.hold(scope, it, "The act that wrote it cannot be found.").await?;
                return Ok(false);
            };
            if let Some(fault) = composed.faults.first() {
                self.hold(scope, it, &fault.sentence).await?;
                return Ok(false);
            }
            let kept = waiting.queued.clone();
            let (left, carried) = self.leave(composed.leaving, today).await?;
            let Event::LetterSent { text, sha256, kept_sha256, .. } = left else {
                return Ok(false);
            };
            let queued = Queued {
                dated: today,
                text,
                sha256,
                kept_sha256,
                response_due: composed.response_due,
                escalate_by: composed.escalate_by,
                ..kept
            };
            let carried: Vec<Carried> = carried.into_iter().collect();
            if self.write_anew(scope, &case, (queued, &carried)).await? {
                return Ok(true);
            }
        }
        Err(Declined::Busy)
    }

    /// The case of a letter, for the program itself.
    ///
    /// # Errors
    /// The records cannot be reached or read.
    pub async fn case_of_letter(&self, scope: &Scope, id: &str) -> Result<Case, Declined> {
        let clockwork = Signed::clockwork(scope);
        let mut case = self.case_by_id(&clockwork, id.to_owned(), String::new()).await?;
        case.reference = case.complaint.reference.clone().unwrap_or_default();
        Ok(case)
    }

    /// Acts as the program itself, on the newest version, again where somebody crossed it.
    pub(in crate::desk) async fn act_by_itself(
        &self,
        scope: &Scope,
        id: &str,
        (command, on): (Command, Date),
    ) -> Result<(), Declined> {
        let clockwork = Signed::clockwork(scope);
        for _ in 0..CROSSED {
            let case = self.case_of_letter(scope, id).await?;
            let act = Act {
                token: self.token().await?,
                seen: case.seq,
                on: Some(on),
                commands: vec![command.clone()],
                ..Act::default()
            };
            match self.act(&clockwork, &case.reference, act).await {
                Err(Declined::Stale(_) | Declined::Busy) => {}
                Err(other) => return Err(other),
                Ok(_) => return Ok(()),
            }
        }
        Err(Declined::Busy)
    }

    /// Appends a letter composed anew, which no command asks for. False where somebody else was
    /// first.
    async fn write_anew(
        &self,
        scope: &Scope,
        case: &Case,
        (queued, carried): (Queued, &[Carried]),
    ) -> Result<bool, Declined> {
        let number = i64::from(queued.number);
        let events = vec![Event::LetterQueued(Box::new(queued))];
        let clockwork = Signed::clockwork(scope);
        let (on, at) = (self.today(), self.now());
        let mut tx = self.db.begin().await?;
        let stream = Stream { id: &case.id, expected: case.seq };
        let written = (case.history.clone(), events.clone());
        match self.append(&mut tx, &clockwork, &stream, written, (case, on, at)).await {
            Ok(_) => {}
            Err(Declined::Fault(error)) if is_stale(&error) => return Ok(false),
            Err(other) => return Err(other),
        }
        papers::posted(&mut tx, scope, (&case.id, number)).await?;
        self.keep_codes(&mut tx, &clockwork, case, carried).await?;
        self.follow_letters(&mut tx, &clockwork, case, (&events, on, at)).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn hold(&self, scope: &Scope, it: &Dispatch, why: &str) -> Result<(), Declined> {
        let mut held = it.clone();
        held.state = State::Held;
        why.clone_into(&mut held.answer);
        held.changed_at = self.now();
        self.write_dispatch(scope, &held, it.state).await.map(drop)
    }

    async fn settle(
        &self,
        scope: &Scope,
        it: &Dispatch,
        (state, answer): (State, &str),
    ) -> Result<(), Declined> {
        let mut moved = it.clone();
        moved.state = state;
        moved.claimed_at = None;
        answer.clone_into(&mut moved.answer);
        moved.changed_at = self.now();
        self.write_dispatch(scope, &moved, State::Sending).await.map(drop)
    }

    /// Keeps the mail server's words beside a dispatch, whatever state it is in.
    async fn note_answer(
        &self,
        scope: &Scope,
        it: &Dispatch,
        answer: &str,
    ) -> Result<(), Declined> {
        let Some(mut now) = dispatch::find(&self.db, scope, &it.id).await? else { return Ok(()) };
        answer.clone_into(&mut now.answer);
        let seen = now.state;
        self.write_dispatch(scope, &now, seen).await.map(drop)
    }

    /// Writes a dispatch unless somebody moved it first.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub(crate) async fn write_dispatch(
        &self,
        scope: &Scope,
        it: &Dispatch,
        seen: State,
    ) -> Result<bool, Declined> {
        let mut tx = self.db.begin().await?;
        let written = dispatch::change(&mut tx, scope, it, seen).await?;
        tx.commit().await?;
        Ok(written)
    }
}

/// How long to wait after an attempt.
fn pause(attempts: i64) -> SignedDuration {
    let place = usize::try_from(attempts.saturating_sub(1)).unwrap_or_default();
    let minutes = PAUSES.get(place).or(PAUSES.last()).copied().unwrap_or(60);
    SignedDuration::from_mins(minutes)
}

/// The moment after which nobody asks the mail server again: a day after the first try, or six in
/// the evening of the day the letter is due.
fn gives_up(it: &Dispatch, now: Timestamp) -> Timestamp {
    let first = it.first_tried_at.unwrap_or(now);
    let patience = first.checked_add(PATIENCE).unwrap_or(now);
    let evening = it.due_on.and_then(|due| {
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        let time = Time::new(LAST_HOUR, 0, 0, 0).ok()?;
        due.to_datetime(time).to_zoned(zone).ok().map(|zoned| zoned.timestamp())
    });
    // What is late already is tried for its day.
    match evening.filter(|evening| first < *evening) {
        Some(evening) => patience.min(evening),
        None => patience,
    }
}

fn outgoing(
    scope: &Scope,
    dispatch: Dispatch,
    case: &Case,
    (letter, to, paper): (&Letter, String, Vec<u8>),
) -> Outgoing {
    let landlord = &case.surroundings.landlord;
    let t = Tongue::of(&letter.lang);
    let made = render::email::email(letter, checking::print_for(case));
    // The code stands in the letter itself, never in the body of a message: its paper goes along.
    let open = |text: String| text.replace(MASK, &t.code_attached());
    let name = letter.file_name(&dispatch.print);
    let goes_along = made.attached.is_some() || letter.carries_code();
    Outgoing {
        scope: scope.clone(),
        sender: landlord.name.clone(),
        from: landlord.email.trim().to_owned(),
        to,
        lang: made.lang,
        subject: made.subject,
        text: open(made.text),
        html: open(made.html),
        attached: goes_along.then_some((name, paper)),
        auto_submitted: made.auto_submitted,
        dispatch,
    }
}

/// Nobody's name stands for the program's own acts.
pub fn is_worker(who: &StaffId) -> bool {
    who.0 == WORKER
}
