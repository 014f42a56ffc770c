//! What Windows' answers about the signatures of one file come to.
//!
//! `WinVerifyTrust` looks at one signature at a time and tells how many there are beside the first
//! (learn.microsoft.com, "WINTRUST_SIGNATURE_SETTINGS": `dwIndex`, `dwVerifiedSigIndex`, `cSecondarySigs`). Wine 8
//! counts them, but looks at the first one whichever is asked for, and leaves `dwVerifiedSigIndex` as it was.

use crate::machine::Signer;

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
            Verified { answer: *answer, number, name: Some(name.to_string()), others }
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
        let always = |others| move |_| Verified { answer: 0, number: 0, name: Some(MICROSOFT.into()), others };
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
            Verified { answer: 0, number, name: Some(format!("Signer {number}")), others: u32::MAX }
        };
        assert_eq!(collect_signers(Some("Signer 0".into()), many).1.len(), MOST_SIGNATURES as usize);
        assert_eq!(asked, MOST_SIGNATURES + 1);
    }

    #[test]
    fn without_a_signature_nobody_is_told() {
        assert_eq!(windows(&[]), (Signer::Unsigned, vec![]));
        let refused = |_| Verified { answer: BAD_DIGEST, ..Verified::default() };
        assert_eq!(collect_signers(None, refused), (Signer::Unknown, vec![]));
    }
}
