//! What holds for every date and every length, tried on many.

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;
use redress_domain::calendar::{Calendar, Nation, Span};

fn any_nation() -> impl Strategy<Value = Nation> {
    prop::sample::select(Nation::ALL.to_vec())
}

/// Early enough that every length tried ends within the loaded years.
fn any_day() -> impl Strategy<Value = Date> {
    (0..365 * 7_i64).prop_map(|n| date(2019, 1, 1) + n.days())
}

fn any_closures() -> impl Strategy<Value = Vec<Date>> {
    prop::collection::vec(any_day(), 0..40)
}

fn any_span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (1..250_u32).prop_map(Span::WorkingDays),
        (1..400_u32).prop_map(Span::Days),
        (1..60_u32).prop_map(Span::Weeks),
        (1..18_u32).prop_map(Span::Months),
        (1..3_u32).prop_map(Span::Years),
    ]
}

fn calendar(nation: Nation, closures: &[Date]) -> Calendar {
    Calendar::of(nation).closed_on(closures.iter().map(|day| (*day, "Landlord closed".to_owned())))
}

proptest! {
    #[test]
    fn a_limit_in_working_days_ends_on_a_working_day(
        nation in any_nation(), closures in any_closures(), from in any_day(), n in 1..250_u32,
    ) {
        let calendar = calendar(nation, &closures);
        let due = calendar.reckon(from, Span::WorkingDays(n)).unwrap().due;
        prop_assert_eq!(calendar.day(due).unwrap(), None);
    }

    #[test]
    fn a_residents_limit_ends_on_a_working_day_and_never_before_the_landlords(
        nation in any_nation(), closures in any_closures(), from in any_day(), span in any_span(),
    ) {
        let calendar = calendar(nation, &closures);
        let landlords = calendar.reckon(from, span).unwrap();
        let residents = calendar.reckon_for_resident(from, span).unwrap();
        prop_assert_eq!(calendar.day(residents.due).unwrap(), None);
        prop_assert!(landlords.due <= residents.due);
        let days_run_on = (residents.due - landlords.due).get_days();
        if !matches!(span, Span::WorkingDays(_)) {
            prop_assert_eq!(residents.why.len(), usize::try_from(days_run_on).unwrap());
        }
    }

    #[test]
    fn every_day_of_a_working_day_limit_either_counts_or_is_explained(
        nation in any_nation(), closures in any_closures(), from in any_day(), n in 1..250_u32,
    ) {
        let calendar = calendar(nation, &closures);
        let reckoning = calendar.reckon(from, Span::WorkingDays(n)).unwrap();
        let all_days = (reckoning.due - from).get_days();
        prop_assert_eq!(all_days, i32::try_from(n as usize + reckoning.why.len()).unwrap());
        prop_assert!(reckoning.why.is_sorted_by(|earlier, later| earlier.day < later.day));
        for skipped in reckoning.why {
            prop_assert!(from < skipped.day && skipped.day < reckoning.due);
            prop_assert_eq!(calendar.day(skipped.day).unwrap(), Some(skipped.because));
        }
    }

    #[test]
    fn a_later_event_never_makes_an_earlier_limit(
        nation in any_nation(), closures in any_closures(),
        from in any_day(), later_by in 0..40_i64, span in any_span(),
    ) {
        let calendar = calendar(nation, &closures);
        let later = from + later_by.days();
        let due = |from| calendar.reckon(from, span).unwrap().due;
        let due_for_resident = |from| calendar.reckon_for_resident(from, span).unwrap().due;
        prop_assert!(due(from) <= due(later));
        prop_assert!(due_for_resident(from) <= due_for_resident(later));
    }

    #[test]
    fn a_longer_limit_ends_later(
        nation in any_nation(), closures in any_closures(), from in any_day(), n in 1..250_u32,
    ) {
        let calendar = calendar(nation, &closures);
        let due = |span| calendar.reckon(from, span).unwrap().due;
        prop_assert!(due(Span::WorkingDays(n)) < due(Span::WorkingDays(n + 1)));
        prop_assert!(due(Span::Days(n)) < due(Span::Days(n + 1)));
        prop_assert!(due(Span::Weeks(n % 60)) < due(Span::Weeks(n % 60 + 1)));
        prop_assert!(due(Span::Months(n % 18)) < due(Span::Months(n % 18 + 1)));
        prop_assert!(due(Span::Days(n)) <= due(Span::WorkingDays(n)));
    }

    #[test]
    fn counting_the_working_days_of_a_limit_gives_its_length_back(
        nation in any_nation(), closures in any_closures(), from in any_day(), n in 1..250_u32,
    ) {
        let calendar = calendar(nation, &closures);
        let due = calendar.reckon(from, Span::WorkingDays(n)).unwrap().due;
        prop_assert_eq!(calendar.working_days_between(from, due).unwrap(), i64::from(n));
        prop_assert_eq!(calendar.working_days_between(due, from).unwrap(), -i64::from(n));
    }

    #[test]
    fn working_days_add_up_over_any_day_between(
        nation in any_nation(), closures in any_closures(),
        a in any_day(), b in any_day(), c in any_day(),
    ) {
        let calendar = calendar(nation, &closures);
        let between = |from, to| calendar.working_days_between(from, to).unwrap();
        prop_assert_eq!(between(a, b) + between(b, c), between(a, c));
    }

    #[test]
    fn a_closure_never_makes_a_limit_earlier(
        nation in any_nation(), closures in any_closures(), from in any_day(), span in any_span(),
    ) {
        let open = calendar(nation, &[]);
        let closed = calendar(nation, &closures);
        let due = |calendar: &Calendar| calendar.reckon(from, span).unwrap().due;
        prop_assert!(due(&open) <= due(&closed));
        let due_for_resident =
            |calendar: &Calendar| calendar.reckon_for_resident(from, span).unwrap().due;
        prop_assert!(due_for_resident(&open) <= due_for_resident(&closed));
    }

    #[test]
    fn a_length_reads_back_as_it_was_written(span in any_span()) {
        prop_assert_eq!(span.to_string().parse(), Ok(span));
    }

    #[test]
    fn no_words_make_the_reader_of_lengths_fall_over(words in ".*") {
        let _ = words.parse::<Span>();
    }
}
