//! C9, the full file: what was filed, from whom, and the files themselves, which are handed out
//! but never shown as pages of ours.

use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Inquiry;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::information;
use crate::web::complaint::options::{known, listed};
use crate::web::complaint::told::shown;
use crate::web::framed;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::money::grouped;
use crate::web::part::notice::Link;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::words;

mod gaps;

#[derive(Template)]
#[template(path = "complaint/evidence.html")]
struct EvidencePage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    gaps: Vec<Link>,
    pieces: Table,
    files: Table,
    unanswered: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Files evidence with its papers.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> EvidencePage {
    let count = sheet.case.complaint.evidence.len();
    let heading = match count {
        0 => "Evidence: nothing yet".to_owned(),
        1 => "Evidence: 1 item".to_owned(),
        n => format!("Evidence: {n} items"),
    };
    EvidencePage {
        frame: sheet.titled("Evidence"),
        form: sheet.form("evidence"),
        heading,
        gaps: gaps::of(&sheet),
        pieces: pieces(&sheet.case),
        files: files(&sheet.case),
        unanswered: information::unanswered(&sheet.case),
        ways: listed(&Inquiry::ALL, words::weighing::inquiry),
        barred: sheet.barred_from(&Command::RecordEvidence {
            what: Words::default(),
            from: None,
            how: None,
            answers: None,
        }),
        sheet,
    }
}

fn pieces(case: &Case) -> Table {
    let table = Table::new("What was filed")
        .columns(["What it is", "From", "How it was found out", "Filed"])
        .empty("No evidence yet. Most cases hold the repair history, messages and photos.");
    case.complaint.evidence.iter().rev().fold(table, |table, piece| {
        let from = piece.from.as_ref().map_or_else(Cell::none, |from| Cell::name(shown(from)));
        let how = piece.how.map(|how| words::sentence(words::weighing::inquiry(how)));
        let how = how.map_or_else(Cell::none, Cell::text);
        table.row([Cell::name(shown(&piece.what)), from, how, Cell::day(piece.on)])
    })
}

/// The files of a case, newest first.
pub fn files(case: &Case) -> Table {
    let table = Table::new("Files")
        .columns(["File", "Kind"])
        .column(crate::web::part::table::Column::number("Size"))
        .columns(["Added", "By"])
        .empty("No files yet. Add pictures and papers with the evidence they belong to.");
    case.history.iter().rev().fold(table, |table, told| match &told.happened.event {
        Event::FileAttached { file, name, bytes, media_type, .. } => {
            let href = crate::web::answer::sheet::href(&case.reference, &format!("files/{file}"));
            let by = told.happened.by.as_ref().map(|by| case.surroundings.name_of(by));
            let kind = media_type.split(';').next().unwrap_or_default();
            table.row([
                Cell::link(href, name.text()),
                Cell::text(kind),
                Cell::number(size(*bytes)),
                Cell::text(framed::day_and_time(told.recorded_at)),
                by.map_or_else(Cell::none, Cell::name),
            ])
        }
        _ => table,
    })
}

/// "340 kB", "2.4 MB".
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", grouped(bytes / 1_000_000), bytes % 1_000_000 / 100_000),
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let what = form.required("what", "Enter what it is");
    let from = form.words("from");
    let how = form.words("how");
    let answers = information::answers(form);
    let command = Command::RecordEvidence {
        what: Words::said(what?),
        from: from?.map(Words::said),
        how: how?.and_then(|sent| known::<Inquiry>(&sent)),
        answers: answers?,
    };
    Some(Asked::of(vec![command], "evidence").then("evidence"))
}

/// Hands out a file of the case as it came: never opened as a page here.
pub async fn get_file(visit: Visit) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let found = case.history.iter().find_map(|told| match &told.happened.event {
        Event::FileAttached { file, name, sha256, media_type, .. } if *file == visit.item => {
            Some((name.text().to_owned(), sha256.clone(), media_type.clone()))
        }
        _ => None,
    });
    let Some((name, sha256, media_type)) = found else { return Page::missing() };
    if let Err(declined) = visit.note_look(&case, None).await {
        return Page::declined(declined);
    }
    match visit.app.desk.files.read(&sha256).await {
        Ok(bytes) => handed_out(&name, &media_type, bytes),
        Err(error) => Page::declined(error.into()),
    }
}

/// A file as a download that no browser runs or guesses about.
pub fn handed_out(name: &str, media_type: &str, bytes: Vec<u8>) -> Page {
    let kind = HeaderValue::from_str(media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let disposition =
        HeaderValue::from_str(&disposition(name)).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (HeaderName::from_static("cache-control"), HeaderValue::from_static("no-store")),
    ];
    Page::from((StatusCode::OK, headers, bytes).into_response())
}

/// The header that names a download: plain letters for old browsers, the whole name for others.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|it| {
            if it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | ' ') { it } else { '_' }
        })
        .collect();
    let mut coded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            coded.push(char::from(byte));
        } else {
            coded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{coded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn the_name_of_a_download_breaks_out_of_no_header() {
        let header = disposition("a\"b\r\nSet-Cookie: x; ŵ.pdf");
        assert!(!header.contains('\r') && !header.contains('\n'), "{header}");
        assert_eq!(header.matches('"').count(), 2, "{header}");
        assert!(header.ends_with("%C5%B5.pdf"), "{header}");
    }
}
