//! Mends a Windows that is not running: one entry of a filter list goes that would stop a device at its next start.
//!
//! Its SYSTEM hive is loaded by Windows itself, and Windows alone writes into it. What is found, planned, written down
//! and put back is what it is in a Windows that runs: the same questions ([`crate::probe::another_windows`]), the same
//! plan, and the same journal in the same folder, so that what was mended here can be put back there.
//!
//! | file | what it does |
//! |---|---|
//! | [`by_hand`] | what somebody types who has only the prompt of the recovery system |
//! | [`hive`] | what is asked of a disk and of its hive; on Windows the answers stand in `windows` |
//! | [`look`] | the entries that matter |
//! | [`place`] | whether a Windows lies below a folder and may be opened |
//! | [`session`] | the order of the steps: copy, load, look, change, unload, load and read again |
//! | [`system`] | that Windows as a computer that is cleaned |

pub(crate) mod by_hand;
#[cfg(any(windows, test))]
mod error;
#[cfg(any(windows, test))]
pub(crate) mod hive;
pub(crate) mod look;
#[cfg(any(windows, test))]
mod place;
#[cfg(any(windows, test))]
pub(crate) mod session;
#[cfg(any(windows, test))]
mod system;
#[cfg(windows)]
mod windows;

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod tests;

#[cfg(any(windows, test))]
pub(crate) use error::RescueError;
#[cfg(windows)]
pub(crate) use windows::DisksOfThisComputer;
