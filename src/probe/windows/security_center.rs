//! Antivirus and firewall products that Windows Security Center lists.

use super::host;
use super::listing::Listings;
use super::path_names;
use super::registry::{Hive, Key, Name};
use super::service_manager::Asked;
use crate::catalog::Catalog;
use crate::machine::{Gap, GapReason, Observed, Part, Presence, ProtectionState, SecurityProduct, SecurityRole};
use crate::probe::or_gap::OrGap;
use crate::probe::parse::{self, image_path, product_state};
use crate::probe::registry::Manager as _;
use crate::win32::wmi_query::{Namespace, Object};

/// Where WMI keeps the list.
const NAMESPACE: &str = r"root\SecurityCenter2";
/// The service behind it. Asking the registry for it is much faster than waking WMI in vain.
const SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\wscsvc";
/// The classes of the list.
const CLASSES: [(&str, SecurityRole); 2] =
    [("AntiVirusProduct", SecurityRole::Antivirus), ("FirewallProduct", SecurityRole::Firewall)];

/// Lists the products.
pub(super) fn find_parts(_: &Catalog) -> Vec<Part> {
    let looked = match open() {
        Ok(namespace) => products(&namespace),
        Err(gap) => Observed::unknown(gap),
    };
    vec![Part::SecurityCenter(looked)]
}

/// The antivirus product of another maker that is on, if there is one. Nothing is said about
/// whether the list could be read.
pub(super) fn other_antivirus_on() -> Option<String> {
    let objects = open().ok()?.objects("AntiVirusProduct").ok()?;
    let on = objects.iter().filter(|object| object.number("productState").is_some_and(is_another_on));
    on.filter_map(|object| product(object, SecurityRole::Antivirus))
        .find(|product| !product.there.is_absent())
        .map(|product| product.name)
}

fn is_another_on(state: u32) -> bool {
    !product_state::is_microsoft(state) && product_state::protection_state(state) == ProtectionState::On
}

fn open() -> Result<Namespace, Gap> {
    if host::is_server() == Some(true) {
        return Err(Gap::new(GapReason::NotOnThisOs, NAMESPACE, "Windows Server has no Security Center"));
    }
    let key = parse::security_center::service_key(NAMESPACE, "wscsvc", Key::open(Hive::Machine, SERVICE))?;
    let start = key.and_then(|key| key.value("Start").ok().flatten()?.dword().ok());
    // A manager that cannot be asked is no reason not to ask WMI.
    let state = Asked.state(&Name::of("wscsvc"));
    if let Some(gap) = parse::security_center::silence_gap(NAMESPACE, start, state) {
        return Err(gap);
    }
    Namespace::open(NAMESPACE).map_err(|error| error.gap_at(NAMESPACE))
}

fn products(namespace: &Namespace) -> Observed<SecurityProduct> {
    let mut looked = Observed::none();
    for (class, role) in CLASSES {
        let place = format!(r"{NAMESPACE}:{class}");
        let objects = namespace.objects(class).map_err(|error| error.gap_at(&place)).or_gap(&mut looked);
        for object in objects.iter().flatten() {
            match product(object, role) {
                Some(product) => looked.items.push(product),
                None => looked.gap(GapReason::Failed, place.as_str(), "a product without a readable name"),
            }
        }
    }
    looked
}

/// One product. None: its name cannot be read.
fn product(object: &Object, role: SecurityRole) -> Option<SecurityProduct> {
    let state = object.number("productState");
    let program = object.text("pathToSignedReportingExe").and_then(|text| program(&text));
    Some(SecurityProduct {
        name: object.text("displayName")?,
        role,
        state: state.map(product_state::protection_state).unwrap_or_default(),
        // A firewall has no signatures to be old.
        up_to_date: state.filter(|_| role == SecurityRole::Antivirus).and_then(product_state::up_to_date),
        there: program.as_deref().map_or(Presence::NotAsked, |path| Listings::default().presence(path)),
        program,
    })
}

/// The path in what a product registered, which may be quoted or hold variables.
fn program(text: &str) -> Option<String> {
    let path = image_path::expand_variables(text.trim().trim_matches('"'), path_names::path_names().variable);
    (!path.is_empty()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_registered_program_is_looked_for_where_it_is_said_to_be() {
        let presence = |text: &str| Listings::default().presence(&program(text).unwrap());
        assert_eq!(presence(r#""%SystemRoot%\system32\kernel32.dll""#), Presence::Present);
        assert_eq!(presence(r"C:\no such folder\avp.exe"), Presence::Absent);
        assert_eq!(presence(r"\\server\share\avp.exe"), Presence::Unknown(GapReason::NotTried));
        assert_eq!(presence("windowsdefender://"), Presence::Unknown(GapReason::Failed));
        assert_eq!(program(" "), None);
    }

    #[test]
    fn only_a_product_of_another_maker_that_is_on_stands_in_defenders_way() {
        assert!(is_another_on(0x041000) && is_another_on(0x041010));
        assert!(!is_another_on(0x061100) && !is_another_on(0x040000) && !is_another_on(0x042000));
    }
}
