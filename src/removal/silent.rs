//! Removal without anybody at the keyboard: which entries may be used for it, and with which command line.
//!
//! Only Windows Installer can be asked to remove a product silently, stay from restarting, and keep a log; so only an
//! entry of the computer that is named after its product code is used. What the vendor's own programs would ask, nobody
//! could answer.

use super::{Elevation, Launch, ProductCode, ProgramFolders, Refusal, RemovalPassword, entries_of, launch_of};
use crate::assess::ProductFound;
use crate::machine::{Program, Scope};

/// Everything that Windows Installer can tell, the command line and the properties too.
const WHOLE_LOG: &str = "/l*v";
/// Warnings, errors, out of memory, out of disk, and which action starts: nothing with a property in it. "Command-Line
/// Options" of Windows Installer.
const LOG_WITHOUT_PROPERTIES: &str = "/lwemoa";

/// An entry that may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SilentStart {
    /// The product.
    pub product_code: ProductCode,
    /// The entry, as the register has it.
    pub entry: Program,
}

/// Why a product cannot be removed without a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSilent {
    /// No register has an entry of it.
    NotRegistered,
    /// Only the list of one account has it, which anything that the account runs could have written.
    OnlyOneAccount,
    /// It is removed by a program of the vendor's, which may ask something.
    OwnProgram,
    /// Its entry is not named after the product that its command removes.
    NotByCode,
    /// Its command is not started at all.
    Refused(Refusal),
}

/// The entry by which a product is removed silently: one of the computer's own, whose key is the product code that its
/// command names.
///
/// # Errors
/// Why there is none; the reason against the first entry.
pub fn silent_start(
    product: &ProductFound,
    programs: &[Program],
    folders: &ProgramFolders,
) -> Result<SilentStart, NotSilent> {
    let entries = entries_of(product, programs);
    let mut own = entries.iter().filter(|entry| entry.source.scope() == Scope::Machine).peekable();
    if own.peek().is_none() {
        return Err(if entries.is_empty() { NotSilent::NotRegistered } else { NotSilent::OnlyOneAccount });
    }
    let mut first = None;
    for entry in own {
        match checked(entry, folders) {
            Ok(product_code) => return Ok(SilentStart { product_code, entry: (*entry).clone() }),
            Err(why) => first = first.or(Some(why)),
        }
    }
    Err(first.unwrap_or(NotSilent::NotRegistered))
}

fn checked(entry: &Program, folders: &ProgramFolders) -> Result<ProductCode, NotSilent> {
    match launch_of(entry, folders).map_err(NotSilent::Refused)? {
        Launch::Msi { product_code, elevation: Elevation::Allowed } => {
            if ProductCode::of_key(&entry.key).as_ref() == Some(&product_code) {
                Ok(product_code)
            } else {
                Err(NotSilent::NotByCode)
            }
        }
        Launch::Msi { .. } => Err(NotSilent::OnlyOneAccount),
        Launch::Exe { .. } | Launch::Shown(_) => Err(NotSilent::OwnProgram),
    }
}

/// The arguments for `msiexec.exe`: no window, no restart, a log. `password`: what was given for this product, if anything
/// was; then the log has nothing in it that could hold it.
pub fn silent_arguments(code: &ProductCode, log: &str, password: Option<&str>) -> String {
    let detail = if password.is_some() { LOG_WITHOUT_PROPERTIES } else { WHOLE_LOG };
    let properties = password.map(|properties| format!(" {properties}")).unwrap_or_default();
    format!("/x {code} /qn /norestart {detail} \"{log}\"{properties}")
}

