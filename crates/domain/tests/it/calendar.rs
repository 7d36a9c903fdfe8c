//! Golden dates: limits worked out by hand, each with the days that did not count.

mod properties;
mod span;
mod table;

use jiff::civil::{Date, date};
use redress_domain::calendar::{Calendar, CalendarEnds, Nation, Reckoning, Skipped, Span};

fn england_and_wales() -> Calendar {
    Calendar::of(Nation::EnglandAndWales)
}

fn due(from: Date, span: Span) -> Date {
    england_and_wales().reckon(from, span).unwrap().due
}

fn skipped(reckoning: &Reckoning) -> Vec<(Date, &str)> {
    reckoning.why.iter().map(|skipped| (skipped.day, skipped.because.as_str())).collect()
}

#[test]
fn working_day_limits_end_on_the_dates_worked_out_by_hand() {
    let worked_out = [
        (date(2025, 12, 18), 5, date(2025, 12, 29)),
        (date(2025, 4, 17), 5, date(2025, 4, 28)),
        (date(2025, 8, 23), 5, date(2025, 9, 1)),
        (date(2026, 12, 22), 5, date(2026, 12, 31)),
        (date(2025, 4, 10), 10, date(2025, 4, 28)),
        (date(2025, 4, 10), 20, date(2025, 5, 13)),
        (date(2025, 12, 30), 20, date(2026, 1, 28)),
        (date(2025, 12, 30), 40, date(2026, 2, 25)),
        (date(2024, 12, 24), 2, date(2024, 12, 30)),
    ];
    for (from, n, expected) in worked_out {
        assert_eq!(due(from, Span::WorkingDays(n)), expected, "{n} working days from {from}");
    }
}

#[test]
fn a_limit_explains_each_day_that_did_not_count() {
    let easter = england_and_wales().reckon(date(2025, 4, 10), Span::WorkingDays(10)).unwrap();
    assert_eq!(
        skipped(&easter),
        [
            (date(2025, 4, 12), "Saturday"),
            (date(2025, 4, 13), "Sunday"),
            (date(2025, 4, 18), "Good Friday"),
            (date(2025, 4, 19), "Saturday"),
            (date(2025, 4, 20), "Sunday"),
            (date(2025, 4, 21), "Easter Monday"),
            (date(2025, 4, 26), "Saturday"),
            (date(2025, 4, 27), "Sunday"),
        ]
    );
    let new_year = england_and_wales().reckon(date(2026, 12, 22), Span::WorkingDays(5)).unwrap();
    assert_eq!(
        skipped(&new_year),
        [
            (date(2026, 12, 25), "Christmas Day"),
            (date(2026, 12, 26), "Saturday"),
            (date(2026, 12, 27), "Sunday"),
            (date(2026, 12, 28), "Boxing Day (substitute day)"),
        ]
    );
}

#[test]
fn the_day_of_the_event_is_day_0_also_at_a_weekend_or_on_a_bank_holiday() {
    let friday = date(2025, 8, 22);
    let first_day_at_work = date(2025, 8, 26);
    for from in [friday, date(2025, 8, 23), date(2025, 8, 24), date(2025, 8, 25)] {
        assert_eq!(due(from, Span::WorkingDays(1)), first_day_at_work, "from {from}");
    }
    let saturday = england_and_wales().reckon(date(2025, 8, 23), Span::WorkingDays(1)).unwrap();
    assert_eq!(
        skipped(&saturday),
        [(date(2025, 8, 24), "Sunday"), (date(2025, 8, 25), "Summer bank holiday")]
    );
}

#[test]
fn a_landlords_weeks_and_calendar_days_end_where_they_end() {
    let easter_monday = date(2025, 4, 21);
    assert_eq!(due(date(2025, 3, 10), Span::Weeks(6)), easter_monday);
    assert_eq!(due(date(2025, 3, 10), Span::Days(42)), easter_monday);
    let six_weeks = england_and_wales().reckon(date(2025, 3, 10), Span::Weeks(6)).unwrap();
    assert_eq!(six_weeks.why, []);
}

#[test]
fn a_residents_limit_runs_on_to_the_next_working_day_and_says_over_what() {
    let resident = |from, span| england_and_wales().reckon_for_resident(from, span).unwrap();
    let six_weeks = resident(date(2025, 3, 10), Span::Weeks(6));
    assert_eq!(six_weeks.due, date(2025, 4, 22));
    assert_eq!(skipped(&six_weeks), [(date(2025, 4, 21), "Easter Monday")]);

    let to_good_friday = resident(date(2025, 3, 21), Span::Weeks(4));
    assert_eq!(to_good_friday.due, date(2025, 4, 22));
    assert_eq!(
        skipped(&to_good_friday),
        [
            (date(2025, 4, 18), "Good Friday"),
            (date(2025, 4, 19), "Saturday"),
            (date(2025, 4, 20), "Sunday"),
            (date(2025, 4, 21), "Easter Monday"),
        ]
    );

    let on_a_tuesday = resident(date(2025, 3, 11), Span::Weeks(6));
    assert_eq!((on_a_tuesday.due, on_a_tuesday.why), (date(2025, 4, 22), Vec::new()));

    let in_working_days = resident(date(2025, 4, 10), Span::WorkingDays(10));
    let landlords = england_and_wales().reckon(date(2025, 4, 10), Span::WorkingDays(10)).unwrap();
    assert_eq!(in_working_days, landlords);
}

