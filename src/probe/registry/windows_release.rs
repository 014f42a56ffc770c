//! Which release and edition of Windows this is, in Windows' own words that are not translated.

use super::{NAME, OrGap, Registry};
use crate::machine::{Gap, GapReason, Observed, WindowsRelease};
use crate::probe::parse::windows_version::build_number;

/// The key below `HKLM`.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
/// Values that hold the build, the one that Windows itself shows first.
const BUILDS: [&str; 2] = ["CurrentBuildNumber", "CurrentBuild"];

/// Reads the release. Without a build there is none: nothing could be said of it.
pub(crate) fn read_windows_release(registry: &dyn Registry) -> Observed<WindowsRelease> {
    let mut looked = Observed::none();
    let Some(key) = registry.required_key(VERSION).or_gap(&mut looked) else { return looked };
    let build = BUILDS.iter().find_map(|name| {
        let text = key.text(name, NAME, &mut looked)?;
        let number = build_number(&text);
        if number.is_none() {
            looked.notes.push(key.value_note(name, "no build of Windows"));
        }
        number
    });
    let mut word = |name| key.text(name, NAME, &mut looked).unwrap_or_default().trim().to_string();
    let (edition, installation) = (word("EditionID"), word("InstallationType"));
    let Some(build) = build else {
        looked.gaps.push(Gap::new(GapReason::Failed, key.place, "no readable CurrentBuildNumber"));
        return looked;
    };
    looked.items.push(WindowsRelease { build, edition, installation });
    looked
}

#[cfg(test)]
mod tests {
    use super::super::fake::{Builder, list, number, text};
    use super::super::fake_rights::Who;
    use super::*;
    use crate::probe::parse::reg_value::{REG_BINARY, RawValue};

    const KEY: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    fn read(values: &[(&str, RawValue)]) -> Observed<WindowsRelease> {
        let mut builder = Builder::default();
        builder.key(KEY);
        for (name, value) in values {
            builder.value(KEY, name, value.clone());
        }
        read_windows_release(&builder.seen_by(Who::User))
    }

    fn release(build: u32, edition: &str, installation: &str) -> WindowsRelease {
        WindowsRelease { build, edition: edition.into(), installation: installation.into() }
    }

    #[test]
    fn build_edition_and_installation_are_read() {
        let looked = read(&[
            ("CurrentBuildNumber", text("26100")),
            ("CurrentBuild", text("9600")),
            ("EditionID", text("Professional")),
            ("InstallationType", text("Client")),
        ]);
        assert_eq!(looked, Observed::all(vec![release(26_100, "Professional", "Client")]));
    }

    #[test]
    fn a_bad_build_falls_back_and_is_told() {
        for odd in ["", "new", "-1", "26100.1", "99999999999", "0"] {
            let looked = read(&[("CurrentBuildNumber", text(odd)), ("CurrentBuild", text(" 19045 "))]);
            assert_eq!(looked.items, [release(19_045, "", "")], "«{odd}»");
            assert_eq!((looked.notes.len(), looked.gaps.len()), (1, 0), "«{odd}»");
        }
    }

    #[test]
    fn without_a_build_nothing_is_known_and_that_is_a_gap() {
        let odd = RawValue { kind: REG_BINARY, data: vec![1, 2, 3] };
        for value in [odd, number(26_100), text("x"), list(&[])] {
            let looked = read(&[("CurrentBuildNumber", value), ("EditionID", text("Core"))]);
            assert_eq!((looked.items.len(), looked.gaps.len()), (0, 1), "{looked:?}");
            assert_eq!((looked.gaps[0].why, looked.gaps[0].place.as_str()), (GapReason::Failed, KEY));
        }
        let nothing = read_windows_release(&Builder::default().seen_by(Who::User));
        assert_eq!((nothing.items.len(), nothing.gaps.len()), (0, 1));
    }

    #[test]
    fn an_edition_of_a_wrong_type_is_a_note_and_no_gap() {
        let looked = read(&[("CurrentBuildNumber", text("26200")), ("EditionID", number(4))]);
        assert_eq!(looked.items, [release(26_200, "", "")]);
        assert_eq!((looked.notes.len(), looked.gaps.len()), (1, 0));
    }
}
