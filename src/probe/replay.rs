//! Reads a recorded snapshot.
