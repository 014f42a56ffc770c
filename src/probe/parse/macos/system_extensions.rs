//! The answer to `systemextensionsctl list`.

use crate::machine::{Service, ServiceKind, State};

/// Reads the list. An extension that waits for a restart to go has `delete_pending`.
///
/// # Errors
/// When the answer is no such list.
pub fn parse_system_extensions(bytes: &[u8]) -> Result<Vec<Service>, String> {
    let answer = String::from_utf8_lossy(bytes);
    let count = answer.lines().find_map(|line| line.trim().strip_suffix("extension(s)")?.trim().parse::<usize>().ok());
    let count = count.ok_or("the answer does not say how many extensions there are")?;
    let extensions: Vec<Service> = answer.lines().filter_map(extension).collect();
    if extensions.len() < count {
        return Err(format!("of {count} extensions only {} could be read", extensions.len()));
    }
    Ok(extensions)
}

/// A line `ENABLED⇥ACTIVE⇥TEAM⇥ID (VERSION)⇥NAME⇥[STATE]`. None: a heading.
fn extension(line: &str) -> Option<Service> {
    let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
    let [_, active, _, id, name, state] = fields[..] else { return None };
    let state_text = state.strip_prefix('[')?.strip_suffix(']')?;
    let (id, _version) = id.split_once(" (").unwrap_or((id, ""));
    if id.is_empty() || state_text == "state" {
        return None;
    }
    let state = match (active, state_text) {
        ("*", _) | (_, "activated enabled") => State::Running,
        _ => State::Stopped,
    };
    Some(Service {
        name: id.to_string(),
        kind: ServiceKind::SystemExtension,
        display: Some(name.to_string()).filter(|name| !name.is_empty()),
        state,
        delete_pending: state_text.contains("uninstall on reboot"),
        ..Service::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_read_with_their_state() {
        let list =
            parse_system_extensions(include_bytes!("../../../../tests/recordings/raw/macos/systemextensionsctl.txt"))
                .unwrap();
        let seen: Vec<(&str, State, bool)> =
            list.iter().map(|one| (one.name.as_str(), one.state, one.delete_pending)).collect();
        assert_eq!(
            seen,
            [
                ("com.kaspersky.kav.sysext", State::Running, false),
                ("com.kaspersky.kav.sysext", State::Stopped, true),
                ("com.example.filter.extension", State::Stopped, false),
            ]
        );
        assert_eq!(list[0].display.as_deref(), Some("Kaspersky"));
    }

    #[test]
    fn no_extensions_are_an_answer_and_silence_is_not() {
        assert_eq!(parse_system_extensions(b"0 extension(s)\n"), Ok(Vec::new()));
        assert!(parse_system_extensions(b"").is_err());
        assert!(parse_system_extensions(b"2 extension(s)\n*\t*\tTEAM\tcom.x (1/1)\tX\t[activated enabled]\n").is_err());
        assert!(parse_system_extensions(b"9 \xFF extension(s)\n").is_err());
    }
}
