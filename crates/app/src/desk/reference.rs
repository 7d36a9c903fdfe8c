//! What people quote: `RH-2026-00417-K`, with a check letter that catches a slip of the pen.

/// Letters and figures nobody mistakes for one another.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Makes a reference from the landlord's initials, the year and a number of that year.
pub fn make(landlord: &str, year: i16, number: i64) -> String {
    let body = format!("{}-{year}-{number:05}", initials(landlord));
    format!("{body}-{}", check_letter(&body))
}

/// Two or three capital letters from a landlord's name.
fn initials(landlord: &str) -> String {
    let letters: String = landlord
        .split(|letter: char| !letter.is_ascii_alphabetic())
        .filter_map(|word| word.chars().next())
        .map(|letter| letter.to_ascii_uppercase())
        .take(3)
        .collect();
    if letters.is_empty() { "R".to_owned() } else { letters }
}

/// The check letter of everything before it: each place weighs differently, so that a wrong or a
/// swapped character shows.
fn check_letter(body: &str) -> char {
    let sum = body
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .enumerate()
        .fold(0usize, |sum, (place, byte)| (sum + (place + 2) * usize::from(byte)) % 31);
    ALPHABET.get(sum).map_or('2', |byte| char::from(*byte))
}

/// A reference as somebody typed it, brought into shape: capitals, no spaces, noughts for Os among
/// the figures.
pub fn normal(typed: &str) -> String {
    let tight: String = typed
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    let mut parts: Vec<String> = tight.split('-').map(str::to_owned).collect();
    for part in parts.iter_mut().skip(1).take(2) {
        *part = part.replace('O', "0").replace(['I', 'L'], "1");
    }
    parts.join("-")
}

/// Whether the check letter fits.
pub fn fits(reference: &str) -> bool {
    reference.rsplit_once('-').is_some_and(|(body, check)| {
        body.matches('-').count() == 2 && check == check_letter(body).to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::{fits, make, normal};

    #[test]
    fn a_typed_reference_finds_its_way() {
        let made = make("Riverside Homes", 2026, 417);
        assert!(made.starts_with("RH-2026-00417-"));
        assert!(fits(&made));
        assert_eq!(normal(&made.to_lowercase().replace("00417", "oo4l7")), made);
        assert_eq!(normal(&format!(" {} ", made.replace('-', " - "))), made);
    }

    #[test]
    fn a_slip_of_the_pen_shows() {
        let made = make("Riverside Homes", 2026, 417);
        assert!(!fits(&made.replace("417", "471")));
        assert!(!fits(&made.replace("417", "418")));
    }
}
