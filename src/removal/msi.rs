//! Uninstall commands of Windows Installer.
//!
//! Of such a command only the product code is used; the command that is started is written anew.
//! So what merely changes how the removal looks is dropped, and what would make it another action
//! than the removal of the whole product is refused. The switches are those of Microsoft's
//! "Command-line options" and "Standard installer command-line options" for Windows Installer.

use super::{Refusal, arguments};
use std::fmt;

/// Switches that only say how much is shown, and how a restart is asked for.
const LOOKS: [&str; 5] = ["quiet", "passive", "norestart", "promptrestart", "forcerestart"];

/// Properties that change *what* is removed or installed.
const CHANGES: [&str; 18] = [
    "ACTION",
    "ADDDEFAULT",
    "ADDLOCAL",
    "ADDSOURCE",
    "ADVERTISE",
    "COMPADDDEFAULT",
    "COMPADDLOCAL",
    "COMPADDSOURCE",
    "FILEADDDEFAULT",
    "FILEADDLOCAL",
    "FILEADDSOURCE",
    "MSIINSTANCEGUID",
    "MSINEWINSTANCE",
    "MSIPATCHREMOVE",
    "PATCH",
    "REINSTALL",
    "REINSTALLMODE",
    "TRANSFORMS",
];

/// A product code of Windows Installer: `{8-4-4-4-12}` hexadecimal digits, in upper case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductCode(String);

impl ProductCode {
    /// Reads a code, braces included. None: it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];
        let inner = text.strip_prefix('{')?.strip_suffix('}')?;
        let groups: Vec<&str> = inner.split('-').collect();
        let hexadecimal = |group: &str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
        let lengths = groups.iter().map(|group| group.len()).eq(GROUPS);
        (lengths && groups.iter().all(|group| hexadecimal(group))).then(|| Self(text.to_ascii_uppercase()))
    }

    /// The code that an uninstall key is, or carries, as in `InstallWIX_{…}`.
    pub fn of_key(key: &str) -> Option<Self> {
        const PREFIX: &str = "InstallWIX_";
        let prefixed = key.get(..PREFIX.len()).is_some_and(|head| head.eq_ignore_ascii_case(PREFIX));
        Self::parse(if prefixed { &key[PREFIX.len()..] } else { key })
    }

    /// The code with its braces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The one product that the arguments of `msiexec` remove. `/I`, which the registry often has,
/// would open maintenance; it means the same product.
///
/// # Errors
/// The arguments ask for something else, or not for exactly one product.
pub(super) fn product_code(text: &str) -> Result<ProductCode, Refusal> {
    let mut code = None;
    let mut arguments = arguments::split_arguments(text)?.into_iter();
    while let Some(argument) = arguments.next() {
        let Some(switch) = argument.strip_prefix(['/', '-']) else {
            property(&argument)?;
            continue;
        };
        if let Some(value) = product_of(switch) {
            let value = if value.is_empty() { arguments.next().unwrap_or_default() } else { value.to_string() };
            let parsed = ProductCode::parse(&value).ok_or(Refusal::BadProductCode)?;
            if code.replace(parsed).is_some() {
                return Err(Refusal::SeveralProductCodes);
            }
        } else if is_log(switch) {
            // The name of the log file; ours is written instead.
            arguments.next();
        } else if !is_look(switch) {
            let name: String = switch.chars().take_while(char::is_ascii_alphabetic).take(16).collect();
            return Err(Refusal::OtherMsiAction(format!("/{name}")));
        }
    }
    code.ok_or(Refusal::BadProductCode)
}

