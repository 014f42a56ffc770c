//! What kinds of buttons there are. A new one does not compile until it stands here, and then has to be pressed.

use crate::journey::{
    Button, ChooseButton, CleanButton, PrepareButton, RemoveButton, RestartButton, SaveButton, SuccessorButton,
    ToolButton,
};

macro_rules! variants {
    ($($pattern:pat => $name:literal,)*) => {
        /// The name of each kind.
        pub const VARIANTS: &[&str] = &[$($name),*];

        /// Which kind a button is.
        pub fn variant(button: &Button) -> &'static str {
            match button {
                $($pattern => $name,)*
            }
        }
    };
}

variants! {
    Button::Start => "start",
    Button::OtherLanguage => "other language",
    Button::Came(_) => "came",
    Button::Continue => "continue",
    Button::Back => "back",
    Button::LookAgain => "look again",
    Button::StopLooking => "stop looking",
    Button::Caretaker(_) => "caretaker",
    Button::Practice(_) => "practice",
    Button::Prepare(PrepareButton::Answer(..)) => "answer",
    Button::Prepare(PrepareButton::ConfirmLoss(_)) => "confirm loss",
    Button::Prepare(PrepareButton::ChooseManager(_)) => "choose manager",
    Button::Prepare(PrepareButton::Passwords(_)) => "passwords",
    Button::Prepare(PrepareButton::Change(_)) => "change",
    Button::Prepare(PrepareButton::ByHand) => "by hand",
    Button::Prepare(PrepareButton::NotInFile(_)) => "not in the file",
    Button::Prepare(PrepareButton::DeleteLater) => "delete later",
    Button::Prepare(PrepareButton::ShowExport) => "show export",
    Button::Prepare(PrepareButton::OpenNotMine) => "open not mine",
    Button::Prepare(PrepareButton::TickNotMine) => "tick not mine",
    Button::Remove(RemoveButton::StartUninstaller) => "start uninstaller",
    Button::Remove(RemoveButton::SkipProduct) => "skip product",
    Button::Remove(RemoveButton::OtherWindowFinished) => "other window finished",
    Button::Remove(RemoveButton::ShowSteps) => "show steps",
    Button::Remove(RemoveButton::RestartFirst) => "restart first",
    Button::Remove(RemoveButton::Languages) => "languages",
    Button::Remove(RemoveButton::OpenInstalledApps) => "open installed apps",
    Button::Remove(RemoveButton::OpenVendorTool) => "open vendor tool",
    Button::Remove(RemoveButton::ToRemoval) => "to the removal",
    Button::Successor(SuccessorButton::Keep) => "keep the successor",
    Button::Successor(SuccessorButton::Remove) => "remove the successor",
    Button::Tool(ToolButton::Open) => "open the tool's page",
    Button::Tool(ToolButton::ChooseFile) => "choose the tool's file",
    Button::Tool(ToolButton::StartsNow) => "the tool starts",
    Button::Tool(ToolButton::Without) => "without the tool",
    Button::Restart(RestartButton::FixFilters) => "fix filters",
    Button::Restart(RestartButton::UndoFix) => "undo fix",
    Button::Restart(RestartButton::Now) => "restart now",
    Button::Restart(RestartButton::Later) => "restart later",
    Button::Restart(RestartButton::HaveRestarted) => "have restarted",
    Button::Save(SaveButton::Sheet) => "save sheet",
    Button::Save(SaveButton::PrintSheet) => "print sheet",
    Button::Save(SaveButton::Reminder) => "save reminder",
    Button::Save(SaveButton::Report) => "save report",
    Button::Save(SaveButton::OpenReport) => "open report",
    Button::Save(SaveButton::CopyNetworkList) => "copy network list",
    Button::Clean(CleanButton::Open) => "open clean-up",
    Button::Clean(CleanButton::Tick(_)) => "tick",
    Button::Clean(CleanButton::TickAll(_)) => "tick all",
    Button::Clean(CleanButton::Disable(_)) => "disable",
    Button::Clean(CleanButton::Expand(_)) => "expand",
    Button::Clean(CleanButton::Preview) => "preview",
    Button::Clean(CleanButton::ShowSteps) => "exact steps",
    Button::Clean(CleanButton::Now) => "clean now",
    Button::Clean(CleanButton::ByHand(_)) => "steps by hand",
    Button::Clean(CleanButton::PastCleanups) => "past clean-ups",
    Button::Clean(CleanButton::UndoRun(_)) => "undo run",
    Button::Clean(CleanButton::UndoItem(..)) => "undo item",
    Button::Clean(CleanButton::ConfirmUndo) => "confirm undo",
    Button::Choose(ChooseButton::Open) => "open choosing",
    Button::Choose(ChooseButton::Answer(_)) => "choose",
    Button::Choose(ChooseButton::About(_)) => "about",
    Button::Choose(ChooseButton::Companions) => "companions",
    Button::Aside(_) => "aside",
    Button::OpenSource(_) => "open source",
    Button::OpenWindowsSecurity => "open Windows Security",
    Button::Unfinished => "unfinished",
    Button::Quit => "quit",
}
