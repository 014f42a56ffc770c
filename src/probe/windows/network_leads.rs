//! Proxies, scripts and name servers that lead to this computer itself, and whether a program listens there.

use super::registry::Live;
use crate::catalog::Catalog;
use crate::machine::Part;
use crate::probe::Reach;
use crate::probe::parse::tcp_table;
use crate::probe::registry::network_leads;
use crate::win32::connections::Connections;
use std::net::IpAddr;

/// Looks at every scope.
pub(super) fn find_parts(_: &Catalog, reach: Reach) -> Vec<Part> {
    let listeners = listeners();
    vec![Part::NetworkLeads(network_leads::find_network_leads(&Live(reach), listeners.as_deref()))]
}

/// Addresses and ports at which programs listen. None: Windows did not say, or not of every kind of address.
fn listeners() -> Option<Vec<(IpAddr, u16)>> {
    let lists = Connections::load().ok()?;
    let mut all = tcp_table::listening_v4(&lists.listeners_v4().ok()?)?;
    all.extend(tcp_table::listening_v6(&lists.listeners_v6().ok()?)?);
    Some(all)
}
