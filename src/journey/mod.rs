//! The way from "what is on my computer" to "it is gone and I am protected", as data.
//!
//! [`Session`] is everything known, [`update`] says what follows from a [`Msg`], [`screen`] says what
//! the page is. Nothing here touches the computer: what has to be done leaves as an [`Effect`].
//!
//! | drawer | what |
//! |---|---|
//! | `state` | what is known and what can happen, as plain data |
//! | `saved_files` | what a person takes along, as text |
//! | `flow` | what follows from what |
//! | `screens` | what each page is |
//! | `update` | the door: takes in what happened |
//!
//! Each knows only those above it, and no two files name each other.

mod flow;
mod saved_files;
mod screens;
mod state;
mod update;

pub use crate::removal::Caretaker;
pub use flow::gate::Gate;
pub use flow::managed::needs_asking;
pub use flow::outcome::{End, Left, Outcome, ToDo, is_over};
pub use flow::resuming::resume;
pub use flow::traps::applying_traps;
pub use flow::unattended::{
    AnsweredBefore, Bitlocker, Obstacle, RestartGate, is_sure, obstacles_of, proven_protection, restart_gate,
};
pub use flow::usual_way::usual_press;
pub use saved_files::{ReportFrom, network_list, plain, plain_block, reminder, report, sheet_html};
pub use screens::{answered_topics, practice_title, screen, sheet_on_paper, tool_answer};
pub use state::{
    Action, Answer, Aside, AwaitedRestart, Before, Beside, Block, Button, CALL_PAGES, Card, ChooseButton, Choosing,
    CleanButton, Cleaning, ComputerEffect, Effect, Ended, Event, Export, FindingId, Frame, Guarded, Icon, JourneyError,
    LastLook, Mark, Msg, Noted, NotedRun, Notices, Page, PasswordsAt, Pick, Prepare, PrepareButton, ProgramEffect,
    Question, Removal, RemoveButton, Rest, RestartButton, RunEnd, RunName, SESSION_SCHEMA, SaveButton, SavedPlaces,
    Screen, Session, Step, StepState, Successor, SuccessorButton, Timeline, TimelinePoint, Tone, Tool, ToolButton,
    TrapId, call_page, call_place,
};
pub use update::update;

#[cfg(test)]
mod tests;
