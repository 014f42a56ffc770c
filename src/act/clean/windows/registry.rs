//! Takes keys and values of the registry out, and puts them back as they were.
//!
//! A key is read whole, with types, order and access lists. It goes from the leaves up, so that whatever
//! an interruption leaves is a part of what was kept, and can be taken out or put back from there.

use super::error::WindowsError;
use super::key::{Key, KeyPath};
use super::registry_security as security;
use crate::cleanup::{SavedKey, SavedValue};
use crate::win32::registry::write;
use crate::win32::wide;
use windows_sys::Win32::Storage::FileSystem::DELETE;
use windows_sys::Win32::System::Registry::{KEY_READ, KEY_SET_VALUE, KEY_WRITE};

/// A product's keys hold a few hundred kilobytes. More data than this is not kept, and so not taken out.
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Deeper keys are not taken out; a product's have five or six levels.
const MOST_LEVELS: usize = 30;
/// `WRITE_DAC | WRITE_OWNER`
const CHANGE_RIGHTS: u32 = 0x4_0000 | 0x8_0000;

/// A key as it stands there, with all below it. None: it is not there.
///
/// # Errors
/// It cannot be read whole, ends with the session, or has a link in it.
pub(super) fn record_key(place: &str) -> Result<Option<SavedKey>, WindowsError> {
    let path = KeyPath::parse(place)?;
    match path.open(KEY_READ)? {
        Some(key) => read(&key, path.name(), MOST_LEVELS, &mut { MOST_BYTES }).map(Some),
        None => Ok(None),
    }
}

fn read(key: &Key, name: &str, levels: usize, most: &mut usize) -> Result<SavedKey, WindowsError> {
    if key.0.is_volatile() {
        return Err(WindowsError::Volatile);
    }
    let below =
        levels.checked_sub(1).ok_or_else(|| WindowsError::Other("it has more levels than can be kept".into()))?;
    let (class, keys, values) = key.about()?;
    let mut saved = SavedKey {
        name: name.into(),
        class,
        security: security::security_of(key)?,
        values: key.values(most)?,
        keys: Vec::new(),
    };
    for name in key.children()? {
        let child = key.child(&name, KEY_READ)?.ok_or(WindowsError::Changed)?;
        // One that goes while it is read is a change of this key, which is still there.
        let gone = |why| if why == WindowsError::Gone { WindowsError::Changed } else { why };
        saved.keys.push(read(&child, &name, below, most).map_err(gone)?);
    }
    let whole = saved.values.len() == values as usize && saved.keys.len() == keys as usize;
    if whole { Ok(saved) } else { Err(WindowsError::Changed) }
}

/// Takes a key out that is still what was kept, or what an interrupted run left of it.
///
/// # Errors
/// It has changed, or Windows refuses. What is left then is a part of what was kept.
pub(super) fn take_key(place: &str, kept: &SavedKey) -> Result<(), WindowsError> {
    let path = KeyPath::parse(place)?;
    let Some(now) = record_key(place)? else { return Ok(()) };
    if !now.is_part_of(kept) {
        return Err(WindowsError::Changed);
    }
    // Whoever may delete a key may not always make it again: that is a right to the key above.
    let parent = path.parent(KEY_READ | KEY_WRITE)?.ok_or(WindowsError::Gone)?;
    delete_whole(&parent, path.name(), &now)
}

/// Deletes the key with what was seen in it, if Windows lets all of it be deleted. Otherwise nothing changes: a key that
/// stays while the ones below it go could not be put back, since it is as little to be taken away then.
fn delete_whole(parent: &Key, name: &str, seen: &SavedKey) -> Result<(), WindowsError> {
    check_may_delete(parent, name, seen)?;
    delete(parent, name, seen)
}

fn check_may_delete(parent: &Key, name: &str, seen: &SavedKey) -> Result<(), WindowsError> {
    let key = parent.child(name, KEY_READ | DELETE)?.ok_or(WindowsError::Changed)?;
    seen.keys.iter().try_for_each(|child| check_may_delete(&key, &child.name, child))
}

/// Deletes the key with what was seen in it and nothing else: a key that has grown another one below stays.
fn delete(parent: &Key, name: &str, seen: &SavedKey) -> Result<(), WindowsError> {
    if !seen.keys.is_empty() {
        let key = parent.child(name, KEY_READ)?.ok_or(WindowsError::Changed)?;
        for child in &seen.keys {
            delete(&key, &child.name, child)?;
        }
    }
    // A key that has keys is refused by Windows.
    Ok(write::delete_key(&parent.0, &wide::encode_wide(name)?)?)
}

