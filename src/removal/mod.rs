//! Which uninstaller, in which order, with which command line, and what its exit code means.
//!
//! Nothing is started here. An uninstall command is text from a register that other programs
//! write, so it is read as if somebody hostile had written it: [`launch`] gives either something
//! that may be started, or a [`Refusal`] with its reason. A refusal is no dead end: the page then
//! opens Windows' own list of installed apps.
//!
//! | part | question |
//! |---|---|
//! | [`order`] | which product goes first |
//! | [`start`] | which of a product's entries is used |
//! | [`launch`] | what an entry's command means, and whether it may be started |
//! | [`is_ours`], [`recorded`], [`folder`] | whose product it is |
//! | [`ExitCode`], [`Outcome`] | what the uninstaller said when it ended |
//! | [`silent_start`], [`silent_arguments`], [`RemovalPassword`] | the same with nobody at the keyboard |
//! | [`ways`] | what to try next when the product is still here |
//! | [`InstallerWords`] | what the next windows call their buttons |

mod arguments;
mod command;
mod entries;
mod exit_code;
mod installer_words;
mod interpreter;
mod msi;
mod order;
mod password;
mod path;
mod refusal;
mod shown;
mod silent;
mod way;
mod whose;

pub use command::{Elevation, ExeCommand, Launch, launch_of};
pub use entries::{entries_of, start_of};
pub use exit_code::{ExitCode, NextAction, Outcome, RestartNeed};
pub use installer_words::InstallerWords;
pub use msi::ProductCode;
pub use order::{AgentPlace, Caretaker, Stage, Turn, removal_order};
pub use password::{PasswordRefusal, RemovalPassword};
pub use path::ProgramFolders;
pub use refusal::Refusal;
pub use shown::{MacStep, Shown};
pub use silent::{NotSilent, SilentStart, password_properties, silent_arguments, silent_start};
pub use way::{Way, ways_out};
pub use whose::{OnRecord, check_folder, check_records, is_ours};
