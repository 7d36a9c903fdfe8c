//! Whose records: every question carries the landlord it is asked for.

/// One landlord's part of the record. No function reaches past the scope it was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scope {
    landlord: String,
}

impl Scope {
    /// The scope of one landlord, by its id.
    pub fn of(landlord: impl Into<String>) -> Self {
        Self { landlord: landlord.into() }
    }

    /// The landlord's id.
    pub fn landlord(&self) -> &str {
        &self.landlord
    }
}
