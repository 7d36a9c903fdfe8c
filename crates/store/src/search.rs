//! Finding complaints by their words. Words are folded here, alike for both databases; nothing a
//! person types can be an operator of either.

use std::collections::HashSet;

use serde::Serialize;

use crate::lists::{ComplaintRow, load_complaint};
use crate::{Error, Scope, Source, Tx, dialect};

/// A text that can be found. Never one of class C3 or worse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchText {
    /// What it is: subject, point, letter and so on.
    pub kind: String,
    /// Which one in the case.
    pub item: String,
    /// The text itself; only its folded words are kept.
    pub words: String,
}

/// A complaint that was found, and by which of its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The complaint.
    pub complaint: ComplaintRow,
    /// What was found: subject, point, letter and so on.
    pub kind: String,
    /// Which one in the case.
    pub item: String,
}

impl SearchText {
    pub(crate) fn kept(&self) -> Self {
        Self {
            kind: self.kind.clone(),
            item: self.item.clone(),
            words: words(&self.words).join(" "),
        }
    }
}

/// How many words of a question are looked for.
const WORDS: usize = 8;
/// How many texts are looked through for complaints that hold several of them.
const TEXTS_A_HIT: i64 = 8;

/// Complaints that have a text with all of these words, or words that begin so; newest texts
/// first, each complaint once, and none that is kept from the viewer.
pub async fn search<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    text: &str,
    limit: i64,
) -> Result<Vec<Hit>, Error> {
    let mut wanted = words(text);
    wanted.truncate(WORDS);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut from = from.into();
    let limit = limit.clamp(1, 200);
    let (statement, query) = dialect::search(from.kind(), scope.landlord(), &wanted);
    let texts = limit.saturating_mul(TEXTS_A_HIT);
    let values = [scope.landlord().into(), query, viewer.into(), texts.into()];
    let (mut seen, mut hits) = (HashSet::new(), Vec::new());
    for row in from.all(statement, &values).await? {
        let complaint = row.text("complaint")?;
        if usize::try_from(limit).unwrap_or_default() <= hits.len() {
            break;
        }
        if seen.insert(complaint.clone()) {
            hits.push((complaint, row.text("kind")?, row.text("item")?));
        }
    }
    let mut found = Vec::new();
    for (complaint, kind, item) in hits {
        let complaint = match &mut from {
            Source::Db(db) => load_complaint(*db, scope, &complaint).await?,
            Source::Tx(tx) => load_complaint(&mut **tx, scope, &complaint).await?,
        };
        found.push(Hit { complaint, kind, item });
    }
    Ok(found)
}

const FORGET: &str = "DELETE FROM search_text WHERE landlord = $1 AND complaint = $2";
const ADD: &str = "INSERT INTO search_text (landlord, complaint, kind, item, words) \
     VALUES ($1, $2, $3, $4, $5)";

pub(crate) async fn replace(
    tx: &mut Tx,
    scope: &Scope,
    complaint: &str,
    texts: &[SearchText],
) -> Result<(), Error> {
    tx.run(FORGET, &[scope.landlord().into(), complaint.into()]).await?;
    for text in texts {
        let kept = text.kept();
        let values = [
            scope.landlord().into(),
            complaint.into(),
            kept.kind.into(),
            kept.item.into(),
            kept.words.into(),
        ];
        tx.run(ADD, &values).await?;
    }
    Ok(())
}

const TEXTS: &str = "SELECT kind, item, words FROM search_text \
     WHERE landlord = $1 AND complaint = $2 ORDER BY kind, item, words";

pub(crate) async fn texts_of(
    from: &mut Source<'_>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<SearchText>, Error> {
    let rows = from.all(TEXTS, &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(SearchText {
                kind: row.text("kind")?,
                item: row.text("item")?,
                words: row.text("words")?,
            })
        })
        .collect()
}

/// The words of a text, in small letters without accents. Apostrophes belong to their word.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.chars() {
        if matches!(letter, '\'' | '\u{2019}') || is_accent(letter) {
            continue;
        }
        let folded = letter.to_lowercase().flat_map(plain);
        if !letter.is_alphanumeric() {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.extend(folded.filter(|letter| !is_accent(*letter)));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Accents that stand as characters of their own.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Letters of names in Britain's languages, without their accents.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => ('a', None),
        'ç' | 'ć' | 'č' => ('c', None),
        'ď' | 'đ' => ('d', None),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => ('e', None),
        'ğ' => ('g', None),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => ('i', None),
        'ł' => ('l', None),
        'ñ' | 'ń' | 'ň' => ('n', None),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => ('o', None),
        'ř' => ('r', None),
        'ś' | 'š' | 'ş' | 'ș' => ('s', None),
        'ť' | 'ţ' | 'ț' => ('t', None),
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => ('u', None),
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => ('w', None),
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => ('y', None),
        'ź' | 'ż' | 'ž' => ('z', None),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ß' => ('s', Some('s')),
        other => (other, None),
    };
    [Some(first), second].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_folded_alike_for_both_databases() {
        assert_eq!(words("  O'Neill-D’Arcy  "), ["oneill", "darcy"]);
        assert_eq!(words("ÉLODIE, Ŵyn & Łukasz"), ["elodie", "wyn", "lukasz"]);
        assert_eq!(words("e\u{301}lodie"), ["elodie"]);
        assert_eq!(words("Straße 12b"), ["strasse", "12b"]);
        assert_eq!(words("\" OR * NEAR( : ^ -- '; \0"), ["or", "near"]);
        assert!(words("…").is_empty());
    }
}
