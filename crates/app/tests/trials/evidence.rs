//! What the record holds after a fault, read by the store itself as at any start.

use std::path::Path;

use redress_store::files::Folder;
use redress_store::{Db, Error, Scope, record, verify};

/// What is wrong with the record at `url`: faults that `verify` finds, and every one of `noted` that is not there.
pub fn faults(url: &str, files: &Path, noted: &[String]) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(read(url, files, noted))
}

/// As [`faults`], for the SQLite record of a data folder.
pub fn faults_in(data: &Path, noted: &[String]) -> Vec<String> {
    faults(&format!("sqlite:{}", data.join("redress.db").display()), &data.join("files"), noted)
}

async fn read(url: &str, files: &Path, noted: &[String]) -> Vec<String> {
    let db = match Db::open(url).await {
        Ok(db) => db,
        Err(why) => return vec![format!("the record does not open: {why}")],
    };
    let report = verify::verify(&db, Some(&Folder::at(files)), |_| {}).await;
    let mut wrong = match report {
        Ok(report) => report.faults.into_iter().map(|fault| fault.what).collect(),
        Err(why) => vec![format!("the record cannot be verified: {why}")],
    };
    let held = match held(&db).await {
        Ok(held) => held,
        // What cannot be read back is lost, as far as anybody can tell.
        Err(why) => {
            wrong.push(format!("the record cannot be read: {why}"));
            String::new()
        }
    };
    let lost = noted.iter().filter(|marker| !held.contains(marker.as_str()));
    wrong.extend(lost.map(|marker| format!("{marker} was confirmed and is not there")));
    db.close().await;
    wrong
}

/// All words and facts of the record in one text.
async fn held(db: &Db) -> Result<String, Error> {
    let mut text = String::new();
    for landlord in record::landlords(db).await? {
        let scope = Scope::of(landlord);
        let mut after = 0;
        loop {
            let entries = record::load_positions(db, &scope, after, 500).await?;
            let Some(last) = entries.last() else { break };
            after = last.position;
            for entry in &entries {
                text.push_str(&entry.facts.to_string());
            }
        }
    }
    Ok(text)
}

/// How often `marker` stands in the record.
pub fn count(data: &Path, marker: &str) -> usize {
    let url = format!("sqlite:{}", data.join("redress.db").display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let db = Db::open(&url).await.expect("the record opens");
        let held = held(&db).await.expect("the record reads");
        db.close().await;
        held.matches(marker).count()
    })
}
