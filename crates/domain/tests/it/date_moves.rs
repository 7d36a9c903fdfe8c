//! A changed calendar: which days would move, and that none moves unless somebody lets it.

use jiff::ToSpan;
use proptest::prelude::*;
use redress_domain::calendar::{Calendar, Nation};
use redress_domain::clock::moves::{Change, Move, moves};
use redress_domain::clock::settled::{Because, Fate};
use redress_domain::clock::{Clock, clocks};
use redress_domain::complaint::Complaint;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::apply;
use redress_domain::policy::shipped;
use redress_domain::policy::terms::Terms;

use crate::story::{acknowledged, answered, day, given, on, receive};

fn terms() -> Terms<'static> {
    Terms {
        pack: shipped::pack("derive-2024").unwrap(),
        code: shipped::code().unwrap(),
        floor: false,
    }
}

fn calendars(closed: &str) -> (Calendar, Calendar) {
    let before = Calendar::of(Nation::EnglandAndWales);
    let after = before.clone().closed_on([(day(closed), "Bank holiday".to_owned())]);
    (before, after)
}

fn would_move(complaint: &Complaint, closed: &str, today: &str) -> Vec<Move> {
    let (before, after) = calendars(closed);
    let change = Change { day: day(closed), before: &before, after: &after };
    moves(complaint, terms(), change, day(today)).unwrap()
}

fn settle(
    complaint: &mut Complaint,
    found: &[Move],
    fate: Option<Fate>,
    today: &str,
    closed: &str,
) {
    let dates = found.iter().map(|it| it.settled(fate, day(closed))).collect();
    let event = Event::CalendarChanged { change: "m1".to_owned(), dates };
    apply(complaint, &Happened { on: day(today), by: None, event });
}

fn counted(complaint: &Complaint, calendar: &Calendar, today: &str) -> Vec<Clock> {
    clocks(complaint, terms(), calendar, day(today)).unwrap()
}

fn find<'a>(found: &'a [Move], id: &str) -> &'a Move {
    found.iter().find(|it| it.clock.id() == id).unwrap()
}

#[test]
fn what_was_promised_stays() {
    let mut complaint = given(acknowledged()).complaint();
    let found = would_move(&complaint, "2025-04-24", "2025-04-11");
    let response = find(&found, "response-1");
    assert_eq!((response.clock.due, response.to), (day("2025-04-28"), day("2025-04-29")));
    assert!(response.promised && response.usual() == Fate::Keep);
    settle(&mut complaint, &found, None, "2025-04-11", "2025-04-24");
    let (_, after) = calendars("2025-04-24");
    let now = counted(&complaint, &after, "2025-04-11");
    let response = now.iter().find(|clock| clock.id() == "response-1").unwrap();
    assert_eq!(response.due, day("2025-04-28"));
    assert_eq!(response.settled.as_ref().unwrap().because, Because::Promised);
    assert!(complaint.to_tell.is_empty());
}

#[test]
fn a_promised_day_that_moves_leaves_the_resident_to_be_told() {
    let mut complaint = given(acknowledged()).complaint();
    let found = would_move(&complaint, "2025-04-24", "2025-04-11");
    settle(&mut complaint, &found, Some(Fate::Move), "2025-04-11", "2025-04-24");
    let (before, after) = calendars("2025-04-24");
    for calendar in [before, after] {
        let now = counted(&complaint, &calendar, "2025-04-11");
        let response = now.iter().find(|clock| clock.id() == "response-1").unwrap();
        assert_eq!(response.due, day("2025-04-29"));
    }
    assert_eq!(complaint.to_tell.len(), 1);
    let text = serde_json::from_value(serde_json::json!("Your answer comes a day later.")).unwrap();
    let event = Event::ResidentUpdated { stage: complaint.stage(), text };
    apply(&mut complaint, &Happened { on: day("2025-04-14"), by: None, event });
    assert!(complaint.to_tell.is_empty(), "an update tells them");
}

#[test]
fn a_day_that_nobody_was_told_follows_the_calendar() {
    let mut complaint = given([on("2025-04-07", receive())]).complaint();
    let found = would_move(&complaint, "2025-04-10", "2025-04-07");
    let acknowledgement = find(&found, "acknowledgement-1");
    assert!(!acknowledgement.promised && acknowledgement.usual() == Fate::Move);
    settle(&mut complaint, &found, None, "2025-04-07", "2025-04-10");
    let (_, after) = calendars("2025-04-10");
    let now = counted(&complaint, &after, "2025-04-07");
    let acknowledgement = now.iter().find(|it| it.id() == "acknowledgement-1");
    assert_eq!(acknowledgement.unwrap().due, day("2025-04-15"));
}

#[test]
fn what_is_over_is_frozen() {
    let complaint = given(acknowledged()).complaint();
    // Acknowledged on 10 April; due on the 14th, over a day that is closed afterwards.
    let found = would_move(&complaint, "2025-04-11", "2025-04-10");
    let acknowledgement = find(&found, "acknowledgement-1");
    assert_eq!(acknowledgement.frozen, Some(Because::Done));
    let settled = acknowledgement.settled(Some(Fate::Move), day("2025-04-11"));
    assert_eq!((settled.fate, settled.because), (Fate::Keep, Because::Done));
}

#[test]
fn a_second_change_leaves_a_kept_day_alone() {
    let mut complaint = given(acknowledged()).complaint();
    let found = would_move(&complaint, "2025-04-24", "2025-04-11");
    settle(&mut complaint, &found, None, "2025-04-11", "2025-04-24");
    let (_, before) = calendars("2025-04-24");
    let after = before.clone().closed_on([(day("2025-04-25"), "Training".to_owned())]);
    let change = Change { day: day("2025-04-25"), before: &before, after: &after };
    let again = moves(&complaint, terms(), change, day("2025-04-11")).unwrap();
    assert!(again.iter().all(|it| it.clock.id() != "response-1"), "{again:?}");
}

proptest! {
    #[test]
    fn kept_days_never_change_and_moved_ones_equal_a_fresh_count(
        which in 0..3_usize, ahead in 0..60_i64, keep in proptest::option::of(any::<bool>()),
    ) {
        let steps = match which {
            0 => vec![on("2025-04-07", receive())],
            1 => acknowledged(),
            _ => answered(),
        };
        let mut complaint = given(steps).complaint();
        let today = complaint.last_on;
        let closed = (today + ahead.days()).to_string();
        let (before, after) = calendars(&closed);
        let today = today.to_string();
        let was = counted(&complaint, &before, &today);
        let found = would_move(&complaint, &closed, &today);
        let fresh = counted(&complaint, &after, &today);
        let fate = keep.map(|keep| if keep { Fate::Keep } else { Fate::Move });
        settle(&mut complaint, &found, fate, &today, &closed);
        let now = counted(&complaint, &after, &today);
        let due = |list: &[Clock], id: &str| list.iter().find(|it| it.id() == id).map(|it| it.due);
        for it in &found {
            let id = it.clock.id();
            match it.settled(fate, day(&closed)).fate {
                Fate::Keep => prop_assert_eq!(due(&now, &id), due(&was, &id)),
                // What counts from a day that was kept is counted from that day.
                Fate::Move => prop_assert!(due(&now, &id) == Some(it.to) || due(&now, &id) == due(&fresh, &id)),
            }
        }
        for clock in &was {
            if found.iter().all(|it| it.clock.id() != clock.id()) {
                prop_assert_eq!(due(&now, &clock.id()), Some(clock.due));
            }
        }
    }
}
