//! Places: where a file, folder or registry key would stand, in one spelling for all systems.
//!
//! `{ProgramFilesX86}/Kaspersky Lab/<Kaspersky [0-9.]+>`: a root in braces, names between
//! slashes, and patterns in angle brackets. A probe walks all places of a root together and
//! lists each parent folder once.

use super::one_set::OneSet;
use super::pattern::{self, Pattern};
use crate::machine::{Os, Scope};
use std::str::FromStr;
use std::sync::Arc;

macro_rules! roots {
    ($($(#[$doc:meta])* $name:ident $os:ident $scope:ident,)*) => {
        /// Where a place begins.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Root { $($(#[$doc])* $name,)* }

        impl Root {
            /// Every root.
            pub const ALL: &'static [Root] = &[$(Root::$name,)*];

            /// The root with this name. None: there is no such root.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|root| root.name() == name)
            }

            /// The name that stands in braces.
            pub fn name(self) -> &'static str {
                match self { $(Root::$name => stringify!($name),)* }
            }

            /// Whether a system has this root.
            pub fn os_has(self, os: Os) -> bool {
                match self { $(Root::$name => os == Os::$os,)* }
            }

            /// Whose things stand there.
            pub fn scope(self) -> Scope {
                match self { $(Root::$name => Scope::$scope,)* }
            }
        }
    };
}

roots! {
    /// `C:\`
    SystemDrive Windows Machine,
    /// `C:\Windows`
    Windows Windows Machine,
    /// `C:\Windows\System32`
    System32 Windows Machine,
    /// `C:\Windows\System32\drivers`
    Drivers Windows Machine,
    /// `C:\Program Files`
    ProgramFiles Windows Machine,
    /// `C:\Program Files (x86)`
    ProgramFilesX86 Windows Machine,
    /// `C:\ProgramData`
    ProgramData Windows Machine,
    /// `C:\Users\Public`
    Public Windows Machine,
    /// `C:\Users\…`
    Profile Windows User,
    /// `C:\Users\…\AppData\Local`
    LocalAppData Windows User,
    /// `C:\Users\…\AppData\Roaming`
    RoamingAppData Windows User,
    /// `C:\Users\…\Documents`
    Documents Windows User,
    /// `HKEY_LOCAL_MACHINE`, 64-bit view
    HKLM64 Windows Machine,
    /// `HKEY_LOCAL_MACHINE`, 32-bit view
    HKLM32 Windows Machine,
    /// `HKEY_CURRENT_USER`
    HKCU Windows User,
    /// `/` of Linux
    Linux Linux Machine,
    /// The home folder on Linux
    LinuxHome Linux User,
    /// `/` of macOS
    Mac Macos Machine,
    /// The home folder on macOS
    MacHome Macos User,
}

impl Root {
    /// The root of a place in the catalogue's spelling, as in `{Drivers}/klif.sys`, and what follows it. None: it is
    /// spelled in another way.
    pub fn split(spelled: &str) -> Option<(Self, &str)> {
        let (root, below) = spelled.strip_prefix('{')?.split_once("}/")?;
        Some((Self::named(root)?, below))
    }

    /// Whether this is a registry hive and not a folder.
    pub fn is_registry(self) -> bool {
        matches!(self, Root::HKLM64 | Root::HKLM32 | Root::HKCU)
    }
}

/// One step below a root.
#[derive(Clone, Debug)]
pub enum Segment {
    /// Exactly this name, blind to case where the system is.
    Name(String),
    /// Any name that matches.
    Pattern(Matcher),
}

/// What the names at one step have in common.
#[derive(Clone, Debug)]
pub struct Matcher(Names);

#[derive(Clone, Debug)]
enum Names {
    /// They match a pattern.
    Pattern(Pattern),
    /// They are file names of drivers, whose names the set knows.
    DriverFile(Arc<OneSet>),
}

impl Matcher {
    fn accepts(&self, name: &str) -> bool {
        match &self.0 {
            Names::Pattern(pattern) => pattern.is_match(name),
            Names::DriverFile(names) => driver_stem(name).is_some_and(|stem| names.first(stem).is_some()),
        }
    }
}

/// The driver's name in a file name: without `.sys`, and without the `_sha1` of a second signature.
pub(super) fn driver_stem(name: &str) -> Option<&str> {
    let without = |name: &'_ str, end: &str| {
        let at = name.len().checked_sub(end.len())?;
        name.get(at..).filter(|tail| tail.eq_ignore_ascii_case(end)).map(|_| at)
    };
    let stem = &name[..without(name, ".sys")?];
    Some(without(stem, "_sha1").map_or(stem, |at| &stem[..at]))
}

impl Segment {
    /// Whether a name found on disk is this step.
    pub fn accepts(&self, name: &str, os: Os) -> bool {
        match self {
            Segment::Name(expected) if os == Os::Linux => expected == name,
            Segment::Name(expected) => expected.to_lowercase() == name.to_lowercase(),
            Segment::Pattern(matcher) => matcher.accepts(name),
        }
    }
}

