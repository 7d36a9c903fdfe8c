//! Paper from the print room: set a few at a time, off the threads that answer requests.

use anyhow::Context;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use redress_letters::letter::Letter;
use redress_letters::render::pdf::{self, Print};

use crate::desk::Declined;
use crate::web::page::Page;
use crate::web::state::App;

/// A letter as a tagged PDF. The same letter gives the same bytes.
///
/// # Errors
/// The letter cannot be set.
pub async fn set(app: &App, letter: Letter, print: Print) -> Result<Vec<u8>, Declined> {
    let turn = app.printing.clone().acquire_owned().await.context("the print room is closed")?;
    let setting = tokio::task::spawn_blocking(move || {
        let bytes = pdf::pdf(&letter, print);
        drop(turn);
        bytes
    });
    let bytes = setting.await.context("the print room stopped in the middle of a letter")?;
    bytes.map_err(|error| Declined::Fault(anyhow::Error::new(error)))
}

/// Bytes of a PDF as an answer. The name tells nothing of the person or the matter.
pub fn page(bytes: Vec<u8>, name: &str) -> Page {
    let disposition = format!("inline; filename=\"{name}\"");
    let named =
        HeaderValue::from_str(&disposition).unwrap_or_else(|_| HeaderValue::from_static("inline"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, named),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Page::from((headers, bytes).into_response())
}
