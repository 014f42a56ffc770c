//! What somebody without rights can plant, tried on the real console program.
#![cfg(target_os = "linux")]
#![allow(clippy::disallowed_methods, reason = "a test plants files and starts the program")]

mod rights;
