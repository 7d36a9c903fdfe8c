//! Letters on their way: one waits from the act that wrote it until it has left, and the table of
//! dispatches follows every event about it in the same transaction.

use jiff::Timestamp;
use jiff::civil::Date;
use redress_domain::clock::What;
use redress_domain::event::{Event, Queued};
use redress_domain::person::Person;
use redress_domain::vocabulary::{Channel, Stage};
use redress_store::dispatch::{self, Dispatch, State, Way};
use redress_store::portal::papers;
use redress_store::post_house::{self, PostHouse};
use redress_store::{Scope, Tx, doubtful};

use crate::desk::{Case, Declined, Desk, Signed, checking};

pub mod afresh;
pub mod batch;
pub mod clockwork;
pub mod doubt;
pub mod signed;

/// For whom a letter is; copies for others are dispatches of their own.
const PERSON: &str = "person";

impl Desk {
    /// How a landlord's letters leave. Nobody ever said: they count on the day of their act.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn post_house(&self, scope: &Scope) -> Result<PostHouse, Declined> {
        let found = post_house::find(&self.db, scope).await?;
        Ok(found.unwrap_or_default())
    }

    /// Says whether a landlord's letters wait until they have left.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn let_letters_wait(&self, scope: &Scope, waits: bool) -> Result<(), Declined> {
        let before = self.post_house(scope).await?;
        let house = PostHouse { waits, secret: self.token().await?, ..before };
        let mut tx = self.db.begin().await?;
        post_house::put(&mut tx, scope, &house).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Says how letters leave, and where staff get the list of the morning. The secret stays.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn change_post(
        &self,
        signed: &Signed,
        house: &PostHouse,
        addresses: &[(String, String)],
    ) -> Result<(), Declined> {
        let house = PostHouse { secret: self.token().await?, ..house.clone() };
        let mut tx = self.db.begin().await?;
        self.still_here(&mut tx, signed).await?;
        post_house::put(&mut tx, &signed.scope, &house).await?;
        for (staff, email) in addresses {
            post_house::put_address(&mut tx, &signed.scope, staff, email).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The letters of an act as they enter the record: waiting, where the landlord's letters wait
    /// and the act is of today. What is recorded for a day gone by left on that day.
    pub(super) async fn queue_letters(
        &self,
        scope: &Scope,
        case: &Case,
        (events, on): (&mut [Event], Date),
    ) -> Result<(), Declined> {
        if on != self.today() || !self.post_house(scope).await?.waits {
            return Ok(());
        }
        let mailable = self.mailable(scope, case).await?;
        for (place, event) in events.iter_mut().enumerate() {
            let Event::LetterSent {
                letter,
                number,
                stage,
                channel,
                sent_on,
                text,
                sha256,
                kept_sha256,
                passed,
            } = event
            else {
                continue;
            };
            // A letter that waited is recorded as left; it does not wait again.
            if case.complaint.waiting(*number).is_some() {
                continue;
            }
            *event = Event::LetterQueued(Box::new(Queued {
                letter: letter.clone(),
                number: *number,
                stage: *stage,
                channel: channel_for(mailable, *channel),
                dated: *sent_on,
                text: text.clone(),
                sha256: sha256.clone(),
                kept_sha256: kept_sha256.clone(),
                passed: passed.clone(),
                follows: u32::try_from(place).unwrap_or_default(),
                response_due: None,
                escalate_by: None,
            }));
        }
        Ok(())
    }

    /// Lets the table of dispatches follow what was just written to a case.
    pub(super) async fn follow_letters(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        case: &Case,
        (events, on, at): (&[Event], Date, Timestamp),
    ) -> Result<(), Declined> {
        let mut known = None;
        for event in events {
            let (number, state) = match event {
                Event::LetterQueued(queued) => {
                    self.queue(tx, signed, case, (queued, at)).await?;
                    continue;
                }
                Event::LetterSent { number, .. } => (*number, State::Sent),
                Event::LetterWithdrawn(given) => (given.number, State::Withdrawn),
                Event::LetterBounced(given) => (given.number, State::Failed),
                Event::LetterReturned(given) => (given.number, State::Returned),
                _ => continue,
            };
            if matches!(state, State::Sent | State::Withdrawn) {
                // The paper with the code in clear is kept here no longer.
                papers::posted(tx, &signed.scope, (&case.id, i64::from(number))).await?;
            }
            if known.is_none() {
                known = Some(dispatch::of_case(&mut *tx, &signed.scope, &case.id).await?);
            }
            let of_case = known.iter().flatten();
            for it in of_case.filter(|it| it.number == i64::from(number) && follows(it, state)) {
                let mut moved = it.clone();
                let seen = moved.state;
                moved.state = state;
                moved.changed_at = at;
                moved.claimed_at = None;
                moved.try_at = None;
                if state == State::Sent {
                    moved.left_on = Some(on);
                    moved.address = address_used(case, moved.way);
                }
                dispatch::change(tx, &signed.scope, &moved, seen).await?;
                self.weigh_address(tx, &signed.scope, &moved).await?;
            }
        }
        Ok(())
    }

    /// A letter begins to wait, or waits as it was composed anew.
    async fn queue(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        case: &Case,
        (queued, at): (&Queued, Timestamp),
    ) -> Result<(), Declined> {
        let way = way_of(queued.channel);
        // What left once has no paper any more: it is set afresh before it leaves again.
        let again = case.complaint.letters.iter().any(|it| it.number == queued.number);
        let waited = case.complaint.waiting(queued.number).is_some();
        let paper = if again && !waited { String::new() } else { queued.sha256.clone() };
        let before = dispatch::of_case(&mut *tx, &signed.scope, &case.id).await?;
        let of_letter = before.iter().filter(|it| it.number == i64::from(queued.number));
        let mut found = false;
        for it in of_letter {
            let seen = it.state;
            let mut moved = it.clone();
            moved.changed_at = at;
            if it.way == way {
                found = true;
                if matches!(seen, State::Failed | State::Returned) {
                    // Whoever sends it there again says that the address is right.
                    let address = address_used(case, way);
                    doubtful::trust(tx, &signed.scope, (way, &address)).await?;
                }
                moved.state = State::Queued;
                moved.dated = queued.dated;
                moved.paper.clone_from(&paper);
                moved.print = checking::print_for(case).as_str().to_owned();
                moved.batch = None;
                moved.piece = None;
                moved.claimed_at = None;
                moved.try_at = None;
                if seen != State::Queued {
                    // Somebody sends it again; what only stayed overnight keeps its first try.
                    moved.first_tried_at = None;
                    moved.attempts = 0;
                    moved.answer = String::new();
                }
            } else if !matches!(seen, State::Sent | State::Sending | State::Withdrawn) {
                // It goes another way now; this one goes no more.
                moved.state = State::Withdrawn;
            } else {
                continue;
            }
            dispatch::change(tx, &signed.scope, &moved, seen).await?;
        }
        if found {
            return Ok(());
        }
        let id = self.id().await?;
        let house = post_house::find(&mut *tx, &signed.scope).await?;
        let secret = house.map(|house| house.secret).unwrap_or_default();
        let domain = signed::domain_of(&case.surroundings.landlord.email);
        let new = Dispatch {
            token: self.id().await?,
            message_id: signed::message_id(&secret, &id, &domain),
            id,
            complaint: case.id.clone(),
            letter: queued.letter.clone(),
            number: i64::from(queued.number),
            addressee: PERSON.to_owned(),
            way,
            state: State::Queued,
            dated: queued.dated,
            due_on: due_on(case, queued),
            paper,
            print: checking::print_for(case).as_str().to_owned(),
            address: String::new(),
            attempts: 0,
            first_tried_at: None,
            try_at: None,
            claimed_at: None,
            answer: String::new(),
            batch: None,
            piece: None,
            copies: 0,
            left_on: None,
            made_at: at,
            changed_at: at,
        };
        dispatch::add(tx, &signed.scope, &new).await?;
        Ok(())
    }
}

/// Whether a dispatch follows its letter into a state: from where it can.
fn follows(it: &Dispatch, state: State) -> bool {
    match state {
        State::Sent | State::Withdrawn => matches!(
            it.state,
            State::Queued | State::Held | State::Sending | State::Unknown | State::Printed
        ),
        State::Failed => it.way == Way::Email && it.state == State::Sent,
        State::Returned => it.way != Way::Email && it.state == State::Sent,
        State::Queued | State::Held | State::Sending | State::Unknown | State::Printed => false,
    }
}

/// The way a channel is.
pub fn way_of(channel: Channel) -> Way {
    match channel {
        Channel::Email => Way::Email,
        Channel::InPerson => Way::Hand,
        _ => Way::Post,
    }
}

/// The channel by which a letter really goes: e-mail needs an address to go to.
fn channel_for(mailable: bool, asked: Channel) -> Channel {
    match asked {
        Channel::Email if mailable => Channel::Email,
        Channel::InPerson => Channel::InPerson,
        _ => Channel::Letter,
    }
}

/// Whether there is an address a message could go to.
pub fn has_email(person: &Person) -> bool {
    signed::is_address(person.email.text().trim())
}

/// Where a letter goes, by its way.
pub fn address_used(case: &Case, way: Way) -> String {
    let Some(person) = &case.person else { return String::new() };
    match way {
        Way::Email => person.email.text().trim().to_owned(),
        Way::Post => person.address.text().trim().to_owned(),
        Way::Hand => String::new(),
    }
}

/// The last day on which a letter meets what it is for.
fn due_on(case: &Case, queued: &Queued) -> Option<Date> {
    let what = match queued.letter.as_str() {
        "acknowledgement-stage-1"
        | "acknowledgement-stage-2"
        | "not-accepted"
        | "accepted-by-direction"
        | "escalation-declined" => What::Acknowledgement,
        "progress-update" => What::Update,
        letter if letter.starts_with("response-stage-") => What::Response,
        letter if letter.contains("extension-stage-") => What::Response,
        _ => return None,
    };
    let stage: Option<Stage> = Some(queued.stage);
    let open = case.clocks.iter().filter(|clock| clock.is_open() && clock.what == what);
    open.filter(|clock| clock.stage == stage).map(|clock| clock.due).min()
}

/// Whether an event says where a letter is.
pub(super) fn is_about_letters(event: &Event) -> bool {
    matches!(
        event,
        Event::LetterQueued(_)
            | Event::LetterWithdrawn(_)
            | Event::LetterSent { .. }
            | Event::LetterBounced(_)
            | Event::LetterReturned(_)
    )
}
