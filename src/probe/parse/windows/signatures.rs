//! What Windows' answers about the signatures of one file come to.
//!
//! `WinVerifyTrust` looks at one signature at a time and tells how many there are beside the first
//! (learn.microsoft.com, "WINTRUST_SIGNATURE_SETTINGS": `dwIndex`, `dwVerifiedSigIndex`, `cSecondarySigs`). Wine 8
//! counts them, but looks at the first one whichever is asked for, and leaves `dwVerifiedSigIndex` as it was.

use crate::machine::{BadSignature, Signer, SignerName, ToolSignature};
use crate::probe::parse::certificate::parse_signer;

/// Files have one to three signatures.
const MOST_SIGNATURES: u32 = 8;
/// `TRUST_E_NOSIGNATURE`
const NO_SIGNATURE: i32 = 0x800B_0100_u32 as i32;
/// `TRUST_E_SUBJECT_FORM_UNKNOWN`
const NO_SIGNED_FORM: i32 = 0x800B_0003_u32 as i32;

/// What Windows says about one signature of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// 0 if it holds, else one of Windows' error codes.
    pub answer: i32,
    /// Which one was verified, the first one being 0.
    pub number: u32,
    /// The name of its signer, if it holds.
    pub name: Option<String>,
    /// The certificate of its signer in DER, if it holds.
    pub certificate: Option<Vec<u8>>,
    /// What is wrong with the chain of its certificate, if it holds: `dwErrorStatus` of `CERT_TRUST_STATUS`.
    pub chain_errors: u32,
    /// How many signatures the file has beside the first one.
    pub others: u32,
}

impl Verified {
    /// The name of the signer, if it is this signature that was verified and holds.
    fn valid(self, number: u32) -> Option<String> {
        self.name.filter(|_| self.answer == 0 && self.number == number)
    }
}

/// The first signer of a file, and who else signed it validly. `inside`: the first signer's name as it stands in the
/// file, whether the signature holds or not. `verify` asks Windows about the signature with a number, 0 being the first.
pub fn collect_signers(inside: Option<String>, mut verify: impl FnMut(u32) -> Verified) -> (Signer, Vec<String>) {
    let first = verify(0);
    let signer = match (first.answer, inside) {
        (0, Some(name)) => Signer::Valid(name),
        (_, Some(name)) => Signer::Invalid(name),
        (NO_SIGNATURE | NO_SIGNED_FORM, None) => Signer::Unsigned,
        (_, None) => Signer::Unknown,
    };
    let mut others: Vec<String> = Vec::new();
    for number in 1..=first.others.min(MOST_SIGNATURES) {
        let known = |name: &String| others.contains(name) || matches!(&signer, Signer::Valid(one) if one == name);
        let name = verify(number).valid(number).filter(|name| !known(name));
        others.extend(name);
    }
    (signer, others)
}

/// Windows' error codes (`winerror.h`) that say something to a person about a signature.
const FAULTS: [(u32, BadSignature); 13] = [
    (0x800B_0100, BadSignature::Missing),
    // Nothing that can be signed.
    (0x800B_0003, BadSignature::Missing),
    (0x800B_0001, BadSignature::Missing),
    (0x8009_6010, BadSignature::Changed),
    (0x800B_0109, BadSignature::NotTrusted),
    (0x800B_010A, BadSignature::NotTrusted),
    (0x800B_010D, BadSignature::NotTrusted),
    (0x800B_0110, BadSignature::NotTrusted),
    (0x800B_0112, BadSignature::NotTrusted),
    (0x800B_0004, BadSignature::NotTrusted),
    (0x800B_0101, BadSignature::Expired),
    (0x800B_010C, BadSignature::Distrusted),
    (0x800B_0111, BadSignature::Distrusted),
];

/// What may be wrong with a chain that Windows accepts all the same, and the error code that says so (learn.microsoft.com,
/// "CERT_TRUST_STATUS"): revoked; not to be trusted; a damaged signature, an unknown root, a circle, and no root at all.
const CHAIN_FAULTS: [(u32, u32); 3] =
    [(0x4, 0x800B_010C), (0x0400_0000, 0x800B_0111), (0x8 | 0x20 | 0x80 | 0x1_0000, 0x800B_0109)];

