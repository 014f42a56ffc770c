//! Raw system output turned into data. Pure, and the same on every system, so that each format is
//! tested everywhere from recorded output.
