//! Passages inside a text: words in another language, and words that stand apart.
//!
//! [`crate::tongue`] sets the marks; here they are read. Marks that do not pair do no harm: what is
//! open at the end is closed, and an end without a beginning is left out.

use crate::tongue::{APART, END, ENGLISH, begins_right_to_left, is_mark};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Words(String),
    /// Words in English inside a letter of another language.
    English(Vec<Part>),
    /// Words whose direction their first letter gives.
    Apart(Vec<Part>),
}

impl Part {
    /// Its words, without marks.
    pub fn words(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::English(parts) | Self::Apart(parts) => parts.iter().map(Self::words).collect(),
        }
    }

    /// Whether it is written from right to left, by its first letter. What a passage inside it
    /// says of itself does not count.
    pub fn runs_right_to_left(&self) -> bool {
        match self {
            Self::Words(words) => begins_right_to_left(words),
            Self::English(_) => false,
            Self::Apart(parts) => {
                let own = parts.iter().filter(|part| matches!(part, Self::Words(_)));
                begins_right_to_left(&own.map(Self::words).collect::<String>())
            }
        }
    }
}

/// The parts of a text, in order.
pub fn parts(text: &str) -> Vec<Part> {
    let mut open: Vec<(char, Vec<Part>)> = Vec::new();
    let mut whole: Vec<Part> = Vec::new();
    let mut words = String::new();
    for sign in text.chars() {
        match sign {
            ENGLISH | APART => {
                lay(&mut open, &mut whole, Part::Words(std::mem::take(&mut words)));
                open.push((sign, Vec::new()));
            }
            END => {
                lay(&mut open, &mut whole, Part::Words(std::mem::take(&mut words)));
                close(&mut open, &mut whole);
            }
            sign if is_mark(sign) => {}
            sign => words.push(sign),
        }
    }
    lay(&mut open, &mut whole, Part::Words(words));
    while !open.is_empty() {
        close(&mut open, &mut whole);
    }
    whole
}

fn lay(open: &mut [(char, Vec<Part>)], whole: &mut Vec<Part>, part: Part) {
    if part == Part::Words(String::new()) {
        return;
    }
    match open.last_mut() {
        Some((_, parts)) => parts.push(part),
        None => whole.push(part),
    }
}

fn close(open: &mut Vec<(char, Vec<Part>)>, whole: &mut Vec<Part>) {
    let Some((sign, parts)) = open.pop() else { return };
    if !parts.is_empty() {
        let part = if sign == ENGLISH { Part::English(parts) } else { Part::Apart(parts) };
        lay(open, whole, part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Part {
        Part::Words(text.to_owned())
    }

    #[test]
    fn passages_are_found_one_in_another() {
        let found = parts("Pwynt \u{2068}1\u{2069}: \u{2066}Mend it.\u{2069} Da.");
        assert_eq!(
            found,
            [
                words("Pwynt "),
                Part::Apart(vec![words("1")]),
                words(": "),
                Part::English(vec![words("Mend it.")]),
                words(" Da."),
            ]
        );
        let nested = parts("\u{2068}\u{2066}Mend it.\u{2069}\u{2069}");
        assert_eq!(nested, [Part::Apart(vec![Part::English(vec![words("Mend it.")])])]);
        assert_eq!(nested[0].words(), "Mend it.");
    }

    #[test]
    fn a_passage_runs_as_its_own_first_letter_does_and_not_as_a_passage_inside_it() {
        let of = |text: &str| parts(text)[0].runs_right_to_left();
        assert!(of("\u{2068}سقف\u{2069}"));
        assert!(!of("\u{2068}01632 960100\u{2069}"));
        assert!(of("\u{2068}\u{2066}Mend it.\u{2069} سنفعل هذا.\u{2069}"));
        assert!(!of("\u{2066}Mend it.\u{2069}"));
    }

    #[test]
    fn marks_that_do_not_pair_do_no_harm() {
        assert_eq!(parts("a\u{2069}b"), [words("a"), words("b")]);
        assert_eq!(parts("a\u{2066}b"), [words("a"), Part::English(vec![words("b")])]);
        assert_eq!(parts("\u{202e}a"), [words("a")]);
        assert_eq!(parts(""), [] as [Part; 0]);
    }
}
