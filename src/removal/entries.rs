//! From an installed product to the registry entries that remove it.

use super::{Launch, ProgramFolders, Refusal, Shown, launch_of};
use crate::assess::ProductFound;
use crate::machine::{Program, Scope};

/// The register's entries of a product, in the order in which they are used: the computer's own
/// before the account's; a package that builds on another (`kesl-gui`) before that one (`kesl`).
pub fn entries_of<'a>(product: &ProductFound, programs: &'a [Program]) -> Vec<&'a Program> {
    let mut found: Vec<&Program> =
        programs.iter().filter(|program| product.artifacts.contains(&program.artifact())).collect();
    found.sort_by_key(|program| program.source.scope() == Scope::User);
    let mut ordered: Vec<&Program> = Vec::new();
    for program in found {
        let builds_on = |base: &&Program| program.key.strip_prefix(&base.key).is_some_and(|rest| rest.starts_with('-'));
        let at = ordered.iter().position(builds_on).unwrap_or(ordered.len());
        ordered.insert(at, program);
    }
    ordered
}

/// How an installed product is removed. On Windows the first entry that may be started is used; on
/// Linux the commands of all its packages are shown together.
///
/// # Errors
/// [`Refusal::NotRegistered`] when no register has an entry of it; otherwise the reason against
/// the first entry. One package whose name cannot be shown refuses them all.
pub fn start_of(product: &ProductFound, programs: &[Program], folders: &ProgramFolders) -> Result<Launch, Refusal> {
    let mut all = entries_of(product, programs).into_iter().map(|program| launch_of(program, folders));
    let first = all.next().ok_or(Refusal::NotRegistered)?;
    match first {
        Ok(Launch::Shown(shown @ Shown::Packages { .. })) => all.try_fold(shown, together).map(Launch::Shown),
        Err(Refusal::BadPackageName) | Ok(_) => first,
        Err(refusal) => all.find_map(Result::ok).ok_or(refusal),
    }
}