/// Puts a key back. One that is there as it was stays; a part of it, as an interruption leaves it, is made whole.
///
/// # Errors
/// Something else stands in its place, the key above it is gone, or Windows refuses.
pub(super) fn put_key_back(place: &str, kept: &SavedKey) -> Result<(), WindowsError> {
    let path = KeyPath::parse(place)?;
    if path.name().to_lowercase() != kept.name.to_lowercase() {
        return Err(WindowsError::Other("the copy that was kept is of another key".into()));
    }
    let now = record_key(place)?;
    // Where nothing is to be made, no right to make it is needed.
    if now.as_ref() == Some(kept) {
        return Ok(());
    }
    let parent = path.parent(KEY_READ | KEY_WRITE)?.ok_or(WindowsError::NoParent)?;
    if let Some(now) = now {
        if !now.is_part_of(kept) {
            return Err(WindowsError::Occupied);
        }
        delete_whole(&parent, path.name(), &now)?;
    }
    security::prepare_security();
    make(&parent, kept)
}

fn make(parent: &Key, kept: &SavedKey) -> Result<(), WindowsError> {
    let (name, class) = (wide::encode_wide(&kept.name)?, wide::encode_wide(&kept.class)?);
    let (key, made) = write::create_key(&parent.0, &name, &class, KEY_READ | KEY_WRITE | CHANGE_RIGHTS)?;
    let key = Key(key);
    if !made {
        return Err(WindowsError::Occupied);
    }
    for value in &kept.values {
        set(&key, value)?;
    }
    for child in &kept.keys {
        make(&key, child)?;
    }
    security::put_back(&key, &kept.security)
}

fn set(key: &Key, value: &SavedValue) -> Result<(), WindowsError> {
    Ok(write::set_value(&key.0, &wide::encode_wide(&value.name)?, value.kind, &value.data)?)
}

/// A value of a key as it stands there. None: the value or its key is not there.
///
/// # Errors
/// The key cannot be read.
pub(in crate::act) fn record_value(key: &str, name: &str) -> Result<Option<SavedValue>, WindowsError> {
    match KeyPath::parse(key)?.open(KEY_READ)? {
        Some(key) => key.value(name, MOST_BYTES),
        None => Ok(None),
    }
}

/// Takes a value out that is still what was kept.
///
/// # Errors
/// It has changed, or Windows refuses.
pub(super) fn take_value(key: &str, kept: &SavedValue) -> Result<(), WindowsError> {
    match record_value(key, &kept.name)? {
        None => return Ok(()),
        Some(now) if now == *kept => {}
        Some(_) => return Err(WindowsError::Changed),
    }
    let key = KeyPath::parse(key)?.open(KEY_SET_VALUE | KEY_READ)?.ok_or(WindowsError::Gone)?;
    Ok(write::delete_value(&key.0, &wide::encode_wide(&kept.name)?)?)
}

/// Puts a value back into its key. Its neighbours are not rewritten, so it may stand behind them.
///
/// # Errors
/// Another value of that name stands there, the key is gone, or Windows refuses.
pub(super) fn put_value_back(key: &str, kept: &SavedValue) -> Result<(), WindowsError> {
    match record_value(key, &kept.name)? {
        None => {}
        Some(now) if now == *kept => return Ok(()),
        Some(_) => return Err(WindowsError::Occupied),
    }
    let key = KeyPath::parse(key)?.open(KEY_SET_VALUE | KEY_READ)?.ok_or(WindowsError::NoParent)?;
    set(&key, kept)
}

/// Rewrites a value that is still what it was.
///
/// # Errors
/// It has changed, or Windows refuses.
pub(in crate::act) fn rewrite_value(key: &str, before: &SavedValue, after: &SavedValue) -> Result<(), WindowsError> {
    if record_value(key, &before.name)?.as_ref() != Some(before) {
        return Err(WindowsError::Changed);
    }
    let opened = KeyPath::parse(key)?.open(KEY_SET_VALUE | KEY_READ)?.ok_or(WindowsError::Gone)?;
    set(&opened, after)?;
    // What decides about the next start has to be on the disk before anybody restarts.
    write::flush_key(&opened.0)?;
    if record_value(key, &after.name)?.as_ref() == Some(after) {
        Ok(())
    } else {
        Err(WindowsError::Other("it was not kept as it was written".into()))
    }
}
