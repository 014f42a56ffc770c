//! Loaded kernel modules: `/proc/modules`.

use crate::machine::{Image, Service, ServiceKind, State};

/// The modules in the list, each of which is loaded; and lines that could not be understood.
pub fn parse_modules(bytes: &[u8]) -> (Vec<Service>, Vec<String>) {
    let (mut modules, mut damage) = (Vec::new(), Vec::new());
    for (number, line) in String::from_utf8_lossy(bytes).lines().enumerate() {
        // NAME SIZE USES USERS STATE ADDRESS
        let mut fields = line.split_ascii_whitespace();
        match (fields.next(), fields.next().map(str::parse::<u64>)) {
            (Some(name), Some(Ok(_))) => modules.push(Service {
                name: name.to_string(),
                kind: ServiceKind::KernelModule,
                image: Image::default(),
                state: State::Running,
                ..Service::default()
            }),
            _ => damage.push(format!("line {} is not a module", number + 1)),
        }
    }
    (modules, damage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_read() {
        let (modules, damage) = parse_modules(include_bytes!("../../../../tests/recordings/raw/linux/proc-modules"));
        let names: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
        assert_eq!(names, ["nf_tables", "libcrc32c", "ext4"]);
        assert!(damage.is_empty());
        assert!(modules.iter().all(|module| module.state == State::Running));
    }

    #[test]
    fn other_lines_are_named() {
        let (modules, damage) = parse_modules(b"ext4 1101824 2 - Live 0x0\n\nnonsense\n\xFF x\n");
        assert_eq!(modules.len(), 1);
        assert_eq!(damage, ["line 2 is not a module", "line 3 is not a module", "line 4 is not a module"]);
    }
}
