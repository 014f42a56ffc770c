//! Programs that do whatever their arguments say. None of them is an uninstaller.

/// Command interpreters, script hosts and Windows' own tools that start, load, fetch or change
/// things for whoever asks. Lower case, without extension and version, sorted.
const NAMES: &str = "\
    at atbroker autohotkey autoit autoit3 autoit3_x64 bash bitsadmin busybox cdb certutil cmd cmstp command conhost \
    control cscript csi curl dllhost dotnet explorer fltmc forfiles fsi ftp gpscript hh ie4uinit infdefaultinstall \
    installutil java javaw jjs lua mavinject mmc msbuild msdt mshta msiexec net net1 netsh node nsudo odbcconf \
    openconsole pcalua perl php pnputil powershell powershell_ise presentationhost psexec psexec64 pwsh py python \
    pythonw pyw reg regasm regedit regini regsvcs regsvr32 robocopy ruby runas rundll32 sc schtasks scriptrunner sh \
    ssh start tar wmic wscript wsl wt xcopy";

/// The interpreter that a file name means, if it means one: `CMD.EXE`, `python3.11.exe`, `pwsh`.
///
/// A copy under another name is not recognised here. That is one reason why only programs below
/// Program Files are started, where an ordinary account cannot put one.
pub(super) fn named_interpreter(file_name: &str) -> Option<&'static str> {
    let name = file_name.trim_end_matches(['.', ' ']).to_ascii_lowercase();
    let stem = [".exe", ".com", ".bat", ".cmd"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(&name);
    let unversioned = stem.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-'));
    NAMES.split(' ').find(|known| *known == stem || *known == unversioned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpreters_are_known_in_every_spelling() {
        let table = [
            ("cmd", "cmd"),
            ("CMD.EXE", "cmd"),
            ("cmd.exe. .", "cmd"),
            ("PowerShell.exe", "powershell"),
            ("pwsh-7.4.exe", "pwsh"),
            ("python3.11.exe", "python"),
            ("rundll32.exe", "rundll32"),
            ("regsvr32", "regsvr32"),
            ("command.com", "command"),
            ("WScript.exe", "wscript"),
            ("mshta.exe", "mshta"),
            ("msiexec.exe", "msiexec"),
            ("wsl.exe", "wsl"),
            ("conhost.exe", "conhost"),
            ("forfiles.exe", "forfiles"),
        ];
        for (file_name, expected) in table {
            assert_eq!(named_interpreter(file_name), Some(expected), "{file_name}");
        }
    }

    #[test]
    fn uninstallers_are_not_interpreters() {
        for file_name in [
            "uninst.exe",
            "setup.exe",
            "setup_kes.exe",
            "unins000.exe",
            "AUUninstaller.exe",
            "cmdagent.exe",
            "",
            ".exe",
        ] {
            assert_eq!(named_interpreter(file_name), None, "{file_name}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_in_lower_case() {
        let names: Vec<&str> = NAMES.split(' ').collect();
        assert!(names.iter().all(|name| !name.is_empty() && *name == name.to_ascii_lowercase()));
        assert!(names.is_sorted());
        assert!(names.len() > 80);
    }
}