#[test]
fn months_and_years_run_to_the_corresponding_date_or_the_end_of_a_shorter_month() {
    assert_eq!(due(date(2024, 2, 29), Span::Months(12)), date(2025, 2, 28));
    assert_eq!(due(date(2024, 2, 29), Span::Years(1)), date(2025, 2, 28));
    assert_eq!(due(date(2024, 8, 31), Span::Months(6)), date(2025, 2, 28));
    assert_eq!(due(date(2023, 8, 31), Span::Months(6)), date(2024, 2, 29));
    assert_eq!(due(date(2025, 2, 28), Span::Months(6)), date(2025, 8, 28));
    assert_eq!(due(date(2024, 5, 31), Span::Months(1)), date(2024, 6, 30));
}

#[test]
fn a_closure_day_does_not_count_and_gives_the_landlords_reason() {
    let closed = england_and_wales().closed_on([
        (date(2025, 12, 29), "Landlord closed".to_owned()),
        (date(2025, 12, 27), "Landlord closed".to_owned()),
        (date(2025, 12, 25), "Landlord closed".to_owned()),
    ]);
    let reckoning = closed.reckon(date(2025, 12, 18), Span::WorkingDays(5)).unwrap();
    assert_eq!(reckoning.due, date(2025, 12, 30));
    assert_eq!(
        skipped(&reckoning),
        [
            (date(2025, 12, 20), "Saturday"),
            (date(2025, 12, 21), "Sunday"),
            (date(2025, 12, 25), "Christmas Day"),
            (date(2025, 12, 26), "Boxing Day"),
            (date(2025, 12, 27), "Saturday"),
            (date(2025, 12, 28), "Sunday"),
            (date(2025, 12, 29), "Landlord closed"),
        ]
    );
    assert_eq!(closed.day(date(2025, 12, 29)), Ok(Some("Landlord closed".to_owned())));
    assert_eq!(england_and_wales().day(date(2025, 12, 29)), Ok(None));
}

#[test]
fn closure_days_given_in_two_goes_all_count() {
    let closed = england_and_wales()
        .closed_on([(date(2025, 6, 3), "Moving office".to_owned())])
        .closed_on([(date(2025, 6, 2), "Staff day".to_owned())]);
    assert_eq!(
        closed.closures().collect::<Vec<_>>(),
        [(date(2025, 6, 2), "Staff day"), (date(2025, 6, 3), "Moving office")]
    );
    let reckoning = closed.reckon(date(2025, 6, 1), Span::WorkingDays(1)).unwrap();
    assert_eq!(reckoning.due, date(2025, 6, 4));
}

#[test]
fn working_days_between_counts_after_the_first_day_and_with_the_last() {
    let between = |from, to| england_and_wales().working_days_between(from, to).unwrap();
    assert_eq!(between(date(2025, 4, 10), date(2025, 4, 28)), 10);
    assert_eq!(between(date(2025, 4, 28), date(2025, 4, 10)), -10);
    assert_eq!(between(date(2025, 4, 17), date(2025, 4, 21)), 0);
    assert_eq!(between(date(2025, 4, 17), date(2025, 4, 17)), 0);
    assert_eq!(between(date(2025, 4, 21), date(2025, 4, 22)), 1);
}

#[test]
fn the_nations_count_differently() {
    let one_day =
        |nation, from| Calendar::of(nation).reckon(from, Span::WorkingDays(1)).unwrap().due;
    let maundy_thursday = date(2025, 4, 17);
    assert_eq!(one_day(Nation::Scotland, maundy_thursday), date(2025, 4, 21));
    assert_eq!(one_day(Nation::NorthernIreland, maundy_thursday), date(2025, 4, 22));
    let new_years_day = date(2025, 1, 1);
    assert_eq!(one_day(Nation::Scotland, new_years_day), date(2025, 1, 3));
    assert_eq!(one_day(Nation::EnglandAndWales, new_years_day), date(2025, 1, 2));
    let before_orangemens_day = date(2024, 7, 11);
    assert_eq!(one_day(Nation::NorthernIreland, before_orangemens_day), date(2024, 7, 15));
    assert_eq!(one_day(Nation::Scotland, before_orangemens_day), date(2024, 7, 12));
}

