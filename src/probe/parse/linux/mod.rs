//! Formats of Linux.

pub mod dpkg;
pub mod init;
pub mod modules;
pub mod os_release;
pub mod packages;
pub mod pacman;
pub mod proc_net;
pub mod proc_pid;
pub mod rpm;
pub mod unit;
