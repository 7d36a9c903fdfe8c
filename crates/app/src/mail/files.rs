//! The files of a message: looked at as uploads are, by what is in them.

use crate::content::{clean_name, kind_of};

/// The most files of one message that go to its case; the rest stands in the original.
pub const MOST: usize = 100;

/// A file that may go to a case.
#[derive(Clone, Debug)]
pub struct Found {
    /// The name as shown, already cleaned.
    pub name: String,
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
}

/// Why a file stays in the original and goes nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It carries the mark by which scanners are tried out.
    Virus,
    /// An archive: what is in it cannot be seen.
    Archive,
    /// Encrypted, or in a wrapping only one program opens.
    Sealed,
    /// A kind we do not take.
    Kind,
    /// One too many.
    TooMany,
}

/// A file that stays in the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub name: String,
    pub why: Why,
}

/// The mark by which virus scanners are tried out, in two halves so that no scanner takes the
/// program for it.
const TRIAL: (&[u8], &[u8]) =
    (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", b"ANTIVIRUS-TEST-FILE!");

/// Looks at one file.
///
/// # Errors
/// The file, and why it goes no further.
pub fn look(name: Option<&str>, kind: &str, bytes: &[u8]) -> Result<Found, Held> {
    let name = match name {
        Some(given) => clean_name(given),
        None => unnamed(kind),
    };
    let held = |why| Err(Held { name: name.clone(), why });
    if contains(bytes, &[TRIAL.0, TRIAL.1].concat()) {
        return held(Why::Virus);
    }
    let lower = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|it| lower.ends_with(it));
    let sealed = ["application/ms-tnef", "application/pkcs7-mime", "application/x-pkcs7-mime"];
    if sealed.contains(&kind)
        || kind == "application/pgp-encrypted"
        || ends(&["winmail.dat", ".p7m", ".pgp", ".gpg"])
        || bytes.starts_with(b"-----BEGIN PGP MESSAGE")
    {
        return held(Why::Sealed);
    }
    match kind_of(bytes, &name) {
        Ok(media_type) => Ok(Found { name, bytes: bytes.to_vec(), media_type }),
        Err(_) if is_archive(bytes) || ends(&[".zip", ".rar", ".7z", ".gz", ".tar", ".iso"]) => {
            held(Why::Archive)
        }
        Err(_) => held(Why::Kind),
    }
}

/// What a file without a name is called.
fn unnamed(kind: &str) -> String {
    let ending = match kind {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "application/pdf" => ".pdf",
        "text/calendar" => ".ics",
        _ if kind.starts_with("text/") => ".txt",
        _ => "",
    };
    format!("file{ending}")
}

fn is_archive(bytes: &[u8]) -> bool {
    let beginnings: [&[u8]; 5] =
        [b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"];
    beginnings.iter().any(|it| bytes.starts_with(it))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some((first, _)) = wanted.split_first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(wanted) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{TRIAL, Why, look};

    fn why(name: &str, kind: &str, bytes: &[u8]) -> Why {
        look(Some(name), kind, bytes).unwrap_err().why
    }

    #[test]
    fn what_cannot_be_seen_into_is_held() {
        let trial = [b"padding ", TRIAL.0, TRIAL.1].concat();
        assert_eq!(why("invoice.txt", "text/plain", &trial), Why::Virus);
        assert_eq!(why("photos.zip", "application/zip", b"PK\x03\x04..."), Why::Archive);
        assert_eq!(why("photos.jpg", "image/jpeg", b"Rar!\x1a\x07\x00"), Why::Archive);
        assert_eq!(why("winmail.dat", "application/ms-tnef", b"\x78\x9f\x3e\x22"), Why::Sealed);
        assert_eq!(why("smime.p7m", "application/pkcs7-mime", b"0\x82"), Why::Sealed);
        assert_eq!(why("run.exe", "application/octet-stream", b"MZ\x90\0"), Why::Kind);
        assert_eq!(why("page.html", "text/html", b"<html><script>1</script>"), Why::Kind);
    }

    #[test]
    fn what_uploads_take_is_taken() {
        let found = look(Some("../a.png"), "image/png", b"\x89PNG\r\n\x1a\n....").unwrap();
        assert_eq!((found.name.as_str(), found.media_type), ("a.png", "image/png"));
        assert_eq!(look(None, "text/calendar", b"BEGIN:VCALENDAR").unwrap().name, "file.ics");
    }
}
