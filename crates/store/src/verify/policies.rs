//! The policies of landlords' own: byte for byte what was loaded.

use sha2::{Digest, Sha256};

use super::{Report, readable};
use crate::entropy::to_hex;
use crate::{Error, Tx};

const PACKS: &str = "SELECT landlord, id, pack, sha256 FROM policy_pack ORDER BY landlord, id";
const TEXT: &str = "SELECT pack_text FROM policy_pack WHERE landlord = $1 AND id = $2";

pub(super) async fn check(tx: &mut Tx, report: &mut Report) -> Result<(), Error> {
    for row in tx.all(PACKS, &[]).await? {
        let columns = ["landlord", "id", "pack", "sha256"].map(|column| readable(&row, column));
        let [Some(landlord), Some(id), Some(pack), Some(sha256)] = columns else {
            report.fault("", None, "the row of a policy cannot be read");
            continue;
        };
        // One text at a time: a policy is short, many of them are not.
        let text = tx.one(TEXT, &[(&landlord).into(), (&id).into()]).await?;
        let text = text.as_ref().and_then(|row| readable(row, "pack_text")).unwrap_or_default();
        if to_hex(&Sha256::digest(text.as_bytes())) != sha256 {
            report.fault(&landlord, None, format!("the policy {pack} is not what was loaded"));
        }
    }
    Ok(())
}
