//! What kind of Windows this is: for one person, a server, or one that looks after a whole domain.

use super::{Hive, NAME, Registry};
use crate::probe::parse::windows_version;

/// The key below `HKLM`.
const PRODUCT: &str = r"SYSTEM\CurrentControlSet\Control\ProductOptions";

/// Whether this is a server edition, which has no Security Center. None: Windows does not say.
pub(crate) fn is_server(registry: &dyn Registry) -> Option<bool> {
    windows_version::is_server(&product_type(registry)?)
}

#[cfg(any(windows, test))]
/// Whether this computer looks after the accounts of a whole domain. What Windows does not say is no.
pub(crate) fn is_domain_controller(registry: &dyn Registry) -> bool {
    product_type(registry).is_some_and(|product_type| windows_version::is_domain_controller(&product_type))
}

fn product_type(registry: &dyn Registry) -> Option<String> {
    registry.key(Hive::Machine, PRODUCT).ok()??.text("ProductType", NAME, &mut Vec::new())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::fake::{Builder, Fake, number, text};
    use super::super::fake_rights::Who;
    use super::*;

    /// A computer that says this of itself.
    pub(crate) fn computer(product_type: &str) -> Builder {
        let mut registry = Builder::default();
        registry.value(&format!(r"HKLM\{PRODUCT}"), "ProductType", text(product_type));
        registry
    }

    fn told(registry: &Fake) -> (Option<bool>, bool) {
        (is_server(registry), is_domain_controller(registry))
    }

    #[test]
    fn a_computer_says_what_it_is() {
        let said = |product_type| told(&computer(product_type).seen_by(Who::User));
        assert_eq!(said("WinNT"), (Some(false), false));
        assert_eq!(said("ServerNT"), (Some(true), false));
        assert_eq!(said("LanmanNT"), (Some(true), true));
        assert_eq!(said("SomethingNew"), (None, false));
    }

    #[test]
    fn a_computer_that_does_not_say_is_nothing_special() {
        let key = format!(r"HKLM\{PRODUCT}");
        assert_eq!(told(&Builder::default().seen_by(Who::User)), (None, false));
        assert_eq!(told(&computer("LanmanNT").value(&key, "ProductType", number(1)).seen_by(Who::User)), (None, false));
        let closed = computer("LanmanNT").rights(&key, "D:P(A;CI;KA;;;SY)").seen_by(Who::User);
        assert_eq!(told(&closed), (None, false));
    }
}
