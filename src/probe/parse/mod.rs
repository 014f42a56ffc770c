//! Raw system output turned into data. Pure, and the same on every system, so that each format is
//! tested everywhere from recorded output. What only one system has stands in a folder of its name.

pub mod accounts;
pub mod certificate;
pub mod extensions;
pub mod linux;
pub mod macos;
pub mod mozilla_profiles;
pub mod pem;
pub mod tool_file;
pub mod windows;

pub use linux::{dpkg, init, modules, os_release, packages, pacman, proc_net, proc_pid, rpm, unit};
pub use macos::{kernel_extensions, launchd, netstat, profiles, property_list, system_extensions};
pub use windows::{
    app_manifest, boot, certificate_blob, encoded_text, filter_records, firewall_rule, image_path, inf, multi_sz, pe,
    pending_renames, product_state, proxy, reg_value, security_center, sid, signatures, tasks, tcp_table, text_stream,
    upgrade_log, version_resource, windows_version, zone_identifier,
};
