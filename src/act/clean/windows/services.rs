//! Takes the record of a service or driver out, and puts it back.
//!
//! What the service manager knows goes through the manager, since it would write its own copy of the
//! record back; what stands in the registry only (error 1060) goes as a registry key. Before either, the
//! whole key is kept. Undo makes that key again, byte for byte: the manager's own call to create a service
//! could not, for it writes defaults and knows nothing of the keys below. The manager reads the key at the
//! next start.

use super::error::WindowsError;
use super::registry;
use crate::act::deleted::{Finished, after_delete};
use crate::cleanup::{SavedKey, SavedValue};
use crate::probe::parse::reg_value::{REG_DWORD, RawValue};
use crate::win32::services::{Manager, Service, change};
use crate::win32::wide;
use windows_sys::Win32::System::Services::SERVICE_STOPPED;

/// Where records of services stand.
const SERVICES: &str = r"HKLM\SYSTEM\CurrentControlSet\Services";

/// The record of a service or driver that may be changed. None: there is none.
///
/// # Errors
/// It is loaded or protected, or cannot be read whole.
pub(super) fn record_service(name: &str) -> Result<Option<SavedKey>, WindowsError> {
    let Some(key) = registry::record_key(&service_place(name)?)? else { return Ok(None) };
    if flag(&key, "LaunchProtected") { Err(WindowsError::Protected) } else { Ok(Some(key)) }
}

/// Looks whether a service or driver is not loaded, by what the service manager says.
///
/// # Errors
/// It is, or the manager would not say.
pub(super) fn check_not_loaded(name: &str) -> Result<(), WindowsError> {
    match Manager::open()?.service(&wide::encode_wide(name)?)? {
        Some(service) if is_loaded(&service)? => Err(WindowsError::Loaded),
        _ => Ok(()),
    }
}

/// Takes the record of a service or driver out.
///
/// # Errors
/// It is loaded, protected, or has changed since it was kept; or Windows refuses.
pub(super) fn take_service(name: &str, kept: &SavedKey) -> Result<Finished, WindowsError> {
    let place = service_place(name)?;
    let now = match registry::record_key(&place) {
        Ok(Some(now)) if now.is_part_of(kept) => now,
        Ok(Some(now)) if flag(&now, "DeleteFlag") => return Ok(Finished::AfterRestart),
        Ok(Some(_)) => return Err(WindowsError::Changed),
        Ok(None) | Err(WindowsError::Gone) => return Ok(Finished::Now),
        Err(error) => return Err(error),
    };
    if flag(&now, "LaunchProtected") {
        return Err(WindowsError::Protected);
    }
    let Some(service) = change::open_to_delete(&wide::encode_wide(name)?)? else {
        registry::take_key(&place, kept)?;
        return Ok(Finished::Now);
    };
    if is_loaded(&service)? {
        return Err(WindowsError::Loaded);
    }
    let refused = change::delete_service(service).err();
    let answer = refused.as_ref().map_or(0, |error| error.raw_os_error().unwrap_or(-1) as u32);
    after_delete(answer, there(&place)).ok_or_else(|| refused.map_or(WindowsError::Changed, WindowsError::from))
}

/// Whether a key is there. None: it cannot be read.
fn there(place: &str) -> Option<bool> {
    match registry::record_key(place) {
        Ok(key) => Some(key.is_some()),
        Err(WindowsError::Gone) => Some(false),
        Err(_) => None,
    }
}

/// Writes when a driver or service starts, through the manager, so that it and the registry stay in step. What the
/// manager does not know (error 1060) is written into the registry alone.
///
/// # Errors
/// It is neither as it was nor as it is to be, or Windows refuses.
pub(super) fn set_start(name: &str, before: &SavedValue, after: &SavedValue) -> Result<(), WindowsError> {
    let place = service_place(name)?;
    match registry::record_value(&place, &before.name)?.ok_or(WindowsError::Gone)? {
        now if now == *after => return Ok(()),
        now if now == *before => {}
        _ => return Err(WindowsError::Changed),
    }
    if let Ok(start) = raw(after).dword()
        && let Some(service) = change::open_to_change(&wide::encode_wide(name)?)?
    {
        let record = registry::record_key(&place)?.ok_or(WindowsError::Gone)?;
        change::set_start(&service, start)?;
        take_additions(&place, &record)?;
    }
    // Once more, byte for byte, and onto the disk.
    let now = registry::record_value(&place, &before.name)?.ok_or(WindowsError::Gone)?;
    registry::rewrite_value(&place, &now, after)
}

/// Takes out what the manager wrote beside the start: a change is what the plan says, and undo knows of nothing else.
fn take_additions(place: &str, before: &SavedKey) -> Result<(), WindowsError> {
    let now = registry::record_key(place)?.ok_or(WindowsError::Gone)?;
    let added = now.values.iter().filter(|value| !before.values.iter().any(|old| old.name == value.name));
    added.into_iter().try_for_each(|value| registry::take_value(place, value))
}

/// Puts a record back. The service manager knows it after the next start.
///
/// # Errors
/// Windows has yet to finish taking it out, another record stands there, or Windows refuses.
pub(super) fn put_back(name: &str, kept: &SavedKey) -> Result<(), WindowsError> {
    let place = service_place(name)?;
    match registry::record_key(&place) {
        Ok(Some(now)) if flag(&now, "DeleteFlag") && !flag(kept, "DeleteFlag") => {
            return Err(WindowsError::AfterRestart);
        }
        Ok(_) => {}
        // It is going right now.
        Err(WindowsError::Gone) => return Err(WindowsError::AfterRestart),
        Err(error) => return Err(error),
    }
    registry::put_key_back(&place, kept)
}

pub(super) fn service_place(name: &str) -> Result<String, WindowsError> {
    if name.is_empty() || name.contains(['\\', '/', '\0']) {
        return Err(WindowsError::Other(format!("{name}: not the name of a service")));
    }
    Ok(format!(r"{SERVICES}\{name}"))
}

/// Whether a number of the record is set.
fn flag(key: &SavedKey, name: &str) -> bool {
    key.values
        .iter()
        .any(|value| value.name.eq_ignore_ascii_case(name) && (value.kind != REG_DWORD || raw(value).dword() != Ok(0)))
}

fn raw(value: &SavedValue) -> RawValue {
    RawValue { kind: value.kind, data: value.data.clone() }
}

fn is_loaded(service: &Service) -> Result<bool, WindowsError> {
    Ok(service.state()? != SERVICE_STOPPED)
}
