//! App packages and rules of the firewall.

use super::*;
use crate::machine::{AppPackage, FirewallRule};

pub(super) fn windows_list_sightings<'a>(look: &Look<'a>) -> Vec<Sighting<'a>> {
    let snapshot = look.snapshot;
    let packages = &snapshot.app_packages.items;
    let ids = publisher_ids(look, packages);
    let apps = packages.iter().filter_map(|package| app(look, package, &ids));
    apps.chain(snapshot.firewall_rules.items.iter().filter_map(|rule| firewall_rule(look, rule))).collect()
}

/// Ids of publishers who signed a package that is the vendor's.
fn publisher_ids(look: &Look<'_>, packages: &[AppPackage]) -> HashSet<String> {
    let own = packages.iter().filter(|package| match publisher(look, package) {
        Some(Reason::VendorPublisher(_)) => true,
        Some(Reason::OtherPublisher(_)) => false,
        _ => has_own_name(look, package),
    });
    own.filter_map(AppPackage::publisher_id).collect()
}

/// Whether a package has a name that begins with the vendor's. Behind the digits and letters that the store puts
/// before other names, as in `4DF9E0F8.Guide`, it is only a word in a name that anybody may choose.
fn has_own_name(look: &Look<'_>, package: &AppPackage) -> bool {
    let first = package.name().split('.').next().unwrap_or_default();
    look.catalog.vendor.is_app_name(package.name()) && look.named(first).is_some()
}

fn app<'a>(look: &Look<'a>, package: &AppPackage, ids: &HashSet<String>) -> Option<Sighting<'a>> {
    // Nobody else can use the publisher's id: it is made from the name in the signature.
    let own = has_own_name(look, package) || package.publisher_id().is_some_and(|id| ids.contains(&id));
    let named = || [&package.full_name, &package.display].into_iter().find_map(|text| look.named(text));
    let name = if own { Some(Reason::DistinctiveName) } else { named() }?;
    let artifact =
        Artifact::AppPackage { list: package.list, full_name: package.full_name.clone(), path: package.place.clone() };
    let sighting = Sighting::new(None, Kind::Package, package.name(), artifact)
        .because([name])
        .because(publisher(look, package))
        .because(look.embedded(None, package.name()))
        .scope(package.scope);
    Some(sighting.danger(Danger::Guided))
}

/// What the publisher in the manifest says.
fn publisher(look: &Look<'_>, package: &AppPackage) -> Option<Reason> {
    let publisher = package.publisher.as_deref()?;
    let parts = ["O", "CN"].into_iter().filter_map(|key| certificates::subject_part(publisher, key));
    let names = || parts.clone().map(|name| name.trim_matches('"'));
    let vendor = names().find(|name| look.catalog.vendor.is_publisher(name));
    Some(match vendor {
        Some(name) => Reason::VendorPublisher(name.to_string()),
        None => names().find_map(|name| look.named(name)).unwrap_or_else(|| {
            let other = names().next().unwrap_or(publisher);
            Reason::OtherPublisher(other.to_string())
        }),
    })
}

/// A rule for one of the vendor's programs, or that bears the vendor's name. People and offices name their own
/// rules as they like, so the name alone says little; one that blocks was made against the vendor.
fn firewall_rule<'a>(look: &Look<'a>, rule: &FirewallRule) -> Option<Sighting<'a>> {
    let program = rule.program.as_deref().unwrap_or_default();
    let folder = look.path_reason(program);
    let own_program = folder == Some(Reason::VendorFolder);
    let name = look.named(&rule.name).or_else(|| look.named(&rule.group));
    if !own_program && (rule.blocks || name.is_none() || is_of_others(look, rule, folder.as_ref())) {
        return None;
    }
    let shown = [rule.name.as_str(), file_name(program)];
    let shown = shown.into_iter().find(|text| !text.trim().is_empty() && !text.starts_with('@')).unwrap_or(&rule.id);
    // The vendor's programs and the vendor's name: two that say the same.
    let name = if own_program { name.map(|_| Reason::DistinctiveName) } else { name };
    let artifact = Artifact::FirewallRule { key: rule.place.clone(), id: rule.id.clone() };
    let sighting = Sighting::new(None, Kind::Registry, shown, artifact)
        .because(folder)
        .because(name)
        .because(own_program.then_some(Reason::VendorNamed))
        .because(look.named(program))
        .because(look.embedded(None, shown))
        .because(missing(&rule.there));
    Some(sighting.danger(Danger::Guided))
}

/// Whether a rule is for a program of Windows or of somebody else, whatever the rule is called. Of a program that
/// is gone, a file's name may still say whose it was.
fn is_of_others(look: &Look<'_>, rule: &FirewallRule, folder: Option<&Reason>) -> bool {
    let program = rule.program.as_deref().unwrap_or_default();
    // `System` stands for the kernel of Windows.
    let windows = program.eq_ignore_ascii_case("System")
        || program.split('\\').nth(1).is_some_and(|folder| folder.eq_ignore_ascii_case("Windows"));
    let others = matches!(folder, Some(Reason::OtherFolder(_)));
    let named = look.named(program).is_some();
    windows || (others && (rule.there.is_present() || !named))
}

#[cfg(test)]
mod tests;