/// Puts the commands of one more package behind the others.
fn together(shown: Shown, next: Result<Launch, Refusal>) -> Result<Shown, Refusal> {
    Ok(match (shown, next?) {
        (
            Shown::Packages { commands, instead },
            Launch::Shown(Shown::Packages { commands: more, instead: more_instead }),
        ) => Shown::Packages { commands: [commands, more].concat(), instead: [instead, more_instead].concat() },
        (shown, _) => shown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::assess;
    use crate::catalog::Catalog;
    use crate::machine::{Host, LookedAs, Os, Presence, ProgramSource, Snapshot};

    const CODE: &str = "{5D35D57A-30B9-493B-819F-C6C2181A0A1A}";

    fn entry(source: ProgramSource, key: &str, name: &str, uninstall: Option<&str>) -> Program {
        Program {
            source,
            key: key.into(),
            name: name.into(),
            version: Some("1".into()),
            publisher: Some("AO Kaspersky Lab".into()),
            location: None,
            location_there: Presence::NotAsked,
            uninstall: uninstall.map(str::to_string),
        }
    }

    /// What the assessment finds among these entries: the only product.
    fn found(os: Os, programs: &[Program]) -> ProductFound {
        let host = Host {
            os,
            os_version: String::new(),
            server: None,
            elevated: false,
            looked_as: LookedAs::ThisAccount,
            taken: 0,
            booted: 0,
            boot_id: None,
            elapsed_ms: 0,
            offline: false,
        };
        let mut snapshot = Snapshot::untouched(host);
        snapshot.programs.items = programs.to_vec();
        let mut products = assess(&snapshot, Catalog::embedded()).products;
        assert_eq!(products.len(), 1, "{products:?}");
        products.remove(0)
    }

    fn folders() -> ProgramFolders {
        ProgramFolders::new(r"C:\Program Files", None, r"C:\Windows")
    }

    #[test]
    fn the_entries_of_a_finding_are_found_again() {
        let name = "Kaspersky Security Center";
        let programs = [
            entry(ProgramSource::Hkcu, CODE, name, None),
            Program {
                publisher: Some("Somebody Else".into()),
                ..entry(ProgramSource::Hklm64, "Something Else", "Something Else", Some("cmd /c x"))
            },
            entry(ProgramSource::Hklm32, &format!("InstallWIX_{CODE}"), name, None),
            entry(ProgramSource::Hklm64, CODE, name, None),
        ];
        let product = found(Os::Windows, &programs);
        let sources: Vec<ProgramSource> =
            entries_of(&product, &programs).iter().map(|program| program.source).collect();
        assert_eq!(sources, [ProgramSource::Hklm32, ProgramSource::Hklm64, ProgramSource::Hkcu]);
    }

    #[test]
    fn the_same_key_in_another_register_is_another_entry() {
        let sources = [ProgramSource::Hklm64, ProgramSource::Hklm32, ProgramSource::Hkcu, ProgramSource::Hku];
        let programs = sources.map(|source| entry(source, CODE, "Kaspersky Security Center", None));
        for program in &programs {
            let product = found(Os::Windows, std::slice::from_ref(program));
            assert_eq!(entries_of(&product, &programs), [program]);
        }
    }

    #[test]
    fn an_entry_that_is_refused_makes_room_for_the_next() {
        let name = "Kaspersky Security Center";
        let hostile = entry(ProgramSource::Hklm64, "KSC", name, Some("cmd /c format"));
        let sound = entry(ProgramSource::Hklm32, CODE, name, Some(&format!("MsiExec.exe /I{CODE}")));
        let programs = [hostile.clone(), sound];
        let product = found(Os::Windows, &programs);
        assert!(matches!(start_of(&product, &programs, &folders()), Ok(Launch::Msi { .. })));
        let refused = start_of(&product, &[hostile], &folders());
        assert_eq!(refused, Err(Refusal::Interpreter("cmd".into())));
        assert_eq!(start_of(&product, &[], &folders()), Err(Refusal::NotRegistered));
    }

    #[test]
    fn packages_are_removed_from_the_top_down() {
        for order in [["kesl", "kesl-gui"], ["kesl-gui", "kesl"]] {
            let programs = order.map(|key| entry(ProgramSource::Dpkg, key, key, None));
            let product = found(Os::Linux, &programs);
            let shown = start_of(&product, &programs, &ProgramFolders::default());
            let Ok(Launch::Shown(Shown::Packages { commands, instead })) = shown else { panic!("{shown:?}") };
            assert_eq!(commands, ["sudo apt purge kesl-gui", "sudo apt purge kesl"]);
            assert_eq!(instead, ["sudo dpkg -P kesl-gui", "sudo dpkg -P kesl"]);
        }
    }

    #[test]
    fn one_hostile_package_name_refuses_the_commands() {
        let programs = ["kesl", "kesl-gui"].map(|key| entry(ProgramSource::Rpm, key, key, None));
        let mut product = found(Os::Linux, &programs);
        product.artifacts.push(entry(ProgramSource::Rpm, "kesl-$(x)", "x", None).artifact());
        let programs = [programs.to_vec(), vec![entry(ProgramSource::Rpm, "kesl-$(x)", "x", None)]].concat();
        assert_eq!(start_of(&product, &programs, &ProgramFolders::default()), Err(Refusal::BadPackageName));
    }

    #[test]
    fn a_bundle_is_found_by_its_place() {
        let mut bundle = entry(ProgramSource::Bundle, "com.kaspersky.kav", "Kaspersky", None);
        bundle.location = Some("/Applications/Kaspersky.app".into());
        let product = found(Os::Macos, std::slice::from_ref(&bundle));
        let shown = start_of(&product, &[bundle], &ProgramFolders::default());
        assert!(matches!(shown, Ok(Launch::Shown(Shown::Mac { .. }))), "{shown:?}");
    }
}
