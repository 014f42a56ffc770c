//! Tells the system that its trusted roots or units have changed, with its own programs by their full path.

use crate::act::clean::{StepError, StepErrorKind};
use std::process::{Command, Stdio};

/// What makes the list of trusted roots anew: Debian and SUSE, Fedora and Red Hat, Arch.
const ROOTS: [(&str, &[&str]); 4] = [
    ("/usr/sbin/update-ca-certificates", &["--fresh"]),
    ("/usr/bin/update-ca-trust", &["extract"]),
    ("/usr/sbin/update-ca-trust", &["extract"]),
    ("/usr/bin/trust", &["extract-compat"]),
];
const UNITS: [(&str, &[&str]); 1] = [("/usr/bin/systemctl", &["daemon-reload"])];

pub(super) fn the_system(roots: bool, units: bool) -> Result<(), StepError> {
    if roots {
        first(&ROOTS)?;
    }
    // Without systemd as the first process there is nobody to tell.
    if units && std::fs::symlink_metadata("/run/systemd/system").is_ok() {
        first(&UNITS)?;
    }
    Ok(())
}

/// Runs the first of these that is there.
#[expect(clippy::disallowed_methods, reason = "the system's own programs make its lists anew")]
fn first(programs: &[(&str, &[&str])]) -> Result<(), StepError> {
    let Some((program, arguments)) = programs.iter().find(|(path, _)| std::fs::metadata(path).is_ok()) else {
        return Ok(());
    };
    let ended = Command::new(program)
        .args(*arguments)
        .env_clear()
        .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if ended.success() { Ok(()) } else { Err(StepError::new(StepErrorKind::Failed, format!("{program}: {ended}"))) }
}
