//! How days and sums are written in English, and how typed texts end.

use jiff::civil::{Date, Weekday};

use crate::tongue;

/// "Friday 4 July 2025", the way every limit is printed.
pub fn day(date: Date) -> String {
    format!("{} {}", weekday(date.weekday()), short_day(date))
}

/// "4 July 2025", for a run of past days.
pub fn short_day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// The name of a weekday.
pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The months by name, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(number: i8) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("")
}

/// "£75" or "£1,250.50", from pence.
pub fn money(pence: u64) -> String {
    let (pounds, rest) = (pence / 100, pence % 100);
    let digits = pounds.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if 0 < index && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest == 0 { format!("£{grouped}") } else { format!("£{grouped}.{rest:02}") }
}

/// A text that ends as a sentence does.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || tongue::plain(text).ends_with(['.', '!', '?', ':', '؟']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// A text that may stand in the middle of a sentence: no full stop at its end.
pub fn phrase(text: &str) -> String {
    text.trim().trim_end_matches(['.', ';', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_with_its_weekday() {
        assert_eq!(day(Date::constant(2025, 7, 4)), "Friday 4 July 2025");
    }

    #[test]
    fn money_is_written_as_people_write_it() {
        assert_eq!(money(7_500), "£75");
        assert_eq!(money(125_050), "£1,250.50");
        assert_eq!(money(123_456_705), "£1,234,567.05");
        assert_eq!(money(0), "£0");
    }
}
