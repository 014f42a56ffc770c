//! Whose product an entry of the registry leads to.
//!
//! Anything that an account runs can write entries of that account, with any name and with the product code or the
//! uninstaller of another company's antivirus. So its entry is believed only as far as somebody else confirms it
//! whose word an account cannot write: Windows Installer's own record, or the folder below Program Files.

use super::Refusal;
use crate::catalog::Catalog;
use crate::machine::{Os, Program};

/// A product as Windows Installer has it on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnRecord {
    /// Its name.
    pub name: String,
    /// Its maker; empty when there is none.
    pub publisher: String,
}

/// Whether an entry says that it is of a product that this program is for.
pub fn is_ours(catalog: &Catalog, program: &Program) -> bool {
    let publisher = program.publisher.as_deref().unwrap_or_default();
    catalog.product_keyed(Os::Windows, &program.key).is_some() || named(catalog, &program.name, publisher)
}

/// Whether a product that an account's entry names by its code may be removed: every record of it is of a product that
/// this program is for. Without any, Windows Installer does not know the product and removes nothing.
///
/// # Errors
/// [`Refusal::OtherProduct`]
pub fn check_records(catalog: &Catalog, records: &[OnRecord]) -> Result<(), Refusal> {
    let ours = records.iter().all(|record| named(catalog, &record.name, &record.publisher));
    if ours { Ok(()) } else { Err(Refusal::OtherProduct) }
}

/// Whether a program that an account's entry names may be started: it lies in a folder of the vendor, or of a product
/// that this program is for.
///
/// # Errors
/// [`Refusal::OtherProduct`]
pub fn check_folder(catalog: &Catalog, program: &str) -> Result<(), Refusal> {
    let folders = program.rsplit_once('\\').map_or("", |(folders, _)| folders);
    let ours = catalog.vendor.owns_path(program) || folders.split('\\').any(|folder| named(catalog, folder, ""));
    if ours { Ok(()) } else { Err(Refusal::OtherProduct) }
}

fn named(catalog: &Catalog, name: &str, publisher: &str) -> bool {
    catalog.product_named(Os::Windows, name).is_some()
        || [name, publisher].iter().any(|text| catalog.vendor.is_named_in(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(name: &str, publisher: &str) -> OnRecord {
        OnRecord { name: name.into(), publisher: publisher.into() }
    }

    #[test]
    fn only_what_the_installer_knows_as_ours_is_removed_for_an_account() {
        let catalog = Catalog::embedded();
        let asked = |records: &[OnRecord]| check_records(catalog, records);
        let (ours, other) = (record("Kaspersky", "AO Kaspersky Lab"), record("Velmora Shield", "Velmora"));
        assert_eq!(asked(&[]), Ok(()), "the installer does not know it");
        assert_eq!(asked(std::slice::from_ref(&ours)), Ok(()));
        assert_eq!(asked(&[record("Kaspersky Security Center Network Agent", "")]), Ok(()));
        assert_eq!(asked(std::slice::from_ref(&other)), Err(Refusal::OtherProduct));
        assert_eq!(asked(&[ours, other]), Err(Refusal::OtherProduct), "the account wrote a record of its own");
    }

    /// A command of UltraAV's entry is held to the same rules as the vendor's.
    #[test]
    fn the_uninstaller_of_a_successor_is_checked_like_the_vendors() {
        use crate::removal::{Launch, ProgramFolders, Refusal, launch_of};
        let catalog = Catalog::embedded();
        let entry = |name: &str, uninstall: &str| Program {
            source: crate::machine::ProgramSource::Hklm64,
            key: "UltraAV".into(),
            name: name.into(),
            version: None,
            publisher: Some("Pango Inc.".into()),
            location: None,
            location_there: crate::machine::Presence::NotAsked,
            uninstall: Some(uninstall.into()),
        };
        let folders = ProgramFolders::new(r"C:\Program Files", None, r"C:\Windows");
        let launch = |uninstall: &str| launch_of(&entry("UltraAV", uninstall), &folders);
        assert!(is_ours(catalog, &entry("UltraAV", "")) && is_ours(catalog, &entry("UltraVPN 5.1", "")));
        assert!(!is_ours(catalog, &entry("UltraVNC", "")), "only looks like one");
        let sound = launch(r#""C:\Program Files\UltraAV\AUUninstaller.exe" /uninstall"#);
        assert!(matches!(sound, Ok(Launch::Exe { .. })), "{sound:?}");
        for (hostile, why) in [
            ("cmd /c format", Refusal::Interpreter("cmd".into())),
            (r"C:\Users\Public\UltraAV\AUUninstaller.exe", Refusal::OutsideProgramFiles),
            (r"\\server\share\AUUninstaller.exe", Refusal::NetworkPath),
            (r"AUUninstaller.exe", Refusal::Relative),
        ] {
            assert_eq!(launch(hostile), Err(why), "{hostile}");
        }
    }

    #[test]
    fn only_a_program_in_a_folder_of_ours_is_started_for_an_account() {
        let catalog = Catalog::embedded();
        for path in
            [r"C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.25\uninst.exe", r"C:\Program Files\UltraAV\uninst.exe"]
        {
            assert_eq!(check_folder(catalog, path), Ok(()), "{path}");
        }
        for path in [r"C:\Program Files\Velmora Shield\uninst.exe", r"C:\Program Files\Velmora\Kaspersky.exe"] {
            assert_eq!(check_folder(catalog, path), Err(Refusal::OtherProduct), "{path}");
        }
    }
}
