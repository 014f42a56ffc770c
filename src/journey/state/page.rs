//! The steps on the rail, and every page with its number.

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

/// Pages of one kind, each with its number. It is a table, so that no page comes without one.
macro_rules! numbered {
    ($(#[$about:meta])* $kind:ident { $($(#[$doc:meta])* $page:ident = $number:literal,)* }) => {
        $(#[$about])*
        pub enum $kind { $($(#[$doc])* $page,)* }

        impl $kind {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$page,)*];

            /// The number that a person can read out on the phone: three digits, of which the first is the step and
            /// the second the topic. No two pages share one, and a page has the same one on every computer.
            pub fn number(self) -> &'static str {
                match self { $(Self::$page => $number,)* }
            }
        }
    };
}

numbered! {
    /// A page of the journey.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Page {
        /// Who made this and what will happen.
        Welcome = "100",
        /// Looking for the first time.
        Looking = "110",
        /// What was found.
        Found = "120",
        /// Who looks after this computer?
        Caretaker = "130",
        /// Somebody else looks after it: report, do not remove.
        Managed = "131",
        /// A small office: the list of computers, before anything.
        Office = "140",
        /// The deadline and what it means.
        Why = "200",
        /// Why it was decided, for those who want to read on.
        WhyMore = "210",
        /// What would be lost.
        Prepare = "300",
        /// A disk is encrypted, or nobody knows: stop.
        EncryptionStop = "302",
        /// Help for the time without a mouse, internet or this program.
        Sheet = "400",
        /// Before the uninstaller: what its windows will ask.
        Confirm = "410",
        /// The uninstaller runs.
        Uninstalling = "420",
        /// It runs, and cannot be waited for.
        OtherWindow = "421",
        /// Looking at what it did.
        LookingAfter = "430",
        /// It ended, and the product is still here.
        Outcome = "440",
        /// A filter list would do harm at the next start.
        FixFirst = "500",
        /// The filter lists could not be read: no restart yet.
        FiltersUnread = "501",
        /// Nothing does harm at the next start any more.
        Fixed = "502",
        /// Restart now, or later.
        Restart = "510",
        /// The restart is still due.
        RestartDue = "511",
        /// Looking after the restart.
        LookingAgain = "600",
        /// Something is left.
        Left = "610",
        /// Nothing is left.
        Gone = "620",
        /// Choose what is cleaned.
        Clean = "630",
        /// Every step, before anything is done.
        CleanPreview = "631",
        /// It is being cleaned, or put back.
        Cleaning = "632",
        /// What became of it.
        CleanResult = "633",
        /// Steps for what only a person can remove.
        ByHand = "640",
        /// The clean-ups of the past.
        PastCleanups = "650",
        /// What will be put back, before it is.
        UndoPreview = "651",
        /// What protects this computer.
        Protect = "700",
        /// Questions about what should protect it.
        Choose = "710",
        /// What suits the answers.
        Suits = "711",
        /// Where the facts about one product are from.
        About = "712",
        /// Programs for what the suite did besides.
        Companions = "720",
        /// The end.
        Done = "800",
        /// Phones and tablets, which this program cannot look into.
        Phones = "810",
        /// A small office: what to watch for on the network.
        Network = "820",
        /// For people who work with very sensitive data.
        Sensitive = "840",
        /// The list of practice machines.
        PracticeList = "920",
    }
}

numbered! {
    /// Whether something protects the computer: [`Page::Protect`] has a number for each answer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    Guarded {
        /// Something is on.
        Yes = "700",
        /// Nothing is.
        No = "701",
        /// It cannot be told.
        NotKnown = "702",
    }
}

numbered! {
    /// A page that stands beside the journey, and is reached from all of its pages.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    Beside {
        /// How to get help on the phone, and which keys there are.
        Help = "900",
        /// Text size, colours, language.
        Settings = "910",
        /// Remove what the program itself keeps: what would go and what would stay.
        OwnData = "911",
        /// Whether the undo copies go too.
        UndoCopies = "912",
        /// What became of it.
        OwnDataRemoved = "913",
        /// The window should close, but an uninstaller runs.
        Closing = "930",
    }
}

impl Page {
    /// The step on the rail to which it belongs. None: beside the journey.
    pub fn step(self) -> Option<Step> {
        let place = self.number().bytes().next()?.checked_sub(b'1')?;
        Step::ALL.get(usize::from(place)).copied()
    }
}

#[cfg(test)]
mod tests;
