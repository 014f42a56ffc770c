//! Mends a Windows that is not running: one entry of a filter list goes that would stop a device at its next start.
//!
//! Its SYSTEM hive is loaded by Windows itself, and Windows alone writes into it. What is found, planned, written down
//! and put back is what it is in a Windows that runs: the same questions ([`crate::probe::another_windows`]), the same
//! plan, and the same journal in the same folder, so that what was mended here can be put back there.
//!
//! | file | what it does |
//! |---|---|
//! | [`hive`] | what is asked of a disk and of its hive; on Windows the answers stand in `windows` |
//! | [`place`] | whether a Windows lies below a folder and may be opened |
//! | [`session`] | the order of the steps: copy, load, look, change, unload, load and read again |
//! | [`system`] | that Windows as a computer that is cleaned |

mod error;
pub(crate) mod hive;
mod place;
pub(crate) mod session;
mod system;
#[cfg(windows)]
mod windows;

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod tests;

pub(crate) use error::RescueError;
#[cfg(windows)]
pub(crate) use windows::DisksOfThisComputer;
