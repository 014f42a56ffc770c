//! Formats of macOS.

pub mod kernel_extensions;
pub mod launchd;
pub mod netstat;
pub mod profiles;
pub mod property_list;
pub mod system_extensions;
