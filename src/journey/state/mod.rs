//! What is known and what can happen, as plain data. Nothing in here decides anything.

mod answers;
mod button;
mod cleaning;
mod effect;
mod export;
mod msg;
mod noted;
mod numbered;
mod page;
mod parts;
mod question;
mod screen;
mod session;

pub use answers::{Answer, BROWSER, PasswordsAt, Rest, TrapId};
pub use button::{
    Aside, Button, ChooseButton, CleanButton, FindingId, Pick, PrepareButton, RemoveButton, RestartButton, RunName,
    SaveButton, SuccessorButton, ToolButton,
};
pub use cleaning::Cleaning;
pub use effect::{ComputerEffect, Effect, ProgramEffect};
pub use export::Export;
pub use msg::{Ended, Event, Msg};
pub use noted::{Noted, NotedRun, RunEnd};
pub use page::{Beside, CALL_PAGES, Guarded, Page, Step, call_page, call_place};
pub use parts::{AwaitedRestart, Choosing, JourneyError, Notices, Prepare, SavedPlaces, Successor, Tool};
pub use question::Question;
pub use screen::{Action, Block, Card, Frame, Icon, Mark, Screen, StepState, Timeline, TimelinePoint, Tone};
pub use session::{Before, LastLook, Removal, SESSION_SCHEMA, Session};
