//! Days in words, and days read from the one box that staff type into.

use jiff::civil::Date;
use jiff::civil::Weekday;

/// What a person is told when the box does not hold a date.
pub const REAL_DATE: &str = "Enter a real date, for example 27 3 2026";

/// Years a date may lie in: outside them it is a slip of the finger, and no year is guessed.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTHS: [&str; 12] = [
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

/// "Mon 28 Apr 2025": for staff pages and tables.
pub fn short(day: Date) -> String {
    format!("{} {}", brief(day), day.year())
}

/// "Mon 28 Apr": where the year is plain from what stands beside it.
pub fn brief(day: Date) -> String {
    let weekday = first_three(weekday_name(day.weekday()));
    format!("{weekday} {} {}", day.day(), first_three(month_name(day.month())))
}

/// "Monday 28 April 2025": for headings, residents and letters.
pub fn long(day: Date) -> String {
    let weekday = weekday_name(day.weekday());
    format!("{weekday} {} {} {}", day.day(), month_name(day.month()), day.year())
}

/// Reads `28/4/2025`, `28 apr 2025`, `Mon 28 April 2025` or `2025-04-28`.
///
/// Day comes before month. A year has four digits and is never guessed; no word such as
/// "yesterday" is a date; a weekday in front must be the right one.
pub fn parse(typed: &str) -> Result<Date, NotADay> {
    let lowered = typed.trim().to_lowercase();
    let mut parts: Vec<&str> = lowered
        .split(['/', '-', '.', ' ', ',', '\u{a0}'])
        .filter(|part| !part.is_empty())
        .collect();
    let weekday = parts.first().and_then(|word| named(&WEEKDAYS, word));
    if weekday.is_some() {
        parts.remove(0);
    }
    let [first, month, last] = parts.as_slice() else { return Err(NotADay) };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 || 2 < day.len() {
        return Err(NotADay);
    }
    let year = i16::try_from(number(year)?).map_err(|_| NotADay)?;
    let month = match named(&MONTHS, month) {
        Some(position) => i8::try_from(position + 1).map_err(|_| NotADay)?,
        None if month.len() <= 2 => i8::try_from(number(month)?).map_err(|_| NotADay)?,
        None => return Err(NotADay),
    };
    let day = i8::try_from(number(day)?).map_err(|_| NotADay)?;
    if !YEARS.contains(&year) {
        return Err(NotADay);
    }
    let date = Date::new(year, month, day).map_err(|_| NotADay)?;
    match weekday {
        Some(said) if said != position(date.weekday()) => Err(NotADay),
        _ => Ok(date),
    }
}

/// The box holds something, and it is no date. Shown to a person as [`REAL_DATE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{REAL_DATE}")]
pub struct NotADay;

fn number(digits: &str) -> Result<u16, NotADay> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().map_err(|_| NotADay)
    } else {
        Err(NotADay)
    }
}

/// Where `word` stands in `names`, by its full name or its first three letters ("sept" too).
fn named(names: &[&str], word: &str) -> Option<usize> {
    names.iter().position(|name| {
        let name = name.to_lowercase();
        name == word || (3 <= word.len() && word.len() <= 5 && name.starts_with(word))
    })
}

fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.get(position(weekday)).copied().unwrap_or_default()
}

fn position(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default()
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|position| MONTHS.get(position))
        .copied()
        .unwrap_or_default()
}

fn first_three(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_written_short_for_staff_and_long_for_residents() {
        let day = date(2025, 4, 28);
        assert_eq!(short(day), "Mon 28 Apr 2025");
        assert_eq!(brief(day), "Mon 28 Apr");
        assert_eq!(long(day), "Monday 28 April 2025");
        assert_eq!(short(date(2025, 9, 7)), "Sun 7 Sep 2025");
    }

    #[test]
    fn every_way_staff_write_a_day_is_read() {
        for typed in [
            "28/4/2025",
            "28/04/2025",
            " 28 apr 2025 ",
            "28 April 2025",
            "28 4 2025",
            "28.4.2025",
            "28-4-2025",
            "2025-04-28",
            "Mon 28 Apr 2025",
            "Monday, 28 April 2025",
        ] {
            assert_eq!(parse(typed), Ok(date(2025, 4, 28)), "{typed}");
        }
        assert_eq!(parse("1 sept 2025"), Ok(date(2025, 9, 1)));
        assert_eq!(parse("29 2 2028"), Ok(date(2028, 2, 29)));
    }

    #[test]
    fn what_is_no_date_is_never_guessed() {
        for typed in [
            "",
            "yesterday",
            "today",
            "31 2 2026",
            "29 2 2026",
            "2026-13-01",
            "28/4/25",
            "28 4 1026",
            "28 4 20206",
            "28 4",
            "4/28/2025",
            "28 ma 2025",
            "Tue 28 Apr 2025",
            "+8/4/2025",
            "28/4/2025 10:30",
            "٢٨/٤/٢٠٢٥",
        ] {
            assert_eq!(parse(typed), Err(NotADay), "{typed}");
        }
        assert_eq!(NotADay.to_string(), "Enter a real date, for example 27 3 2026");
    }

    #[test]
    fn every_day_written_is_read_again() {
        let mut day = date(2023, 12, 1);
        while day < date(2025, 2, 1) {
            assert_eq!(parse(&short(day)), Ok(day));
            assert_eq!(parse(&long(day)), Ok(day));
            day = day.tomorrow().unwrap();
        }
    }
}
