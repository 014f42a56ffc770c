//! What an uninstaller's exit code means.
//!
//! A code is evidence and never the verdict: after each run the computer is looked at again, and
//! that look is believed. Codes and their meaning are Microsoft's ("MsiExec.exe and InstMsi.exe
//! error messages", "System error codes"); what to do about them is this project's advice.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The exit code of an uninstaller, as Windows gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExitCode(pub u32);

impl fmt::Display for ExitCode {
    /// A code with a known meaning is a plain number; any other is shown in both spellings, since
    /// vendors and Windows write them in either.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Outcome::of(Some(*self)) {
            Outcome::Unknown(_) | Outcome::Crashed(_) => write!(f, "{} (0x{:08X})", self.0, self.0),
            _ => write!(f, "{}", self.0),
        }
    }
}

/// How a run of an uninstaller ended, by its own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 0: done. Drivers stay loaded until the restart all the same.
    Done,
    /// 3010: done, and a restart is needed to finish.
    RestartRequired,
    /// 1641: done, and the installer itself has started a restart.
    RestartStarted,
    /// 1602: the person chose Cancel. Nothing has changed.
    Cancelled,
    /// 1223: Windows' question for permission was answered with No. Nothing has changed.
    ConsentRefused,
    /// 1603: a fatal error. Known causes: a wrong removal password, a restart that is still due,
    /// the product's self-defence.
    Failed,
    /// 1604: suspended before it was complete.
    Suspended,
    /// 1605: this product is not installed, for this account or at all; 1614: it is uninstalled. A stale entry.
    NotInstalled,
    /// 1601: the Windows Installer service cannot be reached, as usual in Safe Mode.
    NoInstallerService,
    /// 1612: the source that the product was installed from is missing.
    SourceMissing,
    /// 1619: the installation package cannot be opened.
    PackageMissing,
    /// 1618: another installation is running, Windows Update for instance.
    OtherInstallation,
    /// 1625: a policy of this computer forbids it.
    ForbiddenByPolicy,
    /// 1639: the command line was wrong. We wrote it.
    WrongCommandLine,
    /// 87: a parameter was wrong. We wrote it.
    WrongParameter,
    /// 740: the program needs administrator rights and was started without.
    NeedsAdministrator,
    /// 25000–25999 and 27000–27999: numbers of the vendor's own actions. No public table says what
    /// they mean.
    VendorError(ExitCode),
    /// 0xC0000000 and above: Windows ended the program because of an error in it.
    Crashed(ExitCode),
    /// Any other code.
    Unknown(ExitCode),
    /// There is no code: the program was ended from outside, or another one went on in its place
    /// and could not be waited for.
    NoCode,
}

/// Whether a restart is due after a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RestartNeed {
    /// The uninstaller says nothing about it.
    NotSaid,
    /// It says it is done; what it removed may be loaded until a restart.
    Wise,
    /// It says a restart is needed.
    Required,
    /// A restart has already been started.
    UnderWay,
}

/// What to do after a run. A new look comes first in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NextAction {
    /// The new look says all that is to be said.
    Rescan,
    /// Restart, then look once more.
    RestartThenVerify,
    /// Nothing has happened: offer the removal again.
    OfferAgain,
    /// Restart, then try once more.
    RestartAndRetryOnce,
    /// Restart in the normal way, not in Safe Mode, then try once more.
    RestartNormallyAndRetry,
    /// Wait, then try again; see [`Outcome::wait_seconds`].
    WaitAndRetry,
    /// Only whoever manages this computer can allow it.
    AskAdministrator,
    /// Start again so that Windows asks for permission. An entry that must not have rights goes
    /// to Windows' list of installed apps instead.
    AskForRights,
    /// The normal way fails: the vendor's removal tool, in Safe Mode.
    VendorTool,
    /// Our mistake: keep the command and the log, and say so.
    ReportOurBug,
    /// Ask whether another window is still open and has to be finished.
    FinishOtherWindow,
    /// Show the number as it is, keep the log, and offer one more try.
    ShowCode,
}

impl Outcome {
    /// What a code means. None: there is no code.
    pub fn of(code: Option<ExitCode>) -> Self {
        let Some(code) = code else { return Self::NoCode };
        match code.0 {
            0 => Self::Done,
            87 => Self::WrongParameter,
            740 => Self::NeedsAdministrator,
            1223 => Self::ConsentRefused,
            1601 => Self::NoInstallerService,
            1602 => Self::Cancelled,
            1603 => Self::Failed,
            1604 => Self::Suspended,
            1605 | 1614 => Self::NotInstalled,
            1612 => Self::SourceMissing,
            1618 => Self::OtherInstallation,
            1619 => Self::PackageMissing,
            1625 => Self::ForbiddenByPolicy,
            1639 => Self::WrongCommandLine,
            1641 => Self::RestartStarted,
            3010 => Self::RestartRequired,
            25_000..26_000 | 27_000..28_000 => Self::VendorError(code),
            0xC000_0000.. => Self::Crashed(code),
            _ => Self::Unknown(code),
        }
    }

    /// Whether the uninstaller itself says that it succeeded.
    pub fn says_success(self) -> bool {
        matches!(self, Self::Done | Self::RestartRequired | Self::RestartStarted)
    }

    /// Whether a restart is due.
    pub fn restart(self) -> RestartNeed {
        match self {
            Self::Done => RestartNeed::Wise,
            Self::RestartRequired | Self::Suspended => RestartNeed::Required,
            Self::RestartStarted => RestartNeed::UnderWay,
            _ => RestartNeed::NotSaid,
        }
    }

