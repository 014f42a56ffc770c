//! What somebody types at the prompt of Windows' recovery system to take our vendor's entries out of one list. There
//! Windows itself loads the hive, writes the list, and unloads it; here nothing is written.

use crate::machine::FilterList;

/// What the lines call the disk. Whoever types them looks which letter it has there.
pub(crate) const DISK: &str = "D:";
/// Where the hive is loaded, below `HKLM`.
const LOADED: &str = r"HKLM\Other";
/// The hive, on its disk.
const HIVE: &str = r"\Windows\System32\config\SYSTEM";

/// The lines, in order, for the lists of one hive. `entries` are the names that go out of each list; `set` is the number
/// of the control set in use. None: a name in a list would not arrive as it is written.
pub(crate) fn typed_lines(set: u32, lists: &[(&FilterList, Vec<&str>)]) -> Option<Vec<String>> {
    let mut lines = vec![
        format!(r"copy {DISK}{HIVE} {DISK}\SYSTEM-before"),
        format!("reg load {LOADED} {DISK}{HIVE}"),
        format!(r"reg query {LOADED}\Select /v Current"),
    ];
    for (list, entries) in lists {
        lines.extend(lines_of(set, list, entries)?);
    }
    lines.push(format!("reg unload {LOADED}"));
    Some(lines)
}

/// Shows a list, and writes it without these names. The others keep their order.
fn lines_of(set: u32, list: &FilterList, entries: &[&str]) -> Option<[String; 2]> {
    let goes = |name: &str| entries.iter().any(|entry| entry.eq_ignore_ascii_case(name));
    let stay: Vec<&str> = list.entries.iter().map(String::as_str).filter(|name| !goes(name)).collect();
    if list.oddity.is_some() || !stay.iter().copied().chain([list.key.as_str()]).all(is_plain) {
        return None;
    }
    let place = format!(r#""{LOADED}\ControlSet{set:03}\{}" /v {}"#, list.key, list.side.value_name());
    let write = if stay.is_empty() {
        format!("reg delete {place} /f")
    } else {
        format!(r#"reg add {place} /t REG_MULTI_SZ /d "{}" /f"#, stay.join(r"\0"))
    };
    Some([format!("reg query {place}"), write])
}

/// Whether the prompt takes it as it stands, between quotation marks: it ends them at the next one, puts variables in
/// the place of `%…%`, and shows no letters that its code page lacks. `reg` takes `\0` for the end of a name.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| (' '..='~').contains(&c) && !matches!(c, '"' | '%' | '^' | '!'))
        && !text.contains(r"\0")
        && !text.ends_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::{FilterLevel, FilterSide};
    use std::collections::BTreeMap;

    const MOUSE: &str = r"Control\Class\{4d36e96f-e325-11ce-bfc1-08002be10318}";

    fn list(key: &str, entries: &[&str]) -> FilterList {
        FilterList {
            key: key.into(),
            level: FilterLevel::Class,
            side: FilterSide::Upper,
            class_guid: None,
            class_name: None,
            entries: entries.iter().map(ToString::to_string).collect(),
            oddity: None,
            registered: BTreeMap::new(),
        }
    }

    #[test]
    fn the_other_names_stay_in_their_order_and_the_hive_is_let_go_at_the_end() {
        let mouse = list(MOUSE, &["first", "KLMouFlt", "mouclass"]);
        let alone = list(r"Enum\HID\VID_1&PID_2\7&1", &["klmouflt"]);
        let lines = typed_lines(2, &[(&mouse, vec!["klmouflt"]), (&alone, vec!["klmouflt"])]).unwrap();
        assert_eq!(
            lines,
            [
                r"copy D:\Windows\System32\config\SYSTEM D:\SYSTEM-before".to_string(),
                r"reg load HKLM\Other D:\Windows\System32\config\SYSTEM".into(),
                r"reg query HKLM\Other\Select /v Current".into(),
                format!(r#"reg query "HKLM\Other\ControlSet002\{MOUSE}" /v UpperFilters"#),
                format!(
                    r#"reg add "HKLM\Other\ControlSet002\{MOUSE}" /v UpperFilters /t REG_MULTI_SZ /d "first\0mouclass" /f"#
                ),
                r#"reg query "HKLM\Other\ControlSet002\Enum\HID\VID_1&PID_2\7&1" /v UpperFilters"#.into(),
                r#"reg delete "HKLM\Other\ControlSet002\Enum\HID\VID_1&PID_2\7&1" /v UpperFilters /f"#.into(),
                r"reg unload HKLM\Other".into(),
            ]
        );
    }

    #[test]
    fn a_name_that_the_prompt_would_change_is_not_written_down() {
        for name in [r#"a" & del x "#, "%TEMP%", "a^b", "ключ", "a\u{7}b", r"a\0b", r"a\"] {
            let odd = list(MOUSE, &["klmouflt", name]);
            assert_eq!(typed_lines(1, &[(&odd, vec!["klmouflt"])]), None, "{name}");
            let key = list(&format!(r"Control\Class\{name}"), &["klmouflt", "mouclass"]);
            assert_eq!(typed_lines(1, &[(&key, vec!["klmouflt"])]), None, "{name}");
        }
        let odd = FilterList { oddity: Some("no terminator".into()), ..list(MOUSE, &["klmouflt", "mouclass"]) };
        assert_eq!(typed_lines(1, &[(&odd, vec!["klmouflt"])]), None);
    }
}
