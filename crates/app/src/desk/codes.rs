//! Codes that residents hold: drawn for each letter, shown once on its paper, kept as a slow hash.

use jiff::SignedDuration;
use redress_domain::event::Event;
use redress_store::portal::codes::{self, LetterCode};
use redress_store::portal::{links, papers, sessions};
use redress_store::{Scope, Tx};

use crate::desk::checking::Leaving;
use crate::desk::{Case, Declined, Desk, Signed, accounts};

/// Letters and figures nobody mistakes for one another.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// How many symbols a code has.
const LENGTH: usize = 12;
/// How many of them find its row; the others are secret.
pub(super) const PICK: usize = 4;
/// How long a code lives.
const LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A code just drawn.
pub(super) struct Fresh {
    /// As people read it, "ABCD-EFGH-JKMN".
    pub shown: String,
    pub pick: String,
    pub hash: String,
}

/// What a letter carries out of the house: its code, and the paper on which it stands in clear.
pub(super) struct Carried {
    number: u32,
    pick: String,
    hash: String,
    paper: String,
}

impl Desk {
    /// Twelve symbols that somebody can read out and type.
    pub(super) async fn draw_code(&self) -> Result<String, Declined> {
        let mut drawn = Vec::with_capacity(LENGTH);
        let mut entropy = self.entropy().await;
        while drawn.len() < LENGTH {
            let bytes = entropy.bytes::<32>()?;
            // A byte past the last whole round of the alphabet would favour its first letters.
            let fair = bytes.iter().filter(|byte| usize::from(**byte) < ALPHABET.len() * 8);
            let symbols = fair.filter_map(|byte| ALPHABET.get(usize::from(*byte) % ALPHABET.len()));
            drawn.extend(symbols.map(|symbol| char::from(*symbol)));
        }
        Ok(drawn.into_iter().take(LENGTH).collect())
    }

    /// A code and what is kept of it.
    pub(super) async fn fresh_code(&self) -> Result<Fresh, Declined> {
        let drawn = self.draw_code().await?;
        self.code_of(&drawn).await
    }

    /// What is kept of a code that was drawn.
    pub(super) async fn code_of(&self, drawn: &str) -> Result<Fresh, Declined> {
        let (pick, secret) = drawn.split_at(PICK.min(drawn.len()));
        let hash = self.hashed(secret).await?;
        Ok(Fresh { shown: shown(drawn), pick: pick.to_owned(), hash })
    }

    /// Prints a letter that leaves, with a code of its own where it carries one, and keeps its
    /// copy with the code masked.
    pub(super) async fn leave(
        &self,
        letter: Leaving,
        on: jiff::civil::Date,
    ) -> Result<(Event, Option<Carried>), Declined> {
        let kept = self.files.put_bytes(&letter.paper).await?.sha256;
        if !letter.carries_code() {
            return Ok((letter.sent((kept.clone(), kept), on), None));
        }
        let code = self.fresh_code().await?;
        let paper = self.files.put_bytes(&letter.with_code(&code.shown)?).await?.sha256;
        let (pick, hash) = (code.pick, code.hash);
        let carried = Carried { number: letter.number, pick, hash, paper: paper.clone() };
        Ok((letter.sent((paper, kept), on), Some(carried)))
    }

    /// Keeps what the letters of an act carry, in the act's own transaction.
    pub(super) async fn keep_codes(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        case: &Case,
        carried: &[Carried],
    ) -> Result<(), Declined> {
        let at = self.now();
        for it in carried {
            let code = LetterCode {
                id: self.id().await?,
                complaint: case.id.clone(),
                reference: case.reference.clone(),
                person: case.complaint.contact.person.as_ref().map(|person| person.0.clone()),
                representative: false,
                letter: i64::from(it.number),
                pick: it.pick.clone(),
                hash: it.hash.clone(),
                issued_at: at,
                expires_at: dies(at),
                ended: None,
                wrong: 0,
            };
            codes::issue(tx, &signed.scope, &code).await?;
            let letter = (case.id.as_str(), i64::from(it.number));
            papers::put(tx, &signed.scope, letter, (&it.paper, at)).await?;
        }
        Ok(())
    }

    /// Notes that the paper of a letter is on its way: it is kept here no longer.
    ///
    /// # Errors
    /// The case is not there for this person, or the records cannot be reached.
    pub async fn paper_posted(
        &self,
        signed: &Signed,
        reference: &str,
        number: u32,
    ) -> Result<(), Declined> {
        let case = self.case_to_see(signed, reference).await?;
        let mut tx = self.db.begin().await?;
        self.still_here(&mut tx, signed).await?;
        papers::posted(&mut tx, &signed.scope, (&case.id, i64::from(number))).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends everything that opens a case from outside: the person may be in danger.
    pub(super) async fn shut_out(
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
        at: jiff::Timestamp,
    ) -> Result<(), Declined> {
        codes::end_all(tx, scope, complaint, (at, "safe-contact")).await?;
        sessions::end_of_case(tx, scope, complaint).await?;
        links::end_of_case(tx, scope, complaint).await?;
        Ok(())
    }
}

/// The moment at which a code that is given out now dies.
pub(super) fn dies(at: jiff::Timestamp) -> jiff::Timestamp {
    at.checked_add(LIFE).unwrap_or(jiff::Timestamp::MAX)
}

/// A code in groups of four.
pub fn shown(code: &str) -> String {
    let symbols: Vec<char> = code.chars().collect();
    let groups = symbols.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

/// A code as somebody typed it, brought into shape: capitals, and nothing between them.
pub fn typed(code: &str) -> String {
    let symbols = code.chars().filter(char::is_ascii_alphanumeric);
    symbols.map(|symbol| symbol.to_ascii_uppercase()).take(LENGTH * 2).collect()
}

/// A code made of a digest, for a receipt that must come out the same when it is shown again.
pub(super) fn from_digest(bytes: &[u8]) -> String {
    let symbols = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(*byte) % ALPHABET.len()));
    symbols.map(|symbol| char::from(*symbol)).take(LENGTH).collect()
}

/// The slow hash that stands for a code which does not exist takes as long as a real one.
pub(super) fn fits(secret: &str, hash: Option<&str>) -> bool {
    accounts::fits(secret, hash)
}

#[cfg(test)]
mod tests {
    use super::{shown, typed};

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        assert_eq!(shown("ABCDEFGHJKMN"), "ABCD-EFGH-JKMN");
        for way in ["ABCD-EFGH-JKMN", "abcdefghjkmn", " abcd efgh\u{2013}jkmn ", "ABCD.EFGH/JKMN"] {
            assert_eq!(typed(way), "ABCDEFGHJKMN", "{way}");
        }
        assert!(typed(&"X".repeat(10_000)).len() < 100);
    }
}
