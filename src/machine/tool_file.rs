//! A file that a person downloaded and asks about: the vendor's removal tool, or what somebody calls so.

/// What was seen of it. It is never started, and nothing is asked of the network.
pub type ToolSeen = Result<ToolFile, ToolUnread>;

/// What was seen of a file that is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolFile {
    /// Its name, without folders.
    pub name: String,
    /// What Windows says about its signatures.
    pub signature: ToolSignature,
    /// Whether it is a program or library of Windows. Other kinds of files can be signed, too.
    pub is_program: bool,
    /// What its maker called it, as it says itself. None: it says nothing.
    pub original_name: Option<String>,
    /// What else lies in its folder.
    pub beside: Beside,
    /// Where it came from, as the browser noted. None: nothing was noted, or what was noted is no address.
    pub origin: Option<ToolOrigin>,
}

/// Why a file was not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolUnread {
    /// There is none.
    NotThere,
    /// It is a folder, a pipe or a device.
    NotPlain,
    /// It is larger than anything that is looked at.
    TooLarge,
    /// It lies on another computer, or nobody can tell whether it does.
    Elsewhere,
    /// The computer is a recorded one, or the program runs with rights that are not the person's own.
    NotTried,
    /// The system refused; in its own words.
    Refused(String),
}

/// What Windows says about the signatures of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToolSignature {
    /// At least one holds; by whom. A signer is None where the certificate could not be read.
    Holds(Vec<Option<SignerName>>),
    /// None holds.
    Fails {
        /// What is wrong with the first one.
        fault: BadSignature,
        /// The name that it claims. Anybody can write any name.
        claimed: Option<String>,
    },
    /// There was no Windows to be asked.
    NotAsked,
}

/// What is wrong with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadSignature {
    /// There is none.
    Missing,
    /// The file was changed after it was signed.
    Changed,
    /// Its certificate leads to none that this Windows trusts: anybody can make such a one.
    NotTrusted,
    /// Its certificate had ended, and nothing shows that it was signed before.
    Expired,
    /// Its certificate was withdrawn, or this Windows was told not to trust it.
    Distrusted,
    /// Another of Windows' error codes.
    Other(i32),
}

/// Who a certificate was issued to. Whole values, each as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerName {
    /// Common name.
    pub name: String,
    /// Organisation.
    pub organization: String,
    /// Country, in two letters.
    pub country: String,
}

/// What else lies in the folder of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// This; names in the order of the alphabet.
    Seen {
        /// What Windows may load into the program when it is started from there, or what tells it what to load.
        libraries: Vec<String>,
        /// Other programs and scripts. They are not loaded, but a person may start the wrong one.
        programs: Vec<String>,
    },
    /// The folder could not be read, or has more in it than is looked through.
    Unread,
}

/// Where a file came from, as the browser noted beside it. Whoever can write the file can write that, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolOrigin {
    /// The computer that the file came from, by its name on the internet.
    pub host: Option<String>,
    /// The computer whose page led there.
    pub referrer: Option<String>,
}

/// Libraries, and what stands for them: endings of names.
const LIBRARIES: [&str; 7] = ["dll", "ocx", "cpl", "drv", "sys", "ax", "acm"];
/// What tells Windows what to load into the program `x.exe`: `x.exe.local`, `x.exe.manifest`, `x.exe.config`.
const LEADING: [&str; 3] = ["local", "manifest", "config"];
/// Programs and scripts: endings of names.
const PROGRAMS: [&str; 17] = [
    "exe",
    "com",
    "scr",
    "pif",
    "bat",
    "cmd",
    "ps1",
    "vbs",
    "vbe",
    "js",
    "jse",
    "wsf",
    "hta",
    "msi",
    "msp",
    "lnk",
    "appref-ms",
];

impl Beside {
    /// What matters among the names in the folder of the file `own`. Windows does not tell large from small letters,
    /// and ignores dots and spaces at the end of a name.
    pub fn of(own: &str, names: impl IntoIterator<Item = String>) -> Self {
        let plain = |name: &str| name.trim_end_matches(['.', ' ']).to_lowercase();
        let own = plain(own);
        let (mut libraries, mut programs) = (Vec::new(), Vec::new());
        for name in names {
            let low = plain(&name);
            let Some((stem, ending)) = low.rsplit_once('.').filter(|_| low != own) else { continue };
            if LIBRARIES.contains(&ending) || (LEADING.contains(&ending) && stem == own) {
                libraries.push(name);
            } else if PROGRAMS.contains(&ending) {
                programs.push(name);
            }
        }
        libraries.sort_unstable();
        programs.sort_unstable();
        Self::Seen { libraries, programs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(names: &[&str]) -> (Vec<String>, Vec<String>) {
        match Beside::of("kavremvr.exe", names.iter().map(|name| name.to_string())) {
            Beside::Seen { libraries, programs } => (libraries, programs),
            Beside::Unread => panic!("it was read"),
        }
    }

    #[test]
    fn what_would_be_loaded_is_told_from_what_only_lies_there() {
        let (libraries, programs) = beside(&[
            "KAVREMVR.EXE",
            "version.DLL",
            "kavremvr.exe.local",
            "Kavremvr.exe.Manifest",
            "setup.exe",
            "a.txt",
        ]);
        assert_eq!(libraries, ["Kavremvr.exe.Manifest", "kavremvr.exe.local", "version.DLL"]);
        assert_eq!(programs, ["setup.exe"]);
    }

    #[test]
    fn nothing_hides_behind_dots_spaces_or_large_letters() {
        assert_eq!(beside(&["evil.dll.", "evil2.Dll ", "x.PS1. ."]).0.len(), 2);
        assert_eq!(beside(&["x.PS1. ."]).1.len(), 1);
        // A library by the name of another kind of file is not loaded by its name.
        assert_eq!(beside(&["notes.dll.txt", "other.exe.config", "dll", ".dll"]), (vec![".dll".to_string()], vec![]));
        assert_eq!(beside(&[]), (vec![], vec![]));
    }
}
