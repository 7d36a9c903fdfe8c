//! What staff are reminded of: what falls due in three days, one, or today, and what is late; each
//! with its clause and how its date came. Whoever is away is covered, and what stays late climbs.

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::Clock;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::absences::{self, Absence};
use redress_store::lists::{self, DiaryFilter, Promise};

use crate::desk::surroundings::Surroundings;
use crate::desk::{Declined, Desk};
use crate::words;

pub mod letters;

/// The most promises that one morning looks at.
const MOST: i64 = 2_000;
/// Working days late after which a complaints manager hears of it, and a senior manager.
const LADDER: [(u32, Role); 2] = [(1, Role::ComplaintsManager), (5, Role::SeniorManager)];
/// How far cover is followed from one absence to the next.
const COVER: usize = 4;

/// How near a promise is, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    Late(u32),
    Today,
    InDays(u32),
}

/// Why somebody is reminded of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// It is theirs.
    Own,
    /// They cover for whoever is away.
    Covers(StaffId),
    /// Nobody holds the case, and they give cases out.
    Unheld,
    /// It stayed late, and it climbed to them.
    Climbed,
}

/// One reminder for one person. It names no resident and no matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub to: StaffId,
    pub because: Because,
    pub reference: String,
    /// The clock as words: "Response, stage 1".
    pub what: String,
    pub due: Date,
    pub near: Nearness,
    pub clause: String,
    /// How the date came: "10 working days after the acknowledgement, 7 April 2025".
    pub reckoned: String,
}

impl Desk {
    /// Everything staff are reminded of today, by person and day.
    ///
    /// # Errors
    /// The records cannot be reached, or the calendar ends.
    pub async fn reminders(&self, scope: &Scope) -> Result<Vec<Reminder>, Declined> {
        let today = self.today();
        let surroundings = self.surroundings(scope).await?;
        let away = absences::not_over(&self.db, scope, today).await?;
        let horizon = today.checked_add(jiff::Span::new().days(14)).unwrap_or(today);
        let filter =
            DiaryFilter { ours: Some(true), due_before: Some(horizon), ..DiaryFilter::default() };
        let promises = lists::promises(&self.db, scope, "", &filter, MOST).await?;
        let mut reminders = Vec::new();
        for promise in promises {
            let Some(near) = nearness(&surroundings.calendar, today, promise.diary.due_on) else {
                continue;
            };
            let case = self.case_of_letter(scope, &promise.complaint).await?;
            let barred = &case.complaint.about_staff;
            let clock = case.clocks.iter().find(|clock| clock.id() == promise.diary.id);
            for (to, because) in people(&promise, near, &surroundings, (&away, today)) {
                if !barred.contains(&to) {
                    reminders.push(reminder((to, because), &promise, near, clock));
                }
            }
        }
        reminders.sort_by(|one, other| {
            (&one.to, one.near, one.due, &one.reference).cmp(&(
                &other.to,
                other.near,
                other.due,
                &other.reference,
            ))
        });
        Ok(reminders)
    }
}

fn reminder(
    (to, because): (StaffId, Because),
    promise: &Promise,
    near: Nearness,
    clock: Option<&Clock>,
) -> Reminder {
    Reminder {
        to,
        because,
        reference: promise.reference.clone(),
        what: clock.map_or_else(|| promise.diary.kind.replace('-', " "), words::clocks::full),
        due: promise.diary.due_on,
        near,
        clause: promise.diary.clause.clone(),
        reckoned: clock.map(reckoned).unwrap_or_default(),
    }
}

/// How a date came, in a few words.
fn reckoned(clock: &Clock) -> String {
    let from = words::day(clock.from);
    let days = match clock.why.len() {
        0 => String::new(),
        1 => ", 1 day not counted".to_owned(),
        n => format!(", {n} days not counted"),
    };
    match &clock.length {
        Some(length) => {
            format!("{length} after {}, {from}{days}", words::clocks::start(clock.from_event))
        }
        None => format!("promised on {from}"),
    }
}

/// Who hears of a promise today, each once, and why.
fn people(
    promise: &Promise,
    near: Nearness,
    surroundings: &Surroundings,
    (away, today): (&[Absence], Date),
) -> Vec<(StaffId, Because)> {
    let mut found: Vec<(StaffId, Because)> = Vec::new();
    let mut add = |who: StaffId, because: Because| {
        if !found.iter().any(|(known, _)| *known == who) {
            found.push((who, because));
        }
    };
    match &promise.diary.owner {
        Some(owner) => {
            let covering = cover(owner, (away, today));
            let because = if covering == *owner {
                Because::Own
            } else {
                Because::Covers(StaffId(owner.clone()))
            };
            add(StaffId(covering), because);
        }
        None => {
            for manager in holders(surroundings, Role::ComplaintsManager) {
                add(StaffId(cover(&manager.0, (away, today))), Because::Unheld);
            }
        }
    }
    if let Nearness::Late(days) = near {
        for (after, role) in LADDER {
            if after <= days {
                for who in holders(surroundings, role) {
                    add(StaffId(cover(&who.0, (away, today))), Because::Climbed);
                }
            }
        }
    }
    found
}