/// One step as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// Exactly this name.
    Name(&'p str),
    /// Any name that this expression matches as a whole.
    Pattern(String),
}

/// A root and the steps below it.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where it begins.
    pub root: Root,
    /// The steps below; never empty.
    pub segments: Vec<Segment>,
    /// The place as written in the catalogue.
    pub text: String,
    /// Registry values to read when the place is a key.
    pub values: Vec<String>,
    /// What stands there is the person's own data: no answer depends on it.
    pub keep: bool,
}

impl Place {
    /// The two places of driver files: the drivers folder, and a folder in it that is named after a
    /// product line.
    pub(super) fn of_driver_files(names: &Arc<OneSet>) -> [Self; 2] {
        let file = || Segment::Pattern(Matcher(Names::DriverFile(names.clone())));
        let line = Segment::Pattern(Matcher(Names::Pattern(Pattern::new(pattern::regex_source("{line}")))));
        [vec![file()], vec![line, file()]].map(|segments| Self {
            root: Root::Drivers,
            segments,
            text: "the files of all drivers".into(),
            values: Vec::new(),
            keep: false,
        })
    }

    /// The patterns in it that do not compile.
    pub(super) fn errors(&self) -> impl Iterator<Item = regex::Error> {
        self.segments.iter().filter_map(|segment| match segment {
            Segment::Pattern(Matcher(Names::Pattern(pattern))) => pattern.compile().err(),
            _ => None,
        })
    }

    /// The steps below the root as they are written, for programs with another engine of expressions.
    pub fn written_steps(&self) -> impl Iterator<Item = Step<'_>> {
        steps(self.text.split_once("}/").map_or("", |(_, rest)| rest)).into_iter().map(|step| {
            match step.strip_prefix('<') {
                Some(pattern) => Step::Pattern(pattern::inner_regex(pattern.trim_end_matches('>'))),
                None => Step::Name(step),
            }
        })
    }

    /// The expression that matches the spelling probes report: `{Root}/name/name`.
    pub(super) fn expression(&self) -> String {
        let mut expression = format!(r"\{{{}\}}", self.root.name());
        for step in self.written_steps() {
            expression.push('/');
            match step {
                Step::Pattern(pattern) => expression.push_str(&format!("(?:{pattern})")),
                Step::Name(name) => expression.push_str(&regex::escape(name)),
            }
        }
        format!("^{expression}$")
    }
}

/// Splits at slashes that do not stand inside angle brackets.
fn steps(text: &str) -> Vec<&str> {
    let mut depth = 0;
    text.split(|c| {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        c == '/' && depth == 0
    })
    .collect()
}

impl FromStr for Place {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let malformed = || format!("«{text}» is not a place: expected {{Root}}/name/<pattern>");
        let (root, rest) = text.strip_prefix('{').and_then(|rest| rest.split_once("}/")).ok_or_else(malformed)?;
        let root = *Root::ALL.iter().find(|known| known.name() == root).ok_or_else(|| format!("no root «{root}»"))?;
        let segments = steps(rest)
            .into_iter()
            .map(|step| match step.strip_prefix('<').map(|step| step.strip_suffix('>')) {
                Some(Some(inner)) => {
                    Ok(Segment::Pattern(Matcher(Names::Pattern(Pattern::new(pattern::regex_source(inner))))))
                }
                Some(None) => Err(malformed()),
                None if step.is_empty() => Err(malformed()),
                None => Ok(Segment::Name(step.to_string())),
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { root, segments, text: text.to_string(), values: Vec::new(), keep: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_and_matches_what_a_probe_reports() {
        let place: Place = "{Drivers}/<{line}>/<kl(?:if|flt)\\.sys>".parse().unwrap();
        assert_eq!((place.root, place.segments.len()), (Root::Drivers, 2));
        let expression = Pattern::new(place.expression());
        assert!(expression.is_match("{Drivers}/K4W-21-25/klif.sys"));
        assert!(!expression.is_match("{Drivers}/K4W-21-25/klim6.sys"));
        assert!(!expression.is_match("{Drivers}/klif.sys"));
    }

    #[test]
    fn malformed_places_are_refused() {
        for text in ["", "C:\\x", "{Nowhere}/x", "{Drivers}/", "{Drivers}/a//b", "{Drivers}/<x"] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
        let place: Place = "{Drivers}/<(>/<x>".parse().unwrap();
        assert_eq!(place.errors().count(), 1);
    }

    #[test]
    fn a_driver_is_read_from_its_file_name() {
        assert_eq!(driver_stem("klif.sys"), Some("klif"));
        assert_eq!(driver_stem("KLIF_SHA1.SYS"), Some("KLIF"));
        assert_eq!(driver_stem("klif.K4W-21-25.sys"), Some("klif.K4W-21-25"));
        for name in ["klif", "klif.sy", "sys", "日本.syß", ""] {
            assert_eq!(driver_stem(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_blind_to_case_except_on_linux() {
        let name = Segment::Name("Kaspersky Lab".into());
        assert!(name.accepts("kaspersky lab", Os::Windows) && !name.accepts("kaspersky lab", Os::Linux));
    }
}
