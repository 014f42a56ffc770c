//! Add-ins that the vendor registered in Outlook. Others are not recorded.

use super::{Hive, NAME, OrGap, Registry, non_empty};
use crate::catalog::Catalog;
use crate::machine::{MailAddIn, Observed};

/// Keys with one subkey for each add-in (Microsoft: "Registry entries for VSTO Add-ins").
const KEYS: [(Hive, &str); 4] = [
    (Hive::Machine, r"SOFTWARE\Microsoft\Office\Outlook\Addins"),
    (Hive::Machine, r"SOFTWARE\WOW6432Node\Microsoft\Office\Outlook\Addins"),
    (Hive::User, r"Software\Microsoft\Office\Outlook\Addins"),
    (Hive::User, r"Software\WOW6432Node\Microsoft\Office\Outlook\Addins"),
];

/// Finds those whose key, name or description names the vendor.
pub(crate) fn find_mail_add_ins(catalog: &Catalog, registry: &dyn Registry) -> Observed<MailAddIn> {
    let mut looked = Observed::none();
    for (place, path) in KEYS {
        for hive in registry.hives(place, path, &mut looked) {
            let Some(key) = registry.key(hive, path).or_gap(&mut looked) else { continue };
            for id in key.children(&mut looked) {
                let Some(entry) = key.listed_child(&id, &mut looked) else { continue };
                let mut word = |name| non_empty(entry.as_ref()?.text(name, NAME, &mut looked));
                let (name, about) = (word("FriendlyName"), word("Description"));
                let words = [Some(id.text.as_str()), name.as_deref(), about.as_deref()];
                if words.into_iter().flatten().any(|word| catalog.vendor.is_named_in(word)) {
                    let name = name.unwrap_or_default();
                    let place = format!(r"{}\{}", key.place, id.text);
                    looked.items.push(MailAddIn { id: id.text, name, scope: hive.scope(), place });
                }
            }
        }
    }
    looked
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, number, text};
    use super::super::fake_rights::Who;
    use super::*;
    use crate::machine::{GapReason, Scope};

    const MACHINE: &str = r"HKLM\SOFTWARE\Microsoft\Office\Outlook\Addins";
    const SMALL: &str = r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Office\Outlook\Addins";
    const ACCOUNT: &str = r"HKCU\Software\Microsoft\Office\Outlook\Addins";

    #[test]
    fn the_vendor_s_are_found_in_each_scope_and_others_are_not() {
        let mut builder = Builder::default();
        builder
            .value(&format!(r"{MACHINE}\Kaspersky.MailPlugin"), "LoadBehavior", number(3))
            .value(&format!(r"{SMALL}\Zz.AddIn"), "FriendlyName", text("Kaspersky Anti-Spam"))
            .value(&format!(r"{ACCOUNT}\Zz.Other"), "Description", text("by Kaspersky Lab"))
            // Somebody else's, and a number where a name should be.
            .value(&format!(r"{MACHINE}\Zyzzyx.Mail"), "FriendlyName", text("Zyzzyx Mail Guard"))
            .value(&format!(r"{MACHINE}\Zyzzyx.Odd"), "FriendlyName", number(1));
        let looked = find_mail_add_ins(Catalog::embedded(), &builder.seen_by(Who::User));
        let found: Vec<_> = looked.items.iter().map(|one| (one.id.as_str(), one.name.as_str(), one.scope)).collect();
        assert_eq!(
            found,
            [
                ("Kaspersky.MailPlugin", "", Scope::Machine),
                ("Zz.AddIn", "Kaspersky Anti-Spam", Scope::Machine),
                ("Zz.Other", "", Scope::User),
            ]
        );
        assert_eq!((looked.notes.len(), looked.gaps.len()), (1, 0));
    }

    #[test]
    fn a_closed_key_is_a_gap_and_its_name_counts_all_the_same() {
        let mut builder = Builder::default();
        let closed = format!(r"{MACHINE}\Kaspersky.Closed");
        builder.key(&closed).rights(&closed, "D:P(A;CI;KA;;;SY)");
        let looked = find_mail_add_ins(Catalog::embedded(), &builder.seen_by(Who::User));
        assert_eq!(looked.items.len(), 1);
        assert_eq!(looked.gaps.iter().map(|gap| gap.why).collect::<Vec<_>>(), [GapReason::NeedsAdmin]);
    }
}