/// What follows a switch that takes the product: `/I{…}`, `/x {…}`, `/uninstall {…}`.
fn product_of(switch: &str) -> Option<&str> {
    if ["uninstall", "package"].iter().any(|word| switch.eq_ignore_ascii_case(word)) {
        return Some("");
    }
    let rest = switch.strip_prefix(['i', 'I', 'x', 'X'])?;
    (rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(rest)
}

/// `/l*v FILE`, `/log FILE`: letters that say what is written, then the file.
fn is_log(switch: &str) -> bool {
    let flags = |rest: &str| rest.bytes().all(|byte| b"iwearucmopvx+!*".contains(&byte.to_ascii_lowercase()));
    switch.eq_ignore_ascii_case("log") || switch.strip_prefix(['l', 'L']).is_some_and(flags)
}

fn is_look(switch: &str) -> bool {
    let level =
        |rest: &str| rest.len() <= 3 && rest.bytes().all(|byte| b"nbrf+-!".contains(&byte.to_ascii_lowercase()));
    LOOKS.iter().any(|known| switch.eq_ignore_ascii_case(known)) || switch.strip_prefix(['q', 'Q']).is_some_and(level)
}

/// Lets a property go that does not change what is removed.
fn property(argument: &str) -> Result<(), Refusal> {
    let (name, value) = argument.split_once('=').ok_or(Refusal::UnknownArgument)?;
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) || !name.chars().all(word) {
        return Err(Refusal::UnknownArgument);
    }
    let name = name.to_ascii_uppercase();
    let partial = name == "REMOVE" && !value.eq_ignore_ascii_case("ALL");
    if partial || CHANGES.contains(&name.as_str()) {
        return Err(Refusal::OtherMsiAction(name));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CODE: &str = "{5D35D57A-30B9-493B-819F-C6C2181A0A1A}";
    const OTHER: &str = "{1A694303-9A42-43A8-A831-50F86C64EDF0}";

    #[test]
    fn a_code_has_braces_and_five_groups() {
        assert_eq!(ProductCode::parse(CODE).unwrap().as_str(), CODE);
        assert_eq!(ProductCode::parse(&CODE.to_lowercase()).unwrap().to_string(), CODE);
        for text in [
            "",
            "{}",
            "5D35D57A-30B9-493B-819F-C6C2181A0A1A",
            "{5D35D57A-30B9-493B-819F-C6C2181A0A1}",
            "{5D35D57A-30B9-493B-819F-C6C2181A0A1AA}",
            "{5D35D57A30B9-493B-819F-C6C2181A0A1A-}",
            "{5D35D57G-30B9-493B-819F-C6C2181A0A1A}",
            "{{D35D57A-30B9-493B-819F-C6C2181A0A1A}",
            "{5D35D57A-30B9-493B-819F-C6C2181A0A1A}}",
            "{5D35D57A-30B9-493B-819F-C6C2181A0A1A} /qn",
            "{5D35D57A\u{2010}30B9-493B-819F-C6C2181A0A1A}",
        ] {
            assert_eq!(ProductCode::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_key_is_a_code_or_carries_one() {
        assert!(ProductCode::of_key(CODE).is_some());
        for prefix in ["InstallWIX_", "installwix_"] {
            assert!(ProductCode::of_key(&format!("{prefix}{CODE}")).is_some(), "{prefix}");
        }
        for key in ["Kaspersky", "InstallWIX_", "InstallWIX_x", "Other_{5D35D57A-30B9-493B-819F-C6C2181A0A1A}"] {
            assert_eq!(ProductCode::of_key(key), None, "{key}");
        }
    }

    #[test]
    fn every_way_to_name_the_product_is_read() {
        for text in [
            "/I{C}",
            "/X{C}",
            "/x{C}",
            "-x{C}",
            "/x {C}",
            "/i \"{C}\"",
            "/X\"{C}\"",
            "/uninstall {C}",
            "/package {C}",
            "/I{C} REMOVE=ALL",
            "/I{C} remove=\"all\"",
            "/x {C} /qn",
            "/x{C} /qb-! /norestart",
            "/x{C} /quiet /promptrestart",
            "/X{C} /l*v \"C:\\a b.log\"",
            "/x{C} /log x.log",
            "/qn /x {C}",
            "KLLOGIN=a KLPASSWD=\"b c\" /x{C} REBOOT=ReallySuppress",
        ] {
            let found = product_code(&text.replace("{C}", CODE));
            assert_eq!(found.as_ref().map(ProductCode::as_str), Ok(CODE), "{text}");
        }
    }

    #[test]
    fn what_is_not_the_removal_of_one_product_is_refused() {
        use Refusal::*;
        let other = |name: &str| OtherMsiAction(name.into());
        let table = [
            ("", BadProductCode),
            ("/x", BadProductCode),
            ("/qn", BadProductCode),
            ("/x {C", BadProductCode),
            ("/x http://198.51.100.7/a.msi", BadProductCode),
            (r"/i C:\Temp\a.msi", BadProductCode),
            (r"/iC:\Temp\a.msi", OtherMsiAction("/iC".into())),
            (r"/x \\server\share\a.msi", BadProductCode),
            ("/x{C}REMOVE=ALL", BadProductCode),
            ("/x{C} /x{D}", SeveralProductCodes),
            ("/I{C} /X{C}", SeveralProductCodes),
            ("/x{C} {D}", UnknownArgument),
            ("/x{C} calc.exe", UnknownArgument),
            ("/x{C} & calc", UnknownArgument),
            ("/x{C} 1A=2", UnknownArgument),
            ("/x{C} =2", UnknownArgument),
            ("/x{C} a&b=2", UnknownArgument),
            ("/x{C} TRANSFORMS=http://198.51.100.7/a.mst", other("TRANSFORMS")),
            ("/I{C} REMOVE=Firewall", other("REMOVE")),
            ("/I{C} reinstall=ALL", other("REINSTALL")),
            ("/I{C} MSIINSTANCEGUID={D}", other("MSIINSTANCEGUID")),
            ("/f{C}", other("/f")),
            ("/fa {C}", other("/fa")),
            ("/a {C}", other("/a")),
            ("/jm {C}", other("/jm")),
            ("/p patch.msp /x{C}", other("/p")),
            ("/update patch.msp", other("/update")),
            ("/y evil.dll", other("/y")),
            ("/x{C} /z evil.dll", other("/z")),
            ("/x{C} /qz", other("/qz")),
            ("/x{C} /qbnrf", other("/qbnrf")),
            ("/xyz {C}", other("/xyz")),
            ("/x{C} \"open", BadQuotes),
        ];
        for (text, expected) in table {
            let command = text.replace("{C}", CODE).replace("{D}", OTHER);
            assert_eq!(product_code(&command), Err(expected), "{text}");
        }
    }

    /// Microsoft's "Property reference": the properties of features, patches, transforms and instances.
    #[test]
    fn each_property_that_changes_what_is_removed_is_refused() {
        for name in [
            "ACTION",
            "ADDDEFAULT",
            "ADDLOCAL",
            "ADDSOURCE",
            "ADVERTISE",
            "COMPADDDEFAULT",
            "COMPADDLOCAL",
            "COMPADDSOURCE",
            "FILEADDDEFAULT",
            "FILEADDLOCAL",
            "FILEADDSOURCE",
            "MSIINSTANCEGUID",
            "MSINEWINSTANCE",
            "MSIPATCHREMOVE",
            "PATCH",
            "REINSTALL",
            "REINSTALLMODE",
            "REMOVE",
            "TRANSFORMS",
        ] {
            for name in [name.to_string(), name.to_lowercase()] {
                let refused = product_code(&format!("/x{CODE} {name}=a"));
                assert_eq!(refused, Err(Refusal::OtherMsiAction(name.to_uppercase())));
            }
        }
    }

    #[test]
    fn a_log_file_hides_nothing() {
        assert_eq!(product_code(&format!("/l*v /x{CODE}")), Err(Refusal::BadProductCode));
        assert_eq!(product_code(&format!("/x{CODE} /l*v /x{OTHER}")).unwrap().as_str(), CODE);
    }

    proptest! {
        #[test]
        fn whatever_stands_there_only_a_code_comes_out(parts in prop::collection::vec(
            prop_oneof![
                Just("/x".to_string()), Just("/I".to_string()), Just(CODE.to_string()), Just(format!("/X{OTHER}")),
                Just("/l*v".to_string()), Just("\"".to_string()), "[ -~é]{0,8}", "[A-Z]{1,6}=[a-z:/]{0,6}",
            ], 0..7)) {
            if let Ok(code) = product_code(&parts.join(" ")) {
                prop_assert!(ProductCode::parse(code.as_str()).is_some());
                prop_assert!([CODE, OTHER].contains(&code.as_str()));
            }
        }
    }
}
