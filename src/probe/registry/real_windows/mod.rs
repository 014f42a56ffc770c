//! A healthy Windows 11 computer at home, with the rights, the odd values and the comings and goings of
//! real ones, laid under every question that is asked of the registry and of the disk.

mod disk;
mod going;
mod informing;
mod odd;
#[path = "offline/tests.rs"]
pub(crate) mod offline;
mod pc;
#[path = "places/tests.rs"]
mod places;
mod rights;
mod tests;
