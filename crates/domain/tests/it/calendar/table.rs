//! The shipped bank holidays against the rules that make them, worked out a second way.
//!
//! Banking and Financial Dealings Act 1971, Schedule 1, the yearly proclamations, and the one-off
//! days, each typed here by hand. A slip in a table or in this file makes the two disagree.

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use redress_domain::calendar::{Calendar, Nation};

const SUBSTITUTE: &str = " (substitute day)";

#[test]
fn every_bank_holiday_is_the_one_the_rules_give() {
    for nation in Nation::ALL {
        let calendar = Calendar::of(nation);
        let mut expected: Vec<(Date, String)> =
            (2019..=2028).flat_map(|year| by_the_rules(nation, year)).collect();
        expected.sort();
        let shipped: Vec<(Date, String)> =
            calendar.bank_holidays().map(|(day, name)| (day, name.to_owned())).collect();
        for (shipped, expected) in shipped.iter().zip(&expected) {
            assert_eq!(shipped, expected, "{nation}");
        }
        assert_eq!(shipped.len(), expected.len(), "{nation}");
    }
}

#[test]
fn the_tables_hold_as_many_days_as_the_published_list() {
    let count = |nation| Calendar::of(nation).bank_holidays().count();
    assert_eq!(count(Nation::EnglandAndWales), 83);
    assert_eq!(count(Nation::Scotland), 94);
    assert_eq!(count(Nation::NorthernIreland), 103);
}

#[test]
fn every_table_is_in_order_without_repeats_weekends_or_stray_years() {
    for nation in Nation::ALL {
        let calendar = Calendar::of(nation);
        let days: Vec<Date> = calendar.bank_holidays().map(|(day, _)| day).collect();
        assert!(days.is_sorted_by(|earlier, later| earlier < later), "{nation}");
        for day in days {
            assert!(!is_weekend(day), "{nation} {day}");
            assert!((calendar.first_year()..=calendar.last_year()).contains(&day.year()), "{day}");
        }
    }
}

