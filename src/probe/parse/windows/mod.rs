//! Formats of Windows.

pub mod app_manifest;
pub mod boot;
pub mod certificate_blob;
pub mod encoded_text;
pub mod filter_records;
pub mod firewall_rule;
pub mod image_path;
pub mod inf;
pub mod multi_sz;
pub mod pe;
pub mod pending_renames;
pub mod product_state;
pub mod proxy;
pub mod reg_value;
pub mod security_center;
pub mod sid;
pub mod signatures;
pub mod tasks;
pub mod tcp_table;
pub mod text_stream;
pub mod upgrade_log;
pub mod version_resource;
pub mod windows_version;
pub mod zone_identifier;
