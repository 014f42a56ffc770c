//! Removes the products of offices with nobody at the keyboard: `remove --unattended`.
//!
//! The same rooms as the window, and the same rules; what a person would be asked there is a refusal here, before
//! anything is touched. An uninstaller that does not end is left running and told about: stopped in the middle it could
//! leave drivers without their entries, or entries without their drivers. A restart is asked for, and only when no filter
//! of ours would be left without its driver.

mod answer;
#[cfg(any(windows, test))]
mod hands;
#[cfg(any(windows, test))]
mod memory;
mod order;
#[cfg(any(windows, test))]
mod run;
#[cfg(test)]
mod tests;
#[cfg(any(windows, test))]
mod told;
#[cfg(windows)]
mod windows;

pub use crate::removal::{PasswordRefusal, RemovalPassword};
pub use answer::{
    FiltersAnswer, LeftOver, Outcome, ProductAnswer, ProductState, ProtectionAnswer, RefusedWhy, UnattendedAnswer,
    Unseen, WhatIsLeft,
};
pub use order::UnattendedOrder;

use std::path::Path;

/// Removes what is on this computer. `logs`: a folder for the logs; None: one of ours.
#[cfg(windows)]
pub fn remove_unattended(order: &UnattendedOrder, logs: Option<&Path>) -> UnattendedAnswer {
    run::run(order, &mut windows::ThisWindows::new(logs), crate::catalog::Catalog::embedded())
}

/// There is no Windows Installer here: it is refused.
#[cfg(not(windows))]
pub fn remove_unattended(_: &UnattendedOrder, _: Option<&Path>) -> UnattendedAnswer {
    let why = crate::journey::Obstacle::OnlyWindows;
    UnattendedAnswer::without_look(Outcome::Refused, vec![RefusedWhy { why, detail: String::new() }])
}
