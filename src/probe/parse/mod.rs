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
