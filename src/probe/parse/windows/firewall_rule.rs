//! A rule of Windows' firewall, as the registry keeps it.
//!
//! The text is a version and then fields, each with `|` behind it: `v2.31|Action=Allow|Dir=In|…|Name=…|`
//! ([MS-GPFAS] 2.2.2.19, "Firewall Rule and the Firewall Rule Grammar Rule"). No text inside a field may
//! hold a `|`. Fields that this program does not need are passed over, so that newer ones do no harm.

/// What a rule says about whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleText {
    /// `Name`: what people see, or a reference to a resource.
    pub name: String,
    /// `EmbedCtxt`: the group it is shown in.
    pub group: String,
    /// `App`: the program, as it stands there, often with variables.
    pub program: String,
    /// `Action=Block`.
    pub blocks: bool,
}

/// Reads a rule. None: this is none. Of a field that stands twice, the first counts.
pub fn parse_firewall_rule(text: &str) -> Option<RuleText> {
    let (version, fields) = text.split_once('|')?;
    if !is_version(version) {
        return None;
    }
    let mut rule = RuleText::default();
    for field in fields.split('|') {
        let Some((name, value)) = field.split_once('=') else { continue };
        let slot = match () {
            () if name.eq_ignore_ascii_case("Name") => &mut rule.name,
            () if name.eq_ignore_ascii_case("EmbedCtxt") => &mut rule.group,
            () if name.eq_ignore_ascii_case("App") => &mut rule.program,
            () if name.eq_ignore_ascii_case("Action") => {
                rule.blocks |= value.eq_ignore_ascii_case("Block");
                continue;
            }
            () => continue,
        };
        if slot.is_empty() {
            value.clone_into(slot);
        }
    }
    Some(rule)
}

/// Whether this is `v` and two numbers of up to three digits.
fn is_version(text: &str) -> bool {
    let number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = text.strip_prefix(['v', 'V']).and_then(|rest| rest.split_once('.'));
    numbers.is_some_and(|(major, minor)| number(major) && number(minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_tells_name_group_program_and_whether_it_blocks() {
        let text = r"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=15000|App=%ProgramFiles%\A b\c.exe|Name=C = in|Desc=d|EmbedCtxt=Group|";
        let expected = RuleText {
            name: "C = in".into(),
            group: "Group".into(),
            program: r"%ProgramFiles%\A b\c.exe".into(),
            blocks: false,
        };
        assert_eq!(parse_firewall_rule(text), Some(expected));
        assert!(parse_firewall_rule("v2.0|action=block|").is_some_and(|rule| rule.blocks && rule.name.is_empty()));
        assert_eq!(
            parse_firewall_rule("v2.31|Name=first|Name=second|New9=|=|x").map(|rule| rule.name).as_deref(),
            Some("first")
        );
    }

    #[test]
    fn what_is_no_rule_is_none() {
        for text in ["", "v2.31", "Action=Allow|Name=x|", "v2|Name=x|", "v2.|Name=x|", "v.1|x", "v2.1234|Name=x|", "|"]
        {
            assert_eq!(parse_firewall_rule(text), None, "{text}");
        }
    }
}
