//! What `remove --unattended` prints. Other programs rely on it: fields are added, never changed.

use crate::assess::{Danger, Verdict};
use crate::catalog::Kind;
use crate::journey::{Gate, Obstacle};
use crate::machine::{CheckId, GapReason};
use serde::Serialize;

/// The version of this object.
pub(super) const SCHEMA: u32 = 1;

/// How it ended, in one word. The exit code says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 0: no product is here, and every place that has to be seen was seen.
    Gone,
    /// 10: a product is still here.
    StillHere,
    /// 12: no product was found, and something that could show one was not seen.
    CannotTell,
    /// 14: it takes an administrator. Nothing was started.
    NoRights,
    /// 15: a restart is due, and it is safe. Then `remove --unattended --resume`.
    RestartDue,
    /// 16: refused, with why. If nothing stands in `products` with an exit code, nothing was started.
    Refused,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnattendedAnswer {
    /// Version of this object.
    pub schema: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether this run went on after an earlier one.
    pub resumed: bool,
    /// Why it was refused. Empty unless it was.
    pub refused: Vec<RefusedWhy>,
    /// Every product that was found, in the order in which they go.
    pub products: Vec<ProductAnswer>,
    /// What is left, by the last look. Null: nobody looked.
    pub left: Option<WhatIsLeft>,
    /// Whether a restart would be safe, by the last look. Null: nobody looked.
    pub filters: Option<FiltersAnswer>,
    /// What protects the computer, by the last look. Null: nobody looked.
    pub protection: Option<ProtectionAnswer>,
    /// Whether a restart is due. It is asked for and never made.
    pub restart: bool,
}

/// One reason for refusing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RefusedWhy {
    /// The reason.
    pub why: Obstacle,
    /// The product, the place, or what the system said. May be empty.
    pub detail: String,
}

/// How far a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProductState {
    /// A new look does not find it.
    Gone,
    /// A new look finds it. After exit code 3010 it may go with the restart.
    StillHere,
    /// Its turn has not come.
    NotTried,
    /// Its uninstaller was still running when the time was up. It goes on, and nothing ended it.
    StillRunning,
}

/// What became of one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProductAnswer {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name as registered.
    pub name: String,
    /// Its version. Empty when it is not registered.
    pub version: String,
    /// Its product code. Null: it has no entry that is used.
    pub product_code: Option<String>,
    /// How far it is.
    pub state: ProductState,
    /// What its uninstaller ended with. Null: it was not started, has not ended, or did not say.
    pub exit_code: Option<u32>,
    /// What that code means: a word of Windows Installer's list, as `restart_required`. Empty: there is none.
    pub meaning: String,
    /// What the system said when it could not be started. Empty otherwise.
    pub detail: String,
    /// How often its uninstaller was started.
    pub tries: u32,
    /// Its log. Null: there is none.
    pub log: Option<String>,
    /// Whether there was a log, and it was deleted because it had the password in it.
    pub log_removed: bool,
}

/// What is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WhatIsLeft {
    /// The verdict, as `scan` gives it.
    pub verdict: Verdict,
    /// Products, by id.
    pub products: Vec<String>,
    /// What no installed product owns. `cleanup` takes these ids.
    pub leftovers: Vec<LeftOver>,
    /// Places that have to be seen and were not.
    pub unknown: Vec<Unseen>,
}

/// One thing that is left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LeftOver {
    /// Stable from run to run.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name as it stands there.
    pub name: String,
    /// What it takes to remove it.
    pub danger: Danger,
}

/// One place that was not seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Unseen {
    /// The check.
    pub check: CheckId,
    /// What kept us from looking.
    pub why: GapReason,
    /// What the system said.
    pub detail: String,
}

/// Whether a restart would be safe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FiltersAnswer {
    /// `open`: yes. `lethal`: a device, or the computer, would not start. `unread`: it could not be told.
    pub gate: Gate,
    /// Entries that were taken out because their driver is gone. `undo-fix` puts them back.
    pub fixed: Vec<String>,
    /// Entries that keep the gate closed.
    pub open: Vec<String>,
}

/// What protects the computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ProtectionAnswer {
    /// Whether an antivirus that is not Kaspersky's is on and up to date, as Windows says.
    pub proven: bool,
    /// Its name. Empty when none is proven.
    pub by: String,
    /// `on`, `off` or `unknown`, as `scan` gives it.
    pub state: crate::machine::ProtectionState,
}

impl UnattendedAnswer {
    /// An answer of a run that did not look.
    pub fn without_look(outcome: Outcome, refused: Vec<RefusedWhy>) -> Self {
        Self {
            schema: SCHEMA,
            outcome,
            resumed: false,
            refused,
            products: Vec::new(),
            left: None,
            filters: None,
            protection: None,
            restart: false,
        }
    }
}
