//! Names of the people with an account on this computer, so that recordings and reports can do without them. What
//! Windows does not say is left out: no finding hangs on it.

use super::registry::{Hive, Key};
use crate::probe::parse::{sid, windows_version};
use crate::probe::registry::{COMMAND, NAME};
use crate::win32::accounts::Accounts;

/// One key for each account that has signed in here.
const PROFILES: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList";
/// Client or server.
const PRODUCT: &str = r"SYSTEM\CurrentControlSet\Control\ProductOptions";

/// The names of their accounts, in short and in full, and of their folders.
pub(super) fn account_names() -> Vec<String> {
    let mut names = folders();
    // A computer that looks after a domain would list all the people of that domain: too many to hide.
    if !looks_after_a_domain() {
        names.extend(Accounts::load().map(|accounts| accounts.names_in_full()).unwrap_or_default());
    }
    names
}

fn looks_after_a_domain() -> bool {
    let key = Key::open(Hive::Machine, PRODUCT).ok().flatten();
    let product = key.and_then(|key| key.text("ProductType", NAME, &mut Vec::new()));
    product.is_some_and(|product| windows_version::is_domain_controller(&product))
}

/// The last part of each person's folder, by which it is mostly called.
fn folders() -> Vec<String> {
    let Ok(Some(key)) = Key::open(Hive::Machine, PROFILES) else { return Vec::new() };
    let people = key.children(&mut Vec::new()).into_iter().filter(|name| sid::is_person(&name.text));
    let folders = people.filter_map(|name| {
        let profile = Key::open(Hive::Machine, &format!(r"{PROFILES}\{}", name.text)).ok()??;
        profile.text("ProfileImagePath", COMMAND, &mut Vec::new())
    });
    folders.filter_map(|folder| folder.rsplit(['\\', '/']).next().map(str::to_string)).collect()
}
