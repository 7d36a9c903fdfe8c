//! What a file is, by what is in it and never by its name; and a name that is safe to show. Uploads
//! and e-mail ask here alike.

use std::fmt;

/// A file that was not taken. Shown as it is, it says so in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untaken {
    /// The name as shown, already cleaned.
    pub name: String,
    pub why: NotTaken,
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Its end never came.
    Broken,
    TooLarge,
    Empty,
    /// Not one of the kinds we take.
    OtherKind,
    /// Called a picture, and is none.
    NoPicture,
}

impl fmt::Display for Untaken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.why {
            NotTaken::Broken => write!(out, "{name} did not arrive whole. Try again."),
            NotTaken::TooLarge => write!(
                out,
                "{name} is larger than 25 MB. Send it in parts, or ask us for another way."
            ),
            NotTaken::Empty => write!(out, "{name} is empty."),
            NotTaken::OtherKind => write!(
                out,
                "{name} is not a kind of file we can take. Send pictures, PDF, Word, OpenDocument, \
                 spreadsheets, plain text, sound or film. Unpack archives and send what is in them."
            ),
            NotTaken::NoPicture => {
                write!(out, "{name} is not a picture, although its name says so.")
            }
        }
    }
}

/// What a file is, by its content.
///
/// # Errors
/// Where it is not one of the kinds we take.
pub fn kind_of(head: &[u8], name: &str) -> Result<&'static str, Untaken> {
    use file_format::FileFormat as Is;
    let found = match file_format::FileFormat::from_bytes(head) {
        Is::JointPhotographicExpertsGroup => "image/jpeg",
        Is::PortableNetworkGraphics => "image/png",
        Is::GraphicsInterchangeFormat => "image/gif",
        Is::Webp => "image/webp",
        Is::HighEfficiencyImageFileFormat | Is::HighEfficiencyImageCoding => "image/heic",
        Is::PortableDocumentFormat => "application/pdf",
        Is::OfficeOpenXmlDocument => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        Is::OfficeOpenXmlSpreadsheet => {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
        Is::OpendocumentText => "application/vnd.oasis.opendocument.text",
        Is::Mpeg12AudioLayer3 => "audio/mpeg",
        Is::AppleItunesAudio => "audio/mp4",
        Is::Mpeg4Part14Video | Is::Mpeg4Part14 => "video/mp4",
        Is::PlainText | Is::ArbitraryBinaryData | Is::Icalendar | Is::Vcalendar | Is::Vcard
            if is_text(head) =>
        {
            "text/plain; charset=utf-8"
        }
        _ => return Err(Untaken { name: name.to_owned(), why: NotTaken::OtherKind }),
    };
    let says_picture = ["jpg", "jpeg", "png", "gif", "webp", "heic"]
        .iter()
        .any(|ending| name.to_ascii_lowercase().ends_with(&format!(".{ending}")));
    if says_picture && !found.starts_with("image/") {
        return Err(Untaken { name: name.to_owned(), why: NotTaken::NoPicture });
    }
    Ok(found)
}

/// Text without markup: nothing a browser could take for a page.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if head.len().saturating_sub(error.valid_up_to()) < 4 => head
            .get(..error.valid_up_to())
            .and_then(|whole| std::str::from_utf8(whole).ok())
            .unwrap_or(""),
        Err(_) => return false,
    };
    let start = text.trim_start().to_ascii_lowercase();
    !text.is_empty()
        && !text.contains('\0')
        && !["<!doctype", "<html", "<svg", "<script", "<?xml"].iter().any(|tag| start.contains(tag))
}

/// A name that is safe to show and to save under: no path, no control or direction characters, no
/// reserved name, at most 100 characters.
pub fn clean_name(shown: &str) -> String {
    let last = shown.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| {
            !letter.is_control()
                && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}')
                && !matches!(letter, ':' | '*' | '?' | '"' | '<' | '>' | '|')
        })
        .collect();
    let trimmed = kept.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let (stem, ending) = trimmed.rsplit_once('.').unwrap_or((trimmed, ""));
    let stem: String = stem.chars().take(90).collect();
    let reserved =
        ["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&stem.to_ascii_lowercase().as_str());
    let stem =
        if stem.is_empty() || reserved { format!("file {stem}").trim().to_owned() } else { stem };
    if ending.is_empty() {
        stem
    } else {
        format!("{stem}.{}", ending.chars().take(9).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::{clean_name, kind_of};

    #[test]
    fn a_name_never_leads_anywhere() {
        assert_eq!(clean_name("../../etc/passwd"), "passwd");
        assert_eq!(clean_name("C:\\evil\\CON"), "file CON");
        assert_eq!(clean_name("a\r\nb\u{202e}gpj.exe"), "abgpj.exe");
        assert!(clean_name(&"x".repeat(300)).len() <= 100);
        assert_eq!(clean_name(""), "file");
    }

    #[test]
    fn a_page_called_picture_is_not_a_picture() {
        assert!(kind_of(b"<html><script>1</script>", "photo.jpg").is_err());
        assert!(kind_of(b"MZ\x90\x00\x03", "photo.jpg").is_err());
        assert!(
            kind_of(b"plain words", "photo.jpg").unwrap_err().to_string().contains("not a picture")
        );
        assert_eq!(kind_of(b"plain words", "note.txt").unwrap(), "text/plain; charset=utf-8");
        assert!(kind_of(b"<svg xmlns='x'>", "drawing.txt").is_err());
        assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n....", "p.png").unwrap(), "image/png");
        assert!(kind_of(b"PK\x03\x04....zip", "a.zip").is_err());
    }
}
