//! The tables of open connections and of programs that wait for one (TCP).

use super::system_library::system_library;
use std::ffi::c_void;
use std::io;
use windows_sys::Win32::Foundation::{ERROR_INSUFFICIENT_BUFFER, ERROR_NOT_SUPPORTED, NO_ERROR};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    TCP_TABLE_CLASS, TCP_TABLE_OWNER_PID_CONNECTIONS, TCP_TABLE_OWNER_PID_LISTENER,
};
use windows_sys::Win32::Networking::WinSock::{AF_INET, AF_INET6};

system_library! {
    /// Lists connections.
    struct IpHelper in "iphlpapi.dll" {
        GetExtendedTcpTable: fn(*mut c_void, *mut u32, i32, u32, i32, u32) -> u32,
    }
}

/// What lists the connections.
pub(crate) struct Connections(IpHelper);

impl Connections {
    /// Loads it.
    ///
    /// # Errors
    /// Windows could not load its own library.
    pub(crate) fn load() -> io::Result<Self> {
        IpHelper::load().map(Self)
    }

    /// `MIB_TCPTABLE_OWNER_PID`
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn v4(&self) -> io::Result<Vec<u8>> {
        self.table(AF_INET.into(), TCP_TABLE_OWNER_PID_CONNECTIONS)
    }

    /// The same of programs that listen.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn listeners_v4(&self) -> io::Result<Vec<u8>> {
        self.table(AF_INET.into(), TCP_TABLE_OWNER_PID_LISTENER)
    }

    /// The same of programs that listen.
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn listeners_v6(&self) -> io::Result<Vec<u8>> {
        self.table(AF_INET6.into(), TCP_TABLE_OWNER_PID_LISTENER)
    }

    /// `MIB_TCP6TABLE_OWNER_PID`
    ///
    /// # Errors
    /// What Windows said.
    pub(crate) fn v6(&self) -> io::Result<Vec<u8>> {
        self.table(AF_INET6.into(), TCP_TABLE_OWNER_PID_CONNECTIONS)
    }

    /// The table of one address family. A family that is not installed has no connections.
    fn table(&self, family: u32, class: TCP_TABLE_CLASS) -> io::Result<Vec<u8>> {
        let mut table = vec![0u8; 16 * 1024];
        // The list may grow between two calls, so a few attempts.
        for _ in 0..8 {
            let mut length = table.len() as u32;
            let data = table.as_mut_ptr().cast();
            // SAFETY: the buffer has `length` bytes.
            let code = unsafe { (self.0.GetExtendedTcpTable)(data, &mut length, 0, family, class, 0) };
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
