//! The words of letters, from Fluent files: one message a block, named for letter and block.
//!
//! A message's value is the paragraph, its `.heading` the heading above it; the message named like
//! the letter holds the title, with `.short` for the lines under it. What people wrote goes in as
//! data and is never read as a message.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::block::Piece;

/// What a message is filled with, by name.
pub(crate) type Fill<'a> = &'a [(&'a str, &'a str)];

type Bundle = FluentBundle<FluentResource>;

/// Every file of the English book.
const ENGLISH: [(&str, &str); 8] = [
    ("bodies", include_str!("../locales/en/bodies.ftl")),
    ("conduct", include_str!("../locales/en/conduct.ftl")),
    ("course", include_str!("../locales/en/course.ftl")),
    ("inquiry", include_str!("../locales/en/inquiry.ftl")),
    ("intake", include_str!("../locales/en/intake.ftl")),
    ("money", include_str!("../locales/en/money.ftl")),
    ("ombudsman", include_str!("../locales/en/ombudsman.ftl")),
    ("subjects", include_str!("../locales/en/subjects.ftl")),
];

/// Opened once. A file that cannot be read leaves its messages out, and the letter shows the gap.
fn english() -> &'static Bundle {
    static BOOK: OnceLock<Bundle> = OnceLock::new();
    BOOK.get_or_init(|| {
        let tag: LanguageIdentifier = "en-GB".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around what is filled in would be printed as signs no typeface has.
        bundle.set_use_isolating(false);
        for (_, text) in ENGLISH {
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(whole) => whole,
                Err((partial, _)) => partial,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// A message, filled in. A message that is not in the book, or lacks something to fill it with,
/// comes back as its name in brackets: the letter check stops a letter that holds such a gap.
pub(crate) fn say(key: &str, fill: Fill<'_>) -> String {
    found(key, None, fill).unwrap_or_else(|| format!("[{key}]"))
}

/// An attribute of a message, where the book has it.
pub(crate) fn attribute(key: &str, name: &str, fill: Fill<'_>) -> Option<String> {
    found(key, Some(name), fill)
}

/// The heading and the paragraph of a message, those of them that it has.
pub(crate) fn pieces(key: &str, fill: Fill<'_>) -> Vec<Piece> {
    let heading = attribute(key, "heading", fill).map(Piece::Heading);
    let paragraph = found(key, None, fill).map(Piece::Paragraph);
    let pieces: Vec<Piece> = heading.into_iter().chain(paragraph).collect();
    if pieces.is_empty() { vec![Piece::Paragraph(format!("[{key}]"))] } else { pieces }
}

fn found(key: &str, attribute: Option<&str>, fill: Fill<'_>) -> Option<String> {
    let bundle = english();
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut args = FluentArgs::new();
    for (name, value) in fill {
        args.set(*name, (*value).to_owned());
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
    if !errors.is_empty() {
        return Some(format!("[{key}]"));
    }
    // A message may run over several lines in its file; on paper it is one.
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every message of the book, with how often it stands there.
    fn in_the_book() -> BTreeMap<String, usize> {
        let mut keys = BTreeMap::new();
        for (_, text) in ENGLISH {
            for line in text.lines() {
                let Some((key, _)) = line.split_once('=') else { continue };
                if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                    *keys.entry(key.trim().to_owned()).or_default() += 1;
                }
            }
        }
        keys
    }

    /// Every text in quotes in this crate's sources that has the shape of a message's name.
    fn in_the_sources() -> BTreeSet<String> {
        fn read(folder: &std::path::Path, keys: &mut BTreeSet<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    read(&path, keys);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    keys.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
                }
            }
        }
        let mut keys = BTreeSet::new();
        read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
        keys
    }

    #[test]
    fn every_file_of_the_book_can_be_read_and_says_nothing_twice() {
        for (name, text) in ENGLISH {
            if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                panic!("{name}.ftl: {errors:?}");
            }
        }
        for (key, times) in in_the_book() {
            assert_eq!(times, 1, "{key}");
        }
    }

    #[test]
    fn every_message_of_the_book_is_used() {
        let mut used = in_the_sources();
        // Titles go by the name of the letter, and so do the subjects of e-mails.
        for id in crate::letter::LetterId::ALL {
            used.extend([id.to_string(), format!("subject-{id}")]);
        }
        for key in in_the_book().keys() {
            assert!(used.contains(key), "nothing says {key}");
        }
    }

    #[test]
    fn a_missing_message_is_a_gap_that_the_check_finds() {
        assert_eq!(say("no-such-message", &[]), "[no-such-message]");
        assert_eq!(say("payment-made-how", &[]), "[payment-made-how]");
    }
}
