//! Something wrong with the catalogue.

/// Something wrong with the catalogue: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError {
    /// The file, and the entry in it.
    pub place: String,
    /// What is wrong, in words.
    pub what: String,
}

impl CatalogError {
    pub(super) fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}
