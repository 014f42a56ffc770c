//! Names and addresses to watch for on a network, as lines that can be copied into a search.

use crate::catalog::{Catalog, Endpoints, Fact};

/// Ports on which a computer reaches the office's own server; see `assets/catalog/endpoints.toml`.
const SERVER_PORTS: &str = "# Network Agent to the office's own server: TCP 13000, TCP 14000";

/// One line each. Lines that begin with `#` explain. What no source confirms is left out.
pub fn network_list(catalog: &Catalog) -> Vec<String> {
    let Endpoints { ranges, names } = &catalog.endpoints;
    let mut lines = vec![format!("# Names and addresses of Kaspersky, checked {}", catalog.date)];
    let names = names.iter().filter(|(_, _, fact)| sourced(fact));
    lines.extend(names.map(|(name, what, _)| format!("{name}  # {what}")));
    lines.extend(ranges.iter().filter(|(_, fact)| sourced(fact)).map(|(range, _)| range.to_string()));
    lines.push(SERVER_PORTS.into());
    lines
}

/// How many names and how many address ranges the list has.
pub fn address_counts(catalog: &Catalog) -> (usize, usize) {
    let Endpoints { ranges, names } = &catalog.endpoints;
    let names = names.iter().filter(|(_, _, fact)| sourced(fact)).count();
    (names, ranges.iter().filter(|(_, fact)| sourced(fact)).count())
}

fn sourced(fact: &Fact) -> bool {
    !fact.sources.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_every_sourced_name_and_range_and_no_other() {
        let catalog = Catalog::embedded();
        let lines = network_list(catalog);
        let (names, ranges) = address_counts(catalog);
        assert_eq!(lines.iter().filter(|line| !line.starts_with('#')).count(), names + ranges);
        assert!(lines.iter().any(|line| line == "185.54.220.0/22"));
        assert!(lines.iter().any(|line| line.starts_with("crl.kaspersky.com")));
        assert!(!lines.iter().any(|line| line.starts_with("*.kaspersky.net")), "no source confirms it");
    }
}
