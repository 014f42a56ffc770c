//! The steps on the rail, and every page of the journey.

use serde::{Deserialize, Serialize};

/// The steps on the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// What is here.
    Check,
    /// What changed, and when.
    Why,
    /// Save what would be lost.
    Prepare,
    /// The vendor's uninstaller.
    Remove,
    /// Restart.
    Restart,
    /// What is left.
    Verify,
    /// Is the computer protected.
    Protect,
    /// The end.
    Done,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 8] =
        [Self::Check, Self::Why, Self::Prepare, Self::Remove, Self::Restart, Self::Verify, Self::Protect, Self::Done];
}

/// The page that is shown. Each has a number that a person can read out on the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// The list of practice machines.
    PracticeList,
    /// Who made this and what will happen.
    Welcome,
    /// Looking for the first time.
    Looking,
    /// What was found.
    Found,
    /// Who looks after this computer?
    Caretaker,
    /// Somebody else looks after it: report, do not remove.
    Managed,
    /// A small office: the list of computers, before anything.
    Office,
    /// The deadline and what it means.
    Why,
    /// Why it was decided, for those who want to read on.
    WhyMore,
    /// What would be lost.
    Prepare,
    /// A disk is encrypted, or nobody knows: stop.
    EncryptionStop,
    /// Help for the time without a mouse, internet or this program.
    Sheet,
    /// Before the uninstaller: what its windows will ask.
    Confirm,
    /// The uninstaller runs.
    Uninstalling,
    /// It runs, and cannot be waited for.
    OtherWindow,
    /// Looking at what it did.
    LookingAfter,
    /// It ended, and the product is still here.
    Outcome,
    /// A filter list would do harm at the next start.
    FixFirst,
    /// The filter lists could not be read: no restart yet.
    FiltersUnread,
    /// Nothing does harm at the next start any more.
    Fixed,
    /// Restart now, or later.
    Restart,
    /// The restart is still due.
    RestartDue,
    /// Looking after the restart.
    LookingAgain,
    /// Something is left.
    Left,
    /// Nothing is left.
    Gone,
    /// Choose what is cleaned.
    Clean,
    /// Every step, before anything is done.
    CleanPreview,
    /// It is being cleaned, or put back.
    Cleaning,
    /// What became of it.
    CleanResult,
    /// Steps for what only a person can remove.
    ByHand,
    /// The clean-ups of the past.
    PastCleanups,
    /// What will be put back, before it is.
    UndoPreview,
    /// What protects this computer.
    Protect,
    /// Questions about what should protect it.
    Choose,
    /// What suits the answers.
    Suits,
    /// Where the facts about one product are from.
    About,
    /// Programs for what the suite did besides.
    Companions,
    /// The end.
    Done,
    /// Phones and tablets, which this program cannot look into.
    Phones,
    /// A small office: what to watch for on the network.
    Network,
    /// For people who work with very sensitive data.
    Sensitive,
}

impl Page {
    /// The number that a person can read out on the phone. *Protect* has three, see [`Guarded`].
    pub fn number(self) -> &'static str {
        match self {
            Self::PracticeList => "P",
            Self::Welcome => "0",
            Self::Looking => "1a",
            Self::Found => "1b",
            Self::Caretaker => "1c",
            Self::Managed => "1d",
            Self::Office => "1e",
            Self::Why => "2",
            Self::WhyMore => "2a",
            Self::Prepare => "3",
            Self::EncryptionStop => "3b",
            Self::Sheet => "4a",
            Self::Confirm => "4b",
            Self::Uninstalling => "4c",
            Self::OtherWindow => "4d",
            Self::LookingAfter => "4e",
            Self::Outcome => "4f",
            Self::FixFirst => "5a",
            Self::Restart => "5b",
            Self::RestartDue => "5c",
            Self::FiltersUnread => "5d",
            Self::Fixed => "5e",
            Self::LookingAgain => "6a",
            Self::Left => "6b",
            Self::Gone => "6c",
            Self::Clean => "6d",
            Self::CleanPreview => "6e",
            Self::Cleaning => "6f",
            Self::CleanResult => "6g",
            Self::PastCleanups => "6h",
            Self::UndoPreview => "6i",
            Self::ByHand => "6k",
            Self::Protect => Guarded::Yes.number(),
            Self::Choose => "7d",
            Self::Suits => "7e",
            Self::About => "7f",
            Self::Companions => "7g",
            Self::Done => "8",
            Self::Phones => "8b",
            Self::Network => "8c",
            Self::Sensitive => "8d",
        }
    }

    /// The step on the rail to which it belongs. None: before the journey.
    pub fn step(self) -> Option<Step> {
        let number = self.number();
        let step = match number.as_bytes()[0] {
            b'1' => Step::Check,
            b'2' => Step::Why,
            b'3' => Step::Prepare,
            b'4' => Step::Remove,
            b'5' => Step::Restart,
            b'6' => Step::Verify,
            b'7' => Step::Protect,
            b'8' => Step::Done,
            _ => return None,
        };
        Some(step)
    }
}

/// Whether something protects the computer: the page about it has a number for each answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guarded {
    /// Something is on.
    Yes,
    /// Nothing is.
    No,
    /// It cannot be told.
    NotKnown,
}

impl Guarded {
    /// The number of the page that says so.
    pub fn number(self) -> &'static str {
        match self {
            Self::Yes => "7",
            Self::No => "7b",
            Self::NotKnown => "7c",
        }
    }
}
