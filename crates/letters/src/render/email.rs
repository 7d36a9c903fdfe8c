//! A letter as an e-mail: subject, a text part and an HTML part of the same blocks.
//!
//! Nothing is fetched from elsewhere, nothing tracks, nothing runs. Whoever sends it adds the
//! addresses and the tokens.

use crate::letter::{Letter, LetterId};
use crate::render::html::{escaped, html};
use crate::render::pdf::Print;
use crate::render::text::text;
use crate::tongue::{Tongue, plain};

/// The parts of an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// The reference and what kind of letter it is, and nothing of the matter.
    pub subject: String,
    pub text: String,
    /// A whole page, to stand beside the text as an alternative.
    pub html: String,
    /// For `Content-Language`.
    pub lang: String,
    /// For `Auto-Submitted`, where no person wrote it: no machine may answer it then.
    pub auto_submitted: Option<&'static str>,
    /// The name of the paper that goes with it; none where no paper does.
    pub attached: Option<String>,
}

/// The letter as an e-mail; its paper goes with whatever meets a clock, refuses or restricts.
pub fn email(letter: &Letter, print: Print) -> Email {
    let subject = subject(letter);
    let direction = if letter.runs_right_to_left() { "rtl" } else { "ltr" };
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{direction}\">\n<head>\n\
         <meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n\
         <body style=\"font-family: sans-serif; font-size: {size}; line-height: 1.4; \
         max-width: 40em\">\n{letter}</body>\n</html>\n",
        lang = escaped(&letter.lang),
        title = escaped(&subject),
        size = if print == Print::Large { "24px" } else { "16px" },
        letter = html(letter),
    );
    Email {
        text: text(letter),
        html,
        lang: letter.lang.clone(),
        auto_submitted: match letter.id {
            LetterId::ContactReceipt => Some("auto-replied"),
            LetterId::PortalCode => Some("auto-generated"),
            _ => None,
        },
        attached: letter.id.goes_with_its_paper().then(|| letter.file_name(print.as_str())),
        subject,
    }
}

/// The subject: "Your complaint R25-0417: our answer (stage 1)".
pub fn subject(letter: &Letter) -> String {
    let key = format!("subject-{}", letter.id);
    plain(&Tongue::of(&letter.lang).say(&key, &[("reference", &letter.reference)]))
}
