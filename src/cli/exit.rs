//! Exit codes. Scripts rely on them.

use crate::assess::Verdict;
use crate::i18n::MessageId;
use std::process::ExitCode;

/// The codes with what they mean, once for the programs and once for people.
macro_rules! exits {
    ($($(#[$meta:meta])* $name:ident = $code:literal $meaning:ident,)*) => {
        /// How the console program ends.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Exit {
            $($(#[$meta])* $name = $code,)*
        }

        impl Exit {
            /// Every code, in the order of the help.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What it means, for a person.
            pub(super) fn meaning(self) -> MessageId {
                match self {
                    $(Self::$name => MessageId::$meaning,)*
                }
            }
        }
    };
}

exits! {
    /// Done; of a scan: clean.
    Clean = 0 CLI_EXIT_CLEAN,
    /// A product is installed.
    Installed = 10 CLI_EXIT_INSTALLED,
    /// Parts of one are left.
    Leftovers = 11 CLI_EXIT_LEFTOVERS,
    /// It cannot be told.
    CannotTell = 12 CLI_EXIT_CANNOT_TELL,
    /// Something was not changed as asked, or waits.
    NotDone = 13 CLI_EXIT_NOT_DONE,
    /// It takes an administrator.
    NoRights = 14 CLI_EXIT_NO_RIGHTS,
    /// A restart is due, and safe.
    RestartDue = 15 CLI_EXIT_RESTART_DUE,
    /// It was refused; of a downloaded file: it must not be started.
    Refused = 16 CLI_EXIT_REFUSED,
    /// The arguments make no sense (`EX_USAGE`).
    Usage = 64 CLI_EXIT_USAGE,
    /// A recording cannot be read (`EX_DATAERR`).
    Data = 65 CLI_EXIT_DATA,
    /// Something of ours failed (`EX_SOFTWARE`).
    Internal = 70 CLI_EXIT_INTERNAL,
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