/// The answer about a signature, with what is wrong with its chain. A setting of the account can make Windows accept
/// certificates from any root ("SetReg", "Trust the Test Root"), and Wine 8 accepts them all.
fn answer_with_chain(verified: &Verified) -> i32 {
    let fault = CHAIN_FAULTS.iter().find(|(bits, _)| verified.chain_errors & bits != 0);
    match (verified.answer, fault) {
        (0, Some((_, code))) => *code as i32,
        (answer, _) => answer,
    }
}

/// What Windows says about a file that a person wants to start: by whom it is signed, in signatures that hold, or what is
/// wrong with its first one. `inside` and `verify` are as for [`collect_signers`].
pub fn tool_signature(inside: Option<String>, mut verify: impl FnMut(u32) -> Verified) -> ToolSignature {
    let first = verify(0);
    let (answer, others) = (answer_with_chain(&first), first.others.min(MOST_SIGNATURES));
    let mut signers: Vec<Option<SignerName>> = Vec::new();
    for (number, verified) in std::iter::once(first).chain((1..=others).map(&mut verify)).enumerate() {
        // One that was not looked at says nothing, whatever was answered about another.
        if answer_with_chain(&verified) == 0 && usize::try_from(verified.number) == Ok(number) {
            signers.push(verified.certificate.and_then(|bytes| parse_signer(&bytes).ok()));
        }
    }
    if !signers.is_empty() {
        return ToolSignature::Holds(signers);
    }
    let known = FAULTS.iter().find(|(code, _)| *code == answer as u32);
    ToolSignature::Fails { fault: known.map_or(BadSignature::Other(answer), |(_, fault)| *fault), claimed: inside }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `TRUST_E_BAD_DIGEST`: the file was changed.
    const BAD_DIGEST: i32 = 0x8009_6010_u32 as i32;
    const MICROSOFT: &str = "Microsoft Windows Hardware Compatibility Publisher";
    const VENDOR: &str = "AO Kaspersky Lab";

    /// A Windows on which a file has these signatures: the answer about each, and whose it is.
    fn windows(signatures: &[(i32, &str)]) -> (Signer, Vec<String>) {
        let mut asked = Vec::new();
        let inside = signatures.first().map(|(_, name)| name.to_string());
        let told = collect_signers(inside, |number| {
            asked.push(number);
            let Some((answer, name)) = signatures.get(number as usize) else {
                return Verified { answer: NO_SIGNATURE, number, ..Verified::default() };
            };
            let others = signatures.len() as u32 - 1;
            Verified { answer: *answer, number, name: Some(name.to_string()), others, ..Verified::default() }
        });
        assert_eq!(asked, (0..signatures.len().max(1) as u32).collect::<Vec<_>>(), "each is asked about once");
        told
    }

    fn valid(name: &str) -> Signer {
        Signer::Valid(name.into())
    }

    #[test]
    fn the_second_signer_of_a_file_is_told() {
        assert_eq!(windows(&[(0, MICROSOFT), (0, VENDOR)]), (valid(MICROSOFT), vec![VENDOR.into()]));
        assert_eq!(windows(&[(0, VENDOR)]), (valid(VENDOR), vec![]));
        assert_eq!(windows(&[(0, VENDOR), (0, MICROSOFT), (0, "Third")]).1, [MICROSOFT, "Third"]);
    }

    #[test]
    fn nobody_is_told_twice() {
        assert_eq!(windows(&[(0, VENDOR), (0, VENDOR), (0, MICROSOFT), (0, MICROSOFT)]).1, [MICROSOFT]);
    }

    #[test]
    fn a_second_signature_that_does_not_hold_is_nobodys() {
        assert_eq!(windows(&[(0, MICROSOFT), (BAD_DIGEST, VENDOR)]), (valid(MICROSOFT), vec![]));
        assert_eq!(
            windows(&[(BAD_DIGEST, MICROSOFT), (BAD_DIGEST, VENDOR)]),
            (Signer::Invalid(MICROSOFT.into()), vec![])
        );
        // The first does not hold; the second does, and is told.
        assert_eq!(
            windows(&[(BAD_DIGEST, VENDOR), (0, VENDOR)]),
            (Signer::Invalid(VENDOR.into()), vec![VENDOR.into()])
        );
    }

    #[test]
    fn a_windows_that_looks_at_the_first_every_time_tells_the_first_alone() {
        let always = |others| move |_| Verified { name: Some(MICROSOFT.into()), others, ..Verified::default() };
        // Wine 8 counts the others and looks at the first all the same. That is not believed.
        for others in [0, 1] {
            assert_eq!(collect_signers(Some(VENDOR.into()), always(others)), (valid(VENDOR), vec![]));
        }
    }

    #[test]
    fn no_number_of_signatures_keeps_the_look_from_ending() {
        let mut asked = 0;
        let many = |number| {
            asked += 1;
            Verified { number, name: Some(format!("Signer {number}")), others: u32::MAX, ..Verified::default() }
        };
        assert_eq!(collect_signers(Some("Signer 0".into()), many).1.len(), MOST_SIGNATURES as usize);
        assert_eq!(asked, MOST_SIGNATURES + 1);
    }

    fn vendors_certificate() -> Option<Vec<u8>> {
        let text = include_bytes!("../../../../tests/recordings/raw/certificates/root.pem");
        crate::probe::parse::pem::parse_pem(text).remove(0).ok()
    }

    #[test]
    fn a_signature_that_holds_is_told_by_its_certificate() {
        let holds = |number| Verified { number, certificate: vendors_certificate(), others: 1, ..Verified::default() };
        let ToolSignature::Holds(signers) = tool_signature(None, holds) else { panic!("both hold") };
        assert_eq!(signers.len(), 2);
        assert_eq!(signers[0].as_ref().unwrap().organization, "AO Kaspersky Lab");
        // Wine looks at the first one every time: that is one signature.
        let always = |_| Verified { certificate: vendors_certificate(), others: 1, ..Verified::default() };
        assert!(matches!(tool_signature(None, always), ToolSignature::Holds(signers) if signers.len() == 1));
        // What is no certificate names nobody.
        let damaged = |_| Verified { certificate: Some(b"AO Kaspersky Lab".to_vec()), ..Verified::default() };
        assert_eq!(tool_signature(Some(VENDOR.into()), damaged), ToolSignature::Holds(vec![None]));
    }

    #[test]
    fn a_chain_to_an_unknown_root_is_not_believed_even_if_windows_accepts_it() {
        let with = |chain_errors: u32| {
            let verify = |_| Verified { chain_errors, certificate: vendors_certificate(), ..Verified::default() };
            tool_signature(Some(VENDOR.into()), verify)
        };
        let fault = |bits| match with(bits) {
            ToolSignature::Fails { fault, .. } => Some(fault),
            _ => None,
        };
        for bits in [0x20, 0x1_0000, 0x8, 0x80, 0x21] {
            assert_eq!(fault(bits), Some(BadSignature::NotTrusted), "{bits:x}");
        }
        assert_eq!(fault(0x4), Some(BadSignature::Distrusted));
        assert_eq!(fault(0x0400_0000), Some(BadSignature::Distrusted));
        // Its time is over by now, and a time stamp says that it was not when it signed: for Windows to weigh.
        for bits in [0, 0x1, 0x40, 0x100_0000] {
            assert_eq!(fault(bits), None, "{bits:x}");
        }
    }

    #[test]
    fn one_that_does_not_hold_is_told_by_its_fault_whatever_it_claims() {
        let fault = |code: u32| {
            let answer = code as i32;
            let verify =
                |number| Verified { answer, number, certificate: vendors_certificate(), ..Verified::default() };
            match tool_signature(Some(VENDOR.into()), verify) {
                ToolSignature::Fails { fault, claimed } => {
                    assert_eq!(claimed.as_deref(), Some(VENDOR));
                    fault
                }
                other => panic!("{code:x}: {other:?}"),
            }
        };
        for (code, expected) in FAULTS {
            assert_eq!(fault(code), expected, "{code:x}");
        }
        assert_eq!(fault(BAD_DIGEST as u32), BadSignature::Changed);
        assert_eq!(fault(5), BadSignature::Other(5));
        // A second one that holds speaks for the file, a first one that does not keeps silent.
        let second = |number: u32| {
            let answer = if number == 0 { BAD_DIGEST } else { 0 };
            Verified { answer, number, certificate: vendors_certificate(), others: 1, ..Verified::default() }
        };
        assert!(matches!(tool_signature(None, second), ToolSignature::Holds(signers) if signers.len() == 1));
    }

    #[test]
    fn without_a_signature_nobody_is_told() {
        assert_eq!(windows(&[]), (Signer::Unsigned, vec![]));
        let refused = |_| Verified { answer: BAD_DIGEST, ..Verified::default() };
        assert_eq!(collect_signers(None, refused), (Signer::Unknown, vec![]));
    }
}
