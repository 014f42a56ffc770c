//! Attacks that were tried on this program, each a named case. They run the real console program, plant something
//! that must not get out or happen, and look at every outlet.
#![allow(
    clippy::disallowed_methods,
    reason = "a test plants files, starts the program and writes the files it is given"
)]

mod leaves;
mod planted;
#[cfg(target_os = "linux")]
mod rights;