#[test]
fn each_one_off_day_is_closed_where_it_was_proclaimed_and_nowhere_else() {
    let everywhere = &Nation::ALL[..];
    let scotland = &[Nation::Scotland][..];
    for (day, name, nations) in [
        (date(2020, 5, 8), "Early May bank holiday (VE day)", everywhere),
        (date(2022, 6, 2), "Spring bank holiday", everywhere),
        (date(2022, 6, 3), "Platinum Jubilee bank holiday", everywhere),
        (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II", everywhere),
        (date(2023, 5, 8), "Bank holiday for the coronation of King Charles III", everywhere),
        (date(2026, 6, 15), "World Cup bank holiday", scotland),
    ] {
        for nation in Nation::ALL {
            let reason = nations.contains(&nation).then(|| name.to_owned());
            assert_eq!(Calendar::of(nation).day(day), Ok(reason), "{nation} {day}");
        }
    }
}

#[test]
fn the_days_from_which_a_holiday_was_moved_are_working_days() {
    for nation in Nation::ALL {
        let calendar = Calendar::of(nation);
        for moved_from in [date(2020, 5, 4), date(2022, 5, 30)] {
            assert_eq!(calendar.day(moved_from), Ok(None), "{nation} {moved_from}");
        }
    }
}

#[test]
fn a_holiday_at_a_weekend_closes_a_weekday_in_its_place() {
    let boxing_day = Some("Boxing Day (substitute day)".to_owned());
    for nation in Nation::ALL {
        let calendar = Calendar::of(nation);
        assert_eq!(calendar.day(date(2020, 12, 26)), Ok(Some("Saturday".to_owned())));
        for day in [date(2020, 12, 28), date(2021, 12, 28), date(2026, 12, 28), date(2027, 12, 28)]
        {
            assert_eq!(calendar.day(day), Ok(boxing_day.clone()), "{nation} {day}");
        }
    }
    let scotland = Calendar::of(Nation::Scotland);
    for day in [date(2021, 1, 4), date(2022, 1, 4), date(2023, 1, 3), date(2027, 1, 4)] {
        assert_eq!(scotland.day(day), Ok(Some("2nd January (substitute day)".to_owned())), "{day}");
    }
}

#[test]
fn the_calendar_says_which_edition_it_is_and_how_far_it_reaches() {
    for nation in Nation::ALL {
        let calendar = Calendar::of(nation);
        assert_eq!((calendar.first_year(), calendar.last_year()), (2019, 2028));
        assert_eq!(calendar.version(), "gov.uk 2026-08-21");
    }
}

fn by_the_rules(nation: Nation, year: i16) -> Vec<(Date, String)> {
    let easter = easter_sunday(year);
    let mut days = vec![
        (easter - 2.days(), "Good Friday".to_owned()),
        early_may(year),
        (spring(year), "Spring bank holiday".to_owned()),
    ];
    days.extend(new_year(nation, year));
    days.extend(christmas(year));
    days.extend(one_off(nation, year));
    match nation {
        Nation::EnglandAndWales => days.extend([
            (easter + 1.day(), "Easter Monday".to_owned()),
            (last_monday(year, 8), "Summer bank holiday".to_owned()),
        ]),
        Nation::Scotland => days.extend([
            (first_monday(year, 8), "Summer bank holiday".to_owned()),
            or_monday(date(year, 11, 30), "St Andrew’s Day"),
        ]),
        Nation::NorthernIreland => days.extend([
            (easter + 1.day(), "Easter Monday".to_owned()),
            (last_monday(year, 8), "Summer bank holiday".to_owned()),
            or_monday(date(year, 3, 17), "St Patrick’s Day"),
            or_monday(date(year, 7, 12), "Battle of the Boyne (Orangemen’s Day)"),
        ]),
    }
    days
}

/// In Scotland both days move in turn; elsewhere there is only the first.
fn new_year(nation: Nation, year: i16) -> Vec<(Date, String)> {
    let names: &[&str] = match nation {
        Nation::Scotland => &["New Year’s Day", "2nd January"],
        Nation::EnglandAndWales | Nation::NorthernIreland => &["New Year’s Day"],
    };
    let mut free = date(year, 1, 1);
    let mut days = Vec::new();
    for (name, own_day) in names.iter().zip(1..) {
        while is_weekend(free) {
            free += 1.day();
        }
        let moved = if free.day() == own_day { "" } else { SUBSTITUTE };
        days.push((free, format!("{name}{moved}")));
        free += 1.day();
    }
    days
}

fn christmas(year: i16) -> [(Date, String); 2] {
    let (christmas, boxing) = match date(year, 12, 25).weekday() {
        Weekday::Friday => (25, 28),
        Weekday::Saturday => (27, 28),
        Weekday::Sunday => (27, 26),
        _ => (25, 26),
    };
    [("Christmas Day", 25, christmas), ("Boxing Day", 26, boxing)].map(|(name, own_day, day)| {
        let moved = if day == own_day { "" } else { SUBSTITUTE };
        (date(year, 12, day), format!("{name}{moved}"))
    })
}

/// The first Monday in May; in 2020 the 75th anniversary of VE Day.
fn early_may(year: i16) -> (Date, String) {
    match year {
        2020 => (date(2020, 5, 8), "Early May bank holiday (VE day)".to_owned()),
        _ => (first_monday(year, 5), "Early May bank holiday".to_owned()),
    }
}

/// The last Monday in May; in 2022 beside the Platinum Jubilee.
fn spring(year: i16) -> Date {
    match year {
        2022 => date(2022, 6, 2),
        _ => last_monday(year, 5),
    }
}

fn one_off(nation: Nation, year: i16) -> Vec<(Date, String)> {
    let days: &[(Date, &str)] = match (year, nation) {
        (2022, _) => &[
            (date(2022, 6, 3), "Platinum Jubilee bank holiday"),
            (date(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ],
        (2023, _) => &[(date(2023, 5, 8), "Bank holiday for the coronation of King Charles III")],
        (2026, Nation::Scotland) => &[(date(2026, 6, 15), "World Cup bank holiday")],
        _ => &[],
    };
    days.iter().map(|(day, name)| (*day, (*name).to_owned())).collect()
}

fn or_monday(day: Date, name: &str) -> (Date, String) {
    match day.weekday() {
        Weekday::Saturday => (day + 2.days(), format!("{name}{SUBSTITUTE}")),
        Weekday::Sunday => (day + 1.day(), format!("{name}{SUBSTITUTE}")),
        _ => (day, name.to_owned()),
    }
}

fn first_monday(year: i16, month: i8) -> Date {
    date(year, month, 1).nth_weekday_of_month(1, Weekday::Monday).unwrap()
}

fn last_monday(year: i16, month: i8) -> Date {
    date(year, month, 1).nth_weekday_of_month(-1, Weekday::Monday).unwrap()
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Gauss's reckoning of Easter, good from 1900 to 2099 but for two years outside the tables.
fn easter_sunday(year: i16) -> Date {
    let d = (19 * (year % 19) + 24) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
    date(year, 3, 22) + i64::from(d + e).days()
}
