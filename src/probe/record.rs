//! Writes a snapshot as a recording: JSON without the names of people and computers.

use crate::machine::Snapshot;
use crate::machine::redact::Redactor;
use serde_json::Value;

/// The recording of a snapshot, with names of accounts and of this computer, account ids and
/// passwords taken out of every text in it.
pub fn recording(snapshot: &Snapshot, redactor: &Redactor) -> String {
    // A snapshot holds only plain data, and its maps have text keys, so this can not fail.
    let mut value = serde_json::to_value(snapshot).unwrap_or(Value::Null);
    redactor.json(&mut value);
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

/// The names of this account and this computer, to be taken out.
#[expect(clippy::disallowed_methods, reason = "only the environment knows the account's name on every system")]
pub fn this_computer() -> Redactor {
    let account = std::env::var("USERNAME").or_else(|_| std::env::var("USER")).ok();
    // The system account's name is a word of every recording and names nobody.
    let account = account.filter(|name| !["root", "system"].contains(&name.to_lowercase().as_str()));
    Redactor::knowing(account.as_deref(), sysinfo::System::host_name().ok().as_deref())
}
