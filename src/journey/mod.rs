//! The way from "what is on my computer" to "it is gone and I am protected", as data.
//!
//! [`Session`] is everything known, [`update`] says what follows from a [`Msg`], [`screen`] says what
//! the page is. Nothing here touches the computer: what has to be done leaves as an [`Effect`].

mod boot;
mod button;
mod choosing;
mod cleaning;
mod effect;
mod export;
mod gate;
mod managed;
mod msg;
mod network;
mod news;
mod outcome;
mod page;
mod plain;
mod reminder;
mod removing;
mod report;
mod rights;
mod saving;
mod screen;
mod screens;
mod session;
mod traps;
mod update;
mod way;

pub use crate::removal::Caretaker;
pub use button::{Aside, Button};
pub use cleaning::Cleaning;
pub use effect::Effect;
pub use export::Export;
pub use gate::Gate;
pub use managed::needs_asking;
pub use msg::{Ended, Event, Msg};
pub use network::network_list;
pub use outcome::{End, Left, Outcome, Owed};
pub use page::{Page, Step};
pub use plain::{plain, plain_block};
pub use reminder::reminder;
pub use report::{ReportFrom, report};
pub use screen::{Action, Block, Card, Frame, Icon, Mark, Screen, StepState, Timeline, TimelinePoint, Tone};
pub use screens::{practice_title, screen};
pub use session::{Before, Removal, SESSION_SCHEMA, Seen, Session, Trouble};
pub use traps::{Answer, PasswordsAt, TrapId, applying};
pub use update::{resume, update};

#[cfg(test)]
mod tests;
