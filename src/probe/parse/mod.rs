//! Raw system output turned into data. Pure, and the same on every system, so that each format is
//! tested everywhere from recorded output.

pub mod accounts;
pub mod certificate;
pub mod certificate_blob;
pub mod dpkg;
pub mod encoded_text;
pub mod extensions;
pub mod image_path;
pub mod inf;
pub mod init;
pub mod kernel_extensions;
pub mod launchd;
pub mod modules;
pub mod mozilla_profiles;
pub mod multi_sz;
pub mod netstat;
pub mod os_release;
pub mod packages;
pub mod pacman;
pub mod pe;
pub mod pem;
pub mod pending_renames;
pub mod proc_net;
pub mod proc_pid;
pub mod product_state;
pub mod profiles;
pub mod property_list;
pub mod reg_value;
pub mod rpm;
pub mod sid;
pub mod system_extensions;
pub mod tasks;
pub mod tcp_table;
pub mod tool_file;
pub mod unit;
pub mod windows_version;
