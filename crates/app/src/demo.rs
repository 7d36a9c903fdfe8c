//! A sample landlord, so that the program can be looked at alive: invented people, staff in every
//! role, and some sixty complaints in every state, made through the same door as real ones.

use jiff::civil::Date;
use redress_domain::calendar::{Calendar, Nation};
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::accounts::{self, Staff};

use crate::desk::{Declined, Desk, Signed};

mod desks;
mod outgoing;
mod people;
mod post;
mod story;
mod themes;
mod weighing;

use story::{Ending, Story};

/// The sample landlord's id.
pub const LANDLORD: &str = "riverbank";
/// The password of every sample account.
pub const PASSWORD: &str = "open the front door";

/// The sample staff: login, name, roles.
pub const STAFF: [(&str, &str, &[Role]); 14] = [
    ("dan", "Dan Okafor", &[Role::ContactCentre]),
    ("amira", "Amira Khan", &[Role::ComplaintsOfficer]),
    ("owen", "Owen Pritchard", &[Role::ComplaintsOfficer]),
    ("ben", "Ben Castillo", &[Role::Stage2Officer]),
    ("rosa", "Rosa Lindqvist", &[Role::Stage2Officer]),
    ("chloe", "Chloe Barnard", &[Role::ComplaintsManager]),
    ("sunil", "Sunil Mehta", &[Role::SeniorManager]),
    ("erin", "Erin Walsh", &[Role::ServiceManager]),
    ("iris", "Iris Novak", &[Role::InvestigatingOfficer]),
    ("farid", "Farid Rahimi", &[Role::Contractor]),
    ("grace", "Grace Adeleke", &[Role::GoverningBodyMember]),
    ("harriet", "Harriet Stone", &[Role::ScrutinyPanel, Role::CompensationPanel]),
    ("ava", "Ava Lindgren", &[Role::Auditor]),
    ("ivan", "Ivan Petrov", &[Role::Administrator]),
];

/// Fills empty records with the sample landlord. `told` hears how far it is: done and all.
///
/// # Errors
/// What the desk declined, which a test keeps from happening.
pub async fn fill(desk: &Desk, mut told: impl FnMut(usize, usize)) -> Result<(), Declined> {
    found(desk).await?;
    let scope = Scope::of(LANDLORD);
    let team = Team::load(desk, &scope).await?;
    let stories = stories();
    let all = stories.len();
    for (n, story) in stories.into_iter().enumerate() {
        told(n, all);
        story::play(desk, &team, n, &story).await?;
    }
    // A future of its own on the heap: those of the acts below it are large.
    Box::pin(desks::play(desk, &team)).await?;
    Box::pin(post::take(desk, &scope)).await?;
    Box::pin(outgoing::fill(desk, &team, all)).await?;
    told(all, all);
    Ok(())
}

/// The landlord's entry, its policy and its accounts.
async fn found(desk: &Desk) -> Result<(), Declined> {
    use crate::desk::founding::{Founding, NewAccount};
    let founding = Founding {
        id: LANDLORD.to_owned(),
        name: "Riverbank Homes".to_owned(),
        address: "12 Mill Lane\nOtterford\nOT1 4AB".to_owned(),
        telephone: "01632 960100".to_owned(),
        email: "complaints@riverbank.example".to_owned(),
        hours: "Monday to Friday, 8am to 6pm".to_owned(),
        nation: Nation::EnglandAndWales,
        pack: "derive-2024".to_owned(),
        // Long before the oldest sample case.
        from: Date::constant(2024, 12, 1),
        letters_wait: true,
    };
    let mut accounts = Vec::new();
    for (login, name, roles) in STAFF {
        accounts.push(NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            password: PASSWORD.to_owned(),
            must_change: false,
            roles: roles.to_vec(),
        });
    }
    desk.found(&founding, &accounts).await
}

/// The sample staff as the desk knows them.
pub(crate) struct Team {
    scope: Scope,
    people: Vec<Staff>,
    pub calendar: Calendar,
}

impl Team {
    async fn load(desk: &Desk, scope: &Scope) -> Result<Self, Declined> {
        let people = accounts::list_staff(&desk.db, scope).await?;
        let calendar = Calendar::of(Nation::EnglandAndWales);
        Ok(Self { scope: scope.clone(), people, calendar })
    }

    /// One of them, signed in.
    pub(crate) fn signed(&self, login: &str) -> Result<Signed, Declined> {
        let staff =
            self.people.iter().find(|staff| staff.login == login).ok_or(Declined::Missing)?;
        Ok(Signed::staff(self.scope.clone(), staff.clone()))
    }

    /// The day `n` working days before another.
    pub(crate) fn back(&self, from: Date, n: usize) -> Date {
        self.step(from, n, |day| day.yesterday().ok())
    }

    /// The day `n` working days after another.
    pub(crate) fn on(&self, from: Date, n: usize) -> Date {
        self.step(from, n, |day| day.tomorrow().ok())
    }

    fn step(&self, from: Date, n: usize, next: impl Fn(Date) -> Option<Date>) -> Date {
        let (mut day, mut left) = (from, n);
        while 0 < left {
            let Some(moved) = next(day) else { return day };
            day = moved;
            if matches!(self.calendar.day(day), Ok(None)) {
                left -= 1;
            }
        }
        day
    }
}

/// Sixty stories: how long ago each began, in working days, and how far it has come.
fn stories() -> Vec<Story> {
    use Ending::*;
    let plan: [(Ending, &[usize]); 19] = [
        (Waiting, &[0, 0, 1, 1, 2, 3]),
        (Assigned, &[1, 3, 4, 5, 6]),
        (Acknowledged, &[3, 4, 5, 6, 6, 7, 8, 9, 10, 11]),
        (Updated, &[8, 9, 10]),
        (HalfDecided, &[10, 11, 11, 12]),
        (Overdue, &[14, 16]),
        (Extended, &[15, 18, 20]),
        (ExtendedLate, &[19]),
        (Answered, &[14, 18, 22, 26, 30]),
        (Requested, &[20, 24]),
        (RequestedLate, &[60]),
        (Escalated, &[26, 28]),
        (Stage2, &[30, 34, 40]),
        (Stage2Overdue, &[52]),
        (FinallyAnswered, &[45, 55]),
        (Closed, &[30, 38, 62, 70]),
        (ClosedOpenAction, &[33, 48]),
        (Declined, &[9, 21]),
        (Withdrawn, &[17]),
    ];
    let mut stories = Vec::new();
    for (ending, ages) in plan {
        stories.extend(ages.iter().map(|age| Story { ending, age: *age }));
    }
    // A repeat, so that the same home shows up twice.
    stories.extend([2, 4, 9, 16, 28].map(|age| Story { ending: ServiceRequest, age }));
    stories
}
