//! Pounds as people type and read them; everywhere else money is whole pence.

/// What a person is told when the box does not hold an amount.
pub const REAL_AMOUNT: &str = "Enter an amount in pounds and pence, for example 1,000.50";

/// The most that one amount may be: ten million pounds, beyond any remedy.
const MOST_PENCE: i64 = 1_000_000_000;

/// "£175", "£1,000.50".
pub fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    let pounds = grouped(pence.unsigned_abs() / 100);
    match pence.unsigned_abs() % 100 {
        0 => format!("{sign}£{pounds}"),
        rest => format!("{sign}£{pounds}.{rest:02}"),
    }
}

/// Reads `175`, `£175`, `1,000.50` as pence. Nothing is rounded and no sign is taken.
pub fn parse(typed: &str) -> Result<i64, NotMoney> {
    let amount = typed.trim();
    let amount = amount.strip_prefix('£').unwrap_or(amount).trim_start();
    let (pounds, pence) = match amount.split_once('.') {
        Some((pounds, pence)) if pence.len() == 2 => (pounds, digits(pence)?),
        Some(_) => return Err(NotMoney),
        None => (amount, 0),
    };
    let pounds = whole_pounds(pounds)?;
    let total = pounds.checked_mul(100).and_then(|all| all.checked_add(pence)).ok_or(NotMoney)?;
    if MOST_PENCE < total { Err(NotMoney) } else { Ok(total) }
}

/// The box holds something, and it is no amount. Shown to a person as [`REAL_AMOUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{REAL_AMOUNT}")]
pub struct NotMoney;

/// Digits alone, or groups of three parted by commas after a first group of one to three.
fn whole_pounds(typed: &str) -> Result<i64, NotMoney> {
    let mut groups = typed.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if !rest.is_empty()
        && (first.is_empty() || 3 < first.len() || rest.iter().any(|group| group.len() != 3))
    {
        return Err(NotMoney);
    }
    digits(&format!("{first}{}", rest.concat()))
}

fn digits(typed: &str) -> Result<i64, NotMoney> {
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        typed.parse().map_err(|_| NotMoney)
    } else {
        Err(NotMoney)
    }
}

/// "12,345": a count with a comma at every third digit.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if 0 < place && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_penny() {
        for (typed, pence) in [
            ("1,000.50", 100_050),
            ("175", 17_500),
            (" £175.00 ", 17_500),
            ("0.05", 5),
            ("1234567", 123_456_700),
            ("1,234,567.89", 123_456_789),
        ] {
            assert_eq!(parse(typed), Ok(pence), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused_with_an_example() {
        for typed in [
            "",
            "£",
            "£12.345",
            "12.5",
            "12.",
            "-5",
            "+5",
            "1e9",
            "1,00",
            "1,0000.00",
            ",100",
            "1000,000",
            "12.3.4",
            "ten",
            "99999999999999999999",
            "10,000,000.01",
            "١٢",
        ] {
            assert_eq!(parse(typed), Err(NotMoney), "{typed}");
        }
        assert!(NotMoney.to_string().ends_with("for example 1,000.50"));
    }

    #[test]
    fn amounts_are_written_as_people_write_them() {
        assert_eq!(pounds(17_500), "£175");
        assert_eq!(pounds(100_050), "£1,000.50");
        assert_eq!(pounds(5), "£0.05");
        assert_eq!(pounds(-123_456_700), "-£1,234,567");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(312), "312");
    }
}