    /// What to do next. `tries`: how often this product's uninstaller has been run, this run
    /// included. What a second run could not do, a third will not.
    pub fn next(self, tries: u32) -> NextAction {
        match self {
            Self::Done | Self::NotInstalled => NextAction::Rescan,
            Self::RestartRequired | Self::RestartStarted => NextAction::RestartThenVerify,
            Self::Cancelled | Self::ConsentRefused => NextAction::OfferAgain,
            Self::OtherInstallation => NextAction::WaitAndRetry,
            Self::ForbiddenByPolicy => NextAction::AskAdministrator,
            Self::NeedsAdministrator => NextAction::AskForRights,
            Self::SourceMissing | Self::PackageMissing | Self::VendorError(_) => NextAction::VendorTool,
            Self::WrongCommandLine | Self::WrongParameter => NextAction::ReportOurBug,
            Self::NoCode => NextAction::FinishOtherWindow,
            Self::Failed | Self::Suspended | Self::Crashed(_) | Self::NoInstallerService | Self::Unknown(_)
                if tries > 1 =>
            {
                NextAction::VendorTool
            }
            Self::Failed | Self::Suspended | Self::Crashed(_) => NextAction::RestartAndRetryOnce,
            Self::NoInstallerService => NextAction::RestartNormallyAndRetry,
            Self::Unknown(_) => NextAction::ShowCode,
        }
    }

    /// How long to wait before another try while another installation is running, in seconds:
    /// twice as long each time, five minutes at most.
    pub fn wait_seconds(tries: u32) -> u32 {
        30u32.saturating_mul(1 << tries.saturating_sub(1).min(4)).min(300)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_known_code_has_its_meaning_and_its_way_on() {
        use NextAction::*;
        use RestartNeed::*;
        // code, says success, restart, first run, second run
        let table = [
            (0, true, Wise, Rescan, Rescan),
            (3010, true, Required, RestartThenVerify, RestartThenVerify),
            (1641, true, UnderWay, RestartThenVerify, RestartThenVerify),
            (1601, false, NotSaid, RestartNormallyAndRetry, VendorTool),
            (1602, false, NotSaid, OfferAgain, OfferAgain),
            (1603, false, NotSaid, RestartAndRetryOnce, VendorTool),
            (1604, false, Required, RestartAndRetryOnce, VendorTool),
            (1605, false, NotSaid, Rescan, Rescan),
            (1614, false, NotSaid, Rescan, Rescan),
            (1612, false, NotSaid, VendorTool, VendorTool),
            (1618, false, NotSaid, WaitAndRetry, WaitAndRetry),
            (1619, false, NotSaid, VendorTool, VendorTool),
            (1625, false, NotSaid, AskAdministrator, AskAdministrator),
            (1639, false, NotSaid, ReportOurBug, ReportOurBug),
            (87, false, NotSaid, ReportOurBug, ReportOurBug),
            (740, false, NotSaid, AskForRights, AskForRights),
            (1223, false, NotSaid, OfferAgain, OfferAgain),
            (25_001, false, NotSaid, VendorTool, VendorTool),
            (27_300, false, NotSaid, VendorTool, VendorTool),
            (0xC000_0005, false, NotSaid, RestartAndRetryOnce, VendorTool),
            (2, false, NotSaid, ShowCode, VendorTool),
        ];
        for (code, success, restart, first, second) in table {
            let outcome = Outcome::of(Some(ExitCode(code)));
            assert_eq!(outcome.says_success(), success, "{code}");
            assert_eq!(outcome.restart(), restart, "{code}");
            assert_eq!((outcome.next(1), outcome.next(2)), (first, second), "{code}");
        }
    }

    #[test]
    fn a_run_without_a_code_is_neither_success_nor_failure() {
        let outcome = Outcome::of(None);
        assert_eq!(outcome, Outcome::NoCode);
        assert!(!outcome.says_success());
        assert_eq!(outcome.next(1), NextAction::FinishOtherWindow);
    }

    #[test]
    fn known_codes_are_plain_and_others_are_shown_in_both_spellings() {
        assert_eq!(ExitCode(3010).to_string(), "3010");
        assert_eq!(ExitCode(27_300).to_string(), "27300");
        assert_eq!(ExitCode(42).to_string(), "42 (0x0000002A)");
        assert_eq!(ExitCode(0xC000_0005).to_string(), "3221225477 (0xC0000005)");
        assert_eq!(ExitCode(u32::MAX).to_string(), "4294967295 (0xFFFFFFFF)");
    }

    #[test]
    fn waiting_grows_and_ends_at_five_minutes() {
        let waits: Vec<u32> = [0, 1, 2, 3, 4, 5, u32::MAX].map(Outcome::wait_seconds).to_vec();
        assert_eq!(waits, [30, 30, 60, 120, 240, 300, 300]);
    }

    #[test]
    fn a_code_is_a_number_in_the_session_file() {
        assert_eq!(serde_json::to_string(&ExitCode(1603)).unwrap(), "1603");
        assert_eq!(serde_json::from_str::<ExitCode>("3010").unwrap(), ExitCode(3010));
    }

    proptest! {
        #[test]
        fn only_three_codes_are_success(code in any::<u32>()) {
            let outcome = Outcome::of(Some(ExitCode(code)));
            prop_assert_eq!(outcome.says_success(), [0, 1641, 3010].contains(&code));
        }

        #[test]
        fn a_code_without_a_meaning_keeps_its_number(code in 3011u32..25_000, tries in 1u32..9) {
            let outcome = Outcome::of(Some(ExitCode(code)));
            prop_assert_eq!(outcome, Outcome::Unknown(ExitCode(code)));
            prop_assert_ne!(outcome.next(tries), NextAction::Rescan);
        }
    }
}
