//! Single registry values as text or number, with a gap where they could not be had.

use super::registry::Key;
use crate::machine::{Gap, Why};

/// Longest text that is taken from a value. Nothing that is read through here is longer on purpose.
const MOST: usize = 4096;

/// A text value. None: there is no such value.
///
/// # Errors
/// Windows refused, or the value is of another type.
pub(super) fn text(key: &Key, name: &str) -> Result<Option<String>, Gap> {
    let Some(value) = key.value(name)? else { return Ok(None) };
    value.text(MOST).map(|text| Some(text.text)).map_err(|wrong| odd(key, name, &wrong))
}

/// A `REG_DWORD` value. None: there is no such value.
///
/// # Errors
/// As for [`text`].
pub(super) fn number(key: &Key, name: &str) -> Result<Option<u32>, Gap> {
    let Some(value) = key.value(name)? else { return Ok(None) };
    value.dword().map(Some).map_err(|wrong| odd(key, name, &wrong))
}

fn odd(key: &Key, name: &str, what: &dyn std::fmt::Display) -> Gap {
    Gap::new(Why::Failed, format!(r"{}\{name}", key.place), what.to_string())
}
