//! Unit files of systemd: the few settings that say what a unit runs.

/// What a unit file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// `Description=`.
    pub description: Option<String>,
    /// The first `ExecStart=` as it stands there.
    pub start: Option<String>,
    /// The control group it asks for with `Slice=`.
    pub slice: Option<String>,
}

impl Unit {
    /// The program that `ExecStart=` names, if it is an absolute path without a placeholder.
    pub fn program(&self) -> Option<String> {
        let command = self.start.as_deref()?.trim_start_matches(['@', '-', ':', '+', '!', '|']).trim_start();
        let program = match command.chars().next()? {
            quote @ ('"' | '\'') => command[1..].split(quote).next()?,
            _ => command.split_ascii_whitespace().next()?,
        };
        (program.starts_with('/') && !program.contains(['%', '$', '\\'])).then(|| program.to_string())
    }
}

/// Reads a unit file. What is not understood is passed over, as systemd does.
pub fn parse_unit(bytes: &[u8]) -> Unit {
    let text = String::from_utf8_lossy(bytes);
    let mut unit = Unit::default();
    let mut section = "";
    let mut lines = text.lines().map(str::trim).filter(|line| !line.starts_with(['#', ';']));
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = name;
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let mut value = value.trim().to_string();
        while value.ends_with('\\') {
            value.pop();
            let Some(next) = lines.next() else { break };
            value.push_str(next);
        }
        let slot = match (section, key.trim_end()) {
            ("Unit", "Description") => &mut unit.description,
            ("Service", "ExecStart") => &mut unit.start,
            ("Service", "Slice") => &mut unit.slice,
            _ => continue,
        };
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value);
        }
    }
    unit
}

/// The template a unit was made from: `getty@tty1.service` comes from `getty@.service`.
pub fn template_name(name: &str) -> Option<String> {
    let (stem, kind) = name.rsplit_once('.')?;
    let (template, instance) = stem.split_once('@')?;
    (!instance.is_empty()).then(|| format!("{template}@.{kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read() {
        let unit = parse_unit(include_bytes!("../../../../tests/recordings/raw/linux/kesl.service"));
        assert_eq!(unit.description.as_deref(), Some("Kaspersky Endpoint Security"));
        assert_eq!(unit.program().as_deref(), Some("/opt/kaspersky/kesl/libexec/kesl"));
        assert_eq!(unit.slice, None);
    }

    #[test]
    fn every_spelling_of_the_program_is_read() {
        let program = |start: &str| parse_unit(format!("[Service]\nExecStart = {start}\n").as_bytes()).program();
        for start in
            ["/usr/bin/x -a", "-/usr/bin/x", "@!!/usr/bin/x y", "\"/usr/bin/x\" -a", "\\\n  /usr/bin/x \\\n -b"]
        {
            assert_eq!(program(start).as_deref(), Some("/usr/bin/x"), "{start}");
        }
        for start in ["", "x -a", "%h/bin/x", "${X}/y", "\"", "'/usr/bin/%i'"] {
            assert_eq!(program(start), None, "{start}");
        }
    }

    #[test]
    fn only_the_service_section_counts() {
        assert_eq!(parse_unit(b"ExecStart=/a\n[Unit]\nExecStart=/b\n[Service\n=\n").start, None);
    }

    #[test]
    fn instances_know_their_template() {
        assert_eq!(template_name("getty@tty1.service").as_deref(), Some("getty@.service"));
        for name in ["getty@.service", "kesl.service", "", "@", "a@b"] {
            assert_eq!(template_name(name), None, "{name}");
        }
    }
}
