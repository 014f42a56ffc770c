//! The steps on the rail, and every page with its number.

mod call;

pub use call::{CALL_PAGES, call_page, call_place};

use super::numbered::numbered;
use super::question::Question;
use crate::i18n::MessageId;
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

numbered! {
    /// A page of the journey.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Page in OWN beside Question {
        /// Who made this and what will happen.
        Welcome = "100", PAGE_WELCOME, SAY_WELCOME;
        /// Looking for the first time.
        Looking = "110", PAGE_LOOKING, SAY_LOOKING;
        /// What was found.
        Found = "120", PAGE_FOUND, SAY_FOUND;
        /// Who looks after this computer?
        Caretaker = "130", PAGE_CARETAKER, SAY_CARETAKER;
        /// Somebody else looks after it: report, do not remove.
        Managed = "131", PAGE_MANAGED, SAY_MANAGED;
        /// A small office: the list of computers, before anything.
        Office = "140", PAGE_OFFICE, SAY_OFFICE;
        /// The deadline and what it means.
        Why = "200", PAGE_WHY, SAY_WHY;
        /// Why it was decided, for those who want to read on.
        WhyMore = "210", PAGE_WHY_MORE, SAY_WHY_MORE;
        /// Earlier steps, other countries, and where pages do not agree.
        WhyElsewhere = "211", PAGE_WHY_ELSEWHERE, SAY_WHY_ELSEWHERE;
        /// What has to be asked before anything is removed.
        Prepare = "300", PAGE_PREPARE, SAY_PREPARE;
        /// A disk is encrypted, or nobody knows: stop.
        EncryptionStop = "302", PAGE_ENCRYPTION_STOP, SAY_ENCRYPTION_STOP;
        /// Every answer, each to be changed.
        Answers = "390", PAGE_ANSWERS, SAY_ANSWERS;
        /// Nothing on this computer is the person's own: the personal questions at once.
        NotMine = "391", PAGE_NOT_MINE, SAY_NOT_MINE;
        /// Help for the time without a mouse, internet or this program.
        Sheet = "400", PAGE_SHEET, SAY_SHEET;
        /// Before the uninstaller: what its windows will ask.
        Confirm = "410", PAGE_CONFIRM, SAY_CONFIRM;
        /// The uninstaller runs.
        Uninstalling = "420", PAGE_UNINSTALLING, SAY_UNINSTALLING;
        /// It runs, and cannot be waited for.
        OtherWindow = "421", PAGE_OTHER_WINDOW, SAY_OTHER_WINDOW;
        /// Looking at what it did.
        LookingAfter = "430", PAGE_LOOKING_AFTER, SAY_LOOKING_AFTER;
        /// It ended, and the product is still here.
        Outcome = "440", PAGE_OUTCOME, SAY_OUTCOME;
        /// How to get the vendor's removal tool safely, and the file to be checked.
        ToolCheck = "450", PAGE_TOOL_CHECK, SAY_TOOL_CHECK;
        /// What was seen of that file.
        ToolChecked = "451", PAGE_TOOL_CHECKED, SAY_TOOL_CHECKED;
        /// What can be done without the tool, and what cannot.
        WithoutTool = "452", PAGE_WITHOUT_TOOL, SAY_WITHOUT_TOOL;
        /// A filter list would do harm at the next start.
        FixFirst = "500", PAGE_FIX_FIRST, SAY_FIX_FIRST;
        /// The filter lists could not be read: no restart yet.
        FiltersUnread = "501", PAGE_FILTERS_UNREAD, SAY_FILTERS_UNREAD;
        /// Nothing does harm at the next start any more.
        Fixed = "502", PAGE_FIXED, SAY_FIXED;
        /// The way through the recovery system, for a Windows that cannot be used.
        Recovery = "503", PAGE_RECOVERY, SAY_RECOVERY;
        /// Restart now, or later.
        Restart = "510", PAGE_RESTART, SAY_RESTART;
        /// The restart is still due.
        RestartDue = "511", PAGE_RESTART_DUE, SAY_RESTART_DUE;
        /// Looking after the restart.
        LookingAgain = "600", PAGE_LOOKING_AGAIN, SAY_LOOKING_AGAIN;
        /// Something is left.
        Left = "610", PAGE_LEFT, SAY_LEFT;
        /// Nothing is left.
        Gone = "620", PAGE_GONE, SAY_GONE;
        /// Choose what is cleaned.
        Clean = "630", PAGE_CLEAN, SAY_CLEAN;
        /// Every step, before anything is done.
        CleanPreview = "631", PAGE_CLEAN_PREVIEW, SAY_CLEAN_PREVIEW;
        /// It is being cleaned, or put back.
        Cleaning = "632", PAGE_CLEANING, SAY_CLEANING;
        /// What became of it.
        CleanResult = "633", PAGE_CLEAN_RESULT, SAY_CLEAN_RESULT;
        /// Steps for what only a person can remove.
        ByHand = "640", PAGE_BY_HAND, SAY_BY_HAND;
        /// The clean-ups of the past.
        PastCleanups = "650", PAGE_PAST_CLEANUPS, SAY_PAST_CLEANUPS;
        /// What will be put back, before it is.
        UndoPreview = "651", PAGE_UNDO_PREVIEW, SAY_UNDO_PREVIEW;
        /// What protects this computer.
        Protect = "700", PAGE_PROTECT, SAY_PROTECT;
        /// Questions about what should protect it.
        Choose = "710", PAGE_CHOOSE, SAY_CHOOSE;
        /// What suits the answers.
        Suits = "711", PAGE_SUITS, SAY_SUITS;
        /// Where the facts about one product are from.
        About = "712", PAGE_ABOUT, SAY_ABOUT;
        /// Programs for what the suite did besides.
        Companions = "720", PAGE_COMPANIONS, SAY_COMPANIONS;
        /// The end.
        Done = "800", PAGE_DONE, SAY_DONE;
        /// Phones and tablets, which this program cannot look into.
        Phones = "810", PAGE_PHONES, SAY_PHONES;
        /// A small office: what to watch for on the network.
        Network = "820", PAGE_NETWORK, SAY_NETWORK;
        /// How the subscription is ended.
        Subscription = "830", PAGE_SUBSCRIPTION, SAY_SUBSCRIPTION;
        /// For people who work with very sensitive data.
        Sensitive = "840", PAGE_SENSITIVE, SAY_SENSITIVE;
        /// The list of practice machines.
        PracticeList = "920", PAGE_PRACTICE_LIST, SAY_PRACTICE_LIST;
    }
}

