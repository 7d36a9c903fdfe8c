//! The words of letters, from Fluent files: one message a block, named for letter and block.
//!
//! A message's value is the paragraph, its `.heading` the heading above it; the message named like
//! the letter holds the title, with `.short` for the lines under it. What people wrote goes in as
//! data and is never read as a message. Each language has a folder with the same files.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// What a message is filled with, by name.
pub(crate) type Fill<'a> = &'a [(&'a str, &'a str)];

/// The files of one language, by name.
pub(crate) type Files = &'static [(&'static str, &'static str)];

macro_rules! files {
    ($folder:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../locales/", $folder, "/", $name, ".ftl"))),)+]
    };
}

/// Every file of the English book, in which no sentence is missing.
pub(crate) const ENGLISH: Files = files!("en":
    "acknowledgement" "bodies" "conduct" "course" "days" "ending" "extension" "frame" "inquiry"
    "intake" "money" "ombudsman" "phrases" "refusal" "response" "subjects" "update");
/// The same in Welsh.
pub(crate) const WELSH: Files = files!("cy":
    "acknowledgement" "bodies" "conduct" "course" "days" "ending" "extension" "frame" "inquiry"
    "intake" "money" "ombudsman" "phrases" "refusal" "response" "subjects" "update");
/// The same in Arabic.
pub(crate) const ARABIC: Files = files!("ar":
    "acknowledgement" "bodies" "conduct" "course" "days" "ending" "extension" "frame" "inquiry"
    "intake" "money" "ombudsman" "phrases" "refusal" "response" "subjects" "update");

/// The sentences of one language.
pub(crate) struct Book {
    bundle: FluentBundle<FluentResource>,
    /// Whether the first letter of a day changes after some small words.
    softens: bool,
}

impl Book {
    /// Opens the files. One that cannot be read leaves its messages out, and the letter shows it.
    pub(crate) fn open(tag: &str, files: Files) -> Self {
        let known: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![known]);
        // What needs marks around it comes with them: [`crate::tongue`].
        bundle.set_use_isolating(false);
        for (_, text) in files {
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(whole) => whole,
                Err((partial, _)) => partial,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, softens: tag == "cy" }
    }

    /// A message or one of its attributes, filled in; none where the book has no such message. What
    /// lacks something to fill it with is its name in brackets.
    pub(crate) fn found(
        &self,
        key: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
    ) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        if !errors.is_empty() {
            return Some(format!("[{key}]"));
        }
        // A message may run over several lines in its file; on paper it is one.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(if self.softens { softened(text) } else { text })
    }
}

/// Welsh softens "dydd Llun" to "ddydd Llun" after these words, and a day is filled in as it stands
/// by itself.
fn softened(text: String) -> String {
    ["ar", "o", "i", "tan", "am"].into_iter().fold(text, |text, word| {
        text.replace(&format!(" {word} dydd "), &format!(" {word} ddydd "))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::tongue::Tongue;

    /// Every message of the book, with how often it stands there.
    fn in_the_book(files: Files) -> BTreeMap<String, usize> {
        let mut keys = BTreeMap::new();
        for (_, text) in files {
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
        for files in [ENGLISH, WELSH, ARABIC] {
            for (name, text) in files {
                if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                    panic!("{name}.ftl: {errors:?}");
                }
            }
            for (key, times) in in_the_book(files) {
                assert_eq!(times, 1, "{key}");
            }
        }
    }

    #[test]
    fn every_message_of_the_book_is_used() {
        let mut used = in_the_sources();
        // Titles go by the name of the letter, and so do the subjects of e-mails.
        for id in crate::letter::LetterId::ALL {
            used.extend([id.to_string(), format!("subject-{id}")]);
        }
        for key in in_the_book(ENGLISH).keys() {
            assert!(used.contains(key), "nothing says {key}");
        }
    }

    #[test]
    fn a_missing_message_is_a_gap_that_the_check_finds() {
        for tongue in Tongue::all() {
            assert_eq!(tongue.say("no-such-message", &[]), "[no-such-message]");
            assert_eq!(tongue.say("payment-made-how", &[]), "[payment-made-how]");
        }
    }

    /// Every message with its attributes, and what each is filled with.
    fn patterns(files: Files) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        let mut part = String::new();
        for line in files.iter().flat_map(|(_, text)| text.lines()) {
            let (name, rest) = line.split_once('=').unwrap_or((line, ""));
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                key = name.trim().to_owned();
                part.clone_from(&key);
            } else if name.trim().starts_with('.') {
                part = format!("{key}{}", name.trim());
            } else if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let rest = if line.contains('=') { rest } else { line };
            // "[one]" and "*[other]" are cases of what is counted, and hold no message of their own.
            let names = line.split('$').skip(1).map(|after| {
                after.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
            });
            let known = found.entry(part.clone()).or_default();
            known.extend(names);
            if !rest.trim().is_empty() {
                known.insert("words".to_owned());
            }
        }
        found
    }

    #[test]
    fn every_language_has_every_message_with_the_same_things_in_it() {
        let english = patterns(ENGLISH);
        assert!(450 < english.len(), "{}", english.len());
        for (tag, files) in [("cy", WELSH), ("ar", ARABIC)] {
            let own = patterns(files);
            let lacking: Vec<_> =
                english.iter().filter(|(key, holds)| own.get(*key) != Some(holds)).collect();
            assert!(lacking.is_empty(), "{tag} lacks, or fills otherwise: {lacking:#?}");
            let more: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(more.is_empty(), "English lacks what {tag} has: {more:?}");
        }
    }
}
