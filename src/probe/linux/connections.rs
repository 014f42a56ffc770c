//! Established connections to the vendor's address ranges. Others are not recorded.

use super::{Here, processes};
use crate::catalog::Catalog;
use crate::machine::{Connection, GapReason, Observed, Presence};
use crate::probe::disk;
use crate::probe::parse::proc_net;
use std::collections::BTreeMap;
use std::fs;

pub(super) fn find_connections(catalog: &Catalog, here: &Here) -> Observed<Connection> {
    let mut looked = Observed::none();
    let mut sockets = Vec::new();
    for table in ["/proc/net/tcp", "/proc/net/tcp6"].map(|table| here.at(table)) {
        if let Some(bytes) = disk::read_file(&table, &mut looked.gaps) {
            let (found, damage) = proc_net::parse_proc_net(&bytes);
            sockets.extend(found);
            disk::add_damage(&table, &damage, &mut looked.gaps);
        }
    }
    if disk::path_presence(&here.at("/proc/net")) != Presence::Present {
        looked.gap(GapReason::Failed, "/proc/net", "/proc is not there");
    }
    sockets.retain(|socket| catalog.endpoints.contains(socket.remote));
    if !sockets.is_empty() {
        let mut owners = owners(here);
        looked.items.extend(sockets.into_iter().map(|socket| Connection {
            remote: socket.remote,
            port: socket.port,
            process: owners.remove(&socket.inode),
        }));
    }
    looked
}

/// Which program holds which socket, as far as this account may see. Costly, so only asked when
/// there is a connection to explain.
fn owners(here: &Here) -> BTreeMap<u64, String> {
    let mut owners = BTreeMap::new();
    let proc = here.at("/proc");
    for number in processes::process_ids(&proc, &mut Vec::new()) {
        let folder = proc.join(number.to_string());
        for file in disk::list_folder(&folder.join("fd"), &mut Vec::new()) {
            let Ok(target) = fs::read_link(file.path()) else { continue };
            let target = target.to_string_lossy();
            let inode = target.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')?.parse().ok());
            if let (Some(inode), Some(process)) = (inode, processes::read_process(&folder)) {
                owners.insert(inode, process.name);
            }
        }
    }
    owners
}
