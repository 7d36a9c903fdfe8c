//! A letter on a page, as it would lie before the person who gets it.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use redress_letters::letter::Letter;
use redress_letters::render::html::html;
use redress_letters::tongue::Tongue;

use crate::paper::Prepared;

/// A letter as a sheet of paper on the page. Renders as a labelled section with the id `letter`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/letter.html")]
pub struct Sheet {
    from: String,
    from_lines: Vec<String>,
    large: bool,
    body: Body,
    /// The same in English, for whoever sends a letter that they may not be able to read.
    english: Option<(&'static str, Body)>,
}

impl Sheet {
    /// The letter in the usual size.
    pub fn of(letter: &Letter) -> Sheet {
        Sheet {
            from: letter.sender.clone(),
            from_lines: letter.sender_lines.clone(),
            large: false,
            body: Body(html(letter)),
            english: None,
        }
    }

    /// A letter that is about to leave, with the English beside it where it is in another language.
    pub fn prepared(letter: &Prepared) -> Sheet {
        let language = Tongue::of(&letter.letter.lang).english_name;
        let english = letter.english.as_ref().map(|english| (language, Body(html(english))));
        Sheet { english, ..Sheet::of(&letter.letter) }
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

/// A letter that left, as its kept text has it. Renders as a sheet with the id `letter`.
#[derive(Clone, Debug, Template)]
#[template(path = "part/kept_letter.html")]
pub struct KeptSheet {
    parts: Vec<Part>,
    /// Language and direction of the letter, where it is not in English.
    lang: Option<(&'static str, &'static str)>,
}

/// One part of a kept text: the print room's plain text marks headings and lists.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Title(String),
    Heading(String),
    Items(Vec<String>),
    Lines(Vec<String>),
}

impl KeptSheet {
    /// The letter whose text was kept.
    pub fn of(text: &str) -> KeptSheet {
        let parts = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
        let t = Tongue::of_kept(text);
        let direction = if t.runs_right_to_left() { "rtl" } else { "ltr" };
        let lang = (!t.is_first()).then_some((t.tag, direction));
        KeptSheet { parts: parts.map(part).collect(), lang }
    }
}

fn part(text: &str) -> Part {
    if let Some(title) = text.strip_prefix("# ") {
        return Part::Title(title.to_owned());
    }
    if let Some(heading) = text.strip_prefix("## ") {
        return Part::Heading(heading.to_owned());
    }
    let items: Option<Vec<&str>> = text.lines().map(|line| line.strip_prefix("- ")).collect();
    match items {
        Some(items) => Part::Items(items.into_iter().map(str::to_owned).collect()),
        None => Part::Lines(text.lines().map(str::to_owned).collect()),
    }
}

impl HtmlSafe for Body {}
impl HtmlSafe for Sheet {}
impl HtmlSafe for KeptSheet {}

#[cfg(test)]
mod tests {
    use redress_domain::vocabulary::Stage;
    use redress_letters::block::Piece;
    use redress_letters::letter::LetterId;
    use redress_letters::samples::{sample, sample_in};
    use redress_letters::tongue::Tongue;

    use crate::paper::Prepared;

    use super::{KeptSheet, Sheet};

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

    #[test]
    fn a_letter_in_another_language_has_the_english_beside_it() {
        let id = LetterId::ProgressUpdate;
        let welsh = sample_in(id, "code-2024", Tongue::of("cy"));
        let kept = KeptSheet::of(&redress_letters::render::text::text(&welsh)).to_string();
        assert!(kept.contains("<article lang=\"cy\" dir=\"ltr\">"), "{kept}");
        let prepared = Prepared {
            letter: welsh,
            stage: Stage::One,
            faults: Vec::new(),
            english: Some(sample(id)),
        };
        let page = Sheet::prepared(&prepared).to_string();
        assert!(page.contains("lang=\"cy\" dir=\"ltr\""), "{page}");
        assert!(page.contains("Show the letter in English"), "{page}");
        assert!(page.contains("How things stand with your complaint"), "{page}");
        assert!(!Sheet::of(&sample(id)).to_string().contains("<details"));
    }

    #[test]
    fn a_kept_letter_reads_like_the_letter_that_left() {
        let letter = sample(LetterId::ResponseStage1);
        let text = redress_letters::render::text::text(&letter);
        let page = KeptSheet::of(&text).to_string();
        assert!(page.contains("<h2>Our answer to your complaint (stage 1)</h2>"), "{page}");
        assert!(page.contains("<h3>Money that we offer you</h3>"), "{page}");
        assert!(!page.contains("# ") && page.matches("<li>").count() > 5, "{page}");
        assert!(!KeptSheet::of("<script>").to_string().contains("<script>"));
    }
}