#[test]
fn past_the_last_loaded_year_the_answer_names_the_year_and_is_never_a_count() {
    let calendar = england_and_wales();
    let ends = |year| Err(CalendarEnds { year, nation: Nation::EnglandAndWales });
    let reckon = |from, span| calendar.reckon(from, span).map(|reckoning| reckoning.due);

    assert_eq!(reckon(date(2028, 12, 28), Span::WorkingDays(1)), Ok(date(2028, 12, 29)));
    assert_eq!(reckon(date(2028, 12, 28), Span::WorkingDays(2)), ends(2029));
    assert_eq!(reckon(date(2028, 12, 28), Span::Days(3)), Ok(date(2028, 12, 31)));
    assert_eq!(reckon(date(2028, 12, 28), Span::Days(4)), ends(2029));
    assert_eq!(reckon(date(2028, 11, 30), Span::Weeks(5)), ends(2029));
    assert_eq!(reckon(date(2028, 7, 1), Span::Months(6)), ends(2029));
    assert_eq!(reckon(date(2025, 7, 1), Span::Years(6)), ends(2031));
    assert_eq!(reckon(date(2029, 1, 1), Span::WorkingDays(1)), ends(2029));

    // A resident's limit that ends on the last Sunday would run on into the unknown year.
    let runs_on = calendar.reckon_for_resident(date(2028, 12, 3), Span::Weeks(4));
    assert_eq!(runs_on.map(|reckoning| reckoning.due), ends(2029));
    assert_eq!(
        calendar.working_days_between(date(2028, 12, 1), date(2029, 1, 5)),
        ends(2029).map(|_: Date| 0)
    );
    assert_eq!(calendar.day(date(2029, 1, 6)), ends(2029).map(|_: Date| None));
}

#[test]
fn before_the_first_loaded_year_the_answer_names_the_year_too() {
    let calendar = Calendar::of(Nation::Scotland);
    let ends = CalendarEnds { year: 2018, nation: Nation::Scotland };
    assert_eq!(calendar.reckon(date(2018, 12, 31), Span::WorkingDays(5)), Err(ends));
    assert_eq!(calendar.reckon(date(2018, 12, 31), Span::Days(5)), Err(ends));
    assert_eq!(calendar.working_days_between(date(2019, 1, 7), date(2018, 12, 31)), Err(ends));
    assert_eq!(calendar.day(date(2018, 12, 31)), Err(ends));
}

#[test]
fn a_length_beyond_all_dates_is_an_answer_and_not_a_crash() {
    for span in [
        Span::WorkingDays(u32::MAX),
        Span::Days(u32::MAX),
        Span::Weeks(u32::MAX),
        Span::Months(u32::MAX),
        Span::Years(u32::MAX),
    ] {
        let ends = england_and_wales().reckon(date(2025, 1, 1), span).unwrap_err();
        assert!(2028 < ends.year, "{span}: {ends}");
    }
}

#[test]
fn the_end_of_the_calendar_says_which_year_is_missing_and_who_can_load_it() {
    let ends = CalendarEnds { year: 2029, nation: Nation::EnglandAndWales }.to_string();
    for words in ["2029", "England and Wales", "administrator", "complaints manager"] {
        assert!(ends.contains(words), "{words:?} is missing in: {ends}");
    }
}

#[test]
fn a_reckoning_is_written_with_due_and_why_as_the_command_line_prints_them() {
    let reckoning = england_and_wales().reckon(date(2025, 4, 7), Span::WorkingDays(5)).unwrap();
    let written = serde_json::to_value(&reckoning).unwrap();
    assert_eq!(
        written,
        serde_json::json!({
            "from": "2025-04-07",
            "span": "5 working days",
            "due": "2025-04-14",
            "why": [
                { "day": "2025-04-12", "because": "Saturday" },
                { "day": "2025-04-13", "because": "Sunday" },
            ],
        })
    );
    assert_eq!(serde_json::from_value::<Reckoning>(written).unwrap(), reckoning);
    let day = Skipped { day: date(2025, 4, 12), because: "Saturday".to_owned() };
    assert_eq!(reckoning.why.first(), Some(&day));
}

#[test]
fn a_nation_has_one_spelling_everywhere() {
    for (nation, id) in [
        (Nation::EnglandAndWales, "england-and-wales"),
        (Nation::Scotland, "scotland"),
        (Nation::NorthernIreland, "northern-ireland"),
    ] {
        assert_eq!(nation.to_string(), id);
        assert_eq!(id.parse(), Ok(nation));
        assert_eq!(serde_json::to_value(nation).unwrap(), id);
        assert_eq!(serde_json::from_value::<Nation>(id.into()).unwrap(), nation);
        assert_eq!(Calendar::of(nation).nation(), nation);
    }
    let unknown = "wales".parse::<Nation>().unwrap_err().to_string();
    assert!(unknown.contains("\"wales\"") && unknown.contains("england-and-wales"), "{unknown}");
    assert!(serde_json::from_value::<Nation>("EnglandAndWales".into()).is_err());
}
