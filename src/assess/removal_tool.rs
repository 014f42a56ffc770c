//! Whether a downloaded file is the vendor's removal tool and may be started: what Windows and the folder say about it,
//! measured against the catalogue.
//!
//! Only one answer speaks for the file, and it is Windows' own: a signature that holds, of a certificate that was issued to
//! the vendor. Its name, its icon, where it came from and what it says of itself prove nothing.

use crate::catalog::Catalog;
use crate::machine::{BadSignature, Beside, SignerName, ToolFile, ToolSeen, ToolSignature, ToolUnread};

/// Whether it may be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolVerdict {
    /// Windows confirms who signed it: this name.
    Confirmed(String),
    /// It must not be started, at least not from there.
    DoNotStart(ToolDanger),
    /// It was not checked, and so must not be started either.
    NotChecked(ToolUnchecked),
}

/// Why it must not be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolDanger {
    /// Windows does not confirm any signature of it.
    Signature(BadSignature),
    /// Somebody else signed it.
    OtherSigner(String),
    /// The vendor's, and no program: an installer package, a script.
    NotAProgram,
    /// The vendor's, and another program: what its maker called it.
    OtherProgram(String),
    /// Windows would load these from the same folder.
    Libraries(Vec<String>),
}

/// Why it was not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolUnchecked {
    /// The file itself was not looked at.
    Unread(ToolUnread),
    /// Only Windows can check signatures of its programs.
    NotWindows,
    /// Windows trusts the signature, and its certificate cannot be read.
    Certificate,
    /// What lies in its folder could not be seen.
    Folder,
}

impl ToolVerdict {
    /// What was seen of a file, measured against the catalogue.
    pub fn of(seen: &ToolSeen, catalog: &Catalog) -> Self {
        match seen {
            Ok(file) => verdict(file, catalog),
            Err(why) => Self::NotChecked(ToolUnchecked::Unread(why.clone())),
        }
    }
}

fn verdict(file: &ToolFile, catalog: &Catalog) -> ToolVerdict {
    use ToolVerdict::{Confirmed, DoNotStart, NotChecked};
    let signers = match &file.signature {
        ToolSignature::NotAsked => return NotChecked(ToolUnchecked::NotWindows),
        ToolSignature::Fails { fault, .. } => return DoNotStart(ToolDanger::Signature(*fault)),
        ToolSignature::Holds(signers) => signers,
    };
    let known = |signer: &&SignerName| catalog.removal_tool.signs(signer);
    let Some(signer) = signers.iter().flatten().find(known) else {
        return match signers.iter().flatten().next() {
            Some(other) => DoNotStart(ToolDanger::OtherSigner(shown(other))),
            None => NotChecked(ToolUnchecked::Certificate),
        };
    };
    if !file.is_program {
        return DoNotStart(ToolDanger::NotAProgram);
    }
    // An installer of the vendor, sent as its removal tool, would bring it back.
    if let Some(name) = file.original_name.as_ref().filter(|name| catalog.removal_tool.is_other_program(name)) {
        return DoNotStart(ToolDanger::OtherProgram(name.clone()));
    }
    match &file.beside {
        Beside::Unread => NotChecked(ToolUnchecked::Folder),
        Beside::Seen { libraries, .. } if !libraries.is_empty() => DoNotStart(ToolDanger::Libraries(libraries.clone())),
        Beside::Seen { .. } => Confirmed(signer.name.clone()),
    }
}

/// The name of a signer as Windows shows it. Two companies may have the same name in two countries.
fn shown(signer: &SignerName) -> String {
    let name = if signer.name.is_empty() { &signer.organization } else { &signer.name };
    if signer.country.is_empty() { name.clone() } else { format!("{name} ({})", signer.country) }
}

#[cfg(test)]
mod tests;
