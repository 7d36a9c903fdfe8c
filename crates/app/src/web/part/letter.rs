//! A letter on a page, as it would lie before the person who gets it.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use redress_letters::letter::Letter;
use redress_letters::render::html::html;

/// A letter as a sheet of paper on the page. Renders as a labelled section with the id `letter`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/letter.html")]
pub struct Sheet {
    from: String,
    from_lines: Vec<String>,
    large: bool,
    body: Body,
}

impl Sheet {
    /// The letter in the usual size.
    pub fn of(letter: &Letter) -> Sheet {
        Sheet {
            from: letter.sender.clone(),
            from_lines: letter.sender_lines.clone(),
            large: false,
            body: Body(html(letter)),
        }
    }

    /// In the size of an 18 point print, for somebody who needs it.
    pub fn large(self, large: bool) -> Sheet {
        Sheet { large, ..self }
    }
}

/// The markup of a letter's blocks.
///
/// INVARIANT: it holds only what `redress_letters::render::html` writes, which escapes every text
/// of the letter and knows no link, style or script. Nothing else may be put in here, which is why
/// the field is private to this file and made in one place.
#[derive(Clone, Debug)]
struct Body(String);

impl fmt::Display for Body {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Body {}
impl HtmlSafe for Sheet {}

#[cfg(test)]
mod tests {
    use redress_letters::block::Piece;
    use redress_letters::letter::LetterId;
    use redress_letters::samples::sample;

    use super::Sheet;

    #[test]
    fn words_of_a_letter_stay_words() {
        let mut letter = sample(LetterId::ResponseStage1);
        letter.sender = "<b>Larkfield</b>".to_owned();
        let first = letter.blocks.first_mut().expect("a block");
        first.content.push(Piece::Paragraph("<script>alert(1)</script> \"&\"".to_owned()));
        let page = Sheet::of(&letter).to_string();
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("&lt;script&gt;"), "{page}");
    }
}
