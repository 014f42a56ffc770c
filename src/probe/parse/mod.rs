//! Raw system output turned into data. Pure, and the same on every system, so that each format is
//! tested everywhere from recorded output.
pub mod certificate_blob;
pub mod product_state;
pub mod sid;
pub mod windows_version;

pub mod certificate;
pub mod pem;
pub mod encoded_text;
pub mod image_path;
pub mod inf;
pub mod multi_sz;
pub mod pending_renames;
pub mod reg_value;
pub mod tasks;
pub mod tcp_table;
pub mod accounts;
pub mod dpkg;
pub mod extensions;
pub mod init;
pub mod modules;
pub mod os_release;
pub mod packages;
pub mod pacman;
pub mod proc_net;
pub mod proc_pid;
pub mod rpm;
pub mod tool_file;
pub mod unit;
