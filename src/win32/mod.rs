//! Windows' own calls, for whoever reads the computer and whoever changes it.
//!
//! This is the one room with `unsafe`: behind each of its doors stands a small type or function that cannot be
//! called wrongly. It knows nothing of what is looked for. What is opened here is closed when it goes out of
//! scope, and what Windows answers is handed on as it is.

pub(crate) mod accounts;
pub(crate) mod by_handle;
pub(crate) mod certificate_store;
pub(crate) mod code;
pub(crate) mod connections;
pub(crate) mod contrast;
#[cfg(target_env = "gnu")]
mod deferred;
pub(crate) mod descriptor;
pub(crate) mod drives;
pub(crate) mod filtering_platform;
pub(crate) mod installer;
pub(crate) mod libraries;
pub(crate) mod managed;
pub(crate) mod privilege;
pub(crate) mod processes;
pub(crate) mod registry;
pub(crate) mod relaunch;
pub(crate) mod restart;
pub(crate) mod restore_point;
pub(crate) mod security;
pub(crate) mod services;
pub(crate) mod session;
pub(crate) mod shell;
pub(crate) mod signature;
pub(crate) mod system_folders;
mod system_library;
pub(crate) mod token;
pub(crate) mod wide;
pub(crate) mod wmi_query;
