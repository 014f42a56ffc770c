//! Groups and accounts that products create, and how many other people use this computer.

use super::Here;
use crate::catalog::{Catalog, Target};
use crate::machine::{Account, AccountKind, Gap, Observed, Os, OtherAccount};
use crate::probe::disk;
use crate::probe::parse::accounts::{self, Login};

/// The groups and accounts that a rule names. No others are recorded.
pub(super) fn find_accounts(catalog: &Catalog, here: &Here) -> Observed<Account> {
    let mut looked = Observed::none();
    let mut keep = |kind, names: Vec<String>| {
        let known = names.into_iter().filter(|name| catalog.rule_for(Os::Linux, Target::Account, name).is_some());
        looked.items.extend(known.map(|name| Account { kind, name }));
    };
    let mut gaps = Vec::new();
    let file = here.at("/etc/group");
    if let Some(bytes) = disk::read_file(&file, &mut gaps) {
        let (groups, damage) = accounts::parse_group(&bytes);
        disk::add_damage(&file, &damage, &mut gaps);
        keep(AccountKind::Group, groups);
    }
    keep(AccountKind::User, logins(here, &mut gaps).into_iter().map(|login| login.name).collect());
    looked.gaps = gaps;
    looked
}

/// People with an account of their own here, other than the one who looks. They are counted, and
/// not named. Accounts that a directory service keeps are not in this list.
pub(super) fn other_accounts(here: &Here) -> Observed<OtherAccount> {
    let mut looked = Observed::none();
    let people =
        logins(here, &mut looked.gaps).into_iter().filter(|login| login.is_person() && Some(login.uid) != here.uid);
    looked.items = people
        .map(|login| OtherAccount { has_profile: disk::path_presence(&here.at(&login.home)).is_present() })
        .collect();
    looked
}

fn logins(here: &Here, gaps: &mut Vec<Gap>) -> Vec<Login> {
    let file = here.at("/etc/passwd");
    let Some(bytes) = disk::read_file(&file, gaps) else { return Vec::new() };
    let (logins, damage) = accounts::parse_passwd(&bytes);
    disk::add_damage(&file, &damage, gaps);
    logins
}
