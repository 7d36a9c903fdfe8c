//! Lengths of time: how they are read, written and refused.

use redress_domain::calendar::{BadSpan, Span};

#[test]
fn lengths_are_read_as_policies_write_them() {
    for (words, span) in [
        ("10 working days", Span::WorkingDays(10)),
        ("5 working day", Span::WorkingDays(5)),
        ("1 working day", Span::WorkingDays(1)),
        ("28 days", Span::Days(28)),
        ("6 weeks", Span::Weeks(6)),
        ("1 week", Span::Weeks(1)),
        ("12 months", Span::Months(12)),
        ("1 year", Span::Years(1)),
        ("  10   Working  Days ", Span::WorkingDays(10)),
        ("100 years", Span::Years(100)),
    ] {
        assert_eq!(words.parse(), Ok(span), "{words:?}");
    }
}

#[test]
fn one_is_singular_and_the_rest_are_plural() {
    for (span, words) in [
        (Span::WorkingDays(1), "1 working day"),
        (Span::WorkingDays(10), "10 working days"),
        (Span::Days(1), "1 day"),
        (Span::Days(28), "28 days"),
        (Span::Weeks(1), "1 week"),
        (Span::Weeks(2), "2 weeks"),
        (Span::Months(6), "6 months"),
        (Span::Years(1), "1 year"),
    ] {
        assert_eq!(span.to_string(), words);
        assert_eq!(words.parse(), Ok(span));
    }
}

#[test]
fn what_is_wrong_with_a_length_is_named() {
    for (words, named) in [
        ("10 dyas", "\"dyas\""),
        ("10 working", "\"working\""),
        ("10 working days of", "\"working days of\""),
        ("10", "no unit"),
        ("ten days", "\"ten\""),
        ("10days", "\"10days\""),
        ("-5 days", "\"-5\""),
        ("+5 days", "\"+5\""),
        ("1.5 weeks", "\"1.5\""),
        ("working days", "\"working\""),
        ("0 days", "\"0 days\""),
        ("101 years", "longer than 100 years"),
        ("1201 months", "longer than 100 years"),
        ("26001 working days", "longer than 100 years"),
        ("99999999999999999999 days", "longer than 100 years"),
        ("", "missing"),
        ("   ", "missing"),
    ] {
        let wrong = words.parse::<Span>().unwrap_err().to_string();
        assert!(wrong.contains(named), "{words:?} answered: {wrong}");
    }
}

#[test]
fn an_unknown_unit_is_told_from_an_unreadable_number() {
    let unit = BadSpan::UnknownUnit { unit: "dyas".to_owned(), given: "10 dyas".to_owned() };
    assert_eq!("10 dyas".parse::<Span>(), Err(unit));
    let number = BadSpan::NotANumber { given: "ten".to_owned() };
    assert_eq!("ten days".parse::<Span>(), Err(number));
}

#[test]
fn in_files_a_length_is_its_words() {
    let written = serde_json::to_value(Span::WorkingDays(10)).unwrap();
    assert_eq!(written, "10 working days");
    assert_eq!(serde_json::from_value::<Span>(written).unwrap(), Span::WorkingDays(10));
    let refused = serde_json::from_value::<Span>("10 dyas".into()).unwrap_err().to_string();
    assert!(refused.contains("dyas"), "{refused}");
}
