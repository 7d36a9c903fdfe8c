//! Proof that the record is whole and the lists follow from it, and the lists made anew.

use redress_domain::ids::PersonId;
use redress_domain::person::{Person, PersonEvent};
use redress_store::Scope;
use redress_store::lists;
use redress_store::portal::codes::{self, LetterCode};
use redress_store::record::{self, Entry};
use redress_store::verify::{self, Report};

use crate::desk::case::{folded, history, read_event};
use crate::desk::codes::PICK;
use crate::desk::surroundings::Surroundings;
use crate::desk::{Declined, Desk, people};

/// How many streams are read at a time.
const PAGE: i64 = 200;

/// What a proof found.
#[derive(Debug)]
pub struct Proof {
    pub report: Report,
    /// Cases and people whose lists were compared with the record.
    pub compared: u64,
    /// Where lists and record differ: landlord, stream, and what.
    pub differences: Vec<Difference>,
}

/// One place where a list does not follow from the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub landlord: String,
    pub stream: String,
    pub what: String,
}

impl Proof {
    /// Whether everything is as it should be.
    pub fn holds(&self) -> bool {
        self.report.faults.is_empty() && self.differences.is_empty()
    }
}

/// A stream with what its rows should be.
enum Should {
    Case(Box<lists::Rows>),
    Person(Box<lists::PersonRow>),
}

impl Desk {
    /// Replays the whole record, checks its chain and its files, and compares every list.
    ///
    /// # Errors
    /// The records cannot be reached; what is wrong with them stands in the proof.
    pub async fn prove(&self) -> Result<Proof, Declined> {
        let report = verify::verify(&self.db, Some(&self.files), |_| {}).await?;
        let mut proof = Proof { report, compared: 0, differences: Vec::new() };
        for landlord in record::landlords(&self.db).await? {
            let scope = Scope::of(landlord.clone());
            let surroundings = self.surroundings(&scope).await?;
            let mut after = String::new();
            loop {
                let streams = record::streams_after(&self.db, &scope, &after, PAGE).await?;
                let Some(last) = streams.last() else { break };
                after.clone_from(last);
                for stream in streams {
                    let what = self.difference(&scope, &surroundings, &stream).await;
                    proof.compared += 1;
                    if let Some(what) = what {
                        let landlord = landlord.clone();
                        proof.differences.push(Difference { landlord, stream, what });
                    }
                }
            }
            for code in codes::stray(&self.db, &scope).await? {
                let (landlord, stream) = (landlord.clone(), format!("code {code}"));
                let what = "opens a case that is not there".to_owned();
                proof.differences.push(Difference { landlord, stream, what });
            }
            for stream in self.made_up(&scope).await? {
                let landlord = landlord.clone();
                let what = "is in the lists but not in the record".to_owned();
                proof.differences.push(Difference { landlord, stream, what });
            }
        }
        Ok(proof)
    }

    /// Cases that the lists hold and nobody recorded.
    async fn made_up(&self, scope: &Scope) -> Result<Vec<String>, Declined> {
        let mut made_up = Vec::new();
        let mut after = String::new();
        loop {
            let ids = lists::complaints_after(&self.db, scope, &after, PAGE).await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            for id in ids {
                if record::last_seq(&self.db, scope, &id).await? == 0 {
                    made_up.push(id);
                }
            }
        }
        Ok(made_up)
    }

    async fn difference(
        &self,
        scope: &Scope,
        surroundings: &Surroundings,
        stream: &str,
    ) -> Option<String> {
        let should = match self.should(scope, surroundings, stream).await {
            Ok(should) => should?,
            Err(declined) => return Some(format!("cannot be replayed: {declined:?}")),
        };
        match should {
            Should::Case(rows) => match lists::rows_for(&self.db, scope, stream).await {
                Ok(Some(found)) if found == *rows => self.odd_code(scope, stream, &rows).await,
                Ok(Some(found)) => Some(first_difference(&found, &rows)),
                Ok(None) => Some("is missing from the lists".to_owned()),
                Err(error) => Some(format!("its lists cannot be read: {error}")),
            },
            Should::Person(row) => match lists::load_person(&self.db, scope, &row.id).await {
                Ok(found) if found == *row => None,
                Ok(_) => Some("the person's row differs".to_owned()),
                Err(error) => Some(format!("the person's row cannot be read: {error}")),
            },
        }
    }

