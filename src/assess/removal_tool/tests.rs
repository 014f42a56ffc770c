use super::*;

fn signer(name: &str, organization: &str, country: &str) -> Option<SignerName> {
    Some(SignerName { name: name.into(), organization: organization.into(), country: country.into() })
}

fn vendor() -> Option<SignerName> {
    signer("AO Kaspersky Lab", "AO Kaspersky Lab", "RU")
}

fn alone() -> Beside {
    Beside::Seen { libraries: vec![], programs: vec![] }
}

fn file(signature: ToolSignature, original_name: Option<&str>, beside: Beside) -> ToolSeen {
    let original_name = original_name.map(str::to_string);
    Ok(ToolFile { name: "kavremvr.exe".into(), signature, is_program: true, original_name, beside, origin: None })
}

fn answer(seen: &ToolSeen) -> ToolVerdict {
    ToolVerdict::of(seen, Catalog::embedded())
}

fn signed_by(signers: Vec<Option<SignerName>>) -> ToolVerdict {
    answer(&file(ToolSignature::Holds(signers), Some("kavremvr.exe"), alone()))
}

#[test]
fn only_a_signature_that_windows_confirms_and_that_is_the_vendors_speaks_for_a_file() {
    assert_eq!(signed_by(vec![vendor()]), ToolVerdict::Confirmed("AO Kaspersky Lab".into()));
    // Signed twice, as for older systems.
    assert_eq!(signed_by(vec![None, vendor()]), ToolVerdict::Confirmed("AO Kaspersky Lab".into()));
    let faults = [
        BadSignature::Missing,
        BadSignature::Changed,
        BadSignature::NotTrusted,
        BadSignature::Expired,
        BadSignature::Distrusted,
        BadSignature::Other(-1),
    ];
    for fault in faults {
        // Whatever it claims: anybody can make a certificate with this name.
        let fails = ToolSignature::Fails { fault, claimed: Some("AO Kaspersky Lab".into()) };
        let expected = ToolVerdict::DoNotStart(ToolDanger::Signature(fault));
        assert_eq!(answer(&file(fails, Some("kavremvr.exe"), alone())), expected);
    }
}

#[test]
fn a_name_that_only_looks_like_the_vendors_is_somebody_elses() {
    let others = [
        signer("AO Kaspersky Lab LLC fake", "AO Kaspersky Lab LLC fake", "RU"),
        signer("AO Kaspersky Lab", "AO Kaspersky Lab LLC fake", "RU"),
        signer("AO Kaspersky Lab ", "AO Kaspersky Lab", "RU"),
        signer("AO Kaspersky Lab, O=AO Kaspersky Lab, C=RU", "", ""),
        signer("АО Kaspersky Lab", "АО Kaspersky Lab", "RU"),
        signer("ao kaspersky lab", "ao kaspersky lab", "RU"),
        signer("Kaspersky", "Kaspersky", "RU"),
        signer("Velmora", "Velmora", "US"),
        // A company of that name can be founded in any country.
        signer("AO Kaspersky Lab", "AO Kaspersky Lab", "GB"),
        signer("AO Kaspersky Lab", "AO Kaspersky Lab", ""),
        // Each half from another entry of the list.
        signer("AO Kaspersky Lab", "Kaspersky Lab", "RU"),
        signer("", "AO Kaspersky Lab", "RU"),
    ];
    for other in others {
        let told = signed_by(vec![other.clone()]);
        assert!(matches!(told, ToolVerdict::DoNotStart(ToolDanger::OtherSigner(_))), "{other:?}: {told:?}");
    }
    let told = signed_by(vec![signer("AO Kaspersky Lab", "AO Kaspersky Lab", "GB")]);
    assert_eq!(told, ToolVerdict::DoNotStart(ToolDanger::OtherSigner("AO Kaspersky Lab (GB)".into())));
    assert_eq!(signed_by(vec![None]), ToolVerdict::NotChecked(ToolUnchecked::Certificate));
    assert_eq!(signed_by(vec![]), ToolVerdict::NotChecked(ToolUnchecked::Certificate));
}

#[test]
fn an_installer_of_the_vendor_is_not_its_removal_tool() {
    let called = |name: Option<&str>| answer(&file(ToolSignature::Holds(vec![vendor()]), name, alone()));
    for other in ["Setup.exe", "SETUP.EXE"] {
        assert_eq!(called(Some(other)), ToolVerdict::DoNotStart(ToolDanger::OtherProgram(other.into())));
    }
    // What the tool calls itself in its next version is not known, so another name is told and does not decide.
    for name in [Some("kavremvr.exe"), Some("kavremover.exe"), Some("cleaner.exe"), None] {
        assert_eq!(called(name), ToolVerdict::Confirmed("AO Kaspersky Lab".into()), "{name:?}");
    }
}

#[test]
fn a_package_of_the_vendor_is_not_its_removal_tool() {
    let mut package = file(ToolSignature::Holds(vec![vendor()]), None, alone());
    package.as_mut().unwrap().is_program = false;
    assert_eq!(answer(&package), ToolVerdict::DoNotStart(ToolDanger::NotAProgram));
}

#[test]
fn a_signature_does_not_speak_for_what_lies_beside_the_file() {
    let beside = |beside| answer(&file(ToolSignature::Holds(vec![vendor()]), None, beside));
    let libraries = vec!["version.dll".to_string()];
    let seen = Beside::Seen { libraries: libraries.clone(), programs: vec![] };
    assert_eq!(beside(seen), ToolVerdict::DoNotStart(ToolDanger::Libraries(libraries)));
    let programs = Beside::Seen { libraries: vec![], programs: vec!["setup.exe".into()] };
    assert!(matches!(beside(programs), ToolVerdict::Confirmed(_)), "they are not loaded");
    assert_eq!(beside(Beside::Unread), ToolVerdict::NotChecked(ToolUnchecked::Folder));
}

#[test]
fn what_was_not_looked_at_is_not_checked() {
    for why in [ToolUnread::NotThere, ToolUnread::NotPlain, ToolUnread::TooLarge, ToolUnread::Elsewhere] {
        assert_eq!(answer(&Err(why.clone())), ToolVerdict::NotChecked(ToolUnchecked::Unread(why)));
    }
    let not_asked = file(ToolSignature::NotAsked, Some("kavremvr.exe"), alone());
    assert_eq!(answer(&not_asked), ToolVerdict::NotChecked(ToolUnchecked::NotWindows));
}
