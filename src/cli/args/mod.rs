//! What can be typed after `cleanbreak-cli`, and what it asks for. Nothing here touches the system.
//!
//! [`forms::FORMS`] is the one table: the arguments are read by it, and the help and the page of the manual are made
//! from it. So nothing is told that is not read, and nothing is read that is not told.

mod command;
mod forms;
mod given;
mod help;
#[cfg(test)]
mod manual;
mod office;
mod parse;
mod switches;
mod usage;

pub(super) use command::{
    CallCodeOrder, Chosen, Cleanup, CleanupWay, Command, Fix, Format, Journey, RemoveOwnData, Report, Rescue,
    RescueWay, Saved, Scan, ScanForm, Stay,
};
pub(super) use help::help_text;
pub(super) use office::{Export, ExportKind, TableForm, Triage, Unattended};
pub(super) use parse::parse_arguments;

#[cfg(test)]
mod tests;