    /// What is wrong with the codes of a case.
    async fn odd_code(&self, scope: &Scope, case: &str, rows: &lists::Rows) -> Option<String> {
        let codes = match codes::of_case(&self.db, scope, case).await {
            Ok(codes) => codes,
            Err(error) => return Some(format!("its codes cannot be read: {error}")),
        };
        let odd = codes.iter().filter_map(|code| {
            let what = odd(code, rows)?;
            Some(format!("its code {} {what}", code.id))
        });
        let odd = odd.collect::<Vec<_>>().join("; ");
        (!odd.is_empty()).then_some(odd)
    }

    /// What the lists should hold for a stream; nothing for streams that have none.
    async fn should(
        &self,
        scope: &Scope,
        surroundings: &Surroundings,
        stream: &str,
    ) -> Result<Option<Should>, Declined> {
        if let Some(id) = stream.strip_prefix("person-") {
            let entries = record::load(&self.db, scope, stream).await?;
            let (Some(person), Some(last)) = (newest(&entries)?, entries.last()) else {
                return Ok(None);
            };
            let row = people::row(&PersonId(id.to_owned()), &person, last.recorded_at);
            return Ok(Some(Should::Person(Box::new(row))));
        }
        let history = history(&self.db, scope, stream).await;
        let history = match history {
            Ok(history) => history,
            // A stream of the record's own, such as its erasures.
            Err(_) if stream == "erasures" => return Ok(None),
            Err(other) => return Err(other),
        };
        let complaint = folded(&history)?;
        let person = match &complaint.contact.person {
            Some(id) => {
                let stream = redress_domain::person::stream(id);
                newest(&record::load(&self.db, scope, &stream).await?)?
            }
            None => None,
        };
        let rows = self.rows_of(stream, &history, person.as_ref(), surroundings)?;
        Ok(Some(Should::Case(Box::new(rows))))
    }

    /// Makes every list anew from the record.
    ///
    /// # Errors
    /// A stream that cannot be replayed, or records out of reach.
    pub async fn rebuild_lists(&self) -> Result<u64, Declined> {
        let mut rebuilt = 0;
        for landlord in record::landlords(&self.db).await? {
            let scope = Scope::of(landlord);
            let surroundings = self.surroundings(&scope).await?;
            let mut after = String::new();
            loop {
                let streams = record::streams_after(&self.db, &scope, &after, PAGE).await?;
                let Some(last) = streams.last() else { break };
                after.clone_from(last);
                for stream in streams {
                    let Some(should) = self.should(&scope, &surroundings, &stream).await? else {
                        continue;
                    };
                    let mut tx = self.db.begin().await?;
                    match should {
                        Should::Case(rows) => lists::replace_for(&mut tx, &scope, &rows).await?,
                        Should::Person(row) => lists::put_person(&mut tx, &scope, &row).await?,
                    }
                    tx.commit().await?;
                    rebuilt += 1;
                }
            }
            for stream in self.made_up(&scope).await? {
                let mut tx = self.db.begin().await?;
                lists::remove_for(&mut tx, &scope, &stream).await?;
                tx.commit().await?;
            }
        }
        Ok(rebuilt)
    }
}

/// What is wrong with a code, held against the case that it opens. 0 is the receipt's.
fn odd(code: &LetterCode, rows: &lists::Rows) -> Option<&'static str> {
    let carried = code.letter == 0 || rows.letters.iter().any(|it| it.number == code.letter);
    let whole = code.pick.len() == PICK && code.hash.starts_with("$argon2id$");
    match () {
        () if code.reference != rows.complaint.reference => Some("is quoted otherwise"),
        () if !carried => Some("stands on no letter"),
        () if !whole => Some("is no code"),
        () if code.expires_at <= code.issued_at => Some("was dead before it was given out"),
        () => None,
    }
}

fn newest(entries: &[Entry]) -> Result<Option<Person>, Declined> {
    let events = entries.iter().map(read_event::<PersonEvent>).collect::<Result<Vec<_>, _>>()?;
    Ok(redress_domain::person::fold(&events))
}

/// Names the first list that differs.
fn first_difference(found: &lists::Rows, should: &lists::Rows) -> String {
    let which = [
        ("the worklist row", found.complaint == should.complaint),
        ("the diary", found.diary == should.diary),
        ("the promises", found.actions == should.actions),
        ("the letters", found.letters == should.letters),
        ("the files", found.files == should.files),
        ("the contact list", found.contact == should.contact),
        ("the bars", found.barred == should.barred),
        ("who oversees it", found.in_view == should.in_view),
        ("the registers", found.registers == should.registers),
        ("the search words", found.texts == should.texts),
    ];
    let names: Vec<&str> = which.iter().filter(|(_, same)| !same).map(|(name, _)| *name).collect();
    format!("differs in {}", names.join(", "))
}
