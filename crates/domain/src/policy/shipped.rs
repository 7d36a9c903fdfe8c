//! The packs that come with the program.

use std::sync::OnceLock;

use crate::policy::Pack;
use crate::policy::read::{PackError, read};

/// The text of each shipped pack, by id.
pub const TEXTS: &[(&str, &str)] = &[
    ("code-2024", include_str!("../../../../packs/code-2024.toml")),
    ("derive-2024", include_str!("../../../../packs/derive-2024.toml")),
    ("derive-feedback", include_str!("../../../../packs/derive-feedback.toml")),
    ("one-housing-2024", include_str!("../../../../packs/one-housing-2024.toml")),
    ("wdh-2022", include_str!("../../../../packs/wdh-2022.toml")),
    ("derby-homes-2024", include_str!("../../../../packs/derby-homes-2024.toml")),
];

/// Every shipped pack.
///
/// # Errors
/// A shipped pack that cannot be read; a test keeps that from happening.
pub fn packs() -> Result<&'static [Pack], PackError> {
    static READ: OnceLock<Result<Vec<Pack>, PackError>> = OnceLock::new();
    READ.get_or_init(|| TEXTS.iter().map(|(_, text)| read(text)).collect())
        .as_deref()
        .map_err(Clone::clone)
}

/// A shipped pack by id.
pub fn pack(id: &str) -> Option<&'static Pack> {
    packs().ok()?.iter().find(|pack| pack.id.0 == id)
}

/// The Complaint Handling Code itself, the yardstick of every other pack.
///
/// # Errors
/// The shipped Code cannot be read.
pub fn code() -> Result<&'static Pack, PackError> {
    packs()?.iter().find(|pack| pack.id.0 == "code-2024").ok_or_else(|| PackError {
        message: "the Code is missing from the program".to_owned(),
        span: None,
        line: 1,
        column: 1,
    })
}
