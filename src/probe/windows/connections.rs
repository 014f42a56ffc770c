//! Open connections to the vendor's address ranges. No others are recorded.

use super::processes;
use crate::catalog::Catalog;
use crate::machine::{Connection, Gap, Looked, Part, Why};
use crate::probe::parse::tcp_table::{self, Row};
use crate::win32::system_library::system_library;
use std::collections::BTreeMap;
use std::ffi::c_void;
use std::io;
use windows_sys::Win32::Foundation::{ERROR_INSUFFICIENT_BUFFER, ERROR_NOT_SUPPORTED, NO_ERROR};
use windows_sys::Win32::NetworkManagement::IpHelper::TCP_TABLE_OWNER_PID_CONNECTIONS;
use windows_sys::Win32::Networking::WinSock::{AF_INET, AF_INET6};

system_library! {
    /// Lists connections.
    struct IpHelper in "iphlpapi.dll" {
        GetExtendedTcpTable: fn(*mut c_void, *mut u32, i32, u32, i32, u32) -> u32,
    }
}

/// Looks for open connections to the vendor.
pub(super) fn look(catalog: &Catalog) -> Vec<Part> {
    let mut looked = Looked::none();
    let mut rows = Vec::new();
    match IpHelper::load() {
        Ok(helper) => {
            for (family, words, parse) in [
                (AF_INET, "connections by IPv4", tcp_table::established_v4 as fn(&[u8]) -> Option<Vec<Row>>),
                (AF_INET6, "connections by IPv6", tcp_table::established_v6),
            ] {
                match helper.table(u32::from(family)).map(|table| parse(&table)) {
                    Ok(Some(open)) => rows.extend(open),
                    Ok(None) => looked.gap(Why::Failed, words, "the list is shorter than it says"),
                    Err(error) => looked.gaps.push(Gap::from_io(words, &error)),
                }
            }
        }
        Err(error) => looked.gaps.push(Gap::from_io("connections", &error)),
    }
    rows.retain(|row| catalog.endpoints.contains(row.remote));
    // The names of processes are asked for only when there is somebody to name.
    let names =
        if rows.is_empty() { BTreeMap::new() } else { processes::names().map(|(names, _)| names).unwrap_or_default() };
    looked.items.extend(rows.into_iter().map(|Row { remote, port, process }| Connection {
        remote,
        port,
        process: names.get(&process).cloned(),
    }));
    vec![Part::Connections(looked)]
}

impl IpHelper {
    /// The table of one address family. A family that is not installed has no connections.
    fn table(&self, family: u32) -> io::Result<Vec<u8>> {
        let mut table = vec![0u8; 16 * 1024];
        // The list may grow between two calls, so a few attempts.
        for _ in 0..8 {
            let mut length = table.len() as u32;
            let data = table.as_mut_ptr().cast();
            // SAFETY: the buffer has `length` bytes.
            let code =
                unsafe { (self.GetExtendedTcpTable)(data, &mut length, 0, family, TCP_TABLE_OWNER_PID_CONNECTIONS, 0) };
            match code {
                NO_ERROR => return Ok(table),
                ERROR_INSUFFICIENT_BUFFER => table.resize(length as usize + 4096, 0),
                ERROR_NOT_SUPPORTED => return Ok(vec![0; 4]),
                code => return Err(io::Error::from_raw_os_error(code.cast_signed())),
            }
        }
        Err(io::Error::other("the list keeps growing"))
    }
}
