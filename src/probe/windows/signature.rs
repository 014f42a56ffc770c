//! Who signed a program or driver, and whether the signatures hold.
//!
//! A file may carry several signatures. Since Windows 10 1607 a new kernel driver has one of Microsoft's
//! (learn.microsoft.com, "Driver Signing Policy"), often first, and its maker's beside it; so every one is looked at.
//!
//! Nothing is asked of the network: revocation is not checked, and what Windows has not got in
//! its own cache is not fetched. Only the signature inside the file counts; many of Windows' own
//! files are signed by a catalogue instead and come out as unsigned here.

use crate::machine::{Signer, ToolSignature};
use crate::probe::parse::signatures::{self, Verified};
use crate::win32::signature::Signatures;
use std::path::Path;

/// The signer of a program that carries a signature, and who else signed it validly. The names are those Windows itself
/// shows for a signature: the common name of the signer's certificate, or its organisation when there is none.
///
/// A Windows that does not tell secondary signatures apart (Wine is one) names the first signer alone.
pub(super) fn file_signers(path: &Path) -> (Signer, Vec<String>) {
    let Ok(file) = Signatures::of(path) else { return (Signer::Unknown, Vec::new()) };
    signatures::collect_signers(file.embedded_name(), |number| verified(&file, number))
}

/// What Windows says about a file that a person wants to start.
pub(in crate::probe) fn tool_signature(path: &Path) -> ToolSignature {
    let Ok(file) = Signatures::of(path) else { return ToolSignature::NotAsked };
    signatures::tool_signature(file.embedded_name(), |number| verified(&file, number))
}

fn verified(file: &Signatures, number: u32) -> Verified {
    let said = file.verify(number);
    Verified {
        answer: said.answer,
        number: said.number,
        name: said.name,
        certificate: said.certificate,
        chain_errors: said.chain_errors,
        others: said.others,
    }
}
