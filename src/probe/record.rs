//! Writes a snapshot to a file.
