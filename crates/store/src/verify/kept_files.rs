//! The files that rows name: there, of the right size, and byte for byte what was kept.

use super::{Report, readable};
use crate::files::Folder;
use crate::{Error, Tx};

const FILES: &str = "SELECT landlord, complaint, id, sha256, bytes FROM file \
     WHERE (landlord, complaint, id) > ($1, $2, $3) ORDER BY landlord, complaint, id LIMIT 500";

const LETTERS: &str = "SELECT landlord, complaint, id, file FROM letter \
     WHERE file IS NOT NULL AND (landlord, complaint, id) > ($1, $2, $3) \
     ORDER BY landlord, complaint, id LIMIT 500";

const MAIL: &str = "SELECT landlord, id, sha256, bytes FROM mail \
     WHERE 0 < bytes AND (landlord, id) > ($1, $2) ORDER BY landlord, id LIMIT 500";

pub(super) async fn check(tx: &mut Tx, folder: &Folder, report: &mut Report) -> Result<(), Error> {
    letters(tx, folder, report).await?;
    mail(tx, folder, report).await?;
    let mut after = [String::new(), String::new(), String::new()];
    loop {
        let [landlord, complaint, id] = &after;
        let rows = tx.all(FILES, &[landlord.into(), complaint.into(), id.into()]).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = [last.text("landlord")?, last.text("complaint")?, last.text("id")?];
        for row in &rows {
            report.files = report.files.saturating_add(1);
            let columns = ["landlord", "id", "sha256"].map(|column| readable(row, column));
            let [Some(landlord), Some(id), Some(sha256)] = columns else {
                report.fault("", None, "the row of a file cannot be read");
                continue;
            };
            let what = match folder.hash(&sha256).await {
                Ok(kept) if kept.sha256 == sha256 && row.int("bytes").ok() == Some(kept.bytes) => {
                    continue;
                }
                Ok(_) => format!("the file {id} is not what was kept"),
                Err(Error::Missing { .. }) => format!("the file {id} is missing"),
                Err(why) => format!("the file {id} cannot be read: {why}"),
            };
            report.fault(&landlord, None, what);
        }
    }
}

/// The papers of letters as they left: there, and byte for byte what the record names.
async fn letters(tx: &mut Tx, folder: &Folder, report: &mut Report) -> Result<(), Error> {
    let mut after = [String::new(), String::new(), String::new()];
    loop {
        let [landlord, complaint, id] = &after;
        let rows = tx.all(LETTERS, &[landlord.into(), complaint.into(), id.into()]).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = [last.text("landlord")?, last.text("complaint")?, last.text("id")?];
        for row in &rows {
            report.files = report.files.saturating_add(1);
            let columns = ["landlord", "id", "file"].map(|column| readable(row, column));
            let [Some(landlord), Some(id), Some(sha256)] = columns else {
                report.fault("", None, "the row of a letter cannot be read");
                continue;
            };
            let what = match folder.hash(&sha256).await {
                Ok(kept) if kept.sha256 == sha256 => continue,
                Ok(_) => format!("the paper of letter {id} is not what left"),
                Err(Error::Missing { .. }) => format!("the paper of letter {id} is missing"),
                Err(why) => format!("the paper of letter {id} cannot be read: {why}"),
            };
            report.fault(&landlord, None, what);
        }
    }
}

/// E-mails as they came in: there, and byte for byte what was kept.
async fn mail(tx: &mut Tx, folder: &Folder, report: &mut Report) -> Result<(), Error> {
    let mut after = [String::new(), String::new()];
    loop {
        let [landlord, id] = &after;
        let rows = tx.all(MAIL, &[landlord.into(), id.into()]).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = [last.text("landlord")?, last.text("id")?];
        for row in &rows {
            report.files = report.files.saturating_add(1);
            let columns = ["landlord", "id", "sha256"].map(|column| readable(row, column));
            let [Some(landlord), Some(id), Some(sha256)] = columns else {
                report.fault("", None, "the row of an e-mail cannot be read");
                continue;
            };
            let what = match folder.hash(&sha256).await {
                Ok(kept) if kept.sha256 == sha256 && row.int("bytes").ok() == Some(kept.bytes) => {
                    continue;
                }
                Ok(_) => format!("the e-mail {id} is not what came in"),
                Err(Error::Missing { .. }) => format!("the e-mail {id} is missing"),
                Err(why) => format!("the e-mail {id} cannot be read: {why}"),
            };
            report.fault(&landlord, None, what);
        }
    }
}