fn holders(surroundings: &Surroundings, role: Role) -> Vec<StaffId> {
    let all = surroundings.roles.iter();
    all.filter(|(_, roles)| roles.contains(&role)).map(|(who, _)| who.clone()).collect()
}

/// Who sees to somebody's work on a day: themselves, or the deputy of whoever is away.
pub fn cover(who: &str, (away, today): (&[Absence], Date)) -> String {
    let mut now = who.to_owned();
    for _ in 0..COVER {
        let absent = away.iter().find(|it| it.staff == now && it.covers(today));
        match absent {
            Some(it) if it.deputy != who => now.clone_from(&it.deputy),
            _ => break,
        }
    }
    now
}

/// How near a day is, where anybody is reminded of it: late, today, in one working day or three.
fn nearness(calendar: &Calendar, today: Date, due: Date) -> Option<Nearness> {
    if due == today {
        return Some(Nearness::Today);
    }
    let (from, to) = if due < today { (due, today) } else { (today, due) };
    let days = counted(calendar, from, to)?;
    match (due < today, days) {
        (true, days) => Some(Nearness::Late(days.max(1))),
        (false, 1 | 3) => Some(Nearness::InDays(days)),
        (false, _) => None,
    }
}

/// Working days after one day, up to another.
fn counted(calendar: &Calendar, from: Date, to: Date) -> Option<u32> {
    let (mut day, mut days) = (from, 0);
    while day < to {
        day = day.tomorrow().ok()?;
        if calendar.day(day).ok()?.is_none() {
            days += 1;
        }
    }
    Some(days)
}

impl Nearness {
    /// In words: "late by 2 working days", "due today", "due in 3 working days".
    pub fn words(self) -> String {
        match self {
            Self::Late(1) => "late by 1 working day".to_owned(),
            Self::Late(days) => format!("late by {days} working days"),
            Self::Today => "due today".to_owned(),
            Self::InDays(1) => "due in 1 working day".to_owned(),
            Self::InDays(days) => format!("due in {days} working days"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::{Date, date};
    use redress_domain::calendar::{Calendar, Nation};
    use redress_store::absences::Absence;

    use super::{Nearness, cover, nearness};

    fn away(staff: &str, deputy: &str) -> Absence {
        Absence {
            id: format!("{staff}-{deputy}"),
            staff: staff.to_owned(),
            deputy: deputy.to_owned(),
            from: date(2025, 4, 7),
            until: date(2025, 4, 11),
            ended_on: None,
            set_by: staff.to_owned(),
            set_at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn reminders_come_three_days_before_one_on_the_day_and_after_it() {
        let calendar = Calendar::of(Nation::EnglandAndWales);
        // Wednesday before Easter: Good Friday and Easter Monday do not count.
        let today = date(2025, 4, 16);
        let near = |due: Date| nearness(&calendar, today, due);
        assert_eq!(near(date(2025, 4, 14)), Some(Nearness::Late(2)));
        assert_eq!(near(date(2025, 4, 16)), Some(Nearness::Today));
        assert_eq!(near(date(2025, 4, 17)), Some(Nearness::InDays(1)));
        assert_eq!(near(date(2025, 4, 22)), None, "in two");
        assert_eq!(near(date(2025, 4, 23)), Some(Nearness::InDays(3)));
        assert_eq!(near(date(2025, 4, 24)), None, "in four");
    }

    #[test]
    fn work_of_whoever_is_away_goes_to_the_deputy_and_never_round_in_a_circle() {
        let all = [away("amira", "owen"), away("owen", "ben")];
        let on = |who: &str, day: Date| cover(who, (&all, day));
        assert_eq!(on("amira", date(2025, 4, 8)), "ben", "the deputy is away too");
        assert_eq!(on("amira", date(2025, 4, 14)), "amira", "back again");
        assert_eq!(on("chloe", date(2025, 4, 8)), "chloe");
        let circle = [away("amira", "owen"), away("owen", "amira")];
        assert_eq!(cover("amira", (&circle, date(2025, 4, 8))), "owen");
    }
}
