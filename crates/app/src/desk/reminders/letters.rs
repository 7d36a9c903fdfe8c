//! Letters that ask for somebody: what failed, came back or is held, and what falls due today and
//! has not gone.

use jiff::civil::Time;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::absences;
use redress_store::dispatch::{self, Dispatch, State};
use redress_store::post_house::PostHouse;

use crate::desk::reminders::{Because, cover, holders};
use crate::desk::{Declined, Desk};

/// The most letters that are looked at.
const MOST: i64 = 1_000;
/// When paper goes, where nobody said.
const CUT_OFF: Time = Time::constant(16, 0, 0, 0);

/// A letter that has not reached anybody, and who sees to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    pub to: StaffId,
    pub because: Because,
    pub reference: String,
    pub dispatch: Dispatch,
}

impl Stuck {
    /// Whether it waits for nothing but to leave: nothing went wrong with it.
    pub fn only_waits(&self) -> bool {
        matches!(self.dispatch.state, State::Queued | State::Printed | State::Sending)
    }
}

impl Desk {
    /// Letters that ask for somebody today, those that are due first. Of what only waits, what is
    /// due today or was due before.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn stuck_letters(&self, scope: &Scope) -> Result<Vec<Stuck>, Declined> {
        let today = self.today();
        let states = [
            State::Failed,
            State::Returned,
            State::Unknown,
            State::Held,
            State::Queued,
            State::Printed,
            State::Sending,
        ];
        let lines = dispatch::lines(&self.db, scope, "", &states, MOST).await?;
        let surroundings = self.surroundings(scope).await?;
        let away = absences::not_over(&self.db, scope, today).await?;
        let mut stuck = Vec::new();
        for line in lines {
            let it = &line.dispatch;
            let waits = matches!(it.state, State::Queued | State::Printed | State::Sending);
            if waits && it.due_on.is_none_or(|due| today < due) {
                continue;
            }
            let people = match &line.owner {
                Some(owner) => {
                    let covering = cover(owner, (&away, today));
                    let own = covering == *owner;
                    let because =
                        if own { Because::Own } else { Because::Covers(StaffId(owner.clone())) };
                    vec![(StaffId(covering), because)]
                }
                None => holders(&surroundings, Role::ComplaintsManager)
                    .into_iter()
                    .map(|who| (StaffId(cover(&who.0, (&away, today))), Because::Unheld))
                    .collect(),
            };
            stuck.extend(people.into_iter().map(|(to, because)| Stuck {
                to,
                because,
                reference: line.reference.clone(),
                dispatch: it.clone(),
            }));
        }
        Ok(stuck)
    }
}

/// Until when paper goes the same day.
pub fn cut_off(house: &PostHouse) -> Time {
    Time::strptime("%H:%M", house.cut_off.trim()).unwrap_or(CUT_OFF)
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use redress_store::post_house::PostHouse;

    use super::cut_off;

    #[test]
    fn paper_goes_until_the_hour_that_was_set_and_until_four_where_none_was() {
        let at =
            |text: &str| cut_off(&PostHouse { cut_off: text.to_owned(), ..PostHouse::default() });
        assert_eq!(at("16:30"), time(16, 30, 0, 0));
        for nothing in ["", "half past four", "25:00"] {
            assert_eq!(at(nothing), time(16, 0, 0, 0), "{nothing}");
        }
    }
}
