//! Exit codes. Scripts rely on them.

use crate::assess::Verdict;
use std::process::ExitCode;

/// How the console program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done; of a scan: clean.
    Clean = 0,
    /// A product is installed.
    Installed = 10,
    /// Parts of one are left.
    Leftovers = 11,
    /// It cannot be told.
    CannotTell = 12,
    /// Something was not changed as asked, or waits.
    NotDone = 13,
    /// It takes an administrator.
    NoRights = 14,
    /// The arguments make no sense (`EX_USAGE`).
    Usage = 64,
    /// A recording cannot be read (`EX_DATAERR`).
    Data = 65,
    /// Something of ours failed (`EX_SOFTWARE`).
    Internal = 70,
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Installed => Self::Installed,
            Verdict::Leftovers => Self::Leftovers,
            Verdict::CannotTell => Self::CannotTell,
            Verdict::Clean => Self::Clean,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