/// What Windows Installer is told about the password of a product. None: this product takes none that is documented.
///
/// # Errors
/// The password has characters of which it is not certain that they stay inside.
pub fn password_properties(
    product: &str,
    password: &RemovalPassword,
) -> Result<Option<String>, super::PasswordRefusal> {
    match product {
        "endpoint-security" => password.for_endpoint_security().map(Some),
        "network-agent" => Ok(Some(password.for_agent())),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Confidence, ProductFound};
    use crate::catalog::Family;
    use crate::machine::{Presence, ProgramSource};

    const CODE: &str = "{C9EF800D-54AA-4F60-AB96-5A3966550F53}";
    const OTHER: &str = "{1A694303-9A42-43A8-A831-50F86C64EDF0}";

    fn entry(source: ProgramSource, key: &str, uninstall: &str) -> Program {
        Program {
            source,
            key: key.into(),
            name: "Kaspersky Endpoint Security for Windows".into(),
            version: None,
            publisher: Some("AO Kaspersky Lab".into()),
            location: None,
            location_there: Presence::NotAsked,
            uninstall: Some(uninstall.into()),
        }
    }

    fn start(entries: &[Program]) -> Result<SilentStart, NotSilent> {
        let product = ProductFound {
            id: "endpoint-security".into(),
            name: "Kaspersky Endpoint Security for Windows".into(),
            version: None,
            family: Family::Business,
            confidence: Confidence::Certain,
            reasons: vec![],
            artifacts: entries.iter().map(Program::artifact).collect(),
            key: None,
        };
        silent_start(&product, entries, &ProgramFolders::new(r"C:\Program Files", None, r"C:\Windows"))
    }

    #[test]
    fn only_an_entry_of_the_computer_named_after_its_product_is_used() {
        use ProgramSource::{Hkcu, Hklm32, Hklm64, Hku};
        let msi = format!("MsiExec.exe /I{CODE}");
        assert_eq!(start(&[]), Err(NotSilent::NotRegistered));
        assert_eq!(start(&[entry(Hkcu, CODE, &msi)]), Err(NotSilent::OnlyOneAccount));
        assert_eq!(start(&[entry(Hku, CODE, &msi)]), Err(NotSilent::OnlyOneAccount));
        let own = r#""C:\Program Files\Kaspersky Lab\uninst.exe""#;
        assert_eq!(start(&[entry(Hklm64, "KES", own)]), Err(NotSilent::OwnProgram));
        assert_eq!(start(&[entry(Hklm64, "KES", &msi)]), Err(NotSilent::NotByCode));
        let other = start(&[entry(Hklm64, CODE, &format!("msiexec /x {OTHER}"))]);
        assert_eq!(other, Err(NotSilent::Refused(Refusal::OtherProductCode)));
        let found = start(&[entry(Hklm64, "KES", own), entry(Hklm32, &format!("InstallWIX_{CODE}"), &msi)]).unwrap();
        assert_eq!(found.product_code.as_str(), CODE);
        assert_eq!(found.entry.source, Hklm32);
    }

    #[test]
    fn a_hostile_command_is_refused_as_in_the_window() {
        for hostile in [
            format!(r"C:\Temp\msiexec.exe /x {CODE}"),
            format!("cmd /c msiexec /x {CODE}"),
            format!("msiexec /x {CODE} TRANSFORMS=evil.mst"),
            format!("msiexec /i evil.msi /x {CODE}"),
            r"msiexec /x \\server\share\a.msi".into(),
        ] {
            let refused = start(&[entry(ProgramSource::Hklm64, CODE, &hostile)]);
            assert!(matches!(refused, Err(NotSilent::Refused(_))), "{hostile}: {refused:?}");
        }
    }

    #[test]
    fn the_log_tells_everything_unless_a_password_is_given() {
        let code = ProductCode::parse(CODE).unwrap();
        let plain = silent_arguments(&code, r"C:\l\a.log", None);
        assert_eq!(plain, format!(r#"/x {CODE} /qn /norestart /l*v "C:\l\a.log""#));
        let with = silent_arguments(&code, r"C:\l\a.log", Some("KLPASSWD=x"));
        assert_eq!(with, format!(r#"/x {CODE} /qn /norestart /lwemoa "C:\l\a.log" KLPASSWD=x"#));
    }

    #[test]
    fn a_password_goes_to_the_two_products_that_are_known_to_take_one() {
        let password = RemovalPassword::parse("abc").unwrap();
        let properties = |id| password_properties(id, &password).unwrap();
        assert_eq!(properties("endpoint-security").as_deref(), Some("KLLOGIN=KLAdmin KLPASSWD=abc"));
        assert_eq!(properties("network-agent").as_deref(), Some("KLUNINSTPASSWD=610062006300"));
        assert_eq!(properties("endpoint-agent"), None);
    }
}
