//! Takes a trusted certificate out of its physical store, and puts it back with its properties.
//!
//! The record in the registry is the certificate with all its properties, so it is what is kept. A
//! store of the computer is changed there. The trusted roots of an account are guarded by Windows
//! itself, which asks the person: they are changed through CryptoAPI in that person's own session.

use super::error::WindowsError;
use super::registry;
use crate::cleanup::{SavedKey, SavedValue};
use crate::probe::parse::{certificate, certificate_blob};
use crate::win32::certificate_store::Store;
use std::io;
use windows_sys::Win32::Foundation::ERROR_CANCELLED;

/// The stores that may be changed; below each stands a key per certificate. What is *not* trusted,
/// Microsoft's own list, publishers and policy are not among them.
const STORES: [(&str, &str, bool); 4] = [
    (r"HKLM\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\", "Root", false),
    (r"HKLM\SOFTWARE\Microsoft\SystemCertificates\CA\Certificates\", "CA", false),
    (r"HKCU\SOFTWARE\Microsoft\SystemCertificates\ROOT\Certificates\", "Root", true),
    (r"HKCU\SOFTWARE\Microsoft\SystemCertificates\CA\Certificates\", "CA", true),
];

/// One certificate of one store.
struct Spot<'p> {
    /// Its thumbprint in hexadecimal digits, which is the name of its key.
    name: &'p str,
    thumbprint: [u8; 20],
    store: &'static str,
    of_account: bool,
}

/// The record of a certificate with this subject. None: it is not there.
///
/// # Errors
/// The key is in no store that may be changed, or the record is not of that certificate.
pub(super) fn record_certificate(path: &str, subject: &str) -> Result<Option<SavedKey>, WindowsError> {
    let spot = spot(path)?;
    let Some(key) = registry::record_key(path)? else { return Ok(None) };
    let der = certificate_blob::find_certificate(&blob(&key)?.data)
        .map_err(|error| WindowsError::Other(error.to_string()))?;
    let identity = certificate::parse_certificate(der).map_err(WindowsError::Other)?;
    let same = identity.thumbprint.eq_ignore_ascii_case(spot.name) && identity.subject == subject;
    if same { Ok(Some(key)) } else { Err(WindowsError::Changed) }
}

/// Takes a certificate out that is still what was kept.
///
/// # Errors
/// It has changed, the person answered Windows' question with No, or Windows refuses.
pub(super) fn take_certificate(path: &str, kept: &SavedKey) -> Result<(), WindowsError> {
    let spot = spot(path)?;
    match registry::record_key(path)? {
        None => return Ok(()),
        Some(now) if now.is_part_of(kept) => {}
        Some(_) => return Err(WindowsError::Changed),
    }
    if !spot.of_account {
        return registry::take_key(path, kept);
    }
    // The change is written when the store is closed, if not before.
    answered(Store::open(spot.store)?.delete(&spot.thumbprint))?;
    if registry::record_key(path)?.is_none() {
        Ok(())
    } else {
        Err(WindowsError::Other("it is still in its store".into()))
    }
}

/// Puts a certificate back with its properties.
///
/// # Errors
/// Another record stands there, the person answered Windows' question with No, or Windows refuses.
pub(super) fn put_back(path: &str, kept: &SavedKey) -> Result<(), WindowsError> {
    let spot = spot(path)?;
    if !spot.of_account {
        return registry::put_key_back(path, kept);
    }
    let element = blob(kept)?;
    match registry::record_key(path)? {
        Some(now)
            if certificate_blob::parse_properties(&blob(&now)?.data)
                == certificate_blob::parse_properties(&element.data) =>
        {
            Ok(())
        }
        Some(_) => Err(WindowsError::Occupied),
        None => answered(Store::open(spot.store)?.add(&element.data)),
    }
}

/// Reads where a certificate stands.
fn spot(path: &str) -> Result<Spot<'_>, WindowsError> {
    let odd = || WindowsError::Other("certificates of this store are not changed".into());
    let starts = |prefix: &str| {
        path.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix)).map(|_| &path[prefix.len()..])
    };
    let (name, store, of_account) = STORES
        .iter()
        .find_map(|(prefix, store, of_account)| Some((starts(prefix)?, *store, *of_account)))
        .ok_or_else(odd)?;
    let mut thumbprint = [0u8; 20];
    if name.len() != 40 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(odd());
    }
    for (at, byte) in thumbprint.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&name[at * 2..at * 2 + 2], 16).map_err(|_| odd())?;
    }
    Ok(Spot { name, thumbprint, store, of_account })
}

fn blob(key: &SavedKey) -> Result<&SavedValue, WindowsError> {
    let found = key.values.iter().find(|value| value.name.eq_ignore_ascii_case("Blob"));
    found.ok_or_else(|| WindowsError::Other("there is no certificate in it".into()))
}

/// Windows may ask the person before it changes an account's store.
fn answered(result: io::Result<()>) -> Result<(), WindowsError> {
    result.map_err(|error| match error.raw_os_error() {
        Some(code) if code == ERROR_CANCELLED.cast_signed() => {
            WindowsError::Other("Windows asked for permission, and the answer was No".into())
        }
        _ => error.into(),
    })
}
