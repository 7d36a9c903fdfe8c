//! What a text box may hold: something that can be seen, not too long, and no NUL.

use super::money::grouped;

/// The most characters that one box takes.
pub const MOST_CHARACTERS: usize = 200_000;

/// Why a text cannot be kept; the words are those shown beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// Longer than [`MOST_CHARACTERS`].
    #[error(
        "This has {} characters and the most we can keep here is {}. \
         Shorten it, or attach the long text as a file",
        grouped(u64::try_from(*has).unwrap_or(u64::MAX)),
        grouped(u64::try_from(MOST_CHARACTERS).unwrap_or(u64::MAX))
    )]
    TooLong {
        /// How many characters were sent.
        has: usize,
    },
    /// A NUL character, which no record can keep.
    #[error(
        "This holds a character that cannot be kept (NUL). Paste the words again as plain text"
    )]
    Nul,
}

/// The words as sent, line ends made alike; `None` when there is nothing in them to see.
pub fn read(typed: &str) -> Result<Option<String>, NotText> {
    if typed.contains('\0') {
        return Err(NotText::Nul);
    }
    if typed.chars().all(is_unseen) {
        return Ok(None);
    }
    let words = typed.replace("\r\n", "\n").replace('\r', "\n");
    let has = words.chars().count();
    if MOST_CHARACTERS < has { Err(NotText::TooLong { has }) } else { Ok(Some(words)) }
}

/// Whether a character shows nothing: spaces, joiners, marks of direction, fillers.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_as_sent_but_for_their_line_ends() {
        assert_eq!(read("  Nobody came.\r\nAgain.\r"), Ok(Some("  Nobody came.\nAgain.\n".into())));
        assert_eq!(read("O'Neill-D'Arcy 🙂 ŵ"), Ok(Some("O'Neill-D'Arcy 🙂 ŵ".into())));
    }

    #[test]
    fn spaces_and_zero_width_characters_alone_are_nothing() {
        for typed in ["", " \t\r\n", "\u{200b}\u{feff}", "\u{202e} \u{2069}", "\u{3164}\u{a0}"] {
            assert_eq!(read(typed), Ok(None), "{typed:?}");
        }
    }

    #[test]
    fn a_text_too_long_is_refused_with_both_counts() {
        assert!(read(&"ŵ".repeat(MOST_CHARACTERS)).is_ok());
        let refused = read(&"ŵ".repeat(MOST_CHARACTERS + 1)).unwrap_err().to_string();
        assert!(refused.contains("200,001") && refused.contains("200,000"), "{refused}");
        assert!(read(&"a\r\n".repeat(MOST_CHARACTERS / 2)).is_ok(), "a line end counts once");
    }

    #[test]
    fn nul_is_refused() {
        assert_eq!(read("Nobody\0 came"), Err(NotText::Nul));
    }
}
