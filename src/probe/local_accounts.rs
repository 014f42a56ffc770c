//! Local groups and accounts that a rule of the catalogue names. No others are recorded.

use super::or_gap::OrGapAt;
use super::registry::{Registry, product};
use crate::catalog::{Catalog, Target};
use crate::machine::{Account, AccountKind, Gap, GapReason, Observed, Os};
use std::io;

/// What lists the groups and accounts of a computer.
pub(crate) trait Lists {
    /// All names of one kind.
    ///
    /// # Errors
    /// As the system says.
    fn names(&self, kind: AccountKind) -> io::Result<Vec<String>>;
}

/// Looks for the accounts that products make. On a computer that looks after a domain nothing is asked.
pub(crate) fn find_local_accounts<L: Lists>(
    catalog: &Catalog,
    registry: &dyn Registry,
    load: impl FnOnce() -> io::Result<L>,
) -> Observed<Account> {
    const ALL: &str = "local groups and accounts";
    if product::is_domain_controller(registry) {
        let detail = "this computer looks after a domain: its local groups and accounts are those of the whole domain";
        return Observed::unknown(Gap::new(GapReason::NotTried, ALL, detail));
    }
    let mut looked = Observed::none();
    let Some(lists) = load().or_gap_at(ALL, &mut looked) else { return looked };
    for (kind, words) in [(AccountKind::Group, "local groups"), (AccountKind::User, "local accounts")] {
        let mut names = lists.names(kind).or_gap_at(words, &mut looked).unwrap_or_default();
        names.retain(|name| catalog.rule_for(Os::Windows, Target::Account, name).is_some());
        looked.items.extend(names.into_iter().map(|name| Account { kind, name }));
    }
    looked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::probe::registry::fake_rights::Who;
    use crate::probe::registry::product::tests::computer;
    use std::io::ErrorKind;

    /// A computer's lists; None: it refuses.
    struct Fake([Option<&'static [&'static str]>; 2]);

    impl Lists for Fake {
        fn names(&self, kind: AccountKind) -> io::Result<Vec<String>> {
            let names = self.0[usize::from(kind == AccountKind::User)].ok_or(ErrorKind::PermissionDenied)?;
            Ok(names.iter().map(ToString::to_string).collect())
        }
    }

    const GROUPS: &[&str] = &["Administrators", "KLAdmins", "Users"];
    const USERS: &[&str] = &["Administrator", "first", "KL-AK-0123456789ABCDEF"];

    fn find_local_accounts(product_type: &str, load: impl FnOnce() -> io::Result<Fake>) -> Observed<Account> {
        super::find_local_accounts(Catalog::embedded(), &computer(product_type).seen_by(Who::User), load)
    }

    fn seen(looked: &Observed<Account>) -> Vec<(AccountKind, &str)> {
        looked.items.iter().map(|account| (account.kind, account.name.as_str())).collect()
    }

    #[test]
    fn only_accounts_that_products_make_are_recorded() {
        for product_type in ["WinNT", "ServerNT", "SomethingNew"] {
            let looked = find_local_accounts(product_type, || Ok(Fake([Some(GROUPS), Some(USERS)])));
            let expected = [(AccountKind::Group, "KLAdmins"), (AccountKind::User, "KL-AK-0123456789ABCDEF")];
            assert_eq!(seen(&looked), expected, "{product_type}");
            assert!(looked.complete());
        }
    }

    #[test]
    fn the_accounts_of_a_domain_are_not_asked_for() {
        let looked = find_local_accounts("LanmanNT", || panic!("nothing is asked"));
        assert_eq!((seen(&looked).len(), looked.gaps.len(), looked.gaps[0].why), (0, 1, GapReason::NotTried));
        assert!(looked.gaps[0].detail.contains("a domain"));
    }

    #[test]
    fn a_list_that_is_refused_is_a_gap_and_the_other_one_is_read() {
        let looked = find_local_accounts("WinNT", || Ok(Fake([None, Some(USERS)])));
        assert_eq!((seen(&looked).len(), looked.gaps.len()), (1, 1));
        assert_eq!((looked.gaps[0].why, looked.gaps[0].place.as_str()), (GapReason::NeedsAdmin, "local groups"));
        let looked = find_local_accounts("WinNT", || Err(ErrorKind::NotFound.into()));
        assert_eq!((looked.gaps.len(), looked.gaps[0].why), (1, GapReason::Failed));
    }
}