numbered! {
    /// Whether something protects the computer: [`Page::Protect`] has a number for each answer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    Guarded in ALL {
        /// Something is on.
        Yes = "700", PAGE_PROTECT, SAY_PROTECT;
        /// Nothing is.
        No = "701", PAGE_UNPROTECTED, SAY_UNPROTECTED;
        /// It cannot be told.
        NotKnown = "702", PAGE_PROTECTION_UNKNOWN, SAY_PROTECTION_UNKNOWN;
    }
}

numbered! {
    /// A page that stands beside the journey, and is reached from all of its pages.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    Beside in ALL {
        /// How to get help on the phone, and which keys there are.
        Help = "900", PAGE_HELP, SAY_HELP;
        /// Everything about the page below it, for a helper.
        ForHelper = "901", PAGE_FOR_HELPER, SAY_FOR_HELPER;
        /// Text size, colours, language.
        Settings = "910", PAGE_SETTINGS, SAY_SETTINGS;
        /// Remove what the program itself keeps: what would go and what would stay.
        OwnData = "911", PAGE_OWN_DATA, SAY_OWN_DATA;
        /// Whether the undo copies go too.
        UndoCopies = "912", PAGE_UNDO_COPIES, SAY_UNDO_COPIES;
        /// What became of it.
        OwnDataRemoved = "913", PAGE_OWN_DATA_REMOVED, SAY_OWN_DATA_REMOVED;
        /// In practice: the list of all pages, to open one of them.
        GoTo = "921", PAGE_GO_TO, SAY_GO_TO;
        /// The window should close, but an uninstaller runs.
        Closing = "930", PAGE_CLOSING, SAY_CLOSING;
        /// The buttons that do not fit into a small window.
        More = "940", PAGE_MORE, SAY_MORE;
        /// A result that was saved, or two of them compared.
        SavedResult = "950", PAGE_SAVED_RESULT, SAY_SAVED_RESULT;
    }
}

impl Page {
    /// Every page, in the order of the numbers.
    pub fn all_pages() -> Vec<Self> {
        let questions = Question::ALL.iter().map(|question| Self::Question(*question));
        let mut all: Vec<Self> = Self::OWN.iter().copied().chain(questions).collect();
        all.sort_unstable_by_key(|page| page.number());
        all
    }

    /// The step on the rail to which it belongs. None: beside the journey.
    pub fn step(self) -> Option<Step> {
        let place = self.number().bytes().next()?.checked_sub(b'1')?;
        Step::ALL.get(usize::from(place)).copied()
    }
}

#[cfg(test)]
mod tests;
