//! A look at one file that a person downloaded: who signed it, what it calls itself, what lies beside it, and where it
//! came from. It is read and never started, and nothing is asked of the network.

use super::here;
#[cfg(any(windows, test))]
use super::parse::zone_identifier;
use super::parse::{pe, version_resource};
use crate::machine::{Beside, ToolFile, ToolOrigin, ToolSeen, ToolSignature, ToolUnread};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// No file that is looked at is larger, in bytes: Windows reads all of it to check its signature. The tool has less than a
/// tenth of that.
pub const MOST_BYTES: u64 = 256 << 20;
/// So many names in its folder are looked through.
const MOST_NAMES: usize = 20_000;

/// Looks at a file.
///
/// # Errors
/// Why it was not looked at.
pub fn look_at_tool(place: &Path) -> ToolSeen {
    // A name that stands alone is one of the folder that the program was called from.
    let place = &std::path::absolute(place).map_err(refused)?;
    here::stays_here(place).map_err(|_| ToolUnread::Elsewhere)?;
    let about = fs::metadata(place).map_err(refused)?;
    let name = place.file_name().ok_or(ToolUnread::NotPlain)?.to_string_lossy().into_owned();
    // On Windows, what stands behind a colon is a stream beside a file, and not the file.
    if !about.is_file() || (cfg!(windows) && name.contains(':')) {
        return Err(ToolUnread::NotPlain);
    }
    if about.len() > MOST_BYTES {
        return Err(ToolUnread::TooLarge);
    }
    let said = version_resource::describe_program(File::open(place).map_err(refused)?).map_err(refused)?;
    Ok(ToolFile {
        signature: signature(place),
        is_program: said.kind != pe::Kind::Other,
        original_name: said.original_name,
        beside: names_beside(place).map_or(Beside::Unread, |names| Beside::of(&name, names)),
        origin: origin(place),
        name,
    })
}

fn refused(error: io::Error) -> ToolUnread {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => ToolUnread::NotThere,
        _ => ToolUnread::Refused(error.to_string()),
    }
}

/// Every name in the folder of a file. None: it could not be read to its end, or has too many.
fn names_beside(place: &Path) -> Option<Vec<String>> {
    let entries = fs::read_dir(place.parent()?).ok()?.take(MOST_NAMES + 1);
    let names = entries.map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    names.collect::<Option<Vec<_>>>().filter(|names| names.len() <= MOST_NAMES)
}

#[cfg(windows)]
fn signature(place: &Path) -> ToolSignature {
    super::system::signature::tool_signature(place)
}

#[cfg(not(windows))]
fn signature(_place: &Path) -> ToolSignature {
    ToolSignature::NotAsked
}

/// What the browser noted, in a stream beside the file.
#[cfg(windows)]
fn origin(place: &Path) -> Option<ToolOrigin> {
    let mut stream = place.as_os_str().to_os_string();
    stream.push(":Zone.Identifier");
    noted_in(File::open(stream).ok()?)
}

#[cfg(not(windows))]
fn origin(_place: &Path) -> Option<ToolOrigin> {
    None
}

/// What such a stream notes.
#[cfg(any(windows, test))]
fn noted_in(stream: impl io::Read) -> Option<ToolOrigin> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut stream.take(zone_identifier::MOST as u64), &mut bytes).ok()?;
    zone_identifier::parse_origin(&bytes)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a folder of its own")]
mod tests {
    use super::super::parse::version_resource::made::program_called;
    use super::*;

    #[test]
    fn a_file_is_told_with_what_it_calls_itself_and_what_lies_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("kavremvr (1).exe");
        fs::write(&place, program_called("kavremvr.exe")).unwrap();
        let seen = look_at_tool(&place).unwrap();
        assert_eq!((seen.name.as_str(), seen.original_name.as_deref()), ("kavremvr (1).exe", Some("kavremvr.exe")));
        assert!(seen.is_program);
        assert_eq!(seen.beside, Beside::Seen { libraries: vec![], programs: vec![] });
        for name in ["version.dll", "other.exe", "letter.txt"] {
            fs::write(folder.path().join(name), "made for a test").unwrap();
        }
        let expected = Beside::Seen { libraries: vec!["version.dll".into()], programs: vec!["other.exe".into()] };
        assert_eq!(look_at_tool(&place).unwrap().beside, expected);
        assert!(!look_at_tool(&folder.path().join("letter.txt")).unwrap().is_program);
    }

    #[test]
    fn what_is_no_file_is_not_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look_at_tool(folder.path()), Err(ToolUnread::NotPlain));
        assert_eq!(look_at_tool(&folder.path().join("nothing.exe")), Err(ToolUnread::NotThere));
        assert!(look_at_tool(Path::new(r"\\server\share\kavremvr.exe")).is_err());
        let large = folder.path().join("large.exe");
        File::create(&large).unwrap().set_len(MOST_BYTES + 1).unwrap();
        assert_eq!(look_at_tool(&large), Err(ToolUnread::TooLarge));
        fs::write(folder.path().join("empty.exe"), b"").unwrap();
        let empty = look_at_tool(&folder.path().join("empty.exe")).unwrap();
        assert_eq!((empty.is_program, empty.original_name), (false, None));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for_and_a_locked_file_is_told() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("kavremvr.exe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR, 0).unwrap();
        assert_eq!(look_at_tool(&pipe), Err(ToolUnread::NotPlain));
        assert_eq!(look_at_tool(Path::new("/dev/zero")), Err(ToolUnread::NotPlain));
        let locked = folder.path().join("locked.exe");
        fs::write(&locked, b"MZ").unwrap();
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        // Nothing is locked for root.
        if File::open(&locked).is_err() {
            assert!(matches!(look_at_tool(&locked), Err(ToolUnread::Refused(_))));
        }
    }

    #[test]
    fn no_more_of_a_stream_is_read_than_an_address_needs() {
        let text = format!("[ZoneTransfer]\n{}HostUrl=https://a.example/\n", "x=1\n".repeat(5000));
        assert_eq!(noted_in(text.as_bytes()), None);
        let noted = noted_in(&b"[ZoneTransfer]\nHostUrl=https://a.example/\n"[..]).unwrap();
        assert_eq!(noted.host.as_deref(), Some("a.example"));
    }
}
